"""A number with its words, made from a quantity: brought to one unit of its kind, with how finely it was rounded."""

from dataclasses import dataclass
from functools import cache

from dragoman.language.words import Words
from dragoman.model.said_number import SaidNumber
from dragoman.model.span import Quantity
from dragoman.reference.rule_files import load_rule_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated(SaidNumber):
    """A number over the words `first` to `last`, `last` included; `counted` is the lemma of the noun that a count counts.

    `factor` is how many of the unit of its kind its own unit holds (1,000 for tonnes as 'kg').
    """

    first: int
    last: int
    start: int
    end: int
    counted: str | None = None
    factor: float = 1.0

    @property
    def is_level(self) -> bool:
        """Whether it is an amount or a count, no part and no multiple."""
        return self.unit not in ("%", "share", "times", "fold", "rank")


def from_quantity(doc: Words, quantity: Quantity) -> Stated:
    """A quantity as a stated number; 'three times' and shares in words in units of their own."""
    value, unit = float(quantity.value or 0), quantity.unit
    words = quantity.text.lower()
    last = quantity.token_end - 1
    end, text = quantity.end, quantity.text
    step, factor = fineness(value), 1.0
    if (
        unit == "count"
        and quantity.counted in ("time", None)
        and last + 1 < len(doc)
        and doc[last + 1].lower_ in ("time", "times")
    ):
        last += 1
        unit, end = "times", doc[last].idx + len(doc[last].text)
        text = doc[quantity.token_start : last + 1].text
    elif unit == "%" and not any(mark in words for mark in ("%", "cent", "pct", "point")):
        unit, value, step = "share", value / 100, 0.0
    elif unit in known_units():
        kind, factor = known_units()[unit]
        value, unit = round(value * factor, 9), kind
        step = fineness(value)
    elif len(unit) == 3 and unit.isupper():
        step = fineness_of_money(value)
    return Stated(
        first=quantity.token_start, last=last, start=quantity.start, end=end, text=text, value=value, unit=unit,
        qualifier=closer(quantity.qualifier, words), counted=quantity.counted, step=step, factor=factor,
    )  # fmt: skip


@cache
def known_units() -> dict[str, tuple[str, float]]:
    """For each unit of a kind that has several the one that it is brought to, and how many of those it holds."""
    table = load_rule_file("dragoman.statements.rules", "arithmetic.toml")["units"]
    return {unit: (base, float(factor)) for base, units in table.items() for unit, factor in units.items()}


def closer(qualifier: str, words: str) -> str:
    """The qualifier, told apart where a word says that the number is almost or just exceeded."""
    return next((name for name, openings in finer_qualifiers() if words.startswith(openings)), qualifier)


@cache
def finer_qualifiers() -> list[tuple[str, tuple[str, ...]]]:
    """The qualifiers that tell more than those of quantities, each with how the number begins."""
    lists = load_rule_file("dragoman.statements.rules", "arithmetic.toml")["qualifiers"]
    return [(name, tuple(openings)) for name, openings in lists.items()]


def fineness(value: float) -> float:
    """Half of the place of the last digit that is not nought, at most a twentieth of the value; 0 below a hundred."""
    if not value.is_integer():
        digits = len(f"{value:.6f}".rstrip("0").split(".")[1])
        return float(0.5 * 10**-digits)
    if abs(value) < 100:
        return 0.0
    whole, place = int(abs(value)), 1
    while whole % 10 == 0:
        whole, place = whole // 10, place * 10
    return 0.0 if place == 1 else min(place / 2, abs(value) / 20)


def fineness_of_money(value: float) -> float:
    """As `fineness`, for sums of money, which are rounded however small: '$5 billion' may be 4.5 to 5.5."""
    if abs(value) < 1000:
        return fineness(value) or 0.5
    size = 10.0 ** (3 * ((len(str(int(abs(value)))) - 1) // 3))
    mantissa = round(abs(value) / size, 6)
    digits = len(f"{mantissa:.6f}".rstrip("0").split(".")[1])
    return float(min(0.5 * 10**-digits * size, abs(value) / 10))
