"""The page: every row leads to its words, nothing of a document becomes markup, and the bytes are the same every time."""

import datetime as dt
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from dragoman.briefing.dossier import Limits
from dragoman.briefing.html_page import digest, load_static, render_briefing
from dragoman.model.document import Document
from dragoman.model.reading import Reading

VOID = {"meta", "link", "input", "br", "img"}


class Outline(HTMLParser):
    """The elements of a page: ids, links and the tags that are open at the end."""

    def __init__(self, html: str) -> None:
        """Read a page."""
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: Counter[str] = Counter()
        self.handlers: list[str] = []
        self.open: list[str] = []
        self.mismatched: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what an opening tag says."""
        self.tags[tag] += 1
        named = dict(attrs)
        self.ids += [named["id"]] if named.get("id") else []
        self.links += [named["href"] or ""] if "href" in named else []
        self.handlers += [name for name in named if name.startswith("on") or name in ("style", "src", "srcset", "action")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened last."""
        expected = self.open.pop() if self.open else ""
        if expected != tag:
            self.mismatched.append((expected, tag))


@pytest.fixture(scope="module")
def outline(page: str) -> Outline:
    """The outline of the sample's page."""
    return Outline(page)


def test_every_element_is_closed_by_its_own_tag(outline: Outline) -> None:
    """Overlapping marks and hostile words leave the nesting whole."""
    assert (outline.mismatched, outline.open) == ([], [])


def test_ids_are_unique(outline: Outline) -> None:
    """No id stands twice."""
    assert [name for name, number in Counter(outline.ids).items() if number > 1] == []


def test_every_link_inside_the_page_resolves(outline: Outline) -> None:
    """A row, a card, a finding, a drawing: each link leads somewhere."""
    assert sorted({link for link in outline.links if link.startswith("#") and link[1:] not in outline.ids}) == []


def test_every_statement_has_one_mark_and_one_card(outline: Outline, samples) -> None:  # type: ignore[no-untyped-def]
    """However its words are cut by other statements."""
    anchors = [s.id for r in samples.readings for s in r.statements]
    assert [(outline.ids.count(f"w-{a}"), outline.ids.count(f"c-{a}")) for a in anchors] == [(1, 1)] * len(anchors)


def test_every_statement_has_a_row_that_leads_to_its_words(page: str, samples) -> None:  # type: ignore[no-untyped-def]
    """No statement is in the text alone."""
    linked = set(re.findall(r'class="to-words cite" href="#w-([0-9a-f]+)"', page))
    assert {s.id for r in samples.readings for s in r.statements} <= linked


def test_text_of_a_document_never_becomes_markup(outline: Outline) -> None:
    """The one script is ours, and no element has a handler, a style or a source."""
    assert (outline.tags["script"], outline.tags["img"], outline.tags["i"], outline.handlers) == (1, 0, 0, [])


def test_address_of_a_script_is_not_linked(outline: Outline) -> None:
    """Only addresses of the web become links."""
    assert [link for link in outline.links if not link.startswith(("#", "https://", "data:,"))] == []


def test_policy_names_our_style_sheet_and_script_by_digest(page: str) -> None:
    """Anything else that got into the page would not be obeyed."""
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)
    assert style
    assert script
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    unescaped = policy[1].replace("&#39;", "'")
    assert "default-src 'none'" in unescaped
    assert f"style-src {digest(style[1])}" in unescaped
    assert f"script-src {digest(script[1])}" in unescaped


def test_own_files_hold_nothing_that_loads() -> None:
    """No import, no address, nothing that would end the element they stand in."""
    for name in ("colours.css", "page.css", "tables.css", "text.css", "narrow.css", "print.css", "briefing.js"):
        text = load_static((name,))
        assert not re.search(r"@import|url\(|https?://|innerHTML|eval\(|</(style|script)", text), name


def test_bytes_do_not_depend_on_the_order_of_documents_statements_and_findings(page: str, samples) -> None:  # type: ignore[no-untyped-def]
    """The same page from the same readings in another order."""
    turned = [replace(r, statements=r.statements[::-1]) for r in samples.readings[::-1]]
    assert render_briefing(turned, samples.findings[::-1]) == page


def test_disagreements_stand_before_what_cannot_be_told_and_what_agrees(page: str) -> None:
    """In the section on findings."""
    verdicts = re.findall(r'<article class="finding v-([a-z-]+)', page)
    assert verdicts == ["disagrees", "disagrees", "cannot-tell", "agrees"]


def test_no_documents_make_a_page() -> None:
    """Nothing read is not an error."""
    assert Outline(render_briefing([], [])).mismatched == []


def test_empty_document_makes_a_page() -> None:
    """Nor is a document without a word."""
    page = render_briefing([Reading(document=Document(id="empty", text=""))], [])
    assert "empty" in page


def test_title_is_escaped_and_used() -> None:
    """The title that the caller gives is a text, not markup."""
    assert "<h1><bdi>A &amp; B &lt;i&gt;</bdi></h1>" in render_briefing([], [], title="A & B <i>")


def test_control_characters_and_half_surrogates_can_be_written() -> None:
    """A text with characters that HTML or UTF-8 cannot hold still makes a file."""
    page = render_briefing([Reading(document=Document(id="odd", text="a\x00b\x1b[31m\ud800c"))], [])
    assert "a\ufffdb\ufffd[31m\ufffdc" in page.encode().decode()


def test_texts_beyond_the_bound_are_left_out_and_named(samples) -> None:  # type: ignore[no-untyped-def]
    """The rows of a text that is left out lead to its line in the list of documents."""
    longest = max(len(r.document.text) for r in samples.readings)
    page = render_briefing(samples.readings, samples.findings, limits=Limits(characters=longest))
    outline = Outline(page)
    assert "texts left out" in page
    assert [link for link in outline.links if link.startswith("#") and link[1:] not in outline.ids] == []


def test_many_documents_start_folded(samples) -> None:  # type: ignore[no-untyped-def]
    """With more than 30 documents, only what stands out, the findings and the list of texts are open."""
    day = dt.date(2023, 1, 1)
    more = [Reading(document=Document(id=f"d{i}", text="Nothing.", published=day)) for i in range(40)]
    page = render_briefing([*samples.readings, *more], samples.findings)
    assert page.count('<details class="section" open>') == 2
    assert '<details class="text" open>' not in page


def test_rows_beyond_the_bound_are_counted(samples) -> None:  # type: ignore[no-untyped-def]
    """A table says how many rows it leaves out."""
    page = render_briefing(samples.readings, samples.findings, limits=Limits(rows=3))
    assert "12 further rows are left out" in page


def test_statements_without_ids_are_told_apart(samples) -> None:  # type: ignore[no-untyped-def]
    """Two statements with the same id or none still have an anchor each."""
    bare = [replace(r, statements=tuple(replace(s, id="") for s in r.statements)) for r in samples.readings]
    outline = Outline(render_briefing(bare, []))
    assert len([i for i in outline.ids if i.startswith("w-")]) == sum(len(r.statements) for r in bare)
