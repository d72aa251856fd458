"""The tolerances of the checks, with their reasons in `tolerances.toml`."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from dragoman.reference.rule_files import load_rule_file


@cache
def load_tolerances() -> Mapping[str, Mapping[str, Any]]:
    """All tolerances by check."""
    return load_rule_file("dragoman.checks", "tolerances.toml")


QUALIFIERS = {
    "about": "about",
    "approximately": "about",
    "around": "about",
    "roughly": "about",
    "some": "about",
    "circa": "about",
    "or so": "about",
    "nearly": "nearly",
    "almost": "nearly",
    "just under": "nearly",
    "close to": "nearly",
    "not quite": "nearly",
    "over": "over",
    "more than": "over",
    "just over": "over",
    "well over": "over",
    "a little over": "over",
    "under": "under",
    "less than": "under",
    "within": "under",
    "fewer than": "under",
    "at most": "under",
    "up to": "under",
    "barely": "under",
    "at least": "at_least",
    "no less than": "at_least",
}


def qualifier_class(words: str | None) -> str:
    """The class of a qualifier as written; 'plain' where there is none or it is not known."""
    if not words:
        return "plain"
    plain = words.lower().strip()
    return QUALIFIERS.get(plain) or next(
        (QUALIFIERS[q] for q in sorted(QUALIFIERS, key=len, reverse=True) if plain.startswith(q)), "plain"
    )
