"""Whether words that look like a time are one where they stand, and how far the expression goes."""

from typing import Final

from dragoman.language.time_discourse import counted_from, is_day_of_month, is_season, is_year, may_be_time_word
from dragoman.language.time_grammar import Item
from dragoman.language.time_meanings import Calendar, Duration, Spread, Vague
from dragoman.language.time_patterns import load_time_grammar
from dragoman.language.time_text import TimedText

SOLAR_YEARS: Final = (1320, 1430)
SOLAR_WORDS: Final = frozenset({"iran", "iranian", "iranians", "tehran", "afghan", "afghanistan", "kabul", "solar", "afghans"})
INSIDE: Final = ("in", "during", "over", "throughout", "for", "within")


def usable(text: TimedText, at: int) -> bool:
    """Whether an ambiguous word may be one of time."""
    lexeme = text.lexemes[at]
    return may_be_time_word(
        text.parse, text.token_at(lexeme.start), text.lexemes, at, load_time_grammar().ambiguous[lexeme.lower]
    )


def trimmed(text: TimedText, item: Item) -> tuple[int, int]:
    """The lexemes of an item without a full stop that ends the sentence and not an abbreviation."""
    last = item.last
    if text.lexemes[last - 1].text == "." and last - 2 >= item.first:
        last -= text.lexemes[last - 2].lower not in load_time_grammar().values["month_short"]
    return item.first, last


def narrowed(text: TimedText, item: Item, first: int, last: int) -> tuple[Item, int]:
    """'Thursday the first' without its ordinal where that belongs to what follows: 'announced Tuesday the first model'."""
    match item.value:
        case Calendar(weekday=int() as weekday, day=int(), month=None):
            token_end = text.token_at(text.lexemes[last - 1].start) + 1
            if not is_day_of_month(text.parse, token_end):
                return item._replace(value=Calendar(weekday=weekday), last=first + 1), first + 1
    return item, last


def accepts(text: TimedText, item: Item, at: int, token_start: int, token_end: int) -> bool:  # noqa: PLR0911  a meaning each
    """Whether the words around let an expression be one."""
    token = token_end - 1
    entity = text.doc[token].ent_type_
    match item.value:
        case Calendar(year=int(), month=None, season=None, quarter=None, half=None, week=None) if item.last - item.first == 1:
            return is_year(text.parse, token, text.lexemes, at, entity)
        case Calendar(year=None, month=None, day=int()):
            return is_day_of_month(text.parse, token_end)
        case Vague():
            after = text.lexemes[item.last] if item.last < len(text.lexemes) else None
            return not (after is not None and after.glued and after.text == "-")
        case Calendar(year=None, season=int()):
            return is_season(text.parse, token_start, token_end)
        case Calendar(year=None, month=int(), day=None) | Calendar(year=None, weekday=int(), month=None):
            return entity not in ("PERSON", "GPE", "WORK_OF_ART") or item.last - item.first > 1
        case Spread(first=Calendar(), last=Calendar()):
            following = text.parse.tags[token_end] if token_end < len(text.parse.tags) else ""
            years = all(
                lexeme.kind != "word" or lexeme.lower in ("from", "to", "between", "and")
                for lexeme in text.lexemes[item.first : item.last]
            )
            return not (years and following == "NNS" and entity != "DATE")
        case _:
            return True


def follows(text: TimedText, token: int, *words: str) -> bool:
    """Whether one of some words stands at a token."""
    return token < len(text.parse) and text.parse.lowers[token] in words


def as_window(text: TimedText, relation: str | None, token: int) -> str | None:
    """'in the two years after the coup' is all that time, 'two years after the coup' the end of it."""
    before = text.parse.lowers[max(token - 2, 0) : token]
    whole = before[-1:] == ["the"] or text.parse.lowers[token] == "the"
    inside = (before[:1] if text.parse.lowers[token] != "the" else before[-1:]) in ([w] for w in INSIDE)
    if not whole or not inside:
        return relation
    return {"after": "within", "following": "within", "before": "within before"}.get(relation or "", relation)


def hangs_alone(text: TimedText, item: Item, token_end: int) -> bool:
    """Whether 'the day' before, 'the eve' of have no event that they count from."""
    if not isinstance(item.value, Duration) or text.lexemes[item.first].lower not in ("the", "eve"):
        return False
    if item.first and text.lexemes[item.first - 1].lower in ("in", "of", "during", "for"):
        return item.value.parts[0][0] not in ("year", "month", "week")  # 'late in the day after falling'
    return item.value.parts[0][1] is not None and counted_from(text.parse, token_end)[1] is None


def is_solar_year(text: TimedText, meaning: Calendar, tokens: tuple[int, int]) -> bool:
    """Whether a year is of the calendar of Iran and Afghanistan: one of the last hundred, in a sentence about them."""
    if meaning.year is None or not SOLAR_YEARS[0] <= meaning.year <= SOLAR_YEARS[1] or meaning != Calendar(year=meaning.year):
        return False
    start, end = text.parse.sentences[text.parse.sentence_of[tokens[0]]]
    return bool(SOLAR_WORDS & set(text.parse.lowers[start:end]))
