"""Checkable words that are no statement: neighbours, directions, distances, intervals, numbers beside lists."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from dragoman.language.attributes import in_furniture
from dragoman.language.clauses import parse_of
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import coordinated, find_objects, find_subjects, is_verbal
from dragoman.language.time_governors import is_event_noun
from dragoman.language.words import Word, Words
from dragoman.model.reading import Claim
from dragoman.model.span import Mention, Time, TimeExpression
from dragoman.statements.border_claims import find_border_claims
from dragoman.statements.claim_words import claim_over
from dragoman.statements.date_claims import find_done_claims, find_weekday_claims
from dragoman.statements.direction_claims import COMPASS, find_direction_claims
from dragoman.statements.duration_claims import find_duration_claims
from dragoman.statements.fellow_claims import find_fellow_claims
from dragoman.statements.interval_claims import find_interval_claims
from dragoman.statements.reckoned_claims import find_reckoned_claims
from dragoman.statements.seat_claims import find_seat_claims
from dragoman.statements.way_claims import find_way_claims

DISTANCE_UNITS: Final = {"km": 1.0, "mi": 1.609344, "nmi": 1.852, "m": 0.001}


def find_claims(doc: Words) -> list[Claim]:
    """All checkable claims of a text, in the order of their words."""
    finders = (
        find_border_claims,
        find_direction_claims,
        find_distance_claims,
        find_way_claims,
        find_seat_claims,
        find_count_claims,
        find_interval_claims,
        find_duration_claims,
        find_reckoned_claims,
        find_fellow_claims,
        find_weekday_claims,
        find_done_claims,
    )
    found = [claim for finder in finders for claim in finder(doc)]
    return sorted(found, key=lambda c: (c.start, c.end, c.kind))


def find_distance_claims(doc: Words) -> Iterator[Claim]:
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
        yield claim_over(
            doc,
            "distance",
            quantity.token_start,
            max(anchor.token_end - 1, root.i),
            km=quantity.value * DISTANCE_UNITS[quantity.unit],
            said=quantity.text,
            qualifier=quantity.qualifier,
            direction=direction,
            place=subject.name,
            anchor=anchor.name,
            lat1=subject.place.lat,
            lon1=subject.place.lon,
            lat2=anchor.place.lat,
            lon2=anchor.place.lon,
        )


def reference_place(doc: Words, root: Word) -> tuple[Mention | None, str | None]:
    """From where a distance is measured, and in which direction: '37 miles *southeast of Tehran*'."""
    end = min(root.i + 7, root.sent.end)
    direction = next((t.lower_ for t in doc[root.i + 1 : min(root.i + 3, end)] if t.lower_ in COMPASS), None)
    for token in doc[root.i + 1 : end]:
        if token.lower_ in ("of", "from"):
            after = next((m for m in doc._.mentions if token.i < m.token_start <= token.i + 2 and m.place is not None), None)
            if after is not None:
                return after, direction
    return None, None


def located_place(doc: Words, root: Word) -> Mention | None:
    """What lies there: the subject of the verb that the distance belongs to, or the noun it stands after."""
    for head in root.ancestors:
        candidates = [*find_subjects(head), *find_objects(head)] if is_verbal(head) else [head]
        for candidate in candidates:
            for token in (candidate, *candidate.children):
                mention = mention_at(doc, token)
                if (
                    mention is not None
                    and mention.place is not None
                    and mention.category in ("facility", "place")
                    and mention.head < root.i
                ):
                    return mention
        if is_verbal(head):
            break
    return None


def find_count_claims(doc: Words) -> Iterator[Claim]:
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
            yield claim_over(
                doc,
                "count",
                first,
                last,
                said=int(quantity.value),
                noun=noun.text,
                listed=tuple(d.text for d in dates),
                of="dates",
            )
            continue
        listed = listed_names(doc, noun)
        if len(listed) > 1:
            yield claim_over(
                doc,
                "count",
                quantity.token_start,
                max(t.i for t in listed),
                said=int(quantity.value),
                noun=noun.text,
                listed=tuple(t.text for t in listed),
                of="names",
            )


def listed_days(doc: Words, noun: Word) -> list[TimeExpression]:
    """The joined days on which the clause of a counted event puts it."""
    verb = noun.head if noun.dep_ in ("nsubj", "nsubjpass", "dobj") else None
    if not is_event_noun(parse_of(doc), noun.i):  # 'killed two people on 3 and 9 May' counts no days
        return []
    for preposition in [*noun.children, *(verb.children if verb is not None else ())]:
        if preposition.dep_ == "prep" and preposition.lower_ == "on":
            inside = {t.i for t in preposition.subtree}
            found = [t for t in doc._.times if t.token_start in inside and is_day(t.time)]
            if len(found) > 1 and all(
                any(w.lower_ in ("and", ",", ";") for w in doc[a.token_end : b.token_start]) for a, b in pairwise(found)
            ):
                return found
    return []


def is_day(time: Time | None) -> bool:
    """Whether a time is one day."""
    return time is not None and time.granularity == "day"


def listed_names(doc: Words, noun: Word) -> list[Word]:
    """The names after a counted noun: 'four countries: A, B, C', 'three states — A, B and C'."""
    if noun.lemma_.lower() not in (
        "country",
        "state",
        "nation",
        "member",
        "party",
        "ally",
        "neighbor",
        "neighbour",
        "company",
        "city",
        "bank",
    ):
        return []
    for child in noun.children:
        if child.dep_ == "appos" and child.i > noun.i and child.pos_ == "PROPN":
            between = [t.text for t in doc[noun.i + 1 : child.left_edge.i]]
            if any(mark in between for mark in (":", "—", "–", "(", ",")) and "including" not in between:
                return coordinated(child)
    return []
