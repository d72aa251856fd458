"""Faults of ours in a document, and processes that die over one, cost that document and not the run; with real processes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.model
TESTS = Path(__file__).resolve().parents[1]
TEXT = "Turkey sold 20 drones to Mali on 4 May 2022, the Turkish ministry said.\n"


def read_folder(folder, names, processes):
    """The program over a folder of documents of these names, with the model of the tests."""
    for name in names:
        (folder / name).write_text(TEXT)
    program = "from dragoman.cli.program import main; main()"
    call = ["read", ".", "--format", "jsonl", "--model", "unsteady_model", "--processes", str(processes)]
    return subprocess.run(
        [sys.executable, "-c", program, *call],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=240, check=False,
        env={**os.environ, "PYTHONPATH": str(TESTS)},
    )  # fmt: skip


def documents_in(output):
    """The documents of the rows, each once, in order."""
    return list(dict.fromkeys(json.loads(line)["document"]["id"] for line in output.splitlines()))


@pytest.mark.parametrize("processes", [1, 2])
def test_fault_is_named_and_the_others_are_written_in_order(tmp_path, processes):
    done = read_folder(tmp_path, ["a.txt", "b.txt", "c.txt", "d.txt"], processes)
    assert done.returncode == 1
    assert documents_in(done.stdout) == ["a.txt", "c.txt", "d.txt"]
    assert "1 of 4 documents could not be read" in done.stderr
    assert "b.txt: a fault of Dragoman; please report it with the document: IndexError in unsteady_model.py" in done.stderr


def test_process_that_dies_is_named_and_the_others_are_written_in_order(tmp_path):
    done = read_folder(tmp_path, ["a.txt", "k.txt", "l.txt", "m.txt"], 2)
    assert done.returncode == 1
    assert documents_in(done.stdout) == ["a.txt", "l.txt", "m.txt"]
    assert "k.txt: the process that read it died (signal 9), twice" in done.stderr


def test_model_that_is_missing_is_a_wrong_call_with_processes_too(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    program = "from dragoman.cli.program import main; main()"
    call = [sys.executable, "-c", program, "read", ".", "--model", "no_such_model", "--processes", "2"]
    done = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 2
    assert "no_such_model" in done.stderr
