"""The nouns and names that tell a facility: which type it is, and what it is called."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

from dragoman.language.coreference import resolve_noun
from dragoman.language.mentions import mention_at
from dragoman.language.words import Word
from dragoman.model.closed_lists import FacilityType
from dragoman.reference.rule_files import load_word_lists
from dragoman.statements.participants import mention_or_referent

SITES: Final = frozenset({"base", "air base", "naval base", "airport", "power plant", "test site", "camp", "mine", "dam"})
SHUT: Final = frozenset({"close", "reopen", "shut"})  # what is done to a mission that is a house
TAKEN_UP: Final = frozenset({"facility", "mill", "plant", "site", "works", "workshop"})
FAR: Final = 80  # words
BUILT: Final = frozenset({"base", "bridge", "camp", "dam", "mill", "mine", "plant", "port", "terminal"})


@dataclass(frozen=True, slots=True)
class FacilityNouns:
    """The nouns that name facilities, and those that need company to do so."""

    types: Mapping[str, FacilityType]
    need_company: frozenset[str]
    company: frozenset[str]
    no_facility: frozenset[str]
    last_words: frozenset[str]  # of all of these: no other word need be looked at


@cache
def load_facility_nouns() -> FacilityNouns:
    """`rules/facility_nouns.toml`, turned round: noun or phrase → type."""
    lists = load_word_lists("dragoman.statements.rules", "facility_nouns.toml")
    types: dict[str, Any] = {}
    for name, nouns in lists.items():
        if name not in ("need_company", "company", "no_facility"):
            types |= dict.fromkeys(nouns, name)
    last_words = frozenset(phrase.rpartition(" ")[2] for phrase in (*types, *lists["no_facility"]))
    return FacilityNouns(types, lists["need_company"], lists["company"], lists["no_facility"], last_words)


def lemma_of(token: Word) -> str:
    """The noun as the lists have it: 'works' is no plural of 'work' there."""
    return "works" if token.lower_ == "works" else token.lemma_.lower()


def type_of(token: Word) -> FacilityType | None:
    """The type of facility that a noun with the words before it names; None where it names none."""
    nouns = load_facility_nouns()
    lemma = lemma_of(token)
    if lemma not in nouns.last_words or (lemma == "pipeline" and any(c.lower_ == "of" for c in token.children)):
        return None  # 'a pipeline *of* orders'
    if (told := type_of_phrase(token, lemma, nouns)) is not None:
        return None if told == "none" else told
    if lemma == "mission":
        return "embassy" if token.head.lemma_ in SHUT and token.dep_ in ("dobj", "nsubjpass") else None
    if lemma not in nouns.types:
        return None
    before = [c for c in token.children if c.dep_ in ("compound", "amod", "nmod") and c.i < token.i]
    return nouns.types[lemma] if lemma not in nouns.need_company or has_company(token, before, nouns) else None


def type_of_phrase(token: Word, lemma: str, nouns: FacilityNouns) -> FacilityType | Literal["none"] | None:
    """The type that two to four words tell, 'none' where they name no facility ('tax base'), None where the lists lack them."""
    for i in range(token.i - 1, max(token.i - 4, -1), -1):
        phrase = " ".join(t.lower_ for t in token.doc[i : token.i]) + " " + lemma
        if phrase in nouns.no_facility:
            return "none"
        if phrase in nouns.types:
            return nouns.types[phrase]
    return None


def has_company(token: Word, before: list[Word], nouns: FacilityNouns) -> bool:
    """Whether a noun that is common in other senses has a word beside it that makes it a facility."""
    words = [t for child in before for t in child.subtree]
    if any(t.lower_ in nouns.company or t.pos_ == "PROPN" for t in words) or has_owner(token) or stands_at_name(token):
        return True
    if any(c.dep_ == "appos" and any(p.dep_ == "case" for p in c.children) for c in token.children):
        return True  # 'two plants, *Renault's* at Tangier and …'
    earlier = resolve_noun(token.doc, token)
    if earlier is not None and earlier != token.i:
        return type_of(token.doc[earlier]) is not None
    return comes_back_to_works(token)


def has_owner(token: Word) -> bool:
    """Whether a state, a town or a body is told to own it: '*its* base', '*Mogadishu's* port', 'a camp *of the ELN*'."""
    owners = [m for c in token.children if c.dep_ == "poss" for m in mention_or_referent(token.doc, c)]
    if any(m.category in ("country", "nationality", "place", "organisation", "group") for m in owners):
        return True
    after = [m for c in token.children if c.lower_ == "of" for p in c.children for m in mention_or_referent(token.doc, p)]
    return any(m.category in ("country", "group") for m in after)


def stands_at_name(token: Word) -> bool:
    """Whether it stands at something with a name: 'a mill *at Tema*'; of some nouns also in it: 'the port *in Somalia*'."""
    words = ("at", "near", "in") if token.lemma_.lower() in BUILT else ("at", "near")
    places = [p for c in token.children if c.dep_ == "prep" and c.lower_ in words for p in c.children if p.dep_ == "pobj"]
    return any(p.pos_ == "PROPN" for p in places)


def comes_back_to_works(token: Word) -> bool:
    """Whether 'the works' or 'the plant' takes up a factory named shortly before."""
    if lemma_of(token) not in TAKEN_UP or not any(c.lower_ == "the" for c in token.children):
        return False
    types = load_facility_nouns().types
    return any(types.get(t.lemma_.lower()) == "factory" for t in token.doc[max(token.i - FAR, 0) : token.i])


def type_of_name(name: str) -> FacilityType:
    """The type that a name tells by its last words ('Incirlik Air Base'); 'other' where it tells none."""
    nouns = load_facility_nouns()
    parts = name.lower().split()
    for i in range(len(parts)):
        if (phrase := " ".join(parts[i:])) in nouns.types:
            return nouns.types[phrase]
    return "other"


def proper_name(token: Word) -> str | None:
    """The name of a facility: the capitalised words before its noun that name no country."""
    words: list[Word] = []
    for i in range(token.i - 1, -1, -1):
        before = token.doc[i]
        if before not in token.subtree or before.dep_ in ("det", "poss", "case"):
            break
        words.insert(0, before)
    while words and not is_name_part(words[0]):
        words.pop(0)
    if not words:
        return name_of_site(token)
    span = token.doc[words[0].i : token.i + 1]
    return span.text


def name_of_site(token: Word) -> str | None:
    """The site that a base or plant goes by: 'its air base at *Khadim*'; a factory at a town has no name by that."""
    if type_of(token) not in SITES:
        return None
    near = [c for c in token.children if c.dep_ == "prep" and c.lower_ == "at"]
    sites = [p for c in near for p in c.children if p.dep_ == "pobj" and p.pos_ == "PROPN"]
    return bare(sites[0]) if sites else None


def bare(head: Word) -> str:
    """A noun with the words before it, article aside: 'the *electric buses* in Laos'."""
    before = [c for c in head.children if c.dep_ in ("compound", "amod", "nmod") and c.i < head.i]
    return head.doc[min([head.i, *(c.left_edge.i for c in before)]) : head.i + 1].text


def is_name_part(token: Word) -> bool:
    """Whether a word begins a name: capitalised, and neither a country nor a nationality."""
    mention = mention_at(token.doc, token)
    if token.is_sent_start and token.pos_ not in ("PROPN", "NOUN"):
        return False  # a capital that only begins the sentence
    if token.is_sent_start and mention is None and not token.ent_type_:
        return False
    return token.text[:1].isupper() and (mention is None or mention.category not in ("country", "nationality", "organisation"))
