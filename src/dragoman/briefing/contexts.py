"""What the templates receive, piece by piece: links, badges, tables, drawings and the sections made of them.

Each is a frozen dataclass whose fields carry a sentence; a test compares them with what the templates use.
"""

from dataclasses import dataclass
from typing import Annotated

from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link inside the page."""

    label: Annotated[str, "What the link says."]
    href: Annotated[str, "Where it leads: an anchor of the page."]
    hint: Annotated[str, "What a reader who hovers is told; empty for nothing."] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How sure the text is of a statement, as a badge."""

    text: Annotated[str, "Certainty, negation and realis in words: 'possible, planned'."]
    level: Annotated[str, "The class that colours the badge: a certainty, or 'negated'."]
    cues: Annotated[str, "The words that show it, quoted; empty where no word does."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table."""

    title: Annotated[str, "The heading of the column."]
    css: Annotated[str, "The class of its cells: 'number', 'wide' or empty."] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table: one statement, with the way to its words."""

    row_id: Annotated[str, "The anchor of the row, so that a card can lead back to it."]
    cells: Annotated[tuple[str, ...], "One text a column."]
    words: Annotated[Link, "The way to the words: 'A12'."]
    quote: Annotated[str, "The words themselves, shortened."]
    standing: Annotated[Standing, "How sure the text is."]
    source: Annotated[str, "Who says it; empty where the author does."]
    kind: Annotated[str, "The kind of the statement, for the filter."]
    parties: Annotated[str, "The keys of its parties, separated by spaces, for the filter."]
    certainty: Annotated[str, "Its certainty, for the filter."]
    leaf: Annotated[str, "The letter of its document, for the filter."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of statements."""

    caption: Annotated[str, "What the table lists, for those who hear it."]
    columns: Annotated[tuple[Column, ...], "The columns, without those that every table has (certainty, source, words)."]
    rows: Annotated[tuple[Row, ...], "The rows in their order."]
    quoted: Annotated[bool, "Whether the words stand below each row."] = True
    left_out: Annotated[int, "How many rows a bound on the size of the page leaves out."] = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A drawing made by us, with a sentence for those who do not see it."""

    title: Annotated[str, "What the drawing shows."]
    note: Annotated[str, "How to read it; empty for nothing."]
    svg: Annotated[Markup, "The drawing, escaped by its maker."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section that is a few drawings and tables."""

    anchor: Annotated[str, "The anchor of the section."]
    title: Annotated[str, "Its heading."]
    intro: Annotated[str, "A sentence on what it holds and how to read it."]
    count: Annotated[int, "How many statements it holds, for its heading and the list of contents."]
    figures: Annotated[tuple[Figure, ...], "Drawings before the tables."]
    tables: Annotated[tuple[tuple[str, Table], ...], "Tables with their headings; one with a heading is folded below it."]
