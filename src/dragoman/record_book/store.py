"""A record book: opened, made, brought up to date; what writes in it, and what looks at it.

with open_book("book.duckdb", write=True, create=True) as book:
    for reading in readings:
        book.writer().add(reading, findings, reader=version)
"""

import datetime as dt
from collections.abc import Callable
from types import TracebackType
from typing import Self

from dragoman.model.errors import BookNewer, NotABook
from dragoman.record_book.database import Database, open_database
from dragoman.record_book.migrations import migrate
from dragoman.record_book.rows import as_columns
from dragoman.record_book.schema import BOOK, TABLES, VERSION

type Clock = Callable[[], dt.datetime]


def now() -> dt.datetime:
    """The time of day, which only the book's own notes ('added at') depend on."""
    return dt.datetime.now(dt.UTC)


class Store:
    """An open record book. Use it as a context manager, or call `close`."""

    def __init__(self, database: Database, *, writable: bool, clock: Clock = now) -> None:
        """Take an open database that holds a book of this version; `open_book` makes sure that it does."""
        self.database = database
        self.writable = writable
        self.clock = clock

    @property
    def name(self) -> str:
        """What the book is called in messages."""
        return self.database.name

    def timestamp(self) -> str:
        """The time of day as the book writes it, to the microsecond, so that its text sorts as time does."""
        return self.clock().astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Let go of the database."""
        self.close()


def open_book(name: str, *, write: bool = False, create: bool = False, clock: Clock = now) -> Store:
    """Open a record book.

    Args:
        name: A file (DuckDB), a folder or a name that ends with `/` (Parquet), or `postgresql://…`.
        write: Whether something will be added. An older book is brought up to date, which loses nothing.
        create: Make the book where there is none.
        clock: For the times at which things are added.

    Raises:
        BookError: It is not there, is no book, is locked, cannot be written, or is of a newer version.
    """
    database = open_database(name, write=write, create=create)
    try:
        prepare(database, write=write, create=create, clock=clock)
    except BaseException:
        database.close()
        raise
    return Store(database, writable=write, clock=clock)


def prepare(database: Database, *, write: bool, create: bool, clock: Clock) -> None:
    """Make sure that the database holds a book of this version.

    Raises:
        NotABook: It holds something else.
        BookNewer: The book is of a version that this program does not know.
    """
    tables = database.tables()
    if not tables & {table.name for table in TABLES}:
        if not create:
            raise NotABook(database.name, "holds no record book; 'dragoman book add' makes one in a place of its own")
        make_tables(database, clock)
        return
    if BOOK.name not in tables:
        raise NotABook(database.name, "holds tables of something else; name another place for the book")
    version = version_of(database)
    if version > VERSION:
        words = f"was written by a newer Dragoman (version {version} of the book's form, this program knows {VERSION}); update it"
        raise BookNewer(database.name, words)
    if version < VERSION:
        if not write:
            words = f"is of an older form (version {version}); 'dragoman book add' brings it up to date, losing nothing"
            raise NotABook(database.name, words)
        migrate(database, version)


def version_of(database: Database) -> int:
    """The version of the book's form. The youngest entry counts, as nothing is updated in place.

    Raises:
        NotABook: There is none.
    """
    found = [value for (value,) in database.rows("select value from book where key = 'version'")]
    try:
        return max(map(int, found))
    except ValueError as error:
        raise NotABook(database.name, "does not say of which version it is; bring a copy back") from error


def make_tables(database: Database, clock: Clock) -> None:
    """Make an empty book."""
    with database.transaction():
        for table in TABLES:
            database.execute(table.create_sql())
            for sql in table.index_sql():
                database.execute(sql)
        entries = [{"key": "version", "value": str(VERSION)}, {"key": "made_at", "value": clock().isoformat()}]
        database.insert(BOOK, as_columns("book", entries))
