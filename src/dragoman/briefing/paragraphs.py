"""A text cut into the paragraphs that a page shows."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace

from dragoman.briefing.marks import Mark, cut

BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
LONGEST_WRAPPED_LINE = 90  # letters and wires break their lines at 65 to 80 characters; a longer line is a paragraph
SHORTEST_WRAPPED_LINE = 45


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of each paragraph, in characters, without the white space between them.

    Blank lines part paragraphs. Where lines are not broken by hand, so do single line breaks.
    """
    spans: list[tuple[int, int]] = []
    position = 0
    for gap in [*BLANK_LINE.finditer(text), None]:
        end = gap.start() if gap else len(text)
        spans.extend(find_lines(text, position, end))
        position = gap.end() if gap else end
    return [trimmed for span in spans if (trimmed := trim(text, *span))[0] < trimmed[1]]


def find_lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """One paragraph where the lines of a block are broken by hand, else one a line."""
    lines = text[start:end].split("\n")
    if len(lines) == 1 or all(SHORTEST_WRAPPED_LINE <= len(line) <= LONGEST_WRAPPED_LINE for line in lines[:-1]):
        return [(start, end)]
    spans = []
    for line in lines:
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def deal_marks(paragraphs: list[tuple[int, int]], marks: Iterable[Mark]) -> list[list[Mark]]:
    """The marks of each paragraph.

    A mark over several is cut; one that covers only white space goes to the paragraph before it.
    """
    dealt: list[list[Mark]] = [[] for _ in paragraphs]
    starts = [start for start, _ in paragraphs]
    for mark in marks:
        first = max(bisect_right(starts, mark.start) - 1, 0)
        last = bisect_left(starts, mark.end)
        touched = [i for i in range(first, last) if mark.start < paragraphs[i][1]]
        for i in touched:
            start, end = paragraphs[i]
            # white space around a paragraph is not shown: a mark that begins or ends in it begins or ends with the paragraph
            dealt[i].append(replace(cut(mark, start, end), opens=i == touched[0], closes=i == touched[-1]))
        if not touched and paragraphs:
            end = paragraphs[first][1]
            dealt[first].append(replace(mark, start=end, end=end))
    return dealt
