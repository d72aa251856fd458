"""Counts that measure: the dead, troops, people driven out, a population, things a day. Others belong to events and transfers."""

from collections.abc import Sequence
from typing import Final

from dragoman.language.syntax import grammatical_subjects, is_verbal
from dragoman.language.words import Word, Words
from dragoman.model.span import Quantity
from dragoman.statements.figure_measures import (
    MODIFYING,
    Measured,
    is_time,
    names_measure,
    near_sentence,
    noun_at_verb,
    noun_before,
    noun_phrase,
    preposition_before,
    verb_measures,
    word_set,
)

CROWD: Final = 100  # from here on 'people' measure something whatever is said of them
RATE_WORDS: Final = frozenset({"day", "week", "month", "year", "hour", "annum", "quarter"})
ENDS: Final = frozenset(
    {
        "in",
        "from",
        "to",
        "of",
        "on",
        "at",
        "for",
        "by",
        "and",
        "more",
        "others",
        "other",
        "a",
        "per",
        "last",
        "this",
        "within",
        "during",
    }
)


def count_measure(doc: Words, quantity: Quantity, root: Word, verb: Word | None, earlier: Sequence[Measured]) -> Measured | None:
    """What a count measures; None where it only counts things."""
    noun = root.head if root.head.pos_ in ("NOUN", "PROPN") and root.dep_ in MODIFYING else root
    harm = harm_measure(quantity, root, noun, verb)
    if harm is not None:
        return harm
    if noun is not root or quantity.counted is not None:
        counted = counted_noun(doc, quantity, noun)
        if counted is not None and is_counted(counted, quantity, verb, doc):
            name = "employees" if verb is not None and verb.lemma_ == "employ" else f"number of {noun_phrase(counted)}"
            return Measured(quantity, root, name, noun=counted, verb=verb)
        if counted is not None and not names_measure(counted):
            return None
    return sized_noun(doc, quantity, root, verb) or strong(quantity, root, verb) or elliptic(doc, quantity, root, verb, earlier)


def harm_measure(quantity: Quantity, root: Word, noun: Word, verb: Word | None) -> Measured | None:
    """The dead and the hurt."""
    near = [w for w in (noun, *noun.children) if w is not None]
    if verb is not None:
        near += [verb, *(c for c in verb.children if c.dep_ in ("oprd", "acomp", "advmod", "dobj") and not c.children)]
        if verb.lemma_ in word_set("setting_verbs"):
            near += [c for c in verb.children if c.dep_ == "dobj"]
    if any(w.lemma_.lower() in word_set("death_words") for w in near):
        return Measured(quantity, root, "casualties", noun=noun, verb=verb)
    if any(w.lemma_.lower() in word_set("injury_words") for w in near):
        return Measured(quantity, root, "injured", noun=noun, verb=verb)
    people = noun.lemma_.lower() in word_set("counted_people") | word_set("crowd_nouns") and noun is not root
    if people and verb is not None and verb.lemma_ in word_set("loss_verbs") and noun.dep_ == "dobj":
        return Measured(quantity, root, "casualties", noun=noun, verb=verb)
    return None


def counted_noun(doc: Words, quantity: Quantity, noun: Word) -> Word | None:
    """The noun that a number counts, by the parse or by the quantity's own word."""
    if noun.pos_ == "NOUN":
        return noun
    span = doc[quantity.token_end : quantity.token_end + 6]
    return next((t for t in span if t.pos_ == "NOUN" and t.lemma_.lower() == quantity.counted), None)


def is_counted(noun: Word, quantity: Quantity, verb: Word | None, doc: Words) -> bool:
    """Whether the things that a number counts are such as measure something."""
    lemma = noun.lemma_.lower()
    if lemma in word_set("counted_people") or has_rate(doc, noun.i + 1):
        return (quantity.value or quantity.low or 0) > 1
    if lemma not in word_set("crowd_nouns"):
        return False
    size = quantity.value or quantity.high or quantity.low or 0
    return size >= CROWD or (size > 1 and verb is not None and verb.lemma_ in word_set("people_verbs") and size >= 10)


def has_rate(doc: Words, at: int) -> bool:
    """Whether 'a day', 'per year' or 'each month' stands from a token on."""
    after = doc[at : at + 2]
    return len(after) == 2 and after[0].lower_ in ("a", "an", "per", "each", "every") and after[1].lower_ in RATE_WORDS


def sized_noun(doc: Words, quantity: Quantity, root: Word, verb: Word | None) -> Measured | None:
    """A bare number that gives a noun's size: 'a population of 10 million', 'the army numbers 200,000', 'a toll of 300'."""
    noun = noun_before(doc, quantity, root)
    if noun is not None and names_measure(noun) and preposition_before(doc, quantity) in ("of", "at", None):
        return Measured(quantity, root, noun_phrase(noun), noun=noun, verb=verb)
    if verb is None or quantity.counted is not None:
        return None
    noun = noun_at_verb(doc, quantity, root, verb)
    if noun is None or not (names_measure(noun) or noun.lemma_.lower() in word_set("counted_people")):
        return None
    if any(t.token_start <= root.i < t.token_end for t in doc._.times) or verb.lemma_ in (
        "be",
        "come",
        "go",
        "make",
        "hold",
        "cover",
    ):
        return None
    return Measured(quantity, root, noun_phrase(noun), noun=noun, verb=verb)


def strong(quantity: Quantity, root: Word, verb: Word | None) -> Measured | None:
    """'a mission, once 22,000 *strong*', 'a 5,000-strong force'."""
    doc = root.doc
    after = next((t for t in doc[quantity.token_end : quantity.token_end + 2] if t.text != "-"), None)
    if after is None or after.lower_ != "strong":
        return None
    noun = after.head if after.head.pos_ == "NOUN" and after.head.i > after.i else None
    if noun is None and verb is not None:
        noun = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c is not root and c.i < root.i), None)
    noun = noun or next((s for s in (root.head, after.head) if s.pos_ in ("NOUN", "PROPN") and s is not root), None)
    if noun is None and verb is not None:
        noun = next(iter(grammatical_subjects(verb)), None)
    return Measured(quantity, root, "strength", noun=noun, verb=verb)


def elliptic(doc: Words, quantity: Quantity, root: Word, verb: Word | None, earlier: Sequence[Measured]) -> Measured | None:
    """A bare number beside a figure of the same sentence or the one before: '900 troops in Syria, and about *2,500* in Iraq'."""
    if quantity.value is None or quantity.counted is not None or not earlier or not is_bare(doc, quantity) or is_time(root):
        return None
    last = earlier[-1]
    if last.quantity.unit == "%":
        last = earlier[-2] if len(earlier) > 1 else last
    same = last.root.sent == root.sent
    if last.quantity.unit == "count":
        lost = verb is not None and verb.lemma_ in word_set("loss_verbs") and last.measure == "casualties"
        alike = same and (last.quantity.value or last.quantity.low or 0) >= 10
        if (alike or (lost and near_sentence(doc, last.root, root))) and quantity.value > 1:
            return Measured(quantity, root, last.measure, noun=None, verb=verb, before=last)
        return None
    money = (last.unit or last.quantity.unit).isupper() and len(last.quantity.unit) == 3
    large = quantity.text[-1:].isalpha()
    priced = verb is not None and verb_measures().get(verb.lemma_) in ("price", "cost", "payment", "sales", "revenue")
    if money and same and (large or priced):
        return Measured(quantity, root, last.measure, noun=None, verb=verb, before=last, unit=last.unit or last.quantity.unit)
    return None


def is_bare(doc: Words, quantity: Quantity) -> bool:
    """Whether no noun follows a number that it could count."""
    if quantity.token_end >= len(doc):
        return True
    after = doc[quantity.token_end]
    return after.is_punct or after.lower_ in ENDS or is_verbal(after) or after.pos_ in ("AUX", "CCONJ", "ADV")
