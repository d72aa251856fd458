"""Entities across documents: the mentions of many texts that mean one person, group, item or place.

An entity of the reference tables has a key that does not change with its spelling. Others have a key made of the spelling that
their text has, so that one person may have several: these are brought together here. Two people with one name stay two where
countries, given names or a person's judgement tell them apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dragoman.merging.names import designation_key, may_be_one_person, parts_of
from dragoman.reference.spelling import name_key

NAMES_ONLY = frozenset({"country", "person", "organisation", "group", "place", "facility", "equipment"})


@dataclass(slots=True)
class Entity:
    """Somebody or something, with all that the documents call it."""

    key: str
    names: Counter[str] = field(default_factory=Counter)
    aliases: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    mentions: list[dict[str, Any]] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The name that most mentions resolve to; of equals the longest, then the first in the alphabet."""
        return min(self.names, key=lambda name: (-self.names[name], -len(name), name))

    @property
    def country(self) -> str | None:
        """The country that most mentions have."""
        return min(self.countries, key=lambda code: (-self.countries[code], code)) if self.countries else None

    def to_dict(self) -> dict[str, Any]:
        """The entity as it leaves the book."""
        return {
            "entity": self.key,
            "name": self.name,
            "country": self.country,
            "aliases": sorted(self.aliases),
            "mentions": self.mentions,
        }


@dataclass(frozen=True, slots=True)
class SameAs:
    """What people have decided about entities: pairs of keys to merge, and pairs to keep apart."""

    merged: frozenset[frozenset[str]] = frozenset()
    apart: frozenset[frozenset[str]] = frozenset()


def find_entities(mentions: Iterable[Mapping[str, Any]], decided: SameAs = SameAs()) -> list[Entity]:
    """The entities that the mentions of a book mean.

    Args:
        mentions: Rows of the book's mentions; those without a key mean nobody in particular and are left out.
        decided: What people have decided.

    Returns:
        By key. An entity made of several keys has the one that the tables know, else the one most mentioned.
    """
    by_key = gather(mentions)
    groups: list[Entity] = []
    for block in blocks_of(by_key.values()).values():
        groups.extend(merge_block(block, decided))
    return sorted(merge_decided(groups, decided), key=lambda entity: entity.key)


def gather(mentions: Iterable[Mapping[str, Any]]) -> dict[str, Entity]:
    """One entity for each key."""
    entities: dict[str, Entity] = {}
    for mention in mentions:
        key = mention["entity"]
        if key is None:
            continue
        entity = entities.setdefault(key, Entity(key, keys={key}))
        entity.mentions.append({name: mention[name] for name in ("document", "start", "end", "text")})
        if mention["category"] in NAMES_ONLY:
            entity.names[mention["name"]] += 1
            entity.aliases[mention["text"]] += 1
        if mention["country"]:
            entity.countries[mention["country"]] += 1
    for entity in entities.values():
        if not entity.names:  # known by office only
            entity.names[entity.key.partition("/")[2].replace("-", " ")] += 1
    return entities


def blocks_of(entities: Iterable[Entity]) -> dict[tuple[str, str], list[Entity]]:
    """Entities that may be one, together: people by last name, items by designation, all others by name."""
    blocks: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in entities:
        family = entity.key.partition("/")[0]
        if family == "person":
            parts = parts_of(entity.name)
            blocks[family, parts[-1] if parts else entity.key].append(entity)
        elif family == "item":
            blocks[family, designation_key(entity.name) or entity.key].append(entity)
        elif family in {"organisation", "group", "facility"}:
            blocks["body", name_key(entity.name) or entity.key].append(entity)
        else:
            blocks[family, entity.key].append(entity)  # places and states have keys of the tables
    return blocks


def merge_block(block: list[Entity], decided: SameAs) -> list[Entity]:
    """The entities of a block, those that are one brought together. Full names come first and gather the shorter ones."""
    merged: list[Entity] = []
    for entity in sorted(block, key=lambda entity: (-len(entity.name.split()), -len(entity.mentions), entity.key)):
        homes = [home for home in merged if may_be_one(home, entity, decided)]
        if len(homes) == 1:  # a name that fits two people is left by itself
            absorb(homes[0], entity)
        else:
            merged.append(entity)
    return merged


def may_be_one(one: Entity, other: Entity, decided: SameAs) -> bool:
    """Whether two entities of a block are one."""
    if any(frozenset({a, b}) in decided.apart for a in one.keys for b in other.keys):
        return False
    if one.countries and other.countries and not one.countries.keys() & other.countries.keys():
        return False
    if one.key.startswith("person/"):
        return may_be_one_person(one.name, other.name)
    return True


def merge_decided(entities: list[Entity], decided: SameAs) -> list[Entity]:
    """The entities after the merges that people have decided."""
    by_key = {key: entity for entity in entities for key in entity.keys}
    for pair in sorted(decided.merged, key=sorted):
        one, other = (by_key.get(key) for key in sorted(pair)) if len(pair) == 2 else (None, None)
        if one is not None and other is not None and one is not other:
            absorb(one, other)
            by_key |= dict.fromkeys(other.keys, one)
    return list({id(entity): entity for entity in by_key.values()}.values())


def absorb(home: Entity, other: Entity) -> None:
    """Make one entity of two."""
    home.names.update(other.names)
    home.aliases.update(other.aliases)
    home.countries.update(other.countries)
    home.keys |= other.keys
    home.mentions.extend(other.mentions)
    home.mentions.sort(key=lambda mention: (mention["document"], mention["start"], mention["end"]))


def keys_of(entities: Iterable[Entity]) -> dict[str, str]:
    """From each key that a text gave to the key of its entity."""
    return {key: entity.key for entity in entities for key in entity.keys}
