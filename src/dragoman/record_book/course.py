"""The course of a relation: conflict and cooperation in each stretch of time, where it turned, and the words that weigh most."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Final

from dragoman.model.closed_lists import CERTAINTIES
from dragoman.record_book.relations import PERIODS, between, rounded
from dragoman.record_book.selection import Party, Selection
from dragoman.record_book.view import CURRENT, IN_BOOK, View, moment

TURN: Final = 2.0  # points of Goldstein's scale (-10 to 10): a smaller step from one side to the other is no turn


@dataclass(frozen=True, slots=True)
class Act:
    """An event of a dyad: when, how sure, how it weighs (None without a score), its statement."""

    period: str
    certainty: str
    goldstein: float | None
    statement: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A day, month or year of a relation.

    Conflict and cooperation are events scored below and above 0. `turn` is the side that the relation turned to. `strongest`
    is the statement whose score is furthest from 0, the surest first; its words stand beside it.
    """

    period: str
    events: int
    conflict: int
    cooperation: int
    score: float | None
    mean: float | None
    certainty: dict[str, int]
    statements: tuple[str, ...]
    strongest: str
    turn: str | None = None
    words: dict[str, Any] | None = None

    def to_dict(self) -> dict[str, Any]:
        """The stretch as it leaves the book."""
        names = ("period", "events", "conflict", "cooperation", "score", "mean", "turn", "certainty")
        return {name: getattr(self, name) for name in names} | {"statements": list(self.statements), "strongest": self.words}


def course_of(view: View, one: Party, other: Party, *, by: str = "month", directed: bool = False, **more: Any) -> list[Stretch]:
    """How the relation of two parties went, the oldest stretch first; what it leaves out is as in `relation`."""
    selection, query = between(view, one, other, directed=directed, **more)
    sql = (
        f"{CURRENT} select substr(s.time_start, 1, {PERIODS[by]}) as period, s.certainty, s.goldstein, s.id "
        f"from {IN_BOOK} where {query.where()} and s.time_start is not null order by 1, s.number"
    )
    acts = [Act(*row) for row in view.store.database.rows(sql, [*moment(selection), *query.parameters])]
    stretches = [stretch_of(period, list(those)) for period, those in groupby(acts, key=lambda act: act.period)]
    return with_words(view, with_turns(stretches), selection.as_of)


def stretch_of(period: str, acts: list[Act]) -> Stretch:
    """What the events of one stretch come to."""
    scores = [act.goldstein for act in acts if act.goldstein is not None]
    certainty = Counter(act.certainty for act in acts)
    return Stretch(
        period=period,
        events=len(acts),
        conflict=sum(score < 0 for score in scores),
        cooperation=sum(score > 0 for score in scores),
        score=rounded(sum(scores)) if scores else None,
        mean=rounded(sum(scores) / len(scores)) if scores else None,
        certainty={name: certainty[name] for name in CERTAINTIES if certainty[name]},
        statements=tuple(act.statement for act in acts),
        strongest=min(acts, key=weight).statement,
    )


def weight(act: Act) -> tuple[float, int]:
    """What weighs most comes first; of equals, what is surest."""
    return -abs(act.goldstein or 0), [*CERTAINTIES, act.certainty].index(act.certainty)


def with_turns(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Stretches with what they turned to: the mean changes its sign, and by enough to mean something."""
    found = []
    before: float | None = None
    for stretch in stretches:
        mean = stretch.mean
        turned = before is not None and mean is not None and before * mean < 0 and abs(mean - before) >= TURN
        found.append(replace(stretch, turn="conflict" if (mean or 0) < 0 else "cooperation") if turned else stretch)
        before = mean or before  # a stretch without scores, or one that balances, is on neither side
    return found


def with_words(view: View, stretches: list[Stretch], as_of: str | None) -> list[Stretch]:
    """Stretches with the words of their strongest statements."""
    if not stretches:
        return []
    chosen = Selection(ids=tuple(stretch.strongest for stretch in stretches), as_of=as_of)
    names = ("id", "start", "end", "text", "event_type", "goldstein")
    words = {
        row["id"]: {"document": row["document"]["id"]} | {name: row.get(name) for name in names}
        for row in view.statements(chosen)
    }
    return [replace(stretch, words=words[stretch.strongest]) for stretch in stretches]
