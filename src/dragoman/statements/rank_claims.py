"""Claims of shares that cannot be: '140 per cent of its imports', the seventh with a fifth of the market."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dragoman.language.words import Word
from dragoman.model.reading import Claim
from dragoman.reference.rule_files import load_word_lists
from dragoman.statements.claim_words import claim_over
from dragoman.statements.number_scenes import Scene
from dragoman.statements.stated_numbers import Stated

ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12,
}  # fmt: skip
NEAR: Final = 18  # words between a rank and its share
CLOSES_NOUN: Final = frozenset({"IN", "TO", "MD", "VBD", "VBZ", "VBP", "CC", "WDT", "WP"})
FALLEN: Final = 3  # words between a verb of falling and its percentage


def word_list(name: str) -> frozenset[str]:
    """A list of `rules/impossible_shares.toml`."""
    return load_word_lists("dragoman.statements.rules", "impossible_shares.toml")[name]


def find_rank_claims(scene: Scene) -> Iterator[Claim]:
    """Claims of shares over the whole, of falls below nothing, and of ranks with their shares."""
    yield from find_impossible(scene)
    yield from find_ranked(scene)


# ---------------------------------------------------------------------------------------------------- over a hundred
def find_impossible(scene: Scene) -> Iterator[Claim]:
    """Percentages over 100 of what no part can exceed, and falls by more than all."""
    for number in scene.numbers:
        if number.unit != "%" or number.value <= 100 or "point" in number.text.lower():
            continue
        why = "part" if is_part(scene, number) else "fall" if is_fall(scene, number) else None
        if why is not None:
            end = max([number.last, *(w.i for w in part_noun(scene, number))])
            yield claim_over(scene.doc, "impossible", number.first, end, share=number, why=why)


def part_noun(scene: Scene, number: Stated) -> list[Word]:
    """The noun that a percentage is of, and what stands before it; nothing without 'of'."""
    after = scene.doc.words[number.last + 1 : min(number.last + 10, scene.end)]
    if not after or after[0].lower_ != "of":
        return []
    found: list[Word] = []
    for word in after[1:]:
        closes = word.is_punct or word.tag_ in CLOSES_NOUN or (found and word.tag_ == "DT")
        if closes and word.lower_ != "of":
            break
        found.append(word)
    return found


def is_part(scene: Scene, number: Stated) -> bool:
    """Whether a percentage is of people, votes and the like, or of what its verb gives a part of."""
    nouns = part_noun(scene, number)
    if any(w.lemma_.lower() in word_list("levels") for w in nouns):
        return False
    if any(w.lower_ in word_list("people") or w.lemma_.lower() in word_list("people") for w in nouns):
        return True
    before = scene.doc.words[max(scene.start, number.first - 4) : number.first]
    verb = any(w.lemma_.lower() in word_list("part_verbs") for w in before)
    wholes = any(w.lemma_.lower() in word_list("wholes") for w in nouns)
    return (verb and bool(nouns)) or (wholes and verb) or any(w.lemma_.lower() in ("turnout", "literacy") for w in before)


def is_fall(scene: Scene, number: Stated) -> bool:
    """Whether something that cannot be less than nothing falls by a percentage: 'fell by 130 per cent', 'a 130 per cent cut'."""
    lists = load_word_lists("dragoman.statements.rules", "figures.toml")
    if any(w.lemma_.lower() in word_list("below_nothing") for w in scene.words()):
        return False
    before = scene.doc.words[max(scene.start, number.first - FALLEN) : number.first]
    if any(w.lemma_.lower() in lists["falling_verbs"] and w.tag_[0] == "V" for w in before) and scene.before(number)[-1:] != [
        "to"
    ]:
        return scene.before(number)[-1:] != ["from"]
    nouns = lists["falling_nouns"]
    of_noun = scene.before(number)[-1:] == ["of"] and len(before) > 1 and before[-2].lemma_.lower() in nouns
    after = scene.doc.words[number.last + 1 : min(number.last + 3, scene.end)]
    return of_noun or any(w.lemma_.lower() in nouns and w.tag_[:2] == "NN" for w in after[:1])


# ---------------------------------------------------------------------------------------------------- ranks
def find_ranked(scene: Scene) -> Iterator[Claim]:
    """A rank beside the share that its holder has; two ranks each with its own amount."""
    pairs = ranked_amounts(scene)
    for rank, amount in pairs:
        if amount.unit == "%" and rank.value >= 2 and is_of_market(scene, amount):
            yield claim_over(
                scene.doc, "rank share", min(rank.first, amount.first), max(rank.last, amount.last), rank=rank, share=amount
            )
    for (rank, amount), (other, second) in pairwise(pairs):
        if amount.unit == second.unit and rank.value != other.value and amount is not second:
            first, last = min(rank.first, amount.first), max(other.last, second.last)
            yield claim_over(scene.doc, "rank order", first, last, rank=rank, amount=amount, other=other, second=second)


def ranks_of(scene: Scene) -> list[Stated]:
    """The ranks of a sentence: those of its quantities, and 'came third', 'the seventh seller' beside a share."""
    found = [n for n in scene.numbers if n.unit == "rank"]
    taken = {i for n in scene.numbers for i in range(n.first, n.last + 1)}
    for word in scene.words():
        if word.lower_ not in ORDINALS or word.i in taken or word.i == scene.start:
            continue
        before = scene.doc[word.i - 1]
        after = scene.doc[word.i + 1] if word.i + 1 < scene.end else None
        placed = before.lemma_.lower() in ("come", "rank", "finish", "place", "lie", "stand")
        role = (
            after is not None
            and after.lemma_.lower() in load_word_lists("dragoman.statements.rules", "figures.toml")["ranked_roles"]
        )
        if placed or role:
            end = word.idx + len(word.text)
            found.append(
                Stated(
                    first=word.i,
                    last=word.i,
                    start=word.idx,
                    end=end,
                    text=word.text,
                    value=float(ORDINALS[word.lower_]),
                    unit="rank",
                )
            )
    lowest = [
        n
        for n in found
        if any(w in ("smallest", "least", "lowest", "worst", "last", "poorest", "youngest") for w in near(scene, n))
    ]
    return sorted((n for n in found if n not in lowest), key=lambda n: n.first)


def near(scene: Scene, number: Stated) -> list[str]:
    """The words of a rank and the two after it."""
    return [w.lower_ for w in scene.doc[number.first : min(number.last + 3, scene.end)]]


def ranked_amounts(scene: Scene) -> list[tuple[Stated, Stated]]:
    """Each rank with the share or amount told next after it, before another rank comes."""
    ranks = ranks_of(scene)
    found = []
    for place, rank in enumerate(ranks):
        limit = ranks[place + 1].first if place + 1 < len(ranks) else scene.end
        amounts = [
            n
            for n in scene.numbers
            if (n.unit == "%" or n.is_level) and rank.last < n.first < limit and n.first - rank.last <= NEAR
        ]
        if len(amounts) == 1 and not moved(scene, amounts[0]):
            found.append((rank, amounts[0]))
    return found


def moved(scene: Scene, number: Stated) -> bool:
    """Whether a number says by how much something grew, or for which years."""
    lists = load_word_lists("dragoman.statements.rules", "figures.toml")
    words = scene.doc.words[max(scene.start, number.first - 4) : min(number.last + 3, scene.end)]
    moving = (
        lists["rising_verbs"] | lists["falling_verbs"] | lists["change_nouns"] | {"up", "down", "more", "less", "tariff", "stake"}
    )
    return any(w.lemma_.lower() in moving for w in words) or "point" in number.text.lower()


def is_of_market(scene: Scene, share: Stated) -> bool:
    """Whether a percentage is of the whole in which the rank is: 'with 9 per cent', 'of the world market', 'accounted for'."""
    after = scene.after(share, 1)
    nouns = part_noun(scene, share)
    if after[:1] == ["of"]:
        return any(w.lemma_.lower() in word_list("wholes") | {"total", "world", "global", "all"} for w in nouns) and not any(
            w.tag_ in ("POS", "PRP$") for w in nouns
        )
    before = scene.before(share, 4)
    return any(w in ("with", "share", "holding", "held", "supplying") for w in before) or after[:1] == ["share"]


def spelled(rank: Stated) -> Stated:
    """A rank as its number alone."""
    return replace(rank, text=f"number {rank.value:.0f}")
