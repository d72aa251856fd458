"""What many tests share: the language pipeline, loaded once, and a way to read a short text."""

import datetime as dt
from collections.abc import Callable

import pytest
from spacy.language import Language

from dragoman.language.reader import load_language
from dragoman.model.document import Document
from dragoman.model.reading import Reading
from dragoman.pipeline import read_document


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline with the default model."""
    return load_language()


@pytest.fixture(scope="session")
def read(nlp: Language) -> Callable[..., Reading]:
    """Read a text as a document published on a given day ('2022-06-10')."""

    def read_text(text: str, published: str | None = None) -> Reading:
        day = dt.date.fromisoformat(published) if published else None
        return read_document(Document(id="test", text=text, published=day), nlp)

    return read_text
