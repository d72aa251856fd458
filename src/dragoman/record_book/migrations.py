"""Older books → the form of today. Each step takes a book from one version to the next, adds, and drops nothing."""

from collections.abc import Callable
from typing import Final

from dragoman.record_book.database import Database
from dragoman.record_book.rows import as_columns
from dragoman.record_book.schema import BOOK, JUDGEMENTS, VERSION


def add_judgements(database: Database) -> None:
    """Version 2: what people have decided is kept in the book."""
    database.execute(JUDGEMENTS.create_sql())
    for sql in JUDGEMENTS.index_sql():
        database.execute(sql)


STEPS: Final[dict[int, Callable[[Database], None]]] = {1: add_judgements}  # by the version that a step starts from


def migrate(database: Database, version: int) -> None:
    """Bring a book of an older version up to date, in one transaction."""
    with database.transaction():
        for step in range(version, VERSION):
            STEPS[step](database)
        database.insert(BOOK, as_columns("book", [{"key": "version", "value": str(VERSION)}]))
