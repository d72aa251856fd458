"""PDF → contents. Lines become paragraphs again, running heads and page numbers are left out, each page's beginning is kept."""

import re
from collections import Counter

import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD

from dragoman.documents.contents import Contents
from dragoman.documents.decoding import shown
from dragoman.documents.limits import Limits
from dragoman.model.errors import DocumentEmpty, DocumentEncrypted, DocumentMalformed, DocumentTooLarge

HYPHEN_AT_LINE_END = re.compile(r"[\x02\ufffe](?:\r?\n)?")  # how PDFium marks a word that was broken
PAGE_NUMBER = re.compile(r"\s*(?:[Pp]age\s+)?[-–—]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?\s*$")
EDGE_LINES = 2  # at the head and foot of a page that may be running heads
LEAST_REPEATS = 3  # pages that must show a line at their edge before it counts as a running head
FULL_LINE = 0.8  # of a page's usual line, from which a line counts as full
ENDS_SENTENCE = re.compile(r"[.!?:][\"”’')\]]*$")
PLACEHOLDERS = re.compile(r"(?i)^(?:untitled|anonymous|unspecified|unknown|microsoft word\b.*|.*\.(?:docx?|pdf|indd|qxd))$")


def read_pdf(name: str, data: bytes, limits: Limits) -> Contents:
    """The text of a PDF and the offset at which each page begins.

    Raises:
        DocumentEncrypted: It opens only with a password.
        DocumentTooLarge: It has too many pages.
        DocumentEmpty: No page has any text, as in a scan.
        DocumentMalformed: PDFium cannot open it.
    """
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == FPDF_ERR_PASSWORD:
            raise DocumentEncrypted(name, "locked by a password; save a copy without one") from error
        raise DocumentMalformed(name, f"a damaged PDF: {error}") from error
    try:
        pages = [page_lines(text) for text in page_texts(name, pdf, limits)]
        metadata = pdf.get_metadata_dict()
    finally:
        pdf.close()
    if not any(pages):
        raise DocumentEmpty(
            name, f"no text on any of its {len(pages)} pages; it may be a scan, which needs text recognition first"
        )
    text, starts = joined(without_running_heads(pages))
    return Contents(text=text, pages=starts, title=stated(metadata.get("Title")), author=stated(metadata.get("Author")))


def page_texts(name: str, pdf: pypdfium2.PdfDocument, limits: Limits) -> list[str]:
    """The text of every page, as PDFium orders it."""
    if len(pdf) > limits.pages:
        raise DocumentTooLarge(name, f"{len(pdf)} pages, more than the {limits.pages} that one document may have")
    texts: list[str] = []
    total = 0
    for number in range(len(pdf)):
        page = pdf[number]
        text_page = page.get_textpage()
        texts.append(text_page.get_text_bounded(errors="replace"))
        text_page.close()
        page.close()
        total += len(texts[-1])
        if total > 2 * limits.characters:
            raise DocumentTooLarge(name, f"more than the {limits.characters:,} characters that one document may have")
    return texts


def page_lines(text: str) -> list[str]:
    """The lines of a page, broken words whole again, without the page's number."""
    lines = [line.strip() for line in shown(HYPHEN_AT_LINE_END.sub("", text)).split("\n")]
    lines = [re.sub(r"[ \t\xa0]+", " ", line) for line in lines if line]
    for edge in (0, -1):
        if lines and PAGE_NUMBER.match(lines[edge]):
            del lines[edge]
    return lines


def without_running_heads(pages: list[list[str]]) -> list[list[str]]:
    """The pages without lines that stand, but for numbers, at the edge of several of them."""
    edges = [{shape(line) for line in lines[:EDGE_LINES] + lines[-EDGE_LINES:]} for lines in pages]
    counts = Counter(shape_ for edge in edges for shape_ in edge)
    running = {shape_ for shape_, count in counts.items() if count >= max(LEAST_REPEATS, len(pages) / 3)}
    return [
        [
            line
            for number, line in enumerate(lines)
            if shape(line) not in running or EDGE_LINES <= number < len(lines) - EDGE_LINES
        ]
        for lines in pages
    ]


def shape(line: str) -> str:
    """A line with its numbers made alike."""
    return re.sub(r"\d+", "0", line)


def joined(pages: list[list[str]]) -> tuple[str, tuple[int, ...]]:
    """The text of all pages, and where each begins in it. A paragraph may run on from one page to the next."""
    text = ""
    starts: list[int] = []
    lengths = sorted(len(line) for lines in pages for line in lines)
    width = lengths[len(lengths) * 3 // 4] if lengths else 0
    previous = ""
    pieces: list[str] = []
    length = 0
    for lines in pages:
        for number, line in enumerate(lines):
            gap = "" if not previous else " " if runs_on(previous, line, width) else "\n\n"
            pieces += [gap, line]
            if number == 0:
                starts.append(length + len(gap))
            length += len(gap) + len(line)
            previous = line
        if not lines:
            starts.append(length)
    text = "".join(pieces)
    return text, tuple(starts)


def runs_on(line: str, following: str, width: int) -> bool:
    """Whether `following` goes on with the paragraph of `line`."""
    if following[0].islower():
        return True
    full = len(line) >= FULL_LINE * width
    return full and not (ENDS_SENTENCE.search(line) and len(line) < 0.9 * width)


def stated(value: str | None) -> str | None:
    """A field of the file's information, None where a program filled it in."""
    words = (value or "").strip()
    return None if not words or PLACEHOLDERS.match(words) else shown(words)
