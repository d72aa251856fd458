"""A reading → rows of the book's tables, as columns."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dragoman.model.document import Document
from dragoman.model.finding import Finding
from dragoman.model.reading import Reading
from dragoman.model.serialise import finding_to_dict, plain, stable_id, statement_to_dict
from dragoman.model.statement import Statement
from dragoman.record_book.schema import BY_NAME

SAME_NAME = (  # columns of `statements` that are fields of a kind, as they are
    "event_type", "mode", "goldstein", "fatalities", "transfer_type", "item", "item_category", "facility_type", "status",
    "measure", "value", "unit", "office", "direction", "dimension",
)  # fmt: skip
LARGEST_NUMBER = 2**63 - 1  # of the databases' whole numbers; a text may hold any


def content_of(document: Document) -> str:
    """The digest of all that a reading depends on: text, id, day of publication, title, address."""
    return stable_id(document.id, document.text, document.published, document.title, document.url)


def address_of(document: Document) -> str:
    """What versions of one document share: its URL, else its id."""
    return document.url or document.id


def document_row(document: Document, number: int, added_at: str) -> dict[str, Any]:
    """The row of a document."""
    return {
        "number": number,
        "address": address_of(document),
        "id": document.id,
        "content": content_of(document),
        "added_at": added_at,
        "pages": compact(document.pages) if document.pages else None,
        **{
            name: plain(getattr(document, name))
            for name in ("title", "published", "url", "publisher", "author", "language", "retrieved", "sha256", "text")
        },
    }


def statement_row(statement: Statement, number: int, reading: int) -> dict[str, Any]:
    """The row of a statement. `body` is the statement as it leaves the program, without its document."""
    body = statement_to_dict(statement)
    del body["document"]
    time, place, said = statement.time, statement.place, statement.attribution
    return {
        "number": number,
        "reading": reading,
        "id": statement.id,
        "kind": statement.kind,
        "start": statement.start,
        "end": statement.end,
        "text": statement.text,
        "time_start": time.start if time else None,
        "time_end": time.end if time else None,
        "granularity": time.granularity if time else None,
        "polarity": statement.factuality.polarity,
        "certainty": statement.factuality.certainty,
        "realis": statement.realis,
        "source": said.source if said else None,
        "source_entity": said.source_entity if said else None,
        "place": place.name if place else None,
        "place_country": place.country if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "precision": place.precision if place else None,
        "read_by": statement.read_by,
        **{name: bounded(getattr(statement, name, None)) for name in SAME_NAME},
        "body": compact(body),
    }


def participant_rows(statement: Statement, number: int, reading: int) -> Iterable[dict[str, Any]]:
    """The rows of those who take part in a statement, in its order."""
    for position, participant in enumerate(statement.participants):
        names = ("role", "name", "text", "start", "end", "entity", "country", "sector")
        values = {name: getattr(participant, name) for name in names}
        yield {"statement": number, "reading": reading, "position": position, **values}


def mention_rows(reading: Reading, number: int) -> Iterable[dict[str, Any]]:
    """The rows of all that a text names."""
    for mention in reading.mentions:
        names = ("start", "end", "text", "category", "name", "entity", "country", "sector")
        yield {"reading": number, **{name: getattr(mention, name) for name in names}}


def finding_row(finding: Finding, reading: int) -> dict[str, Any]:
    """The row of a finding."""
    body = finding_to_dict(finding)
    del body["document"]
    return {
        "reading": reading,
        "id": finding.id,
        "check": finding.check,
        "verdict": finding.verdict,
        "body": compact(body),
    }


def as_columns(table: str, rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Rows as columns, in the table's order."""
    return {column: [row.get(column) for row in rows] for column in BY_NAME[table].columns}


def compact(value: Any) -> str:
    """A value as JSON without spaces."""
    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def bounded(value: Any) -> Any:
    """A number that the databases can hold; the others stay in `body`."""
    return None if isinstance(value, int) and abs(value) > LARGEST_NUMBER else value
