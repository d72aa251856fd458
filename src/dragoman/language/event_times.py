"""The component dragoman_event_times: the time of the event or state that a predicate denotes, chosen by syntax.

`doc._.event_times` holds the predicates that have a time of their own. `time_of` also finds the time that a predicate shares
with another: a second verb, a participle, the noun of a support verb. None is better than a time that is only near.
"""

from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.language.clauses import Parse, index_of, parse_of
from dragoman.language.time_bounds import add_clefts, add_then
from dragoman.language.time_clauses import add_clause_times, add_same_units
from dragoman.language.time_lenders import lender_of
from dragoman.language.time_meanings import Meaning
from dragoman.language.time_owners import find_governors, preferred
from dragoman.language.time_timeline import Timeline, outside
from dragoman.language.times import MEANINGS
from dragoman.language.words import Word, Words, words_of
from dragoman.model.span import TimeExpression

KEY: Final = "dragoman_times_of"  # in doc.user_data: all times of a predicate, where a list gives it several
ROUNDS: Final = 4  # how long a chain of times may be that count from each other
MAX_STEPS: Final = 5  # from a predicate to the one whose time it shares


@Language.component("dragoman_event_times", requires=["doc._.times"], assigns=["doc._.event_times"])
def add_event_times(doc: Doc) -> Doc:
    """Give each predicate that has a time of its own that time."""
    words = words_of(doc)
    owned = find_owned_times(words)
    words.user_data[KEY] = owned
    words._.event_times = {token: times[0] for token, times in owned.items() if times}
    return doc


def time_of(doc: Words, token: Word | int) -> TimeExpression | None:
    """The time of the event that a predicate denotes; None where the text gives none.

    Args:
        doc: A text that has been through the component.
        token: A verb, a noun of action or an adjective, or its index.

    Returns:
        The expression; its `time` is opened ('since 1991' has no end) and, for 'one month after the embargo expired', computed.
    """
    times = times_of(doc, token)
    return times[0] if times else None


def times_of(doc: Words, token: Word | int) -> list[TimeExpression]:
    """All times of an event, in the order of the text: 'On Feb. 4 and March 8, two explosions occurred' has two."""
    owned: dict[int, list[TimeExpression]] = doc.user_data.get(KEY, {})
    if not owned:
        return []
    parse = parse_of(doc)
    seen: set[int] = set()
    at: int | None = index_of(token)
    for _ in range(MAX_STEPS):
        if at is None or at in seen:
            return []
        if at in owned:
            return owned[at]
        seen.add(at)
        at = lender_of(parse, at, owned)
    return []


def meaning_of(doc: Words, expression: TimeExpression) -> Meaning | None:
    """What an expression means before it is placed on the calendar."""
    meanings: dict[int, Meaning] = doc.user_data.get(MEANINGS, {})
    return meanings.get(expression.token_start)


# -------------------------------------------------------------------------------------------------- times of one's own
def find_owned_times(doc: Words) -> dict[int, list[TimeExpression]]:
    """For each predicate the times that stand with it in its clause, the one to be preferred first.

    An empty list is a predicate whose time is told and cannot be placed ('several weeks later'): it shares no other's.
    """
    parse = parse_of(doc)
    timeline = Timeline(doc, parse, find_governors(doc, parse))
    owned = owned_now(parse, timeline)
    for _ in range(ROUNDS):
        if not timeline.learn(owned):
            break
        owned = owned_now(parse, timeline)
    for expression, governors in timeline.rows:
        if timeline.is_undated(expression):
            for governor in outside(parse, governors, -1 if expression.anchor is None else expression.anchor)[:1]:
                owned.setdefault(governor, [])
    return owned


def owned_now(parse: Parse, timeline: Timeline) -> dict[int, list[TimeExpression]]:
    """The times of predicates by what is known so far; a date of its own goes before a time counted from an event."""
    found: dict[int, list[tuple[int, TimeExpression]]] = {}
    counted: list[tuple[int, TimeExpression]] = []
    dated: list[TimeExpression] = []
    for expression, governors in timeline.rows:
        placed = timeline.placed(expression)
        if placed is None:
            continue
        dated.append(placed)
        if timeline.is_counted(expression) and expression.anchor is not None:
            counted += [(governor, placed) for governor in outside(parse, governors, expression.anchor)]
        else:
            for rank, governor in enumerate(governors):
                found.setdefault(governor, []).append((rank, placed))
    owned = {token: chosen for token, times in sorted(found.items()) if (chosen := preferred(parse, times))}
    add_same_units(parse, owned, dated)
    for governor, expression in counted:
        owned.setdefault(governor, [expression])
    for anchor, (_, expression) in sorted(timeline.inferred.items()):
        owned.setdefault(anchor, [expression])
    add_clause_times(parse, owned)
    add_clefts(parse, owned)
    add_then(parse, owned, dated)
    return owned
