"""Small books, documents and statements for the tests of the record book."""

import datetime as dt

from dragoman.model.document import Document
from dragoman.model.reading import Reading
from dragoman.model.serialise import stable_id
from dragoman.model.span import Factuality, Mention, Place, Time
from dragoman.model.statement import Amount, Attribution, Event, Participant, Source, Statement, Transfer
from dragoman.record_book.store import Store, open_book
from dragoman.record_book.writer import Writer


def sale(document: Document, **changes) -> Transfer:
    """A transfer with all that a statement can have."""
    words = "Turkey reportedly sold 20 TB2 drones to Poland on 3 May 2021"
    fields = {
        "id": stable_id(document.id, words, sorted(changes)), "document": document, "start": 0, "end": len(words), "text": words,
        "attribution": Attribution(source="officials", source_entity="state/TUR", cue="said", start=7, end=17, chain=(
            Source(source=None, source_entity=None, cue="reportedly", start=7, end=17),
        )),
        "factuality": Factuality(certainty="probable", cues=("reportedly",)),
        "author_factuality": Factuality(certainty="underspecified"),
        "read_by": "transfer:sell-to",
        "time": Time(start="2021-05-03", end="2021-05-03", granularity="day", text="on 3 May 2021", basis="explicit"),
        "place": Place(name="Warsaw", country="POL", lat=52.2, lon=21.0, text="Warsaw", precision="town"),
        "participants": (
            Participant(role="supplier", name="Turkey", text="Turkey", start=0, end=6, entity="state/TUR", country="TUR"),
            Participant(role="recipient", name="Poland", text="Poland", start=39, end=45, entity="state/POL", country="POL"),
        ),
        "item": "Bayraktar TB2", "item_category": "aircraft", "transfer_type": "sale",
        "quantity": Amount(value=20, low=20, high=20, qualifier="exactly", text="20"),
    }  # fmt: skip
    return Transfer(**{**fields, **changes})


def attack(document: Document, actor: str, recipient: str, day: str | None) -> Event:
    """An act between two countries."""
    return Event(
        id=stable_id(document.id, actor, recipient, day), document=document, start=0, end=4, text=document.text[:4],
        read_by="event:attack", event_type="ASSAULT", trigger="attacked", trigger_start=0, trigger_end=4, goldstein=-9.0,
        time=Time(start=day, end=day, granularity="day", text=day, basis="explicit") if day else None,
        participants=(
            Participant(role="actor", name=actor, text=actor, start=0, end=1, entity=f"state/{actor}", country=actor),
            Participant(role="recipient", name=recipient, text=recipient, start=2, end=3, entity=f"state/{recipient}", country=recipient),
        ),
    )  # fmt: skip


def document(
    name: str = "a.txt", text: str = "Turkey reportedly sold 20 TB2 drones to Poland on 3 May 2021.", **more
) -> Document:
    """A document."""
    return Document(id=name, text=text, **{"published": dt.date(2021, 6, 1), **more})


def reading(doc: Document, *statements: Statement) -> Reading:
    """A reading with one mention."""
    turkey = Mention(
        token_start=0, token_end=1, head=0, start=0, end=6, text=doc.text[:6], category="country", name="Turkey",
        entity="state/TUR", country="TUR",
    )  # fmt: skip
    return Reading(document=doc, statements=statements, mentions=(turkey,))


def fill(name: str, *readings: Reading, reader: str = "reader 1", clock=None) -> int:
    """Add readings to a book, and say how many were not there yet."""
    options = {"clock": clock} if clock else {}
    with open_book(name, write=True, create=True, **options) as store:
        writer = Writer(store, reader)
        for each in readings:
            writer.add(each)
        writer.flush()
        return writer.added


def held(store: Store) -> dict[str, int]:
    """How many rows each table holds."""
    tables = ("documents", "readings", "statements")
    return {table: store.database.rows(f"select count(*) from {table}")[0][0] for table in tables}  # noqa: S608
