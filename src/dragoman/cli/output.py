"""Where results go: standard output, or a file that appears whole or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from dragoman.model.errors import WrongCall

STANDARD_OUTPUT = "-"


def check_output(output: str | None) -> None:
    """Refuse an output that cannot be written, before the work is done.

    Raises:
        WrongCall: The folder is missing or must not be written to, or the path is a folder.
    """
    if output in {None, STANDARD_OUTPUT}:
        return
    path = Path(str(output))
    if path.is_dir():
        raise WrongCall(f"-o {output}: is a folder; name a file in it")
    if not path.parent.is_dir():
        raise WrongCall(f"-o {output}: there is no folder {str(path.parent)!r}; make it first")
    if not os.access(path.parent, os.W_OK):
        raise WrongCall(f"-o {output}: the folder {str(path.parent)!r} must not be written to")


@contextmanager
def open_output(output: str | None) -> Iterator[TextIO]:
    """A stream for results. A file is written beside its place and takes it at the end; after an error the old one stays."""
    if output in {None, STANDARD_OUTPUT}:
        yield sys.stdout
        sys.stdout.flush()
        return
    path = Path(str(output))
    if path.exists() and not path.is_file():  # /dev/null, a pipe
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        return
    target = path.resolve()  # a link keeps pointing where it did
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        draft.replace(target)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
