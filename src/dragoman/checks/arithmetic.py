"""A text's own sums: 'doubled' from 55 to 121, 'rose by 12 per cent' from A to B, the seventh seller against the whole market."""

from collections.abc import Iterator
from typing import Final

from dragoman.checks.growth import check_growth
from dragoman.checks.number_ranges import number_in_words
from dragoman.checks.rates import check_rates
from dragoman.checks.shares import check_shares
from dragoman.checks.sums import check_sums
from dragoman.model.closed_lists import Verdict
from dragoman.model.finding import Finding
from dragoman.model.reading import Reading
from dragoman.model.statement import Figure

CLOSE: Final = 400  # characters between two figures that are told together


def check_arithmetic(reading: Reading) -> list[Finding]:
    """Findings on growth, on ranks against totals, and on sums, within one document."""
    figures = [s for s in reading.statements if isinstance(s, Figure) and s.value is not None]
    return [
        *check_growth(reading),
        *check_sums(reading),
        *check_shares(reading),
        *check_rates(reading),
        *check_ranks(reading, figures),
    ]


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
            claimed=f"number {rank.value:.0f} with {number_in_words(own.value)} {own.unit}",
            computed=f"{rank.value:.0f} sellers of at least {number_in_words(own.value)} make {number_in_words(needed)}; "
            f"the whole is {number_in_words(whole.value)} {whole.unit}",
            document=reading.document,
            start=start,
            end=end,
            text=reading.document.text[start:end],
            statements=(rank.id, own.id, whole.id),
            explanation=f"If number {rank.value:.0f} has {number_in_words(own.value)} {own.unit}, the first {rank.value:.0f} "
            f"have at least {number_in_words(needed)} together, {'more than' if verdict == 'disagrees' else 'which fits into'} "
            f"the whole of {number_in_words(whole.value)} {whole.unit}.",
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
