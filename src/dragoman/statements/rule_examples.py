"""The examples beside a frame, tried out: what should fire fires with its roles filled, what should be left alone is.

Examples are texts with marks, such as '[Washington|actor] [imposed|trigger] tariffs on [Turkey|recipient].'.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from dragoman.model.reading import Reading
from dragoman.model.statement import Statement
from dragoman.statements.frame_keys import OTHER_PATHS
from dragoman.statements.frames import Pattern

MARK: Final = re.compile(r"\[([^\[\]|]+)\|([a-z_]+)\]")
READ_AS_OF: Final = "2024-06-30"  # the day on which examples count as published
NO_ROLES: Final = frozenset({"trigger", *(path for paths in OTHER_PATHS.values() for path in paths)})

type Read = Callable[[str], Reading]


@dataclass(frozen=True)
class Marked:
    """A text without its marks, and for each mark its label with the characters it covers."""

    text: str
    marks: tuple[tuple[str, int, int], ...]

    def labelled(self, label: str) -> list[tuple[int, int]]:
        """The spans marked with `label`."""
        return [(start, end) for name, start, end in self.marks if name == label]


@dataclass(frozen=True, slots=True)
class Tried:
    """An example that was tried: the list it stands in, its place there, and what is wrong with it; None where nothing is."""

    pattern: Pattern
    list: str
    number: int
    example: str
    fault: str | None


def read_marked(marked: str) -> Marked:
    """Take the marks out of a text and keep where they stood."""
    text, marks, last = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        marks.append((match.group(2), len(text), len(text) + len(match.group(1))))
        text += match.group(1)
        last = match.end()
    return Marked(text + marked[last:], tuple(marks))


def try_examples(pattern: Pattern, read: Read) -> Iterator[Tried]:
    """Every example of a pattern, tried.

    Args:
        pattern: The pattern.
        read: Reads a text as published on `READ_AS_OF`, with the pattern among the frames.
    """
    for name, examples in pattern.examples.items():
        for number, example in enumerate(examples, 1):
            yield Tried(pattern, name, number, example, FAULTS[name](pattern, example, read))


def statements_read_by(pattern: Pattern, reading: Reading) -> list[Statement]:
    """The statements that a pattern gave."""
    return [s for s in reading.statements if s.kind == pattern.kind and s.read_by.split(":", 1)[1] == pattern.id]


def not_fired(pattern: Pattern, example: str, read: Read) -> str | None:
    """What is wrong with the reading of a text that should fire: nothing read by the pattern, or a marked role not filled."""
    marked = read_marked(example)
    reading = read(marked.text)
    triggers = marked.labelled("trigger")
    near = [
        s
        for s in statements_read_by(pattern, reading)
        if not triggers or any(s.start <= start and end <= s.end for start, end in triggers)
    ]
    if not near:
        others = sorted({s.read_by for s in reading.statements if s.kind == pattern.kind})
        return "it is not read by this pattern" + (f", but by {', '.join(others)}" if others else "")
    missing = []
    for role, start, end in marked.marks:
        filled = [p for s in near for p in s.participants if p.role == role and p.start is not None and p.end is not None]
        if role not in NO_ROLES and not any(p.start < end and start < p.end for p in filled):  # type: ignore[operator]
            found = " and ".join(repr(p.text) for p in filled) or "nobody"
            missing.append(f"the {role} is {marked.text[start:end]!r}, read is {found}")
    return "; ".join(missing) or None


def fired(pattern: Pattern, example: str, read: Read) -> str | None:
    """What is wrong with the reading of a text that the pattern should leave alone."""
    found = statements_read_by(pattern, read(read_marked(example).text))
    return f"it is read: {found[0].text!r}" if found else None


def missed_no_longer(pattern: Pattern, example: str, read: Read) -> str | None:
    """What is wrong with a known miss: it is none any more."""
    return None if not_fired(pattern, example, read) else "it is read now; move it to 'fires'"


def silent_now(pattern: Pattern, example: str, read: Read) -> str | None:
    """What is wrong with a known false alarm: it is none any more."""
    return None if fired(pattern, example, read) else "it is left alone now; move it to 'leaves_alone'"


FAULTS: Final[dict[str, Callable[[Pattern, str, Read], str | None]]] = {
    "fires": not_fired,
    "leaves_alone": fired,
    "misses": missed_no_longer,
    "false_alarms": silent_now,
}
