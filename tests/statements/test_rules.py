"""Every pattern of every rule file reads the examples beside it, and leaves its counter-examples alone."""

from collections.abc import Callable

import pytest

from dragoman.model.reading import Reading
from dragoman.statements.frame_keys import FIELDS
from dragoman.statements.frames import Pattern, load_lexicon
from dragoman.statements.rule_examples import READ_AS_OF, fired, not_fired

Reader = Callable[..., Reading]


def examples(name: str) -> list[object]:
    """Every example of one list, with the pattern it stands beside."""
    return [
        pytest.param(pattern, example, id=f"{kind}-{pattern.id}-{number}")
        for kind in FIELDS
        for pattern in load_lexicon(kind).patterns
        for number, example in enumerate(pattern.examples[name], start=1)
    ]


@pytest.fixture
def read_example(read: Reader) -> Callable[[str], Reading]:
    """Read a text as examples are read."""
    return lambda text: read(text, READ_AS_OF)


@pytest.mark.parametrize(("pattern", "example"), examples("fires"))
def test_pattern_reads_its_example(pattern: Pattern, example: str, read_example: Callable[[str], Reading]) -> None:
    """A text in `fires` gives a statement of the pattern, with the roles as marked."""
    assert not_fired(pattern, example, read_example) is None


@pytest.mark.parametrize(("pattern", "example"), examples("leaves_alone"))
def test_pattern_leaves_its_counter_example_alone(pattern: Pattern, example: str, read_example: Callable[[str], Reading]) -> None:
    """A text in `leaves_alone` gives no statement of the pattern."""
    assert fired(pattern, example, read_example) is None


@pytest.mark.parametrize(("pattern", "example"), examples("misses"))
@pytest.mark.xfail(strict=True, reason="known miss: move it to 'fires' once it is read")
def test_known_miss_is_still_missed(pattern: Pattern, example: str, read_example: Callable[[str], Reading]) -> None:
    """A text in `misses` is not read yet."""
    assert not_fired(pattern, example, read_example) is None


@pytest.mark.parametrize(("pattern", "example"), examples("false_alarms"))
@pytest.mark.xfail(strict=True, reason="known false alarm: move it to 'leaves_alone' once it is silent")
def test_known_false_alarm_still_fires(pattern: Pattern, example: str, read_example: Callable[[str], Reading]) -> None:
    """A text in `false_alarms` gives a statement that it should not."""
    assert fired(pattern, example, read_example) is None
