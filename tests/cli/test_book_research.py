"""The commands of a book that research is done with."""

import json

from dragoman.cli.program import run
from record_book_things import attack, document, fill, reading


def filled(folder):
    name = str(folder / "book.duckdb")
    docs = [document(f"{number}.txt", f"{number:04} words") for number in range(3)]
    fill(name, *(reading(doc, attack(doc, "IRN", "IRQ", f"198{n}-09-22")) for n, doc in enumerate(docs)))
    return name


def test_relation_is_shown_in_each_format(tmp_path, capsys):
    name = filled(tmp_path)
    assert run(["book", "relation", name, "Iran", "IRQ", "--by", "year", "--since", "1981", "--format", "jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["period"], row["mean"], row["strongest"]["text"]) for row in rows] == [
        ("1981", -9.0, "0001"),
        ("1982", -9.0, "0002"),
    ]
    assert run(["book", "relation", name, "IRN", "IRQ", "--format", "csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("1980-09,1,1,0,-9.0,-9.0,,0.txt,0,4,ASSAULT,")
    assert run(["book", "relation", name, "IRN", "IRQ"]) == 0
    assert "3 events" in capsys.readouterr().out
