"""What an expression means → the days it covers, against the document's date or another time of the text.

Everything that cannot be placed is None: 'last month' in a document without a date, 'several weeks ago', 'that day' after a
year.
"""

from dataclasses import replace
from typing import Final

from dragoman.language.calendar_intervals import Interval, add_months
from dragoman.language.time_meanings import (
    Calendar,
    Counted,
    Fixed,
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
from dragoman.language.time_origins import Placed, Surroundings
from dragoman.language.time_points import place_calendar, place_nth, place_within, placed_part
from dragoman.language.time_shifts import place_counted, place_relative, place_rest, place_same, place_window
from dragoman.model.closed_lists import Basis

BASES: Final[tuple[Basis, ...]] = ("explicit", "anchored", "published")  # of two that took part, the later one is told


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
            return place_nth(meaning, place(meaning.whole, around) if meaning.whole is not None else None)
        case Counted():
            origin = None if isinstance(meaning.origin, str) else place(meaning.origin, around)
            return place_counted(meaning, origin, around)
        case Window():
            origin = None if isinstance(meaning.origin, str) else place(meaning.origin, around)
            return place_window(meaning, origin, around)
        case Rest():
            return place_rest(meaning, place(meaning.whole, around), around)
        case Spread():
            return place_spread(meaning, around)
        case Same():
            return place_same(meaning, around)
        case _:
            return None


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
