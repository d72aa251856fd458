"""What is read of people in offices."""

from collections.abc import Callable

from dragoman.model.reading import Reading
from dragoman.model.statement import Tenure

Reader = Callable[..., Reading]


def test_a_term_in_brackets_may_stand_behind_the_office(read: Reader) -> None:
    """The years after an apposition are those of the person's term."""
    reading = read("Mariam Mahamat, Chad's foreign minister (2015-18), visited Paris.")
    terms = [(s.time.start, s.time.end) for s in reading.statements if isinstance(s, Tenure) and s.time is not None]
    assert terms == [("2015-01-01", "2018-12-31")]
