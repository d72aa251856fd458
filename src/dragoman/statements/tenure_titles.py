"""The office and the term that stand beside a person's name: titles, appositions, 'the presidency of X', terms in brackets."""

import datetime as dt
import re
from typing import Final

from dragoman.language.mentions import mention_at
from dragoman.language.words import Word, Words
from dragoman.model.span import Mention, TimeExpression
from dragoman.reference.office_titles import canonical_office
from dragoman.reference.offices import find_person
from dragoman.reference.rule_files import load_word_lists

MAX_TITLE_WORDS: Final = 7
OPENING_BRACKET: Final = re.compile(r"[(\[]")


def office_before(doc: Words, person: Mention) -> str | None:
    """The title that the name carries in front: 'Iranian Armed Forces *Chief of Staff* Mohammad Bagheri'."""
    first = first_name_token(doc, person)
    start = max(first - MAX_TITLE_WORDS, doc[first].sent.start, 0)
    for begin in range(start, first):
        words = doc[begin:first]
        if any(t.is_punct and t.text not in "-’'" for t in words):
            continue
        office = office_named(words.text, person.country)
        if office is not None:
            return office
    return None


def first_name_token(doc: Words, person: Mention) -> int:
    """The first token of the name itself where the mention takes in the title as well."""
    names = {part.lower() for part in person.name.split()}
    for i in range(person.token_start, person.token_end):
        if doc[i].lower_ in names:
            return i
    return person.token_start


def office_named(words: str, country: str | None) -> str | None:
    """The plain name of an office that some words spell; plural titles of several holders count ('Presidents X and Y')."""
    plain = words.strip().removeprefix("former ").removeprefix("then-").strip()
    return canonical_office(plain, country) or (canonical_office(plain[:-1], country) if plain.endswith("s") else None)


def office_beside(doc: Words, head: Word) -> str | None:
    """The office in an apposition or a copula: 'Jane Doe, the *foreign minister* of X,', 'X is *president* of Y'."""
    beside = [c for c in head.children if c.dep_ == "appos"] + ([head.head] if head.dep_ == "appos" else [])
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        beside += [c for c in head.head.children if c.dep_ == "attr"]
    for noun in beside:
        for begin in range(max(noun.i - 3, noun.left_edge.i), noun.i + 1):
            for end in (noun.i + 3, noun.i + 1):  # 'chief of staff' goes on after its head
                office = canonical_office(doc[begin : min(end, len(doc))].text, None)
                if office is not None:
                    return office
    return None


def office_of_tenure_noun(head: Word) -> str | None:
    """The office in '*presidency* of X', 'X's *premiership*', 'under *president* X'."""
    lists = load_word_lists("dragoman.statements.rules", "tenure_nouns.toml")
    governor = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head.head
    if head.dep_ not in ("pobj", "poss"):
        return None
    for office, nouns in sorted(lists.items()):
        if governor.lemma_.lower() in nouns:
            return office
    return None


def start_of(term: TimeExpression) -> dt.date | None:
    """The day on which a term begins; None where it is open."""
    return dt.date.fromisoformat(term.time.start) if term.time is not None and term.time.start else None


def office_known(doc: Words, person: Mention, day: dt.date | None) -> str | None:
    """For 'X (2005-13)' without a title: the title that the coordination shares, else what the tables know."""
    head = doc[person.head]
    if head.dep_ == "conj":
        earlier = mention_at(doc, head.head)
        if earlier is not None and (shared := office_before(doc, earlier)) is not None:
            return shared
    holder = find_person(person.name, day, country=person.country)
    return holder.office if holder is not None else None


def term_after(doc: Words, person: Mention) -> TimeExpression | None:
    """The term in brackets right after the name: 'Mahmoud Ahmadinejad *(2005-13)*'."""
    ends = [person.token_end]
    for noun in doc[person.head].children:
        if noun.dep_ == "appos" and noun.i >= person.token_end:  # 'Jane Doe, minister of X *(2015-18)*'
            reach = range(noun.i + 1, min(noun.i + MAX_TITLE_WORDS, len(doc)))
            stop = next((i for i in reach if doc[i].is_punct and doc[i].text not in "-’'"), None)
            ends += [stop] if stop is not None else []
    for i in ends:
        if i + 1 < len(doc) and OPENING_BRACKET.match(doc[i].text):
            return next((t for t in doc._.times if i < t.token_start <= i + 3 and t.time is not None), None)
    return None
