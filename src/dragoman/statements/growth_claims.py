"""Claims of how a number moved: 'doubled from A to B', 'A, up a third on the B of last year', 'B, 25 per cent more than A'.

A word of change has its size beside it. The old level and the new one are told apart by the words before them ('from', 'than',
'on' against 'to', 'at'), or by their order where the change is told after both.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dragoman.model.reading import Claim
from dragoman.statements.claim_words import claim_over
from dragoman.statements.growth_words import FACTORS, QUALIFIERS, Change, find_changes
from dragoman.statements.number_scenes import FINITE, Scene, word_set
from dragoman.statements.rate_claims import time_of
from dragoman.statements.stated_numbers import Stated

APART: Final = frozenset({"while", "whereas", "although", "though", "but"})  # what follows is of another thing


def find_growth_claims(scene: Scene, told: tuple[Stated, ...]) -> Iterator[Claim]:
    """Each change of a sentence whose old and new level are told there, or whose old level ends the sentence before."""
    changes = list(find_changes(scene))
    cuts = [w.i for w in scene.words() if w.lower_ in APART]
    sizes = {id(c.size) for c in changes if c.size is not None}
    for change in changes:
        levels = [n for n in scene.numbers if id(n) not in sizes and (n.is_level or n.unit == "%") and n.value > 0]
        levels = [n for n in levels if not any(min(n.first, change.word.i) < cut < max(n.first, change.word.i) for cut in cuts)]
        if is_of_other_thing(scene, change, changes):
            continue
        found = levels_of(scene, change, levels, told)
        if found is None:
            continue
        old, new = found
        if change.size is None and change.factor is None and is_told_better(change, changes, old, new):
            continue
        inside = [n for n in (old, new, change.size) if n is not None and n in scene.numbers]
        first, last = min(change.word.i, *(n.first for n in inside)), max(change.word.i, *(n.last for n in inside))
        yield claim_over(
            scene.doc, "growth", first, last, old=old, new=new, size=change.size, factor=change.factor, how=change.how,
            direction=change.direction, qualifier=change.qualifier, said=said_words(scene, change),
        )  # fmt: skip


def is_told_better(change: Change, changes: Sequence[Change], old: Stated, new: Stated) -> bool:
    """Whether another word of change stands between a bare one and its levels, or tells the size of the same levels."""
    nearest = min(old.first, new.first)
    return any(
        other is not change and (other.size or other.factor or change.word.i < other.word.i < nearest) for other in changes
    )


def is_of_other_thing(scene: Scene, change: Change, changes: Sequence[Change]) -> bool:
    """Whether a second change has a subject or a noun of its own: 'trade rose from A to B *and output fell by 10 per cent*'."""
    if not any(other.word.i < change.word.i for other in changes):
        return False
    if change.word.tag_[0] == "V":
        subjects = [c for c in change.word.children if c.dep_ in ("nsubj", "nsubjpass")]
        return any(s.lower_ not in ("it", "which", "they", "that") for s in subjects)
    return "and" in [w.lower_ for w in scene.doc[max(scene.start, change.word.i - 7) : change.word.i]]


def said_words(scene: Scene, change: Change) -> str:
    """The words of the change with its size, as they stand."""
    first, last = change.word.i, change.word.i
    if change.size is not None:
        first, last = min(first, change.size.first), max(last, change.size.last)
    for words in QUALIFIERS:
        count = len(words.split())
        if change.size is None and scene.doc[max(first - count, 0) : first].text.lower() == words:
            first -= count
            break
    return scene.doc[first : last + 1].text


# ---------------------------------------------------------------------------------------------------- its levels
def levels_of(scene: Scene, change: Change, levels: Sequence[Stated], told: tuple[Stated, ...]) -> tuple[Stated, Stated] | None:
    """The old and the new level of a change; None unless there is one of each, of one unit."""
    levels = [n for n in levels if n is not change.size]
    olds = [n for n in levels if is_old(scene, change, n)]
    if len(olds) == 1:
        old = shared_unit(olds[0], levels)
        news = [n for n in levels if n is not olds[0] and n.unit == old.unit and not time_clash(scene, n, olds[0])]
        marked = [n for n in news if is_new(scene, n)]
        chosen = marked if len(marked) == 1 else news
        return (old, chosen[0]) if len(chosen) == 1 and may_pair(scene, change, old, chosen[0]) else None
    if olds:
        return None
    units = {n.unit for n in levels}
    pairs = [[n for n in levels if n.unit == unit] for unit in sorted(units) if unit != "%"]
    pairs = [p for p in pairs if len(p) == 2]
    if len(pairs) == 1 and change.how != "to":
        return ordered(scene, change, pairs[0])
    new = [n for n in levels if is_new(scene, n) and n.first > change.word.i]
    if len(levels) == len(new) == 1 and takes_up(scene, change):
        before = [n for n in told if n.unit == new[0].unit and n.is_level]
        return (before[-1], new[0]) if before and len(before) <= 2 else None
    return None


def shared_unit(old: Stated, levels: Sequence[Stated]) -> Stated:
    """The old level in the unit of the new one, where it is told without: 'from 4 to 6 per cent', 'from 30 to 50 tonnes'."""
    later = [n for n in levels if n.first > old.last]
    near = bool(later) and later[0].first - old.last == 2
    if old.unit == "count" and near and later[0].unit in ("%", "kg", "km", "ha", "kW"):
        factor = later[0].factor
        return replace(old, unit=later[0].unit, value=old.value * factor, step=old.step * factor, factor=factor, counted=None)
    return old


def is_old(scene: Scene, change: Change, number: Stated) -> bool:  # noqa: PLR0911  a case each
    """Whether the words before a level say that it is the old one."""
    cue = scene.cue_before(number)
    size = change.size
    if cue in ("from", "than"):
        return cue == "from" or number.first > change.word.i
    if cue in ("against", "versus", "vs"):
        return True
    if cue in ("with", "to") and any(w in ("compared", "compares") for w in scene.before(number, 5)):
        return True
    after_size = (size is not None and 0 < number.first - max(size.last, change.word.i) <= 5) or change.word.lower_ in (
        "up",
        "down",
        "rise",
        "increase",
    )
    if cue in word_set("old_after_size"):
        return after_size
    if cue in FACTORS or cue in ("times", "as"):
        return change.how.startswith("times")
    if change.factor is not None and change.word.i == number.first - 2 and scene.before(number)[-1:] == ["the"]:
        return change.word.tag_[0] != "V"
    return False


def is_new(scene: Scene, number: Stated) -> bool:
    """Whether the words before a level say that it is the new one."""
    return scene.cue_before(number) in word_set("new_before")


def may_pair(scene: Scene, change: Change, old: Stated, new: Stated) -> bool:
    """Whether two levels may be of one thing: nouns that do not differ, no denial, and a size or both marked."""
    ours, theirs = scene.noun(old), scene.noun(new)
    if ours is not None and theirs is not None and ours != theirs:
        return False
    if any(w.lower_ in ("not", "n't", "never", "would", "could", "should", "if") for w in scene.words()):
        return False
    if change.size is not None or change.factor is not None:
        return True
    return (
        is_new(scene, new) and scene.cue_before(old) == "from" and abs(old.first - new.first) <= 10 and change.word.tag_[0] == "V"
    )


def time_clash(scene: Scene, one: Stated, other: Stated) -> bool:
    """Whether one number is for a month and the other for a year, so that they cannot be compared."""
    ours, theirs = time_of(scene, one), time_of(scene, other)
    return ours is not None and theirs is not None and ours != theirs


def ordered(scene: Scene, change: Change, pair: Sequence[Stated]) -> tuple[Stated, Stated] | None:
    """Two levels without 'from': the one told first is the old one, be the change told between them or after both."""
    if change.size is None and change.factor is None:
        return None
    first, second = pair
    if not may_pair(scene, change, first, second) or time_clash(scene, first, second):
        return None
    before = [n for n in pair if n.last < change.word.i]
    if len(before) == 1 and first.last < change.word.i < second.first:
        return (first, second) if is_new(scene, second) and told_earlier(scene, first, change) else None
    trailing = len(before) == 2 and any(
        t.text in (",", "–", "—", ":", ";") for t in scene.doc[max(change.word.i - 6, second.last) : change.word.i]
    )
    if not trailing:
        return None
    years = [year_beside(scene, n) for n in pair]
    if years[0] is not None and years[1] is not None and years[0] > years[1]:
        return second, first
    contrast = any(w.tag_ in FINITE for w in scene.doc.words[first.last : second.first]) or None not in years
    return (first, second) if contrast else None


def told_earlier(scene: Scene, number: Stated, change: Change) -> bool:
    """Whether a level before the change is told with its time, or as what had been: 'the garrison, *300 strong in 2010*'."""
    words = [w.lower_ for w in scene.doc[number.first : change.word.i]]
    return year_beside(scene, number) is not None or any(
        w in ("had", "been", "then", "once", "initially", "originally", "first") for w in words
    )


def year_beside(scene: Scene, number: Stated) -> str | None:
    """The first day of the time told right after or before a number."""
    for time in scene.doc._.times:
        if not scene.start <= time.token_start < scene.end or time.time is None or time.time.start is None:
            continue
        if 0 <= time.token_start - number.last <= 6 or 0 < number.first - time.token_end <= 5:
            return str(time.time.start)
    return None


def takes_up(scene: Scene, change: Change) -> bool:
    """Whether a pronoun before the change takes up the measure of the sentence before: 'In 2020 *it* fell by a tenth, to 90'."""
    words = scene.doc.words[scene.start : change.word.i]
    return any(w.lower_ in ("it", "this", "they") and w.dep_ in ("nsubj", "nsubjpass") for w in words)
