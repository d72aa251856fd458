"""What every statement has, whatever its kind: words, source, certainty, realis, time, place and a stable id."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from dragoman.language.attributes import document_of
from dragoman.language.attribution import attribution_of
from dragoman.language.event_times import time_of
from dragoman.language.factuality import standing_of
from dragoman.language.places import place_near
from dragoman.language.syntax import phrase_of
from dragoman.language.words import Word, Words
from dragoman.model.serialise import stable_id
from dragoman.model.statement import Participant, Statement

FIELD_NAMES: dict[type, tuple[str, ...]] = {}  # of data classes, () for other classes; filled as they are met
NOT_SAID = frozenset({"id", "document", "within"})  # what a statement's id does not depend on


def common_fields(
    doc: Words,
    trigger: Word,
    *,
    read_by: str,
    participants: Sequence[Participant] = (),
    more: Iterable[Word] = (),
) -> dict[str, Any]:
    """The fields that all kinds share, read at the word that names the act or state.

    Args:
        doc: The annotated text.
        trigger: The word whose source, certainty, time and place are the statement's.
        read_by: The frame or rule.
        participants: Their words in the trigger's sentence are part of the statement's words.
        more: Further tokens that are part of the statement's words.
    """
    document = document_of(doc)
    standing = standing_of(doc, trigger)
    expression = time_of(doc, trigger)
    time = expression.time if expression is not None else None
    start, end = extent_of(trigger, participants, [*more, *object_words(trigger)])
    if expression is not None and trigger.sent.start_char <= expression.start < trigger.sent.end_char:
        start, end = min(start, expression.start), max(end, expression.end)
    return {
        "document": document,
        "start": start,
        "end": end,
        "text": document.text[start:end],
        "read_by": read_by,
        "attribution": attribution_of(doc, trigger),
        "factuality": standing.factuality,
        "author_factuality": standing.author_factuality,
        "realis": standing.realis,
        "time": time,
        "place": place_near(doc, trigger),
        "participants": tuple(participants),
    }


def object_words(trigger: Word) -> list[Word]:
    """The words of what a verb is done to, so that a statement's words can be understood by themselves."""
    if trigger.pos_ not in ("VERB", "AUX"):
        return [t for c in trigger.children if c.dep_ in ("amod", "compound", "nummod", "poss", "det") for t in c.subtree]
    phrases = [
        phrase_of(c) for c in trigger.children if c.dep_ in ("dobj", "attr", "nsubjpass") and c.pos_ in ("NOUN", "PROPN", "NUM")
    ]
    return [t for phrase in phrases for t in (phrase[0], phrase[-1])]


def extent_of(trigger: Word, participants: Sequence[Participant], more: Iterable[Word]) -> tuple[int, int]:
    """From the first to the last word of the trigger, its participants and what else belongs, within its sentence."""
    sentence = trigger.sent
    spans = [(trigger.idx, trigger.idx + len(trigger))]
    spans += [(t.idx, t.idx + len(t)) for t in more]
    spans += [(p.start, p.end) for p in participants if p.start is not None and p.end is not None]
    inside = [(s, e) for s, e in spans if sentence.start_char <= s and e <= sentence.end_char]
    return min(s for s, _ in inside), max(e for _, e in inside)


def with_ids(statements: Iterable[Statement]) -> list[Statement]:
    """The statements with their ids, in the order of the text; what was read twice in the same way is given once.

    An id is made of the document's id and of everything that the statement says, so it is the same on every machine.
    """
    ordered = sorted(statements, key=lambda s: (s.start, s.end, s.kind, s.read_by))
    found: dict[str, Statement] = {}
    for statement in ordered:
        key = statement_key(statement)
        found.setdefault(key, replace(statement, id=key))
    return list(found.values())


def statement_key(statement: Statement) -> str:
    """The id of a statement: the same for the same document, kind, words and reading."""
    said = tuple(plain_value(getattr(statement, name)) for name in names_of_fields(type(statement)) if name not in NOT_SAID)
    return stable_id(statement.document.id, repr(said))


def names_of_fields(kind: Any) -> tuple[str, ...]:
    """The names of a data class's fields; () for any other class."""
    names = FIELD_NAMES.get(kind)
    if names is None:
        names = FIELD_NAMES[kind] = tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
    return names


def plain_value(value: Any) -> Any:
    """A value with data classes as tuples of their fields: it is written down several times faster so."""
    names = names_of_fields(type(value))
    if names:
        return tuple(plain_value(getattr(value, name)) for name in names)
    return tuple(plain_value(v) for v in value) if type(value) is tuple else value
