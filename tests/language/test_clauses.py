"""The clause structure as lists."""

import pytest

from dragoman.language.clauses import mend_lemma, parse_of


@pytest.mark.parametrize(
    ("form", "lemma", "mended"),
    [
        ("hopes", "hop", "hope"),
        ("hoped", "hop", "hope"),
        ("hoping", "hop", "hope"),
        ("rated", "rat", "rate"),
        ("hopped", "hop", "hop"),
        ("passes", "pass", "pass"),
        ("goes", "go", "go"),
        ("reached", "reach", "reach"),
        ("showed", "show", "show"),
    ],
)
def test_final_e_of_a_stem_comes_back(form, lemma, mended):
    assert mend_lemma(form, lemma) == mended


@pytest.mark.model
def test_parse_has_one_entry_a_token(nlp):
    doc = nlp("The army fled. The town fell.")
    parse = parse_of(doc)
    assert len(parse) == len(doc) == len(parse.deps) == len(parse.lemmas)
    assert parse.sentences == [(0, 4), (4, 8)]


@pytest.mark.model
def test_subtree_is_in_the_order_of_the_text(nlp):
    doc = nlp("The old army fled.")
    assert parse_of(doc).subtree(2) == [0, 1, 2]
