"""What is read of factories, bases and the like."""

from collections.abc import Callable

from dragoman.model.reading import Reading
from dragoman.model.statement import Facility

Reader = Callable[..., Reading]


def test_a_states_own_base_is_a_facility(read: Reader) -> None:
    """'its base' is a facility where it is a state's."""
    reading = read("France closed its base in Niger in December 2023.")
    assert [s.status for s in reading.statements if isinstance(s, Facility)] == ["closed"]


def test_a_political_base_is_no_facility(read: Reader) -> None:
    """A set phrase names nothing that is built."""
    reading = read("France's industrial base in Brittany has shrunk.")
    assert not [s for s in reading.statements if isinstance(s, Facility)]


def test_a_name_that_nothing_tells_to_be_a_facility_is_none(read: Reader) -> None:
    """A street or a meeting is no facility."""
    reading = read("Protesters marched down Roosevelt Avenue on Monday.")
    assert not [s for s in reading.statements if isinstance(s, Facility)]


def facilities(reading: Reading) -> list[Facility]:
    """All facilities, in the order of the text."""
    return [s for s in reading.statements if isinstance(s, Facility)]


def roles(facility: Facility) -> set[tuple[str, str | None]]:
    """The roles of a facility with their countries."""
    return {(p.role, p.country) for p in facility.participants}


def test_a_base_goes_by_its_site(read: Reader) -> None:
    """The town after 'at' is the base's name and no second facility."""
    found = facilities(read("France closed its air base at Kossei in Chad in January 2025."))
    assert [(s.status, s.facility_type) for s in found] == [("closed", "air base")]
    assert found[0].name == "Kossei"


def test_a_works_called_by_its_country_stands_there(read: Reader) -> None:
    """'Ghana's first refinery' is in Ghana, whoever builds it."""
    found = facilities(read("China is building Ghana's first refinery."))
    assert {("host", "GHA"), ("builder", "CHN")} <= roles(found[0])


def test_who_owns_a_mill_is_told_with_what_it_does(read: Reader) -> None:
    """A participle beside the noun adds a role and is no second record."""
    found = facilities(read("A flour mill in Ghana, owned by Togo, grinds wheat."))
    assert [s.status for s in found] == ["operating"]
    assert ("owner", "TGO") in roles(found[0])


def test_what_a_factory_is_for_is_its_product(read: Reader) -> None:
    """Goods that are no arms are products too."""
    found = facilities(read("Vietnam opened a factory for electric buses in Laos last year."))
    assert [s.product for s in found] == [("electric buses",)]


def test_a_factory_worker_is_no_facility(read: Reader) -> None:
    """The noun before another noun is scenery."""
    assert not facilities(read("A factory worker from Ghana won the race."))
