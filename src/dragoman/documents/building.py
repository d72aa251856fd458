"""Contents → a document: bounds and language are checked, furniture is found, and gaps are filled from the text itself."""

import datetime as dt
from dataclasses import replace
from hashlib import sha256

from dragoman.documents.contents import Contents
from dragoman.documents.furniture import find_furniture
from dragoman.documents.headings import find_author, find_date, find_fields, find_title
from dragoman.documents.languages import check_language
from dragoman.documents.limits import Limits, check_size
from dragoman.model.document import Document
from dragoman.model.errors import DocumentEmpty


def build_document(
    name: str,
    contents: Contents,
    data: bytes,
    *,
    limits: Limits,
    published: dt.date | None = None,
    url: str | None = None,
    retrieved: dt.date | None = None,
) -> Document:
    """The document of a file or an address.

    Args:
        name: Its id.
        contents: What the reader got.
        data: The bytes that were read, for the hash.
        limits: Bounds.
        published: A day that the caller gives; it goes before what the file tells.
        url: Where it was fetched.
        retrieved: When it was fetched.
    """
    text = contents.text
    check_text(name, text, limits)
    language = check_language(name, text)
    known = published or contents.published
    furniture = find_furniture(text, published=known)
    fields = find_fields(text)
    document = Document(
        id=name,
        text=text,
        title=contents.title or fields.get("title") or fields.get("headline") or find_title(text, furniture),
        published=known or find_date(furniture),
        url=url or contents.url,
        publisher=contents.publisher or fields.get("publisher") or fields.get("publication") or fields.get("outlet"),
        author=contents.author or find_author(furniture),
        language=language or (contents.language if contents.language == "en" else None),
        retrieved=retrieved,
        sha256=sha256(data).hexdigest(),
        pages=contents.pages,
        furniture=furniture,
    )
    return with_dated_furniture(document, known)


def with_dated_furniture(document: Document, known: dt.date | None) -> Document:
    """The document with year-less datelines resolved, where its date came from another line of its own."""
    if known is not None or document.published is None:
        return document
    return replace(document, furniture=find_furniture(document.text, published=document.published))


def check_text(name: str, text: str, limits: Limits) -> None:
    """Refuse a text with nothing in it, or with too much.

    Raises:
        DocumentEmpty: Only blanks.
        DocumentTooLarge: Over the bound.
    """
    if not text.strip():
        raise DocumentEmpty(name, "nothing to read in it")
    check_size(name, len(text), limits.characters, "characters")
