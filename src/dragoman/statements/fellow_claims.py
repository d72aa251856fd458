"""Claims that numbers make about each other: growth between two figures, a total and its parts; and 'a fellow member'."""

from collections.abc import Iterator

from dragoman.language.mentions import mention_at
from dragoman.language.syntax import find_prepositional, find_subjects, is_verbal
from dragoman.language.words import Word, Words
from dragoman.model.reading import Claim
from dragoman.statements.claim_words import claim_over
from dragoman.statements.participants import mention_or_referent


def find_fellow_claims(doc: Words) -> Iterator[Claim]:
    """What 'X, a fellow member of the SCO' says of the state that the clause is about."""
    for token in doc:
        if token.lower_ != "fellow" or token.dep_ != "amod" or token.head.lemma_ not in ("member", "observer", "signatory"):
            continue
        noun = token.head
        bodies = [
            m
            for h in find_prepositional(noun, "of")
            for m in [mention_at(doc, h)]
            if m is not None and m.category == "organisation"
        ]
        others = countries_of_clause(doc, noun)
        own = {m.country for m in mention_or_referent(doc, noun.head)}
        for country in [c for c in others if c not in own][:1]:
            if bodies:
                status = "member" if noun.lemma_ == "member" else "observer" if noun.lemma_ == "observer" else "signatory"
                last = max(m.token_end for m in bodies) - 1
                yield claim_over(
                    doc,
                    "fellow member",
                    token.i,
                    last,
                    country=country,
                    organisation=bodies[0].entity or bodies[0].name,
                    status=status,
                )


def countries_of_clause(doc: Words, noun: Word) -> list[str]:
    """The countries of the subject of the clause that a noun stands in, or of the subject's owner."""
    for verb in noun.ancestors:
        if not is_verbal(verb):
            continue
        for subject in find_subjects(verb):
            heads = [subject, *(c for c in subject.children if c.dep_ == "poss")]
            found = [m.country for h in heads for m in mention_or_referent(doc, h) if m.country]
            if found:
                return found
    return []
