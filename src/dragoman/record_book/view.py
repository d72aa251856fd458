"""A read-only look at a record book: its statements, documents, mentions and findings as they stand now, or stood on a day."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from dragoman.record_book.judgements import Decisions, load_decisions
from dragoman.record_book.selection import ALWAYS, Selection, conditions_of
from dragoman.record_book.store import Store

# The youngest version of each document, and the youngest reading of it, as of a moment.
CURRENT: Final = """
with documents_now as (
    select number from (
        select number, row_number() over (partition by address order by number desc) as age from documents where added_at <= ?
    ) as versions where age = 1
), readings_now as (
    select number, document, read_at from (
        select r.number, r.document, r.read_at, row_number() over (partition by r.document order by r.number desc) as age
        from readings r join documents_now n on n.number = r.document where r.read_at <= ?
    ) as readings_of_each where age = 1
)
"""
IN_BOOK: Final = "statements s join readings_now r on r.number = s.reading join documents d on d.number = r.document"
DOCUMENT_FIELDS: Final = ("id", "title", "published", "url")
MORE_OF_DOCUMENT: Final = ("publisher", "author", "language", "retrieved", "sha256")
COLUMNS: Final = ", ".join(f"d.{name}" for name in DOCUMENT_FIELDS + MORE_OF_DOCUMENT)


@dataclass(frozen=True, slots=True)
class View:
    """What a book says, without changing it."""

    store: Store

    def statements(self, selection: Selection = Selection()) -> Iterator[dict[str, Any]]:  # noqa: B008  frozen
        """The statements of a selection as they leave the program, by document and words."""
        query = conditions_of(selection)
        sql = (
            f"{CURRENT} select s.body, {COLUMNS} from {IN_BOOK} where {query.where()} order by d.id, d.number, s.start, s.number"
        )
        decisions = self.decisions()
        for body, *document in self.store.database.stream(sql, [*moment(selection), *query.parameters]):
            row = statement_of(body, document)
            if selection.rejected or row["id"] not in decisions.rejected:
                yield decisions.apply(row)

    def decisions(self) -> Decisions:
        """What people have decided about the book."""
        return load_decisions(self.store)

    def count(self, selection: Selection = Selection()) -> int:  # noqa: B008  frozen
        """How many statements a selection holds."""
        query = conditions_of(selection)
        rejected = self.decisions().rejected
        if rejected and not selection.rejected:
            query.add(f"s.id not in ({', '.join('?' * len(rejected))})", *sorted(rejected))
        sql = f"{CURRENT} select count(*) from {IN_BOOK} where {query.where()}"
        ((number,),) = self.store.database.rows(sql, [*moment(selection), *query.parameters])
        return int(number)

    def documents(self, selection: Selection = Selection()) -> Iterator[dict[str, Any]]:  # noqa: B008  frozen
        """The documents as they stand, with their texts, by id."""
        sql = (
            f"{CURRENT} select {COLUMNS}, d.text, d.pages, d.added_at, r.read_at from readings_now r "
            "join documents d on d.number = r.document order by d.id, d.number"
        )
        names = (*DOCUMENT_FIELDS, *MORE_OF_DOCUMENT, "text", "pages", "added_at", "read_at")
        for row in self.store.database.stream(sql, moment(selection)):
            yield dict(zip(names, row, strict=True))

    def mentions(self, selection: Selection = Selection()) -> Iterator[dict[str, Any]]:  # noqa: B008  frozen
        """All that the current documents name, by document and words."""
        names = ("document", "start", "end", "text", "category", "name", "entity", "country", "sector")
        columns = ", ".join(f'm."{name}"' for name in names[1:])
        sql = (
            f"{CURRENT} select d.id, {columns} from mentions m join readings_now r on r.number = m.reading "
            "join documents d on d.number = r.document order by d.id, d.number, m.start"
        )
        for row in self.store.database.stream(sql, moment(selection)):
            yield dict(zip(names, row, strict=True))

    def findings(self, selection: Selection = Selection()) -> Iterator[dict[str, Any]]:  # noqa: B008  frozen
        """What the checks found in the current documents, as it leaves the program."""
        sql = (
            f"{CURRENT} select f.body, {COLUMNS} from findings f join readings_now r on r.number = f.reading "
            "join documents d on d.number = r.document order by d.id, d.number"
        )
        for body, *document in self.store.database.stream(sql, moment(selection)):
            yield statement_of(body, document)


def moment(selection: Selection) -> list[str]:
    """The parameters of `CURRENT`: a day means its end."""
    at = selection.as_of or ALWAYS
    at = at + "T99" if len(at) == len("2022-06-10") else at
    return [at, at]


def statement_of(body: str, document: list[Any]) -> dict[str, Any]:
    """A stored statement or finding as it leaves the program, its document in its place."""
    row: dict[str, Any] = json.loads(body)
    known = dict(zip(DOCUMENT_FIELDS + MORE_OF_DOCUMENT, document, strict=True))
    whole = {name: value for name, value in known.items() if name in DOCUMENT_FIELDS or value is not None}
    head: dict[str, Any] = {name: row.pop(name) for name in ("id", "kind") if name in row}
    return {**head, "document": whole, **row}
