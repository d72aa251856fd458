"""The custom attributes that the components hang on a spaCy `Doc`, and the component that keeps paragraphs apart.

doc._.mentions      list[Mention]           set by dragoman_mentions
doc._.times         list[TimeExpression]    set by dragoman_times
doc._.quantities    list[Quantity]          set by dragoman_quantities
doc._.attributions  list[AttributionSpan]   set by dragoman_attribution
doc._.predicates    dict[int, Predicate]    set by dragoman_factuality; key: token index
doc._.event_times   dict[int, TimeExpression]  set by dragoman_event_times; key: token index of a predicate
doc._.document      Document                set by the reader before the pipeline runs
"""

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.language.words import Stretch, Word, Words
from dragoman.model.document import Document

LIST_ATTRIBUTES = ("mentions", "times", "quantities", "attributions")
DICT_ATTRIBUTES = ("predicates", "event_times")


def register_attributes() -> None:
    """Make the attributes known to spaCy; calling it again changes nothing."""
    if not Doc.has_extension("document"):
        Doc.set_extension("document", default=None)
    for name in LIST_ATTRIBUTES:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=[])
    for name in DICT_ATTRIBUTES:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default={})


register_attributes()


@Language.component("dragoman_paragraphs")
def keep_paragraphs_apart(doc: Doc) -> Doc:
    """Begin a sentence after every line break that ends a paragraph, and where a dateline, a credit or the like begins or ends.

    So the parser never joins a headline to the text below it, nor the agency of a dateline to the first subject.
    """
    edges = {edge for f in document_of(doc).furniture for edge in (f.start, f.end)}
    reached = sorted(edges)
    for token in doc[:-1]:
        if token.is_space and "\n" in token.text:
            doc[token.i + 1].is_sent_start = True
        while reached and token.idx >= reached[0]:
            if not token.is_space and token.idx > 0:
                token.is_sent_start = True
            reached.pop(0)
    return doc


def document_of(doc: Doc | Words) -> Document:
    """The document that `doc` was made from; for a `Doc` that spaCy users made themselves, one around its text."""
    known: Document | None = doc._.document
    return known if known is not None else Document(id="doc", text=doc.text)


def in_furniture(thing: Word | Stretch) -> bool:
    """Whether a token or span stands in a dateline, byline, credit or the like, which states nothing of the world."""
    first = thing.start if isinstance(thing, Stretch) else thing.i
    return first in furniture_tokens(thing.doc)


def furniture_tokens(doc: Words) -> frozenset[int]:
    """The indices of the tokens that stand in furniture; worked out once for each Doc."""
    known: frozenset[int] | None = doc.user_data.get("dragoman_furniture")
    if known is None:
        edges = [(f.start, f.end) for f in document_of(doc).furniture]
        known = frozenset(w.i for start, end in edges for w in doc.words if w.idx < end and start < w.idx + len(w.text))
        doc.user_data["dragoman_furniture"] = known
    return known
