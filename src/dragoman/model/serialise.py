"""Statements, findings and layers as the statement format writes them: plain dictionaries with a fixed order of keys."""

import json
from dataclasses import fields
from datetime import date
from hashlib import sha256
from typing import Any

from dragoman.model.document import Document
from dragoman.model.finding import Finding
from dragoman.model.span import Predicate, TimeExpression
from dragoman.model.statement import Figure, Statement

RENAMED = {"from_value": "from", "to_value": "to"}  # 'from' is a word of Python's
ALWAYS_IN_DOCUMENT = ("id", "title", "published", "url")
SOMETIMES_IN_DOCUMENT = ("publisher", "author", "language", "retrieved", "sha256")


def document_to_dict(document: Document) -> dict[str, Any]:
    """The `document` field: id, title, published and url always, the rest where it is known."""
    full = {name: getattr(document, name) for name in ALWAYS_IN_DOCUMENT + SOMETIMES_IN_DOCUMENT}
    return {k: plain(v) for k, v in full.items() if k in ALWAYS_IN_DOCUMENT or v is not None}


def plain(value: Any) -> Any:
    """A value of the model as JSON has it."""
    if isinstance(value, Document):
        return document_to_dict(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [plain(v) for v in value]
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    if hasattr(value, "__dataclass_fields__"):
        return {RENAMED.get(f.name, f.name): plain(getattr(value, f.name)) for f in fields(value)}
    return value


def statement_to_dict(statement: Statement) -> dict[str, Any]:
    """A statement in the form of the statement format."""
    row: dict[str, Any] = {f.name: plain(getattr(statement, f.name)) for f in fields(statement)}
    if isinstance(statement, Figure):
        row["period"] = row["time"]
    page = statement.document.page_at(statement.start)
    if page is not None:
        row["page"] = page
    return row


def finding_to_dict(finding: Finding) -> dict[str, Any]:
    """A finding in the form of the statement format."""
    return {f.name: plain(getattr(finding, f.name)) for f in fields(finding)}


def time_to_dict(document: Document, expression: TimeExpression) -> dict[str, Any]:
    """A line of the layer `time`."""
    return {
        "kind": "time",
        "document": document_to_dict(document),
        "start": expression.start,
        "end": expression.end,
        "text": expression.text,
        "time": plain(expression.time),
        "duration": expression.duration,
    }


def predicate_to_dict(document: Document, predicate: Predicate) -> dict[str, Any]:
    """A line of the layer `factuality`."""
    return {
        "kind": "factuality",
        "document": document_to_dict(document),
        "start": predicate.start,
        "end": predicate.end,
        "text": predicate.text,
        "factuality": plain(predicate.factuality),
        "realis": predicate.realis,
    }


def stable_id(*parts: object) -> str:
    """Sixteen hexadecimal digits that are the same for the same parts, on every machine and in every run."""
    return sha256(json.dumps([plain(p) for p in parts], ensure_ascii=False).encode()).hexdigest()[:16]
