"""The weights of merging, checked as they are loaded."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, get_args

from dragoman.model.closed_lists import EVENT_TYPES, KINDS, TransferType
from dragoman.model.errors import RuleFileError

FILE = "weights.toml"


@dataclass(frozen=True, slots=True)
class Weights:
    """See weights.toml."""

    points: dict[str, float]
    enough: dict[str, float]
    enough_for_events: dict[str, float]
    days_apart: dict[str, int]
    days_apart_of_events: dict[str, int]
    news_days: int
    town_km: float
    number: dict[str, Any]
    small_words: frozenset[str]
    stages: dict[str, str]  # from the type of a transfer

    def enough_for(self, kind: str, event_type: str | None) -> float:
        """The points at which two statements of a kind are one."""
        return self.enough_for_events.get(event_type or "", self.enough[kind])

    def days_for(self, kind: str, event_type: str | None) -> int:
        """The days by which reports of one thing may be apart."""
        return self.days_apart_of_events.get(event_type or "", self.days_apart[kind])


@cache
def load_weights() -> Weights:
    """The weights.

    Raises:
        RuleFileError: A key is unknown or missing.
    """
    data = tomllib.loads(files("dragoman.merging").joinpath(FILE).read_text(encoding="utf-8"))
    for table in ("enough", "days_apart"):
        check_keys(table, data[table], {kind for kind in KINDS if kind != "quotation"}, needed=True)
    for table in ("enough_for_events", "days_apart_of_events"):
        check_keys(table, data[table], set(EVENT_TYPES), needed=False)
    news = data.pop("news")
    small = frozenset(data.pop("words")["small"].split())
    stages = {each: stage for stage, those in data.pop("stages").items() for each in those}
    check_keys("stages", stages, set(get_args(TransferType)), needed=True)
    return Weights(**data, stages=stages, news_days=news["news_days"], town_km=news["town_km"], small_words=small)


def check_keys(table: str, given: dict[str, Any], allowed: set[str], *, needed: bool) -> None:
    """Refuse keys that are unknown, and with `needed` keys that are missing.

    Raises:
        RuleFileError: There are some.
    """
    wrong = (given.keys() ^ allowed) if needed else (given.keys() - allowed)
    if wrong:
        raise RuleFileError(FILE, table, f"{min(wrong)!r} is unknown or missing; the keys are {', '.join(sorted(allowed))}")
