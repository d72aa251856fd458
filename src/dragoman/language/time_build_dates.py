"""Builders of dates for the patterns of times.toml: 'May 17, 2022', '17/05/2022', '3-5 May', 'the 1990s', '1992-97'."""

from calendar import monthrange
from typing import Any, Final

from dragoman.language.calendar_intervals import whole_century, whole_decade
from dragoman.language.solar_calendar import solar_day, solar_month
from dragoman.language.time_grammar import Found
from dragoman.language.time_meanings import Calendar, Fixed, Meaning, Relative, Spread, Within

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


def build_solar(found: Found) -> Meaning | None:
    """A month or day of the solar calendar of Iran, with its year."""
    year, month, day = int(found.value("year")), found.value("solar_month"), found.value("day")
    try:
        return Fixed(solar_month(year, month) if day is None else solar_day(year, month, int(day)))
    except ValueError:
        return None
