"""Who does what to whom as a network: GraphML and GEXF, for Gephi, Cytoscape, igraph and networkx.

A node is a party, an edge a statement with one that acts and one that receives. Written with the standard library's XML, which
escapes what it is given; characters that XML cannot hold are left out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TextIO
from xml.etree import ElementTree as ET

from dragoman.exports.geojson import what_of
from dragoman.exports.told_as_fact import how_sure, where_from

ACTING: Final = ("actor", "supplier", "owner", "operator", "member", "person")
RECEIVING: Final = ("recipient", "end_user", "host", "organisation", "polity")
NOT_IN_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
EDGE_FIELDS: Final = (
    "kind", "what", "start", "end", "weight", "source_of_report", "polarity", "certainty", "realis", "words", "document_id",
    "published", "url", "id",
)  # fmt: skip
NODE_FIELDS: Final = ("label", "country", "sector")


@dataclass(slots=True)
class Network:
    """Parties by their keys, and what stands between them."""

    nodes: dict[str, dict[str, str]] = field(default_factory=dict)
    edges: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)


def network_of(rows: Iterable[Mapping[str, Any]]) -> Network:
    """The network of statements that have a party on both sides."""
    network = Network()
    for row in rows:
        for one, other in pairs_of(row):
            for party in (one, other):
                network.nodes.setdefault(
                    key_of(party),
                    {"label": party["name"], "country": party["country"] or "", "sector": party["sector"] or ""},
                )
            network.edges.append((key_of(one), key_of(other), edge_of(row)))
    return network


def pairs_of(row: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Each party that acts with each that receives."""
    for one in row["participants"]:
        for other in row["participants"]:
            if one["role"] in ACTING and other["role"] in RECEIVING and key_of(one) != key_of(other):
                yield one, other


def key_of(party: Mapping[str, Any]) -> str:
    """What identifies a party: its entity, else its name."""
    return str(party["entity"] or f"name/{party['name'].casefold()}")


def edge_of(row: Mapping[str, Any]) -> dict[str, str]:
    """What an edge says of its statement. `weight` is Goldstein's score of an event, from -10 (conflict) to 10."""
    time, sure = row["time"] or {}, how_sure(row)
    goldstein = row.get("goldstein")
    return {
        "kind": row["kind"],
        "what": what_of(row),
        "start": time.get("start") or "",
        "end": time.get("end") or "",
        "weight": "" if goldstein is None else str(goldstein),
        "source_of_report": sure.pop("source"),
        **sure,
        **where_from(row),
    }


def clean(words: str) -> str:
    """Text that XML can hold."""
    return NOT_IN_XML.sub("", words)


def write_graphml(rows: Iterable[Mapping[str, Any]], stream: TextIO) -> int:
    """Write GraphML; returns the number of edges."""
    network = network_of(rows)
    root = ET.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for domain, names in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
        for name in names:
            kind = "double" if name == "weight" else "string"
            ET.SubElement(root, "key", {"id": f"{domain}-{name}", "for": domain, "attr.name": name, "attr.type": kind})
    graph = ET.SubElement(root, "graph", id="book", edgedefault="directed")
    for key, values in network.nodes.items():
        add_data(ET.SubElement(graph, "node", id=clean(key)), "node", values)
    for number, (one, other, values) in enumerate(network.edges):
        add_data(ET.SubElement(graph, "edge", id=f"e{number}", source=clean(one), target=clean(other)), "edge", values)
    write_tree(root, stream)
    return len(network.edges)


def add_data(element: ET.Element, domain: str, values: Mapping[str, str]) -> None:
    """The values of a node or an edge; empty ones are left out."""
    for name, value in values.items():
        if value:
            ET.SubElement(element, "data", key=f"{domain}-{name}").text = clean(value)


def write_gexf(rows: Iterable[Mapping[str, Any]], stream: TextIO) -> int:
    """Write GEXF 1.3 with days on its edges, for a timeline in Gephi; returns the number of edges."""
    network = network_of(rows)
    root = ET.Element("gexf", xmlns="http://gexf.net/1.3", version="1.3")
    graph = ET.SubElement(
        root, "graph", defaultedgetype="directed", mode="dynamic", timeformat="date", timerepresentation="interval"
    )
    for domain, names in (("node", NODE_FIELDS[1:]), ("edge", EDGE_FIELDS)):
        attributes = ET.SubElement(graph, "attributes", {"class": domain})
        for name in names:
            ET.SubElement(
                attributes, "attribute", id=f"{domain}-{name}", title=name, type="double" if name == "weight" else "string"
            )
    nodes = ET.SubElement(graph, "nodes")
    for key, values in network.nodes.items():
        add_attributes(ET.SubElement(nodes, "node", id=clean(key), label=clean(values["label"])), "node", values)
    edges = ET.SubElement(graph, "edges")
    for number, (one, other, values) in enumerate(network.edges):
        days = {name: values[name] for name in ("start", "end") if values[name]}
        edge = ET.SubElement(edges, "edge", {"id": str(number), "source": clean(one), "target": clean(other), **days})
        add_attributes(edge, "edge", values)
    write_tree(root, stream)
    return len(network.edges)


def add_attributes(element: ET.Element, domain: str, values: Mapping[str, str]) -> None:
    """The values of a node or an edge; empty ones and the label are left out."""
    holder = ET.SubElement(element, "attvalues")
    for name, value in values.items():
        if value and name != "label":
            ET.SubElement(holder, "attvalue", {"for": f"{domain}-{name}", "value": clean(value)})


def write_tree(root: ET.Element, stream: TextIO) -> None:
    """Write a tree with its declaration."""
    ET.indent(root)
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    stream.write(ET.tostring(root, encoding="unicode"))
    stream.write("\n")
