import datetime as dt

import pytest
from spacy.language import Language

from dragoman.language.event_times import add_event_times, time_of, times_of
from dragoman.language.reader import annotate
from dragoman.model.document import Document

pytestmark = pytest.mark.model


def dates(nlp: Language, text: str, word: str, published: str | None = None, nth: int = 0) -> list[tuple[str | None, str | None]]:
    """The days of all times of the nth occurrence of a word."""
    day = None if published is None else dt.date.fromisoformat(published)
    doc = add_event_times(annotate(Document(id="t", text=text, published=day), nlp))
    token = [t for t in doc if t.text == word][nth]
    return [(e.time.start, e.time.end) for e in times_of(doc, token) if e.time is not None]


DAY = ("2022-05-17", "2022-05-17")


def test_time_before_the_clause_is_that_of_its_verb(nlp):
    """'On May 17, 2022, Egypt opened …'."""
    assert dates(nlp, "On May 17, 2022, Egypt opened a drone plant.", "opened") == [DAY]


def test_agreement_has_the_date_and_the_planned_act_none(nlp):
    """'agreed on May 17 to send': nothing was sent that day."""
    text = "Egypt agreed on May 17, 2022 to send troops."
    assert (dates(nlp, text, "agreed"), dates(nlp, text, "send")) == ([DAY], [])


def test_participle_shares_the_time_of_its_clause(nlp):
    """'…, killing twelve' happened with the attack."""
    assert dates(nlp, "Rebels attacked the camp on 17 May 2022, killing twelve people.", "killing") == [DAY]


def test_joined_verb_lends_its_time_at_the_end(nlp):
    """'visited Kabul and met Karzai on Monday'."""
    text = "He visited Kabul and met Karzai on 17 May 2022."
    assert dates(nlp, text, "visited") == dates(nlp, text, "met") == [DAY]


def test_relative_clause_keeps_its_time_to_itself(nlp):
    """The sale of 'the sale, announced last month, angered Greece' angered at no told time."""
    text = "The sale, announced on 17 May 2022, angered Greece."
    assert (dates(nlp, text, "announced"), dates(nlp, text, "angered")) == ([DAY], [])


def test_word_of_saying_at_the_end_takes_no_time_from_the_front(nlp):
    """'On …, Iran fired missiles, officials said': the firing has the date."""
    text = "On 17 May 2022, Iran fired missiles, officials said."
    assert (dates(nlp, text, "fired"), dates(nlp, text, "said")) == ([DAY], [])


def test_bracketed_term_dates_what_happened_during_it(nlp):
    """'During the war (1962-70), Egypt sent troops'."""
    assert dates(nlp, "During the Yemeni war (1962-70), Egypt sent troops.", "sent") == [("1962-01-01", "1970-12-31")]


def test_term_of_a_person_dates_no_act(nlp):
    """'President Conte (1984-2008) visited Paris' dates no visit."""
    assert dates(nlp, "President Conte (1984-2008) visited Paris.", "visited") == []


def test_listed_dates_are_all_told(nlp):
    """'On Feb. 4 and March 8, two explosions occurred' are two events."""
    text = "On Feb. 4 and March 8, 2022, two explosions occurred in Homs."
    assert dates(nlp, text, "explosions") == [("2022-02-04", "2022-02-04"), ("2022-03-08", "2022-03-08")]


def test_visits_in_two_months_have_both(nlp):
    """'respectively' pairs them; both are there to be paired."""
    text = "Visits by Putin and Xi in May 2019 and June 2020, respectively, followed."
    assert dates(nlp, text, "Visits") == [("2019-05-01", "2019-05-31"), ("2020-06-01", "2020-06-30")]


def test_duration_after_a_dated_event_is_computed(nlp):
    """A month after an October is the November."""
    text = "The embargo expired in October 2020. One month after the expiration of the embargo, Iran sold drones."
    assert dates(nlp, text, "sold") == [("2020-11-01", "2020-11-30")]


def test_duration_after_an_event_in_other_words_is_computed(nlp):
    """'opened' comes back to 'inaugurated', because both are of the plant."""
    text = "Egypt inaugurated a drone plant on May 5, 2021. Three weeks after the plant opened, Sudan ordered drones."
    assert dates(nlp, text, "ordered") == [("2021-05-24", "2021-05-30")]


def test_duration_after_another_event_is_not_computed(nlp):
    """The dated opening was of a bridge, not of the plant."""
    text = "Egypt inaugurated a bridge on May 5, 2021. Three weeks after the plant opened, Sudan ordered drones."
    assert dates(nlp, text, "ordered") == []


def test_untold_number_of_weeks_dates_nothing(nlp):
    """'Several weeks after' has no date."""
    text = "The embargo expired in October 2020. Several weeks after the expiration of the embargo, Iran sold drones."
    assert dates(nlp, text, "sold") == []


def test_explicit_date_goes_before_a_duration(nlp):
    """'met on May 17, 2022, two weeks after the plant opened' keeps the date."""
    text = "They met in Cairo on May 17, 2022, nearly two weeks after the plant opened."
    assert dates(nlp, text, "met") == [DAY]


def test_date_before_a_conjunction_is_of_the_main_clause(nlp):
    """'On May 17, 2022, two months before Egypt opened the plant, both sides agreed'."""
    text = "On May 17, 2022, two months before Egypt opened the plant, both sides agreed to meet."
    assert (dates(nlp, text, "agreed"), dates(nlp, text, "opened")) == ([DAY], [])


def test_since_gives_an_open_time(nlp):
    """'has trained pilots since 2015'."""
    assert dates(nlp, "France has trained pilots since 2015.", "trained") == [("2015-01-01", None)]


def test_amounts_of_two_years_give_the_verb_no_year(nlp):
    """'rose from ten million in 2020 to twelve in 2021' has no one year."""
    assert dates(nlp, "Trade rose from $10 million in 2020 to $12 million in 2021.", "rose") == []


def test_noun_has_the_year_before_it(nlp):
    """'the 2015 accord' is of 2015, its end of 2018."""
    text = "The 2015 accord collapsed in 2018."
    assert dates(nlp, text, "accord") == [("2015-01-01", "2015-12-31")]
    assert dates(nlp, text, "collapsed") == [("2018-01-01", "2018-12-31")]


def test_date_that_tells_a_relative_time_takes_its_place(nlp):
    """'two days later, on 30 December'."""
    text = "A bomb killed ten on 28 December 2019. The group claimed the attack two days later, on 30 December."
    assert dates(nlp, text, "claimed") == [("2019-12-30", "2019-12-30")]


def test_word_without_a_time_has_none(nlp):
    """None, not the nearest date."""
    doc = annotate(Document(id="t", text="Iran sold drones. The sale of 2021 was small."), nlp)
    assert time_of(doc, doc[1]) is None
