"""Points on the calendar: a date with or without its year, a weekday, the nth week or the beginning of a longer time."""

import datetime as dt
from dataclasses import replace
from typing import Final

from dragoman.language.calendar_intervals import (
    MONTHS_OF,
    ONE_DAY,
    Interval,
    add_months,
    iso_week,
    part_of,
    unit_around,
    whole_day,
    whole_half,
    whole_month,
    whole_quarter,
    whole_season,
    whole_week,
    whole_weekend,
    whole_year,
)
from dragoman.language.time_meanings import Calendar, NthOf
from dragoman.language.time_origins import Placed, Surroundings

BACKWARD: Final = 1.7  # how much longer a way back in time counts than one ahead
NEAR_FUTURE: Final = 60  # days within which a day without year or tense may lie ahead: 'a June 1 deadline'


def place_calendar(point: Calendar, around: Surroundings) -> Placed | None:
    """A date; one without a year takes that of the time it follows on, else the nearest by tense."""
    if point.year is not None:
        return Placed(in_year(point, point.year))
    if point.weekday is not None and point.month is None and point.day is None:
        return place_weekday(point.weekday, around)
    if point.month is None and point.day is not None:
        return place_day_of_month(point.day, around)
    if point.weekday is not None:
        point = replace(point, weekday=None)
    if around.inherited is not None and (found := nearest_year(point, around.inherited)) is not None:
        late = (
            around.published is not None and around.direction <= 0 and found.start is not None and found.start > around.published
        )
        if not late:
            return Placed(found, "anchored")
    if around.published is None:
        return None
    return year_by_tense(point, around.published, around.direction)


def in_year(point: Calendar, year: int) -> Interval:
    """A point of the calendar in a given year. Raises ValueError where the year has no such day or week."""
    if point.month is not None:
        return whole_month(year, point.month) if point.day is None else whole_day(dt.date(year, point.month, point.day))
    if point.quarter is not None:
        return whole_quarter(year, point.quarter)
    if point.half is not None:
        return whole_half(year, point.half)
    if point.season is not None:
        return whole_season(year, point.season)
    if point.week is not None:
        return iso_week(year, point.week)
    return whole_year(year)


def candidates(point: Calendar, year: int, reach: int = 1) -> list[Interval]:
    """The point in the years around one, leaving out those that do not have it (29 February)."""
    found = []
    for each in range(year - reach, year + reach + 1):
        try:
            found.append(in_year(point, each))
        except ValueError:
            continue
    return found


def nearest_year(point: Calendar, anchor: Interval) -> Interval | None:
    """The point nearest to an anchor; a way back counts for more, because texts mostly go on in time."""
    base = anchor.start or anchor.end
    if base is None:
        return None

    def distance(interval: Interval) -> float:
        if interval.start is None or interval.end is None:
            return float("inf")
        start, end = anchor.start or base, anchor.end or base
        return max((interval.start - end).days, BACKWARD * (start - interval.end).days, 0)

    return min(candidates(point, base.year), key=distance, default=None)


def year_by_tense(point: Calendar, published: dt.date, direction: int) -> Placed | None:
    """A point without a year beside the document's date: the last one, or the next where the clause speaks of the future."""
    choices = sorted(candidates(point, published.year, 4), key=lambda i: i.start or published)
    past = [i for i in choices if i.start is not None and i.start <= published]
    ahead = [i for i in choices if i.end is not None and i.end >= published]
    if direction > 0 and ahead:
        return Placed(ahead[0], "published")
    if direction == 0 and ahead and past and point.day is not None:
        before = (published - (past[-1].end or published)).days
        after = ((ahead[0].start or published) - published).days
        if after <= NEAR_FUTURE and after < before:
            return Placed(ahead[0], "published")
    return Placed(past[-1], "published") if past else None


def place_weekday(weekday: int, around: Surroundings) -> Placed | None:
    """The last such day up to the document's date, or the next one where the clause speaks of the future."""
    if around.published is None:
        return None
    back = (around.published.weekday() - weekday) % 7
    if around.direction > 0 and back:  # on the day itself, news says 'on Monday' of today
        return Placed(whole_day(around.published + dt.timedelta(days=7 - back)), "published")
    return Placed(whole_day(around.published - dt.timedelta(days=back)), "published")


def place_day_of_month(day: int, around: Surroundings) -> Placed | None:
    """'the 4th': of the month that the text is in, else the last one before the document's date."""
    anchor = around.inherited
    if anchor is not None and anchor.start is not None and anchor.granularity in ("day", "month"):
        return Placed(whole_day(anchor.start.replace(day=day)), "anchored")
    if around.published is None:
        return None
    here = around.published.replace(day=1)
    months = [0, 1, 2] if around.direction > 0 else [0, -1, -2]
    for step in months:
        month = add_months(here, step)
        if day > (add_months(month, 1) - ONE_DAY).day:
            continue
        found = month.replace(day=day)
        if (found >= around.published) if around.direction > 0 else (found <= around.published):
            return Placed(whole_day(found), "published")
    return None


def placed_part(part: str, placed: Placed | None) -> Placed | None:
    """A part of what was placed."""
    interval = part_of(placed.interval, part) if placed is not None else None
    return None if placed is None or interval is None else Placed(interval, placed.basis)


def place_within(point: Calendar, whole: Placed | None) -> Placed | None:
    """A shorter time in the longer one that was placed."""
    if whole is None or whole.interval.start is None or whole.interval.end is None:
        return None
    interval = whole.interval
    start = whole.interval.start
    if point.weekday is not None and point.month is None:
        found = start + dt.timedelta(days=(point.weekday - start.weekday()) % 7)
        return Placed(whole_day(found), whole.basis)
    if point.day is not None and point.month is None:
        return Placed(whole_day(start.replace(day=point.day)), whole.basis)
    if point.half is not None and interval.granularity != "year":
        return placed_part("early" if point.half == 1 else "late", whole)
    return Placed(in_year(replace(point, weekday=None), start.year), whole.basis)


def place_nth(meaning: NthOf, whole: Placed | None) -> Placed | None:
    """'the second week of May', 'the last Friday of the month', 'the week of May 9' (number 0)."""
    if whole is None or whole.interval.start is None or whole.interval.end is None:
        return None
    start, end = whole.interval.start, whole.interval.end
    if meaning.number == 0:
        found = whole_weekend(start) if meaning.unit == "weekend" else whole_week(start)
        return Placed(found, whole.basis)
    units = list_units(meaning, start, end)
    index = meaning.number - 1 if meaning.number > 0 else meaning.number
    if not -len(units) <= index < len(units):
        return None
    return Placed(units[index], whole.basis)


def list_units(meaning: NthOf, start: dt.date, end: dt.date) -> list[Interval]:
    """All units or weekdays of a kind in a stretch of days; a week belongs to the month or year that has its Thursday."""
    if (end - start).days > 3700:
        return []
    if meaning.weekday is not None or meaning.unit == "day":
        days = [start + dt.timedelta(days=n) for n in range((end - start).days + 1)]
        return [whole_day(day) for day in days if meaning.weekday is None or day.weekday() == meaning.weekday]
    if meaning.unit in ("week", "weekend"):
        thursday = start + dt.timedelta(days=(3 - start.weekday()) % 7)
        whole = whole_week if meaning.unit == "week" else whole_weekend
        return [whole(thursday + dt.timedelta(days=n)) for n in range(0, (end - thursday).days + 1, 7)]
    found: list[Interval] = []
    day = start
    while day <= end and meaning.unit in MONTHS_OF:
        found.append(unit_around(day, meaning.unit))
        day = add_months(day, MONTHS_OF[meaning.unit])
    return found
