import datetime as dt
import json

import pytest

from dragoman.model.errors import BookNewer, BookNotFound, NotABook
from dragoman.model.serialise import statement_to_dict
from dragoman.record_book.schema import BOOK, VERSION
from dragoman.record_book.selection import Party, Selection
from dragoman.record_book.store import open_book
from dragoman.record_book.view import View
from dragoman.record_book.writer import Writer
from record_book_things import attack, document, fill, held, reading, sale


def shown(name, **selection):
    with open_book(name) as store:
        return list(View(store).statements(Selection(**selection)))


def test_a_statement_leaves_the_book_as_it_went_in(book_name):
    doc = document(title="A sale", url="https://example.org/a", author="A. Writer")
    fill(book_name, reading(doc, sale(doc)))
    assert [json.dumps(row) for row in shown(book_name)] == [json.dumps(statement_to_dict(sale(doc)))]


def test_adding_twice_changes_nothing(book_name):
    doc = document()
    assert fill(book_name, reading(doc, sale(doc))) == 1
    with open_book(book_name) as store:
        before = held(store)
    assert fill(book_name, reading(doc, sale(doc))) == 0
    with open_book(book_name) as store:
        assert held(store) == before


def test_one_document_given_twice_in_a_batch_is_added_once(book_name):
    doc = document()
    assert fill(book_name, reading(doc, sale(doc)), reading(doc, sale(doc))) == 1


def test_a_changed_document_replaces_the_old_version_and_keeps_it(book_name):
    old, new = document(text="Turkey sold 20 drones."), document(text="Turkey sold 24 drones. Corrected.")
    fill(book_name, reading(old, sale(old)))
    fill(book_name, reading(new, sale(new), sale(new, item="Anka")))
    assert len(shown(book_name)) == 2
    with open_book(book_name) as store:
        assert held(store)["documents"] == 2


def test_a_document_at_the_same_address_is_a_version_whatever_its_id(book_name):
    old, new = document("a", url="https://example.org/a"), document("b", text="Turkey sold none.", url="https://example.org/a")
    fill(book_name, reading(old, sale(old)))
    fill(book_name, reading(new))
    assert shown(book_name) == []


def test_a_new_reader_reads_anew_and_the_old_reading_is_kept(book_name):
    doc = document()
    fill(book_name, reading(doc, sale(doc)), reader="reader 1")
    assert fill(book_name, reading(doc, sale(doc, item="TB2")), reader="reader 2") == 1
    assert [row["item"] for row in shown(book_name)] == ["TB2"]
    with open_book(book_name) as store:
        assert held(store) == {"documents": 1, "readings": 2, "statements": 2}


def test_a_document_says_whether_it_has_to_be_read(book_name):
    doc = document()
    fill(book_name, reading(doc))
    with open_book(book_name, write=True) as store:
        writer = Writer(store, "reader 1")
        assert writer.standing_of(doc) == "known"
        assert writer.standing_of(document("b.txt")) == "new"
        assert writer.standing_of(document(text="Turkey sold none.")) == "new version"
        assert Writer(store, "reader 2").standing_of(doc) == "to be read anew"


def test_as_of_a_day_the_book_says_what_it_said_then(book_name, clock):
    old, new = document(text="Turkey sold 20 drones."), document(text="Turkey sold 24 drones.")
    fill(book_name, reading(old, sale(old)), clock=clock)  # made on 2 January, added on 3 January
    fill(book_name, reading(new), clock=clock)  # 4 January
    assert len(shown(book_name, as_of="2024-01-03")) == 1
    assert shown(book_name, as_of="2024-01-04") == []
    assert shown(book_name, as_of="2023-12-31") == []


def test_new_since_a_day_shows_what_was_learnt_after_it(book_name, clock):
    one, two = document("1"), document("2")
    fill(book_name, reading(one, sale(one)), clock=clock)
    fill(book_name, reading(two, sale(two)), clock=clock)
    assert [row["document"]["id"] for row in shown(book_name, new_since="2024-01-03T99")] == ["2"]


def test_a_batch_that_fails_leaves_the_book_as_it_was(book_name, monkeypatch):
    doc, other = document("1"), document("2")
    fill(book_name, reading(doc, sale(doc)))
    with open_book(book_name, write=True) as store:
        before = held(store)
        insert = store.database.insert

        def fail_at_participants(table, columns):
            if table.name == "participants":
                raise OSError(28, "No space left on device")
            insert(table, columns)

        monkeypatch.setattr(store.database, "insert", fail_at_participants)
        writer = Writer(store, "reader 1")
        writer.add(reading(other, sale(other)))
        with pytest.raises(OSError, match="No space left"):
            writer.flush()
        assert held(store) == before
    assert len(shown(book_name)) == 1


def test_a_place_without_a_book_says_so(tmp_path):
    with pytest.raises(BookNotFound, match="there is no such book"):
        open_book(str(tmp_path / "none.duckdb"))
    with pytest.raises(BookNotFound, match="there is no folder"):
        open_book(str(tmp_path / "nowhere" / "none.duckdb"), write=True, create=True)


def test_a_book_of_a_newer_version_is_left_alone(book_name):
    fill(book_name, reading(document()))
    with open_book(book_name, write=True) as store, store.database.transaction():
        store.database.insert(BOOK, {"key": ["version"], "value": [str(VERSION + 1)]})
    with pytest.raises(BookNewer, match="newer Dragoman"):
        open_book(book_name, write=True)


def test_something_that_is_no_book_is_refused(tmp_path):
    (tmp_path / "letter.duckdb").write_text("Dear Sir or Madam, " * 500)
    with pytest.raises(NotABook, match="is no record book"):
        open_book(str(tmp_path / "letter.duckdb"))
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "holiday.jpg").write_bytes(b"x")
    with pytest.raises(NotABook, match=r"holds other things \(holiday\.jpg\)"):
        open_book(str(tmp_path / "folder"), write=True, create=True)


@pytest.mark.parametrize(
    ("selection", "found"),
    [
        ({"dyad": (Party.of("IRN"), Party.of("IRQ"))}, {"1", "2"}),
        ({"dyad": (Party.of("IRN"), Party.of("IRQ")), "directed": True}, {"1"}),
        ({"parties": (Party.of("state/TUR"),)}, {"3"}),
        ({"parties": (Party.of("turkey"),)}, {"3"}),
        ({"roles": (("recipient", Party.of("IRQ")),)}, {"1"}),
        ({"kinds": ("transfer",)}, {"3"}),
        ({"event_types": ("ASSAULT",)}, {"1", "2", "4"}),
        ({"place": "POL"}, {"3"}),
        ({"place": "warsaw"}, {"3"}),
        ({"certainties": ("probable",)}, {"3"}),
        ({"item": "tb2"}, {"3"}),
        ({"source": "officials"}, {"3"}),
        ({"text": "DRONES poland"}, {"3"}),
        ({"text": "100%"}, set()),
        ({"document": "4"}, {"4"}),
    ],
)
def test_the_book_answers(book_name, selection, found):
    docs = [document(str(number)) for number in range(1, 5)]
    fill(
        book_name,
        reading(docs[0], attack(docs[0], "IRN", "IRQ", "1980-09-22")),
        reading(docs[1], attack(docs[1], "IRQ", "IRN", "1988-04-17")),
        reading(docs[2], sale(docs[2])),
        reading(docs[3], attack(docs[3], "IRN", "SYR", None)),
    )
    assert {row["document"]["id"] for row in shown(book_name, **selection)} == found


def test_a_period_shows_what_touches_it_and_leaves_out_what_has_no_time(book_name):
    docs = [document(str(number)) for number in range(1, 4)]
    days = ("1980-09-22", "1988-04-17", None)
    fill(book_name, *(reading(doc, attack(doc, "IRN", "IRQ", day)) for doc, day in zip(docs, days, strict=True)))
    since = dt.date(1985, 1, 1)
    assert [row["document"]["id"] for row in shown(book_name, since=since)] == ["2"]
    assert [row["document"]["id"] for row in shown(book_name, until=since)] == ["1"]
    assert [row["document"]["id"] for row in shown(book_name, since=since, undated=True)] == ["2", "3"]


def test_a_party_is_never_paired_with_itself(book_name):
    doc = document()
    fill(book_name, reading(doc, attack(doc, "IRN", "SYR", None)))
    assert shown(book_name, dyad=(Party.of("IRN"), Party.of("IRN"))) == []


def test_hostile_words_are_kept_as_they_are(book_name):
    words = "'; drop table statements; -- \u202e <script>alert(1)</script> \N{PILE OF POO} \t\x07"
    doc = document(text=words)
    fill(book_name, reading(doc, sale(doc, item=words, text=words)))
    assert [row["text"] for row in shown(book_name, item="drop table")] == [words]
