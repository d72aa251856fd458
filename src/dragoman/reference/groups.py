"""Groups that act in the news and are neither states nor international organisations: armed groups, parties, media, firms."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from dragoman.model.errors import ReferenceFileError
from dragoman.reference.entries import SECTORS, Entry, load_entries
from dragoman.reference.spelling import name_key, name_keys

GROUP_COLUMNS: Final = ("key", "name", "country", "sector", "aliases", "from", "to", "sectors")
# One file a kind of group; each says at its head what it covers.
GROUP_FILES: Final = (
    "groups_armed.tsv",
    "groups_parties.tsv",
    "groups_services.tsv",
    "groups_media.tsv",
    "companies.tsv",
    "agencies.tsv",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group with its names. `country` is alpha-3, None where it is of several countries; `sector` is PLOVER's.

    `start` and `end` bound the time in which it existed, both included; None is unknown or open. `aliases_in_context` are names
    that are ordinary words too ('Labour', 'SIS'): they stand for the group only where the country is known. `sectors` holds the
    first days of roles that changed (see `sector_at`).
    """

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None
    sector: str
    start: dt.date | None = None
    end: dt.date | None = None
    aliases_in_context: tuple[str, ...] = ()
    sectors: tuple[tuple[dt.date, str], ...] = ()

    @property
    def entity(self) -> str:
        """The stable key, such as 'group/hezbollah'."""
        return f"group/{self.key}"

    def sector_at(self, day: dt.date | None) -> str:
        """The sector on a day: rebels become a government, a government a party. `sector` where no day or no change is known."""
        so_far = [sector for start, sector in self.sectors if day is not None and start <= day]
        return so_far[-1] if so_far else self.sector


def _sectors(row: Entry) -> tuple[tuple[dt.date, str], ...]:
    """The changes of sector of a line, 'day SECTOR' each, earliest first."""
    changes = []
    for part in row.list_in("sectors"):
        written, _, sector = part.partition(" ")
        changes.append((row.first_day(written, "sectors"), row.choice(sector, SECTORS, "sectors")))
    if changes != sorted(changes, key=lambda change: change[0]):
        raise row.fault("the days in sectors are not in order")
    return tuple(changes)


def build_groups(rows: Iterable[Entry]) -> dict[str, Group]:
    """Groups by key.

    Raises:
        ReferenceFileError: A key twice, no sector or an unknown one, or a country that is not an alpha-3 code.
    """
    found: dict[str, Group] = {}
    for row in rows:
        key, sector = row.slug_in("key"), row.choice_in("sector", SECTORS)
        if key in found:
            raise row.fault("the key stands in an earlier line too")
        if sector is None:
            raise row.fault("sector is empty")
        start, end = row.term()
        aliases = row.list_in("aliases")
        found[key] = Group(
            key=key,
            name=row.filled("name"),
            aliases=tuple(alias for alias in aliases if not alias.endswith("?")),
            country=row.country_in("country"),
            sector=sector,
            start=start,
            end=end,
            aliases_in_context=tuple(alias[:-1] for alias in aliases if alias.endswith("?")),
            sectors=_sectors(row),
        )
    return found


@cache
def load_groups() -> dict[str, Group]:
    """All groups by key (without 'group/')."""
    return build_groups(entry for file in GROUP_FILES for entry in load_entries(file, GROUP_COLUMNS))


@cache
def _names() -> dict[str, Group]:
    """Groups by each name that stands for them anywhere."""
    index: dict[str, Group] = {}
    for group in load_groups().values():
        for key in name_keys((group.name, *group.aliases)):
            if index.setdefault(key, group) is not group:
                message = f"{key!r} names {index[key].key!r} too; mark it with '?' in one of them"
                raise ReferenceFileError("groups", group.key, message)
    return index


@cache
def _names_in_context() -> dict[tuple[str, str | None], Group]:
    """Groups by the names that need a country beside them."""
    groups = load_groups().values()
    return {(key, group.country): group for group in groups for key in name_keys(group.aliases_in_context)}


def find_group(name: str, *, country: str | None = None) -> Group | None:
    """The group with this name, alias or entity key ('group/hezbollah'); None where there is none.

    Args:
        name: As written, with or without 'the'.
        country: Alpha-3 code of the country that the context names; lets names count that several groups or ordinary words share.
    """
    if name.startswith("group/"):
        return load_groups().get(name.removeprefix("group/"))
    key = name_key(name)
    in_context = _names_in_context().get((key, country)) if country else None
    return in_context or _names().get(key)
