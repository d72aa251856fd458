"""Arms, equipment or the technology for it passing from one party to another: from the frames in `rules/transfers/`."""

from itertools import product
from typing import Final

from dragoman.language.coreference import current_parties
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import coordinated
from dragoman.language.words import Word, Words
from dragoman.model.closed_lists import ItemCategory, TransferType
from dragoman.model.statement import Participant, Statement, Transfer
from dragoman.reference.equipment import load_equipment
from dragoman.reference.rule_files import load_word_lists
from dragoman.statements.build import common_fields
from dragoman.statements.frames import lexicon_of
from dragoman.statements.items import Item, find_items
from dragoman.statements.matching import Match, find_matches
from dragoman.statements.participants import build_participants, from_mention

MAX_TRANSFERS_OF_ONE_TRIGGER: Final = 24  # suppliers × recipients × items; more is a misparse
PAIR: Final = 2
STATE_NAMES: Final = frozenset({"country", "nationality"})
NOT_WHAT_PASSES: Final[frozenset[TransferType]] = frozenset({"licence", "production"})  # types that name how, whatever the item


def read_transfers(doc: Words) -> list[Statement]:
    """The transfers of a text: each supplier with each recipient and each item."""
    matches = list(find_matches(doc, lexicon_of(doc, "transfer")))
    verbs = {m.trigger.i for m in matches if any(c.path == "object" for c in m.pattern.requires)}
    # 'took *delivery* of', 'cancelled the *order*': told by the verb
    told = [m for m in matches if not (m.trigger.dep_ in ("dobj", "nsubjpass") and m.trigger.head.i in verbs)]
    return [transfer for match in told for transfer in transfers_of(doc, match)]


def transfers_of(doc: Words, match: Match) -> list[Statement]:
    """The transfers that one trigger names."""
    any_goods = not match.pattern.fields.get("needs_equipment", True)
    items = [item for head in match.heads("item") for item in find_items(head, any_goods=any_goods)]
    items += gapped_items(match)
    if not items:
        return []
    suppliers = parties("supplier", match) or makers(doc, match, items)
    taken_by = parties("recipient", match) or receivers_among_objects(match, items)
    recipients = [r for r in taken_by if not any(r.entity and r.entity == s.entity for s in suppliers)]
    suppliers, recipients = complete_pair(doc, match, items, suppliers, recipients)
    others = tuple(p for role in ("end_user", "intermediary", "payer") for p in build_participants(role, match.heads(role)))
    if not any(p.country or p.sector or p.entity for p in (*suppliers, *recipients)):
        return []
    own = {item.head.i: own_suppliers(match, item) for item in items}
    triples = [
        (supplier, recipient, item)
        for item in items
        for supplier, recipient in product((*(own[item.head.i] or suppliers),) or (None,), (*recipients,) or (None,))
    ][:MAX_TRANSFERS_OF_ONE_TRIGGER]
    return [build_transfer(doc, match, item, tuple(p for p in (s, r) if p is not None) + others) for s, r, item in triples]


def gapped_items(match: Match) -> list[Item]:
    """Items of a second part without its verb, hung on what is before it: '180 tanks for $3bn *and 212 howitzers* for $2bn'."""
    found: list[Item] = []
    for governor in (match.trigger, *match.heads("item")):
        for preposition in governor.children:
            if preposition.dep_ == "prep":
                inner = [t for t in preposition.children if t.dep_ == "pobj" and t not in match.heads("item")]
                found += [i for t in inner for j in coordinated(t)[1:] for i in find_items(j) if i.quantity is not None]
    return found


def own_suppliers(match: Match, item: Item) -> list[Participant]:
    """Who supplies this item alone, where its own phrase says so: 'tanks *from X* and howitzers *from Y*'."""
    if "from" not in dict(match.pattern.roles).get("supplier", ()):
        return []
    heads = [t for c in item.head.children if c.dep_ == "prep" and c.lower_ == "from" for t in c.children if t.dep_ == "pobj"]
    return [p for p in build_participants("supplier", heads) if p.country or p.entity]


def receivers_among_objects(match: Match, items: list[Item]) -> list[Participant]:
    """Who gets it where the parser took both for objects: 'sold *Hungary* four fighters'."""
    paths = dict(match.pattern.roles).get("recipient", ())
    if "dative" not in paths:
        return []
    things = {item.head.i for item in items}
    heads = [h for h in match.heads("item") if h.i not in things and h.dep_ == "dobj" and h.i < min(things)]
    return [p for p in build_participants("recipient", heads) if p.country or p.sector]


def complete_pair(
    doc: Words,
    match: Match,
    items: list[Item],
    suppliers: list[Participant],
    recipients: list[Participant],
) -> tuple[list[Participant], list[Participant]]:
    """Supplier and recipient, with one that the sentence leaves out taken from the two states that the text is speaking of.

    Only where no third state stands in the sentence. Who gets something gets it from its maker, if that is one of the two.
    """
    if (suppliers and recipients) or match.trigger.pos_ not in ("VERB", "AUX"):
        return suppliers, recipients
    sentence = match.trigger.sent
    known: set[str | None] = {p.country for p in (*suppliers, *recipients) if p.country}
    here = {m.country for m in doc._.mentions if m.category in STATE_NAMES and sentence.start <= m.head < sentence.end}
    made_by: set[str | None] = {
        known_item.maker for item in items if (known_item := load_equipment().get(item.entity or "")) is not None
    }
    states = {m.country: m for m in current_parties(doc, match.trigger)}
    if recipients and not suppliers:
        maker = next((m for m in made_by if m and m not in known and (m in here or m in states)), None)
        giver = next((m for m in (*states.values(), *doc._.mentions) if m.country == maker and m.country), None)
        return ([from_mention("supplier", giver, doc)] if giver is not None else []), recipients
    if not suppliers and made_by & states.keys() and not here:
        suppliers = [from_mention("supplier", m, doc) for c, m in states.items() if c in made_by]
        known = {p.country for p in suppliers if p.country}
    if len(known) == 1 and len(states) == PAIR and known <= states.keys() and here <= known:
        recipients = [from_mention("recipient", m, doc) for c, m in states.items() if c not in known]
    return suppliers, recipients


def parties(role: str, match: Match) -> list[Participant]:
    """Who fills a role, equipment and the like left out: 'from its stocks' is no supplier."""
    found = build_participants(role, match.heads(role))  # type: ignore[arg-type]  # the roles are those of the rule loader
    found = [p for p in found if not (p.entity or "").startswith("item/")]
    known = [p for p in found if p.country or p.sector or p.entity]
    return known or found


def makers(doc: Words, match: Match, items: list[Item]) -> list[Participant]:
    """Who supplies where the text says it by the item's nationality alone: 'obtained *Chinese* technology'.

    Only for what somebody gets: of what somebody hands over, the nationality is the giver's or a maker's.
    """
    if (
        not match.heads("recipient")
        or "supplier" not in dict(match.pattern.roles)
        or "subject" in dict(match.pattern.roles)["supplier"]
    ):
        return []
    mentions = [mention_at(doc, c) for item in items for c in item.head.children if c.dep_ in ("amod", "compound", "nmod")]
    return [from_mention("supplier", m, doc) for m in mentions if m is not None and m.category == "nationality"][:1]


def build_transfer(doc: Words, match: Match, item: Item, participants: tuple[Participant, ...]) -> Transfer:
    """One transfer of one item."""
    common = common_fields(
        doc,
        match.trigger,
        read_by=f"transfer:{match.pattern.id}",
        participants=participants,
        more=words_of_item(item),
    )
    transfer_type: TransferType = match.pattern.fields["transfer_type"]
    category: ItemCategory = match.pattern.fields.get("item_category", item.category)
    if common["realis"] == "actual" and is_framework(match.trigger, item):
        common["realis"] = "planned"
    if category == "aid" and transfer_type == "delivery":
        transfer_type = "aid"
    if (
        item.technology
        and transfer_type not in NOT_WHAT_PASSES
        and transfer_type not in ("offer", "request", "refused", "cancelled")
    ):
        transfer_type = "technology"
    return Transfer(
        **common,
        item=item.name,
        item_category=category,
        transfer_type=transfer_type,
        quantity=item.quantity,
        ordered=item.quantity if transfer_type in ("order", "sale") else None,
        delivered=item.quantity if transfer_type in ("delivery", "aid") and common["realis"] == "actual" else None,
        order_time=common["time"] if transfer_type == "order" else None,
    )


def is_framework(trigger: Word, item: Item) -> bool:
    """Whether a paper only says what may be ordered: a framework or an agreement in general, or 'up to' a number."""
    if trigger.pos_ != "NOUN":
        return False
    lists = load_word_lists("dragoman.statements.rules", "items.toml")
    up_to = item.quantity is not None and item.quantity.qualifier == "at most"
    framework = any(c.lemma_.lower() == "framework" for c in trigger.children)
    return trigger.lemma_.lower() in lists["agreement_nouns"] or framework or up_to


def words_of_item(item: Item) -> list[Word]:
    """The words of an item that belong to the statement."""
    return [item.head, *(c for c in item.head.children if c.dep_ in ("nummod", "amod", "compound", "quantmod"))]
