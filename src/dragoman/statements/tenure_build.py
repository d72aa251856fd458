"""Tenures built from their parts: who, of what state, when, in which words."""

from collections.abc import Iterable
from dataclasses import replace

from dragoman.language.attributes import document_of
from dragoman.language.words import Word, Words
from dragoman.model.span import Mention, Time
from dragoman.model.statement import Participant, Tenure
from dragoman.statements.build import common_fields
from dragoman.statements.participants import from_mention


def build_tenure(  # noqa: PLR0913  what a tenure is made of
    doc: Words,
    trigger: Word,
    person: Mention,
    office: str,
    *,
    time: Time | None,
    more: Iterable[Word] = (),
    rule: str,
    polity: Mention | None = None,
) -> Tenure:
    """The statement that a person holds or held an office."""
    participants: list[Participant] = [from_mention("person", person, doc)]
    of = from_mention("polity", polity, doc) if polity is not None else polity_of(doc, person)
    if of is not None:
        participants.append(of)
    common = common_fields(doc, trigger, read_by=f"tenure:{rule}", participants=participants, more=more)
    common["time"] = time
    if rule in ("title", "term-in-brackets"):
        common["realis"] = "actual"
    return Tenure(**common, office=office)


def polity_of(doc: Words, person: Mention) -> Participant | None:
    """The state or body that the office is of; by the words before the name where they stand, else as the person is known."""
    if person.country is None:
        return None
    for mention in reversed(doc._.mentions):
        if mention.country == person.country and mention.category in ("country", "nationality") and mention.start <= person.start:
            if person.start - mention.end < 80:
                return from_mention("polity", mention, doc)
            break
    return Participant(
        role="polity",
        name=person.country,
        text=document_of(doc).text[person.start : person.end],
        start=person.start,
        end=person.end,
        entity=f"state/{person.country}",
        country=person.country,
    )


def bounded(tenure: Tenure, time: Time | None, bound: str) -> Tenure:
    """The tenure with an open term that begins or ends at a time."""
    if time is None or bound in ("whole", "held"):
        return replace(tenure, time=time)
    if bound == "start":
        return replace(tenure, time=replace(time, end=None))
    return replace(tenure, time=replace(time, start=None))
