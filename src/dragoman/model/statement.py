"""Statements: what Dragoman says about a text, in the form fixed by the statement format, a class a kind."""

from dataclasses import dataclass

from dragoman.model.closed_lists import (
    Dimension,
    Direction,
    EventType,
    FacilityStatus,
    FacilityType,
    ItemCategory,
    Kind,
    MembershipStatus,
    QuantityQualifier,
    QuotationMode,
    Realis,
    Role,
    TransferType,
)
from dragoman.model.document import Document
from dragoman.model.span import Factuality, Place, Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody or something with a role in a statement. `start` and `end` are None where the text leaves it unsaid."""

    role: Role
    name: str
    text: str
    start: int | None
    end: int | None
    entity: str | None = None
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One link in a chain of sources: who, and the word that says so."""

    source: str | None
    source_entity: str | None
    cue: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(Source):
    """Who says a statement, where the author does not say it in their own voice. `chain` is outermost first."""

    chain: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number of things in a transfer, with what qualifies it."""

    value: float | None
    low: float | None
    high: float | None
    qualifier: QuantityQualifier
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How a figure moved: `value` in `unit`, `from_value` and `to_value` in the figure's own unit."""

    direction: str
    value: float | None = None
    unit: str | None = None
    from_value: float | None = None
    to_value: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The words that a quotation gives."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that a text says, tied to its words, its source, its certainty, its time and its place."""

    id: str = ""
    kind: Kind
    document: Document
    start: int
    end: int
    text: str
    attribution: Attribution | None = None
    factuality: Factuality = Factuality()  # noqa: RUF009  frozen, so one may serve all
    author_factuality: Factuality | None = None
    within: str | None = None
    read_by: str
    realis: Realis = "actual"
    time: Time | None = None
    place: Place | None = None
    participants: tuple[Participant, ...] = ()

    def in_role(self, *roles: Role) -> tuple[Participant, ...]:
        """The participants in any of `roles`, in the order of the text."""
        return tuple(p for p in self.participants if p.role in roles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Statement):
    """Who did what to whom: PLOVER's type, mode and contexts; CAMEO and Goldstein as near as they come."""

    kind: Kind = "event"
    event_type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    goldstein: float | None = None
    trigger: str
    trigger_start: int
    trigger_end: int
    fatalities: int | None = None
    fatalities_low: int | None = None
    fatalities_high: int | None = None
    injured: int | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer(Statement):
    """Arms, equipment or the technology for it passing from one party to another."""

    kind: Kind = "transfer"
    item: str
    item_category: ItemCategory
    transfer_type: TransferType
    quantity: Amount | None = None
    ordered: Amount | None = None
    delivered: Amount | None = None
    order_time: Time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facility(Statement):
    """A factory, base, embassy, tunnel, plant or the like."""

    kind: Kind = "facility"
    name: str | None = None
    facility_type: FacilityType
    product: tuple[str, ...] = ()
    status: FacilityStatus | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Statement):
    """A number that measures something; `time` is the period it measures."""

    kind: Kind = "figure"
    measure: str
    value: float | None
    unit: str
    qualifier: QuantityQualifier = "exactly"
    low: float | None = None
    high: float | None = None
    change: Change | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure(Statement):
    """A person in an office; `time` is the term."""

    kind: Kind = "tenure"
    office: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Statement):
    """A party in an organisation or treaty."""

    kind: Kind = "membership"
    status: MembershipStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Statement):
    """What the text says of relations between parties as such."""

    kind: Kind = "assessment"
    direction: Direction
    dimension: Dimension = "general"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Statement):
    """What somebody says."""

    kind: Kind = "quotation"
    mode: QuotationMode
    cue: str
    content: Content
