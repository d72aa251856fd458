import pytest

from dragoman.record_book.sampling import allocate, draw, sheet
from dragoman.record_book.selection import Selection
from dragoman.record_book.store import open_book
from dragoman.record_book.view import View
from record_book_things import attack, document, fill, reading, sale


@pytest.mark.parametrize(
    ("sizes", "total", "shares"),
    [
        ({"a": 90, "b": 10}, 10, {"a": 9, "b": 1}),
        ({"a": 990, "b": 5, "c": 5}, 10, {"a": 8, "b": 1, "c": 1}),
        ({"a": 3, "b": 2}, 100, {"a": 3, "b": 2}),
        ({"a": 5, "b": 9, "c": 1}, 2, {"a": 1, "b": 1, "c": 0}),
        ({}, 3, {}),
    ],
)
def test_strata_are_drawn_in_proportion_and_each_at_least_once(sizes, total, shares):
    assert allocate(sizes, total) == shares


def test_a_seed_draws_the_same_sample_and_the_sheet_shows_the_words_in_their_text(book_name):
    docs = [document(f"{number}.txt") for number in range(9)]
    fill(book_name, reading(docs[0], sale(docs[0])), *(reading(doc, attack(doc, "IRN", "IRQ", None)) for doc in docs[1:]))
    with open_book(book_name) as store:
        view = View(store)
        first, again, other = (draw(view, 4, seed, Selection()) for seed in (7, 7, 8))
        rows = list(sheet(view, first, Selection()))
    assert [row["id"] for row in first] == [row["id"] for row in again] != [row["id"] for row in other]
    assert sorted(row["kind"] for row in first) == ["event", "event", "event", "transfer"]
    assert all((row["before"] + row["text"] + row["after"]).startswith("Turkey reportedly sold") for row in rows)
    assert {row["machine_code"] for row in rows} == {"ASSAULT", "transfer"}
