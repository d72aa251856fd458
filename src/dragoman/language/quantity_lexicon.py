"""Currencies, units and qualifiers of quantities, from rules/quantities.toml, in the form in which they are looked up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, cast, get_args

from dragoman.language.time_lexemes import Lexeme
from dragoman.model.closed_lists import QuantityQualifier
from dragoman.model.errors import RuleFileError
from dragoman.reference.rule_files import load_rule_file, require_known, require_known_keys

FILE: Final = "quantities.toml"
SECTIONS: Final = (
    "symbols", "dollar_prefixes", "codes", "code_words", "currency", "national", "parts", "percent", "shares",
    "units", "qualifiers", "qualifiers_after", "open_numbers", "few", "rank", "named",
)  # fmt: skip
LONGEST: Final = 6  # words in a qualifier or unit

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]  # first word → (all words, value), the longest first


@dataclass(frozen=True, slots=True)
class QuantityLexicon:
    """All words that quantities are read by. Phrases are keyed by their first word, `before` by their last."""

    symbols: Mapping[str, str]
    dollar_prefixes: Mapping[str, str]
    codes: Mapping[str, str]
    currency: Mapping[str, str]
    national: Mapping[str, Mapping[str, str]]
    parts: Mapping[str, frozenset[str]]
    shares: Mapping[str, int]
    units: Phrases
    before: Phrases
    after: Phrases
    open_numbers: Mapping[str, float]
    few: Mapping[str, float]
    rank_verbs: frozenset[str]
    rank_places: frozenset[str]
    superlatives: frozenset[str]
    named: frozenset[str]


@cache
def load_quantity_lexicon() -> QuantityLexicon:
    """The words of quantities.

    Raises:
        RuleFileError: A section or a qualifier is not known.
    """
    data = load_rule_file("dragoman.language.rules", FILE)
    require_known_keys(data, SECTIONS, file=FILE, entry=None)
    for section in SECTIONS:
        if section not in data:
            raise RuleFileError(FILE, section, "the section is missing")
    for section in ("qualifiers", "qualifiers_after"):
        for name in data[section]:
            require_known(name, get_args(QuantityQualifier), file=FILE, entry=section, key="qualifier")
    units = {**data["units"], "%": data["percent"]["words"]}
    return QuantityLexicon(
        symbols=data["symbols"],
        dollar_prefixes=data["dollar_prefixes"],
        codes=codes_of(data),
        currency=with_plurals(data["currency"]),
        national={form: table for noun, table in data["national"].items() for form in (noun, f"{noun}s")},
        parts={form: frozenset(noun.split()) for part, noun in data["parts"].items() for form in (part, f"{part}s")},
        shares={form: parts for word, parts in data["shares"].items() for form in (word, f"{word}s")},
        units=phrases(units, first=True),
        before=phrases(data["qualifiers"], first=False),
        after=phrases(data["qualifiers_after"], first=True),
        open_numbers=data["open_numbers"],
        few=data["few"],
        rank_verbs=frozenset(data["rank"]["verbs"]),
        rank_places=frozenset(data["rank"]["places"]),
        superlatives=frozenset(data["rank"]["superlatives"]),
        named=frozenset(data["named"]["nouns"]),
    )


def codes_of(data: Mapping[str, Any]) -> dict[str, str]:
    """Codes as they may be written: in capitals, some in lower case, and other short forms."""
    codes = {code: code for code in data["codes"]["upper"]}
    codes |= {code: data["code_words"].get(code, code.upper()) for code in data["codes"]["lower"]}
    for word, code in data["code_words"].items():
        codes |= {word: code, word.upper(): code, word.capitalize(): code}
    return codes


def with_plurals(words: Mapping[str, str]) -> dict[str, str]:
    """The words and their plurals in -s."""
    return {**{f"{word}s": code for word, code in words.items()}, **words}


def phrases(lists: Mapping[str, Sequence[str]], *, first: bool) -> Phrases:
    """Phrases keyed by their first or their last word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for value, entries in lists.items():
        for entry in entries:
            words = split_phrase(entry)
            found.setdefault(words[0 if first else -1], []).append((words, value))
    return {key: tuple(sorted(rows, key=lambda row: -len(row[0]))) for key, rows in found.items()}


def split_phrase(phrase: str) -> tuple[str, ...]:
    """A phrase as lexemes: marks stand alone."""
    out: list[str] = []
    for word in phrase.split():
        if "/" in word and len(word) > 1:
            left, right = word.split("/", 1)
            out += (left, "/", right)
        elif word[0] == "°" and len(word) > 1:
            out += ("°", word[1:])
        elif word.endswith(".") and len(word) > 1:
            out += (word[:-1], ".")
        else:
            out.append(word)
    return tuple(out)


def phrase_at(lexemes: Sequence[Lexeme], at: int, table: Phrases) -> tuple[str, int] | None:
    """The value of the longest phrase that begins at a lexeme, and the lexeme after it."""
    if not 0 <= at < len(lexemes):
        return None
    for words, value in table.get(lexemes[at].lower, ()):
        if tuple(lexeme.lower for lexeme in lexemes[at : at + len(words)]) == words:
            return value, at + len(words)
    return None


def phrase_before(lexemes: Sequence[Lexeme], at: int, table: Phrases) -> tuple[QuantityQualifier, int] | None:
    """The value of the longest phrase that ends just before a lexeme, and the lexeme at which it begins."""
    if at < 1:
        return None
    for words, value in table.get(lexemes[at - 1].lower, ()):
        start = at - len(words)
        if start >= 0 and tuple(lexeme.lower for lexeme in lexemes[start:at]) == words:
            return cast("QuantityQualifier", value), start
    return None
