"""Totals against their parts: '36 tanks, 10 in December and 24 in March'; shares that make more than a whole."""

from collections.abc import Iterator
from functools import reduce

from dragoman.checks.claim_findings import finding_of, numbers
from dragoman.checks.number_ranges import Range, number_in_words, range_of
from dragoman.checks.tolerances import load_tolerances
from dragoman.model.closed_lists import Verdict
from dragoman.model.finding import Finding
from dragoman.model.reading import Claim, Reading
from dragoman.model.said_number import SaidNumber


def check_sums(reading: Reading) -> Iterator[Finding]:
    """Findings on every claim of a total or of shares in a list."""
    for claim in reading.claims:
        found = check_sum(reading, claim) if claim.kind == "sum" else None
        found = check_percentages(reading, claim) if claim.kind == "percentages" else found
        if found is not None:
            yield found


def listed(claim: Claim, name: str) -> list[SaidNumber]:
    """The numbers of a claim that holds several by one name."""
    found = claim.part(name)
    return [n for n in found if isinstance(n, SaidNumber)] if isinstance(found, tuple) else []


def added(parts: list[SaidNumber]) -> Range:
    """What several numbers may make together."""
    return reduce(Range.plus, (range_of(part) for part in parts))


def check_sum(reading: Reading, claim: Claim) -> Finding | None:
    """Parts against their total; None where the parts told need not be all, and are less."""
    (total,) = numbers(claim, "total")
    parts = listed(claim, "parts")
    made, whole = added(parts), range_of(total)
    share = load_tolerances()["sum"]["share"] * total.value if total.unit not in ("count", "times") else 0.0
    whole = Range(whole.low - share, whole.high + share)
    if claim.part("mode") == "at most" and made.high < whole.low:
        return None
    verdict: Verdict = "agrees" if made.meets(whole) else "disagrees"
    addition = " + ".join(number_in_words(part.value) for part in parts)
    value = number_in_words(sum(part.value for part in parts))
    return finding_of(
        reading, claim, "arithmetic", verdict,
        claimed=f"{number_in_words(total.value)} in all",
        computed=f"{addition} = {value}",
        explanation=f"{addition} is {value}; the text gives {number_in_words(total.value)} in all.",
    )  # fmt: skip


def check_percentages(reading: Reading, claim: Claim) -> Finding | None:
    """Shares of one whole, which cannot make more than all of it; None where they make less, as others may be left out."""
    shares = listed(claim, "shares")
    table = load_tolerances()["sum"]
    made = sum(share.value for share in shares)
    slack = table["points_each"] * len(shares)
    if made < 100 - slack:
        return None
    verdict: Verdict = "disagrees" if made > 100 + slack else "agrees"
    addition = " + ".join(f"{share.value:g}" for share in shares)
    return finding_of(
        reading, claim, "arithmetic", verdict,
        claimed="shares of one whole",
        computed=f"{addition} = {made:g}%",
        explanation=f"The shares {addition} make {made:g}%{', more than the whole' if verdict == 'disagrees' else ''}.",
    )  # fmt: skip
