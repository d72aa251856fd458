"""Parties in organisations and treaties: 'a member of the SCO', 'an SCO dialogue partner', 'joined', 'withdrew from'."""

from dataclasses import replace
from typing import Final

from dragoman.language.attributes import in_furniture
from dragoman.language.event_times import time_of
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import (
    antecedent_of_relative,
    find_arguments,
    find_possessors,
    find_subjects,
    grammatical_subjects,
    is_verbal,
)
from dragoman.language.words import Word, Words
from dragoman.model.closed_lists import MembershipStatus
from dragoman.model.span import Factuality, Mention, Time, TimeExpression
from dragoman.model.statement import Membership, Participant, Statement
from dragoman.statements.build import common_fields
from dragoman.statements.frames import lexicon_of
from dragoman.statements.matching import Match, find_matches
from dragoman.statements.membership_bodies import PAIRS, bodies_at, is_body, is_named
from dragoman.statements.membership_ellipsis import elided, respective
from dragoman.statements.participants import build_participants, from_mention
from dragoman.statements.tenure_nouns import start_of_phrase, term_beside

STATUS_NOUNS: Final[dict[str, MembershipStatus]] = {
    "member": "member",
    "observer": "observer",
    "partner": "dialogue partner",
    "signatory": "signatory",
    "party": "signatory",
    "founder": "member",
    "candidate": "applied",
    "applicant": "applied",
    "ally": "member",
}
# Nouns before 'to join' that leave it open: 'the invitation to join'.
OPEN_NOUNS: Final = frozenset(
    {"invitation", "offer", "wish", "desire", "hope", "chance", "right", "option", "ambition", "aspiration"}
)
ADVERBS: Final = frozenset(
    {"then", "as", "now", "still", "once", "already", "currently", "formerly", "long", "not", "yet", "also"}
)
NEEDS_WORD_BEFORE: Final[dict[str, tuple[str, ...]]] = {"partner": ("dialogue", "dialog"), "ally": ("nato", "treaty")}


def read_memberships(doc: Words) -> list[Statement]:
    """Memberships told by verbs (rules/memberships/), by nouns ('member', 'observer') and by 'in': 'no longer in APEC'."""
    if not any(is_body(m) for m in doc._.mentions):
        return []
    matches = [(match, told_memberships(doc, match)) for match in find_matches(doc, lexicon_of(doc, "membership"))]
    told = [m for match, found in matches for m in found if not is_told_above(match.trigger, m, matches)]
    nouns = [token for token in doc if token.lemma_.lower() in STATUS_NOUNS and token.pos_ == "NOUN"]
    named = [m for noun in nouns for m in named_memberships(doc, noun)]
    prepositions = [token for token in doc if token.lower_ in ("in", "inside", "of") and token.dep_ == "prep"]
    return [*told, *named, *(m for preposition in prepositions for m in being_in(doc, preposition))]


def told_memberships(doc: Words, match: Match) -> list[Membership]:
    """One statement for each body that a verb of joining or leaving names, and those that an ellipsis adds."""
    trigger = match.trigger
    members = [p for p in build_participants("member", match.heads("member")) if p.country]
    bodies = [b for head in match.heads("organisation") for b in bodies_at(doc, head)] or bodies_of_members(doc, trigger)
    pair = pair_word(trigger)
    bodies += bodies_at(doc, pair) if not bodies and pair is not None else []
    members = members or invited(trigger)
    if not members or not bodies:
        return []
    status: MembershipStatus = match.pattern.fields["status"]
    rule = f"membership:{match.pattern.id}"
    found = [membership(doc, trigger, [*members, from_mention("organisation", b, doc)], status, rule) for b in bodies]
    beside = time_told_beside(doc, trigger) if any(m.time is None for m in found) else None
    found = [replace(m, time=beside) if m.time is None else m for m in found]
    if pair is not None and pair.lower_ == "neither":
        found = [replace(m, factuality=replace(m.factuality, polarity="negative")) for m in found]
    if trigger.dep_ == "acl" and trigger.head.lemma_.lower() in OPEN_NOUNS:
        found = [replace(m, realis="hypothetical", time=None) for m in found]
    spread = [part for m in found for part in respective(doc, trigger, m)]
    return [*spread, *(also for m in found for also in elided(doc, trigger, m))]


def is_told_above(trigger: Word, read: Membership, matches: list[tuple[Match, list[Membership]]]) -> bool:
    """Whether the word that governs a trigger tells of the same body: 'applied *to join*', 'ended its *membership*'."""
    if trigger.dep_ not in ("xcomp", "dobj", "acl"):
        return False
    bodies = {p.entity for p in read.in_role("organisation")}
    above = [m for match, found in matches if match.trigger is trigger.head for m in found]
    return any(p.entity in bodies for m in above for p in m.in_role("organisation"))


def time_told_beside(doc: Words, trigger: Word) -> Time | None:
    """The time of the clause that a trigger completes: 'a bid, *filed in May*', '*became in 2010* the tenth state to belong'."""
    clauses = [c for c in trigger.children if c.dep_ == "acl"] if trigger.pos_ == "NOUN" else []
    if trigger.dep_ == "relcl" and trigger.head.dep_ == "attr":
        clauses = [trigger.head.head]
    times = [t for c in clauses if (t := time_of(doc, c)) is not None]
    return times[0].time if times else None


def pair_word(trigger: Word) -> Word | None:
    """'has joined *neither*', where the parser makes an adverb of it."""
    return next((c for c in trigger.children if c.lower_ in PAIRS and c.i > trigger.i), None)


def invited(trigger: Word) -> list[Participant]:
    """Who may join by 'the invitation to join', 'a wish to join': whose it is, or who does something about it."""
    noun = trigger.head
    if trigger.dep_ != "acl" or noun.lemma_.lower() not in OPEN_NOUNS:
        return []
    heads = find_possessors(noun) or (find_subjects(noun.head) if is_verbal(noun.head) and noun.dep_ == "dobj" else [])
    if not heads and noun.dep_ == "pobj" and is_verbal(noun.head.head):
        heads = find_subjects(noun.head.head)
    return [p for p in build_participants("member", heads) if p.country]


def bodies_of_members(doc: Words, trigger: Word) -> list[Mention]:
    """'The founders of *ECOWAS* were joined by Mali': the body that those joined are the members of."""
    subjects = [c for c in trigger.children if c.dep_ == "nsubjpass" and c.lemma_.lower() in STATUS_NOUNS]
    return [b for noun in subjects for b in bodies_beside(doc, noun)]


def named_memberships(doc: Words, noun: Word) -> list[Membership]:
    """One statement for each body that a noun of membership stands with."""
    before = [c for c in noun.children if c.dep_ in ("compound", "nmod", "amod", "poss") and c.i < noun.i]
    wanted = NEEDS_WORD_BEFORE.get(noun.lemma_.lower())
    if in_furniture(noun) or (wanted and not any(t.lower_ in wanted for c in before for t in [c, *c.children])):
        return []
    bodies = [b for b in bodies_beside(doc, noun) if not b.token_start <= noun.i < b.token_end]
    members = members_of(noun)  # 'the ruling *party*' is no member of itself
    if not bodies or not members:
        return []
    status = STATUS_NOUNS[noun.lemma_.lower()]
    dated = [(p, time_in_brackets(doc, p)) for p in members]
    groups = [([p], t) for p, t in dated] if all(t is not None for _, t in dated) else [(members, None)]
    found = []
    for body in unique(bodies):
        for group, bracket in groups:
            read = membership(doc, noun, [*group, from_mention("organisation", body, doc)], status, "membership:noun")
            found.append(dated_noun(doc, noun, read, bracket))
    return found


def dated_noun(doc: Words, noun: Word, read: Membership, bracket: TimeExpression | None) -> Membership:
    """The membership with the time that stands beside its noun, or in brackets behind the member."""
    if bracket is not None and bracket.time is not None:
        return widened(replace(read, time=replace(bracket.time, end=None)), bracket)
    term = term_beside(doc, noun)
    if term is None or (read.time is not None and noun.dep_ != "conj"):
        return read
    return widened(replace(read, time=term[0]), *term[1])


def widened(read: Membership, *times: TimeExpression) -> Membership:
    """The statement with the words of its times."""
    start, end = min(read.start, *(t.start for t in times)), max(read.end, *(t.end for t in times))
    return replace(read, start=start, end=end, text=read.document.text[start:end])


def time_in_brackets(doc: Words, member: Participant) -> TimeExpression | None:
    """'Peru *(1998)*': the year in which the member came in."""
    word = doc.word_at(member.end + 1) if member.end is not None else None
    if word is None or word.text != "(":
        return None
    return next((t for t in doc._.times if t.token_start == word.i + 1 and t.time is not None), None)


def bodies_beside(doc: Words, noun: Word) -> list[Mention]:
    """The bodies that a noun of membership is of: 'a NATO member', 'a party to the treaty', 'whose founders'."""
    before = [c for c in noun.children if c.dep_ in ("compound", "nmod", "amod", "poss") and c.i < noun.i]
    bodies = [b for c in before for t in [c, *c.children] for b in bodies_at(doc, t)]
    after = [t for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "to", "in", "at") for t in c.children]
    if noun.dep_ == "attr":  # '*of which* X had been a member', hung on the verb
        after += [t for c in noun.head.lefts if c.lower_ in ("of", "to") for t in c.children if t.lower_ == "which"]
    bodies += [b for t in after for b in bodies_at(doc, body_word(t, noun))]
    sought = find_arguments(noun, "for")  # 'a candidate *for membership of* X'
    return bodies + [
        b for t in sought for w in (t, *find_arguments(t, "of"), *find_arguments(t, "in")) for b in bodies_at(doc, w)
    ]


def being_in(doc: Words, preposition: Word) -> list[Membership]:
    """'Ghana, no longer *in* ECOWAS', 'Peru is *in* APEC', 'is part *of* the EU': a state said to be within a body."""
    bodies = [b for c in preposition.children if c.dep_ == "pobj" for b in bodies_at(doc, c) if is_named(b)]
    governor = preposition.head
    if preposition.lower_ == "of":
        governor = governor.head if governor.lower_ == "part" and governor.head.lemma_ == "be" else preposition
    left = doc[preposition.i - 1].lower_ if preposition.i else ""
    ended = left == "longer"
    heads = [governor] if not is_verbal(governor) and (ended or left == ",") else []
    if governor.lemma_ == "be" and not any(c.dep_ in ("attr", "acomp") and c.lower_ != "part" for c in governor.children):
        heads = find_subjects(governor)
    members = [p for p in build_participants("member", heads) if p.country and p.entity and p.entity.startswith("state/")]
    if not members or not bodies:
        return []
    trigger = governor if is_verbal(governor) else preposition
    read = [membership(doc, trigger, [*members, from_mention("organisation", b, doc)], "member", "membership:in") for b in bodies]
    if not is_verbal(governor):
        fact = Factuality(polarity="negative" if ended else "positive")
        read = [replace(m, factuality=fact, time=None, realis="actual") for m in read]
    term = term_beside(doc, preposition)
    return [widened(replace(m, time=term[0]), *term[1]) for m in read] if term is not None else read


def body_word(word: Word, noun: Word) -> Word:
    """The word that names the body: for 'of *which* X is a member' the noun that the clause hangs on."""
    return antecedent_of_relative(word, noun.head) if is_verbal(noun.head) and word.head.head is noun else word


def unique(mentions: list[Mention]) -> list[Mention]:
    """Each body once."""
    return list({m.entity or m.name: m for m in mentions}.values())


def members_of(noun: Word) -> list[Participant]:
    """Who is the member: what the noun stands beside, is said of, or lists after itself."""
    heads: list[Word] = []
    top = noun
    while top.dep_ == "conj" and top.head.lemma_.lower() in STATUS_NOUNS:
        top = top.head
    if top.dep_ == "conj" and top.head.lemma_ == "be":
        heads = find_subjects(top.head)
    elif top.dep_ in ("appos", "conj"):
        heads = [top.head]
    elif top.dep_ == "attr" and is_verbal(top.head):
        heads = find_subjects(top.head)
    elif top.dep_ == "nsubj" and top.head.lemma_ == "be":  # 'its newest members are X and Y'
        heads = [c for c in top.head.children if c.dep_ == "attr"]
    elif noun.dep_ == "pobj" and noun.head.lower_ == "as":
        verb = noun.head.head
        heads = grammatical_subjects(verb) if is_verbal(verb) else [verb]
    heads += [c for c in noun.children if c.dep_ == "appos"] + find_possessors(noun)
    if noun.dep_ == "compound" or (noun.dep_ == "nmod" and noun.head.pos_ == "PROPN"):
        heads.append(noun.head)
    found = [p for p in build_participants("member", heads) if p.country]
    return found or before_comma(noun)


def before_comma(noun: Word) -> list[Participant]:
    """'*Peru*, then as now a full member': the state right before the noun's phrase, where the parser did not tie them."""
    doc, at = noun.doc, start_of_phrase(noun)
    while at > noun.sent.start and doc[at - 1].lower_ in ADVERBS:
        at -= 1
    if at - 2 < noun.sent.start or doc[at - 1].text != ",":
        return []
    mention = mention_at(doc, at - 2)
    alone = (
        mention is not None and mention.category == "country" and doc[mention.head].dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")
    )
    return [from_mention("member", mention, doc)] if mention is not None and alone else []


def membership(doc: Words, trigger: Word, participants: list[Participant], status: MembershipStatus, read_by: str) -> Membership:
    """The statement that a party stands in a body."""
    return Membership(**common_fields(doc, trigger, read_by=read_by, participants=participants), status=status)
