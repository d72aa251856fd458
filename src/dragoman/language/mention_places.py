"""Places on the map for mentions: countries, capitals, lands, and towns that the tables of cities know."""

from functools import lru_cache

from dragoman.language.mention_draft import Board, Draft, head_of
from dragoman.language.mention_names import NameEntry
from dragoman.language.town_choice import FAR_LARGER, LARGER, SURE_POPULATION, largest_of, pick_town, towns_by_land
from dragoman.model.closed_lists import Precision
from dragoman.model.span import Place
from dragoman.reference.cities import City, find_places
from dragoman.reference.countries import Country, load_countries, load_lands
from dragoman.reference.rule_files import load_word_lists
from dragoman.reference.sites import Site, find_site, find_water
from dragoman.reference.spelling import slug_of

LONGEST_TOWN = 4  # words in a town's name
DIRECTIONS = frozenset({"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central"})
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


def natural_features() -> frozenset[str]:
    """Nouns that make a name before them that of a forest, a river, a range (`rules/places.toml`)."""
    return load_word_lists("dragoman.language.rules", "places.toml")["natural_features"]


def place_of_country(code: str, text: str) -> Place | None:
    """A country as a place: its middle."""
    country = load_countries().get(code)
    if country is None:
        return None
    return Place(name=country.name, country=code, lat=country.lat, lon=country.lon, text=text, precision="country")


def place_of_entry(entry: NameEntry, text: str) -> Place | None:
    """The place of a state, capital or land; None for other names."""
    if entry.kind in ("country", "demonym") and entry.country:
        return place_of_country(entry.country, text)
    if entry.kind == "capital" and entry.country:
        country = load_countries()[entry.country]
        return Place(
            name=entry.name, country=entry.country, lat=country.capital_lat, lon=country.capital_lon, text=text, precision="town"
        )
    if entry.kind == "region":
        land = lands_by_entity().get(entry.entity or "")
        if land is not None:
            return Place(name=land.name, country=land.code, lat=land.lat, lon=land.lon, text=text, precision="region")
    if entry.kind == "site" and (site := find_site(entry.name)) is not None:
        return place_of_site(site, text)
    if entry.kind == "water" and (water := find_water(entry.name)) is not None:
        return Place(name=water.name, country=None, lat=water.lat, lon=water.lon, text=text, precision="region")
    return None


def place_of_site(site: Site, text: str) -> Place:
    """A notable site as a place."""
    return Place(name=site.name, country=site.country, lat=site.lat, lon=site.lon, text=text, precision="point")


@lru_cache(maxsize=1)
def lands_by_entity() -> dict[str, Country]:
    """Lands within countries by entity key."""
    return {land.entity: land for land in load_lands()}


def key_of_city(city: City) -> str:
    """The stable key of a town or region."""
    return f"place/{slug_of(city.name)}-{city.country.lower()}"


def place_of_city(city: City, text: str) -> Place:
    """A town of the tables as a place."""
    precision: Precision = "region" if city.kind == "region" else "town"
    return Place(name=city.name, country=city.country, lat=city.lat, lon=city.lon, text=text, precision=precision)


def choose_city(
    board: Board, start: int, stop: int, countries: frozenset[str], *, labelled: bool, after_preposition: bool
) -> City | None:
    """The town or region of this name, by the countries that the text names; None where nothing speaks for it.

    Args:
        board: The names of the document.
        start: First token of the name.
        stop: The token after it.
        countries: Alpha-3 codes of the countries named in the document.
        labelled: Whether the language model takes the name for a place.
        after_preposition: Whether it stands after 'in', 'near' and the like.
    """
    found: tuple[City, ...] = find_places(board.doc[start:stop].text)
    if stop < len(board.doc) and board.doc[stop].lower_ in natural_features():
        own = slug_of(board.doc[start:stop].text)  # a forest is not near a town that is only now and then spelt like it
        found = tuple(city for city in found if slug_of(city.name) == own)
    if not found:
        return None
    by_land = towns_by_land(board.words, start, stop)
    if by_land is not None:  # 'Aden, Yemen': that one or none
        return by_land[0] if by_land else None
    sure = labelled or after_preposition
    usable = [city for city in found if sure or not city.also]
    if any(city.country in countries for city in usable):
        return pick_town(board.doc, start, usable, countries)
    largest = found[0]
    if largest.also and not (labelled and after_preposition):
        return None
    if (labelled and after_preposition) or largest.population >= SURE_POPULATION:
        return largest_of(found, LARGER)
    return largest_of(found, FAR_LARGER) if sure else None


def add_towns(board: Board, countries: frozenset[str]) -> None:
    """Put the towns of a document on the board: runs of proper nouns that no other name covers."""
    doc, at = board.doc, 0
    while at < len(doc):
        if board.owner[at] >= 0 or not board.words[at][0].isupper():
            at += 1
            continue
        token = doc[at]
        if token.pos_ != "PROPN" and token.ent_type_ not in PLACE_LABELS:
            at += 1
            continue
        end = at + 1
        while end < len(doc) and end - at < LONGEST_TOWN + 2 and board.owner[end] < 0 and (
            doc[end].pos_ == "PROPN" or doc[end].text in ("-", "al", "de", "el", "del", "la")
        ):  # fmt: skip
            end += 1
        at = add_town_in(board, at, end, countries) or at + 1


def add_town_in(board: Board, start: int, end: int, countries: frozenset[str]) -> int | None:
    """The longest town's name that begins at `start`; returns where it ends."""
    doc = board.doc
    for stop in range(end, start, -1):
        if not doc[stop - 1].text[-1].isalnum():
            continue
        label = doc[start].ent_type_
        if label == "PERSON" and (
            stop - start < sum(1 for _ in doc[start:end]) or (stop - start == 1 and is_part_of_person(board, start))
        ):
            continue
        text = doc[start:stop].text
        if is_inside_longer_name(board, start, stop):
            continue
        city = choose_city(
            board, start, stop, countries, labelled=label in PLACE_LABELS, after_preposition=follows_place_word(board, start)
        )
        if city is None:
            continue
        if label == "PERSON" and not (follows_place_word(board, start) or is_taken(board, start, city)):
            continue
        if label == "ORG" and doc[start].ent_iob_ == "B" and stop < len(doc) and doc[stop].ent_iob_ == "I":
            continue
        draft = Draft(start, stop, head_of(doc, start, stop), "city", "place", city.name)
        draft.entity, draft.country = key_of_city(city), city.country
        draft.place, draft.because = place_of_city(city, text), f"town {city.name}"
        board.add(draft)
        return stop
    return None


def is_inside_longer_name(board: Board, start: int, stop: int) -> bool:
    """Whether a name of one word is followed or preceded by other words of a name: 'Free Trade Agreement'."""
    doc = board.doc
    if stop - start == 1 and board.words[start] in DIRECTIONS:
        return True
    if stop - start > 1 or (
        doc[start].ent_type_ == "GPE" and doc[start].ent_iob_ == "B" and (stop >= len(doc) or doc[stop].ent_iob_ != "I")
    ):
        return False
    after = stop < len(doc) and doc[stop].pos_ == "PROPN" and doc[stop].text[0].isupper() and board.owner[stop] < 0
    before = start > 0 and doc[start - 1].pos_ == "PROPN" and board.owner[start - 1] < 0 and doc[start - 1].dep_ == "compound"
    return after or before


def is_part_of_person(board: Board, at: int) -> bool:
    """Whether the neighbours of a token belong to the same person's name by the model."""
    doc = board.doc
    before = doc[at].ent_iob_ == "I"
    after = at + 1 < len(doc) and doc[at + 1].ent_iob_ == "I" and doc[at + 1].ent_type_ == "PERSON"
    return before or after


def is_taken(board: Board, at: int, city: City) -> bool:
    """Whether an army takes or leaves what the model took for a person: 'rebels *captured Goma*', '*Goma fell to* the rebels'."""
    doc = board.doc
    before = doc[at - 1].lemma_.lower() if at else ""
    falls = at + 2 < len(doc) and doc[at + 1].lemma_ == "fall" and doc[at + 2].lower_ in ("to", "into")
    words = load_word_lists("dragoman.language.rules", "places.toml")
    return before in words["taking"] or ((falls or before in words["taking_or_arrest"]) and city.population >= SURE_POPULATION)


def follows_place_word(board: Board, at: int) -> bool:
    """Whether a preposition of place stands before a token: 'in Halton'."""
    return at > 0 and board.doc[at - 1].lower_ in ("in", "at", "near", "outside", "of", "around")
