"""Which town of a name is meant: by the land that the text adds, by the countries it names, by size; None rather than a guess."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Final

from dragoman.language.words import Words
from dragoman.reference.cities import City, find_places
from dragoman.reference.countries import find_country, find_nationality

SURE_POPULATION: Final = 200_000  # a town of this size is known by its name alone
FAR_LARGER: Final = 4  # times as large as its namesakes abroad: then a town is meant without its country
LARGER: Final = 2  # times, where the text shows that it speaks of a place
LONGEST_LAND: Final = 4  # words in 'Aden, *Yemen*', 'Goma, *North Kivu*'
AUTHORITIES: Final = frozenset(
    {"police", "court", "authority", "prosecutor", "customs", "coastguard", "gendarmerie", "gendarme", "judge", "policeman"}
)  # of which each works at home


def land_after(words: Sequence[str], end: int) -> tuple[str, ...]:
    """The names that may be a land behind a town and a comma, the longest first: 'Alexandria, *Virginia*'."""
    if end + 1 >= len(words) or words[end] != ",":
        return ()
    last = end + 1
    while last < len(words) and last - end <= LONGEST_LAND and words[last][:1].isupper():
        last += 1
    return tuple(" ".join(words[end + 1 : stop]) for stop in range(last, end + 1, -1))


@lru_cache(maxsize=4096)
def towns_in_land(town: str, land: str) -> tuple[City, ...] | None:
    """The towns of a name in a country or region; None where the land is none that the tables know."""
    found = find_places(town)
    country = find_country(land)
    if country is not None and country.name != "Georgia":
        return tuple(city for city in found if city.country == country.code)
    regions = [place for place in find_places(land) if place.kind == "region"]
    if country is not None:  # the country or the American state, whichever has such a town
        here = tuple(c for c in found if c.country == country.code or (c.country, c.region) == ("USA", land))
        return here or None
    if not regions:
        return None
    named = tuple(city for city in found if any(city.country == r.country and city.region == r.name for r in regions))
    return named or tuple(city for city in found if city.country == regions[0].country)


def towns_by_land(words: Sequence[str], start: int, end: int) -> tuple[City, ...] | None:
    """The towns that the land behind the comma allows; None where no known land stands there."""
    town = " ".join(words[start:end])
    for land in land_after(words, end):
        found = towns_in_land(town, land)
        if found is not None:
            return found
    return None


def countries_of_sentence(doc: Words, at: int) -> tuple[set[str], set[str]]:
    """The countries that the sentence of a token names, and those whose police or courts act in it."""
    sentence = doc[at].sent
    named, acting = set(), set()
    for token in doc[sentence.start : sentence.end]:
        if token.pos_ not in ("PROPN", "ADJ", "NOUN"):
            continue
        country = find_country(token.text) or find_nationality(token.text)
        if country is None:
            continue
        named.add(country.code)
        if token.head.lemma_.lower() in AUTHORITIES:
            acting.add(country.code)
    return named, acting


def pick_town(doc: Words, at: int, found: Sequence[City], countries: Collection[str]) -> City | None:
    """Of the towns of a name in countries that the text names, the one that is meant; None where they are rivals."""
    here = [city for city in found if city.country in countries]
    if len({city.country for city in here}) <= 1:
        return here[0] if here else None
    named, acting = countries_of_sentence(doc, at)
    for narrower in (acting, named):
        inside = [city for city in here if city.country in narrower]
        if len({city.country for city in inside}) == 1:
            return inside[0]
    return largest_of(here, FAR_LARGER)


def largest_of(found: Sequence[City], times: float) -> City | None:
    """The largest town of a name, where it is so many times as large as its namesakes abroad."""
    largest = max(found, key=lambda city: (city.kind != "region", city.population))
    abroad = max((c.population for c in found if c.country != largest.country and c.kind != "region"), default=0)
    return largest if largest.population >= times * abroad else None
