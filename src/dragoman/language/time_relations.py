"""Times that count from another time of the text, as exact as an event can be dated by them: 'two weeks later', 'that month'.

The expression 'two weeks later' names a week; the event it dates lies about two weeks after the day it counts from. So a
counted time keeps the day it leads to, with some slack for its unit, and the next one counts on from that day.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from dragoman.language.calendar_intervals import ONE_DAY, Interval, shift_day, unit_around
from dragoman.language.time_meanings import (
    Counted,
    Duration,
    Meaning,
    NthOf,
    PartOf,
    Relative,
    Rest,
    Same,
    Spread,
    Window,
    Within,
)
from dragoman.language.time_origins import Surroundings, fine_enough, moved
from dragoman.language.time_resolution import place
from dragoman.model.span import Time

SLACK: Final = {"week": 2, "fortnight": 3, "weekend": 2, "month": 7, "quarter": 20, "season": 20, "half": 30}  # days
CLOCK: Final = frozenset({"hour", "minute", "second"})
SHORT: Final = 7  # days of a range that is counted from as one point
IN_MONTHS: Final = frozenset({"day", "week", "fortnight"})  # units counted from a month, which lead to as many days
AS_LONG: Final = frozenset({"quarter", "half", "season"})  # 'a year earlier' is the same part of that year


@dataclass(frozen=True, slots=True)
class Dated:
    """The days of an event; `slack` is by how many days either way a counted time may be out."""

    days: Interval
    slack: int = 0

    @property
    def shown(self) -> Interval:
        """The days with their slack, as a statement gives them."""
        start, end = self.days.start, self.days.end
        if not self.slack or start is None or end is None:
            return self.days
        slack = dt.timedelta(days=self.slack)
        return Interval(start - slack, end + slack, "range")


def dated_of(time: Time) -> Dated:
    """A time of the text as days to count from."""
    start, end = (None if day is None else dt.date.fromisoformat(day) for day in (time.start, time.end))
    return Dated(Interval(start, end, time.granularity))


def as_anchored(dated: Dated, text: str) -> Time:
    """Counted days in the form of the statement format."""
    shown = dated.shown
    return Time(
        start=None if shown.start is None else shown.start.isoformat(),
        end=None if shown.end is None else shown.end.isoformat(),
        granularity=shown.granularity,
        text=text,
        basis="anchored",
    )


def counts_from_text(meaning: Meaning | None) -> bool:
    """Whether a meaning is placed against another time of the text: 'that year', 'two days later', 'the following March'."""
    match meaning:
        case Relative(origin=origin):
            return origin != "published"
        case Counted(origin=origin):
            return origin != "published" and (isinstance(origin, str) or counts_from_text(origin))
        case PartOf(whole=whole) | Within(whole=whole) | Rest(whole=whole) | NthOf(whole=whole):
            return counts_from_text(whole)
        case Spread(first=first, last=last):
            return counts_from_text(first) or counts_from_text(last)
        case Same() | Window(origin="text"):
            return True
        case _:
            return False


def resolve_from(meaning: Meaning, origin: Dated) -> Dated | None:
    """The days of a meaning counted from the days of an event; None where these are too coarse."""
    try:
        match meaning:
            case Counted(duration=duration, sign=sign, origin=str()):
                return counted(origin, duration, sign)
            case Relative(count=count, unit=("day" | "week") as unit, name=None) if count and origin.days.granularity == "month":
                return counted(origin, Duration(((unit, abs(count)),)), 1 if count > 0 else -1)
            case Rest(whole=whole, sign=sign):
                return rest_of(place_on(whole, origin), origin, sign)
            case _:
                return place_on(meaning, origin)
    except (ValueError, OverflowError):
        return None


def place_on(meaning: Meaning, origin: Dated) -> Dated | None:
    """As the calendar places a meaning, with the origin's slack where it is a matter of days."""
    placed = place(meaning, Surroundings(anchor=origin.days))
    if placed is None:
        return None
    return Dated(placed.interval, origin.slack if placed.interval.granularity == "day" else 0)


def rest_of(whole: Dated | None, origin: Dated, sign: int) -> Dated | None:
    """'later that year' is from the origin to the end of it, 'earlier that year' from its beginning to the origin."""
    if whole is None or None in (whole.days.start, whole.days.end, origin.days.start, origin.days.end):
        return None
    days = (
        Interval(origin.days.end, whole.days.end, "range") if sign > 0 else Interval(whole.days.start, origin.days.start, "range")
    )
    return Dated(days) if days.days is not None and days.days > 0 else None


def counted(origin: Dated, duration: Duration, sign: int) -> Dated | None:  # noqa: PLR0911  a unit each
    """The days so long after (or before) an event; as exact as the unit: a month after an October is the November."""
    if any(number is None and unit not in CLOCK for unit, number in duration.parts) or origin.days.start is None:
        return None
    days, finest = point_of(origin.days, sign), duration.finest
    if days.start is None or days.end is None:
        return None
    if days.granularity in AS_LONG and finest == "year":
        last = moved(days.end + ONE_DAY, duration, sign) - ONE_DAY  # the end of a February is the end of a February
        return Dated(Interval(moved(days.start, duration, sign), last, days.granularity))
    if not fine_enough(days, finest) and not (days.granularity == "month" and finest in IN_MONTHS):
        return None
    start, end = moved(days.start, duration, sign), moved(days.end, duration, sign)
    if days.granularity == "month" and finest in IN_MONTHS:  # ten weeks after a day in December
        return Dated(Interval(start, end, "range"))
    if finest in ("day", "hour", "minute", "second"):
        return Dated(Interval(start, end, days.granularity), origin.slack)
    if days.granularity == "month" or finest in ("year", "decade", "century"):
        return Dated(unit_around(start, finest))
    return Dated(Interval(start, end, days.granularity), max(origin.slack, SLACK[finest]))


def point_of(days: Interval, sign: int) -> Interval:
    """What is counted from: a short time as a whole, of a long one told in days the end (or, back, the beginning)."""
    if days.start is None or days.end is None:
        day = days.start or days.end
        return days if day is None else Interval(day, day, "day")
    if days.granularity == "range" and (days.days or 0) > SHORT:
        day = days.end if sign > 0 else days.start
        return Interval(day, day, "day")
    return days


def exact_shift(origin: Dated, duration: Duration, sign: int) -> Dated | None:
    """The same day or month so long after: 'on the second anniversary of', 'a year to the day after'."""
    start, end = origin.days.start, origin.days.end
    if start is None or end is None or any(number is None for _, number in duration.parts):
        return None
    for unit, number in duration.parts:
        start, end = (shift_day(day, unit, sign * (number or 0)) for day in (start, end))
    return Dated(Interval(start, end, origin.days.granularity), origin.slack)


def nth_unit(origin: Dated, duration: Duration) -> Dated | None:
    """The nth day, week or month of what began on a day."""
    unit = duration.parts[0][0]
    begun = exact_shift(origin, duration, 1)
    if begun is None or begun.days.start is None or origin.days.granularity != "day":
        return None
    last = shift_day(begun.days.start, unit, 1) - ONE_DAY
    return Dated(Interval(begun.days.start, last, "day" if unit == "day" else "range"), origin.slack)


def window(origin: Dated, duration: Duration, sign: int) -> Dated | None:
    """All the time up to so long after an event, or before it: 'within a week of the truce', 'in the year before the coup'."""
    start, end = origin.days.start, origin.days.end
    if start is None or end is None or any(number is None for _, number in duration.parts):
        return None
    if sign > 0:
        return Dated(Interval(start, moved(end, duration, 1), "range"))
    return Dated(Interval(moved(start, duration, -1), end, "range"))
