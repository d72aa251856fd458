"""Who did what to whom: events from the frames in `rules/events/`."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from dragoman.language.attributes import document_of
from dragoman.language.event_times import times_of
from dragoman.language.mentions import mention_at
from dragoman.language.places import locations_near
from dragoman.language.syntax import coordinated, find_complements, find_objects
from dragoman.language.words import Word, Words
from dragoman.model.closed_lists import Polarity
from dragoman.model.span import Factuality
from dragoman.model.statement import Event, Participant, Statement
from dragoman.reference.codebooks import cameo_goldstein, nearest_cameo, plover_score
from dragoman.statements.build import common_fields
from dragoman.statements.casualties import Casualties, find_casualties
from dragoman.statements.contexts import find_contexts
from dragoman.statements.event_ellipsis import with_elided
from dragoman.statements.frames import lexicon_of
from dragoman.statements.harm import only_ideas, split_weapons, word_list
from dragoman.statements.matching import Match, find_matches
from dragoman.statements.participants import build_participants, from_mention, from_phrase, owner_of
from dragoman.statements.promises import promise_of

OWN: Final = frozenset(
    {
        "it",
        "its",
        "they",
        "them",
        "their",
        "he",
        "him",
        "his",
        "she",
        "her",
        "itself",
        "themselves",
        "himself",
        "herself",
    }
)
ACTING_PREPOSITIONS: Final = frozenset({"in", "with", "to", "on", "into", "for", "of", "under", "as"})  # 'took part *in* it'
CONTENT_PARTS: Final = frozenset({"dobj", "xcomp", "ccomp", "dative", "prep", "acl", "nsubjpass"})  # what a promise can promise
EMPTY_CONTENT: Final = frozenset({"as", "in", "by", "on", "at", "after", "before", "during"})
OBLIGING: Final = frozenset({"to", "should", "must", "shall"})
NOT_OBLIGING: Final = frozenset({"will", "would", "can", "could", "did", "do", "does", "may", "might", "'ll", "'d"})
CONTENT_PREPOSITIONS: Final = frozenset({"of", "to", "for", "from", "on", "against", "about", "over", "with", "into", "at"})
CONTENT_RELATIONS: Final = frozenset({"xcomp", "ccomp", "acl", "pcomp", "dobj", "pobj", "prep"})
MAX_EVENTS_OF_ONE_TRIGGER = 12  # 'respectively' and lists of dates; more is a misparse


def read_events(doc: Words) -> list[Statement]:
    """The events of a text, in the order of their triggers."""
    read = [(match, events_of(doc, match)) for match in find_matches(doc, lexicon_of(doc, "event"))]
    types = {match.trigger.i: str(match.pattern.fields["event_type"]) for match, events in read if events}
    return [event for match, events in read if not is_echo(match, types) for event in events]


def is_echo(match: Match, types: Mapping[int, str]) -> bool:
    """Whether a noun only completes a verb that names the same kind of act: 'imposed *sanctions*', 'carried out a *strike*'."""
    trigger = match.trigger
    if trigger.pos_ != "NOUN" or trigger.dep_ not in ("dobj", "nsubjpass", "conj"):
        return False
    return types.get(trigger.head.i) == str(match.pattern.fields["event_type"])


def events_of(doc: Words, match: Match) -> list[Event]:
    """One event a trigger; several where several dates are given for it. None where nobody that matters takes part."""
    if not content_fits(match):
        return []
    violent = match.pattern.fields["event_type"] == "ASSAULT"
    if violent and only_ideas(match.heads("recipient")):
        return []
    aside = bystanders(match.trigger)
    weapons: list[Word] = []
    acting = [head for head in match.heads("actor") if not names_act(head) and head.i not in aside]
    if violent:
        acting, weapons = split_weapons(acting)
    actors = build_participants("actor", acting) + owners_of(weapons)
    recipients = [r for r in build_participants("recipient", recipient_heads(match)) if any(c.isalnum() for c in r.text)]
    recipients = [r for r in recipients if not is_among(r, actors) and not is_own(r, actors)]
    if violent:
        recipients = things_struck(match, recipients)
    if match.pattern.fields.get("reciprocal"):
        actors, recipients = actors + [replace(r, role="actor") for r in recipients], []
    locations = [from_mention("location", m, doc) for m in locations_near(doc, match.trigger)]
    instruments = build_participants("instrument", [*match.heads("instrument"), *weapons])
    participants = [*actors, *recipients, *locations, *instruments]
    if not is_political(match, actors + recipients, locations):
        return []
    event = build_event(doc, match, participants)
    promise = promise_of(doc, match.trigger, event)
    told = spread_over_times(doc, match.trigger, event)
    return ([promise] if promise else []) + with_elided(doc, match.trigger, told)


def content_fits(match: Match) -> bool:
    """Whether the trigger has the content that its frame asks for: not so 'as *promised*', 'asked *whether*'."""
    wanted = match.pattern.fields.get("content")
    if wanted is None:
        return True
    if wanted == "directive":
        return any(is_directive(clause) for clause in find_complements(match.trigger))
    parts = [c for c in match.trigger.children if c.dep_ in CONTENT_PARTS and c.lower_ not in EMPTY_CONTENT]
    return bool(parts) or (match.trigger.dep_ != "advcl" and bool(find_objects(match.trigger)))


def is_directive(clause: Word) -> bool:
    """Whether a clause says what is to be done: 'to leave', 'that he *leave*', 'that it *must* leave', 'leaving'."""
    auxiliaries = {c.lower_ for c in clause.children if c.dep_ in ("aux", "auxpass")}
    if auxiliaries & OBLIGING:
        return True
    if clause.tag_ == "VBP":  # 'that the state *pay*': a plural form after a singular subject is a subjunctive
        return not auxiliaries and any(c.dep_ == "nsubj" and c.tag_ in ("NN", "NNP") for c in clause.children)
    if clause.tag_ == "VB":
        return not auxiliaries & NOT_OBLIGING
    return clause.tag_ in ("VBG", "VBN") and (clause.dep_ in ("pcomp", "xcomp") or "be" in auxiliaries)


def bystanders(trigger: Word) -> set[int]:
    """The subjects of a clause in which a noun of action tells when or why: '*she* was awake after the *attacks*'."""
    preposition = trigger.head
    if trigger.pos_ != "NOUN" or trigger.dep_ != "pobj" or preposition.lower_ in ACTING_PREPOSITIONS:
        return set()
    verb = preposition.head
    return {joined.i for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") for joined in coordinated(c)}


def owners_of(weapons: Iterable[Word]) -> list[Participant]:
    """Whose weapons struck: '*Israeli* missiles hit the port'."""
    owners = [(head.doc, owner) for head in weapons if (owner := owner_of(head)) is not None]
    return [from_mention("actor", owner, doc) for doc, owner in owners]


def things_struck(match: Match, recipients: list[Participant]) -> list[Participant]:
    """What was struck in place of the town it stands in: in 'razed ten *houses* in Cizre' the houses, with the town's country."""
    objects = [h for h in find_objects(match.trigger) if h.pos_ == "NOUN" and mention_at(h.doc, h) is None]
    found = []
    for recipient in recipients:
        thing = next((h for h in objects if stands_in(recipient, h)), None)
        found.append(recipient if thing is None else replace(from_phrase("recipient", thing), country=recipient.country))
    return found


def stands_in(recipient: Participant, thing: Word) -> bool:
    """Whether a recipient is only the place that the phrase of a thing names, after the thing itself."""
    place = recipient.entity is not None and recipient.entity.startswith("place/")
    last = thing.right_edge
    return place and recipient.start is not None and thing.idx < recipient.start < last.idx + len(last)


def recipient_heads(match: Match) -> list[Word]:
    """The heads of those acted upon, without words that only tell where or in which respect: 'in the *area*'."""
    heads = match.heads("recipient")
    return [h for h in heads if h.dep_ != "pobj" or h.lemma_.lower() not in word_list("no_party") or owner_of(h) is not None]


def is_among(participant: Participant, others: Iterable[Participant]) -> bool:
    """Whether the same party is there already: nobody acts upon itself by the same words."""
    return any(participant.entity == o.entity if o.entity else participant.start == o.start for o in others)


def is_own(recipient: Participant, actors: list[Participant]) -> bool:
    """Whether what is acted upon is the actor's own ('closed *its* border', 'said that *it* must'), and no second party."""
    first = recipient.text.lower().split(" ", 1)[0]
    if first in ("his", "her") and recipient.sector:
        return False  # '*her* husband' is another person
    return first in OWN and any(a.country == recipient.country for a in actors)


def names_act(head: Word) -> bool:
    """Whether a noun names an act itself, which cannot act: '*the attack* destroyed …'."""
    if head.pos_ != "NOUN" or mention_at(head.doc, head) is not None:
        return False
    return (head.lemma_.lower(), "NOUN") in lexicon_of(head.doc, "event").by_trigger


def is_police_work(match: Match, parties: list[Participant]) -> bool:
    """Whether an arrest or a seizure only touches crime: no country on either side, and nobody political who suffers it."""
    if match.pattern.fields.get("mode") not in ("arrest", "seize") or match.pattern.fields["event_type"] != "COERCE":
        return False
    if any(p.country for p in parties):
        return False
    return not any(p.role == "recipient" and p.sector not in (None, "CRM", "CVL") for p in parties)


def is_political(match: Match, parties: list[Participant], locations: list[Participant]) -> bool:
    """Whether somebody with a country, a sector or an entity of their own takes part; 'bare' frames need only a place."""
    if is_police_work(match, parties):
        return False
    if any(p.country or p.sector or p.entity for p in parties):
        return True
    return bool(match.pattern.fields.get("bare") and (parties or locations))


def build_event(doc: Words, match: Match, participants: list[Participant]) -> Event:
    """The event that a frame and its participants make."""
    fields, trigger = match.pattern.fields, match.trigger
    event_type, mode = fields["event_type"], fields.get("mode")
    cameo = fields.get("cameo") or nearest_cameo(event_type, mode)
    casualties = find_casualties(doc, trigger) if event_type == "ASSAULT" else Casualties()
    common = common_fields(doc, trigger, read_by=f"event:{match.pattern.id}", participants=participants)
    if fields.get("negates"):
        common["factuality"] = reversed_polarity(common["factuality"], trigger)
    score = cameo_goldstein(cameo) if cameo else None
    return Event(
        **common,
        event_type=event_type,
        mode=mode,
        cameo=cameo,
        goldstein=score if score is not None else plover_score(event_type, mode),
        contexts=find_contexts(trigger, fields.get("contexts", ())),
        trigger=document_of(doc).text[trigger.idx : trigger.idx + len(trigger)],
        trigger_start=trigger.idx,
        trigger_end=trigger.idx + len(trigger),
        fatalities=casualties.fatalities,
        fatalities_low=casualties.fatalities_low,
        fatalities_high=casualties.fatalities_high,
        injured=casualties.injured,
        count=count_of(doc, trigger),
    )


def reversed_polarity(factuality: Factuality, trigger: Word) -> Factuality:
    """The same certainty with the other polarity, for frames whose trigger itself says no."""
    polarity: Polarity = "negative" if factuality.polarity == "positive" else "positive"
    return Factuality(polarity=polarity, certainty=factuality.certainty, cues=(*factuality.cues, trigger.text))


def count_of(doc: Words, trigger: Word) -> int | None:
    """How many: the number before a noun of action ('two explosions'), or before what is signed or arrested."""
    heads = [trigger] if trigger.pos_ == "NOUN" else [c for c in trigger.children if c.dep_ in ("dobj", "nsubjpass")]
    for quantity in doc._.quantities:
        if quantity.unit != "count" or quantity.value is None:
            continue
        if any(c.i in range(quantity.token_start, quantity.token_end) for h in heads for c in h.children if c.dep_ == "nummod"):
            return int(quantity.value)
    return None


def spread_over_times(doc: Words, trigger: Word, event: Event) -> list[Event]:
    """An event for each of several dates: by pairs where the text says 'respectively', else all parties at each date."""
    times = [t for t in times_of(doc, trigger) if t.time is not None]
    if len(times) < 2 or len(times) > MAX_EVENTS_OF_ONE_TRIGGER:
        return [event]
    actors = event.in_role("actor")
    others = tuple(p for p in event.participants if p.role != "actor")
    if len(actors) == len(times) and says_respectively(trigger):
        pairs = zip(actors, times, strict=True)
        return [replace(event, participants=(actor, *others), time=t.time, count=None) for actor, t in pairs]
    return [replace(event, time=t.time, count=None) for t in times]


def says_respectively(trigger: Word) -> bool:
    """Whether the trigger's sentence pairs its lists."""
    return any(t.lower_ == "respectively" for t in trigger.sent)


def link_contents(doc: Words, statements: list[Statement]) -> list[Statement]:
    """The statements with `within` set where an act is the content of another: 'agreed to *send*', 'threatened to *attack*'."""
    outer = {s.trigger_start: s.id for s in statements if isinstance(s, Event)}
    linked: list[Statement] = []
    for statement in statements:
        start = statement.trigger_start if isinstance(statement, Event) else None
        token = token_at(doc, start) if start is not None else None
        above = content_governor(token, outer) if token is not None else None
        linked.append(replace(statement, within=above) if above and above != statement.id else statement)
    return linked


def token_at(doc: Words, offset: int) -> Word | None:
    """The token that begins at a character offset."""
    return doc.word_at(offset)


def content_governor(token: Word, outer: dict[int, str]) -> str | None:
    """The id of the event whose complement a trigger stands in, None where it stands for itself."""
    for _ in range(4):
        for auxiliary in token.children:
            if auxiliary.dep_ == "aux" and auxiliary.idx in outer:
                return outer[auxiliary.idx]
        if token.head.i == token.i:
            return None
        relation, token = token.dep_, token.head
        if relation in ("pobj", "pcomp") and token.lower_ not in CONTENT_PREPOSITIONS:
            return None  # 'clashed *during* protests': the one is not what the other is about
        if relation in CONTENT_RELATIONS and token.idx in outer:
            return outer[token.idx]
        if relation not in CONTENT_RELATIONS and relation != "conj":
            return None
    return None
