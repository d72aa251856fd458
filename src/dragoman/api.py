"""The programming interface: `dragoman.read(text)` and what it gives back."""

import datetime as dt
import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from dragoman.language.reader import DEFAULT_MODEL
from dragoman.model.closed_lists import Kind
from dragoman.model.document import Document
from dragoman.model.errors import DocumentEmpty, WrongCall
from dragoman.model.finding import Finding
from dragoman.model.reading import Reading
from dragoman.model.serialise import statement_to_dict
from dragoman.model.statement import Statement
from dragoman.pipeline import check_readings, load_reader, load_rules, read_document


@dataclass(frozen=True)
class ReadingResult:
    """What Dragoman reads in one text. In a notebook it shows the text with its statements marked."""

    reading: Reading

    @property
    def document(self) -> Document:
        """The document that was read."""
        return self.reading.document

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements, in the order of their words."""
        return self.reading.statements

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the checks find."""
        return tuple(check_readings([self.reading]))

    def of_kind(self, kind: Kind) -> tuple[Statement, ...]:
        """The statements of one kind."""
        return tuple(s for s in self.statements if s.kind == kind)

    def to_dicts(self) -> list[dict[str, Any]]:
        """The statements as dictionaries, in the form in which they leave the program."""
        return [statement_to_dict(s) for s in self.statements]

    def to_pandas(self) -> Any:
        """The statements as a pandas DataFrame, one row a statement. Needs the extra 'frames'."""
        return frame_library("pandas").DataFrame(self.to_dicts())

    def to_polars(self) -> Any:
        """The statements as a polars DataFrame, one row a statement. Needs the extra 'frames'."""
        return frame_library("polars").DataFrame(self.to_dicts(), infer_schema_length=None, strict=False)

    def to_arrow(self) -> Any:
        """The statements as a pyarrow Table, one row a statement. Needs the extra 'frames'."""
        rows = self.to_dicts()
        columns = list(dict.fromkeys(key for row in rows for key in row))
        return frame_library("pyarrow").Table.from_pylist([{key: row.get(key) for key in columns} for row in rows])

    def _repr_html_(self) -> str:
        """The text with its statements marked, for notebooks."""
        from dragoman.notebook import render_marked_text  # noqa: PLC0415  needs templates that nothing else here does

        return render_marked_text(self.reading, self.findings)


def frame_library(name: str) -> Any:
    """A data-frame library, or an error that says how to get it.

    Raises:
        WrongCall: It is not installed.
    """
    try:
        return importlib.import_module(name)
    except ImportError as error:
        message = f"{name} is not installed. Install it with: pip install 'dragoman[frames]'"
        raise WrongCall(message) from error


def read(
    text: str, *, published: str | dt.date | None = None, title: str | None = None, url: str | None = None,
    id: str = "text", model: str = DEFAULT_MODEL,  # noqa: A002  the name of the field in the statement format
    rules: str | Path | Sequence[str | Path] = (),
) -> ReadingResult:  # fmt: skip
    """Read the statements of a text.

    Args:
        text: English prose. Offsets in the result count its code points.
        published: The day against which 'last month' is resolved, as a date or 'YYYY-MM-DD'.
        title: For the result's `document`.
        url: For the result's `document`.
        id: For the result's `document`; ids of statements are made from it.
        model: The language model; see `dragoman.language.reader.load_language`.
        rules: Folders with frames of your own, read beside the package's; see docs/how-to/use-your-own-rules.md.

    Raises:
        RuleFileError: A folder of rules or a file in it says something that the loader refuses.
        WrongCall: `published` is no date.
        DocumentEmpty: The text is empty.
        ModelMissing: The language model is not installed.
    """
    if not text.strip():
        raise DocumentEmpty(id, "the text is empty; there is nothing to read")
    document = Document(id=id, text=text, title=title, url=url, published=as_date(published))
    own = load_rules([rules] if isinstance(rules, str | Path) else rules)
    return ReadingResult(read_document(document, load_reader(model), own))


def as_date(published: str | dt.date | None) -> dt.date | None:
    """A date given as such or in ISO form.

    Raises:
        WrongCall: The string is no date.
    """
    if published is None or isinstance(published, dt.date):
        return published
    try:
        return dt.date.fromisoformat(published)
    except ValueError as error:
        message = f"published is {published!r}, which is no date; write it as YYYY-MM-DD, such as 2022-06-10"
        raise WrongCall(message) from error
