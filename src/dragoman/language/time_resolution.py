"""What an expression means → the days it covers, against the document's date or another time of the text.

Everything that cannot be placed is None: 'last month' in a document without a date, 'several weeks ago', 'that day' after a
year.
"""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final

from dragoman.language.calendar_intervals import (
    FINENESS,
    GRANULARITIES,
    MONTHS_OF,
    ONE_DAY,
    Interval,
    add_months,
    iso_week,
    part_of,
    shift_day,
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
from dragoman.language.time_meanings import (
    Calendar,
    Counted,
    Duration,
    Fixed,
    Meaning,
    NthOf,
    Origin,
    PartOf,
    Relative,
    Rest,
    Same,
    Spread,
    Window,
    Within,
)
from dragoman.model.closed_lists import Basis

BACKWARD: Final = 1.7  # how much longer a way back in time counts than one ahead
NEAR_FUTURE: Final = 60  # days within which a day without year or tense may lie ahead: 'a June 1 deadline'
BASES: Final[tuple[Basis, ...]] = ("explicit", "anchored", "published")  # of two that took part, the later one is told
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


def resolve(meaning: Meaning, around: Surroundings) -> Placed | None:
    """The days that a meaning covers; None where it cannot be placed.

    Args:
        meaning: What the grammar made of the words.
        around: What the document and the text before say.
    """
    try:
        return place(meaning, around)
    except (ValueError, OverflowError):  # a week or a year that the calendar does not have
        return None


def place(meaning: Meaning, around: Surroundings) -> Placed | None:  # noqa: C901, PLR0911  a meaning each
    """As `resolve`, but lets the calendar's errors through."""
    match meaning:
        case Fixed(interval):
            return Placed(interval)
        case Calendar():
            return place_calendar(meaning, around)
        case Relative():
            return place_relative(meaning, around)
        case PartOf(part, whole):
            return placed_part(part, place(whole, around))
        case Within(point, whole):
            return place_within(point, place(whole, around))
        case NthOf():
            return place_nth(meaning, around)
        case Counted():
            return place_counted(meaning, around)
        case Window():
            return place_window(meaning, around)
        case Rest():
            return place_rest(meaning, around)
        case Spread():
            return place_spread(meaning, around)
        case Same():
            return place_same(meaning, around)
        case _:
            return None


# -------------------------------------------------------------------------------------------------- points on the calendar
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


# -------------------------------------------------------------------------------------------------- relative to an origin
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


def place_counted(meaning: Counted, around: Surroundings) -> Placed | None:  # noqa: PLR0911  an origin each
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
    origin = place(meaning.origin, around)
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


def moved(day: dt.date, duration: Duration, sign: int) -> dt.date:
    """A day moved by a duration; hours and less stay on the day."""
    for unit, number in duration.parts:
        if unit not in ("hour", "minute", "second"):
            day = shift_day(day, unit, sign * (number or 0))
    return day


def fractional(duration: Duration) -> bool:
    """Whether a number in it is no whole one: 'two and a half years'."""
    return any(number is not None and number != int(number) for _, number in duration.parts)


def place_window(meaning: Window, around: Surroundings) -> Placed | None:  # noqa: PLR0911  an origin each
    """'the past three weeks', up to the document's date; 'the next two years', from the day after it."""
    if any(number is None or unit in ("hour", "minute", "second") for unit, number in meaning.duration.parts):
        return None
    if not isinstance(meaning.origin, str):
        origin = place(meaning.origin, around)
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


def place_rest(meaning: Rest, around: Surroundings) -> Placed | None:
    """'later this year', 'the rest of the week', 'earlier this month'; of a time that is over, or yet to come, all of it."""
    placed = place(meaning.whole, around)
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


# -------------------------------------------------------------------------------------------------- parts of longer times
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


def place_nth(meaning: NthOf, around: Surroundings) -> Placed | None:
    """'the second week of May', 'the last Friday of the month', 'the week of May 9' (number 0)."""
    whole = place(meaning.whole, around) if meaning.whole is not None else None
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


# -------------------------------------------------------------------------------------------------- ranges
def place_spread(meaning: Spread, around: Surroundings) -> Placed | None:
    """From one time to another; an end without a year takes that of the other."""
    first, last = meaning.first, meaning.last
    if last is None:
        placed = place(first, around) if first is not None else None
        return None if placed is None else Placed(Interval(placed.interval.start, None, "range"), placed.basis)
    if first is None:
        placed = place(last, around)
        return None if placed is None else Placed(Interval(None, placed.interval.end, "range"), placed.basis)
    if lacks_year(first) and not lacks_year(last):
        end = place(last, around)
        start = place(first, replace(around, inherited=end.interval)) if end is not None else None
    else:
        start = place(first, around)
        end = place(last, replace(around, inherited=start.interval)) if start is not None else None
    return None if start is None or end is None else joined(start, end, last, around)


def joined(start: Placed, end: Placed, last: Meaning, around: Surroundings) -> Placed | None:
    """The range between two times; where it would run backwards and the end has no year of its own, the end is a year on."""
    first, final = start.interval.start, end.interval.end
    if first is None or final is None:
        return None
    if final < first and lacks_year(last):
        final = add_months(final, 12)
    if final < first:
        return None
    told = [p.basis for p in (start, end) if p.basis != "anchored" or around.inherited is not None]
    basis: Basis = max(told, key=BASES.index, default="explicit")
    whole_years = first.month == first.day == 1 and (final.month, final.day) == (12, 31) and first.year == final.year
    return Placed(Interval(first, final, "year" if whole_years else "range"), basis)


def lacks_year(meaning: Meaning) -> bool:
    """Whether a meaning is a date that its words leave without a year."""
    match meaning:
        case Calendar(year=year):
            return year is None
        case PartOf(whole=whole):
            return lacks_year(whole)
        case _:
            return False
