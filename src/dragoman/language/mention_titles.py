"""Titles and the persons beside them: 'President Ebrahim Raisi', 'Javad Zarif, Iran's foreign minister'."""

import datetime as dt

from dragoman.language.mention_draft import Board, Draft
from dragoman.reference.office_titles import canonical_office
from dragoman.reference.offices import find_person, holder_at, holders_named
from dragoman.reference.spelling import name_key, slug_of

STRONG = frozenset({"office", "group"})


def join_titles(board: Board, day: dt.date | None) -> None:
    """Give persons what the title beside them says, and offices without a person their holder on the document's day."""
    turn_into_persons(board)
    ends: dict[int, list[Draft]] = {}
    starts: dict[int, list[Draft]] = {}
    persons = [d for d in board.drafts if d.category == "person"]
    for draft in board.drafts:
        if draft.kind == "role":
            ends.setdefault(draft.end, []).append(draft)
            starts.setdefault(draft.start, []).append(draft)
    named: set[int] = set()
    for person in persons:
        title = title_beside(board, person, starts, ends)
        if title is not None:
            take_title(person, title, day)
            title.entity = person.entity if title.category == "office" else title.entity
            named.add(id(title))
    for roles in ends.values():
        for role in roles:
            if role.category == "office" and id(role) not in named:
                find_holder(board, role, day)


def turn_into_persons(board: Board) -> None:
    """Names that the model takes for organisations but that stand in apposition to a human being: 'a magnate, Babak Zanjani'."""
    roles = {
        d.head: d
        for d in board.drafts
        if (d.kind == "role" and d.category != "organisation") or (d.kind == "role" and is_human(board.words[d.head]))
    }
    for draft in board.drafts:
        if draft.kind != "model" or draft.end - draft.start not in (2, 3) or draft.sector is not None:
            continue
        token = board.doc[draft.head]
        beside = token.head.i if token.dep_ == "appos" else next((c.i for c in token.children if c.dep_ == "appos"), None)
        role = roles.get(beside) if beside is not None else None
        if role is not None and board.doc[role.head].tag_ in ("NN", "NNP"):
            draft.kind, draft.category, draft.entity = "person", "person", f"person/{slug_of(draft.name)}"


def is_human(word: str) -> bool:
    """Whether a role noun means one human being by its ending: 'magnate', 'businessman', 'lawyer', 'activist'."""
    return word.lower().endswith(("man", "woman", "er", "or", "ist", "ian", "nate", "oon", "garch", "gate", "chief", "cutive"))


def title_beside(board: Board, person: Draft, starts: dict[int, list[Draft]], ends: dict[int, list[Draft]]) -> Draft | None:
    """The role that stands right before a person's name, or beside it after a comma."""
    doc, words = board.doc, board.words
    for draft in ends.get(person.start, []):
        return draft
    # 'Iran's foreign minister, Javad Zarif,' but not 'the minister, Javad Zarif and ...' without apposition
    before = person.start - 1
    if before > 0 and words[before] == ",":
        for draft in ends.get(before, []):
            if is_apposition(board, draft.head, person.head):
                return draft
    after = person.end
    if after < len(doc) and words[after] == ",":
        skip = after + 2 if after + 1 < len(doc) and words[after + 1].lower() in ("then", "now", "currently") else after + 1
        for draft in starts.get(skip, []):
            if is_apposition(board, person.head, draft.head):
                return draft
    return None


def is_apposition(board: Board, first: int, second: int) -> bool:
    """Whether one head stands in apposition to another by the parse."""
    one, two = board.doc[first], board.doc[second]
    return (two.dep_ == "appos" and two.head.i == first) or (one.dep_ == "appos" and one.head.i == second) or two.head.i == first


def take_title(person: Draft, title: Draft, day: dt.date | None) -> None:
    """Country and sector of a person by the title beside the name; the tables only complete what it leaves open."""
    known = find_person(person.name, day, country=title.country) if title.country else None
    if known is None and title.country is None and person.country is None:
        name_in_office(person, title, day)
    if known is not None:
        person.name, person.entity = known.person, known.entity
    if title.country is not None:
        person.country = title.country
    if title.sector is not None:
        person.sector = title.sector
    if title.country is None and person.country is not None:
        title.country = person.country
    person.because = f"title '{title.name}'"


def name_in_office(person: Draft, title: Draft, day: dt.date | None) -> None:
    """A surname with a title alone: 'President Obama' is of the one country that had a president of this name."""
    office = canonical_office(title.name, None)
    terms = [t for t in holders_named(person.name) if office in (None, t.office) and t.country is not None]
    if len({t.country for t in terms}) != 1:
        return
    person.country = terms[0].country
    held = [t for t in terms if day is not None and t.covers(day)] or terms
    if len({t.entity for t in held}) == 1:
        person.name, person.entity = held[0].person, held[0].entity


def find_holder(board: Board, role: Draft, day: dt.date | None) -> None:
    """The person who held an office on a day: 'Iran's foreign minister'. The sector stays that of the office."""
    if role.country is None or day is None or role.sector == "ELI":
        return
    words = list(board.words[role.start : role.end])
    for size in (3, 2, 1):
        tail = " ".join(words[-size:])
        holder = holder_at(role.country, name_key(tail), day)
        if holder is not None:
            role.entity = holder.entity
            role.because += f"; held by {holder.person} on {day}"
            return
