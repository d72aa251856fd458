"""Around a transfer: who pays, through whom it goes, whose the thing was by the words before it."""

from dataclasses import replace
from typing import Final

from dragoman.language.mentions import mention_at
from dragoman.language.syntax import find_arguments, find_subjects, is_verbal
from dragoman.language.words import Word, Words
from dragoman.model.closed_lists import Role
from dragoman.model.statement import Participant
from dragoman.statements.item_names import lists
from dragoman.statements.items import Item
from dragoman.statements.matching import Match
from dragoman.statements.participants import build_participants, from_mention, participants_of

PAYING: Final = frozenset(
    {"pay", "finance", "fund", "bankroll", "underwrite", "sponsor", "subsidise", "subsidize", "foot", "cover"}
)
THROUGH: Final = frozenset({"through", "via"})
BEFORE: Final = frozenset({"amod", "compound", "nmod"})


def owners(role: Role, head: Word) -> list[Participant]:
    """Whose a thing is: 'in *Estonia's* arsenal'."""
    return [p for c in head.children if c.dep_ == "poss" for p in participants_of(role, c) if is_giver(p)]


def nation_before(doc: Words, head: Word) -> list[Participant]:
    """The maker by the words before an item: '*Chinese* technology', '*Saab's* torpedo', '*Leonardo* helicopters'."""
    for child in sorted(head.children, key=lambda c: c.i):
        if child.i > head.i or child.dep_ not in (*BEFORE, "poss"):
            continue
        for word in (child, *(c for c in child.children if c.dep_ in BEFORE)):
            mention = mention_at(doc, word)
            if mention is None:
                continue
            if mention.category == "nationality" and mention.country:
                return [from_mention("supplier", mention, doc)]
            if (
                mention.category == "organisation"
                and mention.sector in ("BUS", "MNC")
                and mention.country
                and child.dep_ != "amod"
            ):
                return [from_mention("supplier", mention, doc)]
    return []


def is_giver(participant: Participant) -> bool:
    """Whether somebody can give: 'the first grant' and 'a cargo plane' cannot."""
    if (participant.entity or "").startswith("item/"):
        return False
    return bool(participant.country or participant.sector or participant.entity)


def places_near(match: Match, items: list[Item]) -> list[Word]:
    """The words on which a payer or a way may hang: the trigger, the items, and the participles that describe them."""
    near = [match.trigger, *match.heads("item"), *(item.head for item in items)]
    near += [c for w in near for c in w.children if c.dep_ in ("acl", "relcl", "advcl", "conj", "xcomp") and is_verbal(c)]
    return list(dict.fromkeys(near))


def payers(near: list[Word]) -> list[Participant]:
    """Who pays: 'with *German* money', 'paid for by *Norway*', 'financed by *the EU*'."""
    for word in near:
        if is_verbal(word) and word.lemma_ in PAYING:
            found = [p for p in build_participants("payer", find_subjects(word)) if is_giver(p)]
            if found:
                return found
        for child in word.children:
            if child.dep_ == "prep" and child.lower_ in ("with", "from", "using", "under", "on"):
                for inner in child.children:
                    if inner.dep_ == "pobj" and inner.lemma_.lower() in lists()["money"]:
                        found = with_role("payer", nation_or_owner(inner))
                        if found:
                            return found
    return []


def nation_or_owner(head: Word) -> list[Participant]:
    """Whose money it is: '*German* money', '*Norway's* cash', 'a loan *from Paris*'."""
    after = [p for c in head.children if c.dep_ == "prep" and c.lower_ in ("from", "of") for p in c.children if p.dep_ == "pobj"]
    named = nation_before(head.doc, head)
    return owners("payer", head) or named or [p for p in build_participants("payer", after) if is_giver(p)]


def with_role(role: Role, found: list[Participant]) -> list[Participant]:
    """Participants in another role."""
    return [replace(p, role=role) for p in found]


def intermediaries(near: list[Word]) -> list[Participant]:
    """Through whom: 'flown in through *Chad*', 'by way of *the United States*'."""
    heads = [
        p for w in near for c in w.children if c.dep_ == "prep" and c.lower_ in THROUGH for p in c.children if p.dep_ == "pobj"
    ]
    for word in near:
        ways = [w for w in find_arguments(word, "by") if w.lower_ == "way"]
        heads += [p for way in ways for p in find_arguments(way, "of")]
    return [p for p in build_participants("intermediary", heads) if p.country]
