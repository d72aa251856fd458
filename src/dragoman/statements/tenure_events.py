"""Comings into office and goings out of it, told by verbs (rules/tenures/) or by 'in office until'."""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.language.coreference import resolve
from dragoman.language.event_times import time_of
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import find_prepositional
from dragoman.language.words import Word, Words
from dragoman.model.span import Factuality, Mention
from dragoman.model.statement import Tenure
from dragoman.reference.office_titles import canonical_office
from dragoman.statements.frames import lexicon_of
from dragoman.statements.matching import Match, find_matches
from dragoman.statements.tenure_build import bounded, build_tenure
from dragoman.statements.tenure_posts import Post, office_by_term
from dragoman.statements.tenure_titles import office_before, office_beside


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
