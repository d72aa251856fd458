"""`dragoman book sample` and `agreement`: how good a book is, measured by people."""

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from dragoman.cli.book_show import chosen_kinds
from dragoman.cli.options import Book, Output
from dragoman.cli.output import check_output, open_output
from dragoman.model.errors import WrongCall

if TYPE_CHECKING:
    from dragoman.record_book.agreement import Share

YES, NO = frozenset({"yes", "y", "1", "true", "correct"}), frozenset({"no", "n", "0", "false", "wrong"})
type Sheet = dict[str, dict[str, str]]


def sample(
    name: Book,
    *,
    n: Annotated[int, Parameter(name="--n", help="How many statements; all where the book holds fewer.")] = 100,
    seed: Annotated[int, Parameter(name="--seed", help="The same seed draws the same statements from the same book.")] = 1,
    kind: Annotated[str | None, Parameter(name="--kind", help="Only of these kinds, as in transfer,figure.")] = None,
    with_codes: Annotated[
        bool,
        Parameter(name="--with-codes", negative="", help="Show how the program read the words, to be judged right or wrong."),
    ] = False,
    output: Output = None,
) -> int:
    """Draw a sample for coding by hand, as CSV: each kind in proportion, each at least once, in an order that tells nothing.

    The sheet is blind: the coder sees the words and what stands around them, and fills `code`. With --with-codes the coder sees
    what the program made of them, and fills `correct` with yes or no. `dragoman book agreement` reads the sheets back.
    """
    if n < 1:
        raise WrongCall(f"--n is {n}; at least 1 statement has to be drawn")
    check_output(output)
    from dragoman.exports.csv_table import write_csv
    from dragoman.record_book.sampling import CODES_COLUMNS, SHEET_COLUMNS, draw, sheet
    from dragoman.record_book.selection import Selection
    from dragoman.record_book.store import open_book
    from dragoman.record_book.view import View

    selection = Selection(kinds=chosen_kinds(kind))
    with open_book(name) as store, open_output(output) as stream:
        view = View(store)
        rows = sheet(view, draw(view, n, seed, selection), selection)
        write_csv(rows, stream, CODES_COLUMNS if with_codes else SHEET_COLUMNS)
    return 0


def agreement(
    one: Annotated[str, Parameter(name="FILE", help="A sheet that was filled in.")],
    other: Annotated[str, Parameter(name="OTHER", help="The same sheet, filled in by somebody else.")],
    *,
    output: Output = None,
) -> int:
    """Say how well two coders agree on a sample (Krippendorff's alpha), and how often the program was right by each.

    Rows are brought together by their id. Cells left empty are not counted; neither upper case nor spaces matter in a code.
    """
    check_output(output)
    from dragoman.record_book.agreement import alpha_of, share_of

    sheets = {path: load_sheet(path) for path in (one, other)}
    first, second = sheets[one], sheets[other]
    shared = [key for key in first if key in second]
    if not shared:
        raise WrongCall(f"{one} and {other} share no id; they are not two copies of one sheet")
    with open_output(output) as stream:
        for column in ("code", "correct"):
            units = [(first[key].get(column, ""), second[key].get(column, "")) for key in shared]
            filled = [unit for unit in units if all(unit)]
            if filled:
                alpha, same = alpha_of(filled), share_of(sum(a == b for a, b in filled), len(filled))
                words = "cannot be told, as only one value was used" if alpha is None else f"{alpha:.3f}"
                print(f"{column}: alpha {words}; the same in {in_words(same)}", file=stream)
        for path, rows in sheets.items():
            verdicts = [row["correct"] for row in rows.values() if row.get("correct")]
            if verdicts:
                right = share_of(sum(verdict == "yes" for verdict in verdicts), len(verdicts))
                print(f"precision by {path}: {in_words(right)}", file=stream)
    return 0


def in_words(share: "Share") -> str:
    """A share for people: 45 of 50, 90.0% (95% interval 78.6% to 95.7%)."""
    if share.value is None or share.low is None or share.high is None:
        return "0 of 0"
    return f"{share.hits} of {share.total}, {share.value:.1%} (95% interval {share.low:.1%} to {share.high:.1%})"


def load_sheet(path: str) -> Sheet:
    """The rows of a sheet by id, with codes in lower case and verdicts as yes or no.

    Raises:
        WrongCall: It is no sheet, holds an id twice, or a verdict that is neither yes nor no.
    """
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as stream:
            rows: list[dict[str, Any]] = list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise WrongCall(f"{path}: cannot be read as CSV: {error}") from error
    found: Sheet = {}
    for number, row in enumerate(rows, 2):
        cells = {name: (row.get(name) or "").strip().lower() for name in ("id", "code", "correct")}
        if not cells["id"]:
            raise WrongCall(f"{path}, row {number}: no id; 'dragoman book sample' makes the sheet")
        if cells["id"] in found:
            raise WrongCall(f"{path}, row {number}: the id {cells['id']} stands there twice")
        if cells["correct"] and cells["correct"] not in YES | NO:
            raise WrongCall(f"{path}, row {number}: correct is {cells['correct']!r}; write yes or no")
        cells["correct"] = "" if not cells["correct"] else "yes" if cells["correct"] in YES else "no"
        found[cells["id"]] = cells
    return found
