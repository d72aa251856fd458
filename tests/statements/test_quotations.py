"""Attributions of speech and thought as statements of kind quotation."""

import pytest
from spacy.language import Language

import dragoman
from dragoman.language.words import words_of
from dragoman.model.statement import Quotation
from dragoman.statements.quotations import read_quotations

pytestmark = pytest.mark.model


def only_quotation(nlp: Language, text: str) -> Quotation:
    (quotation,) = read_quotations(words_of(nlp(text)))
    return quotation


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("“The ship is lost,” Holm said.", "direct"),
        ("Holm said that the ship is lost.", "indirect"),
        ("Holm said that the ship was “lost to us for ever.”", "mixed"),
        ("Holm thinks that the ship is lost.", "thought"),
    ],
)
def test_mode_tells_how_the_words_are_given(nlp, text, mode):
    assert only_quotation(nlp, text).mode == mode


def test_quotation_has_speaker_cue_and_content(nlp):
    quotation = only_quotation(nlp, "Anna Holm told reporters that the ship is lost.")
    assert [p.text for p in quotation.in_role("speaker")] == ["Anna Holm"]
    assert [p.text for p in quotation.in_role("addressee")] == ["reporters"]
    assert quotation.cue == "told"
    assert quotation.content.text == "that the ship is lost"


def test_words_cover_source_cue_and_content(nlp):
    text = "On Monday, Holm said that the ship is lost."
    quotation = only_quotation(nlp, text)
    assert quotation.text == text[quotation.start : quotation.end] == "Holm said that the ship is lost"


def test_attribution_names_the_speaker_and_the_chain_who_reports_them(nlp):
    quotations = read_quotations(words_of(nlp("Oslo said that Holm claimed that the ship is lost.")))
    inner = quotations[-1]
    assert inner.attribution is not None
    assert [link.source for link in inner.attribution.chain] == ["Oslo", "Holm"]


def test_denied_saying_is_negative(nlp):
    assert only_quotation(nlp, "Holm did not say that the ship is lost.").factuality.polarity == "negative"


def test_hearsay_is_no_quotation(nlp):
    assert read_quotations(words_of(nlp("The ship has reportedly sunk."))) == []


def test_wish_told_by_another_is_no_quotation_of_its_own(nlp):
    quotations = read_quotations(words_of(nlp("Oslo said that Holm wants to leave.")))
    assert [q.cue for q in quotations] == ["said"]


def test_praise_to_come_is_no_quotation_yet(nlp):
    assert read_quotations(words_of(nlp("Holm will praise the crew."))) == []


def test_id_is_left_to_be_filled(nlp):
    assert only_quotation(nlp, "Holm said that the ship is lost.").id == ""


def test_broken_quotation_is_one(nlp):
    """'"I doubt," said the envoy, "that …"'."""
    found = only_quotation(nlp, '"I do not believe," said the Chadian envoy, "that Togo will sign."')
    assert found.content.text.endswith('"that Togo will sign."')


def test_words_in_single_marks_are_direct(nlp):
    """British texts and headlines quote so; an apostrophe does not."""
    assert only_quotation(nlp, "'We will answer any attack,' the Kenyan minister said.").mode == "direct"
    assert only_quotation(nlp, "The rebels' leader said the army's tanks had left.").mode == "indirect"


@pytest.mark.parametrize(
    "text",
    ["The minister is expected to visit Tunis.", "A clerk who asked not to be named left.", "The ship is known to be lost."],
)
def test_nobody_is_quoted_where_the_text_names_nobody(nlp, text):
    assert read_quotations(words_of(nlp(text))) == []


def test_what_somebody_was_asked_is_not_their_answer(nlp):
    """'Asked whether he would go, he replied: "Wait."'."""
    found = only_quotation(nlp, 'Asked whether Chad would retaliate, the general replied: "Wait and see."')
    assert found.content.text == '"Wait and see."'


def test_a_blow_at_a_state_says_nothing() -> None:
    """'attack' is speech or force: force where a state is struck and no reason is given."""
    assert not dragoman.read("Iran attacked Iraq on 22 September 1980.").of_kind("quotation")
    assert dragoman.read("The minister attacked Iraq for its silence.").of_kind("quotation")
