"""How figures moved: 'rose by 12% to …', 'a fall from … to …', and the changes that have no number of their own: 'doubled'."""

from collections.abc import Iterator, Sequence
from typing import Final

from dragoman.language.attributes import document_of, in_furniture
from dragoman.language.syntax import find_prepositional, grammatical_subjects, is_passive
from dragoman.language.words import Word, Words
from dragoman.model.span import Quantity
from dragoman.model.statement import Change
from dragoman.statements.figure_measures import Measured, moving, names_measure, noun_phrase, word_set

FACTORS: Final = {"double": 2.0, "treble": 3.0, "triple": 3.0, "quadruple": 4.0, "quintuple": 5.0, "halve": 0.5}
AFTER_LEVELS: Final = 14  # tokens from the last level back to which 'or by 35%' and 'an increase of 25%' belong


def mover_of(measured: Measured) -> Word | None:
    """The word that says how a figure moved: its verb, or the noun of change that the number stands at."""
    for word in (measured.mover, measured.noun, measured.verb):
        if word is None:
            continue
        lemma = word.lemma_.lower()
        if (word is measured.verb and lemma in moving()) or (word is not measured.verb and lemma in word_set("change_nouns")):
            return word
    return None


def change_of(measured: Measured, others: Sequence[Measured]) -> Change | None:
    """The change that a figure is the size or the end of; None where nothing moved."""
    word = mover_of(measured)
    if word is None:
        return None
    lemma = word.lemma_.lower()
    direction = "down" if lemma in word_set("falling_verbs") | word_set("falling_nouns") else "up"
    siblings = [o for o in others if mover_of(o) is word and o.quantity.value is not None]
    by = next((o for o in siblings if is_size(o)), None) or trailing_size(measured, others)
    start = next((o for o in siblings if before(o) == "from"), None)
    end = next((o for o in siblings if before(o) == "to"), None)
    factor = FACTORS.get(lemma)
    size, unit = (by.quantity.value, by.quantity.unit) if by else (factor, "times" if factor else None)
    return Change(
        direction=direction,
        value=size,
        unit=unit,
        from_value=start.quantity.value if start else None,
        to_value=end.quantity.value if end else None,
    )


def is_size(measured: Measured) -> bool:
    """Whether a number is the size of a change: 'by 12%', 'rose 12%', 'a rise of 12%'."""
    word = before(measured)
    return word in ("by", "of") or (word not in ("to", "from", "at") and measured.quantity.unit == "%")


def trailing_size(measured: Measured, others: Sequence[Measured]) -> Measured | None:
    """The size that is told after the levels: '…, an increase of 25%'."""
    later = [o for o in others if follows(o, measured) and is_size(o) and o.quantity.unit == "%"]
    return later[0] if later else None


def follows(later: Measured, earlier: Measured) -> bool:
    """Whether a number stands shortly after another in its sentence."""
    gap = later.quantity.token_start - earlier.quantity.token_end
    return later.root.sent == earlier.root.sent and 0 <= gap <= AFTER_LEVELS


def before(measured: Measured) -> str:
    """The word before a number."""
    start = measured.quantity.token_start
    return str(measured.root.doc[start - 1].lower_) if start else ""


def is_told_by_another(measured: Measured, others: Sequence[Measured], *, dated: bool) -> bool:
    """Whether a number is only the size of a change, or its old level, whose new level is a figure of its own.

    Args:
        measured: The number.
        others: All measured numbers of the text.
        dated: Whether it has a period of its own: an old level with its own year is a figure too.
    """
    word = mover_of(measured)
    if word is None:
        return False
    siblings = [o for o in others if o is not measured and mover_of(o) is word]
    levels = [o for o in siblings if before(o) == "to"]
    if before(measured) == "from":
        return bool(levels) and not dated
    if measured.quantity.unit != "%" or not is_size(measured):
        return False
    if levels or any(before(o) == "from" for o in siblings):
        return True
    return any(mover_of(o) is not None and o.quantity.unit != "%" and follows(measured, o) for o in others)


def bare_changes(doc: Words, others: Sequence[Measured]) -> Iterator[Measured]:
    """Changes with their size in the word and no number: 'Germany's arms exports doubled', 'a doubling of trade'."""
    told = {id(word) for o in others if (word := mover_of(o)) is not None}
    for word in doc:
        lemma = word.lemma_.lower()
        if in_furniture(word) or id(word) in told:
            continue
        if word.pos_ == "VERB" and lemma in word_set("factor_verbs"):
            noun = next((n for n in changed_by(word) if names_measure(n)), None)
        elif word.pos_ == "NOUN" and lemma in ("doubling", "halving", "tripling", "trebling", "quadrupling"):
            noun = next((n for p in ("of", "in") for n in find_prepositional(word, p) if names_measure(n)), None)
        else:
            continue
        if noun is not None:
            yield Measured(
                quantity_of(doc, word), word, noun_phrase(noun), noun=noun, verb=word if word.pos_ == "VERB" else None, mover=word
            )


def changed_by(verb: Word) -> list[Word]:
    """What a verb of change moves: its object, or its subject where it has none."""
    objects = [c for c in verb.children if c.dep_ == "dobj"] if not is_passive(verb) else []
    return objects or grammatical_subjects(verb)


def quantity_of(doc: Words, word: Word) -> Quantity:
    """A quantity without a value over the word of change."""
    text, end = document_of(doc).text, word.idx + len(word.text)
    return Quantity(
        token_start=word.i, token_end=word.i + 1, start=word.idx, end=end, text=text[word.idx : end], value=None, unit="%"
    )
