"""All names that the reference tables know, in one index over words: the gazetteer of mentions and actors.

Names are compared piece by piece, without accents, dots, apostrophes and case, so that 'al-Qaida in Iraq' is found however its
hyphens are cut into tokens. Acronyms keep their capitals ('US' is not 'us'), and a name is found only where some letter of
it is a capital. Cities are not in the index: they are looked up one by one (see mention_places.py).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from dragoman.model.closed_lists import MentionCategory
from dragoman.reference.spelling import plain

BREAK: Final = ""  # a piece that no name has: a comma, a bracket
TRANSPARENT: Final = frozenset({"-", "–", "‑", "'", "’", "/", ".", "the"})
PIECE: Final = re.compile(r"[A-Za-z0-9&+]+")
ACRONYM: Final = re.compile(r"[A-Z]{2,6}[0-9]*|[A-Z][0-9]+[A-Z]?")
PLURAL_DESIGNATION: Final = re.compile(r"(.*[A-Z0-9])s")


@dataclass(frozen=True, slots=True)
class NameEntry:
    """What a name stands for. `kind` is the sort of table it comes from; the rest is as in `Mention`."""

    name: str
    kind: str
    category: MentionCategory
    entity: str | None
    country: str | None
    sector: str | None
    because: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found in a list of words: indices of words, end excluded, and all that it may stand for, the likeliest first."""

    start: int
    end: int
    entries: tuple[NameEntry, ...]


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Names by their pieces joined by a blank; for a first piece, how many pieces its names have, longest first."""

    names: dict[str, tuple[NameEntry, ...]]
    lengths: dict[str, tuple[int, ...]]
    lower_case: frozenset[str]  # keys of names that may be written without any capital


def cut_pieces(text: str) -> list[str]:
    """The pieces of a name or word: 'U.S.' is ['US'], 'al-Shabaab' ['al', 'shabaab'], 'Mohajer-6s' ['mohajer', '6s']."""
    if "." in text and len(text) <= 8:
        dotless = text.replace(".", "")
        text = dotless if ACRONYM.fullmatch(dotless) else text
    return [p if ACRONYM.fullmatch(p) else p.lower() for p in PIECE.findall(plain(text))]


def name_key(name: str) -> str:
    """The key of a name in the index; an article in front is left out."""
    pieces = [p for word in name.split() for p in cut_pieces(word) if p != "the"]
    return " ".join(pieces)


def build_index(entries: Iterable[tuple[str, NameEntry]]) -> NameIndex:
    """An index of names; of several entries with one name, those given first go first."""
    names: dict[str, tuple[NameEntry, ...]] = {}
    lengths: dict[str, set[int]] = {}
    lower: set[str] = set()
    for name, entry in entries:
        key = name_key(name)
        if not key:
            continue
        known = names.get(key, ())
        if all((e.entity, e.kind) != (entry.entity, entry.kind) for e in known):
            names[key] = (*known, entry)
        first = key.partition(" ")[0]
        lengths.setdefault(first, set()).add(key.count(" ") + 1)
        if name == name.lower() and not name[:1].isdigit():
            lower.add(key)
    ordered = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
    return NameIndex(names, ordered, frozenset(lower))


@lru_cache(maxsize=65536)
def pieces_of_word(word: str) -> tuple[str, ...]:
    """The pieces of a word of a text; (BREAK,) for a sign that ends a name, () for one that may stand inside."""
    pieces = tuple(cut_pieces(word))
    if pieces:
        return pieces
    return () if word in TRANSPARENT or (not word.strip() and "\n" not in word) else (BREAK,)


@lru_cache(maxsize=65536)
def other_forms(piece: str) -> tuple[str, ...]:
    """Other forms under which a piece may be listed: in lower case where it shouts, without the -s of a plural."""
    forms = []
    if piece.isupper() and len(piece) > 3:
        forms.append(piece.lower())
    plural = PLURAL_DESIGNATION.fullmatch(piece)
    if plural:
        forms.append(plural[1])
    elif len(piece) > 4 and piece.endswith("s"):
        forms.append(piece[:-1])
    return tuple(forms)


def find_names(words: Sequence[str], index: NameIndex) -> list[Hit]:
    """Names in a list of words, longest first from the left, not overlapping."""
    pieces: list[str] = []
    owners: list[int] = []
    for i, word in enumerate(words):
        for piece in pieces_of_word(word):
            if piece != "the":
                pieces.append(piece)
                owners.append(i)
    hits: list[Hit] = []
    position, size, lengths = 0, len(pieces), index.lengths
    while position < size:
        hit = None
        if pieces[position] in lengths or other_forms(pieces[position]):
            hit = _longest_at(pieces, owners, position, index, words)
        if hit is None:
            position += 1
            continue
        hits.append(hit)
        while position < size and owners[position] < hit.end:
            position += 1
    return hits


def _longest_at(pieces: list[str], owners: list[int], at: int, index: NameIndex, words: Sequence[str]) -> Hit | None:
    """The longest name that begins with the piece at `at` and ends with a word's end."""
    for first in (pieces[at], *other_forms(pieces[at])):
        for length in index.lengths.get(first, ()):
            end = at + length
            if end > len(pieces):
                continue
            start_word, end_word = owners[at], owners[end - 1] + 1
            if at and owners[at - 1] == start_word:
                continue  # the name would begin inside a word
            if end < len(pieces) and owners[end] == end_word - 1:
                continue
            for last in (pieces[end - 1], *other_forms(pieces[end - 1])) if length > 1 else (first,):
                key = " ".join([first, *pieces[at + 1 : end - 1], last]) if length > 1 else first
                entries = index.names.get(key)
                if entries and (_has_capital(words, start_word, end_word) or key in index.lower_case):
                    return Hit(start_word, end_word, entries)
    return None


def _has_capital(words: Sequence[str], start: int, end: int) -> bool:
    """Whether a name is written as one: its first word of letters, or any word of a longer one, has a capital."""
    return any(letter.isupper() for word in words[start:end] for letter in word)


@cache
def load_index() -> NameIndex:
    """The index of everything in the reference tables, built once."""
    from dragoman.language.mention_tables import all_names  # noqa: PLC0415  the tables are needed only at the first text

    return build_index(all_names())


def names_in(words: Sequence[str]) -> list[Hit]:
    """Names of the reference tables in a list of words."""
    return find_names(words, load_index())


def entries_of(name: str) -> tuple[NameEntry, ...]:
    """What a whole name stands for, () where the tables lack it."""
    return load_index().names.get(name_key(name), ())


def iterate_pairs(names: Iterable[str], entry: NameEntry) -> Iterator[tuple[str, NameEntry]]:
    """The entry under each of several names."""
    for name in names:
        yield name, entry
