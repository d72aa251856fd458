"""Numbers against the lists beside them: 'two explosions' on two dates, 'four countries: A, B and C'."""

from dragoman.model.closed_lists import Verdict
from dragoman.model.finding import Finding
from dragoman.model.reading import Claim, Reading


def check_counts(reading: Reading) -> list[Finding]:
    """A finding for each number that stands beside a list."""
    return [check_count(reading, claim) for claim in reading.claims if claim.kind == "count"]


def check_count(reading: Reading, claim: Claim) -> Finding:
    """The finding for one number. More things than dates can be, as two may fall on one day; fewer cannot."""
    said, noun, listed = claim.part("said"), claim.part("noun"), claim.part("listed")
    names = listed if isinstance(listed, tuple) else ()
    number = int(str(said))
    verdict: Verdict = "agrees" if number == len(names) else "disagrees"
    if claim.part("of") == "dates" and number > len(names):
        verdict = "cannot tell"
    what = "dates" if claim.part("of") == "dates" else "names"
    return Finding(
        check="count",
        verdict=verdict,
        claimed=f"{number} {noun}",
        computed=f"{len(names)} {what}: {', '.join(map(str, names))}",
        document=reading.document,
        start=claim.start,
        end=claim.end,
        text=claim.text,
        explanation=f"The text speaks of {number} {noun} and gives {len(names)} {what}: {', '.join(map(str, names))}.",
    )
