"""What a reader gets out of a file, before it becomes a document."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The text of a file and what the file itself tells of it; None where it tells nothing."""

    text: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: dt.date | None = None
    language: str | None = None
    url: str | None = None
    pages: tuple[int, ...] = ()
