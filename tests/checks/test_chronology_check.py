"""Dates against the calendar and the day of publication."""

from collections.abc import Callable

import pytest

from dragoman.checks.chronology import check_chronology
from dragoman.model.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("The ministers met on Tuesday, 14 March 2023, in Oslo.", ["agrees"]),
        ("The ministers met on Friday, 14 March 2023, in Oslo.", ["disagrees"]),
        ("Oslo held a vote on Saturday, February 29, 2020.", ["agrees"]),
        ("Oslo held a vote in 2020. It was counted on Sunday.", []),
    ],
)
def test_a_weekday_has_to_be_that_of_its_date(read: Read, text: str, verdicts: list[str]) -> None:
    assert [f.verdict for f in check_chronology(read(text, "2024-10-01"))] == verdicts


def test_an_act_told_as_done_after_the_documents_date_disagrees(read: Read) -> None:
    (finding,) = check_chronology(read("Norway opened an embassy in Chad on 3 May 2025.", "2024-10-01"))
    assert finding.verdict == "disagrees"
    assert "2024-10-01" in finding.explanation


@pytest.mark.parametrize(
    "text",
    [
        "Norway will open an embassy in Chad on 3 May 2025.",
        "Norway plans to open an embassy in Chad on 3 May 2025.",
        "Norway offered Chad six boats for 2027.",
        "Norway said that it would open an embassy in Chad in 2027.",
        "Norway opened an embassy in Chad on 3 May 2023.",
        "Norway opened an embassy in Chad on 2 October 2024.",
        "If Norway opened an embassy in Chad in 2027, trade could grow.",
    ],
)
def test_plans_aims_conditions_and_the_next_day_stay_silent(read: Read, text: str) -> None:
    assert check_chronology(read(text, "2024-10-01")) == []


def test_without_a_date_of_publication_nothing_is_after_it(read: Read) -> None:
    assert check_chronology(read("Norway opened an embassy in Chad on 3 May 2041.")) == []
