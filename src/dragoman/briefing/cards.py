"""A statement in full: every field that is filled, in words, for the card beside the text."""

from collections.abc import Iterator, Sequence

from dragoman.briefing.contexts import Link, Standing
from dragoman.briefing.dossier import Entry
from dragoman.briefing.headlines import headline
from dragoman.briefing.page_contexts import Card
from dragoman.briefing.party_names import parties_of
from dragoman.briefing.wording import (
    BASIS_WORDS,
    CERTAINTY_WORDS,
    shorten,
    write_amount,
    write_change,
    write_dead,
    write_figure,
    write_place,
    write_score,
    write_source,
    write_standing,
    write_time,
)
from dragoman.model.span import Factuality, Time
from dragoman.model.statement import (
    Assessment,
    Event,
    Facility,
    Figure,
    Membership,
    Participant,
    Quotation,
    Statement,
    Tenure,
    Transfer,
)

ROLE_WORDS = {"end_user": "end user"}


def build_card(entry: Entry, rows: Sequence[Link], labels: dict[str, str]) -> Card:
    """The card of a statement.

    Args:
        entry: The statement with its number.
        rows: The rows of the page that show it.
        labels: The number of each statement by its id, for `within`.
    """
    statement = entry.statement
    facts = [*general_facts(statement, labels), *own_facts(statement), ("read by", statement.read_by), ("id", statement.id)]
    return Card(
        anchor=entry.anchor,
        label=entry.label,
        kind=statement.kind,
        headline=headline(statement),
        standing=build_standing(statement),
        facts=tuple((name, value) for name, value in facts if value),
        rows=tuple(rows),
        parties=" ".join(parties_of(entry)),
        certainty=statement.factuality.certainty,
        leaf=entry.leaf.label,
    )


def build_standing(statement: Statement) -> Standing:
    """The badge of a statement."""
    return Standing(
        text=write_standing(statement),
        level="negated" if statement.factuality.polarity == "negative" else statement.factuality.certainty,
        cues=quote_all(statement.factuality.cues),
    )


def general_facts(statement: Statement, labels: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Roles, time, place, source and stance, which every statement has."""
    for participant in statement.participants:
        yield ROLE_WORDS.get(participant.role, participant.role), describe(participant)
    yield "when", describe_time(statement.time)
    yield "where", write_place(statement.place)
    yield "source", write_source(statement.attribution)
    if statement.attribution:
        yield "said with", f"“{statement.attribution.cue}”"
    yield "certainty", describe_stance(statement.factuality)
    if statement.author_factuality:
        yield "author’s own stance", describe_stance(statement.author_factuality)
    if statement.realis != "actual":
        yield "standing", statement.realis
    if statement.within:
        yield "content of", labels.get(statement.within, statement.within)


def own_facts(statement: Statement) -> Iterator[tuple[str, str]]:
    """The fields that only this kind has."""
    match statement:
        case Event():
            yield from facts_of_event(statement)
        case Transfer():
            yield from facts_of_transfer(statement)
        case Facility():
            yield "type", statement.facility_type
            yield "product", ", ".join(statement.product)
            yield "status", statement.status or ""
        case Figure():
            yield "measure", statement.measure
            yield "value", write_figure(statement)
            yield "change", write_change(statement)
        case Tenure():
            yield "office", statement.office
        case Membership():
            yield "status", statement.status
        case Assessment():
            yield "relations", f"{statement.direction} ({statement.dimension})"
        case Quotation():
            yield "mode", statement.mode
            yield "content", shorten(statement.content.text, 400)


def facts_of_event(event: Event) -> Iterator[tuple[str, str]]:
    """PLOVER's three answers, CAMEO and Goldstein, and the numbers."""
    yield "type", event.event_type + (f", {event.mode}" if event.mode else "")
    yield "about", ", ".join(event.contexts)
    score = "" if event.goldstein is None else f", Goldstein {write_score(event.goldstein)}"
    yield "CAMEO", (event.cameo or "none") + score if event.cameo or score else ""
    yield "killed", write_dead(event.fatalities, event.fatalities_low, event.fatalities_high)
    if event.injured is not None:
        yield "injured", f"{event.injured:,}"
    if event.count is not None:
        yield "count", f"{event.count:,}"


def facts_of_transfer(transfer: Transfer) -> Iterator[tuple[str, str]]:
    """Item, numbers and type."""
    yield "item", f"{transfer.item} ({transfer.item_category})"
    yield "transfer", transfer.transfer_type
    yield "number", write_amount(transfer.quantity)
    yield "ordered", write_amount(transfer.ordered)
    yield "delivered", write_amount(transfer.delivered)
    yield "time of order", describe_time(transfer.order_time)


def describe(participant: Participant) -> str:
    """Name, the words where they differ, country and sector: 'Poland, “Warsaw” (POL GOV)'."""
    written = f", “{participant.text}”" if participant.text and participant.text != participant.name else ""
    codes = " ".join(filter(None, (participant.country, participant.sector)))
    return f"{participant.name}{written}{f' ({codes})' if codes else ''}"


def describe_time(time: Time | None) -> str:
    """The time, its granularity, the words and what they were resolved against."""
    if time is None:
        return ""
    return f"{write_time(time)}; {time.granularity}, “{time.text}”, {BASIS_WORDS[time.basis]}"


def describe_stance(factuality: Factuality) -> str:
    """'possible (“suspected”)'; 'negated, certain (“denied”)'."""
    words = CERTAINTY_WORDS[factuality.certainty]
    if factuality.polarity == "negative":
        words = "negated, " + words
    cues = quote_all(factuality.cues)
    return f"{words} ({cues})" if cues else words


def quote_all(words: Sequence[str]) -> str:
    """Words in quotation marks, separated by commas."""
    return ", ".join(f"“{word}”" for word in words)
