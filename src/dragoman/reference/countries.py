"""Countries by name, nationality and capital: states of the UN and outside it, states that are no more, and lands within states.

A land that is no state of its own (Abkhazia, Scotland, the Gaza Strip) is found like a country, but carries the code of the
state that has or claims it, and `status` tells what it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from dragoman.model.errors import ReferenceFileError
from dragoman.reference.spelling import name_key, name_keys, slug_of
from dragoman.reference.tables import Row, check_choice, load_table, split_cell, to_degrees

COUNTRY_COLUMNS: Final = (
    "code", "name", "status", "aliases", "adjectives", "nouns", "combining", "capital", "capital_aliases", "coasts", "region",
)  # fmt: skip
POSITION_COLUMNS: Final = ("code", "lat", "lon", "capital_lat", "capital_lon", "borders")
REGION_COLUMNS: Final = ("name", "kind", "country", "aliases", "adjectives", "nouns", "capital", "lat", "lon")
METONYM_COLUMNS: Final = ("name", "country", "sector", "means", "aliases")
AMBIGUOUS_COLUMNS: Final = ("name", "code", "also", "note")
STATUSES: Final = ("member", "observer", "state", "territory", "historical")
LAND_KINDS: Final = ("breakaway", "autonomous", "part")
OTHER_READINGS: Final = ("other country", "state", "city", "person", "word", "company", "language")
INLAND_SEAS: Final = frozenset({"Caspian Sea", "Aral Sea"})
METONYM_SECTORS: Final = ("", "GOV", "MIL", "SPY", "LEG", "COP", "REL", "BUS")


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country, or a land within one.

    `code` is ISO 3166-1 alpha-3 (XKX for Kosovo, withdrawn codes for former states; for a land, the code of the state that
    has or claims it). `status`: member, observer, state (outside the UN), territory, historical; for lands breakaway,
    autonomous or part. Positions are degrees, of the middle and of the capital. `borders` are codes of
    present states; `coasts` names of seas, the Caspian and the Aral Sea among them. `combining`: 'Russo-'.
    """

    code: str
    name: str
    entity: str
    status: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    combining: tuple[str, ...] = ()
    capital: str | None = None
    capital_aliases: tuple[str, ...] = ()
    capital_lat: float | None = None
    capital_lon: float | None = None
    lat: float | None = None
    lon: float | None = None
    borders: tuple[str, ...] = ()
    coasts: tuple[str, ...] = ()
    region: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return (self.name, *self.aliases)

    @property
    def demonyms(self) -> tuple[str, ...]:
        """Adjectives and nouns, each once: 'Turkish', 'Turk', 'Turks'."""
        return tuple(dict.fromkeys(self.adjectives + self.nouns))

    @property
    def landlocked(self) -> bool:
        """Whether it has no coast on the open sea; inland seas do not count."""
        return not set(self.coasts) - INLAND_SEAS

    @property
    def sector(self) -> str | None:
        """PLOVER's PRE for a partially recognised land, None for all others."""
        return "PRE" if self.status == "breakaway" else None

    @property
    def is_land(self) -> bool:
        """Whether it is a land within a state rather than a country."""
        return self.status in LAND_KINDS


@cache
def load_countries() -> MappingProxyType[str, Country]:
    """All countries by code, UN members first; lands within countries are in `load_lands`."""
    rows = load_table("countries.tsv", COUNTRY_COLUMNS, required=("name", "status", "region"))
    positions = load_table("country_positions.tsv", POSITION_COLUMNS)
    return MappingProxyType(build_countries(rows, positions))


def build_countries(rows: Iterable[Row], positions: Iterable[Row]) -> dict[str, Country]:
    """Countries from the rows of the two tables.

    Raises:
        ReferenceFileError: A code twice, an unknown status, a position off the globe, a border with an unknown country.
    """
    file = "countries.tsv"
    placed = {row["code"]: row for row in positions}
    countries: dict[str, Country] = {}
    for row in rows:
        code = row["code"]
        if code in countries:
            raise ReferenceFileError(file, code, "this code stands there twice")
        position = placed.get(code)
        if position is None:
            raise ReferenceFileError("country_positions.tsv", code, "missing; run scripts/make_geography.py")
        countries[code] = country_of(row, position, file)
    for country in countries.values():
        for other in country.borders:
            if other not in countries:
                raise ReferenceFileError("country_positions.tsv", country.code, f"borders {other!r}, which is no known country")
    return countries


def country_of(row: Row, position: Row, file: str) -> Country:
    """One country from its rows in the two tables."""
    code = row["code"]
    where = {key: to_degrees(position[key], file="country_positions.tsv", entry=code, key=key) for key in POSITION_COLUMNS[1:5]}
    return Country(
        code=code,
        name=row["name"],
        entity=f"state/{code}",
        status=check_choice(row["status"], STATUSES, file=file, entry=code, key="status"),
        aliases=split_cell(row["aliases"]),
        adjectives=split_cell(row["adjectives"]),
        nouns=split_cell(row["nouns"]),
        combining=split_cell(row["combining"]),
        capital=row["capital"] or None,
        capital_aliases=split_cell(row["capital_aliases"]),
        borders=split_cell(position["borders"]),
        coasts=split_cell(row["coasts"]),
        region=row["region"],
        **where,
    )


@cache
def load_lands() -> tuple[Country, ...]:
    """Lands within countries: breakaway regions, autonomous ones, and parts of countries that texts name as actors."""
    return build_lands(load_table("regions.tsv", REGION_COLUMNS, required=("name", "kind", "country")), load_countries())


def build_lands(rows: Iterable[Row], countries: MappingProxyType[str, Country]) -> tuple[Country, ...]:
    """Lands from the rows of their table.

    Raises:
        ReferenceFileError: An unknown kind or country, or a position off the globe.
    """
    file = "regions.tsv"
    lands = []
    for row in rows:
        name = row["name"]
        state = check_choice(row["country"], countries, file=file, entry=name, key="country")
        lat = to_degrees(row["lat"], file=file, entry=name, key="lat")
        lon = to_degrees(row["lon"], file=file, entry=name, key="lon")
        land = Country(
            code=state,
            name=name,
            entity=f"place/{slug_of(name)}",
            status=check_choice(row["kind"], LAND_KINDS, file=file, entry=name, key="kind"),
            aliases=split_cell(row["aliases"]),
            adjectives=split_cell(row["adjectives"]),
            nouns=split_cell(row["nouns"]),
            capital=row["capital"] or None,
            lat=lat,
            lon=lon,
            region=countries[state].region,
        )
        lands.append(land)
    return tuple(lands)


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Things by the keys of their names; a word that is also a common one is not found in lower case."""

    by_key: dict[str, Country]
    common: frozenset[str]

    def find(self, name: str) -> Country | None:
        """The country of that name. 'US' is found and 'us' is not; 'IRAN' is found as 'Iran' is; 'turkey' is not."""
        key = name_key(name)
        found = self.by_key.get(key)
        if found is None and name.isupper():
            found = self.by_key.get(name_key(name.lower()))
        elif found is not None and key in self.common and name.removeprefix("the ")[:1].islower():
            return None
        return found


def index_of(pairs: Iterable[tuple[str, Country]]) -> NameIndex:
    """An index in which the first country with a name keeps it, save where the table of ambiguous names gives it to another."""
    given = {name_key(name): code for name, (code, _) in load_ambiguous().items()}
    by_key: dict[str, Country] = {}
    for name, country in pairs:
        key = name_key(name)
        if key not in by_key or (country.code == given.get(key) != by_key[key].code):
            by_key[key] = country
    return NameIndex(by_key, frozenset(name_key(name) for name in load_ambiguous()))


@cache
def load_ambiguous() -> MappingProxyType[str, tuple[str, tuple[str, ...]]]:
    """Names that may mean something else: the code of the country meant, and what else."""
    file = "ambiguous_names.tsv"
    rows = load_table(file, AMBIGUOUS_COLUMNS, required=("name", "code", "also"))
    ambiguous = {}
    for row in rows:
        check_choice(row["code"], load_countries(), file=file, entry=row["name"], key="code")
        also = split_cell(row["also"])
        for reading in also:
            check_choice(reading, OTHER_READINGS, file=file, entry=row["name"], key="also")
        ambiguous[row["name"]] = (row["code"], also)
    return MappingProxyType(ambiguous)


def other_readings(name: str) -> tuple[str, ...]:
    """What else a country's name may be: 'state' and 'person' for 'Georgia'; empty for most names."""
    return load_ambiguous().get(name.removeprefix("the "), ("", ()))[1]


def everything() -> list[Country]:
    """Countries and lands, UN members first."""
    return [*load_countries().values(), *load_lands()]


@cache
def country_index() -> NameIndex:
    """Countries and lands by name and alias."""
    order = everything()
    pairs = [(c.name, c) for c in order] + [(alias, c) for c in order for alias in c.aliases]
    return index_of(pairs)


@cache
def nationality_index() -> NameIndex:
    """Countries and lands by adjective and noun."""
    return index_of((word, c) for c in everything() for word in c.demonyms)


@cache
def capital_index() -> NameIndex:
    """Countries by the name of their capital, older names among them; lands by the name of their main town."""
    order = everything()
    pairs = [(c.capital, c) for c in order if c.capital and not c.is_land]
    pairs += [(alias, c) for c in order for alias in c.capital_aliases if c.status != "historical"]
    pairs += [(c.capital, c) for c in order if c.capital and c.is_land and c.status != "part"]
    return index_of(pairs)


@cache
def combining_index() -> MappingProxyType[str, Country]:
    """Countries by the first part of compounds, in lower case without the hyphen: 'russo'."""
    return MappingProxyType({part.rstrip("-").lower(): c for c in load_countries().values() for part in c.combining})


def find_country(name: str) -> Country | None:
    """The country or land that `name` names, by name or alias: 'Iran', 'the UAE', 'Burma', 'Abkhazia'.

    Acronyms are found in capitals only ('US' is the country, 'us' is not), other names in any case but for those that are
    common words ('turkey'). Where several countries share a name, the one that texts mean far more often; see
    `other_readings`.
    """
    return country_index().find(name)


def find_nationality(word: str) -> Country | None:
    """The country or land whose adjective or people `word` is: 'Iranian', 'Turks', 'Abkhaz', 'South Koreans'.

    A compound gives its last part's country ('Sino-Russian' is Russia's): see `find_nationalities` for both.
    """
    found = nationality_index().find(word)
    if found is None and "-" in word:
        both = find_nationalities(word)
        return both[-1] if both else None
    return found


def find_nationalities(word: str) -> tuple[Country, ...]:
    """The countries of a compound in their order: 'Russo-Turkish', 'US-Iranian', 'Sino-Indian'; one for a plain word.

    Empty where a part is no country.
    """
    whole = nationality_index().find(word)
    if whole is not None:
        return (whole,)
    found = []
    for part in word.replace("–", "-").split("-"):
        country = combining_index().get(part.lower()) or find_country(part) or nationality_index().find(part)
        if country is None:
            return ()
        found.append(country)
    return tuple(found)


def find_capital(name: str) -> Country | None:
    """The country whose capital `name` is, in any of its spellings: 'Tehran', 'Kiev', 'Nur-Sultan', 'Washington, D.C.'.

    Main towns of lands that rule themselves are found as well ('Erbil').
    """
    return capital_index().find(name)


@cache
def metonym_index() -> MappingProxyType[str, tuple[Country, str | None, str]]:
    """Metonyms by the key of their names."""
    file = "metonyms.tsv"
    countries = load_countries()
    index: dict[str, tuple[Country, str | None, str]] = {}
    for row in load_table(file, METONYM_COLUMNS, required=("name", "country", "means")):
        check_choice(row["country"], countries, file=file, entry=row["name"], key="country")
        sector = check_choice(row["sector"], METONYM_SECTORS, file=file, entry=row["name"], key="sector") or None
        for key in name_keys((row["name"], *split_cell(row["aliases"]))):
            if key in index:
                raise ReferenceFileError(file, row["name"], f"{key!r} stands there twice")
            index[key] = (countries[row["country"]], sector, row["means"])
    return MappingProxyType(index)


def find_metonym(name: str) -> tuple[Country, str | None, str] | None:
    """What a building, a street or a byname stands for: country, PLOVER sector (None for the country as such) and name.

    'the Kremlin' gives Russia, 'GOV', 'Presidency of Russia'. Names in lower case are not metonyms ('the white house').
    """
    if not any(letter.isupper() for letter in name):
        return None
    index = metonym_index()
    found = index.get(name_key(name))
    return index.get(name_key(name.lower())) if found is None and name.isupper() else found


def borders(first: str, second: str) -> bool | None:
    """Whether two countries, by code, have a common land border; None where either is not known."""
    countries = load_countries()
    if first not in countries or second not in countries:
        return None
    return second in countries[first].borders or first in countries[second].borders
