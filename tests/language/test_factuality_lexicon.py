"""A rule file that says something wrong is refused, with its place and what is allowed."""

import pytest

from dragoman.language.attribution_lexicon import read_speech_cue
from dragoman.language.factuality_lexicon import Effect, load_event_nouns, read_cue, read_effect
from dragoman.model.errors import RuleFileError

CUE = {"id": "x", "part": "verb", "words": ["x"], "with": ["that"], "yes": "same same same", "no": "same same same"}
SPEECH = {"id": "x", "mode": "indirect", "attributes": True, "stance": "open", "words": ["x"], "with": ["that"]}


def test_effect_is_three_words():
    assert read_effect("negative certain same", "f", "e") == Effect("negative", "certain", "same")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("negative certain", "three words"),
        ("maybe certain actual", "'maybe' is not one of same, turned, positive, negative"),
        ("positive sure actual", "'sure' is not one of"),
        ("positive certain future", "'future' is not one of"),
        (3, "three words"),
    ],
)
def test_wrong_effect_is_refused(text, says):
    with pytest.raises(RuleFileError, match=says):
        read_effect(text, "f", "e")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"wiht": ["that"]}, "has the key 'wiht'"),
        ({"part": "adverb"}, "part is 'adverb'"),
        ({"with": ["thta"]}, "with has 'thta'"),
    ],
)
def test_wrong_cue_is_refused_with_file_and_entry(change, says):
    with pytest.raises(RuleFileError, match=says) as caught:
        read_cue(CUE | change, "verbs.toml")
    assert (caught.value.file, caught.value.entry) == ("verbs.toml", "x")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"mood": "indirect"}, "has the key 'mood'"),
        ({"mode": "spoken"}, "mode is 'spoken'"),
        ({"stance": "neutral"}, "stance is 'neutral'"),
        ({"with": ["clause"]}, "with has 'clause'"),
    ],
)
def test_wrong_cue_of_speech_is_refused(change, says):
    with pytest.raises(RuleFileError, match=says):
        read_speech_cue(SPEECH | change, "verbs.toml")


def test_nouns_of_action_denote_events_and_names_of_things_do_not():
    nouns = load_event_nouns()
    assert nouns.denotes_event("invasion")
    assert nouns.denotes_event("strike")
    assert not nouns.denotes_event("government")
    assert not nouns.denotes_event("table")
