"""What an expression of time means before it is placed on the calendar: 'Feb. 4', 'last week', 'two years later'.

The grammar builds these, `time_resolution` turns them into days. They hold no text and no dates of the document.
"""

from dataclasses import dataclass
from typing import Final, Literal

from dragoman.language.calendar_intervals import Interval

NTH: Final = "nth"  # a duration that leads to the nth unit of an event: 'the tenth day of the siege' is nine days into it
Origin = Literal["published", "anchored", "text", "told"]  # 'anchored' falls back on the publication, 'text' never

# In the order in which ISO 8601 writes them, with the letter and whether it stands after the 'T'.
DURATION_LETTERS: Final = {
    "century": ("Y", False), "decade": ("Y", False), "year": ("Y", False), "half": ("M", False), "quarter": ("M", False),
    "season": ("M", False), "month": ("M", False), "fortnight": ("W", False), "week": ("W", False), "weekend": ("D", False),
    "day": ("D", False), "hour": ("H", True), "minute": ("M", True), "second": ("S", True),
}  # fmt: skip
TIMES_LETTER: Final = {"century": 100, "decade": 10, "half": 6, "quarter": 3, "season": 3, "fortnight": 2, "weekend": 2}


@dataclass(frozen=True, slots=True)
class Calendar:
    """A point on the calendar with whatever is said of it; without a year it needs the context.

    `season` is the first month of a season, `weekday` 0 for Monday.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    quarter: int | None = None
    half: int | None = None
    week: int | None = None


@dataclass(frozen=True, slots=True)
class Fixed:
    """Days that the words name by themselves: a decade, a century."""

    interval: Interval


@dataclass(frozen=True, slots=True)
class Relative:
    """So many units before or after the one that holds the origin: 'last week', 'that month', 'next June' (`name`)."""

    count: int
    origin: Origin
    unit: str | None = None
    name: Calendar | None = None


@dataclass(frozen=True, slots=True)
class NthOf:
    """'the third week of May', 'the last Friday of the month'; `number` -1 is the last, `whole` None the context's year."""

    number: int
    unit: str | None
    weekday: int | None
    whole: "Meaning | None"


@dataclass(frozen=True, slots=True)
class PartOf:
    """'early 2014', 'the end of last month'."""

    part: str
    whole: "Meaning"


@dataclass(frozen=True, slots=True)
class Within:
    """A point inside a longer time: 'October of next year', 'Friday next week', 'spring 2009'."""

    point: Calendar
    whole: "Meaning"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time. Each part is a unit with its number; None for a number that is not told ('several years')."""

    parts: tuple[tuple[str, float | None], ...]
    qualifier: str | None = None

    def iso(self) -> str:
        """ISO 8601, as 'P2M'; 'X' for a number that is not told, as in TIMEX3."""
        amounts: dict[tuple[str, bool], str] = {}
        for unit, number in self.parts:
            key = DURATION_LETTERS[unit]
            amounts[key] = "X" if number is None else f"{number * TIMES_LETTER.get(unit, 1):g}"
        order = list(dict.fromkeys(DURATION_LETTERS.values()))
        days = "".join(amounts[key] + key[0] for key in order if key in amounts and not key[1])
        clock = "".join(amounts[key] + key[0] for key in order if key in amounts and key[1])
        return f"P{days}{'T' + clock if clock else ''}"

    @property
    def finest(self) -> str:
        """The finest unit in it: what 'two years ago' is exact to."""
        row = list(DURATION_LETTERS)
        return max((unit for unit, _ in self.parts), key=row.index)


@dataclass(frozen=True, slots=True)
class Counted:
    """A duration counted from an origin: 'two years ago', 'three days later', 'two weeks after May 5'. `sign` -1 is back."""

    duration: Duration
    sign: int
    origin: "Origin | Meaning"


@dataclass(frozen=True, slots=True)
class Window:
    """All days of a duration beside an origin: 'the past three weeks', 'the next two years', 'within five days'."""

    duration: Duration
    sign: int
    origin: "Origin | Meaning"
    with_origin: bool = False


@dataclass(frozen=True, slots=True)
class Rest:
    """What remains of a time after today: 'the rest of the week', 'later this year'; `sign` -1 for 'earlier this year'."""

    whole: "Meaning"
    sign: int = 1


@dataclass(frozen=True, slots=True)
class Spread:
    """From one time to another; None is an open end."""

    first: "Meaning | None"
    last: "Meaning | None"


@dataclass(frozen=True, slots=True)
class Same:
    """A time that the text names and gives the same days again, moved: 'the same period a year earlier'."""

    unit: str | None
    shift: "Meaning | None"


@dataclass(frozen=True, slots=True)
class Vague:
    """A time that nobody can place: 'recently', 'in the near future'."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """Words that look like a time and are none for us: a time of day, 'every month'. They keep others from reading them."""


Meaning = (
    Calendar | Fixed | Relative | NthOf | PartOf | Within | Duration | Counted | Window | Rest | Spread | Same | Vague | Nothing
)
