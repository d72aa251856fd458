"""A record book on a PostgreSQL server, for a team. Needs the extra 'postgres'."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from dragoman.model.errors import BookError, BookLocked, BookNotFound, BookNotWritable, NotABook, WrongCall
from dragoman.record_book.database import Row
from dragoman.record_book.schema import Table

try:
    import psycopg
except ImportError as error:
    message = "a book on PostgreSQL needs psycopg. Install it with: pip install 'dragoman[postgres]'"
    raise WrongCall(message) from error

AT_A_TIME = 1000
WRITERS_LOCK = 0x6472_6167  # one number for all our books in a database: who writes holds it until the transaction ends
PARAMETER = re.compile(r"%|\?")


class PostgresDatabase:
    """An open connection to a server. Many may read and write; writers take turns."""

    def __init__(self, address: str) -> None:
        """Connect; see `open_database`."""
        self.name = without_password(address)
        try:
            self.connection = psycopg.connect(address, autocommit=True)
        except psycopg.Error as error:
            raise BookNotFound(self.name, f"the server does not answer as asked: {first_line(error)}") from error

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        """See `Database`."""
        try:
            self.connection.execute(own_parameters(sql), list(parameters) or None)
        except psycopg.Error as error:
            raise understood(error, self.name) from error

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """See `Database`."""
        try:
            return self.connection.execute(own_parameters(sql), list(parameters)).fetchall()
        except psycopg.Error as error:
            raise understood(error, self.name) from error

    def stream(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[Row]:
        """See `Database`."""
        try:
            with self.connection.transaction(), self.connection.cursor(name="statements") as cursor:
                cursor.itersize = AT_A_TIME
                cursor.execute(own_parameters(sql), list(parameters))
                yield from cursor
        except psycopg.Error as error:
            raise understood(error, self.name) from error

    def insert(self, table: Table, columns: dict[str, list[Any]]) -> None:
        """See `Database`."""
        names = ", ".join(f'"{name}"' for name in columns)
        try:
            with self.connection.cursor() as cursor, cursor.copy(f'copy "{table.name}" ({names}) from stdin') as copy:
                for row in zip(*columns.values(), strict=True):
                    copy.write_row([without_nul(value) for value in row])
        except psycopg.Error as error:
            raise understood(error, self.name) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """See `Database`. Writers wait for each other here, which takes no longer than a batch."""
        try:
            with self.connection.transaction():
                self.connection.execute("select pg_advisory_xact_lock(%s)", [WRITERS_LOCK])
                yield
        except psycopg.Error as error:
            raise understood(error, self.name) from error

    def tables(self) -> set[str]:
        """See `Database`."""
        return {
            name
            for (name,) in self.rows("select table_name from information_schema.tables where table_schema = current_schema()")
        }

    def close(self) -> None:
        """See `Database`."""
        self.connection.close()


def own_parameters(sql: str) -> str:
    """The SQL with `%s` in place of `?`, and a per cent sign doubled."""
    return PARAMETER.sub(lambda found: "%%" if found.group() == "%" else "%s", sql)


def without_nul(value: object) -> object:
    """A text without the one character that PostgreSQL cannot keep; U+FFFD in its place keeps offsets true."""
    return value.replace("\0", "\N{REPLACEMENT CHARACTER}") if isinstance(value, str) else value


def without_password(address: str) -> str:
    """The address as it may be shown."""
    parts = urlsplit(address)
    return address.replace(f":{parts.password}@", "@") if parts.password else address


def first_line(error: Exception) -> str:
    """What an error says first; the rest is detail of the server's."""
    return str(error).strip().split("\n", 1)[0]


def understood(error: "psycopg.Error", name: str) -> BookError:
    """The server's error in our words."""
    match error:
        case psycopg.errors.LockNotAvailable() | psycopg.errors.DeadlockDetected():
            return BookLocked(name, "somebody else is writing; try again. Nothing was changed")
        case psycopg.errors.DiskFull() | psycopg.errors.InsufficientPrivilege() | psycopg.errors.ReadOnlySqlTransaction():
            return BookNotWritable(name, f"cannot be written: {first_line(error)}. What was stored before is safe")
        case _:
            return NotABook(name, f"the server refuses: {first_line(error)}")
