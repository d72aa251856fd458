"""`dragoman book export`: each format is read back with a reader that is not ours; what is no fact stays out, and nothing is lost."""

import csv
import json
from xml.etree import ElementTree as ET

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

import dragoman
from dragoman.cli.program import run
from dragoman.exports.network import NOT_IN_XML, write_gexf, write_graphml
from dragoman.exports.registers import CONFLICT, COOPERATION, amount, quad_code, years
from dragoman.model.closed_lists import EVENT_TYPES

TEXTS = {
    "sale.txt": "On 3 May 2021 France sold 12 Rafale jets to Croatia. It could also sell frigates to Greece.",
    "strike.txt": "Israel bombed an air base near Aleppo on 4 June 2022. Iran denied that it had attacked Iraq.",
}


STATEMENTS = dragoman.read("Iran attacked Iraq on 22 September 1980.").to_dicts()


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder = tmp_path_factory.mktemp("book")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    name = str(folder / "book.duckdb")
    assert run(["book", "add", name, *(str(folder / text) for text in TEXTS), "--quiet"]) == 0
    return name


def exported(book, tmp_path, form, *more):
    target = tmp_path / f"out.{form}"
    assert run(["book", "export", book, "--format", form, "-o", str(target), *more]) == 0
    return target


def test_a_map_has_a_point_for_each_place(book, tmp_path):
    found = json.loads(exported(book, tmp_path, "geojson").read_text(encoding="utf-8"))
    strike = next(f for f in found["features"] if f["properties"]["what"] == "ASSAULT")
    longitude, latitude = strike["geometry"]["coordinates"]
    assert (round(longitude), round(latitude)) == (37, 36)
    assert strike["properties"]["start"] == "2022-06-04"
    assert strike["properties"]["words"] in TEXTS["strike.txt"]


def test_a_register_has_sipris_columns(book, tmp_path):
    with exported(book, tmp_path, "sipri").open(encoding="utf-8", newline="") as stream:
        (row,) = list(csv.DictReader(stream))
    assert (row["Supplier"], row["Recipient"], row["Ordered"], row["Year of order"]) == ("France", "Croatia", "12", "2021")
    assert row["Weapon designation"] == "Rafale"


def test_what_is_no_fact_is_left_out_and_told(book, tmp_path, capsys):
    with exported(book, tmp_path, "polecat").open(encoding="utf-8", newline="") as stream:
        facts = list(csv.DictReader(stream))
    assert "left out; --also-unsure" in capsys.readouterr().err
    with exported(book, tmp_path, "polecat", "--also-unsure", "--force").open(encoding="utf-8", newline="") as stream:
        everything = list(csv.DictReader(stream))
    assert {row["polarity"] for row in facts} == {"positive"}
    assert {row["realis"] for row in facts} == {"actual"}
    assert len(everything) > len(facts)


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_a_network_joins_those_who_act_with_those_who_receive(book, tmp_path, form):
    root = ET.fromstring(exported(book, tmp_path, form).read_text(encoding="utf-8"))  # noqa: S314  our own file
    edges = {(e.get("source"), e.get("target")) for e in root.iter() if e.tag.endswith("}edge")}
    assert ("state/FRA", "state/HRV") in edges
    nodes = {n.get("id") for n in root.iter() if n.tag.endswith("}node")}
    assert {end for pair in edges for end in pair} <= nodes


def test_parquet_holds_what_the_lines_hold(book, tmp_path):
    target = exported(book, tmp_path, "parquet")
    lines = exported(book, tmp_path, "jsonl").read_text(encoding="utf-8").splitlines()
    rows = duckdb.read_parquet(str(target)).select("id", "quantity_value").order("id").fetchall()
    assert [row[0] for row in rows] == sorted(json.loads(line)["id"] for line in lines)
    assert 12.0 in [row[1] for row in rows]


def test_a_file_that_is_there_is_kept(book, tmp_path, capsys):
    target = exported(book, tmp_path, "csv")
    before = target.read_bytes()
    assert run(["book", "export", book, "--format", "csv", "-o", str(target)]) == 2
    assert "--force" in capsys.readouterr().err
    assert target.read_bytes() == before
    assert run(["book", "export", book, "--format", "parquet"]) == 2
    assert "name a file" in capsys.readouterr().err


@given(st.text())
def test_hostile_names_make_sound_xml(words):
    statement = dict(next(s for s in STATEMENTS if s["kind"] == "event" and len(s["participants"]) == len("ab")))
    statement["participants"] = [p | {"name": words, "entity": None} for p in statement["participants"]]
    statement["participants"][1]["name"] = words + "2"
    for write in (write_graphml, write_gexf):
        lines = []
        write([statement], type("Stream", (), {"write": staticmethod(lines.append)}))
        root = ET.fromstring("".join(lines).removeprefix('<?xml version="1.0" encoding="UTF-8"?>\n'))  # noqa: S314  our own text
        assert len([n for n in root.iter() if n.tag.endswith("}node")]) == 2
    assert not NOT_IN_XML.search(NOT_IN_XML.sub("", words))


def test_each_type_of_event_has_a_class():
    assert all(quad_code(name) for name in EVENT_TYPES)
    assert len({t for table in (COOPERATION, CONFLICT) for types in table.values() for t in types}) == len(EVENT_TYPES)


def test_numbers_and_years_are_written_as_the_text_has_them():
    assert amount({"value": 12.0}) == "12"
    assert amount({"value": None, "low": 10, "high": 20}) == "10-20"
    assert amount({}) == ""
    assert years({"start": "2021-05-03", "end": "2021-05-03"}) == "2021"
    assert years({"start": "2021-01-01", "end": None}) == "2021-"
