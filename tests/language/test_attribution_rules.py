"""The examples beside every class of cues in rules/attribution*.toml, run as tests."""

import re
from typing import Any

import pytest
from spacy.language import Language

from dragoman.language.attribution_lexicon import NOUN_FILE, VERB_FILE, read_rules

pytestmark = pytest.mark.model
MARK = re.compile(r"\[([^\]|]+)\|(source|cue|content)\]")


def entries() -> list[dict[str, Any]]:
    others = read_rules(NOUN_FILE)
    return [*read_rules(VERB_FILE)["cue"], *others["cue"], *others["phrase"], *others["adverb"], *others["passive"]]


def examples(key: str) -> list[str]:
    return [text for entry in entries() for text in entry.get(key, [])]


def read_marks(marked: str) -> tuple[str, dict[str, str]]:
    """The text without marks, and the words under each label."""
    labelled: dict[str, str] = {"source": "", "cue": "", "content": ""}
    for words, label in MARK.findall(marked):
        labelled[label] = f"{labelled[label]} {words}".strip()
    return MARK.sub(r"\1", marked), labelled


def read_all(nlp: Language, text: str) -> list[dict[str, str]]:
    doc = nlp(text)
    return [
        {
            "source": doc[a.source[0] : a.source[1]].text if a.source else "",
            "cue": doc[a.cue[0] : a.cue[1]].text,
            "content": " ".join(doc[start:end].text for start, end in a.content),
        }
        for a in doc._.attributions
    ]


@pytest.mark.parametrize("marked", examples("fires"))
def test_source_cue_and_content_are_those_of_the_example(nlp, marked):
    text, expected = read_marks(marked)
    assert expected in read_all(nlp, text)


@pytest.mark.parametrize("text", examples("leaves_alone"))
def test_nothing_is_attributed_where_the_example_says_so(nlp, text):
    assert read_all(nlp, text) == []


@pytest.mark.parametrize("marked", examples("misses"))
@pytest.mark.xfail(strict=True, reason="known gap, written down beside the rule")
def test_known_gap(nlp, marked):
    text, expected = read_marks(marked)
    assert expected in read_all(nlp, text)


@pytest.mark.parametrize("text", examples("false_alarms"))
@pytest.mark.xfail(strict=True, reason="known false alarm, written down beside the rule")
def test_known_false_alarm(nlp, text):
    assert read_all(nlp, text) == []
