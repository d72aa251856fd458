"""The examples beside every class of cues in rules/factuality*.toml, run as tests."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from spacy.language import Language

from dragoman.language.factuality import standing_of
from dragoman.language.factuality_lexicon import CUE_FILES, WORD_FILE, read_rules

pytestmark = pytest.mark.model
MARK = re.compile(r"\[([^\]|]+)(?:\|([a-z ]+))?\]")
PLAIN = "positive certain actual"


def entries() -> Iterator[dict[str, Any]]:
    for file in CUE_FILES:
        yield from read_rules(file)["cue"]
    rules = read_rules(WORD_FILE)
    for table in ("modal", "adverb", "conjunction", "preposition"):
        yield from rules[table]


def examples(key: str) -> list[str]:
    return [text for entry in entries() for text in entry.get(key, [])]


def standing_in(nlp: Language, marked: str) -> tuple[str, str]:
    """The standing of the marked word, as read and as the example has it."""
    match = MARK.search(marked)
    assert match is not None, f"no word is marked in {marked!r}"
    doc = nlp(MARK.sub(r"\1", marked))
    token = next(t for t in doc if t.idx == match.start())
    predicate = standing_of(doc, token)
    read = f"{predicate.factuality.polarity} {predicate.factuality.certainty} {predicate.realis}"
    return read, match.group(2) or PLAIN


@pytest.mark.parametrize("marked", examples("fires"))
def test_cue_gives_its_complement_the_standing_of_the_example(nlp, marked):
    read, expected = standing_in(nlp, marked)
    assert read == expected


@pytest.mark.parametrize("marked", examples("leaves_alone"))
def test_word_stays_certain_where_the_example_says_so(nlp, marked):
    read, expected = standing_in(nlp, marked)
    assert read == expected == PLAIN


@pytest.mark.parametrize("marked", examples("misses"))
@pytest.mark.xfail(strict=True, reason="known gap, written down beside the rule")
def test_known_gap(nlp, marked):
    read, expected = standing_in(nlp, marked)
    assert read == expected
