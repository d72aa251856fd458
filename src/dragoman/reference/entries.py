"""Entries of a hand-made table with their line: cells checked for what they should hold, faults named by file, line and entry.

Beside `tables`, which reads plain cells, this is for tables where a cell is a key, a code of a closed list or a written date, and
where empty cells at a line's end are left out.
"""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dragoman.model.errors import ReferenceFileError
from dragoman.reference.tables import read_data

COUNTRY_CODE: Final = re.compile(r"[A-Z]{3}")
SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
WRITTEN_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")

# PLOVER's sectors, and the codes that stand in place of a country.
SECTORS: Final[frozenset[str]] = frozenset(
    re.findall(
        "[A-Z]+",
        "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC "
        "IGO UNO EUR NGO ISM IMG MNC",
    )
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a table: its file and line for messages, its cells by column. An empty cell is ''."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell in `column`."""
        return self.cells[column]

    def fault(self, message: str) -> ReferenceFileError:
        """The error to raise for this line; the entry is named by its first cell."""
        return ReferenceFileError(self.file, next(iter(self.cells.values())), f"line {self.line}: {message}")

    def list_in(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that holds several values with ';' between them."""
        return tuple(part.strip() for part in self[column].split(";") if part.strip())

    def filled(self, column: str) -> str:
        """The cell in `column`; an error where it is empty."""
        if not self[column]:
            raise self.fault(f"{column} is empty")
        return self[column]

    def slug_in(self, column: str) -> str:
        """A key: lower-case words and digits joined by hyphens."""
        if not SLUG.fullmatch(self[column]):
            raise self.fault(f"{column} is {self[column]!r}; a key is lower-case letters and digits joined by hyphens")
        return self[column]

    def country_in(self, column: str) -> str | None:
        """A country's alpha-3 code, None for an empty cell."""
        if self[column] and not COUNTRY_CODE.fullmatch(self[column]):
            raise self.fault(f"{column} is {self[column]!r}; a country is an ISO 3166-1 alpha-3 code such as 'IRN'")
        return self[column] or None

    def choice_in(self, column: str, allowed: frozenset[str]) -> str | None:
        """A value of a closed list, None for an empty cell."""
        return self.choice(self[column], allowed, column) if self[column] else None

    def choice(self, value: str, allowed: frozenset[str], column: str) -> str:
        """A part of a cell that must be of a closed list."""
        if value not in allowed:
            raise self.fault(f"{column} is {value!r}; allowed are {', '.join(sorted(allowed))}")
        return value

    def term(self) -> tuple[dt.date | None, dt.date | None]:
        """The days from column `from` to column `to`, both included; None is an open end."""
        start = self._day(self["from"], "from", last=False) if self["from"] else None
        end = self._day(self["to"], "to", last=True) if self["to"] else None
        if start and end and start > end:
            raise self.fault(f"from {self['from']} is after to {self['to']}")
        return start, end

    def first_day(self, written: str, column: str) -> dt.date:
        """The first day that a written date covers."""
        return self._day(written, column, last=False)

    def _day(self, written: str, column: str, *, last: bool) -> dt.date:
        """The first or last day that a written date covers."""
        match = WRITTEN_DATE.fullmatch(written)
        if match is None:
            raise self.fault(f"{column} is {written!r}; a date is written 2013, 2013-08 or 2013-08-15")
        try:
            year, month = int(match[1]), int(match[2] or (12 if last else 1))
            return dt.date(year, month, int(match[3] or (monthrange(year, month)[1] if last else 1)))
        except ValueError as error:
            raise self.fault(f"{column} is {written!r}, which is no day ({error})") from None


def parse_entries(text: str, file: str, columns: tuple[str, ...]) -> Iterator[Entry]:
    """The lines of a table, checked against the columns it should have.

    Args:
        text: The table: comments ('#' at the beginning of a line), a line of column names, then the entries.
        file: Its name, for messages.
        columns: The column names it must have, in order.

    Raises:
        ReferenceFileError: The column names are others, or a line has too many cells. Cells missing at a line's end are ''.
    """
    header: list[str] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = cells
            if tuple(header) != columns:
                raise ReferenceFileError(file, None, f"line {number}: the columns are {header}, expected {list(columns)}")
            continue
        if len(cells) > len(columns):
            raise ReferenceFileError(file, cells[0], f"line {number}: {len(cells)} cells, expected {len(columns)} at most")
        yield Entry(file, number, dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True)))


def load_entries(file: str, columns: tuple[str, ...]) -> Iterator[Entry]:
    """The lines of a table of the package's reference data. See `parse_entries`."""
    return parse_entries(read_data(file), file, columns)
