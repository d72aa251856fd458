"""Reports of one thing, gathered: pairs that can be one are compared, and what no pair of a gathering contradicts is joined.

Only reports that share a kind, a country and a stretch of time are compared, so that the work grows with the number of reports
and not with its square. The result does not depend on the order in which reports are given.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.merging.compare import Comparison, compare
from dragoman.merging.reports import Report
from dragoman.merging.weights import load_weights

STRETCH = 16  # days of a block; a report stands in every block that its time touches, up to a bound
LARGEST_BLOCK = 400  # reports; in larger ones only near neighbours in time are compared
NEIGHBOURS = 60


@dataclass(frozen=True, slots=True)
class Link:
    """Why two reports were joined."""

    one: str
    other: str
    points: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """What people have decided about reports: pairs of ids to merge, and pairs to keep apart."""

    merged: frozenset[frozenset[str]] = frozenset()
    apart: frozenset[frozenset[str]] = frozenset()


@dataclass(slots=True)
class Cluster:
    """Reports of one thing, in the order of their ids, and why they are together."""

    reports: list[Report]
    links: list[Link] = field(default_factory=list)


def find_clusters(reports: Iterable[Report], decided: Decided = Decided()) -> list[Cluster]:
    """All reports, those of one thing together.

    The best pairs are joined first. Two gatherings are joined only where no pair across them has a veto, so that a chain
    of likenesses cannot join what contradicts itself, and only on the strength of a pair from two documents or of one text that
    tells the same twice.
    """
    ordered = sorted(reports, key=lambda report: (report.document, report.row["start"], report.id))
    home = {report.id: Cluster([report]) for report in ordered}
    by_id = {report.id: report for report in ordered}
    for pair in sorted(decided.merged, key=sorted):
        ids = sorted(pair & by_id.keys())
        if len(ids) == 2:
            join(home, ids[0], ids[1], Link(ids[0], ids[1], 0.0, ("a person merged them",)))
    known: dict[frozenset[str], Comparison] = {}
    links = []
    for one, other in pairs_to_compare(ordered):
        found = known[frozenset({one.id, other.id})] = compare(one, other)
        if found.veto is None and found.points >= enough_for_pair(one, other):
            links.append(Link(one.id, other.id, round(found.points, 2), tuple(found.reasons)))
    for link in sorted(links, key=lambda link: (-link.points, link.one, link.other)):
        if home[link.one] is home[link.other]:
            home[link.one].links.append(link)
        elif may_join(home[link.one].reports, home[link.other].reports, known, decided.apart):
            join(home, link.one, link.other, link)
    return list({id(cluster): cluster for report in ordered for cluster in (home[report.id],)}.values())


def enough_for_pair(one: Report, other: Report) -> float:
    """The points that join two reports. One text seldom tells one thing twice, so that there more is asked."""
    enough = load_weights().enough_for(one.kind, one.event_type)
    return enough + 1.5 if one.document == other.document else enough


def may_join(
    ones: Sequence[Report], others: Sequence[Report], known: dict[frozenset[str], Comparison], apart: frozenset[frozenset[str]]
) -> bool:
    """Whether no pair across two gatherings has a veto, a person's or ours."""
    for one in ones:
        for other in others:
            pair = frozenset({one.id, other.id})
            if pair in apart:
                return False
            if pair not in known:
                known[pair] = compare(one, other)
            if known[pair].veto is not None:
                return False
    return True


def join(home: dict[str, Cluster], one: str, other: str, link: Link) -> None:
    """Make one gathering of two."""
    into, gone = home[one], home[other]
    if into is not gone:
        into.reports = sorted(
            [*into.reports, *gone.reports], key=lambda report: (report.document, report.row["start"], report.id)
        )
        into.links.extend(gone.links)
        for report in gone.reports:
            home[report.id] = into
    into.links.append(link)


def pairs_to_compare(reports: Sequence[Report]) -> Iterable[tuple[Report, Report]]:
    """Each pair that may be one, once."""
    seen: set[tuple[str, str]] = set()
    for block in blocks_of(reports).values():
        reach = NEIGHBOURS if len(block) > LARGEST_BLOCK else len(block)
        for place, one in enumerate(block):
            for other in block[place + 1 : place + 1 + reach]:
                pair = (one.id, other.id)
                if pair not in seen and one.id != other.id:
                    seen.add(pair)
                    yield one, other


def blocks_of(reports: Iterable[Report]) -> Mapping[tuple[str, str, int | str], list[Report]]:
    """Reports that share a kind (with an event's type), a party and a stretch of time, in the order of time."""
    blocks: dict[tuple[str, str, int | str], list[Report]] = defaultdict(list)
    for report in reports:
        kind = f"{report.kind} {report.event_type or ''}"
        for party in sorted(report.countries | report.particulars) or ["nobody"]:
            for stretch in stretches_of(report):
                blocks[kind, party, stretch].append(report)
    for block in blocks.values():
        block.sort(key=lambda report: (report.time.first if report.time else report.published or 0, report.document, report.id))
    return blocks


def stretches_of(report: Report) -> list[int | str]:
    """The blocks of time of a report. What has no time stands in those around its publication, and where all without a day stand.

    A long time (a year's trade, an office held for years) has a block of its own, by its length's end, since only the same or a
    like time can agree with it.
    """
    margin = load_weights().news_days
    if report.time is None:
        day = report.published
        return ["no day"] if day is None else [*range((day - margin) // STRETCH, (day + margin) // STRETCH + 1), "undated"]
    if report.time.length > 4 * STRETCH:
        return ["long", "undated"]
    stretches: list[int | str] = list(range((report.time.first - margin) // STRETCH, (report.time.last + margin) // STRETCH + 1))
    return [*stretches, "undated"] if report.published is None else stretches
