"""The texts with their statements and findings marked in them, furniture dimmed, and the cards beside each paragraph."""

from collections.abc import Iterable, Mapping, Sequence

from dragoman.briefing.cards import build_card
from dragoman.briefing.contexts import Link
from dragoman.briefing.dossier import Dossier, Entry, FindingEntry, Leaf
from dragoman.briefing.headlines import headline
from dragoman.briefing.marks import Mark, render_marked
from dragoman.briefing.page_contexts import Paragraph, TextPage
from dragoman.briefing.paragraphs import deal_marks, find_paragraphs
from dragoman.briefing.wording import write_day


def build_texts(dossier: Dossier, rows: Mapping[str, Sequence[Link]]) -> tuple[TextPage, ...]:
    """The texts that the briefing holds.

    Args:
        dossier: Documents and statements.
        rows: For each statement's anchor, the rows of the page that show it.
    """
    return tuple(build_text(dossier, leaf, rows) for leaf in dossier.leaves if leaf.shown)


def build_text(dossier: Dossier, leaf: Leaf, rows: Mapping[str, Sequence[Link]]) -> TextPage:
    """One text with its marks and cards."""
    entries = dossier.entries_by_leaf.get(leaf.label, [])
    findings = dossier.findings_by_leaf.get(leaf.label, [])
    labels = {e.statement.id: e.label for e in entries}
    cards = {e.anchor: build_card(e, rows.get(e.anchor, ()), labels) for e in entries}
    text = leaf.document.text
    paragraphs = find_paragraphs(text)
    dealt = deal_marks(paragraphs, find_marks(leaf, entries, findings))
    built = []
    for (start, end), marks in zip(paragraphs, dealt, strict=True):
        opening = {mark.anchor for mark in marks if mark.opens}
        built.append(
            Paragraph(
                body=render_marked(text, start, end, marks), cards=tuple(cards[e.anchor] for e in entries if e.anchor in opening)
            )
        )
    return TextPage(anchor=leaf.anchor, label=leaf.label, title=leaf.name, byline=write_byline(leaf), paragraphs=tuple(built))


def write_byline(leaf: Leaf) -> str:
    """Publisher, author and date, as far as they are known."""
    document = leaf.document
    date = write_day(document.published) if document.published else "no date"
    return " · ".join(filter(None, (document.publisher, document.author, date)))


def find_marks(leaf: Leaf, entries: Iterable[Entry], findings: Iterable[FindingEntry]) -> list[Mark]:
    """What is marked in a text: furniture, statements and findings, with bounds kept inside the text."""
    marks = [Mark(start=f.start, end=f.end, css="furniture") for f in leaf.document.furniture]
    marks += [mark_statement(entry) for entry in entries]
    marks += [mark_finding(finding) for finding in findings]
    length = len(leaf.document.text)
    return [keep_inside(mark, length) for mark in marks]


def mark_statement(entry: Entry) -> Mark:
    """The mark of a statement, with its number as a reference to its card."""
    statement = entry.statement
    return Mark(
        start=statement.start,
        end=statement.end,
        css=f"mark k-{statement.kind}",
        anchor=entry.anchor,
        reference=str(entry.number),
        href=f"#c-{entry.anchor}",
        title=f"Statement {entry.label}, {statement.kind}: {headline(statement)}",
    )


def mark_finding(entry: FindingEntry) -> Mark:
    """The mark of a finding, with its number as a reference to it."""
    finding = entry.finding
    return Mark(
        start=finding.start,
        end=finding.end,
        css=f"mark doubt v-{finding.verdict.replace(' ', '-')}",
        anchor=f"f{entry.number}",
        reference=entry.label,
        href=f"#finding-{entry.number}",
        title=f"Finding {entry.label}, {finding.verdict}",
    )


def keep_inside(mark: Mark, length: int) -> Mark:
    """The same mark with its bounds inside a text of `length` characters."""
    start = min(max(mark.start, 0), length)
    end = min(max(mark.end, start), length)
    if (start, end) == (mark.start, mark.end):
        return mark
    return Mark(
        start=start, end=end, css=mark.css, anchor=mark.anchor, reference=mark.reference, href=mark.href, title=mark.title
    )
