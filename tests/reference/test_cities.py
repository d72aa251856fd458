"""Towns and regions by name."""

import pytest

from dragoman.reference.cities import find_places, name_lines, place_lines, towns_of
from dragoman.reference.countries import load_countries


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Isfahan", "IRN"), ("Esfahan", "IRN"), ("Urmia", "IRN"), ("Aleppo", "SYR"), ("Kobani", "SYR"), ("Deir al-Zor", "SYR"),
        ("Hodeidah", "YEM"), ("Kharkov", "UKR"), ("Kyiv", "UKR"), ("Khujand", "TJK"), ("Stepanakert", "AZE"), ("Mecca", "SAU"),
        ("Tripoli", "LBY"), ("Bethlehem", "PSE"), ("Frankfurt", "DEU"), ("Sucre", "BOL"), ("San Salvador", "SLV"), ("MOSUL", "IRQ"),
    ],
)  # fmt: skip
def test_the_likeliest_place_comes_first(name, country):
    assert find_places(name)[0].country == country


def test_namesakes_follow_by_their_size():
    weights = [place.population for place in find_places("Hyderabad")]
    assert weights == sorted(weights, reverse=True)
    assert {place.country for place in find_places("Hyderabad")} >= {"IND", "PAK"}


def test_a_town_goes_before_the_province_around_it():
    assert [place.kind for place in find_places("Isfahan")][:2] == ["city", "region"]


def test_a_province_is_found_by_its_kind():
    assert find_places("Isfahan province")[0].kind == "region"


def test_a_region_with_a_hamlet_of_its_name_is_the_region():
    assert find_places("Punjab")[0].kind == "region"


def test_a_country_can_be_asked_for():
    assert {place.country for place in find_places("Tripoli", country="LBN")} == {"LBN"}


def test_small_places_can_be_left_out():
    assert all(place.population >= 50_000 for place in find_places("Paris", at_least=50_000))


def test_names_that_are_words_say_so():
    assert "word" in find_places("Nice")[0].also
    assert find_places("Tehran")[0].also == ()


def test_an_unknown_name_gives_nothing():
    assert find_places("Xyzzyville") == ()
    assert find_places("") == ()


def test_names_stand_sorted():
    keys = [line.split("\t", 1)[0] for line in name_lines()]
    assert keys == sorted(keys)


def test_every_place_is_on_the_globe_and_in_a_known_country():
    territories = {
        "ALA",
        "BES",
        "BLM",
        "CCK",
        "CXR",
        "MAF",
        "NFK",
        "SPM",
        "SXM",
        "TKL",
        "WLF",
        "PCN",
        "SGS",
        "ATF",
        "UMI",
        "HMD",
        "BVT",
    }
    for line in place_lines():
        _, country, lat, lon, *_ = line.split("\t")
        assert country in load_countries() or country in territories
        assert -90 <= float(lat) <= 90
        assert -180 <= float(lon) <= 180


def test_towns_of_a_country_begin_with_the_largest():
    assert towns_of("IRN")[0].name == "Tehran"
