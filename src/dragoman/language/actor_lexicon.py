"""The lexicon of actors: nouns that mean political actors, words before them that tell the sector, peoples and regions.

The words stand in rules/actors_roles.toml, actors_modifiers.toml and actors_peoples.toml, with examples that run as tests.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from dragoman.reference.rule_files import load_rule_file, require_known, require_known_keys

RULES: Final = "dragoman.language.rules"
ROLES_FILE: Final = "actors_roles.toml"
MODIFIERS_FILE: Final = "actors_modifiers.toml"
PEOPLES_FILE: Final = "actors_peoples.toml"
UNIVERSITIES_FILE: Final = "actors_universities.toml"
ROLE_KEYS: Final = frozenset({"id", "sector", "category", "takes", "nouns", "fires", "leaves_alone"})
MODIFIER_KEYS: Final = frozenset({"id", "sector", "words"})
CATEGORIES: Final = frozenset({"organisation", "office", "group", "person"})
SECTORS: Final = frozenset(
    [
        "COP",
        "GOV",
        "JUD",
        "LEG",
        "MIL",
        "PRM",
        "PTY",
        "REB",
        "SPY",
        "UAF",
        "UNK",
        "AGR",
        "BUS",
        "CRM",
        "CVL",
        "EDU",
        "ELI",
        "JRN",
        "LAB",
        "MED",
        "REF",
        "OPP",
        "PRE",
        "REL",
        "SOC",
        "IGO",
        "UNO",
        "EUR",
        "NGO",
        "ISM",
        "IMG",
        "MNC",
    ]
)
SUPRANATIONAL: Final = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})  # in place of a country
COUNTRY_CODE: Final = re.compile(r"[A-Z]{3}")
LONGEST: Final = 6  # words in the longest noun of the lexicon

# Plurals of which no rule of spelling tells the singular; the rest of the odd ones are listed as nouns themselves.
ODD_PLURALS: Final = {
    "thieves": "thief", "secretaries general": "secretary general", "attorneys general": "attorney general",
    "chiefs of staff": "chief of staff", "heads of state": "head of state", "heads of government": "head of government",
    "secretaries of state": "secretary of state", "ministries of defence": "ministry of defence",
    "commanders in chief": "commander in chief",
    "commanders-in-chief": "commander-in-chief", "consuls general": "consul general",
    "members of parliament": "members of parliament",
    "speakers of parliament": "speaker of parliament", "chiefs of defence": "chief of defence",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Role:
    """What a noun says of an actor: its sector (None where it says nothing), and whether what it belongs to goes first."""

    noun: str
    id: str
    sector: str | None
    category: str
    borrows: bool


@dataclass(frozen=True, slots=True)
class People:
    """A people, region or unrecognised state: the country it belongs to (None where several), PRE for the latter."""

    name: str
    country: str | None
    sector: str | None


@cache
def load_roles() -> Mapping[str, Role]:
    """Roles by noun.

    Raises:
        RuleFileError: An unknown key, sector, category; a noun twice.
    """
    roles: dict[str, Role] = {}
    for entry in load_rule_file(RULES, ROLES_FILE)["role"]:
        name = entry.get("id")
        require_known_keys(entry, ROLE_KEYS, file=ROLES_FILE, entry=name)
        require_known(entry["sector"], SECTORS | {""}, file=ROLES_FILE, entry=name, key="sector")
        require_known(entry["category"], CATEGORIES, file=ROLES_FILE, entry=name, key="category")
        require_known(entry["takes"], {"own", "borrowed"}, file=ROLES_FILE, entry=name, key="takes")
        for noun in entry["nouns"]:
            roles.setdefault(noun, Role(noun, name, entry["sector"] or None, entry["category"], entry["takes"] == "borrowed"))
    return roles


@cache
def load_modifiers() -> Mapping[str, str]:
    """Sector by word that stands before a noun; the nouns of the lexicon that decide by themselves count too."""
    words = {noun: role.sector for noun, role in load_roles().items() if role.sector and not role.borrows}
    for entry in load_rule_file(RULES, MODIFIERS_FILE)["modifier"]:
        require_known_keys(entry, MODIFIER_KEYS, file=MODIFIERS_FILE, entry=entry.get("id"))
        require_known(entry["sector"], SECTORS, file=MODIFIERS_FILE, entry=entry["id"], key="sector")
        words |= dict.fromkeys(entry["words"], entry["sector"])
    return words


@cache
def load_former() -> Mapping[str, frozenset[str]]:
    """What makes a former official: `words`, the `sectors` and `officers` it applies to, and nouns of `family`."""
    table: dict[str, Any] = load_rule_file(RULES, MODIFIERS_FILE)["former"]
    require_known_keys(
        table, {"words", "sectors", "officers", "family", "fires", "leaves_alone"}, file=MODIFIERS_FILE, entry="former"
    )
    return {key: frozenset(table[key]) for key in ("words", "sectors", "officers", "family")}


@cache
def load_peoples() -> Mapping[str, People]:
    """Peoples, regions and unrecognised states by name.

    Raises:
        RuleFileError: A country that is no alpha-3 code.
    """
    table = load_rule_file(RULES, PEOPLES_FILE)
    found: dict[str, People] = {}
    for country, names in table["peoples"].items():
        if country and not COUNTRY_CODE.fullmatch(country):
            require_known(country, {"IRN"}, file=PEOPLES_FILE, entry="peoples", key="country")
        found |= {name: People(name, country or None, None) for name in names}
    for name, entry in table["breakaway"].items():
        require_known_keys(entry, {"country", "names"}, file=PEOPLES_FILE, entry=name)
        found |= {alias: People(name, entry["country"], "PRE") for alias in (name, *entry["names"])}
    return found


@cache
def load_universities() -> Mapping[str, str]:
    """Countries of universities by their names, where the name itself tells neither.

    Raises:
        RuleFileError: A country that is no alpha-3 code.
    """
    found: dict[str, str] = {}
    for country, names in load_rule_file(RULES, UNIVERSITIES_FILE).items():
        if not COUNTRY_CODE.fullmatch(country):
            require_known(country, {"USA"}, file=UNIVERSITIES_FILE, entry=country, key="country")
        found |= dict.fromkeys(names, country)
    return found


@cache
def last_words() -> frozenset[str]:
    """The words in which a noun of the lexicon may end, in the singular: a quick way to pass over all others."""
    return frozenset(noun.split()[-1] for noun in load_roles())


@lru_cache(maxsize=32768)
def singulars(noun: str) -> tuple[str, ...]:
    """The forms under which a noun may be listed: itself, then its singular by the rules of spelling."""
    if noun in ODD_PLURALS:
        return (noun, ODD_PLURALS[noun])
    if not noun.endswith("s") or noun.endswith("ss"):
        return (noun,)
    forms = [noun, noun[:-1]]
    if noun.endswith("ies"):
        forms.append(noun[:-3] + "y")
    if noun.endswith("es"):
        forms.append(noun[:-2])
    return tuple(forms)


@lru_cache(maxsize=32768)
def role_of(noun: str) -> Role | None:
    """The role of a noun of one or more words in lower case, singular or plural; None where the lexicon lacks it."""
    roles = load_roles()
    for form in singulars(noun):
        if form in roles:
            return roles[form]
    return None


@lru_cache(maxsize=32768)
def modifier_sector(word: str) -> str | None:
    """The sector that a word before a noun tells, None where it tells none."""
    modifiers = load_modifiers()
    for form in singulars(word):
        if form in modifiers:
            return modifiers[form]
    return None


def people_of(word: str) -> People | None:
    """The people, region or unrecognised state of this name as written; None where the lexicon lacks it."""
    return load_peoples().get(word)


def role_ending_at(words: list[str], end: int, start: int = 0) -> tuple[int, Role] | None:
    """The longest noun of the lexicon that ends before index `end`, with the index where it begins.

    Args:
        words: Words in lower case.
        end: Index after the noun's last word.
        start: The noun begins here or later.
    """
    for first in range(max(start, end - LONGEST), end):
        role = role_of(" ".join(words[first:end]))
        if role is not None:
            return first, role
    return None
