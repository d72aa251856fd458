"""Plain text files → contents. Lines that were broken to fit a page become paragraphs again."""

import re
from itertools import pairwise

from dragoman.documents.contents import Contents
from dragoman.documents.decoding import decode

WIDEST_PAGE = 120  # characters; longer lines are whole paragraphs, so that their ends were meant
NARROWEST_PAGE = 40
FULL_LINE = 0.75  # of the page's width, from which a line counts as full
LEAST_FULL_LINES = 3
LIST_ITEM_OR_FIELD = re.compile(r"\s*(?:[-*•–—]\s|\(?[0-9a-z]{1,3}[.)]\s|[A-Z][\w-]*:\s)")


def read_plain_text(name: str, data: bytes, *, charset: str | None = None) -> Contents:
    """The text of a plain text file. Title and the like are found in the text itself, later."""
    return Contents(text=unwrap(decode(name, data, charset=charset)))


def unwrap(text: str) -> str:
    """The text with a space for each line end that only fits the page's width. As many characters as before.

    A break fits the width where the next line's first word had no room left on the line. Texts without a common width
    (one paragraph a line, lists, verse) are left alone.
    """
    lines = text.split("\n")
    width = max((len(line) for line in lines), default=0)
    inner = [line for line, following in pairwise(lines) if line.strip() and following.strip()]
    full = [line for line in inner if len(line) >= FULL_LINE * width]
    if not NARROWEST_PAGE <= width <= WIDEST_PAGE or len(full) < max(LEAST_FULL_LINES, len(inner) / 2):
        return text
    joined = [lines[0]]
    for line, following in pairwise(lines):
        joined += [" " if is_soft_break(line, following, width) else "\n", following]
    return "".join(joined)


def is_soft_break(line: str, following: str, width: int) -> bool:
    """Whether the end of `line` was put there only because the first word of `following` had no room."""
    if not line.strip() or not following.strip() or LIST_ITEM_OR_FIELD.match(following) or following[0] in " \t":
        return False
    first_word = following.split(maxsplit=1)[0]
    return len(line) >= FULL_LINE * width and len(line) + 1 + len(first_word) > FULL_LINE * width
