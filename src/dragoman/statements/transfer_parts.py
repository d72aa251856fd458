"""One sentence, several shares: 'respectively', 'five for X, four for Y', 'X took twelve; Y, nine', '24 and 18 jets'."""

from dataclasses import dataclass, replace
from typing import Final

from dragoman.language.mentions import mention_at
from dragoman.language.syntax import coordinated
from dragoman.language.words import Word, Words
from dragoman.model.closed_lists import Role
from dragoman.model.statement import Amount, Participant
from dragoman.statements.item_names import amount_at, value_of
from dragoman.statements.items import Item, find_items, items_of
from dragoman.statements.matching import Match
from dragoman.statements.participants import build_participants

MAX_PARTS: Final = 24  # suppliers × recipients × items; more is a misparse
BREAKS: Final = frozenset({";", "and", "while", "but", ","})
FILLERS: Final = frozenset(
    {",", "a", "another", "the", "further", "some", "more", "for", "about", "nearly", "over", "in", "with"}
)


@dataclass(frozen=True, slots=True)
class Part:
    """One transfer of one item from one supplier to one recipient."""

    supplier: Participant | None
    recipient: Participant | None
    item: Item


def parts_of(match: Match, items: list[Item], suppliers: list[Participant], recipients: list[Participant]) -> list[Part]:
    """Each supplier with each recipient and each item, or one by one where the sentence says 'respectively'."""
    listed = listed_sources(match, items)
    if listed and "from" in dict(match.pattern.roles).get("supplier", ()):
        return [Part(supplier, recipient, item) for item, supplier in listed for recipient in (*recipients,) or (None,)]
    items = [i for item in items for i in by_number(item)]
    if has_respectively(match.trigger):
        zipped = pair_up(items, suppliers, recipients)
        if zipped:
            return zipped
    found = []
    for item in items:
        for supplier in (*(own_suppliers(match, item) or suppliers),) or (None,):
            found += [Part(supplier, recipient, item) for recipient in (*recipients,) or (None,)]
    return found[:MAX_PARTS]


def listed_sources(match: Match, items: list[Item]) -> list[tuple[Item, Participant]]:
    """Things of a list each with its own giver, whatever the parser makes of it: 'A *from X*, B *from Y* and C *from Z*'."""
    doc, sentence = match.trigger.doc, match.trigger.sent
    found: list[tuple[Item, Participant]] = []
    for word in doc[items[0].head.i : sentence.end - 2]:
        if word.pos_ not in ("NOUN", "PROPN") or doc[word.i + 1].lower_ != "from" or word.i == match.trigger.i:
            continue
        givers = [p for c in doc[word.i + 1].children if c.dep_ == "pobj" for p in build_participants("supplier", [c])[:1]]
        things = items_of(word, any_goods=False, pronouns=False)
        if things and givers and (givers[0].country or givers[0].entity):
            found += [(thing, givers[0]) for thing in things]
    return found if len(found) > 1 and found[0][0].head.i == items[0].head.i and len(found) >= len(items) else []


def has_respectively(trigger: Word) -> bool:
    """Whether the sentence pairs its lists one by one."""
    return any(word.lower_ == "respectively" for word in trigger.sent)


def by_number(item: Item) -> list[Item]:
    """An item once for each of several numbers before it: '*24 and 18* Rafales'."""
    for child in item.head.children:
        if child.dep_ == "nummod":
            numbers = [w for w in coordinated(child) if value_of(w.text) is not None]
            if len(numbers) > 1:
                return [replace(item, quantity=exactly(w)) for w in numbers]
    return [item]


def exactly(word: Word) -> Amount:
    """The number that a word is."""
    return Amount(value=value_of(word.text), low=None, high=None, qualifier="exactly", text=word.text)


def pair_up(items: list[Item], suppliers: list[Participant], recipients: list[Participant]) -> list[Part]:
    """The lists of the sentence one by one, where those that are longer than one are equally long; [] where they are not."""
    lengths = {len(x) for x in (items, suppliers, recipients) if len(x) > 1}
    if len(lengths) != 1:
        return []
    (n,) = lengths
    givers: list[Participant | None] = [*suppliers] or [None]
    takers: list[Participant | None] = [*recipients] or [None]
    many = (
        items * n if len(items) == 1 else items,
        givers * n if len(givers) == 1 else givers,
        takers * n if len(takers) == 1 else takers,
    )
    return [Part(s, r, i) for i, s, r in zip(*many, strict=True)]


def own_suppliers(match: Match, item: Item) -> list[Participant]:
    """Who supplies this item alone, where its own phrase says so: 'tanks *from X* and howitzers *from Y*'."""
    if "from" not in dict(match.pattern.roles).get("supplier", ()):
        return []
    heads = [t for c in item.head.children if c.dep_ == "prep" and c.lower_ == "from" for t in c.children if t.dep_ == "pobj"]
    return [p for p in build_participants("supplier", heads) if p.country or p.entity]


def gapped_items(match: Match) -> list[Item]:
    """Items of a second part without its verb, hung on what is before it: '180 tanks for $3bn *and 212 howitzers* for $2bn'."""
    found: list[Item] = []
    for governor in (match.trigger, *match.heads("item")):
        for preposition in governor.children:
            if preposition.dep_ == "prep":
                inner = [t for t in preposition.children if t.dep_ == "pobj" and t not in match.heads("item")]
                found += [i for t in inner for j in coordinated(t)[1:] for i in find_items(j) if i.quantity is not None]
    return found


def shares(match: Match, item: Item) -> list[tuple[list[Participant], Item]]:
    """The shares of a whole after it: 'nine jets were ordered: *five for X, four for Y*'. Recipients with their items."""
    found: list[tuple[list[Participant], Item]] = []
    sentence = match.trigger.sent
    for word in match.trigger.doc[max(match.trigger.i, item.head.i) + 1 : sentence.end]:
        if word.tag_ != "CD" or value_of(word.text) is None or any(c.dep_ == "nummod" for c in word.children):
            continue
        for child in word.children:
            if child.dep_ in ("prep", "dative") and child.lower_ in ("for", "to"):
                heads = [p for p in child.children if p.dep_ == "pobj"]
                takers = [p for p in build_participants("recipient", heads) if p.country]
                if takers:
                    found.append((takers, replace(item, head=word, quantity=exactly(word))))
    return found if len(found) > 1 else []


def elliptic(doc: Words, match: Match, item: Item, role: Role) -> list[tuple[Participant, Item]]:
    """Parties with a number but no verb after the full clause: 'X took 12 jets; *Y, 12 new ones*', 'and *Z 212 howitzers*'."""
    found: list[tuple[Participant, Item]] = []
    sentence = match.trigger.sent
    last = max(match.trigger.i, item.head.i)
    for i in range(last + 1, sentence.end - 1):
        word = doc[i]
        mention = mention_at(doc, word)
        if mention is None or mention.country is None or mention.head != i or mention.category == "nationality":
            continue
        before = doc[mention.token_start - 1]
        if before.lower_ == "the":
            before = doc[before.i - 1]
        if before.lower_ not in BREAKS:
            continue
        thing = thing_after(doc, mention.token_end, sentence.end, item)
        if thing is not None:
            parties = build_participants(role, [word])
            found += [(replace(p, role=role), thing) for p in parties[:1]]
    return found


def thing_after(doc: Words, start: int, end: int, item: Item) -> Item | None:
    """The counted thing right after a party, with no verb between: ', *12 new ones*'; of the item's kind where it names none."""
    at = start
    while at < end and doc[at].lower_ in FILLERS and at - start < 3:
        at += 1
    if at >= end or doc[at].tag_ != "CD" or value_of(doc[at].text) is None:
        return None
    number = doc[at]
    for word in doc[at + 1 : min(end, at + 7)]:
        if word.pos_ in ("VERB", "AUX") and word.tag_ != "VBN":
            break
        if word.lower_ in ("ones", "of", "more"):
            return replace(item, head=number, quantity=exactly(number))
        if word.pos_ in ("NOUN", "PROPN") and word.dep_ not in ("compound", "nmod", "amod"):
            named = find_items(word)
            return replace(named[0], quantity=amount_at(word) or exactly(number)) if named else None
    following = doc[at + 1] if at + 1 < end else None
    alone = following is None or following.is_punct or following.lower_ in ("and", "from", "in")
    return replace(item, head=number, quantity=exactly(number)) if alone else None
