"""The checks by name, and the one function that runs them all."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.model.closed_lists import CheckName
from dragoman.model.finding import Finding
from dragoman.model.reading import Reading
from dragoman.model.serialise import stable_id

Check = Callable[[Reading], list[Finding]]


def registered_checks() -> dict[CheckName, Check]:
    """Every check, in the order in which findings at the same words are given."""
    return {}


def check_all(readings: Sequence[Reading]) -> list[Finding]:
    """What all checks find in each reading, sorted by document and words, with stable ids."""
    findings: list[Finding] = []
    for reading in readings:
        found = [finding for check in registered_checks().values() for finding in check(reading)]
        findings += sorted(found, key=lambda f: (f.start, f.end, f.check, f.verdict, f.claimed))
    return [with_id(finding) for finding in findings]


def with_id(finding: Finding) -> Finding:
    """The finding with an id that is the same for the same document, check, words and verdict."""
    key = stable_id(finding.document.id, finding.check, finding.start, finding.end, finding.verdict, finding.claimed)
    return replace(finding, id=key)
