"""Claims that shares make a whole: '35 per cent were Bulgarian, 40 per cent Chinese and 25 per cent Iranian'."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from dragoman.model.reading import Claim
from dragoman.statements.claim_words import claim_over
from dragoman.statements.number_scenes import Scene, word_set
from dragoman.statements.rank_claims import moved, part_noun
from dragoman.statements.share_claims import is_points

FEWEST: Final = 3  # shares that are taken for all of a whole
APART: Final = 12  # words from one share to the next


def find_percentage_lists(scene: Scene) -> Iterator[Claim]:
    """Three shares or more in one list, none of them of its own whole, of its own year, or a change."""
    shares = [n for n in scene.numbers if n.unit == "%"]
    if len(shares) < FEWEST or any(n.unit == "share" for n in scene.numbers):
        return
    lowers = [w.lower_ for w in scene.doc[scene.start : shares[-1].last + 1]]
    if any(w in word_set("not_added") for w in lowers) or any(is_points(scene, n) or moved(scene, n) for n in shares):
        return
    if any(scene.before(n)[-1:] in (["from"], ["to"], ["by"], ["at"]) for n in shares):
        return
    wholes = {" ".join(w.lemma_.lower() for w in part_noun(scene, n)) for n in shares}
    if len(wholes - {""}) > 1 or dated(scene, shares[0].first, shares[-1].last):
        return
    if all(len(between := scene.lowers(a, b)) <= APART and {",", "and", ";"} & set(between) for a, b in pairwise(shares)):
        yield claim_over(scene.doc, "percentages", shares[0].first, shares[-1].last, shares=tuple(shares))


def dated(scene: Scene, first: int, last: int) -> bool:
    """Whether a date stands among the shares, so that each may be of its own year."""
    return any(first <= time.token_start <= last for time in scene.doc._.times)
