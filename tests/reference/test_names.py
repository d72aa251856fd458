"""Words that are parts of names."""

import pytest

from dragoman.reference.names import known_as_name, known_as_phrase, name_words


@pytest.mark.parametrize(
    "word", ["tehran", "iran", "tajik", "fmln", "nato", "usa", "monday", "putin", "china", "soviet", "khan", "bogota"]
)
def test_parts_of_names_are_known_in_lower_case(word):
    assert known_as_name(word)


@pytest.mark.parametrize(
    "word",
    ["of", "march", "may", "nice", "reading", "bath", "split", "mobile", "orange", "us", "who", "it", "army", "police", "said"],
)
def test_common_words_are_no_names(word):
    assert not known_as_name(word)


def test_acronyms_are_known_in_capitals():
    assert known_as_name("USA")
    assert known_as_name("NATO")


def test_a_name_in_capitals_is_no_acronym():
    assert not known_as_name("IRAN")


def test_names_of_common_words_are_known_as_a_whole():
    assert known_as_phrase("the united states")
    assert known_as_phrase("white house")
    assert not known_as_phrase("big house")


def test_the_list_stays_small():
    assert len(name_words()) < 60_000
