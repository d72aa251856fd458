"""Factories, bases, embassies, tunnels and the like: by their nouns and names, with what became of them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from dragoman.language.event_times import time_of
from dragoman.language.syntax import coordinated, find_prepositional, is_verbal
from dragoman.language.words import Words
from dragoman.model.closed_lists import FacilityStatus
from dragoman.model.statement import Facility, Participant, Statement
from dragoman.statements.build import common_fields
from dragoman.statements.facility_drafts import (
    BODIES,
    Draft,
    around,
    beside,
    draft_at,
    find_left_out,
    has_role,
    host_of_owner,
    inherit,
    is_site_of_another,
    places_in,
)
from dragoman.statements.frames import lexicon_of
from dragoman.statements.items import find_items
from dragoman.statements.matching import Match, find_matches
from dragoman.statements.participants import build_participants, from_mention

BUILDING: Final = frozenset({"build-a-facility", "put-up-a-facility"})  # whose past tense says that the work is done


def read_facilities(doc: Words) -> list[Statement]:
    """A statement for each thing said of a facility, and one for each facility that is only named with its place or owner."""
    drafts = {token.i: draft for token in doc if (draft := draft_at(doc, token)) is not None}
    for draft in list(drafts.values()):
        if is_site_of_another(draft, drafts):
            del drafts[draft.head.i]
    for draft in drafts.values():
        inherit(doc, draft, drafts)
    drafts |= {draft.head.i: draft for draft in find_left_out(doc, drafts)}
    for draft in list(drafts.values()):
        join_apposed(draft, drafts)
    told = without_echoes(list(told_of(doc, drafts)))
    told_more = {draft.head.i for match, draft in told if not is_side_remark(doc, match)}
    used = {draft.head.i for _, draft in told}
    statements: list[Statement] = [
        build_told(doc, match, draft) for match, draft in told if draft.head.i not in told_more or not is_side_remark(doc, match)
    ]
    statements += [build_named(doc, draft) for i, draft in drafts.items() if i not in used and is_worth_naming(draft)]
    return statements


def join_apposed(draft: Draft, drafts: dict[int, Draft]) -> None:
    """Make one of a name and what it is told to be: '*Camp Lemonnier*, America's *base* at Djibouti'."""
    other = next((drafts[c.i] for c in draft.head.children if c.dep_ == "appos" and c.i in drafts), None)
    if draft.name is None or other is None or other.name is not None:
        return
    draft.facility_type = other.facility_type if draft.facility_type in ("other", "camp") else draft.facility_type
    draft.products = draft.products or other.products
    draft.participants += [p for p in other.participants if not has_role(draft, p.role)]
    del drafts[other.head.i]


def without_echoes(told: list[tuple[Match, Draft]]) -> list[tuple[Match, Draft]]:
    """What is told, less what a verb tells only through its complement: 'plans to *open* a mill', 'remains *shut*'."""
    inner = {(match.trigger.head.i, draft.head.i) for match, draft in told if match.trigger.dep_ in ("xcomp", "acomp", "oprd")}
    return [(match, draft) for match, draft in told if (match.trigger.i, draft.head.i) not in inner]


def is_side_remark(doc: Words, match: Match) -> bool:
    """Whether a frame tells no more than who built, owns or runs what something else is said of: 'a mill *owned by X* grinds'."""
    told = match.pattern.fields.get("status")
    is_own_act = told in {"attacked", "closed"} or (told is not None and match.trigger.dep_ == "conj" and told != "operating")
    return match.trigger.dep_ in ("acl", "conj") and not is_own_act and time_of(doc, match.trigger) is None


def told_of(doc: Words, drafts: Mapping[int, Draft]) -> Iterator[tuple[Match, Draft]]:
    """Each frame with each facility that it tells of."""
    for match in find_matches(doc, lexicon_of(doc, "facility")):
        for head in match.heads("facility"):
            for joined in coordinated(head):
                known = drafts.get(joined.i) or beside(joined, drafts) or around(joined, match.trigger, drafts)
                if known is not None:
                    yield match, complete(doc, match, known)


def complete(doc: Words, match: Match, draft: Draft) -> Draft:
    """A draft for one statement, with what its frame tells: roles, products.

    What the frame tells of owner, operator and host holds for what is told of the facility later on; who built it only
    where that is said in passing.
    """
    roles: dict[str, list[Participant]] = {}
    for role in ("operator", "owner", "builder", "host"):
        heads = match.heads(role)
        told = build_participants(role, heads)
        if role == "host":
            told = [from_mention("host", m, doc) for h in heads for m in places_in(doc, h) if m.country][:1]
        named = any(h.pos_ == "PROPN" or h.lemma_.lower() in BODIES for h in heads)  # whom no table knows is still somebody
        told = [p for p in told if p.country or p.entity or p.sector or (named and role != "host")]
        if told and not (role == "host" and has_role(draft, "host")):
            roles[role] = told
    made = [item.name for head in match.heads("product") for item in find_items(head)]
    if made:
        draft.products = list(dict.fromkeys([*made, *draft.products]))
    full = [p for told in roles.values() for p in told] + [p for p in draft.participants if p.role not in roles]
    aside = match.trigger.dep_ == "acl"  # 'a mill *put up by X* grinds wheat'
    lasting = [p for role, told in roles.items() if role != "builder" or aside for p in told]
    replaced = {p.role for p in lasting}
    draft.participants = lasting + [p for p in draft.participants if p.role not in replaced]
    return replace(draft, participants=full, products=list(draft.products))


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
    going_on = any(c.lower_ == "being" for c in match.trigger.children)
    is_built = match.trigger.tag_ in ("VBD", "VBN") and match.pattern.id in BUILDING
    if status == "under construction" and is_built and common["realis"] == "actual" and not going_on:
        status = "opened"
    if status == "planned" and common["realis"] == "actual":
        common["realis"] = "planned"  # the plan is there, the facility is not
    return Facility(
        **common, name=draft.name, facility_type=draft.facility_type, product=tuple(dict.fromkeys(draft.products)), status=status
    )


def is_worth_naming(draft: Draft) -> bool:
    """Whether a facility that no frame tells of is told well enough by its own phrase: by its name, or owner and place."""
    own_host = has_role(draft, "host")
    has_ends = draft.facility_type in ("pipeline", "railway") and any(
        p.pos_ == "PROPN" for p in find_prepositional(draft.head, "from")
    )
    left_out = any(p.role == "operator" and p.start == draft.head.idx for p in draft.participants)  # 'and *Renault's* at Tangier'
    return draft.name is not None or has_ends or left_out or (own_host and (has_role(draft, "operator") or bool(draft.products)))


def is_taken_as_there(draft: Draft) -> bool:
    """Whether the phrase takes it that the facility is there: a name, 'the', 'its'; of 'a' and 'any' the clause decides."""
    determiners = {c.lower_ for c in draft.head.children if c.dep_ in ("det", "neg")}
    return draft.name is not None or not determiners & {"a", "an", "any", "no", "another"}


def build_named(doc: Words, draft: Draft) -> Facility:
    """The statement that a facility is there."""
    common = common_fields(doc, draft.head, read_by="facility:named", participants=draft.participants)
    governor = draft.head.head
    if is_verbal(governor) and common["time"] is not None:
        common["time"] = None  # the verb's time is of the verb's act, not of the facility's being there
    if is_taken_as_there(draft):
        common["realis"] = "actual"
    elif any(c.lower_ == "any" for c in draft.head.children):
        common["realis"] = "hypothetical"
    return Facility(
        **common,
        name=draft.name,
        facility_type=draft.facility_type,
        product=tuple(dict.fromkeys(draft.products)),
        status=None,
    )
