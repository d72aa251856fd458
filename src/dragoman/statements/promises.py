"""Acts that somebody says they will do: the promise, threat or refusal that this is, beside the act itself."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any, Final, cast

from dragoman.language.attributes import document_of
from dragoman.language.attribution import attribution_of
from dragoman.language.syntax import is_passive
from dragoman.language.words import Word, Words
from dragoman.model.closed_lists import EVENT_TYPES, EventType
from dragoman.model.span import Factuality
from dragoman.model.statement import Event
from dragoman.reference.codebooks import cameo_goldstein, nearest_cameo, plover_score
from dragoman.reference.rule_files import load_rule_file, require_known, require_known_keys

FILE: Final = "promises.toml"
CERTAIN_PROMISES: Final = frozenset({"will", "shall", "'ll", "wo"})
CLAUSES: Final = frozenset({"xcomp", "ccomp", "acl", "pcomp"})
REPORTED_PROMISES: Final = frozenset({"would", "'d"})  # 'said it would': a promise in the past, where somebody says so


@cache
def load_promises() -> Mapping[str, Mapping[str, Any]]:
    """The tables of `rules/promises.toml`: cues; and by the type of the act, the type and mode of its promise or refusal.

    Raises:
        RuleFileError: The file says something that the loader refuses.
    """
    tables: dict[str, Any] = load_rule_file("dragoman.statements.rules", FILE)
    require_known_keys(tables, ("cues", "promised", "refused"), file=FILE, entry=None)
    require_known_keys(tables["cues"], ("verbs", "nouns"), file=FILE, entry="cues")
    for name in ("promised", "refused"):
        table = tables[name]
        require_known_keys(table, EVENT_TYPES, file=FILE, entry=name)
        for act, outcome in table.items():
            require_known_keys(outcome, ("event_type", "mode"), file=FILE, entry=f"{name}.{act}")
            require_known(outcome.get("event_type"), EVENT_TYPES, file=FILE, entry=f"{name}.{act}", key="event_type")
    return tables


def promise_of(doc: Words, trigger: Word, event: Event) -> Event | None:
    """The promise, threat or refusal that a future act amounts to, with 'will' as its trigger.

    None where the act is not its actor's own announced future: no 'will', a 'would' that nobody says, no actor, an 'if'.
    """
    word = future_word(trigger) or planning_word(trigger)
    if word is None or not event.in_role("actor") or is_conditional(trigger):
        return None
    if is_passive(trigger) and not any(c.dep_ == "agent" for c in trigger.children):
        return None
    attribution = attribution_of(doc, trigger)
    if attribution is None and word.lower_ in REPORTED_PROMISES:
        return None
    refused = event.factuality.polarity == "negative"
    outcome = load_promises()["refused" if refused else "promised"].get(event.event_type)
    if outcome is None:
        return None
    if not refused and has_unless(trigger):
        outcome = {"event_type": "THREATEN"}
    event_type, mode = cast("EventType", outcome["event_type"]), outcome.get("mode")
    cameo = nearest_cameo(event_type, mode)
    score = cameo_goldstein(cameo) if cameo else None
    return replace(
        event,
        event_type=event_type,
        mode=mode,
        cameo=cameo,
        goldstein=score if score is not None else plover_score(event_type, mode),
        read_by=f"event:will-{event_type.lower()}",
        trigger=document_of(doc).text[word.idx : word.idx + len(word)],
        trigger_start=word.idx,
        trigger_end=word.idx + len(word),
        factuality=Factuality(),
        author_factuality=None,
        realis="actual" if attribution is not None else "planned",
        time=None,
        count=None,
        fatalities=None,
        fatalities_low=None,
        fatalities_high=None,
        injured=None,
        start=min(event.start, word.idx),
        text=document_of(doc).text[min(event.start, word.idx) : event.end],
    )


def future_word(trigger: Word) -> Word | None:
    """The 'will' or 'would' of a verb; of the verb that it is joined to, where they share it ('will visit X and *meet* Y')."""
    governs = trigger.dep_ == "conj" or (trigger.pos_ == "NOUN" and trigger.dep_ in ("dobj", "nsubjpass"))
    for verb in (trigger, *([trigger.head] if governs else [])):
        for child in verb.children:
            if child.dep_ == "aux" and child.lower_ in CERTAIN_PROMISES | REPORTED_PROMISES:
                return child
        if any(c.dep_ in ("aux", "nsubj", "nsubjpass") for c in trigger.children):
            return None
    return None


def planning_word(trigger: Word) -> Word | None:
    """The verb or noun that makes an act a plan of its actor: '*hopes* to visit', '*plans* to send', '*is* to visit'."""
    verb = trigger.head if trigger.dep_ == "conj" or (trigger.pos_ == "NOUN" and trigger.dep_ == "dobj") else trigger
    if verb.dep_ not in CLAUSES:
        return None
    cue = verb.head
    cues = load_promises()["cues"]
    if cue.lemma_.lower() in cues["nouns"] and cue.pos_ == "NOUN":
        return cue
    if cue.pos_ not in ("VERB", "AUX") or any(c.dep_ == "dobj" for c in cue.children):
        return None  # 'wants Oslo to leave' is no plan of whoever wants it
    is_to = cue.lemma_ == "be" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    return cue if is_to or cue.lemma_.lower() in cues["verbs"] else None


def is_conditional(trigger: Word) -> bool:
    """Whether a verb stands in a clause with 'if' or the like: what would happen, not what somebody promises."""
    return trigger.dep_ == "advcl" or any(c.dep_ == "mark" and c.lower_ in ("if", "whether", "unless") for c in trigger.children)


def has_unless(trigger: Word) -> bool:
    """Whether the act is made to depend on somebody's giving way: 'will withdraw *unless* …'."""
    clauses = [c for c in trigger.children if c.dep_ == "advcl"]
    return any(c.dep_ == "mark" and c.lower_ == "unless" for clause in clauses for c in clause.children)
