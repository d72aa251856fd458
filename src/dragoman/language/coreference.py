"""What noun phrases stand for in a document: pronouns, 'both countries', 'his government', 'its Iranian counterpart', 'the factory'.

Nothing is computed before somebody asks, and each answer is kept with the `Doc`. Unresolved stays unresolved.
"""

from dataclasses import replace
from typing import Final

from spacy.tokens import Doc, Token

from dragoman.language.attributes import document_of
from dragoman.language.coreference_candidates import discourse_of, word_set
from dragoman.language.coreference_nouns import DEFINITE, determiner_of, earlier_noun
from dragoman.language.coreference_parties import as_state, current_parties, state_mentions, topic_dyad
from dragoman.language.coreference_pronouns import PERSONAL, PLURAL, RELATIVE, SINGULAR, antecedent_of_pronoun
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import coordinated
from dragoman.model.span import Mention
from dragoman.reference.countries import load_countries
from dragoman.reference.office_titles import canonical_office
from dragoman.reference.offices import find_person, holder_at, holders_of

__all__ = ["current_parties", "resolve", "resolve_noun", "topic_dyad"]

INTERNATIONAL: Final = frozenset({"IGO", "UNO", "EUR"})
PAIR_WORDS: Final = frozenset({"both", "two", "each", "either", "neither", "respective"})
REACH: Final = 4  # sentences back in which 'the country' or 'the group' is sought


def resolve(doc: Doc, token: Token | int) -> list[Mention]:
    """The mentions that the noun phrase headed by a token stands for.

    Its own mention if it is a name; else what 'it', 'who', 'both countries', 'the group', 'his predecessor' and the like come
    back to, in the order of the text; [] where that is unresolved.
    """
    word = doc[token] if isinstance(token, int) else token
    discourse = discourse_of(doc)
    if word.i in discourse.resolved:
        return discourse.resolved[word.i]
    if word.i in discourse.busy:
        return []
    discourse.busy.add(word.i)
    try:
        found = resolve_word(doc, word)
    finally:
        discourse.busy.discard(word.i)
    discourse.resolved[word.i] = found
    return found


def resolve_word(doc: Doc, token: Token) -> list[Mention]:
    """`resolve` without its memory."""
    mention = mention_at(doc, token)
    lemma = token.lemma_.lower()
    if mention is not None and mention.head == token.i:
        if mention.country is None and mention.entity is None:
            return resolve_body(doc, token, lemma) or [mention]
        if lemma == "counterpart":
            return [counterpart(doc, token, mention)]
        return [mention]
    if token.lower_ in SINGULAR | PLURAL | PERSONAL | RELATIVE:
        return [m for i in antecedent_of_pronoun(doc, token) for m in resolve(doc, doc[i])]
    if token.lower_ == "there":
        return last_place(doc, token)
    if (token.lower_ in ("former", "latter") and determiner_of(token) == "the") or token.lower_ == "latter":
        pair = current_parties(doc, token)
        return [pair[-1 if token.lower_ == "latter" else 0]] if len(pair) == 2 else []
    if is_pair(token, lemma):
        named = [m for c in token.children if c.dep_ == "appos" for t in coordinated(c) if (m := mention_at(doc, t)) is not None]
        return named or current_parties(doc, token)
    if lemma in {"predecessor", "successor"}:
        return neighbour_in_office(doc, token, before=lemma == "predecessor")
    if lemma == "counterpart":
        return counterparts_without_country(doc, token)
    if determiner_of(token) in DEFINITE and token.tag_ not in ("NNS", "NNPS"):
        if lemma in word_set("country_nouns"):
            return last_country(doc, token)
        return resolve_body(doc, token, lemma)
    return []


def is_pair(token: Token, lemma: str) -> bool:
    """Whether a phrase means a pair named before: 'both countries', 'the two sides', 'each side', 'the two'."""
    words = {c.lower_ for c in token.children if c.dep_ in ("det", "nummod", "predet", "amod", "preconj")}
    if lemma in word_set("pair_nouns") and words & PAIR_WORDS:
        return not ({"two"} & words and not ({"the", "these", "both"} & words or any(c.dep_ == "poss" for c in token.children)))
    return (
        token.lower_ in ("both", "neither") and token.dep_ in ("nsubj", "dobj", "pobj", "nsubjpass") and not list(token.children)
    )


def last_country(doc: Doc, token: Token) -> list[Mention]:
    """The country that 'the country' means: the last one named before it, which is not the subject of its own clause."""
    discourse = discourse_of(doc)
    here = discourse.sentence_of[token.i]
    subjects = {c.i for c in token.head.children if c.dep_ in ("nsubj", "nsubjpass")} if token.dep_ in ("dobj", "pobj") else set()
    if any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children) or any(
        c.dep_ in ("relcl", "appos") for c in token.children
    ):
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


def resolve_body(doc: Doc, token: Token, lemma: str) -> list[Mention]:
    """The organisation or person that 'the group', 'the ministry', 'the president' comes back to."""
    wanted = "person" if lemma in word_set("person_nouns") else "body" if lemma in word_set("body_nouns") else None
    if wanted is None or determiner_of(token) not in ("the", "this", "that"):
        return []
    discourse = discourse_of(doc)
    mentions: list[Mention] = doc._.mentions
    for mention in reversed(mentions):
        if (
            mention.head >= token.i
            or discourse.sentence_of[token.i] - discourse.sentence_of[mention.head] > REACH
            or mention.entity is None
        ):
            continue
        if (
            wanted == "person"
            and mention.category == "person"
            and (mention.sector is None or mention.sector not in ("ELI", "JRN"))
        ):
            return [mention]
        if wanted == "body" and mention.category in ("organisation", "group") and not mention.entity.startswith("state/"):
            if (lemma in word_set("international_bodies")) >= (mention.sector in INTERNATIONAL) or lemma in word_set(
                "any_bodies"
            ):
                return [mention]
    return []


def last_place(doc: Doc, token: Token) -> list[Mention]:
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


def possessor_of(doc: Doc, token: Token) -> list[Mention]:
    """Whom the possessive before a noun stands for."""
    return next((resolve(doc, c) for c in token.children if c.dep_ == "poss"), [])


def neighbour_in_office(doc: Doc, token: Token, *, before: bool) -> list[Mention]:
    """'his predecessor', 'her successor': by the tables of offices, as a mention at the phrase's own words."""
    owners = [m for m in possessor_of(doc, token) if m.category in ("person", "office")]
    named = next((resolve(doc, c) for c in token.children if c.dep_ == "appos"), [])
    if named:
        return named
    day = document_of(doc).published
    holder = find_person(owners[0].name, day, country=owners[0].country) if owners else None
    if holder is None or holder.country is None:
        return []
    terms = [t for t in holders_of(holder.country, holder.office) if t.start is not None]
    index = next((i for i, t in enumerate(terms) if t.entity == holder.entity and t.start == holder.start), None)
    if index is None or not 0 <= index + (-1 if before else 1) < len(terms):
        return []
    other = terms[index - 1 if before else index + 1]
    because = f"{other.person}, {other.office} {'before' if before else 'after'} {holder.person}"
    return [here(doc, token, Mention(
        token_start=token.i, token_end=token.i + 1, head=token.i, start=0, end=0, text="", category="person", name=other.person,
        entity=other.entity, country=other.country, sector=other.sector, because=because,
    ))]  # fmt: skip


def counterpart(doc: Doc, token: Token, mention: Mention) -> Mention:
    """'its Iranian counterpart': the country is said, the kind of body or office is that of the possessor."""
    owners = possessor_of(doc, token)
    day = document_of(doc).published
    if not owners or mention.country is None:
        return mention
    owner = owners[0]
    if owner.category in ("person", "office"):
        known = find_person(owner.name, day, country=owner.country)
        office = known.office if known is not None else canonical_office(owner.name, owner.country)
        if known is not None and office == "leader":
            office = "president"
        holder = holder_at(mention.country, office, day) if office and day else None
        if holder is not None:
            return replace(mention, category="person", name=holder.person, entity=holder.entity, sector=holder.sector)
        return replace(mention, sector=owner.sector)
    country = load_countries().get(mention.country)
    of_owner = load_countries().get(owner.country or "")
    name = owner.name.replace(of_owner.name, country.name) if country and of_owner else mention.name
    return replace(mention, category=owner.category, name=name, sector=owner.sector, entity=moved_key(owner, of_owner, country))


def moved_key(owner: Mention, of_owner: object, country: object) -> str | None:
    """The key of a body of the same kind in another country; None where the owner's key does not hold its country."""
    from dragoman.reference.countries import Country  # noqa: PLC0415  for the check alone
    from dragoman.reference.spelling import slug_of  # noqa: PLC0415

    if not isinstance(of_owner, Country) or not isinstance(country, Country) or owner.entity is None:
        return None
    prefix = f"organisation/{slug_of(of_owner.name)}-"
    if owner.entity.startswith(prefix):
        return f"organisation/{slug_of(country.name)}-{owner.entity.removeprefix(prefix)}"
    return country.entity if owner.entity == of_owner.entity else None


def counterparts_without_country(doc: Doc, token: Token) -> list[Mention]:
    """'his counterpart, Abdoulaye Diop': the apposition names it."""
    return next((resolve(doc, c) for c in token.children if c.dep_ == "appos"), [])


def here(doc: Doc, token: Token, mention: Mention) -> Mention:
    """A mention that stands at a token's own words."""
    text = document_of(doc).text
    start, end = token.idx, token.idx + len(token)
    return replace(mention, start=start, end=end, text=text[start:end])


def resolve_noun(doc: Doc, token: Token | int) -> int | None:
    """The token of an earlier noun, or predicate, that a definite noun phrase comes back to; None where there is none.

    'the factory' gives the first 'factory' it continues, 'this sale' the verb 'sold', 'the aircraft' a designation or a kind.
    """
    word = doc[token] if isinstance(token, int) else token
    nouns = discourse_of(doc).nouns
    if word.i not in nouns:
        if word.lower_ in SINGULAR | PLURAL | RELATIVE:
            nouns[word.i] = next(iter(thing_of_pronoun(doc, word)), None)
        elif (
            word.lemma_.lower() in word_set("body_nouns")
            and mention_at(doc, word) is None
            and len(body := resolve(doc, word)) == 1
        ):
            nouns[word.i] = body[0].head
        else:
            nouns[word.i] = earlier_noun(doc, word)
    return nouns[word.i]


def thing_of_pronoun(doc: Doc, token: Token) -> list[int]:
    """The thing that a pronoun stands for, where no name goes before it: 'the factory ..., it'."""
    from dragoman.language.coreference_pronouns import best_candidate, is_impersonal, relative_head  # noqa: PLC0415

    if token.lower_ in RELATIVE:
        head = relative_head(token)
        return [head.i] if head is not None else []
    if is_impersonal(token):
        return []
    best = best_candidate(doc, token, discourse_of(doc))
    return [best.head] if best is not None and not best.actor else []
