"""The solar calendar of Iran and Afghanistan: its years and months as days of the Gregorian calendar.

A year begins at the equinox of spring; eight years of 33 have a day more. Good for the years 1300 to 1470.
Source: Borkowski 1996, The Persian calendar for 3000 years (the rule of 33 years).
"""

import datetime as dt
from typing import Final

from dragoman.language.calendar_intervals import ONE_DAY, Interval

LEAP: Final = frozenset({1, 5, 9, 13, 17, 22, 26, 30})  # of 33 years, by the remainder
CYCLE: Final = 33
KNOWN_YEAR: Final = 1400
KNOWN_DAY: Final = dt.date(2021, 3, 21)  # the first day of 1400
FIRST_YEAR: Final = 1300
LAST_YEAR: Final = 1470
LONG_MONTHS: Final = 6  # of 31 days, at the beginning of the year; the others have 30, the last 29 in a common year


def first_day(year: int) -> dt.date:
    """The day of the new year. Raises ValueError outside the years that the rule is good for."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"the solar year {year} is out of range")
    between = range(min(year, KNOWN_YEAR), max(year, KNOWN_YEAR))
    days = sum(366 if each % CYCLE in LEAP else 365 for each in between)
    return KNOWN_DAY + dt.timedelta(days=days if year >= KNOWN_YEAR else -days)


def solar_year(year: int) -> Interval:
    """The days of a solar year."""
    return Interval(first_day(year), first_day(year + 1) - ONE_DAY, "year")


def solar_month(year: int, month: int) -> Interval:
    """The days of a month of a solar year."""
    return Interval(month_begin(year, month), month_begin(year, month + 1) - ONE_DAY, "month")


def solar_day(year: int, month: int, day: int) -> Interval:
    """A day of a solar year. Raises ValueError where the month has no such day."""
    found = month_begin(year, month) + dt.timedelta(days=day - 1)
    if found >= month_begin(year, month + 1):
        raise ValueError(f"month {month} of the solar year {year} has no day {day}")
    return Interval(found, found, "day")


def month_begin(year: int, month: int) -> dt.date:
    """The first day of a month; month 13 is the first of the next year."""
    if month > 12:
        return first_day(year + 1)
    before = month - 1
    return first_day(year) + dt.timedelta(days=30 * before + min(before, LONG_MONTHS))
