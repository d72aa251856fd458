"""What an event is about: PLOVER's contexts, from the words around the trigger."""

from collections.abc import Iterable, Mapping
from functools import cache

from dragoman.language.words import Word
from dragoman.reference.rule_files import load_word_lists

MAX_CONTEXTS = 3


@cache
def contexts_by_lemma() -> Mapping[str, tuple[str, ...]]:
    """The contexts that each lemma of `rules/contexts.toml` points to."""
    index: dict[str, tuple[str, ...]] = {}
    for context, lemmas in load_word_lists("dragoman.statements.rules", "contexts.toml").items():
        for lemma in sorted(lemmas):
            index[lemma] = (*index.get(lemma, ()), context)
    return index


def find_contexts(trigger: Word, given: Iterable[str]) -> tuple[str, ...]:
    """The contexts of an event: those its frame gives, then those its own clause points to, most mentioned first."""
    index = contexts_by_lemma()
    counted: dict[str, int] = {}
    for token in own_clause(trigger):
        for context in index.get(token.lemma_.lower(), ()):
            counted[context] = counted.get(context, 0) + 1
    ranked = sorted(counted, key=lambda context: (-counted[context], context))
    return tuple(dict.fromkeys([*given, *ranked]))[:MAX_CONTEXTS]


def own_clause(trigger: Word) -> list[Word]:
    """The trigger and what hangs on it, without clauses that tell of something else."""
    found, open_tokens = [], [trigger]
    while open_tokens:
        token = open_tokens.pop()
        found.append(token)
        open_tokens += [c for c in token.children if c.dep_ not in ("relcl", "advcl", "conj", "ccomp", "parataxis")]
    return found
