"""Parties in organisations and treaties: 'a member of the SCO', 'an SCO dialogue partner', 'joined', 'withdrew from'."""

from typing import Final

from dragoman.language.attributes import in_furniture
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import (
    antecedent_of_relative,
    coordinated,
    find_arguments,
    find_possessors,
    find_subjects,
    grammatical_subjects,
    is_verbal,
)
from dragoman.language.words import Word, Words
from dragoman.model.closed_lists import MembershipStatus
from dragoman.model.span import Mention
from dragoman.model.statement import Membership, Participant, Statement
from dragoman.statements.build import common_fields
from dragoman.statements.frames import lexicon_of
from dragoman.statements.matching import Match, find_matches
from dragoman.statements.participants import build_participants, from_mention

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
NEEDS_WORD_BEFORE: Final[dict[str, tuple[str, ...]]] = {"partner": ("dialogue", "dialog"), "ally": ("nato", "treaty")}


def read_memberships(doc: Words) -> list[Statement]:
    """Memberships told by verbs (rules/memberships/) and by nouns ('member', 'observer', 'dialogue partner')."""
    told = [m for match in find_matches(doc, lexicon_of(doc, "membership")) for m in told_memberships(doc, match)]
    named = [
        m for token in doc if token.lemma_.lower() in STATUS_NOUNS and token.pos_ == "NOUN" for m in named_memberships(doc, token)
    ]
    return [*told, *named]


def is_body(mention: Mention | None) -> bool:
    """Whether a mention is a body or treaty that states belong to: one without a country of its own, named by the table."""
    return mention is not None and mention.category == "organisation" and mention.country is None


def bodies_at(doc: Words, head: Word) -> list[Mention]:
    """The bodies that a phrase names, all that are joined; a name may stand before its head ('the *SCO* summit')."""
    found: list[Mention] = []
    for joined in coordinated(head):
        mention = mention_at(doc, joined)
        if mention is not None and is_body(mention):
            found.append(mention)
    return found


def told_memberships(doc: Words, match: Match) -> list[Statement]:
    """One statement for each body that a verb of joining or leaving names."""
    members = [p for p in build_participants("member", match.heads("member")) if p.country]
    bodies = [b for head in match.heads("organisation") for b in bodies_at(doc, head)]
    if not members or not bodies:
        return []
    status: MembershipStatus = match.pattern.fields["status"]
    return [
        membership(
            doc, match.trigger, [*members, from_mention("organisation", body, doc)], status, f"membership:{match.pattern.id}"
        )
        for body in bodies
    ]


def named_memberships(doc: Words, noun: Word) -> list[Statement]:
    """One statement for each body that a noun of membership stands with."""
    before = [c for c in noun.children if c.dep_ in ("compound", "nmod", "amod", "poss") and c.i < noun.i]
    wanted = NEEDS_WORD_BEFORE.get(noun.lemma_.lower())
    if in_furniture(noun) or (wanted and not any(t.lower_ in wanted for c in before for t in [c, *c.children])):
        return []
    bodies = [b for c in before for t in [c, *c.children] for b in bodies_at(doc, t)]
    after = [t for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "to", "in", "at") for t in c.children]
    bodies += [b for t in after for b in bodies_at(doc, body_word(t, noun))]
    sought = find_arguments(noun, "for")  # 'a candidate *for membership of* X'
    bodies += [b for t in sought for w in (t, *find_arguments(t, "of"), *find_arguments(t, "in")) for b in bodies_at(doc, w)]
    bodies = [b for b in bodies if not b.token_start <= noun.i < b.token_end]  # 'the ruling *party*' is no member of itself
    members = members_of(noun)
    if not bodies or not members:
        return []
    status = STATUS_NOUNS[noun.lemma_.lower()]
    return [
        membership(doc, noun, [*members, from_mention("organisation", b, doc)], status, "membership:noun") for b in unique(bodies)
    ]


def body_word(word: Word, noun: Word) -> Word:
    """The word that names the body: for 'of *which* X is a member' the noun that the clause hangs on."""
    return antecedent_of_relative(word, noun.head) if is_verbal(noun.head) else word


def unique(mentions: list[Mention]) -> list[Mention]:
    """Each body once."""
    return list({m.entity or m.name: m for m in mentions}.values())


def members_of(noun: Word) -> list[Participant]:
    """Who is the member: what the noun stands beside, is said of, or lists after itself."""
    heads: list[Word] = []
    if noun.dep_ in ("appos", "conj"):
        heads = [noun.head]
    elif noun.dep_ == "attr" and is_verbal(noun.head):
        heads = find_subjects(noun.head)
    elif noun.dep_ == "pobj" and noun.head.lower_ == "as":
        verb = noun.head.head
        heads = grammatical_subjects(verb) if is_verbal(verb) else [verb]
    heads += [c for c in noun.children if c.dep_ == "appos"] + find_possessors(noun)
    if noun.dep_ == "compound" or (noun.dep_ == "nmod" and noun.head.pos_ == "PROPN"):
        heads.append(noun.head)
    return [p for p in build_participants("member", heads) if p.country]


def membership(doc: Words, trigger: Word, participants: list[Participant], status: MembershipStatus, read_by: str) -> Membership:
    """The statement that a party stands in a body."""
    return Membership(**common_fields(doc, trigger, read_by=read_by, participants=participants), status=status)
