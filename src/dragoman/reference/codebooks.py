"""Other people's lists of codes: PLOVER's types, modes, scores and contexts, CAMEO's codes, Goldstein's scores."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final, cast

from dragoman.model.closed_lists import EVENT_TYPES, EventType
from dragoman.model.errors import ReferenceFileError
from dragoman.reference.tables import Row, check_choice, load_table, read_data, split_cell

SCORES_FILE: Final = "plover_scores.tsv"
CAMEO_FILE: Final = "cameo_plover.tsv"
GOLDSTEIN_FILE: Final = "goldstein_cameo.tsv"
NEAREST_FILE: Final = "cameo_nearest.tsv"
LARGEST_SCORE: Final = 10.0
TypeAndMode = tuple[EventType, str | None]


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A CAMEO code, what it means, and the type, mode (None: none) and contexts of PLOVER that it comes nearest to."""

    code: str
    event_type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    meaning: str


def event_type_of(value: str, *, file: str, entry: str) -> EventType:
    """One of PLOVER's types.

    Raises:
        ReferenceFileError: It is none.
    """
    return cast("EventType", check_choice(value, EVENT_TYPES, file=file, entry=entry, key="event_type"))


def score_of(cell: str, *, file: str, entry: str) -> float:
    """A score between -10 and 10.

    Raises:
        ReferenceFileError: It is no number, or beyond.
    """
    try:
        score = float(cell)
    except ValueError:
        score = LARGEST_SCORE + 1
    if abs(score) > LARGEST_SCORE:
        raise ReferenceFileError(file, entry, f"score is {cell!r}; expected a number from -10 to 10")
    return score


@cache
def plover_scores() -> MappingProxyType[TypeAndMode, float]:
    """PLOVER's scores by type and mode; None stands for the type itself."""
    rows = load_table(SCORES_FILE, ("event_type", "mode", "score"), required=("event_type", "score"))
    return MappingProxyType(build_scores(rows))


def build_scores(rows: Iterable[Row]) -> dict[TypeAndMode, float]:
    """Scores from the rows of their table.

    Raises:
        ReferenceFileError: An unknown type, or a score that is no number from -10 to 10.
    """
    scores: dict[TypeAndMode, float] = {}
    for row in rows:
        entry = f"{row['event_type']} {row['mode']}".strip()
        event_type = event_type_of(row["event_type"], file=SCORES_FILE, entry=entry)
        scores[event_type, row["mode"] or None] = score_of(row["score"], file=SCORES_FILE, entry=entry)
    return scores


@cache
def plover_modes(event_type: EventType) -> tuple[str, ...]:
    """The modes of a type, in the order of the manual; empty where PLOVER has none."""
    return tuple(mode for known, mode in plover_scores() if known == event_type and mode is not None)


@cache
def plover_contexts() -> tuple[str, ...]:
    """PLOVER's general contexts."""
    return tuple(read_data("plover_contexts.txt").split())


def plover_score(event_type: EventType, mode: str | None = None) -> float | None:
    """PLOVER's score of conflict and cooperation; that of the type where the mode has none. None for an unknown type."""
    scores = plover_scores()
    return scores.get((event_type, mode), scores.get((event_type, None)))


@cache
def cameo_codes() -> MappingProxyType[str, CameoCode]:
    """CAMEO's codes with their nearest type, mode and contexts of PLOVER."""
    rows = load_table(CAMEO_FILE, ("code", "event_type", "mode", "contexts", "meaning"), required=("code", "event_type"))
    return MappingProxyType(build_cameo(rows))


def build_cameo(rows: Iterable[Row]) -> dict[str, CameoCode]:
    """Codes from the rows of their table.

    Raises:
        ReferenceFileError: An unknown type, mode or context.
    """
    codes = {}
    for row in rows:
        code = row["code"]
        event_type = event_type_of(row["event_type"], file=CAMEO_FILE, entry=code)
        check_choice(row["mode"], ("", *plover_modes(event_type)), file=CAMEO_FILE, entry=code, key="mode")
        contexts = split_cell(row["contexts"])
        for context in contexts:
            check_choice(context, plover_contexts(), file=CAMEO_FILE, entry=code, key="contexts")
        codes[code] = CameoCode(code, event_type, row["mode"] or None, contexts, row["meaning"])
    return codes


def cameo_to_plover(code: str) -> TypeAndMode | None:
    """PLOVER's type and mode for a CAMEO code; None for codes that PLOVER leaves out (01, statements)."""
    found = cameo_codes().get(code)
    return (found.event_type, found.mode) if found is not None else None


@cache
def goldstein_scores() -> MappingProxyType[str, float]:
    """Goldstein's scores by CAMEO code."""
    rows = load_table(GOLDSTEIN_FILE, ("code", "score"), required=("code", "score"))
    return MappingProxyType({row["code"]: score_of(row["score"], file=GOLDSTEIN_FILE, entry=row["code"]) for row in rows})


def cameo_goldstein(code: str) -> float | None:
    """The Goldstein score of a CAMEO code; of the code that it refines where it has none. None for no known code."""
    scores = goldstein_scores()
    while code and code not in scores:
        code = code[:-1]
    return scores.get(code)


@cache
def nearest_codes() -> MappingProxyType[TypeAndMode, str]:
    """The CAMEO code chosen for each type and mode of PLOVER."""
    rows = load_table(NEAREST_FILE, ("event_type", "mode", "code", "reason"), required=("event_type", "code"))
    return MappingProxyType(build_nearest(rows))


def build_nearest(rows: Iterable[Row]) -> dict[TypeAndMode, str]:
    """The choice from the rows of its table.

    Raises:
        ReferenceFileError: An unknown type, mode or code.
    """
    nearest: dict[TypeAndMode, str] = {}
    for row in rows:
        entry = f"{row['event_type']} {row['mode']}".strip()
        event_type = event_type_of(row["event_type"], file=NEAREST_FILE, entry=entry)
        check_choice(row["mode"], ("", *plover_modes(event_type)), file=NEAREST_FILE, entry=entry, key="mode")
        nearest[event_type, row["mode"] or None] = check_choice(
            row["code"], goldstein_scores(), file=NEAREST_FILE, entry=entry, key="code"
        )
    return nearest


def nearest_cameo(event_type: EventType, mode: str | None = None) -> str | None:
    """The CAMEO code nearest to a type and mode of PLOVER; that of the type for a mode that is not PLOVER's."""
    nearest = nearest_codes()
    return nearest.get((event_type, mode), nearest.get((event_type, None)))
