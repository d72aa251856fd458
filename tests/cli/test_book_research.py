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


def test_a_sheet_is_blind_unless_codes_are_asked_for(tmp_path, capsys):
    name = filled(tmp_path)
    assert run(["book", "sample", name, "--n", "2"]) == 0
    sheet = capsys.readouterr().out
    assert len(sheet.splitlines()) == 3
    assert "ASSAULT" not in sheet
    assert run(["book", "sample", name, "--n", "2", "--with-codes"]) == 0
    assert "ASSAULT" in capsys.readouterr().out


def test_sheets_are_read_back_as_agreement_and_precision(tmp_path, capsys):
    one, other = tmp_path / "one.csv", tmp_path / "other.csv"
    one.write_text("id,code,correct\n1,Assault,yes\n2,aid,no\n3,aid,yes\n4,,\n")
    other.write_text("id,code,correct\n3,aid ,y\n2,assault,n\n1,assault,1\n5,aid,no\n")
    assert run(["book", "agreement", str(one), str(other)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("code: alpha 0.444; the same in 2 of 3, 66.7%")
    assert lines[1].startswith("correct: alpha 1.000")
    assert lines[2].endswith("one.csv: 2 of 3, 66.7% (95% interval 20.8% to 93.9%)")


def test_sheets_that_make_no_sense_are_refused(tmp_path, capsys):
    sheet = tmp_path / "one.csv"
    for text, words in (
        ("id,correct\n1,perhaps\n", "write yes or no"),
        ("id,code\n1,a\n1,b\n", "twice"),
        ("name\nx\n", "no id"),
        ("id,code\n", "share no id"),
    ):
        sheet.write_text(text)
        assert run(["book", "agreement", str(sheet), str(sheet)]) == 2
        assert words in capsys.readouterr().err
