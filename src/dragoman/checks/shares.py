"""Parts of a whole: 'a quarter of 80, 32 machines', shares over the whole, ranks with more than a rank can have."""

from collections.abc import Iterator

from dragoman.checks.claim_findings import finding_of, numbers
from dragoman.checks.number_ranges import judge, number_in_words, range_of
from dragoman.checks.tolerances import load_tolerances
from dragoman.model.closed_lists import Verdict
from dragoman.model.finding import Finding
from dragoman.model.reading import Claim, Reading
from dragoman.model.said_number import SaidNumber


def check_shares(reading: Reading) -> Iterator[Finding]:
    """Findings on every claim of shares of a reading."""
    checks = {
        "share": check_share,
        "impossible": check_impossible,
        "rank share": check_rank_share,
        "rank order": check_rank_order,
    }
    for claim in reading.claims:
        if claim.kind in checks:
            yield checks[claim.kind](reading, claim)


def check_share(reading: Reading, claim: Claim) -> Finding:
    """A share of a whole against the part that the text gives for it."""
    share, whole, part = numbers(claim, "share", "whole", "part")
    verdict = judge(range_of(part), range_of(share).times(range_of(whole)))
    expected = share_value(share) * whole.value
    ratio = part.value / whole.value * 100 if whole.value else 0.0
    return finding_of(
        reading, claim, "arithmetic", verdict,
        claimed=f"{part.text} is {share.text} of {whole.text}",
        computed=f"{share.text} of {number_in_words(whole.value)} is {number_in_words(round(expected, 2))}",
        explanation=f"{share.text.capitalize()} of {number_in_words(whole.value)} is {number_in_words(round(expected, 2))}; "
        f"the text gives {number_in_words(part.value)}, which is {ratio:.3g}%.",
    )  # fmt: skip


def share_value(share: SaidNumber) -> float:
    """A share as a part of one."""
    return share.value / 100 if share.unit == "%" else share.value


def check_impossible(reading: Reading, claim: Claim) -> Finding:
    """A part of more than the whole, a fall by more than all there was."""
    (share,) = numbers(claim, "share")
    part = claim.part("why") == "part"
    reason = "A part cannot be more than the whole" if part else "What cannot be less than nothing falls by 100% at the most"
    return finding_of(
        reading, claim, "arithmetic", "disagrees",
        claimed=share.text, computed="no more than 100%", explanation=f"{reason}; the text says {share.text}.",
    )  # fmt: skip


def check_rank_share(reading: Reading, claim: Claim) -> Finding:
    """The n-th cannot have more than an n-th of the whole, as those before it have no less."""
    rank, share = numbers(claim, "rank", "share")
    most = 100 / rank.value
    slack = load_tolerances()["said"]["per_cent"]["points"]
    verdict: Verdict = "disagrees" if range_of(share).low * 100 > most + slack / 2 else "agrees"
    return finding_of(
        reading, claim, "arithmetic", verdict,
        claimed=f"number {rank.value:.0f} with {share.text}",
        computed=f"no more than {most:.3g}% for number {rank.value:.0f}",
        explanation=f"Those before number {rank.value:.0f} have no less than it, so that it can have {most:.3g}% of the whole "
        f"at the most; the text gives it {share.text}.",
    )  # fmt: skip


def check_rank_order(reading: Reading, claim: Claim) -> Finding:
    """The lower rank cannot have more than the higher one."""
    rank, amount, other, second = numbers(claim, "rank", "amount", "other", "second")
    upper, lower = ((rank, amount), (other, second)) if rank.value < other.value else ((other, second), (rank, amount))
    more = lower[1].value - lower[1].step > upper[1].value + upper[1].step
    verdict: Verdict = "disagrees" if more and "exactly" == lower[1].qualifier == upper[1].qualifier else "agrees"
    return finding_of(
        reading, claim, "arithmetic", verdict,
        claimed=f"number {upper[0].value:.0f} with {upper[1].text}, number {lower[0].value:.0f} with {lower[1].text}",
        computed=f"number {lower[0].value:.0f} can have {upper[1].text} at the most",
        explanation=f"Number {lower[0].value:.0f} cannot have more than number {upper[0].value:.0f}; the text gives the one "
        f"{lower[1].text}, the other {upper[1].text}.",
    )  # fmt: skip
