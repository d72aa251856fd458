"""What 'the country', 'the group', 'the president' and 'there' come back to: the nearest name of the right kind."""

from typing import Final

from dragoman.language.coreference_candidates import discourse_of, word_set
from dragoman.language.coreference_nouns import determiner_of
from dragoman.language.coreference_parties import as_state, state_mentions
from dragoman.language.mentions import mention_at
from dragoman.language.words import Word, Words
from dragoman.model.span import Mention

INTERNATIONAL: Final = frozenset({"IGO", "UNO", "EUR"})
REACH: Final = 4  # sentences back in which a name is sought


def last_country(doc: Words, token: Word) -> list[Mention]:
    """The country that 'the country' means: the last one named before it, which is not the subject of its own clause."""
    discourse = discourse_of(doc)
    here = discourse.sentence_of[token.i]
    subjects = {c.i for c in token.head.children if c.dep_ in ("nsubj", "nsubjpass")} if token.dep_ in ("dobj", "pobj") else set()
    if any(c.dep_ in ("relcl", "appos") or (c.dep_ == "prep" and c.lower_ == "of") for c in token.children):
        return []
    states = [m for m in state_mentions(doc) if m.head < token.i and m.head not in subjects]
    named = [m for m in states if m.category in ("country", "place", "nationality")]
    for back in range(REACH):
        sentence = [m for m in named if discourse.sentence_of[m.head] == here - back]
        if token.dep_ in ("nsubj", "nsubjpass") and back:
            # a subject goes on with the subject of the sentence before
            first = [m for m in sentence if doc[m.head].dep_ in ("nsubj", "nsubjpass")]
            sentence = [*sentence, *first]
        if sentence:
            return [as_state(sentence[-1])]
    return []


def resolve_body(doc: Words, token: Word, lemma: str) -> list[Mention]:
    """The organisation or person that 'the group', 'the ministry', 'the president' comes back to."""
    if determiner_of(token) not in ("the", "this", "that"):
        return []
    if lemma in word_set("person_nouns"):
        fits = is_person_in_office
    elif lemma in word_set("any_bodies") | word_set("international_bodies"):
        fits = is_body
    elif lemma in word_set("body_nouns"):
        fits = is_national
    else:
        return []
    sentence_of = discourse_of(doc).sentence_of
    mentions: list[Mention] = doc._.mentions
    for mention in reversed(mentions):
        if mention.head < token.i and sentence_of[token.i] - sentence_of[mention.head] <= REACH and fits(mention):
            return [mention]
    return []


def is_person_in_office(mention: Mention) -> bool:
    """Whether a mention is of a person who may be called by an office."""
    return mention.category == "person" and mention.entity is not None and mention.sector not in ("ELI", "JRN")


def is_body(mention: Mention) -> bool:
    """Whether a mention is of a body that is no government."""
    return (
        mention.category in ("organisation", "group") and mention.entity is not None and not mention.entity.startswith("state/")
    )


def is_national(mention: Mention) -> bool:
    """Whether a mention is of a body that is not of several states: 'the group' is not the European Union."""
    return is_body(mention) and mention.sector not in INTERNATIONAL


def last_place(doc: Words, token: Word) -> list[Mention]:
    """The place that 'there' means: the last one named that is no subject."""
    discourse = discourse_of(doc)
    if token.dep_ == "expl":
        return []
    mentions: list[Mention] = doc._.mentions
    for mention in reversed(mentions):
        if mention.head >= token.i or mention.category not in ("country", "place", "facility"):
            continue
        head = doc[mention.head]
        if discourse.sentence_of[token.i] - discourse.sentence_of[mention.head] > 1:
            return []
        if head.dep_ not in ("nsubj", "nsubjpass", "poss") and mention_at(doc, head) is mention:
            return [mention]
    return []
