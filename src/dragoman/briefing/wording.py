"""Times, numbers, sources and certainty in the words that a reader sees. Nothing here says more than the statement does."""

import datetime as dt

from dragoman.model.closed_lists import QuantityQualifier
from dragoman.model.span import Place, Time
from dragoman.model.statement import Amount, Attribution, Figure, Statement

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
CERTAINTY_WORDS = {"certain": "certain", "probable": "probable", "possible": "possible", "underspecified": "left open"}
BASIS_WORDS = {
    "explicit": "as written",
    "anchored": "from another date",
    "published": "from the document’s date",
}
QUALIFIER_WORDS: dict[QuantityQualifier, str] = {
    "exactly": "", "about": "about ", "over": "over ", "under": "under ", "at least": "at least ", "at most": "at most ",
}  # fmt: skip
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
UNIT_NAMES = {"%": "%", "count": "", "rank": ""}


def day_of(iso: str | None) -> dt.date | None:
    """The day of an ISO date; None for an open end and for years that the calendar of Python does not reach."""
    try:
        return dt.date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def write_day(day: dt.date) -> str:
    """'6 December 2022'."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def write_time(time: Time | None) -> str:
    """A time as a reader writes it: '6 December 2022', 'December 2022', 'since 2012'. Empty for None."""
    if time is None:
        return ""
    start, end = day_of(time.start), day_of(time.end)
    if start is None and end is None:
        return time.text
    if start is None or end is None:
        known = write_bound(start or end, time)
        return f"since {known}" if start else f"until {known}"
    return write_span(start, end)


def write_bound(day: dt.date | None, time: Time) -> str:
    """The known end of an open time, no finer than its granularity allows."""
    if day is None:
        return ""
    if time.granularity in ("year", "decade", "century") or (day.month, day.day) in ((1, 1), (12, 31)):
        return str(day.year)
    if time.granularity in ("month", "season", "quarter", "half"):
        return f"{MONTHS[day.month - 1]} {day.year}"
    return write_day(day)


def write_span(start: dt.date, end: dt.date) -> str:
    """The days from `start` to `end` in the largest units that fit them exactly."""
    if start == end:
        return write_day(start)
    months = start.day == 1 and (end + dt.timedelta(days=1)).day == 1
    if months and start.month == 1 and end.month == 12:
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if months and (start.year, start.month) == (end.year, end.month):
        return f"{MONTHS[start.month - 1]} {start.year}"
    if months:
        first = MONTHS[start.month - 1] + (f" {start.year}" if start.year != end.year else "")
        return f"{first}–{MONTHS[end.month - 1]} {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{write_day(end)}"
    return f"{write_day(start)} – {write_day(end)}"


def write_years(time: Time | None) -> str:
    """The year or years of a time, as arms registers give them."""
    if time is None:
        return ""
    start, end = day_of(time.start), day_of(time.end)
    years = [str(d.year) for d in (start, end) if d]
    if len(years) == 2 and years[0] == years[1]:
        return years[0]
    return "–".join((years[0] if start else "", years[-1] if end else "")) if years else time.text


def write_number(value: float) -> str:
    """'5.3 billion', '1,234', '0.25'."""
    for scale, name in SCALES:
        if abs(value) >= scale:
            return f"{value / scale:.6g} {name}"
    if float(value).is_integer():
        return f"{int(value):,}"
    return f"{value:,.6g}"


def write_measured(number: str, unit: str) -> str:
    """A written number with its unit: 'USD 5.3 billion', '28%', 'no. 3', '12 km'."""
    if unit == "%":
        return f"{number}%"
    if unit == "rank":
        return f"no. {number}"
    if unit == "count":
        return number
    if len(unit) == 3 and unit.isupper():
        return f"{unit} {number}"
    return f"{number} {unit}"


def write_quantity(value: float | None, low: float | None, high: float | None, qualifier: QuantityQualifier) -> str:
    """The number of a quantity with its qualifier or its range. Empty where there is none."""
    if low is not None and high is not None and low != high:
        return f"{write_number(low)}–{write_number(high)}"
    number = value if value is not None else low if low is not None else high
    if number is None:
        return ""
    if value is None and qualifier == "exactly":  # 'hundreds of' gives a low bound alone
        return ("at least " if low is not None else "at most ") + write_number(number)
    return QUALIFIER_WORDS[qualifier] + write_number(number)


def write_amount(amount: Amount | None) -> str:
    """A number of things: '24', 'about 120', '20–30'; the words themselves where no number could be read."""
    if amount is None:
        return ""
    return write_quantity(amount.value, amount.low, amount.high, amount.qualifier) or amount.text


def write_figure(figure: Figure) -> str:
    """The number of a figure with unit and qualifier; only the change where the text gives no level."""
    number = write_quantity(figure.value, figure.low, figure.high, figure.qualifier)
    return write_measured(number, figure.unit) if number else ""


def write_change(figure: Figure) -> str:
    """'up 28%, from USD 5.3 billion to USD 7.3 billion'; empty where the figure does not move."""
    change = figure.change
    if change is None:
        return ""
    parts = [change.direction]
    if change.value is not None:
        parts.append("by " + write_measured(write_number(change.value), change.unit or figure.unit))
    if change.from_value is not None:
        parts.append("from " + write_measured(write_number(change.from_value), figure.unit))
    if change.to_value is not None:
        parts.append("to " + write_measured(write_number(change.to_value), figure.unit))
    return " ".join(parts)


def write_place(place: Place | None) -> str:
    """The place with its country code: 'Gdynia (POL)'."""
    if place is None:
        return ""
    return f"{place.name} ({place.country})" if place.country and place.precision != "country" else place.name


def write_source(attribution: Attribution | None) -> str:
    """Who says it, outermost first: 'US military › one official'; 'nobody named' for 'reportedly'. Empty for the author."""
    if attribution is None:
        return ""
    links = attribution.chain or (attribution,)
    return " › ".join(link.source or f"nobody named (“{link.cue}”)" for link in links)


def write_standing(statement: Statement) -> str:
    """Certainty, negation and realis in words: 'possible, planned'; 'negated, certain'."""
    parts = ["negated"] if statement.factuality.polarity == "negative" else []
    parts.append(CERTAINTY_WORDS[statement.factuality.certainty])
    if statement.realis != "actual":
        parts.append(statement.realis)
    return ", ".join(parts)


def shorten(words: str, limit: int = 180) -> str:
    """Words on one line, cut at a space with an ellipsis where they are longer than `limit` characters."""
    line = " ".join(words.split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0].rstrip(",;:–-") + " …"


def write_score(score: float) -> str:
    """A Goldstein score with its sign: '+7.4', '−2.0'."""
    return f"{score:+.1f}".replace("-", "−")


def write_dead(fatalities: int | None, low: int | None, high: int | None) -> str:
    """How many died: '7', 'at least 7', '20–30'; empty where the text does not say."""
    if fatalities is not None and low is None and high is None:
        return f"{fatalities:,}"
    if low is not None and high is not None:
        return f"{low:,}–{high:,}" if low != high else f"{low:,}"
    if low is not None:
        return f"at least {low:,}"
    return f"at most {high:,}" if high is not None else ""


def count_words(number: int, noun: str, plural: str | None = None) -> str:
    """'1 statement', '12 statements'."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
