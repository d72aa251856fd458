"""How many units of a currency a dollar was worth, as bounds for a year: enough to tell a slip of a decimal place from a rate."""

from collections.abc import Iterable
from functools import cache
from typing import Final

from dragoman.model.errors import ReferenceFileError
from dragoman.reference.tables import load_table

FILES: Final = ("exchange_rates.tsv", "exchange_rates_other.tsv")
COLUMNS: Final = ("currency", "first", "last", "low", "high")
SOURCE: Final = "reference rates of the European Central Bank; for other currencies bounds from the public record"
Bounds = tuple[float, float]


@cache
def load_rates() -> dict[str, list[tuple[int, int, float, float]]]:
    """For each currency the bounds of each stretch of years.

    Raises:
        ReferenceFileError: A row's years or bounds are the wrong way round.
    """
    rates: dict[str, list[tuple[int, int, float, float]]] = {"USD": [(1, 9999, 1.0, 1.0)]}
    for file in FILES:
        for row in load_table(file, COLUMNS, required=COLUMNS):
            first, last, low, high = int(row["first"]), int(row["last"]), float(row["low"]), float(row["high"])
            if last < first or high < low or low <= 0:
                raise ReferenceFileError(file, row["currency"], f"{first} to {last}, {low} to {high}: the wrong way round")
            rates.setdefault(row["currency"], []).append((first, last, low, high))
    return rates


def to_the_dollar(currency: str, years: Iterable[int]) -> Bounds | None:
    """The least and the most units to the dollar in any of the years; None where one of them has no rate.

    Years after the last that the table knows take the last one's.
    """
    rows = load_rates().get(currency)
    if not rows:
        return None
    latest = max(last for _, last, _, _ in rows)
    found = []
    for year in years:
        held = [(low, high) for first, last, low, high in rows if first <= min(year, latest) <= last]
        if not held:
            return None
        found += held
    return (min(low for low, _ in found), max(high for _, high in found)) if found else None


def rate_between(one: str, other: str, years: Iterable[int]) -> Bounds | None:
    """The least and the most units of `other` for one unit of `one`; None where a year has no rate."""
    span = sorted(set(years))
    ones, others = to_the_dollar(one, span), to_the_dollar(other, span)
    if ones is None or others is None:
        return None
    return others[0] / ones[1], others[1] / ones[0]
