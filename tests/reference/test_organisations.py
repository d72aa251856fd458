import datetime as dt

import pytest

from dragoman.model.errors import ReferenceFileError
from dragoman.reference.countries import load_countries
from dragoman.reference.entries import parse_entries
from dragoman.reference.organisations import (
    MEMBERSHIP_COLUMNS,
    ORGANISATION_COLUMNS,
    build_organisations,
    find_organisation,
    load_organisations,
    membership_at,
    terms_of,
)

ORGANISATIONS = "key\tname\tkind\tsector\tcountry\taliases\n"
MEMBERSHIPS = "organisation\tstatus\tfrom\tto\tcountries\n"


def build(organisations: str, memberships: str = ""):
    return build_organisations(
        parse_entries(ORGANISATIONS + organisations, "organisations.tsv", ORGANISATION_COLUMNS),
        parse_entries(MEMBERSHIPS + memberships, "memberships.tsv", MEMBERSHIP_COLUMNS),
    )


def status(country: str, organisation: str, day: str) -> str | None:
    term = membership_at(country, organisation, dt.date.fromisoformat(day))
    return term.status if term else None


def test_at_least_ninety_organisations_are_known():
    assert len(load_organisations()) >= 90


def test_members_are_states_that_the_tables_know():
    codes = {term.country for organisation in load_organisations().values() for term in organisation.members}
    assert codes <= set(load_countries())


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("U.N.", "un"),
        ("the United Nations", "un"),
        ("NATO", "nato"),
        ("Nato", "nato"),
        ("Shanghai Cooperation Organisation", "sco"),
        ("G-20", "g20"),
        ("OPEC+", "opec-plus"),
        ("Joint Comprehensive Plan of Action", "jcpoa"),
        ("organisation/eu", "eu"),
        ("Medecins sans Frontieres", "msf"),
    ],
)
def test_an_organisation_is_found_by_each_of_its_names(name, key):
    organisation = find_organisation(name)
    assert organisation is not None
    assert organisation.key == key


@pytest.mark.parametrize("word", ["who", "eco", "start", "nobody"])
def test_a_word_is_not_an_acronym(word):
    assert find_organisation(word) is None


@pytest.mark.parametrize(
    ("country", "organisation", "day", "expected"),
    [
        ("IRN", "SCO", "2023-07-04", "member"),
        ("IRN", "SCO", "2023-07-03", "observer"),
        ("IRN", "SCO", "2000-01-01", None),
        ("BLR", "SCO", "2024-07-04", "member"),
        ("IND", "SCO", "2017-06-09", "member"),
        ("SAU", "SCO", "2023-05-01", "dialogue partner"),
        ("TUR", "SCO", "2024-01-01", "dialogue partner"),
        ("MNG", "SCO", "2010-01-01", "observer"),
        ("GBR", "EU", "2020-01-31", "member"),
        ("GBR", "EU", "2020-02-01", None),
        ("SWE", "NATO", "2024-03-07", "member"),
        ("FIN", "NATO", "2023-04-03", "applied"),
        ("TUR", "EU", "2022-01-01", "applied"),
        ("MLI", "ECOWAS", "2025-01-29", "member"),
        ("MLI", "ECOWAS", "2025-01-30", None),
        ("PRK", "NPT", "2002-12-31", "member"),
        ("PRK", "NPT", "2006-10-09", "withdrew"),
        ("ISR", "NPT", "2020-01-01", None),
        ("USA", "JCPOA", "2018-05-09", "withdrew"),
        ("QAT", "OPEC", "2019-01-01", None),
        ("ETH", "BRICS", "2024-01-01", "member"),
        ("UZB", "CSTO", "2010-01-01", "member"),
        ("UZB", "CSTO", "2003-01-01", None),
    ],
)
def test_standing_in_an_organisation_depends_on_the_day(country, organisation, day, expected):
    assert status(country, organisation, day) == expected


def test_only_a_whole_list_of_members_says_that_a_state_is_none():
    assert load_organisations()["nato"].complete
    assert not load_organisations()["npt"].complete


def test_terms_come_earliest_first():
    assert [term.start_text for term in terms_of("ECU", "OPEC")] == ["1973", "2007-10"]


def test_a_year_covers_its_first_day():
    assert terms_of("ECU", "OPEC")[0].start == dt.date(1973, 1, 1)


def test_an_unknown_organisation_has_no_terms():
    assert terms_of("IRN", "League of Nations") == ()


def test_a_key_twice_is_refused():
    with pytest.raises(ReferenceFileError, match=r"organisations.tsv, 'a'.*earlier line"):
        build("a\tA\tforum\tIGO\na\tB\tforum\tIGO\n")


def test_an_unknown_sector_names_file_and_entry():
    with pytest.raises(ReferenceFileError, match=r"organisations.tsv, 'a': line 2: sector is 'XXX'; allowed are"):
        build("a\tA\tforum\tXXX\n")


def test_an_unknown_status_names_file_and_entry():
    with pytest.raises(ReferenceFileError, match=r"memberships.tsv, 'a': line 2: status is 'guest'"):
        build("a\tA\tforum\tIGO\n", "a\tguest\t2001\t\tIRN\n")


def test_members_of_something_not_listed_are_refused():
    with pytest.raises(ReferenceFileError, match=r"memberships.tsv, 'b'.*no organisation has this key"):
        build("a\tA\tforum\tIGO\n", "b\tmember\t2001\t\tIRN\n")


def test_a_term_that_ends_before_it_begins_is_refused():
    with pytest.raises(ReferenceFileError, match="from 2005 is after to 2001"):
        build("a\tA\tforum\tIGO\n", "a\tmember\t2005\t2001\tIRN\n")


def test_a_day_that_does_not_exist_is_refused():
    with pytest.raises(ReferenceFileError, match="2001-02-30"):
        build("a\tA\tforum\tIGO\n", "a\tmember\t2001-02-30\t\tIRN\n")


def test_other_columns_are_refused():
    with pytest.raises(ReferenceFileError, match="the columns are"):
        list(parse_entries("key\tname\nx\ty\n", "organisations.tsv", ORGANISATION_COLUMNS))
