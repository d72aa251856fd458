"""Score statements and findings on the texts in `benchmarks/texts/`, written with answers by people who had not seen the rules.

    python benchmarks/score_texts.py analyses dev              # prints what is found, by kind
    python benchmarks/score_texts.py transfers dev --misses    # lists what is missed, every trap sprung, every statement too many

The way a gold row is matched is that of the project's article scorer, written anew here so that users can run it: an item is
found when one statement of its kind overlaps its anchor and holds all of `must`; a trap is sprung when one holds all of `forbid`.
In the sets of COMPLETE the answers hold all records of their kinds, so there a statement that is no answer is one too many.
"""

import argparse
import datetime as dt
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dragoman.language.reader import load_language
from dragoman.model.closed_lists import ROLES
from dragoman.model.document import Document
from dragoman.model.serialise import finding_to_dict, statement_to_dict
from dragoman.pipeline import check_readings, read_document

TEXTS = Path(__file__).parent / "texts"
COMPLETE = {
    "transfers": {"transfer"},
    "figures": {"figure"},
    "records": {"facility", "tenure", "membership", "assessment"},
}
Row = dict[str, Any]


def load_rows(path: Path) -> list[Row]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def names_in(statement: Row, roles: set[str]) -> set[str]:
    """Every name, country, entity and word of the participants in some roles."""
    found = [p for p in statement.get("participants") or [] if p["role"] in roles]
    return {str(p[key]) for p in found for key in ("country", "name", "entity", "text") if p.get(key)}


def holds(statement: Row, key: str, value: Any) -> bool:
    """Whether a statement meets one condition of a gold row."""
    roles = set(key.removesuffix("_only").removesuffix("~").split("|"))
    if roles <= set(ROLES):
        return holds_of_roles(statement, key, value, roles)
    matcher = MATCHERS.get(key)
    return matcher(statement, value) if matcher else holds_of_field(statement, key, value)


def holds_of_roles(statement: Row, key: str, value: Any, roles: set[str]) -> bool:
    """A condition on participants: all of the values, a part of a name, or just these countries."""
    have = names_in(statement, roles)
    if key.endswith("~"):
        parts = value if isinstance(value, list) else [value]
        return any(part.casefold() in name.casefold() for part in parts for name in have)
    if key.endswith("_only"):
        return {p.get("country") for p in statement["participants"] if p["role"] in roles} == set(value)
    return all(v in have for v in value)


def holds_of_field(statement: Row, key: str, value: Any) -> bool:
    """A condition on any other field: its value, or one of its values, is in the list, or holds the part."""
    got = statement.get(key.removesuffix("~"))
    listed = got if isinstance(got, list) else [got]
    if key.endswith("~"):
        parts = value if isinstance(value, list) else [value]
        return any(part.casefold() in str(item).casefold() for part in parts for item in listed if item)
    return any(item in value for item in listed)


def bound(statement: Row, side: str) -> str | None:
    """The first or last day of a statement's time."""
    return (statement.get("time") or {}).get(side)


def is_within(statement: Row, value: list[str]) -> bool:
    """Whether a statement's time is closed and lies inside another."""
    start, end = bound(statement, "start"), bound(statement, "end")
    return bool(start and end and value[0] <= start <= end <= value[1])


def has_place(statement: Row, value: str) -> bool:
    """Whether a part of a place's name stands in the statement's place or locations."""
    place = statement.get("place") or {}
    names = [place.get("name"), place.get("text"), *names_in(statement, {"location"})]
    return any(value.casefold() in str(name).casefold() for name in names)


def has_number(statement: Row, key: str, value: float) -> bool:
    """Whether a number is as it should be, to a millionth part."""
    got = statement.get(key)
    got = got.get("value") if isinstance(got, dict) else got
    return isinstance(got, int | float) and abs(got - value) <= 1e-6 * max(1, abs(value))


def factuality(statement: Row, key: str) -> str | None:
    """Polarity or certainty of a statement."""
    return (statement.get("factuality") or {}).get(key)


MATCHERS: dict[str, Callable[[Row, Any], bool]] = {
    "time": lambda s, v: [bound(s, "start"), bound(s, "end")] == v,
    "time_start": lambda s, v: bound(s, "start") in ([v] if isinstance(v, str) else v),
    "time_end": lambda s, v: bound(s, "end") in ([v] if isinstance(v, str) else v),
    "time_within": is_within,
    "certainty": lambda s, v: factuality(s, "certainty") in v,
    "polarity": lambda s, v: factuality(s, "polarity") in v,
    "certainty_not": lambda s, v: bool(factuality(s, "certainty")) and factuality(s, "certainty") not in v,
    "basis": lambda s, v: (s.get("time") or {}).get("basis") in v,
    "low": lambda s, v: has_number(s, "low", v),
    "high": lambda s, v: has_number(s, "high", v),
    "attributed": lambda s, v: bool(s.get("attribution")) is v,
    "place~": has_place,
    "value": lambda s, v: has_number(s, "value", v),
    "quantity": lambda s, v: has_number(s, "quantity", v),
}


def overlapping(rows: list[Row], start: int, end: int) -> list[Row]:
    """The rows whose words overlap some characters."""
    return [row for row in rows if row["start"] < end and start < row["end"]]


def main() -> None:
    """Read the texts, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", choices=sorted(folder.name for folder in TEXTS.iterdir() if folder.is_dir()))
    parser.add_argument("part", choices=["dev", "locked"])
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    folder, nlp = TEXTS / arguments.set / arguments.part, load_language()
    complete = COMPLETE.get(arguments.set, set())
    totals: Counter[str] = Counter()
    kinds: dict[str, Counter[str]] = {}
    for row in load_rows(folder / "docs.jsonl"):
        day = dt.date.fromisoformat(row["published"]) if row["published"] else None
        document = Document(id=row["id"], text=row["text"], title=row["title"], url=row["url"], published=day)
        reading = read_document(document, nlp)
        statements = [statement_to_dict(s) for s in reading.statements]
        findings = [finding_to_dict(f) for f in check_readings([reading])]
        score_document(document, statements, findings, folder, totals, kinds, misses=arguments.misses)
        told = [s for s in statements if s["kind"] in complete]
        score_precision(document, told, folder, kinds, misses=arguments.misses)
    for kind, counts in sorted(kinds.items()):
        part = counts["part"] / 1000 / max(counts["of"], 1)
        print(f"{kind:20} {counts['whole']:3} of {counts['of']:3}   {part:.2f} in part")
        if kind in complete and counts["told"]:
            print(" " * 20 + precision_and_f1(counts))
    in_part = totals["part"] / 1000 / max(totals["gold"], 1)
    print(
        f"{arguments.part}: {totals['whole']}/{totals['gold']} whole, {in_part:.3f} in part; "
        f"findings {totals['right']}/{totals['findings']}; wrong 'disagrees' {totals['false']}; "
        f"traps {totals['sprung']}/{totals['traps']}"
    )


def score_precision(document: Document, told: list[Row], folder: Path, kinds: dict[str, Counter[str]], *, misses: bool) -> None:
    """Count the statements that are an answer, whole or not, and those that are none."""
    answers = [r for r in load_rows(folder / "gold.jsonl") if r["document"] == document.id]
    for statement in told:
        near = [
            r for r in answers
            if statement["kind"] in r["kind"].split("|")
            and overlapping([statement], at := document.text.index(r["anchor"]), at + len(r["anchor"]))
        ]  # fmt: skip
        right = any(all(holds(statement, k, v) for k, v in r["must"].items()) for r in near)
        kinds.setdefault(statement["kind"], Counter()).update(told=1, right=int(right), beside=int(not near))
        if misses and not right:
            what = "too many" if not near else "in part"
            print(f"{what} {document.id} {statement['kind']}: {statement['text'][:90]!r} read by {statement['read_by']}")


def precision_and_f1(counts: Counter[str]) -> str:
    """Precision, recall and F1 of whole records."""
    precision, recall = counts["right"] / counts["told"], counts["whole"] / max(counts["of"], 1)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return (
        f"   precision {precision:.2f} recall {recall:.2f} F1 {f1:.2f}; {counts['beside']} of {counts['told']} beside any answer"
    )


def score_document(
    document: Document,
    statements: list[Row],
    findings: list[Row],
    folder: Path,
    totals: Counter[str],
    kinds: dict[str, Counter[str]],
    *,
    misses: bool,
) -> None:
    """Add one document's counts to the totals."""

    def rows(name: str) -> list[tuple[Row, int, int]]:
        own = [r for r in load_rows(folder / name) if r["document"] == document.id]
        return [(r, document.text.index(r["anchor"]), document.text.index(r["anchor"]) + len(r["anchor"])) for r in own]

    for row, start, end in rows("gold.jsonl"):
        near = [s for s in overlapping(statements, start, end) if s["kind"] in row["kind"].split("|")]
        best = max(([holds(s, k, v) for k, v in row["must"].items()] for s in near), key=sum, default=[False] * len(row["must"]))
        counts = kinds.setdefault(row["kind"], Counter())
        for counter, total in ((counts, "of"), (totals, "gold")):
            counter.update({total: 1, "whole": int(all(best)), "part": round(1000 * sum(best) / len(best))})
        if misses and not all(best):
            lost = {k: row["must"][k] for k, ok in zip(row["must"], best, strict=True) if not ok} if near else "any statement"
            print(f"miss {row['id']} {row['kind']}: {row['anchor'][:70]!r} lacks {lost}")
    for row, start, end in rows("traps.jsonl"):
        forbid = dict(row["forbid"])
        wanted = forbid.pop("kind").split("|") if "kind" in forbid else None
        near = [s for s in overlapping(statements, start, end) if wanted is None or s["kind"] in wanted]
        sprung = any(all(holds(s, k, v) for k, v in forbid.items()) for s in near)
        totals.update(traps=1, sprung=int(sprung))
        if sprung and misses:
            print(f"trap {row['id']}: {row['anchor'][:70]!r} {row['why']}")
    score_findings(rows("findings.jsonl"), findings, totals, misses=misses)


def score_findings(rows: list[tuple[Row, int, int]], findings: list[Row], totals: Counter[str], *, misses: bool) -> None:
    """Add what is right among the findings, and each 'disagrees' that no row asks for."""
    asked = []
    for row, start, end in rows:
        near = [f for f in overlapping(findings, start, end) if f["check"] in row["check"].split("|")]
        got = {f["verdict"] for f in near}
        right = bool(got & set(row["verdict"])) and ("disagrees" in row["verdict"] or "disagrees" not in got)
        totals.update(findings=1, right=int(right))
        asked += [f["id"] for f in near if "disagrees" in row["verdict"]]
        if misses and not right:
            print(
                f"finding {row['id']} {row['check']}: {row['anchor'][:70]!r} wants {row['verdict']} "
                f"got {[f['verdict'] for f in near]}"
            )
    for finding in findings:
        if finding["verdict"] == "disagrees" and finding["id"] not in asked:
            totals.update(false=1)
            if misses:
                print(f"unasked disagrees: {finding['check']} {finding['text'][:60]!r}: {finding['explanation']}")


if __name__ == "__main__":
    main()
