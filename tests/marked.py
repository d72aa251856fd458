"""Texts with marks, such as '[Washington|actor] [imposed|trigger] tariffs on [Turkey|recipient].'."""

import re
from dataclasses import dataclass

MARK = re.compile(r"\[([^\[\]|]+)\|([a-z_]+)\]")


@dataclass(frozen=True)
class Marked:
    """A text without its marks, and for each mark its label with the characters it covers."""

    text: str
    marks: tuple[tuple[str, int, int], ...]

    def labelled(self, label: str) -> list[tuple[int, int]]:
        """The spans marked with `label`."""
        return [(start, end) for name, start, end in self.marks if name == label]


def read_marked(marked: str) -> Marked:
    """Take the marks out of a text and keep where they stood."""
    text, marks, last = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        marks.append((match.group(2), len(text), len(text) + len(match.group(1))))
        text += match.group(1)
        last = match.end()
    return Marked(text + marked[last:], tuple(marks))
