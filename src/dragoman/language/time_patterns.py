"""The patterns of times.toml, made into regular expressions over one character a word.

Each word form that the lexicon or a pattern names has a character of its own, and each kind of number has one. A category
becomes a set of such characters. So an ambiguous word ('may', 'second') needs no decision before the patterns are tried, and
a whole text is searched by the speed of `re`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from dragoman.model.errors import RuleFileError
from dragoman.reference.rule_files import load_rule_file, require_known, require_known_keys

PACKAGE: Final = "dragoman.language.rules"
WORDS_FILE: Final = "times_words.toml"
FILE: Final = "times.toml"
KEYS: Final = ("id", "level", "means", "words", "with", "fires", "leaves_alone", "misses", "false_alarms")
LEVELS: Final = (1, 2, 3, 4)
OTHER: Final = "\x01"  # a word that no pattern names
GAP: Final = "\x02"  # a blank line

# Kinds of numbers and of expressions already found. A kind of number may belong to several categories.
#   a  one or two digits, 1-31   b  two digits, others   c  a year in digits   e  any other number   f  with decimals, or words
#   g  1-31 in words   h  a year in words   o  ordinal 1-31   p  higher ordinal   i  a day and month with a point
CODES: Final[Mapping[str, str]] = {
    "d": "ag", "dd": "ab", "y": "ch", "o": "o", "O": "op", "n": "abcefghi", "digits": "abce", "dot": "t", "point": "i",
    "decades": "s", "q": "q", "h": "j", "fy": "k", "D": "D", "U": "U", "R": "R", "V": "V", "Y": "c", "H": "h",
}  # fmt: skip
PIECE: Final = re.compile(r"\w+=\(|~\(|[()|?*{}]|<\w+(?::\w+)?>|\$\w+|[^\s()|?*{}<>$]+")
FIRST_PRIVATE: Final = 0xE000


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern: what it is called, what it means and the expression that finds it."""

    id: str
    level: int
    means: str
    regex: re.Pattern[str]
    settings: Mapping[str, Any]
    categories: Mapping[str, str]
    rank: int


@dataclass(frozen=True, slots=True)
class Grammar:
    """All patterns by level, the character of each word, and the values of words by category."""

    levels: Mapping[int, tuple[Pattern, ...]]
    characters: Mapping[str, str]
    values: Mapping[str, Mapping[str, Any]]
    ambiguous: Mapping[str, frozenset[str]]
    weak: frozenset[str]


class Compiler:
    """Gives characters to words while it turns patterns into regular expressions."""

    def __init__(self, values: Mapping[str, Mapping[str, Any]], macros: Mapping[str, str]) -> None:
        """Give every word of the lexicon its character first."""
        self.values = values
        self.macros = macros
        self.characters: dict[str, str] = {}
        for words in values.values():
            for word in words:
                self.character(word)

    def character(self, word: str) -> str:
        """The character that stands for a word."""
        return self.characters.setdefault(word, chr(FIRST_PRIVATE + len(self.characters)))

    def category(self, name: str, entry: str) -> str:
        """The set of characters that belong to a category."""
        if name in CODES:
            return f"[{CODES[name]}]"
        require_known(name, [*self.values, *CODES], file=FILE, entry=entry, key="category")
        return "[" + "".join(self.characters[word] for word in self.values[name]) + "]"

    def compile(self, words: str, entry: str) -> tuple[re.Pattern[str], dict[str, str]]:
        """The regular expression of a pattern, and the category of each of its groups."""
        categories: dict[str, str] = {}
        out = []
        for piece in PIECE.findall(self.expand(words, entry)):
            if piece == "(":
                out.append("(?:")
            elif piece == "~(":
                out.append("(?=")
            elif piece == "{":
                out.append(f"(?P<{self.group('span', '', categories)}>")
            elif piece == "}":
                out.append(")")
            elif piece in ")|?*":
                out.append(piece)
            elif piece.endswith("=("):
                out.append(f"(?P<{self.group(piece[:-2], '', categories)}>")
            elif piece.startswith("<"):
                name, _, group = piece[1:-1].partition(":")
                out.append(f"(?P<{self.group(group or name, name, categories)}>{self.category(name, entry)})")
            else:
                out.append(self.character(piece))
        try:
            return re.compile("".join(out)), categories
        except re.error as error:
            raise RuleFileError(FILE, entry, f"words: {error}") from error

    @staticmethod
    def group(name: str, category: str, categories: dict[str, str]) -> str:
        """A name for a group that no other group of the pattern has: 'day', 'day__2'."""
        unique, count = name, 1
        while unique in categories:
            count += 1
            unique = f"{name}__{count}"
        categories[unique] = category
        return unique

    def expand(self, words: str, entry: str) -> str:
        """The pattern with its macros written out."""
        for _ in range(4):
            words, count = re.subn(r"\$(\w+)", lambda m: self.macro(m.group(1), entry), words)
            if not count:
                break
        return words

    def macro(self, name: str, entry: str) -> str:
        """What a macro stands for."""
        require_known(name, self.macros, file=FILE, entry=entry, key="macro")
        return f" {self.macros[name]} "


@cache
def load_time_grammar() -> Grammar:
    """The patterns and words of time, compiled once.

    Raises:
        RuleFileError: A key, category, level or meaning is unknown, an id is used twice, or a pattern does not compile.
    """
    values = load_rule_file(PACKAGE, WORDS_FILE)
    ambiguous = values.pop("ambiguous")
    weak = values.pop("weak")["words"]
    data = load_rule_file(PACKAGE, FILE)
    require_known_keys(data, ("macros", "pattern"), file=FILE, entry=None)
    compiler = Compiler(values, data["macros"])
    levels: dict[int, list[Pattern]] = {level: [] for level in LEVELS}
    seen: set[str] = set()
    for rank, entry in enumerate(data["pattern"]):
        pattern = read_pattern(entry, compiler, rank)
        if pattern.id in seen:
            raise RuleFileError(FILE, pattern.id, "the id is used twice")
        seen.add(pattern.id)
        levels[pattern.level].append(pattern)
    return Grammar(
        {level: tuple(patterns) for level, patterns in levels.items()},
        compiler.characters,
        values,
        {word: frozenset(tags) for word, tags in ambiguous.items()},
        frozenset(compiler.characters[word] for word in weak if word in compiler.characters),
    )


def read_pattern(entry: Mapping[str, Any], compiler: Compiler, rank: int) -> Pattern:
    """One pattern of the file, checked."""
    name = str(entry.get("id", f"pattern {rank}"))
    require_known_keys(entry, KEYS, file=FILE, entry=name)
    for key in ("id", "level", "means", "words"):
        if key not in entry:
            raise RuleFileError(FILE, name, f"{key} is missing")
    require_known(entry["level"], LEVELS, file=FILE, entry=name, key="level")
    regex, categories = compiler.compile(entry["words"], name)
    if regex.match(""):
        raise RuleFileError(FILE, name, "the pattern matches no words at all")
    return Pattern(name, entry["level"], entry["means"], regex, entry.get("with", {}), categories, rank)
