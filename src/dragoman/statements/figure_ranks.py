"""Ranks: 'ranks seventh', 'the third-largest exporter of arms', and superlatives that rank first: 'its largest customer'."""

from collections.abc import Iterator
from typing import Final

from dragoman.language.attributes import document_of, in_furniture
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import grammatical_subjects, is_verbal
from dragoman.language.words import Word, Words
from dragoman.model.span import Mention, Quantity
from dragoman.model.statement import Participant
from dragoman.statements.figure_measures import MODIFYING, Measured, noun_phrase, word_set
from dragoman.statements.participants import build_participants, from_mention, mention_or_referent

POLITICAL: Final = frozenset({"country", "nationality", "organisation", "group", "person", "office", "place"})
COPULAR: Final = frozenset(
    {"be", "become", "remain", "make", "reckon", "consider", "rank", "rate", "call", "think", "believe", "deem"}
)
WHERE: Final = frozenset({"in", "anywhere", "worldwide", "of", "on", "among", "globally"})


def rank_measure(quantity: Quantity, root: Word, verb: Word | None) -> Measured | None:
    """A rank that is told by an ordinal."""
    noun = root.head if root.head.pos_ in ("NOUN", "PROPN") and root.head.i > root.i else None
    if noun is not None and noun.lemma_.lower() not in ("place", "position", "spot", "rank"):
        return Measured(quantity, root, f"rank as {noun_phrase(noun)}", noun=noun, verb=verb)
    if verb is not None and verb.lemma_ in word_set("rank_verbs") and verb in (root.head, root.head.head, root.head.head.head):
        return Measured(quantity, root, "rank", verb=verb)
    if noun is None:
        return None
    return Measured(quantity, root, "rank", noun=noun, verb=verb)


def first_ranks(doc: Words) -> Iterator[tuple[Quantity, Word]]:
    """Ranks that a superlative alone tells: 'the top producer of copper', 'are reckoned the largest anywhere'."""
    taken = {i for q in doc._.quantities for i in range(q.token_start, q.token_end)}
    for word in doc:
        if word.lower_ not in word_set("superlatives") or word.i in taken or in_furniture(word) or is_one_of(doc, word):
            continue
        noun = word.head
        attributive = word.dep_ in MODIFYING and noun.i > word.i and noun.lemma_.lower() in word_set("ranked_roles")
        if (attributive and noun.tag_ != "NNS" and is_definite(noun)) or is_predicative(doc, word):
            text = document_of(doc).text
            end = word.idx + len(word.text)
            yield (
                Quantity(
                    token_start=word.i,
                    token_end=word.i + 1,
                    start=word.idx,
                    end=end,
                    text=text[word.idx : end],
                    value=1.0,
                    unit="rank",
                ),
                word,
            )


def is_one_of(doc: Words, word: Word) -> bool:
    """Whether a superlative is shared out ('one of the largest') or counted ('second-largest', 'two largest')."""
    before = [t.lower_ for t in doc[max(word.i - 4, 0) : word.i]]
    return ("of" in before[-2:] and "one" in before) or any(
        t in ("one", "among", "-", "two", "three", "five", "ten") for t in before[-2:]
    )


def is_definite(noun: Word) -> bool:
    """Whether a noun has 'the' or an owner."""
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ == "the") for c in noun.children)


def is_predicative(doc: Words, word: Word) -> bool:
    """'is the largest in the world': no noun of its own, said of a subject, with the field that it is the first of."""
    if (
        word.i == 0
        or doc[word.i - 1].lower_ != "the"
        or word.dep_ not in ("attr", "oprd", "acomp", "dobj")
        or not is_verbal_or_be(word.head)
    ):
        return False
    return word.i + 1 < len(doc) and doc[word.i + 1].lower_ in WHERE and word.lower_ != "top"


def is_verbal_or_be(word: Word) -> bool:
    """Whether a word is a verb or a form of 'be'."""
    return is_verbal(word) or word.pos_ == "AUX"


def rank_parties(doc: Words, measured: Measured) -> list[Participant]:
    """Who has the rank, and in whose reckoning: '*China* is *Serbia's* second-largest supplier'."""
    noun, verb = measured.noun, measured.verb
    found: list[Participant] = []
    for subject in holders(measured):
        mentions = [m for m in mention_or_referent(doc, subject) if m.category in POLITICAL]
        found += [from_mention("subject", m, doc) for m in mentions] or build_participants("subject", [subject])
        if found:
            break
    if noun is not None:
        owners = [m for c in noun.children if c.dep_ == "poss" for m in parties_of(doc, c)]
        owners += [m for c in noun.children if c.dep_ in MODIFYING for m in parties_of(doc, c) if m.category == "nationality"]
        role = "counterpart" if found else "subject"
        found += [
            from_mention("counterpart" if role == "counterpart" else "subject", m, doc)
            for m in owners
            if m.country not in {p.country for p in found}
        ]
    if not found and verb is not None:
        found = build_participants("subject", [s for s in grammatical_subjects(verb) if s is not noun])
    return found


def parties_of(doc: Words, word: Word) -> list[Mention]:
    """The countries and bodies that a word names or comes back to."""
    return [m for m in mention_or_referent(doc, word) if m.category in POLITICAL]


def holders(measured: Measured) -> Iterator[Word]:
    """The words that the rank may be said of, the nearest construction first."""
    noun = measured.noun if measured.noun is not None else measured.root
    if measured.noun is None and measured.verb is not None:
        yield from grammatical_subjects(measured.verb)
    own = [c for c in noun.children if c.dep_ == "nsubj"]  # 'which makes *Iraq* its second-largest customer'
    yield from own
    head = noun.head
    if noun.dep_ == "appos":
        yield head
    yield from (c for c in noun.children if c.dep_ == "appos" and mention_at(noun.doc, c) is not None)
    if noun.dep_ in ("attr", "oprd", "dobj", "acomp", "ccomp", "xcomp", "conj") and head.lemma_ in COPULAR:
        objects = [c for c in head.children if c.dep_ in ("dobj", "nsubj") and c is not noun and c.i < noun.i]
        if head.lemma_ in ("make", "reckon", "consider", "rank") and any(c.dep_ == "dobj" for c in objects):
            objects = [c for c in objects if c.dep_ == "dobj"]
            yield from objects
        yield from grammatical_subjects(head)
    if noun.dep_ in ("nsubj", "nsubjpass", "dep", "npadvmod"):  # 'The sixth-largest supplier, Italy sent …'
        before = [c for c in head.children if c.dep_ in ("nsubj", "nsubjpass") and c is not noun]
        yield from before
        after = [c for c in head.children if c.dep_ == "attr" and head.lemma_ == "be"]  # 'The top buyer is China'
        yield from after
    if noun.dep_ == "pobj" and head.lower_ == "as":
        above = head.head
        yield from (c for c in above.children if c.dep_ in ("dobj", "nsubjpass", "nsubj"))
