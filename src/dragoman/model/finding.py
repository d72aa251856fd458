"""Findings: what a check says about a claim of a text."""

from dataclasses import dataclass

from dragoman.model.closed_lists import CheckName, Verdict
from dragoman.model.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A claim of a text beside what the rest of the text or the world says. `explanation` stands alone.

    `statements` holds the ids of all statements used; `reference` names the entry of the reference data that decided, with
    its source (None where the text alone decided).
    """

    id: str = ""
    check: CheckName
    verdict: Verdict
    claimed: str
    computed: str
    document: Document
    start: int
    end: int
    text: str
    statements: tuple[str, ...] = ()
    explanation: str
    reference: str | None = None
