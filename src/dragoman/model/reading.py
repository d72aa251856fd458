"""A reading: everything that one run of the reader says of one document."""

from dataclasses import dataclass

from dragoman.model.document import Document
from dragoman.model.span import Mention, Predicate, Quantity, TimeExpression
from dragoman.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Words that make a checkable claim without being a statement: 'in neighboring Tajikistan', 'the western city of X'.

    `parts` holds what the claim names, by a name that the check of that kind knows.
    """

    kind: str
    start: int
    end: int
    text: str
    parts: tuple[tuple[str, object], ...] = ()

    def part(self, name: str) -> object | None:
        """The part called `name`, None where the claim has none."""
        return dict(self.parts).get(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the reader says of one document: its statements, and the layers beneath them."""

    document: Document
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    predicates: tuple[Predicate, ...] = ()
