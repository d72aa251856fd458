"""What is asked for: a selection of statements, and the SQL that it becomes.

A selection is data; it says nothing of databases. Every value of it reaches the database as a parameter.
"""

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Any

from dragoman.model.closed_lists import Certainty, Kind, Polarity, Realis, Role

ALPHA3 = re.compile(r"[A-Z]{3}\Z")
KEY = re.compile(r"[a-z]+/\S+\Z")
ALWAYS = "9999"  # after every timestamp


@dataclass(frozen=True, slots=True)
class Party:
    """Who is meant: a country (all that belongs to it), an entity by its key, or a name as the texts have it."""

    country: str | None = None
    entity: str | None = None
    name: str | None = None

    @classmethod
    def of(cls, words: str) -> "Party":
        """'IRN' is a country, 'state/IRN' or 'person/…' an entity, anything else a name."""
        if ALPHA3.match(words):
            return cls(country=words)
        if words.startswith("state/") and ALPHA3.match(words.removeprefix("state/")):
            return cls(country=words.removeprefix("state/"))
        return cls(entity=words) if KEY.match(words) else cls(name=words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which statements are meant. What is left out does not matter.

    `dyad` are two parties of one statement, in either order; with `directed` the first acts and the second receives. `since` and
    `until` are days, both included, that the statement's time touches; statements without a time are left out then, unless
    `undated`. `as_of` is what the book said then, `new_since` what it has learnt since (ISO timestamps or days).
    """

    kinds: tuple[Kind, ...] = ()
    dyad: tuple[Party, Party] | None = None
    directed: bool = False
    parties: tuple[Party, ...] = ()
    roles: tuple[tuple[Role, Party], ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    undated: bool = False
    place: str | None = None
    certainties: tuple[Certainty, ...] = ()
    polarity: Polarity | None = None
    realis: tuple[Realis, ...] = ()
    event_types: tuple[str, ...] = ()
    item: str | None = None
    source: str | None = None
    text: str | None = None
    document: str | None = None
    ids: tuple[str, ...] = ()
    rejected: bool = False  # whether statements that a person rejected are shown as well
    as_of: str | None = None
    new_since: str | None = None


ACTING = ("actor", "supplier", "operator", "owner", "builder", "person", "member", "speaker", "subject", "party")
RECEIVING = ("recipient", "end_user", "host", "polity", "organisation", "addressee", "counterpart", "party")


@dataclass(slots=True)
class Query:
    """Conditions and their parameters, in order."""

    conditions: list[str] = field(default_factory=list)
    parameters: list[Any] = field(default_factory=list)

    def add(self, condition: str, *parameters: Any) -> None:
        """Demand something more."""
        self.conditions.append(condition)
        self.parameters.extend(parameters)

    def one_of(self, column: str, values: tuple[Any, ...]) -> None:
        """Demand that a column has one of some values; none means that it does not matter."""
        if values:
            self.add(f"{column} in ({', '.join('?' * len(values))})", *values)

    def where(self) -> str:
        """The conditions as SQL."""
        return " and ".join(self.conditions) or "true"


def conditions_of(selection: Selection) -> Query:  # noqa: C901, PLR0912  one line a field
    """What a selection demands of `s` (statements) and `d` (documents)."""
    query = Query()
    query.one_of("s.kind", selection.kinds)
    if selection.dyad:
        add_dyad(query, *selection.dyad, directed=selection.directed)
    for party in selection.parties:
        add_party(query, party, ())
    for role, party in selection.roles:
        add_party(query, party, (role,))
    add_time(query, selection)
    if selection.place:
        words = selection.place
        if ALPHA3.match(words):
            query.add("s.place_country = ?", words)
        else:
            query.add("lower(s.place) = lower(?)", words)
    query.one_of("s.certainty", selection.certainties)
    query.one_of("s.realis", selection.realis)
    query.one_of("s.event_type", selection.event_types)
    query.one_of("s.id", selection.ids)
    if selection.polarity:
        query.add("s.polarity = ?", selection.polarity)
    if selection.item:
        query.add("lower(s.item) like ? escape '!'", f"%{literal(selection.item.lower())}%")
    if selection.source:
        like = f"%{literal(selection.source.lower())}%"
        query.add("(lower(s.source) like ? escape '!' or lower(d.publisher) like ? escape '!')", like, like)
    if selection.document:
        query.add("(d.id = ? or d.url = ?)", selection.document, selection.document)
    if selection.text:
        for word in selection.text.split():
            query.add("lower(s.text) like ? escape '!'", f"%{literal(word.lower())}%")
    if selection.new_since:
        query.add("r.read_at > ?", selection.new_since)
    return query


def add_dyad(query: Query, one: Party, other: Party, *, directed: bool) -> None:
    """Demand two parties, each with a place of its own in the statement."""
    if one.country and other.country and one.country != other.country:
        add_two_countries(query, one.country, other.country, directed=directed)
        return
    first, first_values = party_condition("a", one)
    second, second_values = party_condition("b", other)
    sides, side_values = "true", []
    if directed:
        sides = f"a.role in ({marks(ACTING)}) and b.role in ({marks(RECEIVING)})"
        side_values = [*ACTING, *RECEIVING]
    query.add(
        "s.number in (select a.statement from participants a join participants b on a.statement = b.statement "
        f"and a.position <> b.position where {first} and {second} and {sides})",
        *first_values, *second_values, *side_values,
    )  # fmt: skip


def add_two_countries(query: Query, one: str, other: str, *, directed: bool) -> None:
    """Demand two countries. Nobody is of both, so that one look at the participants does, which is faster than a pair of them."""
    sides = (f" and p.role in ({marks(ACTING)})", f" and p.role in ({marks(RECEIVING)})") if directed else ("", "")
    query.add(
        "s.number in (select p.statement from participants p where p.country in (?, ?) group by p.statement having "
        f"max(case when p.country = ?{sides[0]} then 1 else 0 end) "
        f"+ max(case when p.country = ?{sides[1]} then 1 else 0 end) = 2)",
        *(one, other),
        *(one, *ACTING, other, *RECEIVING) if directed else (one, other),
    )


def add_party(query: Query, party: Party, roles: tuple[str, ...]) -> None:
    """Demand a party, in one of some roles where there are any."""
    condition, values = party_condition("p", party)
    in_role = f" and p.role in ({marks(roles)})" if roles else ""
    query.add(f"s.number in (select p.statement from participants p where {condition}{in_role})", *values, *roles)


def party_condition(alias: str, party: Party) -> tuple[str, list[Any]]:
    """What a party demands of a row of `participants`."""
    if party.country:
        return f"{alias}.country = ?", [party.country]
    if party.entity:
        return f"{alias}.entity = ?", [party.entity]
    return f"lower({alias}.name) = lower(?)", [party.name]


def add_time(query: Query, selection: Selection) -> None:
    """Demand that the statement's time touches some days. An open end reaches as far as it must."""
    if selection.since is None and selection.until is None:
        return
    touches = ["(s.time_start is not null or s.time_end is not null)"]
    values = []
    if selection.since:
        touches.append("(s.time_end is null or s.time_end >= ?)")
        values.append(selection.since.isoformat())
    if selection.until:
        touches.append("(s.time_start is null or s.time_start <= ?)")
        values.append(selection.until.isoformat())
    condition = " and ".join(touches)
    if selection.undated:
        condition = f"(({condition}) or (s.time_start is null and s.time_end is null))"
    query.add(condition, *values)


def marks(values: tuple[Any, ...]) -> str:
    """A mark for each value."""
    return ", ".join("?" * len(values))


def literal(words: str) -> str:
    """Words as `like` takes them literally."""
    return words.replace("!", "!!").replace("%", "!%").replace("_", "!_")
