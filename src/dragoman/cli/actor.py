"""`dragoman actor`: the country and the sector of phrases that mean political actors."""

import datetime as dt
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter

from dragoman.cli.options import Format, Output, parse_day
from dragoman.cli.output import check_output, open_output
from dragoman.cli.reading import DONE, SOME_NOT_READ, tell
from dragoman.model.actor import CodedActor
from dragoman.model.errors import WrongCall

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase to code, as a call or a row gives it."""

    text: str
    id: str | None = None
    on: dt.date | None = None
    context: str | None = None


def actor(
    *phrases: Annotated[
        str,
        Parameter(name="PHRASE", help="Phrases; - reads one a line from standard input; a .jsonl file holds one a line."),
    ],
    on: Annotated[
        str | None, Parameter(name="--on", help="The day (YYYY-MM-DD) at which the holder of an office is looked up.")
    ] = None,
    format: Format = "table",  # noqa: A002  the option's name
    output: Output = None,
) -> int:
    """Say which country and which sector a phrase stands for, and why.

    'the Tajik defence ministry' is TJK and MIL. A .jsonl file gives {"id", "text", "published", "context"} a line.
    """
    if not phrases:
        raise WrongCall("nothing to code; give a phrase, - or a .jsonl file")
    day = parse_day("--on", on)
    check_output(output)
    failures: list[str] = []
    with open_output(output) as stream:
        coded = code_all(read_phrases(phrases, day, failures))
        if format == "table":
            from rich.console import Console

            from dragoman.exports.terminal_table import print_actors

            print_actors([result for _, result in coded], Console(file=stream))
        else:
            from dragoman.exports.csv_table import ACTOR_COLUMNS, write_csv
            from dragoman.exports.jsonl import write_json_lines

            rows = (row_of(phrase, result) for phrase, result in coded)
            if format == "csv":
                write_csv(rows, stream, ACTOR_COLUMNS)
            else:
                write_json_lines(rows, stream)
    for failure in failures:
        tell(f"dragoman: {failure}")
    return SOME_NOT_READ if failures else DONE


def code_all(phrases: Iterable[Phrase]) -> Iterator[tuple[Phrase, CodedActor]]:
    """Each phrase with its actor."""
    from dragoman.language.actors import code_actor

    for phrase in phrases:
        yield phrase, code_actor(phrase.text, on=phrase.on, context=phrase.context)


def row_of(phrase: Phrase, coded: CodedActor) -> dict[str, Any]:
    """A coded actor in the form of the statement format."""
    row: dict[str, Any] = {} if phrase.id is None else {"id": phrase.id}
    return row | {
        "text": phrase.text,
        "on": phrase.on.isoformat() if phrase.on else None,
        "country": coded.country,
        "sector": coded.sector,
        "name": coded.name,
        "entity": coded.entity,
        "because": coded.because,
    }


def read_phrases(given: Sequence[str], on: dt.date | None, failures: list[str]) -> Iterator[Phrase]:
    """The phrases of a call, in order; lines that cannot be read are added to `failures`."""
    for words in given:
        if words == STANDARD_INPUT:
            yield from (Phrase(text=line.strip(), on=on) for line in sys.stdin if line.strip())
        elif words.endswith(".jsonl"):
            yield from read_rows(Path(words), on, failures)
        else:
            yield Phrase(text=words, on=on)


def read_rows(path: Path, on: dt.date | None, failures: list[str]) -> Iterator[Phrase]:
    """The phrases of a JSON Lines file. `--on` goes before a row's own day."""
    try:
        with path.open(encoding="utf-8", errors="replace") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    try:
                        yield phrase_of(json.loads(line), on)
                    except (ValueError, TypeError, KeyError, RecursionError) as error:
                        failures.append(f"{path}, line {number}: not an object with 'text' (and 'published' as a day): {error}")
    except OSError as error:
        failures.append(f"{path}: cannot be opened: {error.strerror}")


def phrase_of(row: dict[str, Any], on: dt.date | None) -> Phrase:
    """The phrase of one row.

    Raises:
        KeyError, TypeError, ValueError: No text, or a day that is none.
    """
    text, context, published = row["text"], row.get("context"), row.get("published")
    if not isinstance(text, str) or not isinstance(context, str | None):
        raise TypeError("'text' and 'context' are strings")
    day = on or (dt.date.fromisoformat(str(published)[:10]) if published else None)
    return Phrase(text=text, id=None if row.get("id") is None else str(row["id"]), on=day, context=context)
