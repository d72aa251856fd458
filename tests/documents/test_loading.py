"""Inputs → documents: ids, order, errors in their place, bounds."""

import datetime as dt
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.documents.fetching import Fetched
from dragoman.documents.formats import SUFFIXES
from dragoman.documents.limits import Limits
from dragoman.documents.loading import load_documents
from dragoman.model.document import Document
from dragoman.model.errors import (
    DocumentEmpty,
    DocumentError,
    DocumentMalformed,
    DocumentNotFetched,
    DocumentNotFound,
    DocumentNotText,
    DocumentTooLarge,
    LanguageNotRead,
)

ENGLISH = (
    "The minister met the envoy in the capital on Monday, and the two agreed on the terms of the sale of drones to the army."
)
GERMAN = (
    "Der iranische Präsident empfing am Montag in der Hauptstadt seinen tadschikischen Amtskollegen. Die beiden Länder "
    "unterzeichneten siebzehn Absichtserklärungen, darunter über Handel, Verkehr und Energie, teilte das Außenministerium mit."
)


def load(*inputs, **options):
    return list(load_documents([str(i) for i in inputs], **options))


def write(path, *rows):
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows), encoding="utf-8")
    return path


def test_file_has_its_name_as_id(tmp_path):
    (tmp_path / "a.txt").write_text(ENGLISH)
    assert [d.id for d in load(tmp_path / "a.txt")] == ["a.txt"]


def test_folder_gives_relative_paths_in_order_and_skips_hidden_files(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/b/c.md", ".hidden.txt", ".git/x.txt", "~$lock.docx"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(ENGLISH)
    assert [d.id for d in load(tmp_path)] == ["a/b/c.md", "a/z.txt", "b.txt"]


def test_unknown_file_in_a_folder_is_named_as_skipped(tmp_path):
    (tmp_path / "a.txt").write_text(ENGLISH)
    (tmp_path / "b.png").write_bytes(b"\x89PNG")
    document, error = load(tmp_path)
    assert isinstance(document, Document)
    assert isinstance(error, DocumentNotText)
    assert "b.png: skipped" in str(error)


def test_second_file_of_a_name_takes_its_path(tmp_path):
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(ENGLISH)
    assert [d.id for d in load(tmp_path / "x/a.txt", tmp_path / "y/a.txt")] == ["a.txt", f"{tmp_path.as_posix()}/y/a.txt"]


def test_same_file_is_read_once(tmp_path):
    (tmp_path / "a.txt").write_text(ENGLISH)
    assert len(load(tmp_path / "a.txt", tmp_path)) == 1


def test_missing_file_is_an_error_in_its_place(tmp_path):
    (tmp_path / "a.txt").write_text(ENGLISH)
    error, document = load(tmp_path / "none.txt", tmp_path / "a.txt")
    assert isinstance(error, DocumentNotFound)
    assert isinstance(document, Document)


@pytest.mark.parametrize("content", [b"", b" \n\t ", b"\xef\xbb\xbf"])
def test_empty_file_is_named(tmp_path, content):
    (tmp_path / "a.txt").write_bytes(content)
    (error,) = load(tmp_path / "a.txt")
    assert isinstance(error, DocumentEmpty)


def test_large_file_is_refused(tmp_path):
    (tmp_path / "a.txt").write_text("x" * 200)
    (error,) = load(tmp_path / "a.txt", limits=Limits(file_bytes=100))
    assert isinstance(error, DocumentTooLarge)


def test_long_text_is_refused(tmp_path):
    (tmp_path / "a.txt").write_text(ENGLISH * 10)
    (error,) = load(tmp_path / "a.txt", limits=Limits(characters=100))
    assert isinstance(error, DocumentTooLarge)


def test_file_of_a_wrong_ending_is_named(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02" * 100)
    (tmp_path / "b.docx").write_text(ENGLISH)
    assert [type(e) for e in load(tmp_path)] == [DocumentNotText, DocumentMalformed]


def test_another_language_is_named(tmp_path):
    (tmp_path / "a.txt").write_text(GERMAN)
    (error,) = load(tmp_path / "a.txt")
    assert isinstance(error, LanguageNotRead)
    assert "German" in str(error)


def test_another_alphabet_is_refused_even_when_short(tmp_path):
    (tmp_path / "a.txt").write_text("Президент посетил завод в понедельник.")
    (error,) = load(tmp_path / "a.txt")
    assert isinstance(error, LanguageNotRead)


@pytest.mark.parametrize("text", ["Mongolia", "Hashim Thaci", ENGLISH.upper(), "Fine Gael and Fianna Fáil formed a government."])
def test_short_texts_and_capitals_are_taken_for_english(text):
    (document,) = load("-", standard_input=io.BytesIO(text.encode()))
    assert isinstance(document, Document)


def test_standard_input_is_a_dash():
    (document,) = load("-", standard_input=io.BytesIO(ENGLISH.encode()))
    assert document.id == "-"
    assert document.text == ENGLISH


def test_standard_input_may_be_json_lines():
    (document,) = load("-", standard_input=io.BytesIO(b'{"id": "a", "text": "He left."}\n'))
    assert document.id == "a"


# ── JSON Lines ──


def test_row_keeps_its_text_as_it_stands(tmp_path):
    text = "He\r\nleft\u00ad for\u200b Kabul.\x07"
    (document,) = load(
        write(tmp_path / "a.jsonl", {"id": "r", "text": text, "published": "2022-05-17", "title": "T", "url": None})
    )
    assert (document.text, document.id, document.published, document.title) == (text, "r", dt.date(2022, 5, 17), "T")


def test_row_without_id_is_named_after_its_line(tmp_path):
    (tmp_path / "d").mkdir()
    write(tmp_path / "d/a.jsonl", {"text": "He left."}, "", {"text": "She left."})
    assert [d.id for d in load(tmp_path)] == ["d/a.jsonl#1", "d/a.jsonl#3"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 2 is not JSON"),
        ("[]", "line 2 is list"),
        ('{"id": "x"}', "line 2 has no 'text'"),
        ('{"text": 3}', "line 2 has no 'text'"),
        ('{"text": "a", "published": "May"}', "line 2: published is 'May'"),
        ('{"text": "a", "title": 4}', "line 2: 'title' is int"),
        ('{"text": "a\\ud800"}', "line 2: 'text' holds half"),
        ("[" * 100_000, "line 2 is not JSON"),
    ],
)
def test_bad_line_is_one_error_and_the_rest_goes_on(tmp_path, line, message):
    first, error, last = load(write(tmp_path / "a.jsonl", {"text": "One."}, line, {"text": "Three."}))
    assert (first.text, last.text) == ("One.", "Three.")
    assert isinstance(error, DocumentMalformed)
    assert message in str(error)


def test_long_line_is_one_error_and_the_rest_goes_on(tmp_path):
    rows = load(write(tmp_path / "a.jsonl", {"text": "x" * 5_000}, {"text": "Two."}), limits=Limits(file_bytes=1_000))
    assert isinstance(rows[0], DocumentTooLarge)
    assert rows[1].text == "Two."


def test_row_goes_before_the_day_that_the_caller_gives(tmp_path):
    path = write(tmp_path / "a.jsonl", {"text": "One.", "published": "2020-01-01"}, {"text": "Two.", "published": None})
    assert [d.published for d in load(path, published=dt.date(2022, 1, 1))] == [dt.date(2020, 1, 1), dt.date(2022, 1, 1)]


# ── What the text tells of itself ──


def test_text_file_tells_title_author_and_date():
    text = f"Drones reach Baku\n\nBy Jane Doe\n\nBAKU, 17 May 2022 (Example) – {ENGLISH}\n"
    (document,) = load("-", standard_input=io.BytesIO(text.encode()))
    assert (document.title, document.author, document.published) == ("Drones reach Baku", "Jane Doe", dt.date(2022, 5, 17))


def test_first_sentence_is_no_title():
    (document,) = load("-", standard_input=io.BytesIO(f"{ENGLISH}\n\n{ENGLISH}\n".encode()))
    assert document.title is None


def test_day_of_the_caller_goes_before_the_dateline():
    (document,) = load("-", standard_input=io.BytesIO(b"BAKU, 17 May 2022 - He left."), published=dt.date(2022, 6, 1))
    assert document.published == dt.date(2022, 6, 1)


def test_yearless_dateline_takes_the_year_of_another_line():
    text = f"Published: 3 January 2022\n\nBAKU, 30 December (Example) – {ENGLISH}"
    (document,) = load("-", standard_input=io.BytesIO(text.encode()))
    assert document.furniture[-1].date == dt.date(2021, 12, 30)


# ── Addresses ──


def test_address_is_its_own_id():
    def fetch(url, limits):
        assert limits.redirects
        assert url == "https://example.org/a"
        return Fetched(data=ENGLISH.encode(), content_type="text/plain", retrieved=dt.date(2022, 5, 17))

    (document,) = load("https://example.org/a", fetch=fetch)
    assert (document.id, document.url, document.retrieved) == (
        "https://example.org/a",
        "https://example.org/a",
        dt.date(2022, 5, 17),
    )


def test_address_that_is_not_of_the_web_is_refused():
    (error,) = load("file:///etc/hostname")
    assert isinstance(error, DocumentNotFetched)


# ── Hostile input ──


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=600), suffix=st.sampled_from(sorted(SUFFIXES)), head=st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html><p>", b"From: a\n\n", b'{"text": "']))  # fmt: skip
def test_any_bytes_give_documents_or_errors(tmp_path_factory, data, suffix, head):
    path = tmp_path_factory.mktemp("hostile") / f"a{suffix}"
    path.write_bytes(head + data)
    for loaded in load_documents([str(path)]):
        assert isinstance(loaded, Document | DocumentError)
        if isinstance(loaded, Document):
            loaded.text.encode()  # can leave the program
            assert all(0 <= f.start < f.end <= len(loaded.text) for f in loaded.furniture)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ABCabc 12.,–-()[]/\n\r\t\"'“”:;©", max_size=400))
def test_any_text_keeps_its_furniture_inside(text):
    for loaded in load_documents(["-"], standard_input=io.BytesIO(text.encode())):
        if isinstance(loaded, Document):
            assert all(0 <= f.start < f.end <= len(loaded.text) for f in loaded.furniture)


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 50_000,
        b"> " * 20_000,
        b"* " * 20_000,
        b"`" * 50_000,
        b"[a](" * 20_000,
        b"|a" * 20_000,
        b"<" * 50_000,
        b"&#" * 20_000,
    ],
)
@pytest.mark.parametrize("suffix", [".md", ".html", ".txt"])
def test_pathological_markup_is_read_or_refused(tmp_path, data, suffix):
    (tmp_path / f"a{suffix}").write_bytes(data)
    (loaded,) = load(tmp_path)
    assert isinstance(loaded, Document | DocumentError)
