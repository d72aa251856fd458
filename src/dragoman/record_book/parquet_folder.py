"""A record book as a folder of Parquet files, for archives: each table a folder, each batch a file in it.

`book.json` lists the files that belong to the book. A batch is written under new names first; the list, which replaces the old
one in one step, makes it part of the book. What a killed run leaves behind is in no list and does no harm.
"""

import json
import os
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from dragoman.model.errors import BookLocked, BookNotWritable, NotABook
from dragoman.record_book.duckdb_file import DuckDBFile, OverDuckDB
from dragoman.record_book.schema import BY_NAME, Table

LIST = "book.json"
LOCK = "writing.lock"  # a DuckDB file: its lock ends with the process that holds it, on every system


class ParquetFolder(OverDuckDB):
    """An open folder of Parquet files, asked through DuckDB."""

    def __init__(self, path: Path, *, write: bool) -> None:
        """Open the folder; see `open_database`."""
        self.name = str(path)
        self.path = path
        self.lock: DuckDBFile | None = None
        self.connection = duckdb.connect()
        if write:
            self.prepare_to_write()
        self.files = self.load_list()
        for table in self.files:
            self.show(table)

    def prepare_to_write(self) -> None:
        """Take the lock, after making the folder where there is none.

        Raises:
            NotABook: The folder holds other things.
            BookLocked: Another process writes.
            BookNotWritable: It must not be written to.
        """
        try:
            self.path.mkdir(exist_ok=True)
            strangers = [entry.name for entry in self.path.iterdir() if entry.name not in {LIST, LOCK, *BY_NAME}]
        except OSError as error:
            raise BookNotWritable(self.name, f"cannot be made or read: {error.strerror}") from error
        if strangers and not (self.path / LIST).exists():
            raise NotABook(self.name, f"the folder holds other things ({min(strangers)}); name an empty or a new one")
        if not os.access(self.path, os.W_OK):
            raise BookNotWritable(self.name, "the folder is read-only; nothing was changed")
        try:
            self.lock = DuckDBFile(self.path / LOCK, write=True)
        except BookLocked as error:
            raise BookLocked(self.name, error.message) from error

    def load_list(self) -> dict[str, list[str]]:
        """The files of each table.

        Raises:
            NotABook: The list is damaged or names a file that is not there.
        """
        path = self.path / LIST
        if not path.exists():
            return {}
        try:
            files: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))["files"]
            missing = [name for names in files.values() for name in names if not (self.path / name).is_file()]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise NotABook(self.name, f"{LIST} in it is damaged; bring a copy back") from error
        if missing:
            raise NotABook(self.name, f"lacks the file {missing[0]} that {LIST} names; bring a copy back")
        return files

    def show(self, table: str) -> None:
        """Make the table's files one relation to ask."""
        columns = ", ".join(f'"{name}"' for name in BY_NAME[table].columns)
        if names := self.files[table]:
            paths = ", ".join("'" + str(self.path / name).replace("'", "''") + "'" for name in names)
            self.execute(f'create or replace view "{table}" as select {columns} from read_parquet([{paths}])')
        else:
            empty = ", ".join(f'null::{kind} as "{name}"' for name, kind in BY_NAME[table].columns.items())
            self.execute(f'create or replace view "{table}" as select {empty} where false')

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        """See `Database`. A table is a list of files here, so that making one makes an entry, and indexes are left out."""
        if sql.startswith("create table if not exists"):
            table = sql.split('"')[1]
            if table not in self.files:
                self.files[table] = []
                self.show(table)
            return
        if sql.startswith("create index"):
            return
        super().execute(sql, parameters)

    def insert(self, table: Table, columns: dict[str, list[Any]]) -> None:
        """See `Database`. The rows are a file that the list does not name yet."""
        name = f"{table.name}/{uuid.uuid4().hex}.parquet"
        whole = {column: columns.get(column) for column in table.columns}
        length = len(next(iter(columns.values())))
        values = ", ".join(
            f'unnest(?::{kind.replace(" precision", "")}[]) as "{column}"' for column, kind in table.columns.items()
        )
        (self.path / table.name).mkdir(exist_ok=True)
        target = str(self.path / name).replace("'", "''")
        parameters = [values or [None] * length for values in whole.values()]
        self.execute(f"copy (select {values}) to '{target}' (format parquet, compression zstd)", parameters)
        self.files[table.name].append(name)
        self.show(table.name)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """See `Database`."""
        before = {table: list(names) for table, names in self.files.items()}
        try:
            yield
            self.save_list()
        except BaseException:
            self.files = before
            for table in before:
                self.show(table)
            raise

    def save_list(self) -> None:
        """Make what was written part of the book, in one step."""
        draft = self.path / f".{LIST}.part"
        try:
            with draft.open("w", encoding="utf-8") as stream:
                json.dump({"files": self.files}, stream, indent=1)
                stream.flush()
                os.fsync(stream.fileno())
            draft.replace(self.path / LIST)
        except OSError as error:
            raise BookNotWritable(self.name, f"cannot be written ({error.strerror}); what was stored before is safe") from error

    def tables(self) -> set[str]:
        """See `Database`."""
        return set(self.files)

    def close(self) -> None:
        """See `Database`."""
        self.connection.close()
        if self.lock is not None:
            self.lock.close()
