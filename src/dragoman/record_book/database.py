"""What the record book asks of a database, and which database a book's name means.

The SQL of this package keeps to what DuckDB and PostgreSQL have in common: flat columns, common table expressions, window
functions; `?` stands for a parameter. What differs between databases is behind this protocol.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from dragoman.model.errors import BookNotFound, WrongCall
from dragoman.record_book.schema import Table

type Row = tuple[Any, ...]
POSTGRES = ("postgresql://", "postgres://")


class Database(Protocol):
    """An open database. Not to be shared between threads."""

    name: str  # for messages: the path, or the address without its password

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        """Run a statement of SQL that gives nothing back."""

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """The rows of a query."""

    def stream(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[Row]:
        """The rows of a query, a bounded number held at a time."""

    def insert(self, table: Table, columns: dict[str, list[Any]]) -> None:
        """Add rows, given as columns of equal length."""

    def transaction(self) -> AbstractContextManager[None]:
        """Everything inside happens, or nothing of it. Waits for no other writer: raises BookLocked."""

    def tables(self) -> set[str]:
        """The names of the tables that are there."""

    def close(self) -> None:
        """Let go of the database."""


def open_database(name: str, *, write: bool = False, create: bool = False) -> Database:
    """Open the database of a book.

    Args:
        name: `book.duckdb`, any other path for one file; a folder (or a name that ends with `/`) for Parquet files;
            `postgresql://…` for a server.
        write: Whether rows will be added.
        create: Make the database where there is none.

    Raises:
        BookNotFound: There is none, and `create` is not asked for.
        NotABook: There is something else in its place, or it is damaged.
        BookLocked: Somebody else is writing in it.
        BookNotWritable: `write`, and it cannot be written to.
    """
    if name.startswith(POSTGRES):
        from dragoman.record_book.postgres import PostgresDatabase  # noqa: PLC0415  an extra that may be missing

        return PostgresDatabase(name)
    if "://" in name:
        raise WrongCall(f"{name}: no database that Dragoman knows; use a file, a folder, or postgresql://…")
    path = Path(name)
    folder = path.is_dir() or name.endswith(("/", "\\"))
    if not path.exists() and not create:
        raise BookNotFound(name, "there is no such book; 'dragoman book add' makes one")
    if folder:
        from dragoman.record_book.parquet_folder import ParquetFolder  # noqa: PLC0415  loads DuckDB, which takes a while

        return ParquetFolder(path, write=write)
    from dragoman.record_book.duckdb_file import DuckDBFile  # noqa: PLC0415  as above

    return DuckDBFile(path, write=write)
