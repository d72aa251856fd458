"""Factories, bases, embassies, tunnels and the like: by their nouns and names, with what became of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from dragoman.language.attributes import in_furniture
from dragoman.language.coreference import resolve_noun
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import coordinated, find_prepositional, is_verbal
from dragoman.language.words import Word, Words
from dragoman.model.closed_lists import FacilityStatus, FacilityType
from dragoman.model.statement import Facility, Participant, Statement
from dragoman.reference.rule_files import load_word_lists
from dragoman.statements.build import common_fields
from dragoman.statements.frames import lexicon_of
from dragoman.statements.items import find_items
from dragoman.statements.matching import Match, find_matches
from dragoman.statements.participants import build_participants, from_mention, mention_or_referent

PLACE_PREPOSITIONS: Final = ("in", "at", "near", "outside", "on")
MAKING: Final = frozenset({"assemble", "build", "develop", "fabricate", "make", "manufacture", "produce", "export"})


@dataclass(frozen=True, slots=True)
class FacilityNouns:
    """The nouns that name facilities, and those that need company to do so."""

    types: Mapping[str, FacilityType]
    need_company: frozenset[str]
    company: frozenset[str]
    no_facility: frozenset[str]
    last_words: frozenset[str]  # of all of these: no other word need be looked at


@dataclass(slots=True)
class Draft:
    """What is known of one facility noun before its statement is made."""

    head: Word
    facility_type: FacilityType
    name: str | None
    products: list[str] = field(default_factory=list)
    participants: list[Participant] = field(default_factory=list)


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


def read_facilities(doc: Words) -> list[Statement]:
    """A statement for each thing said of a facility, and one for each facility that is only named with its place or owner."""
    drafts = {token.i: draft for token in doc if (draft := draft_at(doc, token)) is not None}
    for draft in drafts.values():
        inherit(doc, draft, drafts)
    statements: list[Statement] = []
    used: set[int] = set()
    for match, draft in told_of(doc, drafts):
        used.add(draft.head.i)
        statements.append(build_told(doc, match, draft))
    statements += [build_named(doc, draft) for i, draft in drafts.items() if i not in used and is_worth_naming(draft)]
    return statements


def draft_at(doc: Words, token: Word) -> Draft | None:
    """The facility that a noun names; None where it names none."""
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ == "compound" or in_furniture(token):
        return None
    facility_type = type_of(token)
    mention = mention_at(doc, token)
    is_name = mention is not None and mention.category == "facility"
    if facility_type is None and not is_name:
        return None
    if facility_type is None and mention is not None and mention.place is None and type_of_name(mention.name) == "other":
        return None  # a name that neither the map nor its own words tell to be a facility's
    name = mention.name if mention is not None and is_name and any(c.isupper() for c in mention.text) else proper_name(token)
    draft = Draft(token, facility_type or type_of_name(name or token.text), name)
    draft.products = products_before(token) + products_after(token)
    draft.participants = operators_of(doc, token) + hosts_of(doc, token)
    if mention is not None and is_name and mention.country and not has_role(draft, "host"):
        draft.participants.append(
            Participant(
                role="host",
                name=mention.country,
                text=mention.text,
                start=mention.start,
                end=mention.end,
                entity=f"state/{mention.country}",
                country=mention.country,
            )
        )
    return draft


def type_of(token: Word) -> FacilityType | None:
    """The type of facility that a noun with the words before it names; None where it names none."""
    nouns = load_facility_nouns()
    lemma = token.lemma_.lower()
    if lemma not in nouns.last_words:
        return None
    for i in range(token.i - 1, max(token.i - 4, -1), -1):
        phrase = " ".join(t.lower_ for t in token.doc[i : token.i]) + " " + lemma
        if phrase in nouns.no_facility:
            return None
        if phrase in nouns.types:
            return nouns.types[phrase]
    if lemma not in nouns.types:
        return None
    before = [c for c in token.children if c.dep_ in ("compound", "amod", "nmod") and c.i < token.i]
    if lemma in nouns.need_company and not has_company(token, before, nouns):
        return None
    return nouns.types[lemma]


def has_company(token: Word, before: list[Word], nouns: FacilityNouns) -> bool:
    """Whether a noun that is common in other senses has a word beside it that makes it a facility."""
    words = [t for child in before for t in child.subtree]
    if any(t.lower_ in nouns.company or t.pos_ == "PROPN" for t in words):
        return True
    owners = [m for c in token.children if c.dep_ == "poss" for m in mention_or_referent(token.doc, c)]
    if any(m.category in ("country", "nationality") for m in owners):
        return True  # '*its* base', where that is a state's
    earlier = resolve_noun(token.doc, token)
    return earlier is not None and earlier != token.i and type_of(token.doc[earlier]) is not None


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
        return None
    span = token.doc[words[0].i : token.i + 1]
    return span.text


def is_name_part(token: Word) -> bool:
    """Whether a word begins a name: capitalised, and neither a country nor a nationality."""
    mention = mention_at(token.doc, token)
    return token.text[:1].isupper() and (mention is None or mention.category not in ("country", "nationality", "organisation"))


def products_before(token: Word) -> list[str]:
    """What a facility makes, by the words before its noun: '*drone* factory', '*ammunition* plant'."""
    lemmas = [c for c in token.children if c.dep_ in ("compound", "nmod") and c.i < token.i]
    return [item.name for c in lemmas for item in find_items(c) if not item.technology]


def products_after(token: Word) -> list[str]:
    """What a facility makes, by the clause after its noun: 'factory *to produce shells*'."""
    verbs = [c for c in token.children if c.dep_ in ("acl", "relcl") and c.lemma_ in MAKING]
    gerunds = [
        p for c in token.children if c.dep_ == "prep" and c.lower_ == "for" for p in c.children if p.dep_ in ("pcomp", "pobj")
    ]
    heads = [o for v in verbs + gerunds for o in v.children if o.dep_ == "dobj"]
    heads += [p for g in gerunds if g.lemma_ in ("production", "manufacture", "assembly") for p in find_prepositional(g, "of")]
    return [item.name for head in heads for item in find_items(head)]


def operators_of(doc: Words, token: Word) -> list[Participant]:
    """Whose facility it is: '*Russia's* base', '*Chinese* embassy'."""
    heads = [c for c in token.children if c.dep_ in ("poss", "amod", "compound", "nmod") and c.i < token.i]
    mentions = [
        m for c in heads for m in mention_or_referent(doc, c) if m.category in ("country", "nationality", "group", "organisation")
    ]
    return [from_mention("operator", m, doc) for m in mentions[:1]]


def hosts_of(doc: Words, token: Word) -> list[Participant]:
    """Where it stands, by its own phrase: 'factory *in Tajikistan*', 'embassy *in Kabul*'."""
    for preposition in PLACE_PREPOSITIONS:
        for head in find_prepositional(token, preposition):
            for joined in coordinated(head):
                found = [m for m in places_in(doc, joined) if m.country]
                if found:
                    return [from_mention("host", found[0], doc)]
    return []


def places_in(doc: Words, head: Word) -> list[Any]:
    """The mentions that a phrase of place holds: its head, 'the city *of Tabriz*', '*Tajik* capital'."""
    found = list(mention_or_referent(doc, head))
    for child in head.children:
        if child.dep_ in ("amod", "compound", "poss", "appos"):
            found += mention_or_referent(doc, child)
        if child.dep_ == "prep" and child.lower_ in ("of", "in"):
            found += [m for inner in child.children if inner.dep_ == "pobj" for m in mention_or_referent(doc, inner)]
    return found


def inherit(doc: Words, draft: Draft, drafts: Mapping[int, Draft]) -> None:
    """What was said of a facility before holds where the text comes back to it ('the factory')."""
    earlier = resolve_noun(doc, draft.head)
    known = drafts.get(earlier) if earlier is not None and earlier < draft.head.i else None
    if known is None:
        return
    draft.name = draft.name or known.name
    draft.products = draft.products or list(known.products)
    if draft.facility_type == "other":
        draft.facility_type = known.facility_type
    draft.participants += [p for p in known.participants if not has_role(draft, p.role)]


def has_role(draft: Draft, role: str) -> bool:
    """Whether a role is filled."""
    return any(p.role == role for p in draft.participants)


def told_of(doc: Words, drafts: Mapping[int, Draft]) -> Iterator[tuple[Match, Draft]]:
    """Each frame with each facility that it tells of."""
    for match in find_matches(doc, lexicon_of(doc, "facility")):
        for head in match.heads("facility"):
            for joined in coordinated(head):
                if joined.i in drafts:
                    yield match, complete(doc, match, drafts[joined.i])


def complete(doc: Words, match: Match, draft: Draft) -> Draft:
    """The draft with what the frame tells: roles, products; later mentions of the facility inherit it."""
    for role in ("operator", "owner", "builder", "host"):
        heads = match.heads(role)
        told = build_participants(role, heads)
        if role == "host":
            told = [from_mention("host", m, doc) for h in heads for m in places_in(doc, h) if m.country][:1]
        told = [p for p in told if p.country or p.entity or p.sector]
        if told and not has_role(draft, role):
            draft.participants += told
    made = [item.name for head in match.heads("product") for item in find_items(head)]
    if made:
        draft.products = list(dict.fromkeys([*made, *draft.products]))
    return draft


def build_told(doc: Words, match: Match, draft: Draft) -> Facility:
    """The statement of what became of a facility."""
    common = common_fields(
        doc,
        match.trigger,
        read_by=f"facility:{match.pattern.id}",
        participants=draft.participants,
        more=[draft.head, *match.heads("product")],
    )
    status: FacilityStatus | None = match.pattern.fields.get("status")
    if status in ("opened", "operating", "under construction") and common["realis"] in ("planned", "hypothetical"):
        status = "planned" if status != "operating" or match.pattern.id != "facility-makes" else None
    if status == "under construction" and match.trigger.tag_ in ("VBD", "VBN") and common["realis"] == "actual":
        status = "opened"
    return Facility(
        **common, name=draft.name, facility_type=draft.facility_type, product=tuple(dict.fromkeys(draft.products)), status=status
    )


def is_worth_naming(draft: Draft) -> bool:
    """Whether a facility that no frame tells of is told well enough by its own phrase: by its name, or owner and place."""
    own_host = has_role(draft, "host")
    return draft.name is not None or (own_host and (has_role(draft, "operator") or bool(draft.products)))


def build_named(doc: Words, draft: Draft) -> Facility:
    """The statement that a facility is there."""
    common = common_fields(doc, draft.head, read_by="facility:named", participants=draft.participants)
    governor = draft.head.head
    if is_verbal(governor) and common["time"] is not None:
        common["time"] = None  # the verb's time is of the verb's act, not of the facility's being there
    common["realis"] = "actual"
    return Facility(
        **common,
        name=draft.name,
        facility_type=draft.facility_type,
        product=tuple(dict.fromkeys(draft.products)),
        status=None,
    )
