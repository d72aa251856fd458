"""Every name of the reference tables with what it stands for, in the order in which meanings of one name are preferred."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dragoman.language.actor_lexicon import load_peoples, load_universities
from dragoman.language.mention_names import NameEntry, iterate_pairs
from dragoman.model.closed_lists import MentionCategory
from dragoman.reference.countries import (
    Country,
    combining_index,
    find_country,
    find_nationality,
    load_countries,
    load_lands,
    metonym_index,
)
from dragoman.reference.equipment import load_equipment
from dragoman.reference.groups import Group, load_groups
from dragoman.reference.offices import load_holders
from dragoman.reference.organisations import load_organisations
from dragoman.reference.sites import load_sites, load_waters
from dragoman.reference.spelling import slug_of

ARMED: Final = frozenset({"REB", "PRM", "IMG", "CRM", "UAF", "PRE"})
Named = Iterator[tuple[str, NameEntry]]


def all_names() -> Named:
    """All names: states, nationalities, lands, capitals, metonyms, organisations, groups, equipment, sites, persons, peoples."""
    yield from names_of_states()
    yield from names_of_metonyms()
    yield from names_of_organisations()
    yield from names_of_groups()
    yield from names_of_equipment()
    yield from names_of_sites()
    yield from names_of_persons()
    for name, code in load_universities().items():
        yield name, NameEntry(name, "group", "organisation", f"organisation/{slug_of(name)}", code, "EDU", f"university '{name}'")
    for name, people in load_peoples().items():
        yield name, NameEntry(name, "people", "nationality", None, people.country, people.sector, f"people '{name}'")


def names_of_states() -> Named:
    """Countries and lands by name, nationality and capital. Of several that share a name, the one most often meant goes first."""
    lands = [*load_countries().values(), *load_lands()]
    named = [(name, country) for country in lands for name in country.names]
    for name, country in sorted(named, key=lambda pair: find_country(pair[0]) is not pair[1]):
        yield name, state_entry(country)
    called = [(word, country) for country in lands for word in country.demonyms]
    for word, country in sorted(called, key=lambda pair: find_nationality(pair[0]) is not pair[1]):
        yield word, nationality_entry(country)
    for country in load_countries().values():
        if country.capital and country.status != "historical":
            entry = NameEntry(
                country.capital, "capital", "country", country.entity, country.code, "GOV", f"capital of {country.name}"
            )
            yield from iterate_pairs((country.capital, *country.capital_aliases), entry)


def nationality_entry(country: Country) -> NameEntry:
    """The adjective or the people of a country; of a land within one, a people."""
    kind = "people" if country.is_land else "demonym"
    because = f"nationality of {country.name}"
    return NameEntry(country.name, kind, "nationality", country.entity, country.code, country.sector, because)


def state_entry(country: Country) -> NameEntry:
    """A country as a name; a land within one is a place that may act."""
    if country.is_land:
        because = f"{country.status} land {country.name}"
        return NameEntry(country.name, "region", "place", country.entity, country.code, country.sector, because)
    return NameEntry(country.name, "country", "country", country.entity, country.code, None, f"country {country.name}")


def combining_forms() -> dict[str, NameEntry]:
    """First parts of compound nationalities in lower case: 'sino', 'russo'."""
    return {
        part: NameEntry(c.name, "demonym", "nationality", c.entity, c.code, None, f"first part of a compound with {c.name}")
        for part, c in combining_index().items()
    }


def names_of_metonyms() -> Named:
    """Buildings, streets and bynames that stand for a government: 'the Kremlin'. Their keys are plain lower-case names."""
    for key, (country, sector, means) in metonym_index().items():
        name = " ".join(word if word.isupper() else word.capitalize() for word in key.split())
        yield name, NameEntry(means, "metonym", "organisation", country.entity, country.code, sector, f"metonym for {means}")


def names_of_organisations() -> Named:
    """International organisations, and treaties, which have no sector."""
    for organisation in load_organisations().values():
        kind = "organisation" if organisation.sector else "treaty"
        because = f"{organisation.kind} {organisation.name}"
        entry = NameEntry(
            organisation.name, kind, "organisation", organisation.entity, organisation.country, organisation.sector, because
        )
        yield from iterate_pairs((organisation.name, *organisation.aliases), entry)


def names_of_groups() -> Named:
    """Armed groups, parties, services, agencies, companies, media. Names that are words too need their country beside them."""
    for group in load_groups().values():
        for name in (group.name, *group.aliases):
            # 'The National' is a newspaper, 'National' is not
            with_article = name.startswith("The ") and name.count(" ") == 1
            yield name, group_entry(group, "group after article" if with_article else "group")
    for group in load_groups().values():
        yield from iterate_pairs(group.aliases_in_context, group_entry(group, "group in context"))


def group_entry(group: Group, kind: str) -> NameEntry:
    """A group as a name; what is armed is a group, the rest are organisations."""
    category: MentionCategory = "group" if group.sector in ARMED else "organisation"
    return NameEntry(group.name, kind, category, group.entity, group.country, group.sector, f"group {group.name}")


def names_of_sites() -> Named:
    """Bases, complexes, ports, straits and seas. A site of one word ('Parchin') needs its noun: see `add_facilities`."""
    for site in load_sites():
        category: MentionCategory = "facility" if site.entity.startswith("facility/") else "place"
        entry = NameEntry(site.name, "site", category, site.entity, site.country, None, f"site {site.name}")
        yield from iterate_pairs((n for n in (site.name, *site.aliases) if " " in n), entry)
    for water in load_waters():
        entry = NameEntry(water.name, "water", "place", water.entity, None, None, f"{water.kind} {water.name}")
        yield from iterate_pairs((n for n in (water.name, *water.aliases) if " " in n or water.kind in ("sea", "ocean")), entry)


def names_of_equipment() -> Named:
    """Designations. Those that are words too ('Patriot') need words about arms beside them."""
    for item in load_equipment().values():
        entry = NameEntry(item.name, "equipment", "equipment", item.entity, None, None, f"{item.description} {item.name}")
        doubtful = replace(entry, kind="equipment in context")
        yield item.name, doubtful if item.needs_context else entry
        yield from iterate_pairs(item.aliases, entry)
        yield from iterate_pairs(item.aliases_in_context, doubtful)


def names_of_persons() -> Named:
    """Full names and aliases of office holders. The term that matters is chosen later, by the date."""
    for holder in load_holders():
        entry = NameEntry(holder.person, "person", "person", holder.entity, holder.country, holder.sector, holder.office)
        for name in (holder.person, *holder.aliases):
            if " " in name or "-" in name:  # single names are surnames: see mention_people.py
                yield name, entry
