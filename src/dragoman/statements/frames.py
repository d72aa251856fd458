"""Frames: what a trigger with its arguments says. Read from the rule files, checked key by key, looked up by lemma.

A rule file holds `[[pattern]]` tables:

    id          words joined by hyphens, unique among all files of the kind
    trigger     { lemma = [...], part_of_speech = "VERB" | "NOUN" | "ADJ", particle = "out", voice = "passive" }
    requires    { <path> = [lemmas or @classes] }   every path must hold one of them; "*" takes any word
    forbids     { <path> = [lemmas or @classes] }   no path may
    <role>      a path or a list of paths, tried in order; the first that is filled is taken
    <field>     a constant of the kind ('event_type', 'mode', 'status', 'direction' …); of events, `content`: "something" asks for
                any object or clause, "directive" for a clause of what is to be done ('to leave', 'that he leave', 'leaving')
    fires, leaves_alone, misses, false_alarms   examples, run as tests; see tests/statements/test_rules.py

A path is a grammatical function or a preposition (see `language.syntax`); a path may be chained: "object > of" is what
stands after 'of' under the object. '#name' stands for a list of `rules/words.toml`. `@` classes: @actor, @country, @person,
@place, @organisation, @equipment, @facility.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

from dragoman.language.words import Words
from dragoman.model.errors import RuleFileError
from dragoman.reference.rule_files import load_rule_file, load_word_lists, parse_rule_text, require_known, require_known_keys
from dragoman.statements.frame_keys import (
    FIELDS,
    OTHER_PATHS,
    ROLES_OF_KIND,
    RULES_PACKAGE,
    check_fields,
    check_marks,
    check_path,
    check_word,
    strings,
)
from dragoman.statements.users_rules import FOLDERS, NO_RULES, UsersRules

PARTS_OF_SPEECH: Final = ("VERB", "NOUN", "ADJ")
VOICES: Final = ("active", "passive")
CLASSES: Final = ("@actor", "@country", "@person", "@place", "@organisation", "@equipment", "@facility", "@item", "@office")
EXAMPLE_KEYS: Final = ("fires", "leaves_alone", "misses", "false_alarms")
TRIGGER_KEYS: Final = ("lemma", "part_of_speech", "particle", "voice")
RULES_KEY: Final = "dragoman_rules"  # in a text's `user_data`: the user's rules with which it is read


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


def lexicon_of(doc: Words, kind: str) -> Lexicon:
    """The patterns of a kind with which a text is read: the package's, and those of the user that `read_annotated` was given."""
    return load_lexicon(kind, doc.user_data.get(RULES_KEY, NO_RULES))


@lru_cache(maxsize=64)
def load_lexicon(kind: str, rules: UsersRules = NO_RULES) -> Lexicon:
    """The patterns of a kind: the user's, which go first where two hold alike, then those of the package.

    Raises:
        RuleFileError: A file says something that the loader refuses.
    """
    own = package_patterns(kind)
    tables = [(text.file, parse_rule_text(text.text, text.file)) for text in rules.texts if text.kind == kind]
    if not tables:
        return Lexicon(own, index_by_trigger(own))
    seen = {pattern.id: pattern.file for pattern in own}
    users = build_patterns(tables, kind=kind, first=-sum(len(table.get("pattern", ())) for _, table in tables), seen=seen)
    return Lexicon((*users, *own), index_by_trigger((*users, *own)))


def users_patterns(rules: UsersRules) -> list[Pattern]:
    """The frames of a user's, kind by kind, in the order of their files."""
    kinds = dict.fromkeys(text.kind for text in rules.texts)
    return [pattern for kind in kinds for pattern in load_lexicon(kind, rules).patterns if pattern.order < 0]


def check_rules(rules: UsersRules) -> None:
    """Look through all frames of a user's before anything is read with them.

    Raises:
        RuleFileError: A file says something that the loader refuses.
    """
    for kind in dict.fromkeys(text.kind for text in rules.texts):
        load_lexicon(kind, rules)


@cache
def package_patterns(kind: str) -> tuple[Pattern, ...]:
    """The patterns of the package."""
    package = f"{RULES_PACKAGE}.{FOLDERS[kind]}"
    tables = [(f"statements/rules/{FOLDERS[kind]}/{name}", load_rule_file(package, name)) for name in package_files(kind)]
    return build_patterns(tables, kind=kind, first=0, seen={})


def build_patterns(
    tables: Iterable[tuple[str, Mapping[str, Any]]], *, kind: str, first: int, seen: dict[str, str]
) -> tuple[Pattern, ...]:
    """The patterns of some files.

    Args:
        tables: The files' names and contents.
        kind: The kind of statement.
        first: The order of the first pattern.
        seen: The files of ids that are taken already; it is added to.
    """
    patterns: list[Pattern] = []
    for file, content in tables:
        require_known_keys(content, ("pattern",), file=file, entry=None)
        entries = content.get("pattern", ())
        if not isinstance(entries, list | tuple) or not all(isinstance(entry, dict) for entry in entries):
            raise RuleFileError(file, None, "'pattern' is no list of tables; write [[pattern]] over each frame")
        for number, table in enumerate(entries, 1):
            pattern = build_pattern(table, kind=kind, file=file, number=number, order=first + len(patterns))
            if pattern.id in seen:
                raise RuleFileError(file, pattern.id, f"this id is taken already, in {seen[pattern.id]}")
            seen[pattern.id] = file
            patterns.append(pattern)
    return tuple(patterns)


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


def build_pattern(table: Mapping[str, Any], *, kind: str, file: str, number: int, order: int) -> Pattern:
    """One `[[pattern]]` table, every key of it checked. `number` is its place in the file, for messages."""
    entry = table.get("id")
    if not isinstance(entry, str) or not entry or entry.split() != [entry] or ":" in entry:
        raise RuleFileError(file, None, f"pattern number {number} has no id; an id is words joined by hyphens")
    paths = (*ROLES_OF_KIND[kind], *OTHER_PATHS[kind])
    require_known_keys(
        table, ("id", "trigger", "requires", "forbids", *paths, *FIELDS[kind], *EXAMPLE_KEYS), file=file, entry=entry
    )
    check_fields(table, kind=kind, file=file, entry=entry)
    if not table.get("fires"):
        raise RuleFileError(file, entry, "no example in 'fires'; each pattern shows at least one text that it reads")
    return Pattern(
        id=entry,
        kind=kind,
        file=file,
        order=order,
        trigger=build_trigger(table, file=file, entry=entry),
        requires=tuple(build_conditions(table, "requires", file=file, entry=entry)),
        forbids=tuple(build_conditions(table, "forbids", file=file, entry=entry)),
        roles=tuple((role, as_paths(table[role], file=file, entry=entry, key=role)) for role in paths if role in table),
        fields={name: table[name] for name in FIELDS[kind] if name in table},
        examples={name: build_examples(table, name, kind=kind, file=file, entry=entry) for name in EXAMPLE_KEYS},
    )


def build_trigger(table: Mapping[str, Any], *, file: str, entry: str) -> Trigger:
    """The `trigger` of a pattern."""
    trigger = table.get("trigger")
    if not isinstance(trigger, dict) or not trigger.get("lemma"):
        raise RuleFileError(file, entry, 'no trigger; write trigger = { lemma = ["impose"], part_of_speech = "VERB" }')
    require_known_keys(trigger, TRIGGER_KEYS, file=file, entry=entry)
    require_known(trigger.get("part_of_speech"), PARTS_OF_SPEECH, file=file, entry=entry, key="part_of_speech")
    if "voice" in trigger:
        require_known(trigger["voice"], VOICES, file=file, entry=entry, key="voice")
    particle = trigger.get("particle")
    if particle is not None:
        check_word(str(particle), file=file, entry=entry, key="particle")
    lemmas = spell_out(strings(trigger["lemma"], file=file, entry=entry, key="lemma"), file=file, entry=entry, key="lemma")
    for lemma in lemmas:
        check_word(lemma, file=file, entry=entry, key="lemma")
    return Trigger(tuple(lemmas), trigger["part_of_speech"], particle, trigger.get("voice"))


def build_conditions(table: Mapping[str, Any], key: str, *, file: str, entry: str) -> Iterator[Condition]:
    """The conditions of `requires` or `forbids`."""
    conditions = table.get(key, {})
    if not isinstance(conditions, dict):
        raise RuleFileError(file, entry, f'{key} is {conditions!r}; write {key} = {{ object = ["sanction"] }}')
    for path, wanted in conditions.items():
        check_path(path, file=file, entry=entry, key=key)
        words = spell_out(strings(wanted, file=file, entry=entry, key=path), file=file, entry=entry, key=path)
        classes = tuple(word for word in words if word.startswith("@"))
        for name in classes:
            require_known(name, CLASSES, file=file, entry=entry, key=path)
        plain = frozenset(words) - frozenset(classes)
        for word in sorted(plain):
            check_word(word, file=file, entry=entry, key=path)
        yield Condition(path, plain, classes)


def build_examples(table: Mapping[str, Any], name: str, *, kind: str, file: str, entry: str) -> tuple[str, ...]:
    """The texts of one list of examples."""
    examples = strings(table.get(name, []), file=file, entry=entry, key=name)
    for example in examples:
        check_marks(example, kind=kind, file=file, entry=entry)
    return examples


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


def as_paths(value: object, *, file: str, entry: str, key: str) -> tuple[str, ...]:
    """One path or several, as a tuple."""
    paths = strings(value, file=file, entry=entry, key=key)
    for path in paths:
        check_path(path, file=file, entry=entry, key=key)
    return paths
