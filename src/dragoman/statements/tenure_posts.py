"""Holding office without its name: 'in office until June', 'out of power since 2021', 'who ran Peru from 2001 to 2006'."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dragoman.language.event_times import time_of
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import find_objects, find_subjects, is_passive, is_verbal
from dragoman.language.words import Word, Words
from dragoman.model.span import Mention, Time, TimeExpression
from dragoman.reference.offices import terms_of_person
from dragoman.statements.tenure_holders import Bound, person_at
from dragoman.statements.tenure_nouns import relation_of, term_beside

POWER: Final = frozenset({"office", "power"})
RULING: Final = frozenset({"run", "rule", "govern", "lead"})
SLACK: Final = dt.timedelta(days=31)  # as in the check of terms: election, swearing-in and taking over lie weeks apart


@dataclass(frozen=True)
class Post:
    """A person in an office that only the tables name. `bound` says what the time is of the term."""

    person: Mention
    trigger: Word
    time: Time
    times: tuple[TimeExpression, ...]
    bound: Bound
    polity: Mention | None = None


def posts_told(doc: Words) -> Iterator[Post]:
    """Each phrase of being in office or out of it, and each verb of ruling a country, with a time."""
    for word in doc:
        if word.lower_ in POWER and word.dep_ == "pobj":
            yield from in_office(doc, word)
        elif word.lemma_ in RULING and word.pos_ == "VERB" and not is_passive(word):
            yield from ruling(doc, word)


def in_office(doc: Words, noun: Word) -> Iterator[Post]:
    """'X, in office until 3 May', 'X has been out of power since 2021'."""
    preposition = noun.head
    out = preposition.lower_ == "of" and preposition.head.lower_ == "out"
    governor = preposition.head.head if out else preposition.head
    term = term_beside(doc, noun) or (term_beside(doc, preposition) if not out else None)
    if not (out or preposition.lower_ == "in") or term is None or relation_of(doc, term[1][0]) in ("in", "during"):
        return
    heads = find_subjects(governor) if is_verbal(governor) else [governor]
    time = term[0]
    if out:  # out of office since a day: the term ended on it
        if time.start is None:
            return
        time = Time(start=None, end=time.start, granularity=time.granularity, text=time.text, basis=time.basis)
    for head in heads:
        for person in person_at(doc, head):
            yield Post(person, preposition, time, tuple(term[1]), "end" if out else "whole")


def ruling(doc: Words, verb: Word) -> Iterator[Post]:
    """'who ran Peru from 2001 to 2006': a person that rules a country through a time."""
    expression = time_of(doc, verb)
    countries = [m for w in find_objects(verb) if (m := mention_at(doc, w)) is not None and m.category == "country"]
    if expression is None or expression.time is None or not countries or expression.time.granularity == "day":
        return
    for head in find_subjects(verb):
        for person in person_at(doc, head):
            if countries[0].country in {person.country, *(t.country for t in terms_of_person(person.entity or ""))}:
                yield Post(person, verb, expression.time, (expression,), "whole", countries[0])


def office_by_term(person: Mention, time: Time | None, bound: str) -> str | None:
    """The office of which the tables know that the person came into it, or left it, about the time told; None otherwise."""
    if person.entity is None or time is None:
        return None
    first, last = time.start or time.end, time.end or time.start
    if first is None or last is None:
        return None
    if bound == "whole" and time.start is not None:
        last = min(last, f"{time.start[:4]}-12-31") if len(time.text) else last
    window = (dt.date.fromisoformat(first) - SLACK, dt.date.fromisoformat(last) + SLACK)
    ending = bound == "end" or (bound == "whole" and time.start is None)
    for term in terms_of_person(person.entity):
        day = term.end if ending else term.start
        if day is not None and window[0] <= day <= window[1]:
            return "head of state or government" if term.office == "leader" else term.office
    return None
