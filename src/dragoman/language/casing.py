"""Texts all in capitals, as old wire services sent them: capitals are put where English has them, offsets unchanged."""

import re

from dragoman.reference.names import known_as_name

PLAIN_CHARACTERS = str.maketrans({"\xa0": " ", "\u2009": " ", "\u202f": " ", "\t": " "})
SHARE_OF_CAPITALS = 0.7  # of the letters of a paragraph, from which it counts as written in capitals
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
SENTENCE_END = re.compile(r"(?:[.!?]['\"”]?\s+|\n\s*)$")


def restore_case(text: str) -> str:
    """The text with one plain space for each odd one and, in paragraphs all in capitals, capitals only where names are.

    The result has as many characters as `text`, so offsets hold for both.
    """
    plain = text.translate(PLAIN_CHARACTERS)
    paragraphs = re.split(r"(\n\s*\n)", plain)
    return "".join(restore_paragraph(p) if in_capitals(p) else p for p in paragraphs)


def in_capitals(paragraph: str) -> bool:
    """Whether a paragraph of some length is written in capitals."""
    letters = sum(map(str.isalpha, paragraph))
    return letters > 40 and sum(map(str.isupper, filter(str.isalpha, paragraph))) / letters > SHARE_OF_CAPITALS


def restore_paragraph(paragraph: str) -> str:
    """One paragraph in capitals, with capitals only at sentence beginnings and on words known as parts of names."""

    def restored(match: re.Match[str]) -> str:
        word = match.group()
        lower = word.lower()
        if len(lower) != len(word):  # a few letters change their length with their case
            return word
        if known_as_name(lower):
            return word if len(word) <= 4 and known_as_name(word) else lower[0].upper() + lower[1:]
        begins = match.start() == 0 or SENTENCE_END.search(paragraph[: match.start()][-6:])
        return lower[0].upper() + lower[1:] if begins else lower

    return WORD.sub(restored, paragraph)
