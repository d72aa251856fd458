"""A text's own sums: 'doubled' from 55 to 121, 'rose by 12 per cent' from A to B, the seventh seller against the whole market."""

from collections.abc import Iterator
from typing import Final

from dragoman.checks.rates import check_rates
from dragoman.checks.shares import check_shares
from dragoman.checks.tolerances import load_tolerances, qualifier_class
from dragoman.model.closed_lists import Verdict
from dragoman.model.finding import Finding
from dragoman.model.reading import Claim, Reading
from dragoman.model.statement import Figure

FACTORS: Final = {"double": 2.0, "treble": 3.0, "triple": 3.0, "quadruple": 4.0, "halve": 0.5}
FACTOR_WORDS: Final = {2.0: "twice", 3.0: "three times", 4.0: "four times", 0.5: "half"}
CLOSE: Final = 400  # characters between two figures that are told together


def check_arithmetic(reading: Reading) -> list[Finding]:
    """Findings on growth, on ranks against totals, and on sums, within one document."""
    figures = [s for s in reading.statements if isinstance(s, Figure) and s.value is not None]
    growth = [f for claim in reading.claims if claim.kind == "growth" for f in check_growth(reading, claim, figures)]
    sums = [f for claim in reading.claims if claim.kind == "sum" for f in check_sum(reading, claim)]
    return [*growth, *sums, *check_shares(reading), *check_rates(reading), *check_ranks(reading, figures)]


def check_growth(reading: Reading, claim: Claim, figures: list[Figure]) -> Iterator[Finding]:
    """'doubled from A to B' and 'rose by P per cent from A to B': the ratio of the two numbers against the word."""
    before, after = float(str(claim.part("from"))), float(str(claim.part("to")))
    if before <= 0 or after <= 0:
        return
    used = tuple(f.id for f in figures if f.start < claim.end and claim.start < f.end)
    factor, percent = claim.part("factor"), claim.part("percent")
    if isinstance(factor, float):
        verdict, computed = judge_factor(after / before, factor, qualifier_class(str(claim.part("qualifier") or "")))
    elif isinstance(percent, float):
        verdict, computed = judge_percent((after / before - 1) * 100, percent if claim.part("direction") != "down" else -percent)
    else:
        return
    said = str(claim.part("said"))
    yield Finding(
        check="arithmetic",
        verdict=verdict,
        claimed=f"{said}, from {number(before)} to {number(after)}",
        computed=computed,
        document=reading.document,
        start=claim.start,
        end=claim.end,
        text=claim.text,
        statements=used,
        explanation=f"From {number(before)} to {number(after)} is {computed}; the text says '{said}'.",
    )


def judge_factor(ratio: float, factor: float, qualifier: str) -> tuple[Verdict, str]:
    """Whether a ratio is the factor that a verb names."""
    tolerance = load_tolerances()["ratio"].get(qualifier, load_tolerances()["ratio"]["plain"])
    low, high = factor * tolerance["low"], factor * tolerance["high"]
    if factor < 1:
        low, high = factor / tolerance["high"], factor / tolerance["low"]
    return ("agrees" if low <= ratio <= high else "disagrees"), f"{ratio:.2g} times as much"


def judge_percent(computed: float, said: float) -> tuple[Verdict, str]:
    """Whether a percentage is the one that two numbers give."""
    tolerance = load_tolerances()["percent"]
    slack = max(tolerance["points"], tolerance["share"] * abs(computed))
    return ("agrees" if abs(computed - said) <= slack else "disagrees"), f"a change of {computed:+.1f}%"


def check_sum(reading: Reading, claim: Claim) -> Iterator[Finding]:
    """'36 tanks, 10 in December and 24 in March': parts against their total."""
    parts, total = claim.part("parts"), float(str(claim.part("total")))
    if not isinstance(parts, tuple):
        return
    added = sum(float(p) for p in parts)
    slack = max(load_tolerances()["sum"]["share"] * total, 0.51 if any(p % 1 for p in parts) else 0.0)
    verdict: Verdict = "agrees" if abs(added - total) <= slack else "disagrees"
    addition = " + ".join(number(float(p)) for p in parts)
    yield Finding(
        check="arithmetic",
        verdict=verdict,
        claimed=f"{number(total)} in all",
        computed=f"{addition} = {number(added)}",
        document=reading.document,
        start=claim.start,
        end=claim.end,
        text=claim.text,
        explanation=f"{addition} is {number(added)}; the text gives {number(total)} in all.",
    )


def check_ranks(reading: Reading, figures: list[Figure]) -> Iterator[Finding]:
    """The n-th in a market cannot hold more than an n-th of it: n sellers of at least so much must fit into the whole."""
    for rank in (f for f in figures if f.unit == "rank" and f.value and f.value >= 2):
        own = next(
            (f for f in figures if f.unit == currency(f) and f.id != rank.id and same_sentence(rank, f, reading) and is_sales(f)),
            None,
        )
        whole = next(
            (
                f
                for f in figures
                if own is not None
                and f.unit == own.unit
                and is_market(f)
                and abs(f.start - rank.start) < CLOSE
                and f.id != own.id
                and f.realis == "actual"
            ),
            None,
        )
        if own is None or whole is None or not own.value or not whole.value or not rank.value:
            continue
        needed = rank.value * own.value
        verdict: Verdict = "disagrees" if needed > whole.value * 1.02 else "agrees"
        start, end = min(rank.start, own.start), max(rank.end, own.end)
        yield Finding(
            check="arithmetic",
            verdict=verdict,
            claimed=f"number {rank.value:.0f} with {number(own.value)} {own.unit}",
            computed=f"{rank.value:.0f} sellers of at least {number(own.value)} make {number(needed)}; "
            f"the whole is {number(whole.value)} {whole.unit}",
            document=reading.document,
            start=start,
            end=end,
            text=reading.document.text[start:end],
            statements=(rank.id, own.id, whole.id),
            explanation=f"If number {rank.value:.0f} has {number(own.value)} {own.unit}, the first {rank.value:.0f} "
            f"have at least {number(needed)} together, {'more than' if verdict == 'disagrees' else 'which fits into'} "
            f"the whole of {number(whole.value)} {whole.unit}.",
        )


def currency(figure: Figure) -> str | None:
    """The figure's unit where it is money."""
    return figure.unit if len(figure.unit) == 3 and figure.unit.isupper() else None


def is_sales(figure: Figure) -> bool:
    """Whether a figure is what one seller sells."""
    return any(word in figure.measure.lower() for word in ("revenue", "sale", "turnover", "export"))


def is_market(figure: Figure) -> bool:
    """Whether a figure is the size of a whole market."""
    return any(word in figure.measure.lower() for word in ("value", "market", "worth", "size"))


def same_sentence(first: Figure, second: Figure, reading: Reading) -> bool:
    """Whether no full stop stands between two figures."""
    low, high = sorted([first.start, second.start])
    return ". " not in reading.document.text[low:high]


def number(value: float) -> str:
    """A number as a reader expects it: '55 million', '2.2 billion', '1,200'."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:.4g} {word}"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.4g}"
