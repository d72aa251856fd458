"""What is read of parties in organisations and treaties."""

from collections.abc import Callable

from dragoman.model.reading import Reading
from dragoman.model.statement import Membership

Reader = Callable[..., Reading]


def memberships(reading: Reading) -> list[Membership]:
    """The memberships of a reading."""
    return [s for s in reading.statements if isinstance(s, Membership)]


def test_a_candidate_for_membership_has_applied(read: Reader) -> None:
    """'a candidate for membership of' names the body two steps away."""
    (found,) = memberships(read("Albania has been a candidate for membership of the European Union since June 2014."))
    assert (found.status, {p.name for p in found.participants if p.role == "organisation"}) == ("applied", {"European Union"})


def test_a_party_is_no_member_of_itself(read: Reader) -> None:
    """'political parties' are no signatories."""
    assert memberships(read("Labour unions and political parties of Spain protested.")) == []
