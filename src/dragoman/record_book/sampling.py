"""A sample of a book for coding by hand: each kind in proportion, each at least once, the same for the same seed."""

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from dragoman.record_book.selection import Selection
from dragoman.record_book.view import View

AROUND: Final = 300  # characters of the text on each side of the words
SHEET_COLUMNS: Final = ("id", "document_id", "start", "end", "before", "text", "after", "code", "note")
CODES_COLUMNS: Final = (
    "id", "document_id", "start", "end", "before", "text", "after",
    "machine_code", "polarity", "certainty", "read_as", "correct", "note",
)  # fmt: skip


def code_of(row: Mapping[str, Any]) -> str:
    """How the program codes a statement: an event by its type, anything else by its kind."""
    return str(row.get("event_type") or row["kind"])


def draw(view: View, size: int, seed: int, selection: Selection) -> list[dict[str, Any]]:
    """A stratified sample of a selection, in an order that tells nothing of the strata.

    Args:
        view: The book.
        size: How many statements; all where there are fewer.
        seed: The same seed draws the same statements from the same book.
        selection: What is drawn from.
    """
    strata: dict[str, list[str]] = {}
    for row in view.statements(selection):
        strata.setdefault(row["kind"], []).append(row["id"])
    dice = random.Random(seed)
    shares = allocate({kind: len(ids) for kind, ids in sorted(strata.items())}, size)
    chosen = [each for kind, share in shares.items() for each in sorted(dice.sample(sorted(strata[kind]), share))]
    dice.shuffle(chosen)
    rows = {row["id"]: row for row in view.statements(Selection(ids=tuple(chosen), as_of=selection.as_of))} if chosen else {}
    return [rows[each] for each in chosen]


def allocate(sizes: Mapping[str, int], total: int) -> dict[str, int]:
    """How many are drawn of each stratum: in proportion, by largest remainders, at least one where `total` allows it."""
    held = sum(sizes.values())
    total = min(total, held)
    if not total:
        return dict.fromkeys(sizes, 0)
    exact = {name: total * size / held for name, size in sizes.items()}
    shares = {name: max(int(value), 1) for name, value in exact.items()}
    least = 1 if total >= len(sizes) else 0
    while (given := sum(shares.values())) != total:
        step = 1 if given < total else -1
        able = [name for name in shares if (shares[name] < sizes[name] if step > 0 else shares[name] > least)]
        behind = max(able, key=lambda name: (step * (exact[name] - shares[name]), name))
        shares[behind] += step
    return shares


def sheet(view: View, rows: Sequence[Mapping[str, Any]], selection: Selection) -> Iterator[dict[str, Any]]:
    """The rows of a coding sheet: the words with what stands around them, and empty cells for the coder."""
    wanted = {(row["document"]["id"], row["document"]["url"]) for row in rows}
    places = ((each["id"], each["url"], each["text"]) for each in view.documents(selection))
    texts = {(name, url): text for name, url, text in places if (name, url) in wanted}
    for row in rows:
        text, start, end = texts[row["document"]["id"], row["document"]["url"]], row["start"], row["end"]
        yield {
            **{name: row[name] for name in ("id", "start", "end", "text")},
            "document_id": row["document"]["id"],
            "before": text[max(0, start - AROUND) : start],
            "after": text[end : end + AROUND],
            "machine_code": code_of(row),
            "polarity": row["factuality"]["polarity"],
            "certainty": row["factuality"]["certainty"],
            "read_as": ", ".join(f"{p['role']}: {p['name']}" for p in row["participants"]),
        }
