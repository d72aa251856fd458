"""Directions against the map: whether 'the western city of X' lies in the west of its country."""

from dragoman.model.closed_lists import Verdict
from dragoman.model.finding import Finding
from dragoman.model.reading import Claim, Reading
from dragoman.reference.countries import load_countries
from dragoman.reference.distances import EIGHT_POINTS, bearing, compass_direction, part_of_country

FITS_DEGREES = 56.0  # half of an eighth of the circle on either side of the eighth that is named
WRONG_DEGREES = 80.0


def check_directions(reading: Reading) -> list[Finding]:
    """A finding for each claim that a place lies in some part of its country."""
    found = [check_direction(reading, claim) for claim in reading.claims if claim.kind == "direction"]
    return [finding for finding in found if finding is not None]


def check_direction(reading: Reading, claim: Claim) -> Finding | None:
    """The finding for one claim; None where the place is not known well enough."""
    if claim.part("anchor") is not None:
        return check_relative(reading, claim)
    lat, lon, country = claim.part("lat"), claim.part("lon"), claim.part("country")
    if not isinstance(lat, float) or not isinstance(lon, float) or country not in load_countries():
        return None
    said = str(claim.part("direction")).removesuffix("ern")
    allowed = [d.removesuffix("ern") for d in part_of_country(lat, lon, str(country))]
    if not allowed:
        return None
    verdict: Verdict = "agrees" if said in allowed else "disagrees"
    place, state = claim.part("name"), load_countries()[str(country)].name
    part = said if said in allowed else allowed[0]
    where = f"the {part} of {state}" if part != "central" else f"the centre of {state}"
    return Finding(
        check="direction",
        verdict=verdict,
        claimed=f"{place} is in the {said} of {state}",
        computed=f"{place} is in {where}",
        document=reading.document,
        start=claim.start,
        end=claim.end,
        text=claim.text,
        reference="places table: position of the place",
        explanation=f"{place} lies at {abs(lat):.1f}°{'N' if lat >= 0 else 'S'}, "
        f"{abs(lon):.1f}°{'E' if lon >= 0 else 'W'}, in {where}.",
    )


def check_relative(reading: Reading, claim: Claim) -> Finding | None:
    """The finding for a place seen from another: 'south of Brussels'. A little off is `cannot tell`."""
    lat, lon, lat2, lon2 = (float(str(claim.part(part))) for part in ("lat", "lon", "lat2", "lon2"))
    said = str(claim.part("direction")).removesuffix("ern")
    if said not in EIGHT_POINTS or (lat, lon) == (lat2, lon2):
        return None
    off = degrees_apart(bearing(lat2, lon2, lat, lon), EIGHT_POINTS.index(said) * 45.0)
    verdict: Verdict = "agrees" if off <= FITS_DEGREES else "disagrees" if off >= WRONG_DEGREES else "cannot tell"
    place, anchor, true = claim.part("name"), claim.part("anchor"), compass_direction(lat2, lon2, lat, lon)
    return Finding(
        check="direction",
        verdict=verdict,
        claimed=f"{place} is {said} of {anchor}",
        computed=f"{place} is {true} of {anchor}",
        document=reading.document,
        start=claim.start,
        end=claim.end,
        text=claim.text,
        reference="places table: positions of both places",
        explanation=f"The text puts {place} {said} of {anchor}; on the map it lies to the {true} of it.",
    )


def degrees_apart(first: float, second: float) -> float:
    """The smaller angle between two bearings, 0 to 180."""
    return abs((first - second + 180.0) % 360.0 - 180.0)
