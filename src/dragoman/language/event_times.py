"""When an event was: the time that belongs to a predicate by syntax, not the nearest one.

`time_of` looks, in this order, at the times that hang on the predicate itself, at the dated noun of its frame ('during the civil
war (1992-97)'), at what it counts from ('one month after the embargo expired'), and at the clause that lends it its time: a
support verb ('carried out an *attack* on Monday'), a joined verb, a main clause for a participle. No time is better than a wrong one.
"""

from dataclasses import replace
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Token

from dragoman.language.act_times import shifted_time, time_of_act
from dragoman.language.syntax import is_passive, is_verbal, word_list
from dragoman.model.span import TimeExpression

GOVERNORS_KEY: Final = "dragoman_time_governors"
MAX_STEPS: Final = 8
# Prepositions whose noun lends its own time to the verb: 'during the war (1992-97)', 'in his first month, August 2021'.
FRAMING: Final = frozenset({"during", "in", "throughout", "amid", "over", "at", "since", "under", "through"})
# Verbs by which a subject noun of action merely happens.
HAPPENING: Final = frozenset({"occur", "happen", "take", "begin", "start", "follow", "erupt", "break", "end", "continue", "last", "go"})
# Passives of hearsay: the time of the report is given with them, but it is the reported act that it places.
HEARSAY: Final = frozenset({"suspect", "accuse", "believe", "report", "say", "allege", "think", "know", "rumour", "rumor"})


@Language.component("dragoman_event_times", requires=["doc._.times"], assigns=["doc._.event_times"])
def set_event_times(doc: Doc) -> Doc:
    """Tie each time to its governor, then each predicate of the document that has one to its time."""
    doc.user_data[GOVERNORS_KEY] = governors_of(doc)
    doc._.event_times = {}
    for index in sorted(doc.user_data[GOVERNORS_KEY]):
        found = time_of(doc, doc[index])
        if found is not None:
            doc._.event_times[index] = found
    return doc


def time_of(doc: Doc, token: Token) -> TimeExpression | None:
    """The time of the event or state that a token denotes; its `time` is never None. None where the text gives none."""
    known: TimeExpression | None = doc._.event_times.get(token.i)
    return known if known is not None else find_time(doc, token, steps=0)


def times_of(doc: Doc, token: Token) -> list[TimeExpression]:
    """All times of an event that happened at several: 'on Feb. 4 and March 8'. At most one where they are not joined."""
    own = [t for t in own_times(doc, token) if t.time is not None and t.duration is None]
    if len(own) > 1 and all(are_joined(doc, a, b) for a, b in zip(own, own[1:], strict=False)):
        return own
    lender = lending_verb(token) if not own else None
    if lender is not None and lender.i != token.i:
        return times_of(doc, lender)
    found = time_of(doc, token)
    return [found] if found is not None else []


def are_joined(doc: Doc, first: TimeExpression, second: TimeExpression) -> bool:
    """Whether only 'and' or a comma stands between two times."""
    between = doc[first.token_end : second.token_start]
    return len(between) <= 3 and any(t.lower_ in ("and", "or") or t.text == "," for t in between) and all(
        t.lower_ in ("and", "or", ",", "on", "in", "again") for t in between
    )  # fmt: skip


def governors_of(doc: Doc) -> dict[int, list[TimeExpression]]:
    """For each token that a time hangs on, those times in the order of the text."""
    found: dict[int, list[TimeExpression]] = {}
    for expression in doc._.times:
        if expression.time is None and expression.relation is None:
            continue
        governor = governor_of(doc, expression)
        if governor is not None:
            found.setdefault(governor.i, []).append(expression)
    return found


def governor_of(doc: Doc, expression: TimeExpression) -> Token | None:
    """The verb or noun that a time belongs to, by climbing from the time's own words."""
    span = doc[expression.token_start : expression.token_end]
    token = span.root
    if expression.token_start > 0 and doc[expression.token_start - 1].text in "([":
        return bracket_owner(doc, expression)
    for _ in range(MAX_STEPS):
        head = token.head
        if head is token:
            return token if is_verbal(token) and not expression.token_start <= token.i < expression.token_end else None
        token = head
        if expression.token_start <= token.i < expression.token_end:
            continue
        if is_verbal(token) or token.pos_ == "AUX":
            return outside_clause(token, expression)
        if token.pos_ in ("NOUN", "PROPN") and (token.i in doc._.predicates or token.lemma_.lower() in word_list("dated_nouns")):
            return token
    return None


def outside_clause(verb: Token, expression: TimeExpression) -> Token:
    """The verb itself, or the one above where the time stands before the word that opens the verb's clause.

    'On 10 February, two months *before* Iran opened …, both agreed': the parser hangs the date on 'opened'.
    """
    for child in verb.children:
        if child.dep_ in ("mark", "advmod") and child.lower_ in ("before", "after", "when", "while", "as", "since", "until", "once"):
            if expression.token_end <= child.i and verb.head is not verb:
                # what counts up to that word ('two months before') belongs to the verb above as well
                return next((a for a in verb.ancestors if is_verbal(a)), verb)
    return verb


def bracket_owner(doc: Doc, expression: TimeExpression) -> Token | None:
    """The noun before a term in brackets: 'the Civil War (1992-97)'."""
    index = expression.token_start - 2
    return doc[index] if index >= 0 and doc[index].pos_ in ("NOUN", "PROPN") else None


def own_times(doc: Doc, token: Token) -> list[TimeExpression]:
    """The times that hang on a token itself."""
    governors = doc.user_data.get(GOVERNORS_KEY)
    if governors is None:
        governors = doc.user_data[GOVERNORS_KEY] = governors_of(doc)
    found: list[TimeExpression] = governors.get(token.i, [])
    return found


def find_time(doc: Doc, token: Token, *, steps: int) -> TimeExpression | None:
    """The time of a predicate; see the module's docstring. `steps` bounds how far it is borrowed."""
    if steps > 3:
        return None
    own = own_times(doc, token)
    plain = next((t for t in own if t.time is not None and t.duration is None), None)
    if plain is not None:
        return plain
    framed = framed_time(doc, token)
    if framed is not None:
        return framed
    for expression in own:
        if expression.relation in ("before", "after") and expression.anchor is not None:
            anchored = anchored_time(doc, expression, steps=steps)
            if anchored is not None:
                return anchored
    lender = lending_verb(token)
    return find_time(doc, lender, steps=steps + 1) if lender is not None else lent_by_object(doc, token)


def framed_time(doc: Doc, token: Token) -> TimeExpression | None:
    """The time of the noun that frames the clause: 'during the civil war (1992-97), X brokered'."""
    if not is_verbal(token):
        return None
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in FRAMING:
            for noun in child.children:
                if noun.dep_ == "pobj":
                    dated = next((t for t in own_times(doc, noun) if t.time is not None and t.duration is None), None)
                    if dated is not None:
                        return dated
    return None


def anchored_time(doc: Doc, expression: TimeExpression, *, steps: int) -> TimeExpression | None:
    """The time that lies a duration before or after an event that the text dates."""
    anchor = doc[expression.anchor or 0]
    own = own_times(doc, anchor)
    dated = next((t.time for t in own if t.time is not None and t.duration is None), None)
    dated = dated or time_of_act(doc, anchor, lambda act: find_time(doc, act, steps=steps + 1))
    time = shifted_time(expression, dated) if dated is not None else None
    return replace(expression, time=time, duration=None) if time is not None else None


def lending_verb(token: Token) -> Token | None:
    """The verb whose time a predicate shares; None where it stands for itself."""
    head, relation = token.head, token.dep_
    if head is token:
        return None
    if not is_verbal(token):
        return verb_of_noun(token)
    if relation == "conj" and is_verbal(head) and token.tag_ == head.tag_:
        return head if opens_with_time(head) else None
    if relation == "advcl" and token.tag_ == "VBG" and not any(c.dep_ == "mark" for c in token.children) and token.i > head.i:
        return head
    if relation in ("xcomp", "ccomp") and is_verbal(head) and (head.lemma_ in word_list("phase_verbs") or (is_passive(head) and head.lemma_ in HEARSAY)):
        return head
    if relation == "pcomp" and is_verbal(head.head) and is_passive(head.head) and head.head.lemma_ in HEARSAY:
        return head.head
    return None


def verb_of_noun(token: Token) -> Token | None:
    """The verb that says that a noun of action took place: 'carried out an *attack*', 'two *explosions* occurred'."""
    head = token.head
    if token.dep_ == "conj" and not is_verbal(head):
        return verb_of_noun(head)
    if token.dep_ in ("dobj", "nsubjpass") and is_verbal(head) and head.lemma_ in word_list("support_verbs"):
        return head
    if token.dep_ == "nsubj" and is_verbal(head) and head.lemma_ in HAPPENING:
        return head
    if token.dep_ == "pobj" and head.lower_ in ("in", "during") and is_verbal(head.head):
        return head.head
    return None


def opens_with_time(verb: Token) -> bool:
    """Whether the clause of a verb begins with a time, which then holds for the verbs joined to it as well."""
    doc = verb.doc
    subject = next((c.i for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), verb.i)
    return any(t.token_start < subject for t in own_times(doc, verb) if t.time is not None and t.duration is None)


def lent_by_object(doc: Doc, token: Token) -> TimeExpression | None:
    """The time of what a support verb carries: 'held *talks on Monday*'; of a verb joined right after: 'visited and met on Monday'."""
    if not is_verbal(token):
        return None
    for child in token.children:
        shared = child.dep_ == "dobj" and token.lemma_ in word_list("support_verbs")
        adjacent = child.dep_ == "conj" and is_verbal(child) and child.i - token.i <= 2
        if shared or adjacent:
            found = next((t for t in own_times(doc, child) if t.time is not None and t.duration is None), None)
            if found is not None:
                return found
    return None
