"""Heads of phrases → items of a transfer: what it is called, of which category, and how many."""

from dataclasses import dataclass, replace

from dragoman.language.syntax import coordinated
from dragoman.language.words import Word
from dragoman.model.closed_lists import ItemCategory
from dragoman.model.statement import Amount
from dragoman.reference.equipment import generic_category
from dragoman.statements.item_names import Designation, amount_at, amount_of_number, designation_of, item_words, lists
from dragoman.statements.item_references import is_pronoun, referred

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
    maker: str | None = None
    source: Word | None = None  # where 'them' or 'the jets' were named


def find_items(head: Word, *, any_goods: bool = False, pronouns: bool = False) -> list[Item]:
    """The items that a noun phrase names: all that are joined, through 'hundreds of', 'batch of' and 'including'.

    Args:
        head: Head of the phrase.
        any_goods: Take it whatever it is; otherwise only equipment, arms, their technology and military aid.
        pronouns: Take 'them' and 'twelve' for the equipment spoken of.
    """
    return [item for joined in listed(head) for item in items_of(joined, any_goods=any_goods, pronouns=pronouns)]


def listed(head: Word) -> list[Word]:
    """What is joined to a head, and what the parser takes for an apposition in a list: '59 tanks, *90 trucks* and *8 guns*'."""
    found: list[Word] = []
    for joined in coordinated(head):
        found.append(joined)
        for child in joined.children:
            counted = any(c.dep_ == "nummod" for c in child.children)
            if child.dep_ == "appos" and counted and any(c.dep_ == "nummod" for c in joined.children):
                found += coordinated(child)
    return found


def items_of(head: Word, *, any_goods: bool, pronouns: bool) -> list[Item]:
    """The items of one phrase, what is joined to its head apart."""
    words = lists()
    lemma = head.lemma_.lower()
    if lemma in words["measure_nouns"] or head.pos_ == "NUM" or lemma in words["parts"]:
        inner = [t for c in head.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]
        if inner:
            return [
                measured(i, head)
                for t in inner
                for i in find_items(t, any_goods=any_goods, pronouns=pronouns or head.pos_ == "NUM")
            ]
    if is_technology(head):
        return technology_items(head)
    if pronouns and is_pronoun(head):
        return referred_items(head)
    found = plain_item(head, any_goods=any_goods)
    return [*named_examples(head), *found] if found else named_examples(head) or spelt_out(head)


def referred_items(head: Word) -> list[Item]:
    """What a pronoun or a bare number stands for."""
    named = referred(head.doc, head)
    if named is None:
        return []
    item = item_from(head, named)
    return [item if item.quantity is not None else replace(item, quantity=amount_of_number(head))]


def item_from(head: Word, named: Designation) -> Item:
    """An item by its designation."""
    return Item(
        head,
        named.name,
        named.category,
        technology=False,
        named=True,
        quantity=amount_at(head),
        entity=named.entity,
        maker=named.maker,
        source=named.word,
    )


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
    return replace(item, quantity=item.quantity or amount_at(head))


def plain_item(head: Word, *, any_goods: bool) -> list[Item]:
    """The phrase itself as an item, where it names equipment, arms or aid."""
    if is_civil(head):
        return []
    named = designation_of(head.doc, head) or referred(head.doc, head)
    if named is not None and not names_another(head):
        return [item_from(head, named)]
    phrase = item_words(head)
    category = generic_category(phrase) or generic_category(head.lemma_.lower())
    words = lists()
    before = {t.lower_ for c in head.lefts for t in c.subtree}
    if head.lemma_.lower() in words["need_company"] and before.isdisjoint(words["company"]):
        return []
    if category is None and any_goods:
        category = "unspecified"
    return [Item(head, phrase, category, technology=False, named=False, quantity=amount_at(head))] if category else []


def is_civil(head: Word) -> bool:
    """Whether words before a noun tell that it is no arms: 'passenger jets', 'fuel tanks', 'search engine', 'toy guns'."""
    words = lists()
    before = {t.lower_ for c in head.lefts if c.dep_ in ("amod", "compound", "nmod") for t in c.subtree}
    if head.lemma_.lower() in ("tank", "engine") and before & words["vessels"]:
        return True
    return bool(before & words["civil"]) and not before & words["company"]


def names_another(head: Word) -> bool:
    """Whether a designation only tells what a thing is of: 'F-16 *pilots*', 'a Patriot *base*', 'the F-35 *programme*'."""
    return head.lemma_.lower() in lists()["no_items"]


def is_technology(head: Word) -> bool:
    """Whether a noun names know-how: 'technology', 'know-how', 'a technology transfer'."""
    words = lists()["technology_nouns"]
    if head.lower_ == "how" and head.i > 1 and head.doc[head.i - 2].lower_ == "know":
        return True
    return head.lemma_.lower() in words or any(c.dep_ == "compound" and c.lemma_.lower() in words for c in head.children)


def technology_items(head: Word) -> list[Item]:
    """Know-how as an item: named by what it is for ('the technology *for the Mohajer-6*') where the text says so."""
    above = head.head.head if head.dep_ == "pobj" else head  # 'four-fifths of the know-how *for the engine*'
    for child in (*head.children, *(c for c in above.children if above.pos_ in ("NOUN", "NUM"))):
        if child.dep_ == "prep" and child.lower_ in ("for", "of", "behind"):
            for inner in child.children:
                if inner.dep_ == "pobj" and inner != head:
                    found = plain_item(inner, any_goods=False)
                    if found:
                        return [replace(i, category="technology", technology=True, quantity=None) for i in found]
    phrase = item_words(head)
    words = lists()
    military = not {w.strip("-") for w in phrase.lower().split()}.isdisjoint(words["company"])
    if head.lemma_.lower() in words["civil_know_how"] and not (military or generic_category(phrase.rsplit(" ", 1)[0])):
        return []
    return [Item(head, phrase, "technology", technology=True, named=False, quantity=None)]


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
