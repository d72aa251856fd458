"""Claims of where a place lies: 'the western city of X', 'Y, a port in the far north of the country', 'Z, east of Warsaw'."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dragoman.language.attributes import in_furniture
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import find_prepositional, find_subjects
from dragoman.language.words import Word, Words
from dragoman.model.reading import Claim
from dragoman.model.span import Mention, Place
from dragoman.reference.cities import find_places
from dragoman.statements.claim_words import claim_over

COMPASS: Final = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "north-eastern",
        "north-western",
        "south-eastern",
        "south-western",
        "north-east",
        "north-west",
        "south-east",
        "south-west",
    ]
)
TOWNS: Final = frozenset(
    {"city", "town", "village", "port", "province", "region", "district", "capital", "county", "governorate"}
)


def find_direction_claims(doc: Words) -> Iterator[Claim]:
    """Where a place is said to lie in its country, or seen from another place."""
    for token in doc:
        if token.lower_ not in COMPASS or in_furniture(token) or in_proper_name(token):
            continue
        if token.dep_ in ("amod", "compound") and token.head.lemma_.lower() in TOWNS:
            place = next((m for m in town_mentions(doc, token.head) if has_position(m)), None)
            if place is not None:
                yield part_claim(doc, place, token, token.i, max(token.head.i, place.head))
            continue
        place = place_before(doc, token)
        if place is not None:
            yield part_claim(doc, place, token, min(place.head, token.i), token.i)
        else:
            yield from relative_claim(doc, token)


def in_proper_name(word: Word) -> bool:
    """Whether a direction is part of a name: 'the Eastern District of New York', 'North Korea'."""
    return word.text[:1].isupper() and word.head.text[:1].isupper() and word.head.pos_ == "PROPN" and not word.is_sent_start


def part_claim(doc: Words, mention: Mention, word: Word, first: int, last: int) -> Claim:
    """The claim that a place lies in a part of its country."""
    place = mention.place
    return claim_over(
        doc,
        "direction",
        first,
        last,
        direction=word.lower_.replace("-", ""),
        name=mention.name,
        country=(place.country if place is not None else None) or mention.country,
        lat=place.lat if place is not None else None,
        lon=place.lon if place is not None else None,
    )


def has_position(mention: Mention) -> bool:
    """Whether the map knows where a mention lies, as a place smaller than a country."""
    place = mention.place
    return place is not None and place.lat is not None and place.lon is not None and place.precision != "country"


def place_before(doc: Words, word: Word) -> Mention | None:
    """The town before ', in the north of the country' or ', a port in the far north of the country'."""
    if word.dep_ != "pobj" or word.head.lower_ != "in":
        return None
    country, open_end = country_after(doc, word)
    if not open_end:
        return None
    preposition = word.head
    mention = described_place(doc, preposition.head) if preposition.head.lemma_.lower() in TOWNS else None
    mention = mention or place_ending(doc, preposition.i)
    return in_country(mention, country) if mention is not None else None


def country_after(doc: Words, word: Word) -> tuple[str | None, bool]:
    """The country in 'the north of X', None for 'the country' or nothing; false where the words are about something else."""
    after = doc[word.i + 1 : word.i + 4].text.lower()
    if not after.startswith("of ") or after.startswith(("of the country", "of the state")):
        return None, True
    named = next((m for h in find_prepositional(word, "of") for m in [mention_at(doc, h)] if m is not None), None)
    return (named.country, True) if named is not None and named.category == "country" else (None, False)


def described_place(doc: Words, noun: Word) -> Mention | None:
    """The town that 'a port' stands beside or is said of: 'Kismayo, a *port*', 'Odesa is a *port*'."""
    heads = [noun.head] if noun.dep_ == "appos" else find_subjects(noun.head) if noun.dep_ == "attr" else []
    found = (mention_at(doc, head) for head in heads)
    return next((m for m in found if m is not None and m.category == "place" and has_position(m)), None)


def place_ending(doc: Words, end: int) -> Mention | None:
    """The town right before some word, a comma between them or not."""
    found = [m for m in doc._.mentions if m.category == "place" and has_position(m) and 0 <= end - m.token_end <= 1]
    return found[-1] if found and (doc[end - 1].text == "," or found[-1].token_end == end) else None


def in_country(mention: Mention, country: str | None) -> Mention | None:
    """The town of that name in the country that the text names; itself where none is named, None where it has no such town."""
    if country is None or mention.place is None or country == (mention.place.country or mention.country):
        return mention
    city = next(iter(find_places(mention.name, country=country)), None)
    if city is None:
        return None
    place = Place(name=city.name, country=country, lat=city.lat, lon=city.lon, text=mention.text, precision="town")
    return replace(mention, country=country, place=place)


def relative_claim(doc: Words, word: Word) -> Iterator[Claim]:
    """'Mechelen, *south* of Brussels': where one place lies seen from another."""
    if (
        word.i + 2 >= len(doc)
        or doc[word.i + 1].lower_ != "of"
        or word.i == 0
        or any(q.token_end == word.i for q in doc._.quantities)
    ):
        return
    anchor = next(
        (m for m in doc._.mentions if m.token_start == word.i + 2 and m.place is not None and m.category in ("place", "country")),
        None,
    )
    start = word.i - 1 if doc[word.i - 1].lower_ in ("just", "due") else word.i
    if anchor is None or anchor.place is None or anchor.place.lat is None or doc[start - 1].text != ",":
        return
    is_state = anchor.category == "country" and anchor.place.precision == "country"
    subject = place_ending(doc, start)
    if is_state or subject is None or subject.place is None or subject.place.country != (anchor.place.country or anchor.country):
        return
    yield claim_over(
        doc,
        "direction",
        subject.token_start,
        anchor.token_end - 1,
        direction=word.lower_.replace("-", ""),
        name=subject.name,
        anchor=anchor.name,
        lat=subject.place.lat,
        lon=subject.place.lon,
        lat2=anchor.place.lat,
        lon2=anchor.place.lon,
    )


def town_mentions(doc: Words, noun: Word) -> Iterator[Mention]:
    """The place that 'city of X', 'the town X' or 'X province' names."""
    heads = find_prepositional(noun, "of") + [c for c in noun.children if c.dep_ in ("appos", "compound", "nmod")]
    for head in heads:
        mention = mention_at(doc, head)
        if mention is not None and mention.category in ("place", "country") and mention.place is not None:
            yield mention
