"""Books of older versions are brought up to date, and a full disk loses nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.model.errors import NotABook
from dragoman.model.serialise import statement_to_dict
from dragoman.record_book.database import open_database
from dragoman.record_book.judgements import Judge
from dragoman.record_book.schema import VERSION
from dragoman.record_book.store import open_book, version_of
from dragoman.record_book.view import View
from record_book_things import document, fill, held, reading, sale

OLD_BOOKS = sorted((Path(__file__).parent / "old_books").glob("*.sql"))


def restore(name, stored):
    """Put a stored book in place. A line of it is a statement of SQL."""
    database = open_database(name, write=True, create=True)
    with database.transaction():
        for line in stored.read_text(encoding="utf-8").splitlines():
            if not line.startswith("--"):
                database.execute(line.removesuffix(";"))
    database.close()


@pytest.mark.parametrize("stored", OLD_BOOKS, ids=lambda path: path.stem)
def test_an_older_book_is_brought_up_to_date_and_says_what_it_said(tmp_path, stored):
    name = str(tmp_path / "book.duckdb")
    restore(name, stored)
    with pytest.raises(NotABook, match="older form"):
        open_book(name)
    doc = document()
    assert fill(name, reading(doc, sale(doc)), reading(document("b.txt"))) == 1, "what an old book holds is not added again"
    with open_book(name, write=True) as store:
        assert version_of(store.database) == VERSION
        (row,) = View(store).statements()
        assert row == statement_to_dict(sale(doc))
        Judge(store, "me").judge("reject", row["id"])
        assert list(View(store).statements()) == []


ADDS = """
import resource, sys
from record_book_things import document, reading, sale
from dragoman.model.errors import BookError
from dragoman.record_book.schema import VERSION
from dragoman.record_book.store import open_book
from dragoman.record_book.writer import Writer
limit = int(sys.argv[2])
try:
    with open_book(sys.argv[1], write=True) as store:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        writer = Writer(store, "reader 1", batch=4)
        for number in range(4000):
            doc = document(str(number), f"{number} " + "".join(chr(97 + number * i * i % 26) for i in range(5000)))
            if writer.standing_of(doc) != "known":
                writer.add(reading(doc, sale(doc)))
        writer.flush()
except BookError as error:
    sys.exit(f"BookError: {error}")
"""


def test_a_full_disk_is_named_and_loses_nothing_that_was_stored(tmp_path):
    """A bound on the size of files stands for the disk: the system refuses to write in the same place."""
    name = str(tmp_path / "book.duckdb")
    doc = document("first.txt")
    fill(name, reading(doc, sale(doc)))
    bound = Path(name).stat().st_size + 400_000
    tests = Path(__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", ADDS, name, str(bound)], cwd=tests, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "disk may be full" in done.stderr
    assert "what was stored before is safe" in done.stderr
    with open_book(name) as store:
        counts = held(store)
        assert counts["documents"] == counts["readings"] == counts["statements"] >= 1
    more = document("next.txt")
    assert fill(name, reading(more, sale(more))) == 1
    with open_book(name) as store:
        assert held(store)["documents"] == counts["documents"] + 1
