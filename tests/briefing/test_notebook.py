"""What a notebook shows of a reading."""

import re
from dataclasses import replace

from sample import findings, readings

from dragoman.model.document import Document
from dragoman.model.reading import Reading
from dragoman.notebook import render_marked_text


def test_every_statement_has_a_mark_and_a_line() -> None:
    """The text first, the statements below it."""
    reading = readings()[0]
    html = render_marked_text(reading, findings())
    assert html.count('<li class="k-') == len(reading.statements)
    assert html.count('<sup class="ref"') == len(reading.statements) + 1  # and one finding


def test_text_of_a_document_never_becomes_markup() -> None:
    """Notebooks run what they are given."""
    hostile = readings()[1]
    html = render_marked_text(hostile, findings())
    assert not re.search(r"<(script|img|i|b onclick)[ >]", html)


def test_fragment_has_no_ids() -> None:
    """A notebook may show one reading twice."""
    assert " id=" not in render_marked_text(readings()[0])


def test_text_too_long_is_left_out_and_named() -> None:
    """A notebook is kept as one file."""
    long = Reading(document=Document(id="long.txt", text="word " * 30_000))
    assert "long.txt: left out" in render_marked_text(replace(long))
