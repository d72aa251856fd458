"""`nlp.add_pipe("dragoman")`: statements and findings in a spaCy pipeline of one's own.

spaCy finds this module through its entry points and imports it whenever any pipeline is loaded, so it imports the stages
only when the component is made.
"""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory(
    "dragoman",
    default_config={"rules": []},
    assigns=["doc._.statements", "doc._.findings"],
    requires=["token.dep", "token.tag", "doc.ents"],
)
def make_dragoman_component(nlp: Language, name: str, rules: list[str]) -> "DragomanComponent":  # noqa: ARG001  the signature is spaCy's
    """A component that reads statements from a Doc and checks them. Needs a tagger, a parser and NER before it.

    `rules` names folders with frames of your own: `nlp.add_pipe("dragoman", config={"rules": ["my-rules"]})`.
    """
    return DragomanComponent(nlp, rules)


class DragomanComponent:
    """Runs the language components that the pipeline lacks, then sets `doc._.statements` and `doc._.findings`."""

    def __init__(self, nlp: Language, rules: Sequence[str] = ()) -> None:
        """Make the language components and read the rules once."""
        from dragoman.language.reader import COMPONENTS, import_components  # noqa: PLC0415  see the module's docstring
        from dragoman.pipeline import load_rules  # noqa: PLC0415

        self.rules = load_rules(rules)
        import_components()
        for attribute in ("statements", "findings"):
            if not Doc.has_extension(attribute):
                Doc.set_extension(attribute, default=())
        self.components = [nlp.create_pipe(part) for part in COMPONENTS if part not in nlp.pipe_names]

    def __call__(self, doc: Doc) -> Doc:
        """Read one Doc."""
        from dragoman.pipeline import check_readings  # noqa: PLC0415  see the module's docstring
        from dragoman.statements.reader import read_annotated  # noqa: PLC0415

        for component in self.components:
            doc = component(doc)
        reading = read_annotated(doc, self.rules)
        doc._.statements = reading.statements
        doc._.findings = tuple(check_readings([reading]))
        return doc
