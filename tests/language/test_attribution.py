"""Who says what, and what they do not say."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.language.attribution import attribution_of
from dragoman.model.statement import Attribution

pytestmark = pytest.mark.model


def at(doc: Doc, word: str) -> Attribution | None:
    """The attribution of the last token that reads `word`."""
    return attribution_of(doc, [t for t in doc if t.text == word][-1])


def source_and_cue(nlp: Language, text: str, word: str) -> tuple[str | None, str] | None:
    found = at(nlp(text), word)
    return None if found is None else (found.source, found.cue)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Oslo said that the ship had sunk.", "sunk", ("Oslo", "said")),
        ("The ship had sunk, a spokesman for the navy said.", "sunk", ("a spokesman for the navy", "said")),
        ("The ship, officials said, had sunk.", "sunk", ("officials", "said")),
        ("According to two Western diplomats, the ship has sunk.", "sunk", ("two Western diplomats", "According to")),
        ("The ship has reportedly sunk.", "sunk", (None, "reportedly")),
        ("The ship is said to have sunk.", "sunk", (None, "said")),
        ("The crew is suspected of sinking the ship.", "sinking", (None, "suspected")),
        ("Oslo accused the crew of sinking the ship.", "sinking", ("Oslo", "accused")),
        ("The claim by Oslo that the ship had sunk was denied.", "sunk", ("Oslo", "claim")),
        ("Two people close to the deal said the ship had sunk.", "sunk", ("Two people close to the deal", "said")),
    ],
)
def test_content_has_its_source_and_cue(nlp, text, word, expected):
    assert source_and_cue(nlp, text, word) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The ship sank.", "sank"),
        ("Oslo said on Monday that the ship had sunk.", "said"),
        ("The ship sank. The captain said that he was well.", "sank"),
        ("No one said that the ship had sunk.", "sunk"),
        ("Oslo wants to buy a ship.", "buy"),
        ("We believe that the ship sank.", "sank"),
    ],
)
def test_author_speaks_in_their_own_voice(nlp, text, word):
    assert at(nlp(text), word) is None


def test_chain_holds_the_sources_outermost_first(nlp):
    found = at(nlp("Oslo said that the captain had claimed that the ship was sinking."), "sinking")
    assert found is not None
    assert [link.source for link in found.chain] == ["Oslo", "the captain"]
    assert found.source == "the captain"


def test_chain_of_one_holds_the_link_itself(nlp):
    found = at(nlp("Oslo said that the ship was sinking."), "sinking")
    assert found is not None
    assert [(link.source, link.cue) for link in found.chain] == [("Oslo", "said")]


def test_quotation_goes_on_in_the_sentence_that_follows(nlp):
    doc = nlp("“The ship is lost,” said Anna Holm, a spokeswoman. “We found nobody.”")
    for word in ("lost", "found"):
        found = at(doc, word)
        assert found is not None
        assert found.source == "Anna Holm"


def test_quotation_left_open_goes_on_in_the_next_paragraph(nlp):
    doc = nlp("“The ship is lost,” Holm said. “We looked everywhere.\n\n“We found nobody.”")
    found = at(doc, "found")
    assert found is not None
    assert found.source == "Holm"


def test_colon_after_a_cue_hands_over_to_the_next_paragraph(nlp):
    doc = nlp("Holm added:\n\n“The ship is lost, and we found nobody.”")
    found = at(doc, "found")
    assert found is not None
    assert (found.source, found.cue) == ("Holm", "added")


def test_headline_with_a_colon_names_the_source(nlp):
    doc = nlp("Holm: we found nobody\n\nThe search ended on Monday.")
    found = at(doc, "found")
    assert found is not None
    assert found.source == "Holm"
    assert at(doc, "ended") is None


def test_scare_quotes_attribute_nothing(nlp):
    assert at(nlp("The “peace” lasted a week."), "lasted") is None


def test_cue_has_its_own_characters(nlp):
    doc = nlp("Oslo said that the ship was sinking.")
    found = at(doc, "sinking")
    assert found is not None
    assert doc.text[found.start : found.end] == found.cue == "said"


@pytest.mark.parametrize(
    ("text", "word", "chain"),
    [
        (
            "An Omani paper quoted a Chadian envoy as saying that the port had closed.",
            "closed",
            ["An Omani paper", "a Chadian envoy"],
        ),
        ("According to a clerk quoted by the gazette, the port had closed.", "closed", ["the gazette", "a clerk"]),
        ("The gazette, citing two officials, reported that the port had closed.", "closed", ["The gazette", "two officials"]),
    ],
)
def test_source_that_another_passes_on_is_the_inner_one(nlp, text, word, chain):
    found = at(nlp(text), word)
    assert found is not None
    assert [link.source for link in found.chain] == chain


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("In Oslo's view, the ban violates the accord.", "violates", ("Oslo", "view")),
        ('The two sides, as a Peruvian diplomat put it, "agreed to differ".', "agreed", ("a Peruvian diplomat", "put")),
        ("Cuba ready for talks: foreign minister", "ready", ("foreign minister", ":")),
        ("The ministry denied reports that it had sold tanks.", "sold", (None, "reports")),
        ("Oslo said Lima had armed the rebels, something Lima denies.", "armed", ("Oslo", "said")),
    ],
)
def test_rarer_ways_to_name_a_source_are_read(nlp, text, word, expected):
    assert source_and_cue(nlp, text, word) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Oslo ordered 36 howitzers for 150 million dollars.",
        "The barracks were attacked by a suicide bomber.",
        "Oslo recalled its ambassador.",
        "The envoy was called home for talks.",
        "Yemen: a war without end",
        "Iron Roads: What Laos Gets From China",
    ],
)
def test_what_nobody_says_has_no_attribution(nlp, text):
    assert nlp(text)._.attributions == []


def test_turns_of_a_transcript_are_said_by_the_names_in_capitals(nlp):
    """Each paragraph of an interview begins with who speaks."""
    text = "ORTIZ: Let us start with the port.\n\nLIMA: The port will close. It must.\n\nORTIZ: Well, when?\n"
    assert (source_and_cue(nlp, text, "must"), source_and_cue(nlp, text, "start")) == (("LIMA", ":"), ("ORTIZ", ":"))


def test_one_name_in_capitals_before_a_colon_makes_no_transcript(nlp):
    """A heading is not somebody's turn."""
    assert source_and_cue(nlp, "The port will close.\n\nBACKGROUND: The port opened in 1904.\n", "opened") is None


def test_name_that_signs_a_quotation_may_stand_right_behind_the_mark(nlp):
    """'”― Name' is one word for the tokenizer."""
    assert source_and_cue(nlp, "“The port will close and nobody cares.”― Ana Lima", "close") == ("Ana Lima", "”―")


def test_surname_before_the_colon_of_a_headline_is_whoever_the_text_names(nlp):
    """'Ortiz: …' over a text about Ana Ortiz."""
    text = "Ortiz: Lima won't be at the port.\n\nThe governor, Ana Ortiz, spoke on Monday."
    found = at(nlp(text), "be")
    assert found is not None
    assert found.cue == ":"


def test_chain_of_sources_names_each_once(nlp):
    """An attribution without content around others moves no link of their chains."""
    text = "Oslo said that Ana Lima had told reporters that the ship had sunk. “The phrase,” she said, suggests that they lie."
    for token in nlp(text):
        found = attribution_of(token.doc, token.i)
        assert found is None or len({(s.cue, s.start) for s in found.chain}) == len(found.chain)
