"""Distances, directions and parts of countries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.errors import ReferenceFileError
from dragoman.reference.cities import find_places
from dragoman.reference.distances import (
    bearing,
    build_extents,
    check_direction_rules,
    compass_direction,
    distance_km,
    load_direction_rules,
    load_extents,
    part_of_country,
)

LATS = st.floats(-90, 90, allow_nan=False)
LONS = st.floats(-180, 180, allow_nan=False)
HALF_ROUND_THE_EARTH_KM = 20_016


@given(LATS, LONS, LATS, LONS)
def test_a_distance_is_the_same_both_ways(lat1, lon1, lat2, lon2):
    assert distance_km(lat1, lon1, lat2, lon2) == pytest.approx(distance_km(lat2, lon2, lat1, lon1), abs=1e-6)


@given(LATS, LONS, LATS, LONS)
def test_no_distance_is_longer_than_half_the_way_round(lat1, lon1, lat2, lon2):
    assert 0 <= distance_km(lat1, lon1, lat2, lon2) <= HALF_ROUND_THE_EARTH_KM


@given(LATS, LONS)
def test_a_place_is_no_way_from_itself(lat, lon):
    assert distance_km(lat, lon, lat, lon) == 0


@given(LATS, LONS, LATS, LONS)
def test_a_bearing_is_a_direction_of_the_compass(lat1, lon1, lat2, lon2):
    assert 0 <= bearing(lat1, lon1, lat2, lon2) <= 360


@pytest.mark.parametrize(
    ("first", "second", "km"),
    [("Tabriz", "Yerevan", 280), ("Moscow", "Kyiv", 756), ("Tehran", "Isfahan", 340), ("London", "Paris", 344)],
)
def test_known_distances(first, second, km):
    one, other = find_places(first)[0], find_places(second)[0]
    assert distance_km(one.lat, one.lon, other.lat, other.lon) == pytest.approx(km, rel=0.03)


@pytest.mark.parametrize(
    ("lat", "lon", "direction"),
    [
        (1, 0, "north"),
        (1, 1, "northeast"),
        (0, 1, "east"),
        (-1, 1, "southeast"),
        (-1, 0, "south"),
        (0, -1, "west"),
        (1, -1, "northwest"),
    ],
)
def test_directions_from_the_origin(lat, lon, direction):
    assert compass_direction(0, 0, lat, lon) == direction


def test_sixteen_points_tell_more():
    assert compass_direction(0, 0, 1, -2.4, points=16) == "west-northwest"


@pytest.mark.parametrize(
    ("town", "country", "word"),
    [
        ("Tabriz", "IRN", "northwest"), ("Mashhad", "IRN", "northeast"), ("Isfahan", "IRN", "central"), ("Bushehr", "IRN", "southwest"),
        ("Kharkiv", "UKR", "northeast"), ("Kharkiv", "UKR", "east"), ("Lviv", "UKR", "west"), ("Kherson", "UKR", "south"),
        ("Idlib", "SYR", "northwest"), ("Homs", "SYR", "central"), ("Raqqa", "SYR", "north"), ("Herat", "AFG", "west"),
        ("Kandahar", "AFG", "south"), ("Kunduz", "AFG", "north"), ("Khujand", "TJK", "north"), ("Mosul", "IRQ", "north"),
        ("Basra", "IRQ", "south"), ("Benghazi", "LBY", "east"), ("Maiduguri", "NGA", "northeast"), ("Quetta", "PAK", "southwest"),
        ("Gaziantep", "TUR", "southeast"), ("Belgorod", "RUS", "west"), ("Naples", "ITA", "southwest"), ("Gao", "MLI", "north"),
    ],
)  # fmt: skip
def test_what_a_careful_editor_would_let_stand(town, country, word):
    place = find_places(town, country=country)[0]
    assert word in part_of_country(place.lat, place.lon, country)


@pytest.mark.parametrize(
    ("town", "country", "word"),
    [
        ("Tabriz", "IRN", "southeast"), ("Tabriz", "IRN", "east"), ("Mashhad", "IRN", "west"), ("Mashhad", "IRN", "central"),
        ("Kharkiv", "UKR", "west"), ("Lviv", "UKR", "east"), ("Kherson", "UKR", "north"), ("Basra", "IRQ", "north"),
        ("Khujand", "TJK", "south"), ("Herat", "AFG", "east"), ("Maiduguri", "NGA", "southwest"), ("Kunduz", "AFG", "south"),
    ],
)  # fmt: skip
def test_what_a_careful_editor_would_strike_out(town, country, word):
    place = find_places(town, country=country)[0]
    assert word not in part_of_country(place.lat, place.lon, country)


def test_the_best_word_comes_first():
    assert part_of_country(38.08, 46.29, "IRN")[0] == "northwest"


@pytest.mark.parametrize("country", ["XYZ", "MCO", "SUN"])
def test_nothing_is_told_of_unknown_or_tiny_countries(country):
    assert part_of_country(43.7, 7.4, country) == ()


def test_nothing_is_told_of_a_place_outside_the_country():
    assert part_of_country(52.5, 13.4, "IRN") == ()


def test_every_extent_holds_its_middle():
    for extent in load_extents().values():
        assert extent.south <= extent.middle[0] <= extent.north
        assert extent.west <= extent.middle[1] <= extent.east


def test_an_extent_that_runs_the_wrong_way_is_refused():
    row = {"code": "IRN", "south": "40", "west": "44", "north": "25", "east": "62", "towns": "9"}
    with pytest.raises(ReferenceFileError, match=r"country_extents.tsv, 'IRN': .* runs the wrong way"):
        build_extents([row])


@pytest.mark.parametrize("change", [{"tolerance": {}}, {"best": {"central": 0.1, "slent": 2.0}}, {"odd": {}}])
def test_direction_rules_with_other_keys_are_refused(change):
    with pytest.raises(ReferenceFileError, match=r"directions.toml"):
        check_direction_rules({**load_direction_rules(), **change})
