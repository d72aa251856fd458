"""How the relation of two parties moved: events by month, counted and weighed by Goldstein's scores.

Source of the scores: Goldstein 1992, by CAMEO code; see reference/SOURCES.md.
"""

from dataclasses import dataclass
from typing import Any, Final

from dragoman.record_book.selection import Party, Query, Selection, conditions_of
from dragoman.record_book.view import CURRENT, IN_BOOK, View, moment

PERIODS: Final = {"day": 10, "month": 7, "year": 4}  # by how much of a date names them


@dataclass(frozen=True, slots=True)
class Point:
    """One stretch of time: how many events, sum and mean of their scores (None where no event has one), their statements."""

    period: str
    certainty: str
    events: int
    score: float | None
    mean: float | None
    statements: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """The point as it leaves the book."""
        return {name: getattr(self, name) for name in ("period", "certainty", "events", "score", "mean")} | {
            "statements": list(self.statements)
        }


def relation(view: View, one: Party, other: Party, *, by: str = "month", directed: bool = False, **more: Any) -> list[Point]:
    """The events between two parties, by period and certainty, the oldest first.

    Only what is told as having happened counts; an event stands at the beginning of its time, and what has no time nowhere.

    Args:
        view: The book.
        one: A party.
        other: Another.
        by: 'day', 'month' or 'year'.
        directed: Only what the first does to the second.
        more: Further fields of a selection.
    """
    selection, query = between(view, one, other, directed=directed, **more)
    sql = (
        f"{CURRENT} select substr(s.time_start, 1, {PERIODS[by]}) as period, s.certainty, count(*), "
        "sum(s.goldstein), avg(s.goldstein), "
        f"string_agg(s.id, ' ' order by s.number) from {IN_BOOK} where {query.where()} and s.time_start is not null "
        "group by 1, 2 order by 1, 2"
    )
    rows = view.store.database.rows(sql, [*moment(selection), *query.parameters])
    return [
        Point(period, certainty, int(events), rounded(score), rounded(mean), tuple(ids.split()))
        for period, certainty, events, score, mean, ids in rows
    ]


def between(view: View, one: Party, other: Party, *, directed: bool, **more: Any) -> tuple[Selection, Query]:
    """What is asked of the events between two parties: told as having happened, and not rejected by a person."""
    selection = Selection(kinds=("event",), dyad=(one, other), directed=directed, realis=("actual",), polarity="positive", **more)
    query = conditions_of(selection)
    rejected = sorted(view.decisions().rejected)
    if rejected:
        query.add(f"s.id not in ({', '.join('?' * len(rejected))})", *rejected)
    return selection, query


def rounded(value: float | None) -> float | None:
    """A score with two places, which is more than it means."""
    return None if value is None else round(float(value), 2)
