"""Makes a finding over the words of a claim: the one way in which the checks of numbers do it."""

from dragoman.model.closed_lists import CheckName, Verdict
from dragoman.model.finding import Finding
from dragoman.model.reading import Claim, Reading
from dragoman.model.said_number import SaidNumber


def finding_of(  # noqa: PLR0913  a field each
    reading: Reading,
    claim: Claim,
    check: CheckName,
    verdict: Verdict,
    *,
    claimed: str,
    computed: str,
    explanation: str,
    reference: str | None = None,
) -> Finding:
    """A finding that stands at a claim's words and names the figures among them."""
    used = tuple(s.id for s in reading.statements if s.kind == "figure" and s.start < claim.end and claim.start < s.end)
    return Finding(
        check=check,
        verdict=verdict,
        claimed=claimed,
        computed=computed,
        document=reading.document,
        start=claim.start,
        end=claim.end,
        text=claim.text,
        statements=used,
        explanation=explanation,
        reference=reference,
    )


def numbers(claim: Claim, *names: str) -> list[SaidNumber]:
    """The numbers of a claim by their names.

    Raises:
        TypeError: The claim has none of that name.
    """
    found = [claim.part(name) for name in names]
    if not all(isinstance(n, SaidNumber) for n in found):
        raise TypeError(f"{claim.kind} lacks a number among {names}")
    return [n for n in found if isinstance(n, SaidNumber)]
