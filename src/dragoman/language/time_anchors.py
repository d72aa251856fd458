"""Times counted from an event that the text dates elsewhere: 'one month after the expiration of the embargo'."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Final

from dragoman.language.calendar_intervals import GRANULARITIES, Interval, shift_day, unit_around
from dragoman.language.clauses import Parse
from dragoman.language.time_governors import word_list
from dragoman.language.time_resolution import fine_enough
from dragoman.model.span import Time, TimeExpression

SIGNS: Final = {"after": 1, "since": 1, "following": 1, "before": -1, "prior": -1}
LETTERS: Final = {"Y": "year", "M": "month", "W": "week", "D": "day"}
STEM: Final = 5  # letters that a verb and its noun share: 'expire', 'expiration'


@cache
def families_of(lemma: str) -> frozenset[str]:
    """The words that may denote the same event as a word."""
    found = {lemma}
    for line in word_list("families"):
        words = line.split()
        if lemma in words:
            found.update(words)
    return frozenset(found)


def same_event(first: str, second: str) -> bool:
    """Whether two lemmas may denote one event: the same word, a verb and its noun, or words of a family."""
    stem = min(len(first), len(second), STEM)
    return first == second or second in families_of(first) or (stem == STEM and first[:STEM] == second[:STEM])


def nouns_around(parse: Parse, token: int) -> frozenset[str]:
    """The lemmas of the nouns that take part in an event."""
    found = set()
    for child in parse.children[token]:
        for below in (child, *parse.children[child]):
            if parse.tags[below].startswith("NN"):
                found.add(parse.lemmas[below])
            found.update(parse.lemmas[c] for c in parse.children[below] if parse.deps[c] == "pobj")
    return frozenset(found)


def dated_before(parse: Parse, anchor: int, dated: Mapping[int, TimeExpression]) -> TimeExpression | None:
    """The time of an event by where the text dates it: the anchor itself, or an earlier mention of the same event.

    An earlier mention must be of the same family of words and share a noun ('embargo'), so that no other event is taken.
    """
    own = dated.get(anchor)
    if own is not None and own.time is not None:
        return own
    nouns = nouns_around(parse, anchor)
    for token in sorted(dated, reverse=True):
        if token >= anchor or dated[token].time is None:
            continue
        if same_event(parse.lemmas[anchor], parse.lemmas[token]) and nouns & nouns_around(parse, token):
            return dated[token]
    return None


def counted_time(expression: TimeExpression, origin: Time) -> Time | None:
    """The time of a duration counted from an event; None for one without a number, or an event dated too coarsely.

    The result is as exact as the unit: a month after an October is the November.
    """
    duration = expression.duration or ""
    sign = SIGNS.get(expression.relation or "")
    if sign is None or origin.start is None or origin.end is None or not duration[1:-1].replace(".", "").isdigit():
        return None
    unit = LETTERS.get(duration[-1])
    if unit is None or "T" in duration:
        return None
    start, end = dt.date.fromisoformat(origin.start), dt.date.fromisoformat(origin.end)
    if not fine_enough(Interval(start, end, origin.granularity), unit):
        return None
    try:
        placed = unit_around(shift_day(start, unit, sign * float(duration[1:-1])), unit)
    except (ValueError, OverflowError):
        return None
    if placed.start is None or placed.end is None:
        return None
    return Time(
        start=placed.start.isoformat(),
        end=placed.end.isoformat(),
        granularity=GRANULARITIES[unit],
        text=expression.text,
        basis="anchored",
    )


def anchored(parse: Parse, expression: TimeExpression, dated: Mapping[int, TimeExpression]) -> TimeExpression | None:
    """The expression with the time that its anchor gives; None where it has none."""
    if expression.anchor is None or expression.duration is None:
        return None
    origin = dated_before(parse, expression.anchor, dated)
    time = counted_time(expression, origin.time) if origin is not None and origin.time is not None else None
    return None if time is None else replace(expression, time=time)
