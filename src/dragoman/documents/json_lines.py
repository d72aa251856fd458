"""JSON Lines → documents: one a line, in the form that the statement format gives for input.

The text is taken as it stands: offsets count the code points that the line gives. One bad line is one error; the rest goes on.
"""

import datetime as dt
import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, BinaryIO

from dragoman.documents.building import check_text
from dragoman.documents.furniture import find_furniture
from dragoman.documents.headings import find_date
from dragoman.documents.languages import check_language
from dragoman.documents.limits import Limits
from dragoman.model.document import Document
from dragoman.model.errors import DocumentError, DocumentFault, DocumentMalformed, DocumentTooLarge

TEXTS = ("title", "url", "publisher", "author")


def read_json_lines(
    name: str, stream: BinaryIO, *, limits: Limits, published: dt.date | None = None
) -> Iterator[Document | DocumentError]:
    """The documents of a JSON Lines file, read line by line.

    Args:
        name: The file's id; an error and a row without an id are named after it and the line's number ('rows.jsonl#3').
        stream: The file, open for reading bytes.
        limits: Bounds, for each line.
        published: A day for rows that give none.
    """
    number = 0
    while line := stream.readline(limits.file_bytes + 1):
        number += 1
        place = f"{name}#{number}"
        if len(line) > limits.file_bytes:
            while line and not line.endswith(b"\n"):  # the rest of the long line
                line = stream.readline(limits.file_bytes)
            yield DocumentTooLarge(place, f"line {number} is over {limits.file_bytes:,} bytes")
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            try:
                yield read_row(place, number, line, limits=limits, published=published)
            except DocumentError as error:
                yield error
            except Exception as error:  # noqa: BLE001  a fault of ours in one row; those after it can still be read
                yield DocumentFault.of(place, error)


def read_row(place: str, number: int, line: bytes, *, limits: Limits, published: dt.date | None) -> Document:
    """The document of one line.

    Raises:
        DocumentMalformed: Not a JSON object with a text; the message names the line.
    """
    row = parse_row(place, number, line)
    name = place if row.get("id") is None else str(row["id"])
    text = row["text"]
    check_text(name, text, limits)
    language = check_language(name, text)
    stated = stated_date(place, number, row.get("published")) or published
    texts = {key: optional_text(place, number, key, row.get(key)) for key in TEXTS}
    furniture = find_furniture(text, published=stated)
    return Document(
        id=name,
        text=text,
        published=stated or find_date(furniture),
        language=language,
        sha256=sha256(line.rstrip(b"\r\n")).hexdigest(),
        furniture=furniture,
        title=texts["title"],
        url=texts["url"],
        publisher=texts["publisher"],
        author=texts["author"],
    )


def parse_row(place: str, number: int, line: bytes) -> dict[str, Any]:
    """The object of one line, with an id and a text that can be used."""
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise DocumentMalformed(place, f"line {number} is not UTF-8: byte {error.start}") from error
    except (ValueError, RecursionError) as error:
        raise DocumentMalformed(place, f"line {number} is not JSON: {error}"[:300]) from error
    if not isinstance(row, dict):
        raise DocumentMalformed(place, f"line {number} is {type(row).__name__}, not an object with 'id' and 'text'")
    if not isinstance(row.get("text"), str):
        raise DocumentMalformed(
            place, f"line {number} has no 'text' that is a string; its keys are {', '.join(map(str, row))[:200]}"
        )
    for key in ("id", "text"):
        try:
            str(row.get(key)).encode()
        except UnicodeEncodeError as error:
            raise DocumentMalformed(place, f"line {number}: {key!r} holds half of a character (a lone surrogate)") from error
    return row


def stated_date(place: str, number: int, value: object) -> dt.date | None:
    """The day in `published`: 'YYYY-MM-DD', or a time that begins so."""
    if value is None or value == "":
        return None
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError as error:
        raise DocumentMalformed(place, f"line {number}: published is {value!r}, not a day as in '2022-05-17'") from error


def optional_text(place: str, number: int, key: str, value: object) -> str | None:
    """A field that may be missing or null."""
    if value is None or (isinstance(value, str) and is_whole(value)):
        return value
    raise DocumentMalformed(place, f"line {number}: {key!r} is {type(value).__name__}, not a string or null")


def is_whole(value: str) -> bool:
    """Whether a string can leave the program as UTF-8."""
    return not any("\ud800" <= c <= "\udfff" for c in value)
