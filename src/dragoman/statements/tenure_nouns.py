"""Office nouns in a text: what office a noun phrase names, of which polity, and for which term.

'Peru's president from 2001 to 2006' is an office (president), a polity (Peru) and a term. Who holds it is
found by statements/tenure_holders.py.
"""

from dataclasses import replace
from functools import cache
from typing import Final

from dragoman.language.attributes import in_furniture
from dragoman.language.coreference import resolve
from dragoman.language.mentions import mention_at
from dragoman.language.words import Word, Words
from dragoman.model.span import Mention, Time, TimeExpression
from dragoman.reference.office_titles import canonical_office
from dragoman.reference.rule_files import load_word_lists

REACH: Final = 4  # words after the head that may belong to an office's name: 'chief of the general staff'
NEAR: Final = 5  # words between an office's phrase and its term: 'king, for one year only, from 1981'
NAMING: Final = frozenset({"country", "nationality", "organisation", "place"})
JOINING: Final = frozenset({"compound", "amod", "nmod", "punct", "poss", "case", "det", "nummod", "advmod"})


@cache
def words_for(name: str) -> frozenset[str]:
    """One of the word lists about tenures."""
    return load_word_lists("dragoman.statements.rules", "tenure_words.toml")[name]


def office_nouns(doc: Words) -> list[Word]:
    """The nouns of a text that may name the holder of an office."""
    heads = words_for("heads")
    return [w for w in doc if w.lemma_.lower() in heads and w.pos_ in ("NOUN", "PROPN") and not in_furniture(w)]


def start_of_phrase(noun: Word) -> int:
    """The first word of the noun's own phrase: its determiner, possessor and qualifiers."""
    start = noun.i
    for child in sorted(noun.lefts, key=lambda c: -c.i):
        if child.dep_ not in JOINING:
            break
        start = min(start, child.left_edge.i)
    return start


def office_named_by(noun: Word, country: str | None) -> str | None:
    """The plain name of the office that a noun phrase names; an office that no table knows keeps its own words."""
    doc = noun.doc
    first, last = start_of_phrase(noun), noun.sent.end
    for begin in range(first, noun.i + 1):
        for end in range(min(noun.i + 1 + REACH, last), noun.i, -1):
            text = singular(doc, begin, end, noun)
            office = canonical_office(text, country)
            if office is not None and not (end - begin == 1 and noun.lemma_.lower() in words_for("needs_body")):
                return office
    return office_in_own_words(noun)


def singular(doc: Words, begin: int, end: int, noun: Word) -> str:
    """The words from `begin` to before `end`, with the head in the singular: 'chiefs of staff' names 'chief of staff'."""
    if noun.tag_ not in ("NNS", "NNPS"):
        return doc[begin:end].text
    return "".join((w.lemma_.lower() if w is noun else w.text) + w.whitespace_ for w in doc[begin:end]).strip()


def office_in_own_words(noun: Word) -> str | None:
    """'chairman of the Electoral Council', 'trade minister', 'central bank governor': a head with its field or body."""
    doc, lemma = noun.doc, noun.lemma_.lower()
    field = [w for w in noun.lefts if w.dep_ in ("compound", "amod") and is_field(w)]
    before = "".join(doc[w.left_edge.i : w.i + 1].text + " " for w in field)
    body = next((c for of in noun.rights if of.lower_ in ("of", "for") for c in of.children if c.dep_ == "pobj"), None)
    owner = mention_at(doc, body) if body is not None else None
    if body is not None and (owner is None or owner.category == "organisation") and body.ent_type_ not in ("DATE", "TIME"):
        begin = next((w.i for w in doc[body.left_edge.i : body.i + 1] if stands_in_name(w, body)), body.i)
        return f"{before}{lemma} of {doc[begin : body.i + 1].text}" if lemma in words_for("needs_body") else None
    return f"{before}{lemma}".lower() if field and lemma in ("minister", "secretary", "commissioner") else None


def is_field(word: Word) -> bool:
    """Whether a word before a head names a field of government, and is no country, age or rank."""
    mention = mention_at(word.doc, word)
    named = mention is not None and mention.category in ("country", "nationality", "person", "place")
    return not named and word.lower_ not in words_for("past") and word.tag_ not in ("JJR", "JJS", "CD") and word.is_alpha


def stands_in_name(word: Word, body: Word) -> bool:
    """Whether a word belongs to the name of a body, without its country: '(Chad's) Electoral Council'."""
    return word.dep_ not in ("det", "poss", "case", "punct") and not any(a.dep_ == "poss" for a in above(word, body))


def above(word: Word, top: Word) -> list[Word]:
    """The words from a word up to before `top`."""
    found = []
    while word is not top and word.head is not word:
        found.append(word)
        word = word.head
    return found


# -------------------------------------------------------------------------------------------------- whose office it is
def polity_named_by(doc: Words, noun: Word) -> Mention | None:
    """The state or body that an office is of: 'Peru's ambassador to Chile' is of Peru, 'head of the ILO' of the ILO."""
    for word in [*noun.lefts, *(w for part in noun.lefts for w in part.children)]:
        if word.dep_ in ("poss", "amod", "compound", "nmod"):
            found = naming(doc, word)
            if found is not None:
                return found
    behind = [w for part in noun.rights for w in (part, *(part.children if part.lower_ == "general" else ()))]
    for preposition in behind:
        if preposition.lower_ == "of":
            for body in preposition.children:
                owner = next((m for c in body.children if c.dep_ == "poss" if (m := naming(doc, c)) is not None), None)
                found = owner or naming(doc, body)
                if found is not None:
                    return found
    return None


def naming(doc: Words, word: Word) -> Mention | None:
    """The state or body that a word names, or stands for ('its prime minister')."""
    mention = mention_at(doc, word)
    if mention is not None and mention.category in NAMING and word.i in range(mention.token_start, mention.token_end):
        return mention if mention.country or mention.entity else None
    if word.lower_ == "its":
        return next((m for m in resolve(doc, word) if m.category in NAMING), None)
    return None


# -------------------------------------------------------------------------------------------------- for which term
def term_beside(doc: Words, noun: Word) -> tuple[Time, list[TimeExpression]] | None:
    """The term that stands behind an office's phrase: 'since 2014', 'from 2001 to 2006', 'until she fell on 3 May'."""
    found = [t for t in doc._.times if t.time is not None and noun.i < t.token_start < noun.sent.end]
    expression = found[0] if found else None
    if expression is None or expression.time is None or not reaches(doc, noun, expression):
        return None
    time, relation = expression.time, relation_of(doc, expression)
    if relation in ("since", "from"):
        later = found[1] if len(found) > 1 and joined_by_until(doc, expression, found[1]) else None
        if later is not None and later.time is not None:
            return replace(time, end=later.time.end, granularity="range"), [expression, later]
        return opened(time, "start"), [expression]
    if relation in ("until", "till"):
        return opened(time, "end"), [expression]
    return (time, [expression]) if relation in ("whole", "in", "during") else None


def opened(time: Time, bound: str) -> Time:
    """A time of which only the beginning or only the end is that of a term."""
    return replace(time, end=None) if bound == "start" else replace(time, start=None)


def relation_of(doc: Words, expression: TimeExpression) -> str:
    """The preposition before a time, or the first word of the expression where it takes it in."""
    first = doc[expression.token_start].lower_
    if first in ("since", "from", "between", "until", "till"):
        whole = first == "between" or (first == "from" and expression.time is not None and expression.time.granularity == "range")
        return "whole" if whole else first
    return doc[expression.token_start - 1].lower_ if expression.token_start else ""


def reaches(doc: Words, noun: Word, expression: TimeExpression) -> bool:
    """Whether a time stands with a noun: below it in the parse, or close behind its phrase with no verb or name between."""
    word = doc[expression.token_start]
    above_it = list(word.ancestors)
    verbs = [w for w in above_it if w.pos_ in ("VERB", "AUX")]
    if noun in above_it and not any(noun in v.ancestors for v in verbs):
        return True
    between = doc[noun.i + 1 : expression.token_start]
    plain = not any(w.pos_ in ("VERB", "AUX", "PRON") or w.text in ";:()" for w in between)
    return plain and relation_of(doc, expression) not in ("in", "on", "") and len(between) <= NEAR + REACH


def joined_by_until(doc: Words, first: TimeExpression, second: TimeExpression) -> bool:
    """Whether the second time ends what the first begins: 'from 3 May 2001 until she fell on 9 May 2003'."""
    return any(w.lower_ in ("until", "till", "to") for w in doc[first.token_end : second.token_start])
