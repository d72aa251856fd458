"""Marks in a text: nested HTML elements over character spans that may overlap in any way.

A span that crosses another is cut where the other ends; its first piece carries the id, its last piece the reference number,
so every span has exactly one id and one reference however often it is cut.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

from markupsafe import Markup, escape

MOST_LEVELS = 4  # lines below the words that the style sheet tells apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A span of a text to mark: characters, `end` excluded.

    `anchor` becomes the element's id (`w-…`), `css` its classes, `reference` the small number behind it, which leads to
    `href` (None for a number that leads nowhere) and is announced as `title`. Furniture has no anchor and no reference.
    """

    start: int
    end: int
    css: str
    anchor: str | None = None
    reference: str | None = None
    href: str | None = None
    title: str = ""
    opens: bool = True
    closes: bool = True


def cut(mark: Mark, start: int, end: int) -> Mark:
    """The piece of a mark between two characters, which knows whether it is the first and whether it is the last."""
    return replace(
        mark,
        start=max(mark.start, start),
        end=min(mark.end, end),
        opens=mark.opens and start <= mark.start,
        closes=mark.closes and mark.end <= end,
    )


def nest(marks: Iterable[Mark]) -> list[Mark]:
    """Cut crossing marks so that any two are nested or apart; outer ones before inner ones, in the order of the text."""
    pending = [(order(mark), serial, mark) for serial, mark in enumerate(marks)]  # the serial keeps marks from being compared
    heapify(pending)
    done: list[Mark] = []
    open_ends: list[int] = []
    while pending:
        _, serial, mark = heappop(pending)
        while open_ends and open_ends[-1] <= mark.start:
            open_ends.pop()
        if open_ends and mark.end > open_ends[-1]:
            boundary = open_ends[-1]
            rest = cut(mark, boundary, mark.end)
            heappush(pending, (order(rest), serial, rest))
            mark = cut(mark, mark.start, boundary)
        done.append(mark)
        open_ends.append(mark.end)
    return done


def order(mark: Mark) -> tuple[int, int, str, str]:
    """Earlier first, longer first, then by anchor, so that the result does not depend on the order given."""
    return (mark.start, -mark.end, mark.anchor or "", mark.css)


def render_marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> Markup:
    """The text between two characters as HTML, escaped, with `marks` (all inside these bounds) as elements in it."""
    parts: list[str] = []
    stack: list[Mark] = []
    position = start

    def write_until(offset: int) -> None:
        nonlocal position
        while stack and stack[-1].end <= offset:
            inner = stack.pop()
            parts.append(str(escape(text[position : inner.end])))
            position = max(position, inner.end)
            parts.append(close_tag(inner))
        parts.append(str(escape(text[position:offset])))
        position = max(position, offset)

    nested = nest(marks)
    for mark, levels in zip(nested, count_levels(nested), strict=True):
        write_until(mark.start)
        parts.append(open_tag(mark, levels))
        stack.append(mark)
    write_until(end)
    while stack:
        parts.append(close_tag(stack.pop()))
    return Markup("".join(parts))  # noqa: S704  every piece of text went through escape


def count_levels(nested: Sequence[Mark]) -> list[int]:
    """How many marks lie inside each other inside each mark: its line is drawn below theirs."""
    levels = [0] * len(nested)
    stack: list[int] = []
    for index, mark in enumerate(nested):
        while stack and nested[stack[-1]].end <= mark.start:
            stack.pop()
        for above, outer in enumerate(reversed(stack), start=1):
            levels[outer] = max(levels[outer], above)
        stack.append(index)
    return levels


def open_tag(mark: Mark, levels: int) -> str:
    """The opening tag: the id on the first piece alone; `data-s` on every piece, so that all of them can be lit."""
    identity = f' id="w-{escape(mark.anchor)}"' if mark.anchor and mark.opens else ""
    belongs = f' data-s="{escape(mark.anchor)}"' if mark.anchor else ""
    return f'<span class="{escape(mark.css)} h{min(levels, MOST_LEVELS)}"{identity}{belongs}>'


def close_tag(mark: Mark) -> str:
    """The reference number behind the last piece, and the closing tag."""
    if mark.reference is None or not mark.closes:
        return "</span>"
    if mark.href is None:
        return f'<sup class="ref" title="{escape(mark.title)}">{escape(mark.reference)}</sup></span>'
    return f'<a class="ref" href="{escape(mark.href)}" aria-label="{escape(mark.title)}">{escape(mark.reference)}</a></span>'
