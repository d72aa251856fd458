"""Statements, findings and coded actors → tables for people, as wide as the terminal."""

import re
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.model.actor import CodedActor
from dragoman.model.closed_lists import Role, Verdict
from dragoman.model.document import Document
from dragoman.model.finding import Finding
from dragoman.model.span import Time
from dragoman.model.statement import (
    Assessment,
    Event,
    Facility,
    Figure,
    Membership,
    Quotation,
    Statement,
    Tenure,
    Transfer,
)

WHO: tuple[Role, ...] = ("actor", "supplier", "operator", "owner", "builder", "person", "member", "speaker", "subject", "party")
WHOM: tuple[Role, ...] = ("recipient", "end_user", "host", "polity", "organisation", "addressee", "counterpart", "whole")
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")  # of texts: they could move the cursor or ring a bell
VERDICT_STYLES: dict[Verdict, str] = {"disagrees": "bold red", "cannot tell": "yellow", "agrees": "green"}
NARROW = 100  # columns; below, a table leaves out what is said elsewhere in it


def print_statements(document: Document, statements: Sequence[Statement], console: Console) -> None:
    """Print the statements of one document."""
    narrow = console.width < NARROW
    table = heading_table(f"{document.id}: {len(statements)} statement{'' if len(statements) == 1 else 's'}")
    table.add_column("kind", no_wrap=True)
    table.add_column("who → whom", ratio=3)
    table.add_column("what", ratio=3)
    table.add_column("when", ratio=2)
    table.add_column("how sure", ratio=2)
    if not narrow:
        table.add_column("words", ratio=5)
    for statement in statements:
        cells = [statement.kind, who_whom(statement), what(statement), when(statement.time), how_sure(statement)]
        table.add_row(*map(plain, cells if narrow else [*cells, statement.text]))
    console.print(table if statements else plain(f"{document.id}: no statements"))


def print_findings(findings: Sequence[Finding], console: Console) -> None:
    """Print findings, each with the sentence that explains it and the words that make the claim."""
    if not findings:
        console.print("No findings.")
        return
    several = len({finding.document.id for finding in findings}) > 1
    table = heading_table(f"{len(findings)} finding{'' if len(findings) == 1 else 's'}")
    table.add_column("verdict", no_wrap=True)
    table.add_column("check", no_wrap=True)
    table.add_column("finding", ratio=4)
    table.add_column("words", ratio=3)
    for finding in findings:
        words = f"{finding.document.id}: {finding.text}" if several else finding.text
        verdict = Text(finding.verdict, style=VERDICT_STYLES[finding.verdict])
        table.add_row(verdict, plain(finding.check), plain(finding.explanation), plain(words))
    console.print(table)


def print_actors(actors: Sequence[CodedActor], console: Console) -> None:
    """Print coded actors."""
    table = heading_table(None)
    for column in ("phrase", "country", "sector", "name", "because"):
        table.add_column(column, ratio=1 if column in {"phrase", "name", "because"} else None)
    for actor in actors:
        table.add_row(*map(plain, (actor.text, actor.country or "", actor.sector or "", actor.name or "", actor.because)))
    console.print(table)


def heading_table(title: str | None) -> Table:
    """An empty table in the one style of all."""
    return Table(
        title=plain(title) if title else None, title_justify="left", box=None, pad_edge=False, expand=True, show_lines=False
    )


def plain(words: str) -> Text:
    """Words of a text, which are never markup and never control the terminal."""
    return Text(CONTROLS.sub(" ", words))


def names(statement: Statement, roles: Sequence[Role]) -> str:
    """The names of those in some roles."""
    return ", ".join(dict.fromkeys(participant.name for participant in statement.in_role(*roles)))


def who_whom(statement: Statement) -> str:
    """'Turkey → Somalia'; a question mark for a side that the text leaves unsaid."""
    who, whom = names(statement, WHO), names(statement, WHOM)
    return f"{who or '?'} → {whom}" if whom else who


def what(statement: Statement) -> str:  # noqa: PLR0911  a kind each
    """What a statement states, in a few words."""
    match statement:
        case Event():
            return f"{statement.event_type}{f' ({statement.mode})' if statement.mode else ''}: {statement.trigger}"
        case Transfer():
            number = f"{statement.quantity.text} " if statement.quantity and statement.quantity.text not in statement.item else ""
            return f"{statement.transfer_type}: {number}{statement.item}"
        case Facility():
            return ", ".join(filter(None, (statement.name or statement.facility_type, statement.status)))
        case Figure():
            return f"{statement.measure}: {number_of(statement)}"
        case Tenure():
            return statement.office
        case Membership():
            return statement.status
        case Assessment():
            return f"{statement.direction} ({statement.dimension})"
        case Quotation():
            return f"{statement.mode}: {statement.cue}"
    return ""


def number_of(figure: Figure) -> str:
    """The number with its unit and what qualifies it: 'over 7,300,000,000 USD'."""
    unit = "" if figure.unit in {"count", "rank"} else figure.unit
    qualifier = "" if figure.qualifier == "exactly" else f"{figure.qualifier} "
    if figure.value is not None:
        return f"{qualifier}{figure.value:,.10g} {unit}".strip()
    if figure.low is not None or figure.high is not None:
        bounds = [f"{bound:,.10g}" for bound in (figure.low, figure.high) if bound is not None]
        return f"{qualifier}{' to '.join(bounds)} {unit}".strip()
    return figure.change.direction if figure.change else ""


def when(time: Time | None) -> str:
    """'2022-05-17', '2013-01-01 to …'."""
    if time is None:
        return ""
    if time.start == time.end:
        return time.start or ""
    return f"{time.start or '…'} to {time.end or '…'}"


def how_sure(statement: Statement) -> str:
    """'not so, certain', 'probable, planned, says Tasnim': what a reader must not overlook."""
    factuality = statement.factuality
    said = statement.attribution
    words = [
        "not so" if factuality.polarity == "negative" else "",
        factuality.certainty,
        statement.realis if statement.realis != "actual" else "",
        f"says {said.source}" if said is not None and said.source else said.cue if said is not None else "",
    ]
    return ", ".join(filter(None, words))
