"""Amounts: the number itself with its magnitude, as a single value, a range, or an open number ('hundreds of')."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.language.quantity_lexicon import load_quantity_lexicon
from dragoman.language.quantity_numbers import load_number_words, number_words, read_number
from dragoman.language.time_lexemes import Lexeme

RANGE_MARKS: Final = frozenset({"-", "to"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number from lexeme `first` to before `last`. `value` is None for an open number, which gives `low` alone.

    `magnitude` tells whether a word like 'million' closed it: the next number of a range may lend it ('2 to 3 million').
    """

    first: int
    last: int
    value: float | None
    low: float | None = None
    high: float | None = None
    magnitude: float | None = None
    glued: bool = False


def read_amount(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """The amount that begins at a lexeme: a number, a range of two, or an open number; None where none does."""
    opened = read_open(lexemes, at)
    if opened is not None:
        return opened
    first = read_single(lexemes, at)
    if first is None or first.last + 1 >= len(lexemes):
        return first
    mark = lexemes[first.last]
    symbols = load_quantity_lexicon().symbols
    before = at - 2 if at > 1 and lexemes[at - 1].text in symbols else at - 1
    between = before >= 0 and lexemes[before].lower == "between" and mark.lower == "and"
    change = before >= 0 and lexemes[before].lower == "from" and mark.lower == "to"  # 'rose from 15 to 25' are two numbers
    if (not between and mark.lower not in RANGE_MARKS) or change:
        return first
    second_at = first.last + 1
    if lexemes[second_at].text in symbols:
        second_at += 1
    second = read_single(lexemes, second_at)
    if second is None or first.value is None or second.value is None:
        return first
    low = first.value * (second.magnitude if second.magnitude and not first.magnitude else 1)
    if not low < second.value or (mark.text == "-" and not mark.glued and mark.lower != "to"):
        return first
    return Amount(first.first, second.last, None, low, second.value, second.magnitude)


def read_single(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """One number with its magnitude."""
    if not 0 <= at < len(lexemes):
        return None
    lexeme = lexemes[at]
    if lexeme.kind == "number":
        value, end = read_digits(lexemes, at)
    elif lexeme.lower in ("half", "three", "a", "one", "two") and (fraction := read_fraction(lexemes, at)) is not None:
        value, end = fraction
    elif lexeme.lower in number_words() or lexeme.lower in ("a", "an"):
        number = read_number(lexemes, at)
        if number is None or number.ordinal:
            return read_dozen(lexemes, at)
        value, end = number.value, number.end
    else:
        return None
    return with_magnitude(lexemes, at, value, end)


def read_digits(lexemes: Sequence[Lexeme], at: int) -> tuple[float, int]:
    """A number in digits. In texts cut into tokens the decimal point may stand apart ('0 . 6 %')."""
    value = float(lexemes[at].text.replace(",", ""))
    apart = (
        at + 3 < len(lexemes)
        and lexemes[at + 1].text == "."
        and lexemes[at + 2].kind == "number"
        and not lexemes[at + 1].glued
        and not lexemes[at + 2].glued
        and lexemes[at + 2].text.isdigit()
        and "." not in lexemes[at].text
    )
    if apart:
        return float(f"{lexemes[at].text.replace(',', '')}.{lexemes[at + 2].text}"), at + 3
    return value, at + 1


def read_fraction(lexemes: Sequence[Lexeme], at: int) -> tuple[float, int] | None:
    """'half a million', 'half million', 'three quarters billion': only before a magnitude."""
    words = load_number_words()
    value, end = 1.0, at
    if lexemes[at].lower in words["ones"]:
        value, end = words["ones"][lexemes[at].lower], at + 1
    elif lexemes[at].lower == "a":
        end = at + 1
    if end < len(lexemes) and lexemes[end].lower in ("half", "quarter", "quarters"):
        value *= words["fractions"][lexemes[end].lower]
        end += 1
        while end < len(lexemes) and lexemes[end].lower in ("a", "of", "an"):
            end += 1
        if end < len(lexemes) and (lexemes[end].lower in words["multipliers"] or lexemes[end].lower in words["collectives"]):
            return value, end
    return None


def read_share(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """A share in words as hundredths: 'two-thirds of', 'half of', 'by a quarter'; None for 'the third of May'."""
    lexicon = load_quantity_lexicon()
    ones = load_number_words()["ones"]
    first = lexemes[at].lower
    before = lexemes[at - 1].lower if at else ""
    count = 1.0 if first in ("a", "half") else ones.get(first)
    if count is None or before in load_number_words()["ordinals"]:
        return None
    end = at if first == "half" else at + 1
    if end < len(lexemes) and lexemes[end].text == "-":
        end += 1
    parts = lexicon.shares.get(lexemes[end].lower) if end < len(lexemes) else None
    if parts is None or count >= parts:
        return None
    after = lexemes[end + 1].lower if end + 1 < len(lexemes) else ""
    if after != "of" and before != "by" and not (first == "half" and after in ("the", "its", "their", "his", "all")):
        return None
    return Amount(at, end + 1, round(100 * count / parts, 2))


def read_dozen(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """'a dozen', 'a score'."""
    collectives = load_number_words()["collectives"]
    if lexemes[at].lower in ("a", "one") and at + 1 < len(lexemes) and lexemes[at + 1].lower in collectives:
        return Amount(at, at + 2, collectives[lexemes[at + 1].lower], magnitude=collectives[lexemes[at + 1].lower])
    return None


def with_magnitude(lexemes: Sequence[Lexeme], first: int, value: float, end: int) -> Amount:
    """The number multiplied by the words after it: 'million', 'dozen', and 'bn' glued to digits or after a space."""
    words = load_number_words()
    magnitude = None
    while end < len(lexemes):
        lexeme = lexemes[end]
        joint = end
        if lexeme.text == "-" and lexeme.glued and end + 1 < len(lexemes) and lexemes[end + 1].lower in words["multipliers"]:
            joint = end + 1
        word = lexemes[joint].lower
        if word in words["multipliers"] or word in words["collectives"]:
            factor = words["multipliers"].get(word) or words["collectives"][word]
        elif word in words["short_multipliers"] and joint == end and short_magnitude(lexemes, end):
            factor = words["short_multipliers"][word]
        else:
            break
        magnitude = (magnitude or 1.0) * factor
        value *= factor
        end = joint + 1
    return Amount(first, end, round(value, 6), magnitude=magnitude)


def short_magnitude(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Whether 'm', 'b' or 'k' multiplies: glued to digits that follow a sign of money, or 'bn' and 'mn' anywhere."""
    if lexemes[at - 1].kind != "number":
        return False
    if len(lexemes[at].lower) > 1:
        return True
    symbols = load_quantity_lexicon().symbols
    money = at >= 2 and lexemes[at - 2].text in symbols
    if lexemes[at].glued and lexemes[at].lower in ("m", "b") and measures_after(lexemes, at + 1):
        return True  # '20m dinars', '98.9m barrels'
    return (lexemes[at].glued and (money or lexemes[at].lower == "k")) or (money and lexemes[at].lower in ("b", "m"))


def measures_after(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Whether a currency's noun, a unit or people follow, so that the 'm' before them is no metre."""
    if at >= len(lexemes) or lexemes[at].kind != "word":
        return False
    lexicon, word = load_quantity_lexicon(), lexemes[at].lower
    following = lexemes[at + 1].lower if at + 1 < len(lexemes) else ""
    national = following in lexicon.national and word in lexicon.national[following]
    return (len(word) > 2 and (word in lexicon.currency or word in lexicon.units)) or national or word in ("people", "refugees")


def read_open(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """'hundreds of', 'tens of thousands of', 'several hundred', 'a couple of'."""
    lexicon = load_quantity_lexicon()
    words = load_number_words()
    word = lexemes[at].lower
    if word in lexicon.open_numbers:
        low, end = lexicon.open_numbers[word], at + 1
        while end + 1 < len(lexemes) and lexemes[end].lower == "of" and lexemes[end + 1].lower in lexicon.open_numbers:
            low *= lexicon.open_numbers[lexemes[end + 1].lower] / 2
            end += 2
        counting = end < len(lexemes) and lexemes[end].lower in ("of", "more")
        return Amount(at, end, None, low, magnitude=low) if counting else None
    start = at + 1 if word == "a" and at + 1 < len(lexemes) and lexemes[at + 1].lower in ("few", "couple") else at
    if lexemes[start].lower not in lexicon.few or (lexemes[start].lower != "several" and start == at):
        return None
    low, end = lexicon.few[lexemes[start].lower], start + 1
    if end < len(lexemes) and lexemes[end].lower == "of" and lexemes[start].lower == "couple":
        end += 1
    larger = {**words["multipliers"], **words["collectives"]}
    if end < len(lexemes) and lexemes[end].lower in larger:
        low, end = low * larger[lexemes[end].lower], end + 1
    return Amount(at, end, None, low, magnitude=low)
