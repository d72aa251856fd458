"""Tables of statements: a column is a title and a function from an entry to words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman.briefing.cards import build_standing
from dragoman.briefing.contexts import Column, Link, Row, Table
from dragoman.briefing.dossier import Entry
from dragoman.briefing.headlines import headline
from dragoman.briefing.party_names import parties_of
from dragoman.briefing.wording import shorten, write_source


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a register: its heading, how its cells are written, their class, and whether it stays where all are empty."""

    title: str
    write: Callable[[Entry], str]
    css: str = ""
    always: bool = False


def build_table(
    prefix: str, caption: str, fields: Sequence[Field], entries: Iterable[Entry], limit: int, *, quoted: bool = True
) -> Table:
    """A table with a row for each entry, at most `limit` of them.

    Args:
        prefix: What the rows' anchors begin with; unique on the page.
        caption: What the table lists.
        fields: The columns, without certainty, source and words, which every table has.
        entries: In the order of the rows.
        limit: Rows beyond it are counted as left out.
        quoted: Whether the words stand below each row.
    """
    listed = list(entries)
    rows = [build_row(prefix, fields, entry) for entry in listed[:limit]]
    kept = [i for i, f in enumerate(fields) if f.always or any(row.cells[i] for row in rows)]
    return Table(
        caption=caption,
        columns=tuple(Column(title=fields[i].title, css=fields[i].css) for i in kept),
        rows=tuple(replace(row, cells=tuple(row.cells[i] for i in kept)) for row in rows),
        quoted=quoted,
        left_out=max(len(listed) - limit, 0),
    )


def build_row(prefix: str, fields: Sequence[Field], entry: Entry) -> Row:
    """One statement as a row."""
    statement = entry.statement
    return Row(
        row_id=f"r-{prefix}-{entry.anchor}",
        cells=tuple(f.write(entry) for f in fields),
        words=link_to(entry),
        quote=shorten(statement.text),
        standing=build_standing(statement),
        source=write_source(statement.attribution),
        kind=statement.kind,
        parties=" ".join(parties_of(entry)),
        certainty=statement.factuality.certainty,
        leaf=entry.leaf.label,
    )


def link_to(entry: Entry) -> Link:
    """The number of a statement, as a link to its words."""
    return Link(label=entry.label, href=entry.href, hint=headline(entry.statement))
