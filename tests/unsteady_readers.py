"""Readers for the tests of `dragoman.workers`, importable by the processes that these start: they fail as a document says."""

import os
import signal
import time
from pathlib import Path

from dragoman.model.document import Document
from dragoman.model.errors import DocumentFault, ModelMissing
from dragoman.model.reading import Reading
from dragoman.workers import Outcome, Reader


def read(document: Document) -> Outcome:
    """A reading without statements; 'die' kills the process, 'die once FILE' does so unless the file is there."""
    word, _, rest = document.text.partition(" ")
    if word == "slow":
        time.sleep(0.3)
    if word == "fault":
        return DocumentFault(document.id, "a fault of Dragoman")
    if word == "raise":
        raise ValueError("not foreseen")
    if word == "die" and not (rest and Path(rest).exists()):
        if rest:
            Path(rest).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return Reading(document=document)


def prepare() -> Reader:
    """The reader above."""
    return read


def prepare_without_model() -> Reader:
    """A reader that cannot be made."""
    raise ModelMissing("no language model")


def prepare_and_die() -> Reader:
    """A process that does not live to read."""
    os._exit(7)
