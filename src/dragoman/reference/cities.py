"""Towns and first-level regions of the world by name: some 45,000 places from GeoNames.

The tables are made by scripts/make_cities.py. Names stand sorted, so that a look-up is a bisection and nothing is indexed when
the tables are loaded.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from dragoman.reference.spelling import name_key
from dragoman.reference.tables import read_data

REGION_WORDS: Final = frozenset(
    {
        "province", "governorate", "oblast", "region", "state", "district", "prefecture", "county", "department", "wilaya",
        "krai", "canton", "voivodeship", "emirate",
    }
)  # fmt: skip
TOWN_WORDS: Final = frozenset({"city", "town", "village"})
GROUP_WEIGHTS: Final = (1e6, 1.0, 0.2)  # of a name: preferred for a place, its main name, only another spelling
LEAST_SHARE_OF_TOWN: Final = 0.05  # of a region's inhabitants, from which the town of the same name is meant


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A town or a region. `country` is alpha-3, positions are degrees.

    `kind` is 'city' or 'region' (a province, a state of a federation), `region` the first-level region that a town lies in.
    `also` tells what else its name is: 'word' (Reading, Split, Mobile), 'person' (Victoria, Jackson); such names need a context
    that speaks of places.
    """

    name: str
    country: str
    lat: float
    lon: float
    population: int
    region: str
    kind: str
    also: tuple[str, ...] = ()


@cache
def place_lines() -> list[str]:
    """The lines of the table of places."""
    return read_data("places.tsv.gz").splitlines()


@cache
def name_lines() -> list[str]:
    """The lines of the table of names, sorted by name."""
    return read_data("place_names.tsv.gz").splitlines()


@lru_cache(maxsize=8192)
def place_at(number: int) -> City:
    """The place on a line of the table."""
    name, country, lat, lon, population, region, kind, also = place_lines()[number].split("\t")
    return City(
        name=name,
        country=country,
        lat=float(lat),
        lon=float(lon),
        population=int(population),
        region=region,
        kind=kind,
        also=tuple(also.split(";")) if also else (),
    )


def find_lines(key: str) -> tuple[tuple[int, ...], ...] | None:
    """The lines of places with a name: those preferred for it, those it is the main name of, those also spelt so."""
    lines = name_lines()
    at = bisect_left(lines, key + "\t")
    if at == len(lines) or not lines[at].startswith(key + "\t"):
        return None
    return tuple(tuple(int(number) for number in cell.split(",") if number) for cell in lines[at].split("\t")[1:])


def in_order(groups: tuple[tuple[int, ...], ...], wanted: str | None) -> list[City]:
    """Places of one name, the likeliest first.

    A kind that is asked for ('Isfahan province') goes first. Else, a town goes before the region of the same name around it
    unless it is tiny beside it.
    """
    rated = [
        (place_at(number).population * weight, number, place_at(number))
        for weight, numbers in zip(GROUP_WEIGHTS, groups, strict=True)
        for number in numbers
    ]
    around = {place.country: weight for weight, _, place in rated if place.kind == "region"}

    def rank(entry: tuple[float, int, City]) -> tuple[bool, float, bool, int]:
        weight, number, place = entry
        of_region = around.get(place.country, 0.0)
        if place.kind == "city" and weight >= of_region * LEAST_SHARE_OF_TOWN:
            weight = max(weight, of_region)
        return (wanted is not None and place.kind != wanted, -weight, place.kind == "region", number)

    return [place for _, _, place in sorted(rated, key=rank)]


@lru_cache(maxsize=8192)
def find_places(name: str, *, country: str | None = None, at_least: int = 0) -> tuple[City, ...]:
    """Towns and regions of that name, the likeliest first: by number of inhabitants, other spellings counting for less.

    'Isfahan province' and 'Gaza City' are understood by their last word: regions come first, or towns.

    Args:
        name: As written, in any case; accents do not matter.
        country: Alpha-3 code, to have places of one country only.
        at_least: The least number of inhabitants.
    """
    key = name_key(name.lower() if name.isupper() else name)
    wanted, found = None, find_lines(key)
    if found is None:
        stem, _, last = key.rpartition(" ")
        if stem and last in REGION_WORDS | TOWN_WORDS:
            wanted, found = ("region" if last in REGION_WORDS else "city"), find_lines(stem)
    if found is None:
        return ()
    return tuple(p for p in in_order(found, wanted) if p.population >= at_least and country in (None, p.country))


@cache
def towns_of(country: str) -> tuple[City, ...]:
    """All towns of a country, by alpha-3 code, the largest first; regions are left out."""
    marked = f"\t{country}\t"
    numbers = [number for number, line in enumerate(place_lines()) if marked in line and line.split("\t")[6] == "city"]
    return tuple(place_at(number) for number in numbers)
