"""Events that a sentence tells without their verb: the same act with another party, number or date."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dragoman.language.event_times import time_of
from dragoman.language.syntax import find_subjects, is_verbal
from dragoman.language.words import Word, Words
from dragoman.model.statement import Event, Participant
from dragoman.statements.gaps import Gap, followers, gaps_of
from dragoman.statements.participants import build_participants, from_mention

MAIN: Final = frozenset({"ROOT", "conj", "ccomp"})  # what another may have done too; not what a relative clause tells aside


def with_elided(doc: Words, trigger: Word, events: Sequence[Event]) -> list[Event]:
    """The events of a trigger and those behind it that have no verb of their own."""
    if len(events) != 1 or not is_verbal(trigger):
        return list(events)
    event = events[0]
    behind = [p for p in parties(event) if p.start is not None and p.start > trigger.idx and p.country]
    gaps = gaps_of(doc, trigger, has_object=bool(behind))
    named = {gap.mention.start for gap in gaps if gap.mention is not None}
    if named:  # whose date is another one was no party to the first
        event = replace(event, participants=tuple(p for p in event.participants if p.start not in named))
    doers = followers(doc, trigger) if trigger.dep_ in MAIN else ()
    found = [again(doc, trigger, event, gap) for gap in gaps] + [followed(doc, event, verb) for verb in doers]
    return [event, *(e for e in found if e is not None)]


def parties(event: Event) -> list[Participant]:
    """Who acts and who is acted upon."""
    return [p for p in event.participants if p.role in ("actor", "recipient")]


def again(doc: Words, trigger: Word, event: Event, gap: Gap) -> Event | None:
    """An event with what a gap tells anew; None where nobody stands on that side of the verb."""
    participants = event.participants
    place = event.place
    if gap.mention is not None:
        after = gap.side == "object"
        replaced = [p for p in parties(event) if p.start is not None and (p.start > trigger.idx) == after]
        if not replaced or any(p.entity == gap.mention.entity and p.entity for p in parties(event)):
            return None
        new = from_mention(replaced[0].role, gap.mention, doc)
        kept = [p for p in participants if p not in replaced and not (after and p.role == "location")]
        participants = (new, *kept) if not after else (*kept, new)
        place = gap.mention.place if after else place
    return told_again(replace(event, participants=participants, place=place, time=gap.time), gap.end, gap.count)


def told_again(event: Event, end: int, count: int | None) -> Event:
    """An event with its words up to a character, and without the harm and the number of the one that was told first."""
    end = max(event.end, end)
    return replace(
        event,
        count=count,
        end=end,
        text=event.document.text[event.start : end],
        fatalities=None,
        fatalities_low=None,
        fatalities_high=None,
        injured=None,
    )


def followed(doc: Words, event: Event, verb: Word) -> Event | None:
    """'Pakistan *followed suit* 17 days later': another who did as the actors did."""
    actors = [p for p in build_participants("actor", find_subjects(verb)) if p.country or p.entity]
    first = event.in_role("actor")
    if not actors or not first or any(a.entity == p.entity for a in actors for p in first):
        return None
    others = [p for p in event.participants if p.role not in ("actor", "location")]
    if any(a.entity == p.entity for a in actors for p in others):  # 'Peru recalled its envoy from Quito; *Ecuador did the same*'
        others = [replace(p, role="recipient") for p in first]
    expression = time_of(doc, verb)
    end = max([verb.idx + len(verb), *(p.end for p in actors if p.end), *([expression.end] if expression is not None else [])])
    told = replace(event, participants=(*actors, *others), time=expression.time if expression is not None else None)
    return told_again(told, end, None)
