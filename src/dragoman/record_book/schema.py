"""The tables of a record book: flat columns that every database has, dates and objects as text.

One table holds the statements of all kinds. A column that a kind has no use for is null there, which costs a columnar store
nothing, and a question over several kinds needs no union of eight tables (decision record 0006). `body` is the statement as it
leaves the program, without its document; the columns beside it are what questions are asked by.
"""

from dataclasses import dataclass
from typing import Final, Literal

VERSION: Final = 2

ColumnType = Literal["text", "bigint", "double precision"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table, its columns in order, and the columns that questions come by in databases that want to be told."""

    name: str
    columns: dict[str, ColumnType]
    indexed: tuple[tuple[str, ...], ...] = ()

    def create_sql(self) -> str:
        """What makes the table where it is not there yet."""
        columns = ", ".join(f'"{name}" {kind}' for name, kind in self.columns.items())
        return f'create table if not exists "{self.name}" ({columns})'

    def index_sql(self) -> tuple[str, ...]:
        """What makes its indexes. Columnar stores do without."""
        return tuple(
            f'create index if not exists "{self.name}_by_{"_".join(columns)}" on "{self.name}" '
            f"({', '.join(f'"{column}"' for column in columns)})"
            for columns in self.indexed
        )


# What the book says of itself: its version, when it was made.
BOOK = Table("book", {"key": "text", "value": "text"})

# A row for each version of each document. `address` is what versions of one document share: its URL, else its id.
# `content` is the digest of all that a reading depends on; a document whose content is there is not added again.
DOCUMENTS = Table(
    "documents",
    {
        "number": "bigint", "address": "text", "id": "text", "content": "text", "added_at": "text",
        "title": "text", "published": "text", "url": "text", "publisher": "text", "author": "text", "language": "text",
        "retrieved": "text", "sha256": "text", "pages": "text", "text": "text",
    },
    (("number",), ("address",), ("content",)),
)  # fmt: skip

# A reading of a document by a version of the reader. The youngest is current, older ones are kept.
READINGS = Table(
    "readings",
    {"number": "bigint", "document": "bigint", "reader": "text", "read_at": "text"},
    (("number",), ("document",)),
)

STATEMENTS = Table(
    "statements",
    {
        "number": "bigint", "reading": "bigint", "id": "text", "kind": "text",
        "start": "bigint", "end": "bigint", "text": "text",
        "time_start": "text", "time_end": "text", "granularity": "text",
        "polarity": "text", "certainty": "text", "realis": "text", "source": "text", "source_entity": "text",
        "place": "text", "place_country": "text", "latitude": "double precision", "longitude": "double precision",
        "precision": "text", "read_by": "text",
        # event
        "event_type": "text", "mode": "text", "goldstein": "double precision", "fatalities": "bigint",
        # transfer
        "transfer_type": "text", "item": "text", "item_category": "text",
        # facility (also: status of a membership)
        "facility_type": "text", "status": "text",
        # figure
        "measure": "text", "value": "double precision", "unit": "text",
        # tenure, assessment
        "office": "text", "direction": "text", "dimension": "text",
        "body": "text",
    },
    (("number",), ("reading",), ("id",), ("kind", "time_start")),
)  # fmt: skip

PARTICIPANTS = Table(
    "participants",
    {
        "statement": "bigint", "reading": "bigint", "position": "bigint", "role": "text", "name": "text", "text": "text",
        "start": "bigint", "end": "bigint", "entity": "text", "country": "text", "sector": "text",
    },
    (("statement",), ("country",), ("entity",)),
)  # fmt: skip

# All that the texts name, used in a statement or not: what entities across documents are made of.
MENTIONS = Table(
    "mentions",
    {
        "reading": "bigint", "start": "bigint", "end": "bigint", "text": "text", "category": "text", "name": "text",
        "entity": "text", "country": "text", "sector": "text",
    },
    (("reading",), ("entity",)),
)  # fmt: skip

FINDINGS = Table(
    "findings",
    {"reading": "bigint", "id": "text", "check": "text", "verdict": "text", "body": "text"},
    (("reading",),),
)

# What people have decided. `target` and `other` are ids of statements or keys of entities; `undoes` the number of a judgement.
# `about` keeps enough of the statements to find them again in a later reading that gives them other ids.
JUDGEMENTS = Table(
    "judgements",
    {
        "number": "bigint", "at": "text", "who": "text", "action": "text", "target": "text", "other": "text",
        "why": "text", "change": "text", "about": "text", "undoes": "bigint",
    },
    (("target",),),
)  # fmt: skip

TABLES: Final = (BOOK, DOCUMENTS, READINGS, STATEMENTS, PARTICIPANTS, MENTIONS, FINDINGS, JUDGEMENTS)
BY_NAME: Final = {table.name: table for table in TABLES}
