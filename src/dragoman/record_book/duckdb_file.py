"""A record book in one DuckDB file: the default."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from dragoman.model.errors import BookError, BookLocked, BookNotFound, BookNotWritable, NotABook
from dragoman.record_book.database import Row
from dragoman.record_book.schema import Table

AT_A_TIME = 1000  # rows of a stream
NO_SPACE = ("no space left", "could not write", "disk quota", "out of disk")


class OverDuckDB:
    """What is asked through a connection of DuckDB's, whatever it looks at."""

    name: str
    connection: duckdb.DuckDBPyConnection

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        """See `Database`."""
        try:
            self.connection.execute(sql, list(parameters))
        except duckdb.Error as error:
            raise understood(error, self.name) from error

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """See `Database`."""
        try:
            return self.connection.execute(sql, list(parameters)).fetchall()
        except duckdb.Error as error:
            raise understood(error, self.name) from error

    def stream(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[Row]:
        """See `Database`. A cursor of its own, so that other queries may be asked meanwhile."""
        cursor = self.connection.cursor()
        try:
            cursor.execute(sql, list(parameters))
            while rows := cursor.fetchmany(AT_A_TIME):
                yield from rows
        except duckdb.Error as error:
            raise understood(error, self.name) from error
        finally:
            cursor.close()


class DuckDBFile(OverDuckDB):
    """An open DuckDB file. One process may write, or many may read; DuckDB's lock on the file sees to it."""

    def __init__(self, path: Path, *, write: bool) -> None:
        """Open the file; see `open_database`."""
        self.name = str(path)
        check_file(path, write=write)
        try:
            self.connection = duckdb.connect(str(path), read_only=not write)
        except duckdb.Error as error:
            raise understood(error, self.name) from error

    def insert(self, table: Table, columns: dict[str, list[Any]]) -> None:
        """See `Database`."""
        names = ", ".join(f'"{name}"' for name in columns)
        # Lists taken apart side by side are some ten times faster here than rows one by one.
        values = ", ".join(f"unnest(?::{table.columns[name].replace(' precision', '')}[])" for name in columns)
        self.execute(f'insert into "{table.name}" ({names}) select {values}', list(columns.values()))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """See `Database`."""
        self.execute("begin transaction")
        try:
            yield
        except BaseException:
            self.connection.rollback()
            raise
        self.execute("commit")

    def tables(self) -> set[str]:
        """See `Database`."""
        return {name for (name,) in self.rows("select table_name from information_schema.tables")}

    def close(self) -> None:
        """See `Database`."""
        self.connection.close()


def check_file(path: Path, *, write: bool) -> None:
    """Refuse a place that no file can be read from or written to, before DuckDB gives a message about its own insides.

    Raises:
        BookNotFound: The folder that is to hold the book does not exist.
        BookNotWritable: File or folder must not be written to.
    """
    if not path.parent.is_dir():
        raise BookNotFound(str(path), f"there is no folder {str(path.parent)!r}; make it first")
    if not write:
        return
    if path.exists() and not os.access(path, os.W_OK):
        raise BookNotWritable(str(path), "the file is read-only; nothing was changed. Copy it, or change its permissions")
    if not os.access(path.parent, os.W_OK):
        raise BookNotWritable(str(path), f"the folder {str(path.parent)!r} must not be written to; nothing was changed")


def understood(error: duckdb.Error, name: str) -> BookError:
    """DuckDB's error in our words: what is the matter, and what to do."""
    words = str(error)
    lower = words.lower()
    if "could not set lock" in lower or "already attached" in lower or "being used by another process" in lower:
        return BookLocked(name, "another process has it open; wait until that is done, or close it. Nothing was changed")
    if any(sign in lower for sign in NO_SPACE):
        return BookNotWritable(name, f"cannot be written, the disk may be full; what was stored before is safe ({words})")
    if "not a valid duckdb" in lower or "corrupt" in lower or "serialization" in lower:
        return NotABook(name, "is no record book, or is damaged; name another file, or bring a copy back")
    return NotABook(name, f"the database refuses: {words}")
