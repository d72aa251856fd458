"""Parquet, for pandas, polars, R and DuckDB: the columns of the CSV table, numbers as numbers."""

import csv
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.exports.csv_table import flatten


def write_parquet(rows: Iterable[Mapping[str, Any]], path: Path, columns: Sequence[str], numbers: Sequence[str]) -> None:
    """Write rows as Parquet by way of a CSV file beside it, so that any number of rows fits into memory.

    Args:
        rows: Statements as they leave the program.
        path: The file to write.
        columns: All columns; what a row lacks is null.
        numbers: Those of the columns that hold numbers.
    """
    import duckdb  # noqa: PLC0415  heavy, and only needed here

    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        table = Path(folder) / "rows.csv"
        with table.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow(columns)
            for row in rows:
                flat = flatten(row)
                writer.writerow([flat.get(column, "").replace("\x00", "") for column in columns])
        types = {column: "DOUBLE" if column in numbers else "VARCHAR" for column in columns}
        with duckdb.connect() as connection:
            connection.read_csv(
                str(table), header=True, columns=types, quotechar='"', escapechar='"', delimiter=",", auto_detect=False
            ).write_parquet(str(path))
