"""Where words stand in quotation marks, across sentences and paragraphs."""

from dataclasses import dataclass
from typing import Final

from dragoman.language.clauses import VERB_TAGS, Parse
from dragoman.language.words import Words

OPENING: Final = frozenset({"“", "``", "«", "„"})
CLOSING: Final = frozenset({"”", "»"})
PLAIN: Final = frozenset({'"', "''"})  # open or close, by turns
SINGLE: Final = frozenset({"'", "‘", "’", "`"})
SHORTEST_SPEECH: Final = 4  # tokens between the marks from which words without a verb may be somebody's speech


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks: token indices with the marks. `speech` is False for scare quotes and titles."""

    start: int
    end: int
    speech: bool


def paragraph_numbers(doc: Words) -> list[int]:
    """The number of the paragraph that each token stands in; a line break ends a paragraph."""
    numbers, number = [], 0
    for token in doc:
        numbers.append(number)
        if token.is_space and "\n" in token.text:
            number += 1
    return numbers


def single_quotes(parse: Parse, paragraphs: list[int], doubles: list[Quote]) -> list[Quote]:
    """Words in single quotation marks, as in headlines and British texts, outside double ones; an apostrophe opens none."""
    inside = {t for quote in doubles for t in range(quote.start, quote.end)}
    found: list[Quote] = []
    start: int | None = None
    for i, word in enumerate(parse.lowers):
        if start is not None and paragraphs[i] != paragraphs[start]:
            start = None
        if word not in SINGLE or i in inside:
            continue
        if start is None and parse.tags[i] == "``":
            start = i
        elif start is not None and parse.tags[i] == "''":
            found.append(read_quote(parse, start, i + 1))
            start = None
    return found


def find_quotes(parse: Parse, paragraphs: list[int]) -> list[Quote]:
    """All quotations of a text, in order. One that its paragraph leaves open goes to the paragraph's end."""
    doubles = double_quotes(parse, paragraphs)
    if not SINGLE.isdisjoint(parse.lowers):
        doubles = sorted([*doubles, *single_quotes(parse, paragraphs, doubles)], key=lambda quote: quote.start)
    return doubles


def double_quotes(parse: Parse, paragraphs: list[int]) -> list[Quote]:
    """Those in double quotation marks."""
    quotes: list[Quote] = []
    start: int | None = None
    for i, word in enumerate(parse.lowers):
        mark = mark_of(word)
        if start is not None and paragraphs[i] != paragraphs[start]:
            quotes.append(read_quote(parse, start, i))
            start = None
        if start is None and mark in ("open", "plain"):
            start = i
        elif start is not None and mark in ("close", "plain"):
            quotes.append(read_quote(parse, start, i + 1))
            start = None
    if start is not None:
        quotes.append(read_quote(parse, start, len(parse)))
    return quotes


def mark_of(word: str) -> str:
    """Whether a token is a quotation mark: open, close, plain (either), or '' for none."""
    if word in OPENING:
        return "open"
    if word in CLOSING or word[-1:] == "”" or word[:1] == "”":
        return "close"
    return "plain" if word in PLAIN else ""


def read_quote(parse: Parse, start: int, end: int) -> Quote:
    """A quotation, judged to be speech or not: speech has a verb, or some length, or ends as a clause does."""
    inside = range(start + 1, end - 1)
    verbs = any(parse.tags[i] in VERB_TAGS for i in inside)
    length = len(inside)
    ends = length > 0 and parse.lowers[end - 2] in {",", ".", "?", "!", "…"}
    return Quote(start, end, (verbs and length >= SHORTEST_SPEECH) or (ends and length >= 2) or length >= 8)
