"""`dragoman book items`, `entities` and `findings`: what many documents say together."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter

from dragoman.cli.book_show import chosen_kinds
from dragoman.cli.options import Book, Output
from dragoman.cli.output import check_output, open_output

if TYPE_CHECKING:
    from dragoman.merging.book import MergedBook
    from dragoman.merging.items import Item

ItemFormat = Annotated[Literal["table", "jsonl"], Parameter(name="--format", help="jsonl: one object a line; table: for people.")]


def items(
    name: Book,
    *,
    format: ItemFormat = "table",  # noqa: A002  the option's name
    output: Output = None,
    kind: Annotated[str | None, Parameter(name="--kind", help="Only these kinds, as in transfer,figure.")] = None,
    several: Annotated[bool, Parameter(name="--several", negative="", help="Only what more than one document reports.")] = False,
    disputed: Annotated[bool, Parameter(name="--disputed", negative="", help="Only what its reports disagree about.")] = False,
) -> int:
    """Show each thing that the book's documents report, once: who reports it, what they agree on, and what not."""
    check_output(output)
    kinds = chosen_kinds(kind)
    book = merged_book(name)
    chosen = [
        item
        for item in book.merged.items
        if (not kinds or item.kind in kinds) and (len(item.documents) > 1 or not several) and (item.disputed or not disputed)
    ]
    with open_output(output) as stream:
        if format == "jsonl":
            write(stream, (item.to_dict() for item in chosen))
        else:
            print_items(chosen, book, stream)
    return 0


def entities(
    name: Book,
    *,
    format: ItemFormat = "table",  # noqa: A002  the option's name
    output: Output = None,
) -> int:
    """Show whom and what the book's documents name, each once, with all names and mentions."""
    check_output(output)
    found = merged_book(name).merged.entities
    with open_output(output) as stream:
        if format == "jsonl":
            write(stream, (entity.to_dict() for entity in found))
        else:
            from rich.console import Console

            from dragoman.exports.terminal_table import heading_table, plain

            table = heading_table(f"{len(found)} entities")
            for column in ("entity", "name", "country", "also called", "mentions"):
                table.add_column(column, ratio=None if column in {"country", "mentions"} else 2)
            for entity in found:
                others = ", ".join(alias for alias in sorted(entity.aliases) if alias != entity.name)
                cells = (entity.key, entity.name, entity.country or "", others, str(len(entity.mentions)))
                table.add_row(*map(plain, cells))
            Console(file=stream).print(table)
    return 0


def findings(
    name: Book,
    *,
    format: ItemFormat = "table",  # noqa: A002  the option's name
    output: Output = None,
    across: Annotated[
        bool, Parameter(name="--across", negative="", help="Only what documents say of each other: contradiction, corroboration.")
    ] = False,
) -> int:
    """Show what the checks find in the book's documents, and where documents contradict or bear out each other."""
    check_output(output)
    book = merged_book(name)
    found = [] if across else stored_findings(name)
    found += book.findings()
    found.sort(key=lambda row: ({"disagrees": 0, "cannot tell": 1}.get(row["verdict"], 2), row["document"]["id"], row["start"]))
    with open_output(output) as stream:
        if format == "jsonl":
            write(stream, found)
        else:
            from rich.console import Console

            from dragoman.exports.terminal_table import print_findings
            from dragoman.model.deserialise import finding_from_dict

            print_findings([finding_from_dict(row) for row in found], Console(file=stream))
    return 0


def merged_book(name: str) -> "MergedBook":
    """The book with reports of one thing brought together."""
    from dragoman.merging.book import merge_book
    from dragoman.record_book.store import open_book
    from dragoman.record_book.view import View

    with open_book(name) as store:
        return merge_book(View(store))


def stored_findings(name: str) -> list[dict[str, Any]]:
    """What the checks found in each document by itself."""
    from dragoman.record_book.store import open_book
    from dragoman.record_book.view import View

    with open_book(name) as store:
        return list(View(store).findings())


def write(stream: Any, rows: Iterable[dict[str, Any]]) -> None:
    """Write rows as JSON Lines."""
    from dragoman.exports.jsonl import write_json_lines

    write_json_lines(rows, stream)


def print_items(chosen: "Iterable[Item]", book: "MergedBook", stream: Any) -> None:
    """Print items for people: what is disputed stands beside what is agreed."""
    from rich.console import Console

    from dragoman.exports.terminal_table import heading_table, plain, what, who_whom
    from dragoman.model.deserialise import statement_from_dict

    chosen = list(chosen)
    table = heading_table(f"{len(chosen)} items")
    for column, ratio in (("kind", None), ("who → whom", 3), ("what", 3), ("reported by", 2), ("sources", None), ("disputed", 4)):
        table.add_column(column, ratio=ratio)
    for item in chosen:
        first = statement_from_dict(book.statements[item.statements[0]])
        disputes = "; ".join(f"{name}: {' / '.join(values)}" for name, values in item.disputed.items())
        cells = (item.kind, who_whom(first), what(first), ", ".join(item.documents), str(item.independent), disputes)
        table.add_row(*map(plain, cells))
    Console(file=stream).print(table)
