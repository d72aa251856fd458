"""All claims that can be reckoned from the numbers of one sentence: the scenes are made once for all their finders."""

from collections.abc import Iterator

from dragoman.language.words import Words
from dragoman.model.reading import Claim
from dragoman.statements.conversion_claims import find_conversion_claims
from dragoman.statements.growth_claims import find_growth_claims
from dragoman.statements.number_scenes import find_scenes
from dragoman.statements.percentage_lists import find_percentage_lists
from dragoman.statements.rank_claims import find_rank_claims
from dragoman.statements.rate_claims import find_rate_claims
from dragoman.statements.share_claims import find_share_claims
from dragoman.statements.stated_numbers import Stated
from dragoman.statements.sum_claims import find_sum_claims


def find_reckoned_claims(doc: Words) -> Iterator[Claim]:
    """Shares, rates, conversions and ranks, in the order of the sentences."""
    told: tuple[Stated, ...] = ()
    for scene in find_scenes(doc):
        yield from find_rank_claims(scene)
        if len(scene.numbers) > 1 or told:
            yield from find_share_claims(scene, told)
            yield from find_growth_claims(scene, told)
        if len(scene.numbers) > 1:
            yield from find_rate_claims(scene)
            yield from find_conversion_claims(scene)
            yield from find_sum_claims(scene)
            yield from find_percentage_lists(scene)
        told = scene.numbers
