"""Noun phrases with a role noun: 'the Tajik defence ministry', 'Tigrayan rebels', 'Venezuelan President', 'an Iranian court'."""

from functools import lru_cache

from dragoman.language.actor_lexicon import SUPRANATIONAL, Role, last_words, role_ending_at, singulars
from dragoman.language.actor_phrases import POSSESSIVE, Coded, Phrase, code_front, code_segment, word_set
from dragoman.language.mention_draft import Board, Draft
from dragoman.language.mention_names import Hit, NameEntry
from dragoman.language.words import Word, Words
from dragoman.model.closed_lists import MentionCategory
from dragoman.reference.countries import load_countries
from dragoman.reference.offices import holders_named
from dragoman.reference.spelling import slug_of

LONGEST_PHRASE = 14  # tokens before a head
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
INSIDE_TAGS = frozenset(
    {
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "JJ",
        "JJR",
        "JJS",
        "DT",
        "PDT",
        "CD",
        "POS",
        "HYPH",
        "VBN",
        "VBG",
        "PRP$",
        "RB",
        "AFX",
        "``",
        "''",
    }
)
# Nouns of arms act only as a subject with a nationality ('American warplanes bombed'); else they are things.
THINGS = frozenset({"weapons-that-act"})
CATEGORY_OF_ROLE: dict[str, MentionCategory] = {
    "organisation": "organisation",
    "office": "office",
    "group": "group",
    "person": "group",
}
BARE_NEEDS_NOTHING = frozenset({"own"})


@lru_cache(maxsize=16384)
def may_end_role(word: str) -> bool:
    """Whether a noun of the lexicon may end in this word (lower case)."""
    return any(form in last_words() for form in singulars(word))


def add_roles(board: Board) -> None:
    """Put the noun phrases with role nouns on the board, beside the names inside them."""
    doc = board.doc
    lower = [t.lower_ for t in doc]
    at = len(doc) - 1
    while at >= 0:  # from the right, so that 'chief of staff' is met before 'chief'
        found = role_at(board, lower, at)
        if found is None:
            at -= 1
            continue
        start, role = found
        add_role(board, start, at + 1, role)
        at = start - 1


def role_at(board: Board, lower: list[str], at: int) -> tuple[int, Role] | None:
    """The role noun that ends with a token and heads its phrase; None where it only qualifies another noun."""
    if not may_end_role(lower[at]):
        return None
    doc, token = board.doc, board.doc[at]
    if token.tag_ not in NOUN_TAGS and not (token.tag_ in ("JJ", "VBN") and lower[at - 1] == "the"):
        return None
    owner = board.at(at)
    if owner is not None and owner.kind != "model":
        return None
    if token.dep_ in ("compound", "nmod", "amod") and token.head.i > at and not is_title(board, at):
        return None
    if at + 1 < len(doc) and doc[at + 1].tag_ == "HYPH" and at + 2 < len(doc) and doc[at + 2].is_alpha:
        return None
    sentence_start = max((i for i in range(max(at - 5, 0), at + 1) if doc[i].is_sent_start), default=0)
    found = role_ending_at(lower, at + 1, max(sentence_start, at - 5))
    if found is None or any(
        board.owner[i] >= 0 and board.drafts[board.owner[i]].kind not in ("model", "demonym") for i in range(found[0], at + 1)
    ):
        found = next(((i, r[1]) for i in range(at, at + 1) if (r := role_ending_at(lower, at + 1, i))), None)
    return found


def is_title(board: Board, at: int) -> bool:
    """Whether a noun stands as a title right before a person's name: 'President Ebrahim Raisi'."""
    following = board.at(at + 1)
    if following is not None:
        return following.category == "person"
    return at + 1 < len(board.doc) and board.doc[at + 1].ent_type_ == "PERSON"


def phrase_start(board: Board, start: int, head: int) -> int:
    """Where the noun phrase that ends with `head` begins: walking left over its determiner, adjectives, nouns and possessors."""
    doc = board.doc
    first = start
    while first > 0 and head - first < LONGEST_PHRASE:
        token = doc[first - 1]
        if token.tag_ not in INSIDE_TAGS or (token.tag_ in ("VBN", "VBG") and token.dep_ not in ("amod", "compound")):
            break
        if not (first - 2 if token.tag_ == "POS" else first - 1) <= token.head.i <= head + 2:
            break
        if token.tag_ == "RB" and token.head.tag_ not in ("JJ", "VBN"):
            break
        if (
            token.tag_ == "DT"
            and first < start
            and doc[first].tag_ != "POS"
            and doc[first - 1].lower_ in ("this", "that")
            and token.dep_ != "det"
        ):
            break
        first -= 1
        if token.tag_ in ("DT", "PRP$") and not is_possessed(doc, first - 1):
            break
        if first and doc[first].is_sent_start:
            break
    while first < start and (doc[first].tag_ in ("POS", "HYPH", "''", "``", "RB")):
        first += 1
    return first


def is_possessed(doc: Words, at: int) -> bool:
    """Whether the token at `at` is a possessive mark."""
    return at >= 0 and doc[at].lower_ in POSSESSIVE


def complement_of(board: Board, head: Word) -> tuple[str, int, int] | None:
    """The phrase right after a head that a preposition ties to it: the preposition, and the tokens after it."""
    doc = board.doc
    nxt = head.i + 1
    if nxt + 1 >= len(doc) or doc[nxt].dep_ != "prep" or doc[nxt].lower_ not in word_set("place") | word_set("belonging"):
        return None
    objects = [c for c in doc[nxt].children if c.dep_ == "pobj"]
    if not objects:
        return None
    end = objects[0].i + 1
    following = end
    inner = ("prep", "pobj", "det", "amod", "compound", "poss", "case")
    while following < len(doc) and doc[following].dep_ in inner and is_under(doc[following], objects[0]) and following < end + 4:
        following += 1
        if doc[following - 1].dep_ == "pobj" and board.at(following - 1) is not None:
            end = following
    return doc[nxt].lower_, nxt + 1, end


def is_under(token: Word, top: Word) -> bool:
    """Whether a token hangs on another within a few steps."""
    for _ in range(5):
        if token == top:
            return True
        if token.head == token:
            return False
        token = token.head
    return False


def phrase_over(board: Board, start: int, end: int) -> Phrase:
    """Tokens as a phrase, with the names on the board that lie among them."""
    hits = []
    seen: set[int] = set()
    for i in range(start, end):
        index = board.owner[i]
        if index >= 0 and index not in seen:
            seen.add(index)
            draft = board.drafts[index]
            if start <= draft.start and draft.end <= end and draft.kind != "model":
                kind = "capital" if draft.kind == "capital" else draft.kind
                entry = NameEntry(draft.name, kind, draft.category, draft.entity, draft.country, draft.sector, draft.because)
                hits.append(Hit(draft.start - start, draft.end - start, (entry,)))
    return Phrase(board.words[start:end], hits)


def add_role(board: Board, start: int, end: int, role: Role) -> None:
    """Put one noun phrase on the board, with the country and sector that its words tell."""
    doc = board.doc
    head = doc[head_token(doc, start, end)]
    first = phrase_start(board, start, end - 1)
    complement = complement_of(board, doc[end - 1])
    behind, country_behind, last = Coded(), None, end
    if complement is not None:
        preposition, comp_start, comp_end = complement
        coded_behind = code_segment(phrase_over(board, comp_start, comp_end))
        if preposition in word_set("belonging"):
            behind = coded_behind
        if (
            preposition in word_set("place")
            and doc[first].tag_ != "PRP$"
            and not (role.sector == "MIL" and preposition not in ("of", "from"))
        ):
            country_behind = coded_behind.country
        if preposition == "of" and role.category != "group":
            last = comp_end
    coded = code_front(phrase_over(board, first, end), borrowed=behind)
    country, sector = coded.country, coded.sector
    if country is None and sector not in SUPRANATIONAL:
        country = country_behind
    if country is None and role.id == "governments":
        country = country_of_leader(board, start)
    if role.id in THINGS and (
        country is None or head.dep_ not in ("nsubj", "pobj", "agent") or (head.dep_ == "pobj" and head.head.dep_ != "agent")
    ):
        return
    if (sector is None and country is None) or is_no_actor(doc, first, end, role):
        return
    draft = Draft(first, last, head.i, "role", CATEGORY_OF_ROLE[role.category], board.doc[first:last].text, because=coded.because)
    draft.country, draft.sector = country, sector
    name_role(draft, role, coded)
    board.add(draft, covers=False)


def country_of_leader(board: Board, start: int) -> str | None:
    """The country of the leader whose name stands before a government: 'the Bush administration'."""
    before = start - 1
    if before >= 0 and board.words[before] in POSSESSIVE:
        before -= 1
    if before < 0 or board.doc[before].pos_ != "PROPN":
        return None
    owner = board.at(before)
    if owner is not None and (owner.category != "person" or owner.country is not None):
        return owner.country if owner.category == "person" else None
    countries = {t.country for t in holders_named(board.words[before]) if t.office in LEADING_OFFICES}
    return next(iter(countries)) if len(countries) == 1 else None


def is_no_actor(doc: Words, first: int, end: int, role: Role) -> bool:
    """Whether a role noun speaks of nobody: 'taken *hostage*', 'came into *office*', 'became a *member*'."""
    token = doc[end - 1]
    if token.tag_ != "NN":
        return False
    if role.noun in RELATIONAL:
        return True
    if role.id in ALONE or end - first > role.noun.count(" ") + 1:
        return False
    return not (end < len(doc) and (doc[end].pos_ == "PROPN" or doc[end].ent_type_ == "PERSON"))


def head_token(doc: Words, start: int, end: int) -> int:
    """The head of a role noun: its first noun where 'of' is inside ('chief of staff'), else its last."""
    inner = [i for i in range(start, end) if doc[i].tag_ == "IN"]
    return inner[0] - 1 if inner and inner[0] > start else end - 1


def name_role(draft: Draft, role: Role, coded: Coded) -> None:
    """A canonical name and a stable key for governments and institutions of a country; groups of people have none."""
    if (
        coded.entry is not None
        and coded.entry.category in ("group", "organisation")
        and coded.entry.entity
        and role.borrows is False
    ):
        draft.entity, draft.name = coded.entry.entity, coded.entry.name
        return
    if draft.country is None or draft.country not in load_countries() or draft.sector == "ELI":
        return
    country = load_countries()[draft.country]
    if role.id == "governments" and draft.sector == "GOV":
        draft.entity, draft.name = country.entity, f"Government of {country.name}"
    elif role.category == "organisation" and role.id in NAMED_ROLES and draft.sector != "REB":
        noun = canonical_noun(role.noun)
        draft.entity, draft.name = (
            f"organisation/{slug_of(country.name)}-{slug_of(noun)}",
            f"{noun.capitalize()} of {country.name}",
        )


# Institutions that are named without article ('parliament voted', 'police said'); other singular nouns alone mean no actor.
ALONE = frozenset(
    {"police", "legislatures", "armed-forces", "opposition", "media", "state-media", "governments", "civilians-as-a-whole"}
)
RELATIONAL = frozenset({"member", "partner", "ally", "rival", "host", "enemy", "neighbor", "neighbour", "successor"})
LEADING_OFFICES = frozenset({"president", "prime minister", "leader", "king", "emir", "supreme leader", "general secretary"})
NAMED_ROLES = frozenset({"ministries", "armed-forces", "courts", "legislatures", "police", "intelligence"})
MINISTRY_WORDS = {"defense": "defence", "department of state": "foreign ministry", "state department": "foreign ministry"}


def canonical_noun(noun: str) -> str:
    """One name for an institution however it is written: 'ministry of defense' and 'defense ministry' are 'defence ministry'."""
    noun = MINISTRY_WORDS.get(noun, noun).replace("defense", "defence").replace("ministry of foreign affairs", "foreign ministry")
    if noun.startswith("ministry of "):
        return f"{noun.removeprefix('ministry of ').removeprefix('the ')} ministry"
    if noun.startswith("department of "):
        return f"{noun.removeprefix('department of ').removeprefix('the ')} department"
    return noun
