"""Two statements of one kind: do they report one thing?

The answer is a sum of points with reasons, or a veto with one. What the points are worth, and why, is in weights.toml.
"""

from dataclasses import dataclass, field

from dragoman.merging.names import may_be_one_item
from dragoman.merging.numbers import agree, bounds_of, numbers_in
from dragoman.merging.reports import Report
from dragoman.merging.weights import load_weights
from dragoman.reference.distances import distance_km
from dragoman.reference.spelling import name_key

LONG = 31  # days; a longer time says little


@dataclass(slots=True)
class Comparison:
    """What was found, and what it is worth."""

    points: float = 0.0
    reasons: list[str] = field(default_factory=list)
    veto: str | None = None

    def add(self, name: str, detail: str = "") -> None:
        """Count something that speaks for one thing."""
        self.points += load_weights().points[name]
        self.reasons.append(f"{name.replace('_', ' ')}{f' ({detail})' if detail else ''}")


def compare(one: Report, other: Report) -> Comparison:
    """Compare two reports of one kind. The order makes no difference."""
    found = Comparison()
    for step in (compare_realis, compare_kind, compare_parties, compare_times, compare_places, compare_numbers, compare_words):
        step(one, other, found)
        if found.veto:
            return found
    return found


def is_one(one: Report, other: Report) -> bool:
    """Whether two reports are of one thing."""
    found = compare(one, other)
    return found.veto is None and found.points >= load_weights().enough_for(one.kind, one.event_type)


def compare_realis(one: Report, other: Report, found: Comparison) -> None:
    """What happened is not what is planned or possible. What is denied happened, says the other side."""
    if one.happened != other.happened:
        found.veto = "one is told as fact, the other as plan or possibility"


def compare_kind(one: Report, other: Report, found: Comparison) -> None:
    """What the kind says of its own."""
    match one.kind:
        case "event":
            compare_events(one, other, found)
        case "transfer":
            compare_transfers(one, other, found)
        case "facility":
            compare_facilities(one, other, found)
        case "figure":
            same = measure_key(one) == measure_key(other) and one.row["unit"] == other.row["unit"]
            mark(found, "same_type", same=same, unlike="different measures")
        case "tenure":
            same = name_key(one.row["office"]) == name_key(other.row["office"])
            mark(found, "same_type", same=same, unlike="different offices")
        case "membership":
            mark(found, "same_status", same=one.row["status"] == other.row["status"], unlike="different standing")
        case "assessment":
            same = one.row["direction"] == other.row["direction"] and one.row["dimension"] == other.row["dimension"]
            mark(found, "same_status", same=same, unlike="different judgements of relations")


def mark(found: Comparison, name: str, *, same: bool, unlike: str) -> None:
    """Count what agrees, or veto."""
    if same:
        found.add(name)
    else:
        found.veto = unlike


def compare_events(one: Report, other: Report, found: Comparison) -> None:
    """Type, mode and the word for the act."""
    if one.event_type != other.event_type:
        found.veto = f"{one.event_type} is not {other.event_type}"
        return
    modes = {one.row["mode"], other.row["mode"]}
    if len(modes) == 1 and None not in modes:
        found.add("same_mode")
    if one.row["trigger"].lower() == other.row["trigger"].lower():
        found.add("same_trigger")


def compare_transfers(one: Report, other: Report, found: Comparison) -> None:
    """The item, and how far the deal had come."""
    if load_weights().stages[one.row["transfer_type"]] != load_weights().stages[other.row["transfer_type"]]:
        found.veto = f"{one.row['transfer_type']} is not {other.row['transfer_type']}"
        return
    if name_key(one.row["item"]) == name_key(other.row["item"]):
        found.add("same_item", one.row["item"])
    elif one.row["item_category"] == other.row["item_category"]:
        if not may_be_one_item(one.row["item"], other.row["item"]):
            found.veto = f"{one.row['item']} is not {other.row['item']}"
        else:
            found.add("fitting_item")
    elif "unspecified" not in {one.row["item_category"], other.row["item_category"]}:
        found.veto = f"{one.row['item']} is not {other.row['item']}"


def compare_facilities(one: Report, other: Report, found: Comparison) -> None:
    """Name, type and what became of it."""
    names = [name_key(name) for name in (one.row["name"], other.row["name"]) if name]
    if len(names) == 2:
        mark(found, "same_name", same=names[0] == names[1], unlike="different names")
    if one.row["facility_type"] == other.row["facility_type"]:
        found.add("same_type", one.row["facility_type"])
    else:
        found.veto = found.veto or "different kinds of facility"
    statuses = {status for report in (one, other) if (status := report.row["status"])}
    if len(statuses) == 1 and one.row["status"] == other.row["status"]:
        found.add("same_status", one.row["status"])
    elif len(statuses) == 2:
        found.veto = found.veto or "different events of its life"


def measure_key(report: Report) -> str:
    """The measure of a figure without words that only say how it is put: 'Bilateral trade', 'trade between them'."""
    words = [
        word
        for word in name_key(report.row["measure"]).lower().split()
        if word not in {"bilateral", "total", "mutual", "overall"}
    ]
    return " ".join(words)


def compare_parties(one: Report, other: Report, found: Comparison) -> None:
    """The countries on each side, and persons and bodies that are named."""
    sides = [(one.first_side, other.first_side), (one.second_side, other.second_side)]
    known = [(a, b) for a, b in sides if a and b]
    if not known and not one.countries & other.countries:
        found.veto = "nobody in common"
        return
    if any(not a & b for a, b in known):
        found.veto = "different parties"
        return
    if all(a == b for a, b in sides) and known:
        found.add("same_parties", ", ".join(sorted(one.countries)))
    elif known and all(a <= b or b <= a for a, b in sides):
        found.add("fitting_parties")
    else:
        found.add("sharing_parties")
    compare_particulars(one, other, found)


def compare_particulars(one: Report, other: Report, found: Comparison) -> None:
    """Persons, groups and bodies beyond their countries. Two people of one country in one role are two acts."""
    if one.particulars & other.particulars:
        found.add("same_person", ", ".join(sorted(one.particulars & other.particulars)))
        return
    people = [{p.entity for p in report.parties if p.entity and p.entity.startswith("person/")} for report in (one, other)]
    if one.kind in {"event", "tenure"} and all(people):
        found.veto = "different people"


def compare_times(one: Report, other: Report, found: Comparison) -> None:
    """The days. A year's figure is that year's."""
    if one.time is None or other.time is None:
        if one.published is not None and other.published is not None:
            compare_publication(one, other, found)
        return
    gap = one.time.gap(other.time)
    allowed = load_weights().days_for(one.kind, one.event_type)
    if one.time == other.time:
        found.add(name_of_same_time(one))
    elif one.kind == "figure" or gap > allowed:
        found.veto = f"{gap} days apart" if gap else "different periods"
    elif one.time.holds(other.time) or other.time.holds(one.time):
        found.add("same_short_time" if max(one.time.length, other.time.length) <= LONG else "fitting_time")
    else:
        found.add("near_time", f"{gap} days apart")


def name_of_same_time(report: Report) -> str:
    """What it is worth that two reports have one time. The year of a figure is as good as the day of an act."""
    days = report.time.length if report.time else 0
    if days == 1 or report.kind in {"figure", "tenure"}:
        return "same_day"
    return "same_short_time" if days <= LONG else "fitting_time"


def compare_publication(one: Report, other: Report, found: Comparison) -> None:
    """Where a time is missing: how near the reports themselves are, and whether one could know of the other's day."""
    apart = abs((one.published or 0) - (other.published or 0))
    if apart <= load_weights().news_days:
        found.add("published_near", f"{apart} days apart")
    dated = one.time or other.time
    undated = other if one.time else one
    if dated is not None and undated.published is not None and dated.first > undated.published and one.happened:
        found.veto = "one was told before the other happened"


def compare_places(one: Report, other: Report, found: Comparison) -> None:
    """Where it was."""
    a, b = one.row["place"], other.row["place"]
    if a is None or b is None:
        return
    if a["country"] and b["country"] and a["country"] != b["country"]:
        found.veto = "different countries"
    elif name_key(a["name"]) == name_key(b["name"]):
        found.add("same_town" if a["precision"] in {"point", "town"} else "fitting_place", a["name"])
    elif {a["precision"], b["precision"]} & {"country", "region", "district", None}:
        found.add("fitting_place")
    elif None not in {a["lat"], b["lat"], a["lon"], b["lon"]}:
        away = distance_km(a["lat"], a["lon"], b["lat"], b["lon"])
        if away > load_weights().town_km:
            found.veto = f"{away:.0f} km apart"


def compare_numbers(one: Report, other: Report, found: Comparison) -> None:
    """Numbers speak for one thing where they agree; where they do not, sources contradict each other, or there are two things."""
    mine, theirs = numbers_in(one.row), numbers_in(other.row)
    for name in sorted(mine.keys() & theirs.keys()):
        a, b = bounds_of(mine[name]), bounds_of(theirs[name])
        if a is None or b is None:
            continue
        if mine[name].get("value") == theirs[name].get("value") and (mine[name].get("value") or 0) > 2:
            found.add("same_number", name)
        elif agree(a, b):
            found.add("near_number", name)
        elif one.document == other.document:
            found.veto = f"two numbers in one text ({name})"
        elif one.kind == "event" and one.event_type == "ASSAULT" and max(a[1], b[1]) > 3 * max(1.0, min(a[0], b[0])):
            found.veto = "tolls far apart"


def compare_words(one: Report, other: Report, found: Comparison) -> None:
    """Words in common beside names and numbers."""
    common = len(one.words & other.words)
    if common >= 4:
        found.add("words_many", ", ".join(sorted(one.words & other.words)[:6]))
    elif common >= 2:
        found.add("words_few", ", ".join(sorted(one.words & other.words)))
