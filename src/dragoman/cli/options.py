"""Options that several commands share: their names, their help, and what they may be."""

import datetime as dt
from typing import Annotated, Literal, get_args

from cyclopts import Parameter

from dragoman.model.closed_lists import KINDS, Kind
from dragoman.model.errors import WrongCall

OutputFormat = Literal["jsonl", "csv", "table"]
Layer = Literal["time", "factuality"]
VerdictName = Literal["agrees", "cannot-tell", "disagrees"]
LAYERS: tuple[Layer, ...] = get_args(Layer)

Inputs = Annotated[
    str,
    Parameter(
        name="INPUT",
        help="Files (.txt, .md, .html, .pdf, .docx, .eml, .jsonl), folders, http and https addresses, or - for standard input.",
    ),
]
Book = Annotated[
    str, Parameter(name="BOOK", help="A file (book.duckdb), a folder of Parquet files (with / at its end), or postgresql://…")
]
Format = Annotated[
    OutputFormat, Parameter(name="--format", help="jsonl: one object a line; csv: one row a line; table: for people.")
]
Output = Annotated[
    str | None,
    Parameter(name=["--output", "-o"], help="Write to this file, which appears whole or not at all."),
]
Published = Annotated[
    str | None,
    Parameter(
        name="--published",
        help="The day of publication (YYYY-MM-DD) against which 'last month' is resolved. Goes before a day found in the "
        "document; a row of JSON Lines that gives its own keeps it.",
    ),
]
Model = Annotated[str | None, Parameter(name="--model", help="A spaCy pipeline for English: a package or a folder.")]
Processes = Annotated[int, Parameter(name="--processes", help="How many processes read side by side. The output is the same.")]
Rules = Annotated[
    list[str] | None,
    Parameter(
        name="--rules",
        negative="",
        help="A folder with frames of your own (events/*.toml, transfers/*.toml and so on), used beside those of the package. "
        "May be given several times.",
    ),
]
Quiet = Annotated[bool, Parameter(name=["--quiet", "-q"], negative="", help="No progress and no remarks. Errors are still told.")]
AllowPrivate = Annotated[
    bool,
    Parameter(
        name="--allow-private-addresses",
        negative="",
        help="Fetch addresses of this machine and its network as well. They are refused otherwise.",
    ),
]


def parse_day(option: str, value: str | None) -> dt.date | None:
    """The day that an option gives.

    Raises:
        WrongCall: It is no day.
    """
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError as error:
        raise WrongCall(f"{option} is {value!r}, not a day; write it as in {option} 2022-06-10") from error


def parse_kinds(value: str | None) -> tuple[Kind, ...]:
    """The kinds that `--kind` names, all where it is not given.

    Raises:
        WrongCall: One of them is none.
    """
    names = split(value)
    for name in names:
        if name not in KINDS:
            raise WrongCall(f"--kind {name!r} is no kind of statement; there are {', '.join(KINDS)}")
    return tuple(kind for kind in KINDS if kind in names or not names)


def parse_layers(value: str | None) -> tuple[Layer, ...]:
    """The layers that `--layers` names.

    Raises:
        WrongCall: One of them is none.
    """
    names = split(value)
    for name in names:
        if name not in LAYERS:
            raise WrongCall(f"--layers {name!r} is no layer; there are {', '.join(LAYERS)}")
    return tuple(layer for layer in LAYERS if layer in names)


def split(value: str | None) -> list[str]:
    """The parts of 'a,b'."""
    return [part.strip() for part in (value or "").split(",") if part.strip()]
