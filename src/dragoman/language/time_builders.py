"""From what a pattern found to what it means: one builder for each `means` of times.toml."""

from typing import Final

from dragoman.language.quantity_numbers import number_words
from dragoman.language.time_build_dates import (
    build_calendar,
    build_century,
    build_days,
    build_decade,
    build_digits,
    build_solar,
    build_years,
)
from dragoman.language.time_build_parts import build_nth, build_part, build_weekof, build_within, whole_of
from dragoman.language.time_discourse import word_list
from dragoman.language.time_grammar import Builder, Found
from dragoman.language.time_meanings import (
    NTH,
    Calendar,
    Counted,
    Duration,
    Meaning,
    Nothing,
    Relative,
    Rest,
    Same,
    Spread,
    Vague,
    Window,
)


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
