"""Claims of how long lies between two dated things: 'two months before Iran opened the factory', 'two weeks later, on 12 May'."""

from collections.abc import Iterator
from typing import Final

from dragoman.language.act_times import time_of_act
from dragoman.language.attributes import document_of, in_furniture
from dragoman.language.event_times import time_of
from dragoman.language.syntax import is_verbal
from dragoman.language.words import Word, Words
from dragoman.model.reading import Claim
from dragoman.model.span import Time, TimeExpression

MAX_DISTANCE: Final = 90  # tokens back to the date that an interval is counted from
RELATIVE_WORDS: Final = frozenset({"later", "after", "afterwards", "earlier", "before", "previously", "following", "next"})


def find_interval_claims(doc: Words) -> Iterator[Claim]:
    """All claims of an interval between two dates that the text gives."""
    for expression in doc._.times:
        if expression.duration is None and expression.relation is None and not says_later(expression):
            continue
        if in_furniture(doc[expression.token_start]):
            continue
        if expression.relation in ("before", "after") and expression.anchor is not None:
            yield from anchored_claim(doc, expression)
        elif says_later(expression):
            yield from dated_again(doc, expression)
        elif expression.duration is not None:
            yield from days_apart(doc, expression)


def says_later(expression: TimeExpression) -> bool:
    """Whether an expression counts from an earlier time: 'three weeks later'."""
    return any(word in RELATIVE_WORDS for word in expression.text.lower().split())


def anchored_claim(doc: Words, expression: TimeExpression) -> Iterator[Claim]:
    """'On 10 February, two months before Iran opened the factory': the clause's own date, the anchor's date, the interval."""
    anchor = doc[expression.anchor or 0]
    own = own_date(doc, expression, anchor)
    other = time_of_act(doc, anchor, lambda act: time_of(doc, act))
    if own is None or other is None or own is other or own.text == expression.text:
        return
    last = max(expression.token_end - 1, anchor.right_edge.i)
    yield claim(doc, expression, own, other, first=expression.token_start, last=last, act=clause_words(doc, anchor))


def own_date(doc: Words, expression: TimeExpression, anchor: Word) -> Time | None:
    """The date that the clause beside the interval gives: right before it ('On 10 May, two weeks before'), or its verb's."""
    # what stands before the interval is not of the anchor's clause, wherever the parser hung it
    inside = {t.i for t in anchor.subtree if t.i >= expression.token_start}
    dates: list[TimeExpression] = [
        t
        for t in doc._.times
        if t.time is not None and t.duration is None and doc[t.token_start].sent == doc[expression.token_start].sent
    ]
    before = [t for t in dates if t.token_end <= expression.token_start and t.token_start not in inside]
    near = [t for t in before if expression.token_start - t.token_end <= 2]
    if near:
        return near[-1].time
    for head in doc[expression.token_start].ancestors:
        if is_verbal(head) and head.i not in inside:
            found = time_of(doc, head)
            if found is not None and found.duration is None and found.time is not None and found.token_start not in inside:
                return found.time
    return before[-1].time if len(before) == 1 else None


def dated_again(doc: Words, expression: TimeExpression) -> Iterator[Claim]:
    """An interval counted from the time told before, beside a date of its own.

    'Three weeks later, on 12 January 2024' and 'on 21 February, three weeks later'.
    """
    if expression.time is None or expression.time.basis == "published":
        return
    dates = [t for t in doc._.times if t.time is not None and t.duration is None and not says_later(t) and is_fine(t.time)]
    after = [
        t
        for t in dates
        if 0 < t.token_start - expression.token_end <= 3 and same_clause(doc, expression.token_end, t.token_start)
    ]
    before = [
        t
        for t in dates
        if 0 < expression.token_start - t.token_end <= 2 and same_clause(doc, t.token_end, expression.token_start)
    ]
    own = after[0] if after else before[-1] if before else None
    earlier = [t for t in dates if own is not None and t.token_end <= min(own.token_start, expression.token_start)]
    if own is None or not earlier or own.token_start - earlier[-1].token_end > MAX_DISTANCE:
        return
    if own.time is not None and earlier[-1].time is not None:
        first, last = min(own.token_start, expression.token_start), max(own.token_end, expression.token_end) - 1
        yield claim(doc, expression, own.time, earlier[-1].time, first=first, last=last, act="")


def is_fine(time: Time) -> bool:
    """Whether a time is a day or a month: years are too coarse to count weeks between."""
    return time.granularity in ("day", "month")


def same_clause(doc: Words, start: int, end: int) -> bool:
    """Whether only commas and prepositions stand between two times."""
    return all(t.is_punct or t.dep_ == "prep" or t.is_space or t.lower_ in ("on", "in", "the") for t in doc[start:end])


def days_apart(doc: Words, expression: TimeExpression) -> Iterator[Claim]:
    """'on 22 November and 12 December, less than three weeks apart': the interval between the two dates told last."""
    end = expression.token_end
    if end >= len(doc) or doc[end].lower_ != "apart":
        return
    sentence = doc[expression.token_start].sent
    dates = [
        t
        for t in doc._.times
        if sentence.start <= t.token_start < expression.token_start and t.time is not None and t.duration is None
    ]
    if len(dates) == 2 and dates[0].time is not None and dates[1].time is not None:
        yield claim(doc, expression, dates[1].time, dates[0].time, first=dates[0].token_start, last=end, act="")


def clause_words(doc: Words, act: Word) -> str:
    """The words of the clause that an interval is counted from."""
    span = doc[act.left_edge.i : act.right_edge.i + 1]
    return document_of(doc).text[span.start_char : span.end_char]


def claim(doc: Words, expression: TimeExpression, own: Time, other: Time, *, first: int, last: int, act: str) -> Claim:
    """The claim with both dates."""
    span = doc[first : last + 1]
    parts = {
        "said": expression.text,
        "duration": expression.duration,
        "qualifier": expression.qualifier,
        "own": own,
        "other": other,
        "act": act,
    }
    text = document_of(doc).text[span.start_char : span.end_char]
    return Claim(kind="interval", start=span.start_char, end=span.end_char, text=text, parts=tuple(parts.items()))
