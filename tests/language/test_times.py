import datetime as dt

import pytest
from spacy.language import Language

from dragoman.language.reader import annotate
from dragoman.language.times import find_times, opened
from dragoman.model.document import Document
from dragoman.model.span import TimeExpression

pytestmark = pytest.mark.model


def read_times(nlp: Language, text: str, published: str | None = None) -> dict[str, TimeExpression]:
    day = None if published is None else dt.date.fromisoformat(published)
    return {time.text: time for time in find_times(annotate(Document(id="t", text=text, published=day), nlp))}


def days(expression: TimeExpression) -> tuple[str | None, str | None] | None:
    return None if expression.time is None else (expression.time.start, expression.time.end)


def test_span_quotes_the_text(nlp):
    """Offsets lead to the words, also after a typographic quotation mark."""
    text = "“We left,” he said, in late March 2022."
    for words, time in read_times(nlp, text).items():
        assert text[time.start : time.end] == words == "late March 2022"


def test_year_less_date_takes_the_year_said_just_before(nlp):
    """'In February' after 'since early 2022' is of 2022."""
    times = read_times(nlp, "Since early 2022 the army has been in retreat. In February it left Segou.")
    assert days(times["February"]) == ("2022-02-01", "2022-02-28")
    assert times["February"].time.basis == "anchored"


def test_year_less_date_takes_the_published_year(nlp):
    """Nothing in the text gives a year: the document's date does."""
    times = read_times(nlp, "The ministers met on Feb. 4 in Doha.", "2022-06-10")
    assert days(times["Feb. 4"]) == ("2022-02-04", "2022-02-04")
    assert times["Feb. 4"].time.basis == "published"


def test_year_less_date_of_the_past_is_never_after_the_document(nlp):
    """A November told in June is that of the year before."""
    times = read_times(nlp, "The ministers met in November in Doha.", "2022-06-10")
    assert days(times["November"]) == ("2021-11-01", "2021-11-30")


def test_year_less_date_of_the_future_is_after_the_document(nlp):
    """'will' looks ahead."""
    times = read_times(nlp, "The ministers will meet in January in Doha.", "2022-06-10")
    assert days(times["January"]) == ("2023-01-01", "2023-01-31")


def test_year_less_date_without_any_year_has_no_time(nlp):
    """Neither the text nor the document gives a year."""
    assert read_times(nlp, "The ministers met on 4 February in Doha.")["4 February"].time is None


def test_listed_dates_share_the_year_that_the_last_one_tells(nlp):
    """'Feb. 4 and March 8, 2022' are two dates of 2022."""
    times = read_times(nlp, "Explosions on Feb. 4 and March 8, 2022 damaged the plant.")
    assert days(times["Feb. 4"]) == ("2022-02-04", "2022-02-04")


def test_year_does_not_cross_a_paragraph(nlp):
    """A new paragraph begins anew."""
    times = read_times(nlp, "The base fell in May 2014.\n\nIn August the garrison left.", "2022-10-01")
    assert days(times["August"]) == ("2022-08-01", "2022-08-31")


def test_relative_time_needs_the_date_of_the_document(nlp):
    """'last month' in a document without a date is known, but not placed."""
    assert read_times(nlp, "The talks failed last month.")["last month"].time is None


def test_following_year_counts_from_the_last_time(nlp):
    """'the following year' is anchored."""
    times = read_times(nlp, "Trade reached a peak in 2018. In the following year it fell.")
    assert days(times["the following year"]) == ("2019-01-01", "2019-12-31")


def test_no_day_follows_a_year(nlp):
    """A day cannot be counted from a time as coarse as a year."""
    assert read_times(nlp, "The war ended in 2018. The following day nobody spoke.")["The following day"].time is None


def test_duration_beside_a_date_counts_from_the_time_before(nlp):
    """'on 21 May, two weeks later' counts from the signing, not from the 21st."""
    times = read_times(nlp, "They signed on 7 May 2024. The chamber approved it on 21 May, two weeks later.")
    assert days(times["two weeks later"]) == ("2024-05-20", "2024-05-26")


def test_since_has_no_end(nlp):
    """The words name a year; what they bound is open."""
    time = read_times(nlp, "It has been a member since 1974.")["1974"]
    assert days(time) == ("1974-01-01", "1974-12-31")
    assert (opened(time).start, opened(time).end) == ("1974-01-01", None)


def test_by_has_no_beginning(nlp):
    """'by 2028' ends with the year."""
    time = read_times(nlp, "It is to reach ten billion dollars by 2028.")["2028"]
    assert (opened(time).start, opened(time).end) == (None, "2028-12-31")


def test_hedge_between_since_and_the_date_is_kept(nlp):
    """'since at least early 2022' keeps both words."""
    time = read_times(nlp, "It has been so since at least early 2022.")["early 2022"]
    assert (time.relation, time.qualifier) == ("since", "at least")


def test_duration_knows_the_event_that_it_counts_from(nlp):
    """'nearly two weeks after the factory opened' counts from 'opened'."""
    doc = annotate(Document(id="t", text="They met nearly two weeks after the factory opened."), nlp)
    (time,) = find_times(doc)
    assert (time.duration, time.relation, time.qualifier, doc[time.anchor].text) == ("P2W", "after", "nearly", "opened")


def test_day_that_does_not_exist_has_no_day(nlp):
    """The calendar has no 30 February."""
    assert all(days(t) != ("2020-02-30", "2020-02-30") for t in read_times(nlp, "It is dated 30 February 2020.").values())


@pytest.mark.parametrize(
    "text",
    [
        "They may leave if they march on the town.",
        "The S-300 and the F-16s were sold for $2021.",
        "Boeing sold a 737; 80% of the crew stayed.",
        "Resolution 1701 was the second of its kind.",
        "Section 1245 applies to the first two cases.",
        "The battalion had 2000 soldiers.",
        "Theresa May met April Jones.",
        "Article 5 was invoked.",
    ],
)
def test_look_alikes_are_no_times(nlp, text):
    """Modals, verbs, designations, amounts, names and counts."""
    assert read_times(nlp, text, "2023-06-15") == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They reopened in May; it was raining.", "May"),
        ("The 2015 accord was dropped.", "2015"),
        ("Elections in 2014 brought him to power.", "2014"),
        ("He ruled Mali (2013–20) badly.", "2013–20"),
    ],
)
def test_true_times_beside_look_alikes(nlp, text, words):
    """The near twins of the look-alikes."""
    assert words in read_times(nlp, text, "2023-06-15")


def test_same_text_gives_the_same_times_twice(nlp):
    """Nothing is remembered between documents."""
    text = "In May 2014 the base fell. In August the garrison left."
    read_times(nlp, "In 1999 it rained.")
    assert read_times(nlp, text) == read_times(nlp, text)
