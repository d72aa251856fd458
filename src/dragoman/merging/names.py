"""Names that may be one: what their spellings have in common, and whether two of them can be one name."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

from dragoman.reference.spelling import name_key

PARTICLES: Final = frozenset({"al", "el", "ul", "bin", "ibn", "ben", "abu", "de", "da", "der", "den", "van", "von", "le", "la"})
VOWELS: Final = re.compile("[aeiouy]+")
ROMAN: Final = {"ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}


@cache
def load_rules() -> dict[str, Any]:
    """The rules of transliteration, with their examples."""
    return tomllib.loads(files("dragoman.merging").joinpath("transliteration.toml").read_text(encoding="utf-8"))


@cache
def substitutions() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The rules, ready to be used."""
    return tuple((re.compile("|".join(rule["from"])), rule["to"]) for rule in load_rules()["rule"])


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """What the transliterations of one name have in common: 'Bagheri' and 'Baqeri' have one skeleton."""
    bones = with_even_vowels(name_key(word).lower())
    for pattern, plain in substitutions():
        bones = pattern.sub(plain, bones)
    return bones


def with_even_vowels(word: str) -> str:
    """The word with 'a' for each run of vowels, 'o' where the first is dark; a last 'h' after a vowel is silent.

    'Husayn' and 'Hossein' are 'hosan' and 'hossan', but 'Putin' and 'Patten' stay two.
    """
    count = 0

    def even(run: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return "o" if count == 1 and set(run.group()) & {"o", "u"} else "a"

    return re.sub(r"ah\Z", "a", VOWELS.sub(even, word))


def parts_of(name: str) -> tuple[str, ...]:
    """The skeletons of a person's names, without particles ('al', 'bin'). An initial is itself."""
    return tuple(word if len(word) == 1 else skeleton(word) for word in name_key(name).lower().split() if word not in PARTICLES)


def may_be_one_person(one: str, other: str) -> bool:
    """Whether two names can be one person's: the last names agree, and the other names do, as far as both give them.

    'Mohammad Bagheri' and 'Mohammad Hossein Baqeri' can, 'Ali Bagheri' and 'Mohammad Bagheri' cannot. An initial stands for
    any name that begins with it.
    """
    first, second = parts_of(one), parts_of(other)
    if not first or not second or first[-1] != second[-1]:
        return False
    given = [tuple(zip(names[:-1], letters_of(name), strict=False)) for names, name in ((first, one), (second, other))]
    shorter, longer = sorted(given, key=len)
    rest = iter(longer)
    return all(any(agree(name, candidate) for candidate in rest) for name in shorter)


def letters_of(name: str) -> list[str]:
    """The first letters of a person's names, as they are written."""
    return [word[0] for word in name_key(name).lower().split() if word not in PARTICLES]


def agree(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two given names agree: by skeleton, or an initial by its letter."""
    return one[0] == other[0] or (min(len(one[0]), len(other[0])) == 1 and one[1] == other[1])


def designation_key(name: str) -> str:
    """What the spellings of a designation have in common: 'Ababil-II', 'Ababil 2' and 'ABABIL-2s' give 'ababil2'."""
    words = re.findall(r"[a-z]+|[0-9]+", name_key(name).lower())
    numbered = [ROMAN.get(word, word) if place else word for place, word in enumerate(words)]
    return "".join([*numbered[:-1], last_of(numbered)])


def last_of(words: list[str]) -> str:
    """The last part; an 's' after a number is a plural."""
    if not words:
        return ""
    return "" if words[-1] == "s" and len(words) > 1 and words[-2].isdigit() else words[-1]


def may_be_one_item(one: str, other: str) -> bool:
    """Whether two names of items can mean one: 'drones' and 'TB2' can, 'Typhoon' and 'Eurofighter Typhoon', two names cannot."""
    mine, theirs = (set(name_key(name).lower().split()) for name in (one, other))
    return mine <= theirs or theirs <= mine or not (is_designation(one) and is_designation(other))


def is_designation(item: str) -> bool:
    """Whether an item is named, and not only described: it has a number or a capital."""
    return any(char.isdigit() or char.isupper() for char in item)
