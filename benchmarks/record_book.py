"""How fast a record book answers, and how it grows: synthetic statements in books of 10^4, 10^5 and 10^6.

    uv run python benchmarks/record_book.py [--largest 1000000] [--folder FOLDER]

The synthetic statements are skewed as news is: a few pairs of states have most of the events (Zipf), most statements are events
and quotations, times crowd near the present. Rows go into the book's own tables, a batch at a time. Asked are a dyad's
timeline by month, the statements of a dyad in a year, a supplier's register since a year, a place, and a word; each 15 times, the
median is shown.
"""

import argparse
import datetime as dt
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dragoman.record_book.relations import relation
from dragoman.record_book.rows import as_columns
from dragoman.record_book.schema import BY_NAME
from dragoman.record_book.selection import Party, Selection
from dragoman.record_book.store import Store, open_book
from dragoman.record_book.view import View

A_DOCUMENT = 12  # statements
BATCH = 500  # documents
STATES = [
    "USA", "RUS", "CHN", "UKR", "IRN", "ISR", "TUR", "IND", "PAK", "SAU", "SYR", "IRQ", "GBR", "FRA", "DEU", "PRK", "KOR",
    "JPN", "EGY", "YEM", "AFG", "TJK", "KGZ", "UZB", "KAZ", "ARM", "AZE", "GEO", "POL", "ROU", "GRC", "CYP", "LBN", "JOR",
    "ARE", "QAT", "SDN", "ETH", "SOM", "LBY",
]  # fmt: skip
KINDS = (
    ["event"] * 55
    + ["quotation"] * 25
    + ["figure"] * 8
    + ["transfer"] * 6
    + ["facility"] * 2
    + ["tenure"] * 2
    + ["assessment"] * 2
)
TYPES = {
    "ASSAULT": -9.0,
    "CONSULT": 1.0,
    "AGREE": 3.0,
    "ACCUSE": -2.0,
    "AID": 7.0,
    "SANCTION": -6.0,
    "COOPERATE": 6.0,
    "THREATEN": -5.0,
}
ITEMS = ["Bayraktar TB2", "Mohajer-6", "S-400", "F-16", "T-90", "Su-35", "HIMARS", "K9", "Leopard 2", "Rafale"]
ROLES = {
    "event": ("actor", "recipient"), "transfer": ("supplier", "recipient"), "figure": ("subject", "counterpart"),
    "facility": ("operator", "host"), "tenure": ("person", "polity"), "assessment": ("party", "party"),
    "quotation": ("speaker", "addressee"),
}  # fmt: skip
WORDS = (  # noqa: SIM905  a sentence reads better than a list
    "officials said the talks on border trade drones sanctions would continue after a strike near the town was reported"
).split()
CERTAINTIES = ["certain"] * 7 + ["probable", "possible", "underspecified"]


def zipf(chance: random.Random, values: list[str]) -> str:
    """One of some values, the first most often."""
    return values[min(int(chance.paretovariate(1.1)) - 1, len(values) - 1)]


def day(chance: random.Random) -> str:
    """A day since 1990, most of them recent."""
    back = int(min(chance.expovariate(1 / 1500), 12_000))
    return (dt.date(2024, 12, 31) - dt.timedelta(days=back)).isoformat()


def statement_rows(chance: random.Random, number: int, reading: int) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A synthetic statement, with those who take part."""
    kind = chance.choice(KINDS)
    one = zipf(chance, STATES)
    other = zipf(chance, [state for state in STATES if state != one])
    when = day(chance) if chance.random() < 0.7 else None
    words = " ".join(chance.choices(WORDS, k=18))
    event_type = chance.choice(list(TYPES)) if kind == "event" else None
    row: dict[str, Any] = {
        "number": number, "reading": reading, "id": f"{number:016x}", "kind": kind, "start": 0, "end": len(words), "text": words,
        "time_start": when, "time_end": when, "granularity": "day" if when else None, "polarity": "positive",
        "certainty": chance.choice(CERTAINTIES), "realis": "actual", "place_country": other if chance.random() < 0.3 else None,
        "read_by": f"{kind}:synthetic", "event_type": event_type, "goldstein": TYPES.get(event_type or ""),
        "item": chance.choice(ITEMS) if kind == "transfer" else None, "transfer_type": "delivery" if kind == "transfer" else None,
    }  # fmt: skip
    participants = [
        {"statement": number, "reading": reading, "position": place, "role": role, "name": code, "text": code, "start": 0,
         "end": 3,
         "entity": f"state/{code}", "country": code, "sector": "GOV"}
        for place, (role, code) in enumerate(zip(ROLES[kind], (one, other), strict=True))
    ]  # fmt: skip
    row["body"] = json.dumps(
        {name: value for name, value in row.items() if name not in {"number", "reading"}} | {"participants": participants}
    )
    return row, participants


def fill(store: Store, documents: int, chance: random.Random, start: int) -> None:
    """Add synthetic documents, numbered from `start`."""
    for first in range(start, documents, BATCH):
        rows: dict[str, list[dict[str, Any]]] = {name: [] for name in ("documents", "readings", "statements", "participants")}
        for number in range(first + 1, min(first + BATCH, documents) + 1):
            name, text = f"document-{number}", " ".join(chance.choices(WORDS, k=200))
            rows["documents"].append(
                {
                    "number": number,
                    "address": name,
                    "id": name,
                    "content": name,
                    "added_at": "2025-01-01",
                    "published": day(chance),
                    "text": text,
                }
            )
            rows["readings"].append({"number": number, "document": number, "reader": "synthetic", "read_at": "2025-01-01"})
            for place in range(A_DOCUMENT):
                statement, participants = statement_rows(chance, (number - 1) * A_DOCUMENT + place + 1, number)
                rows["statements"].append(statement)
                rows["participants"].extend(participants)
        with store.database.transaction():
            for table, those in rows.items():
                store.database.insert(BY_NAME[table], as_columns(table, those))


def milliseconds(ask: Callable[[], Any], times: int = 15) -> float:
    """The median time of a question."""
    ask()
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        ask()
        taken.append((time.perf_counter() - begin) * 1000)
    return statistics.median(taken)


def questions(view: View) -> dict[str, Callable[[], Any]]:
    """What is asked."""
    iran, russia = Party.of("IRN"), Party.of("RUS")
    year = {"since": dt.date(2023, 1, 1), "until": dt.date(2023, 12, 31)}
    return {
        "dyad timeline by month": lambda: relation(view, iran, russia),
        "dyad in a year": lambda: list(view.statements(Selection(dyad=(iran, russia), **year))),
        "register of a supplier": lambda: list(
            view.statements(Selection(kinds=("transfer",), roles=(("supplier", Party.of("TUR")),), since=dt.date(2020, 1, 1)))
        ),
        "place and type": lambda: view.count(Selection(place="SYR", event_types=("ASSAULT",))),
        "words": lambda: view.count(Selection(text="border drones")),
    }


def main() -> None:
    """Fill books of growing size and ask them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--largest", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        path = Path(folder) / "book.duckdb"
        chance = random.Random(2024)
        documents = 0
        for size in (10_000, 100_000, 1_000_000):
            if size > arguments.largest:
                break
            begin = time.perf_counter()
            before, documents = documents, size // A_DOCUMENT
            with open_book(str(path), write=True, create=True) as store:
                fill(store, documents, chance, before)
            rate = (documents - before) * A_DOCUMENT / (time.perf_counter() - begin)
            print(f"{documents * A_DOCUMENT:>9,} statements  {path.stat().st_size / 1e6:7.1f} MB  stored at {rate:,.0f} a second")
            with open_book(str(path)) as store:
                for name, ask in questions(View(store)).items():
                    print(f"    {name:<24} {milliseconds(ask):8.1f} ms")


if __name__ == "__main__":
    main()
