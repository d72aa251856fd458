"""Where an event takes place: by the syntax around the word that denotes it, placed on the map without any network."""

from dataclasses import replace
from typing import Final

from dragoman.language.attributes import document_of
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import is_verbal
from dragoman.language.words import Word, Words
from dragoman.model.span import Mention, Place
from dragoman.reference.countries import load_countries
from dragoman.reference.rule_files import load_word_lists

IN: Final = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "across", "throughout", "on", "off", "over", "along", "within", "above"}
    | {"into", "onto", "beside", "beneath", "under"}
)
WITH: Final = frozenset({"with", "between", "against", "among", "by", "to", "for"})
BEFORE: Final = frozenset({"poss", "compound", "nmod", "amod"})
PLACES: Final = frozenset({"place", "facility", "country"})
NESTED_STEPS: Final = 4  # prepositions inside prepositions: 'at an airbase outside the city of X'
PRECISIONS: Final = {"point": 0, "town": 1, "district": 2, "region": 3, "country": 4}


def word_set(name: str) -> frozenset[str]:
    """A list of words of rules/places.toml."""
    return load_word_lists("dragoman.language.rules", "places.toml")[name]


def place_near(doc: Words, token: Word | int) -> Place | None:
    """The place of the event that a token denotes, the most precise that its phrase names; None where the text tells none.

    A country alone is a place too. The words of the place are the document's own.
    """
    mentions = locations_near(doc, token)
    placed = [(PRECISIONS.get(m.place.precision or "country", 4), m.start, m, m.place) for m in mentions if m.place is not None]
    if not placed:
        return place_off_the_map(mentions)
    _, _, best, place = min(placed, key=lambda p: p[:2])
    text = document_of(doc).text[best.start : best.end]
    return Place(name=place.name, country=place.country, lat=place.lat, lon=place.lon, text=text, precision=place.precision)


def place_off_the_map(mentions: list[Mention]) -> Place | None:
    """A named facility whose position no table has: its name and country alone."""
    for mention in mentions:
        if mention.category == "facility":
            return Place(name=mention.name, country=mention.country, lat=None, lon=None, text=mention.text, precision=None)
    return None


def locations_near(doc: Words, token: Word | int) -> list[Mention]:
    """The mentions of places that say where the event denoted by a token takes place, in the order of the text."""
    word = doc[token] if isinstance(token, int) else token
    found: dict[int, Mention] = {}
    for governor in governors(word):
        for mention in places_of(doc, governor):
            found.setdefault(mention.head, mention)
        if found:
            break
    if not found and word.dep_ == "conj" and is_verbal(word):
        # of joined verbs only what stands before the first belongs to all: 'In Gao they met and signed'
        found = {m.head: m for m in places_of(doc, word.head) if m.head < word.head.i}
    return sorted(found.values(), key=lambda m: m.start)


def governors(token: Word) -> list[Word]:
    """The words whose phrases of place count for an event, nearest first: itself with its objects, then the verb above it."""
    chain = [token]
    if (
        not is_verbal(token)
        and token.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "conj")
        and token.head.pos_ in ("VERB", "AUX")
    ):
        chain.append(token.head)
    if token.dep_ == "xcomp" and token.head.pos_ in ("VERB", "AUX"):
        chain.append(token.head)
    if token.dep_ == "advcl" and token.tag_ == "VBG" and token.i > token.head.i:  # 'struck the camp in Gao, killing ten'
        chain.append(token.head)
    if is_verbal(token) and token.lemma_.lower() in word_set("outcomes"):  # 'the blast in Gao killed ten'
        chain += [c for c in token.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"]
    return chain


def places_of(doc: Words, governor: Word) -> list[Mention]:
    """The places in the prepositional phrases of a word, and of its object and participles where the parser hung them there."""
    holders = [governor]
    if is_verbal(governor):
        holders += [
            c
            for c in governor.children
            if c.dep_ in ("dobj", "nsubjpass", "attr", "prep", "advmod") and (c.i > governor.i or c.dep_ == "nsubjpass")
        ]
        holders += [g for c in governor.children if c.dep_ == "dobj" for g in c.children if g.dep_ == "acl"]
    # 'clashed with gunmen in Gao', 'talks between Chad and Niger in Gao': the parser hung the place on the other side
    holders += [
        noun
        for child in governor.children
        if child.dep_ in ("prep", "agent") and child.lower_ in WITH and child.i > governor.i
        for pobj in child.children
        if pobj.dep_ == "pobj"
        for noun in (pobj, *(c for c in pobj.children if c.dep_ == "conj"))
    ]
    found: list[Mention] = places_of_object(doc, governor)
    for holder in holders:
        for child in holder.children:
            if child.dep_ == "prep" and child.lower_ in IN:
                found += places_after(doc, child, NESTED_STEPS)
            elif child.dep_ == "advmod" and child.lower_ in ("there", "here"):
                from dragoman.language.coreference import resolve  # noqa: PLC0415  coreference uses no places, and is rarely needed

                found += [m for m in resolve(doc, child) if m.category in PLACES]
    return found


def places_of_object(doc: Words, governor: Word) -> list[Mention]:
    """The place that an act is done to: 'shelled *Gao*', 'entered Gao', 'struck *Gao's* airport'. Not 'criticised Gao'."""
    lemma = governor.lemma_.lower()
    if not is_verbal(governor) or lemma not in word_set("acts_on_places"):
        return []
    found: list[Mention] = []
    for target in (c for c in governor.children if c.dep_ in ("dobj", "nsubjpass")):
        for noun in (target, *(c for c in target.children if c.dep_ == "conj")):
            mention = mention_at(doc, noun)
            if mention is not None and mention.head == noun.i and mention.category == "place" and mention.place is not None:
                found.append(mention)
            elif noun.lemma_.lower() in word_set("nouns_of_place") or noun.lemma_.lower() in word_set("targets"):
                found += [m for c in noun.children if c.dep_ in BEFORE and (m := town_at(doc, c)) is not None]
    return found


def town_at(doc: Words, word: Word) -> Mention | None:
    """The town or region that a word before a noun names: '*Gao's* airport'; a country or a government is none."""
    mention = mention_at(doc, word)
    if mention is None or mention.head != word.i or mention.category != "place" or mention.place is None:
        return None
    return mention


def places_after(doc: Words, preposition: Word, steps: int) -> list[Mention]:
    """The places that stand after a preposition, however deep: 'at an airbase outside the western city of X'."""
    found: list[Mention] = []
    for noun in [c for c in preposition.children if c.dep_ in ("pobj", "pcomp")]:
        found += places_in_phrase(doc, noun, steps)
    return found


def places_in_phrase(doc: Words, noun: Word, steps: int) -> list[Mention]:
    """The places that one noun phrase names: itself, its apposition, what is joined to it, the town in 'the city of X'."""
    mention = mention_at(doc, noun)
    if (
        mention is not None
        and mention.category in PLACES
        and mention.head == noun.i
        and noun.lemma_.lower() not in word_set("not_a_place")
    ):
        return [mention, *joined_places(doc, noun, steps)]
    if noun.lemma_.lower() in word_set("not_a_place"):
        return []
    found: list[Mention] = []
    for child in noun.children:
        inner = mention_at(doc, child)
        if (
            child.dep_ in ("appos", "nmod", "compound", "poss")
            and inner is not None
            and inner.category in PLACES
            and inner.head == child.i
        ):
            found.append(inner)
        elif (
            child.dep_ == "prep"
            and steps
            and (
                child.lower_ in IN
                or (child.lower_ in ("of", "with", "between") and noun.lemma_.lower() in word_set("nouns_of_place"))
            )
        ):
            found += places_after(doc, child, steps - 1)
        elif (
            child.dep_ == "amod"
            and inner is not None
            and inner.category == "nationality"
            and noun.lemma_.lower() in word_set("nouns_of_place")
        ):
            found.append(capital_of(inner) if noun.lemma_.lower() == "capital" else inner)
    if not found and steps and noun.i + 1 < len(doc) and noun.lemma_.lower() in word_set("nouns_of_place"):
        following = doc[noun.i + 1]  # 'near the border with X', where the parser hung 'with' higher up
        if following.dep_ == "prep" and following.lower_ in ("with", "of"):
            found += places_after(doc, following, steps - 1)
    return found + joined_places(doc, noun, steps)


def capital_of(nationality: Mention) -> Mention:
    """'the Omani capital': the town, not the country."""
    country = load_countries().get(nationality.country or "")
    if country is None or not country.capital or country.capital_lat is None:
        return nationality
    place = Place(
        name=country.capital,
        country=country.code,
        lat=country.capital_lat,
        lon=country.capital_lon,
        text=nationality.text,
        precision="town",
    )
    return replace(nationality, name=country.capital, category="place", place=place)


def joined_places(doc: Words, noun: Word, steps: int) -> list[Mention]:
    """The places joined to a noun: 'in Gao and Timbuktu'."""
    return [m for c in noun.children if c.dep_ == "conj" and steps for m in places_in_phrase(doc, c, steps - 1)]
