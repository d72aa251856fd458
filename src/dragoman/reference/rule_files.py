"""How rule files are read: TOML beside the code, each key checked, a mistake reported with its file and entry."""

import tomllib
from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from dragoman.model.errors import RuleFileError


def load_rule_file(package: str, name: str) -> dict[str, Any]:
    """A TOML file of the package as a dictionary.

    Raises:
        RuleFileError: The file is not TOML, or holds a key twice.
    """
    return parse_rule_text(files(package).joinpath(name).read_text(encoding="utf-8"), name)


def load_users_rule_file(path: Path) -> dict[str, Any]:
    """A user's own rule file as a dictionary."""
    return parse_rule_text(path.read_text(encoding="utf-8"), str(path))


def parse_rule_text(text: str, name: str) -> dict[str, Any]:
    """TOML text as a dictionary; `name` is for the message."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleFileError(name, None, f"not valid TOML: {error}") from error


@cache
def load_word_lists(package: str, name: str) -> Mapping[str, frozenset[str]]:
    """A rule file that holds nothing but lists of words, by their names."""
    lists = load_rule_file(package, name)
    for key, words in lists.items():
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise RuleFileError(name, key, "expected a list of words")
    return {key: frozenset(words) for key, words in lists.items()}


def require_known(value: object, allowed: Collection[object], *, file: str, entry: str | None, key: str) -> None:
    """Refuse a value that is not on a closed list, and say what may have been meant."""
    if value not in allowed:
        raise RuleFileError(file, entry, f"{key} is {value!r}. {suggestion(str(value), map(str, allowed))}")


def require_known_keys(table: Mapping[str, Any], allowed: Collection[str], *, file: str, entry: str | None) -> None:
    """Refuse keys that no reader of this file knows."""
    for key in table:
        if key not in allowed:
            raise RuleFileError(file, entry, f"unknown key {key!r}. {suggestion(key, allowed)}")


def suggestion(value: str, allowed: Iterable[str]) -> str:
    """'Did you mean …?' where something on the list is close, else the list."""
    choices = sorted(allowed)
    close = get_close_matches(value, choices, n=1)
    return f"Did you mean {close[0]!r}?" if close else f"Allowed: {', '.join(choices)}"
