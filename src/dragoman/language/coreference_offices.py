"""'his predecessor', 'his Tajik counterpart', 'its Iranian counterpart': persons and bodies by the tables of offices."""

from dataclasses import replace

from dragoman.language.attributes import document_of
from dragoman.language.words import Word, Words
from dragoman.model.span import Mention
from dragoman.reference.countries import Country, load_countries
from dragoman.reference.office_titles import canonical_office
from dragoman.reference.offices import find_person, holder_at, holders_of
from dragoman.reference.spelling import slug_of


def neighbour_in_office(doc: Words, token: Word, owners: list[Mention], *, before: bool) -> list[Mention]:
    """'his predecessor', 'her successor': by the tables of offices, as a mention at the phrase's own words."""
    owners = [m for m in owners if m.category in ("person", "office")]
    day = document_of(doc).published
    holder = find_person(owners[0].name, day, country=owners[0].country) if owners else None
    if holder is None or holder.country is None:
        return []
    terms = [t for t in holders_of(holder.country, holder.office) if t.start is not None]
    index = next((i for i, t in enumerate(terms) if t.entity == holder.entity and t.start == holder.start), None)
    if index is None or not 0 <= index + (-1 if before else 1) < len(terms):
        return []
    other = terms[index - 1 if before else index + 1]
    because = f"{other.person}, {other.office} {'before' if before else 'after'} {holder.person}"
    return [here(doc, token, Mention(
        token_start=token.i, token_end=token.i + 1, head=token.i, start=0, end=0, text="", category="person", name=other.person,
        entity=other.entity, country=other.country, sector=other.sector, because=because,
    ))]  # fmt: skip


def counterpart(doc: Words, mention: Mention, owners: list[Mention]) -> Mention:
    """'its Iranian counterpart': the country is said, the kind of body or office is that of the possessor."""
    day = document_of(doc).published
    if not owners or mention.country is None:
        return mention
    owner = owners[0]
    if owner.category in ("person", "office"):
        known = find_person(owner.name, day, country=owner.country)
        office = known.office if known is not None else canonical_office(owner.name, owner.country)
        if known is not None and office == "leader":
            office = "president"
        holder = holder_at(mention.country, office, day) if office and day else None
        if holder is not None:
            return replace(mention, category="person", name=holder.person, entity=holder.entity, sector=holder.sector)
        return replace(mention, sector=owner.sector)
    country = load_countries().get(mention.country)
    of_owner = load_countries().get(owner.country or "")
    name = owner.name.replace(of_owner.name, country.name) if country and of_owner else mention.name
    return replace(mention, category=owner.category, name=name, sector=owner.sector, entity=moved_key(owner, of_owner, country))


def moved_key(owner: Mention, of_owner: Country | None, country: Country | None) -> str | None:
    """The key of a body of the same kind in another country; None where the owner's key does not hold its country."""
    if of_owner is None or country is None or owner.entity is None:
        return None
    prefix = f"organisation/{slug_of(of_owner.name)}-"
    if owner.entity.startswith(prefix):
        return f"organisation/{slug_of(country.name)}-{owner.entity.removeprefix(prefix)}"
    return country.entity if owner.entity == of_owner.entity else None


def here(doc: Words, token: Word, mention: Mention) -> Mention:
    """A mention that stands at a token's own words."""
    text = document_of(doc).text
    start, end = token.idx, token.idx + len(token)
    return replace(mention, start=start, end=end, text=text[start:end])
