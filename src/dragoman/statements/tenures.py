"""Who held which office, and when: titles before names, terms in brackets, comings and goings."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from dragoman.language.attributes import document_of, in_furniture
from dragoman.language.coreference import resolve
from dragoman.language.event_times import time_of
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import find_prepositional
from dragoman.language.words import Word, Words
from dragoman.model.span import Factuality, Mention, Time, TimeExpression
from dragoman.model.statement import Participant, Statement, Tenure
from dragoman.reference.office_titles import canonical_office
from dragoman.reference.offices import find_person
from dragoman.reference.rule_files import load_word_lists
from dragoman.statements.build import common_fields
from dragoman.statements.frames import lexicon_of
from dragoman.statements.matching import Match, find_matches
from dragoman.statements.participants import from_mention
from dragoman.statements.tenure_holders import Holding, holdings_of
from dragoman.statements.tenure_nouns import (
    office_named_by,
    office_nouns,
    polity_named_by,
    relation_of,
    start_of_phrase,
    term_beside,
)
from dragoman.statements.tenure_posts import Post, office_by_term, posts_told

MAX_TITLE_WORDS: Final = 7
HELD: Final = "held-"  # before the rule's name where the time is one at which the office was held, not its term
PERSONAL: Final = frozenset({"administration", "government", "cabinet", "presidency", "era", "regime"})  # a leader's own
OPENING_BRACKET: Final = re.compile(r"[(\[]")


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


def governing_verb(noun: Word) -> Word:
    """The verb whose clause an office stands in: it happened while the office was held by who held it 'then'."""
    return next((w for w in noun.ancestors if w.pos_ in ("VERB", "AUX")), noun)


def time_of_cleft(doc: Words, verb: Word) -> TimeExpression | None:
    """'It was *in 2001* that she came': the time that stands with 'was'."""
    above = verb.head
    cleft = above is not verb and above.lemma_ == "be" and any(c.lower_ == "it" and c.dep_ == "nsubj" for c in above.children)
    return time_of(doc, above) if cleft else None


def build_tenure(  # noqa: PLR0913  what a tenure is made of
    doc: Words,
    trigger: Word,
    person: Mention,
    office: str,
    *,
    time: Time | None,
    more: Iterable[Word] = (),
    rule: str,
    polity: Mention | None = None,
) -> Tenure:
    """The statement that a person holds or held an office."""
    participants: list[Participant] = [from_mention("person", person, doc)]
    of = from_mention("polity", polity, doc) if polity is not None else polity_of(doc, person)
    if of is not None:
        participants.append(of)
    common = common_fields(doc, trigger, read_by=f"tenure:{rule}", participants=participants, more=more)
    common["time"] = time
    if rule in ("title", "term-in-brackets"):
        common["realis"] = "actual"
    return Tenure(**common, office=office)


def polity_of(doc: Words, person: Mention) -> Participant | None:
    """The state or body that the office is of; by the words before the name where they stand, else as the person is known."""
    if person.country is None:
        return None
    for mention in reversed(doc._.mentions):
        if mention.country == person.country and mention.category in ("country", "nationality") and mention.start <= person.start:
            if person.start - mention.end < 80:
                return from_mention("polity", mention, doc)
            break
    return Participant(
        role="polity",
        name=person.country,
        text=document_of(doc).text[person.start : person.end],
        start=person.start,
        end=person.end,
        entity=f"state/{person.country}",
        country=person.country,
    )


def tenures_told(doc: Words) -> Iterator[Tenure]:
    """Comings and goings: 'X came into office', 'Y was sworn in as president', 'Z resigned'."""
    for match in find_matches(doc, lexicon_of(doc, "tenure")):
        for head in match.heads("person"):
            for person in people_at(doc, head):
                office = told_office(doc, match, person)
                if office is not None:
                    yield told_tenure(doc, match, person, office)
                    yield from replaced(doc, match, office)


def people_at(doc: Words, head: Word) -> list[Mention]:
    """The person that a phrase names or refers to."""
    mention = mention_at(doc, head)
    found = [mention] if mention is not None else resolve(doc, head)
    people = [m for m in found if m.category == "person"]
    beside = [mention_at(doc, c) for c in head.children if c.dep_ == "appos"] if not people else []
    return people or [m for m in beside if m is not None and m.category == "person"]


def told_office(doc: Words, match: Match, person: Mention) -> str | None:
    """The office that the frame names, else the one that stands beside the person's name anywhere in the text, or that fits."""
    for head in match.heads("office"):
        for begin in range(max(head.i - 3, head.left_edge.i), head.i + 1):
            for end in (head.i + 3, head.i + 1):
                office = canonical_office(doc[begin:end].text, person.country)
                if office is not None:
                    return office
    office = office_of_name(doc, person)
    if office is not None:
        return office
    expression = time_of(doc, match.trigger)
    known = office_by_term(person, expression.time if expression else None, str(match.pattern.fields.get("bound", "start")))
    return known or ("head of state or government" if match.pattern.id.startswith("come-into-office") else None)


def office_of_name(doc: Words, person: Mention) -> str | None:
    """The office that stands beside the person's name anywhere in the text."""
    for mention in doc._.mentions:
        if mention.category == "person" and (mention.entity, mention.name) == (person.entity, person.name):
            office = office_before(doc, mention) or office_beside(doc, doc[mention.head])
            if office is not None:
                return office
    return None


def post_office(doc: Words, post: Post) -> str | None:
    """The office of somebody who is in or out of office: the one whose term fits, else the one that the text names."""
    return office_by_term(post.person, post.time, post.bound) or office_of_name(doc, post.person)


def post_tenure(doc: Words, post: Post, office: str) -> Tenure:
    """The statement that a person was in an office, or out of it, at a time."""
    more = [w for t in post.times for w in doc[t.token_start : t.token_end]]
    tenure = build_tenure(doc, post.trigger, post.person, office, time=post.time, more=more, rule="in-office", polity=post.polity)
    return replace(tenure, factuality=Factuality(), realis="actual") if post.trigger.pos_ == "ADP" else tenure


def replaced(doc: Words, match: Match, office: str) -> Iterator[Tenure]:
    """'sworn in *in place of* Y', 'took over the presidency *from* Y': the term of the one before ends."""
    over = find_prepositional(match.trigger, "from") if match.pattern.id == "take-office" else []
    for head in [*find_prepositional(match.trigger, "in place of"), *over]:
        for person in people_at(doc, head):
            tenure = build_tenure(doc, match.trigger, person, office, time=None, rule="in-place-of")
            expression = time_of(doc, match.trigger)
            yield bounded(tenure, expression.time if expression is not None else None, "end")


def told_tenure(doc: Words, match: Match, person: Mention, office: str) -> Tenure:
    """The statement of a coming or going: its date is the first or the last day of the term."""
    tenure = build_tenure(doc, match.trigger, person, office, time=None, rule=match.pattern.id)
    expression = time_of(doc, match.trigger)
    return bounded(tenure, expression.time if expression is not None else None, str(match.pattern.fields.get("bound", "start")))


def bounded(tenure: Tenure, time: Time | None, bound: str) -> Tenure:
    """The tenure with an open term that begins or ends at a time."""
    if time is None or bound in ("whole", "held"):
        return replace(tenure, time=time)
    if bound == "start":
        return replace(tenure, time=replace(time, end=None))
    return replace(tenure, time=replace(time, start=None))
