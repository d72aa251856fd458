"""Acts told again without their verb, at another time: 'attacked Croatia in 1991 and *Bosnia the next year*'.

The verb stands once; behind its date stand another party, or another number, and another date. `gaps_of` finds them; who reads
acts makes of each the same act with what is new in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from dragoman.language.event_times import meaning_of, times_of
from dragoman.language.mentions import mention_at
from dragoman.language.time_meanings import Duration
from dragoman.language.time_relations import as_anchored, counted, dated_of
from dragoman.language.times import opened
from dragoman.language.words import Word, Words
from dragoman.model.span import Mention, Time, TimeExpression

Side = Literal["subject", "object", "again"]
PARTIES: Final = frozenset({"country", "organisation", "group", "place", "facility"})
JOINTS: Final = frozenset({",", ";", "and", "but", "then", "while", "also"})
TIME_PREPOSITIONS: Final = frozenset({"in", "on", "by", "only", "during", "since", "from", "until"})
PREPOSITIONS: Final = frozenset({"with", "to", "from", "on", "against", "in", "into", "for", "between"})
LONGEST: Final = 9  # words from the one date to the other
SIGNS: Final = {"after": -1, "before": 1}


@dataclass(frozen=True, slots=True)
class Gap:
    """What is new in an act told again: the party on one side of the verb, or a number, and when."""

    side: Side
    mention: Mention | None
    count: int | None
    time: Time
    end: int


def gaps_of(doc: Words, trigger: Word, *, has_object: bool) -> list[Gap]:
    """The acts that the rest of a trigger's sentence tells without their verb.

    Args:
        doc: The annotated text.
        trigger: A verb or noun of action with a date of its own.
        has_object: Whether the act is done to a party; else a bare name behind the date is of whoever does it.
    """
    own = [t for t in times_of(doc, trigger) if t.time is not None]
    if len(own) != 1:
        return []
    last = own[0]
    found: list[Gap] = []
    for expression in doc._.times:
        if expression.token_start < max(last.token_end, trigger.i) or expression.token_start >= trigger.sent.end:
            continue
        compared = compared_with(doc, expression, own[0])
        if compared is not None:
            found.append(compared)
            continue
        gap = gap_between(doc, max(last.token_end, trigger.i + 1), expression, has_object=has_object)
        if gap is None:
            break
        found.append(gap)
        last = expression
    return found


def gap_between(doc: Words, start: int, expression: TimeExpression, *, has_object: bool) -> Gap | None:
    """What stands between two dates, where it is a joint, a party or number, and no more."""
    if not 2 <= expression.token_start - start <= LONGEST or not ends_there(doc, expression.token_end):
        return None
    first, stop = start, expression.token_start
    while first < stop and doc[first].lower_ in JOINTS:
        first += 1
    joint = [doc[i].lower_ for i in range(start, first)]
    while stop > first and doc[stop - 1].lower_ in TIME_PREPOSITIONS:
        stop -= 1
    time = opened(expression)
    if not joint or first == stop or time is None or expression.duration is not None:
        return None
    number = number_again(doc, first, stop)
    if number is not None:
        return Gap("again", None, number, time, expression.end)
    behind = doc[first].lower_ in PREPOSITIONS
    mention = party_in(doc, first + behind, stop)
    if mention is None:
        return None
    side: Side | None = "object" if behind else side_of(joint, has_object=has_object)
    if side == "subject" and is_town(mention):
        side = "object" if has_object else None  # 'struck Homs on 3 May, *Hama* two days later'
    return Gap(side, mention, None, time, expression.end) if side is not None else None


def side_of(joint: list[str], *, has_object: bool) -> Side | None:
    """Which party is told anew by a bare name; None where it may be either."""
    if not has_object:
        return "subject"
    paused = bool({",", ";"} & set(joint))
    if "and" in joint:
        return None if paused else "object"
    return "subject" if paused or "while" in joint else None


def party_in(doc: Words, start: int, stop: int) -> Mention | None:
    """The one party that some words name, an article before it allowed; None where they say more."""
    if start < stop and doc[start].lower_ == "the":
        start += 1
    found = next((m for i in range(start, stop) if (m := mention_at(doc, doc[i])) is not None), None)
    if found is None or found.token_end != stop or found.token_start not in (start, start - 1):
        return None
    return found if found.category in PARTIES and (found.country or found.entity) else None


def is_town(mention: Mention) -> bool:
    """Whether a mention is of a town, or of something in one, that cannot act."""
    return mention.category in ("place", "facility") or (
        mention.place is not None and mention.place.precision in ("town", "point")
    )


def number_again(doc: Words, start: int, stop: int) -> int | None:
    """'another 18', 'a further six boats', '40 more': how many more."""
    words = [doc[i].lower_ for i in range(start, stop)]
    if words in (["another"], ["one", "more"], ["a", "second"], ["a", "third"]):
        return 1
    if not ({"another", "further", "more", "additional", "others"} & set(words)) or len(words) > 5:
        return None
    if any(doc[i].pos_ in ("VERB", "AUX", "PROPN", "ADP") for i in range(start, stop)):
        return None
    for quantity in doc._.quantities:
        if start <= quantity.token_start < stop and quantity.value is not None and quantity.value == int(quantity.value):
            return int(quantity.value)
    return next((int(word) for word in words if word.isdigit()), None)


def ends_there(doc: Words, at: int) -> bool:
    """Whether what is told without a verb is over at a token."""
    return at >= len(doc) or doc[at].is_punct or doc[at].lower_ in ("and", "but", "while")


def compared_with(doc: Words, expression: TimeExpression, own: TimeExpression) -> Gap | None:
    """Another who did it, by whose act the date is told: 'on 3 May, *the same day as Togo*', 'in 2004, *a year after Malta*'."""
    at = expression.token_end
    if expression.text.lower().startswith("the same ") and at + 1 < len(doc) and doc[at].lower_ == "as":
        party = named_at(doc, at + 1)
        time = own.time if party is not None else None
    else:
        anchor = expression.anchor
        sign = SIGNS.get(expression.relation or "")
        meaning = meaning_of(doc, expression)
        if anchor is None or sign is None or own.time is None or not isinstance(meaning, Duration):
            return None
        party = named_at(doc, anchor)
        dated = counted(dated_of(own.time), meaning, sign) if party is not None else None
        time = as_anchored(dated, expression.text) if dated is not None else None
    if party is None or time is None:
        return None
    return Gap("subject", party, None, time, max(expression.end, party.end))


def named_at(doc: Words, at: int) -> Mention | None:
    """The state or body named at a token, where the phrase is no more than its name and no town that stands for a treaty."""
    mention = mention_at(doc, doc[at])
    if mention is None or mention.category not in ("country", "organisation", "group"):
        return None
    if is_town(mention):
        return None
    return mention if ends_there(doc, mention.token_end) else None


def followers(doc: Words, sentence_of: Word) -> Iterator[Word]:
    """The verbs of the sentence of a word, and of the next, that say no more than 'did it too': 'Peru *followed* suit in May'."""
    end = sentence_of.sent.end
    end = doc[end].sent.end if end < len(doc) else end
    for word in doc[sentence_of.i + 1 : end]:
        objects = {c.lower_ for c in word.children if c.dep_ in ("dobj", "advmod")}
        if word.i + 1 < end and doc[word.i + 1].lower_ in ("so", "likewise"):
            objects.add("so")
        if (word.lemma_ == "follow" and "suit" in objects) or (word.lemma_ == "do" and objects & {"same", "likewise", "so"}):
            yield word
