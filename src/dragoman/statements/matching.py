"""Finds the frames that hold in a Doc: triggers by lemma, conditions and roles along the parse."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.language.attributes import furniture_tokens
from dragoman.language.clauses import parse_of
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import coordinated, find_arguments, is_passive
from dragoman.language.words import Word, Words
from dragoman.reference.equipment import generic_category
from dragoman.reference.rule_files import load_word_lists
from dragoman.statements.frames import Condition, Lexicon, Pattern
from dragoman.statements.item_names import designation_of, item_words
from dragoman.statements.participants import is_time, named_apposition, participants_of, whole_parties

ACTING_CATEGORIES = frozenset({"country", "nationality", "person", "organisation", "group", "office"})
CATEGORIES_OF_CLASS: Mapping[str, frozenset[str]] = {
    "@actor": ACTING_CATEGORIES,
    "@country": frozenset({"country", "nationality"}),
    "@person": frozenset({"person", "office"}),
    "@place": frozenset({"place", "country"}),
    "@organisation": frozenset({"organisation", "group"}),
    "@equipment": frozenset({"equipment"}),
    "@facility": frozenset({"facility"}),
    "@office": frozenset({"office"}),
}
THINGS_TOLD = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "conj", "pobj"})  # where a thing that 'it' goes back to stands
PARTY_ROLES = frozenset({"actor", "recipient"})
COARSE = {"VERB": "VERB", "AUX": "VERB", "NOUN": "NOUN", "PROPN": "NOUN", "ADJ": "ADJ"}


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that holds at a trigger, with the heads of the phrases that fill its roles."""

    pattern: Pattern
    trigger: Word
    roles: Mapping[str, tuple[Word, ...]]

    def heads(self, *roles: str) -> tuple[Word, ...]:
        """The heads that fill any of `roles`."""
        return tuple(token for role in roles for token in self.roles.get(role, ()))


def find_matches(doc: Words, lexicon: Lexicon) -> Iterator[Match]:
    """The best frame at each trigger, in the order of the text; furniture is passed over."""
    by_trigger = lexicon.by_trigger
    for index, keys in trigger_keys(doc):
        for key in keys:
            if key in by_trigger:
                patterns = by_trigger[key]
                break
        else:
            continue
        token = doc[index]
        if patterns[0].kind == "event" and names_no_act(token):
            continue
        match = best_match(token, patterns)
        if match is not None:
            yield match


def trigger_keys(doc: Words) -> list[tuple[int, list[tuple[str, str]]]]:
    """For each word that may be a trigger its index and its keys in a lexicon; made once a text, as six kinds look through it."""
    known: list[tuple[int, list[tuple[str, str]]]] | None = doc.user_data.get("dragoman_triggers")
    if known is None:
        parse, furniture = parse_of(doc), furniture_tokens(doc)
        coarse = [coarse_part_of_speech(tag, part) for tag, part in zip(parse.tags, parse.parts, strict=True)]
        known = [(i, [(word, c) for word in lemmas_of(doc, i)]) for i, c in enumerate(coarse) if c and i not in furniture]
        doc.user_data["dragoman_triggers"] = known
    return known


def lemmas_of(doc: Words, index: int) -> tuple[str, ...]:
    """The lemmas under which a word may be listed: 'cease-fire' and 'ceasefire' before 'fire'."""
    lemma = doc[index].lemma_.lower()
    if index < 2 or parse_of(doc).lowers[index - 1] != "-" or doc[index - 1].whitespace_ or doc[index - 2].whitespace_:
        return (lemma,)
    first = parse_of(doc).lowers[index - 2]
    return f"{first}-{lemma}", first + lemma, lemma


def names_no_act(token: Word) -> bool:
    """Whether a trigger only tells the kind of something ('*aid* workers', 'the *proposed* law') or is part of a name or date."""
    if token.dep_ in ("compound", "nmod") or (token.dep_ == "amod" and token.tag_ in ("VBN", "VBD")):
        return True
    return token.pos_ == "PROPN" and (mention_at(token.doc, token) is not None or is_time(token))


def coarse_part_of_speech(tag: str, part: str) -> str | None:
    """VERB, NOUN or ADJ as rule files have it. A participle in front of a noun counts as the verb it comes from."""
    if tag in ("VBG", "VBN", "VBD") and part != "NOUN":
        return "VERB"
    return COARSE.get(part)


def best_match(token: Word, patterns: tuple[Pattern, ...]) -> Match | None:
    """The best pattern that holds: a user's before ours, then by its conditions, by the roles that it fills, by its place."""
    best: tuple[tuple[bool, int, int, int], Match] | None = None
    for pattern in patterns:
        if not trigger_fits(token, pattern) or not all(holds(token, c) for c in pattern.requires):
            continue
        if any(holds(token, c) for c in pattern.forbids):
            continue
        match = Match(pattern, token, fill_roles(token, pattern))
        # A user who writes a frame wants it used, even where one of ours asks for more.
        rank = (pattern.order < 0, specificity(pattern), len(match.roles), -pattern.order)
        if best is None or rank > best[0]:
            best = rank, match
    return best[1] if best else None


def specificity(pattern: Pattern) -> int:
    """How much a pattern asks for: 'any word' counts less than words or classes, a particle as much as these."""
    asked = sum(1 if "*" in condition.words else 2 for condition in pattern.requires)
    return asked + 2 * (pattern.trigger.particle is not None) + (pattern.trigger.voice is not None)


def has_particle(token: Word, particle: str) -> bool:
    """Whether a verb has a particle, however the parser names it: 'hand *over*', 'pull *out*'."""
    return any(c.lower_ == particle and c.dep_ in ("prt", "advmod", "prep") for c in token.children)


def trigger_fits(token: Word, pattern: Pattern) -> bool:
    """Whether particle and voice are those of the pattern."""
    trigger = pattern.trigger
    if trigger.particle is not None and not has_particle(token, trigger.particle):
        return False
    return trigger.voice is None or (trigger.voice == "passive") == is_passive(token)


def holds(token: Word, condition: Condition) -> bool:
    """Whether one of the wanted words or classes stands at the condition's path."""
    heads = whole_parties(follow(token, condition.path))
    if "*" in condition.words:
        return any(not is_time(head) for head in heads)  # 'seized *on* the remark', not 'seized *on* 3 May'
    if any(not condition.words.isdisjoint(lemmas_of(head.doc, head.i)) for head in heads):
        return True
    if condition.words and any(head.lower_ in ("it", "them", "they") and meant_by(head, condition.words) for head in heads):
        return True
    return any(is_of_class(head, name) for head in heads for name in condition.classes)


def meant_by(pronoun: Word, words: frozenset[str]) -> bool:
    """Whether 'it' or 'them' is the thing that the last clauses are about, and that is one of some words.

    Nobody ratifies a neighbour: in 'Chad signed the treaty in May and ratified it in June' the verb itself says what 'it' is.
    """
    if pronoun.dep_ not in ("dobj", "nsubjpass"):
        return False
    number, sentence = ("NNS", "NNPS") if pronoun.lower_ in ("them", "they") else ("NN", "NNP"), pronoun.sent
    first = sentence.start if sentence.start == 0 else pronoun.doc[sentence.start - 1].sent.start
    for i in range(pronoun.i - 1, first - 1, -1):
        word = pronoun.doc[i]
        if word.dep_ not in THINGS_TOLD or word.tag_ not in number:
            continue
        named = mention_at(word.doc, word)
        if named is not None and named.category in ("country", "nationality", "person", "office", "place"):
            continue
        if not words.isdisjoint(lemmas_of(word.doc, i)):
            return True
    return False


def is_of_class(token: Word, name: str) -> bool:
    """Whether the phrase headed by `token` is of an `@` class."""
    mention = mention_at(token.doc, token) or named_apposition(token)
    if name == "@item":
        counted = [t for c in token.children if c.lower_ == "of" for t in c.children] if measures(token) else []
        if any(is_of_class(inner, name) for inner in counted):
            return True
        return designation_of(token.doc, token) is not None or generic_category(item_words(token)) is not None
    if mention is None:
        return False
    return mention.category in CATEGORIES_OF_CLASS[name]


def measures(token: Word) -> bool:
    """Whether a word only counts what stands after its 'of': '*four* of the jets', 'a *dozen* of the tanks'."""
    return (
        token.pos_ == "NUM" or token.lemma_.lower() in load_word_lists("dragoman.statements.rules", "items.toml")["measure_nouns"]
    )


def follow(token: Word, path: str) -> list[Word]:
    """The heads at a path, chained by '>' ('object > of'); '@self' stays where it is."""
    heads = [token]
    for number, step in enumerate(path.split(">")):
        # 'visits by X and Y to Z': 'to' may hang on any of those joined
        starts = heads if number == 0 else [joined for head in heads for joined in coordinated(head)]
        heads = [found for head in starts for found in find_arguments(head, step.strip())]
    return heads


def fill_roles(token: Word, pattern: Pattern) -> dict[str, tuple[Word, ...]]:
    """For each role the heads at its first path that holds a party; without any, at the first that holds anything."""
    filled: dict[str, tuple[Word, ...]] = {}
    for role, paths in pattern.roles:
        for path in paths:
            heads = tuple(h for h in follow(token, path) if (h.i != token.i or path == "self") and not is_time(h))
            if not heads:
                continue
            if role not in filled or any(is_party(head) for head in heads):
                filled[role] = heads
            if role not in PARTY_ROLES or any(is_party(head) for head in filled[role]):
                break
    return filled


def is_party(token: Word) -> bool:
    """Whether a phrase stands for a state, a body or a person known by name, itself or through its owner."""
    parties = [p for head in whole_parties([token]) if not is_time(head) for p in participants_of("actor", head)]
    return any(p.country or p.sector or p.entity for p in parties)
