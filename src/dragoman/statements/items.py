"""Heads of phrases → items of a transfer: what it is called, of which category, and how many."""

from dataclasses import dataclass

from dragoman.language.attributes import document_of
from dragoman.language.coreference import resolve_noun
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import coordinated, phrase_of
from dragoman.language.words import Word, Words
from dragoman.model.closed_lists import ItemCategory
from dragoman.model.span import Mention, Quantity
from dragoman.model.statement import Amount
from dragoman.reference.equipment import find_equipment, generic_category, load_equipment
from dragoman.reference.rule_files import load_word_lists

LISTING = frozenset({"including", "like", "as"})


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that passes from one party to another. `head` is the token that names it, `technology` that it is know-how."""

    head: Word
    name: str
    category: ItemCategory
    technology: bool
    named: bool
    quantity: Amount | None
    entity: str | None = None


def find_items(head: Word, *, any_goods: bool = False) -> list[Item]:
    """The items that a noun phrase names: all that are joined, through 'hundreds of', 'batch of' and 'including'.

    Args:
        head: Head of the phrase.
        any_goods: Take it whatever it is; otherwise only equipment, arms, their technology and military aid.
    """
    return [item for joined in coordinated(head) for item in items_of(joined, any_goods=any_goods)]


def items_of(head: Word, *, any_goods: bool) -> list[Item]:
    """The items of one phrase, what is joined to its head apart."""
    lists = load_word_lists("dragoman.statements.rules", "items.toml")
    lemma = head.lemma_.lower()
    if lemma in lists["measure_nouns"]:
        inner = [t for c in head.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]
        if inner:
            return [measured(item, head) for t in inner for item in find_items(t, any_goods=any_goods)]
    if lemma in lists["technology_nouns"] or has_compound(head, lists["technology_nouns"]):
        return technology_items(head)
    found = plain_item(head, any_goods=any_goods)
    return [*named_examples(head), *found] if found else named_examples(head) or spelt_out(head)


def spelt_out(head: Word) -> list[Item]:
    """What a general noun is spelt out by after a colon or comma: 'further batches: *five trainers, a helicopter*'."""
    found: list[Item] = []
    for child in head.children:
        if child.dep_ == "appos":
            for joined in coordinated(child):
                found += [*plain_item(joined, any_goods=False), *spelt_out(joined)]
    return found


def measured(item: Item, head: Word) -> Item:
    """The item with the number that stands before the measure ('*two batches* of', '*hundreds* of')."""
    quantity = item.quantity or amount_at(head)
    return Item(item.head, item.name, item.category, item.technology, item.named, quantity, item.entity)


def plain_item(head: Word, *, any_goods: bool) -> list[Item]:
    """The phrase itself as an item, where it names equipment, arms or aid."""
    doc = head.doc
    mention = equipment_mention(doc, head)
    if mention is not None:
        return [
            Item(
                head,
                mention.name,
                category_of(mention, head),
                technology=False,
                named=True,
                quantity=amount_at(head),
                entity=mention.entity,
            )
        ]
    known = find_equipment(head.text, in_context=True) if head.pos_ == "PROPN" else None
    if known is not None:  # a name that the mentions took for somebody's ('German Leopards')
        return [Item(head, known.name, known.category, technology=False, named=True, quantity=amount_at(head))]
    phrase = item_words(head)
    category = generic_category(phrase) or generic_category(head.lemma_.lower())
    earlier = resolve_noun(doc, head) if category is not None and is_definite(head) else None
    if earlier is not None and (named := equipment_mention(doc, doc[earlier])) is not None:
        return [Item(head, named.name, category_of(named, doc[earlier]), technology=False, named=True, quantity=amount_at(head))]
    lists = load_word_lists("dragoman.statements.rules", "items.toml")
    before = {t.lower_ for c in head.lefts for t in c.subtree}
    if head.lemma_.lower() in lists["need_company"] and before.isdisjoint(lists["company"]):
        return []
    if category is None and any_goods:
        category = "unspecified"
    return [Item(head, phrase, category, technology=False, named=False, quantity=amount_at(head))] if category else []


def equipment_mention(doc: Words, head: Word) -> Mention | None:
    """The designation that a phrase holds: its head ('two *Mohajer-6s*') or a word before its head ('*TB2* drones')."""
    mention = mention_at(doc, head)
    if mention is not None and mention.category == "equipment":
        return mention
    for child in head.children:
        if child.dep_ in ("compound", "nmod", "amod", "appos", "poss"):
            mention = mention_at(doc, child)
            if mention is not None and mention.category == "equipment":
                return mention
    # a designation that the parser hung elsewhere still stands right before its noun
    mention = mention_at(doc, doc[head.i - 1]) if head.i and generic_category(head.lemma_.lower()) is not None else None
    return mention if mention is not None and mention.category == "equipment" else None


def category_of(mention: Mention, head: Word) -> ItemCategory:
    """The category of a designation: by the table, else by the noun it stands with."""
    known = load_equipment().get(mention.entity or "") or find_equipment(mention.text, in_context=True)
    if known is not None:
        return known.category
    return generic_category(head.lemma_.lower()) or "unspecified"


def technology_items(head: Word) -> list[Item]:
    """Know-how as an item: named by what it is for ('the technology *for the Mohajer-6*') where the text says so."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in ("for", "of", "behind"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    found = plain_item(inner, any_goods=False)
                    if found:
                        return [Item(i.head, i.name, "technology", technology=True, named=i.named, quantity=None) for i in found]
    return [Item(head, item_words(head), "technology", technology=True, named=False, quantity=None)]


def named_examples(head: Word) -> list[Item]:
    """Designations that a general noun is spelt out by: 'drones *including the TB2*'."""
    return [
        item
        for child in head.children
        if child.dep_ == "prep" and child.lower_ in LISTING
        for inner in child.children
        if inner.dep_ == "pobj"
        for joined in coordinated(inner)
        for item in plain_item(joined, any_goods=False)
        if item.named
    ]


def has_compound(head: Word, lemmas: frozenset[str]) -> bool:
    """Whether a word before the head is one of some lemmas ('*technology* transfer')."""
    return any(c.dep_ == "compound" and c.lemma_.lower() in lemmas for c in head.children)


def is_definite(head: Word) -> bool:
    """Whether the phrase refers back: 'the drone', 'these systems'."""
    return any(c.dep_ == "det" and c.lower_ in ("the", "this", "these", "that", "those") for c in head.children)


def item_words(head: Word) -> str:
    """The phrase without article, number and owner: 'armed drones', 'military aid'."""
    kept = [head]
    for child in head.children:
        if child.i < head.i and child.dep_ in ("amod", "compound", "nmod") and mention_at(head.doc, child) is None:
            kept += [t for t in child.subtree if t.i < head.i]
    first, last = min(t.i for t in kept), head.i
    span = head.doc[first : last + 1]
    return document_of(head.doc).text[span.start_char : span.end_char]


def amount_at(head: Word) -> Amount | None:
    """The number that counts a phrase; None where the text gives none ('the TB2')."""
    phrase = phrase_of(head)
    for quantity in head.doc._.quantities:
        if quantity.unit == "count" and phrase.start <= quantity.token_start and quantity.token_end <= phrase.end:
            return amount(quantity)
    return None


def amount(quantity: Quantity) -> Amount:
    """A quantity as the amount of a transfer."""
    return Amount(value=quantity.value, low=quantity.low, high=quantity.high, qualifier=quantity.qualifier, text=quantity.text)
