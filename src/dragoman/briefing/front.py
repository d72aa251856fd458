"""The front of the briefing: what was read, how much of each kind, the findings, the list of contents and the filters."""

from collections import Counter
from collections.abc import Mapping, Sequence

from dragoman.briefing.contexts import Link
from dragoman.briefing.dossier import Dossier, FindingEntry, Leaf
from dragoman.briefing.page_contexts import Choice, DocumentLine, FindingCard, FindingsSection, Tally
from dragoman.briefing.party_names import is_known, parties_of
from dragoman.briefing.registers import link_to
from dragoman.briefing.wording import CERTAINTY_WORDS, count_words, shorten, write_day
from dragoman.model.closed_lists import KINDS, Kind

PLURALS: dict[Kind, str] = {
    "event": "events", "transfer": "transfers", "facility": "facilities", "figure": "figures", "tenure": "tenures",
    "membership": "memberships", "assessment": "assessments", "quotation": "quotations",
}  # fmt: skip
SECTION_OF: dict[Kind, str] = {
    "event": "parties", "transfer": "transfers", "facility": "facilities", "figure": "figures", "tenure": "offices",
    "membership": "memberships", "assessment": "relations", "quotation": "quotations",
}  # fmt: skip
MOST_CHOICES = 60


def write_lede(dossier: Dossier) -> str:
    """Say what was read: '6 documents, 21 February to 10 April 2022: 84 statements, 9 findings (2 disagreements).'."""
    dates = sorted(leaf.document.published for leaf in dossier.leaves if leaf.document.published)
    span = ""
    if dates:
        span = write_day(dates[0]) if dates[0] == dates[-1] else f"{write_day(dates[0])} to {write_day(dates[-1])}"
    read = count_words(len(dossier.leaves), "document") + (f", {span}" if span else "")
    return f"{read}: {count_words(len(dossier.entries), 'statement')}, {write_findings(dossier.findings)}."


def write_findings(findings: Sequence[FindingEntry]) -> str:
    """'9 findings (2 disagreements)'."""
    against = sum(f.finding.verdict == "disagrees" for f in findings)
    said = count_words(len(findings), "finding")
    return f"{said} ({count_words(against, 'disagreement')})" if against else said


def build_tallies(dossier: Dossier) -> tuple[Tally, ...]:
    """How many statements of each kind that occurs."""
    counts = Counter(e.statement.kind for e in dossier.entries)
    return tuple(
        Tally(kind=kind, label=kind if counts[kind] == 1 else PLURALS[kind], number=counts[kind], href=f"#{SECTION_OF[kind]}")
        for kind in KINDS
        if counts[kind]
    )


def build_documents(dossier: Dossier) -> tuple[DocumentLine, ...]:
    """The list of what was read."""
    statements = Counter(e.leaf.label for e in dossier.entries)
    return tuple(
        build_line(leaf, statements[leaf.label], dossier.findings_by_leaf.get(leaf.label, [])) for leaf in dossier.leaves
    )


def build_line(leaf: Leaf, statements: int, findings: Sequence[FindingEntry]) -> DocumentLine:
    """One document of the list."""
    document = leaf.document
    url = document.url or ""
    return DocumentLine(
        anchor=f"source-{leaf.label}",
        label=leaf.label,
        title=leaf.name,
        href=f"#{leaf.anchor}" if leaf.shown else "",
        publisher=document.publisher or "",
        author=document.author or "",
        date=write_day(document.published) if document.published else "no date",
        url=url if url.startswith(("https://", "http://")) else "",  # never 'javascript:' or a local file
        identity=document.id,
        statements=statements,
        findings=write_findings(findings) if findings else "",
    )


def build_findings(dossier: Dossier) -> FindingsSection:
    """The findings by verdict."""
    kept = dossier.findings[: dossier.limits.rows]
    cards = [build_finding(f) for f in kept]
    return FindingsSection(
        disagreements=tuple(c for c in cards if c.verdict == "disagrees"),
        undecided=tuple(c for c in cards if c.verdict == "cannot tell"),
        agreements=tuple(c for c in cards if c.verdict == "agrees"),
        left_out=len(dossier.findings) - len(kept),
    )


def build_finding(entry: FindingEntry) -> FindingCard:
    """A finding as the page shows it."""
    finding = entry.finding
    return FindingCard(
        anchor=f"finding-{entry.number}",
        label=entry.label,
        check=finding.check,
        verdict=finding.verdict,
        level=finding.verdict.replace(" ", "-"),
        explanation=finding.explanation,
        claimed=finding.claimed,
        computed=finding.computed,
        quote=shorten(finding.text, 320),
        words=Link(label=f"To the words in {entry.leaf.label}", href=entry.href),
        document=entry.leaf.name,
        used=tuple(link_to(e) for e in entry.used),
        reference=finding.reference or "",
        leaf=entry.leaf.label,
    )


def build_party_choices(dossier: Dossier, names: Mapping[str, str]) -> tuple[Choice, ...]:
    """The known parties with most statements, by name, for the filter."""
    counts = Counter(key for entry in dossier.entries for key in parties_of(entry) if is_known(key))
    most = sorted(counts, key=lambda key: (-counts[key], key))[:MOST_CHOICES]
    return tuple(
        Choice(value=key, label=f"{names[key]} ({counts[key]})") for key in sorted(most, key=lambda k: (names[k].casefold(), k))
    )


def build_certainty_choices(dossier: Dossier) -> tuple[Choice, ...]:
    """The certainties that occur."""
    present = {e.statement.factuality.certainty for e in dossier.entries}
    return tuple(Choice(value=value, label=words) for value, words in CERTAINTY_WORDS.items() if value in present)
