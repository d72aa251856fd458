"""Who held which office when, and whom a name stands for: look-ups in the tables of `holders`."""

import datetime as dt
from dataclasses import dataclass, field
from functools import cache

from dragoman.reference.holders import Holder, load_holders
from dragoman.reference.office_titles import canonical_office, office_rank
from dragoman.reference.spelling import name_key, name_keys

__all__ = ["Holder", "find_person", "holder_at", "holders_named", "holders_of", "load_holders", "terms_of_person"]


@dataclass(slots=True)
class _Index:
    """Terms by name: full names and aliases; surnames that may stand alone; surnames that are words and need a country."""

    full: dict[str, list[Holder]] = field(default_factory=dict)
    surname: dict[str, list[Holder]] = field(default_factory=dict)
    with_country: dict[str, list[Holder]] = field(default_factory=dict)
    entity: dict[str, list[Holder]] = field(default_factory=dict)


@cache
def _index() -> _Index:
    """All terms by the keys of their names."""
    index = _Index()
    for holder in load_holders():
        index.entity.setdefault(holder.entity, []).append(holder)
        full = () if holder.source == "leaders.tsv" and " " not in holder.person else (holder.person, *holder.aliases)
        for name in name_keys(full):
            index.full.setdefault(name, []).append(holder)
        for surname in dict.fromkeys(holder.surnames):
            table = index.with_country if surname.endswith("?") else index.surname
            table.setdefault(name_key(surname.rstrip("?")), []).append(holder)
    return index


def holders_named(name: str) -> tuple[Holder, ...]:
    """Every term of everybody with this full name, alias or surname; where a full name fits, surnames are left aside."""
    key, index = name_key(name), _index()
    return tuple(index.full.get(key) or [*index.surname.get(key, ()), *index.with_country.get(key, ())])


def terms_of_person(entity: str) -> tuple[Holder, ...]:
    """Every term of the person with this stable key ('person/hassan-rouhani'), earliest first."""
    return tuple(sorted(_index().entity.get(entity, ()), key=lambda term: term.start or dt.date.min))


def holder_at(polity: str, office: str, day: dt.date) -> Holder | None:
    """Who held an office on a day.

    Args:
        polity: Alpha-3 code, or an organisation's key ('organisation/un').
        office: The office in plain words; 'premier', 'secretary of state' (of the USA) and the like are understood.
        day: The day.

    Returns:
        The term, the later one on a day when two met; None where nobody is known, or the office is not.
    """
    wanted = canonical_office(office, polity) or office
    terms = (t for t in _index_by_office().get((polity, wanted), ()) if t.covers(day))
    return max(terms, key=lambda term: term.start or dt.date.min, default=None)


@cache
def _index_by_office() -> dict[tuple[str, str], tuple[Holder, ...]]:
    """Terms by polity and office."""
    index: dict[tuple[str, str], list[Holder]] = {}
    for term in load_holders():
        index.setdefault((term.country or term.organisation or "", term.office), []).append(term)
    return {key: tuple(terms) for key, terms in index.items()}


def holders_of(polity: str, office: str) -> tuple[Holder, ...]:
    """Every term known of an office, earliest first; arguments as of `holder_at`."""
    terms = _index_by_office().get((polity, canonical_office(office, polity) or office), ())
    return tuple(sorted(terms, key=lambda term: term.start or dt.date.min))


def find_person(name: str, day: dt.date | None, *, country: str | None = None) -> Holder | None:
    """The person whom a name stands for, with the term that matters on a day.

    Args:
        name: Full name, alias or surname.
        day: The day the text is about or was published; None where it is not known.
        country: Alpha-3 code of the country that the context names, to choose among namesakes.

    Returns:
        The highest term that holds on `day`; for a full name (or a surname with `country`) also the last one before that day,
        or the first after it. None where nobody is known, or a surname alone fits several persons or none in office.
    """
    key, index = name_key(name), _index()
    by_full_name = index.full.get(key)
    if by_full_name is None and country is not None:
        candidates = [*index.surname.get(key, ()), *index.with_country.get(key, ())]
    else:
        candidates = by_full_name or index.surname.get(key, [])
    if country is not None:
        here = [term for term in candidates if term.country == country]
        candidates = here if here or by_full_name is None else candidates
    if day is not None:
        active = [term for term in candidates if term.covers(day)]
        if active:
            return _only_person(active, day)
        if by_full_name is None and country is None:
            return None
    return _only_person(candidates, day)


def _only_person(terms: list[Holder], day: dt.date | None) -> Holder | None:
    """The term that matters, where all terms are of one person; None otherwise."""
    if len({term.entity for term in terms}) != 1:
        return None
    if day is None:
        return max(terms, key=lambda t: (t.start or dt.date.min, -office_rank(t.office)))
    active = [term for term in terms if term.covers(day)]
    if active:
        return min(active, key=lambda t: (office_rank(t.office), -(t.start or dt.date.min).toordinal()))
    before = [term for term in terms if term.end is not None and term.end < day]
    if before:
        return max(before, key=lambda t: (t.end or dt.date.min, -office_rank(t.office)))
    return min(terms, key=lambda t: t.start or dt.date.max)
