"""`dragoman book export`: what a record book says, for the tools that people already use."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter

from dragoman.cli.book_show import chosen_kinds, first_day, last_day, parse_certainties, party
from dragoman.cli.options import Book, Output, parse_kinds
from dragoman.cli.output import STANDARD_OUTPUT, check_output, open_output
from dragoman.cli.reading import tell
from dragoman.model.errors import WrongCall

if TYPE_CHECKING:
    from dragoman.record_book.selection import Selection

ExportFormat = Literal["jsonl", "csv", "parquet", "geojson", "graphml", "gexf", "sipri", "polecat"]
# Where a reader takes each row for a fact. The others have polarity, certainty and realis among their first columns.
FACTS_ONLY = frozenset({"geojson", "graphml", "gexf", "sipri", "polecat"})


def export(
    name: Book,
    *,
    format: Annotated[ExportFormat, Parameter(name="--format", help="What to write; see below.")],  # noqa: A002
    output: Output = None,
    kind: Annotated[str | None, Parameter(name="--kind", help="Only these kinds, as in transfer,figure.")] = None,
    dyad: Annotated[
        tuple[str, str] | None,
        Parameter(name="--dyad", help="Two parties of one statement, in either order: --dyad IRN TJK."),
    ] = None,
    since: Annotated[str | None, Parameter(name="--since", help="What holds or happened on this day or later.")] = None,
    until: Annotated[str | None, Parameter(name="--until", help="What holds or happened on this day or earlier.")] = None,
    certainty: Annotated[str | None, Parameter(name="--certainty", help="certain, probable, possible, underspecified.")] = None,
    also_unsure: Annotated[
        bool,
        Parameter(
            name="--also-unsure",
            negative="",
            help="Also what is denied, planned, supposed or not certain, where a format takes each row for a fact.",
        ),
    ] = False,
    force: Annotated[bool, Parameter(name="--force", negative="", help="Write over a file that is there.")] = False,
) -> int:
    """Write what a book says for other tools: maps, networks, spreadsheets, registers.

    jsonl: one statement a line. csv, parquet: one row a statement. geojson: a point for each statement with a place.
    graphml, gexf: parties and what passes between them (Gephi, Cytoscape, networkx). sipri: transfers in the columns of SIPRI's
    register. polecat: events in POLECAT's columns. The last five leave out what is not told as a fact, and say how much.
    """
    from dragoman.record_book.selection import Selection

    check_target(output, format, force=force)
    selection = Selection(
        kinds=chosen_kinds({"sipri": "transfer", "polecat": "event"}.get(format, kind)),
        dyad=(party(dyad[0]), party(dyad[1])) if dyad else None,
        since=first_day("--since", since),
        until=last_day("--until", until),
        certainties=parse_certainties(certainty),
    )
    facts_only = format in FACTS_ONLY and not also_unsure
    write_export(name, selection, format, output, facts_only=facts_only)
    return 0


def check_target(output: str | None, format: str, *, force: bool) -> None:  # noqa: A002
    """Refuse an output that cannot be written, or that would be lost.

    Raises:
        WrongCall: The file is there and `--force` is not given, or Parquet is to go to standard output.
    """
    check_output(output)
    if output not in {None, STANDARD_OUTPUT}:
        path = Path(str(output))
        if path.is_file() and not force:
            raise WrongCall(f"-o {output}: is there already; choose another name, or add --force to write over it")
    elif format == "parquet":
        raise WrongCall("--format parquet is no text; name a file with -o")


def write_export(name: str, selection: "Selection", format: str, output: str | None, *, facts_only: bool) -> None:  # noqa: A002
    """Write the statements of a selection, and tell what was left out."""
    from dragoman.exports.told_as_fact import is_told_as_fact
    from dragoman.record_book.store import open_book
    from dragoman.record_book.view import View

    left_out = 0

    def wanted() -> Iterator[dict[str, Any]]:
        nonlocal left_out
        for row in View(store).statements(selection):
            if facts_only and not is_told_as_fact(row):
                left_out += 1
            else:
                yield row

    with open_book(name) as store:
        if format == "parquet":
            write_table(wanted(), Path(str(output)), selection)
        else:
            with open_output(output) as stream:
                write_text(wanted(), stream, format, selection)
    if left_out:
        words = "statement is" if left_out == 1 else "statements are"
        tell(f"{left_out:,} {words} denied, planned, supposed or not certain and left out; --also-unsure writes them too")


def write_table(rows: Iterator[dict[str, Any]], path: Path, selection: "Selection") -> None:
    """Write Parquet beside its place and move it there, so that it appears whole or not at all."""
    from dragoman.exports.csv_table import statement_columns
    from dragoman.exports.parquet import write_parquet

    columns = statement_columns(selection.kinds or parse_kinds(None))
    endings = ("_value", "_low", "_high", "_lat", "_lon")
    numbers = [c for c in columns if c.endswith(endings) or c in ("start", "end", "goldstein", "fatalities", "injured", "value")]
    draft = path.with_name(f".{path.name}.part")
    try:
        write_parquet(rows, draft, columns, numbers)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def write_text(rows: Iterator[dict[str, Any]], stream: Any, format: str, selection: "Selection") -> None:  # noqa: A002
    """Write a format that is text."""
    from dragoman.exports import csv_table, geojson, jsonl, network, registers

    match format:
        case "jsonl":
            jsonl.write_json_lines(rows, stream)
        case "csv":
            csv_table.write_csv(rows, stream, csv_table.statement_columns(selection.kinds or parse_kinds(None)))
        case "geojson":
            if without := geojson.write_geojson(rows, stream):
                tell(f"{without:,} without a place on the map left out")
        case "graphml":
            network.write_graphml(rows, stream)
        case "gexf":
            network.write_gexf(rows, stream)
        case "sipri":
            registers.write_sipri(rows, stream)
        case "polecat":
            registers.write_polecat(rows, stream)
