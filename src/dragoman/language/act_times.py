"""An act told twice in a text: 'one month after the *expiration* of the embargo' goes back to 'the embargo expired'."""

from collections.abc import Callable, Container
from functools import cache
from typing import Final

from dragoman.language.syntax import find_objects, find_subjects, is_verbal
from dragoman.language.words import Word, Words
from dragoman.model.span import Time, TimeExpression
from dragoman.reference.rule_files import load_word_lists

ENDINGS: Final = frozenset({"end", "finish"})
LOOK_BACK: Final = 3000  # tokens; an act told further back is another story
STEM: Final = 5  # letters that a verb and its noun share: 'expire', 'expiration'


@cache
def act_groups() -> dict[str, frozenset[str]]:
    """Lemma → the names of its groups in `rules/same_act.toml`: 'inaugurate' and 'open' are one act."""
    groups = load_word_lists("dragoman.language.rules", "same_act.toml")
    found: dict[str, set[str]] = {}
    for name, lemmas in sorted(groups.items()):
        for lemma in lemmas:
            found.setdefault(lemma, set()).add(name)
    return {lemma: frozenset(names) for lemma, names in found.items()}


def time_of_act(doc: Words, act: Word, find: Callable[[Word], TimeExpression | None]) -> Time | None:
    """The date of an act by its own words, else by an earlier telling of the same act with a noun in common.

    Args:
        doc: The annotated text.
        act: A verb or noun of action.
        find: How the time of a predicate is found.
    """
    act = whole_of(act)
    own = dated(find(act))
    if own is not None:
        return own
    nouns = argument_lemmas(act)
    back = refers_back(act, nouns)
    told = [t for t in earlier_tellings(doc, act) if back or nouns & argument_lemmas(t)]
    # 'the visit' is the one told last; an act with its object is best dated where it was told first
    times = (dated(find(token)) for token in (reversed(told) if back else told))
    return next((time for time in times if time is not None), None)


def whole_of(act: Word) -> Word:
    """The event that a verb of ending ends: 'two weeks after the *battle* had ended' counts from the battle's last day."""
    if act.lemma_.lower() not in ENDINGS or not is_verbal(act):
        return act
    return next((t for t in find_subjects(act) if t.lemma_.lower() in act_groups()), act)


def told_before(doc: Words, act: Word, among: Container[int]) -> Word | None:
    """The earlier telling of an act, of those at some tokens, that a time counted from the act is counted from.

    It has a participant in common with the act; 'the attack' without any is the attack told last.
    """
    act = whole_of(act)
    nouns = argument_lemmas(act)
    back = refers_back(act, nouns)
    told = [t for t in earlier_tellings(doc, act) if t.i in among and (back or nouns & argument_lemmas(t))]
    return told[-1] if told else None


def refers_back(act: Word, nouns: set[str]) -> bool:
    """Whether an act is 'the visit' or 'that war' and nothing more: the one told last."""
    return not nouns and any(c.dep_ == "det" and c.lower_ in ("the", "that", "this") for c in act.children)


def earlier_tellings(doc: Words, act: Word) -> list[Word]:
    """The verbs and nouns of the same act that stand before it."""
    names = names_of(act)
    return [t for t in doc[max(act.i - LOOK_BACK, 0) : act.i] if t.pos_ in ("VERB", "NOUN") and is_same(names, act, t)]


def is_same(names: frozenset[str], act: Word, other: Word) -> bool:
    """Whether two words may be of one act: of one group, of one lemma, or a verb and a noun of one stem."""
    first, second = act.lemma_.lower(), other.lemma_.lower()
    if first == second or names & names_of(other):
        return True
    return act.pos_ != other.pos_ and min(len(first), len(second)) >= STEM and first[:STEM] == second[:STEM]


def dated(expression: TimeExpression | None) -> Time | None:
    """The time of an expression that is a date."""
    return expression.time if expression is not None and expression.duration is None else None


def names_of(word: Word) -> frozenset[str]:
    """The names of the groups of a word; its lemma where it is in none."""
    lemma = word.lemma_.lower()
    return act_groups().get(lemma) or frozenset({lemma})


def argument_lemmas(act: Word) -> set[str]:
    """The lemmas of what an act is done to, of what does it, and of what stands after 'of' where it is a noun."""
    if is_verbal(act):
        heads = find_objects(act) + find_subjects(act)
    else:
        heads = [t for c in act.children if c.dep_ == "prep" for t in c.children] + [c for c in act.children if c.dep_ == "poss"]
    return {name for h in heads for name in names_of(h)}  # 'the pact' may be told as 'an agreement'
