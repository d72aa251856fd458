"""Neighbours against the map: whether states that a text calls neighbours share a land border."""

from dragoman.checks.seat import find_seat_findings
from dragoman.model.closed_lists import Verdict
from dragoman.model.finding import Finding
from dragoman.model.reading import Claim, Reading
from dragoman.reference.countries import load_countries
from dragoman.reference.positions import border_status


def check_borders(reading: Reading) -> list[Finding]:
    """A finding for each claim that states are neighbours."""
    found = [check_border(reading, claim) for claim in reading.claims if claim.kind == "border"]
    own = [finding for finding in found if finding is not None]
    return [*own, *find_seat_findings(reading, ("capital", "town", "landlocked", "coast"))]


def check_border(reading: Reading, claim: Claim) -> Finding | None:
    """The finding for one claim: every pair of it must share a border. None where the map does not know a state."""
    countries, others = claim.part("countries"), claim.part("others")
    if not isinstance(countries, tuple) or not isinstance(others, tuple):
        return None
    pairs = [(a, b) for a in countries for b in others if a != b]
    known: list[tuple[str, str, bool | None]] = [(a, b, border_status(a, b)) for a, b in pairs]
    if not known or any(shared is None for _, _, shared in known):
        return None
    if claim.part("any_of_others"):  # whose neighbour is left open: one that touches is enough
        known = ([pair for pair in known if pair[2]] or known)[:1]
    apart = [(a, b) for a, b, shared in known if not shared]
    verdict: Verdict = "disagrees" if apart else "agrees"
    wrong = " and ".join(f"{name(a)} and {name(b)}" for a, b in apart)
    right = " and ".join(f"{name(a)} and {name(b)}" for a, b, _ in known)
    computed = f"{wrong} share no land border" if apart else f"{right} share a land border"
    return Finding(
        check="border",
        verdict=verdict,
        claimed=f"{right} are neighbours",
        computed=computed,
        document=reading.document,
        start=claim.start,
        end=claim.end,
        text=claim.text,
        reference="countries table: land borders",
        explanation=f"{computed}.{between(apart)}",
    )


def between(apart: list[tuple[str, str]]) -> str:
    """Which states lie between two that do not touch, where one step over land joins them."""
    if len(apart) != 1:
        return ""
    first, second = (load_countries()[code] for code in apart[0])
    steps = sorted(name(code) for code in set(first.borders) & set(second.borders))
    return f" {' and '.join(steps)} {'lies' if len(steps) == 1 else 'lie'} between." if steps else ""


def name(code: str) -> str:
    """A country's plain name."""
    return load_countries()[code].name
