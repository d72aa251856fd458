"""The component dragoman_times: every expression of a date or a duration in a text, with the days that it covers.

`doc._.times` holds them in the order of the text. The time of an expression is what its own words name: for 'since 1991' the
year 1991, with 'since' as its relation. `opened` gives the days that such a bound leaves open; `event_times` uses it.
"""

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.language.attributes import document_of
from dragoman.language.calendar_intervals import Interval, whole_day
from dragoman.language.clauses import Parse, parse_of
from dragoman.language.solar_calendar import solar_year
from dragoman.language.time_builders import BUILDERS
from dragoman.language.time_discourse import (
    asides_of,
    bound_before,
    counted_from,
    direction_of,
    find_auxiliaries,
    is_day_of_month,
    is_season,
    is_year,
    may_be_time_word,
    speaks_of_now,
)
from dragoman.language.time_grammar import Item, parse_times
from dragoman.language.time_lexemes import find_lexemes
from dragoman.language.time_meanings import (
    Calendar,
    Counted,
    Duration,
    Meaning,
    Origin,
    PartOf,
    Relative,
    Same,
    Spread,
    Vague,
    Window,
    Within,
)
from dragoman.language.time_patterns import load_time_grammar
from dragoman.language.time_resolution import Placed, Surroundings, lacks_year, resolve
from dragoman.language.words import Words, words_of
from dragoman.model.span import Time, TimeExpression

EDGES: Final = frozenset({"since", "until", "till", "before", "by"})  # 'since the start of the year' is since its first day
WILL_REACH: Final = 12  # tokens before 'in three weeks' in which 'will' makes it a point ahead
OLD_BOUND: Final = 550  # days before the publication after which 'since 2002' lends its year to no other date
SOLAR_YEARS: Final = (1320, 1430)
SOLAR_WORDS: Final = frozenset({"iran", "iranian", "iranians", "tehran", "afghan", "afghanistan", "kabul", "solar", "afghans"})
COMPARISON: Final = frozenset({"against", "than", "versus", "vs", "compared", "from", "up", "down"})
COMPARED_WITHIN: Final = 6  # words before 'a year earlier' in which 'against' stands
INSIDE: Final = ("in", "during", "over", "throughout", "for", "within")
MEMORIES: Final = 4  # times kept in mind at once
NEAR_SENTENCES: Final = 1  # a date lends its year to its own sentence and the next
FAR_SENTENCES: Final = 3  # a day or month does so a little further, in the paragraph that tells of it
MEANINGS: Final = "dragoman_time_meanings"  # in doc.user_data: what each expression means, by its first token


@dataclass(slots=True)
class Memory:
    """The time that the text last gave, and where."""

    placed: Placed
    sentence: int
    paragraph: int
    relation: str | None
    told: bool  # whether it goes back to a date with its year, not to the publication
    aside: frozenset[int]  # the relative clauses that it stands in; what follows them does not go on from it


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
    """Reads one `Doc`: holds its lexemes, its parse and what the text last said of time."""

    def __init__(self, doc: Words) -> None:
        """Take the text apart once."""
        self.document = document_of(doc)
        self.doc = doc
        self.parse: Parse = parse_of(doc)
        self.lexemes = find_lexemes(doc.text)
        self.starts = [token.idx for token in doc]
        self.gaps = [lexeme.start for lexeme in self.lexemes if lexeme.kind == "gap"]
        self.sentences = [sentence.start for sentence in doc.sents]
        self.auxiliaries: list[list[int]] | None = None
        self.memories: list[Memory] = []
        self.memory_before: Memory | None = None
        self.remembered_to = 0  # the lexeme after the expression that memory holds
        self.published = self.document.published or next((f.date for f in self.document.furniture if f.date is not None), None)
        self.ambiguous = load_time_grammar().ambiguous

    def token_at(self, offset: int) -> int:
        """The token that holds a character."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def read(self) -> list[TimeExpression]:
        """All expressions, in the order of the text."""
        if not self.starts:
            return []
        items = parse_times(self.lexemes, BUILDERS, self.usable)
        found = []
        for index, whole in enumerate(items):
            first, last = self.trimmed(whole)
            item, last = self.narrowed(whole, first, last)
            start, end = self.lexemes[first].start, self.lexemes[last - 1].end
            token_start, token_end = self.token_at(start), self.token_at(end - 1) + 1
            if self.accepts(item, first, token_start, token_end) and not self.hangs_alone(item, token_end):
                following = items[index + 1] if index + 1 < len(items) else None
                found.append(self.expression(item, (start, end), (token_start, token_end), following))
        return found

    def usable(self, at: int) -> bool:
        """Whether an ambiguous word may be one of time."""
        lexeme = self.lexemes[at]
        return may_be_time_word(self.parse, self.token_at(lexeme.start), self.lexemes, at, self.ambiguous[lexeme.lower])

    def trimmed(self, item: Item) -> tuple[int, int]:
        """The lexemes of an item without a full stop that ends the sentence and not an abbreviation."""
        last = item.last
        if self.lexemes[last - 1].text == "." and last - 2 >= item.first:
            last -= self.lexemes[last - 2].lower not in load_time_grammar().values["month_short"]
        return item.first, last

    def narrowed(self, item: Item, first: int, last: int) -> tuple[Item, int]:
        """'Thursday the first' without its ordinal where that belongs to what follows: 'announced Tuesday the first model'."""
        match item.value:
            case Calendar(weekday=int() as weekday, day=int(), month=None):
                token_end = self.token_at(self.lexemes[last - 1].start) + 1
                if not is_day_of_month(self.parse, token_end):
                    return item._replace(value=Calendar(weekday=weekday), last=first + 1), first + 1
        return item, last

    def accepts(self, item: Item, at: int, token_start: int, token_end: int) -> bool:  # noqa: PLR0911  a meaning each
        """Whether the words around let an expression be one."""
        token = token_end - 1
        entity = self.doc[token].ent_type_
        match item.value:
            case Calendar(year=int(), month=None, season=None, quarter=None, half=None, week=None) if item.last - item.first == 1:
                return is_year(self.parse, token, self.lexemes, at, entity)
            case Calendar(year=None, month=None, day=int()):
                return is_day_of_month(self.parse, token_end)
            case Vague():
                after = self.lexemes[item.last] if item.last < len(self.lexemes) else None
                return not (after is not None and after.glued and after.text == "-")
            case Calendar(year=None, season=int()):
                return is_season(self.parse, token_start, token_end)
            case Calendar(year=None, month=int(), day=None) | Calendar(year=None, weekday=int(), month=None):
                return entity not in ("PERSON", "GPE", "WORK_OF_ART") or item.last - item.first > 1
            case Spread(first=Calendar(), last=Calendar()):
                following = self.parse.tags[token_end] if token_end < len(self.parse.tags) else ""
                years = all(
                    lexeme.kind != "word" or lexeme.lower in ("from", "to", "between", "and")
                    for lexeme in self.lexemes[item.first : item.last]
                )
                return not (years and following == "NNS" and entity != "DATE")
            case _:
                return True

    def follows(self, token: int, *words: str) -> bool:
        """Whether one of some words stands at a token."""
        return token < len(self.parse) and self.parse.lowers[token] in words

    def as_window(self, relation: str | None, token: int) -> str | None:
        """'in the two years after the coup' is all that time, 'two years after the coup' the end of it."""
        before = self.parse.lowers[max(token - 2, 0) : token]
        whole = before[-1:] == ["the"] or self.parse.lowers[token] == "the"
        inside = (before[:1] if self.parse.lowers[token] != "the" else before[-1:]) in ([w] for w in INSIDE)
        if not whole or not inside:
            return relation
        return {"after": "within", "following": "within", "before": "within before"}.get(relation or "", relation)

    def hangs_alone(self, item: Item, token_end: int) -> bool:
        """Whether 'the day' before, 'the eve' of have no event that they count from."""
        if not isinstance(item.value, Duration) or self.lexemes[item.first].lower not in ("the", "eve"):
            return False
        if item.first and self.lexemes[item.first - 1].lower in ("in", "of", "during", "for"):
            return item.value.parts[0][0] not in ("year", "month", "week")  # 'late in the day after falling'
        return item.value.parts[0][1] is not None and counted_from(self.parse, token_end)[1] is None

    def expression(self, item: Item, span: tuple[int, int], tokens: tuple[int, int], following: Item | None) -> TimeExpression:
        """One expression with its time, its duration, and what it is bounded by or counted from."""
        if of_the_unit(item.value) and self.published is not None and speaks_of_now(self.parse, tokens[0]):
            item = item._replace(value=with_origin(item.value, "published"))
        if says_next(item.value):
            past = self.direction_at(tokens) <= 0 or self.published is None
            item = item._replace(value=with_origin(item.value, "anchored" if past else "published"))
        if says_how_soon(item.value) and self.direction_at(tokens) < 0:
            item = item._replace(value=replace(item.value, origin="text"))
        meaning: Meaning = item.value
        text = self.document.text[span[0] : span[1]]
        duration = duration_of(meaning)
        relation, anchor, hedge = None, None, None
        if isinstance(meaning, Duration):
            relation, anchor = counted_from(self.parse, tokens[1])
            relation = self.as_window(relation, tokens[0])
        elif isinstance(meaning, Window) and text.lower().startswith("within") and self.follows(tokens[1], "of", "after"):
            relation, anchor = "within", self.parse.child(tokens[1], "pobj", "pcomp")
        else:
            relation, hedge = bound_before(self.lexemes, item.first)
            if relation == "before" and isinstance(meaning, PartOf) and meaning.part == "end":
                relation = "by"  # 'before the end of the year' is up to its last day
        placed = self.place(item, tokens, following, relation)
        self.remember(item, placed, span[0], relation)
        self.doc.user_data.setdefault(MEANINGS, {})[tokens[0]] = meaning
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
        around = self.surroundings(item, tokens, following)
        if isinstance(meaning, Calendar) and self.is_solar_year(meaning, tokens):
            return Placed(solar_year(meaning.year or 0))
        if isinstance(meaning, Duration):
            after_in = item.first > 0 and self.lexemes[item.first - 1].lower == "in"
            ahead = relation is None and after_in and around.direction > 0 and self.says_will(tokens[0])
            return resolve(Counted(meaning, 1, "published"), around) if ahead else None
        placed = resolve(meaning, around)
        if placed is not None and relation in EDGES and isinstance(meaning, PartOf) and meaning.part in ("beginning", "end"):
            return edge_of(placed, meaning.part)
        return placed

    def is_solar_year(self, meaning: Calendar, tokens: tuple[int, int]) -> bool:
        """Whether a year is of the calendar of Iran and Afghanistan: one of the last hundred, in a sentence about them."""
        if meaning.year is None or not SOLAR_YEARS[0] <= meaning.year <= SOLAR_YEARS[1] or meaning != Calendar(year=meaning.year):
            return False
        start, end = self.parse.sentences[self.parse.sentence_of[tokens[0]]]
        return bool(SOLAR_WORDS & set(self.parse.lowers[start:end]))

    def says_will(self, token: int) -> bool:
        """Whether the sentence has 'will' before a token."""
        words = self.parse.lowers[max(token - WILL_REACH, 0) : token]
        return bool({"will", "'ll", "shall", "wo"} & set(words))

    def surroundings(self, item: Item, tokens: tuple[int, int], following: Item | None) -> Surroundings:
        """What the expression is to be resolved against."""
        direction = self.direction_at(tokens)
        offset = self.lexemes[item.first].start
        memory = self.memory_before if self.explains_memory(item) else self.memory_for(tokens[0])
        paragraph = bisect_right(self.gaps, offset)
        anchor = memory.placed.interval if memory is not None and paragraph - memory.paragraph <= 1 else None
        return Surroundings(self.published, anchor, self.year_lender(item, offset, paragraph, following), direction)

    def direction_at(self, tokens: tuple[int, int]) -> int:
        """-1 where the clause around an expression speaks of the past, 1 of the future, 0 where it does not tell."""
        if self.auxiliaries is None:
            self.auxiliaries = find_auxiliaries(self.parse)
        direction = direction_of(self.parse, tokens[0], self.auxiliaries)
        if direction == 0 and tokens[1] - tokens[0] > 1:
            direction = direction_of(self.parse, tokens[1] - 1, self.auxiliaries)
        return direction

    def explains_memory(self, item: Item) -> bool:
        """Whether 'three weeks later' stands beside the date that it leads to: 'on 21 February, three weeks later'."""
        counted = isinstance(item.value, Counted) and item.value.origin == "anchored"
        return counted and [lexeme.text for lexeme in self.lexemes[self.remembered_to : item.first]] in ([","], ["("])

    def year_lender(self, item: Item, offset: int, paragraph: int, following: Item | None) -> Interval | None:
        """The time whose year a date without one may take: one listed with it, else one said just before."""
        if following is not None and lacks_year(item.value) and not lacks_year(following.value) and self.listed(item, following):
            placed = resolve(following.value, Surroundings())
            if placed is not None:
                return placed.interval
        memory = self.memory_for(self.token_at(offset))
        if memory is None or memory.paragraph != paragraph or not memory.told:
            return None
        sentence = bisect_right(self.sentences, self.token_at(offset))
        start = memory.placed.interval.start
        reach = FAR_SENTENCES if memory.placed.interval.granularity in ("day", "month") else NEAR_SENTENCES
        if sentence - memory.sentence > reach or start is None:
            return None
        if memory.relation in ("since", "before") and self.published is not None and (self.published - start).days > OLD_BOUND:
            return None
        return memory.placed.interval

    def listed(self, item: Item, following: Item) -> bool:
        """Whether only 'and', 'or' or a comma stands between two dates of the same form."""
        between = [lexeme.lower for lexeme in self.lexemes[item.last : following.first]]
        both = isinstance(item.value, Calendar) and isinstance(following.value, Calendar)
        return both and 0 < len(between) <= 3 and set(between) <= {"and", "or", ",", "on", "in", "to"}

    def remember(self, item: Item, placed: Placed | None, offset: int, relation: str | None) -> None:
        """Keep a time as the one that 'the previous year' counts from; terms in brackets and windows are none."""
        if placed is None or placed.interval.start is None or placed.interval.end is None or isinstance(item.value, Window):
            return
        if (offset and self.document.text[offset - 1] == "(") or self.is_compared(item):
            return
        paragraph = bisect_right(self.gaps, offset)
        sentence = bisect_right(self.sentences, self.token_at(offset))
        token = self.token_at(offset)
        before = self.memory_for(token)
        told = placed.basis == "explicit" or (placed.basis == "anchored" and before is not None and before.told)
        self.memory_before, self.remembered_to = before, item.last
        aside = asides_of(self.parse, token)
        self.memories = [*self.memories[1 - MEMORIES :], Memory(placed, sentence, paragraph, relation, told, aside)]

    def is_compared(self, item: Item) -> bool:
        """Whether a time is only there to compare with: 'against 20 a year earlier'; what follows does not go on from it."""
        match item.value:
            case Counted(sign=-1, origin="anchored") | Same():
                before = self.lexemes[max(item.first - COMPARED_WITHIN, 0) : item.first]
                return any(lexeme.lower in COMPARISON for lexeme in before)
            case _:
                return False

    def memory_for(self, token: int) -> Memory | None:
        """The time that what is said at a token goes on from: the last one of its sentence that is no aside, else the last."""
        if not self.memories:
            return None
        sentence, around = bisect_right(self.sentences, token), asides_of(self.parse, token)
        near = [memory for memory in self.memories if memory.sentence == sentence and memory.aside <= around]
        return near[-1] if near else self.memories[-1]


def of_the_unit(meaning: Meaning) -> bool:
    """Whether a meaning is 'the year' or a part of it, which the clause must tell which one it is."""
    match meaning:
        case PartOf(whole=whole):
            return of_the_unit(whole)
        case Relative(count=0, origin="anchored", unit=str() as unit):
            return unit != "same"
        case _:
            return False


def says_next(meaning: Meaning) -> bool:
    """Whether a meaning is 'the next day', or a part of it, which the clause must tell what it goes on from."""
    match meaning:
        case PartOf(whole=whole) | Within(whole=whole):
            return says_next(whole)
        case Relative(origin=origin):
            return origin == "told"
        case _:
            return False


def says_how_soon(meaning: Meaning) -> bool:
    """Whether a meaning is a time ahead, 'within a week', which a tale of the past counts from what it told last."""
    match meaning:
        case Window(sign=1, origin="published"):
            return True
        case _:
            return False


def with_origin(meaning: Meaning, origin: Origin) -> Meaning:
    """'the year', 'the next day' counted from the publication, or from the time of the text."""
    match meaning:
        case PartOf(whole=whole) | Within(whole=whole):
            return replace(meaning, whole=with_origin(whole, origin))
        case Relative():
            return replace(meaning, origin=origin)
        case _:
            return meaning


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
