"""International organisations and treaties, and who belonged to them when."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from dragoman.model.errors import ReferenceFileError
from dragoman.reference.entries import SECTORS, Entry, load_entries
from dragoman.reference.spelling import name_key, name_keys

ORGANISATION_COLUMNS: Final = ("key", "name", "kind", "sector", "country", "aliases")
MEMBERSHIP_COLUMNS: Final = ("organisation", "status", "from", "to", "countries")
KINDS: Final = frozenset(
    {"organisation", "body", "alliance", "forum", "court", "bank", "charity", "mission", "treaty", "agreement"}
)
# As in the statement format, in the order in which one goes before another on the same day. 'joined' is the first day of a
# member's term, so no row of its own.
STATUSES: Final = ("member", "signatory", "withdrew", "observer", "dialogue partner", "associate", "applied")
# A row with this status and no country says that the members are all in the table, for every day.
COMPLETE: Final = "complete"


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipTerm:
    """A country's standing in an organisation or treaty from `start` to `end`, both included; None is an open end.

    `start_text` and `end_text` are the dates as the table writes them: '2013' where only the year is known, and `start` is
    then its first day, `end` its last.
    """

    country: str
    status: str
    start: dt.date | None = None
    end: dt.date | None = None
    start_text: str = ""
    end_text: str = ""

    def covers(self, day: dt.date) -> bool:
        """Whether the standing held on `day`."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation, body, forum or treaty. `sector` is PLOVER's (None for a treaty, which does nothing itself).

    `complete`: every member of every day is in the table, so that a state without a term was none; otherwise the absence of a
    term says nothing. `country` is alpha-3 where the organisation belongs to one state's society (a national charity),
    None otherwise.
    """

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = "organisation"
    country: str | None = None
    sector: str | None = None
    members: tuple[MembershipTerm, ...] = ()
    complete: bool = False

    @property
    def entity(self) -> str:
        """The stable key, such as 'organisation/nato'."""
        return f"organisation/{self.key}"


def _terms_of_row(row: Entry) -> Iterable[tuple[str, MembershipTerm]]:
    """The terms that one line gives: a standing and its days, shared by the countries named."""
    if row["status"] not in STATUSES:
        raise row.fault(f"status is {row['status']!r}; allowed are {', '.join(STATUSES)}, {COMPLETE}")
    start, end = row.term()
    for code in row.filled("countries").split():
        if len(code) != 3 or not code.isupper():
            raise row.fault(f"{code!r} in countries is not an ISO 3166-1 alpha-3 code such as 'IRN'")
        yield (
            row["organisation"],
            MembershipTerm(country=code, status=row["status"], start=start, end=end, start_text=row["from"], end_text=row["to"]),
        )


def build_organisations(organisations: Iterable[Entry], memberships: Iterable[Entry]) -> dict[str, Organisation]:
    """Organisations by key, with their members.

    Raises:
        ReferenceFileError: A key twice, an unknown kind, sector or status, a bad date, or members of something not listed.
    """
    members: dict[str, list[MembershipTerm]] = {}
    first_row: dict[str, Entry] = {}
    complete: set[str] = set()
    for row in memberships:
        first_row.setdefault(row["organisation"], row)
        if row["status"] == COMPLETE:
            complete.add(row["organisation"])
            continue
        for key, term in _terms_of_row(row):
            members.setdefault(key, []).append(term)
    found: dict[str, Organisation] = {}
    for row in organisations:
        key = row.slug_in("key")
        if key in found:
            raise row.fault("the key stands in an earlier line too")
        found[key] = Organisation(
            key=key,
            name=row.filled("name"),
            aliases=row.list_in("aliases"),
            kind=row.choice_in("kind", KINDS) or "organisation",
            country=row.country_in("country"),
            sector=row.choice_in("sector", SECTORS),
            members=tuple(members.get(key, ())),
            complete=key in complete,
        )
    for key, row in first_row.items():
        if key not in found:
            raise row.fault("no organisation has this key")
    return found


@cache
def load_organisations() -> dict[str, Organisation]:
    """All organisations and treaties by key (without 'organisation/')."""
    return build_organisations(
        load_entries("organisations.tsv", ORGANISATION_COLUMNS), load_entries("memberships.tsv", MEMBERSHIP_COLUMNS)
    )


@cache
def _names() -> dict[str, Organisation]:
    """Organisations by each of their names, as `name_key` writes it."""
    index: dict[str, Organisation] = {}
    for organisation in load_organisations().values():
        for key in name_keys((organisation.name, *organisation.aliases)):
            if index.setdefault(key, organisation) is not organisation:
                raise ReferenceFileError("organisations.tsv", organisation.key, f"{key!r} names {index[key].key!r} too")
    return index


def find_organisation(name: str) -> Organisation | None:
    """The organisation or treaty with this name, alias or entity key ('organisation/nato'); None where there is none."""
    if name.startswith("organisation/"):
        return load_organisations().get(name.removeprefix("organisation/"))
    return _names().get(name_key(name))


def terms_of(country: str, organisation: str | Organisation) -> tuple[MembershipTerm, ...]:
    """Every term of a country in an organisation, earliest first.

    Args:
        country: Alpha-3 code.
        organisation: The organisation, its entity key or one of its names.
    """
    found = find_organisation(organisation) if isinstance(organisation, str) else organisation
    if found is None:
        return ()
    terms = (term for term in found.members if term.country == country)
    return tuple(sorted(terms, key=lambda term: term.start or dt.date.min))


def membership_at(country: str, organisation: str | Organisation, day: dt.date) -> MembershipTerm | None:
    """A country's standing in an organisation on a day: a member's before an observer's; None where it had none.

    None says that the table has no term for that day: only where `complete` is true of the organisation was it no member.
    """
    covering = [term for term in terms_of(country, organisation) if term.covers(day)]
    return min(covering, key=lambda term: STATUSES.index(term.status), default=None)
