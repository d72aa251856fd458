import pytest

from dragoman.model.errors import ReferenceFileError
from dragoman.reference.countries import load_countries
from dragoman.reference.entries import parse_entries
from dragoman.reference.equipment import (
    EQUIPMENT_COLUMNS,
    build_equipment,
    designation_shape,
    find_equipment,
    generic_category,
    load_equipment,
)

HEADER = "name\tmaker\tcategory\tdescription\taliases\n"


def build(lines: str):
    return build_equipment(parse_entries(HEADER + lines, "equipment_air.tsv", EQUIPMENT_COLUMNS))


def test_at_least_seven_hundred_items_are_known():
    assert len(load_equipment()) >= 700


def test_makers_are_countries_that_the_tables_know():
    assert {item.maker for item in load_equipment().values()} - {None} <= set(load_countries())


def test_every_name_finds_its_own_item():
    wrong = [
        item.name for item in load_equipment().values() if find_equipment(item.name, in_context=item.needs_context) is not item
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Mohajer 6", "item/mohajer-6"),
        ("Mohajer-6s", "item/mohajer-6"),
        ("Muhajer-6", "item/mohajer-6"),
        ("Ababil-II", "item/ababil-2"),
        ("TB-2", "item/bayraktar-tb2"),
        ("TB2s", "item/bayraktar-tb2"),
        ("Bayraktar TB2 drones", None),
        ("S-300PMU2", "item/s-300"),
        ("S-300s", "item/s-300"),
        ("F-16C/D", "item/f-16-fighting-falcon"),
        ("F-16 Block 70", "item/f-16-fighting-falcon"),
        ("Su-35S", "item/su-35"),
        ("SU-35", "item/su-35"),
        ("Leopard 2A6", "item/leopard-2"),
        ("M-16", "item/m16"),
        ("Geran-2", "item/shahed-136"),
        ("Hwasong-17", "item/hwasong-17"),
        ("X-100", None),
    ],
)
def test_an_item_is_found_in_any_spelling(text, key):
    item = find_equipment(text)
    assert (item.key if item else None) == key


@pytest.mark.parametrize("name", ["Leopard", "Patriot", "Taurus", "Ajax", "Charles de Gaulle", "Liaoning"])
def test_a_name_that_is_a_word_too_needs_words_about_arms(name):
    assert find_equipment(name) is None
    assert find_equipment(name, in_context=True) is not None


def test_an_item_has_its_maker_category_and_kind():
    item = find_equipment("Mohajer-6")
    assert item is not None
    assert (item.maker, item.category, item.description) == ("IRN", "aircraft", "UAV")


@pytest.mark.parametrize(
    "text", ["HQ-9B", "Karrar-2", "M142", "Su-35S", "T-72B3M", "AN/TPY-2", "9M133", "Ababil-II", "Type 99", "J-20s"]
)
def test_letters_with_figures_have_the_shape_of_a_designation(text):
    assert designation_shape(text)


@pytest.mark.parametrize(
    "text",
    [
        "2016",
        "1990s",
        "Feb. 4",
        "July 12",
        "COVID-19",
        "A1",
        "M25",
        "I-95",
        "Route 66",
        "Resolution 2231",
        "G7",
        "G-20",
        "P5+1",
        "$55",
        "US$50",
        "EUR 300",
        "21st",
        "155mm",
        "Q3",
        "FY2023",
        "Article 5",
        "Boeing 737",
        "MI6",
        "World War II",
        "drone",
        "",
    ],
)
def test_other_things_with_figures_have_not(text):
    assert not designation_shape(text)


@pytest.mark.parametrize(
    ("phrase", "category"),
    [
        ("armed surveillance drones", "aircraft"),
        ("unmanned aerial vehicles", "aircraft"),
        ("armored personnel carriers", "armoured vehicles"),
        ("armoured vehicles", "armoured vehicles"),
        ("surface-to-air missiles", "air defence systems"),
        ("anti-tank missiles", "missiles"),
        ("air defense batteries", "air defence systems"),
        ("towed howitzers", "artillery"),
        ("missile corvettes", "ships"),
        ("spare parts", "unspecified"),
        ("military aid", "aid"),
        ("rifles", "other"),
        ("houses", None),
    ],
)
def test_generic_words_have_a_category(phrase, category):
    assert generic_category(phrase) == category


def test_a_name_twice_is_refused():
    with pytest.raises(ReferenceFileError, match=r"equipment_air.tsv, 'X-1': line 3"):
        build("X-1\tIRN\taircraft\tUAV\nX-1\tIRN\taircraft\tUAV\n")


def test_an_unknown_category_is_refused():
    with pytest.raises(ReferenceFileError, match=r"equipment_air.tsv, 'X-1': line 2: category is 'planes'; allowed are"):
        build("X-1\tIRN\tplanes\tUAV\n")


def test_a_maker_that_is_no_code_is_refused():
    with pytest.raises(ReferenceFileError, match=r"maker is 'Iran'"):
        build("X-1\tIran\taircraft\tUAV\n")
