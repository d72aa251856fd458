"""Dates against the calendar and the day of publication: 'Friday, 14 March 2023', 'opened in 2031' in a text of 2024."""

from datetime import date, timedelta
from typing import Final

from dragoman.model.finding import Finding
from dragoman.model.reading import Claim, Reading
from dragoman.model.span import Time

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TIME_ZONES = timedelta(days=1)  # it may be the next day already where a thing happens


def check_chronology(reading: Reading) -> list[Finding]:
    """A finding for each weekday beside a date, and for each act told as done that lies after the document's own date."""
    found = [check_weekday(reading, c) for c in reading.claims if c.kind == "weekday"]
    found += [check_done(reading, c) for c in reading.claims if c.kind == "done"]
    return [finding for finding in found if finding is not None]


def check_weekday(reading: Reading, claim: Claim) -> Finding | None:
    """Whether a date falls on the day of the week that stands beside it."""
    time, number = claim.part("time"), claim.part("weekday")
    if not isinstance(time, Time) or time.start is None or not isinstance(number, int):
        return None
    day = date.fromisoformat(time.start)
    said, true = WEEKDAYS[number], WEEKDAYS[day.weekday()]
    fits = said == true
    return Finding(
        check="chronology",
        verdict="agrees" if fits else "disagrees",
        claimed=f"{day.isoformat()} is a {said}",
        computed=f"{day.isoformat()} is a {true}",
        document=reading.document,
        start=claim.start,
        end=claim.end,
        text=claim.text,
        explanation=f"{day.day} {day:%B} {day.year} {'is' if fits else 'was'} a {true}"
        + (", as the text says." if fits else f", and the text calls it a {said}."),
    )


def check_done(reading: Reading, claim: Claim) -> Finding | None:
    """Whether an act told as done lies after the day on which the text was published."""
    time, published = claim.part("time"), reading.document.published
    if not isinstance(time, Time) or time.start is None or published is None:
        return None
    if date.fromisoformat(time.start) <= published + TIME_ZONES:
        return None
    return Finding(
        check="chronology",
        verdict="disagrees",
        claimed=f"done by {published.isoformat()}",
        computed=f"dated {time.start}, after publication",
        document=reading.document,
        start=claim.start,
        end=claim.end,
        text=claim.text,
        explanation=f"'{time.text}' lies after {published.isoformat()}, the date of the document, which tells the act as done.",
    )
