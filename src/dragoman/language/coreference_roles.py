"""Institutions named without their country: 'his government', 'its army', 'the ministry', completed by what was said before."""

from dataclasses import replace
from typing import Final

from dragoman.language.actor_lexicon import SUPRANATIONAL, role_ending_at
from dragoman.language.coreference import resolve
from dragoman.language.coreference_bodies import last_country
from dragoman.language.coreference_candidates import discourse_of
from dragoman.language.coreference_parties import state_mentions, topic_dyad
from dragoman.language.mention_draft import KEY
from dragoman.language.words import Word, Words
from dragoman.model.span import Mention
from dragoman.reference.countries import load_countries

# Institutions of which a text on one country means that country's ('the parliament', 'police').
OF_A_STATE: Final = frozenset({
    "governments", "ministries", "ministers", "armed-forces", "legislatures", "police", "heads-of-state-and-government",
    "courts", "officials",
    "intelligence", "local-rulers", "rebels", "opposition", "soldiers",
})  # fmt: skip
OF_STATE_SECTORS: Final = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "ELI", "OPP", "REB"})
# People who are most likely of the place where they act; soldiers, gunmen, journalists and aid workers may be of any.
LOCAL_SECTORS: Final = frozenset({"REB", "OPP", "CVL", "REF", "LAB", "AGR", "EDU", "MED", "PRM", "COP", "GOV"})
NEAR: Final = 2  # sentences back in which 'the army' finds its country
DEFINITE: Final = frozenset({"the", "this", "that"})


def complete_roles(doc: Words) -> None:
    """Give the role nouns of a document that lack a country the one of their possessor, or the one that the text speaks of."""
    open_ones = [i for i, m in enumerate(doc._.mentions) if is_open(m)]
    owned = [i for i in open_ones if any(c.dep_ == "poss" for c in doc[doc._.mentions[i].head].lefts)]
    # those with a possessor come last: whom 'his' stands for may have got a country by then
    for part in ([i for i in open_ones if i not in set(owned)], owned):
        if part:
            complete_part(doc, part)


def complete_part(doc: Words, open_ones: list[int]) -> None:
    """Complete some of the mentions of a document, by their indices."""
    mentions: list[Mention] = doc._.mentions
    done: dict[int, Mention] = {}
    for i in open_ones:
        body = body_of_possessor(doc, mentions[i])
        if body is not None:
            done[i] = replace(
                mentions[i], sector=body.sector, entity=body.entity, because=f"{mentions[i].because}, of {body.name}"
            )
            continue
        country, because = country_of_role(doc, mentions[i])
        if country is None:
            country, because = country_of_location(doc, mentions[i])
        if country is not None:
            done[i] = with_country(mentions[i], country, because)
    if done:
        doc._.mentions = [done.get(i, m) for i, m in enumerate(mentions)]
        doc.user_data.pop(KEY, None)
    discourse_of(doc).resolved.clear()


def is_open(mention: Mention) -> bool:
    """Whether a mention is of a role noun that lacks its country, or of a person with a title of state of whom no table knows."""
    if mention.country is not None or mention.sector is None or mention.sector in SUPRANATIONAL:
        return False
    if mention.category == "person":
        return mention.because.startswith("title") and mention.sector in OF_STATE_SECTORS
    return mention.category in ("organisation", "office", "group") and (
        mention.entity is None or mention.entity.startswith("person/")
    )


def body_of_possessor(doc: Words, mention: Mention) -> Mention | None:
    """The international body that a possessive before a role noun stands for: 'its peacekeepers' of the United Nations."""
    pronouns = [c for c in doc[mention.head].children if c.dep_ == "poss" and c.pos_ == "PRON"]
    owners = [m for c in pronouns for m in resolve(doc, c)]
    return owners[0] if len(owners) == 1 and owners[0].sector in SUPRANATIONAL else None


def country_of_role(doc: Words, mention: Mention) -> tuple[str | None, str]:
    """The country of a role noun, with the reason; None where the text does not tell."""
    token = doc[mention.head]
    possessors = [c for c in token.children if c.dep_ == "poss"]
    if possessors:
        return country_of_possessor(doc, possessors[0])
    if mention.category == "person" or mention.entity is not None:
        return only_country_near(doc, mention)
    words = [doc[i].lower_ for i in range(mention.token_start, mention.token_end)]
    found = role_ending_at(words, len(words))
    if found is None or found[1].id not in OF_A_STATE or found[0] > 1:
        return None, ""
    if words[0] in DEFINITE:
        named = [m for m in last_country(doc, token) if is_current(doc, mention, m)]
        return (named[0].country, f"after {named[0].name}") if named else (None, "")
    if len(words) == found[1].noun.count(" ") + 1 and token.dep_ not in ("compound", "amod"):
        return only_country_before(doc, mention)
    return None, ""


def country_of_possessor(doc: Words, token: Word) -> tuple[str | None, str]:
    """The one country of all whom a possessive stands for."""
    owners = [m for m in resolve(doc, token) if m.country is not None]
    return (owners[0].country, f"of {owners[0].name}") if len({m.country for m in owners}) == 1 else (None, "")


def country_of_location(doc: Words, mention: Mention) -> tuple[str | None, str]:
    """For people whom nothing else places, the one country where their sentence happens: 'prisoners rioted at a jail in X'."""
    if mention.category != "group" or mention.sector not in LOCAL_SECTORS:
        return None, ""
    places = {m.country: m for m in doc._.mentions if m.country is not None and is_location(doc, m, mention)}
    if len(places) != 1:
        return None, ""
    (place,) = places.values()
    return place.country, f"in {place.name}"


def is_location(doc: Words, place: Mention, mention: Mention) -> bool:
    """Whether a place stands after 'in', 'at' or 'near' in the sentence of a mention."""
    sentence_of = discourse_of(doc).sentence_of
    head = doc[place.head]
    if place.category not in ("country", "place", "facility") or sentence_of[place.head] != sentence_of[mention.head]:
        return False
    above = head.head if head.dep_ in ("poss", "appos", "compound", "nmod") else head
    return above.dep_ == "pobj" and above.head.lower_ in ("in", "at", "near", "outside", "inside", "around")


def is_current(doc: Words, mention: Mention, named: Mention) -> bool:
    """Whether a country is near enough for 'the army' to be its: of the same sentence, or of the one before and of the topic."""
    sentence_of = discourse_of(doc).sentence_of
    distance = sentence_of[mention.head] - sentence_of[named.head]
    topic = topic_dyad(doc)
    return distance == 0 or (distance <= NEAR and (not topic or named.country in topic))


def only_country_before(doc: Words, mention: Mention) -> tuple[str | None, str]:
    """The one country that this sentence and the last two name up to a bare role noun ('police said')."""
    sentence_of = discourse_of(doc).sentence_of
    here = sentence_of[mention.head]
    near = {m.country for m in state_mentions(doc) if m.head < mention.head and here - sentence_of[m.head] <= 2}
    if len(near) != 1:
        return None, ""
    (country,) = near
    return country, "the only country named before"


def only_country_near(doc: Words, mention: Mention) -> tuple[str | None, str]:
    """The one country that is named before a title of state, or in its sentence ('President X announced in Y')."""
    found = only_country_before(doc, mention)
    if found[0] is not None:
        return found
    sentence_of = discourse_of(doc).sentence_of
    near = {m.country for m in state_mentions(doc) if sentence_of[m.head] == sentence_of[mention.head] and m.category != "person"}
    if len(near) != 1:
        return None, ""
    (country,) = near
    return country, "the only country of the sentence"


def with_country(mention: Mention, country: str, because: str) -> Mention:
    """A role noun with its country; a government is its state."""
    state = load_countries().get(country)
    last = mention.text.lower().split()[-1]
    entity = state.entity if state and last in ("government", "administration", "regime", "cabinet") else mention.entity
    return replace(mention, country=country, entity=entity, because=f"{mention.because}, {because}")
