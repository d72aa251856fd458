import datetime as dt

import pytest
from spacy.language import Language

from dragoman.language.quantities import find_quantities
from dragoman.language.quantity_lexicon import load_quantity_lexicon
from dragoman.language.reader import annotate
from dragoman.model.document import Document
from dragoman.model.span import Quantity

pytestmark = pytest.mark.model


def read_quantities(nlp: Language, text: str) -> list[Quantity]:
    doc = annotate(Document(id="t", text=text, published=dt.date(2023, 6, 15)), nlp)
    return find_quantities(doc)


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("They paid $2.7 billion for it.", "$2.7 billion", 2.7e9, "USD"),
        ("It cost €1.5m to build.", "€1.5m", 1.5e6, "EUR"),
        ("They paid Rs 500 crore for it.", "Rs 500 crore", 5e9, "INR"),
        ("They paid 20 million Australian dollars for it.", "20 million Australian dollars", 2e7, "AUD"),
        ("They paid HK$3 million for it.", "HK$3 million", 3e6, "HKD"),
        ("it was sold for 450,000 yen last year .", "450,000 yen", 450000, "JPY"),
        ("They lost five million Swiss francs there.", "five million Swiss francs", 5e6, "CHF"),
        ("It costs thirteen dollars and forty-five cents.", "thirteen dollars and forty-five cents", 13.45, "USD"),
        ("A budget of USD 40 million was set.", "USD 40 million", 4e7, "USD"),
        ("They gave half a million euros.", "half a million euros", 5e5, "EUR"),
        ("Exports fell 6.5 percent there.", "6.5 percent", 6.5, "%"),
        ("Nearly one third of the exports go there.", "Nearly one third", 33.33, "%"),
        ("It buys two-thirds of the oil.", "two-thirds", 66.67, "%"),
        ("It cut the army by half there.", "half", 50, "%"),
        ("The town lies 37 miles from the border.", "37 miles", 37, "mi"),
        ("It has a 300-km range.", "300-km", 300, "km"),
        ("It pumps 3.2 million barrels per day there.", "3.2 million barrels per day", 3.2e6, "bbl/d"),
        ("The country ranks seventh in exports.", "seventh", 7, "rank"),
        ("It is the third-largest supplier.", "third-largest", 3, "rank"),
    ],
)
def test_quantity_has_its_value_and_unit(nlp, text, words, value, unit):
    """Money, shares, measures and ranks."""
    (found,) = read_quantities(nlp, text)
    assert (found.text, found.value, found.unit) == (words, pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("text", "value", "counted"),
    [
        ("Six attack drones were sold.", 6, "drone"),
        ("They signed seventeen memoranda.", 17, "memorandum"),
        ("They bought a dozen howitzers.", 12, "howitzer"),
        ("They bought about two dozen rifles.", 24, "rifle"),
        ("They received four Mi-171 helicopters.", 4, "helicopter"),
        ("They ordered 22 Kirpi armoured vehicles.", 22, "vehicle"),
    ],
)
def test_count_knows_what_it_counts(nlp, text, value, counted):
    """The lemma of the noun, past adjectives and names before it."""
    (found,) = read_quantities(nlp, text)
    assert (found.value, found.unit, found.counted) == (value, "count", counted)


def test_open_number_has_only_a_lower_end(nlp):
    """'hundreds of' promises two hundred at the least."""
    (found,) = read_quantities(nlp, "They destroyed hundreds of Iranian drones.")
    assert (found.value, found.low, found.high, found.counted) == (None, 200, None, "drone")


def test_range_has_both_ends(nlp):
    """'between 20 and 30' is one quantity."""
    (found,) = read_quantities(nlp, "Between 20 and 30 people died.")
    assert (found.value, found.low, found.high, found.counted) == (None, 20, 30, "people")


def test_change_is_two_quantities_of_one_currency(nlp):
    """'from 15 trillion to 25 trillion won' is no range."""
    found = read_quantities(nlp, "The fund rose from 15 trillion to 25 trillion won.")
    assert [(q.value, q.unit) for q in found] == [(15e12, "KRW"), (25e12, "KRW")]


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("around 40", "about"),
        ("more than 40", "over"),
        ("nearly 40", "under"),
        ("at least 40", "at least"),
        ("up to 40", "at most"),
        ("no fewer than 40", "at least"),
        ("exactly 40", "exactly"),
        ("40 or more", "at least"),
    ],
)
def test_qualifier_is_part_of_the_quantity(nlp, words, qualifier):
    """The span holds the words that qualify, the value does not change."""
    (found,) = read_quantities(nlp, f"They sold {words} rockets there.")
    assert (found.text, found.value, found.qualifier) == (words, 40, qualifier)


@pytest.mark.parametrize(
    "text",
    [
        "The F-16 and the S-300 fell.",
        "A Boeing 737 landed.",
        "Resolution 2231 expired.",
        "On 4 May 2021 it rained at 18:00.",
        "The Shahed-136 flew.",
        "A 27-year-old man died.",
        "The 101st Division moved.",
        "The 16+1 format failed.",
    ],
)
def test_numbers_in_names_and_times_are_no_quantities(nlp, text):
    """Designations, dates, times of day and ages."""
    assert read_quantities(nlp, text) == []


def test_quantities_quote_the_text(nlp):
    """Offsets lead to the words."""
    text = "They paid “$5 million” for 14 tanks."
    assert [text[q.start : q.end] for q in read_quantities(nlp, text)] == ["$5 million", "14"]


def test_every_currency_code_has_three_letters():
    """Codes in the rule file are those of ISO 4217 or of the exchanges."""
    lexicon = load_quantity_lexicon()
    codes = {*lexicon.symbols.values(), *lexicon.codes.values(), *lexicon.currency.values()}
    codes.update(code for table in lexicon.national.values() for code in table.values())
    assert all(len(code) == 3 and code.isupper() for code in codes)
