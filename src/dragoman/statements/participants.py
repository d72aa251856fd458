"""Heads of phrases → participants: who or what fills a role, through coordination, lists, apposition and reference."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from dragoman.language.attributes import document_of
from dragoman.language.coreference import resolve
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import coordinated, phrase_of
from dragoman.language.words import Stretch, Word, Words
from dragoman.model.closed_lists import Role
from dragoman.model.span import Mention
from dragoman.model.statement import Participant
from dragoman.reference.rule_files import load_word_lists

MODIFYING = frozenset({"amod", "compound", "nmod"})
RELATIONAL = frozenset(
    {
        "neighbour",
        "neighbor",
        "partner",
        "ally",
        "rival",
        "enemy",
        "foe",
        "adversary",
        "opponent",
        "counterpart",
        "creditor",
        "critic",
    }
)
DESCRIBED = frozenset({"group", "office"})
LISTING = frozenset({"including", "like", "as"})  # 'rivals including X', 'states like X', 'such as X'
KIN: Final = frozenset(
    {
        "aide", "bodyguard", "brother", "child", "companion", "cousin", "daughter", "driver", "family", "father", "friend",
        "grandson", "guard", "husband", "mother", "nephew", "niece", "parent", "relative", "secretary", "sister", "son", "uncle",
        "wife",
    }
)  # fmt: skip
TIMES_OF_DAY: Final = frozenset(
    {"dawn", "dusk", "noon", "midday", "midnight", "daybreak", "nightfall", "sunrise", "sunset", "night", "daylight"}
)
OWNERS: Final = frozenset({"his", "her", "their"})
SUPRANATIONAL = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})  # sectors that stand in place of a country
NAMED = frozenset({"country", "nationality", "person", "organisation", "group", "office"})


def build_participants(role: Role, heads: Iterable[Word]) -> list[Participant]:
    """The participants that some heads stand for, each once, in the order of the text."""
    found: dict[tuple[str, str | None, int | None], Participant] = {}
    for head in whole_parties(heads):
        if not is_time(head):
            for participant in participants_of(role, head):
                start = None if participant.entity else participant.start
                key = (participant.name, participant.entity or participant.country, start)
                found.setdefault(key, participant)
    return list(found.values())


def whole_parties(heads: Iterable[Word]) -> list[Word]:
    """The heads with all that is joined to them; 'thousands of Kurds' and 'a group of envoys' are the Kurds and the envoys."""
    measures = load_word_lists("dragoman.statements.rules", "words.toml")["measures"]
    found: list[Word] = []
    for head in heads:
        for joined in [h for c in coordinated(head) for h in (c, *companions(c))]:
            inner = [p for c in joined.children if c.lower_ == "of" for p in c.children if c.dep_ == "prep" and p.dep_ == "pobj"]
            found += whole_parties(inner) if inner and joined.lemma_.lower() in measures else [joined]
    return list(dict.fromkeys(found))


def companions(head: Word) -> list[Word]:
    """Others that a list adds to a person and the parser takes for an apposition: 'Jane Doe, *her husband* and two *guards*'."""
    if head.tag_ not in ("NN", "NNP"):
        return []
    for child in head.children:
        owned = any(c.dep_ == "poss" and c.lower_ in OWNERS for c in child.children)
        if child.dep_ == "appos" and child.i > head.i and child.lemma_.lower() in KIN and owned:
            return coordinated(child)
    return []


def is_time(head: Word) -> bool:
    """Whether a word belongs to a date, a duration or a time of day ('on *Tuesday*', 'at *dawn*'), which is nobody."""
    return head.lower_ in TIMES_OF_DAY or any(t.token_start <= head.i < t.token_end for t in head.doc._.times)


def participants_of(role: Role, head: Word) -> list[Participant]:
    """The participants that one noun phrase stands for; several for 'both countries' or a list of examples."""
    doc, mention = head.doc, mention_at(head.doc, head)
    named = named_parties(role, head, mention)
    if named:
        return named
    listed = listed_examples(head)
    if listed:
        return [from_mention(role, m, doc) for m in listed]
    referents = resolve(doc, head)
    if referents:
        text, start, end = words(phrase_of(head))
        return [replace(from_mention(role, m, doc), text=text, start=start, end=end) for m in referents]
    if mention is not None:
        return [from_mention(role, mention, doc)]
    if head.pos_ == "PRON" or is_verbal_clause(head):
        return []
    return by_nationality(from_phrase(role, head), head)


def named_parties(role: Role, head: Word, mention: Mention | None) -> list[Participant]:
    """The parties that a phrase names: by its own mention, or by the name beside it where its own tells less."""
    own = mention if mention is not None and mention.category in NAMED else None
    if own is not None and (own.country or own.sector in SUPRANATIONAL):
        party = from_mention(role, own, head.doc)
        return by_nationality(party, head) if own.category in DESCRIBED else [party]
    beside = named_apposition(head) or named_subject(head)
    if own is not None and beside is not None and own.category in DESCRIBED and beside.category == "person":
        person = from_mention(role, beside, head.doc)
        return [with_owner(replace(person, country=person.country or own.country, sector=person.sector or own.sector), head)]
    if beside is not None and (beside.country or beside.sector or mention is None):
        return [with_owner(from_mention(role, beside, head.doc), head)]
    if own is None:
        return []
    return [with_owner(party, head) for party in by_nationality(from_mention(role, own, head.doc), head)]


def by_nationality(participant: Participant, head: Word) -> list[Participant]:
    """The participant, once for each of several nationalities joined in front of it."""
    several = nationalities_of(head)
    if len(several) < 2:
        return [participant]
    return [replace(participant, country=m.country, entity=None) for m in several]


def nationalities_of(head: Word) -> list[Mention]:
    """The nationalities joined in front of a plural noun: '*French* and *Egyptian* warships' are two parties."""
    if head.tag_ not in ("NNS", "NNPS"):
        return []
    before = [c for c in head.children if c.dep_ in MODIFYING and c.i < head.i]
    mentions = [mention_at(head.doc, m) for c in before for m in coordinated(c)]
    found = [m for m in mentions if m is not None and m.category in ("nationality", "country") and m.country]
    return list({m.country: m for m in found}.values())


def with_owner(participant: Participant, head: Word) -> Participant:
    """A participant named without its country, with that of whom it belongs to: '*Poland's* parliament', 'rebels *in Chad*'."""
    owner = owner_of(head)
    if participant.country or owner is None or participant.sector in SUPRANATIONAL:
        return participant
    return replace(participant, country=owner.country)


def is_verbal_clause(head: Word) -> bool:
    """Whether a path led to a clause, which is nobody."""
    return head.pos_ in ("VERB", "AUX") or head.dep_ == "pcomp"


def from_mention(role: Role, mention: Mention, doc: Words) -> Participant:
    """A participant that the text names. The words are the document's own."""
    text = document_of(doc).text
    return Participant(
        role=role,
        name=mention.name,
        text=text[mention.start : mention.end],
        start=mention.start,
        end=mention.end,
        entity=mention.entity,
        sector=mention.sector,
        country=mention.country or (mention.place.country if mention.place else None),
    )


def from_phrase(role: Role, head: Word) -> Participant:
    """A participant that the text only describes; its country is that of its owner, its nationality or its place."""
    owner = owner_of(head) if head.lemma_.lower() not in RELATIONAL else None  # 'its neighbour' is another than it
    span = phrase_of(head)
    text, start, end = words(span)
    return Participant(role=role, name=text, text=text, start=start, end=end, country=owner.country if owner else None)


def words(span: Stretch) -> tuple[str, int, int]:
    """The words of a span, cut from the document's own text, with their offsets."""
    text = document_of(span.doc).text
    return text[span.start_char : span.end_char], span.start_char, span.end_char


def owner_of(head: Word) -> Mention | None:
    """Whose a described thing is: its possessor, its nationality, 'of X', or the place it is in."""
    doc = head.doc
    for child in head.children:
        if child.dep_ == "poss" or child.dep_ in MODIFYING:
            for word in (child, *(c for c in child.children if c.dep_ in MODIFYING)):
                mention = next((m for m in mention_or_referent(doc, word) if m.country), None)
                if mention is not None:
                    return mention
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "from", "in", "inside", "at", "near", "outside"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    found = next((m for m in mention_or_referent(doc, inner) if m.country), None) or owner_of(inner)
                    if found is not None and found.country:
                        return found
    return None


def mention_or_referent(doc: Words, token: Word) -> list[Mention]:
    """The mention at a token, else what the token refers back to."""
    mention = mention_at(doc, token)
    return [mention] if mention is not None else resolve(doc, token)


def named_apposition(head: Word) -> Mention | None:
    """The name that stands beside a description: 'the opposition leader, *Jane Doe*'."""
    for child in head.children:
        if child.dep_ == "appos" and child.lemma_.lower() not in KIN:
            mention = mention_at(head.doc, child)
            if mention is not None and mention.category in ("person", "organisation", "group", "country"):
                return mention
    return None


def named_subject(head: Word) -> Mention | None:
    """Who a description is said of: '*Iran* became the first country to recognise it'."""
    if head.dep_ != "attr" or head.head.lemma_ not in ("be", "become", "remain"):
        return None
    found = [m for c in head.head.children if c.dep_ == "nsubj" for m in mention_or_referent(head.doc, c) if m.category in NAMED]
    return found[0] if found else None


def listed_examples(head: Word) -> list[Mention]:
    """The actors that a general noun is spelt out by: 'competitors, including *Turkey* and *the UAE*'."""
    found: list[Mention] = []
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in LISTING:
            for inner in child.children:
                if inner.dep_ == "pobj" and not any(c.lower_ in ("some", "those", "many", "several") for c in inner.children):
                    mentions = [mention_at(head.doc, joined) for joined in coordinated(inner)]
                    found += [m for m in mentions if m is not None and m.category in NAMED and m.category != "nationality"]
    return found
