"""What violence is done with and to: a bomb is no actor, an idea no victim.

Knowledge: `rules/harm.toml`.
"""

from collections.abc import Iterable
from functools import cache
from typing import Final

from dragoman.language.mentions import mention_at
from dragoman.language.words import Word
from dragoman.reference.rule_files import load_word_lists
from dragoman.statements.participants import NAMED, whole_parties

SHORTEST_STEM: Final = 3  # letters before a suffix; 'ration' and 'nation' are no abstractions of '-ation'


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of lemmas of `rules/harm.toml`."""
    return load_word_lists("dragoman.statements.rules", "harm.toml")[name]


@cache
def abstract_suffixes() -> tuple[str, ...]:
    """Endings of nouns that name qualities, ideas and doings."""
    return tuple(sorted(word_list("abstract_suffixes")))


def is_weapon(head: Word) -> bool:
    """Whether a noun names what somebody strikes with, and nobody who strikes."""
    if head.pos_ not in ("NOUN", "PROPN"):
        return False
    mention = mention_at(head.doc, head)
    if mention is not None and mention.category in NAMED:
        return False
    return head.lemma_.lower() in word_list("weapons")


def is_abstract(head: Word) -> bool:
    """Whether a noun names an idea, a quality or a doing, to which no bodily harm is done: 'attacks on *democracy*'."""
    if head.pos_ != "NOUN" or mention_at(head.doc, head) is not None:
        return False
    lemma = head.lemma_.lower()
    if lemma in word_list("abstract"):
        return True
    if lemma in word_list("concrete") or not lemma.endswith(abstract_suffixes()):
        return False
    return any(len(lemma) - len(s) >= SHORTEST_STEM for s in abstract_suffixes() if lemma.endswith(s))


def split_weapons(heads: Iterable[Word]) -> tuple[list[Word], list[Word]]:
    """Those of some heads who can act, and the weapons among them."""
    joined = whole_parties(heads)
    weapons = [head for head in joined if is_weapon(head)]
    return [head for head in joined if head not in weapons], weapons


def only_ideas(heads: Iterable[Word]) -> bool:
    """Whether everything that some heads stand for is an idea; False where there is nothing."""
    joined = whole_parties(heads)
    return bool(joined) and all(is_abstract(head) for head in joined)
