"""Times counted from another: 'last week', 'two years ago', 'the next four months', 'the same quarter a year earlier'."""

import datetime as dt

from dragoman.language.calendar_intervals import GRANULARITIES, ONE_DAY, Interval, add_months, shift_day, unit_around, whole_day
from dragoman.language.time_meanings import Calendar, Counted, Duration, Relative, Rest, Same, Window
from dragoman.language.time_origins import EXACT, Placed, Surroundings, fine_enough, fractional, moved, origin_of
from dragoman.language.time_points import candidates, in_year, nearest_year


def place_relative(meaning: Relative, around: Surroundings) -> Placed | None:
    """'last week', 'the previous year', 'that month', 'next June'."""
    if meaning.unit == "same":
        return None if around.anchor is None else Placed(around.anchor, "anchored")
    if meaning.name is not None:
        return place_named(meaning, meaning.name, around)
    unit = meaning.unit or "day"
    found = origin_of(meaning.origin, meaning.count, unit, around)
    if found is None:
        return None
    base, basis = found
    if unit == "fortnight":
        return None
    interval = unit_around(shift_day(base, unit, meaning.count), unit)
    if unit == "weekend" and meaning.count == 0 and around.direction < 0 and interval.start is not None and interval.start > base:
        interval = unit_around(shift_day(base, "week", -1), unit)  # 'over the weekend they talked'
    return Placed(interval, basis)


def place_named(meaning: Relative, name: Calendar, around: Surroundings) -> Placed | None:
    """'last Friday', 'this September', 'next spring', 'the following March'."""
    found = origin_of(meaning.origin, meaning.count, None, around)
    if found is None:
        return None
    base, basis = found
    if name.weekday is not None:
        return Placed(whole_day(named_weekday(name.weekday, meaning, base)), basis)
    choices = candidates(name, base.year, 2)
    if meaning.count < 0:
        before = [i for i in choices if i.end is not None and i.end < base]
        return Placed(before[-1], basis) if before else None
    if meaning.count > 0:
        after = [i for i in choices if i.start is not None and i.start > base]
        return Placed(after[0], basis) if after else None
    nearest = nearest_year(name, whole_day(base)) if name.season is not None else in_year(name, base.year)
    return None if nearest is None else Placed(nearest, basis)


def named_weekday(weekday: int, meaning: Relative, base: dt.date) -> dt.date:
    """'last Friday' is the one before; 'next Friday' the one of next week; 'the following Friday' the one after."""
    monday = base - dt.timedelta(days=base.weekday())
    if meaning.count < 0:
        return base - dt.timedelta(days=(base.weekday() - weekday - 1) % 7 + 1)
    if meaning.count > 0 and meaning.origin == "anchored":
        return base + dt.timedelta(days=(weekday - base.weekday() - 1) % 7 + 1)
    return monday + dt.timedelta(days=7 * meaning.count + weekday)


def place_counted(meaning: Counted, origin: Placed | None, around: Surroundings) -> Placed | None:  # noqa: PLR0911  an origin each
    """'two years ago', 'three days later', 'two weeks after May 5'."""
    if any(number is None and unit not in EXACT for unit, number in meaning.duration.parts):
        return None
    finest = meaning.duration.finest
    if isinstance(meaning.origin, str):
        found = origin_of(meaning.origin, meaning.sign, finest, around)
        if found is None or (meaning.origin != found[1] and meaning.sign > 0 >= around.direction):
            return None  # 'three days later' after no time at all
        if found[1] == "anchored" and around.anchor is not None and is_part_moved(around.anchor, meaning):
            return moved_part(around.anchor, meaning)
        day = moved(found[0], meaning.duration, meaning.sign)
        unit = "day" if finest in EXACT or fractional(meaning.duration) else finest
        return Placed(unit_around(day, unit), found[1])
    if origin is None or origin.interval.start is None or origin.interval.end is None:
        return None
    interval = origin.interval
    start = moved(interval.start or interval.end or dt.date.min, meaning.duration, meaning.sign)
    end = moved(interval.end or interval.start or dt.date.min, meaning.duration, meaning.sign)
    if interval.granularity != "day" and finest not in EXACT and interval.granularity != "range":
        return Placed(unit_around(start, {v: k for k, v in GRANULARITIES.items()}[interval.granularity]), origin.basis)
    return Placed(Interval(start, end, interval.granularity), origin.basis)


def is_part_moved(anchor: Interval, meaning: Counted) -> bool:
    """Whether 'a year earlier' follows on a part of a year: it is the same part then."""
    return anchor.granularity in ("quarter", "half", "season") and meaning.duration.finest == "year" and anchor.days is not None


def moved_part(anchor: Interval, meaning: Counted) -> Placed | None:
    """A part of a year some years on or back; the end of a February is the end of a February."""
    if anchor.start is None or anchor.end is None:
        return None
    last = moved(anchor.end + ONE_DAY, meaning.duration, meaning.sign) - ONE_DAY
    return Placed(Interval(moved(anchor.start, meaning.duration, meaning.sign), last, anchor.granularity), "anchored")


def place_window(meaning: Window, origin: Placed | None, around: Surroundings) -> Placed | None:  # noqa: PLR0911  an origin each
    """'the past three weeks', up to the document's date; 'the next two years', from the day after it."""
    if any(number is None or unit in ("hour", "minute", "second") for unit, number in meaning.duration.parts):
        return None
    if not isinstance(meaning.origin, str):
        if origin is None or origin.interval.start is None:
            return None
        if meaning.sign < 0:  # 'the six months to June'
            return ending_with(origin, meaning.duration)
        last = moved(origin.interval.start, meaning.duration, meaning.sign) - ONE_DAY
        return Placed(Interval(origin.interval.start, last, "range"), origin.basis)
    if meaning.origin == "text":
        return going_on(meaning, around)
    if around.published is None:
        return None
    base = around.published
    far = moved(base, meaning.duration, meaning.sign)
    if meaning.sign < 0:
        return Placed(Interval(far, base, "range"), "published")
    return Placed(Interval(base if meaning.with_origin else base + ONE_DAY, far, "range"), "published")


def going_on(meaning: Window, around: Surroundings) -> Placed | None:
    """So long from the time that the text told last: 'the army took power in May; *within a year* it had jailed its critics'."""
    anchor = around.anchor
    if anchor is None or anchor.start is None or anchor.end is None or not fine_enough(anchor, meaning.duration.finest):
        return None
    start = anchor.start if meaning.with_origin else anchor.end + ONE_DAY
    return Placed(Interval(start, moved(anchor.end, meaning.duration, 1), "range"), "anchored")


def ending_with(origin: Placed, duration: Duration) -> Placed | None:
    """So long up to the last day of a time; by its name where it is one whole year of the calendar."""
    if origin.interval.end is None:
        return None
    first = moved(origin.interval.end + ONE_DAY, duration, -1)
    return Placed(Interval(first, origin.interval.end, "range"), origin.basis)


def place_rest(meaning: Rest, placed: Placed | None, around: Surroundings) -> Placed | None:
    """'later this year', 'the rest of the week', 'earlier this month'; of a time that is over, or yet to come, all of it."""
    if placed is None or around.published is None or placed.basis == "anchored":
        return placed
    start, end, today = placed.interval.start, placed.interval.end, around.published
    if start is None or end is None or not start <= today <= end or placed.interval.days == 1:
        return placed
    interval = Interval(today, end, "range") if meaning.sign > 0 else Interval(start, today, "range")
    return Placed(interval, placed.basis)


def place_same(meaning: Same, around: Surroundings) -> Placed | None:
    """'the same month a year ago': the anchor's days, moved by whole years."""
    anchor = around.anchor
    if anchor is None or anchor.start is None or anchor.end is None:
        return None
    if meaning.unit is not None and not fine_enough(anchor, meaning.unit):
        return None
    match meaning.shift:
        case Counted(duration=Duration(parts=(("year", float() | int() as years),)), sign=sign) if years is not None:
            steps = int(sign * years)
        case Relative(count=count, unit="year", origin=origin) if origin in ("anchored", "told") or around.published is None:
            steps = count
        case Relative(count=count, unit="year"):
            steps = (around.published.year if around.published else anchor.start.year) + count - anchor.start.year
        case _:
            return None
    start = add_months(anchor.start, 12 * steps)
    if meaning.unit is not None:
        return Placed(unit_around(start, meaning.unit), "anchored")
    if anchor.granularity in ("day", "range"):
        return Placed(Interval(start, add_months(anchor.end, 12 * steps), anchor.granularity), "anchored")
    return Placed(Interval(start, add_months(anchor.end + ONE_DAY, 12 * steps) - ONE_DAY, anchor.granularity), "anchored")
