"""The times of one text that count from each other, placed one after the other: from a date of its own to what hangs on it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from dragoman.language.act_times import told_before
from dragoman.language.calendar_intervals import ONE_DAY, Interval
from dragoman.language.clauses import Parse
from dragoman.language.time_discourse import asides_of
from dragoman.language.time_governors import is_event_noun, is_verb, word_list
from dragoman.language.time_meanings import NTH, Duration, Meaning, NthOf, Vague, Window
from dragoman.language.time_memory import COMPARED_WITHIN, COMPARISON
from dragoman.language.time_relations import (
    Dated,
    as_anchored,
    counted,
    counts_from_text,
    dated_of,
    exact_shift,
    nth_unit,
    resolve_from,
    window,
)
from dragoman.language.times import MEANINGS, opened
from dragoman.language.words import Words
from dragoman.model.span import TimeExpression

SIGNS: Final = {"after": 1, "since": 1, "following": 1, "into": 1, "before": -1, "prior": -1, "within": 1, "within before": -1}
SENTENCES_BACK: Final = 6

Owned = Mapping[int, list[TimeExpression]]
Rows = list[tuple[TimeExpression, list[int]]]


class Timeline:
    """The expressions of a text with the days of each, as far as they are known."""

    def __init__(self, doc: Words, parse: Parse, rows: Rows) -> None:
        """Place what has a date of its own."""
        self.doc, self.parse, self.rows = doc, parse, rows
        self.meanings: Mapping[int, Meaning] = doc.user_data.get(MEANINGS, {})
        self.days: dict[int, Dated] = {}  # by the first token of an expression
        self.inferred: dict[int, tuple[Dated, TimeExpression]] = {}  # by the token of an event that is counted from
        self.origins: dict[int, TimeExpression | None] = {}
        for expression, _ in rows:
            if self.is_relative(expression):
                self.origins[expression.token_start] = self.origin_of(expression)
            if expression.time is not None and self.origins.get(expression.token_start) is None:
                self.days[expression.token_start] = dated_of(expression.time)
                if isinstance(meaning := self.meaning(expression), NthOf):
                    self.days[expression.token_start] = within_month(meaning, self.days[expression.token_start])

    def meaning(self, expression: TimeExpression) -> Meaning | None:
        """What an expression means."""
        return self.meanings.get(expression.token_start)

    def is_relative(self, expression: TimeExpression) -> bool:
        """Whether an expression counts from another time of the text without naming it."""
        return expression.duration is None and counts_from_text(self.meaning(expression))

    def is_counted(self, expression: TimeExpression) -> bool:
        """Whether an expression counts from an event that it names: 'two weeks after the plant opened'."""
        return expression.anchor is not None and isinstance(self.meaning(expression), Duration | Window)

    # ---------------------------------------------------------------------------------------------- what is counted from
    def origin_of(self, expression: TimeExpression) -> TimeExpression | None:
        """The time that a relative one goes on from: the last before it that is no aside, else the last."""
        parse = self.parse
        sentence, around = parse.sentence_of[expression.token_start], asides_of(parse, expression.token_start)
        nearest: TimeExpression | None = None
        for other, _ in reversed(self.rows):
            if other.token_end > expression.token_start:
                continue
            here = parse.sentence_of[other.token_start]
            if sentence - here > SENTENCES_BACK or (nearest is not None and here != parse.sentence_of[nearest.token_start]):
                break
            if not self.may_be_origin(other):
                continue
            if asides_of(parse, other.token_start) <= around and other.relation not in ("since", "until", "till"):
                return other
            nearest = nearest or other
        return nearest

    def may_be_origin(self, expression: TimeExpression) -> bool:
        """Whether what follows may count from an expression: terms in brackets and times of a comparison are none."""
        start = expression.token_start
        if self.is_counted(expression):
            return not self.is_beside_date(expression)
        if expression.time is None and not self.is_relative(expression):
            return False
        if start and self.parse.lowers[start - 1] == "(":
            return False
        before = self.parse.lowers[max(start - COMPARED_WITHIN, 0) : start]
        return not (self.is_relative(expression) and COMPARISON & set(before))

    def is_beside_date(self, counted: TimeExpression) -> bool:
        """Whether the event that a counted time is of has a date as well: 'in April, several weeks before the vote, they met'."""
        taken = next((governors for expression, governors in self.rows if expression is counted), [])
        dates = [governors for e, governors in self.rows if e.time is not None and e is not counted and e.anchor is None]
        return bool(taken) and any(set(outside(self.parse, taken, counted.anchor or 0)) & set(g) for g in dates)

    # ---------------------------------------------------------------------------------------------- one round
    def learn(self, owned: Owned) -> bool:
        """Place what can be placed by what is known; whether anything was."""
        known = len(self.days) + len(self.inferred)
        for expression, governors in self.rows:
            if expression.token_start in self.days:
                continue
            if self.is_counted(expression):
                self.learn_counted(expression, governors, owned)
            elif (origin := self.origins.get(expression.token_start)) is not None and origin.token_start in self.days:
                meaning = self.meaning(expression)
                found = resolve_from(meaning, self.days[origin.token_start]) if meaning is not None else None
                if found is not None:
                    self.days[expression.token_start] = found
        return len(self.days) + len(self.inferred) > known

    def learn_counted(self, expression: TimeExpression, governors: list[int], owned: Owned) -> None:
        """Place a time counted from an event that it names, or that event by the time of what is counted."""
        anchor, meaning = expression.anchor, self.meaning(expression)
        if isinstance(meaning, Window):
            meaning = meaning.duration
        sign = SIGNS.get(expression.relation or "")
        if anchor is None or not isinstance(meaning, Duration) or sign is None or anchor in self.inferred:
            return
        origin = self.days_of_event(anchor, owned)
        if origin is not None:
            found = count_from(origin, meaning, expression.relation or "", sign)
            if found is not None:
                self.days[expression.token_start] = found
        elif expression.relation in ("after", "before") and (is_verb(self.parse, anchor) or is_event_noun(self.parse, anchor)):
            own = next((self.days_at(g, owned) for g in outside(self.parse, governors, anchor)), None)
            found = counted(own, meaning, -sign) if own is not None else None
            if found is not None:
                self.inferred[anchor] = (found, replace(expression, time=as_anchored(found, expression.text)))

    def days_at(self, token: int, owned: Owned) -> Dated | None:
        """The days of a predicate that has a time of its own."""
        if token in self.inferred:
            return self.inferred[token][0]
        times = owned.get(token)
        if not times:
            return None
        known = self.days.get(times[0].token_start)
        return known if known is not None and times[0].relation is None else dated_of(times[0].time) if times[0].time else None

    def days_of_event(self, anchor: int, owned: Owned) -> Dated | None:
        """The days of an event by its own words, else by an earlier telling of it."""
        own = self.days_at(anchor, owned)
        if own is not None:
            return own
        holders = {t: t for t, times in owned.items() if times}
        for verb in list(holders):  # 'held an election on 7 March': the election has the date
            if self.parse.lemmas[verb] in word_list("occurrence"):
                things = (c for c in self.parse.children[verb] if self.parse.deps[c] in ("dobj", "nsubj", "nsubjpass"))
                holders.update((c, verb) for c in things if c not in holders)
        told = told_before(self.doc, self.doc[anchor], holders)
        return self.days_at(holders[told.i], owned) if told is not None else None

    # ---------------------------------------------------------------------------------------------- what is known now
    def placed(self, expression: TimeExpression) -> TimeExpression | None:
        """The expression with the days of the event that it dates; None where they are not known."""
        dated = self.days.get(expression.token_start)
        if dated is None:
            return None
        if self.is_counted(expression) or self.origins.get(expression.token_start) is not None:
            expression = replace(expression, time=as_anchored(dated, expression.text))
        elif expression.time is not None and dated.days.end is not None and isinstance(self.meaning(expression), NthOf):
            expression = replace(expression, time=replace(expression.time, end=dated.days.end.isoformat()))
        return replace(expression, time=opened(expression)) if not self.is_counted(expression) else expression

    def is_undated(self, expression: TimeExpression) -> bool:
        """Whether an expression says when something was and cannot be placed: 'recently', 'several weeks later'."""
        if expression.token_start in self.days:
            return False
        return self.is_counted(expression) or self.is_relative(expression) or isinstance(self.meaning(expression), Vague)


def count_from(origin: Dated, duration: Duration, relation: str, sign: int) -> Dated | None:
    """The days of what is counted from an event."""
    if relation == "into":
        begun = beginning_of(origin)
        if begun is None or duration.qualifier != NTH:
            return counted(begun, duration, sign) if begun is not None else None
        return nth_unit(begun, duration)
    if relation.startswith("within"):
        return window(origin, duration, sign)
    return exact_shift(origin, duration, sign) if duration.qualifier == "exactly" else counted(origin, duration, sign)


def within_month(meaning: NthOf, dated: Dated) -> Dated:
    """The last week of a month without the days that its calendar week has of the next: no act was on them."""
    start, end = dated.days.start, dated.days.end
    if meaning.number >= 0 or meaning.unit != "week" or start is None or end is None or start.month == end.month:
        return dated
    return Dated(Interval(start, end.replace(day=1) - ONE_DAY, "range"))


def beginning_of(dated: Dated) -> Dated | None:
    """The first day of an event, or the month or year where its beginning is known no better."""
    start = dated.days.start
    if dated.days.granularity != "range" or start is None:
        return dated if start is not None else None
    return Dated(Interval(start, start, "day"), dated.slack)


def outside(parse: Parse, governors: list[int], anchor: int) -> list[int]:
    """The predicates that a counted duration dates: never the event that it counts from, but the one above it."""
    return [parse.heads[g] if g == anchor else g for g in governors if g != anchor or parse.heads[g] != g]
