"""The dossier: the readings in a fixed order, every statement and finding with the number and the anchor it has in a briefing.

The order depends on the documents alone, so a briefing has the same bytes in whatever order the documents came.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.model.closed_lists import KINDS
from dragoman.model.document import Document
from dragoman.model.finding import Finding
from dragoman.model.reading import Reading
from dragoman.model.statement import Statement

VERDICT_ORDER = {"disagrees": 0, "cannot tell": 1, "agrees": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a briefing holds before it leaves things out (and says so).

    `characters` and `statements` bound the texts shown with their marks, over all documents, `rows` the rows of one table;
    with more than `unfolded` documents the sections start folded.
    """

    characters: int = 400_000
    statements: int = 3_000
    rows: int = 500
    unfolded: int = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One document in the dossier: `label` is 'A', 'B', …; `shown` tells whether its text is in the briefing."""

    label: str
    reading: Reading
    shown: bool

    @property
    def document(self) -> Document:
        """The document itself."""
        return self.reading.document

    @property
    def anchor(self) -> str:
        """Where the page shows the document."""
        return f"text-{self.label}"

    @property
    def name(self) -> str:
        """The title, else the id."""
        return self.document.title or self.document.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A statement with its number in its document and its anchor on the page, which stays the same from run to run."""

    statement: Statement
    leaf: Leaf
    number: int
    anchor: str

    @property
    def label(self) -> str:
        """How rows cite the statement: 'A12'."""
        return f"{self.leaf.label}{self.number}"

    @property
    def href(self) -> str:
        """The way to the words; to the document's line in the list where its text is left out."""
        return f"#w-{self.anchor}" if self.leaf.shown else f"#source-{self.leaf.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingEntry:
    """A finding with its number ('F1') and the entries of the statements it used."""

    finding: Finding
    leaf: Leaf
    number: int
    used: tuple[Entry, ...]

    @property
    def label(self) -> str:
        """How the page cites the finding."""
        return f"F{self.number}"

    @property
    def href(self) -> str:
        """The way to the words that make the claim."""
        return f"#w-f{self.number}" if self.leaf.shown else f"#source-{self.leaf.label}"


@dataclass(frozen=True, kw_only=True)  # no slots: the groups are made once, when they are asked for
class Dossier:
    """All that a briefing is made from."""

    leaves: tuple[Leaf, ...]
    entries: tuple[Entry, ...]
    findings: tuple[FindingEntry, ...]
    limits: Limits = Limits()

    @cached_property
    def entries_by_leaf(self) -> dict[str, list[Entry]]:
        """The entries of each document by its letter, in the order of its text."""
        return group_by_leaf(self.entries)

    @cached_property
    def findings_by_leaf(self) -> dict[str, list[FindingEntry]]:
        """The findings of each document by its letter, in the order of their numbers."""
        return group_by_leaf(self.findings)


def build_dossier(readings: Sequence[Reading], findings: Sequence[Finding], limits: Limits = Limits()) -> Dossier:
    """Put documents, statements and findings in order and number them."""
    ordered = sorted(readings, key=lambda r: (r.document.published is None, str(r.document.published), r.document.id))
    shown = choose_shown(ordered, findings, limits)
    leaves = tuple(Leaf(label=letters(i), reading=r, shown=i in shown) for i, r in enumerate(ordered))
    entries = number_statements(leaves)
    return Dossier(leaves=leaves, entries=entries, findings=number_findings(leaves, entries, findings), limits=limits)


def choose_shown(readings: Sequence[Reading], findings: Sequence[Finding], limits: Limits) -> set[int]:
    """Which documents have their text in the briefing: those with disagreements first, then those that state most."""
    doubtful = {f.document.id for f in findings if f.verdict == "disagrees"}
    wanted = sorted(
        range(len(readings)),
        key=lambda i: (readings[i].document.id not in doubtful, -len(readings[i].statements), i),
    )
    shown, room, cards = set[int](), limits.characters, limits.statements
    for index in wanted:
        length, number = len(readings[index].document.text), len(readings[index].statements)
        if length <= room and number <= cards:
            shown.add(index)
            room -= length
            cards -= number
    return shown


def number_statements(leaves: Iterable[Leaf]) -> tuple[Entry, ...]:
    """Number the statements of each document in the order of its text."""
    entries: list[Entry] = []
    taken: set[str] = set()
    for leaf in leaves:
        ordered = sorted(leaf.reading.statements, key=lambda s: (s.start, s.end, KINDS.index(s.kind), s.id))
        for number, statement in enumerate(ordered, start=1):
            anchor = re.sub(r"[^A-Za-z0-9]+", "-", statement.id).strip("-")
            if not anchor or anchor in taken:
                anchor = "-".join(filter(None, (anchor, leaf.label, str(number))))
            taken.add(anchor)
            entries.append(Entry(statement=statement, leaf=leaf, number=number, anchor=anchor))
    return tuple(entries)


def number_findings(leaves: Iterable[Leaf], entries: Iterable[Entry], findings: Sequence[Finding]) -> tuple[FindingEntry, ...]:
    """Order the findings, disagreements first, then by document and words, and number them."""
    leaf_of = {leaf.document.id: leaf for leaf in leaves}
    entry_of = {e.statement.id: e for e in entries}
    place = {label: i for i, label in enumerate(leaf_of)}
    known = [f for f in findings if f.document.id in leaf_of]
    known.sort(key=lambda f: (VERDICT_ORDER[f.verdict], place[f.document.id], f.start, f.end, f.check, f.claimed, f.id))
    return tuple(
        FindingEntry(
            finding=finding,
            leaf=leaf_of[finding.document.id],
            number=number,
            used=tuple(entry_of[i] for i in finding.statements if i in entry_of),
        )
        for number, finding in enumerate(known, start=1)
    )


def group_by_leaf[E: (Entry, FindingEntry)](entries: Iterable[E]) -> dict[str, list[E]]:
    """Entries by the letter of their document."""
    groups: dict[str, list[E]] = {}
    for entry in entries:
        groups.setdefault(entry.leaf.label, []).append(entry)
    return groups


def letters(index: int) -> str:
    """Count in letters: A, B, … Z, AA, AB, … for 0, 1, … ."""
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
