"""What is done with a transfer as a whole: 'refused to sell', 'dropped its purchase', 'a ban on exports', 'a possible sale'.

An operator stands above the word that names the transfer in the parse, or before it. It decides the type of the transfer and
whether it has happened; the parties stay those of the transfer. Knowledge: `rules/transfer_operators.toml`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, get_args

from dragoman.language.syntax import find_subjects, is_verbal
from dragoman.language.words import Word
from dragoman.model.closed_lists import Realis, TransferType
from dragoman.reference.rule_files import load_rule_file, require_known, require_known_keys
from dragoman.statements.item_names import lists

FILE: Final = "transfer_operators.toml"
KEYS: Final = ("id", "transfer_type", "realis", "lifts", "verbs", "nouns", "adjectives", "fires", "leaves_alone")
MAX_STEPS: Final = 8
GOVERNING: Final = frozenset({"of", "on", "for", "from", "to", "over", "about", "out", "against", "off", "away", "with", "in"})


@dataclass(frozen=True, slots=True)
class Operator:
    """One class of operators. `transfer_type` None leaves the transfer its own; `lifts` takes back the operator below."""

    id: str
    transfer_type: TransferType | None
    realis: Realis | None
    lifts: bool
    fires: tuple[str, ...]
    leaves_alone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Operated:
    """An operator with the word that names it."""

    word: Word
    operator: Operator


@cache
def load_operators() -> tuple[tuple[Operator, ...], dict[tuple[str, str], Operator]]:
    """All operators, and each by its words with their part: ('verb', 'rule:out').

    Raises:
        RuleFileError: A key or a value that no reader knows.
    """
    tables: list[dict[str, Any]] = load_rule_file("dragoman.statements.rules", FILE)["operator"]
    index: dict[tuple[str, str], Operator] = {}
    found = []
    for table in tables:
        require_known_keys(table, KEYS, file=FILE, entry=table["id"])
        for key, allowed in (("transfer_type", get_args(TransferType)), ("realis", get_args(Realis))):
            if key in table:
                require_known(table[key], allowed, file=FILE, entry=table["id"], key=key)
        operator = Operator(
            id=table["id"],
            transfer_type=table.get("transfer_type"),
            realis=table.get("realis"),
            lifts=table.get("lifts", False),
            fires=tuple(table["fires"]),
            leaves_alone=tuple(table["leaves_alone"]),
        )
        found.append(operator)
        for part in ("verbs", "nouns", "adjectives"):
            for word in table[part]:
                index.setdefault((part, word), operator)
    return tuple(found), index


def operators_over(trigger: Word) -> list[Operated]:
    """The operators over the word that names a transfer, the nearest first."""
    found = [o for c in trigger.children if c.dep_ == "amod" and (o := operated(c, "adjectives")) is not None]
    word = trigger
    for _ in range(MAX_STEPS):
        above = governor_of(word)
        if above is None:
            if word.dep_ == "conj" and word.head.pos_ == word.pos_ and not has_subject(word):
                word = word.head  # what is joined shares what stands above
                continue
            break
        over = operated(above, "verbs" if is_verbal(above) else "nouns")
        if over is not None:
            found.append(over)
        elif above.lemma_.lower() not in lists()["carrying_verbs" if is_verbal(above) else "carrying_nouns"]:
            break
        word = above
    return [o for o in found if not is_negated(o.word)]


def has_subject(word: Word) -> bool:
    """Whether a word has a subject of its own, or is a finite verb joined to another."""
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in word.children) or word.tag_ in ("VBD", "VBZ", "VBP")


def operated(word: Word, part: str) -> Operated | None:
    """The operator that a word is; a verb with its particle goes first."""
    index = load_operators()[1]
    lemma = word.lower_ if part == "adjectives" else word.lemma_.lower()
    if part == "verbs":
        for child in word.children:
            if child.dep_ in ("prt", "advmod", "prep") and (part, f"{lemma}:{child.lower_}") in index:
                return Operated(word, index[part, f"{lemma}:{child.lower_}"])
    operator = index.get((part, lemma))
    return Operated(word, operator) if operator is not None else None


def governor_of(word: Word) -> Word | None:
    """The verb or noun by which something is done to what a word names: its verb, what its preposition or clause hangs on."""
    finder = GOVERNORS.get(word.dep_)
    return finder(word) if finder is not None and word.head.i != word.i else None


def verb_above(word: Word) -> Word | None:
    """The verb of an object."""
    return word.head if is_verbal(word.head) else None


def above_preposition(word: Word) -> Word | None:
    """What the preposition before a word hangs on, through 'out of' and the like."""
    head = word.head
    if head.lower_ not in GOVERNING and word.dep_ == "pobj":
        return None
    while head.head.i != head.i and head.dep_ in ("prep", "prt", "pcomp", "advmod") and head.pos_ in ("ADP", "ADV"):
        head = head.head
    return head if head.pos_ in ("NOUN", "VERB", "PROPN") else None


def above_clause(word: Word) -> Word | None:
    """What an infinitive, or the clause of 'let', completes."""
    head = word.head
    carried = word.tag_ in ("VB", "VBG") or head.lemma_ in lists()["carrying_verbs"]
    return head if is_verbal(word) and carried and head.pos_ in ("VERB", "ADJ", "AUX") else None


def noun_of_clause(word: Word) -> Word | None:
    """The noun that an infinitive describes: 'a *refusal* to sell'."""
    return word.head if word.tag_ == "VB" or any(c.lower_ == "to" for c in word.children) else None


def paper_of_relative(word: Word) -> Word | None:
    """The paper under which something was to pass: '*licences* under which X was to ship'."""
    under = any(c.dep_ == "prep" and c.lower_ == "under" for c in word.children)
    return word.head if under and word.head.lemma_.lower() in lists()["carrying_nouns"] else None


def noun_behind(word: Word) -> Word | None:
    """The noun before which a word stands: 'order *cancellation*'."""
    return word.head if word.head.pos_ == "NOUN" else None


GOVERNORS: Final[dict[str, Callable[[Word], Word | None]]] = {
    "dobj": verb_above,
    "nsubjpass": verb_above,
    "attr": verb_above,
    "pobj": above_preposition,
    "pcomp": above_preposition,
    "xcomp": above_clause,
    "ccomp": above_clause,
    "acl": noun_of_clause,
    "relcl": paper_of_relative,
    "compound": noun_behind,
    "nmod": noun_behind,
}


def is_negated(word: Word) -> bool:
    """Whether a verb is denied: 'has *not* cancelled'."""
    return any(c.dep_ == "neg" for c in word.children)


def subjects_of(operated_by: Operated) -> list[Word]:
    """Who refuses, cancels, offers or asks: the subject of the verb, the possessor of the noun."""
    word = operated_by.word
    if is_verbal(word):
        return find_subjects(word)
    owners = [c for c in word.children if c.dep_ == "poss"]
    return owners or find_subjects(word)
