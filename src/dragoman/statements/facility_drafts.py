"""What a text's phrases tell of each facility before any frame is asked: type, name, products, whose it is and where."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from dragoman.language.attributes import in_furniture
from dragoman.language.coreference import resolve_noun
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import coordinated, find_possessors, find_prepositional, is_verbal
from dragoman.language.words import Word, Words
from dragoman.model.closed_lists import FacilityType
from dragoman.model.statement import Participant
from dragoman.reference.sites import find_site
from dragoman.statements.facility_nouns import bare, proper_name, type_of, type_of_name
from dragoman.statements.items import find_items
from dragoman.statements.participants import from_mention, mention_or_referent

ABROAD: Final = frozenset(
    {"base", "air base", "naval base", "embassy", "consulate", "camp", "headquarters", "other", "test site", "port", "school"}
)
PLACE_PREPOSITIONS: Final = ("in", "at", "near", "outside", "on", "under", "beside", "from")
NEAR: Final = 40  # words within which a noun that is left out is still understood
# Bodies that own, run or build without a name of their own ('a consortium', 'a contractor').
BODIES: Final = frozenset({"company", "consortium", "contractor", "corporation", "firm", "operator", "venture"})
# Parts and acts that stand for the works they belong to: 'the *furnaces* of the mill were relit', 'the *running* of the port'.
STAND_FOR: Final = frozenset(
    {
        "berth", "block", "building", "compound", "furnace", "gate", "generator", "hall", "hangar", "jetty", "part", "perimeter",
        "phase", "pier", "reactor", "roof", "runway", "section", "stretch", "tank", "tower",
        "running", "operation", "management", "control", "turbine", "unit", "wing",
        "half", "majority", "percent", "%", "share", "stake",
    }
)  # fmt: skip
MAKERS: Final = frozenset({"factory", "plant", "mill", "works", "workshop", "line", "smelter"})
KINDS_OF_PLANT: Final = frozenset(
    {
        "assembly",
        "power",
        "production",
        "state",
        "pilot",
        "test",
        "treatment",
        "wind",
        "front",
        "supply",
        "security",
        "joint",
        "rail",
        "railway",
    }
)
MAKING: Final = frozenset({"assemble", "build", "develop", "fabricate", "make", "manufacture", "produce", "export"})


@dataclass(slots=True)
class Draft:
    """What is known of one facility noun before its statement is made."""

    head: Word
    facility_type: FacilityType
    name: str | None
    products: list[str] = field(default_factory=list)
    participants: list[Participant] = field(default_factory=list)


def draft_at(doc: Words, token: Word) -> Draft | None:
    """The facility that a noun names; None where it names none."""
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ == "compound" or in_furniture(token):
        return None
    facility_type = type_of(token)
    mention = mention_at(doc, token)
    is_name = mention is not None and mention.category == "facility"
    if facility_type is None and not is_name:
        return None
    if facility_type == "factory" and (site := site_called(token)) is not None and site != "other":
        facility_type = site
    if facility_type is None and mention is not None and mention.place is None and type_of_name(mention.name) == "other":
        return None  # a name that neither the map nor its own words tell to be a facility's
    name = mention.name if mention is not None and is_name and any(c.isupper() for c in mention.text) else proper_name(token)
    draft = Draft(token, facility_type or type_of_name(name or token.text), name)
    draft.products = products_before(token) + products_after(token)
    draft.participants = operators_of(doc, token) + hosts_of(doc, token)
    if mention is not None and is_name and mention.country and not has_role(draft, "host"):
        draft.participants.append(
            Participant(
                role="host",
                name=mention.country,
                text=mention.text,
                start=mention.start,
                end=mention.end,
                entity=f"state/{mention.country}",
                country=mention.country,
            )
        )
    return draft


def site_called(token: Word) -> FacilityType | None:
    """The type of the site whose name stands before a noun as wide as 'plant': 'the *Bushehr* plant'."""
    before = token.doc[token.i - 1].text if token.i > 0 and token.doc[token.i - 1].dep_ == "compound" else None
    site = find_site(f"{before} {token.text}") or find_site(before) if before is not None else None
    return site.facility_type if site is not None else None


def products_before(token: Word) -> list[str]:
    """What a facility makes, by the words before its noun: '*drone* factory', '*ammunition* plant'."""
    lemmas = [c for c in token.children if c.dep_ in ("compound", "nmod") and c.i < token.i]
    found = [item.name for c in lemmas for item in find_items(c) if not item.technology]
    if found or token.lemma_.lower() not in MAKERS:
        return found
    return [c.lemma_.lower() for c in lemmas if c.pos_ == "NOUN" and c.lemma_.lower() not in KINDS_OF_PLANT]


def products_after(token: Word) -> list[str]:
    """What a facility makes, by the clause after its noun: 'factory *to produce shells*'."""
    verbs = [c for c in token.children if c.dep_ in ("acl", "relcl") and c.lemma_ in MAKING]
    gerunds = [
        p for c in token.children if c.dep_ == "prep" and c.lower_ == "for" for p in c.children if p.dep_ in ("pcomp", "pobj")
    ]
    heads = [o for v in verbs + gerunds for o in v.children if o.dep_ == "dobj"]
    heads += [p for g in gerunds if g.lemma_ in ("production", "manufacture", "assembly") for p in find_prepositional(g, "of")]
    goods = [g for g in gerunds if g.pos_ == "NOUN" and g.lemma_ not in ("production", "manufacture", "assembly")]
    plain = [bare(j) for g in goods for j in coordinated(g)] if token.lemma_.lower() in MAKERS else []
    return [item.name for head in heads for item in find_items(head)] + plain


def operators_of(doc: Words, token: Word) -> list[Participant]:
    """Whose facility it is: '*Russia's* base', '*Chinese* embassy'."""
    heads = [c for c in token.children if c.dep_ in ("poss", "amod", "compound", "nmod") and c.i < token.i]
    mentions = [
        m for c in heads for m in mention_or_referent(doc, c) if m.category in ("country", "nationality", "group", "organisation")
    ]
    after = [p for c in token.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]  # 'a factory *of X*'
    mentions += [m for p in after for m in mention_or_referent(doc, p) if m.category in ("group", "organisation")]
    return [from_mention("operator", m, doc) for m in mentions[:1]]


def hosts_of(doc: Words, token: Word) -> list[Participant]:
    """Where it stands, by its own phrase: 'factory *in Tajikistan*', '*Mogadishu's* port', 'a plant for cars *in Chad*'."""
    names = [c for c in token.children if c.dep_ in ("poss", "compound", "nmod") and c.text[0].isupper()]
    before = [m for name in names for m in mention_or_referent(doc, name)]
    towns = [m for m in before if m.category == "place" and m.country]
    if towns:
        return [from_mention("host", towns[0], doc)]
    bearers = [token, *find_prepositional(token, "for")]
    for preposition in PLACE_PREPOSITIONS:
        for head in [h for bearer in bearers for h in find_prepositional(bearer, preposition)]:
            for joined in coordinated(head):
                found = [m for m in places_in(doc, joined) if m.country]
                if found:
                    return [from_mention("host", found[0], doc)]
    return []


def places_in(doc: Words, head: Word) -> list[Any]:
    """The mentions that a phrase of place holds: its head, 'the city *of Tabriz*', '*Tajik* capital'."""
    found = list(mention_or_referent(doc, head))
    for child in head.children:
        if child.dep_ in ("amod", "compound", "poss", "appos"):
            found += mention_or_referent(doc, child)
        if child.dep_ == "prep" and child.lower_ in ("of", "in"):
            found += [m for inner in child.children if inner.dep_ == "pobj" for m in mention_or_referent(doc, inner)]
    return found if any(m.country for m in found) else [*found, *land_after(doc, head)]


def land_after(doc: Words, head: Word) -> list[Any]:
    """The land that follows the name of a place after a comma, however that is parsed: 'in Lancaster, *California*'."""
    at = head.i + 2
    if head.pos_ != "PROPN" or at >= len(doc) or doc[at - 1].text != ",":
        return []
    at += doc[at].lower_ in ("in", "the")
    mention = mention_at(doc, at) if at < len(doc) else None
    return [mention] if mention is not None and mention.category in ("place", "country") else []


def has_role(draft: Draft, role: str) -> bool:
    """Whether a role is filled."""
    return any(p.role == role for p in draft.participants)


def inherit(doc: Words, draft: Draft, drafts: Mapping[int, Draft]) -> None:
    """What was said of a facility before holds where the text comes back to it ('the factory')."""
    earlier = resolve_noun(doc, draft.head)
    known = drafts.get(earlier) if earlier is not None and earlier < draft.head.i else None
    if known is None:
        return
    draft.name = draft.name or known.name
    draft.products = draft.products or list(known.products)
    if draft.facility_type == "other":
        draft.facility_type = known.facility_type
    draft.participants += [p for p in known.participants if not has_role(draft, p.role)]


def host_of_owner(draft: Draft) -> list[Participant]:
    """The host of a works that is called by its country and by no other place: '*Egypt's* first power station'."""
    first, last = draft.head.left_edge.idx, draft.head.idx
    named = [p for p in draft.participants if p.role == "operator" and p.start is not None and first <= p.start < last]
    own = [p for p in named if p.country and p.entity == f"state/{p.country}"]
    if has_role(draft, "host") or draft.facility_type in ABROAD or not own or stands_at_a_name(draft.head):
        return []
    return [replace(own[0], role="host")]


def stands_at_a_name(head: Word) -> bool:
    """Whether a place is named for a facility, or for the act that tells of it, be it known to the map or not."""
    governors = [head, head.head] if is_verbal(head.head) else [head]
    return any(p.pos_ == "PROPN" for g in governors for word in PLACE_PREPOSITIONS for p in find_prepositional(g, word))


def find_left_out(doc: Words, drafts: Mapping[int, Draft]) -> Iterator[Draft]:
    """Facilities whose noun is left out after that of another: 'Renault's plant at Tangier and *Peugeot's* at Kenitra'.

    Told by the words in their order, as a possessive without its noun is seldom parsed rightly.
    """
    for draft in list(drafts.values()):
        for i in range(draft.head.i + 1, min(draft.head.i + NEAR, len(doc) - 3)):
            owner, case, preposition, town = doc[i : i + 4]
            if case.lower_ not in ("'s", "’s") or preposition.lower_ not in ("at", "in", "near") or i in drafts:
                continue
            if owner.pos_ == "PROPN" and town.pos_ == "PROPN" and nearest_before(i, drafts) is draft:
                hosts = [m for m in mention_or_referent(doc, last_of_name(town)) if m.country][:1]
                yield Draft(
                    owner,
                    draft.facility_type,
                    None,
                    [],
                    [owner_by_name(doc, owner), *(from_mention("host", m, doc) for m in hosts)],
                )


def nearest_before(index: int, drafts: Mapping[int, Draft]) -> Draft | None:
    """The facility named last before a word."""
    return drafts[max(before)] if (before := [i for i in drafts if i < index]) else None


def last_of_name(word: Word) -> Word:
    """The last of the capitalised words that go on from a word: 'Santa *Rosa*'."""
    while word.i + 1 < len(word.doc) and word.doc[word.i + 1].pos_ == "PROPN":
        word = word.doc[word.i + 1]
    return word


def owner_by_name(doc: Words, token: Word) -> Participant:
    """Whose a facility is whose noun is left out: as the tables know the name, else by the name alone."""
    mention = mention_at(doc, token)
    if mention is not None and mention.category in ("country", "group", "organisation"):
        return from_mention("operator", mention, doc)
    return Participant(role="operator", name=token.text, text=token.text, start=token.idx, end=token.idx + len(token))


def is_site_of_another(draft: Draft, drafts: Mapping[int, Draft]) -> bool:
    """Whether a name only tells where another facility stands: 'its air base at *Khadim*'."""
    above = draft.head.head
    governor = above.head if draft.head.dep_ == "pobj" and above.lower_ == "at" else None
    if governor is None or type_of(draft.head) is not None:
        return False
    beside = [c for c in governor.children if c.dep_ in ("dobj", "nsubjpass")] if is_verbal(governor) else [governor]
    return any(c.i in drafts for c in beside)


def beside(name: Word, drafts: Mapping[int, Draft]) -> Draft | None:
    """The facility that a name is told to be: '*Camp Lemnos*, its last base in Chad'."""
    found = next((drafts[c.i] for c in name.children if c.dep_ == "appos" and c.i in drafts), None)
    if found is not None and found.name is None and name.pos_ == "PROPN":
        found.name = bare(name)
    return found


def around(head: Word, trigger: Word, drafts: Mapping[int, Draft]) -> Draft | None:
    """The facility of which a part ('the *furnaces* of the mill') or a town ('a base in *X*, which Y shut') is told."""
    if head.lemma_.lower() in STAND_FOR:
        owners = [*find_prepositional(head, "of"), *find_prepositional(head, "in"), *find_possessors(head)]
        return next((drafts[p.i] for p in owners if p.i in drafts), None)
    above = head.head.head
    if head.dep_ == "pobj" and head.pos_ == "PROPN" and head.head.lower_ in PLACE_PREPOSITIONS and trigger.i > head.i:
        return drafts.get(above.i)
    return None
