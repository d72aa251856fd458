"""Distances against the map: how far, in a straight line, one place lies from another, and in which direction."""

from dataclasses import replace
from math import log
from typing import cast

from dragoman.checks.tolerances import load_tolerances
from dragoman.model.closed_lists import Verdict
from dragoman.model.finding import Finding
from dragoman.model.reading import Claim, Reading
from dragoman.reference.distances import compass_direction, distance_km


def check_distances(reading: Reading) -> list[Finding]:
    """A finding for each distance between two places that the map knows."""
    found: dict[str, Finding] = {}
    for claim in reading.claims:
        if claim.kind == "distance":
            finding = check_distance(reading, claim if claim.part("places") is None else nearest_pair(claim))
            found.setdefault(finding.claimed, finding)  # two ways of finding claims may see the same one
    return list(found.values())


def nearest_pair(claim: Claim) -> Claim:
    """A claim on names that may mean several places, on the two of them that fit it best."""
    km = float(str(claim.part("km")))
    firsts = cast("tuple[tuple[float, float, str], ...]", claim.part("places"))
    seconds = cast("tuple[tuple[float, float, str], ...]", claim.part("anchors"))
    pairs = [(a, b) for a in firsts for b in seconds if a != b]
    a, b = min(pairs, key=lambda p: abs(log((distance_km(*p[0][:2], *p[1][:2]) + 5.0) / (km + 5.0))))
    spots = (("lat1", a[0]), ("lon1", a[1]), ("lat2", b[0]), ("lon2", b[1]))
    return replace(claim, parts=(*claim.parts, *spots))


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
