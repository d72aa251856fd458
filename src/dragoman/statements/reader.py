"""Annotated Doc → Reading: runs the readers of all kinds and gives their statements ids and links."""

from collections.abc import Callable, Sequence

from spacy.tokens import Doc

from dragoman.language.attributes import document_of
from dragoman.language.words import Words, words_of
from dragoman.model.reading import Reading
from dragoman.model.statement import Statement
from dragoman.statements.assessments import read_assessments
from dragoman.statements.build import with_ids
from dragoman.statements.claims import find_claims
from dragoman.statements.events import link_contents, read_events
from dragoman.statements.facilities import read_facilities
from dragoman.statements.figures import read_figures
from dragoman.statements.frames import RULES_KEY
from dragoman.statements.memberships import read_memberships
from dragoman.statements.quotations import read_quotations
from dragoman.statements.tenures import read_tenures
from dragoman.statements.transfers import read_transfers
from dragoman.statements.users_rules import NO_RULES, UsersRules

READERS: tuple[Callable[[Words], Sequence[Statement]], ...] = (
    read_events,
    read_transfers,
    read_facilities,
    read_figures,
    read_tenures,
    read_memberships,
    read_assessments,
    read_quotations,
)


def read_annotated(doc: Doc, rules: UsersRules = NO_RULES) -> Reading:
    """All statements of a document with the layers beneath them; `rules` are frames of a user's own, beside the package's."""
    words = words_of(doc)
    if rules.texts:
        words.user_data[RULES_KEY] = rules
    statements = [statement for read in READERS for statement in read(words)]
    return Reading(
        document=document_of(words),
        statements=tuple(link_contents(words, with_ids(statements))),
        claims=tuple(find_claims(words)),
        times=tuple(words._.times),
        quantities=tuple(words._.quantities),
        mentions=tuple(words._.mentions),
        predicates=tuple(predicate for _, predicate in sorted(words._.predicates.items())),
    )
