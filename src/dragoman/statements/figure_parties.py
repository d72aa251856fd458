"""Whose figure it is: subject, counterpart and whole of a number, from the nouns and verbs around it."""

from dragoman.language.coreference import current_parties
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import coordinated, find_prepositional, find_subjects
from dragoman.language.words import Word, Words
from dragoman.model.closed_lists import Role
from dragoman.model.span import Mention
from dragoman.model.statement import Participant
from dragoman.reference.rule_files import load_word_lists
from dragoman.statements.participants import build_participants, from_mention, from_phrase, mention_or_referent

MEASURED_OWNERS = ("poss", "amod", "compound", "nmod")
POLITICAL = frozenset({"country", "nationality", "organisation", "group", "person", "office"})


def find_parties(doc: Words, noun: Word | None, verb: Word | None, whole: Word | None, root: Word) -> list[Participant]:
    """The participants of a figure.

    Args:
        doc: The annotated text.
        noun: The noun that names what is measured ('bilateral *trade*').
        verb: The verb that gives the number.
        whole: For a share, what it is a share of.
        root: The number itself.
    """
    found: list[Participant] = []
    for head in (whole, noun):
        if head is not None:
            add(found, owners_of(doc, head, "subject"))
    if whole is not None:
        add(found, [from_phrase("whole", whole)])
    if verb is not None and (noun is None or whole is not None or not found):
        add(found, subjects_of(verb, root))
    if verb is not None and found and whole is not None:
        add(found, counterparts_of(doc, verb))
    if verb is not None and not any(p.role == "counterpart" for p in found):
        add(
            found,
            [
                from_mention("counterpart", m, doc)
                for p in ("with",)
                for h in find_prepositional(verb, p)
                for m in political(doc, h)
            ],
        )
    if not any(p.role == "subject" for p in found) and noun is not None:
        add(found, shared_by(doc, noun))
    return found


def add(found: list[Participant], more: list[Participant]) -> None:
    """Add those that are not there yet; nobody is subject and counterpart at once."""
    for participant in more:
        if participant.role == "whole" or not any(p.country == participant.country and p.name == participant.name for p in found):
            found.append(participant)


def political(doc: Words, head: Word) -> list[Mention]:
    """The countries and bodies that a phrase names or refers to, all that are joined."""
    return [m for joined in coordinated(head) for m in mention_or_referent(doc, joined) if m.category in POLITICAL]


def owners_of(doc: Words, head: Word, role: Role) -> list[Participant]:
    """Whose a measured thing is: '*Iran's* trade', '*Iranian* exports', 'trade *between X and Y*', 'trade *with Y*'."""
    own = mention_at(doc, head)
    if own is not None and own.category in POLITICAL:
        return [from_mention(role, own, doc)]
    owners = [m for c in head.children if c.dep_ in MEASURED_OWNERS for m in political(doc, c)]
    owners += [m for h in find_prepositional(head, "of") for m in political(doc, h)]
    owners += [m for h in find_prepositional(head, "between") for m in political(doc, h)]
    partners = [m for p in ("with", "to", "from") for h in find_prepositional(head, p) for m in political(doc, h)]
    if not owners:
        for h in find_prepositional(head, "of"):
            owners += [m for c in h.children if c.dep_ in MEASURED_OWNERS for m in political(doc, c)]
    return [from_mention(role, m, doc) for m in owners] + [from_mention("counterpart", m, doc) for m in partners]


def subjects_of(verb: Word, root: Word) -> list[Participant]:
    """Who the verb says it of; what is measured is no party."""
    # the subject of a relative clause is the noun that the clause hangs on, number and all
    heads = [s for s in find_subjects(verb) if s.i != root.i and (verb in s.subtree or root not in s.subtree)]
    return [p for p in build_participants("subject", heads) if p.country or p.sector or p.entity]


def counterparts_of(doc: Words, verb: Word) -> list[Participant]:
    """With whom: 'exports go *to Tajikistan*', 'imports come *from there*', 'trade *with Y*'."""
    heads = [h for preposition in ("to", "from", "with") for h in find_prepositional(verb, preposition)]
    heads += [c for p in verb.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pcomp" and c.tag_ == "RB"]
    return [from_mention("counterpart", m, doc) for h in heads for m in political(doc, h)]


def shared_by(doc: Words, noun: Word) -> list[Participant]:
    """The two states that a bare 'bilateral trade' or 'this trade' is between."""
    lists = load_word_lists("dragoman.statements.rules", "figures.toml")
    if noun.lemma_.lower() not in lists["bilateral_nouns"]:
        return []
    parties = current_parties(doc, noun)
    roles: list[Role] = ["subject", "counterpart"]
    return [from_mention(role, mention, doc) for role, mention in zip(roles, parties, strict=False)]
