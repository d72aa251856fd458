"""The component dragoman_event_times: the time of the event or state that a predicate denotes, chosen by syntax.

`doc._.event_times` holds the predicates that have a time of their own. `time_of` also finds the time that a predicate shares
with another: a second verb, a participle, the noun of a support verb. None is better than a time that is only near.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.language.clauses import Parse, index_of, parse_of
from dragoman.language.time_anchors import anchored
from dragoman.language.time_governors import governors_of, is_event_noun, is_verb, word_list
from dragoman.language.times import opened
from dragoman.language.words import Word, Words, words_of
from dragoman.model.span import TimeExpression

KEY: Final = "dragoman_times_of"  # in doc.user_data: all times of a predicate, where a list gives it several
JOINTS: Final = frozenset({"and", "or", ",", "on", "in", "&"})
LONGEST_JOINT: Final = 3
REACH: Final = 8  # tokens before a time in which 'from' and its amount stand
MAX_STEPS: Final = 5  # from a predicate to the one whose time it shares


@Language.component("dragoman_event_times", requires=["doc._.times"], assigns=["doc._.event_times"])
def add_event_times(doc: Doc) -> Doc:
    """Give each predicate that has a time of its own that time."""
    words = words_of(doc)
    owned = find_owned_times(words)
    words.user_data[KEY] = owned
    words._.event_times = {token: times[0] for token, times in owned.items()}
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


# -------------------------------------------------------------------------------------------------- times of one's own
def find_owned_times(doc: Words) -> dict[int, list[TimeExpression]]:
    """For each predicate the times that stand with it in its clause, the one to be preferred first."""
    parse = parse_of(doc)
    found: dict[int, list[tuple[int, TimeExpression]]] = {}
    counted: list[tuple[list[int], TimeExpression]] = []
    for expression, governors in find_governors(doc, parse):
        if expression.time is not None:
            placed = replace(expression, time=opened(expression))
            for rank, governor in enumerate(governors):
                found.setdefault(governor, []).append((rank, placed))
        elif expression.anchor is not None:
            counted.append((outside(parse, governors, expression.anchor), expression))
    owned = {token: chosen for token, times in sorted(found.items()) if (chosen := preferred(parse, times))}
    add_periods(parse, owned)
    for governors, expression in counted:
        dated = {token: times[0] for token, times in owned.items()}
        resolved = anchored(parse, expression, dated)
        if resolved is not None:
            for governor in governors:
                owned.setdefault(governor, [resolved])
    return owned


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
            governors = taken if is_relative(relative) else []
            if is_relative(relative) and expression.time is not None:
                rows[-1] = (relative, [])
        rows.append((expression, governors))
    return rows


def explains(parse: Parse, first: TimeExpression, second: TimeExpression) -> bool:
    """Whether one of two times beside each other is relative and the other tells it: 'two days later, on 30 December'."""
    between = parse.lowers[first.token_end : second.token_start]
    beside = between[:1] == [","] and len(between) <= LONGEST_JOINT and set(between) <= {",", "on", "in"}
    return beside and is_relative(first) != is_relative(second)


def is_relative(expression: TimeExpression) -> bool:
    """Whether a time is counted from another: 'two days later', 'two weeks after the battle'."""
    counted = expression.duration is not None and expression.relation in ("before", "after")
    return counted or expression.text.endswith(("later", "earlier", "before", "after"))


def outside(parse: Parse, governors: list[int], anchor: int) -> list[int]:
    """The predicates that a counted duration dates: never the event that it counts from, but the one above it."""
    return [parse.heads[g] if g == anchor else g for g in governors if g != anchor or parse.heads[g] != g]


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


def add_periods(parse: Parse, owned: dict[int, list[TimeExpression]]) -> None:
    """'During the war (1992-97) they met': a verb takes the time of the event that it happened in."""
    for noun, times in list(owned.items()):
        if is_verb(parse, noun) or parse.deps[noun] != "pobj":
            continue
        preposition = parse.heads[noun]
        verb = parse.heads[preposition]
        if parse.lowers[preposition] in word_list("inside") and is_verb(parse, verb):
            event = is_event_noun(parse, noun) or parse.lowers[preposition] in ("during", "throughout", "amid")
            if event and verb not in owned:
                owned[verb] = times


# -------------------------------------------------------------------------------------------------- times of others
def lender_of(parse: Parse, token: int, owned: dict[int, list[TimeExpression]]) -> int | None:  # noqa: PLR0911  a case each
    """The predicate whose time a predicate without one shares; None where it shares none."""
    head, dep = parse.heads[token], parse.deps[token]
    if head == token:
        return last_joined(parse, token, owned)
    if not is_verb(parse, token):
        return lender_of_noun(parse, token)
    if dep == "conj":
        return head if is_verb(parse, head) and opens_clause(head, owned) and same_tense(parse, token, head) else None
    if dep == "xcomp":
        return head if parse.lemmas[head] not in word_list("ahead") else None
    if dep in ("advcl", "relcl"):
        return head if (dep == "advcl" or opens_with_when(parse, token)) and shares_time(parse, token) else None
    if dep in ("aux", "auxpass"):
        return head
    if dep == "ccomp" and parse.lemmas[head] in ("help", "let", "make", "have"):
        return head
    return last_joined(parse, token, owned)


def last_joined(parse: Parse, token: int, owned: dict[int, list[TimeExpression]]) -> int | None:
    """The last verb joined to this one, where the time stands at the end: 'visited Kabul and met Karzai on Monday'."""
    joined = next((c for c in parse.children[token] if parse.deps[c] == "conj" and is_verb(parse, c)), None)
    if joined is None or not is_verb(parse, token) or not same_tense(parse, token, joined):
        return None
    own_subject = any(parse.deps[c] in ("nsubj", "nsubjpass") for c in parse.children[joined])
    times = owned.get(joined)
    return joined if times is not None and not own_subject and times[0].token_start > joined else None


def opens_clause(verb: int, owned: dict[int, list[TimeExpression]]) -> bool:
    """Whether the time of a verb stands before it, over all that is joined to it; unknown times pass."""
    times = owned.get(verb)
    return times is None or times[0].token_start < verb


def same_tense(parse: Parse, first: int, second: int) -> bool:
    """Whether two joined verbs are of one tense: 'attacked and fled', not 'bought and has clashed'."""

    def helpers(verb: int) -> frozenset[str]:
        return frozenset(parse.lemmas[c] for c in parse.children[verb] if parse.deps[c] == "aux")

    own = helpers(first) or helpers(second)
    return parse.tags[first] == parse.tags[second] and (helpers(first) == helpers(second) or not (own and helpers(first)))


def opens_with_when(parse: Parse, verb: int) -> bool:
    """Whether a clause that the parser took for a relative one begins with 'when'."""
    return any(parse.lowers[c] == "when" and c < verb for c in parse.children[verb])


def shares_time(parse: Parse, verb: int) -> bool:
    """Whether an adverbial clause happens with its main clause: '…, killing ten', 'when Dushanbe cited', 'met to discuss'."""
    words = {parse.lowers[c] for c in parse.children[verb] if parse.deps[c] in ("mark", "advmod", "aux")}
    if words & {"if", "unless", "before", "after", "since", "until", "although", "though", "because", "will", "would", "could"}:
        return False
    if parse.tags[verb] == "VBG":
        return True
    return "to" in words or "when" in words


def lender_of_noun(parse: Parse, token: int) -> int | None:
    """The verb whose time the noun of an event shares: 'an explosion occurred', 'carried out an attack'."""
    head, dep = parse.heads[token], parse.deps[token]
    if dep in ("acomp", "attr", "oprd") and is_verb(parse, head):
        return head
    if dep == "conj" and not is_verb(parse, head):
        return head
    if dep in ("dobj", "nsubj", "nsubjpass") and is_verb(parse, head) and parse.lemmas[head] in word_list("occurrence"):
        return head
    return None
