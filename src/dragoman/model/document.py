"""A document: the text that Dragoman reads, with what is known of where it comes from."""

import datetime as dt
from dataclasses import dataclass, field

from dragoman.model.closed_lists import FurnitureKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A stretch of text that is about the document, not about the world: a dateline, a byline, a credit, a disclaimer.

    `start` and `end` are characters, `end` excluded. A dateline may give `place`, `date` and `agency`, a byline `author`.
    """

    start: int
    end: int
    kind: FurnitureKind
    place: str | None = None
    date: dt.date | None = None
    agency: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text with its identity. Offsets everywhere count the code points of `text`.

    `published` is the date against which 'last month' is resolved; None where nothing tells it. `pages` holds, for a PDF,
    the offset at which each page begins. `sha256` is of the bytes the text was taken from.
    """

    id: str
    text: str
    title: str | None = None
    published: dt.date | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    retrieved: dt.date | None = None
    sha256: str | None = None
    pages: tuple[int, ...] = ()
    furniture: tuple[Furniture, ...] = field(default=())

    def page_at(self, offset: int) -> int | None:
        """The page (from 1) that holds the character at `offset`; None where the document has no pages."""
        return sum(start <= offset for start in self.pages) or None
