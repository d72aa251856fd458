"""Rows as CSV: columns from the model, roles, lists, formulas."""

import csv
import io
from dataclasses import fields

import pytest

from dragoman.exports.csv_table import CLASSES, columns_of, defuse, statement_columns, write_csv
from dragoman.model.closed_lists import KINDS
from dragoman.model.document import Document
from dragoman.model.serialise import statement_to_dict
from dragoman.model.span import Time
from dragoman.model.statement import Amount, Participant, Transfer

DOCUMENT = Document(id="a.txt", text="Iran and Turkey sold 20 drones to Mali.", title="=SUM(A1)")
TIME = Time(start="2022-05-01", end="2022-05-31", granularity="month", text="in May", basis="published")
SALE = Transfer(
    document=DOCUMENT, start=0, end=39, text=DOCUMENT.text, read_by="test", time=TIME, item="drones", item_category="aircraft",
    transfer_type="sale", quantity=Amount(value=20, low=None, high=None, qualifier="exactly", text="20"),
    participants=(
        Participant(role="supplier", name="Iran", text="Iran", start=0, end=4, country="IRN"),
        Participant(role="supplier", name="Turkey", text="Turkey", start=9, end=15),
        Participant(role="recipient", name="Mali", text="Mali", start=34, end=38, country="MLI", sector="GOV"),
    ),
)  # fmt: skip


def written(*rows, columns):
    stream = io.StringIO()
    write_csv(rows, stream, columns)
    return list(csv.DictReader(io.StringIO(stream.getvalue())))


def test_participants_in_a_role_are_joined():
    (row,) = written(statement_to_dict(SALE), columns=statement_columns())
    assert (row["supplier"], row["supplier_country"], row["supplier_sector"]) == ("Iran; Turkey", "IRN; ", "")
    assert (row["recipient"], row["recipient_sector"]) == ("Mali", "GOV")


def test_objects_are_spread_over_columns():
    (row,) = written(statement_to_dict(SALE), columns=statement_columns())
    assert (row["time_start"], row["time_text"], row["quantity_value"], row["document_id"]) == (
        "2022-05-01",
        "in May",
        "20",
        "a.txt",
    )
    assert (row["polarity"], row["certainty"], row["attribution_source"]) == ("positive", "certain", "")


def test_every_field_of_every_kind_has_a_column():
    columns = set(statement_columns())
    for kind in KINDS:
        for field in fields(CLASSES[kind]):
            assert field.name == "participants" or set(columns_of(field.name)) <= columns


def test_columns_are_those_of_the_kinds_asked_for():
    assert "event_type" not in statement_columns(("figure",))
    assert "measure" in statement_columns(("figure",))


@pytest.mark.parametrize("words", ["=1+1", "+cmd", "-cmd", "@SUM(A1)", "\t=1", "\r=1", "-1+1", "+1 (555)"])
def test_formula_is_defused(words):
    assert defuse(words) == "'" + words


@pytest.mark.parametrize("words", ["-3.5", "+7", "1e-5", "-12%", "a=b", "", "-1,200"])
def test_number_and_plain_words_are_left_alone(words):
    assert defuse(words) == words


def test_title_that_is_a_formula_is_defused():
    (row,) = written(statement_to_dict(SALE), columns=statement_columns())
    assert row["document_title"] == "'=SUM(A1)"


def test_line_ends_within_a_cell_stay_within_it():
    (row,) = written({"text": 'He said "no",\nand left.'}, columns=("text",))
    assert row["text"] == 'He said "no",\nand left.'
