"""Distances and directions on the globe, and the part of a country that a place lies in."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import asin, atan2, cos, degrees, radians, sin, sqrt
from types import MappingProxyType
from typing import Final

from dragoman.model.errors import ReferenceFileError
from dragoman.reference.tables import Row, load_table, load_toml, to_degrees

EARTH_RADIUS_KM: Final = 6371.0088
EXTENT_COLUMNS: Final = ("code", "south", "west", "north", "east", "towns")
EIGHT_POINTS: Final = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
SIXTEEN_POINTS: Final = (
    "north", "north-northeast", "northeast", "east-northeast", "east", "east-southeast", "southeast", "south-southeast",
    "south", "south-southwest", "southwest", "west-southwest", "west", "west-northwest", "northwest", "north-northwest",
)  # fmt: skip
DIRECTION_KEYS: Final = MappingProxyType(
    {"tolerance": {"side", "diagonal", "central"}, "best": {"central", "slant"}, "enough": {"towns", "km", "outside"}}
)


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """The way between two points along a great circle, in km; positions in degrees. Source: the haversine formula."""
    half_lat, half_lon = radians(lat2 - lat1) / 2, radians(lon2 - lon1) / 2
    square = sin(half_lat) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, square)))


def bearing(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """The direction in which the second point lies, seen from the first: degrees from north by east, 0 to 360."""
    turn = radians(lon2 - lon1)
    east = sin(turn) * cos(radians(lat2))
    north = cos(radians(lat1)) * sin(radians(lat2)) - sin(radians(lat1)) * cos(radians(lat2)) * cos(turn)
    return degrees(atan2(east, north)) % 360


def compass_direction(lat1: float, lon1: float, lat2: float, lon2: float, *, points: int = 8) -> str:
    """The direction in which the second point lies, seen from the first, in words: 'northwest', or of 16 'west-northwest'."""
    names = SIXTEEN_POINTS if points == 16 else EIGHT_POINTS
    step = 360 / len(names)
    return names[int((bearing(lat1, lon1, lat2, lon2) + step / 2) // step) % len(names)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How far the towns of a country reach, in degrees; lands far from the rest are left out."""

    south: float
    west: float
    north: float
    east: float
    towns: int

    @property
    def middle(self) -> tuple[float, float]:
        """Latitude and longitude halfway between the outermost towns."""
        return (self.south + self.north) / 2, (self.west + self.east) / 2

    @property
    def height_km(self) -> float:
        """From the southernmost to the northernmost town."""
        return distance_km(self.south, self.west, self.north, self.west)

    @property
    def width_km(self) -> float:
        """From the westernmost to the easternmost town, at the middle latitude."""
        return distance_km(self.middle[0], self.west, self.middle[0], self.east)


@cache
def load_extents() -> MappingProxyType[str, Extent]:
    """Extents of countries by alpha-3 code."""
    return MappingProxyType(build_extents(load_table("country_extents.tsv", EXTENT_COLUMNS, required=EXTENT_COLUMNS)))


def build_extents(rows: Iterable[Row]) -> dict[str, Extent]:
    """Extents from the rows of their table.

    Raises:
        ReferenceFileError: A position off the globe, or a south north of the north.
    """
    file = "country_extents.tsv"
    extents = {}
    for row in rows:
        code = row["code"]
        south, north = (to_degrees(row[key], file=file, entry=code, key=f"{key} lat") or 0.0 for key in ("south", "north"))
        west, east = (to_degrees(row[key], file=file, entry=code, key=f"{key} lon") or 0.0 for key in ("west", "east"))
        if south > north or west > east:
            raise ReferenceFileError(file, code, f"{south} to {north} north or {west} to {east} east runs the wrong way")
        extents[code] = Extent(south=south, west=west, north=north, east=east, towns=int(row["towns"]))
    return extents


@cache
def load_direction_rules() -> dict[str, dict[str, float]]:
    """The tolerances of directions.toml."""
    return check_direction_rules(load_toml("directions.toml"))


def check_direction_rules(rules: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """The rules themselves, where they have just the keys they must have.

    Raises:
        ReferenceFileError: A table or a key is missing or unknown.
    """
    for table, keys in DIRECTION_KEYS.items():
        found = set(rules.get(table, {}))
        if found != keys:
            raise ReferenceFileError("directions.toml", table, f"the keys are {sorted(found)}; expected {sorted(keys)}")
    if unknown := sorted(set(rules) - set(DIRECTION_KEYS)):
        raise ReferenceFileError("directions.toml", unknown[0], f"unknown table; expected {sorted(DIRECTION_KEYS)}")
    return rules


def part_of_country(lat: float, lon: float, country: str) -> tuple[str, ...]:
    """The words of direction that fit a place in its country, the best one first.

    Args:
        lat: Degrees.
        lon: Degrees.
        country: Alpha-3 code.

    Returns:
        Of the eight directions and 'central' all that a careful editor would let stand: ('northwest', 'north', 'west') for
        Tabriz in Iran. Empty where nothing can be told: an unknown or small country, or a place that is not in it.
    """
    extent, rules = load_extents().get(country), load_direction_rules()
    if extent is None or extent.towns < rules["enough"]["towns"]:
        return ()
    if max(extent.height_km, extent.width_km) < rules["enough"]["km"]:
        return ()
    up = share(lat, extent.south, extent.north)
    right = share(lon, extent.west, extent.east)
    if max(abs(up), abs(right)) > 0.5 + rules["enough"]["outside"]:
        return ()
    best = best_direction(up, right, rules["best"])
    fitting = [word for word in (*EIGHT_POINTS, "central") if fits(word, up, right, rules["tolerance"])]
    return tuple(dict.fromkeys([best, *fitting]))


def share(value: float, low: float, high: float) -> float:
    """Where a value lies between two others: -0.5 at the lower, 0.5 at the higher."""
    return (value - low) / (high - low) - 0.5 if high > low else 0.0


def best_direction(up: float, right: float, rules: dict[str, float]) -> str:
    """What a place is best called, from its shares of the way north and east."""
    if max(abs(up), abs(right)) <= rules["central"]:
        return "central"
    vertical = ("north" if up > 0 else "south") if abs(up) * rules["slant"] >= abs(right) else ""
    horizontal = ("east" if right > 0 else "west") if abs(right) * rules["slant"] >= abs(up) else ""
    return vertical + horizontal


def fits(word: str, up: float, right: float, tolerance: dict[str, float]) -> bool:
    """Whether a direction may stand for a place, from its shares of the way north and east."""
    if word == "central":
        return abs(up) + abs(right) <= tolerance["central"]
    ways = {"north": up, "south": -up, "east": right, "west": -right}
    sides = [side for side in ways if side in word]
    slack = tolerance["side"] if len(sides) == 1 else tolerance["diagonal"]
    return all(ways[side] >= -slack for side in sides)
