"""Factories, bases, embassies, tunnels and the like: by their nouns and names, with what became of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Final

from dragoman.language.attributes import in_furniture
from dragoman.language.coreference import resolve_noun
from dragoman.language.event_times import time_of
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

ABROAD: Final = frozenset(
    {"base", "air base", "naval base", "embassy", "consulate", "camp", "headquarters", "other", "test site", "port", "school"}
)
SITES: Final = frozenset({"base", "air base", "naval base", "airport", "power plant", "test site", "camp", "mine", "dam"})
PLACE_PREPOSITIONS: Final = ("in", "at", "near", "outside", "on", "under", "beside", "from")
BUILT: Final = frozenset({"base", "bridge", "dam", "mill", "mine", "plant", "port", "terminal"})
MAKERS: Final = frozenset({"factory", "plant", "mill", "works", "workshop", "line", "smelter"})
KINDS_OF_PLANT: Final = frozenset(
    {
        "assembly",
        "power",
        "production",
        "state",
        "pilot",
        "test",
        "treatment",
        "wind",
        "front",
        "supply",
        "security",
        "joint",
        "rail",
        "railway",
    }
)
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
    for draft in list(drafts.values()):
        if is_site_of_another(draft, drafts):
            del drafts[draft.head.i]
    for draft in drafts.values():
        inherit(doc, draft, drafts)
    told = list(told_of(doc, drafts))
    told_more = {draft.head.i for match, draft in told if not is_side_remark(doc, match)}
    used = {draft.head.i for _, draft in told}
    statements: list[Statement] = [
        build_told(doc, match, draft) for match, draft in told if draft.head.i not in told_more or not is_side_remark(doc, match)
    ]
    statements += [build_named(doc, draft) for i, draft in drafts.items() if i not in used and is_worth_naming(draft)]
    return statements


def is_side_remark(doc: Words, match: Match) -> bool:
    """Whether a frame tells no more than who built, owns or runs what something else is said of: 'a mill *owned by X* grinds'."""
    told = match.pattern.fields.get("status")
    return match.trigger.dep_ in ("acl", "conj") and told not in {"attacked", "closed"} and time_of(doc, match.trigger) is None


def is_site_of_another(draft: Draft, drafts: Mapping[int, Draft]) -> bool:
    """Whether a name only tells where another facility stands: 'its air base at *Khadim*'."""
    above = draft.head.head
    governor = above.head if draft.head.dep_ == "pobj" and above.lower_ == "at" else None
    if governor is None or type_of(draft.head) is not None:
        return False
    beside = [c for c in governor.children if c.dep_ in ("dobj", "nsubjpass")] if is_verbal(governor) else [governor]
    return any(c.i in drafts for c in beside)


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
    if any(p.pos_ == "PROPN" for c in token.children if c.dep_ == "prep" and c.lower_ in ("at", "near") for p in c.children):
        return True  # 'a mill *at Tema*'
    if token.lemma_.lower() in BUILT and any(
        p.pos_ == "PROPN" for c in token.children if c.lower_ == "in" for p in c.children if p.dep_ == "pobj"
    ):
        return True  # 'the port *in Somalia*'
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


def products_before(token: Word) -> list[str]:
    """What a facility makes, by the words before its noun: '*drone* factory', '*ammunition* plant'."""
    lemmas = [c for c in token.children if c.dep_ in ("compound", "nmod") and c.i < token.i]
    found = [item.name for c in lemmas for item in find_items(c) if not item.technology]
    if found or token.lemma_.lower() not in MAKERS:
        return found
    return [c.lemma_.lower() for c in lemmas if c.pos_ == "NOUN" and c.lemma_.lower() not in KINDS_OF_PLANT]


def products_after(token: Word) -> list[str]:
    """What a facility makes, by the clause after its noun: 'factory *to produce shells*'."""
    verbs = [c for c in token.children if c.dep_ in ("acl", "relcl") and c.lemma_ in MAKING]
    gerunds = [
        p for c in token.children if c.dep_ == "prep" and c.lower_ == "for" for p in c.children if p.dep_ in ("pcomp", "pobj")
    ]
    heads = [o for v in verbs + gerunds for o in v.children if o.dep_ == "dobj"]
    heads += [p for g in gerunds if g.lemma_ in ("production", "manufacture", "assembly") for p in find_prepositional(g, "of")]
    goods = [g for g in gerunds if g.pos_ == "NOUN" and g.lemma_ not in ("production", "manufacture", "assembly")]
    plain = [bare(j) for g in goods for j in coordinated(g)] if token.lemma_.lower() in MAKERS else []
    return [item.name for head in heads for item in find_items(head)] + plain


def operators_of(doc: Words, token: Word) -> list[Participant]:
    """Whose facility it is: '*Russia's* base', '*Chinese* embassy'."""
    heads = [c for c in token.children if c.dep_ in ("poss", "amod", "compound", "nmod") and c.i < token.i]
    mentions = [
        m for c in heads for m in mention_or_referent(doc, c) if m.category in ("country", "nationality", "group", "organisation")
    ]
    after = [p for c in token.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]  # 'a factory *of X*'
    mentions += [m for p in after for m in mention_or_referent(doc, p) if m.category in ("group", "organisation")]
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
                known = drafts.get(joined.i) or beside(joined, drafts)
                if known is not None:
                    yield match, complete(doc, match, known)


def beside(name: Word, drafts: Mapping[int, Draft]) -> Draft | None:
    """The facility that a name is told to be: '*Camp Lemnos*, its last base in Chad'."""
    found = next((drafts[c.i] for c in name.children if c.dep_ == "appos" and c.i in drafts), None)
    if found is not None and found.name is None and name.pos_ == "PROPN":
        found.name = bare(name)
    return found


def complete(doc: Words, match: Match, draft: Draft) -> Draft:
    """The draft with what the frame tells: roles, products; later mentions of the facility inherit it."""
    for role in ("operator", "owner", "builder", "host"):
        heads = match.heads(role)
        told = build_participants(role, heads)
        if role == "host":
            told = [from_mention("host", m, doc) for h in heads for m in places_in(doc, h) if m.country][:1]
        named = any(h.pos_ == "PROPN" for h in heads)  # a firm that no table knows is still somebody
        told = [p for p in told if p.country or p.entity or p.sector or (named and role != "host")]
        if told and not has_role(draft, role):
            draft.participants += told
    made = [item.name for head in match.heads("product") for item in find_items(head)]
    if made:
        draft.products = list(dict.fromkeys([*made, *draft.products]))
    return draft


def build_told(doc: Words, match: Match, draft: Draft) -> Facility:
    """The statement of what became of a facility."""
    draft.participants += host_of_owner(draft)
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


def host_of_owner(draft: Draft) -> list[Participant]:
    """The host of a works that is called by its country and by no other place: '*Egypt's* first power station'."""
    own = [p for p in draft.participants if p.role == "operator" and p.country and p.entity == f"state/{p.country}"]
    if has_role(draft, "host") or draft.facility_type in ABROAD or not own:
        return []
    return [replace(own[0], role="host")]


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
