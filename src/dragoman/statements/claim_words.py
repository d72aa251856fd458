"""Makes a claim over some words of a text: the one way in which all finders of claims do it."""

from dragoman.language.attributes import document_of
from dragoman.language.words import Words
from dragoman.model.reading import Claim


def claim_over(doc: Words, kind: str, first: int, last: int, **parts: object) -> Claim:
    """A claim over the words `first` to `last`, `last` included."""
    span = doc[first : last + 1]
    text = document_of(doc).text[span.start_char : span.end_char]
    return Claim(kind=kind, start=span.start_char, end=span.end_char, text=text, parts=tuple(parts.items()))
