"""Times bounded by what is dated: 'before the vote of 3 May', 'in the wake of the coup of 1980', 'by then', 'since then'."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dragoman.language.clauses import Parse
from dragoman.language.time_governors import is_event_noun, is_verb
from dragoman.model.span import TimeExpression

Owned = dict[int, list[TimeExpression]]
AFTER: Final = frozenset({"wake", "aftermath", "heel", "heels", "response", "retaliation", "reprisal"})
AHEAD: Final = frozenset({"run", "up", "runup", "lead", "approach", "prelude", "advance"})


def add_then(parse: Parse, owned: Owned, dated: Sequence[TimeExpression]) -> None:
    """'By then Oman had left', 'since then it has armed': bounded by the time told last, here or in the sentence before."""
    for token in range(1, len(parse)):
        bound = parse.lowers[token - 1]
        if parse.lowers[token] != "then" or bound not in ("by", "since", "until", "till"):
            continue
        verb = parse.heads[token - 1] if parse.heads[token] == token - 1 else parse.heads[token]
        told = [t for t in dated if t.token_end < token and parse.sentence_of[token] - parse.sentence_of[t.token_start] <= 1]
        time = told[-1].time if told else None
        if time is None or not is_verb(parse, verb) or verb in owned:
            continue
        start, end = (time.start, None) if bound == "since" else (None, time.end)
        if start is not None or end is not None:
            placed = replace(time, start=start, end=end, granularity="range", basis="anchored", text=f"{bound} then")
            owned[verb] = [replace(told[-1], time=placed)]


def add_bounds(parse: Parse, owned: Owned) -> None:
    """'since the war began in 2011', 'before the vote of 3 May', 'when rebels took the town in May': bounded by what is dated."""
    for token, times in sorted(owned.items()):
        bound = bound_of(parse, token)
        if not times or bound is None or times[0].time is None or times[0].relation is not None:
            continue
        verb, word = bound
        start, end = times[0].time.start, times[0].time.end
        if verb in owned or not is_verb(parse, verb) or start is None or end is None:
            continue
        if word == "when":
            owned[verb] = times
            continue
        days = (start, None) if word in ("since", "after", "following", "once") else (None, end)
        time = replace(times[0].time, start=days[0], end=days[1], granularity="range", basis="anchored")
        owned[verb] = [replace(times[0], time=time)]


def bound_of(parse: Parse, token: int) -> tuple[int, str] | None:
    """The predicate that a dated clause or event noun bounds, and the word that does; None where it bounds none."""
    head = parse.heads[token]
    if parse.deps[token] == "advcl" and is_verb(parse, token):
        word = parse.mark(token)
        if word == "since" and not is_perfect(parse, head):
            return None  # 'since it joined in 2011, it must pay' tells why
        known = word in ("since", "after", "before", "until", "once", "when")
        return (head, word) if known and not has_length(parse, token) else None
    if parse.deps[token] == "pobj" and is_event_noun(parse, token):
        phrase = bound_of_phrase(parse, head)
        if phrase is not None:
            return phrase
        word = parse.lowers[head]
        known = word in ("since", "after", "before", "until", "following")
        return (parse.heads[head], word) if known and not has_length(parse, head) else None
    return None


def bound_of_phrase(parse: Parse, preposition: int) -> tuple[int, str] | None:
    """The predicate that a phrase of several words bounds: 'in the wake *of*', 'in the run-up *to*', 'ahead *of*'."""
    if parse.lowers[preposition] not in ("of", "to"):
        return None
    noun = parse.heads[preposition]
    if parse.lowers[noun] in ("ahead", "prior"):
        verb = parse.heads[noun]
        return (verb, "before") if is_verb(parse, verb) else None
    words = {parse.lemmas[noun], parse.lowers[noun]}
    above = parse.heads[noun]
    if parse.deps[noun] != "pobj" or not words & (AFTER | AHEAD) or not is_verb(parse, parse.heads[above]):
        return None
    return parse.heads[above], "after" if words & AFTER else "before"


def is_perfect(parse: Parse, verb: int) -> bool:
    """Whether a verb is in a perfect tense."""
    return any(parse.lemmas[c] in ("have", "'ve") for c in parse.children[verb] if parse.deps[c] == "aux")


def has_length(parse: Parse, token: int) -> bool:
    """Whether a length of time stands before the word that bounds: '*two weeks* after the vote' is no bound."""
    return any(parse.deps[c] == "npadvmod" for c in parse.children[token])
