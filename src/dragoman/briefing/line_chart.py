"""A line chart of one series: every number is written at its point, so the axis needs no ruler."""

from itertools import pairwise, product

from markupsafe import Markup

from dragoman.briefing.headlines import headline, names
from dragoman.briefing.series import Point, Series
from dragoman.briefing.svg import drawing, element, link
from dragoman.briefing.wording import count_words, write_measured, write_number, write_time
from dragoman.model.closed_lists import QuantityQualifier

HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 210.0, 34.0, 34.0, 34.0, 34.0
LEAST_WIDTH, POINT_WIDTH = 400.0, 58.0
QUALIFIER_SIGNS: dict[QuantityQualifier, str] = {
    "exactly": "", "about": "≈ ", "over": "> ", "under": "< ", "at least": "≥ ", "at most": "≤ ",
}  # fmt: skip
MOST_LINES = 4  # between two periods in which sources differ


def chart_title(series: Series) -> str:
    """'bilateral trade, Armenia and Russia (USD)'."""
    whose = names(series.points[0].figure, "subject", "counterpart")
    whole = names(series.points[0].figure, "whole")
    unit = f" ({series.unit})" if series.unit not in ("count", "rank") else ""
    return f"{series.measure}{f', {whose}' if whose else ''}{f', of {whole}' if whole else ''}{unit}"


def draw_series(series: Series) -> Markup:
    """The chart: from zero, time in proportion, lines dashed towards what is not stated as fact."""
    width = max(LEAST_WIDTH, LEFT + RIGHT + POINT_WIDTH * len(series.periods))
    places = place_points(series, width)
    lines = [draw_line(places, a, b) for group, following in pairwise(series.periods) for a, b in connect(group, following)]
    base = element("line", class_="axis", x1=LEFT - 16, x2=width - RIGHT + 16, y1=HEIGHT - BOTTOM, y2=HEIGHT - BOTTOM)
    ticks = [
        element("text", write_tick(group[0]), class_="tick middle", x=places[group[0].entry.anchor][0], y=HEIGHT - BOTTOM + 18)
        for group in series.periods
    ]
    span = f"from {write_tick(series.points[0])} to {write_tick(series.points[-1])}"
    label = f"{chart_title(series)}: {count_words(len(series.points), 'number')} {span}"
    points = [draw_point(point, places, series) for point in series.points]
    return drawing(width, HEIGHT, label, base, *ticks, *lines, *points)


def place_points(series: Series, width: float) -> dict[str, tuple[float, float]]:
    """The coordinates of each point by the anchor of its statement."""
    first, last = series.points[0].day, series.points[-1].day
    low, high = min(0.0, *(p.value for p in series.points)), max(0.0, *(p.value for p in series.points))
    reach = (high - low) or 1.0
    return {
        p.entry.anchor: (
            LEFT + (p.day - first) / (last - first) * (width - LEFT - RIGHT),
            HEIGHT - BOTTOM - (p.value - low) / reach * (HEIGHT - TOP - BOTTOM),
        )
        for p in series.points
    }


def connect(group: list[Point], following: list[Point]) -> list[tuple[Point, Point]]:
    """Which points of two neighbouring periods a line joins: all with all where sources differ, none where they are many."""
    pairs = list(product(group, following))
    return pairs if len(pairs) <= MOST_LINES else []


def draw_line(places: dict[str, tuple[float, float]], a: Point, b: Point) -> Markup:
    """A line between two points."""
    (x1, y1), (x2, y2) = places[a.entry.anchor], places[b.entry.anchor]
    return element("line", class_="line forecast" if a.forecast or b.forecast else "line", x1=x1, y1=y1, x2=x2, y2=y2)


def draw_point(point: Point, places: dict[str, tuple[float, float]], series: Series) -> Markup:
    """A dot with its number, which leads to the words; hollow for a forecast."""
    x, y = places[point.entry.anchor]
    hint = f"{point.entry.label} · {write_time(point.figure.time)} · {headline(point.figure)}"
    number = write_measured(write_number(point.value), series.unit if series.unit in ("%", "rank") else "count")
    number = QUALIFIER_SIGNS[point.figure.qualifier] + number
    lowest = min(p.value for p in series.points if p.period == point.period)
    beside = y - 10 if point.value > lowest or sum(p.period == point.period for p in series.points) == 1 else y + 18
    return link(
        point.entry.href,
        hint,
        element("circle", class_="dot forecast" if point.forecast else "dot", cx=x, cy=y, r=4.5),
        element("text", shorten_number(number), class_="value middle", x=x, y=beside),
    )


def shorten_number(number: str) -> str:
    """'5.3 bn' for '5.3 billion', to fit a chart."""
    for long, short in ((" trillion", " tn"), (" billion", " bn"), (" million", " m")):
        number = number.replace(long, short)
    return number


def write_tick(point: Point) -> str:
    """The period below a point; its year alone where it is a year."""
    return write_time(point.figure.time).replace("January", "Jan").replace("February", "Feb").replace("December", "Dec")
