"""Things with names: facilities ('Incirlik air base'), equipment by designation ('CH-92A drones'), and what the model names."""

import re

from dragoman.language.actor_lexicon import singulars
from dragoman.language.actor_phrases import Coded, code_nouns
from dragoman.language.mention_context import is_beside_equipment, word_set
from dragoman.language.mention_draft import Board, Draft, head_of
from dragoman.language.mention_places import place_of_city, place_of_site
from dragoman.language.mention_roles import phrase_over
from dragoman.language.words import Word
from dragoman.model.closed_lists import MentionCategory
from dragoman.reference.cities import find_places
from dragoman.reference.equipment import designation_shape, find_equipment
from dragoman.reference.sites import find_site
from dragoman.reference.spelling import slug_of

LETTER_AND_DIGIT = re.compile(r"[A-Z].*\d|\d.*[A-Z]")
NAMES_BEFORE = 3  # proper nouns at most in the name of a facility
CATEGORY_OF_LABEL: dict[str, MentionCategory] = {"ORG": "organisation", "NORP": "group", "FAC": "facility"}


def add_designations(board: Board) -> None:
    """Put designations on the board that the tables spell otherwise, and unknown ones beside words for arms."""
    for i, word in enumerate(board.words):
        if board.owner[i] >= 0 or not LETTER_AND_DIGIT.search(word):
            continue
        token = board.doc[i]
        known = find_equipment(token.text)
        if known is not None:
            draft = Draft(token.i, token.i + 1, token.i, "equipment", "equipment", known.name, known.entity)
            draft.because = f"{known.description} {known.name}"
            board.add(draft)
        elif designation_shape(token.text) and is_beside_equipment(token):
            name = token.text.removesuffix("s")
            draft = Draft(token.i, token.i + 1, token.i, "equipment", "equipment", name, f"item/{slug_of(name)}")
            draft.because = "designation beside a noun of equipment"
            board.add(draft)


def add_facilities(board: Board) -> None:
    """Put named facilities on the board: proper nouns before a noun of facilities."""
    doc = board.doc
    nouns = word_set("facility_nouns")
    for i, word in enumerate(board.words):
        if board.owner[i] >= 0 or not any(form in nouns for form in singulars(word.lower())):
            continue
        token = doc[i]
        if token.pos_ not in ("NOUN", "PROPN"):
            continue
        start = name_before(board, token)
        if start is None:
            continue
        name = doc[start : token.i + 1].text
        draft = Draft(start, token.i + 1, token.i, "facility", "facility", name, f"facility/{slug_of(name)}")
        draft.because = f"name before '{token.text}'"
        inner = [d for d in board.drafts if start <= d.start < d.end <= token.i + 1]
        draft.country = next((d.country for d in inner if d.country), None)
        draft.place = next((d.place for d in inner if d.place and d.kind in ("city", "capital")), None)
        site = find_site(name) or find_site(name.split()[0])
        if site is not None and site.entity.startswith("facility/"):
            draft.name, draft.entity, draft.because = site.name, site.entity, f"site {site.name}"
            draft.country, draft.place = site.country, place_of_site(site, name)
        elif draft.place is None:
            add_place_of_facility(board, draft)
        board.add(draft)


def add_place_of_facility(board: Board, draft: Draft) -> None:
    """Put a facility on the map by the town in its name, where one is known."""
    words = board.doc[draft.start : draft.end - 1].text
    if words.islower():  # a 'tyre factory' does not stand at Tyre
        return
    near = board.countries or frozenset()
    found = find_places(words) or find_places(board.words[draft.start])
    known = [city for city in found if city.country in near] or ([found[0]] if len({c.country for c in found}) == 1 else [])
    if known:
        draft.country, draft.place = known[0].country, place_of_city(known[0], words)


def name_before(board: Board, head: Word) -> int | None:
    """Where the name of a facility begins; None where the words before its noun are no name of its own.

    'the Parchin military complex' is a name; 'Russia's base', 'the Tehran airport' (a place) and 'the Israeli embassy' are not.
    """
    doc = board.doc
    at = head.i - 1
    while (
        at >= 0 and doc[at].pos_ in ("ADJ", "NOUN") and doc[at].text.islower() and doc[at].head.i <= head.i and head.i - at <= 3
    ):
        at -= 1
    proper: list[int] = []
    while at >= 0 and len(proper) < NAMES_BEFORE and is_part_of_name(doc[at], begun=bool(proper)):
        owner = board.at(at)
        if owner is not None and owner.kind not in ("model", "city"):
            break
        proper.append(at)
        at -= 1
    if not proper or doc[proper[-1]].ent_type_ in ("DATE", "TIME") or doc[proper[-1]].dep_ == "nsubj":
        return None
    return proper[-1]


def is_part_of_name(token: Word, *, begun: bool) -> bool:
    """Whether a token may be part of a facility's name, going left from its noun."""
    if begun and token.text == "-":
        return True
    return (token.pos_ == "PROPN" or token.text[0].isupper()) and not token.is_sent_start


def add_model_names(board: Board) -> None:
    """Put organisations, groups and facilities that only the model finds on the board, with what their own words tell."""
    doc = board.doc
    for ent in doc.ents:
        category = CATEGORY_OF_LABEL.get(ent.label_)
        if category is None:
            continue
        start, end = ent.start, ent.end
        if ent.label_ == "NORP" and doc[end - 1].tag_ not in ("NNS", "NNPS"):
            continue  # adjectives of faith and region ('Islamic', 'Western') name nobody
        while start < end and (doc[start].lower_ == "the" or doc[start].is_punct):
            start += 1
        while end > start and doc[end - 1].lower_ in ("'s", "’s", "'", "’", "-"):
            end -= 1
        if start >= end or not doc[start].text[0].isupper():
            continue
        covered = [board.at(i) for i in range(start, end)]
        if all(c is not None for c in covered) or any(
            c is not None and c.kind not in ("demonym", "country", "capital", "city", "people") for c in covered
        ):
            continue
        add_model_name(board, start, end, category)


def add_model_name(board: Board, start: int, end: int, category: MentionCategory) -> None:
    """Put one name on the board; country and sector by the words in it ('Tajik Air Company')."""
    doc = board.doc
    coded = code_nouns(phrase_over(board, start, end), Coded())
    name = doc[start:end].text
    key = {"organisation": "organisation", "group": "group", "facility": "facility"}[category]
    draft = Draft(
        start, end, head_of(doc, start, end), "model", category, name, f"{key}/{slug_of(name)}", coded.country, coded.sector
    )
    draft.because = coded.because or "name found by the language model"
    if any(board.owner[i] >= 0 for i in range(start, end)):
        board.add(draft, covers=False)
    else:
        board.add(draft)
