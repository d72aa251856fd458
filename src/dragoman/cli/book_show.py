"""`dragoman book show`: the statements of a record book that somebody asks for."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter

from dragoman.cli.options import Book, Format, Output, parse_day, parse_kinds, split
from dragoman.cli.output import check_output, open_output
from dragoman.cli.reading import tell
from dragoman.model.closed_lists import CERTAINTIES, ROLES, Kind, Role
from dragoman.model.errors import WrongCall

if TYPE_CHECKING:
    from dragoman.record_book.selection import Party, Selection

PartyOption = Annotated[
    str | None,
    Parameter(help="A country (IRN or Iran), an entity (person/ebrahim-raisi), or a name as the texts have it."),
]


def show(
    name: Book,
    *,
    format: Format = "table",  # noqa: A002  the option's name
    output: Output = None,
    kind: Annotated[str | None, Parameter(name="--kind", help="Only these kinds, as in transfer,figure.")] = None,
    transfers: Annotated[bool, Parameter(name="--transfers", negative="", help="The same as --kind transfer.")] = False,
    dyad: Annotated[
        tuple[str, str] | None,
        Parameter(name="--dyad", help="Two parties of one statement, in either order: --dyad IRN TJK."),
    ] = None,
    directed: Annotated[
        bool, Parameter(name="--directed", negative="", help="With --dyad: the first acts, the second receives.")
    ] = False,
    entity: Annotated[list[str] | None, Parameter(name="--entity", negative="", help="Somebody who takes part.")] = None,
    supplier: PartyOption = None,
    recipient: PartyOption = None,
    role: Annotated[
        list[str] | None, Parameter(name="--role", negative="", help="A party in a role, as in --role host=Syria.")
    ] = None,
    item: Annotated[str | None, Parameter(name="--item", help="Transfers of items whose name holds this.")] = None,
    event_type: Annotated[str | None, Parameter(name="--event-type", help="Events of these types, as in ASSAULT,COERCE.")] = None,
    place: Annotated[str | None, Parameter(name="--place", help="A place by name, or a country where it happened.")] = None,
    since: Annotated[
        str | None, Parameter(name="--since", help="What holds or happened on this day or later (YYYY, YYYY-MM-DD).")
    ] = None,
    until: Annotated[str | None, Parameter(name="--until", help="What holds or happened on this day or earlier.")] = None,
    undated: Annotated[
        bool, Parameter(name="--undated", negative="", help="With --since and --until: also what has no time.")
    ] = False,
    certainty: Annotated[str | None, Parameter(name="--certainty", help="certain, probable, possible, underspecified.")] = None,
    polarity: Annotated[
        Literal["positive", "negative"] | None, Parameter(name="--polarity", help="What is said to be so, or not so.")
    ] = None,
    source: Annotated[str | None, Parameter(name="--source", help="Who says it, or where it was published.")] = None,
    text: Annotated[str | None, Parameter(name="--text", help="Statements whose words hold all of these.")] = None,
    document: Annotated[str | None, Parameter(name="--document", help="Statements of one document, by id or address.")] = None,
    as_of: Annotated[str | None, Parameter(name="--as-of", help="What the book said at the end of this day.")] = None,
    new_since: Annotated[str | None, Parameter(name="--new-since", help="What the book has learnt after this day.")] = None,
) -> int:
    """Show what a book says: all of it, or what is asked for."""
    check_output(output)
    from dragoman.record_book.selection import Selection
    from dragoman.record_book.store import open_book
    from dragoman.record_book.view import View

    selection = Selection(
        kinds=("transfer",) if transfers else chosen_kinds(kind),
        dyad=(party(dyad[0]), party(dyad[1])) if dyad else None,
        directed=directed,
        parties=tuple(party(words) for words in entity or ()),
        roles=parse_roles(role, supplier=supplier, recipient=recipient),
        since=first_day("--since", since),
        until=last_day("--until", until),
        undated=undated,
        place=place_words(place),
        certainties=parse_certainties(certainty),
        polarity=polarity,
        event_types=tuple(name.upper() for name in split(event_type)),
        item=item,
        source=source,
        text=text,
        document=document,
        as_of=day_text("--as-of", as_of),
        new_since=day_text("--new-since", new_since, end=True),
    )
    with open_book(name) as store, open_output(output) as stream:
        view = View(store)
        rows = view.statements(selection)
        if format == "jsonl":
            from dragoman.exports.jsonl import write_json_lines

            write_json_lines(rows, stream)
        elif format == "csv":
            from dragoman.exports.csv_table import statement_columns, write_csv

            write_csv(rows, stream, statement_columns(selection.kinds or parse_kinds(None)))
        else:
            print_rows(rows, stream)
        if (since or until) and not undated:
            tell_of_undated(view, selection)
    return 0


def print_rows(rows: Iterator[dict[str, Any]], stream: Any) -> None:
    """Print statements for people, by document."""
    from itertools import groupby

    from rich.console import Console

    from dragoman.exports.terminal_table import print_statements
    from dragoman.model.deserialise import document_from_dict, statement_from_dict

    console = Console(file=stream)
    for _, group in groupby(rows, key=lambda row: row["document"]["id"]):
        those = list(group)
        document = document_from_dict(those[0]["document"])
        print_statements(document, [statement_from_dict(row, document) for row in those], console)


def tell_of_undated(view: Any, selection: "Selection") -> None:
    """Say how many statements were left out because they have no time, which nobody would notice otherwise."""
    from dataclasses import replace

    left_out = view.count(replace(selection, undated=True)) - view.count(selection)
    if left_out:
        words = "statement without a time is" if left_out == 1 else "statements without a time are"
        tell(f"{left_out:,} {words} left out; --undated shows them")


def chosen_kinds(value: str | None) -> tuple[Kind, ...]:
    """The kinds that `--kind` names; none where it is not given."""
    return parse_kinds(value) if value else ()


def party(words: str) -> "Party":
    """Who is meant; the name of a country means the country with all that belongs to it."""
    from dragoman.record_book.selection import Party
    from dragoman.reference.countries import find_country

    meant = Party.of(words)
    country = find_country(words) if meant.name else None
    return Party(country=country.code) if country else meant


def place_words(value: str | None) -> str | None:
    """A place's name; for a country its code."""
    if value is None:
        return None
    from dragoman.reference.countries import find_country

    country = find_country(value)
    return country.code if country else value


def parse_roles(values: list[str] | None, **named: str | None) -> "tuple[tuple[Role, Party], ...]":
    """The parties in roles.

    Raises:
        WrongCall: A role that is none, or a value without '='.
    """
    found: list[tuple[Role, Party]] = []
    pairs = [value.partition("=")[::2] for value in values or ()] + [(role, words) for role, words in named.items() if words]
    for role, words in pairs:
        if role not in ROLES or not words:
            raise WrongCall(f"--role {role!r} is no role; write it as in --role host=Syria. There are {', '.join(ROLES)}")
        found.append((role, party(words)))
    return tuple(found)


def parse_certainties(value: str | None) -> Any:
    """The certainties that are asked for.

    Raises:
        WrongCall: One of them is none.
    """
    names = split(value)
    for name in names:
        if name not in CERTAINTIES:
            raise WrongCall(f"--certainty {name!r} is none; there are {', '.join(CERTAINTIES)}")
    return tuple(names)


def first_day(option: str, value: str | None) -> Any:
    """The first day of a year, a month or a day."""
    padded = (
        f"{value}-01-01"[:10]
        if value and len(value) == len("2020")
        else f"{value}-01"
        if value and len(value) == len("2020-01")
        else value
    )
    return parse_day(option, padded)


def last_day(option: str, value: str | None) -> Any:
    """The last day of a year, a month or a day."""
    import calendar

    if value and len(value) == len("2020"):
        return parse_day(option, f"{value}-12-31")
    if value and len(value) == len("2020-01"):
        first = parse_day(option, f"{value}-01")
        return first.replace(day=calendar.monthrange(first.year, first.month)[1]) if first else None
    return parse_day(option, value)


def day_text(option: str, value: str | None, *, end: bool = False) -> str | None:
    """A day as the book's timestamps begin; with `end` such that the whole day lies before it."""
    day = parse_day(option, value)
    return None if day is None else f"{day.isoformat()}T99" if end else day.isoformat()
