"""From an expression of time to the predicates whose time it is, by the parse: adverbials, prepositions, brackets, modifiers."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from dragoman.language.clauses import Parse
from dragoman.model.span import TimeExpression
from dragoman.reference.rule_files import load_word_lists

PREPOSITIONS: Final = frozenset({"prep", "pcomp", "agent"})
STOPS: Final = frozenset({"nsubj", "nsubjpass", "relcl", "acl", "appos", "ccomp", "csubj", "ROOT", "poss"})
PREMODIFIERS: Final = frozenset({"nummod", "compound", "amod", "nmod", "poss"})
MAX_CLIMB: Final = 8
VERBS: Final = ("VB", "MD")


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of words from `rules/times_events.toml`."""
    return load_word_lists("dragoman.language.rules", "times_events.toml")[name]


def is_verb(parse: Parse, token: int) -> bool:
    """Whether a token is tagged as a verb."""
    return parse.tags[token].startswith(VERBS)


def is_event_noun(parse: Parse, token: int) -> bool:
    """Whether a noun denotes an event."""
    return parse.lemmas[token] in word_list("events") and not is_verb(parse, token)


def root_of(parse: Parse, start: int, end: int) -> int:
    """The token of a span whose head stands outside it."""
    for token in range(start, end):
        if not start <= parse.heads[token] < end or parse.heads[token] == token:
            return token
    return end - 1


def governors_of(parse: Parse, expression: TimeExpression) -> list[int]:
    """The tokens whose time an expression is, the nearest first; empty where the parse leaves it alone.

    A bracket keeps a time to the noun before it.
    """
    root = root_of(parse, expression.token_start, expression.token_end)
    for _ in range(4):  # 'On Feb. 4 and March 8': the second hangs on the first
        if parse.deps[root] == "conj" and parse.heads[root] < root and not is_verb(parse, parse.heads[root]):
            root = parse.heads[root]
    if in_brackets(parse, expression.token_start) or in_brackets(parse, root):
        noun = noun_before(parse, expression.token_start)
        return [] if noun is None else [noun, *event_around(parse, noun)]
    head = parse.heads[root]
    if head == root:
        return []
    if parse.deps[root] in PREMODIFIERS and head >= expression.token_end and not is_verb(parse, head):
        verb = verb_of_preposition(parse, expression.token_start - 1)
        return [head] if verb is None else list(climb(parse, verb, expression))
    preposition = None
    while (parse.deps[root] in ("pobj", "pcomp") or is_function_word(parse, head)) and not is_verb(parse, head):
        preposition = head if preposition is None else preposition
        if parse.heads[head] == head:
            return []
        root, head = head, parse.heads[head]
    return list(climb(parse, head, expression))


def verb_of_preposition(parse: Parse, token: int) -> int | None:
    """The verb of a preposition that the parser left without its date: '*On* 4 July British marines boarded the ship'."""
    if token < 0 or parse.deps[token] != "prep" or parse.lowers[token] not in ("on", "in", "by", "since", "until", "from"):
        return None
    verb = parse.heads[token]
    empty = not any(parse.deps[c] in ("pobj", "pcomp") for c in parse.children[token])
    return verb if empty and is_verb(parse, verb) else None


def is_function_word(parse: Parse, token: int) -> bool:
    """Whether a token is a preposition or particle that only passes a time on."""
    return parse.tags[token] in ("IN", "TO", "RP") or (parse.tags[token] == "RB" and parse.deps[token] in ("advmod", "prep"))


def in_brackets(parse: Parse, token: int) -> bool:
    """Whether an opening bracket stands just before a token."""
    return token > 0 and parse.lowers[token - 1] == "("


def noun_before(parse: Parse, token: int) -> int | None:
    """The noun that a bracket explains."""
    for index in range(token - 1, max(token - 4, -1), -1):
        if parse.tags[index].startswith("NN"):
            return index
    return None


def event_around(parse: Parse, noun: int) -> list[int]:
    """The event whose place a bracket follows: 'the *talks* in Accra (4 to 9 May 2003)'."""
    if (
        parse.deps[noun] != "pobj"
        or is_event_noun(parse, noun)
        or parse.lowers[parse.heads[noun]] not in ("in", "at", "of", "on")
    ):
        return []
    above = parse.heads[parse.heads[noun]]
    return [above] if is_event_noun(parse, above) else []


def climb(parse: Parse, token: int, expression: TimeExpression) -> Iterator[int]:
    """The token a time hangs on, and the predicate above it that it may belong to instead.

    A noun of an event keeps its time, but the verb with an indefinite object shares it: 'signed an agreement in 2015'.
    """
    if is_standing(parse, token) and expression.relation is None:
        token = parse.heads[token]
    if is_verb(parse, token):
        yield fronted(parse, token, expression)
        return
    yield token
    for _ in range(MAX_CLIMB):
        if is_verb(parse, token):
            return
        dep, head = parse.deps[token], parse.heads[token]
        opens = dep in ("nsubj", "nsubjpass") and expression.token_end <= token  # 'On 9 April six aircraft landed'
        if head == token or (dep in STOPS and not opens):
            return
        if is_event_noun(parse, token) and not opens and not (dep == "dobj" and indefinite(parse, token)):
            return
        if between_amounts(parse, token):
            return
        token = head
        if is_verb(parse, token):
            yield fronted(parse, token, expression)
        elif is_event_noun(parse, token):
            yield token


def is_standing(parse: Parse, token: int) -> bool:
    """Whether a verb is a participle of a lasting state behind a noun: 'rebels *led* by a former colonel'."""
    return parse.deps[token] == "acl" and parse.tags[token] == "VBN" and parse.lemmas[token] in word_list("standing")


def indefinite(parse: Parse, noun: int) -> bool:
    """Whether a noun has no definite article, possessor or demonstrative."""
    return not any(
        parse.deps[child] == "poss" or (parse.deps[child] == "det" and parse.lowers[child] not in ("a", "an", "no", "some"))
        for child in parse.children[noun]
    )


def between_amounts(parse: Parse, token: int) -> bool:
    """Whether a number stands in 'from … to …': each has a year of its own."""
    head = parse.heads[token]
    return (
        parse.deps[token] == "pobj"
        and parse.lowers[head] in ("from", "to")
        and parse.tags[token] in ("CD", "$")
        and parse.lowers[token] != "one"
    )


def fronted(parse: Parse, verb: int, expression: TimeExpression) -> int:
    """The verb of the clause that a time opens, where the parser hung it on another one.

    'On Monday, Iran fired missiles, officials said': the firing was on Monday. 'On Feb. 10, weeks before the base opened, they
    met': a time before the conjunction of a clause stands outside it.
    """
    conjunction = next((c for c in parse.children[verb] if parse.deps[c] == "mark" and c < verb), None)
    if conjunction is not None and expression.token_end <= conjunction and is_verb(parse, parse.heads[verb]):
        return parse.heads[verb]
    for child in parse.children[verb]:
        if parse.deps[child] == "ccomp" and expression.token_end <= child < verb:
            return child
    return verb
