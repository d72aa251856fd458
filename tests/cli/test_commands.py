"""The commands on real documents, with the language model."""

import csv
import io
import json
from pathlib import Path

import pytest

from dragoman.cli.program import run

pytestmark = pytest.mark.model
TEXT = "Turkey sold 20 drones to Mali on 4 May 2022, the Turkish ministry said.\n"
WRONG = "Turkey attacked neighbouring Mali on 4 May 2022.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lines(output):
    return [json.loads(line) for line in output.splitlines()]


def test_read_writes_one_statement_a_line(folder, capsys):
    (folder / "a.txt").write_text(TEXT)
    assert run(["read", "a.txt", "--format", "jsonl"]) == 0
    rows = lines(capsys.readouterr().out)
    assert rows
    for row in rows:
        assert TEXT[row["start"] : row["end"]] == row["text"]
        assert row["document"]["id"] == "a.txt"


def test_kind_filters(folder, capsys):
    (folder / "a.txt").write_text(TEXT)
    run(["read", "a.txt", "--format", "jsonl", "--kind", "transfer"])
    assert {row["kind"] for row in lines(capsys.readouterr().out)} == {"transfer"}


def test_layers_add_times_and_predicates(folder, capsys):
    (folder / "a.txt").write_text(TEXT)
    run(["read", "a.txt", "--format", "jsonl", "--layers", "time,factuality"])
    rows = lines(capsys.readouterr().out)
    assert any(row["kind"] == "time" and row["time"]["start"] == "2022-05-04" for row in rows)
    assert any(row["kind"] == "factuality" and row["text"] == "sold" for row in rows)


def test_unreadable_document_is_named_and_the_rest_is_written(folder, capsys):
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.txt").write_bytes(b"")
    assert run(["read", ".", "--format", "csv", "-o", "out.csv"]) == 1
    assert "1 of 2 documents could not be read" in capsys.readouterr().err
    assert list(csv.DictReader(io.StringIO(Path("out.csv").read_text(encoding="utf-8"))))


def test_published_resolves_a_yearless_day(folder, capsys):
    (folder / "a.txt").write_text("Turkey sold 20 drones to Mali on 4 May.\n")
    run(["read", "a.txt", "--format", "jsonl", "--published", "2022-06-01", "--kind", "transfer"])
    (row,) = lines(capsys.readouterr().out)
    assert row["time"]["start"] == "2022-05-04"


def test_check_fails_on_a_disagreement_only_where_asked(folder, capsys):
    (folder / "a.txt").write_text(WRONG)
    assert run(["check", "a.txt", "--format", "jsonl"]) == 0
    assert [row["verdict"] for row in lines(capsys.readouterr().out) if row["check"] == "border"] == ["disagrees"]
    assert run(["check", "a.txt", "--fail-on", "disagrees"]) == 3


def test_min_verdict_leaves_out_what_is_below(folder, capsys):
    (folder / "a.txt").write_text(WRONG)
    run(["check", "a.txt", "--format", "jsonl", "--min-verdict", "disagrees"])
    assert {row["verdict"] for row in lines(capsys.readouterr().out)} == {"disagrees"}


def test_brief_writes_a_page_and_prints_its_path_last(folder, capsys):
    (folder / "a.txt").write_text(TEXT)
    assert run(["brief", "a.txt"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "briefing.html"
    assert (folder / "briefing.html").read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html>")


def test_missing_model_is_a_wrong_call(folder, capsys):
    (folder / "a.txt").write_text(TEXT)
    assert run(["read", "a.txt", "--model", "no_such_model"]) == 2
    assert "no_such_model" in capsys.readouterr().err


def test_fault_of_ours_is_named_and_the_rest_goes_on(folder, capsys, monkeypatch):
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_text(TEXT)
    import dragoman.pipeline  # noqa: PLC0415

    real = dragoman.pipeline.read_document

    def faulty(document, nlp, rules):
        if document.id == "b.txt":
            raise IndexError("list index out of range")
        return real(document, nlp, rules)

    monkeypatch.setattr(dragoman.pipeline, "read_document", faulty)
    assert run(["read", ".", "--format", "jsonl"]) == 1
    done = capsys.readouterr()
    assert {row["document"]["id"] for row in lines(done.out)} == {"a.txt", "c.txt"}
    assert "b.txt: a fault of Dragoman" in done.err
