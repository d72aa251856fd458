"""The one place that wires the stages together: documents → annotated Docs → statements → findings."""

import gc
import multiprocessing
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import islice
from typing import TYPE_CHECKING

from dragoman.checks.registry import check_all
from dragoman.documents.furniture import find_furniture
from dragoman.language.reader import DEFAULT_MODEL, annotate, load_language
from dragoman.model.document import Document
from dragoman.model.finding import Finding
from dragoman.model.reading import Reading
from dragoman.statements.reader import read_annotated

if TYPE_CHECKING:
    from spacy.language import Language

WARM_UP = "On 3 May 2021 Exampleland's president visited Tripoli and bought six drones for $5 million, officials said."
DOCUMENTS_A_TASK = 4  # small, so that a long document does not hold up many short ones and memory stays bounded


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


def read_document(document: Document, nlp: "Language") -> Reading:
    """Everything that Dragoman reads in one document. A pure function of the document, the rules and the reference data."""
    return read_annotated(annotate(complete_document(document), nlp))


def complete_document(document: Document) -> Document:
    """The document with its furniture found, where it came from somewhere else than our readers."""
    return (
        document
        if document.furniture
        else replace(document, furniture=find_furniture(document.text, published=document.published))
    )


def read_documents(documents: Iterable[Document], *, model: str = DEFAULT_MODEL, processes: int = 1) -> Iterator[Reading]:
    """One reading a document, in the order of the documents.

    Args:
        documents: Read lazily; with several processes a bounded number is held at a time.
        model: See `language.reader.load_language`.
        processes: How many processes read side by side; 1 reads in this one.
    """
    if processes <= 1:
        nlp = load_reader(model)
        for document in documents:
            yield read_document(document, nlp)
        return
    # one thread in each worker: several would fight for the same cores
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    context = multiprocessing.get_context("spawn")
    with context.Pool(processes) as pool:
        stream = iter(documents)
        while window := list(islice(stream, processes * DOCUMENTS_A_TASK * 4)):
            yield from pool.imap(partial(read_in_worker, model=model), window, chunksize=DOCUMENTS_A_TASK)


def read_in_worker(document: Document, *, model: str) -> Reading:
    """`read_document` with the worker's own copy of the model, loaded at its first document."""
    return read_document(document, load_reader(model))


def check_readings(readings: Sequence[Reading]) -> list[Finding]:
    """What the checks find in some readings, in the order of documents and words."""
    return check_all(readings)
