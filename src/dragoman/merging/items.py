"""What a record book holds, once: each thing that one or more statements report, with what its reports agree on and what not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.merging.clusters import Cluster, Decided, find_clusters
from dragoman.merging.entities import Entity, SameAs, find_entities, keys_of
from dragoman.merging.fields import Fields, fields_of
from dragoman.merging.independence import count_independent, find_copies
from dragoman.merging.reports import SIDES, report_of
from dragoman.model.serialise import stable_id


@dataclass(frozen=True, slots=True)
class Item:
    """A thing that statements report. `why` says for each pair that was joined what spoke for it."""

    id: str
    kind: str
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    independent: int
    fields: Fields
    why: tuple[dict[str, Any], ...]

    @property
    def disputed(self) -> dict[str, dict[str, list[str]]]:
        """The fields in which the reports differ."""
        return {name: values for name, values in self.fields.items() if len(values) > 1}

    def to_dict(self) -> dict[str, Any]:
        """The item as it leaves the book."""
        return {
            "id": self.id,
            "kind": self.kind,
            "statements": list(self.statements),
            "documents": list(self.documents),
            "independent": self.independent,
            "fields": self.fields,
            "why": list(self.why),
        }


@dataclass(frozen=True, slots=True)
class Merged:
    """All items and entities of a view."""

    items: tuple[Item, ...]
    entities: tuple[Entity, ...]


def merge(
    statements: Iterable[Mapping[str, Any]],
    mentions: Iterable[Mapping[str, Any]],
    texts: Iterable[tuple[str, str]],
    *,
    same_as: SameAs = SameAs(),  # noqa: B008  frozen
    decided: Decided = Decided(),  # noqa: B008  frozen
) -> Merged:
    """Bring reports of one thing together. A pure function of what it is given; the order makes no difference.

    Args:
        statements: Rows in the statement format. Quotations report words and are left out.
        mentions: Rows of the book's mentions.
        texts: Ids and texts of the documents, the oldest first: of two that repeat each other the first is the original.
        same_as: What people have decided about entities.
        decided: What people have decided about statements.
    """
    entities = find_entities(mentions, same_as)
    entity_of = keys_of(entities)
    rows = {row["id"]: row for row in statements if row["kind"] in SIDES}
    copies = find_copies(texts)
    clusters = find_clusters((report_of(row, entity_of) for row in rows.values()), decided)
    items = (build_item(cluster, copies, entity_of) for cluster in clusters)
    return Merged(tuple(sorted(items, key=lambda item: (item.documents, item.id))), tuple(entities))


def build_item(cluster: Cluster, copies: Mapping[str, str], entity_of: Mapping[str, str]) -> Item:
    """The item that the reports of a cluster make."""
    ids = tuple(report.id for report in cluster.reports)
    return Item(
        id=stable_id("item", sorted(ids)),
        kind=cluster.reports[0].kind,
        statements=ids,
        documents=tuple(dict.fromkeys(report.document for report in cluster.reports)),
        independent=count_independent((report.row for report in cluster.reports), copies, entity_of),
        fields=fields_of(cluster.reports),
        why=tuple(
            {"statements": [link.one, link.other], "points": link.points, "reasons": list(link.reasons)} for link in cluster.links
        ),
    )


def in_several(items: Iterable[Item]) -> Iterator[Item]:
    """The items that more than one document reports."""
    return (item for item in items if len(item.documents) > 1)
