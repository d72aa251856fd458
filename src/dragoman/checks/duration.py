"""Lengths of time against the dates beside them: 'the three-year war, which lasted from 2014 to 2020'."""

from dragoman.checks.interval import DAYS, gap_in_words, said_length, span, widened
from dragoman.checks.tolerances import qualifier_class
from dragoman.model.closed_lists import Verdict
from dragoman.model.finding import Finding
from dragoman.model.reading import Claim, Reading
from dragoman.model.span import Time


def check_durations(reading: Reading) -> list[Finding]:
    """A finding for each length of time that stands beside a first and a last date."""
    found = [check_duration(reading, claim) for claim in reading.claims if claim.kind == "duration"]
    return [finding for finding in found if finding is not None]


def check_duration(reading: Reading, claim: Claim) -> Finding | None:
    """The finding for one length; None where its words give no number or no unit."""
    time, said = claim.part("time"), str(claim.part("said"))
    length = said_length(said, claim.part("duration"))
    if not isinstance(time, Time) or length is None:
        return None
    low, high, unit = length
    lasted = days_lasted(time)
    wanted = widened(low, high, unit, qualifier_class(str(claim.part("qualifier") or said)))
    verdict: Verdict = "agrees" if wanted[0] <= sum(lasted) / 2 <= wanted[1] else "cannot tell"
    if lasted[1] < wanted[0] or lasted[0] > wanted[1]:
        verdict = "disagrees"
    end = {"agrees": "which fits", "disagrees": "which does not fit", "cannot tell": "which can fit"}[verdict]
    return Finding(
        check="duration",
        verdict=verdict,
        claimed=said,
        computed=gap_in_words(lasted),
        document=reading.document,
        start=claim.start,
        end=claim.end,
        text=claim.text,
        explanation=f"The dates '{time.text}' span {gap_in_words(lasted)}, {end} '{said}'.",
    )


def days_lasted(time: Time) -> tuple[int, int]:
    """The least and the most days; dates given by their year or month may mean any day of it."""
    first, last = span(time)
    most = (last - first).days + 1
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return max(most - round(2 * DAYS["Y"]), 0), most
    if first.day == 1 and last.day >= 28:
        return max(most - 62, 0), most
    return most, most
