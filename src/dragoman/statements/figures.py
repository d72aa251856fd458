"""Numbers that measure something: money, shares, ranks, distances, casualties, with what they measure and for when."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from dragoman.language.attributes import document_of, in_furniture
from dragoman.language.syntax import find_prepositional
from dragoman.language.words import Word, Words
from dragoman.model.closed_lists import QuantityQualifier
from dragoman.model.span import Quantity, TimeExpression
from dragoman.model.statement import Figure, Statement
from dragoman.statements.build import common_fields
from dragoman.statements.figure_changes import bare_changes, change_of, is_told_by_another, mover_of
from dragoman.statements.figure_counts import count_measure
from dragoman.statements.figure_currencies import national_unit
from dragoman.statements.figure_measures import (
    Measured,
    climbed,
    dimensions,
    first_joined,
    measure_by_verb,
    moving,
    names_measure,
    near_sentence,
    noun_at,
    noun_at_verb,
    noun_phrase,
    root_of,
    taken_up,
    verb_measures,
    verb_of,
    word_set,
)
from dragoman.statements.figure_parties import find_parties
from dragoman.statements.figure_ranks import first_ranks, rank_measure

TIME_PREPOSITIONS: Final = frozenset(
    {"in", "by", "for", "during", "since", "as", "over", "through", "until", "between", "at", "from", "last", "to"}
)
DISTANCE_UNITS: Final = frozenset({"km", "mi", "m", "nmi", "ft", "yd"})
DENYING: Final = frozenset({"not", "never", "n't", "hardly", "scarcely", "barely", "no"})
MAX_GAP: Final = 5  # tokens between a number and the time that is told with it ('$55 million in 2020')


def read_figures(doc: Words) -> list[Statement]:
    """The figures of a text, in the order of their numbers."""
    measured: list[Measured] = []
    for quantity in doc._.quantities:
        found = measure_of(doc, quantity, measured)
        if found is not None:
            measured.append(found)
    for quantity, word in first_ranks(doc):
        found = rank_measure(quantity, word, verb_of(word))
        if found is not None:
            measured.append(found)
    measured += bare_changes(doc, measured)
    measured.sort(key=lambda m: m.quantity.token_start)
    kept = [m for m in measured if not is_told_by_another(m, measured, dated=period_of(doc, m, measured) is not None)]
    figures: list[Statement] = []
    last: Measured | None = None
    for one in kept:
        if one.before is None and last is not None and goes_on(doc, last, one):
            one.before = last
        figures.append(build_figure(doc, one, measured))
        if one.participants:
            last = one
    return figures


def goes_on(doc: Words, last: Measured, one: Measured) -> bool:
    """Whether a figure may share the subject of the one before: no party is named between them or in its own clause."""
    if not near_sentence(doc, last.root, one.root):
        return False
    sentence = one.root.sent
    start = max(sentence.start, last.quantity.token_end)
    named = [m for m in doc._.mentions if start <= m.token_start < one.quantity.token_start and m.category != "equipment"]
    return not any(m.country or m.entity or m.place for m in named)


def measure_of(doc: Words, quantity: Quantity, earlier: Sequence[Measured]) -> Measured | None:
    """What a number measures; None for a bare count of things, which belongs to the event or transfer that counts them."""
    root = root_of(doc, quantity)
    if in_furniture(root):
        return None
    verb = verb_of(root)
    if quantity.unit == "rank":
        return rank_measure(quantity, root, verb)
    if quantity.unit == "count":
        return count_measure(doc, quantity, root, verb, earlier)
    if quantity.unit == "%":
        return share_measure(doc, quantity, root, verb, earlier)
    if quantity.unit in DISTANCE_UNITS:
        return distance_measure(doc, quantity, root, verb, earlier)
    return amount_measure(doc, quantity, root, verb, earlier)


def share_measure(doc: Words, quantity: Quantity, root: Word, verb: Word | None, earlier: Sequence[Measured]) -> Measured | None:
    """A percentage: a share of something ('80% of the opium supply'), a rate of change, or a rate ('inflation of 30%')."""
    after = [doc[quantity.token_end]] if quantity.token_end < len(doc) else []
    whole = next(
        (t for c in (*root.children, *after) if c.lower_ == "of" for t in c.children if t.dep_ in ("pobj", "pcomp")),
        None,
    )
    if whole is None:
        return amount_measure(doc, quantity, root, verb, earlier)
    if whole.pos_ in ("NOUN", "PROPN"):
        return Measured(quantity, root, f"share of {noun_phrase(whole)}", verb=verb, whole=whole)
    last = earlier[-1] if earlier and near_sentence(doc, earlier[-1].root, root) and whole.lower_ != "what" else None
    name = f"share of {last.measure}" if last is not None and last.noun is not None else "share"
    return Measured(quantity, root, name, verb=verb, whole=whole, before=last)


def distance_measure(
    doc: Words, quantity: Quantity, root: Word, verb: Word | None, earlier: Sequence[Measured]
) -> Measured | None:
    """A distance: 'located 37 miles southeast of Tehran', 'a range of 300 km', '21 miles wide'."""
    adjective = next((t for t in doc[quantity.token_end : quantity.token_end + 2] if t.lower_ in dimensions()), None)
    if adjective is not None:
        return Measured(quantity, root, dimensions()[adjective.lower_], verb=verb)
    measured = amount_measure(doc, quantity, root, verb, earlier)
    if measured is not None and measured.noun is not None:
        return measured
    return Measured(quantity, root, "distance", verb=verb)


def amount_measure(doc: Words, quantity: Quantity, root: Word, verb: Word | None, earlier: Sequence[Measured]) -> Measured:
    """An amount: named by the noun at it, by the noun that its verb gives the size of, or by the verb."""
    first = first_joined(doc, root)
    noun = noun_at(doc, quantity, root) or (noun_at(doc, quantity, first) if first is not root and root.i > first.i else None)
    if noun is not None:
        return by_noun(quantity, root, verb, noun)
    if verb is None:
        return Measured(quantity, root, "amount")
    resumed = taken_up(doc, verb, quantity, earlier)
    if isinstance(resumed, Measured):
        return Measured(quantity, root, resumed.measure, noun=resumed.noun, verb=verb, before=resumed)
    noun = resumed if resumed is not None else noun_at_verb(doc, quantity, root, verb)
    if noun is not None:
        return Measured(quantity, root, noun_phrase(noun), noun=noun, verb=verb)
    if quantity.unit == "%":
        return Measured(quantity, root, "change" if verb.lemma_ in moving() else "share", verb=verb)
    return Measured(quantity, root, measure_by_verb(verb, None), verb=verb)


def by_noun(quantity: Quantity, root: Word, verb: Word | None, noun: Word) -> Measured:
    """What the noun at a number names: itself, what it is a change of ('a 12% *rise* in exports'), or what is done to it."""
    if noun.lemma_.lower() in word_set("change_nouns"):
        changed = next((h for p in ("in", "of") for h in find_prepositional(noun, p) if h.pos_ == "NOUN" and h.i != root.i), None)
        before = next((c for c in noun.children if c.dep_ == "compound" and names_measure(c)), None)
        inner = changed or before
        if inner is not None:
            return Measured(quantity, root, noun_phrase(inner), noun=inner, verb=verb, mover=noun)
    thing = not names_measure(noun) and (climbed(noun) is None)
    if thing and verb is not None and verb.lemma_.lower() in verb_measures() and noun_is_object(noun, verb):
        return Measured(quantity, root, measure_by_verb(verb, noun), noun=noun, verb=verb)
    return Measured(quantity, root, noun_phrase(noun), noun=noun, verb=verb)


def noun_is_object(noun: Word, verb: Word) -> bool:
    """Whether what is measured is what the verb is done to, through its number too ('sold 60 tonnes of gold')."""
    word = noun
    while word.head is not word and word is not verb:
        if word.dep_ in ("dobj", "nsubjpass") and word.head is verb:
            return True
        word = word.head
    return False


# ---------------------------------------------------------------------------------------------------- the statement
def build_figure(doc: Words, measured: Measured, others: Sequence[Measured]) -> Figure:
    """The statement that a number makes."""
    quantity = measured.quantity
    trigger = measured.verb if measured.verb is not None else (measured.noun or measured.root)
    measured.participants = find_parties(doc, measured)
    common = common_fields(
        doc,
        trigger,
        read_by=f"figure:{kind_of(measured)}",
        participants=measured.participants,
        more=[*doc[quantity.token_start : quantity.token_end], *([measured.noun] if measured.noun is not None else [])],
    )
    period = period_of(doc, measured, others) or year_of_noun(doc, measured)
    if period is not None:
        common = include_words(common, doc, measured, period)
    elif common["time"] is None and measured.before is not None and measured.before.root.sent == measured.root.sent:
        shared = period_of(doc, measured.before, others)
        common = common if shared is None else include_words(common, doc, measured, shared)
    measured.unit = measured.unit or unit_of(doc, measured, common)
    qualifier, common = with_bound(measured, common)
    if common["realis"] == "actual" and is_planned(measured):
        common["realis"] = "planned"
    low, high = quantity.low, quantity.high
    return Figure(
        **common,
        measure=measured.measure,
        value=quantity.value,
        unit=measured.unit,
        qualifier=qualifier,
        low=quantity.value if qualifier in ("over", "at least") and high is None else low,
        high=quantity.value if qualifier in ("under", "at most") and low is None else high,
        change=change_of(measured, others),
    )


def unit_of(doc: Words, measured: Measured, common: dict[str, Any]) -> str:
    """The unit, with its currency told apart by country and period."""
    time, published = common["time"], document_of(doc).published
    day = (time.start or time.end) if time is not None else published
    parties = [p.country for role in ("subject", "counterpart") for p in measured.participants if p.role == role]
    return national_unit(doc, measured.quantity, parties, int(str(day)[:4]) if day is not None else None)


def kind_of(measured: Measured) -> str:
    """The rule that read a figure, for `read_by`."""
    if measured.quantity.value is None and mover_of(measured) is not None:
        return "change"
    return {"rank": "rank", "count": "count", "%": "percentage"}.get(measured.quantity.unit, "amount")


def with_bound(measured: Measured, common: dict[str, Any]) -> tuple[QuantityQualifier, dict[str, Any]]:
    """The qualifier that the verb adds ('exceeded $40m'); denied it is the other bound, and no denial is left."""
    quantity, verb = measured.quantity, measured.verb
    if verb is None or quantity.qualifier != "exactly" or quantity.unit == "rank":
        return quantity.qualifier, common
    denied = any(c.lower_ in DENYING for c in verb.children)
    lemma = verb.lemma_.lower()
    bounded = lemma in word_set("over_verbs") or (denied and lemma in ("reach", "top", "pass", "go"))
    if denied and bounded:
        factuality = replace(common["factuality"], polarity="positive")
        stance = common["author_factuality"]
        stance = replace(stance, polarity="positive") if stance is not None else None
        return "at most", {**common, "factuality": factuality, "author_factuality": stance}
    if bounded:
        return "over", common
    return ("under" if lemma in word_set("under_verbs") else quantity.qualifier), common


def is_planned(measured: Measured) -> bool:
    """Whether a figure is intended or foreseen, by its verb or by the noun that names it ('target')."""
    verb, noun = measured.verb, measured.noun
    if noun is not None and any(
        w.lemma_.lower() in word_set("planning_nouns") and w.pos_ == "NOUN" and w.i <= noun.i for w in (noun, *noun.children)
    ):
        return True
    return verb is not None and verb.lemma_.lower() in word_set("planning_verbs")


# ---------------------------------------------------------------------------------------------------- the period
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


def year_of_noun(doc: Words, measured: Measured) -> TimeExpression | None:
    """The year in front of the noun that is measured, or of the subject of its verb: 'the *2024* budget'."""
    nouns = [measured.noun] if measured.noun is not None else []
    if measured.verb is not None:
        nouns += [s for s in grammatical_heads(measured.verb) if names_measure(s)]
    for noun in nouns:
        for time in times_of_sentence(doc, noun):
            if time.time is not None and 0 < noun.i - time.token_start <= 3 and doc[time.token_end - 1].head in (noun, noun.head):
                return time
    return None


def grammatical_heads(verb: Word) -> list[Word]:
    """The subjects of a verb as written."""
    return [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]


def is_light(token: Word) -> bool:
    """Whether a word may stand between a number and its period."""
    return (
        token.is_punct
        or token.lower_ in TIME_PREPOSITIONS
        or token.dep_ in ("det", "advmod")
        or token.lower_ in ("of", "year", "a", "fiscal", "financial")
    )


def times_of_sentence(doc: Words, token: Word) -> Iterator[TimeExpression]:
    """The times of a token's sentence."""
    sentence = token.sent
    return (t for t in doc._.times if sentence.start <= t.token_start < sentence.end)
