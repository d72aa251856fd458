"""Distances against the map: how far, in a straight line, one place lies from another, and in which direction."""

from dragoman.checks.tolerances import load_tolerances
from dragoman.model.closed_lists import Verdict
from dragoman.model.finding import Finding
from dragoman.model.reading import Claim, Reading
from dragoman.reference.distances import compass_direction, distance_km


def check_distances(reading: Reading) -> list[Finding]:
    """A finding for each distance between two places that the map knows."""
    return [check_distance(reading, claim) for claim in reading.claims if claim.kind == "distance"]


def check_distance(reading: Reading, claim: Claim) -> Finding:
    """The finding for one distance."""
    lat1, lon1, lat2, lon2, said = (float(str(claim.part(name))) for name in ("lat1", "lon1", "lat2", "lon2", "km"))
    straight = distance_km(lat2, lon2, lat1, lon1)
    tolerance = load_tolerances()["distance"]
    low, high = (
        straight * tolerance["low_share"] - tolerance["slack_km"],
        straight * tolerance["high_share"] + tolerance["slack_km"],
    )
    near = straight * 0.85 <= said <= straight * 1.25
    verdict: Verdict = "agrees" if near else "disagrees" if not low <= said <= high else "cannot tell"
    place, anchor = claim.part("place"), claim.part("anchor")
    toward = compass_direction(lat2, lon2, lat1, lon1)
    return Finding(
        check="distance",
        verdict=verdict,
        claimed=f"{place} is {said:.0f} km from {anchor}",
        computed=f"about {straight:.0f} km in a straight line",
        document=reading.document,
        start=claim.start,
        end=claim.end,
        text=claim.text,
        reference="places and sites tables: positions",
        explanation=f"The text puts {place} {claim.part('said')} from {anchor}; in a straight line it is about {straight:.0f} km "
        f"({straight / 1.609344:.0f} miles), to the {toward}.",
    )
