"""Text → expressions of time, unplaced: the patterns applied level by level, as in a cascade of finite automata.

Source: Abney 1996, Partial parsing via finite-state cascades, for the method.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from dragoman.language.quantity_numbers import load_number_words, number_words, read_number
from dragoman.language.time_lexemes import Lexeme
from dragoman.language.time_meanings import Duration, Meaning, Nothing, Spread, Vague
from dragoman.language.time_patterns import GAP, OTHER, Grammar, Pattern, load_time_grammar

EARLIEST_YEAR: Final = 1000
LATEST_YEAR: Final = 2199
MONEY: Final = "$€£¥₹"
LONGEST_LETTERED: Final = 6  # letters and digits in 'Q3', 'H1', 'FY2020'
COMPOSING: Final = 2  # what this level found may be part of what it finds next: 'late last year', 'the end of Friday night'


class Item(NamedTuple):
    """One step of the row that patterns read: a word, a number, or an expression already found.

    `first` and `last` are lexeme indices, `last` excluded; `value` a number or a meaning.
    """

    code: str
    first: int
    last: int
    text: str
    value: Any
    qualifier: str | None = None


class Found:
    """What one pattern found: the items of its groups by name."""

    def __init__(
        self, groups: dict[str, list[Item]], pattern: Pattern, grammar: Grammar, row: Sequence[Item], span: tuple[int, int]
    ) -> None:
        """Keep the groups and what stands around; values of words are looked up when asked for."""
        self.groups = groups
        self.pattern = pattern
        self.grammar = grammar
        self.words = [item.text for item in row[span[0] : span[1]]]
        self.before = row[span[0] - 1].text if span[0] else ""
        self.after = row[span[1]].text if span[1] < len(row) else ""

    def names(self) -> frozenset[str]:
        """The groups that took part, without the numbers of repeated ones."""
        return frozenset(name.partition("__")[0] for name in self.groups)

    def values(self, name: str) -> list[Any]:
        """The values of all groups of a name, in the order of the pattern."""
        return [self.value_of(group, items[0]) for group, items in self.groups.items() if group.partition("__")[0] == name]

    def value(self, name: str, default: Any = None) -> Any:
        """The value of the first group of a name."""
        return next(iter(self.values(name)), default)

    def value_of(self, group: str, item: Item) -> Any:
        """A word's value in the category of its group; numbers and meanings have their own."""
        words = self.grammar.values.get(self.pattern.categories.get(group, ""))
        return words[item.text] if words is not None and item.text in words else item.value

    def text(self, name: str) -> str | None:
        """The words of the first group of a name, lower case, None where none took part."""
        items = next((items for group, items in self.groups.items() if group.partition("__")[0] == name), None)
        return " ".join(item.text for item in items) if items else None

    def setting(self, name: str, default: Any = None) -> Any:
        """A fixed value that the pattern brings."""
        return self.pattern.settings.get(name, default)


Builder = Callable[[Found], Meaning | None]


def parse_times(lexemes: Sequence[Lexeme], builders: dict[str, Builder], usable: Callable[[int], bool]) -> list[Item]:
    """All expressions of time among the lexemes.

    Args:
        lexemes: The words and marks of the text.
        builders: By the `means` of patterns: what makes a meaning of what a pattern found, or None to refuse it.
        usable: Whether an ambiguous word ('may', 'march') at a lexeme may be one of time.
    """
    grammar = load_time_grammar()
    row = condensed(first_row(lexemes, grammar, usable), grammar.weak)
    for level, patterns in grammar.levels.items():
        row, changed = reduce_row(row, patterns, builders, grammar)
        if changed and level == COMPOSING:
            row, _ = reduce_row(row, patterns, builders, grammar)
    return [item for item in row if item.code in "DURV"]


def first_row(lexemes: Sequence[Lexeme], grammar: Grammar, usable: Callable[[int], bool]) -> list[Item]:
    """One item a lexeme, number words joined to one."""
    row: list[Item] = []
    begins = number_words()
    at = 0
    while at < len(lexemes):
        lexeme = lexemes[at]
        if lexeme.lower in begins and (number := read_number(lexemes, at)) is not None:
            item = number_item(lexemes, at, number.value, number.end, ordinal=number.ordinal)
        else:
            item = lexeme_item(lexemes, at, grammar, usable)
        row.append(item)
        at = item.last
    return row


def condensed(row: Sequence[Item], weak: frozenset[str]) -> list[Item]:
    """The row without stretches that hold no expression: words that no pattern names, and function words among them.

    Of each stretch one item is kept at either end, as the neighbour of what stands beside it.
    """
    out: list[Item] = []
    at = 0
    while at < len(row):
        end = at
        last_other = at
        while end < len(row) and (row[end].code == OTHER or (end > at and row[end].code in weak)):
            if row[end].code == OTHER:
                last_other = end
            end += 1
        if last_other > at + 1:
            out += (row[at], row[last_other])
            at = last_other + 1
        else:
            out.append(row[at])
            at += 1
    return out


def number_item(lexemes: Sequence[Lexeme], at: int, value: float, end: int, *, ordinal: bool) -> Item:
    """A number in words; two of them in a row may be a year as it is spoken ('nineteen eighty-four')."""
    text = " ".join(lexeme.lower for lexeme in lexemes[at:end])
    if ordinal:
        return Item("o" if value <= 31 else "p", at, end, text, int(value))
    if value in (18, 19, 20) and end < len(lexemes) and lexemes[end].lower in number_words():
        tail = read_number(lexemes, end)
        if tail is not None and not tail.ordinal and 10 <= tail.value <= 99:
            return Item("h", at, tail.end, text, int(100 * value + tail.value))
    if value == int(value) and 1 <= value <= 31:
        return Item("g", at, end, text, int(value))
    if value == int(value) and EARLIEST_YEAR <= value <= LATEST_YEAR:
        return Item("h", at, end, text, int(value))
    return Item("f", at, end, text, value)


def lexeme_item(lexemes: Sequence[Lexeme], at: int, grammar: Grammar, usable: Callable[[int], bool]) -> Item:
    """A lexeme with its character; a number in digits with its kind."""
    lexeme = lexemes[at]
    match lexeme.kind:
        case "gap":
            return Item(GAP, at, at + 1, "", None)
        case "ordinal":
            value = int(lexeme.text[:-2])
            return Item("o" if 1 <= value <= 31 else "p", at, at + 1, lexeme.lower, value)
        case "decade":
            ok = not designation(lexemes, at) and not (at and lexemes[at - 1].text in MONEY)
            return Item("s" if ok else OTHER, at, at + 1, lexeme.lower, int("".join(filter(str.isdigit, lexeme.text))))
        case "dotted":
            return Item("t", at, at + 1, lexeme.lower, lexeme.text)
        case "number":
            return digits_item(lexemes, at)
        case _:
            return word_item(lexemes, at, grammar, usable)


def word_item(lexemes: Sequence[Lexeme], at: int, grammar: Grammar, usable: Callable[[int], bool]) -> Item:
    """A word or mark with its character."""
    lexeme = lexemes[at]
    word = lexeme.lower
    code = grammar.characters.get(word)
    if code is None and len(word) > LONGEST_LETTERED:
        return Item(OTHER, at, at + 1, word, None)
    if len(word) == 2 and word[1].isdigit() and word[0] in "qh" and word[1] in "1234":
        return Item("q" if word[0] == "q" else "j", at, at + 1, word, int(word[1]))
    if word.startswith("fy") and word[2:].isdigit():
        return Item("k", at, at + 1, word, int(word[2:]))
    if word == "-" and not lexeme.glued and at + 1 < len(lexemes) and not lexemes[at + 1].glued and lexeme.text == "-":
        return Item(grammar.characters.get("--", OTHER), at, at + 1, word, None)
    if word in grammar.ambiguous and not usable(at):
        return Item(OTHER, at, at + 1, word, None)
    return Item(code or OTHER, at, at + 1, word, None)


def digits_item(lexemes: Sequence[Lexeme], at: int) -> Item:
    """A number in digits. Those in designations ('S-300', 'Flight 447'), sums of money and shares are no numbers for us."""
    lexeme = lexemes[at]
    after = lexemes[at + 1] if at + 1 < len(lexemes) else None
    before = lexemes[at - 1] if at else None
    if (
        designation(lexemes, at)
        or (before is not None and before.text in "$€£¥₹#№§")
        or (after is not None and after.text == "%")
    ):
        return Item(OTHER, at, at + 1, lexeme.lower, None)
    plain = lexeme.text.replace(",", "")
    if after is not None and after.lower in load_number_words()["multipliers"]:
        return Item("f", at, at + 2, lexeme.lower, float(plain) * load_number_words()["multipliers"][after.lower])
    if "." in plain:
        return Item("i" if len(plain.split(".")[1]) == 2 else "f", at, at + 1, plain, float(plain))
    value = int(plain)
    if "," in lexeme.text or len(plain) > 4:
        code = "e"
    elif len(plain) == 4:
        code = "c" if EARLIEST_YEAR <= value <= LATEST_YEAR else "e"
    elif len(plain) <= 2:
        code = "a" if 1 <= value <= 31 else "b" if len(plain) == 2 else "e"
    else:
        code = "e"
    return Item(code, at, at + 1, plain, value)


def designation(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Whether a number is part of a name: a letter or an unknown word stands glued before it by a hyphen ('F-16')."""
    if at < 2 or not lexemes[at].glued or lexemes[at - 1].text != "-" or not lexemes[at - 1].glued:
        return False
    word = lexemes[at - 2]
    if word.kind != "word":
        return False
    return word.lower not in load_time_grammar().characters and word.lower not in number_words()


def reduce_row(
    row: list[Item], patterns: Sequence[Pattern], builders: dict[str, Builder], grammar: Grammar
) -> tuple[list[Item], bool]:
    """The row with everything that the patterns find in it replaced by what it means; whether anything was."""
    codes = "".join(item.code for item in row)
    candidates = []
    for pattern in patterns:
        for match in pattern.regex.finditer(codes):
            start, end = span_of(match)
            candidates.append((start, start - end, pattern.rank, end, match, pattern))
    candidates.sort(key=lambda c: c[:3])
    out: list[Item] = []
    at = 0
    for start, _, _, end, match, pattern in candidates:
        if start < at:
            continue
        groups = {
            name: row[match.start(name) : match.end(name)]
            for name in pattern.regex.groupindex
            if not name.startswith("span") and match.start(name) >= 0 and match.end(name) > match.start(name)
        }
        found = Found(groups, pattern, grammar, row, (start, end))
        meaning = builders[pattern.means](found)
        if meaning is None:
            continue
        out += row[at:start]
        text = " ".join(item.text for item in row[start:end])
        out.append(Item(code_of(meaning), row[start].first, row[end - 1].last, text, meaning, found.text("qualifier")))
        at = end
    return out + row[at:], bool(out)


def span_of(match: re.Match[str]) -> tuple[int, int]:
    """Where the expression itself stands: between the braces of the pattern, if it has any."""
    for name in match.re.groupindex:
        if name.startswith("span") and match.start(name) >= 0:
            return match.span(name)
    return match.span()


def code_of(meaning: Meaning) -> str:
    """The character by which the next level knows an expression."""
    match meaning:
        case Duration():
            return "U"
        case Spread():
            return "R"
        case Vague():
            return "V"
        case Nothing():
            return "N"
        case _:
            return "D"
