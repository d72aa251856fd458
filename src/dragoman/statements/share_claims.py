"""Claims of a part of a whole: 'a quarter of its 80 helicopters, 20 machines', 'of 150 bridges 45, or 30 per cent'."""

from collections.abc import Iterator
from typing import Final

from dragoman.model.reading import Claim
from dragoman.statements.claim_words import claim_over
from dragoman.statements.number_scenes import FINITE, Scene, has_finite, word_set
from dragoman.statements.stated_numbers import Stated

CLOSE: Final = 9  # words from a share to the number that it is of
FAR: Final = 14  # words from a whole to the part that is told after it


def find_share_claims(scene: Scene, told: tuple[Stated, ...]) -> Iterator[Claim]:
    """A share, the whole that it is of, and the part that it comes to, where one sentence gives all three.

    Args:
        scene: The sentence.
        told: The numbers of the sentence before, in which the whole of 'a third of them' may stand.
    """
    for share in scene.numbers:
        if share.unit not in ("share", "%") or share.value <= 0 or is_points(scene, share):
            continue
        whole = whole_of(scene, share, told)
        if whole is None:
            continue
        part = part_of(scene, share, whole)
        if part is None or part is whole or not part.is_level or not comparable(part, whole):
            continue
        inside = [n for n in (share, whole, part) if n in scene.numbers]
        first, last = min(n.first for n in inside), max(n.last for n in inside)
        if scene.doc[max(first - 1, scene.start)].lower_ == "of":
            first -= 1
        yield claim_over(scene.doc, "share", first, last, share=share, whole=whole, part=part)


def is_points(scene: Scene, share: Stated) -> bool:
    """Whether a percentage is a difference of two."""
    return "point" in share.text.lower() or any(word.startswith("point") for word in scene.after(share))


def comparable(one: Stated, other: Stated) -> bool:
    """Whether two numbers may be of one thing: the same unit, and no two nouns of units that are told apart."""
    return one.unit == other.unit


# ---------------------------------------------------------------------------------------------------- the whole
def whole_of(scene: Scene, share: Stated, told: tuple[Stated, ...]) -> Stated | None:
    """The number that a share is a share of."""
    levels = [n for n in scene.numbers if n.is_level]
    inner = bracketed(scene, share)
    direct = next((n for n in levels if n.first > share.last and n is not inner and follows_of(scene, inner or share, n)), None)
    if direct is not None:
        return direct
    after = scene.after(share, 4)
    others = [n for n in levels if n.last < share.first]
    if after[:1] == ["of"] and any(w in word_set("the_whole") for w in after[1:]):
        return of_whole(scene, share, others) or (others[0] if len(others) == 2 and is_larger(others[0], others[1]) else None)
    if after[:1] == ["of"] and any(w in word_set("taken_up") for w in after[1:2]):
        return of_whole(scene, share, others) or taken_up(others, told)
    if after[:1] == ["of"]:
        return None
    return of_whole(scene, share, others)


def bracketed(scene: Scene, share: Stated) -> Stated | None:
    """The part in brackets between a share and its whole: 'forty per cent *(200)* of the 500'."""
    inner = next((n for n in scene.numbers if n.first > share.last and n.is_level), None)
    closed = inner is not None and scene.lowers(share, inner) == ["("] and scene.after(inner, 2) == [")", "of"]
    return inner if closed else None


def is_larger(one: Stated, other: Stated) -> bool:
    """Whether a number is larger than another of its unit."""
    return one.unit == other.unit and one.value > other.value


def taken_up(others: list[Stated], told: tuple[Stated, ...]) -> Stated | None:
    """What 'of them' takes up: the one number before it in the sentence, else the last one of the sentence before."""
    if len(others) == 1:
        return others[0]
    levels = [n for n in told if n.is_level]
    return levels[0] if not others and len(levels) == 1 else None


def follows_of(scene: Scene, share: Stated, number: Stated) -> bool:
    """Whether a number is what a share is of: 'a third *of Chad's 600* men', with no verb and no number between."""
    between = [w for w in scene.lowers(share, number) if w != ")"]
    if not between or between[0] != "of" or len(between) > CLOSE or has_finite(scene.between(share, number)):
        return False
    if any(share.last < n.first < number.first for n in scene.numbers):
        return False
    return scene.cue_before(number) == "of" and "," not in between


def of_whole(scene: Scene, share: Stated, others: list[Stated]) -> Stated | None:
    """The whole of '*of 150* bridges, 45, or 30 per cent', '45 *of the 150* bridges (30 per cent)', '45 *out of 150*'."""
    found = [n for n in others if scene.cue_before(n) in ("of", "among") and not is_quantified_noun(scene, n)]
    if len(found) != 1 or not same_clause(scene, found[0], share):
        return None
    return found[0]


def is_quantified_noun(scene: Scene, number: Stated) -> bool:
    """Whether the 'of' before a number belongs to a noun of amount, not to a part: 'a total of 40', 'a fleet of 40'."""
    at = number.first - 1
    while at > scene.start and scene.doc[at].lower_ != "of":
        at -= 1
    if at <= scene.start:
        return False  # 'Of 150 bridges'
    before = scene.doc[at - 1]
    return before.tag_ in ("NN", "NNS", "VBN", "VBD", "VBZ") and not any(n.last >= at - 3 and n.last < at for n in scene.numbers)


def same_clause(scene: Scene, whole: Stated, share: Stated) -> bool:
    """Whether no semicolon stands between the two."""
    return ";" not in scene.lowers(whole, share)


# ---------------------------------------------------------------------------------------------------- the part
def part_of(scene: Scene, share: Stated, whole: Stated) -> Stated | None:
    """The number that a share comes to: beside it, beside the whole, or before 'of the whole'."""
    inner = bracketed(scene, share)
    if inner is not None:
        return inner
    levels = [n for n in scene.numbers if n.is_level and n is not whole]
    before = [n for n in levels if n.last < share.first]
    after = [n for n in levels if n.first > share.last]
    if whole in scene.numbers and whole.last < share.first:
        own = [n for n in before if n.last < whole.first and links_to_whole(scene, n, whole)]
        if own and stands_beside(scene, whole, share):
            return own[-1]
    beside = next((n for n in reversed(before) if stands_before(scene, n, share)), None)
    if beside is not None:
        return beside
    anchor = whole if whole in scene.numbers and whole.first > share.last else share
    following = [n for n in after if n.first > anchor.last]
    return following[0] if following and tells_again(scene, anchor, following[0]) else None


def links_to_whole(scene: Scene, part: Stated, whole: Stated) -> bool:
    """Whether a part stands right before 'of the whole': '45 of the 150', '45 men out of 150'."""
    between = scene.lowers(part, whole)
    return (
        len(between) <= CLOSE
        and ("of" in between or "among" in between)
        and not (has_finite(scene.between(part, whole)) or "," in between or ";" in between)
    )


def stands_beside(scene: Scene, whole: Stated, share: Stated) -> bool:
    """Whether a share says what '45 of the 150 bridges' is: in brackets, after 'or', as an apposition, after 'that is'."""
    between = scene.between(whole, share)
    lowers = [w.lower_ for w in between]
    if len(between) > FAR or any(whole.last < n.first < share.first for n in scene.numbers):
        return False
    mark = scene.cue_before(share)
    if scene.after(share)[:1] == ["of"] and not any(
        w in word_set("the_whole") | word_set("taken_up") for w in scene.after(share, 3)
    ):
        return False
    if mark in ("(", "or"):
        return True
    closing = (scene.after(share) or ["."])[0]
    if mark in (",", "–", "—") and (closing in word_set("closing") or closing == "of"):
        return not has_finite(between) or closing in (".", "of")
    return "that is" in " ".join(lowers[-4:]) or "which is" in " ".join(lowers[-4:])


def stands_before(scene: Scene, part: Stated, share: Stated) -> bool:
    """Whether a part stands right before its share: '45, or 30 per cent', '20 (a quarter of the 80)'."""
    between = scene.between(part, share)
    lowers = [w.lower_ for w in between]
    if not between or any(part.last < n.first < share.first for n in scene.numbers):
        return False
    if scene.cue_before(share) in ("(", "or") and len(between) <= CLOSE and not has_finite(between):
        return "and" not in lowers
    if lowers[-1] in (",", "–", "—", "(") and len(between) <= 4 and not has_finite(between) and scene.after(share)[:1] == ["of"]:
        return True
    verbs = [w for w in between if w.tag_ in FINITE or w.tag_ == "VB"]
    copula = bool(verbs) and all(w.lemma_ in word_set("part_copulas") for w in verbs)
    return copula and len(between) <= CLOSE and scene.after(share)[:1] == ["of"] and scene.before(part, 2)[-1:] != ["in"]


def tells_again(scene: Scene, anchor: Stated, part: Stated) -> bool:  # noqa: PLR0911  a case each
    """Whether a number after a share or its whole says how much that is: ', 20 machines,', ': eight', '250 in all'."""
    between = scene.between(anchor, part)
    lowers = [w.lower_ for w in between]
    if len(between) > FAR or any(anchor.last < n.first < part.first for n in scene.numbers):
        return False
    mark = scene.cue_before(part, frozenset({"some", "about", "the", "is", "was", "are", "were", "in", "say", "to"}))
    after = [w.lower_ for w in scene.doc[scene.noun_end(part) + 1 : scene.noun_end(part) + 4]]
    if (
        after[:2] == ["in", "all"]
        or after[:1] in (["altogether"], ["together"])
        or after[:2] in (["in", "total"], ["all", "told"])
    ):
        return True
    if part.text.lower().startswith("all ") and scene.noun_end(part) == part.last:
        return True
    if (
        mark in word_set("equating")
        and not (mark == "that" and "that is" not in " ".join(lowers))
        and not (mark in ("so", "which") and has_finite(between[:-3]))
    ):
        return after[:1] != ["of"] or after[:2] == ["of", "them"]
    if mark not in word_set("opening") or after[:1] == [] or has_finite(between):
        return False
    if after[0] == "of" and after[1:2] == ["them"]:
        return scene.doc[scene.noun_end(part) + 3].text in (",", ")", ".", "—", "–")
    return after[0] in word_set("closing") and after[:1] != ["or"] and (after[0] != "in" or mark in ("(", ":"))
