"""Names of places as the map's claims need them: the words that name a place, and every place that the name may mean.

A claim about the map says itself that its words are places ('450 km from Xanadu'), so that names that the reading layer left
open, or took for a person's, are looked up here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dragoman.language.mentions import mention_at
from dragoman.language.words import Word, Words
from dragoman.model.span import Mention
from dragoman.reference.countries import find_country, find_nationality, load_countries
from dragoman.reference.positions import Position, positions_of

LONGEST_NAME: Final = 5
INSIDE_NAMES: Final = frozenset({"-", "de", "al", "el", "ez", "es", "ed", "upon", "la", "'", "’", "of"})
KINDS_BEFORE: Final = frozenset(
    {
        "city", "town", "village", "port", "capital", "island", "base", "province", "region", "seaport", "settlement", "resort",
        "airport", "airfield", "district", "stronghold", "garrison",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """The words `first` to `last`, which name one of the places in `places`, the likeliest first."""

    name: str
    first: int
    last: int
    places: tuple[Position, ...]

    def positions(self) -> tuple[tuple[float, float, str], ...]:
        """Latitude, longitude and country of each place that may be meant, in the form of a claim's parts."""
        return tuple((p.lat, p.lon, p.country or "") for p in self.places)


def named(doc: Words, first: int, last: int) -> Spot | None:
    """The place that exactly these words name, none where they name a country or a person that the text introduces as one."""
    name = doc[first : last + 1].text.strip()
    if not name[:1].isupper():
        return None
    country = find_country(name)
    if country is not None and not country.is_land:
        # a name that is a country's and its capital's ('Luxembourg', 'Singapore') says nothing sure of a town
        return None
    if find_nationality(name) is not None and find_nationality(name) != find_country(name):
        return None
    places = positions_of(name)
    mention = mention_at(doc, last)
    if mention is not None and mention.category == "person" and mention.entity is not None:
        return None
    if mention is not None and mention.place is not None and mention.place.lat is not None and mention.place.lon is not None:
        chosen = (mention.place.lat, mention.place.lon)
        places = tuple(sorted(places, key=lambda p: abs(p.lat - chosen[0]) + abs(p.lon - chosen[1]) > 0.3))
    return Spot(name, first, last, places) if places else None


def spot_from(doc: Words, start: int, end: int | None = None) -> Spot | None:
    """The place whose name begins at `start`, or after 'the', 'the city of', 'the port of'; the longest name that is known."""
    end = min(len(doc), doc[start].sent.end if end is None else end) if start < len(doc) else 0
    if start >= end:
        return None
    start = after_kind(doc, start, end)
    if start >= end or not doc[start].text[:1].isupper():
        return None
    longest = start
    while (
        longest + 1 < end
        and longest - start < LONGEST_NAME
        and (doc[longest + 1].text[:1].isupper() or doc[longest + 1].lower_ in INSIDE_NAMES)
        and not doc[longest + 1].is_space
    ):
        longest += 1
    for last in range(longest, start - 1, -1):
        if doc[last].lower_ in INSIDE_NAMES:
            continue
        found = named(doc, start, last)
        if found is not None:
            # 'Aleppo Governorate', 'Herat University': a longer name that the map does not know is something else
            return found if last == longest or not is_name_word(doc[last + 1]) else None
    return None


def after_kind(doc: Words, start: int, end: int) -> int:
    """Where the name begins in 'the name', 'the port of name', 'the city name'."""
    if doc[start].lower_ in ("the", "its", "their") and start + 1 < end:
        start += 1
    at = start
    while at < min(start + 4, end) and doc[at].lower_ != "of" and not doc[at].text[:1].isupper():
        at += 1
    if not start < at < end or doc[at - 1].lower_ not in KINDS_BEFORE:
        return start
    return min(at + (doc[at].lower_ == "of"), end - 1)


def is_name_word(word: Word) -> bool:
    """Whether a word goes on with a name."""
    return word.text[:1].isupper() and word.pos_ in ("PROPN", "NOUN", "ADJ")


def spot_before(doc: Words, end: int) -> Spot | None:
    """The place whose name ends right before `end`, a comma between them or not."""
    if end > 0 and doc[end - 1].text in (",", "(", "–", "—"):
        end -= 1
    if end <= 0 or not doc[end - 1].text[:1].isupper():
        return None
    first, floor = end - 1, max(doc[end - 1].sent.start, end - LONGEST_NAME)
    while first - 1 >= floor and (doc[first - 1].text[:1].isupper() or doc[first - 1].lower_ in INSIDE_NAMES):
        first -= 1
    for start in range(first, end):
        if doc[start].text[:1].isupper() and (found := named(doc, start, end - 1)) is not None:
            # 'General Herat', 'Camp Lemonnier': other words of the name before it; the first word of a sentence may be any
            before = doc[start - 1] if start > floor else None
            clear = before is None or start == first or before.is_sent_start or before.lower_ in INSIDE_NAMES
            return found if clear or nationality_of(doc, start - 1) else None
    return None


def nationality_of(doc: Words, at: int) -> str | None:
    """The country of an adjective ('Syrian', 'South Korean') that ends at a word; none of a land within a state."""
    if at < 0:
        return None
    mention: Mention | None = mention_at(doc, at)
    if mention is None or mention.category not in ("nationality", "country"):
        found = find_nationality(doc[at].text)
        return found.code if found is not None and not found.is_land and doc[at].text[:1].isupper() else None
    return state_of(mention)


def state_of(mention: Mention | None) -> str | None:
    """The code of the state that a mention names as such: neither a land within one, nor its capital."""
    if mention is None or mention.category not in ("country", "nationality") or mention.country not in load_countries():
        return None
    found = find_country(mention.name) or find_nationality(mention.name) or find_country(mention.text)
    if found is None or found.is_land or found.status in ("historical", "territory") or found.code != mention.country:
        return None
    if mention.place is not None and mention.place.precision not in (None, "country"):
        return None
    return mention.country


def states_in(doc: Words, start: int, end: int) -> Iterator[tuple[Mention, str]]:
    """The states that the words `start` to before `end` name, each with its mention."""
    for mention in doc._.mentions:
        if start <= mention.token_start and mention.token_end <= end and (code := state_of(mention)) is not None:
            yield mention, code
