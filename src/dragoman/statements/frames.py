"""Frames: what a trigger with its arguments says. Read from the rule files, checked key by key, looked up by lemma.

A rule file holds `[[pattern]]` tables:

    id          words joined by hyphens, unique among all files of the kind
    trigger     { lemma = [...], part_of_speech = "VERB" | "NOUN" | "ADJ", particle = "out", voice = "passive" }
    requires    { <path> = [lemmas or @classes] }   every path must hold one of them; "*" takes any word
    forbids     { <path> = [lemmas or @classes] }   no path may
    <role>      a path or a list of paths, tried in order; the first that is filled is taken
    <field>     a constant of the kind ('event_type', 'mode', 'status', 'direction' …)
    fires, leaves_alone, misses, false_alarms   examples, run as tests; see tests/statements/test_rules.py

A path is a grammatical function or a preposition (see `language.syntax`); a path may be chained: "object > of" is what
stands after 'of' under the object. '#name' stands for a list of `rules/words.toml`. `@` classes: @actor, @country, @person,
@place, @organisation, @equipment, @facility.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from dragoman.model.closed_lists import ROLES
from dragoman.model.errors import RuleFileError
from dragoman.reference.rule_files import load_rule_file, load_users_rule_file, load_word_lists, require_known, require_known_keys

RULES_PACKAGE: Final = "dragoman.statements.rules"
FOLDERS: Final = {
    "event": "events",
    "transfer": "transfers",
    "facility": "facilities",
    "tenure": "tenures",
    "membership": "memberships",
    "assessment": "assessments",
}
PARTS_OF_SPEECH: Final = ("VERB", "NOUN", "ADJ")
CLASSES: Final = ("@actor", "@country", "@person", "@place", "@organisation", "@equipment", "@facility", "@item", "@office")
EXAMPLE_KEYS: Final = ("fires", "leaves_alone", "misses", "false_alarms")
TRIGGER_KEYS: Final = ("lemma", "part_of_speech", "particle", "voice")
EXTRA_PATHS: Final[dict[str, tuple[str, ...]]] = {
    "transfer": ("item",),
    "tenure": ("office",),
    "facility": ("facility", "product"),
    "assessment": ("relations",),
}
FIELDS: Final[dict[str, tuple[str, ...]]] = {
    "event": ("event_type", "mode", "contexts", "cameo", "reciprocal", "negates", "bare"),
    "transfer": ("transfer_type", "item_category", "needs_equipment"),
    "facility": ("status",),
    "tenure": ("bound",),
    "membership": ("status",),
    "assessment": ("direction", "dimension"),
}


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that names the act: its lemmas, part of speech, and where needed its particle or voice."""

    lemmas: tuple[str, ...]
    part_of_speech: str
    particle: str | None = None
    voice: str | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """Words or classes that must, or must not, stand at a path."""

    path: str
    words: frozenset[str]
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One frame of a rule file. `order` is its place among all patterns of its kind, to decide ties."""

    id: str
    kind: str
    file: str
    order: int
    trigger: Trigger
    requires: tuple[Condition, ...]
    forbids: tuple[Condition, ...]
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    fields: Mapping[str, Any]
    examples: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All patterns of one kind, by the lemma and part of speech of their triggers."""

    patterns: tuple[Pattern, ...]
    by_trigger: Mapping[tuple[str, str], tuple[Pattern, ...]]


@cache
def load_lexicon(kind: str, folders: tuple[Path, ...] = ()) -> Lexicon:
    """The patterns of a kind: those of the package, then those of the user's folders.

    Raises:
        RuleFileError: A file says something that the loader refuses.
    """
    tables = [(name, load_rule_file(f"{RULES_PACKAGE}.{FOLDERS[kind]}", name)) for name in package_files(kind)]
    tables += [(str(p), load_users_rule_file(p)) for folder in folders for p in sorted((folder / FOLDERS[kind]).glob("*.toml"))]
    patterns: list[Pattern] = []
    seen: dict[str, str] = {}
    for name, content in tables:
        file = f"statements/rules/{FOLDERS[kind]}/{name}"
        require_known_keys(content, ("pattern",), file=file, entry=None)
        for table in content.get("pattern", ()):
            pattern = build_pattern(table, kind=kind, file=file, order=len(patterns))
            if pattern.id in seen:
                raise RuleFileError(file, pattern.id, f"this id is taken already, in {seen[pattern.id]}")
            seen[pattern.id] = file
            patterns.append(pattern)
    return Lexicon(tuple(patterns), index_by_trigger(patterns))


def package_files(kind: str) -> list[str]:
    """The names of the package's rule files of a kind, sorted."""
    folder = files(RULES_PACKAGE).joinpath(FOLDERS[kind])
    return sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))


def index_by_trigger(patterns: Iterable[Pattern]) -> dict[tuple[str, str], tuple[Pattern, ...]]:
    """Patterns by each of their lemmas with its part of speech."""
    index: dict[tuple[str, str], tuple[Pattern, ...]] = {}
    for pattern in patterns:
        for lemma in pattern.trigger.lemmas:
            key = (lemma, pattern.trigger.part_of_speech)
            index[key] = (*index.get(key, ()), pattern)
    return index


def build_pattern(table: Mapping[str, Any], *, kind: str, file: str, order: int) -> Pattern:
    """One `[[pattern]]` table, every key of it checked."""
    entry = table.get("id")
    if not isinstance(entry, str) or not entry:
        raise RuleFileError(file, None, f"pattern number {order + 1} has no id; an id is words joined by hyphens")
    extra = EXTRA_PATHS.get(kind, ())
    known = ("id", "trigger", "requires", "forbids", *ROLES, *extra, *FIELDS[kind], *EXAMPLE_KEYS)
    require_known_keys(table, known, file=file, entry=entry)
    if not table.get("fires"):
        raise RuleFileError(file, entry, "no example in 'fires'; each pattern shows at least one text that it reads")
    return Pattern(
        id=entry,
        kind=kind,
        file=file,
        order=order,
        trigger=build_trigger(table, file=file, entry=entry),
        requires=tuple(build_conditions(table.get("requires", {}), file=file, entry=entry)),
        forbids=tuple(build_conditions(table.get("forbids", {}), file=file, entry=entry)),
        roles=tuple((role, as_paths(table[role])) for role in (*ROLES, *extra) if role in table and role not in FIELDS[kind]),
        fields={name: table[name] for name in FIELDS[kind] if name in table},
        examples={name: tuple(table.get(name, ())) for name in EXAMPLE_KEYS},
    )


def build_trigger(table: Mapping[str, Any], *, file: str, entry: str) -> Trigger:
    """The `trigger` of a pattern."""
    trigger = table.get("trigger")
    if not isinstance(trigger, dict) or not trigger.get("lemma"):
        raise RuleFileError(file, entry, 'no trigger; write trigger = { lemma = ["impose"], part_of_speech = "VERB" }')
    require_known_keys(trigger, TRIGGER_KEYS, file=file, entry=entry)
    require_known(trigger.get("part_of_speech"), PARTS_OF_SPEECH, file=file, entry=entry, key="part_of_speech")
    lemmas = trigger["lemma"]
    return Trigger(
        tuple(spell_out([lemmas] if isinstance(lemmas, str) else lemmas, file=file, entry=entry, key="lemma")),
        trigger["part_of_speech"],
        trigger.get("particle"),
        trigger.get("voice"),
    )


def build_conditions(table: Mapping[str, Any], *, file: str, entry: str) -> Iterator[Condition]:
    """The conditions of `requires` or `forbids`."""
    for path, wanted in table.items():
        words = spell_out([wanted] if isinstance(wanted, str) else wanted, file=file, entry=entry, key=path)
        classes = tuple(word for word in words if word.startswith("@"))
        for name in classes:
            require_known(name, CLASSES, file=file, entry=entry, key=path)
        yield Condition(path, frozenset(words) - frozenset(classes), classes)


def spell_out(words: Iterable[str], *, file: str, entry: str, key: str) -> list[str]:
    """The words, with each '#name' replaced by the words of that list in `rules/words.toml`."""
    found: list[str] = []
    for word in words:
        if not word.startswith("#"):
            found.append(word)
            continue
        lists = load_word_lists(RULES_PACKAGE, "words.toml")
        require_known(word[1:], lists, file=file, entry=entry, key=key)
        found += sorted(lists[word[1:]])
    return list(dict.fromkeys(found))


def as_paths(value: str | list[str]) -> tuple[str, ...]:
    """One path or several, as a tuple."""
    return (value,) if isinstance(value, str) else tuple(value)
