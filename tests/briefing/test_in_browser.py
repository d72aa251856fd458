"""The briefing opened in a real browser from a file: light and dark, wide and narrow, with and without a script."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

WIDE, NARROW, NARROWEST = (1280, 900), (390, 844), (360, 780)
OPAQUE = "els => els.filter(el => el.checkVisibility()).length"


@dataclass
class Opened:
    """A page in the browser, with what it complained about and what it asked the network for."""

    page: "Page"
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory, page: str) -> str:
    """The address of the sample's briefing as a file."""
    path: Path = tmp_path_factory.mktemp("briefing") / "briefing.html"
    path.write_text(page, encoding="utf-8")
    return path.as_uri()


@pytest.fixture(params=[(WIDE, "light"), (WIDE, "dark"), (NARROW, "light"), (NARROW, "dark")], ids=lambda p: f"{p[0][0]}-{p[1]}")
def opened(browser: "Browser", file: str, request: pytest.FixtureRequest) -> Iterator[Opened]:
    """The briefing at desktop and phone width, light and dark."""
    (width, height), scheme = request.param
    yield from open_page(browser, file, width, height, color_scheme=scheme)


@pytest.fixture
def wide(browser: "Browser", file: str) -> Iterator[Opened]:
    """The briefing at desktop width."""
    yield from open_page(browser, file, *WIDE)


def open_page(browser: "Browser", file: str, width: int, height: int, **options: object) -> Iterator[Opened]:
    """Open the briefing and listen."""
    page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce", **options)  # type: ignore[arg-type]
    opened = Opened(page)
    page.on("console", lambda message: opened.complaints.append(message.text))
    page.on("pageerror", lambda error: opened.complaints.append(str(error)))
    page.on("dialog", lambda dialog: (opened.complaints.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: opened.requests.append(request.url))
    page.goto(file)
    yield opened
    page.close()


def test_row_leads_to_its_words_and_back(opened: Opened) -> None:
    """The words of a transfer are in view and lit; the way back leads to the same row."""
    page = opened.page
    page.evaluate("location.hash = 'transfers'")  # on a phone, sections are folded until a link leads into them
    row = page.locator("tbody.row[id^='r-transfers-']").nth(1)
    anchor = row.get_attribute("id")
    row.locator(".to-words").click()
    page.wait_for_function("location.hash.startsWith('#w-')")
    words = page.locator(page.evaluate("location.hash").replace("#", "[id='") + "']")
    assert words.is_visible()
    assert "lit" in (words.get_attribute("class") or "")
    assert page.evaluate("document.activeElement.classList.contains('ref')")
    page.locator("#back").click()
    page.wait_for_function(f"location.hash === '#{anchor}'")
    top = row.evaluate("element => element.getBoundingClientRect().top")
    assert 0 <= top < page.evaluate("innerHeight")


def test_page_asks_for_nothing_and_complains_of_nothing(opened: Opened, file: str) -> None:
    """No request but the file itself, no message, no dialog."""
    opened.page.evaluate("location.hash = 'texts'")
    opened.page.locator(".mark").first.click()
    opened.page.wait_for_timeout(50)
    assert ([url for url in opened.requests if url != file and not url.startswith("data:")], opened.complaints) == ([], [])


def test_page_does_not_scroll_sideways(opened: Opened) -> None:
    """Wide tables scroll inside their own box."""
    assert opened.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_page_does_not_scroll_sideways_on_the_narrowest_phone(browser: "Browser", file: str) -> None:
    """At 360 pixels."""
    for narrow in open_page(browser, file, *NARROWEST):
        assert narrow.page.evaluate("document.documentElement.scrollWidth") <= NARROWEST[0]


def test_words_have_contrast(opened: Opened) -> None:
    """Each colour used for words has a contrast of 4.5 or more on paper and on raised ground."""
    script = """() => {
      const style = getComputedStyle(document.documentElement);
      const parts = (name) => {
        const hex = style.getPropertyValue('--' + name).trim().slice(1);
        return [0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255);
      };
      const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
      const light = (name) => { const [r, g, b] = parts(name).map(linear); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
      const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
      const inks = ['ink', 'soft', 'link', 'doubt', 'unsure', 'agree', 'event', 'transfer', 'facility', 'figure', 'tenure',
                    'membership', 'assessment', 'quotation'];
      const pairs = ['paper', 'raised', 'sunk'].flatMap((ground) => inks.map((ink) => [ink, ground]));
      return pairs.map(([ink, ground]) => [ink, ground, contrast(ink, ground)]).filter((c) => c[2] < 4.5);
    }"""
    assert opened.page.evaluate(script) == []


def test_card_appears_at_a_mark_and_goes_with_escape(wide: Opened) -> None:
    """Hovering shows every statement that the words hold."""
    page = wide.page
    page.locator("#texts").scroll_into_view_if_needed()
    page.locator(".mark.k-transfer").first.hover()
    popover = page.locator("#popover")
    popover.wait_for(state="visible")
    assert "South" not in popover.inner_text()
    assert popover.locator(".card").count() >= 1
    page.keyboard.press("Escape")
    assert popover.is_hidden()


def test_keyboard_reaches_words_and_returns(wide: Opened) -> None:
    """Enter on a row's link goes to the words, Escape goes back."""
    page = wide.page
    link = page.locator("#finding-1 .to-words")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash === '#w-f1'")  # the browser goes there in its own time
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_function("location.hash === '#finding-1'")


def test_filter_leaves_rows_of_one_kind(wide: Opened) -> None:
    """And clearing brings the others back."""
    page = wide.page
    rows = page.locator("tbody.row")
    before = rows.evaluate_all(OPAQUE)
    page.locator("select[name=kind]").select_option("transfer")
    kinds = set(rows.evaluate_all("els => els.filter(el => el.checkVisibility()).map(el => el.dataset.kind)"))
    page.locator("button[type=reset]").click()
    page.wait_for_function("document.querySelectorAll('[data-away]').length === 0")
    assert (kinds, rows.evaluate_all(OPAQUE)) == ({"transfer"}, before)


def test_link_to_a_row_that_the_filter_hides_shows_it(wide: Opened) -> None:
    """A link never leads to something that is not there."""
    page = wide.page
    page.locator("select[name=kind]").select_option("quotation")
    page.evaluate("location.hash = document.querySelector('tbody.row[data-kind=transfer]').id")
    page.wait_for_function("document.querySelector('tbody.row[data-kind=transfer]').checkVisibility()")


def test_theme_can_be_turned(wide: Opened) -> None:
    """Light to dark."""
    page = wide.page
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("#theme").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before


def test_links_and_tables_work_without_the_script(browser: "Browser", file: str) -> None:
    """Rows, links and folds are plain HTML."""
    for plain in open_page(browser, file, *WIDE, java_script_enabled=False):
        page = plain.page
        assert page.locator("#filter").is_hidden()
        assert page.locator("#theme").is_hidden()
        link = page.locator("#finding-1 .to-words")
        link.click()
        assert page.url.endswith("#w-f1")
        assert page.locator("#w-f1").is_visible()


def test_paper_shows_what_is_folded(wide: Opened) -> None:
    """Printing opens the findings that agree."""
    page = wide.page
    assert not page.locator(".agreements .finding").first.is_visible()
    page.pdf()
    assert page.locator(".agreements .finding").first.is_visible()
