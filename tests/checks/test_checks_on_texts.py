"""Each check on short texts: what agrees, what disagrees, and near twins that must stay silent."""

from collections.abc import Callable

import pytest

from dragoman.checks.registry import check_all
from dragoman.model.reading import Reading

Read = Callable[..., Reading]


def verdicts(read: Read, text: str, check: str) -> list[str]:
    return [f.verdict for f in check_all([read(text, "2024-10-01")]) if f.check == check]


@pytest.mark.parametrize(
    ("check", "text", "verdict"),
    [
        ("arithmetic", "The parade showed 12 tanks and 30 lorries, 45 vehicles altogether.", "disagrees"),
        ("arithmetic", "The parade showed 12 tanks and 30 lorries, 42 vehicles altogether.", "agrees"),
        (
            "arithmetic",
            "Exports rose from $20 million in 2010 to $45 million in 2015, more than doubling in five years.",
            "agrees",
        ),
        (
            "arithmetic",
            "Trade was $30 million in 2012; by 2014 it had reached $38 million, having doubled in two years.",
            "disagrees",
        ),
        ("arithmetic", "Imports grew from €2 billion in 2010 to €3 billion in 2012, an increase of 50 percent.", "agrees"),
        ("arithmetic", "Imports grew from €2 billion in 2010 to €3 billion in 2012, an increase of 80 percent.", "disagrees"),
        (
            "arithmetic",
            "Trade reached $100 million in 2019. In the following year it fell by 10 percent, to $90 million.",
            "agrees",
        ),
        ("direction", "The firm has a plant at Antwerp, north of Brussels.", "agrees"),
        ("direction", "The firm has a plant at Antwerp, south of Brussels.", "disagrees"),
        ("direction", "Talks were held in Bor, in the east of Serbia.", "agrees"),
        ("border", "Spain, Portugal's neighbour to the east, sent aid.", "agrees"),
        ("border", "Iran, Tajikistan's neighbour to the south, sent aid.", "disagrees"),
        (
            "interval",
            "Rebels ambushed a convoy on 5 March 2020. Mali recalled its envoy on 26 March 2020, three weeks after the ambush.",
            "agrees",
        ),
        (
            "interval",
            "Rebels ambushed a convoy on 5 March 2020. Mali recalled its envoy on 9 March 2020, three weeks after the ambush.",
            "disagrees",
        ),
    ],
)
def test_a_claim_gets_its_verdict(read: Read, check: str, text: str, verdict: str) -> None:
    assert verdicts(read, text, check) == [verdict]


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("direction", "He was tried in the Eastern District of New York."),
        ("count", "On 3 and 9 and 12 May gunmen killed two people."),
        ("arithmetic", "The parade showed 12 tanks and 30 lorries, and 45 guests came."),
        ("arithmetic", "Imports rose to €3 billion in 2012, an increase of 50 percent."),
        ("border", "Japan, South Korea's maritime neighbour, sent aid."),
        ("tenure", "Barack Obama leaves office on Jan. 20."),
    ],
)
def test_a_near_twin_stays_silent(read: Read, check: str, text: str) -> None:
    assert "disagrees" not in verdicts(read, text, check)


def test_an_expression_of_months_may_be_too_coarse_to_tell(read: Read) -> None:
    found = verdicts(
        read,
        "Rebels ambushed a convoy in March 2020. Mali recalled its envoy in April 2020, two weeks after the ambush.",
        "interval",
    )
    assert "disagrees" not in found
