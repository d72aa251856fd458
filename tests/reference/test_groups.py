import datetime as dt

import pytest

from dragoman.model.errors import ReferenceFileError
from dragoman.reference.countries import load_countries
from dragoman.reference.entries import parse_entries
from dragoman.reference.groups import GROUP_COLUMNS, build_groups, find_group, load_groups
from dragoman.reference.organisations import find_organisation

HEADER = "key\tname\tcountry\tsector\taliases\tfrom\tto\tsectors\n"


def build(lines: str):
    return build_groups(parse_entries(HEADER + lines, "groups_armed.tsv", GROUP_COLUMNS))


def test_at_least_three_hundred_and_fifty_groups_are_known():
    assert len(load_groups()) >= 350


def test_groups_are_of_countries_that_the_tables_know():
    assert {group.country for group in load_groups().values()} - {None} <= set(load_countries())


def test_transnational_armed_groups_have_no_country():
    assert all(group.country is None for group in load_groups().values() if group.sector in {"IMG", "ISM"})


def test_a_name_stands_for_a_group_or_an_organisation_but_not_both():
    names = [name for group in load_groups().values() for name in (group.name, *group.aliases)]
    assert [name for name in names if find_organisation(name)] == []


@pytest.mark.parametrize(
    ("name", "key", "country", "sector"),
    [
        ("al-Qaida", "al-qaeda", None, "IMG"),
        ("Hizbullah", "hezbollah", "LBN", "REB"),
        ("Ansar Allah", "houthis", "YEM", "REB"),
        ("Houthi rebels", "houthis", "YEM", "REB"),
        ("the IRGC", "irgc", "IRN", "MIL"),
        ("Tamil Tigers", "ltte", "LKA", "REB"),
        ("FMLN", "fmln", "SLV", "REB"),
        ("Wagner Group", "wagner", "RUS", "PRM"),
        ("TASS", "tass", "RUS", "JRN"),
        ("Mossad", "mossad", "ISR", "SPY"),
        ("Baykar", "baykar", "TUR", "BUS"),
        ("Lockheed Martin", "lockheed-martin", "USA", "MNC"),
    ],
)
def test_a_group_is_found_with_its_country_and_sector(name, key, country, sector):
    group = find_group(name)
    assert group is not None
    assert (group.key, group.country, group.sector) == (key, country, sector)


def test_a_shared_name_needs_a_country():
    assert find_group("Labour") is None
    assert find_group("Labour", country="GBR") is find_group("group/labour-uk")


@pytest.mark.parametrize("word", ["raw", "ice", "aid", "right"])
def test_a_word_in_small_letters_is_not_an_acronym(word):
    assert find_group(word) is None


@pytest.mark.parametrize(
    ("key", "day", "sector"),
    [
        ("group/taliban", "2000-01-01", "GOV"),
        ("group/taliban", "2010-01-01", "REB"),
        ("group/taliban", "2022-01-01", "GOV"),
        ("group/fmln", "1985-01-01", "REB"),
        ("group/fmln", "2010-01-01", "GOV"),
        ("group/hezbollah", "2010-01-01", "REB"),
    ],
)
def test_a_role_changes_with_the_day(key, day, sector):
    group = find_group(key)
    assert group is not None
    assert group.sector_at(dt.date.fromisoformat(day)) == sector


def test_without_a_day_the_sector_of_the_table_counts():
    group = find_group("Taliban")
    assert group is not None
    assert group.sector_at(None) == group.sector


def test_a_key_twice_is_refused():
    with pytest.raises(ReferenceFileError, match=r"groups_armed.tsv, 'a': line 3: the key"):
        build("a\tA\tIRN\tREB\na\tB\tIRN\tREB\n")


def test_an_unknown_sector_is_refused():
    with pytest.raises(ReferenceFileError, match=r"groups_armed.tsv, 'a': line 2: sector is 'REBEL'"):
        build("a\tA\tIRN\tREBEL\n")


def test_changes_of_role_must_be_in_order():
    with pytest.raises(ReferenceFileError, match="not in order"):
        build("a\tA\tIRN\tREB\t\t\t\t2001 GOV;1990 REB\n")


def test_a_key_in_capitals_is_refused():
    with pytest.raises(ReferenceFileError, match="a key is lower-case"):
        build("PKK\tA\tIRN\tREB\n")
