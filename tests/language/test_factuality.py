"""Whether a text says yes or no, how sure it is, and whether it happened."""

import pytest
from spacy.language import Language

from dragoman.language.factuality import standing_of
from dragoman.model.span import Predicate

pytestmark = pytest.mark.model


def standing(nlp: Language, text: str, word: str) -> Predicate:
    """The standing of the last token that reads `word`."""
    doc = nlp(text)
    return standing_of(doc, [t for t in doc if t.text == word][-1])


def in_words(predicate: Predicate) -> str:
    return f"{predicate.factuality.polarity} {predicate.factuality.certainty} {predicate.realis}"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Turkey sold the drones.", "sold", "positive certain actual"),
        ("Turkey did not sell the drones.", "sell", "negative certain actual"),
        ("Turkey never sold the drones.", "sold", "negative certain actual"),
        ("No one sold the drones.", "sold", "negative certain actual"),
        ("Neither side sold the drones.", "sold", "negative certain actual"),
        ("Turkey no longer sells drones.", "sells", "negative certain actual"),
        ("Turkey will sell the drones.", "sell", "positive certain planned"),
        ("Turkey will not sell the drones.", "sell", "negative certain planned"),
        ("Turkey is going to sell the drones.", "sell", "positive certain planned"),
        ("Turkey may sell the drones.", "sell", "positive possible hypothetical"),
        ("Turkey wants to sell the drones.", "sell", "positive underspecified planned"),
        ("Turkey is expected to sell the drones.", "sell", "positive probable planned"),
        ("Turkey is unlikely to sell the drones.", "sell", "negative probable planned"),
        ("Turkey failed to sell the drones.", "sell", "negative certain actual"),
        ("Turkey managed to sell the drones.", "sell", "positive certain actual"),
        ("Turkey was forced to sell the drones.", "sell", "positive certain actual"),
        ("Turkey has yet to sell the drones.", "sell", "negative certain actual"),
        ("Turkey left without selling the drones.", "selling", "negative certain actual"),
        ("If Turkey sells the drones, prices will fall.", "sells", "positive underspecified hypothetical"),
        ("It remains to be seen whether Turkey will sell the drones.", "sell", "positive underspecified hypothetical"),
        ("Did Turkey sell the drones?", "sell", "positive underspecified hypothetical"),
        ("Ankara raised taxes to finance the drones.", "finance", "positive underspecified planned"),
        ("Turkey reportedly sold the drones.", "sold", "positive probable actual"),
        ("Turkey is suspected of selling the drones.", "selling", "positive possible actual"),
        ("Turkey denied that it had sold the drones.", "sold", "negative certain actual"),
        ("Turkey said it would sell the drones.", "sell", "positive certain planned"),
        ("Analysts do not believe that Turkey sold the drones.", "sold", "negative probable actual"),
        ("Selling the drones would anger Athens.", "anger", "positive probable hypothetical"),
        ("The lack of an agreement hurt both sides.", "agreement", "negative certain actual"),
    ],
)  # fmt: skip
def test_predicate_stands_as_its_clause_has_it(nlp, text, word, expected):
    assert in_words(standing(nlp, text, word)) == expected


def test_not_only_negates_only(nlp):
    text = "Turkey did not only sell drones but also trained the pilots."
    assert in_words(standing(nlp, text, "sell")) == "positive certain actual"
    assert in_words(standing(nlp, text, "trained")) == "positive certain actual"


def test_cues_are_the_words_that_show_it(nlp):
    assert standing(nlp, "Turkey will probably sell the drones.", "sell").factuality.cues == ("will", "probably")


def test_author_commits_to_nothing_that_others_say(nlp):
    predicate = standing(nlp, "Athens said that Turkey had sold the drones.", "sold")
    assert predicate.factuality.certainty == "certain"
    assert predicate.author_factuality is not None
    assert predicate.author_factuality.certainty == "underspecified"


def test_author_stands_behind_what_is_acknowledged(nlp):
    predicate = standing(nlp, "Athens acknowledged that Turkey had sold the drones.", "sold")
    assert predicate.author_factuality == predicate.factuality


def test_author_contradicts_what_is_falsely_claimed(nlp):
    predicate = standing(nlp, "Athens falsely claimed that Turkey had sold the drones.", "sold")
    assert predicate.author_factuality is not None
    assert predicate.author_factuality.polarity == "negative"


def test_author_factuality_is_none_in_the_authors_own_voice(nlp):
    assert standing(nlp, "Turkey sold the drones.", "sold").author_factuality is None


def test_verbs_nouns_of_events_and_predicative_adjectives_are_predicates(nlp):
    doc = nlp("The attack was brutal, and the small army fled.")
    assert [p.text for p in doc._.predicates.values()] == ["attack", "was", "brutal", "fled"]


def test_auxiliaries_are_no_predicates(nlp):
    doc = nlp("The army has been defeated.")
    assert [p.text for p in doc._.predicates.values()] == ["defeated"]


def test_any_token_has_a_standing(nlp):
    doc = nlp("The army fled.")
    assert in_words(standing_of(doc, 0)) == "positive certain actual"


def test_words_are_cut_from_the_document(nlp):
    doc = nlp("The army fled.")
    for predicate in doc._.predicates.values():
        assert doc.text[predicate.start : predicate.end] == predicate.text
