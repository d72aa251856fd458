"""Countries by name, nationality, capital and metonym."""

from types import MappingProxyType

import pytest

from dragoman.model.errors import ReferenceFileError
from dragoman.reference.countries import (
    COUNTRY_COLUMNS,
    POSITION_COLUMNS,
    REGION_COLUMNS,
    Country,
    borders,
    build_countries,
    build_lands,
    find_capital,
    find_country,
    find_metonym,
    find_nationalities,
    find_nationality,
    load_ambiguous,
    load_countries,
    load_lands,
    metonym_index,
    other_readings,
)
from dragoman.reference.spelling import name_key
from dragoman.reference.tables import parse_table

MEMBERS = [c for c in load_countries().values() if c.status == "member"]
FORMER = {c.code for c in load_countries().values() if c.status == "historical"}
LANDLOCKED = """
    AFG AND ARM AUT AZE BLR BTN BOL BWA BFA BDI CAF TCD CZE SWZ ETH HUN KAZ KGZ LAO LSO LIE LUX MWI MLI MDA MNG NPL NER MKD PRY
    RWA SMR SRB SVK SSD CHE TJK TKM UGA UZB VAT ZMB ZWE XKX
"""


def code_of(country: Country | None) -> str | None:
    return country.code if country else None


def test_all_193_members_of_the_un_are_known():
    assert len(MEMBERS) == 193


@pytest.mark.parametrize("country", MEMBERS, ids=lambda c: c.code)
def test_every_member_has_a_capital_with_its_position_and_a_demonym(country):
    assert country.capital
    assert country.capital_lat is not None
    assert country.capital_lon is not None
    assert country.adjectives
    assert find_capital(country.capital) is not None


@pytest.mark.parametrize("country", load_countries().values(), ids=lambda c: c.code)
def test_every_country_is_found_by_its_own_name_and_aliases(country):
    for name in country.names:
        assert code_of(find_country(name)) == country.code


def test_borders_of_present_states_run_both_ways():
    for country in load_countries().values():
        if country.code not in FORMER:
            assert all(country.code in load_countries()[other].borders for other in country.borders)


def test_no_country_borders_itself():
    assert not any(c.code in c.borders for c in load_countries().values())


def test_just_the_landlocked_countries_have_no_coast_on_the_open_sea():
    present = {c.code for c in load_countries().values() if c.status in {"member", "observer"} or c.code == "XKX"}
    assert {code for code in present if load_countries()[code].landlocked} == set(LANDLOCKED.split())


@pytest.mark.parametrize(
    ("code", "neighbours"),
    [
        ("IRN", {"AFG", "ARM", "AZE", "IRQ", "PAK", "TKM", "TUR"}),
        ("TJK", {"AFG", "CHN", "KGZ", "UZB"}),
        ("ARM", {"AZE", "GEO", "IRN", "TUR"}),
        ("UKR", {"BLR", "HUN", "MDA", "POL", "ROU", "RUS", "SVK"}),
        ("ETH", {"DJI", "ERI", "KEN", "SDN", "SOM", "SSD"}),
        ("SLV", {"GTM", "HND"}),
        ("PSE", {"EGY", "ISR", "JOR"}),
        ("ARE", {"OMN", "SAU"}),
        ("DEU", {"AUT", "BEL", "CHE", "CZE", "DNK", "FRA", "LUX", "NLD", "POL"}),
        ("CUB", set()),
    ],
)
def test_known_borders(code, neighbours):
    assert set(load_countries()[code].borders) == neighbours


def test_former_states_had_borders_too():
    assert borders("SUN", "IRN")
    assert borders("IRN", "SUN")


def test_a_border_with_an_unknown_country_cannot_be_told():
    assert borders("IRN", "XYZ") is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("the United States", "USA"), ("U.S.", "USA"), ("US", "USA"), ("America", "USA"), ("IRAN", "IRN"), ("UAE", "ARE"),
        ("the Emirates", "ARE"), ("DPRK", "PRK"), ("ROK", "KOR"), ("PRC", "CHN"), ("KSA", "SAU"), ("Burma", "MMR"),
        ("Swaziland", "SWZ"), ("Czechia", "CZE"), ("Türkiye", "TUR"), ("Turkiye", "TUR"), ("Ivory Coast", "CIV"), ("Kosovo", "XKX"),
        ("Cote d'Ivoire", "CIV"), ("Côte d’Ivoire", "CIV"), ("USSR", "SUN"), ("Holland", "NLD"), ("Congo-Brazzaville", "COG"),
        ("the Democratic Republic of Congo", "COD"), ("Congo", "COD"), ("the Holy See", "VAT"), ("Palestine", "PSE"),
        ("Abkhazia", "GEO"), ("Transnistria", "MDA"), ("Somaliland", "SOM"), ("Artsakh", "AZE"), ("Iraqi Kurdistan", "IRQ"),
        ("Scotland", "GBR"), ("Crimea", "UKR"), ("the Gaza Strip", "PSE"), ("Donetsk People's Republic", "UKR"),
    ],
)  # fmt: skip
def test_countries_are_found_by_the_names_that_texts_use(name, code):
    assert code_of(find_country(name)) == code


@pytest.mark.parametrize("word", ["us", "turkey", "china", "chad", "roc", "Atlantis", "", "the"])
def test_common_words_are_no_countries(word):
    assert find_country(word) is None


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Tajik", "TJK"), ("Kyrgyz", "KGZ"), ("Emirati", "ARE"), ("Kazakh", "KAZ"), ("Kazakhstani", "KAZ"), ("Turkish", "TUR"),
        ("Turks", "TUR"), ("Ivorian", "CIV"), ("Burmese", "MMR"), ("Swazi", "SWZ"), ("North Koreans", "PRK"), ("South Korean", "KOR"),
        ("Congolese", "COD"), ("Czech", "CZE"), ("Kosovar", "XKX"), ("Palestinians", "PSE"), ("Taiwanese", "TWN"), ("Briton", "GBR"),
        ("British", "GBR"), ("Scottish", "GBR"), ("English", "GBR"), ("Soviet", "SUN"), ("Yugoslav", "YUG"), ("East German", "DDR"),
        ("Nigerien", "NER"), ("Nigerian", "NGA"), ("Dominican", "DOM"), ("Filipino", "PHL"), ("U.S.", "USA"), ("Abkhaz", "GEO"),
        ("Chechens", "RUS"), ("Afghans", "AFG"), ("Saudi", "SAU"), ("Dutch", "NLD"), ("Swiss", "CHE"), ("Bissau-Guinean", "GNB"),
    ],
)  # fmt: skip
def test_nationalities_give_their_country(word, code):
    assert code_of(find_nationality(word)) == code


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("Russo-Turkish", ["RUS", "TUR"]), ("Sino-Indian", ["CHN", "IND"]), ("US-Iranian", ["USA", "IRN"]),
        ("Anglo-French", ["GBR", "FRA"]), ("Iranian", ["IRN"]), ("Georgia-Abkhazia", ["GEO", "GEO"]), ("anti-Iranian", []),
    ],
)  # fmt: skip
def test_compounds_give_both_countries_in_their_order(word, codes):
    assert [c.code for c in find_nationalities(word)] == codes


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Tehran", "IRN"), ("Kyiv", "UKR"), ("Kiev", "UKR"), ("Nur-Sultan", "KAZ"), ("Washington", "USA"), ("Washington, D.C.", "USA"),
        ("Peking", "CHN"), ("MOSCOW", "RUS"), ("N'Djamena", "TCD"), ("Bogotá", "COL"), ("Sana'a", "YEM"), ("Erbil", "IRQ"),
    ],
)  # fmt: skip
def test_capitals_are_found_in_all_their_spellings(name, code):
    assert code_of(find_capital(name)) == code


def test_a_town_that_is_no_capital_is_none():
    assert find_capital("Isfahan") is None


@pytest.mark.parametrize(
    ("name", "code", "sector"),
    [
        ("the Kremlin", "RUS", "GOV"), ("Kremlin", "RUS", "GOV"), ("the White House", "USA", "GOV"), ("the Pentagon", "USA", "MIL"),
        ("Downing Street", "GBR", "GOV"), ("the Elysee", "FRA", "GOV"), ("Langley", "USA", "SPY"), ("the Knesset", "ISR", "LEG"),
        ("Capitol Hill", "USA", "LEG"), ("the Islamic Republic", "IRN", "GOV"), ("the Hermit Kingdom", "PRK", None),
        ("Zhongnanhai", "CHN", "GOV"), ("the Duma", "RUS", "LEG"), ("THE WHITE HOUSE", "USA", "GOV"),
    ],
)  # fmt: skip
def test_metonyms_give_country_and_sector(name, code, sector):
    found = find_metonym(name)
    assert found is not None
    assert (found[0].code, found[1]) == (code, sector)


@pytest.mark.parametrize("name", ["Brussels", "the Kingdom", "the West", "white house", "the pentagon"])
def test_vague_or_lower_case_words_are_no_metonyms(name):
    assert find_metonym(name) is None


def test_no_metonym_is_the_name_of_a_country():
    assert not [key for key in metonym_index() if find_country(key) and key not in {"vatican", "holy see"}]


def test_a_breakaway_region_is_partially_recognised():
    abkhazia = find_country("Abkhazia")
    assert abkhazia is not None
    assert (abkhazia.sector, abkhazia.entity, abkhazia.status) == ("PRE", "place/abkhazia", "breakaway")


def test_georgia_may_be_a_state_or_a_person():
    assert other_readings("Georgia") == ("state", "person")
    assert other_readings("Iran") == ()


def test_every_ambiguous_name_is_a_name_of_the_country_it_is_given_to():
    for name, (code, _) in load_ambiguous().items():
        assert code in {code_of(find(name)) for find in (find_country, find_nationality, find_capital)}


def test_lands_carry_the_code_of_a_country():
    assert all(land.code in load_countries() for land in load_lands())


def test_no_two_countries_share_a_name():
    seen: dict[str, str] = {}
    for country in load_countries().values():
        for key in {name_key(name) for name in country.names}:
            assert seen.setdefault(key, country.code) == country.code


def row(columns, **cells):
    return {column: cells.get(column, "") for column in columns}


IRAN = row(COUNTRY_COLUMNS, code="IRN", name="Iran", status="member", region="Middle East")
IRAN_PLACED = row(POSITION_COLUMNS, code="IRN", lat="32", lon="53")


@pytest.mark.parametrize(
    ("rows", "positions", "message"),
    [
        ([IRAN, IRAN], [IRAN_PLACED], "twice"),
        ([{**IRAN, "status": "membre"}], [IRAN_PLACED], "status is 'membre'"),
        ([IRAN], [], "missing"),
        ([IRAN], [{**IRAN_PLACED, "lat": "132"}], "degrees from -90 to 90"),
        ([IRAN], [{**IRAN_PLACED, "borders": "XYZ"}], "borders 'XYZ'"),
    ],
)
def test_a_bad_country_is_refused_by_name(rows, positions, message):
    with pytest.raises(ReferenceFileError, match=message) as raised:
        build_countries(rows, positions)
    assert raised.value.entry == "IRN"


def test_a_land_of_an_unknown_country_is_refused():
    with pytest.raises(ReferenceFileError, match=r"regions.tsv, 'Ruritania': country is 'RUR'"):
        build_lands([row(REGION_COLUMNS, name="Ruritania", kind="part", country="RUR")], MappingProxyType({}))


@pytest.mark.parametrize(
    ("text", "message"),
    [("name\tkind\n", "the columns are"), ("name\tcode\nIran\n", "has 1 cells"), ("name\tcode\nIran\t\n", "code is empty")],
)
def test_a_table_of_the_wrong_form_is_refused(text, message):
    with pytest.raises(ReferenceFileError, match=message):
        parse_table(text, "countries.tsv", ("name", "code"), required=("code",))
