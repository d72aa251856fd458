"""Claims of how far two places lie from each other, told of both: 'the 630 km from Algiers to Tunis', 'A and B, 450 km apart'.

And of one told of the other across a description: 'Misrata, a port some 190 km east of Tripoli'.
"""

from collections.abc import Iterator
from typing import Final

from dragoman.language.attributes import in_furniture
from dragoman.language.words import Words
from dragoman.model.reading import Claim
from dragoman.model.span import Quantity
from dragoman.statements.claim_words import claim_over
from dragoman.statements.direction_words import compass_at
from dragoman.statements.spots import Spot, spot_before, spot_from

UNITS: Final = {"km": 1.0, "mi": 1.609344, "nmi": 1.852}
# Words between a place and the distance told of it, all of them such that what follows is said of the place.
BETWEEN: Final = frozenset(
    {
        ",", "(", "a", "an", "the", "which", "that", "is", "was", "lies", "lay", "sits", "stands", "lying", "located", "situated",
        "some", "about", "roughly", "around", "approximately", "nearly", "almost", "over", "more", "less", "than", "just", "only",
        "barely", "no", "not", "at", "least", "most", "up", "to", "under", "within", "fewer", "far", "well", "city", "town",
        "village", "port", "seaport", "hub", "suburb", "settlement", "strategic", "small", "border", "coastal", "oil", "river",
        "market", "mining", "garrison", "base", "found",
    }
)  # fmt: skip
TRAVEL: Final = frozenset(
    {
        "drive", "march", "travel", "cover", "fly", "walk", "trek", "cross", "sail", "distance", "flight", "journey", "trip",
        "road",
        "way", "separate", "lie", "apart", "be", "ride", "hike", "convoy",
    }
)  # fmt: skip
SOME_OF_IT: Final = frozenset({"stretch", "section", "part", "segment", "gap", "front", "pipeline", "tunnel", "river", "canal"})
REACH: Final = 14


def find_way_claims(doc: Words) -> Iterator[Claim]:
    """Distances of which the other finder of distances sees no two places, or that are told of a pair."""
    for quantity in doc._.quantities:
        if quantity.unit not in UNITS or quantity.value is None or in_furniture(doc[quantity.token_end - 1]):
            continue
        pair = one_from_other(doc, quantity) or pair_around(doc, quantity)
        if pair is not None:
            yield way_claim(doc, quantity, *pair)


def way_claim(doc: Words, quantity: Quantity, place: Spot, anchor: Spot) -> Claim:
    """The claim that the two lie so far apart."""
    first = min(quantity.token_start, place.first, anchor.first)
    last = max(quantity.token_end - 1, place.last, anchor.last)
    return claim_over(
        doc,
        "distance",
        first,
        last,
        km=(quantity.value or 0.0) * UNITS[quantity.unit],
        said=quantity.text,
        place=place.name,
        anchor=anchor.name,
        places=place.positions(),
        anchors=anchor.positions(),
    )


def one_from_other(doc: Words, quantity: Quantity) -> tuple[Spot, Spot] | None:
    """'A, a port some 190 km east of B', 'A is 20 miles from B', 'A, 30 km away from B'."""
    at = quantity.token_end
    while at < len(doc) and doc[at].lower_ in ("away", "due", "to", "the", "just", ","):
        at += 1
    compass = compass_at(doc, at)
    at = compass[1] if compass is not None else at
    if at >= len(doc) or doc[at].lower_ != ("of" if compass is not None else "from"):
        return None
    anchor, place = spot_from(doc, at + 1), told_of(doc, quantity.token_start)
    return (place, anchor) if anchor is not None and place is not None and place.name != anchor.name else None


def told_of(doc: Words, start: int) -> Spot | None:
    """The place that words before a distance are about, across a description of it."""
    floor = max(doc[start].sent.start, start - REACH)
    for at in range(start, floor, -1):
        found = spot_before(doc, at)
        if found is not None:
            gap = doc[found.last + 1 : start]
            describes = len(gap) > 0 and all(w.lower_ in BETWEEN for w in gap)
            before = doc[found.first - 1].lower_ if found.first > floor else ""
            if before in ("of", "to"):
                return found if describes and is_kind(doc, found) else None
            return found if describes and before not in ("from", "and") else None
        if doc[at - 1].lower_ not in BETWEEN:
            return None
    return None


def is_kind(doc: Words, spot: Spot) -> bool:
    """Whether 'of' before a name joins it to its kind: 'the city of A'."""
    return spot.first >= 2 and doc[spot.first - 2].lower_ in ("city", "town", "port", "village", "island")


def pair_around(doc: Words, quantity: Quantity) -> tuple[Spot, Spot] | None:
    """Two places that the sentence joins: 'from A to B', 'between A and B', 'A and B are Q apart', 'Q separate A from B'."""
    sentence = doc[quantity.token_start].sent
    if sum(q.unit in UNITS for q in doc._.quantities if sentence.start <= q.token_start < sentence.end) != 1:
        return None
    end = quantity.token_end
    if end < len(doc) and (doc[end].lower_ in SOME_OF_IT or doc[end].text == "-"):
        return None
    for word in doc[sentence.start : sentence.end]:
        partner = {"from": ("to",), "between": ("and",), "separate": ("from", "and"), "to": ()}.get(word.lemma_.lower())
        if partner is None:
            continue
        first = spot_before(doc, word.i) if word.lower_ == "to" else spot_from(doc, word.i + 1)
        if first is None:
            continue
        joint = [word] if word.lower_ == "to" else [w for w in doc[first.last + 1 : first.last + 12] if w.lower_ in partner]
        joint = [w for w in joint if w.i < sentence.end]
        second = next((s for w in joint if (s := second_of(doc, w.i + 1)) is not None), None)
        if second is not None and second.name != first.name and is_way(doc, quantity, first, second):
            return first, second
    if end < len(doc) and doc[end].lower_ == "apart":
        return joined_apart(doc, quantity)
    return None


def second_of(doc: Words, start: int) -> Spot | None:
    """The second place of a pair, or the one that a seat of government is in: 'and the seat of government in B'."""
    found = spot_from(doc, start)
    if found is None and doc[start : start + 6].text.lower().startswith(("the capital", "the seat of government in")):
        at = next((w.i + 1 for w in doc[start : start + 7] if w.lower_ in ("in", ",")), None)
        return spot_from(doc, at) if at is not None else None
    return found


def is_way(doc: Words, quantity: Quantity, first: Spot, second: Spot) -> bool:
    """Whether the distance is the way between the two: beside them, with a word of travelling or of lying apart."""
    gap = second.first - quantity.token_end if quantity.token_start < first.first else quantity.token_start - second.last - 1
    before, after = doc[max(quantity.token_start - 4, 0) : quantity.token_start], doc[quantity.token_end : quantity.token_end + 3]
    tells = any(w.lemma_.lower() in TRAVEL for w in before) or any(w.lemma_.lower() in TRAVEL - {"be"} for w in after)
    directly = quantity.token_end in (first.first - 1, first.first - 2) and doc[quantity.token_start - 1].lower_ == "the"
    return 0 <= gap <= REACH and (directly or tells)


def joined_apart(doc: Words, quantity: Quantity) -> tuple[Spot, Spot] | None:
    """'A and B are 450 km apart'."""
    sentence = doc[quantity.token_start].sent
    for word in doc[sentence.start : quantity.token_start]:
        if word.lower_ in ("and", "to"):
            first, second = spot_before(doc, word.i), spot_from(doc, word.i + 1)
            if first is not None and second is not None and quantity.token_start - second.last < REACH:
                return first, second
    return None
