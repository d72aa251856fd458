"""Builders of times inside longer ones for times.toml: 'early 2014', 'Friday next week', 'the second week of May'."""

from dragoman.language.time_build_dates import is_month
from dragoman.language.time_grammar import Found
from dragoman.language.time_meanings import Calendar, Counted, Meaning, NthOf, PartOf, Relative, Same, Within


def whole_of(found: Found, name: str = "whole") -> Meaning | None:
    """The longer time that a pattern names: one already found, or a bare year."""
    whole: Meaning | None = found.value(name)
    year = found.value(f"{name}_year")
    return whole if whole is not None else Calendar(year=int(year)) if year is not None else None


def build_part(found: Found) -> Meaning | None:
    """'early 2014', 'the end of last month'. A day has no parts for us."""
    whole = whole_of(found)
    part = found.value("part")
    if whole is None or (part in ("beginning", "middle", "end") and "of" not in found.words):
        return None
    return PartOf(part, whole)


def build_nth(found: Found) -> Meaning | None:
    """'the second week of May'."""
    number = found.setting("number", found.value("number"))
    named = found.value("weekday")
    if named is not None and (not isinstance(named, Calendar) or named.weekday is None or named.day is not None):
        return None
    return NthOf(number, found.value("unit"), named.weekday if named is not None else None, whole_of(found))


def build_within(found: Found) -> Meaning | None:
    """A point in a longer time, in either order: 'Friday next week', 'next week Friday', 'October of next year'."""
    whole = whole_of(found)
    half = found.value("half")
    if half is not None:
        return Within(Calendar(half=half), whole) if half <= 2 and whole is not None else None
    point = found.value("point")
    if whole is None or point is None:
        return None
    return combine(point, whole) or combine(whole, point)


def combine(point: Meaning, whole: Meaning) -> Meaning | None:  # noqa: PLR0911  a pair of meanings each
    """A shorter time placed in a longer one; None where the two do not go together."""
    match point, whole:
        case Relative(count=0, origin="anchored" | "text", unit=unit), Counted() | Relative(unit="year"):
            return Same(unit, whole)
        case Relative(count=-1, unit=("day" | "week" | "month" | "quarter" | "weekend") as unit), _ if coarser(whole, unit):
            return NthOf(-1, unit, None, whole)
        case Relative(count=-1, name=Calendar(weekday=int() as weekday)), _ if coarser(whole, "week"):
            return NthOf(-1, None, weekday, whole)
        case Calendar(year=None, month=None, day=None, weekday=int()), _ if names_unit(whole, "week"):
            return Within(point, whole)
        case Calendar(year=None) as named, _ if named.weekday is None and named.week is None and names_unit(whole, "year"):
            return Within(named, whole)
        case Calendar(year=None, day=int(), month=None, weekday=None), _ if is_month(whole):
            return Within(point, whole)
        case Calendar(year=None, week=int()), _ if names_unit(whole, "year"):
            return Within(point, whole)
        case PartOf(part=part, whole=inner), _:
            placed = combine(inner, whole)
            return PartOf(part, placed) if placed is not None else None
        case _:
            return None


def names_unit(meaning: Meaning, unit: str) -> bool:
    """Whether a meaning is one whole unit of a kind: a year, a week."""
    match meaning:
        case Calendar(month=None, day=None, weekday=None, season=None, quarter=None, half=None, week=None):
            return unit == "year"
        case Calendar(week=int(), day=None):
            return unit == "week"
        case Relative(unit=named):
            return named == unit
        case Counted(duration=duration):
            return duration.finest == unit
        case NthOf(unit=named):
            return named == unit
        case _:
            return False


def coarser(meaning: Meaning, unit: str) -> bool:
    """Whether a meaning is surely longer than a unit, so that the unit can be a part of it."""
    longer = {"day": ("week", "month", "year"), "week": ("month", "year"), "weekend": ("month", "year")}
    units = longer.get(unit, ("year",))
    if "month" in units and is_month(meaning):
        return True
    if isinstance(meaning, Calendar) and (meaning.season or meaning.quarter):
        return True
    return any(names_unit(meaning, name) for name in units)


def build_weekof(found: Found) -> Meaning | None:
    """The week that holds a day."""
    whole = whole_of(found)
    return None if whole is None else NthOf(0, found.setting("unit", "week"), None, whole)
