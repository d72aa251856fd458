"""Memberships against the tables: whether a state was a member, observer or signatory when the text says so."""

from collections.abc import Iterator
from datetime import date

from dragoman.model.closed_lists import Verdict
from dragoman.model.finding import Finding
from dragoman.model.reading import Reading
from dragoman.model.statement import Membership, Participant
from dragoman.reference.countries import load_countries
from dragoman.reference.organisations import find_organisation, membership_at, terms_of

STANDING = ("member", "observer", "dialogue partner")  # what one is; 'joined' and the like are acts


def check_memberships(reading: Reading) -> list[Finding]:
    """A finding for each membership that the tables can judge, and for each that 'a fellow member' says of a second state."""
    found: list[Finding] = []
    for statement in reading.statements:
        if not isinstance(statement, Membership) or statement.factuality.polarity == "negative" or statement.realis != "actual":
            continue
        for body in statement.in_role("organisation"):
            for member in statement.in_role("member"):
                found += judged(reading, statement, member, body)
    return [*found, *fellow_members(reading)]


def judged(reading: Reading, statement: Membership, member: Participant, body: Participant) -> Iterator[Finding]:
    """The finding for one state in one body."""
    day = day_of(statement, reading)
    if statement.status in STANDING and member.country and day is not None:
        yield from finding_for(
            reading,
            statement.start,
            statement.end,
            member.country,
            body.entity or body.name,
            statement.status,
            day,
            (statement.id,),
        )


def day_of(statement: Membership, reading: Reading) -> date | None:
    """The day for which a standing is claimed: the statement's own, else the document's."""
    time = statement.time
    if time is None or time.start is None:
        return reading.document.published
    # a standing 'since 2004' may have begun on any day of that year: it is judged at the end of what is named, or today
    return (
        date.fromisoformat(time.end) if time.end is not None else reading.document.published or date(int(time.start[:4]), 12, 31)
    )


def fellow_members(reading: Reading) -> Iterator[Finding]:
    """What 'a fellow member' says of the state that the sentence is about."""
    for claim in reading.claims:
        if claim.kind != "fellow member":
            continue
        country, body, status = str(claim.part("country")), str(claim.part("organisation")), str(claim.part("status"))
        if reading.document.published is not None:
            yield from finding_for(reading, claim.start, claim.end, country, body, status, reading.document.published, ())


def finding_for(  # noqa: PLR0913, PLR0917  what a membership is judged by
    reading: Reading,
    start: int,
    end: int,
    country: str,
    organisation: str,
    status: str,
    day: date,
    statements: tuple[str, ...],
) -> Iterator[Finding]:
    """The finding on a state's standing in a body on a day; nothing where the table does not list the body's members."""
    body = find_organisation(organisation)
    if body is None or not body.members or country not in load_countries():
        return
    term = membership_at(country, body, day)
    held = term.status if term is not None else None
    later = next((t for t in terms_of(country, body) if t.status == status and t.start is not None and t.start > day), None)
    if held is None and later is None and not body.complete:
        return  # an incomplete table proves no absence
    verdict: Verdict = "agrees" if held == status else "disagrees"
    name = load_countries()[country].name
    computed = (
        f"{name} was {article(held)} {held} of {body.name} on {day}"
        if held
        else f"{name} had no standing in {body.name} on {day}"
    )
    more = f" It became {article(status)} {status} on {later.start_text}." if later is not None else ""
    yield Finding(
        check="membership",
        verdict=verdict,
        claimed=f"{name} is {article(status)} {status} of {body.name}",
        computed=computed,
        document=reading.document,
        start=start,
        end=end,
        text=reading.document.text[start:end],
        statements=statements,
        reference=f"memberships table: {body.name}",
        explanation=f"{computed}.{more}",
    )


def article(word: str | None) -> str:
    """'a' or 'an'."""
    return "an" if word and word[0] in "aeiou" else "a"
