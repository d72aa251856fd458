"""The form of the reference tables: tab-separated values with comments and a line of column names, and TOML.

A table's lines that begin with '#' say what it covers and where it comes from. A cell may hold several values with ';'
between them. Wrong columns, a missing value or a value outside a closed list are refused by file and entry.
"""

import gzip
import tomllib
from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import Any

from dragoman.model.errors import ReferenceFileError

DATA = files("dragoman.reference") / "data"
Row = dict[str, str]


def read_data(file: str) -> str:
    """The text of a file of the package's data; a name in '.gz' is unpacked."""
    raw = (DATA / file).read_bytes()
    return (gzip.decompress(raw) if file.endswith(".gz") else raw).decode("utf-8")


def load_table(file: str, columns: Sequence[str], *, required: Sequence[str] = ()) -> list[Row]:
    """The rows of a table of the package's data, as dictionaries by column.

    Args:
        file: Its name in the package's data folder.
        columns: The columns that it must have, in this order.
        required: Columns that may not be empty.

    Raises:
        ReferenceFileError: The columns differ, a row has too many or too few cells, or a required cell is empty.
    """
    return parse_table(read_data(file), file, columns, required=required)


def parse_table(text: str, file: str, columns: Sequence[str], *, required: Sequence[str] = ()) -> list[Row]:
    """As `load_table`, from the text of the table; `file` is what the errors call it."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line and not line.startswith("#")]
    if not lines or lines[0][1].split("\t") != list(columns):
        found = lines[0][1].split("\t") if lines else []
        raise ReferenceFileError(file, None, f"the columns are {found}; expected {list(columns)}")
    rows = []
    for number, line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(columns):
            message = f"line {number} has {len(cells)} cells; expected {len(columns)} ({', '.join(columns)})"
            raise ReferenceFileError(file, cells[0], message)
        row = dict(zip(columns, cells, strict=True))
        for column in required:
            if not row[column]:
                raise ReferenceFileError(file, cells[0], f"line {number}: {column} is empty")
        rows.append(row)
    return rows


def load_toml(file: str) -> dict[str, Any]:
    """A TOML file of the package's data.

    Raises:
        ReferenceFileError: It is not TOML.
    """
    return parse_toml(read_data(file), file)


def parse_toml(text: str, file: str) -> dict[str, Any]:
    """As `load_toml`, from the text of the file."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ReferenceFileError(file, None, f"not TOML: {error}") from error


def split_cell(cell: str) -> tuple[str, ...]:
    """The values of a cell that may hold several."""
    return tuple(cell.split(";")) if cell else ()


def check_choice(value: str, allowed: Iterable[str], *, file: str, entry: str, key: str) -> str:
    """The value itself, where the closed list has it.

    Raises:
        ReferenceFileError: It has not; the message lists what is allowed.
    """
    choices = sorted(allowed)
    if value not in choices:
        raise ReferenceFileError(file, entry, f"{key} is {value!r}; allowed are {', '.join(choices)}")
    return value


def to_degrees(cell: str, *, file: str, entry: str, key: str) -> float | None:
    """Degrees of latitude (`key` 'lat' or in '_lat') or longitude; None for an empty cell.

    Raises:
        ReferenceFileError: Not a number, or off the globe.
    """
    if not cell:
        return None
    bound = 90 if key.endswith("lat") else 180
    try:
        degrees = float(cell)
    except ValueError:
        degrees = bound + 1.0
    if not -bound <= degrees <= bound:
        raise ReferenceFileError(file, entry, f"{key} is {cell!r}; expected degrees from -{bound} to {bound}")
    return degrees
