"""The loader of furniture.toml: every key and closed list is checked, named parts are put into the patterns."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

from dragoman.model.closed_lists import FurnitureKind
from dragoman.model.errors import RuleFileError

FILE = "documents/furniture.toml"
Reach = Literal["opening", "closing", "anywhere"]
At = Literal["line", "sentence"]
Covers = Literal["match", "sentence", "line"]
CLOSED_LISTS: dict[str, tuple[str, ...]] = {
    "kind": get_args(FurnitureKind),
    "reach": get_args(Reach),
    "at": get_args(At),
    "covers": get_args(Covers),
}
KEYS = {"id", *CLOSED_LISTS, "regex", "fires", "leaves_alone", "misses", "false_alarms"}
EXAMPLE_KEYS = {"text", "span", "place", "date", "agency", "author", "closing"}
GROUPS = {"place", "date", "agency", "author"}
PART = re.compile(r"%(\w+)%")


@dataclass(frozen=True, slots=True, kw_only=True)
class FurnitureRule:
    """One pattern of furniture.toml; see the head of that file."""

    id: str
    kind: FurnitureKind
    reach: Reach
    at: At
    covers: Covers
    regex: re.Pattern[str]


@cache
def load_furniture_rules() -> tuple[FurnitureRule, ...]:
    """The rules of the package, in the order of the file."""
    return parse_rules(files("dragoman.documents").joinpath("furniture.toml").read_text(encoding="utf-8"))


def parse_rules(source: str) -> tuple[FurnitureRule, ...]:
    """The rules written in `source`.

    Raises:
        RuleFileError: Not TOML, an unknown key, a value outside its closed list, a repeated id, a broken regular expression.
    """
    try:
        table = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise RuleFileError(FILE, None, f"not TOML: {error}") from error
    if unknown := set(table) - {"parts", "pattern"}:
        raise RuleFileError(FILE, None, f"unknown table {min(unknown)!r}; the file holds [parts] and [[pattern]]")
    parts: dict[str, str] = {}
    for name, regex in table.get("parts", {}).items():
        parts[name] = expand(regex, parts, name)
    rules = tuple(parse_rule(entry, parts) for entry in table.get("pattern", ()))
    ids = [rule.id for rule in rules]
    for entry_id in ids:
        if ids.count(entry_id) > 1:
            raise RuleFileError(FILE, entry_id, "the id is used twice; ids are unique")
    return rules


def parse_rule(entry: dict[str, Any], parts: dict[str, str]) -> FurnitureRule:
    """One checked rule."""
    entry_id = str(entry.get("id", "pattern without id"))
    if unknown := set(entry) - KEYS:
        raise RuleFileError(FILE, entry_id, f"unknown key {min(unknown)!r}; known are {', '.join(sorted(KEYS))}")
    for key in ("id", *CLOSED_LISTS, "regex", "fires", "leaves_alone"):
        if key not in entry:
            raise RuleFileError(FILE, entry_id, f"{key} is missing")
    for key, allowed in CLOSED_LISTS.items():
        if entry[key] not in allowed:
            raise RuleFileError(FILE, entry_id, f"{key} is {entry[key]!r}; allowed are {', '.join(allowed)}")
    for example in entry["fires"]:
        if unknown := set(example) - EXAMPLE_KEYS:
            raise RuleFileError(
                FILE, entry_id, f"unknown key {min(unknown)!r} in fires; known are {', '.join(sorted(EXAMPLE_KEYS))}"
            )
    regex = compile_regex(expand(entry["regex"], parts, entry_id), entry_id)
    return FurnitureRule(
        id=entry_id, kind=entry["kind"], reach=entry["reach"], at=entry["at"], covers=entry["covers"], regex=regex
    )


def expand(regex: str, parts: dict[str, str], entry_id: str) -> str:
    """The regular expression with each %part% in place."""

    def part(match: re.Match[str]) -> str:
        name = match[1]
        if name not in parts:
            raise RuleFileError(FILE, entry_id, f"%{name}% is no part; known are {', '.join(parts)}")
        return parts[name]

    return PART.sub(part, regex)


def compile_regex(regex: str, entry_id: str) -> re.Pattern[str]:
    """The compiled expression, in which a group may stand several times: 'agency', then 'agency2'."""
    seen: dict[str, int] = {}

    def numbered(match: re.Match[str]) -> str:
        name = match[1]
        seen[name] = seen.get(name, 0) + 1
        return f"(?P<{name}>" if seen[name] == 1 else f"(?P<{name}{seen[name]}>"

    try:
        compiled = re.compile(re.sub(r"\(\?P<([a-z]+)>", numbered, regex), re.MULTILINE)
    except re.error as error:
        raise RuleFileError(FILE, entry_id, f"regex is broken: {error}") from error
    if unknown := {name.rstrip("0123456789") for name in compiled.groupindex} - GROUPS:
        raise RuleFileError(FILE, entry_id, f"unknown group {min(unknown)!r}; known are {', '.join(sorted(GROUPS))}")
    return compiled
