"""The acts between two parties, grouped in pairs. An ordered dyad is made here, from actor × recipient, never stored."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.briefing.dossier import Entry
from dragoman.briefing.party_names import is_known, parties_of
from dragoman.model.statement import Event, Transfer


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An event between two parties: from `actor` to `recipient`, or by both together where the text gives no direction."""

    entry: Entry
    event: Event
    actor: str
    recipient: str
    together: bool

    @property
    def happened(self) -> bool:
        """Whether the text states it as something that happened. Only such acts count in a mean score."""
        return is_done(self.event)


@dataclass(frozen=True, slots=True, kw_only=True)
class PairOfParties:
    """Two parties (in the order of their keys), the acts between them and the transfers between them."""

    parties: tuple[str, str]
    acts: tuple[Act, ...]
    transfers: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Goldstein scores of some acts. Only what the text states as done is scored; `neutral` has a score of 0 or none."""

    cooperative: int
    conflictual: int
    neutral: int
    not_done: int
    mean: float | None


def find_pairs(entries: Iterable[Entry]) -> list[PairOfParties]:
    """All pairs with something between them: known parties first, then those with most."""
    acts: dict[tuple[str, str], list[Act]] = defaultdict(list)
    transfers: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        for act in find_acts(entry):
            acts[sorted_pair(act.actor, act.recipient)].append(act)
        if isinstance(entry.statement, Transfer):
            for supplier in parties_of(entry, "supplier"):
                for recipient in parties_of(entry, "recipient", "end_user"):
                    if supplier != recipient:
                        transfers[sorted_pair(supplier, recipient)].append(entry)
    pairs = [
        PairOfParties(parties=key, acts=tuple(acts.get(key, ())), transfers=tuple(transfers.get(key, ())))
        for key in sorted({*acts, *transfers})
    ]
    return sorted(pairs, key=lambda p: (not all(map(is_known, p.parties)), -len(p.acts) - len(p.transfers), p.parties))


def is_done(event: Event) -> bool:
    """Whether the text states the act as done: neither negated nor planned, hypothetical or generic."""
    return event.realis == "actual" and event.factuality.polarity == "positive"


def sorted_pair(one: str, other: str) -> tuple[str, str]:
    """Two keys in a fixed order."""
    return (one, other) if one <= other else (other, one)


def find_acts(entry: Entry) -> list[Act]:
    """The dyads of an event: each actor with each recipient; the actors with each other where there is no recipient."""
    event = entry.statement
    if not isinstance(event, Event):
        return []
    # a thing ('the weapons') or somebody unnamed is no party: what only they receive is listed as without a second party
    actors, recipients = (list(filter(is_known, parties_of(entry, role))) for role in ("actor", "recipient"))
    dyads = [(a, r, False) for a in actors for r in recipients if a != r]
    if not recipients:
        dyads = [(a, b, True) for a, b in combinations(actors, 2)]
    return [Act(entry=entry, event=event, actor=a, recipient=r, together=together) for a, r, together in dyads]


def score_acts(acts: Sequence[Act]) -> Score:
    """Count acts by the sign of their score and take the mean of those that the text says happened."""
    happened = [act for act in acts if act.happened]
    scores = [act.event.goldstein for act in happened if act.event.goldstein is not None]
    return Score(
        cooperative=sum(s > 0 for s in scores),
        conflictual=sum(s < 0 for s in scores),
        neutral=len(happened) - sum(s != 0 for s in scores),
        not_done=len(acts) - len(happened),
        mean=sum(scores) / len(scores) if scores else None,
    )
