"""Each format, read from bytes: text, title, author, date."""

import datetime as dt
import io
import zipfile

import docx
import pytest
from reportlab.pdfgen import canvas

from dragoman.documents.formats import format_of_bytes, read_contents
from dragoman.documents.limits import Limits
from dragoman.model.errors import (
    DocumentEmpty,
    DocumentEncrypted,
    DocumentMalformed,
    DocumentNotText,
    DocumentTooLarge,
)

LIMITS = Limits()
PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Drones reach Baku | Example Wire</title>
<meta property="og:site_name" content="Example Wire">{extra}</head><body><nav><a href="/">Home</a> <a href="/x">World</a></nav>
<article><h1>Drones reach Baku</h1><p>The first drones arrived on Monday, the ministry said in a statement to the press.</p>
<p>Officials refused to give their number.</p><p>Officials refused to give their number.</p>
<script>var x = "never shown";</script><p>A <b>second</b> delivery is <a href="/y">expected</a> in May.</p>
<img src="http://192.0.2.1/x.png" alt="An aircraft"></article><footer>© Example Wire</footer></body></html>"""


def pdf(*pages, encrypt=None, title=None):
    """A PDF with lines of text on each page."""
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream, encrypt=encrypt)
    if title:
        sheet.setTitle(title)
    for lines in pages:
        for number, line in enumerate(lines):
            sheet.drawString(72, 780 - 16 * number, line)
        sheet.showPage()
    sheet.save()
    return stream.getvalue()


def word(*paragraphs, table=None, title=None):
    """A Word file."""
    file = docx.Document()
    if title:
        file.core_properties.title = title
    for paragraph in paragraphs:
        file.add_paragraph(paragraph)
    if table:
        made = file.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, words in zip(made.add_row().cells, row, strict=True):
                cell.text = words
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def contents(data, kind, **options):
    return read_contents("x", data, kind, limits=options.pop("limits", LIMITS), **options)


# ── HTML ──


def test_web_page_gives_its_paragraphs_apart_by_blank_lines():
    assert contents(PAGE.format(extra="").encode(), "html").text == (
        "Drones reach Baku\n\nThe first drones arrived on Monday, the ministry said in a statement to the press.\n\n"
        "Officials refused to give their number.\n\nOfficials refused to give their number.\n\nA second delivery is expected in May."
    )


def test_web_page_title_loses_the_name_of_its_site():
    assert contents(PAGE.format(extra="").encode(), "html").title == "Drones reach Baku"


def test_web_page_without_a_stated_date_has_none():
    assert contents(PAGE.format(extra="").encode(), "html").published is None


@pytest.mark.parametrize(
    "extra",
    [
        '<meta property="article:published_time" content="2022-05-17T10:00:00+02:00">',
        '<meta name="DC.date" content="17 May 2022">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2022-05-17T08:00:00Z"}</script>',
        '<script type="application/ld+json">{"@graph": [{"@type": ["Thing", "Article"], "datePublished": "2022-05-17"}]}</script>',
    ],
)
def test_web_page_tells_its_date(extra):
    assert contents(PAGE.format(extra=extra).encode(), "html").published == dt.date(2022, 5, 17)


def test_web_page_tells_its_author_and_publisher():
    data = '<script type="application/ld+json">[{"@type": "Article", "author": [{"name": "Jane Doe"}, {"name": "Karim Said"}]}]</script>'
    found = contents(PAGE.format(extra=data).encode(), "html")
    assert (found.author, found.publisher, found.language) == ("Jane Doe, Karim Said", "Example Wire", "en")


def test_broken_json_in_a_page_is_passed_over():
    assert contents(PAGE.format(extra='<script type="application/ld+json">{"a": </script>').encode(), "html").text


def test_charset_of_a_page_is_obeyed():
    page = (
        '<html><head><meta charset="windows-1254"></head><body><p>Erdoğan arrived in Şırnak, the agency said.</p></body></html>'
    )
    assert "Erdoğan" in contents(page.encode("cp1254"), "html").text


def test_deeply_nested_page_is_read():
    text = "The first drones arrived on Monday, the ministry said in a statement, and nobody denied it."
    assert text in contents(b"<div>" * 50_000 + f"<p>{text}</p>".encode(), "html").text


# ── Markdown ──


def test_markdown_loses_its_markup():
    source = "# Title *here*\n\nA **bold** [link](http://example.org) and `code`\nin two lines.\n\n- one\n- two\n\n> quoted\n\n![alt](x.png)\n"
    assert contents(source.encode(), "markdown").text == "Title here\n\nA bold link and code in two lines.\n\none\ntwo\n\nquoted"


def test_markdown_fields_before_the_text_are_obeyed():
    found = contents(b"---\ntitle: 'A visit'\nauthor: Jane Doe\ndate: 2022-05-17\n---\n\nThe army left.\n", "markdown")
    assert (found.title, found.author, found.published, found.text) == (
        "A visit",
        "Jane Doe",
        dt.date(2022, 5, 17),
        "The army left.",
    )


def test_markdown_title_is_its_first_heading():
    assert contents(b"Before\n\n# A visit\n\nThe army left.", "markdown").title == "A visit"


# ── PDF ──


def test_pdf_lines_become_paragraphs_again():
    lines = ["The two governments signed an agreement on the sale of drones in", "the capital on Monday, officials said.",
             "A second agreement is expected in the year that follows, and one"]  # fmt: skip
    found = contents(pdf([*lines], ["more after it."]), "pdf")
    assert found.text == (
        "The two governments signed an agreement on the sale of drones in the capital on Monday, officials said.\n\n"
        "A second agreement is expected in the year that follows, and one more after it."
    )
    assert [found.text[start:].split()[0] for start in found.pages] == ["The", "more"]


def test_pdf_word_broken_at_a_line_end_is_whole_again():
    assert "international relations" in contents(pdf(["They study the theory of inter-", "national relations."]), "pdf").text


def test_pdf_running_heads_and_page_numbers_are_left_out():
    pages = [["Example Institute Report", f"Words of page {word} stand here.", f"{n}"] for n, word in enumerate("abcd", 1)]
    found = contents(pdf(*pages), "pdf")
    assert "Institute" not in found.text
    assert "4" not in found.text


def test_pdf_under_a_password_is_refused():
    with pytest.raises(DocumentEncrypted):
        contents(pdf(["Secret"], encrypt="key"), "pdf")


def test_pdf_without_text_is_named_a_scan():
    with pytest.raises(DocumentEmpty, match="scan"):
        contents(pdf([]), "pdf")


def test_pdf_with_too_many_pages_is_refused():
    with pytest.raises(DocumentTooLarge, match="3 pages"):
        contents(pdf(["a"], ["b"], ["c"]), "pdf", limits=Limits(pages=2))


def test_damaged_pdf_is_refused():
    with pytest.raises(DocumentMalformed):
        contents(b"%PDF-1.7\nnothing", "pdf")


def test_title_that_a_program_filled_in_is_none():
    assert contents(pdf(["Words stand here."]), "pdf").title is None
    assert contents(pdf(["Words stand here."], title="A visit"), "pdf").title == "A visit"


# ── Word ──


def test_word_file_gives_paragraphs_and_tables_in_order():
    found = contents(word("The army left.", "It came back.", table=[["year", "value"], ["2020", "3"]], title="A visit"), "docx")
    assert found.text == "The army left.\n\nIt came back.\n\nyear\tvalue\n2020\t3"
    assert found.title == "A visit"


def test_word_file_under_a_password_is_refused():
    with pytest.raises(DocumentEncrypted):
        contents(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "docx")


def test_old_word_file_is_refused_with_advice():
    with pytest.raises(DocumentNotText, match="save it as"):
        contents(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "docx")


def test_archive_that_unpacks_beyond_its_bound_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 3_000_000)
    with pytest.raises(DocumentTooLarge, match="unpacks"):
        contents(stream.getvalue(), "docx", limits=Limits(unpacked_bytes=1_000_000))


def test_archive_that_is_no_word_file_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(DocumentMalformed, match=r"word/document\.xml"):
        contents(stream.getvalue(), "docx")


# ── E-mail ──

MESSAGE = "From: Press <press@example.org>\nSubject: Re: Fwd: A visit\nDate: Tue, 17 May 2022 23:30:00 -0500\n{extra}\n\n{body}"


def test_message_tells_subject_sender_and_date():
    found = contents(MESSAGE.format(extra="X-A: b", body="The army left.").encode(), "eml")
    assert (found.title, found.author, found.published) == ("A visit", "Press", dt.date(2022, 5, 17))
    assert found.text.strip() == "The army left."


def test_message_of_html_alone_is_read():
    body = "<html><body><p>The first drones arrived on Monday, the ministry said in a long statement to all.</p></body></html>"
    assert "drones arrived" in contents(MESSAGE.format(extra="Content-Type: text/html", body=body).encode(), "eml").text


def test_forwarded_message_gives_its_own_date_and_sender():
    body = "Look.\n\n---------- Forwarded message ---------\nFrom: Ann <a@example.org>\nDate: Mon, 2 May 2022 at 10:00\n\nThe army left."
    found = contents(MESSAGE.format(extra="X-A: b", body=body).encode(), "eml")
    assert (found.author, found.published) == ("Ann", dt.date(2022, 5, 2))


def test_message_without_text_is_empty():
    with pytest.raises(DocumentEmpty):
        contents(MESSAGE.format(extra="Content-Type: application/pdf", body="x").encode(), "eml")


# ── Which format ──


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"PK\x03\x04", "docx"),
        (b"\n <!DOCTYPE html><p>", "html"),
        (b'{"id": "a", "text": "b"}\n', "jsonl"),
        (b"The army left.", "text"),
        (b"{braces} in a text", "text"),
    ],
)
def test_format_shows_in_the_first_bytes(data, kind):
    assert format_of_bytes(data) == kind
