"""What the phrases of facilities tell by themselves: nouns left out, parts, places, hosts that nobody tells."""

import pytest

import dragoman
from dragoman.model.statement import Facility


def facilities(text: str) -> list[Facility]:
    """The facility statements of a text."""
    found = dragoman.read(text, published="2024-06-01").of_kind("facility")
    return [f for f in found if isinstance(f, Facility)]


def parties(statement: Facility) -> set[tuple[str, str]]:
    """Roles with countries, or names where the tables know no country."""
    return {(p.role, p.country or p.name) for p in statement.participants}


def test_a_noun_that_is_left_out_is_that_of_the_plant_before() -> None:
    """'Peugeot's at Kenitra' is a factory with an owner and a host of its own."""
    second = facilities("Renault runs a plant at Tangier, and Nissan's at Pretoria opened in 2019.")[1]
    assert second.facility_type == "factory"
    assert second.status == "opened"
    assert parties(second) == {("operator", "JPN"), ("host", "ZAF")}


@pytest.mark.parametrize("text", ["Chile opened a drone factory in Qwertypol.", "Chile opened a drone factory."])
def test_who_opens_a_plant_is_not_said_to_host_it(text: str) -> None:
    """Where a plant stands is left open where the text, or the map, does not tell."""
    (plant,) = facilities(text)
    assert ("host", "CHL") not in parties(plant)


def test_what_is_said_of_one_act_is_not_said_of_another() -> None:
    """Who began a dam did not finish it."""
    begun, finished = facilities("Begun by France in 1981, the dam at Kajaki was finished by Chinese engineers.")
    assert ("builder", "FRA") in parties(begun)
    assert ("builder", "CHN") in parties(finished)
    assert ("builder", "FRA") not in parties(finished)


def test_a_part_stands_for_the_works() -> None:
    """The running of a port is the port's."""
    (port,) = facilities("Turkey took over the running of Mogadishu's airport in 2013.")
    assert parties(port) == {("operator", "TUR"), ("host", "SOM")}


@pytest.mark.parametrize(
    "text",
    [
        "The airline has a full pipeline of orders from China.",
        "The town's works of art were burnt.",
        "The euro has a tax base in Italy.",
    ],
)
def test_other_senses_are_no_facilities(text: str) -> None:
    """Words that only sound like plants."""
    assert facilities(text) == []


def test_any_base_is_not_said_to_be_there() -> None:
    """'any' in a denial takes nothing for granted."""
    assert all(f.realis != "actual" for f in facilities("There was no sign of any Chinese base in Cuba."))


def test_a_plan_is_no_plant() -> None:
    """What is talked about is planned."""
    (line,) = facilities("A pipeline from Baku to Ceyhan has been talked about.")
    assert (line.status, line.realis) == ("planned", "planned")


def test_a_tyre_factory_does_not_stand_at_tyre() -> None:
    """A product that is spelt like a town is no place."""
    (plant,) = facilities("The tyre factory, which was then under construction in Zrenjanin, was criticised.")
    assert ("host", "SRB") in parties(plant)
    assert plant.status == "under construction"
