"""Numbers that measure something, with what they measure and whose they are, and near twins that measure nothing."""

import pytest
from spacy.language import Language

from dragoman.language.reader import load_language
from dragoman.model.document import Document
from dragoman.model.statement import Figure
from dragoman.pipeline import read_document


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The language model, loaded once."""
    return load_language()


def figures_of(text: str, nlp: Language) -> list[Figure]:
    """The figures of a text."""
    return [s for s in read_document(Document(id="t", text=text), nlp).statements if isinstance(s, Figure)]


def test_currency_is_that_of_the_country_named_beside_it(nlp):
    """A noun that many countries share is told apart by the subject's country."""
    (figure,) = figures_of("Egypt's parliament approved a budget of 90 billion pounds.", nlp)
    assert figure.unit == "EGP"


def test_size_of_a_change_belongs_to_the_new_level(nlp):
    """'rose by 8%' is no figure beside the level that it led to."""
    (figure,) = figures_of("Trade between Peru and Chile rose by 8% to $4.1bn in 2019.", nlp)
    assert figure.value == 4_100_000_000
    assert figure.change is not None
    assert (figure.change.direction, figure.change.value, figure.change.unit) == ("up", 8, "%")


def test_change_in_a_word_is_a_figure_without_a_value(nlp):
    """'tripled' says how much without a number."""
    (figure,) = figures_of("Poland's gas imports tripled in 2016.", nlp)
    assert figure.measure == "gas imports"
    assert figure.value is None
    assert figure.change is not None
    assert figure.change.value == 3


def test_goods_flow_from_subject_to_counterpart(nlp):
    """'exports from X to Y' are X's."""
    (figure,) = figures_of("Exports from Kenya to Uganda amounted to $700m in 2018.", nlp)
    assert [(p.role, p.country) for p in figure.participants] == [("subject", "KEN"), ("counterpart", "UGA")]


def test_denied_excess_is_an_upper_bound(nlp):
    """'did not exceed' bounds from above and denies nothing."""
    (figure,) = figures_of("Denmark's spending did not exceed $40m.", nlp)
    assert figure.qualifier == "at most"
    assert figure.factuality.polarity == "positive"


@pytest.mark.parametrize("text", ["Two envoys left Oslo by Route 7.", "The first lady saw the second draft of Resolution 242."])
def test_number_that_measures_nothing_is_no_figure(text, nlp):
    """Names and small counts of things are left alone."""
    assert figures_of(text, nlp) == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Bahrain's bank lent Oman 30m dinars.", 30_000_000, "BHD"),
        ("The port handled 2.4m tonnes in 2015.", 2_400_000, "t"),
        ("Gambia sends a quarter of its exports to Senegal.", 25, "%"),
    ],
)
def test_short_millions_and_shares_in_words(text, value, unit, nlp):
    """'m' before money or a unit is no metre, and 'a quarter of its' no part of a year."""
    figures = [f for f in figures_of(text, nlp) if f.unit == unit]
    assert [f.value for f in figures] == [value]
