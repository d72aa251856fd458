"""Tables for people: wide and narrow, and never at the mercy of a text."""

import io

import pytest
from rich.console import Console

from dragoman.exports.terminal_table import print_findings, print_statements
from dragoman.model.document import Document
from dragoman.model.finding import Finding
from dragoman.model.span import Factuality
from dragoman.model.statement import Attribution, Event, Figure, Participant

DOCUMENT = Document(id="a.txt", text="The ministry denied that Iran armed [bold]Mali[/bold].\x1b[31m")
EVENT = Event(
    document=DOCUMENT, start=0, end=len(DOCUMENT.text), text=DOCUMENT.text, read_by="test", event_type="AID", trigger="armed",
    trigger_start=30, trigger_end=35, factuality=Factuality(polarity="negative", certainty="certain"),
    attribution=Attribution(source="the ministry", source_entity=None, cue="denied", start=13, end=19),
    participants=(
        Participant(role="actor", name="Iran", text="Iran", start=25, end=29),
        Participant(role="recipient", name="Mali", text="Mali", start=42, end=46),
    ),
)  # fmt: skip


def printed(print_what, *arguments, width=160):
    stream = io.StringIO()
    print_what(*arguments, Console(file=stream, width=width))
    return stream.getvalue()


@pytest.mark.parametrize("width", [40, 80, 160])
def test_table_fits_the_terminal(width):
    lines = printed(print_statements, DOCUMENT, [EVENT], width=width).splitlines()
    assert max(map(len, lines)) <= width


def test_row_tells_who_whom_what_and_how_sure():
    shown = printed(print_statements, DOCUMENT, [EVENT])
    for words in ("Iran → Mali", "AID: armed", "not so", "says the ministry"):
        assert words in shown


def test_markup_and_controls_of_a_text_are_only_words():
    shown = printed(print_statements, DOCUMENT, [EVENT])
    assert "[bold]" in shown
    assert "\x1b[31m" not in shown


def test_document_without_statements_says_so():
    assert "no statements" in printed(print_statements, DOCUMENT, [])


def test_figure_shows_its_number_and_qualifier():
    figure = Figure(
        document=DOCUMENT, start=0, end=3, text="The", read_by="test", measure="trade", value=7.3e9, unit="USD", qualifier="over"
    )
    assert "trade: over 7,300,000,000 USD" in printed(print_statements, DOCUMENT, [figure], width=200)


def test_finding_shows_verdict_and_explanation():
    finding = Finding(
        check="border", verdict="disagrees", claimed="they border", computed="they do not", document=DOCUMENT, start=0, end=3,
        text="The", explanation="Iran and Mali have no border.",
    )  # fmt: skip
    shown = printed(print_findings, [finding])
    assert "disagrees" in shown
    assert "Iran and Mali have no border." in shown
    assert "No findings" in printed(print_findings, [])
