"""What a text last said of time: the day that 'two weeks later' goes on from, the year that '3 May' takes."""

from dataclasses import dataclass
from typing import Final

from dragoman.language.calendar_intervals import Interval
from dragoman.language.time_discourse import asides_of
from dragoman.language.time_grammar import Item
from dragoman.language.time_meanings import Calendar, Counted, Same, Window
from dragoman.language.time_origins import Placed, Surroundings
from dragoman.language.time_resolution import lacks_year, resolve
from dragoman.language.time_text import TimedText

OLD_BOUND: Final = 550  # days before the publication after which 'since 2002' lends its year to no other date
COMPARISON: Final = frozenset({"against", "than", "versus", "vs", "compared", "from", "up", "down"})
COMPARED_WITHIN: Final = 6  # words before 'a year earlier' in which 'against' stands
MEMORIES: Final = 4  # times kept in mind at once
NEAR_SENTENCES: Final = 1  # a date lends its year to its own sentence and the next
FAR_SENTENCES: Final = 3  # a day or month does so a little further, in the paragraph that tells of it


@dataclass(slots=True)
class Memory:
    """The time that the text last gave, and where."""

    placed: Placed
    sentence: int
    paragraph: int
    relation: str | None
    told: bool  # whether it goes back to a date with its year, not to the publication
    aside: frozenset[int]  # the relative clauses that it stands in; what follows them does not go on from it


class TimeMemory:
    """Keeps the last times of one text."""

    def __init__(self, text: TimedText) -> None:
        """Nothing has been said yet."""
        self.text = text
        self.memories: list[Memory] = []
        self.before: Memory | None = None
        self.remembered_to = 0  # the lexeme after the expression that memory holds

    def surroundings(self, item: Item, tokens: tuple[int, int], following: Item | None) -> Surroundings:
        """What an expression is to be resolved against."""
        direction = self.text.direction_at(tokens)
        offset = self.text.lexemes[item.first].start
        memory = self.before if self.is_explained_by(item) else self.last_at(tokens[0])
        paragraph = self.text.paragraph_of(offset)
        anchor = memory.placed.interval if memory is not None and paragraph - memory.paragraph <= 1 else None
        return Surroundings(self.text.published, anchor, self.year_lender(item, offset, paragraph, following), direction)

    def is_explained_by(self, item: Item) -> bool:
        """Whether 'three weeks later' stands beside the date that it leads to: 'on 21 February, three weeks later'."""
        counted = isinstance(item.value, Counted) and item.value.origin == "anchored"
        return counted and [lexeme.text for lexeme in self.text.lexemes[self.remembered_to : item.first]] in ([","], ["("])

    def year_lender(self, item: Item, offset: int, paragraph: int, following: Item | None) -> Interval | None:
        """The time whose year a date without one may take: one listed with it, else one said just before."""
        if following is not None and lacks_year(item.value) and not lacks_year(following.value) and self.listed(item, following):
            placed = resolve(following.value, Surroundings())
            if placed is not None:
                return placed.interval
        memory = self.last_at(self.text.token_at(offset))
        if memory is None or memory.paragraph != paragraph or not memory.told:
            return None
        sentence = self.text.sentence_of(self.text.token_at(offset))
        start = memory.placed.interval.start
        reach = FAR_SENTENCES if memory.placed.interval.granularity in ("day", "month") else NEAR_SENTENCES
        if sentence - memory.sentence > reach or start is None:
            return None
        if (
            memory.relation in ("since", "before")
            and self.text.published is not None
            and (self.text.published - start).days > OLD_BOUND
        ):
            return None
        return memory.placed.interval

    def listed(self, item: Item, following: Item) -> bool:
        """Whether only 'and', 'or' or a comma stands between two dates of the same form."""
        between = [lexeme.lower for lexeme in self.text.lexemes[item.last : following.first]]
        both = isinstance(item.value, Calendar) and isinstance(following.value, Calendar)
        return both and 0 < len(between) <= 3 and set(between) <= {"and", "or", ",", "on", "in", "to"}

    def remember(self, item: Item, placed: Placed | None, offset: int, relation: str | None) -> None:
        """Keep a time as the one that 'the previous year' counts from; terms in brackets and windows are none."""
        if placed is None or placed.interval.start is None or placed.interval.end is None or isinstance(item.value, Window):
            return
        if (offset and self.text.text[offset - 1] == "(") or self.is_compared(item):
            return
        paragraph = self.text.paragraph_of(offset)
        sentence = self.text.sentence_of(self.text.token_at(offset))
        token = self.text.token_at(offset)
        before = self.last_at(token)
        told = placed.basis == "explicit" or (placed.basis == "anchored" and before is not None and before.told)
        self.before, self.remembered_to = before, item.last
        aside = asides_of(self.text.parse, token)
        self.memories = [*self.memories[1 - MEMORIES :], Memory(placed, sentence, paragraph, relation, told, aside)]

    def is_compared(self, item: Item) -> bool:
        """Whether a time is only there to compare with: 'against 20 a year earlier'; what follows does not go on from it."""
        match item.value:
            case Counted(sign=-1, origin="anchored") | Same():
                before = self.text.lexemes[max(item.first - COMPARED_WITHIN, 0) : item.first]
                return any(lexeme.lower in COMPARISON for lexeme in before)
            case _:
                return False

    def last_at(self, token: int) -> Memory | None:
        """The time that what is said at a token goes on from: the last one of its sentence that is no aside, else the last."""
        if not self.memories:
            return None
        sentence, around = self.text.sentence_of(token), asides_of(self.text.parse, token)
        near = [memory for memory in self.memories if memory.sentence == sentence and memory.aside <= around]
        return near[-1] if near else self.memories[-1]
