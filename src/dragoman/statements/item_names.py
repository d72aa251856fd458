"""What an item is called and how many there are: designations before their nouns, names as written, numbers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dragoman.language.attributes import document_of
from dragoman.language.mentions import mention_at
from dragoman.language.quantity_numbers import load_number_words
from dragoman.language.syntax import phrase_of
from dragoman.language.words import Word, Words
from dragoman.model.closed_lists import ItemCategory
from dragoman.model.span import Mention, Quantity
from dragoman.model.statement import Amount
from dragoman.reference.equipment import find_equipment, generic_category, load_equipment
from dragoman.reference.rule_files import load_word_lists

BEFORE_NOUN: Final = ("compound", "nmod", "amod", "appos", "poss", "nummod", "det", "cc", "advmod")
FIRST_FIGURES: Final = re.compile(r"\d+")
GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


@dataclass(frozen=True, slots=True)
class Designation:
    """A weapon or other equipment that a phrase names: as it is written or as the table has it."""

    name: str
    entity: str | None
    category: ItemCategory
    maker: str | None = None
    word: Word | None = None  # where it was named, if that is elsewhere


def designation_of(doc: Words, head: Word) -> Designation | None:
    """The designation that a phrase holds: its head ('two *Mohajer-6s*') or words before its head ('*TB2* drones')."""
    mention = equipment_mention(doc, head)
    if mention is None:
        return designation_in_names(head)
    known = load_equipment().get(mention.entity or "") or find_equipment(mention.text, in_context=True)
    if known is None:
        return Designation(mention.name, mention.entity, generic_category(head.lemma_.lower()) or "unspecified")
    return Designation(name_as_written(mention.text, known.name), known.entity, known.category, known.maker)


def equipment_mention(doc: Words, head: Word) -> Mention | None:
    """The mention of equipment at a phrase's head or before it."""
    mention = mention_at(doc, head)
    if is_equipment(mention):
        return mention
    for child in head.children:
        if child.dep_ in BEFORE_NOUN:
            within = [c for c in child.children if c.dep_ in BEFORE_NOUN and c.i < child.i] if child.dep_ != "appos" else []
            for word in (child, *within):
                mention = mention_at(doc, word)
                if is_equipment(mention) and (child.dep_ != "poss" or child.i == head.i - 1):
                    return mention
    # a designation that the parser hung elsewhere still stands right before its noun
    if generic_category(head.lemma_.lower()) is None:
        return None
    for before in {head.i - 1, phrase_of(head).start - 1}:
        mention = mention_at(doc, before) if before >= 0 else None
        if is_equipment(mention):
            return mention
    return None


def is_equipment(mention: Mention | None) -> bool:
    """Whether a mention is of equipment."""
    return mention is not None and mention.category == "equipment"


def designation_in_names(head: Word) -> Designation | None:
    """A designation of the table in the capitalised words before a noun of arms, whatever else the model takes them for."""
    doc, category = head.doc, generic_category(head.lemma_.lower())
    if category is None:
        return name_alone(head)
    first = head.i
    while first > 0 and (doc[first - 1].dep_ in BEFORE_NOUN or doc[first - 1].text == "-") and first > head.i - 6:
        first -= 1
    for start in range(first, head.i):
        for end in range(head.i + 1, start, -1):
            text = doc[start:end].text
            if text[:1].isupper() and (known := find_equipment(text, in_context=True)) is not None:
                return Designation(name_as_written(text, known.name), known.entity, known.category, known.maker)
    return None


def name_alone(head: Word) -> Designation | None:
    """A name of the table that stands as a noun by itself and that the model takes for something else: 'German *Leopards*'."""
    mention = mention_at(head.doc, head)
    if (
        head.pos_ != "PROPN"
        or not head.text[:1].isupper()
        or (mention is not None and mention.category in ("country", "place", "nationality"))
    ):
        return None
    known = find_equipment(head.text, in_context=True)
    return (
        None if known is None else Designation(name_as_written(head.text, known.name), known.entity, known.category, known.maker)
    )


def name_as_written(text: str, name: str) -> str:
    """The table's name of a thing, or the writer's where that is another mark: 'RD-93' is kept, though built after the RD-33."""
    written, known = FIRST_FIGURES.search(text), FIRST_FIGURES.search(name)
    if written is None or known is None or written.group() == known.group():
        return name
    return text.removesuffix("s")


def item_words(head: Word) -> str:
    """The phrase without article, number and owner: 'armed drones', 'attack submarine Nerpa', 'Torpedo 47'."""
    kept = [head]
    for child in head.children:
        if child.i < head.i and child.dep_ in ("amod", "compound", "nmod") and not names_party(child):
            kept += [t for t in child.subtree if t.i < head.i]
        elif child.i == head.i + 1 and (child.dep_ == "appos" or child.tag_ == "CD") and child.pos_ in ("PROPN", "NUM"):
            kept.append(child)
    before = [t for t in kept if t.i <= head.i]
    span = head.doc[min(t.i for t in before) : max(t.i for t in kept) + 1]
    return document_of(head.doc).text[span.start_char : span.end_char]


def names_party(word: Word) -> bool:
    """Whether a word before a noun names somebody and not the thing."""
    mention = mention_at(word.doc, word)
    return mention is not None and (mention.country is not None or mention.category not in ("person", "facility"))


def amount_at(head: Word) -> Amount | None:
    """The number that counts a phrase; None where the text gives none ('the TB2')."""
    phrase = phrase_of(head)
    for quantity in head.doc._.quantities:
        if quantity.unit != "count" or quantity.token_start < phrase.start or quantity.token_end > phrase.end:
            continue
        if quantity.token_start <= head.i and not inside_name(head, quantity):
            return amount(quantity)
    return amount_by_word(head)


def inside_name(head: Word, quantity: Quantity) -> bool:
    """Whether a number is part of a designation: the 390 of 'C-390'."""
    first = head.doc[quantity.token_start]
    before = head.doc[first.i - 1] if first.i else None
    named = mention_at(head.doc, first)
    covered = named is not None and is_equipment(named) and named.token_start <= first.i and quantity.token_end <= named.token_end
    return covered or (before is not None and before.text == "-" and not before.whitespace_)


def amount_by_word(head: Word) -> Amount | None:
    """The number before a noun that no quantity was read from ('*16* Gripen E/Fs'), and one for a ship with a name or 'a'."""
    for child in head.children:
        if child.dep_ in ("nummod", "compound") and child.i < head.i and not is_equipment(mention_at(head.doc, child)):
            value = value_of(child.text)
            if value is not None:
                return Amount(value=value, low=None, high=None, qualifier="exactly", text=child.text)
    mention = equipment_mention(head.doc, head)
    if mention is not None and mention.token_start > 0:
        before = head.doc[mention.token_start - 1]
        if before.tag_ == "CD" and value_of(before.text) is not None:
            return Amount(value=value_of(before.text), low=None, high=None, qualifier="exactly", text=before.text)
    single = head.tag_ in ("NN", "NNP") and head.lemma_.lower() in lists()["countable"]
    article = next((c for c in head.children if c.dep_ == "det" and c.lower_ in ("a", "an", "another")), None)
    named = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i == head.i + 1), None)
    if single and (article is not None or named is not None):
        return Amount(value=1.0, low=None, high=None, qualifier="exactly", text=(article or head).text)
    return None


def amount_of_number(word: Word) -> Amount | None:
    """The amount that a bare number tells: '*18* signed for in 2022'; None for any other word."""
    value = value_of(word.text) if word.tag_ == "CD" or word.lower_ == "one" else None
    return None if value is None else Amount(value=value, low=None, high=None, qualifier="exactly", text=word.text)


def value_of(text: str) -> float | None:
    """The value of a whole number in figures or in one word; None for anything else."""
    if GROUPED.fullmatch(text):
        return float(text.replace(",", ""))
    words = load_number_words()
    return next((words[s][text.lower()] for s in ("ones", "teens", "tens") if text.lower() in words[s]), None)


def amount(quantity: Quantity) -> Amount:
    """A quantity as the amount of a transfer."""
    return Amount(value=quantity.value, low=quantity.low, high=quantity.high, qualifier=quantity.qualifier, text=quantity.text)


def lists() -> Mapping[str, frozenset[str]]:
    """The word lists of rules/items.toml."""
    return load_word_lists("dragoman.statements.rules", "items.toml")
