"""A process that is killed while it adds leaves whole documents, and the next one goes on."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman.model.errors import BookNotFound, NotABook
from dragoman.record_book.store import open_book
from dragoman.record_book.view import View

DOCUMENTS = 60
STATEMENTS = 5
ADDS = f"""
import sys
from record_book_things import document, reading, sale
from dragoman.record_book.store import open_book
from dragoman.record_book.writer import Writer
with open_book(sys.argv[1], write=True, create=True) as store:
    writer = Writer(store, "reader 1", batch=4)
    for number in range({DOCUMENTS}):
        doc = document(str(number))
        if writer.standing_of(doc) != "known":
            writer.add(reading(doc, *(sale(doc, item=f"item {{n}}") for n in range({STATEMENTS}))))
    writer.flush()
"""


def add(name):
    return subprocess.Popen([sys.executable, "-c", ADDS, name], cwd=Path(__file__).parent.parent, stderr=subprocess.PIPE)


def held_by(name):
    """Documents and statements of a book; a run that was killed before it had made the book leaves none."""
    try:
        with open_book(name) as store:
            return len(list(View(store).documents())), View(store).count()
    except (BookNotFound, NotABook):
        return 0, 0


@pytest.mark.parametrize("kind", ["duckdb", "parquet"])
def test_a_run_killed_at_any_moment_leaves_whole_documents_and_can_go_on(tmp_path, kind):
    chance = random.Random(7)
    name = str(tmp_path / "book.duckdb") if kind == "duckdb" else str(tmp_path / "book") + "/"
    held = 0
    for _ in range(12):  # twelve moments here; benchmarks/killed_ingest.py tries a hundred
        process = add(name)
        time.sleep(chance.uniform(0.2, 1.2))
        process.send_signal(signal.SIGKILL)
        process.wait()
        documents, statements = held_by(name)
        assert statements == documents * STATEMENTS
        assert documents >= held
        held = documents
    assert add(name).wait() == 0
    with open_book(name) as store:
        assert View(store).count() == DOCUMENTS * STATEMENTS


def test_a_book_that_is_being_written_says_so(tmp_path):
    name = str(tmp_path / "book.duckdb")
    with open_book(name, write=True, create=True):
        code = f"from dragoman.record_book.store import open_book; open_book({name!r}, write=True)"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "another process has it open" in done.stderr
