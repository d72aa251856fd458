"""Marks over spans that lie apart, inside each other or across each other."""

import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from dragoman.briefing.marks import Mark, nest, render_marked
from dragoman.briefing.paragraphs import deal_marks, find_paragraphs

ALPHABET = "ab <&\n"


def mark(start: int, end: int, anchor: str) -> Mark:
    """A mark with a reference."""
    return Mark(start=start, end=end, css="mark", anchor=anchor, reference=anchor, href="#c")


def visible(html: Markup) -> str:
    """What a reader sees, without the reference numbers."""
    return Markup(re.sub(r'<a class="ref".*?</a>|<[^>]*>', "", str(html))).unescape()  # noqa: S704  unescaped at once


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """A text with up to six marks anywhere in it."""
    text = draw(st.text(ALPHABET, min_size=1, max_size=40))
    bounds = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    return text, [mark(start, end, f"m{i}") for i, (start, end) in enumerate(draw(st.lists(bounds, max_size=6)))]


@given(marked_texts())
def test_marks_change_no_character_of_the_text(case: tuple[str, list[Mark]]) -> None:
    """The text with its marks reads as the text."""
    text, marks = case
    assert visible(render_marked(text, 0, len(text), marks)) == text


@given(marked_texts())
def test_each_mark_has_one_id_and_one_reference(case: tuple[str, list[Mark]]) -> None:
    """However often it is cut."""
    text, marks = case
    html = str(render_marked(text, 0, len(text), marks))
    assert [(html.count(f'id="w-{m.anchor}"'), html.count(f">{m.reference}</a>")) for m in marks] == [(1, 1)] * len(marks)


@given(marked_texts())
def test_nested_marks_never_cross(case: tuple[str, list[Mark]]) -> None:
    """Of any two pieces one holds the other, or they lie apart."""
    pieces = nest(case[1])
    crossing = [(a, b) for a in pieces for b in pieces if a.start < b.start < a.end < b.end]
    assert crossing == []


@given(marked_texts())
def test_each_mark_is_dealt_to_paragraphs_with_one_beginning_and_one_end(case: tuple[str, list[Mark]]) -> None:
    """Also where it spans several paragraphs or covers white space alone."""
    text, marks = case
    paragraphs = find_paragraphs(text)
    dealt = [piece for pieces in deal_marks(paragraphs, marks) for piece in pieces]
    if paragraphs:
        for one in marks:
            pieces = [p for p in dealt if p.anchor == one.anchor]
            assert (sum(p.opens for p in pieces), sum(p.closes for p in pieces)) == (1, 1)


def test_crossing_marks_are_cut_where_the_first_ends() -> None:
    """The second continues behind the first."""
    pieces = nest([mark(0, 4, "one"), mark(2, 6, "two")])
    assert [(p.start, p.end, p.anchor, p.opens, p.closes) for p in pieces] == [
        (0, 4, "one", True, True),
        (2, 4, "two", True, False),
        (4, 6, "two", False, True),
    ]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    """As in a letter."""
    text = "The ministry said on Monday that the ship had left the port with\n"
    text += "its cargo of grain and that it would reach the coast by\nFriday."
    assert find_paragraphs(text) == [(0, len(text))]


def test_lines_that_are_not_wrapped_are_paragraphs() -> None:
    """As in a page copied from a browser."""
    assert find_paragraphs("A title\nA first sentence.\n\nA second one.\n") == [(0, 7), (8, 25), (27, 40)]
