"""Figures that form a series: the same measure, unit and parties over two periods or more."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.briefing.dossier import Entry
from dragoman.briefing.party_names import parties_of
from dragoman.briefing.wording import day_of
from dragoman.model.statement import Figure

FEWEST_PERIODS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One number of a series. `day` (an ordinal) is the middle of its period; `forecast` where it is not stated as fact."""

    entry: Entry
    figure: Figure
    value: float
    period: tuple[str, str]
    day: float
    forecast: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Numbers of one measure in one unit about the same parties, in order of time."""

    measure: str
    unit: str
    points: tuple[Point, ...]

    @property
    def periods(self) -> list[list[Point]]:
        """The points of each period; two where sources differ."""
        grouped: dict[tuple[str, str], list[Point]] = {}
        for point in self.points:
            grouped.setdefault(point.period, []).append(point)
        return list(grouped.values())


def find_series(entries: Sequence[Entry]) -> list[Series]:
    """The series among some statements.

    Near twins stay apart: another unit, another subject, counterpart or whole, or a month beside years make another series.
    A number that the text denies is in none.
    """
    grouped: dict[tuple[object, ...], list[Point]] = defaultdict(list)
    for entry in entries:
        figure = entry.statement
        if isinstance(figure, Figure) and (point := build_point(entry, figure)):
            parties = tuple(tuple(sorted(parties_of(entry, role))) for role in ("subject", "counterpart", "whole"))
            granularity = figure.time.granularity if figure.time else ""
            grouped[(figure.measure.casefold().strip(), figure.unit, granularity, *parties)].append(point)
    found = []
    for points in grouped.values():
        if len({p.period for p in points}) >= FEWEST_PERIODS:
            first = points[0].figure
            # the same number for the same period in several texts is one point, that of the first of them
            distinct = {(p.period, p.value, p.forecast): p for p in reversed(points)}.values()
            ordered = tuple(sorted(distinct, key=lambda p: (p.day, p.value, p.forecast)))
            found.append(Series(measure=first.measure, unit=first.unit, points=ordered))
    return sorted(found, key=lambda s: (-len(s.points), s.measure, s.unit, s.points[0].entry.anchor))


def build_point(entry: Entry, figure: Figure) -> Point | None:
    """A figure as a point; None without a number or a closed period, and for a number that is denied."""
    time = figure.time
    start, end = (day_of(time.start), day_of(time.end)) if time else (None, None)
    if figure.value is None or start is None or end is None or figure.factuality.polarity == "negative":
        return None
    return Point(
        entry=entry,
        figure=figure,
        value=figure.value,
        period=(start.isoformat(), end.isoformat()),
        day=(start.toordinal() + end.toordinal()) / 2,
        forecast=figure.realis != "actual" or figure.factuality.certainty in ("probable", "possible"),
    )
