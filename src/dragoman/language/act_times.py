"""The date of an act that is told twice, and times counted from it: 'one month after the *expiration* of the embargo'."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable
from functools import cache
from typing import Final

from dragoman.language.syntax import find_objects, find_subjects, is_verbal
from dragoman.language.words import Word, Words
from dragoman.model.closed_lists import Granularity
from dragoman.model.span import Time, TimeExpression
from dragoman.reference.rule_files import load_word_lists

DURATION: Final = re.compile(r"P(\d+)([DWMY])")
ENDINGS: Final = frozenset({"end", "finish"})
LOOK_BACK: Final = 3000  # tokens; an act told further back is another story


@cache
def act_groups() -> dict[str, str]:
    """Lemma → the name of its group in `rules/same_act.toml`: 'inaugurate' and 'open' are one act."""
    groups = load_word_lists("dragoman.language.rules", "same_act.toml")
    return {lemma: name for name, lemmas in sorted(groups.items()) for lemma in lemmas}


def time_of_act(doc: Words, act: Word, find: Callable[[Word], TimeExpression | None]) -> Time | None:
    """The date of an act by its own words, else by an earlier telling of the same act with a noun in common.

    Args:
        doc: The annotated text.
        act: A verb or noun of action.
        find: How the time of a predicate is found.
    """
    act = whole_of(act)
    own = dated(find(act))
    if own is not None:
        return own
    nouns = argument_lemmas(act)
    refers_back = not nouns and any(c.dep_ == "det" and c.lower_ in ("the", "that", "this") for c in act.children)
    told = [t for t in earlier_tellings(doc, act) if refers_back or nouns & argument_lemmas(t)]
    # 'the visit' is the one told last; an act with its object is best dated where it was told first
    times = (dated(find(token)) for token in (reversed(told) if refers_back else told))
    return next((time for time in times if time is not None), None)


def whole_of(act: Word) -> Word:
    """The event that a verb of ending ends: 'two weeks after the *battle* had ended' counts from the battle's last day."""
    if act.lemma_.lower() not in ENDINGS or not is_verbal(act):
        return act
    return next((t for t in find_subjects(act) if t.lemma_.lower() in act_groups()), act)


def earlier_tellings(doc: Words, act: Word) -> list[Word]:
    """The verbs and nouns of the same act that stand before it."""
    group = group_of(act)
    return [t for t in doc[max(act.i - LOOK_BACK, 0) : act.i] if t.pos_ in ("VERB", "NOUN") and group_of(t) == group]


def dated(expression: TimeExpression | None) -> Time | None:
    """The time of an expression that is a date."""
    return expression.time if expression is not None and expression.duration is None else None


def group_of(act: Word) -> str:
    """The name of an act, the same for its verbs and nouns."""
    lemma = act.lemma_.lower()
    return act_groups().get(lemma, lemma)


def argument_lemmas(act: Word) -> set[str]:
    """The lemmas of what an act is done to, of what does it, and of what stands after 'of' where it is a noun."""
    if is_verbal(act):
        heads = find_objects(act) + find_subjects(act)
    else:
        heads = [t for c in act.children if c.dep_ == "prep" for t in c.children] + [c for c in act.children if c.dep_ == "poss"]
    return {group_of(h) for h in heads}  # 'the pact' may be told as 'an agreement'


def shifted_time(expression: TimeExpression, time: Time) -> Time | None:
    """The time a duration before or after another; None where the duration has no number ('several weeks')."""
    match = DURATION.fullmatch(expression.duration or "")
    if match is None or time.start is None or time.end is None:
        return None
    number, unit = int(match.group(1)), match.group(2)
    sign = -1 if expression.relation == "before" else 1
    start, end = (shift(dt.date.fromisoformat(d), sign * number, unit) for d in (time.start, time.end))
    granularity: Granularity = time.granularity
    vague = expression.qualifier is not None or unit in "MY"
    if unit in "MY" and granularity == "day" and expression.qualifier is not None:
        start, end, granularity = start.replace(day=1), end.replace(day=monthrange(end.year, end.month)[1]), "month"
    elif unit == "M" and vague and granularity == "month":
        end = end.replace(day=monthrange(end.year, end.month)[1])
    return Time(start=start.isoformat(), end=end.isoformat(), granularity=granularity, text=expression.text, basis="anchored")


def shift(day: dt.date, number: int, unit: str) -> dt.date:
    """A day some units later; in a shorter month its last day."""
    if unit in "DW":
        return day + dt.timedelta(days=number * (7 if unit == "W" else 1))
    months = day.year * 12 + day.month - 1 + number * (12 if unit == "Y" else 1)
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
