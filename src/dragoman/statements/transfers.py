"""Arms, equipment or the technology for it passing from one party to another: from the frames in `rules/transfers/`."""

from itertools import product
from typing import Final

from spacy.tokens import Doc, Token

from dragoman.language.mentions import mention_at
from dragoman.model.closed_lists import ItemCategory, TransferType
from dragoman.model.statement import Participant, Statement, Transfer
from dragoman.statements.build import common_fields
from dragoman.statements.frames import load_lexicon
from dragoman.statements.items import Item, find_items
from dragoman.statements.matching import Match, find_matches
from dragoman.statements.participants import build_participants, from_mention

MAX_TRANSFERS_OF_ONE_TRIGGER: Final = 24  # suppliers × recipients × items; more is a misparse
NOT_WHAT_PASSES: Final[frozenset[TransferType]] = frozenset({"licence", "production"})  # types that name how, whatever the item


def read_transfers(doc: Doc) -> list[Statement]:
    """The transfers of a text: each supplier with each recipient and each item."""
    return [transfer for match in find_matches(doc, load_lexicon("transfer")) for transfer in transfers_of(doc, match)]


def transfers_of(doc: Doc, match: Match) -> list[Statement]:
    """The transfers that one trigger names."""
    any_goods = not match.pattern.fields.get("needs_equipment", True)
    items = [item for head in match.heads("item") for item in find_items(head, any_goods=any_goods)]
    if not items:
        return []
    suppliers = parties("supplier", match) or makers(doc, match, items)
    recipients = [r for r in parties("recipient", match) if not any(r.entity and r.entity == s.entity for s in suppliers)]
    others = tuple(p for role in ("end_user", "intermediary", "payer") for p in build_participants(role, match.heads(role)))
    if not any(p.country or p.sector or p.entity for p in (*suppliers, *recipients)):
        return []
    triples = list(product(suppliers or [None], recipients or [None], items))[:MAX_TRANSFERS_OF_ONE_TRIGGER]
    return [build_transfer(doc, match, item, tuple(p for p in (s, r) if p is not None) + others) for s, r, item in triples]


def parties(role: str, match: Match) -> list[Participant]:
    """Who fills a role, equipment and the like left out: 'from its stocks' is no supplier."""
    found = build_participants(role, match.heads(role))  # type: ignore[arg-type]  # the roles are those of the rule loader
    known = [p for p in found if p.country or p.sector or p.entity]
    return known or found


def makers(doc: Doc, match: Match, items: list[Item]) -> list[Participant]:
    """Who supplies where the text says it by the item's nationality alone: 'obtained *Chinese* technology', 'chose *German* tanks'.

    Only for what somebody gets: of what somebody hands over, the nationality is the giver's or a maker's, and that is said elsewhere.
    """
    if (
        not match.heads("recipient")
        or "supplier" not in dict(match.pattern.roles)
        or "subject" in dict(match.pattern.roles)["supplier"]
    ):
        return []
    mentions = [mention_at(doc, c) for item in items for c in item.head.children if c.dep_ in ("amod", "compound", "nmod")]
    return [from_mention("supplier", m, doc) for m in mentions if m is not None and m.category == "nationality"][:1]


def build_transfer(doc: Doc, match: Match, item: Item, participants: tuple[Participant, ...]) -> Transfer:
    """One transfer of one item."""
    common = common_fields(
        doc, match.trigger, read_by=f"transfer:{match.pattern.id}", participants=participants, more=words_of_item(item),
    )  # fmt: skip
    transfer_type: TransferType = match.pattern.fields["transfer_type"]
    category: ItemCategory = match.pattern.fields.get("item_category", item.category)
    if category == "aid" and transfer_type == "delivery":
        transfer_type = "aid"
    if (
        item.technology
        and transfer_type not in NOT_WHAT_PASSES
        and transfer_type not in ("offer", "request", "refused", "cancelled")
    ):
        transfer_type = "technology"
    return Transfer(
        **common, item=item.name, item_category=category, transfer_type=transfer_type, quantity=item.quantity,
        ordered=item.quantity if transfer_type in ("order", "sale") else None,
        delivered=item.quantity if transfer_type in ("delivery", "aid") and common["realis"] == "actual" else None,
        order_time=common["time"] if transfer_type == "order" else None,
    )  # fmt: skip


def words_of_item(item: Item) -> list[Token]:
    """The words of an item that belong to the statement."""
    return [item.head, *(c for c in item.head.children if c.dep_ in ("nummod", "amod", "compound", "quantmod"))]
