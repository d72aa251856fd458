"""What is read of relations as such."""

from collections.abc import Callable

from dragoman.model.reading import Reading
from dragoman.model.statement import Assessment

Reader = Callable[..., Reading]


def test_relations_that_have_not_recovered_are_unchanged(read: Reader) -> None:
    """A denied improvement says that nothing has changed."""
    reading = read("Relations between Mali and France have not recovered.")
    assert [s.direction for s in reading.statements if isinstance(s, Assessment)] == ["unchanged"]


def directions(reading: Reading) -> list[str]:
    """The directions of all assessments, in the order of the text."""
    return [s.direction for s in reading.statements if isinstance(s, Assessment)]


def parties(reading: Reading) -> list[set[str | None]]:
    """The countries of each assessment's parties."""
    return [{p.country for p in s.participants} for s in reading.statements if isinstance(s, Assessment)]


def test_those_with_another_are_relations_of_the_same_party(read: Reader) -> None:
    """'those' stands for the relations named before, and its owner holds."""
    reading = read("Kenya's ties with Uganda improved while those with Somalia did not.")
    assert directions(reading) == ["improving", "unchanged"]
    assert parties(reading) == [{"KEN", "UGA"}, {"KEN", "SOM"}]


def test_close_ties_that_are_enjoyed_are_one_assessment(read: Reader) -> None:
    """The adjective says no more than its verb."""
    assert directions(read("Kenya enjoys friendly ties with Uganda.")) == ["good"]


def test_once_cordial_ties_that_are_wrecked_are_two_assessments(read: Reader) -> None:
    """How they were and how they moved are told by two words."""
    assert sorted(directions(read("The raid wrecked Kenya's once cordial ties with Uganda."))) == ["good", "worsening"]


def test_ties_never_closer_are_good(read: Reader) -> None:
    """A denied comparison asserts the height of it."""
    assert directions(read("Kenya and Uganda have never been closer.")) == ["good"]


def test_relations_never_cordial_are_bad(read: Reader) -> None:
    """A denied good word is not read as good."""
    assert "good" not in directions(read("Never cordial, the relationship between Kenya and Uganda has worsened."))


def test_relations_no_longer_warm_have_worsened(read: Reader) -> None:
    """What has ceased to be good has moved."""
    assert directions(read("Kenya's ties with Uganda are no longer warm.")) == ["worsening"]


def test_an_adverb_tells_the_dimension(read: Reader) -> None:
    """'Commercially' makes it economic."""
    reading = read("Commercially Kenya and Uganda have never been closer.")
    assert [s.dimension for s in reading.statements if isinstance(s, Assessment)] == ["economic"]


def test_bonds_that_pay_interest_are_no_relation(read: Reader) -> None:
    """German and Italian bonds are papers."""
    assert not directions(read("German and Italian bonds improved on Monday."))
