"""The clause structure of a text as plain lists, so that rules can walk it without the cost of spaCy's objects."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from spacy.tokens import Doc

from dragoman.language.words import Word, Words, words_of

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
AUXILIARIES: Final = frozenset({"aux", "auxpass"})
FINITE_TAGS: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
VERB_TAGS: Final = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
MENDED_TAGS: Final = frozenset({"VBZ", "VBD", "VBN", "VBG"})
SIBILANT: Final = re.compile(r"(?:s|x|z|ch|sh|o|i)$")
DOUBLING: Final = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")  # stems that double their last letter before '-ed' and '-ing'
NOUN_TAGS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})


@dataclass(frozen=True, slots=True, eq=False)
class Parse:
    """A parsed text. Every list has one entry a token; `heads` are token indices, a root is its own head."""

    heads: list[int]
    deps: list[str]
    tags: list[str]
    parts: list[str]  # of speech, Universal Dependencies' names
    lemmas: list[str]  # in lower case
    lowers: list[str]
    children: list[list[int]]  # in the order of the text
    sentences: list[tuple[int, int]]
    sentence_of: list[int]

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.heads)

    def child(self, token: int, *deps: str) -> int | None:
        """The first child of `token` with one of the relations `deps`."""
        return next((c for c in self.children[token] if self.deps[c] in deps), None)

    def subject(self, token: int) -> int | None:
        """The subject of the clause headed by `token`, as its own child; None where it has none of its own."""
        return next((c for c in self.children[token] if self.deps[c] in SUBJECTS), None)

    def auxiliaries(self, token: int) -> list[int]:
        """The auxiliaries of `token`, 'to' of the infinitive among them."""
        return [c for c in self.children[token] if self.deps[c] in AUXILIARIES]

    def has_to(self, token: int) -> bool:
        """Whether `token` is an infinitive with 'to'."""
        # by the word: 'to' is tagged as a preposition where an adverb splits the infinitive ('to further cement')
        return any(self.lowers[c] == "to" for c in self.children[token] if self.deps[c] == "aux")

    def mark(self, token: int) -> str:
        """The conjunction that introduces the clause of `token` ('that', 'if', 'because'), '' without one."""
        for c in self.children[token]:
            if c > token:
                break
            if self.deps[c] == "mark" or (self.deps[c] == "advmod" and self.tags[c] == "WRB"):
                return self.lowers[c]
        return ""

    def is_verbal(self, token: int) -> bool:
        """Whether `token` is tagged as a verb."""
        return self.tags[token] in VERB_TAGS

    def subtree(self, token: int) -> list[int]:
        """All tokens below `token` and itself, in the order of the text."""
        found = [token]
        for t in found:
            found.extend(self.children[t])
        return sorted(found)

    def ancestors(self, token: int) -> Iterable[int]:
        """The heads above `token`, nearest first."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token

    def span(self, tokens: list[int]) -> tuple[int, int]:
        """The stretch from the first to after the last of `tokens`."""
        return min(tokens), max(tokens) + 1


def parse_of(doc: Doc | Words) -> Parse:
    """The parse of `doc`, made once. It must have been parsed, tagged and lemmatised before the first call."""
    return _parse_of(words_of(doc))


@lru_cache(maxsize=4)
def _parse_of(doc: Words) -> Parse:
    words = doc.words
    tags = [word.tag_ for word in words]
    lowers = [word.lower_.replace("’", "'") for word in words]
    lemmas = [word.lemma_.lower() for word in words]
    for i, name in enumerate(tags):
        if name in MENDED_TAGS:
            lemmas[i] = mend_lemma(lowers[i], lemmas[i])
    sentences = [(sentence.start, sentence.end) for sentence in doc.sents]
    return Parse(
        heads=[word.head.i for word in words],
        deps=[word.dep_ for word in words],
        tags=tags,
        parts=[word.pos_ for word in words],
        lemmas=lemmas,
        lowers=lowers,
        children=[[child.i for child in word.children] for word in words],
        sentences=sentences,
        sentence_of=[n for n, (s, e) in enumerate(sentences) for _ in range(s, e)],
    )


@lru_cache(maxsize=4096)
def mend_lemma(lower: str, lemma: str) -> str:
    """The lemma of a verb's form, where the lemmatiser took the final 'e' of the stem for part of the ending.

    'hopes' and 'hoped' are forms of 'hope': 'hop' has 'hops' and 'hopped', as English doubles the consonant of such stems.
    """
    if lower == f"{lemma}es" and not SIBILANT.search(lemma):
        return f"{lemma}e"
    if lower in (f"{lemma}ed", f"{lemma}ing") and DOUBLING.fullmatch(lemma):
        return f"{lemma}e"
    return lemma


def index_of(token: int | Word) -> int:
    """The index of a token, which callers may give as the token itself."""
    return token if isinstance(token, int) else token.i
