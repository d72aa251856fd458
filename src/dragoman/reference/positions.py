"""Every place that a name may mean, with its position: a claim about a name is wrong only if it is wrong of each of them."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dragoman.reference.cities import find_places
from dragoman.reference.countries import borders, find_capital, load_countries, load_lands
from dragoman.reference.sites import find_site
from dragoman.reference.tables import load_table

CLOSE_DEGREES: Final = 0.3  # two entries nearer than this are one place
LEAST_SHARE: Final = 0.03  # of the largest namesake's inhabitants, from which a text may mean a place without saying more
DISPUTED_COLUMNS: Final = ("name", "states", "south", "west", "north", "east")
CAPITAL_COLUMNS: Final = ("code", "towns")
BORDER_COLUMNS: Final = ("first", "second", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A place that a name may mean. `country` is alpha-3, None where no state is said to hold it."""

    name: str
    country: str | None
    lat: float
    lon: float
    population: int = 0


@lru_cache(maxsize=4096)
def positions_of(name: str) -> tuple[Position, ...]:
    """The places of a name, the likeliest first: sites, towns and regions, and lands within states; none for a country's name."""
    found: list[Position] = []
    site = find_site(name)
    if site is not None:
        found.append(Position(name=site.name, country=site.country, lat=site.lat, lon=site.lon))
    capital = find_capital(name)
    if capital is not None and capital.capital_lat is not None and capital.capital_lon is not None and not capital.is_land:
        found.append(
            Position(
                name=capital.capital or name,
                country=capital.code,
                lat=capital.capital_lat,
                lon=capital.capital_lon,
                population=10**6,
            )
        )
    lands = [land for land in load_lands() if name in (land.name, *land.aliases)]
    found += [
        Position(name=land.name, country=land.code, lat=land.lat, lon=land.lon)
        for land in lands
        if land.lat is not None and land.lon is not None
    ]
    found += [Position(name=p.name, country=p.country, lat=p.lat, lon=p.lon, population=p.population) for p in find_places(name)]
    kept: list[Position] = []
    for place in found:
        if not any(same_place(place, other) for other in kept):
            kept.append(place)
    most = max((place.population for place in kept), default=0)
    return tuple(place for place in kept if not place.population or place.population >= most * LEAST_SHARE)


def same_place(first: Position, second: Position) -> bool:
    """Whether two entries are of one place."""
    near = abs(first.lat - second.lat) < CLOSE_DEGREES and abs(first.lon - second.lon) < CLOSE_DEGREES
    return near and first.country == second.country


@lru_cache(maxsize=1)
def disputed_lands() -> tuple[tuple[frozenset[str], tuple[float, float, float, float]], ...]:
    """Lands that more than one state claims: the states, and a box around the land (south, west, north, east)."""
    rows = load_table("disputed_lands.tsv", DISPUTED_COLUMNS, required=DISPUTED_COLUMNS)
    return tuple(
        (
            frozenset(row["states"].split(";")),
            (float(row["south"]), float(row["west"]), float(row["north"]), float(row["east"])),
        )
        for row in rows
    )


def is_disputed(place: Position, state: str) -> bool:
    """Whether a place lies on land that its own state and another one both claim, or in a territory of some state."""
    countries = load_countries()
    if any(code in countries and countries[code].status == "territory" for code in (place.country or "", state)):
        return True
    return any(
        state in states and south <= place.lat <= north and west <= place.lon <= east
        for states, (south, west, north, east) in disputed_lands()
    )


@lru_cache(maxsize=1)
def other_capitals() -> dict[str, frozenset[str]]:
    """Towns that a text may call a state's capital beside the one of the table: former ones, other seats of government."""
    rows = load_table("capitals_other.tsv", CAPITAL_COLUMNS, required=CAPITAL_COLUMNS)
    return {row["code"]: frozenset(row["towns"].split(";")) for row in rows}


@lru_cache(maxsize=1)
def doubtful_borders() -> frozenset[frozenset[str]]:
    """Pairs of states whose common border some recognise and some do not, or that touch overseas only."""
    rows = load_table("doubtful_borders.tsv", BORDER_COLUMNS, required=BORDER_COLUMNS)
    return frozenset(frozenset((row["first"], row["second"])) for row in rows)


def border_status(first: str, second: str) -> bool | None:
    """Whether two states share a land border; None where that is disputed or either is unknown."""
    if frozenset((first, second)) in doubtful_borders():
        return None
    return borders(first, second)
