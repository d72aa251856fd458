"""Where events take place, by syntax and on the map."""

import datetime as dt
from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.language.places import locations_near, place_near
from dragoman.language.reader import annotate
from dragoman.model.document import Document
from dragoman.model.span import Place

Parse = Callable[[str], Doc]


@pytest.fixture(scope="module")
def parse(nlp: Language) -> Parse:
    """A text as a Doc."""

    def parse_text(text: str) -> Doc:
        return annotate(Document(id="test", text=text, published=dt.date(2022, 6, 10)), nlp)

    return parse_text


def place_of(doc: Doc, verb: str) -> Place | None:
    """The place of the event that a word denotes."""
    return place_near(doc, next(t for t in doc if t.text == verb))


@pytest.mark.parametrize(
    ("text", "verb", "name"),
    [
        ("Troops clashed in Gao on Monday.", "clashed", "Gao"),
        ("A bomb exploded outside the western city of Kermanshah.", "exploded", "Kermanshah"),
        ("Drones destroyed jets at an airbase outside the city of Tabriz.", "destroyed", "Tabriz"),
        ("Soldiers were killed near the border with Rwanda.", "killed", "Rwanda"),
        ("They signed an accord in Oslo.", "signed", "Oslo"),
    ],
)
def test_place_is_read_from_the_phrase_of_place(parse: Parse, text: str, verb: str, name: str) -> None:
    """The place stands after 'in', 'near', 'outside', however deep."""
    place = place_of(parse(text), verb)
    assert place is not None
    assert place.name == name


def test_place_quotes_the_text_and_has_a_position(parse: Parse) -> None:
    """Text as written, latitude and longitude from the tables."""
    place = place_of(parse("Troops clashed in Gao, Mali."), "clashed")
    assert place is not None
    assert (place.text, place.country) == ("Gao", "MLI")
    assert place.lat == pytest.approx(16.27, abs=0.2)


def test_ambiguous_town_is_the_one_in_the_country_of_the_text(parse: Parse) -> None:
    """Tripoli in a text on Lebanon is not Libya's capital."""
    place = place_of(parse("Lebanese soldiers patrolled in Tripoli."), "patrolled")
    assert place is not None
    assert place.country == "LBN"


def test_talks_are_no_place(parse: Parse) -> None:
    """'in talks with Oman' tells nothing of where."""
    assert place_of(parse("Yemen agreed in talks with Oman to a truce."), "agreed") is None


def test_event_without_a_place_has_none(parse: Parse) -> None:
    """No phrase of place, no place."""
    assert place_of(parse("Peru accused Chile."), "accused") is None


def test_joined_places_are_all_locations(parse: Parse) -> None:
    """'in Gao and Timbuktu' names two."""
    doc = parse("Rebels attacked in Gao and Timbuktu.")
    assert [m.name for m in locations_near(doc, doc[1])] == ["Gao", "Timbuktu"]


@pytest.mark.parametrize(
    ("text", "verb", "name", "country"),
    [
        ("Soldiers killed two men in Hyderabad, Pakistan, said India.", "killed", "Hyderabad", "PAK"),
        ("Kenyan envoys met rebels in Alexandria, Virginia.", "met", "Alexandria", "USA"),
        ("Venezuelan police detained a Spanish diplomat in Valencia.", "detained", "Valencia", "VEN"),
        ("Lebanese soldiers clashed with gunmen in Tripoli.", "clashed", "Tripoli", "LBN"),
        ("Rebels shelled Aleppo's airport.", "shelled", "Aleppo", "SYR"),
        ("Turkish troops entered Aleppo.", "entered", "Aleppo", "SYR"),
        ("The talks between Chad and Serbia in Ohrid failed.", "failed", "Ohrid", "MKD"),
        ("Envoys of Oman and Chad met in the Omani capital.", "met", "Muscat", "OMN"),
        ("Israel struck a house in Damascus, killing a general.", "killing", "Damascus", "SYR"),
    ],
)
def test_place_is_where_syntax_and_context_put_it(parse: Parse, text: str, verb: str, name: str, country: str) -> None:
    """The land behind the comma, the police at home, the other side's phrase, the object of a blow."""
    place = place_of(parse(text), verb)
    assert place is not None
    assert (place.name, place.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "verb"),
    [("Spain and Venezuela held talks in Valencia.", "held"), ("Oslo criticised Kidal.", "criticised")],
)
def test_no_place_is_better_than_a_wrong_one(parse: Parse, text: str, verb: str) -> None:
    """Rivals of one name in two countries of the text; a town that is only spoken of."""
    assert place_of(parse(text), verb) is None
