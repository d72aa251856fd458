"""Checkable words that are no statement: neighbours, directions, distances, intervals, numbers beside lists."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Token

from dragoman.language.attributes import document_of, in_furniture
from dragoman.language.coreference import resolve
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import coordinated, find_objects, find_prepositional, find_subjects, is_verbal
from dragoman.model.reading import Claim
from dragoman.model.span import Mention, Time, TimeExpression
from dragoman.statements.interval_claims import find_interval_claims
from dragoman.statements.number_claims import find_fellow_claims, find_growth_claims, find_sum_claims

COMPASS: Final = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern north-eastern north-western south-eastern south-western "
    "north-east north-west south-east south-west".split()
)
DISTANCE_UNITS: Final = {"km": 1.0, "mi": 1.609344, "nmi": 1.852, "m": 0.001}
TOWNS: Final = frozenset({"city", "town", "village", "port", "province", "region", "district", "capital", "county", "governorate"})


def find_claims(doc: Doc) -> list[Claim]:
    """All checkable claims of a text, in the order of their words."""
    finders = (
        find_border_claims, find_direction_claims, find_distance_claims, find_count_claims, find_interval_claims,
        find_growth_claims, find_sum_claims, find_fellow_claims,
    )  # fmt: skip
    found = [claim for finder in finders for claim in finder(doc)]
    return sorted(found, key=lambda c: (c.start, c.end, c.kind))


def claim_of(doc: Doc, kind: str, first: int, last: int, **parts: object) -> Claim:
    """A claim over some tokens, `last` included."""
    span = doc[first : last + 1]
    text = document_of(doc).text[span.start_char : span.end_char]
    return Claim(kind=kind, start=span.start_char, end=span.end_char, text=text, parts=tuple(parts.items()))


def country_at(doc: Doc, head: Token) -> str | None:
    """The country that a phrase names or refers to."""
    mention = mention_at(doc, head)
    if mention is None:
        mention = next(iter(resolve(doc, head)), None)
    return mention.country if mention is not None and mention.category in ("country", "nationality", "place") else None


def countries_at(doc: Doc, head: Token) -> list[str]:
    """The countries that a phrase names or refers to, all that are joined, each once."""
    found: list[str] = []
    for joined in coordinated(head):
        mention = mention_at(doc, joined)
        mentions = [mention] if mention is not None else resolve(doc, joined)
        found += [m.country for m in mentions if m.country and m.category in ("country", "nationality", "person")]
    return list(dict.fromkeys(found))


def find_border_claims(doc: Doc) -> Iterator[Claim]:
    """'neighbouring X', 'X, which borders Y and Z', 'shares a border with'."""
    for token in doc:
        lemma = token.lower_
        if lemma in ("neighboring", "neighbouring", "adjacent") and token.dep_ in ("amod", "compound") and not in_furniture(token):
            countries = countries_at(doc, token.head)
            others = owners_of_neighbour(doc, token)
            if countries and others:
                yield claim_of(doc, "border", token.i, token.head.i, countries=tuple(countries), others=tuple(others), any_of_others=True)
        elif token.lemma_ in ("border", "neighbor", "neighbour", "adjoin") and is_verbal(token):
            yield from border_verb(doc, token)
        elif token.lemma_ in ("border", "frontier") and token.pos_ == "NOUN" and token.head.lemma_ in ("share", "have") and token.dep_ == "dobj":
            subjects = [c for s in find_subjects(token.head) for c in countries_at(doc, s)]
            others = [c for h in find_prepositional(token.head, "with") for c in countries_at(doc, h)]
            pair = (subjects, others) if others else (subjects[:1], subjects[1:])
            if pair[0] and pair[1]:
                yield claim_of(doc, "border", token.head.i, token.i, countries=tuple(pair[0]), others=tuple(pair[1]))


def border_verb(doc: Doc, verb: Token) -> Iterator[Claim]:
    """'Afghanistan, which borders both countries'."""
    subjects = [c for s in find_subjects(verb) for c in countries_at(doc, s)]
    others = [c for o in find_objects(verb) for c in countries_at(doc, o)]
    if subjects and others and not in_furniture(verb):
        last = max([verb.i, *(o.i for o in find_objects(verb))])
        yield claim_of(doc, "border", verb.i, last, countries=tuple(subjects), others=tuple(others))


def owners_of_neighbour(doc: Doc, word: Token) -> list[str]:
    """Whose neighbour it can be: the countries that the clause's subject, the sentence and the sentence before name.

    'Neighbouring' leaves open whose, so any of them that touches makes the word right; only where none does is it wrong.
    """
    own = set(countries_at(doc, word.head))
    for mention in doc._.mentions:  # 'Russia's neighbour', 'its neighbour': what a possessor says is not open
        if mention.token_start == word.i - 2 and doc[word.i - 1].tag_ == "POS" and mention.country:
            return [mention.country]
    first = doc[max(word.sent.start - 1, 0)].sent.start if "\n" not in doc[max(word.sent.start - 1, 0)].text else word.sent.start
    found = [c for head in word.ancestors if is_verbal(head) for s in find_subjects(head) for c in countries_at(doc, s)]
    found += [m.country for m in doc._.mentions if first <= m.token_start < word.sent.end and m.country]
    return [c for c in dict.fromkeys(found) if c not in own]


def find_direction_claims(doc: Doc) -> Iterator[Claim]:
    """Where a place is said to lie in its country: 'the western city of Kermanshah', 'Gdynia, in the north of the country'."""
    for token in doc:
        if token.lower_ not in COMPASS or in_furniture(token):
            continue
        if token.dep_ in ("amod", "compound") and token.head.lemma_.lower() in TOWNS:
            place = next((m for m in town_mentions(doc, token.head) if has_position(m)), None)
            first, last = token.i, max(token.head.i, place.head if place is not None else 0)
        else:
            place = place_before(doc, token)
            first, last = (place.head if place is not None else token.i), token.i
        if place is not None and place.place is not None:
            country = place.place.country or place.country
            yield claim_of(doc, "direction", min(first, last), last, direction=token.lower_.replace("-", ""), name=place.name, country=country,
                           lat=place.place.lat, lon=place.place.lon)  # fmt: skip


def has_position(mention: Mention) -> bool:
    """Whether the map knows where a mention lies."""
    return mention.place is not None and mention.place.lat is not None and mention.place.lon is not None


def place_before(doc: Doc, word: Token) -> Mention | None:
    """The town before ', in the north of the country': only that form, since 'X north of Y' compares two places."""
    before = [t.lower_ for t in doc[max(word.i - 4, 0) : word.i]]
    if "in" not in before or word.dep_ != "pobj":
        return None
    end = word.i - (len(before) - before.index("in"))
    after = doc[word.i + 1 : word.i + 4].text.lower()
    if after.startswith("of ") and not after.startswith(("of the country", "of the state")):
        named = mention_at(doc, doc[word.i + 2])
        if named is None or named.category != "country":
            return None
    found = [m for m in doc._.mentions if m.category == "place" and has_position(m) and 0 <= end - m.token_end <= 1]
    return found[-1] if found and (doc[end - 1].text == "," or found[-1].token_end == end) else None


def town_mentions(doc: Doc, noun: Token) -> Iterator[Mention]:
    """The place that 'city of X', 'the town X' or 'X province' names."""
    heads = [h for h in find_prepositional(noun, "of")] + [c for c in noun.children if c.dep_ in ("appos", "compound", "nmod")]
    for head in heads:
        mention = mention_at(doc, head)
        if mention is not None and mention.category in ("place", "country") and mention.place is not None:
            yield mention


def find_distance_claims(doc: Doc) -> Iterator[Claim]:
    """'located 37 miles southeast of Tehran': how far and where one place lies from another."""
    for quantity in doc._.quantities:
        if quantity.unit not in DISTANCE_UNITS or quantity.value is None:
            continue
        root = doc[quantity.token_end - 1]
        if in_furniture(root):
            continue
        anchor, direction = reference_place(doc, root)
        subject = located_place(doc, root)
        if anchor is None or subject is None or anchor.place is None or subject.place is None or anchor.name == subject.name:
            continue
        if None in (anchor.place.lat, anchor.place.lon, subject.place.lat, subject.place.lon):
            continue
        yield claim_of(doc, "distance", quantity.token_start, max(anchor.token_end - 1, root.i), km=quantity.value * DISTANCE_UNITS[quantity.unit],
                       said=quantity.text, qualifier=quantity.qualifier, direction=direction, place=subject.name, anchor=anchor.name,
                       lat1=subject.place.lat, lon1=subject.place.lon, lat2=anchor.place.lat, lon2=anchor.place.lon)  # fmt: skip


def reference_place(doc: Doc, root: Token) -> tuple[Mention | None, str | None]:
    """From where a distance is measured, and in which direction: '37 miles *southeast of Tehran*'."""
    end = min(root.i + 7, root.sent.end)
    direction = next((t.lower_ for t in doc[root.i + 1 : min(root.i + 3, end)] if t.lower_ in COMPASS), None)
    for token in doc[root.i + 1 : end]:
        if token.lower_ in ("of", "from"):
            after = next((m for m in doc._.mentions if token.i < m.token_start <= token.i + 2 and m.place is not None), None)
            if after is not None:
                return after, direction
    return None, None


def located_place(doc: Doc, root: Token) -> Mention | None:
    """What lies there: the subject of the verb that the distance belongs to, or the noun it stands after."""
    for head in root.ancestors:
        candidates = [*find_subjects(head), *find_objects(head)] if is_verbal(head) else [head]
        for candidate in candidates:
            for token in (candidate, *candidate.children):
                mention = mention_at(doc, token)
                if mention is not None and mention.place is not None and mention.category in ("facility", "place") and mention.head < root.i:
                    return mention
        if is_verbal(head):
            break
    return None


def find_count_claims(doc: Doc) -> Iterator[Claim]:
    """A number beside a list: 'On Feb. 4 and March 8, two explosions', 'four countries: A, B and C'."""
    for quantity in doc._.quantities:
        if quantity.unit != "count" or quantity.value is None or not 2 <= quantity.value <= 12 or quantity.qualifier != "exactly":
            continue
        root = doc[quantity.token_end - 1]
        noun = root.head if root.dep_ == "nummod" else None
        if noun is None or in_furniture(noun):
            continue
        dates = listed_days(doc, noun)
        if len(dates) > 1:
            first, last = min(quantity.token_start, dates[0].token_start), max(noun.i, dates[-1].token_end - 1)
            yield claim_of(doc, "count", first, last, said=int(quantity.value), noun=noun.text, listed=tuple(d.text for d in dates), of="dates")
            continue
        listed = listed_names(doc, noun)
        if len(listed) > 1:
            yield claim_of(doc, "count", quantity.token_start, max(t.i for t in listed), said=int(quantity.value), noun=noun.text,
                           listed=tuple(t.text for t in listed), of="names")  # fmt: skip


def listed_days(doc: Doc, noun: Token) -> list[TimeExpression]:
    """The joined days on which the clause of a counted event puts it."""
    verb = noun.head if noun.dep_ in ("nsubj", "nsubjpass", "dobj") else None
    if verb is None:
        return []
    for preposition in verb.children:
        if preposition.dep_ == "prep" and preposition.lower_ == "on":
            inside = {t.i for t in preposition.subtree}
            found = [t for t in doc._.times if t.token_start in inside and is_day(t.time)]
            if len(found) > 1 and all(any(w.lower_ in ("and", ",", ";") for w in doc[a.token_end : b.token_start]) for a, b in zip(found, found[1:], strict=False)):
                return found
    return []


def is_day(time: Time | None) -> bool:
    """Whether a time is one day."""
    return time is not None and time.granularity == "day"


def listed_names(doc: Doc, noun: Token) -> list[Token]:
    """The names after a counted noun: 'four countries: A, B, C', 'three states — A, B and C'."""
    if noun.lemma_.lower() not in ("country", "state", "nation", "member", "party", "ally", "neighbor", "neighbour", "company", "city", "bank"):
        return []
    for child in noun.children:
        if child.dep_ == "appos" and child.i > noun.i and child.pos_ == "PROPN":
            between = [t.text for t in doc[noun.i + 1 : child.left_edge.i]]
            if any(mark in between for mark in (":", "—", "–", "(", ",")) and "including" not in between:
                return coordinated(child)
    return []

