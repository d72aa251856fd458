"""The summary for the terminal: a screenful of what a briefing holds, for wide windows and narrow ones."""

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.briefing.dossier import Dossier, FindingEntry, build_dossier
from dragoman.briefing.front import PLURALS, write_lede
from dragoman.briefing.pairs import PairOfParties, find_pairs, score_acts
from dragoman.briefing.parties import describe
from dragoman.briefing.party_names import name_parties
from dragoman.briefing.stands_out import find_points
from dragoman.briefing.wording import count_words, shorten
from dragoman.model.closed_lists import KINDS
from dragoman.model.finding import Finding
from dragoman.model.reading import Reading

MOST_DOCUMENTS, MOST_LINES, MOST_PAIRS = 8, 5, 5
INDENT = 2
NARROW = 60  # columns; below it a document is a line with its title alone


def render_summary(
    readings: Sequence[Reading], findings: Sequence[Finding], console: Console, *, path: str | None = None
) -> None:
    """Print the summary of some readings.

    Args:
        readings: One a document; their order makes no difference.
        findings: What the checks found in them.
        console: Where to print. Its width decides how much of a line is shown.
        path: Where the briefing was written; None where there is no file.
    """
    dossier = build_dossier(readings, findings)
    room = max(console.width - INDENT, 20)
    console.print(Text(write_lede(dossier), style="bold"))
    print_documents(dossier, console, room)
    print_kinds(dossier, console)
    against = [f for f in dossier.findings if f.finding.verdict == "disagrees"]
    print_lines("Disagreements", [tell_finding(f) for f in against[:MOST_LINES]], len(against), console, style="red")
    for sort, title in (("transfer", "Transfers"), ("incident", "Incidents")):
        points = [p for p in find_points(dossier) if p.sort == sort]
        lines = [
            Text.assemble(safe(p.text), (" " + " ".join(link.label for link in p.links if link.label != "all"), "dim"))
            for p in points
        ]
        print_lines(title, lines, len(lines), console)
    names = name_parties(dossier.entries)
    pairs = [pair for pair in find_pairs(dossier.entries) if pair.acts]
    print_lines("Between parties", [tell_pair(p, names) for p in pairs[:MOST_PAIRS]], len(pairs), console)
    if path is not None:
        console.print()
        # a path is left whole on its own line, so that it can be copied
        console.print(Text("Briefing: ", style="bold") + Text(safe(path)), soft_wrap=True)


def print_documents(dossier: Dossier, console: Console, room: int) -> None:
    """The documents with their letters; title and publisher are cut where the window is narrow."""
    # widths that add up to the room: rich would shrink the column of letters along with the others
    titles = room - 4 if room <= NARROW else room * 3 // 5
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=2)
    grid.add_column(no_wrap=True, overflow="ellipsis", width=titles)
    if room > NARROW:
        grid.add_column(no_wrap=True, overflow="ellipsis", style="dim", width=room - titles - 5)
    for leaf in dossier.leaves[:MOST_DOCUMENTS]:
        published = leaf.document.published
        about = " · ".join(filter(None, (leaf.document.publisher, published.isoformat() if published else "no date")))
        cells = [Text(leaf.label, style="bold"), Text(safe(shorten(leaf.name, titles - 2))), Text(safe(about))]
        grid.add_row(*cells[: len(grid.columns)])
    console.print(Padding(grid, (0, 0, 0, INDENT)))
    rest = len(dossier.leaves) - MOST_DOCUMENTS
    if rest > 0:
        console.print(Padding(Text(f"and {count_words(rest, 'further document')}", style="dim"), (0, 0, 0, INDENT)))


def print_kinds(dossier: Dossier, console: Console) -> None:
    """How many statements of each kind, on one line."""
    counts = {kind: sum(e.statement.kind == kind for e in dossier.entries) for kind in KINDS}
    said = [f"{number} {kind if number == 1 else PLURALS[kind]}" for kind, number in counts.items() if number]
    if said:
        console.print(Padding(Text(", ".join(said), style="dim"), (0, 0, 0, INDENT)))


def print_lines(title: str, lines: Sequence[Text], total: int, console: Console, *, style: str = "") -> None:
    """A heading with some lines below it, and how many more there are; nothing where there are none."""
    if not lines:
        return
    console.print()
    console.print(Text(title, style=f"bold {style}".strip()))
    for line in lines:
        console.print(Padding(line, (0, 0, 0, INDENT)))
    if total > len(lines):
        console.print(Padding(Text(f"and {total - len(lines)} more in the briefing", style="dim"), (0, 0, 0, INDENT)))


def tell_finding(entry: FindingEntry) -> Text:
    """The explanation with the number and the document."""
    return Text.assemble(safe(entry.finding.explanation), (f" {entry.label}, {entry.leaf.label}", "dim"))


def tell_pair(pair: PairOfParties, names: dict[str, str]) -> Text:
    """'Armenia and France: 3 acts: 3 cooperative; mean score +5.2'."""
    one, other = (safe(names[key]) for key in pair.parties)
    return Text.assemble((f"{one} and {other}", "bold"), f"  {describe(pair.acts, score_acts(pair.acts))}")


def safe(text: str) -> str:
    """Words of a document without control characters: a terminal obeys escape sequences."""
    return "".join(c if c.isprintable() else " " for c in text)
