"""The two parties that 'both countries', 'bilateral relations' and 'these tensions' are about."""

from collections import Counter

from spacy.tokens import Doc, Token

from dragoman.language.attributes import document_of, in_furniture
from dragoman.language.coreference_candidates import discourse_of
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import coordinated
from dragoman.model.span import Mention

PAIRING = frozenset({"with", "to", "against", "from", "for", "toward", "towards"})
STATES = frozenset({"country", "nationality", "organisation", "group", "person", "office", "place"})
TOPIC_REACH = 6  # sentences in which both parties of the topic must be named
LAST_RESORT = 3  # sentences back in which two countries are sought


def state_mentions(doc: Doc) -> list[Mention]:
    """The mentions that speak of a country, furniture and the insides of names aside."""
    furnished = bool(document_of(doc).furniture)
    return [
        m for m in doc._.mentions
        if m.country is not None and m.category in STATES and mention_at(doc, m.head) is m
        and not (furnished and in_furniture(doc[m.head]))
    ]  # fmt: skip


def topic_dyad(doc: Doc) -> tuple[str, ...]:
    """The two countries that a document is about, in the order of their codes; () where no two stand out."""
    counts = Counter(m.country for m in state_mentions(doc) if m.country is not None)
    top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3]
    if len(top) < 2 or top[1][1] < 2 or len(top) == 3 and top[2][1] >= top[1][1]:
        return ()
    return tuple(sorted((top[0][0], top[1][0])))


def current_parties(doc: Doc, token: Token) -> list[Mention]:
    """The two parties of relations that a bare expression at `token` is about; [] where the text does not tell.

    The pair named together in the same sentence or the one before; else the two countries of the document's topic where both
    were named in the last sentences; else the last two countries named.
    """
    discourse = discourse_of(doc)
    here = discourse.sentence_of[token.i]
    mentions = [m for m in state_mentions(doc) if m.category != "person"]
    before = [m for m in mentions if m.head < token.i]
    for back in range(2):
        pair = explicit_pair(doc, [m for m in before if discourse.sentence_of[m.head] == here - back])
        if pair:
            return pair
    topic = topic_dyad(doc)
    if topic:
        recent = {m.country: m for m in before if here - discourse.sentence_of[m.head] <= TOPIC_REACH}
        if all(country in recent for country in topic):
            return sorted((recent[country] for country in topic), key=lambda m: m.start)
    return last_two([m for m in before if here - discourse.sentence_of[m.head] <= LAST_RESORT])


def explicit_pair(doc: Doc, mentions: list[Mention]) -> list[Mention]:
    """The last two countries of a sentence that are joined or stand as subject and partner: 'between X and Y', 'X's ties with Y'."""
    by_head = {m.head: m for m in mentions}
    for mention in reversed(mentions):
        token = doc[mention.head]
        if token.dep_ == "conj":
            first = token
            while first.dep_ == "conj" and first.head is not first:
                first = first.head
            joined = [by_head[t.i] for t in coordinated(first) if t.i in by_head]
            countries = distinct(joined)
            if len(countries) == 2:
                return countries
        partner = subject_partner(doc, token, by_head)
        if partner is not None and partner.country != mention.country:
            return [partner, mention]
    if len(distinct(mentions)) == 2:
        return distinct(mentions)
    return []


def subject_partner(doc: Doc, token: Token, by_head: dict[int, Mention]) -> Mention | None:
    """The country that stands opposite one after 'with', 'to' or as object: the subject of the clause, or who has the ties."""
    governor = token.head.head if token.dep_ == "pobj" and token.head.lower_ in PAIRING else token.head if token.dep_ == "dobj" else None
    for _ in range(4):
        if governor is None:
            return None
        for child in governor.children:
            if child.dep_ in ("nsubj", "poss", "nsubjpass") and child.i in by_head and child.i != token.i:
                return by_head[child.i]
        governor = governor.head if governor.head is not governor else None
    return None


def distinct(mentions: list[Mention]) -> list[Mention]:
    """Mentions of different countries, the last of each, in the order of the text."""
    last: dict[str | None, Mention] = {}
    for mention in mentions:
        last[mention.country] = mention
    return sorted(last.values(), key=lambda m: m.start)


def last_two(mentions: list[Mention]) -> list[Mention]:
    """The last two countries named, in the order of the text; [] where there are not two."""
    found: list[Mention] = []
    for mention in reversed(mentions):
        if all(mention.country != other.country for other in found):
            found.append(mention)
        if len(found) == 2:
            return sorted(found, key=lambda m: m.start)
    return []
