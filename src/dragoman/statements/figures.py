"""Numbers that measure something: money, shares, ranks, distances, casualties, with what they measure and for when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from dragoman.language.attributes import document_of, in_furniture
from dragoman.language.syntax import find_subjects, governing_predicates, is_verbal, phrase_of
from dragoman.language.words import Word, Words
from dragoman.model.span import Quantity, TimeExpression
from dragoman.model.statement import Change, Figure, Participant, Statement
from dragoman.reference.rule_files import load_word_lists
from dragoman.statements.build import common_fields
from dragoman.statements.figure_parties import find_parties

TIME_PREPOSITIONS: Final = frozenset(
    {"in", "by", "for", "during", "since", "as", "over", "through", "until", "between", "at", "from", "last"}
)
DISTANCE_UNITS: Final = frozenset({"km", "mi", "m", "nmi", "ft", "yd"})
MAX_GAP: Final = 4  # tokens between a number and the time that is told with it ('$55 million in 2020')


@dataclass(slots=True)
class Measured:
    """What one number measures: its words, the noun that names it, the verb that says it."""

    quantity: Quantity
    root: Word
    measure: str
    noun: Word | None = None
    verb: Word | None = None
    whole: Word | None = None
    participants: list[Participant] = field(default_factory=list)


def read_figures(doc: Words) -> list[Statement]:
    """The figures of a text, in the order of their numbers."""
    measured = [m for quantity in doc._.quantities if (m := measure_of(doc, quantity)) is not None]
    return [build_figure(doc, m, measured) for m in measured]


def measure_of(doc: Words, quantity: Quantity) -> Measured | None:
    """What a number measures; None for a bare count of things, which belongs to the event or transfer that counts them."""
    root = root_of(doc, quantity)
    if in_furniture(root):
        return None
    verb = next((p for p in governing_predicates(root) if is_verbal(p)), None)
    finders = {"rank": rank_measure, "count": count_measure, "%": share_measure}
    finder = finders.get(quantity.unit, distance_measure if quantity.unit in DISTANCE_UNITS else amount_measure)
    return finder(quantity, root, verb)


def root_of(doc: Words, quantity: Quantity) -> Word:
    """The word of a number by which it hangs in the sentence."""
    span = doc[quantity.token_start : quantity.token_end]
    return next((t for t in span if not quantity.token_start <= t.head.i < quantity.token_end or t.head.i == t.i), span[-1])


def rank_measure(quantity: Quantity, root: Word, verb: Word | None) -> Measured | None:
    """A rank: 'ranks seventh in the market', 'the third-largest exporter of arms'."""
    lists = load_word_lists("dragoman.statements.rules", "figures.toml")
    if verb is not None and verb.lemma_ in lists["rank_verbs"] and verb in (root.head, root.head.head):
        return Measured(quantity, root, "rank", verb=verb)
    noun = root.head if root.head.pos_ in ("NOUN", "PROPN") and root.head.i > root.i else None
    if noun is None:
        return None
    return Measured(quantity, root, f"rank as {noun_phrase(noun)}", noun=noun, verb=verb)


def count_measure(quantity: Quantity, root: Word, verb: Word | None) -> Measured | None:
    """A count that measures: casualties, troops, people displaced. Other counts are left to events and transfers."""
    lists = load_word_lists("dragoman.statements.rules", "figures.toml")
    noun = root.head if root.head.pos_ in ("NOUN", "PROPN") and root.dep_ in ("nummod", "quantmod", "compound") else root
    near = [w for w in (verb, noun, *noun.children) if w is not None]
    if verb is not None:
        near += [c for c in verb.children if c.dep_ in ("oprd", "acomp", "advmod")]
    if any(w.lemma_.lower() in lists["death_words"] for w in near):
        return Measured(quantity, root, "casualties", noun=noun, verb=verb)
    if any(w.lemma_.lower() in lists["injury_words"] for w in near):
        return Measured(quantity, root, "injured", noun=noun, verb=verb)
    if noun.lemma_.lower() in lists["counted_people"]:
        return Measured(quantity, root, f"number of {noun_phrase(noun)}", noun=noun, verb=verb)
    return None


def share_measure(quantity: Quantity, root: Word, verb: Word | None) -> Measured | None:
    """A percentage: a share of something ('80% of the opium supply'), a rate of change, or a rate ('inflation of 30%')."""
    whole = next(
        (t for c in root.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.children if t.dep_ == "pobj"), None
    )
    if whole is not None:
        return Measured(quantity, root, f"share of {noun_phrase(whole)}", verb=verb, whole=whole)
    return amount_measure(quantity, root, verb)


def distance_measure(quantity: Quantity, root: Word, verb: Word | None) -> Measured | None:
    """A distance: 'located 37 miles southeast of Tehran', 'a range of 300 km'."""
    measured = amount_measure(quantity, root, verb)
    if measured is not None and measured.noun is not None:
        return measured
    return Measured(quantity, root, "distance", verb=verb)


def amount_measure(quantity: Quantity, root: Word, verb: Word | None) -> Measured | None:
    """An amount: named by the noun before or after it, or by the subject of the verb that gives it."""
    lists = load_word_lists("dragoman.statements.rules", "figures.toml")
    noun = noun_measured(root)
    if noun is not None:
        return Measured(quantity, root, noun_phrase(noun), noun=noun, verb=verb)
    if verb is None:
        return Measured(quantity, root, "amount")
    moving = lists["rising_verbs"] | lists["falling_verbs"]
    if verb.lemma_ in lists["measuring_verbs"] | moving:
        subjects = [s for s in find_subjects(verb) if s.pos_ != "PRON"]
        if subjects:
            return Measured(quantity, root, noun_phrase(subjects[0]), noun=subjects[0], verb=verb)
    if quantity.unit == "%":
        return Measured(quantity, root, "change" if verb.lemma_ in moving else "share", verb=verb)
    # 'sold arms worth $17 billion': the participle says what was done with the amount, other forms of the verb do not
    return Measured(
        quantity,
        root,
        f"amount {verb.lower_}" if verb.tag_ in ("VBN", "VBD") and verb.lemma_ not in ("be", "have") else "amount",
        verb=verb,
    )


def noun_measured(root: Word) -> Word | None:  # noqa: PLR0911  one return for each place where the noun may stand
    """The noun that a number gives the size of: 'revenues *of* $2.2 billion', 'a $2 billion *loan*', '$5 million *in aid*'."""
    if root.dep_ in ("nummod", "compound", "nmod", "amod", "quantmod") and root.head.pos_ == "NOUN" and root.head.i > root.i:
        return root.head
    for child in root.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "of", "worth"):
            inner = next((t for t in child.children if t.dep_ == "pobj" and t.pos_ == "NOUN"), None)
            if inner is not None:
                return inner
    if root.dep_ == "pobj" and root.head.lower_ in ("of", "at"):
        governor = root.head.head
        if governor.pos_ in ("NUM", "PROPN") and governor.head.dep_ == "prep":  # 'a value in 2021 of $11 billion'
            verb = governor.head.head
            return verb if verb.pos_ == "NOUN" else next((c for c in verb.children if c.dep_ == "dobj"), None)
        if governor.pos_ == "NOUN":
            return governor
    if root.dep_ in ("appos", "npadvmod") and root.head.pos_ == "NOUN":
        return root.head
    worth = root.head
    if worth.lower_ in ("worth", "valued", "totalling", "totaling") and worth.head.pos_ == "NOUN":  # 'arms worth $17 billion'
        return worth.head
    return None


def noun_phrase(noun: Word) -> str:
    """A noun with its modifiers, without articles, owners and numbers: 'bilateral trade'."""
    phrase = phrase_of(noun)
    kept = [
        t
        for t in phrase
        if t.dep_ not in ("det", "poss", "case", "nummod", "quantmod") and t.head.dep_ != "poss" and t.i <= noun.i
    ]
    kept = [t for t in kept if not t.is_punct and t.tag_ not in ("PRP$", "$", "CD")]
    text = document_of(noun.doc).text
    return text[kept[0].idx : noun.idx + len(noun)] if kept else noun.text


def build_figure(doc: Words, measured: Measured, others: Sequence[Measured]) -> Figure:
    """The statement that a number makes."""
    quantity = measured.quantity
    trigger = measured.verb if measured.verb is not None else (measured.noun or measured.root)
    participants = find_parties(doc, measured.noun, measured.verb, measured.whole, measured.root)
    common = common_fields(
        doc,
        trigger,
        read_by=f"figure:{kind_of(measured)}",
        participants=participants,
        more=[*doc[quantity.token_start : quantity.token_end], *([measured.noun] if measured.noun is not None else [])],
    )
    period = period_of(doc, measured, others)
    if period is not None:
        common = include_words(common, doc, measured, period)
    return Figure(
        **common,
        measure=measured.measure,
        value=quantity.value,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        low=quantity.low,
        high=quantity.high,
        change=change_of(measured, others),
    )


def kind_of(measured: Measured) -> str:
    """The rule that read a figure, for `read_by`."""
    return {"rank": "rank", "count": "count", "%": "percentage"}.get(measured.quantity.unit, "amount")


def include_words(common: dict[str, Any], doc: Words, measured: Measured, period: TimeExpression) -> dict[str, Any]:
    """The fields with the period as time and its words, in the same sentence, among the statement's words."""
    sentence = measured.root.sent
    start, end = common["start"], common["end"]
    if sentence.start_char <= period.start < sentence.end_char:
        start, end = min(start, period.start), max(end, period.end)
    return {**common, "time": period.time, "start": start, "end": end, "text": document_of(doc).text[start:end]}


def period_of(doc: Words, measured: Measured, others: Sequence[Measured]) -> TimeExpression | None:
    """The period that a number is of: told right after it, or right before it under the same noun; None to take the verb's."""
    quantity = measured.quantity
    next_number = min((o.quantity.token_start for o in others if o.quantity.token_start >= quantity.token_end), default=len(doc))
    times = [t for t in times_of_sentence(doc, measured.root) if t.time is not None]
    for time in times:
        gap = time.token_start - quantity.token_end
        if (
            0 <= gap <= MAX_GAP
            and time.token_start < next_number
            and all(is_light(t) for t in doc[quantity.token_end : time.token_start])
        ):
            return time
    for time in times:
        gap = quantity.token_start - time.token_end
        if 0 <= gap <= 1 and measured.noun is not None and measured.noun.i < time.token_start:
            return time
    return None


def is_light(token: Word) -> bool:
    """Whether a word may stand between a number and its period."""
    return token.is_punct or token.lower_ in TIME_PREPOSITIONS or token.dep_ in ("det", "advmod") or token.lower_ == "of"


def times_of_sentence(doc: Words, token: Word) -> Iterator[TimeExpression]:
    """The times of a token's sentence."""
    sentence = token.sent
    return (t for t in doc._.times if sentence.start <= t.token_start < sentence.end)


def change_of(measured: Measured, others: Sequence[Measured]) -> Change | None:
    """How the figure moved, where its verb or noun says so: 'rose by 12% to …', 'doubled from … to …'."""
    lists = load_word_lists("dragoman.statements.rules", "figures.toml")
    word = next(
        (
            w
            for w in (measured.verb, measured.noun)
            if w is not None and w.lemma_.lower() in lists["rising_verbs"] | lists["falling_verbs"] | lists["change_nouns"]
        ),
        None,
    )
    if word is None:
        return None
    direction = "down" if word.lemma_.lower() in lists["falling_verbs"] else "up"
    siblings = [o for o in others if word in (o.verb, o.noun)]
    by = next((o for o in siblings if preposition_of(o) in ("by", "of")), None)
    start = next((o for o in siblings if preposition_of(o) == "from"), None)
    end = next((o for o in siblings if preposition_of(o) == "to"), None)
    return Change(
        direction=direction,
        value=by.quantity.value if by else None,
        unit=by.quantity.unit if by else None,
        from_value=start.quantity.value if start else None,
        to_value=end.quantity.value if end else None,
    )


def preposition_of(measured: Measured) -> str | None:
    """The preposition before a number."""
    start = measured.quantity.token_start
    before = measured.root.doc[start - 1] if start else None
    return before.lower_ if before is not None and before.pos_ in ("ADP", "PART") else None
