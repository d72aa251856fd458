"""Words of direction as they are written: 'south-east', 'southeastern', 'far north', 'northernmost'."""

from typing import Final

from dragoman.language.words import Words

SIDES: Final = {
    word + ending: word
    for word in (
        "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
    )
    for ending in ("", "ern", "ernmost")
}  # fmt: skip
BEFORE: Final = frozenset({"far", "extreme", "deep", "due", "just", "further", "farther"})


def compass_at(doc: Words, start: int) -> tuple[str, int] | None:
    """The direction that words from `start` on say, in one word, and the index after them; None where they say none."""
    at = start
    while at < len(doc) and doc[at].lower_ in BEFORE:
        at += 1
    if at >= len(doc):
        return None
    plain = doc[at].lower_.replace("-", "")
    if plain in SIDES:
        side, at = SIDES[plain], at + 1
        if at + 1 < len(doc) and doc[at].text == "-" and side + (rest := SIDES.get(doc[at + 1].lower_, "")) in SIDES and rest:
            return side + rest, at + 2
        return side, at
    return None
