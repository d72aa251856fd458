"""The examples beside the furniture patterns, and what the patterns make of whole texts."""

import datetime as dt
import tomllib
from importlib.resources import files
from itertools import pairwise

import pytest

from dragoman.documents.furniture import find_furniture
from dragoman.documents.furniture_rules import load_furniture_rules, parse_rules
from dragoman.model.errors import RuleFileError

TABLE = tomllib.loads(files("dragoman.documents").joinpath("furniture.toml").read_text(encoding="utf-8"))
BODY = "The envoy met the minister on Sunday and left the next day without a word.\n\n" * 5


def examples(key):
    for entry in TABLE["pattern"]:
        for example in entry.get(key, ()):
            yield pytest.param(
                entry, example, id=f"{entry['id']}: {example['text'] if isinstance(example, dict) else example}"[:90]
            )


def caught_by(entry, text):
    """What is caught in the text at an opening and at a closing, by patterns of the entry's kind."""
    whole = [text + "\n\n" + BODY, BODY + text]
    return [(t, f) for t in whole for f in find_furniture(t) if f.kind == entry["kind"]]


@pytest.mark.parametrize(("entry", "example"), list(examples("fires")))
def test_pattern_fires_on_its_example(entry, example):
    text = BODY + example["text"] if example.get("closing") else example["text"] + "\n\n" + BODY
    found = [f for f in find_furniture(text) if text[f.start : f.end] == example["span"]]
    assert found, [(f.kind, text[f.start : f.end]) for f in find_furniture(text)]
    furniture = found[0]
    assert furniture.kind == entry["kind"]
    for key in ("place", "agency", "author"):
        if key in example:
            assert getattr(furniture, key) == example[key]
    if "date" in example:
        assert furniture.date == dt.date.fromisoformat(example["date"])


@pytest.mark.parametrize(("entry", "example"), list(examples("leaves_alone")))
def test_pattern_leaves_its_counter_example_alone(entry, example):
    assert caught_by(entry, example) == []


def known_weaknesses():
    return [*examples("misses"), *examples("false_alarms")]


@pytest.mark.skipif(not known_weaknesses(), reason="no known gaps or false alarms on record")
@pytest.mark.parametrize(("entry", "example"), known_weaknesses() or [pytest.param(None, None, id="none")])
@pytest.mark.xfail(reason="a known gap or false alarm", strict=True)
def test_known_weakness_is_mended(entry, example):
    missed = isinstance(example, dict)
    assert bool(caught_by(entry, example["text"] if missed else example)) == missed


def test_yearless_dateline_takes_the_year_of_publication():
    (dateline,) = find_furniture("KABUL, 30 December (AFP) – The envoy left.", published=dt.date(2022, 1, 2))
    assert dateline.date == dt.date(2021, 12, 30)


def test_yearless_dateline_without_publication_has_no_date():
    (dateline,) = find_furniture("KABUL, 4 May (AFP) – The envoy left.")
    assert dateline.date is None


def test_lone_sentence_on_a_scholar_is_no_biography():
    assert find_furniture("Jane Doe is an associate professor at Example University.") == ()


def test_text_that_is_only_a_date_is_no_dateline():
    assert find_furniture("Feb. 29th") == ()


def test_sentence_on_an_independent_organisation_is_no_disclaimer():
    text = BODY + "The mission is run by the Red Lamp, an independent organisation in Geneva, and Turkey pays for it."
    assert find_furniture(text) == ()


def test_furniture_never_overlaps():
    text = "Title\n\nBy Jane Doe\n\nKABUL (AFP) – " + BODY + "Photo by Jane Doe/Getty Images\n\nThe views expressed are her own."
    found = find_furniture(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert [f.kind for f in found] == ["byline", "dateline", "credit", "disclaimer"]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("[[pattern]]\nid = 'a'\nkind = 'datelin'", "reach is missing"),
        ("[[pattern]]\nid='a'\nkind='datelin'\nreach='opening'\nat='line'\ncovers='match'\nregex='x'\nfires=[]\nleaves_alone=[]", "kind is 'datelin'"),
        ("[[pattern]]\nid='a'\nkind='dateline'\nreach='opening'\nat='line'\ncovers='match'\nregex='%x%'\nfires=[]\nleaves_alone=[]", "%x% is no part"),
        ("[[pattern]]\nid='a'\nkind='dateline'\nreach='opening'\nat='line'\ncovers='match'\nregex='('\nfires=[]\nleaves_alone=[]", "regex is broken"),
        ("[[patern]]", "unknown table 'patern'"),
        ("[parts", "not TOML"),
    ],
)  # fmt: skip
def test_mistake_in_the_file_is_refused(source, message):
    with pytest.raises(RuleFileError, match=message):
        parse_rules(source)


def test_every_pattern_has_an_example():
    assert all(entry["fires"] for entry in TABLE["pattern"])
    assert len(load_furniture_rules()) == len(TABLE["pattern"])
