"""What offices are called: one plain name for each, its other names, by country where they differ, and its PLOVER sector."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from dragoman.reference.entries import SECTORS, Entry, load_entries

TITLE_COLUMNS: Final = ("office", "sector", "countries", "names")


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeTitle:
    """An office in plain words. `countries` empty: the names hold everywhere; `rank` is its place in the table, highest first."""

    office: str
    sector: str
    countries: frozenset[str]
    names: tuple[str, ...]
    rank: int


def build_titles(rows: list[Entry]) -> tuple[OfficeTitle, ...]:
    """The titles of a table; several lines may name one office, for other countries.

    Raises:
        ReferenceFileError: A sector that is not PLOVER's, or an office whose lines give it two sectors.
    """
    ranks: dict[str, int] = {}
    sectors: dict[str, str] = {}
    found = []
    for row in rows:
        office, sector = row.filled("office"), row.choice_in("sector", SECTORS)
        if sector is None:
            raise row.fault("sector is empty")
        if sectors.setdefault(office, sector) != sector:
            raise row.fault(f"sector is {sector}, in an earlier line {sectors[office]}")
        rank = ranks.setdefault(office, len(ranks))
        countries = frozenset(row["countries"].split())
        found.append(OfficeTitle(office=office, sector=sector, countries=countries, names=row.list_in("names"), rank=rank))
    return tuple(found)


@cache
def load_titles() -> tuple[OfficeTitle, ...]:
    """All titles, the highest offices first."""
    return build_titles(list(load_entries("office_titles.tsv", TITLE_COLUMNS)))


@cache
def _by_name() -> dict[tuple[str, str], OfficeTitle]:
    """Titles by country ('' for everywhere) and name."""
    # an office's own name goes before another's alias
    index = {("", office.lower()): title for office, title in _offices().items()}
    for title in load_titles():
        for country in title.countries or {""}:
            for name in title.names:
                index.setdefault((country, name.lower()), title)
    return index


def canonical_office(name: str, country: str | None) -> str | None:
    """The plain name of an office as the tables write it: 'secretary of state' of the USA is 'foreign minister'.

    Args:
        name: An office as a text names it, without its country.
        country: Alpha-3 code or organisation key; None where it is not known.
    """
    words = name.lower().removeprefix("the ").replace("defense", "defence").replace("-", " ").strip()
    index = _by_name()
    title = index.get((country or "", words)) or index.get(("", words))
    title = title or index.get((country or "", name.lower())) or index.get(("", name.lower()))
    return title.office if title else None


@cache
def _offices() -> dict[str, OfficeTitle]:
    """The first title of each office."""
    index: dict[str, OfficeTitle] = {}
    for title in load_titles():
        index.setdefault(title.office, title)
    return index


def office_sector(office: str) -> str:
    """The PLOVER sector of a state's office, named as `canonical_office` gives it."""
    return _offices()[office].sector


def office_rank(office: str) -> int:
    """Where an office stands among all, 0 the highest; roles that are no office come last."""
    title = _offices().get(office)
    return title.rank if title else len(_offices())
