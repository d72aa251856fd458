"""Who held which office, and when: titles before names, terms in brackets, comings and goings."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dragoman.language.attributes import in_furniture
from dragoman.language.event_times import time_of
from dragoman.language.words import Word, Words
from dragoman.model.span import Factuality, Mention, TimeExpression
from dragoman.model.statement import Statement, Tenure
from dragoman.statements.tenure_build import bounded, build_tenure
from dragoman.statements.tenure_events import post_office, post_tenure, tenures_told
from dragoman.statements.tenure_holders import Holding, holdings_of
from dragoman.statements.tenure_nouns import (
    office_named_by,
    office_nouns,
    polity_named_by,
    relation_of,
    start_of_phrase,
    term_beside,
)
from dragoman.statements.tenure_posts import posts_told
from dragoman.statements.tenure_titles import (
    office_before,
    office_beside,
    office_known,
    office_of_tenure_noun,
    start_of,
    term_after,
)

HELD: Final = "held-"  # before the rule's name where the time is one at which the office was held, not its term
PERSONAL: Final = frozenset({"administration", "government", "cabinet", "presidency", "era", "regime"})  # a leader's own


def read_tenures(doc: Words) -> list[Statement]:
    """A tenure for each person named with an office or a term, and one for each coming into or leaving of office."""
    held = [t for noun in office_nouns(doc) for t in tenures_of_noun(doc, noun)]
    told = list(tenures_told(doc))
    twins = {(t.office, t.in_role("person")[0].start): t.read_by for t in told}
    held = [named_by_frame(t, twins) for t in held]
    said = {(t.office, p.start) for t in held for p in t.in_role("person") if t.time is not None}
    told = [t for t in told if not any((t.office, p.start) in said for p in t.in_role("person"))]
    told += [post_tenure(doc, post, office) for post in posts_told(doc) if (office := post_office(doc, post)) is not None]
    told_people = {p.start for t in [*told, *held] for p in t.in_role("person")}
    named = [t for m in doc._.mentions if m.category == "person" and m.start not in told_people for t in tenures_named(doc, m)]
    return [*held, *told, *named]


def named_by_frame(tenure: Tenure, frames: dict[tuple[str, int | None], str]) -> Tenure:
    """The tenure with the name of the frame that reads it too; a time at which an office was only held stays known as such."""
    frame = frames.get((tenure.office, tenure.in_role("person")[0].start))
    plain = frame is None or tenure.time is None or tenure.read_by.startswith(f"tenure:{HELD}")
    return tenure if plain else replace(tenure, read_by=frame or tenure.read_by)


def tenures_of_noun(doc: Words, noun: Word) -> Iterator[Tenure]:
    """The tenures that an office noun gives: one for each person whom the text puts into the office."""
    polity = polity_named_by(doc, noun)
    for holding in holdings_of(doc, noun):
        if names_a_thing(doc, holding.person):
            continue
        country = polity.country if polity is not None else holding.person.country
        office = office_named_by(noun, country)
        if office is not None and (polity is not None or holding.person.country is not None):
            yield tenure_of_noun(doc, noun, holding, office, polity)


def names_a_thing(doc: Words, person: Mention) -> bool:
    """Whether a thing bears the name: 'Queen Elizabeth class', 'the King David Hotel', but not 'the Trump era'."""
    head = doc[person.head]
    if head.dep_ != "compound" or person.token_start <= head.head.i < person.token_end or head.head.i < head.i:
        return False
    return office_of_tenure_noun(head) is None and head.head.lemma_.lower() not in PERSONAL


def tenure_of_noun(doc: Words, noun: Word, holding: Holding, office: str, polity: Mention | None) -> Tenure:
    """The statement that a person is in the office that a noun names."""
    term = term_beside(doc, noun)
    if term is None and (bracket := term_after(doc, holding.person)) is not None and bracket.time is not None:
        term = bracket.time, [bracket]
    words = [w for t in term[1] for w in doc[t.token_start : t.token_end]] if term is not None else []
    more = [doc[start_of_phrase(noun)], noun, *words]
    trigger = holding.verb or noun
    at_a_time = term is not None and relation_of(doc, term[1][0]) in ("in", "during")  # 'president in 2010' tells no bounds
    rule = f"{HELD}{holding.rule}" if at_a_time or (term is None and holding.bound == "held") else holding.rule
    tenure = build_tenure(doc, trigger, holding.person, office, time=None, more=more, rule=rule, polity=polity)
    if holding.verb is None:  # a name beside an office holds whatever its verb says of it
        tenure = replace(tenure, realis="actual", factuality=Factuality())
    if term is not None and (holding.bound != "end" or term[0].end is None):
        return replace(tenure, time=term[0])
    dated = holding.verb is not None or holding.bound == "held"
    verb = holding.verb or governing_verb(noun)
    expression = (time_of(doc, verb) or time_of_cleft(doc, verb)) if dated else None
    if expression is None or expression.time is None:
        return tenure
    return bounded(tenure, expression.time, holding.bound)


def tenures_named(doc: Words, person: Mention) -> Iterator[Tenure]:
    """The office that stands beside a person's name: a title, an apposition, 'the presidency of X', a term in brackets."""
    head = doc[person.head]
    if in_furniture(head) or names_a_thing(doc, person):
        return
    office = office_before(doc, person) or office_beside(doc, head) or office_of_tenure_noun(head)
    term = term_after(doc, person)
    if office is None and term is not None:
        office = office_known(doc, person, start_of(term))
    if office is None:
        return
    time = term.time if term is not None else None
    more = doc[term.token_start : term.token_end] if term is not None else ()
    yield build_tenure(doc, head, person, office, time=time, more=more, rule="title" if term is None else "term-in-brackets")


def governing_verb(noun: Word) -> Word:
    """The verb whose clause an office stands in: it happened while the office was held by who held it 'then'."""
    return next((w for w in noun.ancestors if w.pos_ in ("VERB", "AUX")), noun)


def time_of_cleft(doc: Words, verb: Word) -> TimeExpression | None:
    """'It was *in 2001* that she came': the time that stands with 'was'."""
    above = verb.head
    cleft = above is not verb and above.lemma_ == "be" and any(c.lower_ == "it" and c.dep_ == "nsubj" for c in above.children)
    return time_of(doc, above) if cleft else None
