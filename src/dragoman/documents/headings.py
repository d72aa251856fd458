"""What the first lines of a text tell of it: its title, its author, its date, its publisher."""

import datetime as dt
import re

from dragoman.model.document import Furniture

LONGEST_TITLE = 200  # characters
FIELD = re.compile(r"^(Title|Headline|Publisher|Publication|Outlet|Language):[ \t]+(.+?)[ \t]*$", re.MULTILINE)
FIELDS_FROM = 2_000  # characters at the beginning in which such fields are looked for


def find_title(text: str, furniture: tuple[Furniture, ...]) -> str | None:
    """The headline of a text: a first line of its own, not a sentence, with more text below it."""
    start = len(text) - len(text.lstrip())
    skipped = True
    while skipped:
        skipped = False
        for piece in furniture:
            if piece.start <= start < piece.end:
                start = piece.end + len(text[piece.end :]) - len(text[piece.end :].lstrip())
                skipped = True
                if piece.kind == "dateline" and piece.place:
                    return None  # the story has begun
    line, _, rest = text[start:].partition("\n")
    title = line.strip()
    own_line = rest.startswith("\n") or any(f.start <= start + len(line) + 1 < f.end for f in furniture)
    if not rest.strip() or not own_line or len(title) > LONGEST_TITLE or title.endswith((".", ",", ";", ":")):
        return None
    return title or None


def find_fields(text: str) -> dict[str, str]:
    """Fields that stand at the head of a text ('Title: …', 'Publisher: …'), by lower-case name."""
    return {key.lower(): value for key, value in FIELD.findall(text[:FIELDS_FROM])}


def find_author(furniture: tuple[Furniture, ...]) -> str | None:
    """The author whom a byline names."""
    return next((f.author for f in furniture if f.kind == "byline" and f.author), None)


def find_date(furniture: tuple[Furniture, ...]) -> dt.date | None:
    """The day of the first dateline that names one with its year."""
    return next((f.date for f in furniture if f.kind == "dateline" and f.date), None)
