"""What a time is resolved against, what comes out, and the day from which a relative time counts."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from dragoman.language.calendar_intervals import FINENESS, GRANULARITIES, MONTHS_OF, Interval, shift_day
from dragoman.language.time_meanings import Duration, Origin
from dragoman.model.closed_lists import Basis

EXACT: Final = frozenset({"day", "hour", "minute", "second"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a time is resolved against.

    `anchor` is the time that the text last gave, `inherited` the one whose year a date without year may take (None where
    the discourse does not support it); `direction` is -1 where the clause speaks of the past, 1 of the future, 0 unknown.
    """

    published: dt.date | None = None
    anchor: Interval | None = None
    inherited: Interval | None = None
    direction: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """Days with the basis on which they were found."""

    interval: Interval
    basis: Basis = "explicit"


def origin_of(origin: Origin, count: int, unit: str | None, around: Surroundings) -> tuple[dt.date, Basis] | None:
    """The day from which to count, and the basis that it gives.

    An anchor is of use only where it is as fine as the unit counted: no day follows 'in 2014'.
    """
    ahead = origin == "told" and around.direction > 0 and around.published is not None
    if origin != "published" and around.anchor is not None and not ahead:
        anchor = around.anchor
        base = (anchor.end if count > 0 else anchor.start) or anchor.start or anchor.end
        if base is None:
            return None
        if unit is not None and not fine_enough(anchor, unit):
            return None
        return base, "anchored"
    return None if around.published is None or origin == "text" else (around.published, "published")


def fine_enough(anchor: Interval, unit: str) -> bool:
    """Whether an anchor lies within one unit of a kind."""
    if anchor.granularity == "range":
        days = anchor.days
        return days is not None and days <= 31 * MONTHS_OF.get(unit, 0) + (7 if unit == "week" else 0)
    if unit in EXACT:
        return anchor.granularity == "day"
    if unit in ("week", "fortnight", "weekend"):
        return FINENESS[anchor.granularity] <= FINENESS["range"]
    return FINENESS[anchor.granularity] <= FINENESS[GRANULARITIES[unit]]


def moved(day: dt.date, duration: Duration, sign: int) -> dt.date:
    """A day moved by a duration; hours and less stay on the day."""
    for unit, number in duration.parts:
        if unit not in ("hour", "minute", "second"):
            day = shift_day(day, unit, sign * (number or 0))
    return day


def fractional(duration: Duration) -> bool:
    """Whether a number in it is no whole one: 'two and a half years'."""
    return any(number is not None and number != int(number) for _, number in duration.parts)
