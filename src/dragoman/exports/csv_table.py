"""Rows → CSV: one row a statement, a finding or a coded actor, for spreadsheets and statistics programs.

The columns of statements are made from the model, so that a new field has its column: objects are spread over columns
(`time_start`, `quantity_value`), each role has three (`supplier`, `supplier_country`, `supplier_sector`), and several
participants in a role, or values in a list, are joined by '; '. A cell that a spreadsheet would take for a formula begins with
an apostrophe.
"""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any, TextIO

from dragoman.model.closed_lists import KINDS, ROLES, Kind
from dragoman.model.statement import (
    Assessment,
    Event,
    Facility,
    Figure,
    Membership,
    Quotation,
    Statement,
    Tenure,
    Transfer,
)

CLASSES: dict[Kind, type[Statement]] = {
    "event": Event,
    "transfer": Transfer,
    "facility": Facility,
    "figure": Figure,
    "tenure": Tenure,
    "membership": Membership,
    "assessment": Assessment,
    "quotation": Quotation,
}
AMOUNT = ("value", "low", "high", "qualifier", "text")
# Fields that are objects, and which of their parts have columns.
PARTS: dict[str, tuple[str, ...]] = {
    "document": ("id", "title", "published", "url"),
    "attribution": ("source", "source_entity", "cue"),
    "factuality": ("polarity", "certainty", "cues"),
    "author_factuality": ("polarity", "certainty"),
    "time": ("start", "end", "granularity", "text", "basis"),
    "place": ("name", "country", "lat", "lon", "precision", "text"),
    "quantity": AMOUNT,
    "ordered": AMOUNT,
    "delivered": AMOUNT,
    "order_time": ("start", "end", "text"),
    "change": ("direction", "value", "unit", "from", "to"),
    "content": ("start", "end", "text"),
}
PLAIN = frozenset({"factuality"})  # parts whose columns need no prefix: 'polarity', 'certainty'
ROLE_PARTS = {"": "name", "_country": "country", "_sector": "sector"}
FINDING_COLUMNS = ("id", "check", "verdict", "claimed", "computed", "document_id", "document_title", "document_published",
                   "document_url", "start", "end", "text", "statements", "explanation", "reference")  # fmt: skip
ACTOR_COLUMNS = ("id", "text", "on", "country", "sector", "name", "entity", "because")
JOINED_BY = "; "
NUMBER = re.compile(r"[+-]?(?:\d[\d,]*)?(?:\.\d+)?(?:[eE][+-]?\d+)?%?\Z")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def statement_columns(kinds: Sequence[Kind] = KINDS, *, layers: bool = False) -> tuple[str, ...]:
    """The columns for statements of some kinds; with `layers` also what lines of layers have beyond them."""
    names = [f.name for f in fields(Statement)] + [f.name for kind in kinds for f in fields(CLASSES[kind])]
    spread = [column for name in names if name != "participants" for column in columns_of(name)]
    roles = [role + ending for role in ROLES for ending in ROLE_PARTS]
    return tuple(dict.fromkeys([*spread, "page", *(["duration"] if layers else []), *roles]))


def columns_of(name: str) -> list[str]:
    """The columns of one field."""
    prefix = "" if name in PLAIN else "author_" if name == "author_factuality" else f"{name}_"
    return [prefix + part for part in PARTS[name]] if name in PARTS else [name]


def write_csv(rows: Iterable[Mapping[str, Any]], stream: TextIO, columns: Sequence[str]) -> None:
    """Write rows in the form of the statement format as CSV, with a heading."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        flat = flatten(row)
        writer.writerow([defuse(flat.get(column, "")) for column in columns])


def flatten(row: Mapping[str, Any]) -> dict[str, str]:
    """One row with its objects spread over columns."""
    flat: dict[str, str] = {}
    for name, value in row.items():
        if name == "participants":
            flat |= role_cells(value)
        elif name in PARTS:
            parts = value or {}
            flat |= {column: cell(parts.get(part)) for column, part in zip(columns_of(name), PARTS[name], strict=True)}
        else:
            flat[name] = cell(value)
    return flat


def role_cells(participants: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The participants by role. In each column of a role the values stand in the same order; one not known is empty."""
    cells: dict[str, list[str]] = {}
    for participant in participants:
        for ending, part in ROLE_PARTS.items():
            cells.setdefault(participant["role"] + ending, []).append(cell(participant[part]))
    return {column: JOINED_BY.join(values) if any(values) else "" for column, values in cells.items()}


def cell(value: object) -> str:
    """A value as text; null is empty."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return JOINED_BY.join(map(cell, value))
    return str(value)


def defuse(words: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would compute it. Numbers are left as they are."""
    return "'" + words if words.startswith(FORMULA_STARTS) and not NUMBER.match(words) else words
