"""The standing of every predicate: whether the text says yes or no, how sure it is, and whether it happened."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from dragoman.language.clauses import index_of
from dragoman.model.span import Factuality, Predicate


@Language.component("dragoman_factuality")
def find_predicates(doc: Doc) -> Doc:
    """Set `doc._.predicates`."""
    doc._.predicates = {t.i: standing_of(doc, t.i) for t in doc if t.pos_ == "VERB"}
    return doc


def standing_of(doc: Doc, token: int | Token) -> Predicate:
    """The standing of the predicate headed by `token`; positive, certain and actual where nothing shows otherwise."""
    i = index_of(token)
    word = doc[i]
    known: Predicate | None = doc._.predicates.get(i)
    if known is not None:
        return known
    return Predicate(
        token=i, start=word.idx, end=word.idx + len(word.text), text=word.text, factuality=Factuality(), realis="actual"
    )
