"""Notable sites and waters by name."""

import pytest

from dragoman.model.errors import ReferenceFileError
from dragoman.reference.countries import load_countries
from dragoman.reference.distances import load_extents
from dragoman.reference.sites import (
    SITE_COLUMNS,
    Site,
    build_sites,
    build_waters,
    find_site,
    find_water,
    index_of,
    load_sites,
    site_index,
    water_index,
)

OVERSEAS = {"Pratas Island", "Kadena air base", "Futenma", "Lajes Field", "Thule", "Pearl Harbor"}  # far from their mainland


@pytest.mark.parametrize(
    ("name", "country", "facility_type"),
    [
        ("Parchin", "IRN", "complex"), ("Natanz", "IRN", "complex"), ("the Natanz nuclear facility", "IRN", "complex"),
        ("Incirlik Airbase", "TUR", "air base"), ("INCIRLIK AIR BASE", "TUR", "air base"), ("Hmeimim", "SYR", "air base"),
        ("Khmeimim", "SYR", "air base"), ("Camp Lemonnier", "DJI", "base"), ("al-Tanf", "SYR", "base"), ("Evin Prison", "IRN", "prison"),
        ("Zaporizhzhia nuclear plant", "UKR", "power plant"), ("Yongbyon", "PRK", "complex"), ("Gitmo", "CUB", "prison"),
    ],
)  # fmt: skip
def test_sites_are_found_by_the_names_that_texts_use(name, country, facility_type):
    site = find_site(name)
    assert site is not None
    assert (site.country, site.facility_type) == (country, facility_type)


def test_there_are_many_sites():
    assert len(load_sites()) >= 250


def test_no_name_is_given_to_two_sites_or_waters():
    assert site_index()
    assert water_index()


@pytest.mark.parametrize("site", [s for s in load_sites() if s.country in load_extents()], ids=lambda s: s.name)
def test_every_site_lies_in_or_near_its_country(site):
    extent = load_extents()[site.country]
    inside = extent.south - 0.7 <= site.lat <= extent.north + 0.7 and extent.west - 1 <= site.lon <= extent.east + 1
    assert inside or site.name in OVERSEAS


def test_what_is_no_facility_is_a_place():
    snake_island = find_site("Snake Island")
    assert snake_island is not None
    assert snake_island.entity == "place/snake-island"


def test_a_disputed_reef_has_no_country():
    reef = find_site("Scarborough Shoal")
    assert reef is not None
    assert reef.country is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [("the Strait of Hormuz", "strait"), ("Bab al-Mandab", "strait"), ("the Mediterranean", "sea"), ("the Suez Canal", "canal")],
)
def test_waters_are_found(name, kind):
    water = find_water(name)
    assert water is not None
    assert water.kind == kind


def test_every_coast_of_a_country_is_a_known_water():
    assert all(find_water(sea) for country in load_countries().values() for sea in country.coasts)


GOOD = dict.fromkeys(SITE_COLUMNS, "") | {
    "name": "Alpha",
    "type": "base",
    "what": "base",
    "country": "IRN",
    "lat": "1",
    "lon": "2",
}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"type": "castle"}, "type is 'castle'"), ({"country": "XYZ"}, "country is 'XYZ'"), ({"lat": "91"}, "lat is '91'"),
        ({"lon": ""}, "lat or lon is empty"),
    ],
)  # fmt: skip
def test_a_bad_site_is_refused_by_name(change, message):
    with pytest.raises(ReferenceFileError, match=f"sites.tsv, 'Alpha': {message}"):
        build_sites([GOOD | change])


def test_a_water_of_an_unknown_kind_is_refused():
    with pytest.raises(ReferenceFileError, match="kind is 'puddle'"):
        build_waters([{"name": "Alpha", "kind": "puddle", "lat": "1", "lon": "2", "aliases": ""}])


def test_a_name_of_two_sites_is_refused():
    site = Site(name="Alpha", entity="facility/alpha", facility_type="base", what="base", country=None, lat=0, lon=0)
    with pytest.raises(ReferenceFileError, match="is a name of 'Alpha' too"):
        index_of([site, site], "sites.tsv")
