"""The component dragoman_times: every expression of a date or a duration in a text, with the days that it covers.

`doc._.times` holds them in the order of the text. The time of an expression is what its own words name: for 'since 1991' the
year 1991, with 'since' as its relation. `opened` gives the days that such a bound leaves open; `event_times` uses it.
"""

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.language.calendar_intervals import whole_day
from dragoman.language.solar_calendar import solar_year
from dragoman.language.time_acceptance import accepts, as_window, follows, hangs_alone, is_solar_year, narrowed, trimmed, usable
from dragoman.language.time_builders import BUILDERS
from dragoman.language.time_discourse import bound_before, counted_from, speaks_of_now
from dragoman.language.time_grammar import Item, parse_times
from dragoman.language.time_meanings import Calendar, Counted, Duration, Meaning, PartOf, Vague, Window
from dragoman.language.time_memory import TimeMemory
from dragoman.language.time_narration import of_the_unit, says_how_soon, says_next, with_origin
from dragoman.language.time_origins import Placed
from dragoman.language.time_resolution import resolve
from dragoman.language.time_text import TimedText
from dragoman.language.words import Words, words_of
from dragoman.model.span import Time, TimeExpression

EDGES: Final = frozenset({"since", "until", "till", "before", "by"})  # 'since the start of the year' is since its first day
WILL_REACH: Final = 12  # tokens before 'in three weeks' in which 'will' makes it a point ahead
MEANINGS: Final = "dragoman_time_meanings"  # in doc.user_data: what each expression means, by its first token


@Language.component("dragoman_times", assigns=["doc._.times"])
def add_times(doc: Doc) -> Doc:
    """Find the expressions of time and hang them on the `Doc`."""
    words = words_of(doc)
    words._.times = find_times(words)
    return doc


def find_times(doc: Words) -> list[TimeExpression]:
    """Every expression of a date or a duration, in the order of the text."""
    return TimeReader(doc).read()


def opened(expression: TimeExpression) -> Time | None:
    """The days that an expression bounds: 'since 1991' has no end, 'by 2028' no beginning.

    A time without such a word is itself.
    """
    time = expression.time
    if time is None or time.start is None or time.end is None:
        return time
    match expression.relation:
        case "since":
            return replace(time, end=None, granularity="range")
        case "by" | "until" | "till" | "through":
            return replace(time, start=None, granularity="range")
        case "before":
            return replace(time, start=None, end=day_beside(time.start, -1), granularity="range")
        case "after" | "following":
            return replace(time, start=day_beside(time.end, 1), end=None, granularity="range")
        case _:
            return time


def day_beside(day: str, step: int) -> str:
    """The ISO date one day before or after another."""
    return (dt.date.fromisoformat(day) + dt.timedelta(days=step)).isoformat()


class TimeReader:
    """Reads one text, with what it last said of time."""

    def __init__(self, doc: Words) -> None:
        """Take the text apart once."""
        self.text = TimedText(doc)
        self.memory = TimeMemory(self.text)

    def read(self) -> list[TimeExpression]:
        """All expressions, in the order of the text."""
        text = self.text
        if not text.starts:
            return []
        items = parse_times(text.lexemes, BUILDERS, partial(usable, text))
        found = []
        for index, whole in enumerate(items):
            first, last = trimmed(text, whole)
            item, last = narrowed(text, whole, first, last)
            start, end = text.lexemes[first].start, text.lexemes[last - 1].end
            token_start, token_end = text.token_at(start), text.token_at(end - 1) + 1
            if accepts(text, item, first, token_start, token_end) and not hangs_alone(text, item, token_end):
                following = items[index + 1] if index + 1 < len(items) else None
                found.append(self.expression(item, (start, end), (token_start, token_end), following))
        return found

    def expression(self, item: Item, span: tuple[int, int], tokens: tuple[int, int], following: Item | None) -> TimeExpression:
        """One expression with its time, its duration, and what it is bounded by or counted from."""
        if of_the_unit(item.value) and self.text.published is not None and speaks_of_now(self.text.parse, tokens[0]):
            item = item._replace(value=with_origin(item.value, "published"))
        if says_next(item.value):
            past = self.text.direction_at(tokens) <= 0 or self.text.published is None
            item = item._replace(value=with_origin(item.value, "anchored" if past else "published"))
        if says_how_soon(item.value) and self.text.direction_at(tokens) < 0:
            item = item._replace(value=with_origin(item.value, "text"))
        meaning: Meaning = item.value
        text = self.text.text[span[0] : span[1]]
        duration = duration_of(meaning)
        relation, anchor, hedge = None, None, None
        if isinstance(meaning, Duration):
            relation, anchor = counted_from(self.text.parse, tokens[1])
            relation = as_window(self.text, relation, tokens[0])
        elif isinstance(meaning, Window) and text.lower().startswith("within") and follows(self.text, tokens[1], "of", "after"):
            relation, anchor = "within", self.text.parse.child(tokens[1], "pobj", "pcomp")
        else:
            relation, hedge = bound_before(self.text.lexemes, item.first)
            if relation == "before" and isinstance(meaning, PartOf) and meaning.part == "end":
                relation = "by"  # 'before the end of the year' is up to its last day
        placed = self.place(item, tokens, following, relation)
        self.memory.remember(item, placed, span[0], relation)
        self.text.doc.user_data.setdefault(MEANINGS, {})[tokens[0]] = meaning
        return TimeExpression(
            token_start=tokens[0],
            token_end=tokens[1],
            start=span[0],
            end=span[1],
            text=text,
            time=None if placed is None else as_time(placed, text),
            duration=None if duration is None else duration.iso(),
            relation=relation,
            anchor=anchor,
            qualifier=(duration.qualifier if duration is not None else None) or item.qualifier or hedge,
        )

    def place(self, item: Item, tokens: tuple[int, int], following: Item | None, relation: str | None) -> Placed | None:
        """The days of an expression. 'in three weeks' is a point ahead where the clause speaks of the future."""
        meaning: Meaning = item.value
        if isinstance(meaning, Vague):
            return None
        around = self.memory.surroundings(item, tokens, following)
        if isinstance(meaning, Calendar) and is_solar_year(self.text, meaning, tokens):
            return Placed(solar_year(meaning.year or 0))
        if isinstance(meaning, Duration):
            after_in = item.first > 0 and self.text.lexemes[item.first - 1].lower == "in"
            ahead = relation is None and after_in and around.direction > 0 and says_will(self.text, tokens[0])
            return resolve(Counted(meaning, 1, "published"), around) if ahead else None
        placed = resolve(meaning, around)
        if placed is not None and relation in EDGES and isinstance(meaning, PartOf) and meaning.part in ("beginning", "end"):
            return edge_of(placed, meaning.part)
        return placed


def says_will(text: TimedText, token: int) -> bool:
    """Whether the sentence has 'will' before a token."""
    words = text.parse.lowers[max(token - WILL_REACH, 0) : token]
    return bool({"will", "'ll", "shall", "wo"} & set(words))


def edge_of(placed: Placed, part: str) -> Placed:
    """The first day of a beginning, the last of an end."""
    day = placed.interval.start if part == "beginning" else placed.interval.end
    return placed if day is None else Placed(whole_day(day), placed.basis)


def duration_of(meaning: Meaning) -> Duration | None:
    """The length that an expression tells."""
    match meaning:
        case Duration():
            return meaning
        case Window(duration=duration):
            return duration
        case _:
            return None


def as_time(placed: Placed, text: str) -> Time:
    """Days in the form of the statement format."""
    interval = placed.interval
    return Time(
        start=None if interval.start is None else interval.start.isoformat(),
        end=None if interval.end is None else interval.end.isoformat(),
        granularity=interval.granularity,
        text=text,
        basis=placed.basis,
    )
