"""Which reader reads which file."""

from typing import Literal

from dragoman.documents.contents import Contents
from dragoman.documents.limits import Limits
from dragoman.model.errors import DocumentError, DocumentMalformed, DocumentNotText

Format = Literal["text", "markdown", "html", "pdf", "docx", "eml", "jsonl"]

SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".eml": "eml",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
CONTENT_TYPES: dict[str, Format] = {
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "message/rfc822": "eml",
    "application/jsonl": "jsonl",
    "application/x-ndjson": "jsonl",
}
KNOWN = ", ".join(SUFFIXES)


def format_of_bytes(data: bytes) -> Format:
    """The format that the first bytes show; plain text where they show none."""
    head = data[:1_024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf-"):
        return "pdf"
    if head.startswith((b"pk\x03\x04", b"\xd0\xcf\x11\xe0")):
        return "docx"
    if head.startswith((b"<!doctype html", b"<html")):
        return "html"
    return "jsonl" if head.startswith(b"{") and b'"text"' in data[:100_000].split(b"\n", 1)[0] else "text"


def read_contents(name: str, data: bytes, kind: Format, *, limits: Limits, charset: str | None = None) -> Contents:
    """What the reader of that format gets out of `data`. JSON Lines hold many documents and have their own reader.

    Raises:
        DocumentError: The bytes cannot be read, for the reason that its class names.
    """
    try:
        return call_reader(name, data, kind, limits=limits, charset=charset)
    except DocumentError:
        raise
    except Exception as error:  # readers of other packages raise what they like on damaged files; one file stops no run
        raise DocumentMalformed(name, f"damaged {kind}: {type(error).__name__}: {error}"[:500]) from error


def call_reader(name: str, data: bytes, kind: Format, *, limits: Limits, charset: str | None) -> Contents:
    """Import and call one reader; a run loads the packages of the formats that it meets."""
    match kind:
        case "text":
            from dragoman.documents.plain_text import read_plain_text  # noqa: PLC0415

            return read_plain_text(name, data, charset=charset)
        case "markdown":
            from dragoman.documents.markdown import read_markdown  # noqa: PLC0415

            return read_markdown(name, data, charset=charset)
        case "html":
            from dragoman.documents.web_page import read_web_page  # noqa: PLC0415

            return read_web_page(name, data, charset=charset)
        case "pdf":
            from dragoman.documents.pdf import read_pdf  # noqa: PLC0415

            return read_pdf(name, data, limits)
        case "docx":
            from dragoman.documents.word import read_word  # noqa: PLC0415

            return read_word(name, data, limits)
        case "eml":
            from dragoman.documents.email_message import read_email  # noqa: PLC0415

            return read_email(name, data)
        case "jsonl":
            raise DocumentNotText(name, "JSON Lines within another document")
