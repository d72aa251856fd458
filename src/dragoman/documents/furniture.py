"""Text → its furniture: datelines, bylines, captions, credits, biographies of authors, disclaimers, boilerplate.

The patterns stand in furniture.toml. A stretch that two patterns claim goes to the longer one.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dragoman.documents.furniture_rules import FurnitureRule, load_furniture_rules
from dragoman.documents.written_dates import find_written_date
from dragoman.model.document import Furniture

OPENING_LINES = 8  # not counting blank ones
CLOSING_PARAGRAPHS = 6
LEAST_PARAGRAPHS = 4  # a shorter text has no closing: a lone sentence on a scholar is a statement, not a biography
LONGEST_LINE = 5_000  # characters; no furniture is longer, and no pattern has to look further
INDENT = re.compile(r"[ \t\xa0*_]*")
SENTENCE_START = re.compile(r"(?:(?<=^)|(?<=\n)|(?<=[.!?;]\s)|(?<=[.!?][\"”’')\]]\s))(?=[^\s])")
SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*(?=\s|$)|(?=\n)|$")
ABBREVIATION = re.compile(r"\b(?:[A-Z]|Dr|Mr|Mrs|Ms|Prof|St|Gen|Col|Lt|Sgt|Rep|Sen|vs|No|Inc|Ltd|Co|Jr|Sr|e\.g|i\.e)\.$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: where its words and its sentences begin, and in which parts of the text it stands."""

    start: int
    end: int
    sentences: tuple[int, ...]
    opening: bool
    closing: bool


def find_furniture(text: str, *, published: dt.date | None = None) -> tuple[Furniture, ...]:
    """The furniture of a text, in its order, never overlapping.

    Args:
        text: The whole text of a document.
        published: Gives a dateline without a year ('KABUL, 4 May') its date.
    """
    found = [
        furniture
        for line in lines_of(text)
        for rule in load_furniture_rules()
        if allowed(rule, line)
        for furniture in applied(rule, line, text, published)
        if text[: furniture.start].strip() or text[furniture.end :].strip()  # a text that is nothing else is a text
    ]
    taken: list[Furniture] = []
    for furniture in sorted(found, key=lambda f: (f.start - f.end, f.start)):  # stable: of two alike the rule that stands first
        if all(furniture.end <= other.start or other.end <= furniture.start for other in taken):
            taken.append(furniture)
    return tuple(sorted(taken, key=lambda f: f.start))


def lines_of(text: str) -> list[Line]:
    """The lines that are not blank. A paragraph is one, or several with no blank line between."""
    spans = [(m.start(), min(m.end(), m.start() + LONGEST_LINE)) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]
    paragraph_starts = [spans[0][0]] if spans else []
    paragraph_starts += [b[0] for a, b in pairwise(spans) if text.count("\n", a[1], b[0]) > 1]
    if len(paragraph_starts) < LEAST_PARAGRAPHS:
        paragraph_starts = [start for start, _ in spans]  # one paragraph a line
    closing_from = len(text) + 1
    if len(paragraph_starts) >= LEAST_PARAGRAPHS:
        closing_from = paragraph_starts[-min(CLOSING_PARAGRAPHS, len(paragraph_starts) // 2)]
    return [
        Line(
            begin(text, start, end),
            end,
            sentence_starts(text, start, end),
            opening=number < OPENING_LINES,
            closing=start >= closing_from,
        )
        for number, (start, end) in enumerate(spans)
    ]


def allowed(rule: FurnitureRule, line: Line) -> bool:
    """Whether the rule's kind of furniture may stand in this line."""
    return rule.reach == "anywhere" or (rule.reach == "opening" and line.opening) or (rule.reach == "closing" and line.closing)


def applied(rule: FurnitureRule, line: Line, text: str, published: dt.date | None) -> Iterator[Furniture]:
    """What one rule finds in one line."""
    for start in (line.start,) if rule.at == "line" else line.sentences:
        match = rule.regex.match(text, start)
        if match is not None and match.end() > start:
            yield furniture_from(rule, match, end_of(rule, match, line, text), published)


def begin(text: str, start: int, end: int) -> int:
    """Where the words of a line begin, after blanks and marks of emphasis."""
    indent = INDENT.match(text, start, end)
    return indent.end() if indent else start


def sentence_starts(text: str, start: int, end: int) -> tuple[int, ...]:
    """Where sentences seem to begin in a line."""
    return tuple(sorted({begin(text, start, end), *(m.start() for m in SENTENCE_START.finditer(text, start, end))}))


def end_of(rule: FurnitureRule, match: re.Match[str], line: Line, text: str) -> int:
    """Where the furniture that begins with `match` ends."""
    if rule.covers == "match":
        return match.end()
    if rule.covers == "line":
        return len(text[: line.end].rstrip()) if line.end - line.start < LONGEST_LINE else line.end
    for end in SENTENCE_END.finditer(text, match.end(), line.end):
        if not ABBREVIATION.search(text, max(match.start(), end.start() - 5), end.start() + 1):
            return end.end()
    return line.end


def furniture_from(rule: FurnitureRule, match: re.Match[str], end: int, published: dt.date | None) -> Furniture:
    """The furniture, with what the rule's groups caught."""
    caught = {name: words for name, words in match.groupdict().items() if words}
    date = caught.get("date")
    place = caught.get("place")
    return Furniture(
        start=match.start(),
        end=end,
        kind=rule.kind,
        place=place.title() if place and place.isupper() else place,
        date=find_written_date(date, near=published) if date else None,
        agency=next((words.strip() for name, words in caught.items() if name.startswith("agency")), None),
        author=caught.get("author"),
    )
