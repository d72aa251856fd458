"""Country and sector of a phrase that means a political actor: 'the Tajik defence ministry', 'Tony Blair' at a date, 'rebels'."""

import datetime as dt
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from dragoman.language.actor_lexicon import SUPRANATIONAL, role_ending_at
from dragoman.language.actor_phrases import Coded, Phrase, code_phrase, split_words, word_set
from dragoman.language.mention_names import Hit, NameEntry, entries_of, names_in
from dragoman.language.mention_places import key_of_city
from dragoman.language.mention_roles import canonical_noun
from dragoman.model.actor import CodedActor
from dragoman.reference.cities import find_places
from dragoman.reference.countries import load_countries, other_readings
from dragoman.reference.offices import Holder, find_person, holder_at
from dragoman.reference.spelling import name_key, slug_of

if TYPE_CHECKING:
    from spacy.language import Language

LONGEST_TOWN: Final = 4
PLAIN_SECTOR_OF_TOWN: Final = "CVL"  # a town that is no capital stands for its people
SHORTEST_TO_MEND: Final = 6
# Regions of several countries are so called; alone, the word tells only where: 'Director of *Central* Intelligence'.
DIRECTIONS: Final = frozenset({"Central", "Eastern", "Northern", "Southern", "Western", "North", "South", "East", "West"})
# A surname or first name alone says too little where no date or context is given.
WORDS_OF_A_PERSON: Final = 2


def code_actor(
    text: str,
    *,
    on: dt.date | None = None,
    context: str | None = None,
    nlp: "Language | None" = None,  # noqa: ARG001  phrases are too short to be parsed well
) -> CodedActor:
    """Code one phrase.

    Args:
        text: A noun phrase, with or without article: 'a former Iranian intelligence minister'.
        on: The day at which office holders are looked up; None takes the last term known.
        context: The sentence or text around the phrase, or the country it is about; it decides only what the phrase leaves open.
        nlp: Not used; phrases are taken apart without a parser.

    Returns:
        Country, sector, name and entity; all None for a phrase that means no political actor.
    """
    here = countries_of_context(context)
    words = split_words(text)
    person = whole_person(words, on, here)
    if person is not None:
        return coded_holder(text, on, person)
    phrase = Phrase(words, hits_in(words, on, here))
    if len(words) == 1 and words[0].lower() in word_set("pronouns"):
        return CodedActor(text=text, on=on, because="a pronoun")
    coded = with_title_holder(phrase, code_phrase(phrase), on, here)
    if coded.country is None and coded.sector not in SUPRANATIONAL and here and (coded.sector or coded.entry):
        coded = replace(coded, country=here, because=f"{coded.because}; country by the context")
    if coded.sector is None and context and coded.entry is None and is_capitalised(words):
        coded = sector_of_context(coded, context, here)
    return build_actor(text, on, phrase, coded)


def countries_of_context(context: str | None) -> str | None:
    """The one country that a context names; None where it names none or several."""
    if not context:
        return None
    found = {
        h.entries[0].country for h in names_in(split_words(context)) if h.entries[0].kind in ("country", "demonym", "capital")
    }
    return next(iter(found)) if len(found) == 1 else None


def sector_of_context(coded: Coded, context: str, country: str | None) -> Coded:
    """For a name that no table has, what a short context says of it ('Colombian defense')."""
    if country is None or len(context.split()) > LONGEST_TOWN:
        return coded
    words = split_words(context)
    around = code_phrase(Phrase(words, names_in(words)))
    return Coded(country, around.sector or "GOV", None, None, "by the context")


def is_capitalised(words: list[str]) -> bool:
    """Whether a phrase is a name: several words, each with a capital."""
    bare = [word for word in words if word.lower() not in word_set("empty")]
    return len(bare) >= WORDS_OF_A_PERSON and all(word[0].isupper() for word in bare)


def whole_person(words: list[str], on: dt.date | None, country: str | None) -> Holder | None:
    """The known person whose full name the whole phrase is."""
    name = " ".join(words).replace(" - ", "-").replace(" ’ ", "'")
    if len(words) < WORDS_OF_A_PERSON or not words[0][0].isupper():
        return None
    return find_person(name, on, country=country)


def coded_holder(text: str, on: dt.date | None, holder: Holder) -> CodedActor:
    """A known person at a date."""
    because = f"{holder.person}: {holder.office} ({holder.source})"
    return CodedActor(
        text=text,
        on=on,
        country=holder.country,
        sector=holder.sector_at(on),
        name=holder.person,
        entity=holder.entity,
        because=because,
    )


def hits_in(words: list[str], on: dt.date | None, country: str | None) -> list[Hit]:
    """The names in a phrase, towns among them; of names that need a country, those that have it."""
    hits = []
    named = names_in([mended(word) for word in words])
    countries = {h.entries[0].country for h in named if h.entries[0].kind in ("country", "demonym", "capital")} | {country}
    for hit in named:
        entries = [e for e in hit.entries if e.kind != "group in context" or e.country in countries]
        if country is not None:
            entries.sort(key=lambda e: e.country != country and e.kind.startswith("group"))
        if not entries and hit.end - hit.start == len(words) - sum(w.lower() in word_set("empty") for w in words):
            entries = [e for e in hit.entries if e.country is not None][:1]
        if entries and not is_part_of_a_name(words, hit, entries[0]):
            hits.append(Hit(hit.start, hit.end, tuple(dated(e, on) for e in entries)))
    return sorted([*hits, *towns_in(words, hits)], key=lambda h: h.start)


def is_part_of_a_name(words: list[str], hit: Hit, entry: NameEntry) -> bool:
    """Whether a place or people is only one word of a longer name that no table has: 'Douglas Paul James', 'Ahlu Wa-Jama'."""
    if entry.kind == "group after article":
        return len(words) != hit.end or hit.start != 1 or words[0].lower() != "the"
    if hit.end - hit.start > 1 or len(words) == 1:
        return False
    if entry.kind.startswith("equipment"):
        return not any(c.isdigit() for c in words[hit.start])  # 'Arthur' is a radar, and a name
    if entry.kind not in ("country", "capital", "region", "people"):
        return False
    if entry.kind == "country" and "person" not in other_readings(words[hit.start]):
        return False
    lower = [word.lower() for word in words]
    return all(word[0].isupper() or word == "-" for word in words) and not any(
        role_ending_at(lower, end) for end in range(1, len(words) + 1)
    )


@lru_cache(maxsize=4096)
def mended(word: str) -> str:
    """A word with two neighbouring letters exchanged back, where that alone makes a nationality or capital of it ('Kazahks')."""
    if len(word) < SHORTEST_TO_MEND or not word[0].isupper() or not word.isalpha() or entries_of(word):
        return word
    for i in range(1, len(word) - 1):
        turned = word[:i] + word[i + 1] + word[i] + word[i + 2 :]
        if turned != word and any(e.kind in ("country", "demonym", "capital") for e in entries_of(turned)):
            return turned
    return word


def dated(entry: NameEntry, on: dt.date | None) -> NameEntry:
    """A person's entry with the term that holds on a day; other entries as they are."""
    if entry.kind != "person":
        return entry
    holder = find_person(entry.name, on)
    return replace(entry, country=holder.country, sector=holder.sector_at(on)) if holder else entry


def towns_in(words: list[str], hits: list[Hit]) -> list[Hit]:
    """Towns of the tables in a phrase: runs of capitalised words that no other name covers."""
    taken = {i for h in hits for i in range(h.start, h.end)}
    found, at = [], 0
    while at < len(words):
        end = at
        while (
            end < len(words)
            and end - at < LONGEST_TOWN
            and end not in taken
            and (words[end][0].isupper() or (words[end] == "-" and end > at))
        ):
            end += 1
        stop = next((s for s in range(end, at, -1) if find_places(" ".join(words[at:s]).replace(" - ", "-"))), None)
        if stop is None or is_name_of_person(words, at, stop, end):
            at = max(end, at + 1) if stop is not None else at + 1
            continue
        if stop == at + 1 and words[at] in DIRECTIONS:
            at += 1
            continue
        city = find_places(" ".join(words[at:stop]).replace(" - ", "-"))[0]
        sector = PLAIN_SECTOR_OF_TOWN
        because = f"town {city.name}"
        entry = NameEntry(city.name, "city", "place", key_of_city(city), city.country, sector, because)
        found.append(Hit(at, stop, (entry,)))
        at = stop
    return found


def is_name_of_person(words: list[str], start: int, stop: int, end: int) -> bool:
    """Whether a town's name is only a part of a longer name of unknown words ('Marcus Beam'), so that it names no town.

    `end` is where the run of capitalised words ends.
    """
    lower = [word.lower() for word in words]
    if start > 0 and lower[start - 1] in word_set("prepositions"):
        return False
    if any(role_ending_at(lower, last) for last in range(1, len(words) + 1)):
        return False
    begun_before = (
        start > 0 and (words[start - 1][0].isupper() or words[start - 1] == "-") and lower[start - 1] not in word_set("empty")
    )
    return begun_before or (end > stop and (len(words) == end or words[end] == "-"))


def with_title_holder(phrase: Phrase, coded: Coded, on: dt.date | None, country: str | None) -> Coded:
    """A title with a name behind it: 'Chancellor Olaf Scholz' takes the country of the person of that name."""
    if coded.role is None or coded.country is not None or coded.sector in SUPRANATIONAL:
        return coded
    words = phrase.words
    for start in range(1, len(words)):
        name = " ".join(words[start:])
        if not words[start][0].isupper():
            continue
        holder = find_person(name, on, country=country)
        if holder is not None and holder.country is not None:
            return replace(coded, country=holder.country, because=f"{coded.because}; {holder.person}")
    return coded


def build_actor(text: str, on: dt.date | None, phrase: Phrase, coded: Coded) -> CodedActor:
    """The coded actor of a phrase, with a canonical name where a table has one."""
    entry, sector = coded.entry, coded.sector
    country = None if sector in SUPRANATIONAL or (entry is not None and entry.sector in SUPRANATIONAL) else coded.country
    name: str | None = entry.name if entry is not None else None
    entity = entry.entity if entry is not None else None
    if coded.role is not None and coded.role.category == "office" and country and on and sector != "ELI":
        holder = holder_at(country, name_key(coded.role.noun), on)
        if holder is not None:
            name, entity = holder.person, holder.entity
    elif coded.role is not None and entry is None and country in load_countries() and coded.role.category == "organisation":
        state = load_countries()[country or ""]
        noun = canonical_noun(coded.role.noun)
        name = f"{noun.capitalize()} of {state.name}"
        entity = state.entity if coded.role.id == "governments" else f"organisation/{slug_of(state.name)}-{slug_of(noun)}"
    if name is None and phrase.words and any(w[0].isupper() for w in phrase.words):
        name = text.removeprefix("the ").removeprefix("The ").strip()
    return CodedActor(text=text, on=on, country=country, sector=sector, name=name, entity=entity, because=coded.because)
