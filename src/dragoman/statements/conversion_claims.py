"""Claims that two amounts are one: '£2 billion, which is to say $2.8 billion', '100 kilometres (62 miles)'."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dragoman.language.attributes import document_of
from dragoman.language.quantity_lexicon import load_quantity_lexicon
from dragoman.model.reading import Claim
from dragoman.statements.claim_words import claim_over
from dragoman.statements.number_scenes import Scene, word_set
from dragoman.statements.stated_numbers import Stated

FARTHEST: Final = 12  # words


def find_conversion_claims(scene: Scene) -> Iterator[Claim]:
    """Each pair of amounts side by side of which the second is the first in another currency or unit."""
    for one, other in pairwise(scene.numbers):
        first = as_money(scene, one)
        if not is_convertible(scene, first, other) or not is_same(scene, first, other):
            continue
        kind = "money pair" if is_money(first) else "unit pair"
        yield claim_over(scene.doc, kind, first.first, other.last, one=first, other=other, years=years_of(scene))


def is_money(number: Stated) -> bool:
    """Whether a number is an amount of a currency."""
    return len(number.unit) == 3 and number.unit.isupper() and number.unit not in ("XXX", "USX", "GBX", "TEU")


def as_money(scene: Scene, number: Stated) -> Stated:
    """'86 billion of them' in the currency whose noun the sentence names before it; else the number as it is."""
    if number.unit != "count" or number.value < 1000 or scene.after(number, 2) != ["of", "them"]:
        return number
    currency = load_quantity_lexicon().currency
    named = [
        currency[w.lower_] for w in scene.doc[scene.start : number.first] if w.lower_ in currency and w.tag_.startswith("NN")
    ]
    return replace(number, unit=named[-1]) if named else number


def is_convertible(scene: Scene, one: Stated, other: Stated) -> bool:
    """Whether two amounts are of different currencies, or of different units of one kind."""
    if is_money(one) and is_money(other):
        return one.unit != other.unit
    return one.unit == other.unit and one.unit in ("km", "kg", "ha") and unit_word(scene, one) != unit_word(scene, other)


def unit_word(scene: Scene, number: Stated) -> str:
    """The last word of a number, which names its unit; an ending in -s does not tell two apart."""
    return str(scene.doc[number.last].lemma_.lower().replace("metre", "meter"))


def is_same(scene: Scene, one: Stated, other: Stated) -> bool:
    """Whether the words between say that the second amount is the first."""
    lowers = scene.lowers(one, other)
    if not lowers or len(lowers) > FARTHEST or any(w in word_set("other_amount") for w in lowers):
        return False
    if not all(w in word_set("joining") for w in lowers) or not any(w in word_set("same_amount") for w in lowers):
        return False
    return not (lowers == ["or"] and scene.before(one, 4).count("either"))


def years_of(scene: Scene) -> tuple[int, ...]:
    """The years whose rates may be meant: the year of publication and the one before, and those that are named."""
    years = set()
    published = document_of(scene.doc).published
    if published is not None:
        years |= {published.year, published.year - 1}
    for time in scene.doc._.times:
        if scene.start <= time.token_start < scene.end and time.time is not None:
            years |= {int(day[:4]) for day in (str(time.time.start or ""), str(time.time.end or "")) if day[:4].isdigit()}
    return tuple(sorted(years))
