"""One event told twice in a text: 'one month after the *expiration* of the embargo' goes back to 'the embargo expired'."""

from collections.abc import Iterable
from functools import cache
from typing import Final

from dragoman.language.clauses import Parse
from dragoman.language.time_governors import word_list

STEM: Final = 5  # letters that a verb and its noun share: 'expire', 'expiration'


@cache
def families_of(lemma: str) -> frozenset[str]:
    """The words that may denote the same event as a word."""
    found = {lemma}
    for line in word_list("families"):
        words = line.split()
        if lemma in words:
            found.update(words)
    return frozenset(found)


def same_event(first: str, second: str) -> bool:
    """Whether two lemmas may denote one event: the same word, a verb and its noun, or words of a family."""
    stem = min(len(first), len(second), STEM)
    return first == second or second in families_of(first) or (stem == STEM and first[:STEM] == second[:STEM])


def nouns_around(parse: Parse, token: int) -> frozenset[str]:
    """The lemmas of the nouns that take part in an event."""
    found = set()
    for child in parse.children[token]:
        for below in (child, *parse.children[child]):
            if parse.tags[below].startswith("NN"):
                found.add(parse.lemmas[below])
            found.update(parse.lemmas[c] for c in parse.children[below] if parse.deps[c] == "pobj")
    return frozenset(found)


def told_before(parse: Parse, anchor: int, dated: Iterable[int]) -> int | None:
    """The last dated predicate before an event that tells of the same event.

    It must be of the same family of words and share a noun ('embargo'), so that no other event is taken.
    """
    nouns = nouns_around(parse, anchor)
    for token in sorted(dated, reverse=True):
        if token < anchor and same_event(parse.lemmas[anchor], parse.lemmas[token]) and nouns & nouns_around(parse, token):
            return token
    return None
