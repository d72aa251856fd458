"""What a name means where it stands: the country or somebody called Jordan, the government in Tehran or the town."""

from collections.abc import Callable
from functools import cache
from typing import Final

from dragoman.language.mention_draft import Board, Draft
from dragoman.language.mention_names import Hit, NameEntry
from dragoman.language.mention_places import key_of_city
from dragoman.language.town_choice import towns_by_land
from dragoman.language.words import Word, Words
from dragoman.reference.cities import find_places
from dragoman.reference.countries import other_readings
from dragoman.reference.rule_files import load_word_lists

TOWN_KNOWN_BY_NAME = 50_000  # inhabitants of a town that a text may name like a foreign capital
NESTED_NOUNS = 3
DIRECTIONS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outside", "out"})
NEAR = 12  # tokens on either side that count as near


@cache
def word_set(name: str) -> frozenset[str]:
    """A list of words of rules/mentions_words.toml."""
    return load_word_lists("dragoman.language.rules", "mentions_words.toml")[name]


def choose_entry(board: Board, hit: Hit) -> NameEntry | None:
    """What a name found in the tables means here; None where it is no name here ('Michael Jordan')."""
    entry = hit.entries[0]
    chooser = CHOOSERS.get(entry.kind)
    if chooser is not None:
        return chooser(board, hit)
    return choose_among(board, hit) if len(hit.entries) > 1 else entry


def choose_state(board: Board, hit: Hit) -> NameEntry | None:
    """A country or capital, unless the name is a person's or an American state's, or the text is of a namesake's land."""
    doc, entry = board.doc, hit.entries[0]
    surface = " ".join(board.words[hit.start : hit.end])
    readings = other_readings(surface)
    if ("person" in readings or entry.kind == "capital") and is_inside_person(doc, hit.start, hit.end):
        return None
    if "state" in readings and surface == "Georgia" and near_american_words(board, hit):
        return None
    return (namesake_of_capital(board, hit, entry) or entry) if entry.kind == "capital" else entry


def choose_equipment(board: Board, hit: Hit) -> NameEntry | None:
    """A designation; one that is a name or word too only beside words about arms."""
    doc, entry = board.doc, hit.entries[0]
    if entry.kind == "equipment in context":
        beside = is_beside_equipment(doc[hit.end - 1]) or is_beside_equipment(doc[hit.start])
        return entry if beside else second_entry(board, hit)
    has_digit = any(letter.isdigit() for word in board.words[hit.start : hit.end] for letter in word)
    return entry if has_digit or doc[hit.start].ent_type_ != "PERSON" else second_entry(board, hit)


def choose_with_article(board: Board, hit: Hit) -> NameEntry | None:
    """A newspaper whose name is 'The' and a word, where it is written so and no longer name follows."""
    following = board.doc[hit.end] if hit.end < len(board.doc) else None
    article = hit.start > 0 and board.words[hit.start - 1] == "The"
    return hit.entries[0] if article and not (following is not None and following.pos_ == "PROPN") else None


def namesake_of_capital(board: Board, hit: Hit, entry: NameEntry) -> NameEntry | None:
    """The town with a capital's name in a country that the document names, where it never names the capital's: Tripoli."""
    by_land = towns_by_land(board.words, hit.start, hit.end)
    if by_land:
        city = by_land[0]
        if city.country == entry.country:
            return None
        return NameEntry(city.name, "city", "place", key_of_city(city), city.country, None, f"town {city.name}")
    named = countries_said(board)
    if entry.country in named or not named:
        return None
    for city in find_places(" ".join(board.words[hit.start : hit.end])):
        if city.country in named and city.population >= TOWN_KNOWN_BY_NAME:
            return NameEntry(city.name, "city", "place", key_of_city(city), city.country, None, f"town {city.name}")
    return None


def countries_said(board: Board) -> frozenset[str]:
    """The countries that a document names other than by their capitals."""
    if board.said is None:
        board.said = frozenset(h.entries[0].country or "" for h in board.hits if h.entries[0].kind in ("country", "demonym"))
    return board.said


def second_entry(board: Board, hit: Hit) -> NameEntry | None:
    """What a name means that is no equipment here."""
    rest = tuple(e for e in hit.entries if not e.kind.startswith("equipment"))
    return choose_entry(board, Hit(hit.start, hit.end, rest)) if rest else None


def is_beside_equipment(token: Word) -> bool:
    """Whether a noun of equipment follows, stands over or explains a designation, or a number counts it."""
    nouns = word_set("equipment_nouns")
    doc = token.doc
    for following in doc[token.i + 1 : token.i + 5]:
        if following.lemma_.lower() in nouns:
            return True
        if following.pos_ not in ("NOUN", "ADJ", "PROPN", "PUNCT", "CCONJ") or following.lower_ == ",":
            break
    if token.dep_ == "appos" and token.head.lemma_.lower() in nouns:
        return True
    if any(c.dep_ == "appos" and c.lemma_.lower() in nouns for c in token.children):
        return True
    counted = any(c.dep_ == "nummod" for c in token.children)
    return counted and token.text.endswith("s")


def is_inside_person(doc: Words, start: int, end: int) -> bool:
    """Whether a name is part of a person's longer name by the model: 'Michael *Jordan*', '*Chad* Smith'."""
    if doc[start].ent_type_ != "PERSON":
        return False
    before = start > 0 and doc[start - 1].ent_type_ == "PERSON" and doc[start].ent_iob_ == "I" and doc[start - 1].pos_ == "PROPN"
    after = end < len(doc) and doc[end].ent_type_ == "PERSON" and doc[end].ent_iob_ == "I" and doc[end].pos_ == "PROPN"
    return before or after


def near_american_words(board: Board, hit: Hit) -> bool:
    """Whether words near a name speak of the American state ('Atlanta, Georgia')."""
    words = [word.lower() for word in board.words[max(0, hit.start - NEAR) : hit.end + NEAR]]
    if hit.start > 2 and board.words[hit.start - 1] == "," and is_american_town(board.words[hit.start - 3 : hit.start - 1]):
        return True
    return any(word in word_set("american_state") for word in words)


def is_american_town(words: list[str]) -> bool:
    """Whether the last of some words name a town or fort of the state: 'Fort Stewart', 'Warner Robins'."""
    if words[0] == "Fort":
        return True
    names = (" ".join(words), words[-1])
    return any(city.country == "USA" and city.region == "Georgia" for name in names for city in find_places(name)[:3])


def choose_among(board: Board, hit: Hit) -> NameEntry | None:
    """Of several meanings of a name, the first whose country the document names elsewhere; else the first that needs none."""
    entries = hit.entries
    if entries[0].kind in ("country", "demonym", "capital", "organisation"):
        return entries[0]
    elsewhere = countries_of_hits(board)
    here = next((e for e in entries if e.country in elsewhere), None)
    return here or next((e for e in entries if e.kind != "group in context"), None)


def countries_of_hits(board: Board) -> frozenset[str]:
    """The countries that names with one meaning name in the document."""
    if board.countries is None:
        kinds = ("country", "demonym", "capital")
        board.countries = frozenset(h.entries[0].country or "" for h in board.hits if h.entries[0].kind in kinds)
    return board.countries


def is_metonym(doc: Words, draft: Draft) -> bool:
    """Whether a capital's name stands for its government: as who acts, is addressed or has relations, not as where.

    'Dushanbe condemned Tehran', 'ties with Kyiv' against 'in Dushanbe', 'flew to Tehran', 'bombed Kyiv'.
    """
    token = doc[draft.head]
    for _ in range(6):  # up a list: 'between Dushanbe and Riyadh'
        if token.dep_ != "conj" or token.head == token:
            break
        token = token.head
    return not has_noun_for_town(token) and token.dep_ in METONYM_TESTS and METONYM_TESTS[token.dep_](token.head)


def is_no_target(verb: Word) -> bool:
    """Whether the object of a verb is somebody: 'condemned Tehran', not 'bombed' or 'reached Tehran'."""
    return verb.lemma_.lower() not in word_set("done_to_places") | word_set("travel")


def is_no_place_noun(noun: Word) -> bool:
    """Whether a noun that a capital's name stands before is a government's: 'Tehran's ally', not 'Tehran's airport'."""
    return noun.lemma_.lower() not in word_set("nouns_of_places")


def has_acting_subject(verb: Word) -> bool:
    """Whether the subject of a verb is somebody: all but 'Tehran lies', 'Tehran is'."""
    return verb.lemma_ not in word_set("lies") or any(c.dep_ in ("xcomp", "acomp", "ccomp", "dobj") for c in verb.children)


def has_noun_for_town(token: Word) -> bool:
    """Whether a noun for a town stands beside the name: 'the capital, Tehran', 'Tehran, the capital'."""
    nouns = word_set("nouns_for_towns")
    if token.dep_ in ("appos", "compound", "nmod") and token.head.lemma_.lower() in nouns:
        return True
    return any(c.dep_ in ("appos", "compound") and c.lemma_.lower() in nouns for c in token.children)


def is_place_after(preposition: Word) -> bool:
    """Whether a name after a preposition says where, not with whom."""
    word = preposition.lower_
    if word in word_set("place_prepositions"):
        # 'confidence in Tehran', 'pressure on Tehran' are about the government
        return not (word == "on" or (word == "in" and preposition.head.lemma_ in ("confidence", "trust", "faith", "interest")))
    if word in word_set("travel_prepositions"):
        governor = preposition.head
        if governor.lemma_.lower() in ("invite", "send", "meet") and word in ("between", "for"):
            return False
        if word == "to" and governor.lemma_ in ("send", "bring", "take", "ship", "transport"):
            return False
        return any(t.lemma_.lower() in word_set("travel") for t in (governor, *nouns_above(governor)))
    return (
        word == "of" and preposition.head.lemma_.lower() in word_set("nouns_for_towns") | word_set("nouns_of_places") | DIRECTIONS
    )


def nouns_above(token: Word) -> list[Word]:
    """The nouns that a noun or preposition hangs on: 'visits by X *to* Y' may be parsed with 'to' on X."""
    found: list[Word] = []
    while token.head != token and len(found) < NESTED_NOUNS and token.pos_ not in ("VERB", "AUX"):
        token = token.head
        if token.pos_ in ("NOUN", "VERB"):
            found.append(token)
    return found


CHOOSERS: Final[dict[str, Callable[[Board, Hit], NameEntry | None]]] = {
    "country": choose_state,
    "capital": choose_state,
    "equipment": choose_equipment,
    "equipment in context": choose_equipment,
    "group after article": choose_with_article,
    "group in context": choose_among,
}
# By the part that a capital's name plays in the sentence: whether it stands for the government, given the word above it.
METONYM_TESTS: Final[dict[str, Callable[[Word], bool]]] = {
    "pobj": lambda above: not is_place_after(above),
    "agent": lambda above: not is_place_after(above),
    "pcomp": lambda above: not is_place_after(above),
    "poss": is_no_place_noun,
    "compound": lambda above: is_no_place_noun(above) and above.pos_ not in ("PROPN", "NUM"),
    "nmod": lambda above: is_no_place_noun(above) and above.pos_ not in ("PROPN", "NUM"),
    "amod": lambda above: is_no_place_noun(above) and above.pos_ not in ("PROPN", "NUM"),
    "dobj": is_no_target,
    "nsubjpass": is_no_target,
    "nsubj": has_acting_subject,
    "dative": lambda above: above.i >= 0,
}
