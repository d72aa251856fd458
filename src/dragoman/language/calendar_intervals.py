"""Days, weeks, months, seasons, years on the calendar: plain arithmetic on intervals of days, without any language.

Weeks run from Monday to Sunday; seasons are those of the northern hemisphere by whole months (March to May and so on);
decades and centuries begin with the round year, as people speak of them ('the 1990s', 'the 20th century' as 1901 to 2000).
Source: ISO 8601-1:2019 for weeks, `time` in the statement format for the rest.
"""

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass
from typing import Final

from dragoman.model.closed_lists import Granularity

MONTHS_OF: Final = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_OF: Final = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
GRANULARITIES: Final[dict[str, Granularity]] = {
    "day": "day", "week": "range", "weekend": "range", "fortnight": "range", "month": "month", "quarter": "quarter",
    "season": "season", "half": "half", "year": "year", "decade": "decade", "century": "century",
}  # fmt: skip
# From the finest to the coarsest; a range has no place in the row.
FINENESS: Final[dict[Granularity, int]] = {
    "day": 0, "month": 2, "season": 3, "quarter": 3, "half": 4, "year": 5, "decade": 6, "century": 7, "range": 1,
}  # fmt: skip
ONE_DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `start` to `end`, both included; None is an open end."""

    start: dt.date | None
    end: dt.date | None
    granularity: Granularity

    @property
    def days(self) -> int | None:
        """How many days it holds; None where an end is open."""
        return None if self.start is None or self.end is None else (self.end - self.start).days + 1


def whole_day(day: dt.date) -> Interval:
    """A single day."""
    return Interval(day, day, "day")


def whole_month(year: int, month: int) -> Interval:
    """A calendar month."""
    return Interval(dt.date(year, month, 1), dt.date(year, month, monthrange(year, month)[1]), "month")


def whole_year(year: int) -> Interval:
    """A calendar year."""
    return Interval(dt.date(year, 1, 1), dt.date(year, 12, 31), "year")


def months_from(year: int, month: int, count: int, granularity: Granularity) -> Interval:
    """`count` whole months beginning with one."""
    first = dt.date(year, month, 1)
    return Interval(first, add_months(first, count) - ONE_DAY, granularity)


def whole_quarter(year: int, number: int) -> Interval:
    """One of the four quarters of a calendar year."""
    return months_from(year, 3 * number - 2, 3, "quarter")


def whole_half(year: int, number: int) -> Interval:
    """One of the two halves of a calendar year."""
    return months_from(year, 6 * number - 5, 6, "half")


def whole_season(year: int, first_month: int) -> Interval:
    """A season by its first month; the winter of a year begins in its December."""
    return months_from(year, first_month, 3, "season")


def whole_decade(first_year: int) -> Interval:
    """Ten years from a round one."""
    return Interval(dt.date(first_year, 1, 1), dt.date(first_year + 9, 12, 31), "decade")


def whole_century(number: int) -> Interval:
    """A century by its number: the 20th is 1901 to 2000."""
    return Interval(dt.date(100 * number - 99, 1, 1), dt.date(100 * number, 12, 31), "century")


def whole_week(day: dt.date) -> Interval:
    """The week, Monday to Sunday, that holds a day."""
    monday = day - dt.timedelta(days=day.weekday())
    return Interval(monday, monday + dt.timedelta(days=6), "range")


def whole_weekend(day: dt.date) -> Interval:
    """Saturday and Sunday of the week that holds a day."""
    monday = day - dt.timedelta(days=day.weekday())
    return Interval(monday + dt.timedelta(days=5), monday + dt.timedelta(days=6), "range")


def iso_week(year: int, number: int) -> Interval:
    """A week by its number. Raises ValueError where the year has no such week."""
    return whole_week(dt.date.fromisocalendar(year, number, 1))


def add_months(day: dt.date, count: int) -> dt.date:
    """The same day `count` months on, or the last day of that month where it is shorter."""
    index = day.year * 12 + day.month - 1 + count
    year, month = index // 12, index % 12 + 1
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


def unit_around(day: dt.date, unit: str) -> Interval:  # noqa: PLR0911  a unit each
    """The whole unit that holds a day."""
    match unit:
        case "day":
            return whole_day(day)
        case "week" | "fortnight":
            return whole_week(day)
        case "weekend":
            return whole_weekend(day)
        case "month":
            return whole_month(day.year, day.month)
        case "quarter":
            return whole_quarter(day.year, (day.month + 2) // 3)
        case "half":
            return whole_half(day.year, 1 if day.month < 7 else 2)
        case "season":
            first = day.month // 3 * 3 or 12
            return whole_season(day.year - (day.month < 3), first)
        case "year":
            return whole_year(day.year)
        case "decade":
            return whole_decade(day.year // 10 * 10)
        case _:
            return whole_century((day.year + 99) // 100)


def shift_day(day: dt.date, unit: str, count: float) -> dt.date:
    """A day so many units on (or back, where `count` is negative); halves of months and years are taken as days."""
    if unit in DAYS_OF:
        return day + dt.timedelta(days=round(count * DAYS_OF[unit]))
    months = count * MONTHS_OF[unit]
    moved = add_months(day, int(months))
    return moved + dt.timedelta(days=round((months - int(months)) * 30.44))


def part_of(interval: Interval, part: str) -> Interval | None:
    """The early, middle or late part of an interval.

    'early' and 'late' are halves, 'beginning', 'middle' and 'end' thirds of months; 'mid' is the middle half. A week is cut
    by days. None where an end is open, or the interval is a single day that no part can shorten.
    """
    if interval.start is None or interval.end is None:
        return None
    if interval.days == 1:
        return interval
    months = (interval.end.year - interval.start.year) * 12 + interval.end.month - interval.start.month + 1
    whole = interval.start.day == 1 and (interval.end + ONE_DAY).day == 1
    if whole and months % 3 == 0:
        first, last = (PARTS_OF_DECADE if months == MONTHS_OF["decade"] else PARTS_OF_MONTHS)[part]
        start = add_months(interval.start, round(first * months))
        return Interval(start, add_months(interval.start, round(last * months)) - ONE_DAY, "range")
    shares = PARTS_OF_WEEK[part] if interval.days == 7 else PARTS_OF_DAYS[part]
    days = (interval.end - interval.start).days + 1
    begin = interval.start + dt.timedelta(days=round(shares[0] * days))
    return Interval(begin, interval.start + dt.timedelta(days=round(shares[1] * days) - 1), "range")


PARTS_OF_MONTHS: Final = {
    "early": (0.0, 0.5), "mid": (0.25, 0.75), "late": (0.5, 1.0),
    "beginning": (0.0, 1 / 3), "middle": (1 / 3, 2 / 3), "end": (2 / 3, 1.0),
}  # fmt: skip
# 'the mid-1990s' are 1993 to 1996.
PARTS_OF_DECADE: Final = {**PARTS_OF_MONTHS, "mid": (0.3, 0.7), "middle": (0.3, 0.7)}
PARTS_OF_DAYS: Final = {
    "early": (0.0, 0.5), "mid": (0.3, 0.68), "late": (0.5, 1.0),
    "beginning": (0.0, 1 / 3), "middle": (0.3, 0.68), "end": (2 / 3, 1.0),
}  # fmt: skip
# The working week stands out: it begins Monday to Wednesday, its middle is Tuesday to Friday, its end Thursday to Sunday.
PARTS_OF_WEEK: Final = {
    "early": (0.0, 3 / 7), "mid": (1 / 7, 5 / 7), "late": (3 / 7, 1.0),
    "beginning": (0.0, 3 / 7), "middle": (1 / 7, 5 / 7), "end": (3 / 7, 1.0),
}  # fmt: skip
