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
