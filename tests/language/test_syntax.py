"""Arguments along the parse: each fact on a short text of its own."""

import pytest
from spacy.language import Language

from dragoman.language.syntax import find_arguments

CASES = [
    ("Oslo was bombed by Berlin.", "bombed", "subject", ["Berlin"]),
    ("Oslo was bombed by Berlin.", "bombed", "object", ["Oslo"]),
    ("Egypt agreed to send doctors to Togo.", "send", "subject", ["Egypt"]),
    ("Egypt ordered Oman to send doctors.", "send", "subject", ["Oman"]),
    ("Dushanbe cited legal rules to suspend the charity.", "suspend", "subject", ["Dushanbe"]),
    ("The ministers issued a statement demanding talks.", "demanding", "subject", ["ministers"]),
    ("Turkey carried out an attack on Kobani.", "attack", "subject", ["Turkey"]),
    ("Turkey carried out an attack on Kobani.", "attack", "on", ["Kobani"]),
    ("Oslo is ready to help.", "ready", "subject", ["Oslo"]),
    ("Oslo said that Moscow must leave.", "must", "speaker", ["Oslo"]),
    ("Oslo said that Moscow must leave.", "must", "governor", ["leave"]),
    ("The arrest of a banker by Spain took a year.", "arrest", "by", ["Spain"]),
    ("Italy and Japan work together.", "work", "adverb", ["together"]),
]


@pytest.mark.parametrize(("text", "predicate", "path", "expected"), CASES)
def test_argument_is_found(nlp: Language, text: str, predicate: str, path: str, expected: list[str]) -> None:
    """The head at a path from a predicate is the one a reader would name."""
    doc = nlp(text)
    token = next(t for t in doc if t.text == predicate)
    assert [t.text for t in find_arguments(token, path)] == expected
