"""Markdown → contents: the words without the markup, headings and paragraphs kept apart by blank lines."""

import re
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dragoman.documents.contents import Contents
from dragoman.documents.decoding import decode
from dragoman.documents.written_dates import find_written_date

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
FIELD = re.compile(r"^([A-Za-z_]+):[ \t]*(.+?)[ \t]*$", re.MULTILINE)
TAG = re.compile(r"<!--.*?(?:-->|$)|<[^<>]*>", re.DOTALL)
TIGHT = frozenset({"list_item_open", "tr_open"})  # what begins a line, not a paragraph


def read_markdown(name: str, data: bytes, *, charset: str | None = None) -> Contents:
    """The words of a Markdown file. Fields before the text ('title:', 'author:', 'date:' between lines of '---') are obeyed."""
    source = decode(name, data, charset=charset)
    fields: dict[str, str] = {}
    front = FRONT_MATTER.match(source)
    if front:
        fields = {key.lower(): value.strip("\"'") for key, value in FIELD.findall(front[1])}
        source = source[front.end() :]
    tokens = MarkdownIt("commonmark").enable("table").parse(source)
    return Contents(
        text=text_of(tokens),
        title=fields.get("title") or first_heading(tokens),
        author=fields.get("author"),
        publisher=fields.get("publisher") or fields.get("source"),
        published=find_written_date(fields.get("published") or fields.get("date") or ""),
        url=fields.get("url"),
    )


def text_of(tokens: list[Token]) -> str:
    """Blocks apart by blank lines, items of a list and rows of a table by line ends, cells by tabs."""
    pieces: list[str] = []
    gap = ""
    for token in tokens:
        if token.type in TIGHT:
            gap = gap or "\n"
        elif token.type in {"th_open", "td_open"}:
            gap = gap or "\t"
        elif token.type in {"paragraph_open", "heading_open", "bullet_list_open", "ordered_list_open", "table_open"}:
            gap = "\n\n" if not token.hidden and gap != "\n" else gap
        words = words_of(token)
        if words:
            block = token.type != "inline"
            pieces += ["\n\n" if block else gap, words]
            gap = "\n\n" if block else ""
    return "".join(pieces).strip()


def words_of(token: Token) -> str:
    """The words that one token shows."""
    if token.type == "inline":
        return "".join(inline_words(child) for child in token.children or ()).strip()
    if token.type in {"fence", "code_block"}:
        return token.content.strip()
    if token.type == "html_block":
        return re.sub(r"\s+", " ", TAG.sub(" ", token.content)).strip()
    return ""


def inline_words(token: Token) -> str:
    """The words within a line: those of links and emphasis, none of images."""
    if token.type in {"text", "code_inline"}:
        return token.content
    return " " if token.type in {"softbreak", "hardbreak"} else ""


def first_heading(tokens: list[Token]) -> str | None:
    """The words of the first heading of the first level."""
    for token, following in pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            return words_of(following) or None
    return None
