"""What a text says of relations between parties as such: that they are good or bad, warm or sour, and how they move."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
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

PRO_FORMS: Final = frozenset({"those", "one"})
VAGUE: Final = frozenset(
    {"thing", "matter", "climate", "chill", "freeze", "frost"}
)  # of relations only where the parties stand by
REACH: Final = 30  # words back in which the noun is sought that 'those' stands for
OVER: Final[Mapping[Direction, Direction]] = {"good": "worsening", "bad": "improving"}
PARTY_CATEGORIES: Final = frozenset({"country", "nationality", "organisation", "group"})
DIMENSIONS: Final[tuple[Dimension, ...]] = ("military", "economic", "diplomatic", "cultural")


def read_assessments(doc: Words) -> list[Statement]:
    """An assessment for each frame of `rules/assessments/` that names a relation between two parties or more."""
    found: list[Statement] = []
    told: dict[int, Match] = {}  # the first frame for each noun of relation
    said: set[tuple[int, str]] = set()
    for match in ordered(find_matches(doc, lexicon_of(doc, "assessment"))):
        noun = match.heads("relations")[0].i if match.heads("relations") else -1
        key = (noun, match.pattern.fields["direction"])
        if key not in said:
            said.add(key)
            told.setdefault(noun, match)
            found += assessments_of(doc, match)
    return found + elliptical(doc, told)


def ordered(matches: Iterable[Match]) -> list[Match]:
    """The frames of verbs first: 'enjoys *close* ties' is one assessment, the verb's."""
    return sorted(matches, key=lambda m: m.trigger.pos_ == "ADJ")


def elliptical(doc: Words, told: Mapping[int, Match]) -> list[Statement]:
    """Assessments whose verb is left out: 'X's ties with Y improved while *those with Z did not*'."""
    found: list[Statement] = []
    for verb in doc:
        if verb.lemma_ != "do" or not verb.children or verb.dep_ == "aux":
            continue
        nouns = [c for c in verb.children if c.dep_ == "nsubj" and c.lemma_.lower() == "those"]
        earlier = antecedent_of(doc, nouns[0]) if nouns else None
        match = told.get(earlier.i) if earlier is not None else None
        if match is not None:
            again = Match(match.pattern, verb, {"relations": (nouns[0],)})
            found += assessments_of(doc, again)
    return found


def assessments_of(doc: Words, match: Match) -> list[Statement]:
    """One assessment for each relation that the frame names."""
    found: list[Statement] = []
    for noun in match.heads("relations")[:1]:
        earlier = antecedent_of(doc, noun)
        if noun.lemma_.lower() in PRO_FORMS and earlier is None:
            continue
        if noun.lemma_.lower() == "bond" and not is_bond_of_parties(noun):
            continue
        parties = parties_of(doc, match, noun, earlier)
        if len({p.country or p.entity for p in parties}) < 2:
            continue
        common = common_fields(doc, match.trigger, read_by=f"assessment:{match.pattern.id}", participants=parties, more=[noun])
        direction: Direction = match.pattern.fields["direction"]
        if direction in OVER and is_over(match.trigger):
            direction = OVER[direction]
            common["factuality"] = replace(common["factuality"], polarity="positive")
        if any(c.dep_ == "neg" for c in match.trigger.children) and match.trigger.pos_ == "ADJ":
            common["factuality"] = replace(common["factuality"], polarity="negative")  # '*never* cordial, the relationship …'
        if common["factuality"].polarity == "negative" and (said := denied(match.trigger, direction)):
            direction = said
            common["factuality"] = replace(common["factuality"], polarity="positive")
        found.append(Assessment(**common, direction=direction, dimension=dimension_of(noun, match.trigger)))
    return found


def is_over(trigger: Word) -> bool:
    """Whether what is said has ceased to be: 'are *no longer* warm'."""
    near = [c for n in (trigger, *trigger.children) for c in n.children]
    return any(c.lower_ == "longer" and c.i and c.doc[c.i - 1].lower_ == "no" for c in near)


def is_bond_of_parties(noun: Word) -> bool:
    """Whether a bond ties people and is no paper that pays interest."""
    return any(c.lower_ in ("between", "with", "cultural", "historic", "historical", "religious") for c in noun.children)


def denied(trigger: Word, direction: Direction) -> Direction | None:
    """What the denial of an assessment says of how relations are; None where it is best left a denial."""
    if any(c.tag_ in ("JJR", "RBR") for c in trigger.children):
        return direction  # 'have *never* been *closer*' says that they are close
    if direction in ("improving", "worsening"):
        return "unchanged"  # 'relations *have not recovered*' says how they are
    return "bad" if direction == "good" else None


def antecedent_of(doc: Words, noun: Word) -> Word | None:
    """The noun of relation that '*those* with Y' or 'the economic *ones*' stands for, in its sentence or the one before."""
    if noun.lemma_.lower() not in PRO_FORMS:
        return None
    for i in range(noun.i - 1, max(noun.i - REACH, -1), -1):
        if doc[i].pos_ == "NOUN" and doc[i].lemma_.lower() in relation_nouns():
            return doc[i]
    return None


@cache
def relation_nouns() -> frozenset[str]:
    """The nouns that name a relation."""
    return load_word_lists("dragoman.statements.rules", "words.toml")["relations"] - PRO_FORMS


def parties_of(doc: Words, match: Match, noun: Word, earlier: Word | None = None) -> list[Participant]:
    """Between whom: by the noun's own phrase, then who acts on it, then the two that the text is speaking of."""
    mentions = own_parties(doc, noun)
    if match.pattern.file.endswith("parties.toml"):
        mentions += party_mentions(doc, noun)
        mentions += [m for h in find_arguments(match.trigger, "with") for m in party_mentions(doc, h)]
        if len(keys(mentions)) < 2:
            return []  # nothing is said of a relation unless both parties are there
    if earlier is not None and len(keys(mentions)) < 2:
        owners = [m for h in find_arguments(earlier, "possessor") for m in party_mentions(doc, h)]
        others = keys([m for h in find_arguments(earlier, "with") for m in party_mentions(doc, h)])
        about = owners or [m for m in current_parties(doc, earlier) if (m.country or m.entity or m.name) not in others]
        mentions += about if mentions else own_parties(doc, earlier)
    if len(keys(mentions)) < 2:
        mentions += [m for head in acting_on(match, noun) for m in party_mentions(doc, head)]
    if len(keys(mentions)) < 2 and noun.lemma_.lower() not in VAGUE:
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
    heads += [h for prep in fronted(noun) for h in find_arguments(noun.head, prep)]
    heads += [
        inner for h in list(heads) for inner in h.children if inner.dep_ in ("compound", "nmod", "amod", "poss") and inner.i < h.i
    ]
    return [m for head in heads for m in party_mentions(doc, head)]


def fronted(noun: Word) -> list[str]:
    """The prepositions of the verb that tell between whom its subject is: '*between* X and Y things are frosty'."""
    return ["between"] if noun.dep_ in ("nsubj", "nsubjpass") and is_verbal(noun.head) else []


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


def dimension_of(noun: Word, trigger: Word) -> Dimension:
    """Of what kind the relation is, by the words before its noun or an adverb; 'general' where none or several are told."""
    lists = load_word_lists("dragoman.statements.rules", "assessment_words.toml")
    words = [t.lemma_.lower() for c in noun.children if c.dep_ in ("amod", "compound", "nmod") for t in c.subtree]
    words += [c.lower_.removesuffix("ly") for c in trigger.children if c.lower_.endswith("ly")]
    found: list[Dimension] = [d for d in DIMENSIONS if any(w in lists[d] for w in words)]
    return found[0] if len(found) == 1 else "general"
