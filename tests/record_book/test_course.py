import dataclasses

from dragoman.record_book.course import course_of
from dragoman.record_book.selection import Party
from dragoman.record_book.store import open_book
from dragoman.record_book.view import View
from record_book_things import attack, document, fill, reading


def scored(number, day, score, **changes):
    doc = document(f"{number}.txt", f"{number:04} words")
    event = attack(doc, "IRN", "SAU", day)
    return reading(doc, dataclasses.replace(event, goldstein=score, **changes))


def course(name, *readings, **options):
    fill(name, *readings)
    with open_book(name) as store:
        return course_of(View(store), Party.of("IRN"), Party.of("SAU"), **options)


def test_a_course_tells_conflict_from_cooperation_and_shows_the_words_that_weigh_most(book_name):
    found = course(
        book_name, scored(1, "2016-01-03", -4.0), scored(2, "2016-01-20", -7.0), scored(3, "2016-02-01", None),
        scored(4, "2016-02-02", 3.0),
    )  # fmt: skip
    assert [(s.period, s.events, s.conflict, s.cooperation, s.mean) for s in found] == [
        ("2016-01", 2, 2, 0, -5.5), ("2016-02", 2, 0, 1, 3.0),
    ]  # fmt: skip
    assert (found[0].words["document"], found[0].words["text"]) == ("2.txt", "0002")
    assert found[0].to_dict()["strongest"]["goldstein"] == -7.0


def test_a_relation_turns_where_the_mean_changes_sides_by_enough(book_name):
    found = course(
        book_name, scored(1, "2015-01-01", 1.0), scored(2, "2016-01-01", -5.0), scored(3, "2017-01-01", None),
        scored(4, "2018-01-01", 0.0), scored(5, "2019-01-01", 6.0), scored(6, "2020-01-01", 0.5), scored(7, "2021-01-01", -0.5),
        by="year",
    )  # fmt: skip
    assert {s.period: s.turn for s in found if s.turn} == {"2016": "conflict", "2019": "cooperation"}


def test_what_has_no_score_or_no_time_turns_nothing(book_name):
    assert [(s.events, s.mean, s.turn) for s in course(book_name, scored(1, "2015-01-01", None), scored(2, None, -9.0))] == [
        (1, None, None)
    ]
    with open_book(book_name) as store:
        assert course_of(View(store), Party.of("IRN"), Party.of("QAT")) == []
