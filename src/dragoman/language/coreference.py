"""What noun phrases stand for: pronouns, 'both countries', 'his government', 'its Iranian counterpart', 'the factory'.

Nothing is computed before somebody asks, and each answer is kept with the `Doc`. Unresolved stays unresolved.
"""

from typing import Final

from dragoman.language.coreference_bodies import last_country, last_place, resolve_body
from dragoman.language.coreference_candidates import discourse_of, word_set
from dragoman.language.coreference_nouns import DEFINITE, determiner_of, earlier_noun
from dragoman.language.coreference_offices import counterpart, neighbour_in_office
from dragoman.language.coreference_parties import current_parties, topic_dyad
from dragoman.language.coreference_pronouns import (
    PERSONAL,
    PLURAL,
    RELATIVE,
    SINGULAR,
    antecedent_of_pronoun,
    best_candidate,
    is_impersonal,
    relative_head,
)
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import coordinated
from dragoman.language.words import Word, Words
from dragoman.model.span import Mention

__all__ = ["current_parties", "resolve", "resolve_noun", "topic_dyad"]

PAIR_WORDS: Final = frozenset({"both", "two", "each", "either", "neither", "respective"})


def resolve(doc: Words, token: Word | int) -> list[Mention]:
    """The mentions that the noun phrase headed by a token stands for.

    Its own mention if it is a name; else what 'it', 'who', 'both countries', 'the group', 'his predecessor' and the like come
    back to, in the order of the text; [] where that is unresolved.
    """
    word = doc[token] if isinstance(token, int) else token
    discourse = discourse_of(doc)
    if word.i in discourse.resolved:
        return discourse.resolved[word.i]
    if word.i in discourse.busy:
        return []
    discourse.busy.add(word.i)
    try:
        found = resolve_word(doc, word)
    finally:
        discourse.busy.discard(word.i)
    discourse.resolved[word.i] = found
    return found


def resolve_word(doc: Words, token: Word) -> list[Mention]:
    """`resolve` without its memory: a name, a pronoun, or a noun that comes back to a name."""
    mention = mention_at(doc, token)
    if mention is not None and mention.head == token.i:
        return resolve_named(doc, token, mention)
    if token.lower_ in SINGULAR | PLURAL | PERSONAL | RELATIVE:
        return [m for i in antecedent_of_pronoun(doc, token) for m in resolve(doc, doc[i])]
    if token.lower_ == "there":
        return last_place(doc, token)
    return resolve_pair(doc, token) or resolve_definite(doc, token)


def resolve_named(doc: Words, token: Word, mention: Mention) -> list[Mention]:
    """A phrase with a mention of its own, completed by what it comes back to where it names no one."""
    lemma = token.lemma_.lower()
    if mention.country is None and mention.entity is None:
        return resolve_body(doc, token, lemma) or [mention]
    if lemma == "counterpart":
        return [counterpart(doc, mention, possessor_of(doc, token))]
    return [mention]


def resolve_pair(doc: Words, token: Word) -> list[Mention]:
    """'both countries', 'the two capitals, X and Y', 'the former', 'the latter'; [] for other words."""
    if token.lower_ == "latter" or (token.lower_ == "former" and determiner_of(token) == "the"):
        pair = current_parties(doc, token)
        return pair[-1:] if token.lower_ == "latter" else pair[:1]
    if not is_pair(token, token.lemma_.lower()):
        return []
    named = [m for c in token.children if c.dep_ == "appos" for t in coordinated(c) if (m := mention_at(doc, t)) is not None]
    return named or current_parties(doc, token)


def resolve_definite(doc: Words, token: Word) -> list[Mention]:
    """'his predecessor', 'his counterpart, X', 'the country', 'the group'; [] where they come back to no name."""
    lemma = token.lemma_.lower()
    if lemma in ("predecessor", "successor", "counterpart"):
        named = next((resolve(doc, c) for c in token.children if c.dep_ == "appos"), [])
        if named or lemma == "counterpart":
            return named
        return neighbour_in_office(doc, token, possessor_of(doc, token), before=lemma == "predecessor")
    if determiner_of(token) not in DEFINITE or token.tag_ in ("NNS", "NNPS"):
        return []
    return last_country(doc, token) if lemma in word_set("country_nouns") else resolve_body(doc, token, lemma)


def possessor_of(doc: Words, token: Word) -> list[Mention]:
    """Whom the possessive before a noun stands for."""
    return next((resolve(doc, c) for c in token.children if c.dep_ == "poss"), [])


def is_pair(token: Word, lemma: str) -> bool:
    """Whether a phrase means a pair named before: 'both countries', 'the two sides', 'each side', 'the two'."""
    words = {c.lower_ for c in token.children if c.dep_ in ("det", "nummod", "predet", "amod", "preconj")}
    if lemma in word_set("pair_nouns") and words & PAIR_WORDS:
        return not ({"two"} & words and not ({"the", "these", "both"} & words or any(c.dep_ == "poss" for c in token.children)))
    return (
        token.lower_ in ("both", "neither") and token.dep_ in ("nsubj", "dobj", "pobj", "nsubjpass") and not list(token.children)
    )


def resolve_noun(doc: Words, token: Word | int) -> int | None:
    """The token of an earlier noun, or predicate, that a definite noun phrase comes back to; None where there is none.

    'the factory' gives the first 'factory' it continues, 'this sale' the verb 'sold', 'the aircraft' a designation or a kind.
    """
    word = doc[token] if isinstance(token, int) else token
    nouns = discourse_of(doc).nouns
    if word.i not in nouns:
        if word.lower_ in SINGULAR | PLURAL | RELATIVE:
            nouns[word.i] = next(iter(thing_of_pronoun(doc, word)), None)
        elif (
            word.lemma_.lower() in word_set("body_nouns")
            and mention_at(doc, word) is None
            and len(body := resolve(doc, word)) == 1
        ):
            nouns[word.i] = body[0].head
        else:
            nouns[word.i] = earlier_noun(doc, word)
    return nouns[word.i]


def thing_of_pronoun(doc: Words, token: Word) -> list[int]:
    """The thing that a pronoun stands for, where no name goes before it: 'the factory ..., it'."""
    if token.lower_ in RELATIVE:
        head = relative_head(token)
        return [head.i] if head is not None else []
    if is_impersonal(token):
        return []
    best = best_candidate(doc, token, discourse_of(doc))
    return [best.head] if best is not None and not best.actor else []
