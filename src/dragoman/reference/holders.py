"""The tables of office holders, other well-known persons and de facto leaders, as terms of persons."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from dragoman.model.errors import ReferenceFileError
from dragoman.reference.entries import SECTORS, Entry, load_entries
from dragoman.reference.office_titles import canonical_office, office_rank, office_sector
from dragoman.reference.organisations import find_organisation
from dragoman.reference.spelling import name_key, slug_of

OFFICE_COLUMNS: Final = ("polity", "office", "person", "from", "to")
PEOPLE_COLUMNS: Final = ("person", "country", "sector", "role", "from", "to")
LEADER_COLUMNS: Final = ("country", "leader", "from", "to")
NAME_COLUMNS: Final = ("person", "surnames", "aliases")
LEADER_NAME_COLUMNS: Final = ("country", "leader", "from", "name", "aliases")

# Where the press, too, writes the family name first.
FAMILY_NAME_FIRST: Final = frozenset({"CHN", "PRK", "KOR", "TWN", "HKG", "VNM"})
# Of a double surname, what may stand before the last part and is no name itself.
ARTICLES: Final = frozenset({"al", "el", "as", "ash", "at", "ad", "an", "ar", "az"})
# Where the list of leaders stops.
END_OF_LEADERS: Final = dt.date(2021, 3, 31)
# The list of leaders counts the Soviet Union as Russia, Yugoslavia as Serbia.
FORMER_STATES: Final = {"RUS": "SUN", "SRB": "YUG"}
# Sectors of the state: who leaves such an office is a former official, PLOVER's ELI.
STATE_SECTORS: Final = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A person's term in an office, or in another well-known role ('opposition leader', 'rebel commander').

    `country` is alpha-3, None for an office of an organisation, whose key ('organisation/nato') then stands in `organisation`.
    `start` and `end` are both included; None is open or unknown. `start_text` and `end_text` are as the table writes them
    ('2013-08': `start` is then the first day, `end` the last). `surnames` are the short names that stand for the person.
    `until_at_least` is true where the source stops while the term goes on: whether it held after `end` is not known.
    """

    person: str
    entity: str
    aliases: tuple[str, ...] = ()
    country: str | None
    office: str
    sector: str
    start: dt.date | None = None
    end: dt.date | None = None
    source: str
    organisation: str | None = None
    surnames: tuple[str, ...] = ()
    start_text: str = ""
    end_text: str = ""
    until_at_least: bool = False

    def covers(self, day: dt.date) -> bool:
        """Whether the term held on `day`."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def sector_at(self, day: dt.date | None) -> str:
        """The sector on a day: 'ELI' for somebody who had left an office of the state by then."""
        over = day is not None and self.end is not None and self.end < day and not self.until_at_least
        return "ELI" if over and self.sector in STATE_SECTORS else self.sector


@dataclass(frozen=True, slots=True)
class _PersonNames:
    surnames: tuple[str, ...]
    aliases: tuple[str, ...]


def default_surnames(person: str, country: str | None) -> tuple[str, ...]:
    """The short name that stands for a person where the table gives none: the last word, or the family's where it goes first."""
    words = person.split()
    short = words[0] if country in FAMILY_NAME_FIRST and len(words) > 1 else words[-1]
    if country == "VNM":
        return (short, words[-1])  # the press writes 'Chinh' for Pham Minh Chinh
    article, _, rest = short.partition("-")
    return (short, rest) if article.lower() in ARTICLES and rest else (short,)


def load_person_names() -> dict[str, _PersonNames]:
    """Surnames and aliases of persons, where they are not what `default_surnames` gives."""
    found: dict[str, _PersonNames] = {}
    for row in load_entries("offices_names.tsv", NAME_COLUMNS):
        if row.filled("person") in found:
            raise row.fault("the person stands in an earlier line too")
        found[row["person"]] = _PersonNames(row.list_in("surnames"), row.list_in("aliases"))
    return found


def _holder(row: Entry, names: dict[str, _PersonNames], *, polity: str, office: str, sector: str, source: str) -> Holder:
    """A term from a line of a table, with what the table of names adds."""
    person = row.filled("person")
    organisation = polity if polity.startswith("organisation/") else None
    country = None if organisation or not polity else polity
    known = names.get(person)
    start, end = row.term()
    return Holder(
        person=person,
        entity=f"person/{slug_of(person)}",
        aliases=known.aliases if known else (),
        country=country,
        office=office,
        sector=sector,
        start=start,
        end=end,
        source=source,
        organisation=organisation,
        surnames=tuple(s for s in known.surnames if s != "?") if known and known.surnames else default_surnames(person, country),
        start_text=row["from"],
        end_text=row["to"],
    )


def office_terms(rows: Iterable[Entry], names: dict[str, _PersonNames]) -> Iterable[Holder]:
    """The terms of the table of offices."""
    for row in rows:
        polity = row.filled("polity")
        country = None if polity.startswith("organisation/") else row.country_in("polity")
        office = canonical_office(row.filled("office"), country)
        if office is None:
            raise row.fault(f"office is {row['office']!r}, which office_titles.tsv does not have")
        sector = office_sector(office)
        if country is None:
            organisation = find_organisation(polity)
            if organisation is None:
                raise row.fault(f"polity is {polity!r}, which organisations.tsv does not have")
            sector = organisation.sector or sector
        yield _holder(row, names, polity=polity, office=office, sector=sector, source="offices.tsv")


def people_terms(rows: Iterable[Entry], names: dict[str, _PersonNames]) -> Iterable[Holder]:
    """The terms of the table of other persons."""
    for row in rows:
        sector = row.choice_in("sector", SECTORS)
        if sector is None:
            raise row.fault("sector is empty")
        country = row.country_in("country") or ""
        yield _holder(row, names, polity=country, office=row.filled("role"), sector=sector, source="offices_people.tsv")


def _name_words(holder: Holder) -> set[str]:
    """The single words of all names of a person."""
    names = (holder.person, *holder.aliases, *holder.surnames)
    return {word for name in names for word in name_key(name.rstrip("?")).split()} - ARTICLES


def _days_shared(start: dt.date | None, end: dt.date | None, holder: Holder) -> int:
    """How many days two terms have in common; an open end counts as the last day of the list of leaders."""
    first = max(start or dt.date.min, holder.start or dt.date.min)
    last = min(end or END_OF_LEADERS, holder.end or END_OF_LEADERS)
    return (last - first).days


def _person_of_leader(entry: Entry, here: Iterable[Holder]) -> Holder | None:
    """The person of the other tables whom a leader's short name means: one who ruled in those years and bears a word of it."""
    words = set(name_key(entry["leader"]).split()) - ARTICLES
    start, end = entry.term()
    shared: dict[str, int] = {}
    persons: dict[str, Holder] = {}
    for holder in here:
        days = _days_shared(start, end, holder)
        if days > 0 and words & _name_words(holder):
            shared[holder.entity] = shared.get(holder.entity, 0) + days
            persons[holder.entity] = holder
    entity = max(sorted(shared), key=lambda key: shared[key], default=None)
    term_days = ((end or END_OF_LEADERS) - (start or dt.date.min)).days
    return persons[entity] if entity is not None and 2 * shared[entity] >= term_days else None


def load_leader_names() -> dict[tuple[str, str, str], tuple[str, tuple[str, ...]]]:
    """Full name and aliases of leaders known by surname, by country, surname and, where two share it, first day in power."""
    rows = load_entries("leaders_names.tsv", LEADER_NAME_COLUMNS)
    return {
        (row.filled("country"), row.filled("leader"), row["from"]): (row.filled("name"), row.list_in("aliases")) for row in rows
    }


def leader_terms(rows: Iterable[Entry], known: Sequence[Holder]) -> Iterable[Holder]:
    """The terms of de facto leaders, each tied to the person of the other tables, if one is in office then under that name."""
    heads: dict[str | None, list[Holder]] = {}
    for holder in known:
        if holder.office == "leader" or office_rank(holder.office) <= office_rank("chief executive"):
            heads.setdefault(holder.country, []).append(holder)
    full_names = load_leader_names()
    persons = {(holder.country, name_key(holder.person)): holder for holder in known}
    for row in rows:
        country, leader = row.country_in("country"), row.filled("leader")
        start, end = row.term()
        here = [*heads.get(country, ()), *heads.get(FORMER_STATES.get(country or ""), ())]
        name, aliases = full_names.get((country or "", leader, row["from"])) or full_names.get(
            (country or "", leader, ""), (leader, ())
        )
        person = persons.get((country, name_key(name))) or _person_of_leader(row, here)
        yield Holder(
            person=person.person if person else name,
            entity=person.entity
            if person
            else f"person/{slug_of(name)}" + (f"-{(country or '').lower()}" if name == leader else ""),
            aliases=person.aliases if person else aliases,
            country=country,
            office="leader",
            sector="GOV",
            start=start,
            end=end,
            source="leaders.tsv",
            surnames=person.surnames if person else default_surnames(leader if leader in name else name, country),
            start_text=row["from"],
            end_text=row["to"],
            until_at_least=row["to"] == "2021-03",
        )


@cache
def load_holders() -> tuple[Holder, ...]:
    """Every term of every person, in the order of the tables."""
    names = load_person_names()
    terms = [
        *office_terms(load_entries("offices.tsv", OFFICE_COLUMNS), names),
        *people_terms(load_entries("offices_people.tsv", PEOPLE_COLUMNS), names),
    ]
    unused = names.keys() - {term.person for term in terms}
    if unused:
        raise ReferenceFileError("offices_names.tsv", min(unused), "no table of offices or people has this person")
    return (*terms, *leader_terms(load_entries("leaders.tsv", LEADER_COLUMNS), terms))
