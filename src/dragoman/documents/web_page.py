"""HTML → contents: the main text of a page and what the page states of itself. Nothing that the page refers to is loaded.

Title, author, site and date are taken only where the page states them (Open Graph, schema.org, the usual `meta` names): a date
guessed from elsewhere on the page would put 'last month' into the wrong year.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree, traverse_dom

from dragoman.documents.contents import Contents
from dragoman.documents.decoding import decode, shown
from dragoman.documents.written_dates import find_written_date

CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w\-]+)", re.IGNORECASE)
HEAD_BYTES = 4_096  # in which HTML wants the declaration of the encoding
LEAST_MAIN_TEXT = 80  # characters; below, the main text was not found and the whole page is taken
DEEPEST = 300  # levels; telling the main text takes time that grows with their square, and no article is nested so deep
ARTICLE_TYPES = ("Article", "NewsArticle", "Report", "BlogPosting", "WebPage", "AnalysisNewsArticle", "ReportageNewsArticle")
DATE_NAMES = ("article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
              "dcterms.date", "dcterms.created", "pubdate", "publishdate", "publish-date", "sailthru.date", "parsely-pub-date",
              "citation_publication_date")  # fmt: skip
AUTHOR_NAMES = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "citation_author", "byl")
SITE_NAMES = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher")
TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "citation_title")


def read_web_page(name: str, data: bytes, *, charset: str | None = None) -> Contents:
    """The main text of a page, its paragraphs apart by blank lines."""
    declared = CHARSET.search(data, 0, HEAD_BYTES)
    source = decode(name, data, charset=charset or (declared[1].decode("ascii") if declared else None))
    tree = HTMLTree.parse(source)
    meta = meta_fields(tree)
    article = next(iter(articles_in(tree)), {})
    site = first(meta, SITE_NAMES) or name_of(article.get("publisher"))
    return Contents(
        text=main_text(tree),
        title=first(meta, TITLE_NAMES) or text_or_none(article.get("headline")) or title_without_site(tree.title or "", site),
        author=author_in(meta, article),
        publisher=site,
        published=find_written_date(text_or_none(article.get("datePublished")) or first(meta, DATE_NAMES) or time_element(tree)),
        language=language_of(tree),
    )


def main_text(tree: HTMLTree) -> str:
    """The main text; that of the whole page where no main part can be told."""
    text = ""
    for main_content in (True, False) if depth_of(tree) <= DEEPEST else (False,):
        text = extract_plain_text(tree, main_content=main_content, alt_texts=False, list_bullets=False, comments=False)
        if len(text.strip()) >= LEAST_MAIN_TEXT:
            break
    return re.sub(r"\n{3,}", "\n\n", shown(text)).strip()


def depth_of(tree: HTMLTree) -> int:
    """How deep the elements of a page are nested."""
    deepest = 0

    def visit(context: Any) -> None:
        nonlocal deepest
        deepest = max(deepest, context.depth)

    if tree.body is not None:
        traverse_dom(tree.body, visit, elements_only=True)
    return deepest


def elements(tree: HTMLTree, selector: str) -> list[Any]:
    """The elements that a CSS selector finds."""
    return [] if tree.document is None else list(tree.document.query_selector_all(selector))


def meta_fields(tree: HTMLTree) -> dict[str, str]:
    """The `meta` elements of a page, by lower-case name; the first of a name counts."""
    fields: dict[str, str] = {}
    for element in elements(tree, "meta"):
        key = element.getattr("property") or element.getattr("name") or element.getattr("itemprop")
        value = (element.getattr("content") or "").strip()
        if key and value:
            fields.setdefault(key.lower(), shown(value))
    return fields


def articles_in(tree: HTMLTree) -> Iterator[dict[str, Any]]:
    """The schema.org objects that describe an article, as JSON-LD gives them."""
    for script in elements(tree, 'script[type="application/ld+json"]'):
        try:
            found = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue  # pages often hold broken JSON; the page itself can still be read
        candidates = found if isinstance(found, list) else [found]
        for candidate in candidates:
            graph = candidate.get("@graph", []) if isinstance(candidate, dict) else []
            for item in [candidate, *(graph if isinstance(graph, list) else [])]:
                if isinstance(item, dict) and is_article(item.get("@type")):
                    yield item


def is_article(kind: object) -> bool:
    """Whether a schema.org type is one that has an author and a date."""
    kinds = kind if isinstance(kind, list) else [kind]
    return any(k in ARTICLE_TYPES for k in kinds)


def author_in(meta: dict[str, str], article: dict[str, Any]) -> str | None:
    """The author; an address in place of a name is none."""
    author = name_of(article.get("author")) or first(meta, AUTHOR_NAMES)
    return None if author is None or "://" in author else author


def name_of(value: object) -> str | None:
    """The name of a schema.org person or organisation, or of several."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(name_of, value[:10]))) or None
    if isinstance(value, dict):
        return text_or_none(value.get("name"))
    return text_or_none(value)


def text_or_none(value: object) -> str | None:
    """A string with something in it, in one line."""
    return re.sub(r"\s+", " ", shown(value)).strip() or None if isinstance(value, str) else None


def first(fields: dict[str, str], names: tuple[str, ...]) -> str | None:
    """The value of the first name that is there."""
    return next((fields[name] for name in names if name in fields), None)


def time_element(tree: HTMLTree) -> str:
    """The day of the only `time` element that gives one; several could be anything."""
    days = {(element.getattr("datetime") or "")[:10] for element in elements(tree, "article time[datetime]")}
    return days.pop() if len(days) == 1 else ""


def language_of(tree: HTMLTree) -> str | None:
    """The language that the page declares, without its region."""
    declared = next((root.getattr("lang") or "" for root in elements(tree, "html")), "")
    return declared.split("-")[0].lower() or None


def title_without_site(title: str, site: str | None) -> str | None:
    """'A headline | Site' → 'A headline'."""
    words = text_or_none(title)
    if words and site:
        words = re.sub(rf"\s*[|–—-]\s*{re.escape(site)}$", "", words)
    return words or None
