"""A time axis that gives room to the years or months in which something is dated and folds the empty ones between them."""

import datetime as dt
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.briefing.wording import MONTHS

FEWEST_YEARS = 3  # with fewer, months are told apart
GAP = 0.35  # how wide a fold of empty years or months is, in columns
MOST_WEIGHT = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A column of the axis: the days from `start` up to `end` (excluded), between two coordinates."""

    start: dt.date
    end: dt.date
    left: float
    right: float
    label: str
    folded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarScale:
    """The columns of an axis in the order of time."""

    stretches: tuple[Stretch, ...]

    def position(self, day: dt.date) -> float:
        """The coordinate of a day; days outside the axis go to its ends."""
        index = max(bisect_right([s.start for s in self.stretches], day) - 1, 0)
        stretch = self.stretches[index]
        share = (day - stretch.start).days / (stretch.end - stretch.start).days
        return stretch.left + min(max(share, 0.0), 1.0) * (stretch.right - stretch.left)


def build_scale(days: Sequence[dt.date], left: float, width: float, narrowest: float = 46) -> CalendarScale:
    """An axis for some days, at least one.

    Args:
        days: Every day at which something begins or ends.
        left: The coordinate of its beginning.
        width: How wide it should be; it grows where columns would be narrower than `narrowest`.
        narrowest: The least width of a column that is not folded.
    """
    yearly = max(days).year - min(days).year >= FEWEST_YEARS
    counts = Counter(unit_of(day, yearly=yearly) for day in days)
    units = sorted(counts)
    columns: list[tuple[int, int, float]] = []  # first unit, unit after the last, weight
    for unit in units:
        if columns and unit > columns[-1][1]:
            columns.append((columns[-1][1], unit, min(GAP * (unit - columns[-1][1]), 2 * GAP)))
        columns.append((unit, unit + 1, min(1 + counts[unit] / 8, MOST_WEIGHT)))
    total = sum(weight for _, _, weight in columns)
    one = max(width / total, narrowest)
    stretches, position = [], left
    for first, after, weight in columns:
        folded = first not in counts
        label = "" if folded else write_unit(first, yearly=yearly)
        start, end = begin(first, yearly=yearly), begin(after, yearly=yearly)
        stretches.append(Stretch(start=start, end=end, left=position, right=position + weight * one, label=label, folded=folded))
        position += weight * one
    return CalendarScale(stretches=tuple(stretches))


def unit_of(day: dt.date, *, yearly: bool) -> int:
    """The year of a day, or its month counted from year 0."""
    return day.year if yearly else day.year * 12 + day.month - 1


def begin(unit: int, *, yearly: bool) -> dt.date:
    """The first day of a year or month."""
    year, month = (unit, 0) if yearly else divmod(unit, 12)
    return dt.date(year, month + 1, 1) if year <= dt.MAXYEAR else dt.date.max


def write_unit(unit: int, *, yearly: bool) -> str:
    """'2022' or 'Mar 2022'."""
    if yearly:
        return str(unit)
    year, month = divmod(unit, 12)
    return f"{MONTHS[month][:3]} {year}"
