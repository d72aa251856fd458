"""GeoJSON (RFC 7946): a point for each statement that has a place on the map."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TextIO

from dragoman.exports.told_as_fact import how_sure, where_from


def write_geojson(rows: Iterable[Mapping[str, Any]], stream: TextIO) -> int:
    """Write statements with a place as a FeatureCollection, one feature a line; returns how many have none and are left out."""
    left_out = 0
    stream.write('{"type": "FeatureCollection", "features": [')
    comma = "\n"
    for row in rows:
        place = row["place"]
        if place is None or place["lat"] is None or place["lon"] is None:
            left_out += 1
            continue
        stream.write(comma + json.dumps(feature_of(row), ensure_ascii=False))
        comma = ",\n"
    stream.write("\n]}\n")
    return left_out


def feature_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """One statement as a feature. Coordinates are longitude, latitude in degrees; `precision` says how wide the place is."""
    place, time = row["place"], row["time"] or {}
    return {
        "type": "Feature",
        "id": row["id"],
        "geometry": {"type": "Point", "coordinates": [place["lon"], place["lat"]]},
        "properties": {
            "kind": row["kind"],
            "what": what_of(row),
            "place": place["name"],
            "country": place["country"],
            "precision": place.get("precision"),
            "start": time.get("start"),
            "end": time.get("end"),
            **{role: "; ".join(names) for role, names in parties_of(row)},
            **how_sure(row),
            **where_from(row),
        },
    }


def what_of(row: Mapping[str, Any]) -> str:
    """The heart of a statement in a word or two: the type of event, the item, the office."""
    for name in ("event_type", "item", "facility_type", "measure", "office", "status", "direction"):
        if row.get(name):
            return str(row[name])
    return str(row["kind"])


def parties_of(row: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Each role with the names that fill it."""
    roles: dict[str, list[str]] = {}
    for party in row["participants"]:
        if party["role"] != "location":
            roles.setdefault(party["role"], []).append(party["name"])
    yield from roles.items()
