"""Every example of times.toml: what a pattern finds, what it leaves alone, and its known errors."""

import datetime as dt
import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest
from spacy.language import Language

from dragoman.language.reader import annotate
from dragoman.language.time_builders import BUILDERS
from dragoman.language.time_patterns import load_time_grammar
from dragoman.language.times import find_times
from dragoman.model.document import Document
from dragoman.model.span import TimeExpression

PUBLISHED = dt.date(2023, 6, 15)  # a Thursday
PATTERNS: list[dict[str, Any]] = tomllib.loads(
    files("dragoman.language.rules").joinpath("times.toml").read_text(encoding="utf-8")
)["pattern"]
MARKED = re.compile(r"\[(.+?)\]")


def examples(key: str) -> list[Any]:
    """All examples of a kind, named by their pattern."""
    return [
        pytest.param(example, id=f"{pattern['id']}-{number}")
        for pattern in PATTERNS
        for number, example in enumerate(pattern.get(key, ()), 1)
    ]


def read_times(nlp: Language, text: str, published: dt.date | None = PUBLISHED) -> list[TimeExpression]:
    """The expressions of a text published on the day that the examples are written for."""
    return find_times(annotate(Document(id="example", text=text, published=published), nlp))


def written(expression: TimeExpression) -> str:
    """An expression's value as the rule file writes it."""
    time = expression.time
    if time is None:
        return "" if expression.duration is None else expression.duration
    return time.start or "" if time.start == time.end else f"{time.start or ''}/{time.end or ''}"


@pytest.mark.model
@pytest.mark.parametrize("example", examples("fires"))
def test_pattern_finds_its_example(nlp: Language, example: list[str]) -> None:
    """The words in brackets are found and mean what stands beside them."""
    marked, expected = example
    text = MARKED.sub(r"\1", marked)
    found = {expression.text: written(expression) for expression in read_times(nlp, text)}
    words = MARKED.search(marked)
    if words is None:
        assert expected in found.values()
    else:
        assert found.get(words.group(1)) == expected, found


@pytest.mark.model
@pytest.mark.parametrize("text", examples("leaves_alone"))
def test_pattern_leaves_its_counter_example_alone(nlp: Language, text: str) -> None:
    """Nothing in the text is a date or a duration."""
    assert [expression.text for expression in read_times(nlp, text)] == []


@pytest.mark.model
@pytest.mark.parametrize("example", examples("misses"))
@pytest.mark.xfail(reason="a known miss of the pattern")
def test_pattern_misses_what_it_is_known_to_miss(nlp: Language, example: list[str]) -> None:
    """A line that starts to pass asks to be moved to `fires`."""
    test_pattern_finds_its_example(nlp, example)


@pytest.mark.model
@pytest.mark.parametrize("text", examples("false_alarms"))
@pytest.mark.xfail(reason="a known false alarm of the pattern")
def test_pattern_fires_where_it_is_known_to_fire_wrongly(nlp: Language, text: str) -> None:
    """A line that starts to pass asks to be moved to `leaves_alone`."""
    test_pattern_leaves_its_counter_example_alone(nlp, text)


def test_every_pattern_means_something_that_a_builder_makes() -> None:
    """`means` names a builder."""
    assert {pattern.means for patterns in load_time_grammar().levels.values() for pattern in patterns} <= BUILDERS.keys()


def test_every_pattern_has_an_example() -> None:
    """A pattern without any example in the file says nothing of what it is for."""
    assert [p["id"] for p in PATTERNS if not p.get("fires") and not p.get("leaves_alone")] == []
