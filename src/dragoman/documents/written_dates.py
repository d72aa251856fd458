"""Dates as headings and datelines write them: '4 May 2022', 'May 4, 2022', '2022-05-04', '04 MAY 88', 'Feb. 4'.

Only what names a single day. Times in running text are the language stage's matter.
"""

import datetime as dt
import re

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|"
    r"Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
YEAR = r"(?:\d{4}|[’']?\d{2})"
FORMS = (
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)"),
    re.compile(rf"\b(?P<day>{DAY})\s+(?P<month>{MONTH})(?![a-z])(?:,?\s+(?P<year>{YEAR})(?![\d:]))?", re.IGNORECASE),
    re.compile(rf"\b(?P<month>{MONTH})\s+(?P<day>{DAY})(?!\d)(?:,?\s+(?P<year>{YEAR})(?![\d:]))?", re.IGNORECASE),
)
FIRST_YEAR_OF_TWO_DIGITS = 50  # '50' is 1950, '49' is 2049: news in two-digit years is of the last century


def find_written_date(words: str, *, near: dt.date | None = None) -> dt.date | None:
    """The first day named in `words`.

    Args:
        words: A dateline, a heading, the value of a date field.
        near: Gives a year-less date its year: the one in which it falls nearest to this day.

    Returns:
        None where no day is named, where the day does not exist ('30 February'), or where it lacks a year and `near` is None.
    """
    for form in FORMS:
        match = form.search(words)
        if match is None:
            continue
        day, month = int(re.sub(r"\D", "", match["day"])), month_number(match["month"])
        if match["year"]:
            return existing_day(full_year(match["year"]), month, day)
        return None if near is None else nearest_day(month, day, near)
    return None


def month_number(words: str) -> int:
    """1 to 12 for a name of a month or its number."""
    return int(words) if words.isdigit() else MONTHS.index(words[:3].lower()) + 1


def full_year(words: str) -> int:
    """The year in four digits."""
    number = int(words.lstrip("’'"))
    if number > 99 or len(words) == 4:
        return number
    return number + (1900 if number >= FIRST_YEAR_OF_TWO_DIGITS else 2000)


def existing_day(year: int, month: int, day: int) -> dt.date | None:
    """The day, None where the calendar lacks it."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def nearest_day(month: int, day: int, near: dt.date) -> dt.date | None:
    """The day of that month that falls nearest to `near`."""
    candidates = [existing_day(year, month, day) for year in (near.year - 1, near.year, near.year + 1) if 1 <= year <= 9999]
    known = [candidate for candidate in candidates if candidate is not None]
    return min(known, key=lambda candidate: abs(candidate - near), default=None)
