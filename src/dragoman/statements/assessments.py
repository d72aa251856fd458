"""What a text says of relations between parties as such: that they are good or bad, warm or sour, and how they move."""

from dataclasses import replace
from typing import Final

from dragoman.language.coreference import current_parties
from dragoman.language.syntax import coordinated, find_arguments, find_subjects, is_verbal
from dragoman.language.words import Word, Words
from dragoman.model.closed_lists import Dimension, Direction
from dragoman.model.span import Mention
from dragoman.model.statement import Assessment, Participant, Statement
from dragoman.reference.rule_files import load_word_lists
from dragoman.statements.build import common_fields
from dragoman.statements.frames import lexicon_of
from dragoman.statements.matching import Match, find_matches
from dragoman.statements.participants import from_mention, mention_or_referent

PARTY_CATEGORIES: Final = frozenset({"country", "nationality", "organisation", "group"})
DIMENSIONS: Final[tuple[Dimension, ...]] = ("military", "economic", "diplomatic", "cultural")


def read_assessments(doc: Words) -> list[Statement]:
    """An assessment for each frame of `rules/assessments/` that names a relation between two parties or more."""
    return [a for match in find_matches(doc, lexicon_of(doc, "assessment")) for a in assessments_of(doc, match)]


def assessments_of(doc: Words, match: Match) -> list[Statement]:
    """One assessment for each relation that the frame names."""
    found: list[Statement] = []
    for noun in match.heads("relations")[:1]:
        parties = parties_of(doc, match, noun)
        if len({p.country or p.entity for p in parties}) < 2:
            continue
        common = common_fields(doc, match.trigger, read_by=f"assessment:{match.pattern.id}", participants=parties, more=[noun])
        direction: Direction = match.pattern.fields["direction"]
        if common["factuality"].polarity == "negative" and direction in ("improving", "worsening"):
            direction = "unchanged"  # 'relations *have not recovered*' says how they are
            common["factuality"] = replace(common["factuality"], polarity="positive")
        found.append(Assessment(**common, direction=direction, dimension=dimension_of(noun)))
    return found


def parties_of(doc: Words, match: Match, noun: Word) -> list[Participant]:
    """Between whom: by the noun's own phrase, then who acts on it, then the two that the text is speaking of."""
    mentions = own_parties(doc, noun)
    if len(keys(mentions)) < 2:
        mentions += [m for head in acting_on(match, noun) for m in party_mentions(doc, head)]
    if len(keys(mentions)) < 2:
        mentions += [m for m in current_parties(doc, noun) if len(keys(mentions)) < 2 or m.country in keys(mentions)]
    unique = {m.country or m.entity or m.name: m for m in reversed(mentions)}
    return [from_mention("party", m, doc) for m in reversed(unique.values())]


def keys(mentions: list[Mention]) -> set[str]:
    """The parties among some mentions, each once."""
    return {m.country or m.entity or m.name for m in mentions}


def own_parties(doc: Words, noun: Word) -> list[Mention]:
    """The parties in the phrase of a relation: 'Iran-Tajikistan relations', 'ties between X and Y', 'its relations with Z'."""
    paths = ("possessor", "modifier", "between", "with", "among", "of", "towards", "toward")
    heads = [h for path in paths for h in find_arguments(noun, path)]
    heads += [c for c in noun.children if c.dep_ in ("compound", "amod", "nmod") and c not in heads]
    heads += [
        inner for h in list(heads) for inner in h.children if inner.dep_ in ("compound", "nmod", "amod", "poss") and inner.i < h.i
    ]
    return [m for head in heads for m in party_mentions(doc, head)]


def party_mentions(doc: Words, head: Word) -> list[Mention]:
    """The parties that a phrase names or refers to; a person or ministry stands for its country's side by its own name."""
    found = [m for joined in coordinated(head) for m in mention_or_referent(doc, joined)]
    return [m for m in found if m.category in PARTY_CATEGORIES or m.country]


def acting_on(match: Match, noun: Word) -> list[Word]:
    """Who acts on a relation, and with whom: '*X* improved ties *with Y*'."""
    verb = match.trigger if is_verbal(match.trigger) else next((a for a in match.trigger.ancestors if is_verbal(a)), None)
    if verb is None:
        return []
    subjects = [s for s in find_subjects(verb) if s.i != noun.i]
    owners = [c for s in subjects for c in s.children if c.dep_ == "poss"]
    return [*find_arguments(verb, "between"), *subjects, *owners, *find_arguments(verb, "with")]


def dimension_of(noun: Word) -> Dimension:
    """Of what kind the relation is, by the words before its noun; 'general' where they do not tell or tell of several."""
    lists = load_word_lists("dragoman.statements.rules", "assessment_words.toml")
    words = [t.lemma_.lower() for c in noun.children if c.dep_ in ("amod", "compound", "nmod") for t in c.subtree]
    found: list[Dimension] = [d for d in DIMENSIONS if any(w in lists[d] for w in words)]
    return found[0] if len(found) == 1 else "general"
