"""What 'them', 'the six jets' and 'twelve new ones' come back to: equipment named before, in this sentence or the last ones."""

from dataclasses import replace
from typing import Final

from dragoman.language.coreference import resolve_noun
from dragoman.language.mentions import mention_at
from dragoman.language.words import Word, Words
from dragoman.model.closed_lists import ItemCategory
from dragoman.reference.equipment import generic_category, load_equipment
from dragoman.statements.item_names import Designation, designation_of, is_equipment, item_words

PRONOUNS: Final = frozenset({"they", "them", "it", "these", "those", "ones", "one", "which", "that", "some", "all", "half"})
BACK_POINTING: Final = frozenset({"the", "this", "these", "that", "those", "its", "their"})
REACH: Final = 2  # sentences back
# What a general word may stand for beside equipment of its own category.
ANY_KIND: Final = frozenset(
    {"weapon", "system", "equipment", "launcher", "battery", "type", "platform", "hardware", "unit", "vehicle"}
)


def is_pronoun(head: Word) -> bool:
    """Whether a word stands for things without naming their kind: 'them', 'ones', 'five' with no noun."""
    return head.lower_ in PRONOUNS or head.lemma_.lower() == "one" or (head.pos_ == "NUM" and head.tag_ == "CD")


def referred(doc: Words, head: Word) -> Designation | None:
    """The equipment that a pronoun or definite phrase comes back to; None where none stands near that fits."""
    if is_pronoun(head):
        return earlier_item(doc, head, None)
    category = generic_category(head.lemma_.lower())
    if category is None or not points_back(head):
        return None
    earlier = resolve_noun(doc, head)
    if earlier is not None and (named := designation_of(doc, doc[earlier])) is not None:
        return named
    own = {c.lemma_.lower() for c in head.children if c.dep_ in ("compound", "nmod")}
    return None if own else earlier_item(doc, head, None if head.lemma_.lower() in ANY_KIND else category)


def points_back(head: Word) -> bool:
    """Whether a phrase refers to what is known: 'the drone', 'these systems', but not 'its own tanks'."""
    words = {c.lower_ for c in head.children if c.dep_ in ("det", "poss", "amod")}
    return bool(words & BACK_POINTING) and "own" not in words


def earlier_item(doc: Words, head: Word, category: ItemCategory | None) -> Designation | None:
    """The nearest equipment named before a word, of a category and nation where told; for a pronoun a plain noun too."""
    makers = {m.country for c in head.children if (m := mention_at(doc, c)) is not None and m.category == "nationality"}
    first, sentences = head.sent.start, 0
    for i in range(head.i - 1, -1, -1):
        if i < first:
            sentences, first = sentences + 1, doc[i].sent.start
            if sentences > (0 if category is None and not is_pronoun(head) else REACH - is_pronoun(head)):
                return None
        found = item_at(doc, doc[i], plain=is_pronoun(head))
        if found is None or (category is not None and found.category != category):
            continue
        if makers and found.maker is not None and found.maker not in makers:
            continue
        return replace(found, word=doc[i])
    return None


def item_at(doc: Words, word: Word, *, plain: bool) -> Designation | None:
    """The equipment whose name ends at a word, or, where `plain`, that a noun of arms names."""
    mention = mention_at(doc, word)
    if mention is not None and is_equipment(mention) and mention.head == word.i:
        known = load_equipment().get(mention.entity or "")
        named = designation_of(doc, word)
        return named if known is None or named is None else Designation(named.name, known.entity, known.category, known.maker)
    if plain and word.pos_ == "NOUN" and word.dep_ not in ("compound", "nmod", "pobj"):
        category = generic_category(word.lemma_.lower())
        if category is not None and category not in ("technology", "aid"):
            return Designation(item_words(word), None, category)
    if word.pos_ == "PROPN" and word.i + 1 < len(doc) and doc[word.i + 1].tag_ == "CD" and doc[word.i + 1].head == word:
        category = generic_category(word.lemma_.lower())  # 'Torpedo 47'
        return Designation(item_words(word), None, category) if category is not None else None
    return None
