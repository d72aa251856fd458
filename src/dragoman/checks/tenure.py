"""Terms in office against the table of holders: 'Mahmoud Ahmadinejad (2005-13)', 'Raisi came into office in August 2021'."""

import re
from dataclasses import replace
from datetime import date
from typing import Final

from dragoman.model.closed_lists import Verdict
from dragoman.model.finding import Finding
from dragoman.model.reading import Reading
from dragoman.model.span import Time
from dragoman.model.statement import Participant, Tenure
from dragoman.reference.office_titles import canonical_office
from dragoman.reference.offices import Holder, holders_of, terms_of_person

YEAR: Final = re.compile(r"\d{4}|\byear|\bmonth|\bweek|day\b")
# Offices that the table of rulers may mean: it names who rules, not by which title.
LEADING: Final = frozenset(
    {"supreme leader", "king", "emir", "sultan", "emperor", "general secretary", "president", "prime minister", "leader"}
)
HELD: Final = "tenure:held-"  # read by a rule whose time is one at which the office was held
SLACK_DAYS = 31  # election, swearing-in and taking over of power lie weeks apart, and writers choose any of them


def check_tenures(reading: Reading) -> list[Finding]:
    """A finding for each term with a date whose holder the tables know."""
    found = [check_tenure(reading, s) for s in reading.statements if isinstance(s, Tenure) and s.time is not None]
    return [finding for finding in found if finding is not None]


def check_tenure(reading: Reading, statement: Tenure) -> Finding | None:
    """The finding for one tenure; None where the person or the office is not in the tables."""
    person = next(iter(statement.in_role("person")), None)
    if person is None or person.entity is None or statement.time is None or statement.factuality.polarity == "negative":
        return None
    terms = merged([*known_terms(person.entity, statement.office), *namesakes(person, statement.office)])
    if not terms:
        return None
    if statement.read_by.startswith(HELD):
        return check_held(reading, statement, person.name, terms)
    term = min(terms, key=lambda t: distance(t, statement.time))
    wrong = [side for side, fits in fits_of(term, statement.time, reading.document.published) if not fits]
    claimed = f"{person.name}, {statement.office}: {statement.time.start or '…'} to {statement.time.end or '…'}"
    verb = (
        "fits"
        if not wrong
        else f"does not fit: the {' and the '.join(wrong)} of the term differ" + ("s" if len(wrong) == 1 else "")
    )
    return finding(reading, statement, term, wrong=bool(wrong), claimed=claimed, verb=verb)


def check_held(reading: Reading, statement: Tenure, name: str, terms: list[Holder]) -> Finding | None:
    """The finding for an office held at a time: 'then-president X did so in May 2018'; None where a term's bounds are unknown."""
    time = statement.time
    if time is None or time.start is None or time.end is None or time.basis == "published":
        return None
    first, last = date.fromisoformat(time.start), date.fromisoformat(time.end)
    term = min(terms, key=lambda t: away(t, first, last))
    if away(term, first, last) and any(t.until_at_least or t.start is None for t in terms):
        return None
    wrong = away(term, first, last) > 0
    claimed = f"{name}, {statement.office}, in {time.text}"
    return finding(
        reading, statement, term, wrong=wrong, claimed=claimed, verb="does not lie within it" if wrong else "lies within it"
    )


def away(term: Holder, first: date, last: date) -> int:
    """Days between a term and a stretch of days; 0 where they meet."""
    return max(((term.start or date.min) - last).days, (first - (term.end or date.max)).days, 0)


def finding(reading: Reading, statement: Tenure, term: Holder, *, wrong: bool, claimed: str, verb: str) -> Finding:
    """The finding that a term of the table gives."""
    known = f"{term.start_text or 'unknown'} to {term.end_text or 'today'}"
    verdict: Verdict = "disagrees" if wrong else "agrees"
    said = statement.time.text if statement.time is not None else statement.text
    return Finding(
        check="tenure",
        verdict=verdict,
        claimed=claimed,
        computed=f"in office {known}",
        document=reading.document,
        start=statement.start,
        end=statement.end,
        text=statement.text,
        statements=(statement.id,),
        reference=f"offices table: {term.person}, {term.office} ({term.source})",
        explanation=f"{term.person} was {term.office} from {known} by the table of offices; '{said}' {verb}.",
    )


def known_terms(entity: str, office: str) -> list[Holder]:
    """The person's terms in an office; a ruler's entry counts only where no table has the office itself."""
    terms = [t for t in terms_of_person(entity) if same_office(t, office)]
    return [t for t in terms if t.office != "leader"] or terms


def namesakes(person: Participant, office: str) -> list[Holder]:
    """The terms in the same office of others who bear the name: a name may be a father's or a child's."""
    words = set(person.name.lower().replace(".", "").split())
    others = holders_of(person.country, office) if person.country else ()
    return [t for t in others if t.entity != person.entity and words <= set(t.person.lower().replace(".", "").split())]


def merged(terms: list[Holder]) -> list[Holder]:
    """Terms that follow each other without a gap, as one."""
    found: list[Holder] = []
    for term in terms:
        last = found[-1] if found else None
        if (
            last is not None
            and last.entity == term.entity
            and last.end
            and term.start
            and (term.start - last.end).days <= SLACK_DAYS
        ):
            found[-1] = replace(last, end=term.end, end_text=term.end_text, until_at_least=term.until_at_least)
        else:
            found.append(term)
    return found


def same_office(term: Holder, office: str) -> bool:
    """Whether a term is in the office that a statement names; a ruler's table entry fits any leading office."""
    wanted = canonical_office(office, term.country) or office
    return term.office == wanted or (term.office == "leader" and wanted in LEADING) or office == "head of state or government"


def distance(term: Holder, time: Time | None) -> int:
    """Days between the beginnings of a term and of the time claimed, to find the term that is meant."""
    start = time.start or time.end if time is not None else None
    return abs(((term.start or date.min) - date.fromisoformat(start)).days) if start else 0


def fits_of(term: Holder, time: Time, published: date | None) -> list[tuple[str, bool]]:
    """Whether beginning and end of the claimed time fit the term, each only where the claim gives it."""
    sides = []
    if time.start is not None and term.start is not None:
        sides.append(("beginning", near(term.start, time.start, time, first=True)))
    if time.end is not None and term.end is not None and not term.until_at_least:
        sides.append(("end", near(term.end, time.end, time, first=False)))
    if time.end is None and time.granularity == "range" and "present" in time.text.lower():
        sides.append(("end", term.end is None or term.until_at_least or (published is not None and term.end >= published)))
    return sides


def near(known: date, claimed: str, time: Time, *, first: bool) -> bool:
    """Whether a bound of a term is the claimed one: within its year for years, within a month and a half for days."""
    said = date.fromisoformat(claimed)
    if time.basis == "published" and not YEAR.search(
        time.text
    ):  # 'Jan. 20': the year is the reader's guess, not the text's claim
        turns = round((known - said).days / 365.25)
        return abs(turns) <= 1 and abs((known - said).days - turns * 365.25) <= SLACK_DAYS
    by_year = (said.month, said.day) == ((1, 1) if first else (12, 31))
    slack = SLACK_DAYS + (31 if time.granularity != "day" and not by_year else 0)
    return abs((known - said).days) <= slack or (by_year and known.year == said.year)
