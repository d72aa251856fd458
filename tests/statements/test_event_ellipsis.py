"""Acts told again without their verb: another party, number and date behind the first."""

from collections.abc import Callable

import pytest

from dragoman.model.reading import Reading
from dragoman.model.statement import Event, Membership

Reader = Callable[..., Reading]
Told = tuple[frozenset[str | None], frozenset[str | None], str | None]


def told(read: Reader, text: str) -> list[Told]:
    """Of each event of a text who acts, who is acted upon, and its first day."""
    found = [s for s in read(text).statements if isinstance(s, Event)]
    return [
        (
            frozenset(p.country for p in e.in_role("actor")),
            frozenset(p.country for p in e.in_role("recipient")),
            e.time.start if e.time is not None else None,
        )
        for e in found
    ]


def row(actor: str, recipient: str, day: str) -> Told:
    """One event between two states."""
    return frozenset({actor}), frozenset({recipient}), day


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Serbia attacked Croatia in 1991 and Bosnia the next year.", row("SRB", "BIH", "1992-01-01")),
        ("France withdrew its troops from Mali in 2022 and from Niger in 2023.", row("FRA", "NER", "2023-01-01")),
        ("Latvia recognised Kosovo on 20 February 2008, Estonia a day later.", row("EST", "XKX", "2008-02-21")),
        ("Chad expelled the Libyan ambassador on 3 May 1994, two days after Niger.", row("NER", "LBY", "1994-05-01")),
        ("Israel struck Homs on 3 May 2018, Aleppo two days later.", row("ISR", "SYR", "2018-05-05")),
        ("Angola sank 6 Zambian boats in May 2019 and another 18 in October.", row("AGO", "ZMB", "2019-10-01")),
        ("Angola bombed Zambia on 3 May 1979 and Malawi on 1 June.", row("AGO", "MWI", "1979-06-01")),
        ("Chad invaded Niger on 3 May 1994; Libya followed suit two days later.", row("LBY", "NER", "1994-05-05")),
    ],
)
def test_second_act_has_its_own_party_and_date(read: Reader, text: str, second: Told) -> None:
    """What is new behind the first date is a second event."""
    found = told(read, text)
    assert len(found) == 2
    assert second in found


def test_party_of_a_later_act_is_none_of_the_first(read: Reader) -> None:
    """Each party has the year that stands behind it."""
    found = told(read, "Iran signed agreements with Oman in 2014, with Qatar in 2016 and with Kuwait in 2018.")
    assert [(sorted(str(a) for a in actors), day) for actors, _, day in found] == [
        (["IRN", "OMN"], "2014-01-01"),
        (["IRN", "QAT"], "2016-01-01"),
        (["IRN", "KWT"], "2018-01-01"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Turkey bombed Syria in 2016, and Iraq was quiet in 2017.",
        "Kenya arrested two Somali traders in March 2012 and Ethiopia fell silent in May.",
        "Peru invaded Ecuador in July 1941, but not Chile in 1942.",
    ],
)
def test_clause_with_a_verb_or_a_denial_tells_no_second_act(read: Reader, text: str) -> None:
    """Another clause is no ellipsis."""
    assert len(told(read, text)) == 1


def test_same_day_as_another_is_a_date_of_both(read: Reader) -> None:
    """'on 18 May, the same day as X': X did so as well."""
    found = read("Malta applied to join NATO on 18 May 2022, the same day as Austria.").statements
    assert {(p.country, s.time.start) for s in found if isinstance(s, Membership) and s.time for p in s.in_role("member")} == {
        ("MLT", "2022-05-18"),
        ("AUT", "2022-05-18"),
    }
