"""Claims of so much for each: '$90m for six, or $15m apiece', '30 a month, which makes 360 a year'."""

from collections.abc import Iterator
from typing import Final

from dragoman.model.reading import Claim
from dragoman.statements.claim_words import claim_over
from dragoman.statements.number_scenes import Scene, word_set
from dragoman.statements.stated_numbers import Stated

# how many of the shorter unit go into the longer one, at the least and at the most; business weeks and days are not asked about
TIME_RATIOS: Final = {
    ("day", "week"): (5, 7), ("day", "month"): (20, 31), ("day", "year"): (230, 366), ("week", "month"): (4, 4.5),
    ("week", "year"): (48, 53),
    ("month", "year"): (12, 12), ("quarter", "year"): (4, 4), ("month", "quarter"): (3, 3), ("hour", "day"): (8, 24),
}  # fmt: skip
ADVERBS: Final = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
}
REACH: Final = 4  # words from a number to 'each'
LAST: Final = 25  # words from one rate to the other


def find_rate_claims(scene: Scene) -> Iterator[Claim]:
    """All claims of rates of a sentence."""
    yield from find_unit_rates(scene)
    yield from find_time_rates(scene)


# ---------------------------------------------------------------------------------------------------- so much for each thing
def find_unit_rates(scene: Scene) -> Iterator[Claim]:
    """A total, how many things, and how much for each of them."""
    rates = [(n, head) for n in scene.numbers if n.is_level and (head := each_of(scene, n)) is not None]
    if len(rates) != 1:
        return
    rate, head = rates[0]
    totals = [n for n in scene.numbers if n is not rate and n.unit == rate.unit and n.unit not in ("count", "times")]
    counts = [n for n in scene.numbers if n is not rate and n.unit == "count" and n.value >= 2 and counts_heads(scene, n, head)]
    if rate.unit == "count" or len(totals) != 1 or not counts:
        return
    total = totals[0]
    number = (
        counts[0]
        if len(counts) == 1
        else next((n for n in counts if n.first > total.last and "for" in scene.lowers(total, n)), None)
    )
    if number is None or not is_made_of(scene, rate, number, total):
        return
    first, last = min(n.first for n in (rate, total, number)), max(n.last for n in (rate, total, number))
    yield claim_over(
        scene.doc,
        "rate",
        first,
        last,
        rate=rate,
        number=number,
        total=total,
        low=1.0,
        high=1.0,
        noun=scene.noun(number) or "of them",
    )


def is_made_of(scene: Scene, rate: Stated, number: Stated, total: Stated) -> bool:
    """Whether words tie a total to a rate and a number: '$4bn *for* 36', 'the 48 *would cost* $1bn', '$5m each, *or* $60m'."""
    if scene.after(total, 2) in (["in", "all"], ["in", "total"]) or scene.after(total)[:1] == ["altogether"]:
        return True
    earlier = [n for n in (rate, number) if n.last < total.first]
    if earlier:
        words = scene.between(max(earlier, key=lambda n: n.last), total)
    else:
        words = scene.between(total, min(rate, number, key=lambda n: n.first))
        if "and" in [w.lower_ for w in words]:
            return False
        return "or" in scene.lowers(total, rate) or any(w.lower_ in ("for", "on", "buys", "bought", "worth") for w in words)
    if "and" in [w.lower_ for w in words] or "plus" in [w.lower_ for w in words]:
        return False
    return any(w.lemma_.lower() in word_set("totalling") for w in words)


def each_of(scene: Scene, number: Stated) -> str | None:
    """What a number is for each of: '' for 'each', the noun of 'a head' and 'per ship'; None where for no unit."""
    after = scene.doc.words[number.last + 1 : min(number.last + 1 + REACH, scene.end)]
    for at, word in enumerate(after):
        if word.lower_ in word_set("each") and (at + 1 >= len(after) or after[at + 1].tag_[:2] not in ("NN", "JJ")):
            return ""
        if word.lower_ == "per" and at + 1 < len(after):
            return str(after[at + 1].lemma_.lower()) if after[at + 1].lower_ not in word_set("time_units") | {"cent"} else None
        if (
            word.lower_ in ("a", "an", "each", "every")
            and at + 1 < len(after)
            and not at
            and after[at + 1].lemma_.lower() in word_set("heads")
        ):
            return str(after[at + 1].lemma_.lower())
        if word.lower_ == "for" and after[at + 1 : at + 2] and after[at + 1].lower_ in ("each", "every") and at == 0:
            noun = after[at + 2].lemma_.lower() if at + 2 < len(after) else ""
            return noun if noun not in ("of", "") else ""
        if word.tag_[:2] in ("VB", "IN") or word.is_punct:
            break
    before = scene.before(number, 3)
    return "" if before[-1:] == ["each"] or before[-2:] == ["each", "at"] else None


def counts_heads(scene: Scene, number: Stated, head: str) -> bool:
    """Whether a count may be of the things that a rate is for."""
    noun = scene.noun(number)
    if noun in word_set("time_units") or (
        scene.noun_end(number) + 1 < scene.end and scene.doc[scene.noun_end(number)].lemma_ in word_set("time_units")
    ):
        return False
    if head in ("", "piece", "unit", "copy"):
        return True
    if head in word_set("heads"):
        return noun in word_set("people") or noun is None or number.value >= 1000
    return noun == head or (noun is not None and noun.endswith(head)) or noun is None


# ---------------------------------------------------------------------------------------------------- so much a month
def find_time_rates(scene: Scene) -> Iterator[Claim]:
    """A rate by a shorter time told anew by a longer one."""
    rates = [(n, unit) for n in scene.numbers if n.is_level and (unit := time_of(scene, n)) is not None]
    for place, (one, unit) in enumerate(rates):
        for other, longer in rates[place + 1 : place + 2]:
            if one.unit != other.unit or not told_anew(scene, one, other):
                continue
            ratio, swapped = TIME_RATIOS.get((unit, longer)), TIME_RATIOS.get((longer, unit))
            rate, total = (one, other) if ratio else (other, one)
            low, high = ratio or swapped or (0, 0)
            if low:
                yield claim_over(
                    scene.doc, "rate", one.first, other.last, rate=rate, number=None, total=total,
                    low=float(low), high=float(high),
                    noun=f"{unit if ratio else longer}s in a {longer if ratio else unit}",
                )  # fmt: skip


def time_of(scene: Scene, number: Stated) -> str | None:
    """The unit of time that a number is for: 'thirty howitzers *a month*', 'some 900 leave its gates *each year*'."""
    following = next((n.first for n in scene.numbers if n.first > number.last), scene.end)
    words = scene.doc.words[number.last + 1 : min(following, number.last + 10)]
    for at, word in enumerate(words):
        if word.lower_ in ADVERBS:
            return ADVERBS[word.lower_]
        unit = word.lemma_.lower()
        if unit in word_set("time_units") and at and words[at - 1].lower_ in ("a", "an", "per", "each", "every", "the"):
            if words[at - 1].lower_ == "the" and (at < 2 or words[at - 2].lower_ not in ("in", "over")):
                return None
            return (
                unit
                if not words[at + 1 : at + 2] or words[at + 1].lower_ not in ("ago", "later", "before", "earlier", "after")
                else None
            )
        if word.lower_ in (";", "than", "from", "to"):
            break
    return None


def told_anew(scene: Scene, one: Stated, other: Stated) -> bool:
    """Whether words say that the second number is the first one by another time: 'or', 'which makes', 'so that'."""
    lowers = scene.lowers(one, other)
    if (
        len(lowers) > LAST
        or not any(w in word_set("rate_links") for w in lowers)
        or {"but", "while", "now", "once", "than"} & set(lowers)
    ):
        return False
    ours, theirs = scene.noun(one), scene.noun(other)
    same = ours is None or theirs is None or ours == theirs or scene.noun_end(other) == other.last
    return same and not (
        {"or"} == word_set("rate_links") & set(lowers) and "," not in lowers and "(" not in lowers and lowers[-1:] != ["or"]
    )
