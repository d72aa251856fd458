"""A statement as merging looks at it: who, when, where and how much, with entities in place of names."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from dragoman.merging.weights import load_weights
from dragoman.reference.spelling import name_key

# The two sides of a kind: who gives, acts, holds; and who receives. Those of `both` may stand on either side.
SIDES: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "event": (("actor",), ("recipient",)),
    "transfer": (("supplier",), ("recipient", "end_user")),
    "facility": (("operator", "owner", "builder"), ("host",)),
    "figure": (("subject",), ("counterpart",)),
    "tenure": (("person",), ("polity",)),
    "membership": (("member",), ("organisation",)),
    "assessment": (("party",), ()),
}
RECIPROCAL: Final = frozenset({"AGREE", "CONSULT", "COOPERATE"})  # who began is no difference between reports
WORD: Final = re.compile(r"[^\W\d_]{3,}")
ENDINGS: Final = re.compile(r"(?:ings?|ed|es|s|ation|ations|ment|ments|ly|er|ers)\Z")


@dataclass(frozen=True, slots=True)
class Days:
    """Days on the calendar, both included, as ordinals; open ends reach far."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """How many days."""
        return self.last - self.first + 1

    def holds(self, other: "Days") -> bool:
        """Whether the other days all lie in these."""
        return self.first <= other.first and other.last <= self.last

    def gap(self, other: "Days") -> int:
        """The days between, 0 where they touch or overlap, 1 for days that follow each other."""
        return max(0, other.first - self.last, self.first - other.last)


@dataclass(frozen=True, slots=True)
class Party:
    """One who takes part: the entity that is meant, if any, and its country."""

    role: str
    name: str
    entity: str | None
    country: str | None

    @property
    def particular(self) -> str | None:
        """Who is meant beyond a country: a person, a group, a body."""
        return None if self.entity is None or self.entity.startswith(("state/", "place/")) else self.entity


@dataclass(frozen=True, slots=True)
class Report:
    """A statement with all that is compared, worked out once."""

    id: str
    kind: str
    document: str
    row: Mapping[str, Any]
    parties: tuple[Party, ...]
    first_side: frozenset[str]
    second_side: frozenset[str]
    particulars: frozenset[str]
    time: Days | None
    published: int | None
    words: frozenset[str] = field(default=frozenset())

    @property
    def event_type(self) -> str | None:
        """PLOVER's type, for an event."""
        value: str | None = self.row.get("event_type")
        return value

    @property
    def countries(self) -> frozenset[str]:
        """The countries on both sides."""
        return self.first_side | self.second_side

    @property
    def happened(self) -> bool:
        """Whether it is told as something that is or was, or is denied, and not as plan or possibility."""
        return bool(self.row["realis"] == "actual")


def report_of(row: Mapping[str, Any], entity_of: Mapping[str, str]) -> Report:
    """The report that a statement makes.

    Args:
        row: In the statement format.
        entity_of: From the keys that texts gave to the keys of entities across documents.
    """
    parties = tuple(
        Party(p["role"], p["name"], entity_of.get(p["entity"], p["entity"]) if p["entity"] else None, p["country"])
        for p in row["participants"]
    )
    first, second = (sides_of(parties, roles) for roles in SIDES[row["kind"]])
    if row.get("event_type") in RECIPROCAL:
        first, second = first | second, frozenset()
    document = row["document"]
    return Report(
        id=row["id"],
        kind=row["kind"],
        document=document["id"],
        row=row,
        parties=parties,
        first_side=first,
        second_side=second,
        particulars=frozenset(party.particular for party in parties if party.particular),
        time=days_of(row["time"]),
        published=ordinal(document["published"]) if document["published"] else None,
        words=words_of(row["text"], parties),
    )


def sides_of(parties: tuple[Party, ...], roles: tuple[str, ...]) -> frozenset[str]:
    """The countries of those in some roles; for bodies without one (the UN) their keys."""
    return frozenset(
        party.country or party.particular or ""
        for party in parties
        if party.role in roles and (party.country or party.particular)
    )


def days_of(time: Mapping[str, Any] | None) -> Days | None:
    """The days of a time."""
    if time is None or (time["start"] is None and time["end"] is None):
        return None
    first = ordinal(time["start"]) if time["start"] else 1
    last = ordinal(time["end"]) if time["end"] else dt.date.max.toordinal()
    return Days(first, max(first, last))


@lru_cache(maxsize=8192)
def ordinal(day: str) -> int:
    """The number of a day."""
    return dt.date.fromisoformat(day).toordinal()


def words_of(text: str, parties: tuple[Party, ...]) -> frozenset[str]:
    """The words of a statement beside names of those who take part, numbers and small words, without their endings."""
    names = {word for party in parties for word in name_key(party.name).lower().split()}
    found = (word.lower() for word in WORD.findall(text))
    return frozenset(stem(word) for word in found if word not in load_weights().small_words and word not in names)


@lru_cache(maxsize=32768)
def stem(word: str) -> str:
    """A word without a common ending: enough to tell that 'signed' and 'signing' are one word."""
    short = ENDINGS.sub("", word)
    return short if len(short) > 2 else word
