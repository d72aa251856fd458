"""Short reports of our own, read and merged: what is one thing, what is not, and what sources disagree about."""

import datetime as dt
import random

import pytest

from dragoman.merging.clusters import Decided
from dragoman.merging.findings import find_across
from dragoman.merging.items import merge
from dragoman.model.document import Document
from dragoman.model.serialise import statement_to_dict
from dragoman.pipeline import load_reader, read_document

pytestmark = pytest.mark.model


def rows_of(reports):
    nlp = load_reader()
    statements, mentions, texts = [], [], []
    for name, (published, text) in reports.items():
        reading = read_document(Document(id=name, text=text, published=dt.date.fromisoformat(published)), nlp)
        statements += [statement_to_dict(statement) for statement in reading.statements]
        texts.append((name, text))
        for m in reading.mentions:
            names = ("start", "end", "text", "category", "name", "entity", "country", "sector")
            mentions.append({"document": name} | {key: getattr(m, key) for key in names})
    return statements, mentions, texts


def merged(reports, kind=None, **decisions):
    statements, mentions, texts = rows_of(reports)
    items = merge(statements, mentions, texts, **decisions).items
    return [item for item in items if item.kind == kind or kind is None]


SALE = {
    "agency": ("2023-03-10", "Poland bought 24 Bayraktar TB2 drones from Turkey on 3 March 2023."),
    "paper": ("2023-03-11", "Turkey sold about two dozen Bayraktar TB2 drones to Poland in March 2023."),
}


def joined(items):
    return [item for item in items if len(item.documents) > 1]


def test_two_reports_of_one_sale_are_one_item_that_names_both():
    (item,) = joined(merged(SALE, "transfer"))
    assert item.documents == ("agency", "paper")
    assert item.disputed == {}
    assert item.independent == 2


def test_a_denial_contradicts_the_report_that_it_denies():
    reports = SALE | {"denial": ("2023-03-12", "Poland has denied that it bought Bayraktar TB2 drones from Turkey.")}
    (item,) = joined(merged(reports, "transfer"))
    assert set(item.disputed) == {"polarity"}


@pytest.mark.parametrize(
    "other",
    [
        "Turkey sold 24 Bayraktar TB2 drones to Ukraine in March 2023.",  # another buyer
        "Turkey sold 24 Anka-S drones to Poland in March 2023.",  # another item
        "Turkey sold 24 Bayraktar TB2 drones to Poland in May 2021.",  # another time
        "Turkey may sell 24 Bayraktar TB2 drones to Poland in March 2023.",  # not told as fact
    ],
)
def test_near_misses_stay_apart(other):
    reports = {"agency": SALE["agency"], "other": ("2023-03-11", other)}
    assert joined(merged(reports, "transfer")) == []


def test_a_day_told_differently_is_a_contradiction_of_one_event():
    reports = {
        "one": ("2022-05-18", "Iran opened a drone factory in Tajikistan on May 17, 2022."),
        "two": ("2022-05-19", "Iran opened a drone factory in Tajikistan on May 16, 2022."),
    }
    (item,) = joined(merged(reports, "facility"))
    assert set(item.disputed["time"]) == {"2022-05-16", "2022-05-17"}


def test_a_reprint_and_a_report_that_cites_the_same_source_are_no_second_source():
    text = "Poland bought 24 Bayraktar TB2 drones from Turkey on 3 March 2023. The drones cost Warsaw 270 million dollars."
    reports = {"first": ("2023-03-10", text), "reprint": ("2023-03-11", text + " Agencies.")}
    assert [item.independent for item in joined(merged(reports, "transfer"))] == [1]
    reports = {
        "first": ("2023-03-10", "Poland bought 24 Bayraktar TB2 drones from Turkey on 3 March 2023, Reuters reported."),
        "second": ("2023-03-11", "According to Reuters, Turkey sold 24 Bayraktar TB2 drones to Poland on 3 March 2023."),
    }
    assert [item.independent for item in joined(merged(reports, "transfer"))] == [1]


def test_the_order_of_reports_makes_no_difference():
    reports = SALE | {"denial": ("2023-03-12", "Poland has denied that it bought Bayraktar TB2 drones from Turkey.")}
    statements, mentions, texts = rows_of(reports)
    plain = [item.to_dict() for item in merge(statements, mentions, texts).items]
    random.Random(1).shuffle(statements)
    assert [item.to_dict() for item in merge(statements, mentions[::-1], texts).items] == plain


def test_a_person_may_keep_reports_apart_or_bring_them_together():
    (item,) = joined(merged(SALE, "transfer"))
    apart = Decided(apart=frozenset({frozenset(item.statements)}))
    assert joined(merged(SALE, "transfer", decided=apart)) == []
    reports = {"agency": SALE["agency"], "other": ("2023-03-11", "Turkey sold 24 Bayraktar TB2 drones to Ukraine in March 2023.")}
    ids = [id_ for item in merged(reports, "transfer") for id_ in item.statements]
    together = Decided(merged=frozenset({frozenset(ids)}))
    assert len(joined(merged(reports, "transfer", decided=together))) == 1


def test_findings_name_both_sides():
    reports = {
        "one": ("2022-05-18", "Iran opened a drone factory in Tajikistan on May 17, 2022."),
        "two": ("2022-05-19", "Iran opened a drone factory in Tajikistan on May 16, 2022."),
    }
    statements, mentions, texts = rows_of(reports)
    items = merge(statements, mentions, texts).items
    found = list(find_across(items, {row["id"]: row for row in statements}))
    words = [finding["explanation"] for finding in found if finding["check"] == "contradiction"]
    assert "Reports of one facility differ in the time: 2022-05-16 (two); 2022-05-17 (one)." in words
