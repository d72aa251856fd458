"""The bodies and treaties that a text names or comes back to: 'NATO', 'that club', 'a signatory of it', 'has joined neither'."""

from dataclasses import replace
from typing import Final

from dragoman.language.coreference import resolve
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import coordinated
from dragoman.language.words import Word, Words
from dragoman.model.span import Mention
from dragoman.reference.organisations import find_organisation

TREATIES: Final = frozenset({"treaty", "pact", "accord", "convention", "agreement", "charter", "protocol"})
BODIES: Final = frozenset(
    {"club", "bloc", "alliance", "organisation", "organization", "group", "grouping", "union", "cartel", "league", "association"}
)
POINTING: Final = frozenset({"the", "that", "this"})
PAIRS: Final = frozenset({"neither", "both", "either"})
RELATIVES: Final = frozenset({"which", "that", "whose"})


def is_body(mention: Mention | None) -> bool:
    """Whether a mention is a body or treaty that states belong to: one without a country of its own, named by the table."""
    return mention is not None and mention.category == "organisation" and mention.country is None


def is_named(mention: Mention | None) -> bool:
    """Whether a mention is a body by its name, not 'that club'."""
    return is_body(mention) and mention is not None and mention.entity is not None


def bodies_at(doc: Words, head: Word) -> list[Mention]:
    """The bodies that a phrase names or comes back to, all that are joined."""
    found: list[Mention] = []
    for joined in coordinated(head):
        mention = mention_at(doc, joined)
        if mention is not None and is_named(mention):
            found.append(mention)
        else:
            back = [seen_from(joined, m) for m in returned_to(doc, joined)]
            found += back or ([mention] if mention is not None and is_body(mention) else [])
    return found


def seen_from(word: Word, mention: Mention) -> Mention:
    """A body with the words that come back to it as its own, so that a statement quotes its clause."""
    return replace(mention, start=word.idx, end=word.idx + len(word), text=word.text, token_start=word.i, token_end=word.i + 1)


def returned_to(doc: Words, word: Word) -> list[Mention]:
    """The body that a pronoun or 'the bloc', 'that club', 'the treaty' comes back to."""
    lower, lemma = word.lower_, word.lemma_.lower()
    if lower in PAIRS:
        before = named_before(doc, word)
        return before[-2:] if len(before) >= 2 else []
    if lower in RELATIVES:
        verb = next((w for w in word.ancestors if w.dep_ == "relcl"), None)
        mention = mention_at(doc, verb.head) if verb is not None else None
        return [mention] if mention is not None and is_named(mention) else []
    if lower == "it":
        known = [m for m in resolve(doc, word) if is_named(m)]
        return known or named_before(doc, word, same_sentence=True)[-1:]
    if lemma in TREATIES | BODIES and any(c.lower_ in POINTING for c in word.lefts):
        return [m for m in named_before(doc, word) if is_treaty(m) == (lemma in TREATIES)][-1:]
    return []


def named_before(doc: Words, word: Word, *, same_sentence: bool = False) -> list[Mention]:
    """The bodies named in the sentence up to a word, each once; in the sentence before it where there are none."""
    first = word.sent.start
    if not same_sentence and first > 0:
        first = doc[first - 1].sent.start
    found = [m for m in doc._.mentions if is_named(m) and first <= m.token_start and m.token_end <= word.i]
    latest = {m.entity: m for m in found}
    return sorted(latest.values(), key=lambda m: m.token_start)


def is_treaty(mention: Mention) -> bool:
    """Whether a body is a treaty by the table."""
    known = find_organisation(mention.entity) if mention.entity else None
    return known is not None and known.kind in ("treaty", "agreement")
