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
│   └── LanguageNotRead          a language that cannot be read yet
├── RuleFileError        a rule file says something that the loader refuses
├── ReferenceFileError   a reference file says something that the loader refuses
└── ModelMissing         the language model is not installed
"""


class DragomanError(Exception):
    """Anything that Dragoman reports to a person: what was found, where, what was expected, what to do."""


class WrongCall(DragomanError):
    """An option, argument or combination that makes no sense."""


class DocumentError(DragomanError):
    """One document cannot be read. `document` is its id or path."""

    def __init__(self, document: str, message: str) -> None:
        """Keep the id beside the message, so that a run can name the document at its end."""
        super().__init__(f"{document}: {message}")
        self.document = document


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


class RuleFileError(DragomanError):
    """A rule file says something that the loader refuses. `file`, `entry` and the message tell where and why."""

    def __init__(self, file: str, entry: str | None, message: str) -> None:
        """Name the file and the entry first, as an editor would look for them."""
        place = file if entry is None else f"{file}, {entry!r}"
        super().__init__(f"{place}: {message}")
        self.file = file
        self.entry = entry


class ReferenceFileError(RuleFileError):
    """A reference file says something that the loader refuses."""


class ModelMissing(DragomanError):
    """The language model is not installed."""
