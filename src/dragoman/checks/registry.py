"""The checks by name, and the one function that runs them all."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.checks.arithmetic import check_arithmetic
from dragoman.checks.border import check_borders
from dragoman.checks.chronology import check_chronology
from dragoman.checks.count import check_counts
from dragoman.checks.direction import check_directions
from dragoman.checks.distance import check_distances
from dragoman.checks.duration import check_durations
from dragoman.checks.interval import check_intervals
from dragoman.checks.membership import check_memberships
from dragoman.checks.seat import find_seat_findings
from dragoman.checks.tenure import check_tenures
from dragoman.model.closed_lists import CheckName
from dragoman.model.finding import Finding
from dragoman.model.reading import Reading
from dragoman.model.serialise import stable_id

Check = Callable[[Reading], list[Finding]]


def registered_checks() -> dict[CheckName, Check]:
    """Every check, in the order in which findings at the same words are given."""
    return {
        "interval": check_intervals,
        "duration": check_durations,
        "arithmetic": check_arithmetic,
        "border": check_borders,
        "direction": check_all_directions,
        "distance": check_distances,
        "chronology": check_chronology,
        "count": check_counts,
        "tenure": check_tenures,
        "membership": check_memberships,
    }


def check_all_directions(reading: Reading) -> list[Finding]:
    """Where places lie, once where two ways of reading see the same words."""
    found = check_directions(reading)
    more = find_seat_findings(reading, ("part", "seen"))
    return [*found, *(m for m in more if not any(f.start < m.end and m.start < f.end for f in found))]


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
