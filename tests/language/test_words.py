"""Words say what spaCy's tokens and spans say."""

import pytest

from dragoman.language.words import words_of

TEXT = (
    "President Ana Roe, who visited Ankara on 3 May, said that Turkey had sold and delivered six drones to Kenya.\n\n"
    "The deal (worth $5 million) was signed by both ministers; Kenya's army will get them."
)
SAME = (
    "i",
    "idx",
    "text",
    "lower_",
    "lemma_",
    "tag_",
    "pos_",
    "dep_",
    "ent_type_",
    "ent_iob_",
    "whitespace_",
    "is_punct",
    "is_space",
)


@pytest.fixture(scope="module")
def pair(nlp):
    doc = nlp(TEXT)
    return doc, words_of(doc)


@pytest.mark.parametrize("name", SAME)
def test_every_word_has_what_its_token_has(pair, name):
    doc, words = pair
    assert [getattr(word, name) for word in words] == [getattr(token, name) for token in doc]


def test_heads_children_and_edges_are_those_of_the_tokens(pair):
    doc, words = pair
    for token, word in zip(doc, words, strict=True):
        assert word.head.i == token.head.i
        assert [c.i for c in word.children] == [c.i for c in token.children]
        assert [w.i for w in word.subtree] == [t.i for t in token.subtree]
        assert [w.i for w in word.ancestors] == [t.i for t in token.ancestors]
        assert (word.left_edge.i, word.right_edge.i) == (token.left_edge.i, token.right_edge.i)
        assert [w.i for w in word.lefts] == [t.i for t in token.lefts]
        assert [w.i for w in word.rights] == [t.i for t in token.rights]


def test_every_stretch_has_the_words_and_the_root_of_its_span(pair):
    doc, words = pair
    for start in range(0, len(doc), 3):
        for end in range(start + 1, min(start + 8, len(doc))):
            span, stretch = doc[start:end], words[start:end]
            assert (stretch.text, stretch.start_char, stretch.end_char) == (span.text, span.start_char, span.end_char)
            assert stretch.root.i == span.root.i


def test_sentences_are_the_same_and_each_is_one_object(pair):
    doc, words = pair
    assert [(s.start, s.end) for s in words.sents] == [(s.start, s.end) for s in doc.sents]
    assert words[1].sent is words[2].sent


def test_a_root_is_its_own_head_by_identity(pair):
    assert all(sentence.root.head is sentence.root for sentence in pair[1].sents)


def test_the_word_at_a_character_is_the_one_that_holds_it(pair):
    words = pair[1]
    assert all(words.word_at(offset) is word for word in words for offset in range(word.idx, word.idx + len(word)))
    assert words.word_at(len(TEXT) + 5) is None


def test_a_layer_that_is_set_is_set_on_the_doc_too(nlp):
    doc = nlp("Oslo said so.")
    words = words_of(doc)
    words._.mentions = [1]
    assert doc._.mentions == [1] == words._.mentions


def test_an_empty_text_has_no_words(nlp):
    words = words_of(nlp.make_doc(""))
    assert not words.sents
    assert not list(words)
