"""Claims of how long a thing lasted beside its first and last date: 'the three-year war, which lasted from 2014 to 2017'."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from dragoman.language.attributes import in_furniture
from dragoman.language.words import Words
from dragoman.model.reading import Claim
from dragoman.model.span import TimeExpression
from dragoman.statements.claim_words import claim_over

REACH: Final = 7  # words between the length and the dates
OPENERS: Final = frozenset({"from", "between"})
LASTING: Final = frozenset({"last", "run", "span", "stretch", "endure", "rage"})
# nouns of what goes on for a time: of a 'ten-year plan' or a 'ten-year low' the dates beside it may tell something else
COURSES: Final = frozenset(
    {
        "blockade", "campaign", "conflict", "confrontation", "fighting", "insurgency", "occupation", "period", "reign", "siege",
        "standoff", "strike", "struggle", "truce", "uprising", "war",
    }
)  # fmt: skip
PASSED_OVER: Final = frozenset({",", "(", "which", "that", "of", "the", "over", "in"})


def find_duration_claims(doc: Words) -> Iterator[Claim]:
    """'The 74-day conflict, from 2 April to 14 June': a length of time right before closed dates of its own."""
    times = sorted(doc._.times, key=lambda t: t.token_start)
    for length, dates in pairwise(times):
        if length.duration is None or length.time is not None or length.relation is not None or not is_range(doc, dates):
            continue
        if of_one_thing(doc, length, dates) and not in_furniture(doc[length.token_start]):
            yield claim_over(
                doc, "duration", length.token_start, dates.token_end - 1,
                said=length.text, duration=length.duration, qualifier=length.qualifier, time=dates.time,
            )  # fmt: skip


def is_range(doc: Words, dates: TimeExpression) -> bool:
    """Whether an expression gives a first and a last date: 'from May to July 1998'."""
    time = dates.time
    return (
        time is not None
        and time.granularity == "range"
        and None not in (time.start, time.end)
        and doc[dates.token_start].lower_ in OPENERS
    )


def of_one_thing(doc: Words, length: TimeExpression, dates: TimeExpression) -> bool:
    """Whether nothing stands between the length and the dates but the thing that lasted and a verb of lasting."""
    between = doc.words[length.token_end : dates.token_start]
    if len(between) > REACH or any(word.is_sent_start for word in between):
        return False
    known = [word for word in between if word.lemma_ in COURSES]
    if "-" in length.text and not known:
        return False
    return all(word.lower_ in PASSED_OVER or word.lemma_ in COURSES | LASTING or word.pos_ == "PROPN" for word in between)
