"""Rule files of a user's own: where they are looked for, what is refused and in which words, how they stand beside ours."""

from pathlib import Path

import pytest

import dragoman
from dragoman.model.errors import RuleFileError
from dragoman.statements.frame_keys import FIELDS, NEEDED, OTHER_PATHS, ROLES_OF_KIND
from dragoman.statements.frames import check_rules, load_lexicon, users_patterns
from dragoman.statements.users_rules import FOLDERS, LARGEST_FILE, NO_RULES, load_users_rules

FRAME = """[[pattern]]
id = "send-up-jets"
event_type = "MOBILIZE"
trigger = { lemma = ["scramble"], part_of_speech = "VERB" }
actor = "subject"
recipient = "against"
fires = ["[Japan|actor] [scrambled|trigger] jets against [China|recipient]."]
"""


def folder_with(tmp_path, text, name="events/own.toml"):
    """A folder of rules with one file."""
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return tmp_path


def refusal(folder):
    """The message with which a folder of rules is refused."""
    with pytest.raises(RuleFileError) as caught:
        check_rules(load_users_rules([folder]))
    return str(caught.value)


def test_frame_of_a_user_goes_before_ours(tmp_path):
    rules = load_users_rules([folder_with(tmp_path, FRAME)])
    lexicon = load_lexicon("event", rules)
    assert lexicon.patterns[0].id == "send-up-jets"
    assert lexicon.patterns[0].order < 0
    assert lexicon.patterns[1:] == load_lexicon("event").patterns
    assert [pattern.id for pattern in users_patterns(rules)] == ["send-up-jets"]


def test_without_rules_there_are_ours_only():
    assert users_patterns(NO_RULES) == []
    assert load_users_rules([]) == NO_RULES


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"MOBILIZE"', '"MOBILISE"', ["'send-up-jets'", "event_type is 'MOBILISE'", "Did you mean 'MOBILIZE'?"]),
        ('event_type = "MOBILIZE"', "", ["no event_type", "Allowed: AGREE"]),
        ("actor =", "actr =", ["unknown key 'actr'", "Did you mean 'actor'?"]),
        ("recipient =", "supplier =", ["unknown key 'supplier'"]),
        ('"subject"', '"subjct"', ["actor", "'subjct'", "Did you mean 'subject'?"]),
        ('"subject"', "7", ["actor is 7", "a string or a list of strings"]),
        ('"VERB"', '"verb"', ["part_of_speech is 'verb'", "VERB"]),
        ('["scramble"]', '["Scramble"]', ["'Scramble'", "lower case"]),
        ('["scramble"]', '["take off"]', ["'take off'", "one word"]),
        ('["scramble"]', '["#no_such_list"]', ["no_such_list"]),
        ("actor =", 'mode = "drones"\nactor =', ["mode of MOBILIZE is 'drones'", "Allowed: "]),
        ("actor =", 'contexts = ["weather"]\nactor =', ["contexts is 'weather'"]),
        ("actor =", "cameo = 154\nactor =", ["cameo is 154", "quotes"]),
        ("actor =", 'reciprocal = "yes"\nactor =', ["reciprocal is 'yes'", "true, false"]),
        ("actor =", 'requires = ["object"]\nactor =', ["requires is ['object']", "write requires ="]),
        ("actor =", 'requires = { object = ["@plane"] }\nactor =', ["'@plane'", "Did you mean '@place'?"]),
        ("actor =", 'requires = { "object > agenst" = ["*"] }\nactor =', ["'agenst'", "Did you mean 'against'?"]),
        ("[Japan|actor]", "[Japan|actors]", ["the mark in", "'actors'", "Did you mean 'actor'?"]),
        ("fires =", "examples =", ["unknown key 'examples'"]),
        ('fires = ["', 'leaves_alone = ["', ["no example in 'fires'"]),
        ('id = "send-up-jets"', "", ["pattern number 1 has no id"]),
        ('id = "send-up-jets"', 'id = "invade"', ["'invade'", "taken already, in statements/rules/events/"]),
        ("[[pattern]]", "[pattern]", ["[[pattern]]"]),
        ("[[pattern]]", "[[patern]]", ["unknown key 'patern'", "Did you mean 'pattern'?"]),
        ("[[pattern]]", "[[pattern", ["not valid TOML"]),
    ],
)
def test_mistake_is_named_with_file_frame_key_and_what_is_allowed(tmp_path, old, new, words):
    assert old in FRAME
    message = refusal(folder_with(tmp_path, FRAME.replace(old, new, 1)))
    assert str(Path("events", "own.toml")) in message
    for word in words:
        assert word in message


def test_same_id_in_two_files_is_refused(tmp_path):
    folder_with(tmp_path, FRAME, "events/a.toml")
    message = refusal(folder_with(tmp_path, FRAME, "events/b.toml"))
    assert "taken already" in message
    assert "a.toml" in message


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("own.toml", "stands where no frames are looked for"),
        ("event/own.toml", "Did you mean events/?"),
        ("events/more/own.toml", "stands where no frames are looked for"),
        ("events/own.yaml", "holds no rules"),
    ],
)
def test_file_out_of_place_is_no_silent_loss(tmp_path, name, words):
    assert words in refusal(folder_with(tmp_path, FRAME, name))


def test_missing_folder_is_named(tmp_path):
    assert "there is no such folder of rules" in refusal(tmp_path / "none")


def test_file_that_is_no_text_or_too_large_is_named(tmp_path):
    folder = folder_with(tmp_path, FRAME)
    (folder / "events" / "own.toml").write_bytes(b"\xff\xfe\x00")
    assert "is not UTF-8" in refusal(folder)
    (folder / "events" / "own.toml").write_bytes(b"#" * (LARGEST_FILE + 1))
    assert "split it" in refusal(folder)


def test_every_kind_says_what_its_frames_may_hold():
    assert set(FIELDS) == set(NEEDED) == set(OTHER_PATHS) == set(ROLES_OF_KIND) == set(FOLDERS)


@pytest.mark.model
def test_reading_uses_the_rules_it_was_given_and_sees_them_change(tmp_path):
    text = "Japan scrambled jets against China."
    folder = folder_with(tmp_path, FRAME)
    (event,) = dragoman.read(text, rules=folder).statements
    assert event.read_by == "event:send-up-jets"
    assert [ours.read_by for ours in dragoman.read(text).statements] == ["event:scramble-jets"]
    folder_with(tmp_path, FRAME.replace('"MOBILIZE"', '"THREATEN"'))
    (event,) = dragoman.read(text, rules=[str(folder)]).statements
    assert event.event_type == "THREATEN"


@pytest.mark.model
def test_component_of_spacy_takes_rules(tmp_path):
    from dragoman.language.reader import load_bare_model  # noqa: PLC0415

    nlp = load_bare_model()
    nlp.add_pipe("dragoman", config={"rules": [str(folder_with(tmp_path, FRAME))]})
    assert nlp("Japan scrambled jets against China.")._.statements[0].read_by == "event:send-up-jets"
