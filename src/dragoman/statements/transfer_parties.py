"""Who supplies, receives, pays and passes on: from the frame's roles, the item's own words, and what the text speaks of."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from dragoman.language.coreference import current_parties
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import is_passive, is_verbal
from dragoman.language.words import Word, Words
from dragoman.model.closed_lists import Role
from dragoman.model.statement import Participant
from dragoman.reference.equipment import load_equipment
from dragoman.statements.item_names import designation_of, lists
from dragoman.statements.items import Item
from dragoman.statements.matching import Match
from dragoman.statements.participants import build_participants, from_mention
from dragoman.statements.transfer_operators import Operated, subjects_of
from dragoman.statements.transfer_ways import BEFORE, intermediaries, is_giver, nation_before, owners, payers, places_near

PAIR: Final = 2
NEAR: Final = 6  # words
MAX_STEPS: Final = 6
MEANT: Final = frozenset({"bind", "bound", "destine", "destined", "mean", "intend", "earmark"})
USING: Final = frozenset({"induct", "field", "operate", "fly", "use", "deploy", "receive", "commission", "unveil", "parade"})
STATE_NAMES: Final = frozenset({"country", "nationality"})
MAKING: Final = frozenset({"make", "build", "manufacture", "produce", "design", "develop", "supply"})


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of one trigger's transfers."""

    suppliers: list[Participant]
    recipients: list[Participant]
    others: tuple[Participant, ...]


def parties_of(doc: Words, match: Match, items: list[Item], operators: list[Operated]) -> Parties:
    """Everybody that a trigger's words, its items and what stands over it name."""
    suppliers = [p for p in parties("supplier", match) if is_giver(p)]
    told = parties("recipient", match) or receivers_among_objects(match, items)
    recipients = [p for p in told if is_giver(p)]
    suppliers, recipients = from_operators(match, operators, suppliers, recipients)
    suppliers = suppliers or suppliers_by_item(doc, match, items, recipients)
    recipients = recipients or recipients_by_item(match, items, suppliers) or receiver_after(match, items, suppliers)
    recipients = [r for r in recipients if not any(r.entity and r.entity == s.entity for s in suppliers)]
    if not recipients and suppliers and "subject" in dict(match.pattern.roles).get("supplier", ()):
        recipients = from_main_clause(match, operators, suppliers)
    suppliers, recipients = complete_pair(doc, match, items, suppliers, recipients)
    recipients = recipients or told or topic_before(match, suppliers)
    others = [p for role in ("end_user", "intermediary", "payer") for p in parties(role, match)]
    near = places_near(match, items)
    takers = {r.country for r in recipients}
    others += [p for p in payers(near) if p.country not in takers and not any(o.role == "payer" for o in others)]
    if not any(p.role == "intermediary" for p in others):
        known = {p.country for p in (*suppliers, *recipients)}
        others += [p for p in intermediaries(near) if p.country not in known]
    return Parties(suppliers, recipients, tuple(others))


def parties(role: str, match: Match) -> list[Participant]:
    """Who fills a role, equipment and the like left out: 'from its stocks' is no supplier."""
    found: dict[tuple[str, str | None], Participant] = {}
    for head in (w for h in match.heads(role) for w in with_joined_prepositions(h)):
        if designation_of(head.doc, head) is not None:
            continue
        for party in build_participants(role, [head]):  # type: ignore[arg-type]  # the roles are those of the rule loader
            whole = party if party.country else with_nation(party, head)
            if not (party.entity or "").startswith("item/"):
                found.setdefault((whole.name, whole.entity or whole.country), whole)
    known = [p for p in found.values() if p.country or p.sector or p.entity]
    return known or list(found.values())


def with_nation(party: Participant, head: Word) -> Participant:
    """A party with the country of the words beside its name: 'Mesko, a *Polish* maker', '*France's* KNDS'."""
    for word in (head, *(c for c in head.children if c.dep_ == "appos")):
        mentions = [mention_at(head.doc, c) for c in word.children if c.dep_ in (*BEFORE, "poss")]
        country = next((m.country for m in mentions if m is not None and m.country), None)
        if country is not None:
            return replace(party, country=country)
    if head.lemma_.lower() in lists()["givings"]:
        mentions = [mention_at(head.doc, w) for w in head.subtree if w.dep_ in (*BEFORE, "poss")]
        giver = next((m for m in mentions if m is not None and m.country), None)
        return party if giver is None else from_mention(party.role, giver, head.doc)
    return party


def from_main_clause(match: Match, operators: list[Operated], suppliers: list[Participant]) -> list[Participant]:
    """Who gets it where only another clause names them: '*X* was thrown out, and Y refused to hand over the jets'."""
    word, crossed = operators[-1].word if operators else match.trigger, False
    for _ in range(MAX_STEPS):
        if word.head.i == word.i:
            break
        crossed = crossed or word.dep_ in ("conj", "relcl", "advcl")
        word = word.head
        crossed = crossed or (is_verbal(word) and word.lemma_ in USING)  # 'X *fields* jets supplied by Y'
        if crossed and is_verbal(word):
            subjects = [c for c in word.children if c.dep_ in ("nsubj", "nsubjpass")]
            found = [p for p in known_parties("recipient", subjects, suppliers) if p.country]
            if found:
                return found
    return []


def topic_before(match: Match, suppliers: list[Participant]) -> list[Participant]:
    """Who gets what comes from somebody, where only the sentence before tells: 'X shopped. Drones from Y were flown in'."""
    sentence = match.trigger.sent
    if not suppliers or sentence.start == 0 or not (is_passive(match.trigger) or "subject" not in supplier_paths(match)):
        return []
    if not is_verbal(match.trigger) or match.pattern.fields["transfer_type"] != "delivery":
        return []
    root = match.trigger.doc[sentence.start - 1].sent.root
    subjects = [c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")]
    return [p for p in known_parties("recipient", subjects, suppliers) if p.country]


def supplier_paths(match: Match) -> tuple[str, ...]:
    """Where the frame looks for who supplies."""
    return dict(match.pattern.roles).get("supplier", ())


def receiver_after(match: Match, items: list[Item], suppliers: list[Participant]) -> list[Participant]:
    """Who gets it by a 'to' after the item that the parser hung on something else: 'sensors *to Turkey* in 2020'."""
    if "to" not in dict(match.pattern.roles).get("recipient", ()):
        return []
    first = max(match.trigger.i, *(item.head.i for item in items)) + 1
    for word in match.trigger.doc[first : min(first + NEAR, match.trigger.sent.end)]:
        if word.lower_ == "to" and word.dep_ in ("prep", "dative"):
            return known_parties("recipient", [c for c in word.children if c.dep_ == "pobj"], suppliers)
        if word.text in (",", ";", ":") or word.tag_ in ("VBD", "VBZ"):
            break
    return []


def with_joined_prepositions(head: Word) -> list[Word]:
    """A head and those after prepositions joined to its own: 'to Peru *and to the Philippines*'."""
    found = [head]
    if head.dep_ == "pobj":
        for joined in head.head.children:
            if joined.dep_ == "conj" and joined.pos_ == "ADP":
                found += [c for c in joined.children if c.dep_ == "pobj"]
    return found


def from_operators(
    match: Match, operators: list[Operated], suppliers: list[Participant], recipients: list[Participant]
) -> tuple[list[Participant], list[Participant]]:
    """Parties that only the operator names: '*Jakarta* dropped the purchase', '*Oslo* asked Rome to send'."""
    paths = dict(match.pattern.roles)
    gives = bool({"subject", "possessor"} & set(paths.get("supplier", ())))
    for over in operators:
        heads = subjects_of(over)
        if not heads:
            continue
        asked = over.operator.transfer_type == "request"
        if match.pattern.fields["transfer_type"] == "request" and over.operator.transfer_type == "refused":
            suppliers = suppliers or known_parties("supplier", heads, recipients)  # who turns a request down was asked
            continue
        if gives and asked:
            if not recipients:
                recipients = known_parties("recipient", heads, suppliers)
        elif gives and not suppliers:
            suppliers = known_parties("supplier", heads, recipients)
        elif not gives and not recipients and {"subject", "possessor"} & set(paths.get("recipient", ())):
            recipients = known_parties("recipient", heads, suppliers)
    return suppliers, recipients


def known_parties(role: Role, heads: Iterable[Word], taken: list[Participant]) -> list[Participant]:
    """Parties known by name among some heads, those left out that have the other role."""
    countries = {p.country for p in taken}
    return [p for p in build_participants(role, heads) if is_giver(p) and not (p.country and p.country in countries)]


def suppliers_by_item(doc: Words, match: Match, items: list[Item], recipients: list[Participant]) -> list[Participant]:
    """Who supplies by the item's own words: 'Chinese', 'Saab's', 'made by', 'from X', 'in X's arsenal'."""
    taken = {p.country for p in recipients if p.country}
    for item in items:
        for head in dict.fromkeys((item.head, *objects_with(match, item), *([item.source] if item.source else []))):
            found = [p for p in givers_at(doc, head, match) if p.country is None or p.country not in taken]
            if found:
                return found
    return []


def objects_with(match: Match, item: Item) -> list[Word]:
    """The heads of the frame's item that an item stands under ('two *batches* of missiles from X')."""
    return [h for h in match.heads("item") if item.head in h.subtree]


def givers_at(doc: Words, head: Word, match: Match) -> list[Participant]:
    """Who the words around an item name as its giver."""
    found: list[Participant] = []
    for child in head.children:
        if child.dep_ == "acl" and child.lemma_ in MAKING:
            found += build_participants("supplier", [p for c in child.children if c.dep_ == "agent" for p in c.children])
        elif child.dep_ == "prep" and child.lower_ in ("from", "by"):
            found += build_participants("supplier", [p for p in child.children if p.dep_ == "pobj"])
        elif child.dep_ == "appos":
            found += build_participants("supplier", [p for c in child.children if c.lower_ in ("by", "from") for p in c.children])
    stocks = [p for c in head.children if c.dep_ == "prep" and c.lower_ in ("in", "from") for p in c.children if p.dep_ == "pobj"]
    found = [o for s in stocks if s.lemma_.lower() in lists()["stocks"] for o in owners("supplier", s)] or found
    found = [p for p in found if is_giver(p)]
    if found or "subject" in dict(match.pattern.roles).get("supplier", ()):
        return found
    return nation_before(doc, head)


def recipients_by_item(match: Match, items: list[Item], suppliers: list[Participant]) -> list[Participant]:
    """Who receives by the words around an item: '*for* the Serbian army', '*Estonia's* first six launchers'."""
    makers = {p.country for p in suppliers if p.country}
    paths = dict(match.pattern.roles).get("recipient", ())
    heads = [h for item in items for h in dict.fromkeys((item.head, *objects_with(match, item)))]
    for head in heads:
        for word in (head, match.trigger):
            bound = [word, *(c for c in word.children if c.dep_ in ("acl", "amod") and c.lemma_.lower() in MEANT)]
            purposes = [
                p for w in bound for c in w.children if c.dep_ in ("prep", "dative") and c.lower_ == "for" for p in c.children
            ]
            found = [p for p in build_participants("recipient", purposes) if is_giver(p) and p.country not in makers]
            if found:
                return found
        if "subject" not in paths or match.pattern.fields["transfer_type"] in ("lease", "loan", "sale", "order"):
            found = [p for p in owners("recipient", head) if p.country and p.country not in makers | {items[0].maker}]
            if found and (makers or not match.heads("supplier")):
                return found
    return []


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
    if suppliers and recipients:
        return suppliers, recipients
    sentence = match.trigger.sent
    known: set[str | None] = {p.country for p in (*suppliers, *recipients) if p.country}
    here = {m.country for m in doc._.mentions if m.category in STATE_NAMES and sentence.start <= m.head < sentence.end}
    made_by: set[str | None] = {k.maker for item in items if (k := load_equipment().get(item.entity or "")) is not None}
    states = {m.country: m for m in current_parties(doc, match.trigger)}
    if recipients and not suppliers:
        maker = next((m for m in made_by if m and m not in known and (m in here or m in states)), None)
        giver = next((m for m in (*states.values(), *doc._.mentions) if m.country == maker and m.country), None)
        return ([from_mention("supplier", giver, doc)] if giver is not None else []), recipients
    if match.trigger.pos_ not in ("VERB", "AUX"):
        return suppliers, recipients
    if not suppliers and made_by & states.keys() and not here:
        suppliers = [from_mention("supplier", m, doc) for c, m in states.items() if c in made_by]
        known = {p.country for p in suppliers if p.country}
    if len(known) == 1 and len(states) == PAIR and known <= states.keys() and here <= known:
        recipients = [from_mention("recipient", m, doc) for c, m in states.items() if c not in known]
    return suppliers, recipients
