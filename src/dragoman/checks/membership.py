"""Memberships against the tables: whether a state was a member, observer or signatory when the text says so."""

from collections.abc import Iterator
from datetime import date

from dragoman.model.closed_lists import Verdict
from dragoman.model.finding import Finding
from dragoman.model.reading import Reading
from dragoman.model.span import Time
from dragoman.model.statement import Membership, Participant
from dragoman.reference.countries import load_countries
from dragoman.reference.organisations import MembershipTerm, find_organisation, membership_at, terms_of

SLACK_DAYS = 62  # a decision to admit, a signature and the first day lie weeks apart, and writers choose any of them
STANDING = ("member", "observer", "dialogue partner")  # what one is; 'joined' and the like are acts


def check_memberships(reading: Reading) -> list[Finding]:
    """A finding for each membership that the tables can judge, and for each that 'a fellow member' says of a second state."""
    found: list[Finding] = []
    for statement in reading.statements:
        if not isinstance(statement, Membership) or statement.realis not in ("actual", "generic"):
            continue
        for body in statement.in_role("organisation"):
            for member in statement.in_role("member"):
                judge = denied if statement.factuality.polarity == "negative" else judged
                found += judge(reading, statement, member, body)
    return [*found, *fellow_members(reading)]


def judged(reading: Reading, statement: Membership, member: Participant, body: Participant) -> Iterator[Finding]:
    """The finding for one state in one body."""
    began = began_elsewhen(statement, member, body)
    if began is not None:
        yield told_finding(reading, statement, member, body, wrong=True, known=began)
        return
    if statement.status == "joined" and statement.time is not None:
        yield from joined_when(reading, statement, member, body)
        return
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


def first_terms(statement: Membership, member: Participant, body: Participant) -> list[MembershipTerm]:
    """The member's terms in the body, each with a known beginning; none where the table does not know the body."""
    known = find_organisation(body.entity or body.name)
    status = "member" if statement.status == "joined" else statement.status
    terms = terms_of(member.country, known) if known is not None and member.country else ()
    return [t for t in terms if t.status == status and t.start is not None]


def began_elsewhen(statement: Membership, member: Participant, body: Participant) -> MembershipTerm | None:
    """The term that began on other days than 'a member since 1998' says; None where it fits or nothing is known."""
    time = statement.time
    if statement.status not in STANDING or time is None or time.start is None or time.end is not None:
        return None
    terms = first_terms(statement, member, body)
    if not terms or any(fits(t, time) for t in terms):
        return None
    return next((t for t in terms if t.end is None), None)


def joined_when(reading: Reading, statement: Membership, member: Participant, body: Participant) -> Iterator[Finding]:
    """The finding on the time at which a state is said to have joined."""
    terms = first_terms(statement, member, body)
    if not terms or statement.time is None:
        return
    fitting = next((t for t in terms if fits(t, statement.time)), None)
    yield told_finding(reading, statement, member, body, wrong=fitting is None, known=fitting or terms[-1])


def fits(term: MembershipTerm, time: Time) -> bool:
    """Whether a term begins within the time that is said, as exactly as that is."""
    if term.start is None or time.start is None:
        return True
    said, exact = date.fromisoformat(time.start), len(term.start_text)
    if time.granularity in ("day", "month") and exact >= len("2004-05"):
        return abs((term.start - said).days) <= SLACK_DAYS
    last = date.fromisoformat(time.end) if time.end is not None else said
    return said.year <= term.start.year <= last.year


def denied(reading: Reading, statement: Membership, member: Participant, body: Participant) -> Iterator[Finding]:
    """The finding where a text denies a standing: 'has never belonged to APEC'; only where the table holds every member."""
    known, day = find_organisation(body.entity or body.name), reading.document.published
    if known is None or not known.complete or not member.country or day is None or statement.status not in ("member", "joined"):
        return
    if member.country not in load_countries():
        return
    now = [t for t in terms_of(member.country, known) if t.status == "member" and t.covers(day)]
    term = now[0] if now else None
    yield told_finding(reading, statement, member, body, wrong=term is not None, known=term)


def told_finding(
    reading: Reading, statement: Membership, member: Participant, body: Participant, *, wrong: bool, known: MembershipTerm | None
) -> Finding:
    """The finding on what a text says of a member's coming in, or of its standing outside."""
    organisation = find_organisation(body.entity or body.name)
    bodys = organisation.name if organisation is not None else body.name
    country = load_countries().get(member.country or "")
    name = country.name if country is not None else member.name
    computed = f"{name} has been no member of {bodys}"
    if known is not None:
        ended = f" and left it on {known.end_text}" if known.end_text else ""
        computed = f"{name} became {article(known.status)} {known.status} of {bodys} on {known.start_text}{ended}"
    return Finding(
        check="membership",
        verdict="disagrees" if wrong else "agrees",
        claimed=statement.text,
        computed=computed,
        document=reading.document,
        start=statement.start,
        end=statement.end,
        text=statement.text,
        statements=(statement.id,),
        reference=f"memberships table: {bodys}",
        explanation=f"{computed}; the text says '{statement.text}'.",
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
