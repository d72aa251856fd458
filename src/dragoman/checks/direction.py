"""Directions against the map: whether 'the western city of X' lies in the west of its country."""

from dragoman.model.closed_lists import Verdict
from dragoman.model.finding import Finding
from dragoman.model.reading import Claim, Reading
from dragoman.reference.countries import load_countries
from dragoman.reference.distances import part_of_country


def check_directions(reading: Reading) -> list[Finding]:
    """A finding for each claim that a place lies in some part of its country."""
    found = [check_direction(reading, claim) for claim in reading.claims if claim.kind == "direction"]
    return [finding for finding in found if finding is not None]


def check_direction(reading: Reading, claim: Claim) -> Finding | None:
    """The finding for one claim; None where the place is not known well enough."""
    lat, lon, country = claim.part("lat"), claim.part("lon"), claim.part("country")
    if not isinstance(lat, float) or not isinstance(lon, float) or country not in load_countries():
        return None
    said = str(claim.part("direction")).removesuffix("ern")
    allowed = [d.removesuffix("ern") for d in part_of_country(lat, lon, str(country))]
    if not allowed:
        return None
    verdict: Verdict = "agrees" if said in allowed else "disagrees"
    place, state = claim.part("name"), load_countries()[str(country)].name
    where = f"the {allowed[0]} of {state}" if allowed[0] != "central" else f"the centre of {state}"
    return Finding(
        check="direction", verdict=verdict, claimed=f"{place} is in the {said} of {state}", computed=f"{place} is in {where}",
        document=reading.document, start=claim.start, end=claim.end, text=claim.text, reference="places table: position of the place",
        explanation=f"{place} lies at {abs(lat):.1f}°{'N' if lat >= 0 else 'S'}, {abs(lon):.1f}°{'E' if lon >= 0 else 'W'}, in {where}.",
    )  # fmt: skip
