"""Several processes read side by side: order, faults, and processes that die."""

import pytest

import unsteady_readers
from dragoman.model.document import Document
from dragoman.model.errors import DocumentFault, ModelMissing, WorkersLost
from dragoman.workers import HELD_A_WORKER, read_side_by_side


def outcomes(*texts, prepare=unsteady_readers.prepare, processes=2):
    """For each text the word 'read' or the message of its fault."""
    documents = [Document(id=f"d{number}", text=text) for number, text in enumerate(texts)]
    found = list(read_side_by_side(documents, prepare, processes=processes))
    ids = [o.document if isinstance(o, DocumentFault) else o.document.id for o in found]
    assert ids == [d.id for d in documents]
    return [o.message if isinstance(o, DocumentFault) else "read" for o in found]


def test_outcomes_come_in_the_order_of_the_documents():
    assert outcomes("slow", *["quick"] * 30) == ["read"] * 31


def test_no_documents_give_no_outcomes():
    assert outcomes() == []


def test_fault_costs_its_document_only():
    found = outcomes("quick", "fault", "quick", "raise", "quick")
    assert [word == "read" for word in found] == [True, False, True, False, True]
    assert "not foreseen" in found[3]


@pytest.mark.parametrize("processes", [1, 3])
def test_process_that_is_killed_costs_its_document_only(processes):
    found = outcomes("quick", "die", "quick", "quick", "die", processes=processes)
    assert [word == "read" for word in found] == [True, False, True, True, False]
    assert "signal 9" in found[1]


def test_document_whose_process_died_once_is_read_again(tmp_path):
    assert outcomes("quick", f"die {tmp_path / 'died'}", "quick") == ["read", "read", "read"]
    assert (tmp_path / "died").exists()


def test_error_in_preparing_is_the_runs():
    with pytest.raises(ModelMissing, match="no language model"):
        outcomes("quick", prepare=unsteady_readers.prepare_without_model)


def test_processes_that_never_live_end_the_run():
    with pytest.raises(WorkersLost, match="exit status 7"):
        outcomes("quick", prepare=unsteady_readers.prepare_and_die)


def test_stream_is_read_no_further_than_needed():
    taken = []

    def stream():
        for number in range(100):
            taken.append(number)
            yield Document(id=str(number), text="quick")

    reading = read_side_by_side(stream(), unsteady_readers.prepare, processes=1)
    next(reading)
    reading.close()
    assert len(taken) <= HELD_A_WORKER + 1
