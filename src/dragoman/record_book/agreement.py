"""How well coders agree, and how often the program is right: Krippendorff's alpha, and a share with Wilson's interval."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Final

Z_95: Final = 1.959963984540054  # the quantile of the normal distribution that leaves 2.5% above it


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a total with its 95% interval; all None where the total is 0."""

    hits: int
    total: int
    value: float | None
    low: float | None
    high: float | None


def alpha_of(units: Iterable[Sequence[str]]) -> float | None:
    """Krippendorff's alpha for nominal codes.

    Args:
        units: For each thing that was coded the codes that it got, in any number; one code alone is compared with nothing and
            does not count.

    Returns:
        1 for perfect agreement, 0 for what chance gives. None where nothing was coded twice or only one code was ever used, since
        alpha says nothing then.

    Source: Krippendorff 2011, 'Computing Krippendorff's Alpha-Reliability', section C.
    """
    weights: dict[tuple[str, str], float] = {}
    for codes in units:
        for pair, times in Counter(permutations(codes, 2)).items():
            weights[pair] = weights.get(pair, 0.0) + times / (len(codes) - 1)
    totals: dict[str, float] = {}
    for (one, _), weight in weights.items():
        totals[one] = totals.get(one, 0.0) + weight
    number = sum(totals.values())
    expected = number * number - sum(total * total for total in totals.values())
    if not number or len(totals) == 1:
        return None
    observed = sum(weight for (one, other), weight in weights.items() if one != other)
    return 1 - (number - 1) * observed / expected


def share_of(hits: int, total: int) -> Share:
    """A share with Wilson's score interval, which holds for small totals and for shares near 0 and 1.

    Source: Wilson 1927; method 3 in Newcombe 1998, 'Two-sided confidence intervals for the single proportion'.
    """
    if not total:
        return Share(hits, total, None, None, None)
    value, square = hits / total, Z_95 * Z_95
    middle = (value + square / (2 * total)) / (1 + square / total)
    half = Z_95 * math.sqrt(value * (1 - value) / total + square / (4 * total * total)) / (1 + square / total)
    return Share(hits, total, value, max(0.0, middle - half), min(1.0, middle + half))
