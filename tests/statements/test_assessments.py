"""What is read of relations as such."""

from collections.abc import Callable

from dragoman.model.reading import Reading
from dragoman.model.statement import Assessment

Reader = Callable[..., Reading]


def test_relations_that_have_not_recovered_are_unchanged(read: Reader) -> None:
    """A denied improvement says that nothing has changed."""
    reading = read("Relations between Mali and France have not recovered.")
    assert [s.direction for s in reading.statements if isinstance(s, Assessment)] == ["unchanged"]
