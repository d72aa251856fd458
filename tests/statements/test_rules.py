"""Every pattern of every rule file reads the examples beside it, and leaves its counter-examples alone."""

from collections.abc import Callable

import pytest

from dragoman.model.reading import Reading
from dragoman.model.statement import Statement
from dragoman.statements.frames import FIELDS, Pattern, load_lexicon
from marked import read_marked

Reader = Callable[..., Reading]


def examples(name: str) -> list[object]:
    """Every example of one list, with the pattern it stands beside."""
    return [
        pytest.param(pattern, example, id=f"{kind}-{pattern.id}-{number}")
        for kind in FIELDS
        for pattern in load_lexicon(kind).patterns
        for number, example in enumerate(pattern.examples[name], start=1)
    ]


def statements_read_by(pattern: Pattern, reading: Reading) -> list[Statement]:
    """The statements that a pattern gave."""
    return [s for s in reading.statements if s.kind == pattern.kind and s.read_by.split(":", 1)[1] == pattern.id]


def faults(pattern: Pattern, example: str, read: Reader) -> list[str]:
    """What is wrong with the reading of an example that should fire: nothing read, or a marked role not filled."""
    marked = read_marked(example)
    found = statements_read_by(pattern, read(marked.text, "2024-06-30"))
    triggers = marked.labelled("trigger")
    near = [s for s in found if not triggers or any(s.start <= start and end <= s.end for start, end in triggers)]
    if not near:
        return ["no statement"]
    missing = []
    for role, start, end in marked.marks:
        if role in ("trigger", "item", "office", "facility", "relations", "product"):
            continue
        filled = [p for s in near for p in s.participants if p.role == role and p.start is not None and p.end is not None]
        if not any(p.start < end and start < p.end for p in filled):
            missing.append(f"{role} {marked.text[start:end]!r}")
    return missing


@pytest.mark.parametrize(("pattern", "example"), examples("fires"))
def test_pattern_reads_its_example(pattern: Pattern, example: str, read: Reader) -> None:
    """A text in `fires` gives a statement of the pattern, with the roles as marked."""
    assert faults(pattern, example, read) == []


@pytest.mark.parametrize(("pattern", "example"), examples("leaves_alone"))
def test_pattern_leaves_its_counter_example_alone(pattern: Pattern, example: str, read: Reader) -> None:
    """A text in `leaves_alone` gives no statement of the pattern."""
    assert statements_read_by(pattern, read(read_marked(example).text, "2024-06-30")) == []


@pytest.mark.parametrize(("pattern", "example"), examples("misses"))
@pytest.mark.xfail(strict=True, reason="known miss: move it to 'fires' once it is read")
def test_known_miss_is_still_missed(pattern: Pattern, example: str, read: Reader) -> None:
    """A text in `misses` is not read yet."""
    assert faults(pattern, example, read) == []


@pytest.mark.parametrize(("pattern", "example"), examples("false_alarms"))
@pytest.mark.xfail(strict=True, reason="known false alarm: move it to 'leaves_alone' once it is silent")
def test_known_false_alarm_still_fires(pattern: Pattern, example: str, read: Reader) -> None:
    """A text in `false_alarms` gives a statement that it should not."""
    assert statements_read_by(pattern, read(read_marked(example).text, "2024-06-30")) == []
