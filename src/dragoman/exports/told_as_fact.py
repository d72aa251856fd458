"""Which statements are told as having happened: the only ones that may go where a row cannot say how sure it is."""

from collections.abc import Mapping
from typing import Any


def is_told_as_fact(row: Mapping[str, Any]) -> bool:
    """Whether a statement is told as so and as having happened, by the source that it names; not denied, planned or supposed.

    Args:
        row: A statement as it leaves the program.
    """
    factuality: Mapping[str, str] = row["factuality"]
    return factuality["polarity"] == "positive" and factuality["certainty"] == "certain" and bool(row["realis"] == "actual")


def how_sure(row: Mapping[str, Any]) -> dict[str, str]:
    """Who says it and how sure they are, in columns that every table of ours has."""
    source = row["attribution"] or {}
    return {
        "source": source.get("source") or "",
        "polarity": row["factuality"]["polarity"],
        "certainty": row["factuality"]["certainty"],
        "realis": row["realis"],
    }


def where_from(row: Mapping[str, Any]) -> dict[str, str]:
    """The words and the document, so that a row leads back to what says it."""
    document = row["document"]
    return {
        "words": row["text"],
        "document_id": document["id"],
        "published": document["published"] or "",
        "url": document["url"] or "",
        "id": row["id"],
    }
