"""What the reports of one thing say, field by field: one value where they agree, two or more where they do not.

Values that can both be true share a key: 'September 2022' and 22 September, 'about 120' and 121, Baykar and Turkey. The most
exact of them names the key.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.merging.names import is_designation, may_be_one_item
from dragoman.merging.numbers import Bounds, agree, bounds_of, numbers_in
from dragoman.merging.reports import SIDES, Days, Party, Report, days_of
from dragoman.reference.distances import distance_km
from dragoman.reference.spelling import name_key

NEAR_KM = 60.0  # towns nearer than this are named for each other
PLAIN = {
    "facility": ("facility_type", "status", "name"),
    "membership": ("status",),
    "tenure": ("office",),
    "assessment": ("direction",),
    "transfer": ("transfer_type",),
}

type Fields = dict[str, dict[str, list[str]]]


@dataclass(frozen=True, slots=True)
class Value:
    """What one report gives for a field: how it is written, how exact it is (less is more exact), and what is compared."""

    words: str
    width: float
    meaning: Any
    statement: str


def fields_of(reports: Sequence[Report]) -> Fields:
    """The fields of some reports of one thing, in a fixed order."""
    kind = reports[0].kind
    fields: Fields = {}
    put(fields, "time", group((time_value(r) for r in reports if r.row["time"]), times_agree))
    put(fields, "polarity", group((Value(p := r.row["factuality"]["polarity"], 0, p, r.id) for r in reports), same))
    put(fields, "place", group((place_value(r) for r in reports if r.row["place"]), places_agree))
    for name in sorted({name for r in reports for name in numbers_in(r.row)}):
        put(fields, name, group(number_values(reports, name), agree))
    if kind == "transfer":
        put(fields, "item", group((item_value(r) for r in reports), may_be_one_item))
    for name in PLAIN.get(kind, ()):
        values = (Value(str(r.row[name]), 0, name_key(str(r.row[name])), r.id) for r in reports if r.row[name])
        put(fields, name, group(values, same))
    for role in [role for side in SIDES[kind] for role in side]:
        values = (role_value(r, role) for r in reports if any(p.role == role for p in r.parties))
        put(fields, role, group(values, parties_agree))
    return fields


def put(fields: Fields, name: str, groups: dict[str, list[str]]) -> None:
    """Keep a field that somebody gives."""
    if groups:
        fields[name] = groups


def group(values: Iterable[Value], agrees: Callable[[Any, Any], bool]) -> dict[str, list[str]]:
    """Values that agree, together: each joins the first more exact one that it agrees with."""
    heads: list[Value] = []
    groups: dict[str, list[str]] = {}
    for value in sorted(values, key=lambda value: (value.width, value.words, value.statement)):
        home = next((head for head in heads if agrees(head.meaning, value.meaning)), None)
        if home is None:
            heads.append(value)
            home = value
        groups.setdefault(home.words, []).append(value.statement)
    return {words: sorted(ids) for words, ids in sorted(groups.items())}


def same(one: object, other: object) -> bool:
    """Whether two values are equal."""
    return one == other


def time_value(report: Report) -> Value:
    """The time of a report."""
    time = report.row["time"]
    days = days_of(time)
    words = time["start"] if time["start"] == time["end"] else f"{time['start'] or '..'}/{time['end'] or '..'}"
    return Value(words, days.length if days else 0, days, report.id)


def times_agree(one: Days, other: Days) -> bool:
    """Whether two times can both be right."""
    return one.gap(other) == 0


def place_value(report: Report) -> Value:
    """The place of a report."""
    place = report.row["place"]
    width = {"point": 0, "town": 1, "district": 2, "region": 3, "country": 4}.get(place["precision"], 2)
    return Value(place["name"], width, place, report.id)


def places_agree(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two places can both be right: one in the other, or near it."""
    if one["country"] and other["country"] and one["country"] != other["country"]:
        return False
    if name_key(one["name"]) == name_key(other["name"]) or {one["precision"], other["precision"]} - {"point", "town"}:
        return True
    if None in {one["lat"], one["lon"], other["lat"], other["lon"]}:
        return True
    return distance_km(one["lat"], one["lon"], other["lat"], other["lon"]) <= NEAR_KM


def number_values(reports: Sequence[Report], name: str) -> Iterable[Value]:
    """The numbers that the reports give in a field."""
    for report in reports:
        amount = numbers_in(report.row).get(name)
        bounds = bounds_of(amount)
        if amount is not None and bounds is not None:
            yield Value(number_words(amount, bounds), bounds[1] - bounds[0], bounds, report.id)


def number_words(amount: Mapping[str, Any], bounds: Bounds) -> str:
    """A number with what stands before it."""
    unit = f" {amount['unit']}" if amount.get("unit") and amount["unit"] != "count" else ""
    if amount.get("value") is None:
        return f"{bounds[0]:,.10g} to {bounds[1]:,.10g}{unit}"
    qualifier = amount.get("qualifier") or "exactly"
    return f"{'' if qualifier == 'exactly' else qualifier + ' '}{amount['value']:,.10g}{unit}"


def item_value(report: Report) -> Value:
    """The item of a transfer; a designation is more exact than a noun."""
    item = report.row["item"]
    return Value(item, 0 if is_designation(item) else 1, item, report.id)


def role_value(report: Report, role: str) -> Value:
    """Those in a role."""
    those = [party for party in report.parties if party.role == role]
    words = ", ".join(sorted({party.name for party in those}))
    vague = sum(party.particular is None for party in those)
    return Value(words, vague - 2 * len({p.country for p in those}), tuple(those), report.id)


def parties_agree(one: tuple[Party, ...], other: tuple[Party, ...]) -> bool:
    """Whether those that two reports name in a role can be the same: a body and its country can, two countries cannot."""
    mine, theirs = ({p.country for p in those if p.country} for those in (one, other))
    return not mine or not theirs or mine <= theirs or theirs <= mine
