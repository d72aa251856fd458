from dragoman.record_book.relations import relation
from dragoman.record_book.selection import Party
from dragoman.record_book.store import open_book
from dragoman.record_book.view import View
from record_book_things import attack, document, fill, reading


def test_a_relation_counts_and_weighs_events_by_month_and_names_their_statements(book_name):
    docs = [document(str(number)) for number in range(4)]
    events = [
        attack(docs[0], "IRN", "IRQ", "1980-09-22"), attack(docs[1], "IRQ", "IRN", "1980-09-23"),
        attack(docs[2], "IRN", "IRQ", "1988-04-17"), attack(docs[3], "IRN", "SYR", "1988-04-17"),
    ]  # fmt: skip
    fill(book_name, *(reading(doc, event) for doc, event in zip(docs, events, strict=True)))
    with open_book(book_name) as store:
        points = relation(View(store), Party.of("IRN"), Party.of("IRQ"))
        directed = relation(View(store), Party.of("IRN"), Party.of("IRQ"), by="year", directed=True)
    assert [(p.period, p.certainty, p.events, p.score, p.mean) for p in points] == [
        ("1980-09", "certain", 2, -18.0, -9.0), ("1988-04", "certain", 1, -9.0, -9.0),
    ]  # fmt: skip
    assert points[0].statements == (events[0].id, events[1].id)
    assert [(p.period, p.events) for p in directed] == [("1980", 1), ("1988", 1)]
