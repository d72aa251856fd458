import pytest

from dragoman.model.errors import WrongCall
from dragoman.record_book.judgements import Judge, load_judgements
from dragoman.record_book.selection import Selection
from dragoman.record_book.store import open_book
from dragoman.record_book.view import View
from record_book_things import document, fill, reading, sale


@pytest.fixture
def book(book_name):
    doc = document()
    fill(book_name, reading(doc, sale(doc)))
    return book_name


def shown(name, **selection):
    with open_book(name) as store:
        return list(View(store).statements(Selection(**selection)))


def decide(name, action, *ids, who="Ada", **more):
    with open_book(name, write=True) as store:
        return Judge(store, who).judge(action, *ids, **more)


def test_a_rejected_statement_is_no_longer_shown_unless_asked_for(book):
    (row,) = shown(book)
    decide(book, "reject", row["id"], why="a drill, not a sale")
    assert shown(book) == []
    assert [each["judged"] for each in shown(book, rejected=True)] == ["rejected"]
    with open_book(book) as store:
        assert View(store).count() == 0


def test_a_judgement_can_be_undone_and_the_undoing_too(book):
    (row,) = shown(book)
    made = decide(book, "reject", row["id"])
    with open_book(book, write=True) as store:
        undoing = Judge(store, "Ben").undo(made.number)
    assert len(shown(book)) == 1
    with open_book(book, write=True) as store:
        Judge(store, "Ada").undo(undoing.number)
    assert shown(book) == []
    with open_book(book) as store:
        assert [judgement.who for judgement in load_judgements(store)] == ["Ada", "Ben", "Ada"]


def test_a_correction_shows_what_was_corrected(book):
    (row,) = shown(book)
    decide(book, "correct", row["id"], change={"item": "Anka-S"})
    (after,) = shown(book)
    assert after["item"] == "Anka-S"
    assert after["corrected"] == ["item"]


def test_judgements_survive_a_later_reading_that_gives_another_id(book):
    (row,) = shown(book)
    decide(book, "reject", row["id"])
    doc = document()
    fill(book, reading(doc, sale(doc, id="another-id", item_category="missiles")), reader="reader 2")
    assert shown(book) == []
    assert [each["id"] for each in shown(book, rejected=True)] == ["another-id"]


@pytest.mark.parametrize(
    ("action", "ids", "more", "message"),
    [
        ("reject", ["no-such-id"], {}, "holds no statement 'no-such-id'"),
        ("merge", ["person/a"], {}, "takes two different ids"),
        ("merge", ["person/a", "person/a"], {}, "takes two different ids"),
        ("accept", ["person/a"], {}, "takes the id of a statement"),
        ("correct", ["x"], {}, "takes the fields that are wrong"),
        ("correct", ["x"], {"change": {"start": 3}}, "'start' cannot be corrected"),
    ],
)
def test_a_judgement_that_makes_no_sense_is_refused(book, action, ids, more, message):
    with pytest.raises(WrongCall, match=message):
        decide(book, action, *ids, **more)
    with open_book(book) as store:
        assert load_judgements(store) == []


def test_a_judgement_needs_somebody_who_makes_it(book):
    with pytest.raises(WrongCall, match="name them with --by"):
        decide(book, "reject", shown(book)[0]["id"], who=" ")
