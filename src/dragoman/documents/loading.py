"""Inputs as people give them (files, folders, addresses, '-') → documents, one after another, in a stable order.

What cannot be read comes out as an error in its place, so that a run goes on and can name it at its end.
"""

import datetime as dt
import io
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from dragoman.documents.building import build_document
from dragoman.documents.folders import files_below
from dragoman.documents.formats import CONTENT_TYPES, KNOWN, SUFFIXES, Format, format_of_bytes, read_contents
from dragoman.documents.json_lines import read_json_lines
from dragoman.documents.limits import Limits, check_size
from dragoman.model.document import Document
from dragoman.model.errors import (
    DocumentEmpty,
    DocumentError,
    DocumentFault,
    DocumentNotFetched,
    DocumentNotFound,
    DocumentNotText,
)

if TYPE_CHECKING:
    from dragoman.documents.fetching import Fetch

STANDARD_INPUT = "-"
Loaded = Iterator[Document | DocumentError]


def load_documents(
    inputs: Sequence[str],
    *,
    published: dt.date | None = None,
    fetch: "Fetch | None" = None,
    limits: Limits | None = None,
    standard_input: BinaryIO | None = None,
) -> Loaded:
    """The documents of some inputs, lazily, in the order of the inputs and of the paths in each folder.

    Args:
        inputs: Paths of files and folders, http and https addresses, '-' for standard input.
        published: The day of publication of all documents but rows of JSON Lines that give their own.
        fetch: Gets an address; `documents.fetching.fetch` where None.
        limits: Bounds for one document.
        standard_input: Read for '-'; the process's own where None.

    Yields:
        A document, or the error that says why there is none. Ids are as the statement format says; a second file of the same
        id takes its path as given, and the same file is read once.
    """
    loader = Loader(published, fetch, limits or Limits(), standard_input)
    for given in inputs:
        yield from loader.load(given)


@dataclass(slots=True)
class Loader:
    """One run over some inputs: what holds for all of them, and which files and ids it has met."""

    published: dt.date | None
    fetch: "Fetch | None"
    limits: Limits
    standard_input: BinaryIO | None
    ids: set[str] = field(default_factory=set)
    paths: set[Path] = field(default_factory=set)

    def load(self, given: str) -> Loaded:
        """The documents of one input."""
        if given == STANDARD_INPUT:
            yield from self.guarded(given, self.load_standard_input)
        elif "://" in given:
            yield from self.guarded(given, lambda: self.load_address(given))
        else:
            yield from self.load_path(given)

    def guarded(self, name: str, load: Callable[[], Loaded]) -> Loaded:
        """What `load` gives, with an error in place of what it raises."""
        try:
            yield from load()
        except DocumentError as error:
            yield error
        except OSError as error:
            yield DocumentNotFound(name, f"cannot be opened: {error.strerror or error}")
        except Exception as error:  # noqa: BLE001  a fault of ours in one document; those after it can still be read
            yield DocumentFault.of(name, error)

    def load_path(self, given: str) -> Loaded:
        """The documents of a file or of all files in a folder."""
        path = Path(given)
        try:
            is_folder, exists = path.is_dir(), path.exists()
        except (OSError, ValueError):  # a name too long, or with a NUL in it
            is_folder, exists = False, False
        if not exists:
            yield DocumentNotFound(printable(given), "no such file or folder")
        elif is_folder:
            yield from self.guarded(printable(given), lambda: self.load_folder(path))
        else:
            yield from self.guarded(printable(given), lambda: self.load_file(path, path.name))

    def load_folder(self, folder: Path) -> Loaded:
        """The documents of a folder."""
        found = False
        for path in files_below(folder):
            found = True
            name = path.relative_to(folder).as_posix()
            if not path.is_file():
                yield DocumentNotText(printable(name), "skipped: not a regular file")
            elif path.suffix.lower() not in SUFFIXES:
                ending = f"{path.suffix!r} files are" if path.suffix else "files without an ending are"
                yield DocumentNotText(printable(name), f"skipped: {ending} not read in a folder (known are {KNOWN})")
            else:
                yield from self.guarded(printable(name), lambda path=path, name=name: self.load_file(path, name))  # type: ignore[misc]
        if not found:
            raise DocumentEmpty(printable(str(folder)), "no files in the folder")

    def load_file(self, path: Path, name: str) -> Loaded:
        """The document of a file, or the documents of a JSON Lines file."""
        resolved = path.resolve()
        if resolved in self.paths and path.is_file():
            return
        self.paths.add(resolved)
        name = self.unused(printable(name), printable(PurePosixPath(path).as_posix()))
        kind = SUFFIXES.get(path.suffix.lower())
        with path.open("rb") as stream:
            if kind == "jsonl":
                yield from read_json_lines(name, stream, limits=self.limits, published=self.published)
                return
            if path.is_file():
                check_size(name, path.stat().st_size, self.limits.file_bytes, "bytes")
            yield from self.load_bytes(name, self.bounded(name, stream), kind)

    def load_standard_input(self) -> Loaded:
        """The document on standard input, or several as JSON Lines."""
        stream = self.standard_input or sys.stdin.buffer
        yield from self.load_bytes(STANDARD_INPUT, self.bounded(STANDARD_INPUT, stream), None)

    def load_address(self, url: str) -> Loaded:
        """The document at an address."""
        if not url.lower().startswith(("http://", "https://")):
            raise DocumentNotFetched(url, "only http and https addresses are fetched")
        if self.fetch is None:
            from dragoman.documents.fetching import fetch  # noqa: PLC0415  most runs fetch nothing

            self.fetch = fetch
        answer = self.fetch(url, self.limits)
        suffix = PurePosixPath(urlsplit(url).path).suffix.lower()
        kind = CONTENT_TYPES.get(answer.content_type or "")
        if kind in {None, "text"}:  # servers send much as plain text
            kind = SUFFIXES.get(suffix, kind)
        yield from self.load_bytes(url, answer.data, kind, charset=answer.charset, url=url, retrieved=answer.retrieved)

    def load_bytes(
        self,
        name: str,
        data: bytes,
        kind: Format | None,
        *,
        charset: str | None = None,
        url: str | None = None,
        retrieved: dt.date | None = None,
    ) -> Loaded:
        """The document of some bytes; their format is looked at where nothing tells it."""
        if not data.strip():
            raise DocumentEmpty(name, "nothing to read in it")
        kind = kind or format_of_bytes(data)
        if kind == "jsonl":
            yield from read_json_lines(name, io.BytesIO(data), limits=self.limits, published=self.published)
            return
        contents = read_contents(name, data, kind, limits=self.limits, charset=charset)
        yield build_document(name, contents, data, limits=self.limits, published=self.published, url=url, retrieved=retrieved)

    def bounded(self, name: str, stream: BinaryIO) -> bytes:
        """All bytes of a stream, which may have no end."""
        data = stream.read(self.limits.file_bytes + 1)
        check_size(name, len(data), self.limits.file_bytes, "bytes or more")
        return data

    def unused(self, name: str, path: str) -> str:
        """`name`, or `path` where another document has that name."""
        chosen = name if name not in self.ids else path
        self.ids.add(chosen)
        return chosen


def printable(name: str) -> str:
    """A path that can leave the program: bytes of a file name that are no characters become '�'."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
