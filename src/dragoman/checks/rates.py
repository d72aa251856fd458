"""So much for each and so much in all, and one amount in two currencies or units."""

from collections.abc import Iterator

from dragoman.checks.claim_findings import finding_of, numbers
from dragoman.checks.number_ranges import Range, judge, number_in_words, range_of
from dragoman.checks.tolerances import load_tolerances
from dragoman.model.closed_lists import Verdict
from dragoman.model.finding import Finding
from dragoman.model.reading import Claim, Reading
from dragoman.model.said_number import SaidNumber
from dragoman.reference.exchange_rates import SOURCE, rate_between


def check_rates(reading: Reading) -> Iterator[Finding]:
    """Findings on rates, and on amounts told twice."""
    for claim in reading.claims:
        if claim.kind == "rate":
            yield check_rate(reading, claim)
        elif claim.kind == "unit pair":
            yield check_units(reading, claim)
        elif claim.kind == "money pair":
            found = check_money(reading, claim)
            if found is not None:
                yield found


def check_rate(reading: Reading, claim: Claim) -> Finding:
    """A rate times its number against the total."""
    rate, total = numbers(claim, "rate", "total")
    number = claim.part("number")
    low, high, noun = float(str(claim.part("low"))), float(str(claim.part("high"))), str(claim.part("noun"))
    count = range_of(number) if isinstance(number, SaidNumber) else Range(low, high)
    slack = load_tolerances()["rate"]
    said = range_of(total)
    verdict = judge(Range(said.low * slack["low"], said.high * slack["high"]), range_of(rate).times(count))
    times = number.value if isinstance(number, SaidNumber) else high
    made = number_in_words(round(rate.value * times, 2))
    unit = f" {total.unit}" if len(total.unit) == 3 and total.unit.isupper() else ""
    return finding_of(
        reading, claim, "arithmetic", verdict,
        claimed=f"{rate.text} for each, {total.text} in all",
        computed=f"{times:,.4g} x {number_in_words(rate.value)} = {made}{unit}",
        explanation=f"{number_in_words(rate.value)}{unit} times {times:,.4g} {noun} makes {made}; the text gives "
        f"{number_in_words(total.value)}.",
    )  # fmt: skip


def check_units(reading: Reading, claim: Claim) -> Finding:
    """A length, weight or area in two units."""
    one, other = numbers(claim, "one", "other")
    share = load_tolerances()["conversion"]["unit_share"]
    first, second = range_of(one), range_of(other)
    verdict = judge(Range(first.low * (1 - share), first.high * (1 + share)), second)
    ratio = other.value / one.value if one.value else 0.0
    return finding_of(
        reading, claim, "arithmetic", verdict,
        claimed=f"{one.text} is {other.text}",
        computed=f"{number_in_words(one.value)} {one.unit} and {number_in_words(other.value)} {other.unit}",
        explanation=f"{one.text.capitalize()} is {number_in_words(one.value)} {one.unit}; {other.text} is "
        f"{number_in_words(other.value)} {other.unit}, {ratio:.3g} times as much.",
    )  # fmt: skip


def check_money(reading: Reading, claim: Claim) -> Finding | None:
    """One amount in two currencies, against what the one was worth in the other in the years that may be meant."""
    one, other = numbers(claim, "one", "other")
    years = claim.part("years")
    bounds = rate_between(one.unit, other.unit, years) if isinstance(years, tuple) and years else None
    if bounds is None or not one.value or not isinstance(years, tuple):
        return None
    table = load_tolerances()["conversion"]
    low, high = range_of(other).low / range_of(one).high, range_of(other).high / max(range_of(one).low, 1e-9)
    verdict: Verdict = "cannot tell"
    if Range(low, high).meets(Range(bounds[0] / (1 + table["near"]), bounds[1] * (1 + table["near"]))):
        verdict = "agrees"
    elif not Range(low, high).meets(Range(bounds[0] / (1 + table["far"]), bounds[1] * (1 + table["far"]))):
        verdict = "disagrees"
    said = other.value / one.value
    span = f"{min(years)} to {max(years)}" if len(years) > 1 else str(years[0])
    rates = f"{shown(bounds[0])} to {shown(bounds[1])} {other.unit}"
    return finding_of(
        reading, claim, "arithmetic", verdict,
        claimed=f"{one.text} is {other.text}, {shown(said)} {other.unit} to one {one.unit}",
        computed=f"one {one.unit} was worth {rates} in {span}",
        explanation=f"At the rates of {span} one {one.unit} was worth {rates}; {other.text} for {one.text} "
        f"makes it {shown(said)}.",
        reference=SOURCE,
    )  # fmt: skip


def shown(rate: float) -> str:
    """A rate of exchange with three digits that count."""
    return f"{rate:.3g}" if rate < 1000 else f"{rate:,.0f}"
