"""What adds to a record book: whole documents or none, each once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from dragoman.model.document import Document
from dragoman.model.finding import Finding
from dragoman.model.reading import Reading
from dragoman.record_book.rows import (
    as_columns,
    content_of,
    document_row,
    finding_row,
    mention_rows,
    participant_rows,
    statement_row,
)
from dragoman.record_book.schema import BY_NAME
from dragoman.record_book.store import Store

type Standing = Literal["new", "new version", "to be read anew", "known"]
NUMBERED = ("documents", "readings", "statements")
LATEST = """
    select d.content, r.reader
    from documents d left join readings r on r.document = d.number
    where d.address = ?
    order by d.number desc, r.number desc
    limit 1
"""


@dataclass(slots=True)
class Writer:
    """Adds readings in batches, each in one transaction: a run that is killed leaves whole batches.

    `flush` ends a batch; call it at the end. A batch that fails leaves the book as it was before it.
    """

    store: Store
    reader: str
    batch: int = 16
    waiting: list[tuple[Reading, Sequence[Finding]]] = field(default_factory=list)
    added: int = 0

    def standing_of(self, document: Document) -> Standing:
        """Whether a document has to be read: not where its present content was read by the present reader."""
        found = self.store.database.rows(LATEST, [document.url or document.id])
        if not found:
            return "new"
        content, reader = found[0]
        if content != content_of(document):
            return "new version"
        return "known" if reader == self.reader else "to be read anew"

    def add(self, reading: Reading, findings: Sequence[Finding] = ()) -> None:
        """Add what was read in a document. Adding it twice changes nothing."""
        self.waiting.append((reading, findings))
        if len(self.waiting) >= self.batch:
            self.flush()

    def flush(self) -> None:
        """Store what waits."""
        if not self.waiting:
            return
        database = self.store.database
        with database.transaction():
            rows = self.rows_of_batch()
            for table, those in rows.items():
                if those:
                    database.insert(BY_NAME[table], as_columns(table, those))
        self.added += len(rows["readings"])
        self.waiting = []

    def rows_of_batch(self) -> dict[str, list[dict[str, Any]]]:
        """The rows that the waiting readings add. Inside the transaction, so that numbers are given once."""
        numbers = {table: self.highest(table) for table in NUMBERED}
        rows: dict[str, list[dict[str, Any]]] = {name: [] for name in BY_NAME}
        at = self.store.timestamp()
        seen: dict[str, tuple[str, int]] = {}  # what this batch adds, by address
        for reading, findings in self.waiting:
            document = reading.document
            content, address = content_of(document), document.url or document.id
            known = seen.get(address) or self.latest(address)
            if known is None or known[0] != content:
                numbers["documents"] += 1
                rows["documents"].append(document_row(document, numbers["documents"], at))
                known = (content, numbers["documents"])
            elif address in seen or self.was_read(known[1]):
                continue
            seen[address] = known
            numbers["readings"] += 1
            number = numbers["readings"]
            rows["readings"].append({"number": number, "document": known[1], "reader": self.reader, "read_at": at})
            for statement in reading.statements:
                numbers["statements"] += 1
                rows["statements"].append(statement_row(statement, numbers["statements"], number))
                rows["participants"].extend(participant_rows(statement, numbers["statements"], number))
            rows["mentions"].extend(mention_rows(reading, number))
            rows["findings"].extend(finding_row(finding, number) for finding in findings)
        return rows

    def highest(self, table: str) -> int:
        """The highest number given in a table, 0 where it is empty."""
        ((number,),) = self.store.database.rows(f'select coalesce(max("number"), 0) from "{table}"')
        return int(number)

    def latest(self, address: str) -> tuple[str, int] | None:
        """Content and number of the youngest version of a document."""
        sql = "select content, number from documents where address = ? order by number desc limit 1"
        found = self.store.database.rows(sql, [address])
        return (found[0][0], int(found[0][1])) if found else None

    def was_read(self, document: int) -> bool:
        """Whether a version of a document was last read by the present reader."""
        sql = "select reader from readings where document = ? order by number desc limit 1"
        found = self.store.database.rows(sql, [document])
        return bool(found) and found[0][0] == self.reader


def add_all(writer: Writer, readings: Iterable[tuple[Reading, Sequence[Finding]]]) -> int:
    """Add readings with their findings, and say how many were not in the book yet."""
    for reading, findings in readings:
        writer.add(reading, findings)
    writer.flush()
    return writer.added
