"""'What stands out': a few sentences made from the fields of statements and findings, hedged as the texts hedge."""

from collections.abc import Iterable, Sequence

from dragoman.briefing.contexts import Link
from dragoman.briefing.dossier import Dossier, Entry
from dragoman.briefing.headlines import TRANSFER_WORDS, names
from dragoman.briefing.page_contexts import Point
from dragoman.briefing.party_names import parties_of
from dragoman.briefing.registers import link_to
from dragoman.briefing.wording import (
    CERTAINTY_WORDS,
    count_words,
    write_amount,
    write_dead,
    write_place,
    write_source,
    write_time,
)
from dragoman.model.statement import Event, Transfer

MOST_OF_A_SORT = 5
INCIDENTS = ("ASSAULT", "COERCE")


def find_points(dossier: Dossier) -> tuple[Point, ...]:
    """Disagreements first, then transfers, then incidents."""
    return (*disagreements(dossier), *transfers(dossier), *incidents(dossier))


def disagreements(dossier: Dossier) -> list[Point]:
    """The explanations of the first findings that disagree."""
    found = [f for f in dossier.findings if f.finding.verdict == "disagrees"]
    points = [
        Point(sort="disagreement", text=f.finding.explanation, links=(Link(label=f.label, href=f"#finding-{f.number}"),))
        for f in found[:MOST_OF_A_SORT]
    ]
    return [*points, *more(len(found), "disagreement", "disagreement", "findings")]


def transfers(dossier: Dossier) -> list[Point]:
    """The transfers that say most: those with a number and both parties, reports of the same one put together."""
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for entry in dossier.entries:
        transfer = entry.statement
        if isinstance(transfer, Transfer):
            standing = (transfer.factuality.polarity, transfer.realis, transfer.factuality.certainty)
            parties = (tuple(parties_of(entry, "supplier")), tuple(parties_of(entry, "recipient")))
            groups.setdefault((transfer.item.casefold(), transfer.transfer_type, *standing, *parties), []).append(entry)
    ranked = sorted(groups.values(), key=weigh, reverse=True)
    points = [Point(sort="transfer", text=tell_transfer(group), links=links(group)) for group in ranked[:MOST_OF_A_SORT]]
    return [*points, *more(len(ranked), "transfer", "transfer", "transfers")]


def weigh(group: Sequence[Entry]) -> tuple[int, ...]:
    """More documents, then both parties and a number, weigh more; sorting is stable for the rest."""
    first = group[0].statement
    known = sum(bool(first.in_role(role)) for role in ("supplier", "recipient"))
    numbered = any(isinstance(e.statement, Transfer) and e.statement.quantity for e in group)
    return (known, first.realis == "actual", int(numbered), len({e.leaf.label for e in group}))


def tell_transfer(group: Sequence[Entry]) -> str:
    """'A delivery of 10 × K2 from South Korea to Poland, 6 December 2022.' with what the text adds in doubt."""
    transfer = group[0].statement
    if not isinstance(transfer, Transfer):
        return ""
    numbers = list(
        dict.fromkeys(
            write_amount(e.statement.quantity) for e in group if isinstance(e.statement, Transfer) and e.statement.quantity
        )
    )
    goods = f"{' or '.join(numbers)} × {transfer.item}" if numbers else transfer.item
    supplier, recipient = names(transfer, "supplier"), names(transfer, "recipient")
    parts = [f"{TRANSFER_WORDS[transfer.transfer_type].capitalize()} of {goods}"]
    if transfer.transfer_type == "technology":
        parts = [f"Transfer of technology ({goods})"]
    if supplier:
        parts.append(f"from {supplier}")
    if recipient:
        parts.append(f"to {recipient}")
    return close_sentence(" ".join(parts), group, times(group))


def incidents(dossier: Dossier) -> list[Point]:
    """Assaults and coercion: those with dead first, then those with both parties."""
    found = [e for e in dossier.entries if isinstance(e.statement, Event) and e.statement.event_type in INCIDENTS]
    found = [e for e in found if e.statement.realis == "actual" and e.statement.in_role("actor", "recipient")]
    ranked = sorted(found, key=lambda e: (-dead(e), -len(e.statement.in_role("actor", "recipient")), e.leaf.label, e.number))
    points = [Point(sort="incident", text=tell_incident(e), links=(link_to(e),)) for e in ranked[:MOST_OF_A_SORT]]
    return [*points, *more(len(ranked), "incident", "incident", "parties")]


def dead(entry: Entry) -> int:
    """How many died, at least; 0 where the text gives no number."""
    event = entry.statement
    return (event.fatalities or event.fatalities_low or 0) if isinstance(event, Event) else 0


def tell_incident(entry: Entry) -> str:
    """Tell an incident: 'Assault by the Houthis on shipping (“attacked”), Red Sea, 12 January 2024, 5 killed.'."""
    event = entry.statement
    if not isinstance(event, Event):
        return ""
    kind = "Assault" if event.event_type == "ASSAULT" else "Coercion"
    actor, recipient, place = names(event, "actor"), names(event, "recipient"), write_place(event.place)
    said = f"{kind}{f' by {actor}' if actor else ''}{f' on {recipient}' if recipient else ''} (“{event.trigger}”)"
    killed = write_dead(event.fatalities, event.fatalities_low, event.fatalities_high)
    parts = [place, times([entry]), f"{killed} killed" if killed else ""]
    return close_sentence(said, [entry], ", ".join(filter(None, parts)))


def close_sentence(said: str, group: Sequence[Entry], rest: str) -> str:
    """Add time, then whatever keeps the sentence from saying more than the texts: standing, its cues, the sources."""
    statement = group[0].statement
    standing = statement.factuality
    doubts = []
    if standing.polarity == "negative":
        doubts.append("said not to be so")
    if statement.realis != "actual":
        doubts.append(statement.realis)
    if standing.certainty != "certain":
        doubts.append(CERTAINTY_WORDS[standing.certainty])
    words = ", ".join(doubts)
    heard = dict.fromkeys(cue for e in group for cue in e.statement.factuality.cues)
    cues = ", ".join(f"“{cue}”" for cue in heard) if doubts else ""
    ends = [rest, words + (f" ({cues})" if cues else ""), write_sources(group)]
    return "; ".join(filter(None, (f"{said}{f', {ends[0]}' if ends[0] else ''}", *ends[1:]))) + "."


def write_sources(group: Sequence[Entry]) -> str:
    """'source: the army'; where some say it in their own voice: 'sources: the army, the author of C'. Empty where all do."""
    if all(e.statement.attribution is None for e in group):
        return ""
    found = list(dict.fromkeys(write_source(e.statement.attribution) or f"the author of {e.leaf.label}" for e in group))
    return f"{'source' if len(found) == 1 else 'sources'}: {', '.join(found)}"


def times(group: Iterable[Entry]) -> str:
    """The times that the reports give, each once."""
    return " or ".join(dict.fromkeys(filter(None, (write_time(e.statement.time) for e in group))))


def links(group: Sequence[Entry]) -> tuple[Link, ...]:
    """The way to the words of each report."""
    return tuple(link_to(e) for e in group)


def more(total: int, sort: str, noun: str, anchor: str) -> list[Point]:
    """A line that says how many there are beyond those told."""
    rest = total - MOST_OF_A_SORT
    if rest <= 0:
        return []
    return [Point(sort=sort, text=f"And {count_words(rest, f'further {noun}')}.", links=(Link(label="all", href=f"#{anchor}"),))]
