"""Who holds the office that a noun phrase names: by apposition, by 'is', by 'as' and by verbs of coming and going."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from dragoman.language.coreference import resolve
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import coordinated, find_objects, find_possessors, find_subjects, is_passive, is_verbal
from dragoman.language.words import Word, Words
from dragoman.model.span import Mention
from dragoman.statements.tenure_nouns import start_of_phrase, words_for

Bound = Literal["whole", "start", "end", "held"]
COPULAS: Final = frozenset({"be", "become", "remain", "stay"})
PREDICATIVE: Final = frozenset({"attr", "oprd", "acomp"})
SPELL_VERBS: Final[dict[str, Bound]] = {  # what the time of a verb says of the term that is its subject
    "run": "whole", "last": "whole", "stretch": "whole", "span": "whole", "begin": "start", "start": "start", "end": "end",
    "expire": "end", "finish": "end", "close": "end",
}  # fmt: skip
CLAUSES: Final = frozenset({"ccomp", "advcl", "relcl", "xcomp", "acl"})


@dataclass(frozen=True)
class Holding:
    """A person in an office. `verb` is the word that says so, None for a name beside an office.

    `bound` says what the verb's time is: the whole term, its beginning or end, or a time at which the office was held.
    """

    person: Mention
    verb: Word | None
    bound: Bound
    rule: str


def holdings_of(doc: Words, noun: Word) -> Iterator[Holding]:
    """Everybody whom the text puts into the office that a noun names."""
    verb = verb_of(noun)
    if verb is not None:
        yield from held_by_verb(doc, noun, verb[0], by_as=verb[1])
        return
    rule = "then" if is_then(doc, noun) else "beside"
    for person in people_beside(doc, noun):
        yield Holding(person, None, "held" if rule == "then" else "whole", rule)


def person_at(doc: Words, word: Word) -> list[Mention]:
    """The person whom a word names or comes back to."""
    mention = mention_at(doc, word)
    if mention is not None and mention.category == "person":
        return [mention]
    if mention is not None and mention.category in ("country", "nationality", "place", "organisation"):
        return []
    return [m for m in resolve(doc, word) if m.category == "person"][:1]


# -------------------------------------------------------------------------------------------------- names beside the office
def people_beside(doc: Words, noun: Word) -> list[Mention]:
    """The persons in apposition to an office: before it with a comma or bracket, or after it, all that are joined."""
    after = after_noun(doc, noun)
    before = before_phrase(doc, noun)
    found = [*before, *after] if not before or noun.tag_ in ("NNS", "NNPS") else before
    return list({m.token_start: m for m in found}.values())


def before_phrase(doc: Words, noun: Word) -> list[Mention]:
    """'*Jane Doe*, Chad's prime minister', '*Jane Doe* (queen of Tonga': the name that the phrase follows."""
    at = start_of_phrase(noun)
    while at > noun.sent.start and doc[at - 1].lower_ in words_for("adverbs") | words_for("past"):
        at -= 1
    if at - 2 < noun.sent.start or doc[at - 1].text not in (",", "(", "–", "—", "-"):
        return []
    named = name_ending_at(doc, at - 1)
    if named is None or (doc[named.head].dep_ == "conj" and noun.head is not doc[named.head]):
        return []
    titled = doc[noun.i + 1] if noun.i + 1 < noun.sent.end else None
    follows = mention_at(doc, titled) if titled is not None else None
    return [] if follows is not None and follows.category == "person" else [named]


def name_ending_at(doc: Words, end: int) -> Mention | None:
    """The person whose name ends right before a word."""
    mention = mention_at(doc, end - 1)
    return mention if mention is not None and mention.category == "person" and mention.token_end == end else None


def after_noun(doc: Words, noun: Word) -> list[Mention]:
    """'the Chadian trade minister, *Jane Doe*': a name in apposition, right behind the phrase, or after its term."""
    heads = [c for c in noun.children if c.dep_ in ("appos", "conj") and c.i > noun.i and follows_comma(doc, c)]
    heads += [noun.head] if noun.dep_ in ("compound", "nmod") and noun.head.i == next_name(doc, noun) else []
    if not heads and noun.dep_ in ("nsubj", "nsubjpass", "dep", "nmod", "npadvmod", "ROOT", "appos"):
        heads = [w for w in noun.head.children if w.i > noun.i and w.dep_ in ("nsubj", "nsubjpass") and follows_comma(doc, w)]
    heads = heads or fronted(doc, noun)
    people = [mention_at(doc, h) for head in heads for h in coordinated(head)]
    return [m for m in people if m is not None and m.category == "person"]


def fronted(doc: Words, noun: Word) -> list[Word]:
    """'Chad's premier from 2012 until a coup removed her, *Jane Doe* had been': a phrase that opens its sentence."""
    if start_of_phrase(noun) != noun.sent.start:
        return []
    marks = [w.i for w in doc[noun.i : noun.sent.end] if w.text == ","]
    if not marks or any(w.pos_ in ("VERB", "AUX") for w in doc[noun.i : marks[0]] if not in_clause_of_end(w)):
        return []
    at = next_name(doc, doc[marks[0]])
    return [doc[at]] if at >= 0 and doc[at].dep_ in ("nsubj", "nsubjpass") else []


def in_clause_of_end(verb: Word) -> bool:
    """Whether a verb stands in a clause that says when a term ended: 'until a coup removed her'."""
    return any(c.lower_ in ("until", "till", "before") for c in verb.children)


def next_name(doc: Words, noun: Word) -> int:
    """The head of the name that follows an office directly; -1 where none does."""
    mention = mention_at(doc, noun.i + 1) if noun.i + 1 < len(doc) else None
    return mention.head if mention is not None and mention.category == "person" else -1


def follows_comma(doc: Words, head: Word) -> bool:
    """Whether a name stands behind a comma."""
    mention = mention_at(doc, head)
    return mention is not None and mention.token_start > 0 and doc[mention.token_start - 1].text in (",", ":", "(", "–", "—")


def is_then(doc: Words, noun: Word) -> bool:
    """'then Chad's finance minister', 'the then-queen', 'premier at the time', 'consul of the day'."""
    first, last = start_of_phrase(noun), noun.sent.end
    front = [w.lower_ for w in doc[max(first - 1, noun.sent.start) : noun.i]]
    behind = doc[noun.i + 1 : min(noun.i + 9, last)].text.lower()
    return "then" in front or any(words in behind.split(",")[0] for words in ("at the time", "of the day", "in those days"))


# -------------------------------------------------------------------------------------------------- verbs
def verb_of(noun: Word) -> tuple[Word, bool] | None:
    """The word that puts somebody into the office, and whether by 'as': 'was queen', 'served as consul', 'time as mayor'."""
    top = noun
    while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN"):
        top = top.head
    if top.dep_ == "pobj" and top.head.lower_ == "as" and top.head.dep_ in ("prep", "advmod", "mark"):
        return top.head.head, True
    if top.head.lemma_ in COPULAS and top.dep_ in (*PREDICATIVE, "conj"):
        return top.head, False
    if top.head.lemma_.lower() in words_for("begins") and top.dep_ in (*PREDICATIVE, "dobj", "ccomp", "xcomp"):
        return (top.head, False) if top.dep_ != "dobj" or is_passive(top.head) or has_object_before(top) else None
    return None


def has_object_before(noun: Word) -> bool:
    """'elected *her* president'."""
    return any(c.dep_ in ("dobj", "dative") and c.i < noun.i for c in noun.head.children)


def held_by_verb(doc: Words, noun: Word, verb: Word, *, by_as: bool) -> Iterator[Holding]:
    """The holders that a verb gives, each with what the verb's time says of the term."""
    lemma = verb.lemma_.lower()
    if not is_verbal(verb):
        if lemma in words_for("spells"):
            governor = verb.head if verb.dep_ == "nsubj" and is_verbal(verb.head) else verb
            bound = SPELL_VERBS.get(governor.lemma_, "held")
            yield from (Holding(p, governor, bound, "spell") for w in owners(verb) for p in person_at(doc, w))
        elif mention_at(doc, verb) is not None:
            yield from (Holding(p, None, "whole", "beside") for p in person_at(doc, verb))
        return
    subjects = find_subjects(verb) if not is_passive(verb) else []
    objects = [w for w in find_objects(verb) if w is not noun]
    if lemma == "be" and by_as and any(w.lower_ == "it" for w in subjects):
        clause = next((c for c in verb.children if c.dep_ in CLAUSES), verb)
        yield from (Holding(p, clause, "held", "as") for w in find_subjects(clause) for p in person_at(doc, w))
        return
    if lemma in words_for("follows") and by_as:
        yield from (Holding(p, verb, "start", "succeed") for w in subjects for p in person_at(doc, w))
        yield from (Holding(p, verb, "end", "succeeded") for w in objects for p in person_at(doc, w))
        return
    people = [p for w in objects if w.i < noun.i for p in person_at(doc, w)] if by_as or objects else []
    people = people or [p for w in subjects for p in person_at(doc, w)]
    yield from (Holding(p, verb, bound_of(lemma, by_as=by_as), "as" if by_as else lemma) for p in people)


def owners(spell: Word) -> list[Word]:
    """Whose term a noun is: 'her long stint', 'did not finish a third term'."""
    possessors = find_possessors(spell)
    return possessors or (find_subjects(spell.head) if is_verbal(spell.head) and spell.dep_ == "dobj" else [])


def bound_of(lemma: str, *, by_as: bool) -> Bound:
    """What a verb's time says of the term; a verb that is no coming or going only tells a time at which the office was held."""
    if lemma in words_for("begins"):
        return "start"
    if lemma in words_for("ends") and by_as:
        return "end"
    return "whole" if lemma in words_for("whole") else "held"
