"""The closed lists of the statement format, each in one place. The reference tables of the docs are made from them."""

from typing import Final, Literal, get_args

Kind = Literal["event", "transfer", "facility", "figure", "tenure", "membership", "assessment", "quotation"]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible", "underspecified"]
Realis = Literal["actual", "planned", "hypothetical", "generic"]
Granularity = Literal["day", "month", "season", "quarter", "half", "year", "decade", "century", "range"]
Basis = Literal["explicit", "anchored", "published"]
Precision = Literal["point", "town", "district", "region", "country"]

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
ItemCategory = Literal[
    "aircraft", "air defence systems", "armoured vehicles", "artillery", "engines", "missiles", "naval weapons",
    "satellites", "sensors", "ships", "other", "technology", "aid", "unspecified",
]  # fmt: skip
TransferType = Literal[
    "delivery", "sale", "order", "technology", "licence", "production", "aid", "lease", "loan", "offer", "request",
    "cancelled", "refused",
]  # fmt: skip
FacilityType = Literal[
    "factory", "base", "air base", "naval base", "port", "airport", "power plant", "refinery", "pipeline", "tunnel",
    "dam", "mine", "steel mill", "laboratory", "complex", "test site", "camp", "prison", "embassy", "consulate",
    "headquarters", "school", "hospital", "bridge", "railway", "other",
]  # fmt: skip
FacilityStatus = Literal["opened", "operating", "under construction", "planned", "attacked", "closed"]
QuantityQualifier = Literal["exactly", "about", "over", "under", "at least", "at most"]
MembershipStatus = Literal["member", "observer", "dialogue partner", "signatory", "withdrew", "joined", "applied"]
Stance = Literal["open", "factive", "counterfactive"]
Direction = Literal["improving", "worsening", "good", "bad", "unchanged"]
Dimension = Literal["diplomatic", "economic", "military", "cultural", "general"]
QuotationMode = Literal["direct", "indirect", "mixed", "thought"]
Role = Literal[
    "actor", "recipient", "location", "instrument",
    "supplier", "end_user", "intermediary", "payer",
    "operator", "host", "owner", "builder",
    "subject", "counterpart", "whole",
    "person", "polity", "member", "organisation", "party", "speaker", "addressee",
]  # fmt: skip
CheckName = Literal[
    "interval", "arithmetic", "duration", "distance", "direction", "border", "tenure", "membership", "chronology",
    "count", "contradiction", "corroboration",
]  # fmt: skip
Verdict = Literal["agrees", "disagrees", "cannot tell"]
MentionCategory = Literal[
    "country", "nationality", "person", "office", "organisation", "group", "place", "facility", "equipment",
]  # fmt: skip
FurnitureKind = Literal["dateline", "byline", "caption", "credit", "biography", "disclaimer", "boilerplate"]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
EVENT_TYPES: Final[tuple[EventType, ...]] = get_args(EventType)
CHECKS: Final[tuple[CheckName, ...]] = get_args(CheckName)
CERTAINTIES: Final[tuple[Certainty, ...]] = get_args(Certainty)
ROLES: Final[tuple[Role, ...]] = get_args(Role)
