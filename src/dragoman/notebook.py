"""What a notebook shows of a reading: the text with its statements marked, and a list of them below each text."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from dragoman.briefing.cards import build_standing
from dragoman.briefing.dossier import Dossier, Entry, Leaf, build_dossier
from dragoman.briefing.front import write_lede
from dragoman.briefing.headlines import headline
from dragoman.briefing.html_page import UNWRITABLE
from dragoman.briefing.marks import Mark, render_marked
from dragoman.briefing.paragraphs import deal_marks, find_paragraphs
from dragoman.briefing.texts import find_marks
from dragoman.briefing.wording import write_source, write_time
from dragoman.model.finding import Finding
from dragoman.model.reading import Reading

# A notebook has a theme of its own, which a style sheet cannot know: the lines have colours that show on light and on dark,
# the words keep theirs.
STYLE = """
.dragoman{line-height:1.9;max-width:46em}
.dragoman .mark{border-bottom:2px solid var(--kind);padding-bottom:1px}
.dragoman .h1{padding-bottom:4px}
.dragoman .h2{padding-bottom:7px}
.dragoman .h3{padding-bottom:10px}
.dragoman .h4{padding-bottom:13px}
.dragoman .furniture{opacity:.6}
.dragoman ol{line-height:1.4;font-size:.9em;padding-left:0;list-style:none}
.dragoman li{border-left:3px solid var(--kind);padding-left:.6em;margin:.2em 0}
.dragoman small{opacity:.75}
.dragoman .k-event{--kind:#c4602f}
.dragoman .k-transfer{--kind:#3d7fc4}
.dragoman .k-facility{--kind:#a58320}
.dragoman .k-figure{--kind:#22907f}
.dragoman .k-tenure{--kind:#9461b8}
.dragoman .k-membership{--kind:#66902f}
.dragoman .k-assessment{--kind:#cc4c80}
.dragoman .k-quotation{--kind:#808089}
.dragoman .doubt{--kind:#d43c4c;border-bottom-style:double}
""".replace("\n", "")
MOST_CHARACTERS = 100_000


def render_marked_text(reading: Reading, findings: Sequence[Finding] = ()) -> str:
    """Write a reading as a fragment of HTML for a notebook.

    Args:
        reading: What was read in one document.
        findings: What the checks found in it.

    Returns:
        A `div` that loads nothing and runs nothing. A text beyond 100,000 characters is left out, and it says so.
    """
    dossier = build_dossier([reading], findings)
    parts = [Markup("<p><b>{}</b></p>").format(write_lede(dossier))]
    for leaf in dossier.leaves:
        if len(leaf.document.text) > MOST_CHARACTERS:
            parts.append(Markup("<p><small>{}: left out, too long for a notebook.</small></p>").format(leaf.name))
        else:
            parts.append(render_leaf(dossier, leaf))
    fragment = f'<style>{STYLE}</style><div class="dragoman">{"".join(map(str, parts))}</div>'
    return UNWRITABLE.sub("\ufffd", fragment)


def render_leaf(dossier: Dossier, leaf: Leaf) -> Markup:
    """One text and the list of its statements and findings."""
    entries = dossier.entries_by_leaf.get(leaf.label, [])
    found = dossier.findings_by_leaf.get(leaf.label, [])
    text = leaf.document.text
    paragraphs = find_paragraphs(text)
    dealt = deal_marks(paragraphs, [without_links(mark) for mark in find_marks(leaf, entries, found)])
    body = [
        Markup('<p dir="auto">{}</p>').format(render_marked(text, start, end, marks))
        for (start, end), marks in zip(paragraphs, dealt, strict=True)
    ]
    items = [render_item(entry) for entry in entries]
    items += [
        Markup('<li class="doubt"><b>{}</b> {}: <bdi>{}</bdi></li>').format(f.label, f.finding.verdict, f.finding.explanation)
        for f in found
    ]
    title = Markup("<p><b>{} <bdi>{}</bdi></b></p>").format(leaf.label, leaf.name)
    return title + Markup("").join(body) + Markup("<ol>") + Markup("").join(items) + Markup("</ol>")


def without_links(mark: Mark) -> Mark:
    """The mark without its anchor: a notebook may show one reading several times, and ids must not repeat."""
    return replace(mark, anchor=None, href=None)


def render_item(entry: Entry) -> Markup:
    """One statement on a line: number, what it states, when, how sure, who says it."""
    statement = entry.statement
    rest = (write_time(statement.time), build_standing(statement).text, write_source(statement.attribution))
    return Markup('<li class="k-{}"><b>{}</b> <bdi>{}</bdi> <small><bdi>{}</bdi></small></li>').format(
        statement.kind, entry.number, headline(statement), " · ".join(filter(None, rest))
    )
