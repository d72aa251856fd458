"""What documents say of each other: where they contradict, and where they bear each other out."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.merging.items import Item
from dragoman.model.serialise import stable_id

NAMES = {"value": "figure", "fatalities": "number of dead", "injured": "number of injured", "count": "number"}


def find_across(items: Iterable[Item], statements: Mapping[str, Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Findings over several documents, in the form of the statement format, by item.

    Args:
        items: Merged items.
        statements: The statements by id.

    Yields:
        A `contradiction` for each field in which documents differ; a `corroboration` where two sources that do not depend on each
        other agree in all. The words are those of the first statement; `statements` names all.
    """
    for item in items:
        if len(item.documents) < 2:
            continue
        disputes = {name: values for name, values in item.disputed.items() if len(documents_of(values, statements)) > 1}
        for name, values in disputes.items():
            yield contradiction(item, name, values, statements)
        if not disputes and item.independent > 1:
            yield corroboration(item, statements)


def documents_of(values: Mapping[str, list[str]], statements: Mapping[str, Mapping[str, Any]]) -> set[frozenset[str]]:
    """The documents behind each value; one document that gives both values does not contradict another."""
    return {frozenset(statements[id_]["document"]["id"] for id_ in ids) for ids in values.values()}


def contradiction(
    item: Item, name: str, values: Mapping[str, list[str]], statements: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    """What is said where documents differ in a field."""
    sides = [f"{shown(name, value)} ({', '.join(tellers(ids, statements))})" for value, ids in values.items()]
    first = statements[next(iter(values.values()))[0]]
    field = "whether it happened" if name == "polarity" else f"the {NAMES.get(name, name.replace('_', ' '))}"
    words = f"Reports of one {item.kind} differ in {field}: {'; '.join(sides)}."
    return finding(item, first, "contradiction", "disagrees", sides[0], "; ".join(sides[1:]), words)


def corroboration(item: Item, statements: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """What is said where sources that do not depend on each other agree."""
    first = statements[item.statements[0]]
    those = ", ".join(tellers(item.statements, statements))
    words = f"{item.independent} sources that do not depend on each other report this {item.kind} alike: {those}."
    return finding(item, first, "corroboration", "agrees", first["text"], f"{item.independent} independent sources", words)


def finding(
    item: Item, first: Mapping[str, Any], check: str, verdict: str, claimed: str, computed: str, words: str
) -> dict[str, Any]:
    """A finding over several documents, at the words of the first statement."""
    return {
        "id": stable_id(item.id, check, claimed, computed),
        "check": check,
        "verdict": verdict,
        "claimed": claimed,
        "computed": computed,
        "document": first["document"],
        "start": first["start"],
        "end": first["end"],
        "text": first["text"],
        "statements": list(item.statements),
        "explanation": words,
        "reference": None,
    }


def shown(name: str, value: str) -> str:
    """A value in words."""
    return {"positive": "it did", "negative": "it did not"}.get(value, value) if name == "polarity" else value


def tellers(ids: Iterable[str], statements: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """The documents that say something, with the source that they name."""
    told = []
    for id_ in ids:
        row = statements[id_]
        said = row["attribution"]
        told.append(f"{row['document']['id']}{', citing ' + said['source'] if said and said['source'] else ''}")
    return list(dict.fromkeys(told))
