"""Notable sites (bases, nuclear complexes, ports, crossings) and waters (seas, straits, rivers) by name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final, cast, get_args

from dragoman.model.closed_lists import FacilityType
from dragoman.model.errors import ReferenceFileError
from dragoman.reference.countries import load_countries
from dragoman.reference.spelling import name_key, slug_of
from dragoman.reference.tables import Row, check_choice, load_table, split_cell, to_degrees

SITES_FILE: Final = "sites.tsv"
WATERS_FILE: Final = "waters.tsv"
SITE_COLUMNS: Final = ("name", "type", "what", "country", "lat", "lon", "aliases")
WATER_COLUMNS: Final = ("name", "kind", "lat", "lon", "aliases")
FACILITY_TYPES: Final[tuple[FacilityType, ...]] = get_args(FacilityType)
WATER_KINDS: Final = ("ocean", "sea", "gulf", "strait", "canal", "lake", "river")
# Ways of writing one kind of site.
SAME_WORDS: Final = (("airbase", "air base"), ("airfield", "air base"), ("nuclear plant", "nuclear power plant"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site with its position in degrees.

    `what` says in words what it is; `country` is the alpha-3 code of the state that holds it, None where that is disputed or
    it runs through several. `entity` begins with 'facility/', or with 'place/' for what is no facility.
    """

    name: str
    entity: str
    facility_type: FacilityType
    what: str
    country: str | None
    lat: float
    lon: float
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Water:
    """A sea, a strait, a canal, a lake or a river, with a point in its middle."""

    name: str
    entity: str
    kind: str
    lat: float
    lon: float
    aliases: tuple[str, ...] = ()


def position_of(row: Row, file: str) -> tuple[float, float]:
    """Latitude and longitude of a row.

    Raises:
        ReferenceFileError: One is missing, or off the globe.
    """
    lat, lon = (to_degrees(row[key], file=file, entry=row["name"], key=key) for key in ("lat", "lon"))
    if lat is None or lon is None:
        raise ReferenceFileError(file, row["name"], "lat or lon is empty")
    return lat, lon


def build_sites(rows: Iterable[Row]) -> tuple[Site, ...]:
    """Sites from the rows of their table.

    Raises:
        ReferenceFileError: An unknown type or country, or a position off the globe.
    """
    sites = []
    for row in rows:
        name = row["name"]
        facility_type = check_choice(row["type"], FACILITY_TYPES, file=SITES_FILE, entry=name, key="type")
        country = check_choice(row["country"], ("", *load_countries()), file=SITES_FILE, entry=name, key="country") or None
        lat, lon = position_of(row, SITES_FILE)
        site = Site(
            name=name,
            entity=f"{'place' if facility_type == 'other' else 'facility'}/{slug_of(name)}",
            facility_type=cast("FacilityType", facility_type),
            what=row["what"],
            country=country,
            lat=lat,
            lon=lon,
            aliases=split_cell(row["aliases"]),
        )
        sites.append(site)
    return tuple(sites)


def build_waters(rows: Iterable[Row]) -> tuple[Water, ...]:
    """Waters from the rows of their table.

    Raises:
        ReferenceFileError: An unknown kind, or a position off the globe.
    """
    waters = []
    for row in rows:
        name = row["name"]
        kind = check_choice(row["kind"], WATER_KINDS, file=WATERS_FILE, entry=name, key="kind")
        lat, lon = position_of(row, WATERS_FILE)
        aliases = split_cell(row["aliases"])
        waters.append(Water(name=name, entity=f"place/{slug_of(name)}", kind=kind, lat=lat, lon=lon, aliases=aliases))
    return tuple(waters)


@cache
def load_sites() -> tuple[Site, ...]:
    """All sites, in the order of the table."""
    return build_sites(load_table(SITES_FILE, SITE_COLUMNS, required=SITE_COLUMNS[:3]))


@cache
def load_waters() -> tuple[Water, ...]:
    """All waters, in the order of the table."""
    return build_waters(load_table(WATERS_FILE, WATER_COLUMNS, required=WATER_COLUMNS[:4]))


def site_key(name: str) -> str:
    """What the ways of writing a site's name have in common: 'Incirlik Airbase' gives 'incirlik air base'."""
    key = name_key(name.lower() if name.isupper() else name)
    for variant, usual in SAME_WORDS:
        key = key.replace(variant, usual)
    return key


def index_of[Named: Site | Water](things: Iterable[Named], file: str) -> Mapping[str, Named]:
    """Sites or waters by the keys of their names.

    Raises:
        ReferenceFileError: Two have one name.
    """
    index: dict[str, Named] = {}
    for thing in things:
        for key in dict.fromkeys(site_key(name) for name in (thing.name, *thing.aliases)):
            if key in index:
                raise ReferenceFileError(file, thing.name, f"{key!r} is a name of {index[key].name!r} too")
            index[key] = thing
    return MappingProxyType(index)


@cache
def site_index() -> Mapping[str, Site]:
    """Sites by the keys of their names."""
    return index_of(load_sites(), SITES_FILE)


@cache
def water_index() -> Mapping[str, Water]:
    """Waters by the keys of their names."""
    return index_of(load_waters(), WATERS_FILE)


def find_site(name: str) -> Site | None:
    """The site of that name or alias: 'Parchin', 'the Natanz nuclear facility', 'Incirlik Airbase'."""
    return site_index().get(site_key(name))


def find_water(name: str) -> Water | None:
    """The sea, strait, canal, lake or river of that name: 'the Strait of Hormuz', 'Bab al-Mandab', 'the Mediterranean'."""
    return water_index().get(site_key(name))
