"""Persons: names of the tables and of the model, what their titles say of them, and surnames that stand for them later."""

import datetime as dt

from dragoman.language.mention_draft import Board, Draft, head_of
from dragoman.language.words import Words
from dragoman.reference.offices import Holder, find_person, terms_of_person
from dragoman.reference.spelling import plain, slug_of

PARTICLES = frozenset(
    {
        "al",
        "el",
        "bin",
        "bint",
        "ibn",
        "ben",
        "de",
        "da",
        "di",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "-",
        "du",
        "dos",
        "abu",
        "ul",
    }
)
PLACE_WORDS = frozenset({"in", "at", "near", "outside", "of", "around"})
NOT_NAMES = frozenset(
    {
        "president",
        "minister",
        "mr.",
        "mr",
        "mrs.",
        "ms.",
        "dr.",
        "general",
        "king",
        "sheikh",
        "prince",
        "secretary",
        "leader",
        "supreme",
    }
)


def sector_of(holder: Holder, day: dt.date | None) -> str:
    """The sector of a person on a day; an office that ended before it gives ELI."""
    return holder.sector_at(day)


def term_of(entity: str, day: dt.date | None, name: str, country: str | None) -> Holder | None:
    """The term of a known person that matters on a day."""
    found = find_person(name, day, country=country)
    if found is not None:
        return found
    terms = terms_of_person(entity)
    return terms[-1] if terms else None


def complete_known_person(draft: Draft, day: dt.date | None) -> None:
    """Give a person of the tables the country and sector of the term that holds on a day."""
    holder = term_of(draft.entity or "", day, draft.name, None)
    if holder is not None:
        draft.country, draft.sector = holder.country, sector_of(holder, day)
        draft.because = f"{holder.person}, {holder.office} ({holder.source})"


def add_persons_of_model(board: Board, day: dt.date | None) -> None:
    """Put the persons whom the model finds on the board, where no table has the name."""
    doc = board.doc
    for ent in doc.ents:
        if ent.label_ != "PERSON":
            continue
        start, end = trimmed(doc, ent.start, ent.end)
        while start < end and board.owner[start] >= 0:
            start += 1
        if end - start < 1 or not board.is_free(start, end) or not doc[start].text[0].isupper():
            continue
        if end - start == 1 and start > 0 and doc[start - 1].lower_ in PLACE_WORDS:
            continue  # 'the town of Samarra': the towns decide
        add_person(board, start, end, day)


def trimmed(doc: Words, start: int, end: int) -> tuple[int, int]:
    """A person's span without titles before and possessive marks after the name."""
    while start < end and (doc[start].lower_ in NOT_NAMES or not doc[start].text[0].isalpha()):
        start += 1
    while end > start and (doc[end - 1].lower_ in ("'s", "’s", "'", "’") or not doc[end - 1].text[-1].isalnum()):
        end -= 1
    return start, end


def add_person(board: Board, start: int, end: int, day: dt.date | None) -> Draft | None:
    """Put a person on the board; somebody of the tables where the name fits one."""
    doc = board.doc
    name = doc[start:end].text
    draft = Draft(start, end, head_of(doc, start, end), "person", "person", name, because="name found by the language model")
    holder = find_person(name, day) if day or end - start > 1 else None
    if holder is not None:
        draft.name, draft.entity, draft.country = holder.person, holder.entity, holder.country
        draft.sector, draft.because = sector_of(holder, day), f"{holder.person}, {holder.office} ({holder.source})"
    elif end - start > 1:
        draft.entity = f"person/{slug_of(name)}"
    return board.add(draft)


def surnames_in(drafts: list[Draft], doc: Words) -> dict[str, Draft]:
    """Full names of a document by what may stand for them alone: the last word, a double surname; the first named keeps it."""
    found: dict[str, Draft] = {}
    for draft in drafts:
        if draft.category != "person" or draft.end - draft.start < 2:
            continue
        words = [doc[i].text for i in range(draft.start, draft.end)]
        double = [size for size in (2, 3) if len(words) > size and words[-size].lower() in PARTICLES]
        keys = [words[-1], *(" ".join(words[-size:]) for size in double)]
        for term in terms_of_person(draft.entity or "")[:1]:
            keys += list(term.surnames)
        for key in keys:
            found.setdefault(plain(key.rstrip("?")).lower(), draft)
    return found


def add_surnames(board: Board, day: dt.date | None) -> None:
    """Read surnames that stand alone as the person named in full in the document, whatever the model takes them for."""
    doc = board.doc
    known = surnames_in(board.drafts, doc)
    for i, word in enumerate(board.words):
        if not word[0].isupper():
            continue
        owner = board.at(i)
        if owner is not None and not is_weak(owner):
            continue
        token = doc[i]
        if token.pos_ != "PROPN" and token.ent_type_ == "":
            continue
        full = known.get(plain(token.text).lower())
        if full is not None and not (full.start <= token.i < full.end):
            replace_by_person(board, token.i, full)
        elif owner is None:
            add_leader_by_surname(board, token.i, day)


def is_weak(draft: Draft) -> bool:
    """Whether a draft of one word may give way to a surname: the model's finds and small towns."""
    return draft.end - draft.start == 1 and draft.kind in ("model", "city", "person")


def replace_by_person(board: Board, at: int, full: Draft) -> None:
    """Put a surname on the board in place of what stood there."""
    old = board.at(at)
    draft = Draft(
        at, at + 1, at, "person", "person", full.name, full.entity, full.country, full.sector, None, f"surname of {full.name}"
    )
    if old is not None:
        board.drafts[board.owner[at]] = draft
    else:
        board.add(draft)


def add_leader_by_surname(board: Board, at: int, day: dt.date | None) -> None:
    """Read a surname alone as a leader in office whose country the document names ('Mugabe' in a text on Zimbabwe)."""
    doc = board.doc
    if doc[at].ent_type_ not in ("PERSON", "ORG", "GPE", "NORP", "") or (doc[at].is_sent_start and doc[at].ent_type_ == ""):
        return
    holder = find_person(doc[at].text, day) if day else None
    if holder is None or holder.country is None:
        return
    if not any(d.country == holder.country and d.kind in ("country", "demonym", "capital") for d in board.drafts):
        return
    because = f"{holder.person}, {holder.office} ({holder.source})"
    board.add(
        Draft(
            at,
            at + 1,
            at,
            "person",
            "person",
            holder.person,
            holder.entity,
            holder.country,
            sector_of(holder, day),
            None,
            because,
        )
    )
