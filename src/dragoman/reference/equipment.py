"""Weapon and equipment designations, the generic words for equipment, and the shape that designations have."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, get_args

from dragoman.model.closed_lists import ItemCategory
from dragoman.model.errors import ReferenceFileError
from dragoman.reference.entries import Entry, load_entries
from dragoman.reference.spelling import plain, slug_of

EQUIPMENT_COLUMNS: Final = ("name", "maker", "category", "description", "aliases")
GENERIC_COLUMNS: Final = ("words", "category")
EQUIPMENT_FILES: Final = ("equipment_air.tsv", "equipment_land.tsv", "equipment_missiles.tsv", "equipment_sea.tsv")
CATEGORIES: Final[frozenset[str]] = frozenset(get_args(ItemCategory))

ROMAN: Final = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8"}
PARTS: Final = re.compile(r"[a-z]+|\d+(?:\.\d+)?")
# What may follow a designation without making it another thing for a reader of news: marks, blocks, batches.
VARIANT: Final = re.compile(r"[\s-]?(?:mk\.?|mark|block|batch|tranche|flight)[\s-]?(?:\d+[a-z]?|[ivx]+)$", re.IGNORECASE)
# The parts of a designation: an optional word or letters, then letters and figures, then marks.
DESIGNATION: Final = re.compile(
    r"(?:AN/)?(?:[A-Z][A-Za-z]{0,12}[- ]?)?"  # 'Mohajer-', 'Su-', 'T-', 'M', 'AN/TPY-'
    r"[A-Z]{0,5}-?\d{1,4}[A-Z]{0,4}\d{0,3}[A-Z]{0,2}"  # '6', '35S', '300PMU2', '142', '9M133', '72B3M'
    r"(?:[-/][A-Z0-9]{1,4})?s?"  # 'C/D', plural
)
ROMAN_DESIGNATION: Final = re.compile(r"[A-Z][a-z]{2,12}-(?:I{1,3}|IV|VI{0,3})s?")  # 'Ababil-II'
LETTERED_NUMBERS: Final = {
    "diseases": r"(?:covid|sars|h\d+n)[- ]?\d+",
    "roads": r"(?:[aim][- ]?\d{1,2}|(?:us|u\.s\.|route|highway|road|rt)[- ]?\d+)",
    "meetings and services": r"(?:[gpcebdvuk]-?\d{1,2}|mi[- ]?[56]|p5.*)",
    "resolutions": r".*\bresolution\b.*",
    "sums": r"(?:eur|usd|gbp|us\$|rub|irr|\$|€|£)[- ]?\d+.*",
    "dates": r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*[-. ]?\d+|(?:19|20)\d\ds?|(?:q|h)[1-4]|fy-?\d+",
    "measures and ordinals": r"\d+(?:st|nd|rd|th|s|m|km|kg|bn|k|mm|cm|mw|kw|gw|am|pm)?",
    "numbered things": r"(?:article|chapter|page|part|section|day|week|year|number|no|flight|channel|group|unit|team|level|phase"
    r"|stage|grade|class|room|windows|boeing|airbus|under|top|age|apollo|zone|area|division|brigade|regiment)[- ]?\d+\w?",
}
NOT_DESIGNATION: Final = re.compile("|".join(f"(?:{pattern})" for pattern in LETTERED_NUMBERS.values()), re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Equipment:
    """A weapon or other piece of equipment known by a designation.

    `maker` is alpha-3, None where several states made it together; `category` a SIPRI category; `description` the plain word for
    what it is ('UAV', 'tank'). `needs_context`: the name is an ordinary word or name too ('Leopard', 'Patriot') and stands for
    the item only beside words about arms; so do `aliases_in_context`.
    """

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    maker: str | None
    category: ItemCategory
    description: str
    needs_context: bool = False
    aliases_in_context: tuple[str, ...] = ()

    @property
    def entity(self) -> str:
        """The stable key, such as 'item/mohajer-6'."""
        return self.key


@lru_cache(maxsize=16384)
def designation_key(text: str) -> str:
    """What the spellings of one designation have in common: 'Mohajer 6', 'Mohajer-6' and 'mohajer6' give 'mohajer 6'.

    Signs go, letters and numbers part, a Roman number up to VIII after a word becomes a digit, the plural's 's' goes.
    """
    text = plain(text).replace("'", "").replace("’", "")
    text = re.sub(r"(?<=[\dA-Z])s$", "", text)
    parts = PARTS.findall(text.lower())
    return " ".join(ROMAN.get(part, part) if i and len(parts[0]) > 2 else part for i, part in enumerate(parts))


def build_equipment(rows: Iterable[Entry]) -> dict[str, Equipment]:
    """Equipment by stable key. A name with '?' at its end needs context; so does an alias.

    Raises:
        ReferenceFileError: A name twice, a category that SIPRI's list does not have, or a maker that is not an alpha-3 code.
    """
    found: dict[str, Equipment] = {}
    for row in rows:
        name = row.filled("name")
        key = f"item/{slug_of(name)}"
        if key in found:
            raise row.fault(f"the key {key!r} stands in an earlier line too")
        category = row.choice(row["category"], CATEGORIES, "category")
        aliases = row.list_in("aliases")
        found[key] = Equipment(
            key=key,
            name=name.rstrip("?"),
            aliases=tuple(alias for alias in aliases if not alias.endswith("?")),
            maker=row.country_in("maker"),
            category=category,  # type: ignore[arg-type]  # checked against the closed list a line above
            description=row.filled("description"),
            needs_context=name.endswith("?"),
            aliases_in_context=tuple(alias[:-1] for alias in aliases if alias.endswith("?")),
        )
    return found


@cache
def load_equipment() -> dict[str, Equipment]:
    """All equipment by stable key ('item/mohajer-6')."""
    return build_equipment(entry for file in EQUIPMENT_FILES for entry in load_entries(file, EQUIPMENT_COLUMNS))


@cache
def _names() -> dict[str, Equipment]:
    """Equipment by the keys of the names that stand for it anywhere."""
    index: dict[str, Equipment] = {}
    for item in load_equipment().values():
        own = () if item.needs_context else (item.name,)
        for key in dict.fromkeys(designation_key(name) for name in (*own, *item.aliases)):
            if index.setdefault(key, item) is not item:
                raise ReferenceFileError("equipment", item.key, f"{key!r} names {index[key].key!r} too")
    return index


@cache
def _names_in_context() -> dict[str, Equipment]:
    """Equipment by the keys of the names that need words about arms beside them."""
    index: dict[str, Equipment] = {}
    for item in load_equipment().values():
        own = (item.name,) if item.needs_context else ()
        for name in (*own, *item.aliases_in_context):
            index.setdefault(designation_key(name), item)
    return index


def find_equipment(text: str, *, in_context: bool = False) -> Equipment | None:
    """The equipment that a designation names, whatever its spelling; None where the tables do not know it.

    Args:
        text: A designation as written: 'Mohajer 6', 'TB2s', 'S-300PMU2', 'F-16C/D', 'Ababil-II', 'Leopard 2A6'.
        in_context: Whether words about arms stand near; lets 'Leopard', 'Patriot' and other ordinary words count.
    """
    for key in _spellings(text):
        item = _names().get(key) or (_names_in_context().get(key) if in_context else None)
        if item is not None:
            return item
    return None


def _spellings(text: str) -> Iterable[str]:
    """Keys to try, from the whole designation to the one without its variant: 'F-16C/D', 'F-16C', 'F-16'."""
    key = designation_key(text)
    yield key
    text = text.strip()
    if text.endswith("s"):
        yield designation_key(text[:-1])
    shorter = VARIANT.sub("", text.removesuffix("s"))
    if shorter != text:
        yield designation_key(shorter)
    parts = key.split()
    # 'f 16 c d' → 'f 16'; 's 300 pmu 2' → 's 300'; but 'type 99 a' never to 'type'
    while len(parts) > 2 and any(part[0].isdigit() for part in parts[:-1]) and len(parts[-1]) <= 4:
        parts.pop()
        yield " ".join(parts)


@cache
def load_generic_items() -> dict[str, ItemCategory]:
    """The generic words and phrases for equipment, lower case and singular, with their category: 'drone' → 'aircraft'."""
    found: dict[str, ItemCategory] = {}
    for row in load_entries("equipment_generic.tsv", GENERIC_COLUMNS):
        category = row.choice(row["category"], CATEGORIES, "category")
        for words in row.list_in("words"):
            if words in found:
                raise row.fault(f"{words!r} stands in an earlier line too")
            found[words] = category  # type: ignore[assignment]  # checked against the closed list above
    return found


def generic_category(phrase: str) -> ItemCategory | None:
    """The category of a generic phrase, by its longest ending that the table has: 'armed surveillance drones' → 'aircraft'.

    Singular and plural are both understood. None where no ending of the phrase is a word for equipment.
    """
    words = phrase.lower().replace("-", " ").replace("armour", "armor").split()
    table = _generic_by_key()
    for first in range(len(words)):
        ending = words[first:]
        for last in (ending[-1], *_singulars(ending[-1])):
            category = table.get(" ".join([*ending[:-1], last]))
            if category is not None:
                return category
    return None


@cache
def _generic_by_key() -> dict[str, ItemCategory]:
    """The generic words with hyphens as spaces and in American spelling, so that either spelling finds them."""
    return {words.replace("-", " ").replace("armour", "armor"): category for words, category in load_generic_items().items()}


def _singulars(word: str) -> tuple[str, ...]:
    """What a plural may be the plural of."""
    if word.endswith("ies"):
        return (word[:-3] + "y",)
    if word.endswith("craft") or not word.endswith("s"):
        return ()
    return (word[:-1], word[:-2]) if word.endswith("es") else (word[:-1],)


def designation_shape(text: str) -> bool:
    """Whether a token or short phrase has the shape of a designation: letters and digits, as 'HQ-9B', 'Karrar-2', 'M142'.

    False for dates, years, roads, resolutions, sums, ordinals, diseases and other lettered and numbered things. The shape alone
    says nothing of what it is: whoever asks should want words about arms beside it.
    """
    text = text.strip()
    if len(text) > 24 or not any(c.isupper() for c in text):
        return False
    if ROMAN_DESIGNATION.fullmatch(text):
        return True
    return any(c.isdigit() for c in text) and bool(DESIGNATION.fullmatch(text)) and not NOT_DESIGNATION.fullmatch(text)
