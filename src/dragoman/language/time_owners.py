"""From the expressions of time in a text to the predicates that each belongs to, and of several the ones that are told."""

from collections.abc import Iterable
from typing import Final

from dragoman.language.clauses import FINITE_TAGS, Parse
from dragoman.language.time_governors import governors_of, is_verb, root_of
from dragoman.language.words import Words
from dragoman.model.span import TimeExpression

JOINTS: Final = frozenset({"and", "or", ",", "on", "in", "&"})
TIMES_OF_DAY: Final = frozenset({"at", "dawn", "dusk", "noon", "midnight", "daybreak", "nightfall", "sunrise"})
LONGEST_JOINT: Final = 3
REACH: Final = 8  # tokens before a time in which 'from' and its amount stand


def find_governors(doc: Words, parse: Parse) -> list[tuple[TimeExpression, list[int]]]:
    """Each expression with the predicates whose time it is.

    Of two beside each other the date that tells the relative one takes its place: 'two days later, on 30 December'.
    """
    rows: list[tuple[TimeExpression, list[int]]] = []
    inside = {token: time for time in doc._.times for token in range(time.token_start, time.token_end)}
    for expression in doc._.times:
        governors = governors_of(parse, expression)
        other = next((inside[g] for g in governors if g in inside and inside[g].start != expression.start), None)
        if other is not None:  # 'on 17, 19 and 23 September': the days hang on the month
            governors = governors_of(parse, other)
        if rows and explains(parse, rows[-1][0], expression):
            relative, taken = rows[-1]
            governors = taken if is_relative(relative) or expression.anchor is not None else []
            if is_relative(relative) and expression.time is not None:
                rows[-1] = (relative, [])
        root = root_of(parse, expression.token_start, expression.token_end)
        if is_relative(expression) and parse.deps[root] == "conj" and parse.heads[root] in inside:
            governors = next_clause(parse, expression) or governors
        rows.append((expression, governors))
    return [(expression, of_anchor(parse, expression, governors, rows)) for expression, governors in rows]


def next_clause(parse: Parse, expression: TimeExpression) -> list[int]:
    """The verb after a relative time that 'and' joins to a date: 'on 3 May and the day after, Paris and Rome recognised it'."""
    if expression.token_start == 0 or parse.lowers[expression.token_start - 1] not in ("and", "but"):
        return []
    end = parse.sentences[parse.sentence_of[expression.token_start]][1]
    return [t for t in range(expression.token_end, end) if parse.tags[t] in FINITE_TAGS][:1]


def of_anchor(
    parse: Parse, expression: TimeExpression, governors: list[int], rows: list[tuple[TimeExpression, list[int]]]
) -> list[int]:
    """The event that a date behind it is of: 'arrested three men the day before rebels struck the town, on 3 May'.

    Who was arrested 'the day before' has that for a time, so the date at the end is of the clause that it counts from.
    """
    for counted, taken in rows:
        anchor = counted.anchor
        if anchor is None or counted.duration is None or not is_verb(parse, anchor) or expression.relation is not None:
            continue
        same = parse.sentence_of[anchor] == parse.sentence_of[expression.token_start]
        behind = bool(taken) and taken[0] < counted.token_start < anchor < expression.token_start
        if same and behind and governors[:1] == taken[:1] and "," in parse.lowers[anchor : expression.token_start]:
            return [anchor]
    return governors


def explains(parse: Parse, first: TimeExpression, second: TimeExpression) -> bool:
    """Whether one of two times beside each other is relative and the other tells it: 'two days later, on 30 December'."""
    between = parse.lowers[first.token_end : second.token_start]
    joint = [word for word in between if word not in TIMES_OF_DAY]  # 'a week later, at dawn on 5 June'
    beside = joint[:1] == [","] and len(joint) <= LONGEST_JOINT and set(joint) <= {",", "on", "in"}
    return beside and is_relative(first) != is_relative(second)


def is_relative(expression: TimeExpression) -> bool:
    """Whether a time is counted from another: 'two days later', 'two years on', 'the same day', 'two weeks after the battle'."""
    counted = expression.duration is not None and expression.relation in ("before", "after")
    text = expression.text.lower()
    return counted or text.endswith(("later", "earlier", "before", "after", "afterwards", " on")) or text.startswith("the same ")


def preferred(parse: Parse, times: Iterable[tuple[int, TimeExpression]]) -> list[TimeExpression]:
    """The times that hang on a predicate directly, or else those passed up to it; whole ones before open ones.

    Several are kept where they are listed ('on Feb. 4 and March 8'). None are where each belongs to an amount: 'rose from ten
    million in 2020 to twelve in 2021'.
    """
    rows = sorted(times, key=lambda row: (row[0], is_open(row[1]), row[1].start))
    nearest, first = rows[0]
    others = [time for rank, time in rows[1:] if rank == nearest and not is_open(time) and same_size(first, time)]
    if any(from_amount(parse, first, other) for other in others):
        return []
    chosen = [first]
    for other in others:
        if listed(parse, chosen[-1], other):
            chosen.append(other)
    return chosen


def listed(parse: Parse, first: TimeExpression, second: TimeExpression) -> bool:
    """Whether only 'and' or commas stand between two times."""
    between = parse.lowers[first.token_end : second.token_start]
    return 0 < len(between) <= LONGEST_JOINT and set(between) <= JOINTS


def from_amount(parse: Parse, first: TimeExpression, second: TimeExpression) -> bool:
    """Whether two times stand in 'from … to …' after an amount each."""
    before = parse.lowers[max(first.token_start - REACH, 0) : first.token_start]
    return "from" in before[:-1] and "to" in parse.lowers[first.token_end : second.token_start]


def is_open(expression: TimeExpression) -> bool:
    """Whether a time has an open end."""
    return expression.time is None or expression.time.start is None or expression.time.end is None


def same_size(first: TimeExpression, second: TimeExpression) -> bool:
    """Whether two times are listed: of one granularity, and neither inside the other."""
    if first.time is None or second.time is None:
        return False
    return first.time.granularity == second.time.granularity and first.time.start != second.time.start
