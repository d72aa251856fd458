"""What 'the factory', 'this sale' and 'the embargo' come back to: the token of an earlier noun or verb."""

from functools import cache
from typing import Final

from dragoman.language.coreference_candidates import discourse_of, word_set
from dragoman.language.mentions import mention_at
from dragoman.language.words import Word, Words
from dragoman.reference.equipment import load_equipment
from dragoman.reference.rule_files import load_word_lists

DEFINITE: Final = frozenset({"the", "this", "that", "these", "those", "such", "its", "their", "his", "her"})
DEMONSTRATIVE: Final = frozenset({"this", "these", "that", "those", "such"})
REACH_OF_ACTS: Final = 3  # sentences
REACH_OF_THINGS: Final = 40
OFTEN: Final = 4  # times that a thing has been named for it to be the document's own


@cache
def groups_of(name: str) -> tuple[tuple[str, ...], ...]:
    """Lines of words of rules/coreference.toml."""
    lines = load_word_lists("dragoman.language.rules", "coreference.toml")[name]
    return tuple(tuple(line.split()) for line in sorted(lines))


@cache
def synonyms_of(lemma: str) -> frozenset[str]:
    """Nouns that may have been used before for what this one names."""
    return frozenset(word for group in groups_of("synonyms") if lemma in group for word in group) | {lemma}


@cache
def verbs_of_act(lemma: str) -> frozenset[str]:
    """Verbs that a noun of an act may come back to: 'sell' for 'sale'."""
    return frozenset(word for group in groups_of("acts") if group[0] == lemma for word in group[1:])


def determiner_of(token: Word) -> str | None:
    """The determiner or possessor of a noun in lower case; "'s" for a name in the possessive; None where it is bare."""
    for child in token.children:
        if child.dep_ == "det" or (child.dep_ == "poss" and child.pos_ == "PRON"):
            return child.lower_
        if child.dep_ == "poss":
            return "'s"
    return None


def earlier_noun(doc: Words, token: Word) -> int | None:
    """The token of an earlier noun or verb that a definite noun phrase comes back to; None where there is none."""
    determiner = determiner_of(token)
    if (determiner not in DEFINITE and determiner != "'s") or token.pos_ not in ("NOUN", "PROPN"):
        return None
    act = nearest_act(doc, token) if determiner in DEMONSTRATIVE | {"the"} and verbs_of_act(token.lemma_.lower()) else None
    thing = nearest_thing(doc, token)
    if act is not None and (thing is None or act > thing):
        return act
    if thing is None:
        return None
    further = earlier_noun(doc, doc[thing])
    root = thing if further is None else further
    discourse_of(doc).nouns.setdefault(token.i, root)
    return main_thing(doc, token, root)


def nearest_thing(doc: Words, token: Word) -> int | None:
    """The nearest earlier noun that names the same thing: the same word or a synonym, with no word before it that contradicts."""
    lemma = token.lemma_.lower()
    if lemma in word_set("never_back"):
        return None
    name = mention_at(doc, token)
    named = name.entity if name is not None and name.head == token.i and name.category == "facility" else None
    wanted = synonyms_of(lemma)
    sentence_of = discourse_of(doc).sentence_of
    for i in range(token.i - 1, -1, -1):
        if sentence_of[token.i] - sentence_of[i] > REACH_OF_THINGS:
            break
        other = doc[i]
        if other.head == token:
            continue
        if is_equipment_of(doc, other, wanted) and agree(token, other):
            return i
        if other.pos_ not in ("NOUN", "PROPN") or other.dep_ in ("compound", "nmod") or other.lemma_.lower() not in wanted:
            continue
        if named is not None and ((before := mention_at(doc, other)) is None or before.entity != named):
            continue
        if agree(token, other):
            return i
    return None


def main_thing(doc: Words, token: Word, nearest: int) -> int:
    """The thing that 'the factory' means where one is named all along and another was only touched in passing."""
    discourse = discourse_of(doc)
    lemma = token.lemma_.lower()
    counts: dict[int, int] = {}
    for i in range(token.i):
        if doc[i].lemma_.lower() == lemma and doc[i].pos_ == "NOUN" and (root := discourse.nouns.get(i)) is not None:
            counts[root] = counts.get(root, 0) + 1
    if nearest in counts or not counts or discourse.sentence_of[nearest] == discourse.sentence_of[token.i]:
        return nearest
    often = max(counts, key=lambda root: (counts[root], -root))
    return often if counts[often] >= OFTEN and agree(token, doc[often]) else nearest


def is_equipment_of(doc: Words, token: Word, nouns: frozenset[str]) -> bool:
    """Whether a designation is of a sort of equipment that one of the nouns names: 'the drone' for the Mohajer-6."""
    mention = mention_at(doc, token)
    if mention is None or mention.category != "equipment" or mention.head != token.i or mention.entity is None:
        return False
    known = load_equipment().get(mention.entity)
    return known is not None and bool(nouns & NOUNS_OF_CATEGORY.get(known.category, frozenset()))


NOUNS_OF_CATEGORY: Final = {
    "aircraft": frozenset({"aircraft", "drone", "plane", "jet", "helicopter", "fighter", "uav"}),
    "missiles": frozenset({"missile", "rocket"}),
    "armoured vehicles": frozenset({"vehicle", "tank"}),
    "artillery": frozenset({"howitzer", "gun", "launcher"}),
    "air defence systems": frozenset({"system", "battery"}),
    "ships": frozenset({"ship", "vessel", "frigate", "submarine", "corvette"}),
}


def agree(token: Word, other: Word) -> bool:
    """Whether two phrases may name one thing: their nationalities, possessors and kinds do not differ."""
    is_designation = any(c.isdigit() for c in other.text)
    if (token.tag_ in ("NNS", "NNPS")) != (other.tag_ in ("NNS", "NNPS")) and not is_designation and token.lemma_ != "aircraft":
        return False
    mine, theirs = owners(token), owners(other)
    if mine and theirs and not mine & theirs:
        return False
    kinds = {c.lemma_.lower() for c in token.children if c.dep_ in ("compound", "nmod") and not c.ent_type_ and c.i < token.i}
    known = {c.lemma_.lower() for c in other.children if c.dep_ in ("compound", "nmod", "amod") and c.i < other.i}
    return not kinds or bool(kinds & known) or not known


def owners(token: Word) -> set[str]:
    """The countries that stand before a noun as possessor or nationality."""
    found = set()
    for child in token.children:
        if child.dep_ in ("poss", "amod", "compound", "nmod"):
            mention = mention_at(token.doc, child)
            if mention is not None and mention.head == child.i and mention.country is not None:
                found.add(mention.country)
    return found


def nearest_act(doc: Words, token: Word) -> int | None:
    """The nearest earlier verb that a noun of an act comes back to: 'this sale' to 'sold'."""
    verbs = verbs_of_act(token.lemma_.lower())
    sentence_of = discourse_of(doc).sentence_of
    for i in range(token.i - 1, -1, -1):
        if sentence_of[token.i] - sentence_of[i] > REACH_OF_ACTS:
            return None
        if (
            doc[i].pos_ == "VERB"
            and doc[i].lemma_ in verbs
            and not (sentence_of[i] == sentence_of[token.i] and doc[i] in token.ancestors)
        ):
            return i
    return None
