import datetime as dt

import pytest

from dragoman.model.errors import ReferenceFileError
from dragoman.reference.countries import load_countries
from dragoman.reference.entries import parse_entries
from dragoman.reference.holders import OFFICE_COLUMNS, default_surnames, office_terms
from dragoman.reference.office_titles import canonical_office
from dragoman.reference.offices import (
    find_person,
    holder_at,
    holders_named,
    holders_of,
    load_holders,
    terms_of_person,
)


def found(name: str, day: str | None, country: str | None = None) -> str | None:
    holder = find_person(name, dt.date.fromisoformat(day) if day else None, country=country)
    return holder.entity if holder else None


def test_holders_are_of_countries_that_the_tables_know():
    assert {holder.country for holder in load_holders()} - {None} <= set(load_countries())


def test_at_least_forty_five_states_have_named_ministers():
    states = {h.country for h in load_holders() if h.office in {"foreign minister", "defence minister"}}
    assert len(states) >= 45


def test_no_term_stands_twice():
    terms = [(h.entity, h.country, h.organisation, h.office, h.start) for h in load_holders() if h.source == "offices.tsv"]
    assert len(terms) == len(set(terms))


@pytest.mark.parametrize(
    ("polity", "office", "day", "person"),
    [
        ("IRN", "president", "2013-08-02", "Mahmoud Ahmadinejad"),
        ("IRN", "president", "2013-08-04", "Hassan Rouhani"),
        ("IRN", "chief of staff of the armed forces", "2022-05-17", "Mohammad Bagheri"),
        ("USA", "secretary of state", "2019-01-01", "Mike Pompeo"),
        ("DEU", "chancellor", "2010-01-01", "Angela Merkel"),
        ("GBR", "foreign secretary", "2023-12-01", "David Cameron"),
        ("IRL", "president", "2020-01-01", None),
        ("organisation/un", "secretary-general", "2020-01-01", "António Guterres"),
        ("organisation/nato", "secretary general", "2024-10-02", "Mark Rutte"),
        ("organisation/iaea", "director general", "2021-01-01", "Rafael Grossi"),
        ("TJK", "president", "2022-05-17", "Emomali Rahmon"),
        ("UKR", "defense minister", "2022-06-01", "Oleksii Reznikov"),
    ],
)
def test_an_office_has_its_holder_on_a_day(polity, office, day, person):
    holder = holder_at(polity, office, dt.date.fromisoformat(day))
    assert (holder.person if holder else None) == person


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("Zelenskyy", "person/volodymyr-zelensky"),
        ("Volodymyr Zelenskiy", "person/volodymyr-zelensky"),
        ("Baqeri", "person/mohammad-bagheri"),
        ("Erdogan", "person/recep-tayyip-erdogan"),
        ("MBS", "person/mohammed-bin-salman"),
        ("Netanyahu", "person/benjamin-netanyahu"),
        ("Khamenei", "person/ali-khamenei"),
        ("Xi", "person/xi-jinping"),
        ("Assad", "person/bashar-al-assad"),
        ("Amir-Abdollahian", "person/hossein-amir-abdollahian"),
    ],
)
def test_spellings_and_surnames_stand_for_one_person(name, entity):
    day = "2022-05-17" if name != "Netanyahu" else "2023-05-17"
    assert found(name, day) == entity


def test_a_surname_stands_for_the_one_in_office_then():
    assert found("Bush", "1990-01-01") == "person/george-h-w-bush"
    assert found("Bush", "2005-01-01") == "person/george-w-bush"


def test_a_surname_alone_of_nobody_in_office_stands_for_nobody():
    assert found("Yeltsin", "2015-01-01") is None


def test_a_country_beside_it_lets_a_surname_count_after_the_term():
    assert found("Yeltsin", "2003-01-01", "RUS") == "person/boris-yeltsin"


def test_a_surname_that_is_a_word_needs_a_country():
    assert found("May", "2018-01-01") is None
    assert found("May", "2018-01-01", "GBR") == "person/theresa-may"


def test_a_full_name_counts_at_any_time():
    assert found("Boris Yeltsin", "2015-01-01") == "person/boris-yeltsin"


def test_who_left_an_office_of_the_state_is_a_former_official():
    day = dt.date(2023, 1, 1)
    holder = find_person("Hassan Rouhani", day)
    assert holder is not None
    assert holder.sector_at(day) == "ELI"


def test_a_rebel_stays_a_rebel_after_the_term():
    holder = find_person("Foday Sankoh", dt.date(2002, 1, 1))
    assert holder is not None
    assert holder.sector_at(dt.date(2002, 1, 1)) == "REB"


def test_the_highest_office_counts_where_two_are_held():
    holder = find_person("Mohammed bin Salman", dt.date(2023, 1, 1))
    assert holder is not None
    assert holder.office in {"crown prince", "prime minister"}


def test_a_de_facto_leader_is_tied_to_the_person_of_the_offices():
    terms = [h for h in terms_of_person("person/vladimir-putin") if h.office == "leader"]
    assert [h.source for h in terms] == ["leaders.tsv"]


def test_terms_come_earliest_first():
    starts = [h.start for h in holders_of("UKR", "president")]
    assert starts == sorted(starts)


def test_a_name_gives_every_term():
    assert {h.office for h in holders_named("Sergei Shoigu")} == {"defence minister", "secretary of the security council"}


def test_an_office_of_the_united_nations_has_their_sector():
    holder = holder_at("organisation/un", "secretary general", dt.date(2020, 1, 1))
    assert holder is not None
    assert (holder.sector, holder.country) == ("UNO", None)


@pytest.mark.parametrize(
    ("name", "country", "office"),
    [
        ("Secretary of State", "USA", "foreign minister"),
        ("secretary of state", "FRA", None),
        ("premier", None, "prime minister"),
        ("Minister of Foreign Affairs", "IRN", "foreign minister"),
        ("president", "ESP", "prime minister"),
        ("gardener", None, None),
    ],
)
def test_titles_are_understood_by_country(name, country, office):
    assert canonical_office(name, country) == office


@pytest.mark.parametrize(
    ("person", "country", "surnames"),
    [
        ("Hu Jintao", "CHN", ("Hu",)),
        ("Bashar al-Assad", "SYR", ("al-Assad", "Assad")),
        ("Jimmy Carter", "USA", ("Carter",)),
        ("Pham Minh Chinh", "VNM", ("Pham", "Chinh")),
    ],
)
def test_surnames_follow_the_order_of_the_language(person, country, surnames):
    assert default_surnames(person, country) == surnames


def test_an_office_that_no_title_has_is_refused():
    rows = parse_entries("polity\toffice\tperson\tfrom\tto\nIRN\tgardener\tA B\n", "offices.tsv", OFFICE_COLUMNS)
    with pytest.raises(ReferenceFileError, match=r"offices.tsv, 'IRN': line 2: office is 'gardener'"):
        list(office_terms(rows, {}))


def test_an_organisation_that_is_not_listed_is_refused():
    rows = parse_entries("polity\toffice\tperson\tfrom\tto\norganisation/x\tpresident\tA B\n", "offices.tsv", OFFICE_COLUMNS)
    with pytest.raises(ReferenceFileError, match=r"polity is 'organisation/x'"):
        list(office_terms(rows, {}))


@pytest.mark.parametrize(
    ("name", "country", "day"),
    [
        ("Helle Thorning-Schmidt", "DNK", dt.date(2013, 5, 1)),
        ("Andrus Ansip", "EST", dt.date(2010, 5, 1)),
        ("Joyce Banda", "MWI", dt.date(2013, 5, 1)),
        ("Hastings Banda", "MWI", dt.date(1991, 5, 1)),
        ("José Sarney", "BRA", dt.date(1988, 5, 1)),
    ],
)
def test_leaders_listed_by_surname_are_known_by_their_full_names(name: str, country: str, day: dt.date) -> None:
    holder = find_person(name, day)
    assert holder is not None
    assert (holder.country, holder.person) == (country, name)
