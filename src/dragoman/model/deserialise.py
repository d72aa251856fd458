"""The statement format → statements: what `serialise` writes, read back."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Final

from dragoman.model.closed_lists import Kind
from dragoman.model.document import Document
from dragoman.model.finding import Finding
from dragoman.model.serialise import ALWAYS_IN_DOCUMENT, SOMETIMES_IN_DOCUMENT
from dragoman.model.span import Factuality, Place, Time
from dragoman.model.statement import (
    Amount,
    Assessment,
    Attribution,
    Change,
    Content,
    Event,
    Facility,
    Figure,
    Membership,
    Participant,
    Quotation,
    Source,
    Statement,
    Tenure,
    Transfer,
)

CLASSES: Final[dict[Kind, type[Statement]]] = {
    "event": Event, "transfer": Transfer, "facility": Facility, "figure": Figure,
    "tenure": Tenure, "membership": Membership, "assessment": Assessment, "quotation": Quotation,
}  # fmt: skip
OBJECTS: Final[dict[str, type]] = {
    "factuality": Factuality, "author_factuality": Factuality, "time": Time, "order_time": Time, "place": Place,
    "quantity": Amount, "ordered": Amount, "delivered": Amount, "content": Content,
}  # fmt: skip
DAYS = ("published", "retrieved")


def document_from_dict(row: Mapping[str, Any], text: str = "") -> Document:
    """A document from the `document` field. The field has no text; give it where it is known."""
    known = {name: row[name] for name in ALWAYS_IN_DOCUMENT + SOMETIMES_IN_DOCUMENT if row.get(name) is not None}
    days = {name: dt.date.fromisoformat(known[name]) for name in DAYS if name in known}
    return Document(text=text, **{**known, **days})


def statement_from_dict(row: Mapping[str, Any], document: Document | None = None) -> Statement:
    """A statement from a row of the statement format.

    Args:
        row: The row.
        document: Its document, where it is at hand; else it is made of the row's own, without a text.

    Raises:
        KeyError: The row lacks a field of its kind.
    """
    kind = CLASSES[row["kind"]]
    given = {f.name: value_of(f.name, row[f.name]) for f in fields(kind) if f.name != "document" and f.name in row}
    return kind(**given, document=document or document_from_dict(row["document"]))


def finding_from_dict(row: Mapping[str, Any]) -> Finding:
    """A finding from a row of the statement format."""
    given: dict[str, Any] = {f.name: row.get(f.name) for f in fields(Finding) if f.name not in {"document", "statements"}}
    return Finding(**given, document=document_from_dict(row["document"]), statements=tuple(row["statements"]))


def value_of(name: str, value: Any) -> Any:
    """A field's value as the model has it."""
    if value is None:
        return None
    if name == "participants":
        return tuple(Participant(**participant) for participant in value)
    if name == "attribution":
        return Attribution(**{**value, "chain": tuple(Source(**link) for link in value["chain"])})
    if name == "change":
        return Change(**{{"from": "from_value", "to": "to_value"}.get(key, key): part for key, part in value.items()})
    if name in OBJECTS:
        return OBJECTS[name](**{key: tuple(part) if isinstance(part, list) else part for key, part in value.items()})
    return tuple(value) if isinstance(value, list) else value
