"""The program from outside: what it prints where, and its exit status. Nothing here loads the language model."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("spacy", "numpy", "pandas", "resiliparse", "pypdfium2", "docx", "jinja2", "py3langid", "urllib3")


def dragoman(*arguments, stdin="", cwd=None, **environment):
    """Run the program as a user does."""
    return subprocess.run(
        [sys.executable, "-c", "from dragoman.cli.program import main; main()", *map(str, arguments)],
        input=stdin, capture_output=True, text=True, encoding="utf-8", cwd=cwd, timeout=120, check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "100", **environment},
    )  # fmt: skip


@pytest.mark.parametrize(
    "arguments", [["--help"], ["read", "--help"], ["--version"], ["read", "--colour"], ["read", "--format", "xml", "x"]]
)
def test_help_and_wrong_options_load_nothing_heavy(arguments):
    script = (
        "import sys\nfrom dragoman.cli.program import run\nrun(sys.argv[1:])\n"
        f"print(sorted(set(sys.modules) & set({HEAVY!r})), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr.splitlines()[-1] == "[]"


def test_help_names_the_commands():
    done = dragoman("--help")
    assert done.returncode == 0
    for command in ("read", "check", "brief", "actor"):
        assert command in done.stdout


def test_version_is_told():
    assert dragoman("--version").stdout.startswith("dragoman 0.")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["reed", "x"], "read"),
        (["read"], "nothing to read"),
        (["read", "x", "--colour"], "--colour"),
        (["read", "x", "--format", "xml"], "jsonl"),
        (["read", "x", "--published", "May"], "2022-06-10"),
        (["read", "x", "--kind", "fact"], "quotation"),
        (["read", "x", "--format", "jsonl", "--layers", "mood"], "factuality"),
        (["read", "x", "--layers", "time"], "--format jsonl"),
        (["read", "x", "--processes", "0"], "at least 1"),
        (["read", "x", "-o", "no/such/folder/x.csv"], "no folder"),
        (["read", "x", "-o", "."], "is a folder"),
        (["check", "x", "--fail-on", "maybe"], "disagrees"),
        (["actor"], "nothing to code"),
        (["actor", "Iran", "--on", "May"], "2022-06-10"),
    ],
)
def test_wrong_call_is_told_on_stderr_with_status_2(arguments, words, tmp_path):
    done = dragoman(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_missing_file_is_named_with_status_1(tmp_path):
    done = dragoman("read", "none.txt", "--format", "jsonl", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "1 of 1 document could not be read" in done.stderr
    assert "none.txt: no such file or folder" in done.stderr


def test_every_bad_file_of_a_folder_is_named(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7 nothing")
    (tmp_path / "c.png").write_bytes(b"x")
    (tmp_path / "d.txt").write_bytes(b"\x00\x01" * 99)
    done = dragoman("read", ".", cwd=tmp_path)
    assert done.returncode == 1
    assert "4 of 4 documents could not be read" in done.stderr
    for name in ("a.txt", "b.pdf", "c.png", "d.txt"):
        assert name in done.stderr


def test_failed_run_leaves_the_old_output(tmp_path):
    (tmp_path / "out.jsonl").write_text("old")
    done = dragoman("read", "none.txt", "--model", "no_such_model", "-o", "out.jsonl", "--format", "jsonl", cwd=tmp_path)
    assert done.returncode == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.jsonl"]


def test_csv_of_nothing_is_its_heading(tmp_path):
    done = dragoman("read", "none.txt", "--format", "csv", cwd=tmp_path)
    assert done.stdout.startswith("id,kind,document_id")


def test_actor_reads_phrases_files_and_standard_input(tmp_path):
    (tmp_path / "p.jsonl").write_text('{"id": "7", "text": "Mali", "published": "2022-01-01", "context": null}\n')
    done = dragoman("actor", "the Iranian army", "p.jsonl", "-", "--format", "jsonl", stdin="France\n", cwd=tmp_path)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, done.stderr
    assert [(row["text"], row["country"]) for row in rows] == [("the Iranian army", "IRN"), ("Mali", "MLI"), ("France", "FRA")]
    assert rows[1]["id"] == "7"
    assert "id" not in rows[0]
    assert rows[1]["on"] == "2022-01-01"
    assert set(rows[0]) == {"text", "on", "country", "sector", "name", "entity", "because"}


def test_bad_row_of_actors_is_named_and_the_rest_goes_on(tmp_path):
    (tmp_path / "p.jsonl").write_text('{"text": "Mali"}\n{"no": 1}\n{"text": "France"}\n')
    done = dragoman("actor", "p.jsonl", "--format", "csv", cwd=tmp_path)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 3
    assert "line 2" in done.stderr


def test_closed_pipe_is_no_error(tmp_path):
    (tmp_path / "p.jsonl").write_text('{"text": "Mali"}\n' * 20_000)
    script = f"{sys.executable} -c 'from dragoman.cli.program import main; main()' actor p.jsonl --format jsonl | head -n 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120
    )
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 1), done.stderr


def test_output_file_gets_what_the_terminal_would(tmp_path):
    to_terminal = dragoman("actor", "Mali", "--format", "jsonl").stdout
    dragoman("actor", "Mali", "--format", "jsonl", "-o", tmp_path / "a.jsonl")
    assert Path(tmp_path / "a.jsonl").read_text(encoding="utf-8") == to_terminal
