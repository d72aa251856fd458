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
