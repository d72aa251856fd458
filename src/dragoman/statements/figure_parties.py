"""Whose figure it is: subject, counterpart and whole of a number, from the nouns and verbs around it."""

from typing import Final

from dragoman.language.coreference import current_parties
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import coordinated, find_prepositional, find_subjects, grammatical_subjects, is_passive
from dragoman.language.words import Word, Words
from dragoman.model.closed_lists import Role
from dragoman.model.span import Mention
from dragoman.model.statement import Participant
from dragoman.statements.figure_measures import Measured, climbed, names_measure, near_sentence, word_set
from dragoman.statements.figure_ranks import rank_parties
from dragoman.statements.participants import build_participants, from_mention, from_phrase, mention_or_referent

MEASURED_OWNERS: Final = ("poss", "amod", "compound", "nmod")
POLITICAL: Final = frozenset({"country", "nationality", "organisation", "group", "person", "office"})
RELATIVE: Final = frozenset({"which", "whom", "it", "them", "that", "this", "what", "these", "those"})


def find_parties(doc: Words, measured: Measured) -> list[Participant]:
    """The participants of a figure, the subject first."""
    if measured.quantity.unit == "rank":
        return rank_parties(doc, measured)
    found: list[Participant] = []
    noun, verb, whole = measured.noun, measured.verb, measured.whole
    for head in (whole, noun):
        if head is not None:
            add(found, owners_of(doc, head, "subject"))
    if whole is not None and whole.lower_ not in RELATIVE:
        add(found, [from_phrase("whole", whole)])
    if verb is not None and (noun is None or whole is not None or not has_role(found, "subject")):
        add(found, subjects_of(doc, measured, verb))
    if verb is not None:
        add(found, counterparts_of(doc, verb, measured, known=bool(found)))
    if not has_role(found, "subject") and noun is not None:
        add(found, around_noun(doc, noun))
    if not has_role(found, "subject"):
        add(found, borrowed(doc, measured, found))
    return found


def has_role(found: list[Participant], role: Role) -> bool:
    """Whether some participant has a role."""
    return any(p.role == role for p in found)


def add(found: list[Participant], more: list[Participant]) -> None:
    """Add those that are not there yet; nobody is subject and counterpart at once."""
    for participant in more:
        if participant.role == "whole" or not any(
            p.country == participant.country and p.role != "whole" and (p.country is not None or p.name == participant.name)
            for p in found
        ):
            found.append(participant)


def political(doc: Words, head: Word) -> list[Mention]:
    """The countries and bodies that a phrase names or refers to, all that are joined."""
    return [m for joined in coordinated(head) for m in mention_or_referent(doc, joined) if m.category in POLITICAL]


def owners_of(doc: Words, head: Word, role: Role) -> list[Participant]:
    """Whose a measured thing is: '*Iran's* trade', '*Iranian* exports', 'trade *between X and Y*', 'aid *from X to Y*'."""
    own = mention_at(doc, head)
    if own is not None and own.category in POLITICAL and (own.country or own.entity) and not names_measure(head):
        return [from_mention(role, own, doc)]
    owners = [m for c in head.children if c.dep_ in MEASURED_OWNERS for m in political(doc, c)]
    owners += [
        m for preposition in ("of", "between", "among") for h in find_prepositional(head, preposition) for m in political(doc, h)
    ]
    described: list[Participant] = []
    if not owners:
        described = build_participants(role, [c for c in head.children if c.dep_ == "poss"])
        described = [p for p in described if p.country or p.entity or p.sector]
    if not owners and not described:
        for h in find_prepositional(head, "of"):
            owners += [m for c in h.children if c.dep_ in MEASURED_OWNERS for m in political(doc, c)]
    if not owners and not described and head.lemma_.lower() in word_set("inward_nouns"):
        owners = [m for h in find_prepositional(head, "by") for m in political(doc, h)]
    source = [m for h in find_prepositional(head, "from") for m in political(doc, h)]
    outward = not owners and not described and head.lemma_.lower() not in word_set("inward_nouns")
    if outward:
        owners, source = source or [m for h in find_prepositional(head, "by") for m in political(doc, h)], []
    partners = source + [m for p in ("with", "to", "for") for h in partner_heads(head, p) for m in political(doc, h)]
    return [from_mention(role, m, doc) for m in owners] + described + [from_mention("counterpart", m, doc) for m in partners]


def partner_heads(head: Word, preposition: str) -> list[Word]:
    """What stands after a preposition of a noun; 'to' also where it hangs on 'from' ('exports from Iran to Iraq')."""
    found = find_prepositional(head, preposition)
    nested = [c for f in head.children if f.lower_ == "from" for c in f.children if c.dep_ == "prep" and c.lower_ == preposition]
    deeper = [c for f in head.children if f.lower_ in ("from", "of") for o in f.children if o.dep_ == "pobj" for c in o.children
              if c.dep_ == "prep" and c.lower_ == preposition]  # fmt: skip
    return found + [o for c in (*nested, *deeper) for o in c.children if o.dep_ == "pobj" and o not in found]


def subjects_of(doc: Words, measured: Measured, verb: Word) -> list[Participant]:
    """Who the verb says it of; what is measured is no party, but its owner is ('*Russian* reserves hit')."""
    # the subject of a relative clause is the noun that the clause hangs on, number and all
    root = measured.root
    heads = [s for s in find_subjects(verb) if s.i != root.i and (verb in s.subtree or root not in s.subtree)]
    if not heads and is_passive(verb):
        heads = [s for s in grammatical_subjects(verb) if s.i != root.i and root not in s.subtree]
    heads = [h for h in heads if h is not measured.noun]
    found = [named_owner(doc, p, h) for h in heads for p in build_participants("subject", [h])]
    if not found or not any(p.country or p.sector or p.entity for p in found):
        owners = [p for h in heads if names_measure(h) for p in owners_of(doc, h, "subject")]
        dative = [from_mention("subject", m, doc) for c in verb.children if c.dep_ == "dative" for m in political(doc, c)]
        return dative + owners if owners or dative else [p for p in found if p.country or p.sector or p.entity]
    return [p for p in found if p.country or p.sector or p.entity]


def named_owner(doc: Words, participant: Participant, head: Word) -> Participant:
    """The body that a described part belongs to: '*the IMF's* board' is the IMF's."""
    if participant.country or participant.entity:
        return participant
    owners = [m for c in head.children if c.dep_ == "poss" for m in political(doc, c) if m.entity]
    return from_mention("subject", owners[0], doc) if owners else participant


def counterparts_of(doc: Words, verb: Word, measured: Measured, *, known: bool) -> list[Participant]:
    """With whom: 'exports go *to Tajikistan*', 'lent *Jordan* …', 'voted … *for Ukraine*', 'asked *Delhi* for …'."""
    heads = [h for preposition in ("to", "from", "with", "for") for h in find_prepositional(verb, preposition)]
    heads += [c for p in verb.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pcomp" and c.tag_ == "RB"]
    heads += [c for c in verb.children if c.dep_ in ("dative", "dobj") and not (c is measured.noun or measured.root in c.subtree)]
    heads += [c for d in verb.children if d.dep_ == "dative" for c in d.children if c.dep_ == "pobj"]
    first = measured.quantity.token_start
    kept = [h for h in heads if not first <= h.i < measured.quantity.token_end]
    role: Role = "counterpart" if known else "subject"
    named = [m for h in kept for m in political(doc, h) if m.category != "person"]
    return [from_mention(role, m, doc) for m in named] if known else []


def around_noun(doc: Words, noun: Word) -> list[Participant]:
    """Whose a noun without owner is: that of what it belongs to ('a terminal with a *capacity*'), of its place, of two states."""
    shared = shared_by(doc, noun)
    if shared:
        return shared
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("with", "at", "of") else None
    if above is not None and above.pos_ in ("NOUN", "PROPN"):
        found = [p for m in political(doc, above) for p in [from_mention("subject", m, doc)]] or owners_of(doc, above, "subject")[
            :1
        ]
        return found or [from_phrase("subject", above)]
    top = climbed(noun.head.head) if noun.dep_ == "pobj" else None
    if top is not None and top is not noun:
        owners = owners_of(doc, top, "subject")
        if owners:
            return owners
    return [
        from_mention("subject", m, doc)
        for h in find_prepositional(noun, "in")
        for m in mention_or_referent(doc, h)
        if m.country or (m.place is not None and m.place.country)
    ]


def shared_by(doc: Words, noun: Word) -> list[Participant]:
    """The two states that a bare 'bilateral trade' or 'this trade' is between."""
    if noun.lemma_.lower() not in word_set("bilateral_nouns"):
        return []
    parties = current_parties(doc, noun)
    roles: list[Role] = ["subject", "counterpart"]
    return [from_mention(role, mention, doc) for role, mention in zip(roles, parties, strict=False)]


def borrowed(doc: Words, measured: Measured, found: list[Participant]) -> list[Participant]:
    """The parties of the figure before, where this one goes on from it and its own clause names nobody."""
    last = measured.before
    if last is None or found or not near_sentence(doc, last.root, measured.root):
        return []
    return [p for p in last.participants if p.role in ("subject", "counterpart")]
