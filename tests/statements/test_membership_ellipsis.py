"""Memberships by nouns, pronouns and half-said clauses."""

from collections.abc import Callable

import pytest

from dragoman.checks.membership import check_memberships
from dragoman.model.reading import Reading
from dragoman.model.statement import Membership

Reader = Callable[..., Reading]


def told(reading: Reading) -> set[tuple[str, str, str, str, str | None]]:
    """Member, body, status, polarity and first day of each membership."""
    return {
        (m.country or "", b.entity or "", s.status, s.factuality.polarity, s.time.start if s.time else None)
        for s in reading.statements
        if isinstance(s, Membership)
        for m in s.in_role("member")
        for b in s.in_role("organisation")
    }


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Croatia joined NATO in April 2009, Montenegro eight years later.", ("MNE", "nato", "joined", "positive", "2017-01-01")),
        ("Laos and Cambodia joined ASEAN in 1997 and 1999 respectively.", ("KHM", "asean", "joined", "positive", "1999-01-01")),
        ("Qatar left OPEC in 2019; Kuwait has not.", ("KWT", "opec", "withdrew", "negative", None)),
        ("Ghana is in ECOWAS and Chad has joined neither ECOWAS nor the Arab League.", ("GHA", "ecowas", "member", "positive", None)),
        ("Gabon, no longer in OPEC since 1995, set its own targets.", ("GAB", "opec", "member", "negative", "1995-01-01")),
        ("Peru has never belonged to OPEC.", ("PER", "opec", "member", "negative", None)),
        ("Estonia has been a member of NATO since 2004 and a member of the European Union since May 2004.",
         ("EST", "eu", "member", "positive", "2004-05-01")),
        ("Fiji returned to the Commonwealth in September 2014.", ("FJI", "commonwealth", "joined", "positive", "2014-09-01")),
    ],
)  # fmt: skip
def test_what_a_clause_leaves_out_is_read(read: Reader, text: str, row: tuple[str, str, str, str, str | None]) -> None:
    """Gapped clauses, 'respectively', 'has not', and standing told by 'in' and 'belong'."""
    country, body, *rest = row
    assert (country, f"organisation/{body}", *rest) in told(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "A member of the crowd in Lagos threw a stone.",
        "Ghana returned to the table in March.",
        "The minister, in NATO headquarters, met the press.",
        "Peru belongs to a generation of reformers.",
    ],
)
def test_no_membership_is_read_where_no_body_takes_members(read: Reader, text: str) -> None:
    """Crowds, tables and buildings."""
    assert not told(read(text))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Croatia has been a member of NATO since 2004.", "disagrees"),
        ("Croatia has been a member of NATO since 2009.", "agrees"),
        ("Croatia joined NATO in 2004.", "disagrees"),
        ("Peru has never belonged to OPEC.", "agrees"),
        ("Nigeria has never belonged to OPEC.", "disagrees"),
    ],
)
def test_the_time_and_the_denial_of_a_membership_are_checked(read: Reader, text: str, verdict: str) -> None:
    """'Since 2004' is held against the day of joining, 'never' against all terms that hold."""
    assert [f.verdict for f in check_memberships(read(text, published="2020-01-01"))] == [verdict]
