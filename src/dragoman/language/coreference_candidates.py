"""What a pronoun may come back to: the noun phrases of a document with their weight, computed once for each `Doc`."""

from dataclasses import dataclass, field
from functools import cache
from typing import Final

from dragoman.language.attributes import furniture_tokens
from dragoman.language.mention_draft import DISCOURSE_KEY as KEY
from dragoman.language.mentions import mention_at
from dragoman.language.words import Word, Words
from dragoman.model.span import Mention
from dragoman.reference.rule_files import load_word_lists

ACTORS: Final = frozenset({"country", "person", "organisation", "group", "office"})
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
# How much each part of a sentence is in the reader's mind afterwards. Source: the salience factors of Lappin and Leass 1994,
# in the order they give.
WEIGHTS: Final = {
    "nsubj": 3.0,
    "nsubjpass": 3.0,
    "agent": 2.0,
    "dobj": 1.6,
    "attr": 1.0,
    "dative": 1.4,
    "poss": 1.2,
    "pobj": 1.0,
    "appos": 0.5,
    "compound": 0.6,
    "amod": 0.6,
}
INSIDE_SUBJECT: Final = 1.6
NOMINAL: Final = frozenset({"NOUN", "PROPN", "ADJ"})
MODIFIERS: Final = frozenset({"compound", "amod", "nmod", "npadvmod"})
PLURAL_TAGS: Final = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun phrase. `heads` holds several tokens for what is joined ('Iran and Russia'); `actor` tells a name from a thing."""

    head: int
    heads: tuple[int, ...]
    sentence: int
    weight: float
    plural: bool
    person: bool
    actor: bool
    in_subject: bool


@dataclass(slots=True)
class Discourse:
    """The sentence of each token, what was resolved so far, and, once somebody asks, the candidates in order."""

    doc: Words
    sentence_of: list[int]
    resolved: dict[int, list[Mention]] = field(default_factory=dict)
    nouns: dict[int, int | None] = field(default_factory=dict)
    busy: set[int] = field(default_factory=set)
    found: list[Candidate] | None = None

    @property
    def candidates(self) -> list[Candidate]:
        """The candidates of the document in order."""
        if self.found is None:
            self.found = find_candidates(self.doc, self.sentence_of)
        return self.found


@cache
def word_set(name: str) -> frozenset[str]:
    """A list of words of rules/coreference.toml."""
    return load_word_lists("dragoman.language.rules", "coreference.toml")[name]


@cache
def returning_nouns() -> frozenset[str]:
    """Nouns that come back to a country or a pair."""
    return word_set("country_nouns") | word_set("pair_nouns")


def discourse_of(doc: Words) -> Discourse:
    """The candidates of a document, found at the first call."""
    found: Discourse | None = doc.user_data.get(KEY)
    if found is None:
        found = doc.user_data[KEY] = build_discourse(doc)
    return found


def build_discourse(doc: Words) -> Discourse:
    """Number the sentences of a document."""
    sentence_of = [0] * len(doc)
    for number, sentence in enumerate(doc.sents):
        start, end = sentence.start, sentence.end
        sentence_of[start:end] = [number] * (end - start)
    return Discourse(doc, sentence_of)


def find_candidates(doc: Words, sentence_of: list[int]) -> list[Candidate]:
    """The noun phrases of a document, furniture aside."""
    candidates: list[Candidate] = []
    furniture = furniture_tokens(doc)
    for token in doc.words:
        position = token.pos_
        if position not in NOMINAL or token.i in furniture:
            continue
        if position != "PROPN" and is_anaphoric(token):
            weight, in_subject = weight_of(token)
            pair = token.tag_ in PLURAL_TAGS
            candidates.append(
                Candidate(
                    head=token.i,
                    heads=(token.i,),
                    sentence=sentence_of[token.i],
                    weight=weight,
                    plural=pair,
                    person=False,
                    actor=True,
                    in_subject=in_subject,
                )
            )
            continue
        mention = mention_at(doc, token)
        is_name = mention is not None and mention.head == token.i
        if position == "ADJ" and not is_name:
            continue
        if not is_name and ((mention is not None and mention.category != "nationality") or token.dep_ in MODIFIERS):
            continue
        candidates.append(build_candidate(token, mention if is_name else None, sentence_of))
        joined = joined_names(token) if is_name else []
        if len(joined) > 1:
            candidates.append(join_candidates(token, joined, sentence_of))
    return candidates


def is_anaphoric(token: Word) -> bool:
    """Whether a noun itself comes back to somebody: 'the country', 'the latter', 'both sides', 'the group'."""
    if token.lower_ in ("latter", "former"):
        return token.dep_ in SUBJECTS or (token.tag_ in ("NN", "JJ") and not any(token.rights) and token.dep_ in ("dobj", "pobj"))
    lemma = token.lemma_.lower()
    if lemma not in returning_nouns() or mention_at(token.doc, token) is not None:
        return False
    words = {c.lower_ for c in token.lefts}
    if token.tag_ in PLURAL_TAGS:
        return bool(words & {"both", "two"}) and lemma in word_set("pair_nouns")
    return (
        lemma in word_set("country_nouns")
        and bool(words & {"the", "this"})
        and not any(c.dep_ in ("relcl", "prep") for c in token.children)
    )


def build_candidate(token: Word, mention: Mention | None, sentence_of: list[int]) -> Candidate:
    """A noun phrase as a candidate."""
    actor = (
        mention is not None
        and mention.category in ACTORS | {"nationality", "place"}
        and (mention.country or mention.entity or mention.sector) is not None
    )
    person = mention is not None and (
        mention.category == "person" or (mention.category == "office" and token.tag_ not in PLURAL_TAGS)
    )
    plural = token.tag_ in PLURAL_TAGS and not (mention is not None and mention.category in ("country", "place"))
    if mention is not None and mention.category == "organisation":
        plural = False
    if token.pos_ == "NOUN" and any(c.dep_ == "nummod" and c.lower_ not in ("one", "1") for c in token.lefts):
        plural = True
    weight, in_subject = weight_of(token)
    if (token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN")) or any(
        c.dep_ == "conj" and c.pos_ == "PROPN" for c in token.children
    ):
        weight -= 3.0  # one of several joined names is seldom meant alone
    if mention is not None and mention.category == "nationality" and token.dep_ in ("amod", "compound", "nmod"):
        weight = min(weight, 1.4) if in_subject else 0.6
    if mention is not None and mention.category == "place":
        weight -= 0.5
    return Candidate(token.i, (token.i,), sentence_of[token.i], weight, plural, person, actor, in_subject)


def weight_of(token: Word) -> tuple[float, bool]:
    """The weight of a phrase by its part in the sentence, and whether it stands in a subject."""
    top = token
    while top.dep_ == "conj" and top.head != top:
        top = top.head
    weight = WEIGHTS.get(top.dep_, 1.0)
    if top.dep_ in SUBJECTS:
        # the subject of a main clause goes before that of a clause inside another
        return weight + (0.6 if top.head.dep_ in ("ROOT", "conj") else 0.0), True
    above, steps = top, 0
    while above.head != above and steps < 5 and above.dep_ not in ("ccomp", "advcl", "relcl", "xcomp", "acl"):
        if above.dep_ in SUBJECTS:
            return INSIDE_SUBJECT, True
        above, steps = above.head, steps + 1
    return weight, False


def joined_names(token: Word) -> list[Word]:
    """A token with what is joined to it, where it is the first of a list of names."""
    if token.dep_ == "conj":
        return []
    found = [token]
    for last in found:
        found += [c for c in last.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN", "ADJ")]
    doc = token.doc
    if len(found) < 2 or any(
        (m := mention_at(doc, t)) is None or m.category not in ACTORS | {"nationality", "place"} for t in found
    ):
        return []
    return found


def join_candidates(token: Word, joined: list[Word], sentence_of: list[int]) -> Candidate:
    """Joined names as one candidate in the plural."""
    weight, in_subject = weight_of(token)
    return Candidate(
        head=token.i,
        heads=tuple(t.i for t in joined),
        sentence=sentence_of[token.i],
        weight=weight + 0.5,
        plural=True,
        person=False,
        actor=True,
        in_subject=in_subject,
    )
