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
    assert dates(nlp, text, "ordered") == [("2021-05-24", "2021-05-28")]


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
    """'On May 17, 2022, two months before Egypt opened the plant, both sides agreed'; the opening was about two months on."""
    text = "On May 17, 2022, two months before Egypt opened the plant, both sides agreed to meet."
    assert (dates(nlp, text, "agreed"), dates(nlp, text, "opened")) == ([DAY], [("2022-07-10", "2022-07-24")])


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


@pytest.mark.parametrize(
    ("text", "word", "days"),
    [
        ("Rebels took the port on 3 May 2021. Two weeks later the navy shelled it.", "shelled", ("2021-05-15", "2021-05-19")),
        ("A week before the summit of 12 July 2019, Ghana recalled its envoy.", "recalled", ("2019-07-03", "2019-07-07")),
        (
            "The navy seized a trawler two days after the treaty was signed on 4 March 2017.",
            "seized",
            ("2017-03-06", "2017-03-06"),
        ),
        ("Chad closed the border on 3 May 2021, ten days after rebels had crossed it.", "crossed", ("2021-04-23", "2021-04-23")),
        ("Peru's police arrested a spy the day before gunmen raided the port, on 8 June 2018.", "arrested", ("2018-06-07",) * 2),
        ("On the eve of the prince's visit to Rabat on 2 May 2016, Morocco freed a pilot.", "freed", ("2016-05-01",) * 2),
        ("On the first anniversary of the coup of 1 February 2021, the EU imposed sanctions.", "imposed", ("2022-02-01",) * 2),
        ("A year to the day after the embassy was stormed on 9 June 2014, Serbia reopened it.", "reopened", ("2015-06-09",) * 2),
        ("The attack came on the tenth day of the offensive, which began on 3 May 2021.", "came", ("2021-05-12",) * 2),
        ("Within a week of the ceasefire of 9 November 2020, Russia sent troops.", "sent", ("2020-11-09", "2020-11-16")),
        ("Hours after the vote on 3 April 2019, Laos arrested nine activists.", "arrested", ("2019-04-03",) * 2),
        ("In the year after the coup, which took place on 18 August 2020, France cut aid.", "cut", ("2020-08-18", "2021-08-18")),
        ("Shelling began on 14 June 2020. By the next morning Libya had sent tanks.", "sent", (None, "2020-06-15")),
        ("The mine was shut in May 2012 and reopened before the year was out.", "reopened", ("2012-05-31", "2012-12-31")),
        ("He left office on 8 June 1972, and his party had split a year and two days before.", "split", ("1971-06-06",) * 2),
    ],
)
def test_time_counted_from_another_event_is_as_exact_as_its_words(nlp, text, word, days):
    """Days are days, a week is two days out either way, a month seven."""
    assert dates(nlp, text, word) == [days]


def test_time_goes_on_from_the_main_clause_and_not_from_an_aside(nlp):
    """'talks, of which there have been ten since 1996, resumed the following March'."""
    text = "The navies clashed in August 2014; the talks, of which there have been ten since 1996, resumed the following March."
    assert dates(nlp, text, "resumed") == [("2015-03-01", "2015-03-31")]


def test_next_day_in_the_past_follows_the_day_that_was_told(nlp):
    """'The next day' after a past day is not the day after the publication."""
    text = "On 3 May 2021 Togo closed the port. The next day it reopened the border."
    assert dates(nlp, text, "reopened", "2022-01-10") == [("2021-05-04", "2021-05-04")]


def test_end_of_the_year_in_the_present_is_that_of_the_publication(nlp):
    """'in 2019 …; now they want to meet before the end of the year'."""
    text = "In 2019 Fiji sent police to Tonga; now both want to meet before the end of the year."
    assert dates(nlp, text, "meet", "2022-10-13") == [(None, "2022-12-31")]


def test_week_after_a_day_of_a_month_is_one_of_as_many_days(nlp):
    """'in April 2012 … and sent him back a week later': no day is known, and April is not that of the return."""
    text = "Egypt recalled its envoy in April 2012 and sent him back a week later."
    assert dates(nlp, text, "sent") == [("2012-04-08", "2012-05-07")]


def test_saying_has_the_day_of_the_statement_and_the_deed_none(nlp):
    """'In a statement issued on 9 May, the party said that Chad had armed rebels'."""
    text = "In a statement issued on 9 May 2019, the party said that Chad had armed rebels."
    assert (dates(nlp, text, "said"), dates(nlp, text, "armed")) == ([("2019-05-09", "2019-05-09")], [])


def test_participle_that_opens_a_sentence_dates_its_verb(nlp):
    """'Speaking in Doha on 5 June, the minister accused'."""
    text = "Speaking in Doha on 5 June 2017, the minister accused Bahrain of blackmail."
    assert dates(nlp, text, "accused") == [("2017-06-05", "2017-06-05")]


def test_months_up_to_a_date_end_with_it(nlp):
    """'In the six months to September 2022' is April to September."""
    text = "In the six months to September 2022, Turkey delivered 40 drones to Kuwait."
    assert dates(nlp, text, "delivered") == [("2022-04-01", "2022-09-30")]


def test_date_behind_a_standing_participle_is_that_of_the_verb(nlp):
    """'fell to rebels led by a colonel on Sunday': the town fell on Sunday."""
    text = "The town fell to rebels led by a former colonel on 3 May 2021."
    assert dates(nlp, text, "fell") == [("2021-05-03", "2021-05-03")]


def test_solar_year_is_read_in_a_sentence_about_iran(nlp):
    """'in 1397' is a year from March 2018 on, in Tehran; elsewhere the fourteenth century."""
    assert dates(nlp, "Iran opened the plant in 1397.", "opened") == [("2018-03-21", "2019-03-20")]
    assert dates(nlp, "The sultan built the fort in 1397.", "built") == [("1397-01-01", "1397-12-31")]


def test_previous_year_goes_on_from_the_date_and_not_from_the_weeks_beside_it(nlp):
    """'In April 2022, several weeks before the vote, …' is of April; what was 'the previous year' was in 2021."""
    text = "In April 2022, several weeks before Oman opened the port, Chad sold tanks. It had bought them the previous year."
    assert dates(nlp, text, "bought") == [("2021-01-01", "2021-12-31")]


@pytest.mark.parametrize(
    ("text", "word", "days"),
    [
        ("Gunmen attacked the base on 3 May 2021. Two days after the attack, France sent troops.", "sent", ("2021-05-05",) * 2),
        ("Togo held an election on 7 March 2018. Three days before the vote, it shut the port.", "shut", ("2018-03-04",) * 2),
        ("The truce took effect on 10 October 2020. Hours later, both sides broke it.", "broke", ("2020-10-10",) * 2),
        ("Israel has carried out raids there since the war began in 2011.", "carried", ("2011-01-01", None)),
        ("The two countries have not met since the summit of May 2016.", "met", ("2016-05-01", None)),
        ("After the coup of 26 July 2023, France cut aid to Niger.", "cut", ("2023-07-26", None)),
        ("When rebels took the town on 3 May 2021, Uganda closed the border.", "closed", ("2021-05-03",) * 2),
        ("Between the ceasefire of 1994 and the war of 2020, Armenia built forts.", "built", ("1994-01-01", "2020-12-31")),
    ],
)
def test_time_of_another_event_places_or_bounds_this_one(nlp, text, word, days):
    """An act told before, an election that is held, 'since', 'after', 'when', 'between'."""
    assert dates(nlp, text, word) == [days]


def test_since_that_tells_why_bounds_nothing(nlp):
    """'Since it joined in 2011, it must pay'."""
    assert dates(nlp, "Since it joined the pact in 2011, Laos must pay its share.", "pay") == []


@pytest.mark.parametrize(
    ("text", "word", "days"),
    [
        ("Chad signed in May 2001. By then Mali had expelled its envoy.", "expelled", (None, "2001-05-31")),
        ("Chad signed in May 2001, and since then it has supported them.", "supported", ("2001-05-01", None)),
        ("In the run-up to the election of May 2010, Iraq arrested him.", "arrested", (None, "2010-05-31")),
        ("In the wake of the coup of May 2010, Iraq arrested him.", "arrested", ("2010-05-01", None)),
        ("Iraq invaded Kuwait on 2 August 1990. Within a week Oman had sent troops.", "sent", ("1990-08-02", "1990-08-09")),
        ("The raid of 1 April 2024 was followed a day later by an attack.", "attack", ("2024-04-02", "2024-04-02")),
        ("They went to war in May 1998.", "war", ("1998-05-01", "1998-05-31")),
        ("The men were let go on 2 May 1998.", "let", ("1998-05-02", "1998-05-02")),
        ("Peru voted to leave the pact in May 1998.", "voted", ("1998-05-01", "1998-05-31")),
        ("It was only in 1974 that Malta expelled them.", "expelled", ("1974-01-01", "1974-12-31")),
        ("By the time Chad joined in 1989, they had left.", "left", (None, "1989-12-31")),
        ("Since breaking with Rome in 1980, Malta has armed.", "armed", ("1980-01-01", None)),
        ("Malta broke with Rome in 1980. It has since armed.", "armed", ("1980-01-01", None)),
        ("During the siege of Arta, which ended in August 1995, they shelled it.", "shelled", (None, "1995-08-31")),
        ("Five weeks after the talks in Accra (4 May 2003), they shelled it.", "shelled", ("2003-06-06", "2003-06-10")),
        ("Malaya fell in December 1941; ten weeks later they surrendered.", "surrendered", ("1942-02-09", "1942-03-11")),
        (
            "Egypt expelled them in May 1967. A fortnight later, at dawn on 5 June, Oman struck.",
            "struck",
            ("1967-06-05", "1967-06-05"),
        ),
        ("They met in 1998. Two years on, in June 2000, they signed.", "signed", ("2000-06-01", "2000-06-30")),
    ],
)
def test_event_is_bounded_or_dated_by_what_is_told_beside_it(nlp, text, word, days):
    """Bounds by an event or by the time told last, and verbs that share a time."""
    assert dates(nlp, text, word) == [days]
