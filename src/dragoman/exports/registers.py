"""Tables in the columns of the field's own registers: transfers as in SIPRI's trade register, events as in POLECAT."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TextIO

from dragoman.exports.csv_table import write_csv
from dragoman.exports.told_as_fact import how_sure, where_from

FROM_TEXT: Final = ("source", "polarity", "certainty", "realis", "words", "document_id", "published", "url", "id")
# SIPRI Arms Transfers Database, trade register: its columns in its order, then ours.
SIPRI_COLUMNS: Final = (
    "Supplier", "Recipient", "Ordered", "No. comment", "Weapon designation", "Weapon description", "Year of order",
    "Year(s) of delivery", "Delivered", "Status", "Comments", *FROM_TEXT,
)  # fmt: skip
# POLECAT's columns (Halterman et al. 2023), as far as a text tells them, then ours.
POLECAT_COLUMNS: Final = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Contexts", "Quad Code", "Actor Name", "Actor ISO", "Actor Sector",
    "Recipient Name", "Recipient ISO", "Recipient Sector", "Intensity", "Placename", "Country", "Latitude", "Longitude",
    "Publication Date", *FROM_TEXT,
)  # fmt: skip
COOPERATION: Final = {"verbal": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "material": ("COOPERATE", "AID", "RETREAT")}
CONFLICT: Final = {
    "verbal": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "material": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}


def write_sipri(rows: Iterable[Mapping[str, Any]], stream: TextIO) -> None:
    """Transfers, one a row, as CSV."""
    write_csv((sipri_row(row) for row in rows if row["kind"] == "transfer"), stream, SIPRI_COLUMNS)


def sipri_row(row: Mapping[str, Any]) -> dict[str, str]:
    """One transfer. A cell is empty where the text tells nothing; 'Status' is the kind of transfer as the text tells it."""
    quantity, ordered, delivered = (row.get(name) or {} for name in ("quantity", "ordered", "delivered"))
    time, order_time = row["time"] or {}, row.get("order_time") or {}
    is_order = row["transfer_type"] in ("order", "sale", "licence", "offer")
    number = ordered or (quantity if is_order else {})
    came = delivered or ({} if is_order else quantity)
    return {
        "Supplier": names_in(row, "supplier"),
        "Recipient": names_in(row, "recipient"),
        "Ordered": amount(number),
        "No. comment": number.get("qualifier") or "",
        "Weapon designation": row["item"] or "",
        "Weapon description": row["item_category"] or "",
        "Year of order": years(time if is_order else order_time),
        "Year(s) of delivery": "" if is_order else years(time),
        "Delivered": amount(came),
        "Status": row["transfer_type"] or "",
        "Comments": "; ".join(
            f"{role}: {names}" for role in ("end_user", "intermediary", "payer") if (names := names_in(row, role))
        ),
        **how_sure(row),
        **where_from(row),
    }


def write_polecat(rows: Iterable[Mapping[str, Any]], stream: TextIO) -> None:
    """Events, one a row, as CSV."""
    write_csv((polecat_row(row) for row in rows if row["kind"] == "event"), stream, POLECAT_COLUMNS)


def polecat_row(row: Mapping[str, Any]) -> dict[str, str]:
    """One event. The date is its first day, empty where the text tells none: never the day of publication in its stead."""
    place, time = row["place"] or {}, row["time"] or {}
    return {
        "Event ID": row["id"],
        "Event Date": time.get("start") or "",
        "Event Type": row["event_type"],
        "Event Mode": row["mode"] or "",
        "Contexts": "; ".join(row["contexts"]),
        "Quad Code": quad_code(row["event_type"]),
        "Actor Name": names_in(row, "actor"),
        "Actor ISO": of_parties(row, "actor", "country"),
        "Actor Sector": of_parties(row, "actor", "sector"),
        "Recipient Name": names_in(row, "recipient"),
        "Recipient ISO": of_parties(row, "recipient", "country"),
        "Recipient Sector": of_parties(row, "recipient", "sector"),
        "Intensity": "" if row["goldstein"] is None else str(row["goldstein"]),
        "Placename": place.get("name") or "",
        "Country": place.get("country") or "",
        "Latitude": "" if place.get("lat") is None else str(place["lat"]),
        "Longitude": "" if place.get("lon") is None else str(place["lon"]),
        "Publication Date": row["document"]["published"] or "",
        **how_sure(row),
        **where_from(row),
    }


def quad_code(event_type: str) -> str:
    """PLOVER's quad class of an event type: verbal or material cooperation or conflict."""
    for ending, classes in (("COOPERATION", COOPERATION), ("CONFLICT", CONFLICT)):
        for manner, types in classes.items():
            if event_type in types:
                return f"{manner.upper()} {ending}"
    return ""


def parties(row: Mapping[str, Any], role: str) -> Iterator[Mapping[str, Any]]:
    """The participants in a role."""
    return (party for party in row["participants"] if party["role"] == role)


def names_in(row: Mapping[str, Any], role: str) -> str:
    """The names in a role."""
    return "; ".join(party["name"] for party in parties(row, role))


def of_parties(row: Mapping[str, Any], role: str, part: str) -> str:
    """A part of the participants in a role, in the order of their names; one not known is empty."""
    values = [party[part] or "" for party in parties(row, role)]
    return "; ".join(values) if any(values) else ""


def amount(quantity: Mapping[str, Any]) -> str:
    """A number, or a range, as the text has it."""
    value, low, high = (quantity.get(name) for name in ("value", "low", "high"))
    if value is not None:
        return f"{value:g}"
    return f"{low:g}-{high:g}" if low is not None and high is not None else ""


def years(time: Mapping[str, Any]) -> str:
    """The year or years of a time; an open end stays open: '2021-'."""
    start, end = (time.get("start") or "")[:4], (time.get("end") or "")[:4]
    return start if start == end else f"{start}-{end}"
