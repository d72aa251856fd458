"""The errors of Dragoman, for the person who can mend them. Doubt about a text is never an error.

DragomanError
├── WrongCall            an option, argument or combination that makes no sense
├── DocumentError        one document cannot be read; the others go on
│   ├── DocumentNotFound
│   ├── DocumentEmpty
│   ├── DocumentTooLarge
│   ├── DocumentEncrypted
│   ├── DocumentNotText          binary, or a format that no reader knows
│   ├── DocumentMalformed        a damaged file, a line that is not JSON, a field that is missing
│   ├── DocumentNotFetched       a URL that fails or must not be fetched
│   ├── LanguageNotRead          a language that cannot be read yet
│   └── DocumentFault            a fault of ours in reading it
├── RuleFileError        a rule file says something that the loader refuses
├── ReferenceFileError   a reference file says something that the loader refuses
├── BookError            a record book cannot be used; nothing in it was changed
│   ├── BookNotFound             no such book
│   ├── NotABook                 a file, folder or database that holds something else, or is damaged
│   ├── BookLocked               somebody else is writing in it
│   ├── BookNotWritable          a read-only file, a full disk
│   └── BookNewer                written by a newer version of Dragoman
├── WorkersLost          no process that reads can be started
└── ModelMissing         the language model is not installed
"""

import traceback
from pathlib import Path


class DragomanError(Exception):
    """Anything that Dragoman reports to a person: what was found, where, what was expected, what to do."""


class WrongCall(DragomanError):
    """An option, argument or combination that makes no sense."""


class DocumentError(DragomanError):
    """One document cannot be read. `document` is its id or path."""

    def __init__(self, document: str, message: str) -> None:
        """Keep the id beside the message, so that a run can name the document at its end."""
        super().__init__(document, message)  # as they came, so that an error can be passed between processes
        self.document = document
        self.message = message

    def __str__(self) -> str:
        """The document first, as a person would look for it."""
        return f"{self.document}: {self.message}"


class DocumentNotFound(DocumentError):
    """No such file or folder."""


class DocumentEmpty(DocumentError):
    """Nothing to read in it."""


class DocumentTooLarge(DocumentError):
    """Larger than the bound for one document."""


class DocumentEncrypted(DocumentError):
    """Locked by a password."""


class DocumentNotText(DocumentError):
    """Binary, or a format that no reader knows."""


class DocumentMalformed(DocumentError):
    """A damaged file, a line that is not JSON, a field that is missing."""


class DocumentNotFetched(DocumentError):
    """A URL that fails, or one that must not be fetched."""


class LanguageNotRead(DocumentError):
    """A language that cannot be read yet."""


class DocumentFault(DocumentError):
    """A fault of ours in reading it: an error that nobody foresaw, or a process that died over it."""

    @classmethod
    def of(cls, document: str, error: Exception) -> "DocumentFault":
        """What is said of an error that nobody foresaw: the document, and where in our code it happened."""
        frames = traceback.extract_tb(error.__traceback__)
        place = f" in {Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else ""
        words = f"a fault of Dragoman; please report it with the document: {type(error).__name__}{place}: {error}"
        return cls(document, words)


class RuleFileError(DragomanError):
    """A rule file says something that the loader refuses. `file`, `entry` and the message tell where and why."""

    def __init__(self, file: str, entry: str | None, message: str) -> None:
        """Keep the file and the entry beside the message."""
        super().__init__(file, entry, message)  # as they came, so that an error can be passed between processes
        self.file = file
        self.entry = entry
        self.message = message

    def __str__(self) -> str:
        """File and entry first, as a person would look for them."""
        place = self.file if self.entry is None else f"{self.file}, {self.entry!r}"
        return f"{place}: {self.message}"


class ReferenceFileError(RuleFileError):
    """A reference file says something that the loader refuses."""


class BookError(DragomanError):
    """A record book cannot be used. Nothing in it was changed. `book` is its path or address, without a password."""

    def __init__(self, book: str, message: str) -> None:
        """Keep the book beside the message."""
        super().__init__(book, message)
        self.book = book
        self.message = message

    def __str__(self) -> str:
        """The book first, as a person would look for it."""
        return f"{self.book}: {self.message}"


class BookNotFound(BookError):
    """No such book."""


class NotABook(BookError):
    """A file, folder or database that holds something else, or is damaged."""


class BookLocked(BookError):
    """Somebody else is writing in it."""


class BookNotWritable(BookError):
    """A read-only file, a full disk."""


class BookNewer(BookError):
    """Written by a newer version of Dragoman."""


class ModelMissing(DragomanError):
    """The language model is not installed."""


class WorkersLost(DragomanError):
    """No process that reads can be started, or all have died before they could read."""
