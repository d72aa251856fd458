"""Which act the dead and the hurt of a sentence are counted for."""

from dragoman.language.reader import load_language
from dragoman.model.document import Document
from dragoman.model.statement import Event
from dragoman.pipeline import read_document


def test_joined_verbs_of_harm_keep_their_own_numbers():
    """'killed five and wounded six': the five are not the wounding's, nor the six the killing's."""
    text = "Turkish troops killed five rebels and wounded six in Syria."
    events = [s for s in read_document(Document(id="t", text=text), load_language()).statements if isinstance(s, Event)]
    assert {(e.trigger, e.fatalities, e.injured) for e in events} == {("killed", 5, None), ("wounded", None, 6)}
