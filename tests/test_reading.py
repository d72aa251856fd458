"""What holds of every reading: it quotes its document, is the same twice and in any order, and keeps to the statement format."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from dragoman.documents.loading import load_documents
from dragoman.model.closed_lists import KINDS, ROLES
from dragoman.model.document import Document
from dragoman.model.reading import Reading
from dragoman.model.serialise import finding_to_dict, statement_to_dict
from dragoman.pipeline import check_readings, read_document, read_documents

EXAMPLES = Path(__file__).parents[1] / "examples"
Reader = Callable[..., Reading]

PARTIES = st.sampled_from(["Iran", "Turkey", "France", "the Taliban", "Poland's defence minister", "Kenyan police"])
ACTS = st.sampled_from(
    [
        "attacked",
        "sold six drones to",
        "condemned",
        "denied having armed",
        "could visit",
        "agreed to support",
        "reportedly sanctioned",
    ]
)
TIMES = st.sampled_from(["in May 2021", "yesterday", "two weeks later", "", "on 30 February", "in the 1990s"])
SENTENCES = st.builds("{} {} {} {}.".format, PARTIES, ACTS, PARTIES, TIMES)


@pytest.fixture(scope="module")
def example_documents() -> list[Document]:
    """The documents of `examples/`."""
    return [d for d in load_documents([str(EXAMPLES)]) if isinstance(d, Document)]


@pytest.fixture(scope="module")
def example_readings(example_documents: list[Document], nlp: Language) -> list[Reading]:
    """Their readings."""
    return [read_document(document, nlp) for document in example_documents]


def as_text(reading: Reading) -> str:
    """A reading and its findings as they leave the program."""
    rows = [statement_to_dict(s) for s in reading.statements] + [finding_to_dict(f) for f in check_readings([reading])]
    return json.dumps(rows, ensure_ascii=False)


@pytest.mark.model
def test_examples_give_every_kind_of_statement(example_readings: list[Reading]) -> None:
    """The main job shows what the program can do: no kind is missing."""
    assert {s.kind for r in example_readings for s in r.statements} == set(KINDS)


@pytest.mark.model
def test_statements_quote_their_document(example_readings: list[Reading]) -> None:
    """The words of a statement, of its participants, its trigger and its cue stand in the document at their offsets."""
    for reading in example_readings:
        text = reading.document.text
        for statement in reading.statements:
            assert text[statement.start : statement.end] == statement.text
            for participant in statement.participants:
                assert participant.role in ROLES
                if participant.start is not None:
                    assert text[participant.start : participant.end] == participant.text
            if statement.attribution is not None:
                assert text[statement.attribution.start : statement.attribution.end] == statement.attribution.cue


@pytest.mark.model
def test_ids_are_unique_and_links_lead_to_statements(example_readings: list[Reading]) -> None:
    """No id stands twice in a run; `within` and a finding's `statements` name statements of the same document."""
    ids = [s.id for r in example_readings for s in r.statements]
    assert len(ids) == len(set(ids))
    for reading in example_readings:
        own = {s.id for s in reading.statements}
        assert {s.within for s in reading.statements} - {None} <= own
        assert {i for f in check_readings([reading]) for i in f.statements} <= own


@pytest.mark.model
def test_order_of_documents_changes_no_reading(example_documents: list[Document], example_readings: list[Reading]) -> None:
    """Read backwards, each document gives the same bytes."""
    backwards = list(read_documents(reversed(example_documents)))
    assert [as_text(r) for r in reversed(backwards)] == [as_text(r) for r in example_readings]


@pytest.mark.model
def test_planted_slip_of_the_examples_is_found(example_readings: list[Reading]) -> None:
    """The examples hold an interval that the calendar contradicts, and the check says so."""
    findings = check_readings(example_readings)
    assert any(f.check == "interval" and f.verdict == "disagrees" for f in findings)


@pytest.mark.model
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sentences=st.lists(SENTENCES, min_size=1, max_size=4))
def test_any_text_is_read_the_same_twice(sentences: list[str], nlp: Language) -> None:
    """A reading is a pure function of its document, whatever stands in it."""
    document = Document(id="generated", text=" ".join(sentences))
    first = read_document(document, nlp)
    assert as_text(first) == as_text(read_document(document, nlp))
    for statement in first.statements:
        assert document.text[statement.start : statement.end] == statement.text
        time = statement.time
        assert time is None or time.start is None or time.end is None or time.start <= time.end


@pytest.mark.model
@pytest.mark.parametrize(("one", "other", "code"), [("Kenya", "Brazil", "BRA"), ("Kenya", "Mexico", "MEX")])
def test_another_country_changes_that_participant_only(one: str, other: str, code: str, read: Reader) -> None:
    """Swapping one country's name changes nothing but the participant that it names."""
    text = "On 3 May 2023 {} attacked a military base in Ethiopia."
    first, second = (next(s for s in read(text.format(name)).statements if s.kind == "event") for name in (one, other))
    assert [p.country for p in second.in_role("actor")] == [code]
    unchanged = ("event_type", "mode", "time", "realis", "factuality", "trigger")
    assert [getattr(first, name) for name in unchanged] == [getattr(second, name) for name in unchanged]


@pytest.mark.model
def test_did_not_turns_polarity_and_keeps_the_parties(read: Reader) -> None:
    """A negation changes what is said of the act, not who is in it."""
    said, denied = (read(f"Kenya {verb} Ethiopia.").statements[0] for verb in ("attacked", "did not attack"))
    assert (said.factuality.polarity, denied.factuality.polarity) == ("positive", "negative")
    assert [(p.role, p.country) for p in said.participants] == [(p.role, p.country) for p in denied.participants]


@pytest.mark.model
def test_document_without_a_date_gets_no_date_in_disguise(read: Reader) -> None:
    """'Last month' in a text of unknown date has no time."""
    reading = read("Kenya attacked Ethiopia last month.")
    assert all(s.time is None for s in reading.statements)


@pytest.mark.model
def test_furniture_gives_no_statement(nlp: Language) -> None:
    """A credit and a disclaimer state nothing of the world."""
    text = "Kenya attacked Ethiopia on 3 May 2023.\n\nPhoto by Kenyan Army/Handout via Example Images\n"
    reading = read_document(Document(id="credit", text=text), nlp)
    assert reading.statements
    assert all(s.end <= text.index("Photo") for s in reading.statements)
