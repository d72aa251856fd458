"""The two parties that 'both countries', 'bilateral relations' and 'these tensions' are about."""

from collections import Counter
from dataclasses import replace

from dragoman.language.attributes import furniture_tokens
from dragoman.language.coreference_candidates import discourse_of
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import coordinated
from dragoman.language.words import Word, Words
from dragoman.model.span import Mention
from dragoman.reference.countries import load_countries

PAIRING = frozenset({"with", "to", "against", "toward", "towards"})
TWO = 2
KEY = "dragoman_states"  # in doc.user_data: the mentions, and those of them that speak of a country
LONG = 8  # sentences after which a document's topic is settled
STATES = frozenset({"country", "nationality", "organisation", "group", "person", "office", "place"})
TOPIC_REACH = 6  # sentences in which both parties of the topic must be named
LAST_RESORT = 3  # sentences back in which two countries are sought


def state_mentions(doc: Words) -> list[Mention]:
    """The mentions that speak of a country, furniture and the insides of names aside."""
    mentions: list[Mention] = doc._.mentions
    known: tuple[list[Mention], list[Mention]] | None = doc.user_data.get(KEY)
    if known is None or known[0] is not mentions:
        outside = furniture_tokens(doc)
        named = [m for m in mentions if m.country is not None and m.category in STATES and mention_at(doc, m.head) is m]
        known = doc.user_data[KEY] = mentions, [m for m in named if m.head not in outside]
    return known[1]


def topic_dyad(doc: Words) -> tuple[str, ...]:
    """The two countries that a document is about, in the order of their codes; () where no two stand out."""
    counts = Counter(m.country for m in state_mentions(doc) if m.country is not None)
    top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3]
    if len(top) < 2 or top[1][1] < 2 or (len(top) == 3 and top[2][1] >= top[1][1]):
        return ()
    return tuple(sorted((top[0][0], top[1][0])))


def current_parties(doc: Words, token: Word) -> list[Mention]:
    """The two states that a bare expression of relations at `token` is about; [] where the text does not tell.

    The pair tied to each other in the same sentence or the one before ('between X and Y', 'X's ties with Y'); else the two
    countries of the document's topic where both were named in the last sentences; else the last two countries named.
    """
    discourse = discourse_of(doc)
    here = discourse.sentence_of[token.i]
    before = [m for m in state_mentions(doc) if m.head < token.i and m.category != "person"]
    by_sentence = [[m for m in before if discourse.sentence_of[m.head] == here - back] for back in range(2)]
    pair = joined_pair(doc, by_sentence[0]) or partner_pair(doc, by_sentence[0]) or joined_pair(doc, by_sentence[1])
    if pair:
        return as_states(pair)
    topic = topic_dyad(doc)
    recent = {m.country: m for m in before if here - discourse.sentence_of[m.head] <= TOPIC_REACH}
    if topic and here >= LONG and all(country in recent for country in topic):
        return as_states([recent[country] for country in topic])
    pair = partner_pair(doc, by_sentence[1])
    if pair:
        return as_states(pair)
    if topic and all(country in recent for country in topic):
        return as_states([recent[country] for country in topic])
    for mentions in by_sentence:
        if len(distinct(mentions)) == TWO:
            return as_states(distinct(mentions))
    return as_states(last_two([m for m in before if here - discourse.sentence_of[m.head] <= LAST_RESORT]))


def as_state(mention: Mention) -> Mention:
    """A mention as its country: 'Dushanbe' and 'the Tajik president' as Tajikistan, at the same words."""
    country = load_countries().get(mention.country or "")
    if country is None or mention.category == "country":
        return mention
    because = f"{country.name}, of {mention.name}"
    return replace(mention, category="country", name=country.name, entity=country.entity, sector=None, because=because)


def as_states(mentions: list[Mention]) -> list[Mention]:
    """Mentions as their countries, in the order of the text."""
    return [as_state(m) for m in sorted(mentions, key=lambda m: m.start)]


def joined_pair(doc: Words, mentions: list[Mention]) -> list[Mention]:
    """The last two countries of a sentence that are joined: 'between X and Y', 'X and Y agreed'."""
    by_head = {m.head: m for m in mentions}
    for mention in reversed(mentions):
        first = doc[mention.head]
        if first.dep_ != "conj":
            continue
        while first.dep_ == "conj" and first.head != first:
            first = first.head
        countries = distinct([by_head[t.i] for t in coordinated(first) if t.i in by_head])
        if len(countries) == TWO:
            return countries
    return []


def partner_pair(doc: Words, mentions: list[Mention]) -> list[Mention]:
    """The last two countries of a sentence that stand as subject and partner: 'X's ties with Y', 'X recognised Y'."""
    by_head = {m.head: m for m in mentions}
    for mention in reversed(mentions):
        partner = subject_partner(doc[mention.head], by_head)
        if partner is not None and partner.country != mention.country:
            return [partner, mention]
    return []


def subject_partner(token: Word, by_head: dict[int, Mention]) -> Mention | None:
    """The country that stands opposite one after 'with', 'to' or as object: the subject of the clause, or who has the ties."""
    governor = (
        token.head.head if token.dep_ == "pobj" and token.head.lower_ in PAIRING else token.head if token.dep_ == "dobj" else None
    )
    for _ in range(4):
        if governor is None:
            return None
        for child in governor.children:
            if child.dep_ in ("nsubj", "poss", "nsubjpass") and child.i in by_head and child.i != token.i:
                return by_head[child.i]
        if governor.pos_ in ("VERB", "AUX") and governor.dep_ != "xcomp":
            return None
        governor = governor.head if governor.head != governor else None
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
        if len(found) == TWO:
            return found
    return []
