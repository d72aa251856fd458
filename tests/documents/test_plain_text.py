"""Encodings, line ends, control characters and broken lines of plain text."""

import codecs

import pytest

from dragoman.documents.decoding import decode
from dragoman.documents.plain_text import unwrap
from dragoman.model.errors import DocumentNotText

WRAPPED = (
    "The two governments signed an agreement on the sale of drones in the\n"
    "capital on Monday, and officials said that deliveries would begin in\n"
    "the spring. Neither side named a price, and the ministry refused to\n"
    "answer questions.\n"
    "\n"
    "A second agreement is expected later in the year, one of the officials\n"
    "said.\n"
)


@pytest.mark.parametrize(
    "data",
    [
        "Erdoğan said “no”".encode(),
        codecs.BOM_UTF8 + "Erdoğan said “no”".encode(),
        "Erdoğan said “no”".encode("utf-16"),
        codecs.BOM_UTF16_BE + "Erdoğan said “no”".encode("utf-16-be"),
        "Erdoğan said “no”".encode("utf-32"),
    ],
)
def test_unicode_is_decoded_in_every_form(data):
    assert decode("x", data) == "Erdoğan said “no”"


def test_western_european_quotes_are_decoded():
    assert decode("x", "He said “no” – twice, in a café.".encode("cp1252")) == "He said “no” – twice, in a café."


def test_declared_charset_is_obeyed_where_the_bytes_are_not_utf8():
    assert decode("x", "Żółw na łące".encode("iso-8859-2"), charset="iso-8859-2") == "Żółw na łące"


def test_unknown_charset_is_passed_over():
    assert decode("x", "café".encode("cp1252"), charset="no-such\x00thing") == "café"


def test_another_alphabet_without_declaration_is_told():
    text = "Президент посетил завод, сообщило министерство. " * 20
    assert "Президент" in decode("x", text.encode("cp1251"))


def test_every_line_end_becomes_one_character():
    assert decode("x", b"a\r\nb\rc\nd\xe2\x80\xa8e") == "a\nb\nc\nd\ne"


def test_characters_that_take_no_room_are_dropped():
    assert decode("x", "inter\u00adnational\u200b \u202eyes".encode()) == "international yes"


def test_control_characters_become_spaces():
    assert decode("x", b"a" * 200 + b"\x07b") == "a" * 200 + " b"


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 50, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"MZ\x90\x00\x03"])
def test_binary_is_refused(data):
    with pytest.raises(DocumentNotText):
        decode("x", data)


def test_lines_broken_to_fit_a_page_are_joined():
    assert unwrap(WRAPPED).split("\n") == [
        "The two governments signed an agreement on the sale of drones in the capital on Monday, and officials said that deliveries would begin in the spring. Neither side named a price, and the ministry refused to answer questions.",
        "",
        "A second agreement is expected later in the year, one of the officials said.",
        "",
    ]


def test_joining_keeps_the_number_of_characters():
    assert len(unwrap(WRAPPED)) == len(WRAPPED)


@pytest.mark.parametrize(
    "text",
    [
        "A headline\nBy Jane Doe\n\nThe army left.",
        "One paragraph on one line. " * 20 + "\n" + "Another one. " * 30,
        "First line\nsecond line\nthird line\nfourth line",
        "- an item of a list that is as long as the other items of it\n- an item of a list that is as long as the other ones\n"
        * 4,
    ],
)
def test_line_ends_that_are_meant_are_kept(text):
    assert unwrap(text) == text
