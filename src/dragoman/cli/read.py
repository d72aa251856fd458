"""`dragoman read`: the statements of documents."""

from collections.abc import Iterator
from typing import Annotated, Any

from cyclopts import Parameter

from dragoman.cli.options import (
    AllowPrivate,
    Format,
    Inputs,
    Layer,
    Model,
    Output,
    Processes,
    Published,
    Quiet,
    Rules,
    parse_day,
    parse_kinds,
    parse_layers,
)
from dragoman.cli.output import check_output, open_output
from dragoman.cli.reading import Run
from dragoman.model.closed_lists import Kind
from dragoman.model.errors import WrongCall
from dragoman.model.reading import Reading


def read(
    *inputs: Inputs,
    format: Format = "table",  # noqa: A002  the option's name
    output: Output = None,
    kind: Annotated[str | None, Parameter(name="--kind", help="Only statements of these kinds, as in transfer,figure.")] = None,
    layers: Annotated[
        str | None,
        Parameter(name="--layers", help="Add what lies beneath the statements, a line each: time,factuality. Not in tables."),
    ] = None,
    published: Published = None,
    model: Model = None,
    processes: Processes = 1,
    rules: Rules = None,
    allow_private_addresses: AllowPrivate = False,
    quiet: Quiet = False,
) -> int:
    """Read documents and write what they state, one statement a row.

    Each statement has its words, its source, its certainty, its time and its place.
    """
    kinds, chosen_layers = parse_kinds(kind), parse_layers(layers)
    if format == "table" and chosen_layers:
        raise WrongCall("--layers are lines for programs; add --format jsonl or --format csv")
    check_output(output)
    run = Run(
        inputs=inputs,
        published=parse_day("--published", published),
        model=model,
        processes=processes,
        rules=rules,
        quiet=quiet,
        allow_private=allow_private_addresses,
    )
    with open_output(output) as stream:
        if format == "table":
            from rich.console import Console

            from dragoman.exports.terminal_table import print_statements

            console = Console(file=stream)
            for reading in run.readings():
                print_statements(reading.document, [s for s in reading.statements if s.kind in kinds], console)
        elif format == "csv":
            from dragoman.exports.csv_table import statement_columns, write_csv

            write_csv(rows_of(run, kinds, chosen_layers), stream, statement_columns(kinds, layers=bool(chosen_layers)))
        else:
            from dragoman.exports.jsonl import write_json_lines

            write_json_lines(rows_of(run, kinds, chosen_layers), stream)
    return run.finish()


def rows_of(run: Run, kinds: tuple[Kind, ...], layers: tuple[Layer, ...]) -> Iterator[dict[str, Any]]:
    """The rows of a run: for each document its statements, then its layers."""
    from dragoman.model.serialise import statement_to_dict

    for reading in run.readings():
        for statement in reading.statements:
            if statement.kind in kinds:
                yield statement_to_dict(statement)
        yield from layer_rows(reading, layers)


def layer_rows(reading: Reading, layers: tuple[Layer, ...]) -> Iterator[dict[str, Any]]:
    """The lines of some layers."""
    from dragoman.model.serialise import predicate_to_dict, time_to_dict

    if "time" in layers:
        yield from (time_to_dict(reading.document, expression) for expression in reading.times)
    if "factuality" in layers:
        yield from (predicate_to_dict(reading.document, predicate) for predicate in reading.predicates)
