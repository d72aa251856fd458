"""One line for each statement: what it states, in the order a reader asks (who, what, to whom, how much)."""

from dragoman.briefing.wording import write_amount, write_change, write_figure
from dragoman.model.closed_lists import EventType, Role, TransferType
from dragoman.model.statement import (
    Assessment,
    Event,
    Facility,
    Figure,
    Membership,
    Quotation,
    Statement,
    Tenure,
    Transfer,
)

EVENT_WORDS: dict[EventType, str] = {
    "AGREE": "agreement", "CONSULT": "consultation", "SUPPORT": "support", "CONCEDE": "concession",
    "COOPERATE": "cooperation", "AID": "aid", "RETREAT": "retreat", "REQUEST": "request", "ACCUSE": "accusation",
    "REJECT": "rejection", "THREATEN": "threat", "PROTEST": "protest", "SANCTION": "sanction", "MOBILIZE": "mobilisation",
    "COERCE": "coercion", "ASSAULT": "assault",
}  # fmt: skip
TRANSFER_WORDS: dict[TransferType, str] = {
    "delivery": "delivery", "sale": "sale", "order": "order", "technology": "transfer of technology", "licence": "licence",
    "production": "production", "aid": "aid", "lease": "lease", "loan": "loan", "offer": "offer", "request": "request",
    "cancelled": "cancelled transfer", "refused": "refused transfer",
}  # fmt: skip


def names(statement: Statement, *roles: Role, nobody: str = "") -> str:
    """The names of those in some roles, joined for a sentence; `nobody` where the text leaves them unsaid."""
    found = list(dict.fromkeys(p.name for p in statement.in_role(*roles)))
    if not found:
        return nobody
    return found[0] if len(found) == 1 else ", ".join(found[:-1]) + " and " + found[-1]


def headline(statement: Statement) -> str:  # noqa: PLR0911  a kind each
    """The statement in one line, from its fields alone."""
    match statement:
        case Event():
            return headline_of_event(statement)
        case Transfer():
            return headline_of_transfer(statement)
        case Facility():
            what = statement.name or statement.facility_type
            holder = names(statement, "operator", "owner", "builder")
            return f"{what}{f' ({statement.status})' if statement.status else ''}{f', {holder}' if holder else ''}"
        case Figure():
            return headline_of_figure(statement)
        case Tenure():
            return f"{names(statement, 'person', nobody='somebody')}: {statement.office}, {names(statement, 'polity')}".rstrip(
                ", "
            )
        case Membership():
            return f"{names(statement, 'member', nobody='somebody')} → {names(statement, 'organisation')}: {statement.status}"
        case Assessment():
            parties = names(statement, "party", nobody="parties not named")
            return f"{parties}: {statement.direction} ({statement.dimension})"
        case Quotation():
            return f"{names(statement, 'speaker', nobody='somebody')}: “{statement.cue}”, {statement.mode}"
    return statement.text


def headline_of_event(event: Event) -> str:
    """'Washington → Tehran: accusation (“accuses”)'."""
    recipients = names(event, "recipient")
    parties = names(event, "actor", nobody="nobody named") + (f" → {recipients}" if recipients else "")
    return f"{parties}: {write_act(event)}"


def write_act(event: Event) -> str:
    """Type, mode and trigger: 'sanction, discontinue (“imposed”)'."""
    mode = f", {event.mode}" if event.mode else ""
    return f"{EVENT_WORDS[event.event_type]}{mode} (“{event.trigger}”)"


def headline_of_transfer(transfer: Transfer) -> str:
    """'South Korea → Poland: delivery of 10 K2 tank'."""
    supplier, recipient = names(transfer, "supplier"), names(transfer, "recipient")
    parties = f"{supplier or '?'} → {recipient or '?'}" if supplier or recipient else "parties not named"
    return f"{parties}: {TRANSFER_WORDS[transfer.transfer_type]}, {write_goods(transfer)}"


def write_goods(transfer: Transfer) -> str:
    """Number and item: '10 × K2'; the item alone where no number is given."""
    amount = write_amount(transfer.quantity)
    return f"{amount} × {transfer.item}" if amount else transfer.item


def headline_of_figure(figure: Figure) -> str:
    """'bilateral trade, Armenia and Russia: USD 7.3 billion'."""
    whose = names(figure, "subject", "counterpart")
    number = write_figure(figure) or write_change(figure) or "no number"
    return f"{figure.measure}{f', {whose}' if whose else ''}: {number}"
