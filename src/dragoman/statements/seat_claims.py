"""Claims about a town and its state: 'X, the capital of Y', 'Y's capital, X', 'the Syrian city of X'; and of a state's coasts."""

from collections.abc import Iterator
from typing import Final

from dragoman.language.attributes import in_furniture
from dragoman.language.mentions import mention_at
from dragoman.language.words import Word, Words
from dragoman.model.reading import Claim
from dragoman.reference.sites import find_water
from dragoman.statements.claim_words import claim_over
from dragoman.statements.direction_words import compass_at
from dragoman.statements.spots import Spot, nationality_of, spot_before, spot_from, state_of

TOWNS: Final = frozenset({"city", "town", "port"})
PARTS: Final = frozenset({"part", "edge", "tip", "corner", "end", "coast", "side", "fringe", "extremity", "half"})
STATES: Final = frozenset({"state", "country", "nation", "republic"})


def find_seat_claims(doc: Words) -> Iterator[Claim]:
    """Claims of towns and of coasts."""
    for word in doc:
        lemma = word.lower_
        if in_furniture(word):
            continue
        if lemma == "capital":
            yield from capital_claims(doc, word)
        elif lemma in TOWNS:
            yield from town_claims(doc, word)
        elif lemma == "landlocked":
            yield from landlocked_claims(doc, word)
        elif lemma in ("on", "in", "at"):
            yield from lying_claims(doc, word)
        elif lemma == "to" or compass_at(doc, word.i) is not None:
            yield from seen_claims(doc, word)


def owner_before(doc: Words, at: int) -> tuple[str, int] | None:
    """The state that stands before a noun: "Australia's", 'the Turkish', and the index of its first word."""
    if at > 0 and doc[at - 1].lower_ == "national":
        at -= 1
    last = at - 2 if at >= 2 and doc[at - 1].tag_ == "POS" else at - 1
    if last < 0:
        return None
    mention = mention_at(doc, last)
    code = state_of(mention) if mention is not None and mention.token_end == last + 1 else None
    if code is None and doc[at - 1].tag_ != "POS":
        code, first = nationality_of(doc, last), last
    else:
        first = mention.token_start if mention is not None else last
    if code is None:
        return None
    first -= doc[first - 1].lower_ == "the" if first > 0 else 0
    return code, first


def capital_claims(doc: Words, noun: Word) -> Iterator[Claim]:
    """'X, the Turkish capital', 'the capital of Turkey, X', "Turkey's capital X", 'X is the capital of Turkey'."""
    owner, end = owner_before(doc, noun.i), noun.i + 1
    first = owner[1] if owner is not None else noun.i - 1
    if end < len(doc) and doc[end].lower_ == "city":
        end += 1
    if owner is None and end + 1 < len(doc) and doc[end].lower_ == "of" and doc[noun.i - 1].lower_ == "the":
        at = end + (2 if doc[end + 1].lower_ == "the" else 1)
        mention = next((m for m in doc._.mentions if m.token_start in (end + 1, at)), None)
        code = state_of(mention)
        if mention is None or code is None:
            return
        owner, end = (code, first), mention.token_end
    if owner is None:
        return
    town = town_beside(doc, first, end)
    if town is not None:
        start, last = min(town.first, first), max(town.last, end - 1)
        yield claim_over(doc, "capital", start, last, country=owner[0], name=town.name, places=town.positions())


def town_beside(doc: Words, first: int, end: int) -> Spot | None:
    """The town that 'the Turkish capital' stands beside, or is said of."""
    if first >= 2 and doc[first - 1].text == "," and (end >= len(doc) or doc[end].lower_ not in ("and", "or", "to")):
        listed = end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in ("and", "or")
        before = spot_before(doc, first)
        in_list = before is not None and before.first > 0 and doc[before.first - 1].text == ","
        return None if listed or in_list else before
    if first >= 2 and doc[first - 1].lower_ in ("is", "was"):
        found = spot_before(doc, first - 1)
        return found if found is not None and doc[first - 1].lower_ == "is" else None
    if (end < len(doc) and doc[end].text == ",") or (end < len(doc) and doc[end].text[:1].isupper()):
        start = end + (doc[end].text == ",")
        after = spot_from(doc, start) if start < len(doc) and doc[start].text[:1].isupper() else None
        if after is None or after.last + 1 >= len(doc):
            return after
        closes = doc[after.last + 1]
        alone = closes.text in (".", ";", ")") or (closes.text == "," and not lists_on(doc, after.last + 2))
        return after if alone or start == end else None
    return None


def lists_on(doc: Words, at: int) -> bool:
    """Whether a list of names goes on."""
    return at < len(doc) and (doc[at].lower_ in ("and", "or") or doc[at].text[:1].isupper())


def town_claims(doc: Words, noun: Word) -> Iterator[Claim]:
    """'the Syrian city of Gaziantep', 'the Black Sea port of Varna'."""
    if noun.i + 2 >= len(doc) or doc[noun.i + 1].lower_ != "of" or noun.i == 0:
        return
    town = spot_from(doc, noun.i + 2)
    if town is None or town.first != noun.i + 2:
        return
    at = noun.i - 1
    while at > noun.i - 4 and at > 0 and doc[at].text[:1].islower() and doc[at].lower_ not in ("the", "a", "of"):
        at -= 1
    code = nationality_of(doc, at)
    if code is not None:
        yield claim_over(doc, "town", at, town.last, country=code, name=town.name, places=town.positions())
        return
    sea = sea_ending(doc, at)
    if sea is not None:
        yield claim_over(doc, "coast", at, town.last, sea=sea, name=town.name, places=town.positions())


def sea_ending(doc: Words, at: int) -> str | None:
    """The sea or gulf whose name ends at a word."""
    for first in range(max(at - 2, 0), at + 1):
        water = find_water(doc[first : at + 1].text) if doc[first].text[:1].isupper() else None
        if water is not None and water.kind in ("sea", "gulf"):
            return water.name
    return None


def landlocked_claims(doc: Words, word: Word) -> Iterator[Claim]:
    """'landlocked Laos', 'Laos, a landlocked country', 'Laos is landlocked'."""
    before = {w.lower_ for w in doc[max(word.i - 3, 0) : word.i]}
    if before & {"not", "never", "longer", "almost", "nearly", "virtually", "effectively", "if", "n't"}:
        return
    mention = next((m for m in doc._.mentions if m.token_start == word.i + 1), None)
    code = state_of(mention)
    if code is None and word.i >= 2 and doc[word.i - 1].lower_ == "is":
        code = state_of(mention_at(doc, word.i - 2))
    if code is None and word.i + 1 < len(doc) and doc[word.i + 1].lower_ in STATES and doc[word.i - 1].lower_ == "a":
        code = state_of(mention_at(doc, word.i - 3)) if word.i >= 3 and doc[word.i - 2].lower_ in (",", "is") else None
    if code is not None:
        yield claim_over(doc, "landlocked", word.i, word.i + (mention is not None), country=code)


def lying_claims(doc: Words, preposition: Word) -> Iterator[Claim]:
    """'X, on Turkey's eastern edge', 'X, a town in the northernmost part of Y', 'Z, a state on the Caspian'."""
    at, start = preposition.i + 1, preposition.i
    compass = compass_at(doc, at + 1) if at + 1 < len(doc) and doc[at].lower_ == "the" else None
    code, last = None, at
    if compass is not None:
        last = compass[1]
        last += last < len(doc) and doc[last].lower_ in PARTS
        if last + 1 < len(doc) and doc[last].lower_ == "of":
            mention = next((m for m in doc._.mentions if last + 1 <= m.token_start <= last + 2), None)
            code, last = state_of(mention), mention.token_end - 1 if mention is not None else last
    elif (owner := next((m for m in doc._.mentions if m.token_start == at), None)) is not None and owner.token_end + 1 < len(doc):
        compass = compass_at(doc, owner.token_end + (doc[owner.token_end].tag_ == "POS"))
        if compass is not None and compass[1] < len(doc) and doc[compass[1]].lower_ in PARTS:
            code, last = state_of(owner), compass[1]
    if compass is not None and code is not None:
        town = described(doc, start)
        if town is not None:
            parts = {"direction": compass[0], "country": code, "name": town.name, "places": town.positions()}
            yield claim_over(doc, "part", town.first, last, **parts)
    elif preposition.lower_ == "on" and start >= 4 and doc[start - 1].lower_ in STATES:
        sea = next((s for end in range(at, min(at + 4, len(doc))) if (s := sea_ending(doc, end)) is not None), None)
        state = state_of(mention_at(doc, start - 4)) if doc[start - 3].text == "," else None
        if sea is not None and state is not None:
            yield claim_over(doc, "coast", start - 4, at + 1, sea=sea, country=state)


def described(doc: Words, end: int) -> Spot | None:
    """The town that a description before `end` is about: 'X, a river town' and 'X, which is'."""
    at = end
    while at > max(end - 6, 0) and (doc[at - 1].text[:1].islower()):
        at -= 1
    between = [w.lower_ for w in doc[at:end]]
    said = not between or between[-1] in ("is", "lies", "sits", "town", "city", "port", "village", "located", "situated")
    return spot_before(doc, at) if said and (at < end or doc[at - 1].text == ",") else None


def seen_claims(doc: Words, word: Word) -> Iterator[Claim]:
    """'X lies to the north-east of Y', 'X is south of Y'."""
    start = word.i + 2 if word.lower_ == "to" else word.i
    compass = compass_at(doc, start)
    if compass is None or compass[1] + 1 >= len(doc) or doc[compass[1]].lower_ != "of":
        return
    verb = word.i - 1
    if verb < 1 or doc[verb].lower_ not in ("is", "lies", "sits"):
        return
    place, anchor = spot_before(doc, verb), spot_from(doc, compass[1] + 1)
    if place is None or anchor is None or place.name == anchor.name:
        return
    parts = {"direction": compass[0], "name": place.name, "anchor": anchor.name}
    yield claim_over(doc, "seen", place.first, anchor.last, **parts, places=place.positions(), anchors=anchor.positions())
