"""A section for each kind of statement that has a register: its columns, its order, and charts for figures."""

from collections.abc import Sequence

from dragoman.briefing.contexts import Figure as Drawing
from dragoman.briefing.contexts import Section
from dragoman.briefing.dossier import Dossier, Entry
from dragoman.briefing.headlines import TRANSFER_WORDS, names
from dragoman.briefing.line_chart import chart_title, draw_series
from dragoman.briefing.registers import Field, build_table
from dragoman.briefing.series import find_series
from dragoman.briefing.wording import (
    shorten,
    write_amount,
    write_change,
    write_figure,
    write_place,
    write_time,
    write_years,
)
from dragoman.model.closed_lists import Kind, Role
from dragoman.model.statement import Amount, Assessment, Facility, Figure, Membership, Quotation, Tenure, Transfer

MOST_CHARTS = 24
MOST_POINTS = 120  # more cannot be told apart; the table has them all
INTROS: dict[Kind, str] = {
    "transfer": "Arms, equipment and the technology for it. Numbers and years stand in brackets where the text is not certain of "
    "the transfer; a transfer that is denied says so.",
    "facility": "Factories, bases, embassies and the like.",
    "figure": "Numbers that measure something, and the period that they measure. A chart stands where the same measure is given "
    "for two periods or more.",
    "assessment": "What the texts say of relations between parties as such.",
    "membership": "Parties in organisations and treaties.",
    "tenure": "Persons in an office, and their term.",
    "quotation": "What somebody says, in their words or in those of the author.",
}


def build_sections(dossier: Dossier) -> list[Section]:
    """The sections that have anything to show, in the order of the page."""
    registers: list[tuple[Kind, str, str, list[Field]]] = [
        ("transfer", "transfers", "Transfers", transfer_fields()),
        ("facility", "facilities", "Facilities", facility_fields()),
        ("figure", "figures", "Figures", figure_fields()),
        ("assessment", "relations", "How relations moved", assessment_fields()),
        ("membership", "memberships", "Memberships", membership_fields()),
        ("tenure", "offices", "Offices", tenure_fields()),
        ("quotation", "quotations", "Quotations", quotation_fields()),
    ]
    sections = []
    for kind, anchor, title, fields in registers:
        entries = order(kind, [e for e in dossier.entries if e.statement.kind == kind])
        if entries:
            table = build_table(anchor, title, fields, entries, dossier.limits.rows)
            drawings = draw_charts(entries) if kind == "figure" else ()
            sections.append(
                Section(
                    anchor=anchor, title=title, intro=INTROS[kind], count=len(entries), figures=drawings, tables=(("", table),)
                )
            )
    return sections


def order(kind: Kind, entries: Sequence[Entry]) -> list[Entry]:
    """Transfers by supplier and recipient, figures by measure, the rest as they stand in the texts."""
    if kind == "transfer":
        return sorted(entries, key=lambda e: (who(e, "supplier") or "~", who(e, "recipient") or "~"))
    if kind == "figure":
        return sorted(
            entries, key=lambda e: (e.statement.measure.casefold() if isinstance(e.statement, Figure) else "", who(e, "subject"))
        )
    return list(entries)


def who(entry: Entry, *roles: Role) -> str:
    """The names of those in some roles."""
    return names(entry.statement, *roles)


def role(title: str, *roles: Role, css: str = "") -> Field:
    """A column with the names of those in some roles."""
    return Field(title, lambda e: who(e, *roles), css)


WHEN = Field("When", lambda e: write_time(e.statement.time), "when")


def transfer_fields() -> list[Field]:
    """The columns of a trade register."""
    return [
        Field("Supplier", lambda e: who(e, "supplier") or "not named", always=True),
        Field("Recipient", write_recipient),
        Field("Item", lambda e: e.statement.item if isinstance(e.statement, Transfer) else "", "strong"),
        Field("Category", lambda e: e.statement.item_category if isinstance(e.statement, Transfer) else ""),
        Field("Type", lambda e: TRANSFER_WORDS[e.statement.transfer_type] if isinstance(e.statement, Transfer) else ""),
        Field("Number", write_untold, "number"),
        Field("Ordered", lambda e: write_counted(e, "ordered"), "number", always=True),
        Field("Delivered", lambda e: write_counted(e, "delivered"), "number", always=True),
        Field("Year", write_transfer_years, "years", always=True),
    ]


def write_recipient(entry: Entry) -> str:
    """The recipient, with end user, intermediary and payer where the text names them."""
    parts = [who(entry, "recipient") or "not named"]
    others: tuple[tuple[str, Role], ...] = (("for", "end_user"), ("through", "intermediary"), ("paid by", "payer"))
    for title, other in others:
        found = who(entry, other)
        if found:
            parts.append(f"{title} {found}")
    return ", ".join(filter(None, parts))


def write_counted(entry: Entry, field: str) -> str:
    """A number of a transfer, in brackets where the text is not certain of it."""
    amount: Amount | None = getattr(entry.statement, field)
    return bracket(entry, write_amount(amount))


def write_untold(entry: Entry) -> str:
    """The number where the text does not tell whether it was ordered or delivered."""
    transfer = entry.statement
    told = isinstance(transfer, Transfer) and (transfer.ordered or transfer.delivered)
    return "" if told else write_counted(entry, "quantity")


def write_transfer_years(entry: Entry) -> str:
    """The year of the transfer, and that of the order where it is told apart."""
    transfer = entry.statement
    if not isinstance(transfer, Transfer):
        return ""
    years = bracket(entry, write_years(transfer.time))
    ordered = write_years(transfer.order_time)
    return ", ".join(filter(None, (years, f"ordered {ordered}" if ordered and ordered not in years else "")))


def bracket(entry: Entry, words: str) -> str:
    """Words in brackets where the text is not certain of the statement, as arms registers print uncertain data."""
    return f"({words})" if words and entry.statement.factuality.certainty != "certain" else words


def facility_fields() -> list[Field]:
    """What stands where, run by whom."""
    return [
        Field("Facility", lambda e: (e.statement.name or "not named") if isinstance(e.statement, Facility) else "", "strong"),
        Field("Type", lambda e: e.statement.facility_type if isinstance(e.statement, Facility) else ""),
        Field("Status", lambda e: (e.statement.status or "") if isinstance(e.statement, Facility) else ""),
        Field("Makes", lambda e: ", ".join(e.statement.product) if isinstance(e.statement, Facility) else ""),
        role("Run by", "operator", "owner"),
        role("Built by", "builder"),
        role("Host", "host"),
        Field("Place", lambda e: write_place(e.statement.place)),
        WHEN,
    ]


def figure_fields() -> list[Field]:
    """What is measured, of whom, and how much."""
    return [
        Field("Measure", lambda e: e.statement.measure if isinstance(e.statement, Figure) else "", "strong"),
        role("Of", "subject"),
        role("With", "counterpart"),
        role("Share of", "whole"),
        Field("Value", lambda e: write_figure(e.statement) if isinstance(e.statement, Figure) else "", "number"),
        Field("Change", lambda e: write_change(e.statement) if isinstance(e.statement, Figure) else ""),
        Field("Period", lambda e: write_time(e.statement.time), "when"),
    ]


def assessment_fields() -> list[Field]:
    """Between whom relations moved, and where to."""
    return [
        role("Between", "party", css="strong"),
        Field("Direction", lambda e: e.statement.direction if isinstance(e.statement, Assessment) else ""),
        Field("Relations", lambda e: e.statement.dimension if isinstance(e.statement, Assessment) else ""),
        WHEN,
    ]


def membership_fields() -> list[Field]:
    """Who is what in which organisation."""
    return [
        role("Member", "member", css="strong"),
        role("Organisation or treaty", "organisation"),
        Field("Status", lambda e: e.statement.status if isinstance(e.statement, Membership) else ""),
        WHEN,
    ]


def tenure_fields() -> list[Field]:
    """Who holds which office."""
    return [
        role("Person", "person", css="strong"),
        Field("Office", lambda e: e.statement.office if isinstance(e.statement, Tenure) else ""),
        role("Of", "polity"),
        Field("Term", lambda e: write_time(e.statement.time), "when"),
    ]


def quotation_fields() -> list[Field]:
    """Who says what to whom."""
    return [
        role("Speaker", "speaker", css="strong"),
        Field("Says", lambda e: shorten(e.statement.content.text, 260) if isinstance(e.statement, Quotation) else "", "wide"),
        Field("Mode", lambda e: f"{e.statement.mode}, “{e.statement.cue}”" if isinstance(e.statement, Quotation) else ""),
        role("To", "addressee"),
        WHEN,
    ]


def draw_charts(entries: Sequence[Entry]) -> tuple[Drawing, ...]:
    """A chart for each series, the longest first."""
    return tuple(
        Drawing(title=chart_title(series), note=note_on(series.points), svg=draw_series(series))
        for series in find_series(entries)[:MOST_CHARTS]
        if len(series.points) <= MOST_POINTS
    )


def note_on(points: Sequence[object]) -> str:
    """What the dashes of a chart mean, where it has any."""
    dashed = any(getattr(point, "forecast", False) for point in points)
    return "Hollow points and dashed lines: expected, planned or not certain." if dashed else ""
