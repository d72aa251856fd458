"""Numbers that two reports give for one thing, and whether they agree with what stands before them."""

from collections.abc import Mapping
from typing import Any

from dragoman.merging.weights import load_weights

type Bounds = tuple[float, float]


def bounds_of(amount: Mapping[str, Any] | None) -> Bounds | None:
    """What a number with its qualifier may mean: 'about 20' is 16 to 25. None where there is no number."""
    if amount is None:
        return None
    low, high, value = amount.get("low"), amount.get("high"), amount.get("value")
    factors = load_weights().number[amount.get("qualifier") or "exactly"]
    if value is not None:
        rounding = load_weights().number["rounding"] * abs(value)
        ends = sorted((value * factors[0], value * factors[1]))
        return ends[0] - rounding, ends[1] + rounding
    if low is not None and high is not None:
        return low, high
    if low is not None:
        return low, low * 5  # 'hundreds of', 'more than a dozen': no end is given
    return (0.0, high) if high is not None else None


def agree(one: Bounds, other: Bounds) -> bool:
    """Whether there is a number that both may mean."""
    return one[0] <= other[1] and other[0] <= one[1]


def numbers_in(row: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The numbers of a statement that reports of one thing ought to agree on, by field."""
    found: dict[str, Mapping[str, Any]] = {}
    match row["kind"]:
        case "event":
            for name in ("fatalities", "injured", "count"):
                if row.get(name) is not None:
                    found[name] = {"value": row[name], "qualifier": "exactly"}
            low, high = row.get("fatalities_low"), row.get("fatalities_high")
            if "fatalities" in found and (low is None) != (high is None):
                found["fatalities"] = {"value": row["fatalities"], "qualifier": "at least" if high is None else "at most"}
        case "transfer":
            found |= {name: row[name] for name in ("quantity", "ordered", "delivered") if row.get(name)}
        case "figure" if row["value"] is not None or row["low"] is not None:
            found["value"] = row
    return found
