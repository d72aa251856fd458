"""Towns, their states and coasts against the map: capitals, 'the Syrian city of X', 'landlocked', 'a state on the Caspian'.

A name may mean several places. A claim is wrong only where it is wrong of each of them.
"""

from typing import Final, cast

from dragoman.checks.direction import FITS_DEGREES, WRONG_DEGREES, degrees_apart
from dragoman.model.closed_lists import CheckName, Verdict
from dragoman.model.finding import Finding
from dragoman.model.reading import Claim, Reading
from dragoman.reference.countries import find_capital, load_countries
from dragoman.reference.distances import EIGHT_POINTS, bearing, compass_direction, part_of_country
from dragoman.reference.positions import Position, is_disputed, other_capitals, positions_of
from dragoman.reference.spelling import name_key

# Seas whose coasts the table gives without a gap; of a bay or a part of an ocean a state may be said to lie on it loosely.
CERTAIN_SEAS: Final = frozenset(
    {"Caspian Sea", "Black Sea", "Baltic Sea", "Mediterranean Sea", "Red Sea", "Adriatic Sea", "Aral Sea"}
)
WELL_KNOWN: Final = 100_000  # inhabitants from which a town has one state that everybody gives it


def find_seat_findings(reading: Reading, kinds: tuple[str, ...]) -> list[Finding]:
    """A finding for each claim of these kinds."""
    judges = {
        "capital": judge_capital, "town": judge_town, "landlocked": judge_landlocked, "coast": judge_coast, "part": judge_part,
        "seen": judge_seen,
    }  # fmt: skip
    found = [judges[claim.kind](reading, claim) for claim in reading.claims if claim.kind in kinds]
    return [finding for finding in found if finding is not None]


def places_of(claim: Claim, part: str = "places") -> tuple[Position, ...]:
    """The places that a claim's name may mean."""
    found = cast("tuple[tuple[float, float, str], ...]", claim.part(part) or ())
    return tuple(Position(name=str(claim.part("name")), lat=lat, lon=lon, country=code or None) for lat, lon, code in found)


def told(reading: Reading, claim: Claim, check: CheckName, verdict: Verdict, claimed: str, computed: str) -> Finding:
    """The finding on a claim."""
    return Finding(
        check=check,
        verdict=verdict,
        claimed=claimed,
        computed=computed,
        document=reading.document,
        start=claim.start,
        end=claim.end,
        text=claim.text,
        reference="countries and places tables",
        explanation=f"The text says that {claimed}; by the tables, {computed}.",
    )


def judge_capital(reading: Reading, claim: Claim) -> Finding | None:
    """'X, the capital of Y'."""
    country, name = load_countries()[str(claim.part("country"))], str(claim.part("name"))
    if country.capital is None:
        return None
    capital = find_capital(name)
    others = {name_key(town) for town in other_capitals().get(country.code, ())}
    right = capital is not None and capital.code == country.code
    verdict: Verdict = "agrees" if right else "cannot tell" if name_key(name) in others else "disagrees"
    if verdict == "disagrees" and max((p.population for p in positions_of(name)), default=0) < WELL_KNOWN:
        verdict = "cannot tell"
    return told(
        reading, claim, "border", verdict, f"{name} is the capital of {country.name}", f"its capital is {country.capital}"
    )


def judge_town(reading: Reading, claim: Claim) -> Finding | None:
    """'the Syrian city of X'."""
    code, name, places = str(claim.part("country")), str(claim.part("name")), positions_of(str(claim.part("name")))
    state = load_countries()[code].name
    inside = any(p.country == code for p in places)
    best = max(places, key=lambda p: p.population)
    if not inside and (best.population < WELL_KNOWN or any(p.country is None or is_disputed(p, code) for p in places)):
        return None
    where = (
        load_countries()[best.country].name if best.country is not None and best.country in load_countries() else "another state"
    )
    computed = f"it is in {state}" if inside else f"it is in {where}"
    return told(reading, claim, "border", "agrees" if inside else "disagrees", f"{name} is in {state}", computed)


def judge_landlocked(reading: Reading, claim: Claim) -> Finding | None:
    """'landlocked X'."""
    country = load_countries()[str(claim.part("country"))]
    computed = (
        "it has no coast on the open sea" if country.landlocked else f"it has a coast on the {' and the '.join(country.coasts)}"
    )
    return told(
        reading, claim, "border", "agrees" if country.landlocked else "disagrees", f"{country.name} is landlocked", computed
    )


def judge_coast(reading: Reading, claim: Claim) -> Finding | None:
    """'X, a state on the Caspian', 'the Black Sea port of X'."""
    sea, countries = str(claim.part("sea")), load_countries()
    code = claim.part("country")
    codes = [str(code)] if code else [p.country for p in places_of(claim)]
    known = [countries[c] for c in codes if c is not None and c in countries]
    if not known or len(known) != len(codes):
        return None
    touching = [c for c in known if sea in c.coasts]
    if sea not in CERTAIN_SEAS and not touching:
        return None
    state = (touching or known)[0]
    if touching and not code and len(state.coasts) > 1:
        return None
    coasts = f"it lies on the {' and the '.join(state.coasts)}" if state.coasts else "it has no coast"
    subject = state.name if code else f"{claim.part('name')} in {state.name}"
    return told(
        reading,
        claim,
        "border",
        "agrees" if touching else "disagrees",
        f"{subject} lies on the {sea}",
        f"of {state.name}, {coasts}",
    )


def judge_part(reading: Reading, claim: Claim) -> Finding | None:
    """'X, on Turkey's eastern edge'."""
    code, said = str(claim.part("country")), str(claim.part("direction"))
    places = [p for p in places_of(claim) if p.country == code]
    allowed = [d for p in places for d in part_of_country(p.lat, p.lon, code)]
    if not allowed:
        return None
    state = load_countries()[code].name
    best = allowed[0] if said not in allowed else said
    where = f"it lies in the {best}" if best != "central" else "it lies in the centre"
    claimed = f"{claim.part('name')} is in the {said} of {state}"
    return told(reading, claim, "direction", "agrees" if said in allowed else "disagrees", claimed, where)


def judge_seen(reading: Reading, claim: Claim) -> Finding | None:
    """'X lies to the north-east of Y'."""
    said = str(claim.part("direction"))
    pairs = [(p, a) for p in places_of(claim) for a in places_of(claim, "anchors") if (p.lat, p.lon) != (a.lat, a.lon)]
    if said not in EIGHT_POINTS or not pairs:
        return None
    ways = [(degrees_apart(bearing(a.lat, a.lon, p.lat, p.lon), EIGHT_POINTS.index(said) * 45.0), p, a) for p, a in pairs]
    first, off = ways[0], min(way[0] for way in ways)
    verdict: Verdict = "agrees" if first[0] <= FITS_DEGREES else "disagrees" if off >= WRONG_DEGREES else "cannot tell"
    true = compass_direction(first[2].lat, first[2].lon, first[1].lat, first[1].lon)
    claimed = f"{claim.part('name')} is {said} of {claim.part('anchor')}"
    return told(reading, claim, "direction", verdict, claimed, f"it lies to the {true} of it")
