"""How numbers moved: 'doubled' from 55 to 121, 'rose by 12 per cent' from A to B, 'rose' from 60 to 45."""

from collections.abc import Iterator
from typing import Final

from dragoman.checks.claim_findings import finding_of, numbers
from dragoman.checks.number_ranges import Range, number_in_words, range_of
from dragoman.checks.tolerances import load_tolerances
from dragoman.model.closed_lists import Verdict
from dragoman.model.finding import Finding
from dragoman.model.reading import Claim, Reading
from dragoman.model.said_number import SaidNumber

RATIO_CLASSES: Final = {
    "over": "over", "just over": "over", "at least": "over", "nearly": "nearly", "under": "nearly", "about": "about",
    "at most": "nearly",
}  # fmt: skip


def check_growth(reading: Reading) -> Iterator[Finding]:
    """Findings on every claim of growth whose old and new level are given."""
    for claim in reading.claims:
        if claim.kind == "growth":
            yield check_claim(reading, claim)


def check_claim(reading: Reading, claim: Claim) -> Finding:
    """Two levels against the word, the part or the multiple that tells how they differ."""
    old, new = numbers(claim, "old", "new")
    size, factor, how = claim.part("size"), claim.part("factor"), str(claim.part("how"))
    said, up = str(claim.part("said")), claim.part("direction") != "down"
    ratio = ratios(old, new)
    times = new.value / old.value
    computed = f"{times:.3g} times as much" if factor or how.startswith("times") else f"a change of {(times - 1) * 100:+.1f}%"
    if isinstance(factor, float):
        wanted = factor_range(factor, str(claim.part("qualifier")))
    elif not isinstance(size, SaidNumber):
        wanted = Range(0.98, 1e12) if up else Range(0.0, 1.02)
    elif how == "levels":
        return check_difference(reading, claim, old, new, size, up=up)
    elif how == "to":
        wanted = range_of(size)
    elif how.startswith("times"):
        wanted = factor_range(size.value, size.qualifier)
        wanted = Range(wanted.low, wanted.high * (size.value + 1) / size.value) if how == "times or more" else wanted
    else:
        wanted = parts_more(size, ratio, up=up)
        if size.unit == old.unit == "%" and not wanted.meets(
            ratio
        ):  # 'a 10 per cent drop from 95 to 85 per cent' means points to many
            return check_difference(reading, claim, old, new, size, up=up)
    verdict: Verdict = "agrees" if wanted.meets(ratio) else "disagrees"
    return finding_of(
        reading, claim, "arithmetic", verdict,
        claimed=f"{said}, from {shown(old)} to {shown(new)}",
        computed=computed,
        explanation=f"From {shown(old)} to {shown(new)} is {computed}; the text says '{said}'.",
    )  # fmt: skip


def ratios(old: SaidNumber, new: SaidNumber) -> Range:
    """What the new level may be in parts of the old one; both are taken as told, as a reader would take them."""
    first, second = level_range(old), level_range(new)
    return Range(second.low / first.high, second.high / max(first.low, 1e-12))


def is_money(number: SaidNumber) -> bool:
    """Whether a number is an amount of a currency."""
    return len(number.unit) == 3 and number.unit.isupper()


def level_range(level: SaidNumber) -> Range:
    """A level as it may be: as told, wider where 'about' or the like stands before it."""
    if level.qualifier in ("exactly", "over", "under", "at least", "at most", "nearly", "just over"):
        return Range(level.value, level.value)  # the bound is what a writer reckons with
    return range_of(level)


def factor_range(factor: float, qualifier: str) -> Range:
    """What 'doubled' or 'three times' may mean."""
    table = load_tolerances()["ratio"]
    tolerance = table[RATIO_CLASSES.get(qualifier, "plain")]
    if factor < 1:
        return Range(factor / tolerance["high"], factor / tolerance["low"])
    return Range(factor * tolerance["low"], factor * tolerance["high"])


def parts_more(size: SaidNumber, ratio: Range, *, up: bool) -> Range:
    """The ratios that 'by P per cent' or 'by a third' allows."""
    table = load_tolerances()["percent"]
    part = range_of(size)
    slack = max(table["points"] / 100, table["share"] * abs(ratio.low - 1), table["share"] * abs(ratio.high - 1))
    low, high = part.low - slack, part.high + slack
    return Range(1 + low, 1 + high) if up else Range(1 - high, 1 - low)


def check_difference(reading: Reading, claim: Claim, old: SaidNumber, new: SaidNumber, size: SaidNumber, *, up: bool) -> Finding:
    """'rose by 150, from 600 to 750', 'up two percentage points, from 4 to 6 per cent'."""
    computed = (new.value - old.value) * (1 if up else -1)
    slack = 0.6 if size.unit == "%" else old.step + new.step + size.step if is_money(size) else 0.0
    slack += load_tolerances()["percent"]["share"] / 5 * abs(computed)
    bound = range_of(size) if size.unit != "%" else Range(size.value, size.value)
    verdict: Verdict = "agrees" if bound.low - slack <= computed <= bound.high + slack else "disagrees"
    return finding_of(
        reading, claim, "arithmetic", verdict,
        claimed=f"{claim.part('said')}, from {shown(old)} to {shown(new)}",
        computed=f"a difference of {number_in_words(new.value - old.value)}",
        explanation=f"From {shown(old)} to {shown(new)} is a difference of {number_in_words(round(new.value - old.value, 4))}; "
        f"the text says '{claim.part('said')}'.",
    )  # fmt: skip


def shown(level: SaidNumber) -> str:
    """A level in words, with its sign where it is a percentage."""
    return number_in_words(level.value) + ("%" if level.unit == "%" else "")
