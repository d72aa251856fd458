"""Claims that states are neighbours: 'neighbouring X', 'X, which borders Y', 'its eastern neighbour', 'share a border with'."""

from collections.abc import Iterator
from typing import Final

from dragoman.language.attributes import in_furniture
from dragoman.language.coreference import resolve
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import coordinated, find_objects, find_prepositional, find_subjects, is_verbal
from dragoman.language.words import Word, Words
from dragoman.model.reading import Claim
from dragoman.statements.claim_words import claim_over

NOT_BY_LAND: Final = frozenset({"maritime", "near", "distant", "sea", "overseas", "regional"})  # such neighbours need not touch


def countries_at(doc: Words, head: Word) -> list[str]:
    """The countries that a phrase names or refers to, all that are joined, each once."""
    found: list[str] = []
    for joined in coordinated(head):
        mention = mention_at(doc, joined)
        mentions = [mention] if mention is not None else resolve(doc, joined)
        found += [m.country for m in mentions if m.country and m.category in ("country", "nationality", "person")]
    return list(dict.fromkeys(found))


def find_border_claims(doc: Words) -> Iterator[Claim]:
    """'neighbouring X', 'X, which borders Y and Z', 'shares a border with'."""
    for token in doc:
        lemma = token.lower_
        if (
            lemma in ("neighboring", "neighbouring", "adjacent")
            and token.dep_ in ("amod", "compound")
            and not in_furniture(token)
        ):
            countries = countries_at(doc, token.head)
            others = owners_of_neighbour(doc, token)
            if countries and others:
                yield claim_over(
                    doc, "border", token.i, token.head.i, countries=tuple(countries), others=tuple(others), any_of_others=True
                )
        elif token.lemma_ in ("border", "neighbor", "neighbour", "adjoin") and is_verbal(token):
            yield from border_verb(doc, token)
        elif token.lemma_.lower() in ("neighbor", "neighbour") and token.pos_ == "NOUN" and not in_furniture(token):
            yield from neighbour_noun(doc, token)
        elif (
            token.lemma_ in ("border", "frontier")
            and token.pos_ == "NOUN"
            and token.head.lemma_ in ("share", "have")
            and token.dep_ == "dobj"
        ):
            subjects = [c for s in find_subjects(token.head) for c in countries_at(doc, s)]
            others = [c for h in find_prepositional(token.head, "with") for c in countries_at(doc, h)]
            pair = (subjects, others) if others else (subjects[:1], subjects[1:])
            if pair[0] and pair[1]:
                yield claim_over(doc, "border", token.head.i, token.i, countries=tuple(pair[0]), others=tuple(pair[1]))


def neighbour_noun(doc: Words, noun: Word) -> Iterator[Claim]:
    """'Niger, its eastern neighbour', 'Mali's neighbour to the north, Algeria', 'Chad is a neighbour of Niger'."""
    if any(c.dep_ in ("amod", "compound") and c.lower_ in NOT_BY_LAND for c in noun.children):
        return
    owners = [c for child in noun.children if child.dep_ == "poss" for c in countries_at(doc, child)]
    owners = owners or [c for head in find_prepositional(noun, "of") for c in countries_at(doc, head)]
    beside = [noun.head] if noun.dep_ == "appos" else find_subjects(noun.head) if noun.dep_ == "attr" else []
    beside += [c for c in noun.children if c.dep_ == "appos"]
    named = [c for head in beside for c in countries_at(doc, head) if c not in owners]
    possessive = next((c for c in noun.children if c.dep_ == "poss"), None)
    is_open = possessive is not None and possessive.pos_ == "PRON"
    if is_open:  # whom 'its' means is a guess, so any country told just before that touches makes the word right
        owners = list(dict.fromkeys([*owners, *(c for c in owners_of_neighbour(doc, noun) if c not in named)]))
    if owners and named:
        first = possessive.i if possessive is not None else noun.i
        yield claim_over(doc, "border", first, noun.i, countries=tuple(named), others=tuple(owners), any_of_others=is_open)


def border_verb(doc: Words, verb: Word) -> Iterator[Claim]:
    """'Afghanistan, which borders both countries'."""
    subjects = [c for s in find_subjects(verb) for c in countries_at(doc, s)]
    others = [c for o in find_objects(verb) for c in countries_at(doc, o)]
    if subjects and others and not in_furniture(verb):
        last = max([verb.i, *(o.i for o in find_objects(verb))])
        yield claim_over(doc, "border", verb.i, last, countries=tuple(subjects), others=tuple(others))


def owners_of_neighbour(doc: Words, word: Word) -> list[str]:
    """Whose neighbour it can be: the countries that the clause's subject, the sentence and the sentence before name.

    'Neighbouring' leaves open whose, so any of them that touches makes the word right; only where none does is it wrong.
    """
    own = set(countries_at(doc, word.head))
    for mention in doc._.mentions:  # 'Russia's neighbour', 'its neighbour': what a possessor says is not open
        if mention.token_start == word.i - 2 and doc[word.i - 1].tag_ == "POS" and mention.country:
            return [mention.country]
    first = doc[max(word.sent.start - 1, 0)].sent.start if "\n" not in doc[max(word.sent.start - 1, 0)].text else word.sent.start
    found = [c for head in word.ancestors if is_verbal(head) for s in find_subjects(head) for c in countries_at(doc, s)]
    found += [m.country for m in doc._.mentions if first <= m.token_start < word.sent.end and m.country]
    return [c for c in dict.fromkeys(found) if c not in own]
