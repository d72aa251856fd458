"""`dragoman book relation`: how two parties got on over time."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter

from dragoman.cli.book_show import day_text, first_day, last_day, parse_certainties, party
from dragoman.cli.options import Book, Format, Output
from dragoman.cli.output import check_output, open_output

if TYPE_CHECKING:
    from dragoman.record_book.course import Stretch

PartyName = Annotated[str, Parameter(help="A country (IRN or Iran), an entity (group/hamas), or a name as the texts have it.")]
COLUMNS = (
    "period",
    "events",
    "conflict",
    "cooperation",
    "score",
    "mean",
    "turn",
    "document_id",
    "start",
    "end",
    "event_type",
    "text",
)


def relation(
    name: Book,
    a: PartyName,
    b: PartyName,
    *,
    by: Annotated[Literal["day", "month", "year"], Parameter(name="--by", help="How long a stretch of time is.")] = "month",
    directed: Annotated[bool, Parameter(name="--directed", negative="", help="Only what A does to B.")] = False,
    since: Annotated[str | None, Parameter(name="--since", help="From this day on (YYYY, YYYY-MM, YYYY-MM-DD).")] = None,
    until: Annotated[str | None, Parameter(name="--until", help="Up to this day.")] = None,
    certainty: Annotated[str | None, Parameter(name="--certainty", help="certain, probable, possible, underspecified.")] = None,
    as_of: Annotated[str | None, Parameter(name="--as-of", help="What the book said at the end of this day.")] = None,
    format: Format = "table",  # noqa: A002  the option's name
    output: Output = None,
) -> int:
    """Show how the relation of two parties moved: conflict and cooperation in each stretch of time, and where it turned.

    Counts events that are told as having happened and have a time, each at its beginning. The score is Goldstein's, from -10
    (war) to 10; the words are those of the event that weighs most. A turn is a mean on the other side of 0 than the mean
    before, at least 2 points away.
    """
    check_output(output)
    from dragoman.record_book.course import course_of
    from dragoman.record_book.store import open_book
    from dragoman.record_book.view import View

    more = {
        "since": first_day("--since", since),
        "until": last_day("--until", until),
        "certainties": parse_certainties(certainty),
        "as_of": day_text("--as-of", as_of),
    }
    with open_book(name) as store:
        stretches = course_of(View(store), party(a), party(b), by=by, directed=directed, **more)
    with open_output(output) as stream:
        if format == "jsonl":
            from dragoman.exports.jsonl import write_json_lines

            write_json_lines((stretch.to_dict() for stretch in stretches), stream)
        elif format == "csv":
            from dragoman.exports.csv_table import write_csv

            write_csv(map(row_of, stretches), stream, COLUMNS)
        else:
            print_course(stretches, f"{a} {'→' if directed else '–'} {b}", stream)
    return 0


def row_of(stretch: "Stretch") -> dict[str, Any]:
    """A stretch as a row: its strongest words beside its numbers."""
    words = dict(stretch.words or {})
    return {"document_id": words.pop("document", None), **words, **stretch.to_dict()}


def print_course(stretches: "list[Stretch]", title: str, stream: Any) -> None:
    """Print a course for people."""
    from rich.console import Console

    from dragoman.exports.terminal_table import heading_table, plain

    table = heading_table(f"{title}: {sum(stretch.events for stretch in stretches):,} events")
    for column in ("period", "events", "conflict", "coop.", "mean", "turn to", "strongest words", "document"):
        table.add_column(column, ratio={"strongest words": 3, "document": 1}.get(column))
    for stretch in stretches:
        words = stretch.words or {}
        mean = "" if stretch.mean is None else f"{stretch.mean:+.1f}"
        counts = (str(stretch.events), str(stretch.conflict), str(stretch.cooperation))
        cells = (stretch.period, *counts, mean, stretch.turn or "", words.get("text", ""), words.get("document", ""))
        table.add_row(*map(plain, cells))
    Console(file=stream).print(table)
