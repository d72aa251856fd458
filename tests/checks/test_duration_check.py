"""Lengths of time beside their first and last dates."""

from collections.abc import Callable

import pytest

from dragoman.checks.duration import check_durations
from dragoman.model.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("The five-year war, which lasted from 1981 to 1986, ruined Chad.", ["agrees"]),
        ("The five-year war, which lasted from 1981 to 1992, ruined Chad.", ["disagrees"]),
        ("The 30-day siege, from 3 May to 2 June 1994, ended in a truce.", ["agrees"]),
        ("The 30-day siege, from 3 May to 20 July 1994, ended in a truce.", ["disagrees"]),
        ("Norway adopted a ten-year plan. From 2014 to 2016 it bought boats.", []),
        ("Exports fell to a ten-year low between 2014 and 2016.", []),
    ],
)
def test_a_length_has_to_fit_the_dates_beside_it(read: Read, text: str, verdicts: list[str]) -> None:
    assert [f.verdict for f in check_durations(read(text, "2024-10-01"))] == verdicts
