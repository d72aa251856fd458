"""`dragoman book judge` and its like: what people decide about a book."""

import json
from typing import Annotated, Any, Literal

from cyclopts import Parameter

from dragoman.cli.options import Book, Output
from dragoman.cli.output import check_output, open_output
from dragoman.cli.reading import tell
from dragoman.model.errors import WrongCall

By = Annotated[str, Parameter(name="--by", help="Who decides. Kept with the decision.")]
Why = Annotated[str | None, Parameter(name="--why", help="The reason. Kept with the decision.")]
Verb = Literal["accept", "reject", "correct", "merge", "keep-apart"]


def judge(
    name: Book,
    verb: Annotated[Verb, Parameter(name="VERB", help="accept, reject, correct; merge or keep-apart with two ids.")],
    *ids: Annotated[
        str, Parameter(name="ID", help="Of a statement; with merge and keep-apart of two statements or two entities.")
    ],
    by: By,
    why: Why = None,
    set: Annotated[  # noqa: A002  the option's name
        list[str] | None,
        Parameter(
            name="--set", negative="", help="With correct: a field and its right value, as in --set item=Anka. JSON for objects."
        ),
    ] = None,
) -> int:
    """Decide something about statements or entities. It stays in the book with who, when and why, and survives later readings."""
    from dragoman.record_book.judgements import Judge
    from dragoman.record_book.store import open_book

    pair = verb in {"merge", "keep-apart"}
    if len(ids) != 1 + pair:
        raise WrongCall(f"{verb} takes {'two ids' if pair else 'one id'}; there {'is' if len(ids) == 1 else 'are'} {len(ids)}")
    with open_book(name, write=True) as store:
        action: Any = verb.replace("-", " ")
        made = Judge(store, by).judge(action, *ids, why=why, change=parse_changes(set))
    tell(f"judgement {made.number} kept; 'dragoman book undo {name} {made.number} --by …' takes it back")
    return 0


def undo(
    name: Book,
    number: Annotated[int, Parameter(name="NUMBER", help="Of the judgement, as 'dragoman book judgements' lists it.")],
    *,
    by: By,
    why: Why = None,
) -> int:
    """Undo a judgement. Both stay on record."""
    from dragoman.record_book.judgements import Judge
    from dragoman.record_book.store import open_book

    with open_book(name, write=True) as store:
        made = Judge(store, by).undo(number, why=why)
    tell(f"judgement {number} undone by judgement {made.number}")
    return 0


def judgements(
    name: Book,
    *,
    format: Annotated[Literal["table", "jsonl"], Parameter(name="--format", help="jsonl or table.")] = "table",  # noqa: A002
    output: Output = None,
) -> int:
    """List what people have decided, the oldest first."""
    check_output(output)
    from dragoman.record_book.judgements import load_judgements
    from dragoman.record_book.store import open_book

    with open_book(name) as store:
        found = load_judgements(store)
    with open_output(output) as stream:
        if format == "jsonl":
            from dragoman.exports.jsonl import write_json_lines

            write_json_lines((judgement.to_dict() for judgement in found), stream)
        else:
            from rich.console import Console

            from dragoman.exports.terminal_table import heading_table, plain

            table = heading_table(f"{len(found)} judgements")
            for column in ("number", "when", "who", "what", "of", "why"):
                table.add_column(column)
            for one in found:
                of = " + ".join(filter(None, (one.target, one.other)))
                what = f"undo {one.undoes}" if one.undoes else one.action
                table.add_row(*map(plain, (str(one.number), one.at[:16], one.who, what, of, one.why or "")))
            Console(file=stream).print(table)
    return 0


def parse_changes(values: list[str] | None) -> dict[str, Any] | None:
    """The fields of '--set field=value'. A value that is JSON is taken as such.

    Raises:
        WrongCall: There is no '=' in one.
    """
    if not values:
        return None
    changes: dict[str, Any] = {}
    for value in values:
        field, equals, words = value.partition("=")
        if not equals:
            raise WrongCall(f"--set {value!r} has no value; write it as in --set item=Anka")
        try:
            changes[field.strip()] = json.loads(words)
        except ValueError:
            changes[field.strip()] = words
    return changes
