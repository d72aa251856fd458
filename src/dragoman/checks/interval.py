"""Intervals between two dated things against the calendar: 'two months before' between 10 February and 17 May."""

import re
from datetime import date
from typing import Final

from dragoman.checks.tolerances import load_tolerances, qualifier_class
from dragoman.model.closed_lists import Verdict
from dragoman.model.finding import Finding
from dragoman.model.reading import Claim, Reading
from dragoman.model.span import Time

DAYS: Final = {"D": 1.0, "W": 7.0, "M": 30.44, "Y": 365.25}  # mean days of a unit; hours and minutes are below a day
NAMES: Final = {"D": "day", "W": "week", "M": "month", "Y": "year"}
DURATION: Final = re.compile(r"P(\d+(?:\.\d+)?|X)([DWMY])")
UNIT_WORD: Final = re.compile(r"\b(day|week|month|year)s?\b")
NUMBER_WORD: Final = re.compile(r"\b(several|few|couple|some|many|dozens)\b")
WORDS: Final = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "half a": 0.5,
}
LONGEST_RANGE: Final = 31  # days
FINE: Final = frozenset({"day", "month"})


def check_intervals(reading: Reading) -> list[Finding]:
    """A finding for each claim of an interval whose both ends have dates."""
    found = [check_interval(reading, claim) for claim in reading.claims if claim.kind == "interval"]
    return [finding for finding in found if finding is not None]


def check_interval(reading: Reading, claim: Claim) -> Finding | None:
    """The finding for one claim; None where its words give no length or its dates are too coarse to say anything."""
    own, other = claim.part("own"), claim.part("other")
    said = str(claim.part("said"))
    length = said_length(said, claim.part("duration"))
    if not isinstance(own, Time) or not isinstance(other, Time) or length is None:
        return None
    gap = gap_in_days(own, other)
    if gap is None:
        return None
    low, high, unit = length
    wanted = widened(low, high, unit, qualifier_class(str(claim.part("qualifier") or said)))
    verdict = judge(gap, wanted, own, other)
    return Finding(
        check="interval",
        verdict=verdict,
        claimed=said,
        computed=gap_in_words(gap),
        document=reading.document,
        start=claim.start,
        end=claim.end,
        text=claim.text,
        explanation=explain(said, own, other, gap, verdict),
        statements=tuple(
            s.id for s in reading.statements if s.start < claim.end and claim.start < s.end and s.time in (own, other)
        ),
    )


def said_length(said: str, duration: object) -> tuple[float, float, str] | None:
    """The smallest and largest number of units that the words give, and the unit; None where they give none."""
    match = DURATION.fullmatch(str(duration)) if duration else None
    words = said.lower()
    unit_match = UNIT_WORD.search(words)
    unit = match.group(2) if match else unit_match.group(1)[0].upper() if unit_match else None
    if unit is None:
        return None
    vague = NUMBER_WORD.search(words)
    if vague or (match and match.group(1) == "X"):
        low, high = load_tolerances()["vague_number"][vague.group(1) if vague else "unknown"]
        return low, high, unit
    if match:
        return float(match.group(1)), float(match.group(1)), unit
    number = re.search(r"\b(\d+)\b", words)
    if number:
        return float(number.group(1)), float(number.group(1)), unit
    value = next((v for w, v in WORDS.items() if re.search(rf"\b{w}\b", words)), None)
    return (float(value), float(value), unit) if value is not None else None


def gap_in_days(own: Time, other: Time) -> tuple[int, int] | None:
    """The least and the most days that may lie between two times; None where one is open or coarser than a month."""
    if None in (own.start, own.end, other.start, other.end) or not (is_fine(own) and is_fine(other)):
        return None
    first, second = sorted([span(own), span(other)])
    least = max((second[0] - first[1]).days, 0)
    return least, (second[1] - first[0]).days


def is_fine(time: Time) -> bool:
    """Whether a time is a day, a month, or a few days ('between 25 and 27 July')."""
    if time.granularity in FINE:
        return True
    first, last = span(time)
    return time.granularity == "range" and (last - first).days <= LONGEST_RANGE


def span(time: Time) -> tuple[date, date]:
    """First and last day of a closed time."""
    return date.fromisoformat(str(time.start)), date.fromisoformat(str(time.end))


def widened(low: float, high: float, unit: str, qualifier: str) -> tuple[float, float]:
    """The days that the words allow."""
    tolerance = load_tolerances()["interval"][qualifier]
    fewest = low - max(tolerance["low"], tolerance["low_share"] * low)
    most = high + max(tolerance["high"], tolerance["high_share"] * high)
    if unit == "D":  # days are counted, not felt: one day more or less, by counting the first or not
        fewest, most = min(fewest, low - 1), max(most, high + 1)
    return fewest * DAYS[unit], most * DAYS[unit]


def judge(gap: tuple[int, int], wanted: tuple[float, float], own: Time, other: Time) -> Verdict:
    """Right where all or some of what the dates allow is what the words allow; wrong where none is."""
    if gap[1] < wanted[0] or gap[0] > wanted[1]:
        return "disagrees"
    both_days = own.granularity == other.granularity == "day"
    return "agrees" if both_days or wanted[0] <= (gap[0] + gap[1]) / 2 <= wanted[1] else "cannot tell"


def gap_in_words(gap: tuple[int, int]) -> str:
    """'96 days', or '16 to 46 days' where a date is given by its month."""
    if gap[0] == gap[1]:
        return "1 day" if gap[0] == 1 else f"{gap[0]} days"
    return f"{gap[0]} to {gap[1]} days"


def explain(said: str, own: Time, other: Time, gap: tuple[int, int], verdict: Verdict) -> str:
    """The finding in a sentence."""
    first, second = sorted([own, other], key=lambda t: str(t.start))
    longest = gap[1]
    scale = (
        f" ({longest / DAYS['M']:.1f} months)"
        if longest > 45 and gap[0] == gap[1]
        else f" ({longest / 7:.1f} weeks)"
        if longest > 10 and gap[0] == gap[1]
        else ""
    )
    end = {
        "agrees": "which fits",
        "disagrees": "which does not fit",
        "cannot tell": "which can fit, but the dates are too coarse to say so for",
    }[verdict]
    joint = "From {} to {} is" if "range" not in (first.granularity, second.granularity) else "Between {} and {} lie"
    return f"{joint.format(in_words(first), in_words(second))} {gap_in_words(gap)}{scale}, {end} '{said}'."


def in_words(time: Time) -> str:
    """A time as a reader expects it: '10 February 2022', 'April 2022'."""
    day, last = span(time)
    if time.granularity == "range":
        return f"{day.day} {day:%B %Y} to {last.day} {last:%B %Y}"
    return f"{day.day} {day:%B %Y}" if time.granularity == "day" else f"{day:%B %Y}"
