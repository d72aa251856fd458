"""The map's checks on the many ways in which texts tell distances, directions, capitals, coasts and states of towns."""

from collections.abc import Callable

import pytest

from dragoman.checks.registry import check_all
from dragoman.model.reading import Reading

Read = Callable[..., Reading]


def found(read: Read, text: str, check: str) -> list[str]:
    return [f.verdict for f in check_all([read(text, "2024-10-01")]) if f.check == check]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The convoy drove the 470 kilometres from Madrid to Seville.", "agrees"),
        ("The convoy drove the 2,900 kilometres from Madrid to Seville.", "disagrees"),
        ("The distance between Warsaw and Krakow is about 250 km.", "agrees"),
        ("The distance between Warsaw and Krakow is about 900 km.", "disagrees"),
        ("Mosul, a city some 350 km north of Baghdad, was quiet.", "agrees"),
        ("Mosul, a city some 1,350 km north of Baghdad, was quiet.", "disagrees"),
        ("Hamburg and Munich are 610 km apart.", "agrees"),
        ("Hamburg and Munich are 90 km apart.", "disagrees"),
    ],
)
def test_a_distance_is_measured(read: Read, text: str, verdict: str) -> None:
    assert found(read, text, "distance") == [verdict]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Aswan, on Egypt's southern edge, was calm.", "agrees"),
        ("Aswan, on Egypt's northern edge, was calm.", "disagrees"),
        ("Tabriz, which is in the north-west of Iran, was hit.", "agrees"),
        ("Tabriz, which is in the south-east of Iran, was hit.", "disagrees"),
        ("Mosul lies to the north of Baghdad.", "agrees"),
        ("Mosul lies to the south of Baghdad.", "disagrees"),
    ],
)
def test_a_direction_is_looked_up(read: Read, text: str, verdict: str) -> None:
    assert found(read, text, "direction") == [verdict]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Ottawa, the Canadian capital, was quiet.", "agrees"),
        ("Envoys met in Vancouver, Canada's capital.", "disagrees"),
        ("Envoys met in Marrakesh, Morocco's capital.", "cannot tell"),
        ("Casablanca is the capital of Morocco.", "disagrees"),
        ("They met in the Iraqi city of Mosul.", "agrees"),
        ("They met in the Syrian city of Mosul.", "disagrees"),
        ("Troops from landlocked Mali arrived.", "agrees"),
        ("Troops from landlocked Ghana arrived.", "disagrees"),
        ("Uzbekistan is a landlocked country.", "agrees"),
        ("Romania, a state on the Black Sea, sent ships.", "agrees"),
        ("Hungary, a state on the Black Sea, sent ships.", "disagrees"),
    ],
)
def test_capitals_coasts_and_states_of_towns_are_looked_up(read: Read, text: str, verdict: str) -> None:
    assert found(read, text, "border") == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "They met in the Russian city of Sevastopol.",
        "They met in the Serbian city of Pristina.",
        "They met in the Pakistani city of Srinagar.",
        "They met in the Chinese city of Taipei.",
        "Envoys flew to Istanbul, the Turkish capital and Izmir.",
        "Aleppo, Homs, the Syrian capital, and Latakia were calm.",
        "Envoys met in Jerusalem, the Israeli capital.",
        "Envoys met in La Paz, the Bolivian capital.",
        "Ghana is not landlocked.",
        "A 300-km missile was tested, officials from Lahore to Karachi said.",
        "A 1,760 km pipeline runs from Baku to Ceyhan.",
        "Morocco, a neighbour of Mauritania, sent aid.",
    ],
)
def test_what_is_disputed_or_loose_never_disagrees(read: Read, text: str) -> None:
    assert "disagrees" not in [f.verdict for f in check_all([read(text, "2024-10-01")])]
