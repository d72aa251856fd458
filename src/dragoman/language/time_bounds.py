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


def add_clefts(parse: Parse, owned: Owned) -> None:
    """'It was only in 1974 that Malta *expelled* them': the time is that of what is told after 'that'."""
    for token, times in sorted(owned.items()):
        subjects = [parse.lowers[c] for c in parse.children[token] if parse.deps[c] in ("nsubj", "expl")]
        if not times or parse.lemmas[token] != "be" or subjects != ["it"] or times[0].token_start < token:
            continue
        end = times[0].token_end
        clauses = [c for c in told_under(parse, token) if c > end and parse.deps[c] in ("ccomp", "relcl", "advcl", "acl")]
        that = [c for c in clauses if any(parse.lowers[m] in ("that", "when") and m < c for m in parse.children[c])]
        if that:
            owned.setdefault(that[0], times)


def told_under(parse: Parse, token: int) -> list[int]:
    """What hangs on a word, and on what hangs on it."""
    near = list(parse.children[token])
    return near + [g for c in near for g in (*parse.children[c], *(h for k in parse.children[c] for h in parse.children[k]))]


def add_then(parse: Parse, owned: Owned, dated: Sequence[TimeExpression]) -> None:
    """'By then Oman had left', 'since then it has armed': bounded by the time told last, here or in the sentence before."""
    for token in range(1, len(parse)):
        bound, verb = bound_by_then(parse, token)
        if bound is None:
            continue
        told = [t for t in dated if t.token_end < token and parse.sentence_of[token] - parse.sentence_of[t.token_start] <= 1]
        time = told[-1].time if told else None
        if time is None or not is_verb(parse, verb) or verb in owned:
            continue
        start, end = (time.start, None) if bound == "since" else (None, time.end)
        if start is not None or end is not None:
            placed = replace(
                time,
                start=start,
                end=end,
                granularity="range",
                basis="anchored",
                text="since" if parse.lowers[token] == "since" else f"{bound} then",
            )
            owned[verb] = [replace(told[-1], time=placed)]


def bound_by_then(parse: Parse, token: int) -> tuple[str | None, int]:
    """The word that bounds, and the verb: 'by *then*', 'has *since* left', 'have been bad ever *since*'."""
    head = parse.heads[token]
    if parse.lowers[token] == "then" and parse.lowers[token - 1] in ("by", "since", "until", "till"):
        return parse.lowers[token - 1], parse.heads[token - 1] if head == token - 1 else head
    alone = parse.lowers[token] == "since" and not any(c > token for c in parse.children[token])
    if not alone or parse.deps[token] not in ("advmod", "prep"):
        return None, head
    return ("since", head) if is_verb(parse, head) and is_perfect(parse, head) else (None, head)


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
    around = clause_of_time(parse, token)
    if around is not None:
        return around
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


def clause_of_time(parse: Parse, token: int) -> tuple[int, str] | None:
    """'By the time it *joined* in 1989, they had left', 'since *breaking* with Rome in 1980, it has armed'."""
    head = parse.heads[token]
    if parse.deps[token] == "pcomp" and parse.tags[token] == "VBG":
        word, verb = parse.lowers[head], parse.heads[head]
        known = word in ("since", "after", "before", "until", "following") and is_verb(parse, verb)
        return (verb, word) if known and not has_length(parse, head) else None
    if parse.deps[token] not in ("relcl", "acl", "advcl") or parse.lemmas[head] not in ("time", "moment"):
        return None
    preposition = parse.heads[head]
    verb = parse.heads[preposition]
    bound = {"by": "before", "until": "before", "at": "when", "from": "after"}.get(parse.lowers[preposition])
    return (verb, bound) if bound is not None and is_verb(parse, verb) else None


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
