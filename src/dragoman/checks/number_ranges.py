"""What a number as said may be: '1,600' is 1,550 to 1,650, 'nearly a third' a little less than a third."""

from dataclasses import dataclass
from math import inf

from dragoman.checks.tolerances import load_tolerances
from dragoman.model.closed_lists import Verdict
from dragoman.model.said_number import SaidNumber


@dataclass(frozen=True, slots=True)
class Range:
    """From the least to the most that a number may be."""

    low: float
    high: float

    def times(self, other: "Range") -> "Range":
        """Each of the one by each of the other; for numbers that are not negative."""
        return Range(self.low * other.low, product(self.high, other.high))

    def plus(self, other: "Range") -> "Range":
        """Each of the one and each of the other together."""
        return Range(self.low + other.low, self.high + other.high)

    def meets(self, other: "Range") -> bool:
        """Whether some number is in both. A hair's breadth is allowed, as numbers in binary are not exact."""
        slack = 1e-9 * max(abs(self.low), abs(other.low), 1.0)
        return self.low <= other.high + slack and other.low <= self.high + slack


def product(one: float, other: float) -> float:
    """The product, where nothing times without limit is nothing."""
    return 0.0 if 0 in (one, other) else one * other


def range_of(number: SaidNumber) -> Range:
    """What a number may be, by how it is rounded and by the word before it; shares as parts of one."""
    table = load_tolerances()["said"]
    value, step = number.value, number.step
    if number.unit in ("share", "%"):
        value = value if number.unit == "share" else value / 100
        words = table["share_in_words" if number.unit == "share" else "per_cent"]
        step = max(words["points"] / 100, words["share"] * value) if value < 1 or number.unit == "%" else words["share"] * value
    elif number.unit == "fold":
        step = table["fold"]["share"] * value
    widen = table.get(number.qualifier.replace(" ", "_"), table["exactly"])
    low, high = value * widen["low"] - step, value * widen["high"] + step
    return Range(max(low, 0.0), inf if widen["high"] >= 1000 else high)


def judge(said: Range, computed: Range) -> Verdict:
    """Agrees where some number fits both, else disagrees."""
    return "agrees" if said.meets(computed) else "disagrees"


def number_in_words(value: float) -> str:
    """A number as a reader expects it: '55 million', '2.2 billion', '1,200'."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size * 0.99995:
            return f"{value / size:.4g} {word}"
    return f"{value:,.0f}" if float(value).is_integer() or abs(value) >= 1000 else f"{value:,.4g}"
