"""How many died and were hurt in an act, as the text counts them."""

from dataclasses import dataclass

from dragoman.language.words import Word, Words
from dragoman.model.span import Quantity
from dragoman.reference.rule_files import load_word_lists


@dataclass(frozen=True, slots=True)
class Casualties:
    """Numbers of dead and injured; low and high where the text gives a range or 'at least'."""

    fatalities: int | None = None
    fatalities_low: int | None = None
    fatalities_high: int | None = None
    injured: int | None = None


def find_casualties(doc: Words, trigger: Word) -> Casualties:
    """The dead and injured of the act that `trigger` names, counted in its own sentence.

    A number counts where it stands with a word of killing or hurting that is the trigger, or that hangs on it
    ('an attack that *killed 12*', '*killing 12*', '*12 people died* in the attack').
    """
    lists = load_word_lists("dragoman.statements.rules", "casualties.toml")
    dead = injured = None
    for quantity in quantities_in(doc, trigger):
        word = word_counted_by(doc, quantity)
        if word is None or not belongs(word, trigger) or is_joined_harm(word, trigger):
            continue
        lemma = word.lemma_.lower()
        if lemma in lists["death"] and dead is None:
            dead = quantity
        elif lemma in lists["injury"] and injured is None:
            injured = quantity
    low, high = (dead.low, dead.high) if dead else (None, None)
    if dead and dead.qualifier in ("at least", "over") and low is None:
        low = dead.value
    if dead and dead.qualifier in ("at most", "under") and high is None:
        high = dead.value
    return Casualties(whole(dead.value if dead else None), whole(low), whole(high), whole(injured.value if injured else None))


def quantities_in(doc: Words, trigger: Word) -> list[Quantity]:
    """The counts in the trigger's sentence."""
    sentence = trigger.sent
    return [q for q in doc._.quantities if q.unit == "count" and sentence.start <= q.token_start < sentence.end]


def word_counted_by(doc: Words, quantity: Quantity) -> Word | None:
    """The word of killing or hurting that a number belongs to."""
    lists = load_word_lists("dragoman.statements.rules", "casualties.toml")
    known = lists["death"] | lists["injury"]
    number = doc[quantity.token_end - 1]
    for token in (number, *number.ancestors):
        if token.lemma_.lower() in known:
            return token
        for child in token.children:  # 'left 12 people dead', '12 people, wounded in …'
            if child.lemma_.lower() in known and child.dep_ in ("oprd", "acomp", "xcomp", "ccomp", "amod", "acl"):
                return child
        if token.dep_ == "ROOT" or token.tag_[0] == "V":
            return None
    return None


def belongs(word: Word, trigger: Word) -> bool:
    """Whether a word of killing is the trigger or hangs together with it in the clause structure."""
    if trigger in (word, word.head) or trigger.head == word:
        return True
    return trigger in list(word.ancestors)[:4] or word in list(trigger.ancestors)[:4] or word.head == trigger.head


def is_joined_harm(word: Word, trigger: Word) -> bool:
    """Whether a word of harm is another act joined to the trigger: 'killed five and *wounded* six': two acts."""
    lists = load_word_lists("dragoman.statements.rules", "casualties.toml")
    both = lists["death"] | lists["injury"]
    joined = (word.dep_ == "conj" and word.head is trigger) or (trigger.dep_ == "conj" and trigger.head is word)
    return joined and word.pos_ == "VERB" and trigger.pos_ == "VERB" and trigger.lemma_.lower() in both


def whole(value: float | None) -> int | None:
    """A count as a whole number."""
    return None if value is None else int(value)
