"""A read-only look at a record book: its statements, documents, mentions and findings as they stand now, or stood on a day."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dragoman.record_book.judgements import Decisions, load_decisions
from dragoman.record_book.selection import ALWAYS, Selection, conditions_of
from dragoman.record_book.store import Store

# The youngest version of each document, and the youngest reading of it, as of a moment.
CURRENT: Final = """
with documents_now as (
    select max(number) as number from documents where added_at <= ? group by address
), readings_now as (
    select max(r.number) as number, r.document, max(r.read_at) as read_at
    from readings r join documents_now n on n.number = r.document where r.read_at <= ? group by r.document
)
"""
IN_BOOK: Final = "statements s join readings_now r on r.number = s.reading join documents d on d.number = r.document"
DOCUMENT_FIELDS: Final = ("id", "title", "published", "url")
MORE_OF_DOCUMENT: Final = ("publisher", "author", "language", "retrieved", "sha256")
AT_A_TIME: Final = 1000
EVERYTHING: Final = Selection()
COLUMNS: Final = ", ".join(f"d.{name}" for name in DOCUMENT_FIELDS + MORE_OF_DOCUMENT)


@dataclass(frozen=True, slots=True)
class View:
    """What a book says, without changing it."""

    store: Store

    def statements(self, selection: Selection = Selection()) -> Iterator[dict[str, Any]]:  # noqa: B008  frozen
        """The statements of a selection as they leave the program, by document and words."""
        decisions = self.decisions()
        if selection == EVERYTHING:
            sql = f"{CURRENT} select s.body, {COLUMNS} from {IN_BOOK} order by d.id, d.number, s.start, s.number"
            found = self.store.database.stream(sql, moment(selection))
        else:
            found = self.bodies(self.numbers(selection))
        for body, *document in found:
            row = statement_of(body, document)
            if selection.rejected or row["id"] not in decisions.rejected:
                yield decisions.apply(row)

    def numbers(self, selection: Selection) -> list[int]:
        """The numbers of a selection's statements, by document and words.

        Found first, and their long columns fetched after, since a columnar store reads only what is asked for.
        """
        query = conditions_of(selection)
        sql = f"{CURRENT} select s.number from {IN_BOOK} where {query.where()} order by d.id, d.number, s.start, s.number"
        return [int(number) for (number,) in self.store.database.stream(sql, [*moment(selection), *query.parameters])]

    def bodies(self, numbers: Sequence[int]) -> Iterator[tuple[Any, ...]]:
        """Statements with their documents, in the order of `numbers`."""
        for first in range(0, len(numbers), AT_A_TIME):
            some = numbers[first : first + AT_A_TIME]
            # Numbers of ours, and written out: a list of constants lets DuckDB skip what does not hold them.
            sql = (
                f"select s.number, s.body, {COLUMNS} from statements s join readings r on r.number = s.reading "
                f"join documents d on d.number = r.document where s.number in ({', '.join(map(str, some))})"
            )
            rows = {row[0]: row[1:] for row in self.store.database.rows(sql)}
            yield from (rows[number] for number in some)

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
