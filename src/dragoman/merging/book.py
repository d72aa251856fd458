"""A record book → its items, its entities and what its documents say of each other."""

from dataclasses import dataclass
from typing import Any

from dragoman.merging.clusters import Decided
from dragoman.merging.entities import SameAs
from dragoman.merging.findings import find_across
from dragoman.merging.items import Merged, merge
from dragoman.record_book.judgements import Decisions
from dragoman.record_book.selection import Selection
from dragoman.record_book.view import View

ALL = Selection()


@dataclass(frozen=True, slots=True)
class MergedBook:
    """What a view of a book says, once, with the statements behind it."""

    merged: Merged
    statements: dict[str, dict[str, Any]]

    def findings(self) -> list[dict[str, Any]]:
        """Where documents contradict each other, and where they bear each other out."""
        return list(find_across(self.merged.items, self.statements))


def merge_book(view: View, selection: Selection = ALL) -> MergedBook:
    """Merge what a book says.

    Args:
        view: The book.
        selection: Which of its statements; all of them where nothing is asked for.
    """
    statements = {row["id"]: row for row in view.statements(selection)}
    same_as, decided = decisions_of(view.decisions())
    documents = sorted(view.documents(selection), key=lambda document: (document["published"] or "9999", document["id"]))
    merged = merge(
        statements.values(),
        view.mentions(selection),
        ((document["id"], document["text"]) for document in documents),
        same_as=same_as,
        decided=decided,
    )
    return MergedBook(merged, statements)


def decisions_of(decisions: Decisions) -> tuple[SameAs, Decided]:
    """What people have decided about entities, and about statements."""
    entity_pairs, statement_pairs = (
        [
            frozenset(pair for pair in pairs if any("/" in key for key in pair) == entities)
            for pairs in (decisions.merged, decisions.apart)
        ]
        for entities in (True, False)
    )
    return SameAs(*entity_pairs), Decided(*statement_pairs)
