"""How names are compared: without accents, dots, hyphens and case, save where case is all that tells a name from a word."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

# Letters that carry no accent that could be taken off.
PLAIN_LETTERS: Final = str.maketrans(
    {
        "ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae",
        "œ": "oe", "ə": "a", "Ə": "A", "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "–": "-", "‑": "-",
    }
)  # fmt: skip
ACRONYM: Final = re.compile(r"(?:[A-Z]\.?){2,6}|[A-Z]+[0-9]*")
NOT_IN_NAMES: Final = re.compile(r"[^a-z0-9&+]+")


def plain(name: str) -> str:
    """A name in plain letters: 'Erdoğan' is 'Erdogan', 'Nicolás' is 'Nicolas'."""
    if name.isascii():
        return name
    decomposed = unicodedata.normalize("NFKD", name.translate(PLAIN_LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """What two spellings of one name have in common: 'al-Qaida in Iraq' and 'Al Qaida in Iraq' give 'al qaida in iraq'.

    Dots and apostrophes go ('U.N.' is 'un', 'Sana'a' is 'sanaa'), other signs become one space, a leading 'the' goes. An
    acronym of up to six capitals keeps them ('WHO' is not 'who').
    """
    name = plain(name).strip()
    name = name[4:] if name[:4].lower() == "the " else name
    name = name.replace("'", "")
    if ACRONYM.fullmatch(name) and len(name.replace(".", "")) <= 6:
        return name.replace(".", "")
    return NOT_IN_NAMES.sub(" ", name.replace(".", "").lower() if "." in name else name.lower()).strip()


def name_keys(names: Iterable[str]) -> tuple[str, ...]:
    """The keys of several names, each once, in order."""
    return tuple(dict.fromkeys(name_key(name) for name in names))


def slug_of(name: str) -> str:
    """The part of a stable key that stands for a name: 'Volodymyr Zelensky' is 'volodymyr-zelensky'."""
    return re.sub(r"[^a-z0-9]+", "-", plain(name).replace("'", "").lower()).strip("-")
