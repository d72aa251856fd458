"""Claims that numbers make about each other: growth between two figures, a total and its parts; and 'a fellow member'."""

from collections.abc import Iterator
from typing import Final

from dragoman.language.attributes import in_furniture
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import find_prepositional, find_subjects, is_verbal
from dragoman.language.words import Word, Words
from dragoman.model.reading import Claim
from dragoman.model.span import Quantity
from dragoman.reference.rule_files import load_word_lists
from dragoman.statements.claim_words import claim_over
from dragoman.statements.participants import mention_or_referent

FACTORS: Final = {"double": 2.0, "treble": 3.0, "triple": 3.0, "quadruple": 4.0, "halve": 0.5}
LONGEST_PART: Final = 7  # tokens from one number of a list to the next
BEFORE_FACTOR: Final = ("more than", "almost", "nearly", "about", "roughly", "just over", "well over", "less than", "at least")


def find_growth_claims(doc: Words) -> Iterator[Claim]:
    """'doubled from A to B', 'rose by P per cent, from A to B', 'fell to B from A'."""
    lists = load_word_lists("dragoman.statements.rules", "figures.toml")
    moving = lists["rising_verbs"] | lists["falling_verbs"] | lists["change_nouns"]
    for token in doc:
        lemma = token.lemma_.lower()
        if lemma not in moving or in_furniture(token) or token.pos_ not in ("VERB", "NOUN"):
            continue
        start, end, by = (quantity_after(doc, token, preposition) for preposition in ("from", "to", "by"))
        by = by or percent_object(doc, token) or (quantity_after(doc, token, "of") if token.pos_ == "NOUN" else None)
        if start is None:
            start, end = figures_told(doc, token, end)
        if start is None or end is None or start.unit != end.unit or start.value is None or end.value is None:
            continue
        factor = FACTORS.get(lemma)
        percent = by.value if by is not None and by.unit == "%" and start.unit != "%" else None
        if factor is None and percent is None:
            continue
        qualifier = qualifier_before(token)
        first = token.i - (len(qualifier.split()) if qualifier else 0)
        last = max(token.i, *(q.token_end - 1 for q in (start, end, by) if q is not None))
        said = f"{qualifier or ''} {token.text}".strip() + (
            f" {'of' if token.pos_ == 'NOUN' else 'by'} {by.text}" if by is not None else ""
        )
        direction = (
            "down" if lemma in lists["falling_verbs"] or lemma in ("decline", "decrease", "drop", "fall", "reduction") else "up"
        )
        yield claim_over(
            doc,
            "growth",
            first,
            last,
            said=said,
            qualifier=qualifier or (by.qualifier if by else None),
            factor=factor,
            percent=percent,
            direction=direction,
            **{"from": start.value, "to": end.value},
        )


def figures_told(doc: Words, word: Word, end: Quantity | None) -> tuple[Quantity | None, Quantity | None]:
    """The two figures that a change without 'from' goes between.

    They stand before it in its own sentence ('from A to B, more than doubling'; 'stood at A; … reached B, an increase of'), or
    the first one ends the sentence before and a pronoun takes its measure up ('It slipped by six per cent, to B').
    """
    sentence = word.sent
    amounts = [q for q in doc._.quantities if q.unit not in ("%", "rank", "count") and q.value is not None]
    own = [q for q in amounts if sentence.start <= q.token_start < word.i]
    after_comma = any(t.text in (",", "–", "—") for t in doc[max(word.i - 4, 0) : word.i])
    trailing = word.tag_ in ("VBG", "VBN") or word.pos_ == "NOUN"
    if end is None and trailing and after_comma and len(own) == 2 and own[0].unit == own[1].unit:
        return own[0], own[1]
    pronoun = any(s.lower_ in ("it", "this", "they") for s in find_subjects(word)) or any(
        c.dep_ == "nsubj" and c.lower_ == "it" for c in word.children
    )
    if end is not None and pronoun and not own and sentence.start > 0:
        before = doc[sentence.start - 1].sent
        told = [q for q in amounts if before.start <= q.token_start < before.end]
        if told and told[-1].unit == end.unit:
            return told[-1], end
    return None, end


def quantity_after(doc: Words, governor: Word, preposition: str) -> Quantity | None:
    """The number after a preposition of a verb; in 'from $2 billion in 2019 to $3 billion' by the words."""
    inside = {t.i for t in governor.subtree}
    for quantity in doc._.quantities:
        start = quantity.token_start
        if (
            start in inside
            and start > governor.i
            and start > 0
            and doc[start - 1].lower_ == preposition
            and start - governor.i < 30
        ):
            return quantity  # type: ignore[no-any-return]  # custom attributes are untyped
    return None


def percent_object(doc: Words, governor: Word) -> Quantity | None:
    """The percentage without a preposition: 'rose 12%'."""
    return next((q for q in doc._.quantities if q.unit == "%" and 0 < q.token_start - governor.i <= 2), None)


def qualifier_before(token: Word) -> str | None:
    """'more than' in 'more than doubled'."""
    before = token.doc[max(token.i - 2, 0) : token.i].text.lower()
    return next((words for words in BEFORE_FACTOR if before.endswith(words)), None)


def find_sum_claims(doc: Words) -> Iterator[Claim]:
    """A total and the parts that the same sentence gives for it: '36 tanks, 12 in December and 24 in March'."""
    for sentence in doc.sents:
        counts = [q for q in doc._.quantities if sentence.start <= q.token_start < sentence.end and q.value is not None]
        counts = [
            q for q in counts if q.qualifier == "exactly" and q.unit not in ("rank", "%") and not in_furniture(doc[q.token_start])
        ]
        total = next((q for q in counts if says_total(doc, q)), None)
        if total is None:
            continue
        parts = [
            q
            for q in counts
            if q is not total and q.unit == total.unit and (q.counted in (total.counted, None) or total.counted is None)
        ]
        if len(parts) < 2:  # 'ten tanks and 24 howitzers, 36 vehicles altogether': the total's own word covers the others'
            parts = joined_before(doc, [q for q in counts if q.unit == total.unit], total)
        if 2 <= len(parts) <= 6:
            first, last = min(q.token_start for q in counts), max(q.token_end for q in counts) - 1
            yield claim_over(doc, "sum", first, last, parts=tuple(q.value for q in parts), total=total.value)


def joined_before(doc: Words, counts: list[Quantity], total: Quantity) -> list[Quantity]:
    """The numbers of the one list that a total stands behind, after a comma or a dash; none without 'and'."""
    before = [q for q in counts if q.token_end <= total.token_start]
    if not before or doc[total.token_start - 1].text not in (",", "–", "—", "("):
        return []
    chain = [before[-1]]
    for quantity in reversed(before[:-1]):
        between = doc[quantity.token_end : chain[0].token_start]
        if (
            len(between) > LONGEST_PART
            or any(is_verbal(t) for t in between)
            or not any(t.lower_ in ("and", ",") for t in between)
        ):
            break
        chain.insert(0, quantity)
    last = doc[chain[-1].token_end : total.token_start]
    joined = len(chain) > 1 and any(t.lower_ == "and" for t in doc[chain[-2].token_end : chain[-1].token_start])
    return chain if joined and len(last) <= LONGEST_PART and not any(is_verbal(t) for t in last) else []


def says_total(doc: Words, quantity: Quantity) -> bool:
    """Whether a number is called a total by the words around it: 'in all', 'a total of', 'altogether'."""
    before = doc[max(quantity.token_start - 4, 0) : quantity.token_start].text.lower()
    after = doc[quantity.token_end : quantity.token_end + 4].text.lower()
    named = any(before.endswith(words) for words in ("a total of", "total to", "the total at", "totalling", "totaling"))
    return named or any(words in after for words in ("in all", "in total", "altogether", "all told"))


def find_fellow_claims(doc: Words) -> Iterator[Claim]:
    """What 'X, a fellow member of the SCO' says of the state that the clause is about."""
    for token in doc:
        if token.lower_ != "fellow" or token.dep_ != "amod" or token.head.lemma_ not in ("member", "observer", "signatory"):
            continue
        noun = token.head
        bodies = [
            m
            for h in find_prepositional(noun, "of")
            for m in [mention_at(doc, h)]
            if m is not None and m.category == "organisation"
        ]
        others = countries_of_clause(doc, noun)
        own = {m.country for m in mention_or_referent(doc, noun.head)}
        for country in [c for c in others if c not in own][:1]:
            if bodies:
                status = "member" if noun.lemma_ == "member" else "observer" if noun.lemma_ == "observer" else "signatory"
                last = max(m.token_end for m in bodies) - 1
                yield claim_over(
                    doc,
                    "fellow member",
                    token.i,
                    last,
                    country=country,
                    organisation=bodies[0].entity or bodies[0].name,
                    status=status,
                )


def countries_of_clause(doc: Words, noun: Word) -> list[str]:
    """The countries of the subject of the clause that a noun stands in, or of the subject's owner."""
    for verb in noun.ancestors:
        if not is_verbal(verb):
            continue
        for subject in find_subjects(verb):
            heads = [subject, *(c for c in subject.children if c.dep_ == "poss")]
            found = [m.country for h in heads for m in mention_or_referent(doc, h) if m.country]
            if found:
                return found
    return []
