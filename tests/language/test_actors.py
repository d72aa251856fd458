"""Phrases and the actors that they mean; the examples of the rule files run too."""

import datetime as dt

import pytest

from dragoman.language.actor_lexicon import MODIFIERS_FILE, ROLES_FILE, RULES, load_peoples, load_roles, role_ending_at, role_of
from dragoman.language.actors import code_actor
from dragoman.reference.rule_files import load_rule_file

ROLES = load_rule_file(RULES, ROLES_FILE)["role"]
FORMER = load_rule_file(RULES, MODIFIERS_FILE)["former"]
FIRES = [line for entry in [*ROLES, FORMER] for line in entry.get("fires", [])]
SILENT = [line for entry in [*ROLES, FORMER] for line in entry.get("leaves_alone", [])]


@pytest.mark.parametrize("line", FIRES)
def test_example_of_a_rule_file_gets_its_sector(line: str) -> None:
    """Each 'phrase => SECTOR' of the rule files holds."""
    phrase, _, sector = line.partition(" => ")
    assert code_actor(phrase).sector == sector


@pytest.mark.parametrize("phrase", SILENT)
def test_counter_example_is_no_former_official_and_no_minister(phrase: str) -> None:
    """Look-alikes do not get the sector of the entry that they stand beside."""
    assert code_actor(phrase).sector not in ("ELI", "GOV")


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("Tajikistan's Ministry of Defense", "TJK", "GOV"),
        ("the Chilean navy", "CHL", "MIL"),
        ("a spokesman for the Kenyan police", "KEN", "COP"),
        ("Denmark", "DNK", None),
        ("Danish fishermen", "DNK", "AGR"),
        ("the deputy foreign minister of Laos", "LAO", "GOV"),
        ("a former Peruvian intelligence minister", "PER", "ELI"),
        ("the ousted president of Niger", "NER", "ELI"),
        ("Mongolian students", "MNG", "EDU"),
        ("the parliament of Georgia", "GEO", "LEG"),
        ("Turkish-backed Syrian rebels", "SYR", "REB"),
        ("pro-Serbian separatists in Moldova", "MDA", "REB"),
        ("a Ghana-based mining company", "GHA", "BUS"),
        ("a group of nurses from Malawi", "MWI", "MED"),
        ("Abkhazia", "GEO", "PRE"),
        ("Lima police", "PER", "COP"),
        ("Uruguay's Defense Department", "URY", "GOV"),
        ("Montevideo", "URY", "GOV"),
        ("the wife of the Togolese president", "TGO", "ELI"),
    ],
)
def test_phrase_gets_country_and_sector(phrase: str, country: str, sector: str | None) -> None:
    """Country by nationality, possessor or place; sector by the noun or what it belongs to."""
    actor = code_actor(phrase)
    assert (actor.country, actor.sector) == (country, sector)


def test_body_of_several_states_stands_in_place_of_a_country() -> None:
    """The UN has no country; its sector is UNO."""
    actor = code_actor("a UN official")
    assert (actor.country, actor.sector) == (None, "UNO")


def test_legislature_of_the_union_is_a_legislature() -> None:
    """A noun that decides by itself goes before the body that it belongs to."""
    assert code_actor("the EU legislature").sector == "LEG"


def test_office_holder_is_found_at_the_date() -> None:
    """An office with its country names the person who held it on the day."""
    assert code_actor("Iran's president", on=dt.date(2022, 6, 10)).name == "Ebrahim Raisi"


def test_person_who_has_left_office_is_a_former_official() -> None:
    """The same name gives GOV during the term and ELI after it."""
    assert code_actor("Hassan Rouhani", on=dt.date(2020, 1, 1)).sector == "GOV"
    assert code_actor("Hassan Rouhani", on=dt.date(2022, 1, 1)).sector == "ELI"


def test_unknown_name_is_nobody() -> None:
    """A private person's name gives nothing, even where a word of it names a town or country."""
    for name in ("Jordan Whitfield", "Douglas Arthur Pell", "zrkqt"):
        actor = code_actor(name)
        assert (actor.country, actor.sector) == (None, None)


def test_pronoun_is_nobody() -> None:
    """'She' alone codes nothing."""
    assert code_actor("She").sector is None


def test_context_gives_the_country_that_the_phrase_lacks() -> None:
    """A bare office takes the one country of its context."""
    assert code_actor("the defence minister", context="Talks in Norway went on.").country == "NOR"


def test_context_of_two_countries_decides_nothing() -> None:
    """Where the context names two countries, neither is taken."""
    assert code_actor("the defence minister", context="Norway and Sweden held talks.").country is None


def test_letters_turned_round_are_understood() -> None:
    """A slip of two neighbouring letters in a nationality is mended."""
    assert code_actor("Kazahk soldiers").country == "KAZ"


def test_plural_and_singular_have_one_role() -> None:
    """The lexicon lists singulars; plurals are understood."""
    assert role_of("foreign ministers") == role_of("foreign minister")


def test_longest_noun_of_the_lexicon_wins() -> None:
    """'chief of the general staff' is found whole, not as 'staff'."""
    found = role_ending_at(["chief", "of", "the", "general", "staff"], 5)
    assert found is not None
    assert found[1].noun == "chief of the general staff"


def test_lexicon_has_several_hundred_nouns_and_peoples() -> None:
    """The lexicon is broad."""
    assert len(load_roles()) > 800
    assert len(load_peoples()) > 150
