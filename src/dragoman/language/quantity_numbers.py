"""Number words joined into numbers: 'two hundred and five', 'twenty-first', 'two and a half', 'half a million'.

Works on a list of lexemes (see `time_lexemes`), so that both the grammar of times and that of quantities can use it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from dragoman.language.time_lexemes import Lexeme
from dragoman.model.errors import RuleFileError
from dragoman.reference.rule_files import load_rule_file, require_known_keys

FILE: Final = "quantities_numbers.toml"
SECTIONS: Final = ("ones", "teens", "tens", "multipliers", "short_multipliers", "collectives", "fractions", "ordinals")
BIG: Final = 1_000  # multipliers from here on close the group of three digits before them


@dataclass(frozen=True, slots=True)
class Number:
    """A number that ends before lexeme `end`; `ordinal` for 'third', 'twenty-first'."""

    value: float
    end: int
    ordinal: bool = False


@cache
def load_number_words() -> Mapping[str, Mapping[str, float]]:
    """The number words by section.

    Raises:
        RuleFileError: A section is unknown or missing, or a value is not a number.
    """
    data = load_rule_file("dragoman.language.rules", FILE)
    require_known_keys(data, SECTIONS, file=FILE, entry=None)
    for section in SECTIONS:
        words = data.get(section)
        if not isinstance(words, dict):
            raise RuleFileError(FILE, section, "the section is missing")
        for word, value in words.items():
            if not isinstance(value, int | float):
                raise RuleFileError(FILE, section, f"{word} is {value!r}; expected a number")
    return data


@cache
def number_words() -> frozenset[str]:
    """The words that may begin a number in words."""
    words = load_number_words()
    return frozenset().union(*(words[s] for s in ("ones", "teens", "tens", "multipliers", "ordinals"))) - {"lakh", "crore"}


class Reading:
    """A number as far as it is read: what is closed by 'thousand' and larger words, and the group of three digits after it."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self.total = 0.0
        self.group = 0.0
        self.last_big = float("inf")
        self.previous = ""

    def take(self, word: str, words: Mapping[str, Mapping[str, float]]) -> bool:
        """Read one more word; False where it does not go on with the number."""
        if word in words["multipliers"]:
            return bool(self.previous) and self.multiply(words["multipliers"][word])
        section = next((s for s in ("ones", "teens", "tens") if word in words[s]), None)
        if section is None or not may_follow(self.previous, self.group, words[section][word]):
            return False
        self.group += words[section][word]
        self.previous = section
        return True

    def multiply(self, factor: float) -> bool:
        """Multiply the group by 'hundred', or close it by a larger word; False for a larger word after a smaller one."""
        if factor < BIG:
            self.group = max(self.group, 1.0) * factor
        elif factor < self.last_big:
            self.total, self.group, self.last_big = self.total + max(self.group, 1.0) * factor, 0.0, factor
        else:
            return False
        self.previous = "multiplier"
        return True


def read_number(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    """The longest number in words that begins at a lexeme; None where none does.

    'a hundred' begins with the article; 'and' joins only where English has it ('two hundred and five', 'two and a half').
    """
    words = load_number_words()
    reading, at = Reading(), index
    if lexemes[at].lower in ("a", "an") and at + 1 < len(lexemes) and lexemes[at + 1].lower in words["multipliers"]:
        reading.group, at, reading.previous = 1.0, at + 1, "article"
    while at < len(lexemes):
        joined = at if at == index else skip_joint(lexemes, at, reading.previous, words)
        if joined is None or joined >= len(lexemes):
            break
        word = lexemes[joined].lower
        ordinal = words["ordinals"].get(word)
        if ordinal is not None and may_follow(reading.previous, reading.group, ordinal):
            return Number(reading.total + reading.group + ordinal, joined + 1, ordinal=True)
        if not reading.take(word, words):
            break
        at = joined + 1
    if reading.previous in ("", "article"):
        return None
    return with_half(lexemes, Number(reading.total + reading.group, at))


def may_follow(previous: str, group: float, value: float) -> bool:
    """Whether a word of this value may stand after what was read: 'twenty' before 'one', 'hundred' before 'twelve'."""
    if previous in ("", "multiplier"):
        return True
    return previous == "tens" and value < 10 and group % 10 == 0


def skip_joint(lexemes: Sequence[Lexeme], at: int, previous: str, words: Mapping[str, Mapping[str, float]]) -> int | None:
    """The lexeme after a hyphen or 'and' that may join two number words; `at` itself where they stand side by side."""
    here = lexemes[at]
    if here.text == "-" and here.glued and at + 1 < len(lexemes) and lexemes[at + 1].glued:
        return at + 1
    if here.lower == "and" and at + 1 < len(lexemes):
        after = lexemes[at + 1].lower
        if lexemes[at - 1].lower == "hundred" and at + 2 < len(lexemes) and lexemes[at + 2].lower == "hundred":
            return None  # 'between one hundred and two hundred'
        small = after in words["ones"] or ((after in words["teens"] or after in words["tens"]) and previous == "multiplier")
        return at + 1 if small and previous in ("multiplier", "tens") else None
    return None if here.text in {",", "."} else at


def with_half(lexemes: Sequence[Lexeme], number: Number) -> Number:
    """The number with 'and a half' after it added."""
    following = [lexeme.lower for lexeme in lexemes[number.end : number.end + 6] if lexeme.text != "-"]
    if following[:3] == ["and", "a", "half"]:
        end = number.end
        while lexemes[end].lower != "half":
            end += 1
        return Number(number.value + 0.5, end + 1)
    if following[:2] == ["and", "half"]:
        return Number(number.value + 0.5, number.end + 2)
    return number
