"""Who counts as one party on the page: a state with its organs is one, everybody else stands for themselves."""

import re
from collections.abc import Iterable

from dragoman.briefing.dossier import Entry
from dragoman.model.closed_lists import Role
from dragoman.model.statement import Participant
from dragoman.reference.countries import load_countries

# PLOVER sectors that act for their state. Rebels, parties, companies and citizens of a country do not.
SECTORS_OF_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
PARTY_ROLES: tuple[Role, ...] = (
    "actor", "recipient", "supplier", "end_user", "intermediary", "payer", "operator", "host", "owner", "builder", "subject",
    "counterpart", "polity", "member", "organisation", "party", "speaker",
)  # fmt: skip


def party_key(participant: Participant) -> str:
    """The key of the party that a participant belongs to: 'state/POL' for Warsaw, the Polish army and Poland's president."""
    entity = participant.entity
    if entity and entity.startswith("state/"):
        return entity
    if participant.country and (participant.sector in SECTORS_OF_STATE or (entity is None and participant.sector is None)):
        return f"state/{participant.country}"
    return entity or "name/" + slug(participant.name)


def is_known(key: str) -> bool:
    """Whether a key stands for somebody whom the tables know; not for 'the attackers', and not for a thing."""
    return not key.startswith(("name/", "item/"))


def party_name(participant: Participant) -> str:
    """What the page calls the party of a participant."""
    key = party_key(participant)
    if key.startswith("state/"):
        country = load_countries().get(key.removeprefix("state/"))
        return country.name if country else participant.name
    return participant.name


def name_parties(entries: Iterable[Entry]) -> dict[str, str]:
    """The name of every party by its key, in the order of first appearance."""
    names: dict[str, str] = {}
    for entry in entries:
        for participant in entry.statement.in_role(*PARTY_ROLES):
            names.setdefault(party_key(participant), party_name(participant))
    return names


def parties_of(entry: Entry, *roles: Role) -> list[str]:
    """The keys of the parties in some roles of a statement, each once, in the order of the text."""
    return list(dict.fromkeys(party_key(p) for p in entry.statement.in_role(*(roles or PARTY_ROLES))))


def slug(text: str) -> str:
    """A text as part of an anchor or of a key: letters and digits of any script, hyphens for the rest."""
    return re.sub(r"[^\w]+", "-", text.casefold()).strip("-_") or "unnamed"
