"""Who says what: source, cue and content of every attribution in a text."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from dragoman.model.statement import Attribution


@Language.component("dragoman_attribution")
def find_attributions(doc: Doc) -> Doc:
    """Set `doc._.attributions`."""
    doc._.attributions = []
    return doc


def attribution_of(doc: Doc, token: int | Token) -> Attribution | None:
    """The innermost attribution whose content holds `token`, with its chain outermost first; None in the author's voice."""
    return None
