"""The ruler that remembers does what spaCy's does, on what it has met and on what it has not."""

import pytest
from spacy.pipeline import AttributeRuler

from dragoman.language.cached_ruler import CachedRuler
from dragoman.language.reader import load_bare_model

TEXTS = (
    "There is a base that Oslo had built. It's the one it has, and the men did what the minister got to do.",
    "Moscow's envoy will fly to Ankara on May 3.\n\nThat is what it is; there were two, and they've had them.",
    "That is what it is; there were two, and they've had them. You and I have done it, if that's what does it.",
)
ATTRIBUTES = ("TAG", "POS", "MORPH", "LEMMA", "DEP")


def before_ruler(bare, text):
    """A text as it comes to the ruler."""
    doc = bare.make_doc(text)
    for name, component in bare.pipeline:
        if name == "attribute_ruler":
            return doc
        doc = component(doc)
    raise AssertionError("the model has no attribute ruler")


@pytest.fixture(scope="module")
def bare():
    return load_bare_model()


def test_it_sets_what_the_ruler_sets_whether_it_asks_or_remembers(bare):
    ruler = bare.get_pipe("attribute_ruler")
    remembering = CachedRuler(ruler)
    for text in (*TEXTS, *TEXTS):
        wanted = ruler(before_ruler(bare, text)).to_array([*ATTRIBUTES]).tolist()
        assert remembering(before_ruler(bare, text)).to_array([*ATTRIBUTES]).tolist() == wanted


def test_what_it_has_met_it_does_not_ask_for_again(bare, monkeypatch):
    remembering = CachedRuler(bare.get_pipe("attribute_ruler"))
    first = remembering(before_ruler(bare, TEXTS[0])).to_array([*ATTRIBUTES]).tolist()
    monkeypatch.setattr(remembering, "ruler", None)
    assert remembering(before_ruler(bare, TEXTS[0])).to_array([*ATTRIBUTES]).tolist() == first


def test_a_ruler_with_rules_on_anything_else_is_asked_each_time(bare):
    ruler = AttributeRuler(bare.vocab)
    ruler.add([[{"SHAPE": "Xxxx"}]], {"POS": "X"})
    remembering = CachedRuler(ruler)
    assert not remembering.can_remember
    doc = remembering(bare.make_doc("Oslo said so."))
    assert doc[0].pos_ == "X"


def test_an_empty_text_passes(bare):
    assert len(CachedRuler(bare.get_pipe("attribute_ruler"))(bare.make_doc(""))) == 0
