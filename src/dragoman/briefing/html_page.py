"""The briefing: one HTML file that holds everything it needs and loads nothing."""

import re
from base64 import b64encode
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dragoman.briefing.contexts import Link, Section
from dragoman.briefing.dossier import Dossier, Limits, build_dossier
from dragoman.briefing.front import (
    build_certainty_choices,
    build_documents,
    build_findings,
    build_party_choices,
    build_tallies,
    write_lede,
)
from dragoman.briefing.kinds import build_sections
from dragoman.briefing.page_contexts import Choice, Page, PartiesSection
from dragoman.briefing.parties import build_parties
from dragoman.briefing.party_names import name_parties
from dragoman.briefing.sources import build_sources
from dragoman.briefing.stands_out import find_points
from dragoman.briefing.texts import build_texts
from dragoman.briefing.timeline import build_timeline
from dragoman.briefing.wording import count_words
from dragoman.model.finding import Finding
from dragoman.model.reading import Reading

STYLES = ("colours.css", "page.css", "tables.css", "text.css", "narrow.css", "print.css")
SCRIPTS = ("briefing.js",)
# What HTML cannot hold or UTF-8 cannot write: control characters, and halves of surrogate pairs.
UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
LIMITS = Limits()


def render_briefing(
    readings: Sequence[Reading], findings: Sequence[Finding], *, title: str | None = None, limits: Limits = LIMITS
) -> str:
    """Write the briefing of some readings as one self-contained HTML file.

    Args:
        readings: One a document; their order makes no difference.
        findings: What the checks found in them.
        title: The title of the page; None takes the title of the only document, or says how many there are.
        limits: How much the page holds before it leaves things out, and says so.

    Returns:
        The whole file. The same bytes for the same readings and findings; no date of making is in it.
    """
    page = build_page(build_dossier(readings, findings, limits), title)
    html = environment().get_template("page.html.j2").render(page=page)
    return UNWRITABLE.sub("\ufffd", html)


def build_page(dossier: Dossier, title: str | None) -> Page:
    """Everything that the template receives."""
    names = name_parties(dossier.entries)
    before, parties, after = (build_timeline(dossier),), build_parties(dossier, names), tuple(build_sections(dossier))
    findings, tallies = build_findings(dossier), build_tallies(dossier)
    styles, script = load_static(STYLES), load_static(SCRIPTS)
    left_out = sum(not leaf.shown for leaf in dossier.leaves)
    return Page(
        title=title or default_title(dossier),
        policy=write_policy(styles, script),
        styles=Markup(styles),  # noqa: S704  our own file
        script=Markup(script),  # noqa: S704  our own file
        lede=write_lede(dossier),
        tallies=tallies,
        points=find_points(dossier),
        documents=build_documents(dossier),
        findings=findings,
        before=before,
        parties=parties,
        after=after,
        sources=build_sources(dossier),
        texts=build_texts(dossier, find_rows(parties, (*before, *after))),
        texts_note=note_left_out(left_out, dossier.limits),
        contents=build_contents(dossier, before, parties, after),
        kinds=tuple(Choice(value=t.kind, label=t.label) for t in tallies),
        choices=build_party_choices(dossier, names),
        certainties=build_certainty_choices(dossier),
        folded=len(dossier.leaves) > dossier.limits.unfolded,
    )


def default_title(dossier: Dossier) -> str:
    """The title of the only document, else how many there are."""
    if len(dossier.leaves) == 1:
        return dossier.leaves[0].name
    return f"Briefing on {count_words(len(dossier.leaves), 'document')}"


def note_left_out(left_out: int, limits: Limits) -> str:
    """Which texts are not in the page, and how to see them."""
    if not left_out:
        return ""
    return (
        f"{count_words(left_out, 'text')} left out: a briefing shows at most {limits.characters:,} characters "
        f"of text and {limits.statements:,} statements in them, "
        "documents with disagreements first. Their statements stand in the tables with their words. "
        "Make a briefing of fewer documents to see them in full."
    )


def find_rows(parties: PartiesSection, sections: Sequence[Section]) -> dict[str, list[Link]]:
    """For each statement's anchor, the rows of the page that show it."""
    rows: dict[str, list[Link]] = defaultdict(list)
    tables = [("parties", pair.table) for pair in parties.pairs] + [("parties", parties.alone)]
    tables += [(section.title.lower(), table) for section in sections for _, table in section.tables]
    for title, table in tables:
        for row in table.rows:
            rows[row.words.href.removeprefix("#w-")].append(Link(label=title, href=f"#{row.row_id}"))
    return rows


def build_contents(
    dossier: Dossier, before: Sequence[Section], parties: PartiesSection, after: Sequence[Section]
) -> tuple[tuple[Link, int], ...]:
    """The list of contents."""
    contents = [(Link(label="Findings", href="#findings"), len(dossier.findings))]
    contents += [(Link(label=s.title, href=f"#{s.anchor}"), s.count) for s in before]
    contents += [(Link(label="Parties", href="#parties"), parties.count)] if parties.count else []
    contents += [(Link(label=s.title, href=f"#{s.anchor}"), s.count) for s in after]
    contents.append((Link(label="Who says what", href="#sources"), len(dossier.entries)))
    contents.append((Link(label="The texts", href="#texts"), sum(leaf.shown for leaf in dossier.leaves)))
    return tuple(contents)


def write_policy(styles: str, script: str) -> str:
    """Nothing is loaded, and only our own style sheet and script, known by their digests, are obeyed."""
    return (
        f"default-src 'none'; style-src {digest(styles)}; script-src {digest(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def digest(text: str) -> str:
    """A source expression of a content security policy for an inline element."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def environment() -> Environment:
    """The template engine: everything is escaped, and a name that no context has is an error."""
    return Environment(
        loader=PackageLoader("dragoman.briefing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def load_static(names: tuple[str, ...]) -> str:
    """Some of our own files as one text."""
    folder = files("dragoman.briefing") / "static"
    return "".join((folder / name).read_text(encoding="utf-8") for name in names)
