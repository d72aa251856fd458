"""What a number measures: the noun that names it, wherever it stands, or the verb that it is the size of.

A noun at the number comes first ('a *loan* of $5m', 'a $5m *loan*', '$5m in *aid*'), then the noun that a verb gives the size of
('*trade* reached', 'cut the *budget* to'), then the verb itself ('spent $5m').
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from dragoman.language.attributes import document_of
from dragoman.language.coreference import resolve_noun
from dragoman.language.syntax import (
    coordinated,
    find_objects,
    governing_predicates,
    grammatical_subjects,
    is_passive,
    is_verbal,
    phrase_of,
)
from dragoman.language.words import Word, Words
from dragoman.model.span import Quantity
from dragoman.model.statement import Participant
from dragoman.reference.rule_files import load_word_lists

MODIFYING: Final = frozenset({"nummod", "compound", "nmod", "amod", "quantmod"})
TAKING_UP: Final = frozenset({"it", "they", "which", "that", "this", "these"})
MAX_CLIMB: Final = 5  # steps from an apposition up to the noun that names the measure
PLAIN: Final = frozenset({"be", "have", "do", "come", "stand", "go"})


@dataclass(slots=True)
class Measured:
    """What one number measures: its words, the noun that names it, the verb that says it, the word that says how it moved."""

    quantity: Quantity
    root: Word
    measure: str
    noun: Word | None = None
    verb: Word | None = None
    whole: Word | None = None
    mover: Word | None = None
    before: "Measured | None" = None  # the figure whose measure or subject it takes up
    unit: str | None = None
    participants: list[Participant] = field(default_factory=list)


@cache
def word_set(name: str) -> frozenset[str]:
    """A list of `rules/figures.toml`."""
    return load_word_lists("dragoman.statements.rules", "figures.toml")[name]


@cache
def moving() -> frozenset[str]:
    """The verbs of rising and falling."""
    return word_set("rising_verbs") | word_set("falling_verbs")


@cache
def verb_measures() -> Mapping[str, str]:
    """What is measured by an amount that a verb governs, by the verb."""
    lists = load_word_lists("dragoman.statements.rules", "figure_verbs.toml")
    return {verb: measure for measure, verbs in lists.items() for verb in sorted(verbs)}


@cache
def dimensions() -> Mapping[str, str]:
    """The nouns of 'wide', 'long' and the like."""
    return dict(entry.split(":") for entry in sorted(word_set("dimension_adjectives")))


def names_measure(word: Word) -> bool:
    """Whether a word is one that names what numbers measure."""
    return word.lemma_.lower() in word_set("measure_nouns")


def root_of(doc: Words, quantity: Quantity) -> Word:
    """The word of a number by which it hangs in the sentence; for one of several joined numbers, by which the first does."""
    span = doc[quantity.token_start : quantity.token_end]
    return next((t for t in span if not quantity.token_start <= t.head.i < quantity.token_end or t.head.i == t.i), span[-1])


def first_joined(doc: Words, root: Word) -> Word:
    """The first of several joined numbers."""
    starts = [(q.token_start, q.token_end) for q in doc._.quantities]
    for _ in range(MAX_CLIMB):
        if root.dep_ != "conj" or not any(s <= root.head.i < e for s, e in starts):
            return root
        root = root.head
    return root


def verb_of(root: Word) -> Word | None:
    """The nearest verb above a number."""
    return next((p for p in governing_predicates(root) if is_verbal(p)), None)


# ------------------------------------------------------------------------------------------------ the noun at the number
def noun_at(doc: Words, quantity: Quantity, root: Word) -> Word | None:
    """The noun that a number stands right at: after it, before it with 'of', in apposition, in brackets."""
    if root.dep_ in MODIFYING and root.head.pos_ == "NOUN" and root.head.i > root.i and not is_time(root.head):
        return root.head
    return noun_after(doc, quantity, root) or noun_before(doc, quantity, root)


def noun_after(doc: Words, quantity: Quantity, root: Word) -> Word | None:
    """'$5 million *in aid*', '60 tonnes *of gold*', '$2bn *worth of arms*'."""
    prepositions = [c for c in root.children if c.dep_ == "prep"]
    if quantity.token_end < len(doc):
        prepositions.append(doc[quantity.token_end])
    for preposition in prepositions:
        if preposition.lower_ not in ("in", "of", "worth") or preposition.i < root.i:
            continue
        inner = next((t for t in preposition.children if t.dep_ in ("pobj", "dobj")), None)
        if preposition.lower_ == "worth":
            of = next((c for c in preposition.children if c.lower_ == "of"), None)
            inner = next((t for t in of.children if t.dep_ == "pobj"), None) if of is not None else None
        if inner is None or inner.pos_ != "NOUN" or is_time(inner):
            continue
        if preposition.lower_ != "in" or names_measure(inner) or preposition.head is root:
            return inner
    return None


def noun_before(doc: Words, quantity: Quantity, root: Word) -> Word | None:
    """'a *loan* of $5m', 'the *budget*, $5m, …', '*aid* to Burundi ($5m)', '*arms* worth $5m', 'a *market* valued at $5m'."""
    if root.dep_ == "pobj" and root.head.lower_ in ("of", "at", "around", "about", "over", "under"):
        governor = root.head.head
        if governor.pos_ in ("NUM", "PROPN") and governor.head.dep_ == "prep":  # 'a value in 2021 of $11 billion'
            above = governor.head.head
            governor = above if above.pos_ == "NOUN" else next((c for c in above.children if c.dep_ == "dobj"), governor)
        if governor.pos_ == "NOUN" and not is_time(governor):
            return governor
    if root.dep_ in ("appos", "npadvmod") and (root.head.pos_ in ("NOUN", "PROPN") or root.head.dep_ in ("nsubj", "nsubjpass")):
        named = climbed(root.head)
        if named is not None or root.head.pos_ == "NOUN":
            return named or root.head
    worth = root.head
    if worth.lower_ in ("worth", "valued", "totalling", "totaling") and worth.head.pos_ == "NOUN":  # 'arms worth $17 billion'
        return worth.head
    opening = doc[quantity.token_start - 1] if quantity.token_start else None
    if opening is not None and opening.text in ("(", "[") and opening.i:
        return climbed(doc[opening.i - 1])
    return None


def climbed(word: Word) -> Word | None:
    """The nearest noun above a word, along its prepositions, that names a measure: '*price* of a TB2, around $5m'."""
    for _ in range(MAX_CLIMB):
        if names_measure(word):
            return word
        if word.dep_ in ("pobj", "prep", "pcomp", "dobj", "conj", "compound", "nmod") and not (
            word.dep_ == "dobj" and is_main(word.head)
        ):
            word = word.head
        else:
            return None
    return None


def is_main(word: Word) -> bool:
    """Whether a verb makes a clause of its own; 'for *loitering* munitions' does not."""
    return is_verbal(word) and word.dep_ != "pcomp"


def is_time(word: Word) -> bool:
    """Whether a word belongs to a time."""
    return any(t.token_start <= word.i < t.token_end for t in word.doc._.times)


# ------------------------------------------------------------------------------------------------ the noun at the verb
def noun_at_verb(doc: Words, quantity: Quantity, root: Word, verb: Word) -> Word | None:
    """The noun that a verb gives the size of: its subject ('trade *reached*') or its object ('*cut* the budget to')."""
    lemma = verb.lemma_.lower()
    objects = [o for o in find_objects(verb) if is_nominal(o, quantity)] if not is_passive(verb) else []
    objects = [o for o in objects if o.dep_ == "dobj" and o.i < quantity.token_start] or loose_objects(verb, quantity)
    if (
        objects
        and (lemma in word_set("setting_verbs") | moving())
        and preposition_before(doc, quantity) in ("to", "at", "by", "from")
    ):
        return objects[0]
    if lemma in word_set("measuring_verbs") | word_set("setting_verbs") | moving():
        subjects = [s for s in grammatical_subjects(verb) if not quantity.token_start <= s.i < quantity.token_end]
        subjects = [s for s in subjects if s.i < root.i]
        named = [s for s in subjects if is_nominal(s, quantity)]
        chosen = paired(named, doc, quantity)
        if chosen is None or names_person(chosen):
            return None
        return chosen
    return None


def loose_objects(verb: Word, quantity: Quantity) -> list[Word]:
    """The object of a verb that lost its own ('and its military *budget* at N'): the noun joined to the object, just before."""
    found = [t for c in verb.children if c.dep_ == "dobj" for t in coordinated(c)]
    near = [t for t in found if t.i < quantity.token_start and is_nominal(t, quantity)]
    return near[-1:]


def is_nominal(word: Word, quantity: Quantity) -> bool:
    """Whether a word can name a measure: a noun, or 'the dead', that is no part of the number."""
    named = word.pos_ in ("NOUN", "PROPN") or word.lemma_.lower() in word_set("death_words")
    return named and not quantity.token_start <= word.i < quantity.token_end and not is_time(word)


def names_person(word: Word) -> bool:
    """Whether a subject is somebody who does something with the amount, no measure."""
    mention = next((m for m in word.doc._.mentions if m.token_start <= word.i < m.token_end and m.head == word.i), None)
    return (
        mention is not None
        and mention.category in ("country", "person", "organisation", "group", "office")
        and not names_measure(word)
    )


def paired(nouns: Sequence[Word], doc: Words, quantity: Quantity) -> Word | None:
    """The first of some subjects; with 'respectively' the one that stands in its list where the number stands in its own."""
    if not nouns:
        return None
    joined = coordinated(nouns[0])
    sentence = nouns[0].sent
    if len(joined) > 1 and any(t.lower_ == "respectively" for t in sentence):
        numbers = [q for q in doc._.quantities if sentence.start <= q.token_start < sentence.end and q.unit == quantity.unit]
        if len(numbers) == len(joined) and quantity in numbers:
            return joined[numbers.index(quantity)]
    return nouns[0]


def preposition_before(doc: Words, quantity: Quantity) -> str | None:
    """The preposition before a number."""
    before = doc[quantity.token_start - 1] if quantity.token_start else None
    return before.lower_ if before is not None and before.pos_ in ("ADP", "PART", "SCONJ") else None


def taken_up(doc: Words, verb: Word, quantity: Quantity, earlier: Sequence[Measured]) -> "Word | Measured | None":
    """What 'it', 'which' or 'the figure' as the subject of a verb comes back to: a noun of measure, or an earlier figure."""
    subjects = [s for s in grammatical_subjects(verb) if s.i < quantity.token_start]
    if not subjects:
        return None
    subject = subjects[0]
    resuming = subject.lemma_.lower() in word_set("resuming_nouns") and not any(
        c.dep_ in ("prep", "compound") for c in subject.children
    )
    if subject.lower_ not in TAKING_UP and not resuming:
        return None
    index = resolve_noun(doc, subject) if not resuming else None
    if index is not None and names_measure(doc[index]):
        return doc[index]
    last = next((m for m in reversed(earlier) if m.quantity.unit not in ("rank", "%") and m.noun is not None), None)
    if last is not None and near_sentence(doc, last.root, subject):
        return last
    return None


def near_sentence(doc: Words, earlier: Word, later: Word) -> bool:
    """Whether two words stand in one sentence or in two that follow each other."""
    sentence = later.sent
    return earlier.sent == sentence or (sentence.start > 0 and doc[sentence.start - 1].sent == earlier.sent)


# ------------------------------------------------------------------------------------------------ words
def measure_by_verb(verb: Word, noun: Word | None) -> str:
    """The measure that a verb tells, with the thing that it is done to: 'exports of goods', 'spending'."""
    measure = verb_measures().get(verb.lemma_.lower())
    if measure is None:
        said = verb.tag_ in ("VBN", "VBD") and verb.lemma_ not in PLAIN
        measure = f"amount {verb.lower_}" if said else "amount"
    return f"{measure} of {noun_phrase(noun)}" if noun is not None else measure


def noun_phrase(noun: Word) -> str:
    """A noun with its modifiers, without articles, owners and numbers: 'bilateral trade'."""
    phrase = phrase_of(noun)
    numbers = {i for q in noun.doc._.quantities for i in range(q.token_start, q.token_end)}
    kept = [
        t
        for t in phrase
        if t.dep_ not in ("det", "poss", "case", "nummod", "quantmod") and t.head.dep_ != "poss" and t.i <= noun.i
    ]
    kept = [t for t in kept if not t.is_punct and t.tag_ not in ("PRP$", "$", "CD") and t.i not in numbers and not is_time(t)]
    text = document_of(noun.doc).text
    return text[kept[0].idx : noun.idx + len(noun)] if kept else noun.text
