"""`--rules` and `dragoman rules test`, with the language model."""

import json
import re
from pathlib import Path

import pytest

from dragoman.cli.program import run

PROJECT = Path(__file__).resolve().parents[2]
OWN = PROJECT / "docs" / "how-to" / "own-rules"
PAGE = PROJECT / "docs" / "how-to" / "use-your-own-rules.md"


def test_page_shows_the_file_of_its_folder():
    (shown,) = re.findall(r"^```toml\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert shown == (OWN / "events" / "interceptions.toml").read_text(encoding="utf-8")


@pytest.mark.model
def test_rules_of_the_page_pass_as_it_says(capsys):
    assert run(["rules", "test", str(OWN)]) == 0
    said = capsys.readouterr().out
    assert said in PAGE.read_text(encoding="utf-8")


@pytest.mark.model
def test_example_that_fails_is_shown_with_what_was_read(tmp_path, capsys):
    (tmp_path / "events").mkdir()
    text = (OWN / "events" / "interceptions.toml").read_text(encoding="utf-8")
    text = text.replace("[Japan|actor]", "Japan").replace("[Russian|recipient]", "[Russian|actor]")
    text = text.replace('"Japan scrambled to find', '"Japan scrambled jets to find')
    (tmp_path / "events" / "own.toml").write_text(text, encoding="utf-8")
    assert run(["rules", "test", str(tmp_path)]) == 1
    said = capsys.readouterr().out
    assert "'scramble-aircraft', fires 1: the actor is 'Russian', read is 'Japan'" in said
    assert "'scramble-aircraft', leaves_alone 1: it is read" in said
    assert "1 frame, 1 examples pass, 2 fail" in said


@pytest.mark.model
@pytest.mark.parametrize("processes", ["1", "2"])
def test_read_takes_rules_with_any_number_of_processes(tmp_path, capsys, processes):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Finland scrambled fighters against a Russian plane.\n")
    call = ["read", str(tmp_path), "--rules", str(OWN), "--format", "jsonl", "--processes", processes]
    assert run(call) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["document"]["id"], row["event_type"]) for row in rows] == [("a.txt", "MOBILIZE"), ("b.txt", "MOBILIZE")]


@pytest.mark.parametrize("command", [["read", "x.txt"], ["check", "x.txt"], ["brief", "x.txt"]])
def test_mistake_in_rules_is_a_wrong_call_before_anything_is_read(tmp_path, capsys, command):
    assert run([*command, "--rules", str(tmp_path / "none"), "-o", str(tmp_path / "out")]) == 2
    assert "there is no such folder of rules" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_no_folder_to_test_is_a_wrong_call(capsys):
    assert run(["rules", "test"]) == 2
    assert "name one" in capsys.readouterr().err
