"""The one place that wires the stages together: documents → annotated Docs → statements → findings."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.checks.registry import check_all
from dragoman.documents.furniture import find_furniture
from dragoman.language.reader import DEFAULT_MODEL, annotate, load_language
from dragoman.model.document import Document
from dragoman.model.errors import DocumentFault
from dragoman.model.finding import Finding
from dragoman.model.reading import Reading
from dragoman.statements.frames import check_rules
from dragoman.statements.reader import read_annotated
from dragoman.statements.users_rules import NO_RULES, UsersRules, load_users_rules
from dragoman.workers import read_side_by_side

if TYPE_CHECKING:
    from spacy.language import Language

WARM_UP = "On 3 May 2021 Exampleland's president visited Tripoli and bought six drones for $5 million, officials said."


@lru_cache(maxsize=2)
def load_reader(model: str = DEFAULT_MODEL) -> "Language":
    """The language pipeline with all tables and rules loaded, and kept out of the garbage collector's way.

    The tables of names, places and rules are some hundred thousand objects that live as long as the process. Without
    `gc.freeze` the collector walks through them again and again while a text is read, which takes a third of the time.
    """
    nlp = load_language(model)
    read_document(Document(id="warm-up", text=WARM_UP), nlp)
    gc.collect()
    gc.freeze()
    return nlp


def read_document(document: Document, nlp: "Language", rules: UsersRules = NO_RULES) -> Reading:
    """Everything that Dragoman reads in one document. A pure function of the document, the rules and the reference data."""
    return read_annotated(annotate(complete_document(document), nlp), rules)


def complete_document(document: Document) -> Document:
    """The document with its furniture found, where it came from somewhere else than our readers."""
    return (
        document
        if document.furniture
        else replace(document, furniture=find_furniture(document.text, published=document.published))
    )


def read_or_fault(document: Document, nlp: "Language", rules: UsersRules = NO_RULES) -> Reading | DocumentFault:
    """`read_document`, with a fault of ours as a value: whatever it is, the documents after it can still be read."""
    try:
        return read_document(document, nlp, rules)
    except Exception as error:  # noqa: BLE001  see above
        return DocumentFault.of(document.id, error)


def read_documents(
    documents: Iterable[Document], *, model: str = DEFAULT_MODEL, processes: int = 1, rules: UsersRules = NO_RULES
) -> Iterator[Reading | DocumentFault]:
    """One reading a document, in the order of the documents, or in its place the fault of ours that prevented it.

    Args:
        documents: Read lazily; with several processes a bounded number is held at a time.
        model: See `language.reader.load_language`.
        processes: How many processes read side by side; 1 reads in this one.
        rules: Frames of a user's own, beside the package's.

    Raises:
        ModelMissing: No such model is installed.
        WorkersLost: With several processes: none lives long enough to read.
    """
    prepare = partial(prepare_reader, model, rules)
    if processes > 1:
        yield from read_side_by_side(documents, prepare, processes=processes)
        return
    read = prepare()
    for document in documents:
        yield read(document)


def prepare_reader(model: str, rules: UsersRules = NO_RULES) -> Callable[[Document], Reading | DocumentFault]:
    """What reads documents in this process."""
    return partial(read_or_fault, nlp=load_reader(model), rules=rules)


def load_rules(folders: Iterable[str | Path]) -> UsersRules:
    """The frames of a user's own in some folders, every key of them checked.

    Raises:
        RuleFileError: A folder or a file says something that the loader refuses.
    """
    rules = load_users_rules(folders)
    check_rules(rules)
    return rules


def check_readings(readings: Sequence[Reading]) -> list[Finding]:
    """What the checks find in some readings, in the order of documents and words."""
    return check_all(readings)
