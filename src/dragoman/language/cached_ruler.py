"""spaCy's attribute ruler, remembered: the same parts of speech and lemmas for a hundredth of its time.

The ruler of the English models sets part of speech, morphology and some lemmas by rules that look at a token's tag, relation and
word, a few at its neighbour too. What it does with one such combination it does with all, so each is given to it once.
"""

from collections.abc import Hashable, Iterable
from typing import Any, Final

from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

LOOKED_AT: Final[list[int | str]] = ["TAG", "LOWER", "DEP", "IS_SPACE"]
SET: Final[list[int | str]] = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]
LONGEST: Final = 2  # tokens in a rule; with longer ones, or with rules on anything else, nothing is remembered
MOST_REMEMBERED: Final = 100_000
Row = tuple[int, int, int, int]


class CachedRuler:
    """Does what an attribute ruler does, which it asks only for what it has not met before."""

    def __init__(self, ruler: AttributeRuler) -> None:
        """Look through the ruler's rules for what they look at."""
        self.ruler = ruler
        entries: Any = ruler.patterns
        rules = [tokens for entry in entries for tokens in entry["patterns"]]
        strings = ruler.vocab.strings
        self.can_remember = all(len(tokens) <= LONGEST and all(set(t) <= set(LOOKED_AT) for t in tokens) for tokens in rules)
        self.words = {strings.add(word) for tokens in rules for token in tokens for word in values_of(token.get("LOWER"))}
        beside = [token for tokens in rules if len(tokens) > 1 for token in tokens]
        self.words_beside = {strings.add(word) for token in beside for word in values_of(token.get("LOWER"))}
        self.relations_beside = {strings.add(name) for t in beside if "LOWER" not in t for name in values_of(t.get("DEP"))}
        self.can_remember &= all("LOWER" in token or "DEP" in token for token in beside)
        self.known: dict[Hashable, tuple[int, ...]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set what the ruler would set."""
        if not self.can_remember or not len(doc):
            return self.ruler(doc)
        keys = self.keys_of(doc)
        try:
            values = [self.known[key] for key in keys]
        except KeyError:
            doc = self.ruler(doc)
            if len(self.known) > MOST_REMEMBERED:
                self.known.clear()
            table: Any = doc.to_array(SET)
            self.known.update(zip(keys, map(tuple, table.tolist()), strict=True))
            return doc
        table = doc.to_array(SET)
        table[:] = values
        return doc.from_array(SET, table)

    def keys_of(self, doc: Doc) -> list[Hashable]:
        """For each token all that a rule may look at; words that no rule names count as one."""
        words = self.words
        table: Any = doc.to_array(LOOKED_AT)
        rows: list[Row] = [(tag, w if w in words else 0, dep, s) for tag, w, dep, s in table.tolist()]
        keys: list[Hashable] = [*rows]
        for i, (_, word, relation, _) in enumerate(rows):
            if word in self.words_beside or relation in self.relations_beside:
                keys[i] = rows[i], rows[i - 1] if i else None, rows[i + 1] if i + 1 < len(rows) else None
        return keys


def values_of(condition: Any) -> Iterable[str]:
    """The values that a rule names for an attribute: one, or those of a set."""
    if isinstance(condition, str):
        return (condition,)
    return [value for values in (condition or {}).values() for value in values]


@Language.factory("dragoman_cached_ruler", assigns=["token.pos", "token.morph", "token.lemma", "token.tag", "token.dep"])
def make_cached_ruler(nlp: Language, name: str) -> CachedRuler:  # noqa: ARG001  the signature is spaCy's
    """A ruler that remembers what the attribute ruler of the same pipeline does, to stand in its place."""
    ruler = nlp.get_pipe("attribute_ruler")
    if not isinstance(ruler, AttributeRuler):
        message = f"the pipeline's attribute_ruler is a {type(ruler).__name__}, not spaCy's AttributeRuler"
        raise TypeError(message)
    return CachedRuler(ruler)
