"""What the keys of a frame may hold, kind by kind: roles, fields with their closed lists, the steps of paths.

A mistake that the loader lets through is a frame that never fires, and nobody is told. So everything is checked here.
"""

import re
from collections.abc import Collection, Mapping
from typing import Any, Final, get_args

from dragoman.language.syntax import FUNCTIONS
from dragoman.model.closed_lists import (
    EVENT_TYPES,
    Dimension,
    Direction,
    EventType,
    FacilityStatus,
    ItemCategory,
    MembershipStatus,
    Realis,
    TransferType,
)
from dragoman.model.errors import RuleFileError
from dragoman.reference.codebooks import cameo_codes, plover_contexts, plover_modes
from dragoman.reference.rule_files import load_word_lists, require_known

RULES_PACKAGE: Final = "dragoman.statements.rules"
BOUNDS: Final = ("start", "end", "whole")
TRUTH: Final = (True, False)
ROLES_OF_KIND: Final[Mapping[str, tuple[str, ...]]] = {
    "event": ("actor", "recipient", "instrument"),
    "transfer": ("supplier", "recipient", "end_user", "intermediary", "payer"),
    "facility": ("operator", "host", "owner", "builder"),
    "tenure": ("person",),
    "membership": ("member", "organisation"),
    "assessment": (),
}
# What is found along a path as a role is, but is a field of the statement or leads to its parties.
OTHER_PATHS: Final[Mapping[str, tuple[str, ...]]] = {
    "event": (),
    "transfer": ("item",),
    "facility": ("facility", "product"),
    "tenure": ("office",),
    "membership": (),
    "assessment": ("relations",),
}
FIELDS: Final[Mapping[str, Mapping[str, Collection[object]]]] = {
    "event": {
        "event_type": EVENT_TYPES,
        "mode": (),  # those of its type, see `check_event`
        "contexts": (),
        "cameo": (),
        "reciprocal": TRUTH,
        "negates": TRUTH,
        "bare": TRUTH,
        "content": ("something", "directive"),  # what a promise promises, what a request asks for; see `events.content_fits`
    },
    "transfer": {
        "transfer_type": get_args(TransferType),
        "item_category": get_args(ItemCategory),
        "realis": get_args(Realis),  # what is told cannot have happened yet: an offer, a pledge
        "needs_equipment": TRUTH,
    },
    "facility": {"status": get_args(FacilityStatus)},
    "tenure": {"bound": BOUNDS},
    "membership": {"status": get_args(MembershipStatus)},
    "assessment": {"direction": get_args(Direction), "dimension": get_args(Dimension)},
}
NEEDED: Final[Mapping[str, tuple[str, ...]]] = {  # without these a frame of the kind can give nothing
    "event": ("event_type",),
    "transfer": ("transfer_type", "item"),
    "facility": ("facility",),
    "tenure": ("person",),
    "membership": ("status", "member", "organisation"),
    "assessment": ("direction", "relations"),
}
WORD: Final = re.compile(r"[^\s>#@A-Z]+")
MARK: Final = re.compile(r"\[[^\[\]|]+\|([^\[\]|]*)\]")


def check_fields(table: Mapping[str, Any], *, kind: str, file: str, entry: str) -> None:
    """Refuse fields with values that the kind does not know, and frames without what the kind needs.

    Raises:
        RuleFileError: The first such field.
    """
    for key in NEEDED[kind]:
        if key not in table:
            raise RuleFileError(file, entry, f"no {key}; every frame of the kind {kind!r} needs one{examples_of(kind, key)}")
    for key, allowed in FIELDS[kind].items():
        if key not in table or not allowed:
            continue
        value = table[key]
        if allowed is TRUTH and not isinstance(value, bool):
            raise RuleFileError(file, entry, f"{key} is {value!r}. Allowed: true, false")
        require_known(value, allowed, file=file, entry=entry, key=key)
    if kind == "event":
        check_event(table, table["event_type"], file=file, entry=entry)


def examples_of(kind: str, key: str) -> str:
    """What a missing field could be, for the message."""
    allowed = FIELDS[kind].get(key)
    return f". Allowed: {', '.join(map(str, allowed))}" if allowed else ""


def check_event(table: Mapping[str, Any], event_type: EventType, *, file: str, entry: str) -> None:
    """Refuse modes that are not of the event's type, contexts that PLOVER lacks and codes that CAMEO lacks."""
    if "mode" in table:
        modes = plover_modes(event_type)
        if not modes:
            raise RuleFileError(file, entry, f"mode is {table['mode']!r}, but {event_type} has no modes; take the key out")
        require_known(table["mode"], modes, file=file, entry=entry, key=f"mode of {event_type}")
    for context in strings(table.get("contexts", []), file=file, entry=entry, key="contexts"):
        require_known(context, plover_contexts(), file=file, entry=entry, key="contexts")
    if "cameo" in table and table["cameo"] not in cameo_codes():
        raise RuleFileError(file, entry, f'cameo is {table["cameo"]!r}, which is no code of CAMEO; write it in quotes, as "036"')


def check_path(path: str, *, file: str, entry: str, key: str) -> None:
    """Refuse a path with a step that is neither a grammatical function nor a preposition.

    Raises:
        RuleFileError: The first such step.
    """
    steps = {*FUNCTIONS, *load_word_lists(RULES_PACKAGE, "prepositions.toml")["prepositions"]}
    for step in path.split(">"):
        require_known(step.strip(), steps, file=file, entry=entry, key=f"{key}: a step of the path {path!r}")


def check_word(word: str, *, file: str, entry: str, key: str) -> None:
    """Refuse a word that can never be met: words are compared as single lemmas in lower case.

    Raises:
        RuleFileError: It has a capital or a space.
    """
    if not WORD.fullmatch(word):
        raise RuleFileError(file, entry, f"{key} has {word!r}; expected one word in lower case, in the form of a dictionary")


def check_marks(example: str, *, kind: str, file: str, entry: str) -> None:
    """Refuse an example that marks words with something that is no role of the kind.

    Raises:
        RuleFileError: The first such mark.
    """
    allowed = ("trigger", *ROLES_OF_KIND[kind], *OTHER_PATHS[kind])
    for label in MARK.findall(example):
        require_known(label, allowed, file=file, entry=entry, key=f"the mark in {example[:60]!r}")


def strings(value: object, *, file: str, entry: str, key: str) -> tuple[str, ...]:
    """A string, or a list of strings, as a tuple.

    Raises:
        RuleFileError: It is neither.
    """
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(item, str) for item in listed):
        raise RuleFileError(file, entry, f"{key} is {value!r}; expected a string or a list of strings")
    return tuple(listed)
