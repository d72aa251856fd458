"""Arms, equipment or the technology for it passing from one party to another: from the frames in `rules/transfers/`."""

from dataclasses import dataclass, replace
from typing import Final

from dragoman.language.syntax import find_objects, is_passive, is_verbal
from dragoman.language.words import Word, Words
from dragoman.model.closed_lists import ItemCategory, Role, TransferType
from dragoman.model.statement import Participant, Statement, Transfer
from dragoman.reference.equipment import generic_category
from dragoman.statements.build import common_fields
from dragoman.statements.frames import lexicon_of
from dragoman.statements.item_names import lists
from dragoman.statements.items import Item, find_items
from dragoman.statements.matching import Match, find_matches, follow
from dragoman.statements.transfer_doubts import with_doubt
from dragoman.statements.transfer_operators import Operated, operators_over
from dragoman.statements.transfer_parties import Parties, parties_of
from dragoman.statements.transfer_parts import Part, elliptic, gapped_items, parts_of, shares

# Types that name how, whatever the item.
NOT_WHAT_PASSES: Final[frozenset[TransferType]] = frozenset({"licence", "production", "offer", "request", "refused", "cancelled"})
MOVING: Final = frozenset({"send", "ship", "transport", "airlift", "dispatch", "transfer", "fly", "move"})


@dataclass(frozen=True, slots=True)
class Draft:
    """One trigger with all that was found for it."""

    match: Match
    items: list[Item]
    parties: Parties
    operators: list[Operated]


def read_transfers(doc: Words) -> list[Statement]:
    """The transfers of a text: each supplier with each recipient and each item."""
    matches = list(find_matches(doc, lexicon_of(doc, "transfer")))
    verbs = {m.trigger.i for m in matches if any(c.path == "object" for c in m.pattern.requires)}
    # 'took *delivery* of': told by the verb
    told = [m for m in matches if not (m.trigger.dep_ in ("dobj", "nsubjpass") and m.trigger.head.i in verbs)]
    drafts = [draft for match in told if (draft := draft_of(doc, match)) is not None]
    drafts = with_shared_parties(joined_to_clauses(drafts))
    return [transfer for draft in drafts for transfer in transfers_of(doc, draft)]


def draft_of(doc: Words, match: Match) -> Draft | None:
    """What one trigger names; None where nothing that counts as arms passes, or everything is taken back."""
    any_goods = not match.pattern.fields.get("needs_equipment", True)
    pronouns = is_verbal(match.trigger)
    match, items = with_items(match, any_goods=any_goods, pronouns=pronouns)
    items += gapped_items(match)
    items = leave_out_companions([item for item in items if passes(item) and not is_own_move(match, item)])
    if not items:
        return None
    operators = operators_over(match.trigger)
    if any(o.operator.lifts for o in operators):
        return None
    found = parties_of(doc, match, items, operators)
    if any(is_civil_party(p) for p in (*found.suppliers, *found.recipients)):
        return None
    return Draft(match, items, found, operators)


def with_items(match: Match, *, any_goods: bool, pronouns: bool) -> tuple[Match, list[Item]]:
    """The items at the first path of the frame that holds any, and the match with that path's heads."""
    for path in dict(match.pattern.roles)["item"]:
        heads = tuple(h for h in follow(match.trigger, path) if h.i != match.trigger.i or path == "self")
        items = [item for head in heads for item in find_items(head, any_goods=any_goods, pronouns=pronouns)]
        if items:
            return replace(match, roles={**match.roles, "item": heads}), items
    return with_object_kept(match, pronouns=pronouns)


def with_object_kept(match: Match, *, pronouns: bool) -> tuple[Match, list[Item]]:
    """The items of a passive whose subject is who receives: '*X* has been given *six jets* by Y'."""
    paths = dict(match.pattern.roles)
    if "dative" not in paths.get("recipient", ()) or not is_passive(match.trigger):
        return match, []
    heads = tuple(c for c in match.trigger.children if c.dep_ in ("dobj", "oprd"))
    items = [item for head in heads for item in find_items(head, pronouns=pronouns)]
    takers = tuple(find_objects(match.trigger))
    return replace(match, roles={**match.roles, "item": heads, "recipient": takers}), items


def leave_out_companions(items: list[Item]) -> list[Item]:
    """The items without what only comes along: 'missiles and *related kit*'."""
    own = [i for i in items if i.named or i.head.lemma_.lower() not in lists()["companions"]]
    return own or items


def passes(item: Item) -> bool:
    """Whether a thing that is traded by everybody is told to be of arms: 'software' is not, 'missile software' is."""
    words = lists()
    lemma = item.head.lemma_.lower()
    if item.named or item.technology or lemma not in words["need_company_to_pass"]:
        return True
    before = {t.lower_ for c in item.head.lefts for t in c.subtree}
    rest = item.name.rsplit(" ", 1)[0]
    return bool(before & words["company"]) or (rest != item.name and generic_category(rest) is not None)


def is_own_move(match: Match, item: Item) -> bool:
    """Whether somebody only moves what stays theirs: 'sent its own tanks to the border'."""
    own = {c.lower_ for c in item.head.children if c.dep_ in ("amod", "poss")}
    return match.trigger.lemma_ in MOVING and {"own", "its"} <= own


def is_civil_party(participant: Participant) -> bool:
    """Whether a party is one of everyday trade: an airline, a carmaker, a museum."""
    return not lists()["civil_parties"].isdisjoint(
        participant.text.lower().rstrip("s").split() + participant.text.lower().split()
    )


def joined_to_clauses(drafts: list[Draft]) -> list[Draft]:
    """Transfers with what the clause on their item tells: 'missiles *that X sold to Y* were handed to Z' makes Y the giver.

    A participle that names only one side of what the main verb tells is no transfer of its own.
    """
    told: set[int] = set()
    found = list(drafts)
    for at, outer in enumerate(drafts):
        heads = {item.head.i for item in outer.items} | {h.i for h in outer.match.heads("item")}
        for inner in drafts:
            clause = inner.match.trigger
            if clause is outer.match.trigger or clause.dep_ not in ("acl", "relcl") or clause.head.i not in heads:
                continue
            givers, takers = inner.parties.suppliers, inner.parties.recipients
            parties = joined_parties(found[at], inner)
            found[at] = replace(found[at], parties=parties)
            if clause.dep_ == "acl" and not (givers and takers):
                told.add(clause.i)
                others = (*found[at].parties.others, *(p for p in inner.parties.others if p not in found[at].parties.others))
                found[at] = replace(found[at], parties=replace(found[at].parties, others=others))
    return [draft for draft in found if draft.match.trigger.i not in told]


def with_shared_parties(drafts: list[Draft]) -> list[Draft]:
    """Transfers that name nobody with the parties of another of the same thing: 'on top of the 18 *signed for*'."""
    found = []
    for draft in drafts:
        if not draft.parties.suppliers and not draft.parties.recipients:
            names = {item.name for item in draft.items}
            same = [d for d in drafts if d is not draft and d.match.trigger.sent == draft.match.trigger.sent]
            other = next((d for d in same if names & {i.name for i in d.items} and d.parties.recipients), None)
            found.append(draft if other is None else replace(draft, parties=other.parties))
        else:
            found.append(draft)
    return found


def joined_parties(outer: Draft, inner: Draft) -> Parties:
    """The parties of the main verb with those of the clause on its item: who bought it gets it, or gives it on to another."""
    given, own = inner.parties, outer.parties
    countries = {p.country for p in own.recipients if p.country}
    passed_on = bool(own.recipients) and not countries & {p.country for p in given.recipients}
    if passed_on and given.recipients and not named(outer, "supplier"):
        return replace(own, suppliers=[replace(p, role="supplier") for p in given.recipients])
    suppliers = given.suppliers if given.suppliers and not named(outer, "supplier") else own.suppliers
    return replace(own, suppliers=suppliers, recipients=own.recipients or given.recipients)


def named(draft: Draft, role: str) -> bool:
    """Whether the frame's own paths fill a role."""
    return bool(draft.match.heads(role))


def transfers_of(doc: Words, draft: Draft) -> list[Statement]:
    """The transfers that one trigger names."""
    match, found = draft.match, draft.parties
    if not any(p.country or p.sector or p.entity for p in (*found.suppliers, *found.recipients)):
        return []
    split = shares(match, draft.items[0]) if len(draft.items) == 1 else []
    if split:
        parts = [p for takers, item in split for p in parts_of(match, [item], found.suppliers, takers)]
    else:
        parts = parts_of(match, draft.items, found.suppliers, found.recipients)
    parts += elliptic_parts(doc, draft)
    return [build_transfer(doc, draft, part) for part in parts]


def elliptic_parts(doc: Words, draft: Draft) -> list[Part]:
    """Transfers of a second party that shares the verb: 'X took twelve jets from Z; *Y, nine*'."""
    match, found = draft.match, draft.parties
    roles = dict(match.pattern.roles)
    sides: tuple[Role, Role] = ("recipient", "supplier")
    side = next((role for role in sides if "subject" in roles.get(role, ())), None)
    if side is None or not is_verbal(match.trigger):
        return []
    known = {p.country for p in (*found.suppliers, *found.recipients)}
    parts: list[Part] = []
    for party, item in elliptic(doc, match, draft.items[-1], side):
        if side == "recipient" and party.country not in known:
            parts += [Part(supplier, party, item) for supplier in (*found.suppliers,) or (None,)]
        elif side == "supplier" and item.head.i != draft.items[-1].head.i:
            parts += [Part(party, recipient, item) for recipient in (*found.recipients,) or (None,)]
    return parts


def build_transfer(doc: Words, draft: Draft, part: Part) -> Transfer:
    """One transfer of one item."""
    pattern, item = draft.match.pattern, part.item
    over = next((o for o in reversed(draft.operators) if o.operator.transfer_type is not None), None)
    participants = tuple(p for p in (part.supplier, part.recipient) if p is not None) + draft.parties.others
    word = draft.match.trigger if over is None else over.word
    common = common_fields(
        doc,
        word,
        read_by=f"transfer:{pattern.id}",
        participants=participants,
        more=[draft.match.trigger, *words_of_item(item)],
    )
    common = with_doubt(common, word)
    planned = any(o.operator.realis for o in draft.operators) or "realis" in pattern.fields
    if common["realis"] == "actual" and (
        (planned and (over is None or over.operator.realis)) or is_framework(draft.match.trigger, item)
    ):
        common["realis"] = "planned"
    category: ItemCategory = pattern.fields.get("item_category", item.category)
    transfer_type = type_of(pattern.fields["transfer_type"], over, item, category)
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


def type_of(own: TransferType, over: Operated | None, item: Item, category: ItemCategory) -> TransferType:
    """The type: that of what stands over the transfer, else its own; know-how and aid are types by themselves."""
    if over is not None and over.operator.transfer_type is not None:
        return over.operator.transfer_type
    if category == "aid" and own == "delivery":
        return "aid"
    return "technology" if item.technology and own not in NOT_WHAT_PASSES else own


def is_framework(trigger: Word, item: Item) -> bool:
    """Whether a paper only says what may be ordered: a framework or an agreement in general, or 'up to' a number."""
    if trigger.pos_ != "NOUN":
        return False
    up_to = item.quantity is not None and item.quantity.qualifier == "at most"
    framework = any(c.lemma_.lower() == "framework" for c in trigger.children)
    return trigger.lemma_.lower() in lists()["agreement_nouns"] or framework or up_to


def words_of_item(item: Item) -> list[Word]:
    """The words of an item that belong to the statement."""
    return [item.head, *(c for c in item.head.children if c.dep_ in ("nummod", "amod", "compound", "quantmod"))]
