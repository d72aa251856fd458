"""How many sources of some statements do not depend on each other.

A report that says 'Reuters reported' is Reuters', whoever prints it; two reports that rest on one named source are one source;
a reprint of a text is that text.
"""

import re
import zlib
from collections.abc import Iterable, Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from dragoman.reference.spelling import name_key

SHINGLE: Final = 5  # words
REPRINT: Final = 0.6  # share of shingles in common (Broder 1997) from which a text is a reprint of another
WORDS: Final = re.compile(r"\w+")


def origins_of(row: Mapping[str, Any], copies: Mapping[str, str], entity_of: Mapping[str, str]) -> frozenset[str]:
    """Whom a statement rests on, as keys: those named as its source, else the one who published it.

    Args:
        row: The statement.
        copies: From the id of each document to that of the one it reprints, or its own.
        entity_of: See `reports.report_of`.
    """
    document = row["document"]
    said = row["attribution"]
    if said and said["source"]:
        key = said["source_entity"]
        return frozenset({entity_of.get(key, key) if key else f"said/{document['id']}/{name_key(said['source'])}"})
    publisher = document.get("publisher")
    host = urlsplit(document["url"]).hostname if document.get("url") else None
    if publisher:
        return frozenset({f"published/{name_key(publisher)}"})
    return frozenset({f"published/{host}" if host else f"document/{copies.get(document['id'], document['id'])}"})


def count_independent(rows: Iterable[Mapping[str, Any]], copies: Mapping[str, str], entity_of: Mapping[str, str]) -> int:
    """How many sources do not depend on each other: documents that are reprints, or rest on one source, count once."""
    groups: list[set[str]] = []
    for row in rows:
        mine = set(origins_of(row, copies, entity_of)) | {f"document/{copies.get(row['document']['id'], row['document']['id'])}"}
        touching = [group for group in groups if group & mine]
        groups = [group for group in groups if not group & mine]
        groups.append(mine.union(*touching))
    return len(groups)


def find_copies(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """From the id of each document to the first of those whose text it repeats, or its own.

    Args:
        texts: Ids and texts, in the order in which the first shall count as the original.
    """
    shingles: dict[str, set[int]] = {}
    holders: dict[int, list[str]] = {}
    copies: dict[str, str] = {}
    for id_, text in texts:
        mine = shingles_of(text)
        common: dict[str, int] = {}
        for shingle in mine:
            for other in holders.get(shingle, ())[:50]:
                common[other] = common.get(other, 0) + 1
        likes = [(count / max(1, min(len(mine), len(shingles[other]))), other) for other, count in common.items()]
        original = min((other for share, other in likes if share >= REPRINT), default=None)
        copies[id_] = copies[original] if original is not None else id_
        if original is None:
            shingles[id_] = mine
            for shingle in mine:
                holders.setdefault(shingle, []).append(id_)
    return copies


def shingles_of(text: str) -> set[int]:
    """Each run of words in a text, as a number that is the same on every machine."""
    words = WORDS.findall(text.lower())
    runs = (" ".join(words[place : place + SHINGLE]) for place in range(max(1, len(words) - SHINGLE + 1)))
    return {zlib.crc32(run.encode()) for run in runs}
