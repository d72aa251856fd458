"""The timeline: dated statements in order, drawn in a lane a kind and listed with granularity and basis; undated ones apart."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dragoman.briefing.calendar_scale import CalendarScale, build_scale
from dragoman.briefing.contexts import Figure, Section
from dragoman.briefing.dossier import Dossier, Entry
from dragoman.briefing.headlines import headline
from dragoman.briefing.registers import Field, build_table
from dragoman.briefing.svg import drawing, element, link
from dragoman.briefing.wording import BASIS_WORDS, count_words, day_of, write_time
from dragoman.model.closed_lists import KINDS

LANE_LEFT, WIDTH = 96.0, 1000.0
ROW_HEIGHT, DOT, AXIS = 13.0, 9.0, 34.0
MOST_DRAWN = 600


@dataclass(frozen=True, slots=True)
class Dated:
    """An entry with the days it covers; an open end is drawn to the edge."""

    entry: Entry
    start: dt.date | None
    end: dt.date | None

    @property
    def key(self) -> tuple[dt.date, dt.date, str]:
        """Earlier beginnings first; what is open at its beginning goes by its end."""
        first = self.start or self.end or dt.date.max
        return (first, self.end or dt.date.max, self.entry.leaf.label)


def build_timeline(dossier: Dossier) -> Section:
    """The section with its drawing and its two tables."""
    dated, undated = part_by_date(dossier.entries)
    limit = dossier.limits.rows
    when = [
        Field("When", lambda e: write_time(e.statement.time), "when"),
        Field("What", lambda e: headline(e.statement), "wide"),
        Field("Kind", lambda e: e.statement.kind, "small"),
        Field("Date", describe_date, "small"),
    ]
    what = [when[1], when[2]]
    tables = [("", build_table("time", "Dated statements in order", when, (d.entry for d in dated), limit, quoted=False))]
    if undated:
        tables.append(("Without a date", build_table("undated", "Statements without a date", what, undated, limit, quoted=False)))
    return Section(
        anchor="timeline",
        title="Timeline",
        intro="When the thing stated happened or holds, not when it was said. Empty stretches of the axis are folded.",
        count=len(dated),
        figures=(draw_timeline(dated),) if len(dated) > 1 else (),
        tables=tuple(tables),
    )


def describe_date(entry: Entry) -> str:
    """How fine the date is and what it rests on: 'day, as written'."""
    time = entry.statement.time
    return f"{time.granularity}, {BASIS_WORDS[time.basis]}" if time else ""


def part_by_date(entries: Sequence[Entry]) -> tuple[list[Dated], list[Entry]]:
    """Entries with a day on the calendar, in order of time, and the rest."""
    dated, undated = [], []
    for entry in entries:
        time = entry.statement.time
        start, end = (day_of(time.start), day_of(time.end)) if time else (None, None)
        if start is None and end is None:
            undated.append(entry)
        else:
            dated.append(Dated(entry, start, end))
    dated.sort(key=lambda d: d.key)
    return dated, undated


def draw_timeline(dated: Sequence[Dated]) -> Figure:
    """The drawing: a lane a kind, a dot for a day, a bar for a longer time."""
    drawn = dated[:MOST_DRAWN]
    scale = build_scale([day for d in drawn for day in (d.start, d.end) if day], LANE_LEFT, WIDTH - LANE_LEFT)
    parts: list[Markup] = []
    top = AXIS
    for kind in KINDS:
        lane = [d for d in drawn if d.entry.statement.kind == kind]
        if lane:
            shapes, height = draw_lane(lane, scale, top)
            parts += [element("text", kind, class_=f"lane k-{kind}", x=0, y=top + ROW_HEIGHT), *shapes]
            top += height
    right = scale.stretches[-1].right
    label = f"Timeline of {count_words(len(drawn), 'dated statement')}; the table below lists them"
    left_out = f" The first {MOST_DRAWN} are drawn." if len(dated) > MOST_DRAWN else ""
    return Figure(
        title="Dated statements by kind",
        note=f"A dot is a day, a bar a longer time; hollow where the text is not certain or the thing is not done.{left_out}",
        svg=drawing(right + 8, top + 6, label, *draw_axis(scale, top), *parts),
    )


def draw_axis(scale: CalendarScale, bottom: float) -> list[Markup]:
    """A line and a label at the beginning of each year or month, a band over each fold."""
    parts = []
    for stretch in scale.stretches:
        if stretch.folded:
            width = stretch.right - stretch.left
            parts.append(element("rect", class_="fold", x=stretch.left, y=AXIS - 10, width=width, height=bottom - AXIS + 12))
            parts.append(element("text", "⋯", class_="tick middle", x=stretch.left + width / 2, y=AXIS - 14))
        else:
            parts.append(element("line", class_="rule", x1=stretch.left, x2=stretch.left, y1=AXIS - 10, y2=bottom + 2))
            parts.append(element("text", stretch.label, class_="tick", x=stretch.left + 4, y=AXIS - 14))
    return parts


def draw_lane(lane: Sequence[Dated], scale: CalendarScale, top: float) -> tuple[list[Markup], float]:
    """The shapes of one kind, stacked where they would cover each other, and the height they take."""
    ends: list[float] = []
    shapes = []
    for item in lane:
        left, right = extent(item, scale)
        row = next((i for i, end in enumerate(ends) if end < left), len(ends))
        ends[row : row + 1] = [right + 2]
        shapes.append(draw_item(item, left, right, top + 4 + row * ROW_HEIGHT))
    return shapes, len(ends) * ROW_HEIGHT + 10


def extent(item: Dated, scale: CalendarScale) -> tuple[float, float]:
    """From where to where an item is drawn; never narrower than a dot."""
    left = scale.position(item.start) if item.start else scale.stretches[0].left
    right = scale.position(item.end + dt.timedelta(days=1)) if item.end and item.end < dt.date.max else scale.stretches[-1].right
    return left, max(right, left + DOT)


def draw_item(item: Dated, left: float, right: float, top: float) -> Markup:
    """A dot or a bar that leads to the words."""
    statement = item.entry.statement
    sure = (
        statement.factuality.certainty == "certain"
        and statement.realis == "actual"
        and statement.factuality.polarity == "positive"
    )
    css = f"item k-{statement.kind}" + ("" if sure else " unsure")
    hint = f"{item.entry.label} · {write_time(statement.time)} · {headline(statement)}"
    shape = element(
        "rect", class_=css, x=left + 0.5, y=top, width=right - left - 1, height=DOT, rx=4.5 if right - left <= DOT else 2
    )
    return link(item.entry.href, hint, shape)
