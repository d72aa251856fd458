"""The summary for the terminal."""

import io
import re

import pytest
from rich.console import Console
from sample import findings, readings

from dragoman.briefing.terminal_summary import render_summary
from dragoman.model.document import Document
from dragoman.model.reading import Reading


def summary(width: int, path: str | None = None) -> str:
    """The summary of the sample as plain text."""
    out = io.StringIO()
    render_summary(readings(), findings(), Console(file=out, width=width, force_terminal=False), path=path)
    return out.getvalue()


@pytest.mark.parametrize("width", [40, 80, 140])
def test_no_line_is_wider_than_the_window(width: int) -> None:
    """Narrow and wide."""
    assert max(map(len, summary(width).splitlines())) <= width


def test_summary_fits_a_screen() -> None:
    """At most 50 lines at 100 columns."""
    assert len(summary(100).splitlines()) <= 50


def test_disagreements_come_before_transfers() -> None:
    """The order of what an analyst asks."""
    text = summary(100)
    assert 0 < text.index("Disagreements") < text.index("Transfers") < text.index("Between parties")


def test_path_is_left_whole() -> None:
    """So that it can be copied, also from a narrow window."""
    path = "/somewhere/far/away/in/a/deep/folder/of/reports/briefing.html"
    assert f"Briefing: {path}" in summary(40, path)


def test_words_of_a_document_are_no_markup_and_no_escape_sequences() -> None:
    """A terminal obeys escape sequences, and rich obeys brackets."""
    out = io.StringIO()
    hostile = Reading(document=Document(id="x", title="[bold red]loud[/] \x1b[31mred \u202eback", text="Nothing."))
    render_summary([hostile], [], Console(file=out, width=80, force_terminal=False))
    assert "[bold red]loud[/]" in out.getvalue()
    assert not {"\x1b", "\u202e"} & set(out.getvalue())


@pytest.mark.parametrize("width", [40, 80, 140])
def test_documents_keep_their_letters(width: int) -> None:
    """The lines below cite them."""
    assert re.findall(r"^  ([A-C])  ", summary(width), re.MULTILINE) == ["A", "B", "C"]


def test_nothing_read_is_said() -> None:
    """No documents, no error."""
    out = io.StringIO()
    render_summary([], [], Console(file=out, width=80))
    assert "0 documents" in out.getvalue()
