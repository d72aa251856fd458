"""`dragoman book`: a record book of many documents."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from dragoman.cli.book_coding import agreement, sample
from dragoman.cli.book_export import export
from dragoman.cli.book_items import entities, findings, items
from dragoman.cli.book_judge import judge, judgements, undo
from dragoman.cli.book_relation import relation
from dragoman.cli.book_show import show
from dragoman.cli.options import AllowPrivate, Book, Inputs, Model, Processes, Published, Quiet, Rules, parse_day
from dragoman.cli.reading import Run, tell
from dragoman.model.document import Document
from dragoman.model.errors import WrongCall

if TYPE_CHECKING:
    from dragoman.record_book.writer import Writer

book = App(
    name="book",
    help="Keep the statements of many documents in a record book, and ask it.",
    help_epilogue="A BOOK is a file (book.duckdb), a folder of Parquet files (its name ends with /), or postgresql://…",
    help_format="plaintext",
)


@book.command(name="add", usage="Usage: dragoman book add [OPTIONS] BOOK INPUT...")
def add(
    name: Book,
    *inputs: Inputs,
    published: Published = None,
    model: Model = None,
    processes: Processes = 1,
    rules: Rules = None,
    batch: Annotated[
        int, Parameter(name="--batch", help="How many documents are stored at a time. A run that is cut off keeps whole batches.")
    ] = 16,
    allow_private_addresses: AllowPrivate = False,
    quiet: Quiet = False,
) -> int:
    """Read documents and add what they state to a book, which is made where there is none.

    What the book holds already is not read again, unless the document or Dragoman has changed.
    A run that is cut off goes on where it was when it is called again.
    """
    if batch < 1:
        raise WrongCall(f"--batch is {batch}; at least 1 document has to be stored at a time")
    run = Run(
        inputs=inputs,
        published=parse_day("--published", published),
        model=model,
        processes=processes,
        rules=rules,
        quiet=quiet,
        allow_private=allow_private_addresses,
    )
    from dragoman.record_book.store import open_book
    from dragoman.record_book.writer import Writer

    with open_book(name, write=True, create=True) as store:
        writer = Writer(store, reader_of(run), batch)
        for _ in read_into(writer, run):
            pass
        writer.flush()
    if not quiet:
        known = run.documents - writer.added - len(run.failures)
        tell(f"{writer.added} added, {known} known already: {name}" if known else f"{writer.added} added: {name}")
    return run.finish()


def reader_of(run: Run) -> str:
    """The version of the reader that this run reads with."""
    from dragoman.reader_version import reader_version

    return reader_version(run.model, run.rules or ())


def read_into(writer: "Writer", run: Run) -> Iterator[None]:
    """Read what the book does not know yet, and add it with its findings."""

    def wanted(document: Document) -> bool:
        return writer.standing_of(document) != "known"

    run.wanted = wanted
    for reading in run.readings():
        from dragoman.pipeline import check_readings

        writer.add(reading, check_readings([reading]))
        yield


for command in (show, items, entities, findings, judgements):
    book.command(command, usage=f"Usage: dragoman book {command.__name__} [OPTIONS] BOOK")
book.command(judge, usage="Usage: dragoman book judge [OPTIONS] BOOK VERB ID...")
book.command(undo, usage="Usage: dragoman book undo [OPTIONS] BOOK NUMBER")
book.command(relation, usage="Usage: dragoman book relation [OPTIONS] BOOK A B")
book.command(sample, usage="Usage: dragoman book sample [OPTIONS] BOOK")
book.command(agreement, usage="Usage: dragoman book agreement [OPTIONS] FILE OTHER")
book.command(export, usage="Usage: dragoman book export [OPTIONS] BOOK")
