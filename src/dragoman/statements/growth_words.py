"""Words of change with their size: 'doubled', 'rose by 12 per cent', 'a third fewer', 'three times as many', 'a loss of 40'."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from dragoman.language.words import Word
from dragoman.reference.rule_files import load_word_lists
from dragoman.statements.number_scenes import Scene, word_set
from dragoman.statements.stated_numbers import Stated

FACTORS: Final = {
    "double": 2.0, "twice": 2.0, "treble": 3.0, "triple": 3.0, "thrice": 3.0, "quadruple": 4.0, "quintuple": 5.0, "halve": 0.5,
    "doubling": 2.0, "trebling": 3.0, "tripling": 3.0, "quadrupling": 4.0, "halving": 0.5,
}  # fmt: skip
SIZES: Final = frozenset({"%", "share", "fold", "times"})
QUALIFIERS: Final = (
    "more than",
    "almost",
    "nearly",
    "about",
    "roughly",
    "just over",
    "well over",
    "less than",
    "at least",
    "not quite",
)
REACH: Final = 4  # words from a word of change to its size


@dataclass(frozen=True, slots=True)
class Change:
    """A word of change with its direction ('up', 'down', or '' where only a factor tells), its size, and how that is meant."""

    word: Word
    direction: str
    size: Stated | None = None
    factor: float | None = None
    how: str = "by"  # 'by' a part, 'to' a part, 'times' as many, 'levels' for a difference of two levels
    qualifier: str = "exactly"


# ---------------------------------------------------------------------------------------------------- the words of change
def find_changes(scene: Scene) -> Iterator[Change]:
    """The words of change of a sentence, each with its size; each size goes to one word."""
    used: set[int] = set()
    for word in scene.words():
        change = change_at(scene, word)
        if change is None:
            continue
        change = with_size(scene, change)
        if change.size is not None and change.size.first in used:
            continue
        if change.size is not None:
            used.add(change.size.first)
        yield change


def change_at(scene: Scene, word: Word) -> Change | None:  # noqa: PLR0911  a case each
    """The change that a word tells, without its size; None where it tells none."""
    figures = load_word_lists("dragoman.statements.rules", "figures.toml")
    lemma, lower = word.lemma_.lower(), word.lower_
    verbal = word.tag_[0] == "V"
    factor = FACTORS.get(lemma if verbal else lower)
    if verbal and scene.doc[min(word.i + 1, scene.end - 1)].lower_ in ("back", "over", "as"):
        return None  # 'doubled back', 'doubles as'
    if factor is not None and (verbal or word.tag_[:2] == "NN" or before_level(scene, word)):
        how = "times"
        return Change(word, "down" if factor < 1 else "up", factor=factor, how=how, qualifier=qualifier_before(word))
    if verbal and lemma in figures["rising_verbs"] | word_set("rising_more"):
        return Change(word, "up")
    if verbal and lemma in figures["falling_verbs"]:
        return Change(word, "down")
    if word.tag_[:2] == "NN" and lower.rstrip("s") in word_set("rising_nouns"):
        return Change(word, "up")
    if word.tag_[:2] == "NN" and (lemma in word_set("falling_nouns") or lower in word_set("falling_nouns")):
        return Change(word, "down")
    if lower in word_set("more_words") or lower in word_set("less_words"):
        beside = any(
            n.last == word.i - 1 or n.first == word.i + 1 or scene.noun_end(n) == word.i - 1
            for n in scene.numbers
            if n.unit in SIZES
        )
        if beside or lower in ("up", "down"):
            return Change(word, "up" if lower in word_set("more_words") else "down")
    return multiple_at(scene, word)


def before_level(scene: Scene, word: Word) -> bool:
    """Whether 'twice' or 'double' stands before the old level or 'as many': '*twice* the 40 of 2010'."""
    after = scene.doc.words[word.i + 1 : min(word.i + 5, scene.end)]
    if after and after[0].lower_ == "as":
        return True
    number = next((n for n in scene.numbers if word.i < n.first <= word.i + 5), None)
    return number is not None and number.is_level and scene.cue_before(number) == word.lower_


def multiple_at(scene: Scene, word: Word) -> Change | None:
    """'three times as many', 'ten times the 40', 'half as many': a multiple before 'as', 'the', or a comparative."""
    number = next((n for n in scene.numbers if n.last == word.i and n.unit in ("times", "share", "fold")), None)
    if number is None or number.text.lower() in ("once", "a half"):
        return None
    after = scene.after(number, 2)
    if after[:1] == ["as"] and after[1:2] != ["of"]:
        return Change(word, "", size=number, how="times", qualifier=number.qualifier)
    level = next((n for n in scene.numbers if n.first > word.i), None)
    direct = level is not None and level.is_level and number.unit == "times" and len(scene.between(number, level)) <= REACH
    if direct and level is not None and scene.cue_before(level) in ("times", "twice", "thrice") and number.value > 1:
        return Change(word, "", size=number, how="times", qualifier=number.qualifier)
    return None


def qualifier_before(word: Word) -> str:
    """What 'more than' or 'nearly' before a verb of change makes of its factor."""
    before = word.doc[max(word.i - 2, 0) : word.i].text.lower()
    words = next((w for w in QUALIFIERS if before.endswith(w)), "")
    known = {
        "more than": "over",
        "well over": "over",
        "just over": "over",
        "about": "about",
        "roughly": "about",
        "less than": "under",
        "at least": "at least",
    }
    return known.get(words, "nearly" if words else "exactly")


# ---------------------------------------------------------------------------------------------------- its size
def with_size(scene: Scene, change: Change) -> Change:
    """The change with the number that tells its size: 'rose *by 12%*', 'a *25 per cent* rise', '*a third* more'."""
    if change.factor is not None or change.size is not None:
        return change
    for number in scene.numbers:
        if number.unit in SIZES and is_beside(scene, change.word, number):
            return replace(change, size=number, how=how_meant(scene, change, number), qualifier=number.qualifier)
    reduced = next((n for n in scene.numbers if n.unit == "share" and is_reduced_to(scene, change, n)), None)
    if reduced is not None:
        return replace(change, size=reduced, how="to", qualifier=reduced.qualifier)
    for number in scene.numbers:
        if (number.is_level or number.unit == "%") and is_difference(scene, change.word, number):
            return replace(change, size=number, how="levels", qualifier=number.qualifier)
    return change


def is_beside(scene: Scene, word: Word, number: Stated) -> bool:
    """Whether a number stands right after or right before a word of change, with nothing but light words between."""
    light = word_set("between_sizes") | {"respectively", "year", "-"}
    if number.first > word.i:
        between = scene.doc.words[word.i + 1 : number.first]
        if number.unit == "times" and number.text.lower().startswith(("once", "twice")):
            return False
        return len(between) <= REACH and all(w.lower_ in light or w.tag_ in ("RB", "RP") for w in between)
    between = scene.doc.words[number.last + 1 : word.i]
    noun = word.tag_[:2] == "NN"
    return len(between) <= 3 and all(w.tag_[:2] in ("JJ", "NN", "HY", "VB") if noun else w is None for w in between)


def is_reduced_to(scene: Scene, change: Change, number: Stated) -> bool:
    """Whether a part is what is left: 'cut its force *to a third*'."""
    near = 0 < number.first - change.word.i <= 7 and not any(change.word.i < n.first < number.first for n in scene.numbers)
    after = scene.after(number)
    return near and change.direction == "down" and scene.before(number)[-1:] == ["to"] and after[:1] in ([","], ["."], ["of"], [])


def how_meant(scene: Scene, change: Change, number: Stated) -> str:
    """Whether a number is the part by which, the part to which, or how many times."""
    if "point" in number.text.lower() or any(w.startswith("point") for w in scene.after(number)):
        return "levels"
    if number.unit in ("share", "%") and scene.before(number)[-1:] == ["to"] and scene.after(number)[:1] == ["of"]:
        return "to"
    if number.unit in ("fold", "times"):
        comparative = change.word.lower_ in word_set("more_words") or change.word.tag_[:2] == "NN"
        return "times or more" if comparative else "times"
    return "by"


def is_difference(scene: Scene, word: Word, number: Stated) -> bool:
    """Whether an amount is the difference that a word of change tells: 'rose by 150', 'a loss of 40', '300 more than'."""
    if scene.before(number)[-1:] == ["by"] and 0 < number.first - word.i <= REACH:
        return True
    if word.tag_[:2] == "NN" and scene.before(number)[-1:] == ["of"] and number.first - word.i == 2:
        return (word.i > scene.start and scene.doc[word.i - 1].lower_ in ("a", "an", "the")) or word.doc[word.i - 2].lower_ in (
            "a",
            "an",
            "the",
        )
    after = scene.after(number, 2)
    return word.i == number.last + 1 and after[:1] == [word.lower_] and after[1:2] == ["than"]
