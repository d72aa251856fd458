"""From what a pattern found to what it means: one builder for each `means` of times.toml."""

from calendar import monthrange
from typing import Any, Final

from dragoman.language.calendar_intervals import whole_century, whole_decade
from dragoman.language.quantity_numbers import number_words
from dragoman.language.solar_calendar import solar_day, solar_month
from dragoman.language.time_discourse import word_list
from dragoman.language.time_grammar import Builder, Found
from dragoman.language.time_meanings import (
    NTH,
    Calendar,
    Counted,
    Duration,
    Fixed,
    Meaning,
    Nothing,
    NthOf,
    PartOf,
    Relative,
    Rest,
    Same,
    Spread,
    Vague,
    Window,
    Within,
)

CALENDAR_FIELDS: Final = ("year", "month", "day", "weekday", "season", "quarter", "half", "week")
LIMITS: Final = {"month": 12, "quarter": 4, "half": 2, "week": 53, "day": 31}
EARLIEST_WIRE: Final = 60  # years in two digits without an apostrophe are of the wires of that time
LATEST_WIRE: Final = 99
PIVOT: Final = 50  # two digits below are of this century, others of the last


def full_year(value: int, digits: str) -> int:
    """A year of two digits with its century."""
    return value if len(digits) != 2 else value + (2000 if value < PIVOT else 1900)


def exists(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether there is such a day; without a year the 29th of February counts as one."""
    if day is None or month is None:
        return day is None or 1 <= day <= LIMITS["day"]
    return 1 <= month <= LIMITS["month"] and 1 <= day <= monthrange(year or 2024, month)[1]


def build_calendar(found: Found) -> Meaning | None:
    """A point on the calendar. Days that do not exist ('30 February') are refused here."""
    if found.setting("alone") and found.after == "anniversary":
        return None
    if found.setting("alone") and any(found.after in found.grammar.values[name] for name in ("unit", "weekday", "month")):
        return None  # 'on the first Friday'
    if found.setting("wire") and not EARLIEST_WIRE <= found.value("year") <= LATEST_WIRE:
        return None  # '3 May 12 soldiers died'
    values: dict[str, Any] = {}
    for name in CALENDAR_FIELDS:
        value = found.value(name, found.setting(name))
        if value is not None:
            values[name] = int(value)
    if "year" in values:
        values["year"] = full_year(values["year"], found.text("year") or "")
    if any(values.get(name, 1) > limit or values.get(name, 1) < 1 for name, limit in LIMITS.items()):
        return None
    if not exists(values.get("year"), values.get("month"), values.get("day")) or not 1 <= values.get("year", 1) <= 9998:
        return None
    return Calendar(**values)


def build_digits(found: Found) -> Meaning | None:
    """A date in digits, day or month first: what can only be a day is one, else the month comes first as in America."""
    dotted = found.text("dotted") or found.text("pointed")
    if dotted:
        parts = [int(part) for part in dotted.split(".")]
        digits = dotted.split(".")[2] if len(parts) == 3 else ""
        day, month = (parts[0], parts[1]) if len(parts) == 3 else (parts[1], parts[0])
        year = full_year(parts[2], digits) if digits else None
    else:
        month, day = found.value("first"), found.value("second")
        digits = found.text("year") or ""
        year = full_year(int(digits), digits) if digits else None
    if month > LIMITS["month"]:
        day, month = month, day
    return Calendar(year=year, month=month, day=day) if exists(year, month, day) else None


def build_days(found: Found) -> Meaning | None:
    """Days of one month: 'May 3-5'."""
    year, month, first, last = found.value("year"), found.value("month"), found.value("day"), found.value("last")
    if first > last or not exists(year, month, last):
        return None
    whole = found.value("whole")
    if whole is not None:
        return Spread(Within(Calendar(day=first), whole), Within(Calendar(day=last), whole)) if is_month(whole) else None
    return Spread(Calendar(year=year, month=month, day=first), Calendar(year=year, month=month, day=last))


def is_month(meaning: Meaning) -> bool:
    """Whether a meaning is a month as a whole."""
    match meaning:
        case Calendar(month=month, day=None):
            return month is not None
        case Relative(unit=unit, name=name):
            return unit == "month" or (name is not None and name.month is not None)
        case Within(point=point):
            return is_month(point)
        case _:
            return False


def build_decade(found: Found) -> Meaning | None:
    """A decade; one without a century is of the twentieth."""
    value = found.value("decade")
    if value is None:
        return Fixed(whole_decade(2000)) if found.value("thousand") == 2 else None
    century = found.value("century")
    if century is not None:
        if century not in (17, 18, 19, 20):
            return None
        value = 100 * century + value
    elif value < 100:
        value += 1900 if value >= 20 else 2000
    return Fixed(whole_decade(value)) if value % 10 == 0 and value >= 1000 else None


def build_century(found: Found) -> Meaning | None:
    """A century by its number."""
    number = found.value("century")
    return Fixed(whole_century(number)) if 1 <= number <= 25 else None


def build_years(found: Found) -> Meaning | None:
    """Years with a dash: '1992-97', '2013-present'."""
    first = found.value("year")
    last = found.value("last")
    if last is None:
        return Spread(Calendar(year=first), None)
    if last < 100:
        last += first // 100 * 100
        last += 100 if last < first else 0  # '1998-03'
    return Spread(Calendar(year=first), Calendar(year=last)) if first < last <= first + 150 else None


def build_relative(found: Found) -> Meaning | None:
    """A unit or a name so many steps from the origin."""
    count, origin = found.value("shift", (0, "published"))
    count = found.setting("count", found.value("dayword", count))
    origin = found.setting("origin", origin)
    unit = found.setting("unit", found.value("unit"))
    if found.text("shift") == "next" and found.words[0] == "the":
        origin = "told"  # 'the next day' goes on from the time of the text, 'next week' from the publication
    if found.words[0] == "the" and "shift" not in found.groups and count == 0 and found.after in word_list("named_further"):
        return None
    if found.text("shift") == "past" and unit not in (None, "weekend"):
        return Window(Duration(((unit, 1),)), -1, "published")  # 'over the past year' ends today, 'last year' in December
    if unit is not None:
        return Relative(count=count, origin=origin, unit=unit)
    name = build_calendar(found)
    return Relative(count=count, origin=origin, name=name) if isinstance(name, Calendar) else None


def build_duration(found: Found) -> Meaning | None:
    """A length of time, of one unit or more."""
    units = found.values("unit")
    if not units:
        return None
    numbers = found.values("number")
    halves = sum("half" in item.text for items in found.groups.values() for item in items if "half" in found.groups)
    if found.setting("number") is not None:
        numbers = [found.setting("number") + (0.5 if "half" in found.groups and halves else 0)]
    if found.words == ["one", "day"] and not in_company(found):
        return Nothing()
    if len(numbers) < len(units):
        numbers = [*numbers, *[None] * (len(units) - len(numbers))]
    return Duration(tuple(zip(units, numbers, strict=False)), found.text("qualifier"))


def build_article(found: Found) -> Meaning | None:
    """'a year' is a length of time only in company: 'for a year', 'more than a year', 'a year ago'; else it may be a rate."""
    if any(character.isdigit() for character in found.before):
        return None  # '$25,000 a year'
    numbers, units = found.values("number"), found.values("unit")
    if len(units) > 1:
        return Duration(((units[0], 1), (units[1], numbers[0])))  # 'a year and twelve days'
    return build_duration(found) if in_company(found) or len(found.words) > 2 else None


def in_company(found: Found) -> bool:
    """Whether the words around say that something lasted, or is counted from."""
    return (
        found.text("qualifier") is not None
        or found.before in word_list("length_after")
        or found.after in word_list("length_before")
    )


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


def build_counted(found: Found) -> Meaning | None:
    """A duration counted from an origin."""
    duration = found.value("duration")
    if duration is None:
        duration = Duration(((found.value("unit"), found.setting("number")),))
    origin = found.setting("origin") or whole_of(found)
    return Counted(duration, found.setting("sign"), origin) if origin is not None else None


def build_window(found: Found) -> Meaning | None:
    """All days of a duration beside the publication."""
    duration = found.value("duration")
    origin = found.value("origin", "published")
    with_origin = found.setting("with_origin") is not None
    return Window(duration, found.setting("sign"), origin, with_origin=with_origin)


def build_rest(found: Found) -> Meaning | None:
    """What remains of a time."""
    whole = whole_of(found)
    if whole is None:
        unit = found.value("unit")
        whole = Relative(0, found.setting("origin", "published"), unit=unit) if unit is not None else None
    return None if whole is None else Rest(whole, found.setting("sign"))


def build_same(found: Found) -> Meaning | None:
    """'the same period last year'."""
    return Same(None, found.value("shift"))


def build_spread(found: Found) -> Meaning | None:
    """From one time to another."""
    first, last = whole_of(found, "first"), whole_of(found, "last")
    if first is None or any(isinstance(end, Window) for end in (first, last)):
        return None
    return Spread(first, last)


def build_beside(found: Found) -> Meaning | None:
    """'the day before' an event, 'the second anniversary' of one: a length that is counted from what follows."""
    years = found.value("number") if "anniversary" in found.words else None
    if years is not None:
        return Duration((("year", years),), "exactly")
    unit = found.setting("unit") or found.value("unit") or "day"
    nth = found.value("nth")
    if nth is not None:
        return Duration(((unit, nth - 1),), NTH)
    return Duration(((unit, found.setting("number")),))


def build_exactly(found: Found) -> Meaning | None:
    """'a year to the day' after."""
    return Duration(((found.value("unit"), found.value("number", 1)),), "exactly")


def build_ending(found: Found) -> Meaning | None:
    """'the six months to June', 'the year ended 31 March': a length of time by its last day."""
    duration = found.value("duration")
    if isinstance(duration, Vague):
        duration = Duration((("year", 1),)) if "year" in (found.text("duration") or "") else None
    unit = found.value("unit")
    if unit is not None:
        duration = Duration(((unit, 1),))
    whole = whole_of(found)
    if not isinstance(duration, Duration) or whole is None or duration.finest in ("hour", "minute", "second", "day"):
        return None
    return Window(duration, -1, whole)


def build_solar(found: Found) -> Meaning | None:
    """A month or day of the solar calendar of Iran, with its year."""
    year, month, day = int(found.value("year")), found.value("solar_month"), found.value("day")
    try:
        return Fixed(solar_month(year, month) if day is None else solar_day(year, month, int(day)))
    except ValueError:
        return None


def build_vague(found: Found) -> Meaning | None:
    """A time that nobody can place; 'the past' is none where a number goes on: 'the past three weeks'."""
    counted = (
        found.after[:1].isdigit() or found.after in found.grammar.values["few"] or found.after.split(" ")[0] in number_words()
    )
    return None if counted else Vague()


BUILDERS: Final[dict[str, Builder]] = {
    "calendar": build_calendar,
    "digits": build_digits,
    "days": build_days,
    "decade": build_decade,
    "century": build_century,
    "years": build_years,
    "relative": build_relative,
    "duration": build_duration,
    "article": build_article,
    "part": build_part,
    "nth": build_nth,
    "within": build_within,
    "weekof": build_weekof,
    "counted": build_counted,
    "window": build_window,
    "rest": build_rest,
    "same": build_same,
    "spread": build_spread,
    "itself": whole_of,
    "beside": build_beside,
    "exactly": build_exactly,
    "ending": build_ending,
    "solar": build_solar,
    "vague": build_vague,
    "nothing": lambda _: Nothing(),
}
