"""Words, numbers and marks of a text with their places: what the grammars of times and quantities read.

spaCy's tokens will not do here: '2013-present', '1992-97' and "70's" are cut in ways that differ with what stands around
them. A lexeme is a word, a run of digits with its decimals and thousands, an ordinal ('17th'), a decade ('1990s'), or one
mark. Letters and digits in one ('A320', 'Q3') are one word.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

DASHES: Final = "-‐‑‒–—−"
LEXEME: Final = re.compile(
    r"(?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<decade>(?:\d{2})?\d0['’]?s\b)"
    r"|(?P<dotted>\d{1,2}\.\d{1,2}\.\d{2,4}(?![\d.]))"
    r"|(?P<number>\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)"
    r"|(?P<word>[^\W\d_]\w*)"
    r"|(?P<gap>\s*\n\s*\n\s*)"
    r"|(?P<mark>[^\s\w])",
    re.IGNORECASE,
)


class Lexeme(NamedTuple):
    """One word, number or mark. `glued`: no space stands before it. `kind` is the name of the group that found it."""

    start: int
    end: int
    text: str
    lower: str
    kind: str
    glued: bool


@lru_cache(maxsize=2)  # times and quantities read the same text one after the other
def find_lexemes(text: str) -> tuple[Lexeme, ...]:
    """All lexemes of a text, in order. A blank line is a lexeme of its own: nothing is read across it."""
    lexemes = []
    last = 0
    for match in LEXEME.finditer(text):
        start, end = match.span()
        word = match.group()
        kind = match.lastgroup or "mark"
        if kind == "mark" and word in DASHES:
            word = "-"
        elif kind == "mark" and word == "’":
            word = "'"
        lexemes.append(Lexeme(start, end, word, word.lower(), kind, start == last))
        last = end
    return tuple(lexemes)
