"""Claims about dates themselves: the weekday of a date, and an act with a date of its own that is told as done."""

from collections.abc import Iterator
from typing import Final

from dragoman.language.attributes import document_of, in_furniture
from dragoman.language.clauses import parse_of
from dragoman.language.factuality import standing_of
from dragoman.language.words import Word, Words
from dragoman.model.reading import Claim
from dragoman.model.span import TimeExpression
from dragoman.statements.claim_words import claim_over

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
BETWEEN: Final = frozenset({",", "the", "("})  # what may stand between a weekday and its date
REACH: Final = 2
# before a date that is an aim or a bound and not the day of the act: 'offered tanks *for* 2031'
ONWARD: Final = frozenset({"for", "by", "until", "till", "through", "to", "before", "from", "as"})
PAST_AUXILIARIES: Final = frozenset({"was", "were", "had"})


def find_weekday_claims(doc: Words) -> Iterator[Claim]:
    """'Friday, 14 March 2023': a date whose year the text gives, with the name of a day beside it."""
    for expression in doc._.times:
        if not is_certain_day(expression) or in_furniture(doc[expression.token_start]):
            continue
        named = weekday_of(doc, expression)
        if named is not None:
            first = min(named.i, expression.token_start)
            yield claim_over(
                doc, "weekday", first, expression.token_end - 1, time=expression.time, weekday=WEEKDAYS.index(named.lower_)
            )


def is_certain_day(expression: TimeExpression) -> bool:
    """Whether an expression is one day whose year is not the reader's guess."""
    time = expression.time
    return time is not None and time.granularity == "day" and time.basis != "published" and time.start == time.end is not None


def weekday_of(doc: Words, expression: TimeExpression) -> Word | None:
    """The name of a day in an expression with a date, or right before it."""
    inside = doc.words[expression.token_start : expression.token_end]
    if not any(word.text[:1].isdigit() for word in inside):
        return None  # the name alone, or 'the following Monday': there is no date beside it
    names = [word for word in inside if word.lower_ in WEEKDAYS]
    if names:
        return names[0] if len(names) == 1 else None
    for i in range(expression.token_start - 1, max(expression.token_start - 1 - REACH, -1), -1):
        if doc[i].lower_ in WEEKDAYS:
            return doc[i]
        if doc[i].lower_ not in BETWEEN:
            return None
    return None


def find_done_claims(doc: Words) -> Iterator[Claim]:
    """'The treaty entered into force on 3 May 2031': an act in the past tense with a date that the text gives in full."""
    published = document_of(doc).published
    if published is None:
        return
    for token, expression in sorted(doc._.event_times.items()):
        word, time = doc[token], expression.time
        if time is None or time.basis != "explicit" or time.start is None or time.start <= published.isoformat():
            continue
        before = doc[expression.token_start - 1].lower_ if expression.token_start else ""
        if before not in ONWARD and is_told_as_done(doc, word) and not in_furniture(word):
            first, last = min(token, expression.token_start), max(token, expression.token_end - 1)
            yield claim_over(doc, "done", first, last, time=time)


def is_told_as_done(doc: Words, word: Word) -> bool:
    """Whether a verb in the past tense tells an act as a fact: no plan, condition, hope or denial."""
    if word.tag_ != "VBD" and not (word.tag_ == "VBN" and any(c.lower_ in PAST_AUXILIARIES for c in word.children)):
        return False
    if parse_of(doc).mark(word.i) in ("if", "unless", "until", "before"):
        return False
    standing = standing_of(doc, word)
    factuality = standing.factuality
    return standing.realis == "actual" and (factuality.polarity, factuality.certainty) == ("positive", "certain")
