"""Offices that stand beside names, with their terms."""

from collections.abc import Callable

import pytest

from dragoman.checks.tenure import check_tenures
from dragoman.model.reading import Reading
from dragoman.model.statement import Tenure

Reader = Callable[..., Reading]


def told(reading: Reading) -> list[tuple[str, str, str | None, str | None]]:
    """Person, office and term of each tenure."""
    found = [s for s in reading.statements if isinstance(s, Tenure)]
    return [
        (s.in_role("person")[0].name, s.office, s.time.start if s.time else None, s.time.end if s.time else None) for s in found
    ]


@pytest.mark.parametrize(
    ("text", "person", "office", "start", "end"),
    [
        ("Tarja Halonen, Finland's president from March 2000 to March 2012, kept a house there.", "Tarja Halonen", "president",
         "2000-03-01", "2012-03-31"),
        ("Michelle Bachelet, who was president of Chile until March 2018, opened the road.", "Michelle Bachelet", "president",
         None, "2018-03-31"),
        ("Under Jens Stoltenberg (prime minister of Norway from 2005 to 2013) spending grew.", "Jens Stoltenberg", "prime minister",
         "2005-01-01", "2013-12-31"),
        ("Ghana's president from 7 January 2017, Nana Akufo-Addo never went there.", "Nana Akufo-Addo", "president",
         "2017-01-07", None),
        ("Subrahmanyam Jaishankar has served as India's external affairs minister since May 2019.", "Subrahmanyam Jaishankar",
         "foreign minister", "2019-05-01", None),
        ("Ben Wallace resigned as Britain's defence secretary on 31 August 2023.", "Ben Wallace", "defence minister",
         None, "2023-08-31"),
    ],
)  # fmt: skip
def test_a_term_stands_behind_its_office(
    read: Reader, text: str, person: str, office: str, start: str | None, end: str | None
) -> None:
    """The time after an office, or of the verb that says so, is that of the term."""
    assert (person, office, start, end) in told(read(text))


def test_who_succeeds_begins_and_who_is_succeeded_ends(read: Reader) -> None:
    """'X succeeded Y as Z' says a term of each."""
    found = told(read("Boris Johnson succeeded Theresa May as prime minister of Britain on 24 July 2019."))
    assert ("Boris Johnson", "prime minister", "2019-07-24", None) in found
    assert ("Theresa May", "prime minister", None, "2019-07-24") in found


def test_a_negated_verb_does_not_deny_the_office_beside_its_subject(read: Reader) -> None:
    """Who 'never came' was president all the same."""
    reading = read("Tarja Halonen, Finland's president from 2000 to 2012, never came to Lagos.")
    assert [s.factuality.polarity for s in reading.statements if isinstance(s, Tenure)] == ["positive"]


@pytest.mark.parametrize(
    "text",
    [
        "The King David Hotel in Jerusalem was full.",
        "Queen Elizabeth class carriers sailed from Portsmouth.",
        "A member of the crew told the speaker to leave.",
        "The head of the queue moved slowly in Lagos.",
    ],
)
def test_no_office_is_read_where_nobody_holds_one(read: Reader, text: str) -> None:
    """A hotel, a class of ships, and heads of other things."""
    assert told(read(text)) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Evo Morales, in office until 10 November 2019, flew to Mexico.", ("president", None, "2019-11-10")),
        ("Michelle Bachelet, who ran Chile from 2014 to 2018, spoke.", ("president", "2014-01-01", "2018-12-31")),
        ("Artis Pabriks, Latvia's defence minister, resigned in December 2022.", ("defence minister", None, "2022-12-31")),
        ("Peru's foreign minister, Jane Doe, who has held the post since April 2017, agreed.",
         ("foreign minister", "2017-04-01", None)),
        ("It was in May 2003 that the then-president, Jacques Chirac, went to Fez.", ("president", "2003-05-01", "2003-05-31")),
    ],
)  # fmt: skip
def test_office_is_found_where_the_words_only_point_to_it(
    read: Reader, text: str, row: tuple[str, str | None, str | None]
) -> None:
    """'In office', 'the post', 'ran the country': the office is the one beside the name, or the one whose term fits."""
    assert row in [r[1:] for r in told(read(text))]


def test_a_year_in_office_is_not_a_term(read: Reader) -> None:
    """'President in 1975' tells a time at which the office was held, so that its bounds are not held against the table."""
    found = check_tenures(read("Gerald Ford, president of the United States in 1975, went to Helsinki."))
    assert [f.verdict for f in found] == ["agrees"]
    found = check_tenures(read("President Gerald Ford's time in office during the 1970s was short."))
    assert all(f.verdict != "disagrees" for f in found)
