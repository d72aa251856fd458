"""A noun phrase that means a political actor, taken apart without a parser: head, what it belongs to, where it is.

The phrase is cut at commas, possessives and prepositions. The head's noun gives a sector or borrows it ('rebel leader', 'head of
the army'); nationalities, possessors and complements give the country.
"""

import itertools
import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from dragoman.language.actor_lexicon import SUPRANATIONAL, Role, load_former, modifier_sector, role_ending_at
from dragoman.language.mention_names import Hit, NameEntry
from dragoman.reference.rule_files import load_word_lists

WORD: Final = re.compile(r"[^\W_](?:[\w.]*\w)?(?:['’](?!s\b)\w+)*\.?|['’]s\b|['’]|[^\w\s]")
POSSESSIVE: Final = frozenset({"'s", "’s", "'", "’"})
JOINED: Final = 3  # words of 'human - rights'
PLACES: Final = frozenset({"country", "city", "people", "region"})


@dataclass(frozen=True, slots=True)
class Coded:
    """What a phrase or a part of it stands for. `entry` is the name that decided, `role` the noun, `person` words of a name."""

    country: str | None = None
    sector: str | None = None
    entry: NameEntry | None = None
    role: Role | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase in words, with the names found in it. Indices in `hits` are of `words`."""

    words: list[str]
    hits: list[Hit]

    def part(self, start: int, end: int) -> "Phrase":
        """The words from `start` to `end` with the names that lie wholly among them."""
        inside = [Hit(h.start - start, h.end - start, h.entries) for h in self.hits if start <= h.start and h.end <= end]
        return Phrase(self.words[start:end], inside)

    def lower(self) -> list[str]:
        """The words in lower case."""
        return [word.lower() for word in self.words]


@cache
def word_set(name: str) -> frozenset[str]:
    """A list of words of rules/actors_phrases.toml."""
    return load_word_lists("dragoman.language.rules", "actors_phrases.toml")[name]


def split_words(text: str) -> list[str]:
    """A phrase as words: 'Russia’s ex-president' is ['Russia', '’s', 'ex', '-', 'president']."""
    return WORD.findall(text)


def code_phrase(phrase: Phrase) -> Coded:
    """Country and sector of a phrase, commas and all: the first part that tells something, completed by the others."""
    phrase = Phrase(phrase.words, without_foreign_bodies(phrase.words, phrase.hits))
    parts = [code_segment(part) for part in segments(phrase)]
    told = [p for p in parts if p.sector or p.country]
    if not told:
        return parts[0] if parts else Coded()
    best = next((p for p in told if p.role and p.sector), told[0])
    country = best.country or next((p.country for p in told if p.country), None)
    sector = best.sector or next((p.sector for p in told if p.sector), None)
    return replace(best, country=country, sector=sector)


def without_foreign_bodies(words: list[str], hits: list[Hit]) -> list[Hit]:
    """The names of a phrase without bodies of another country than the one said: 'Peru's State Department' is not America's."""
    said = {h.entries[0].country for h in hits if h.entries[0].kind in ("country", "demonym")}
    kept = []
    for hit in hits:
        entry = hit.entries[0]
        foreign = (
            entry.kind in ("group", "group in context", "metonym")
            and entry.country is not None
            and said
            and entry.country not in said
        )
        lower = [word.lower() for word in words[hit.start : hit.end]]
        if not (foreign and (role := role_ending_at(lower, len(lower))) and role[0] == 0):
            kept.append(hit)
    return kept


def segments(phrase: Phrase) -> list[Phrase]:
    """The parts of a phrase between commas, brackets and the like."""
    cuts = [i for i, word in enumerate(phrase.words) if word in {",", "(", ")", ";", ":", "—"}]
    edges = [-1, *cuts, len(phrase.words)]
    parts = [phrase.part(a + 1, b) for a, b in itertools.pairwise(edges)]
    return [part for part in parts if part.words]


def code_segment(phrase: Phrase) -> Coded:
    """Country and sector of a phrase without commas."""
    cut = head_end(phrase)
    front, complement = phrase.part(0, cut), phrase.part(cut, len(phrase.words))
    preposition = complement.words[0].lower() if complement.words else ""
    behind = code_segment(complement.part(1, len(complement.words))) if len(complement.words) > 1 else Coded()
    coded = code_front(front, borrowed=behind if preposition in word_set("belonging") else Coded())
    if coded.country is None and coded.sector not in SUPRANATIONAL and preposition in word_set("place"):
        coded = replace(coded, country=behind.country)
    if coded.role is None and coded.entry is None and preposition == "of" and behind.sector:
        return replace(behind, country=coded.country or behind.country)
    return coded


def head_end(phrase: Phrase) -> int:
    """Where the head's part of a phrase ends: at the first preposition or clause that is no part of a name or noun."""
    lower = phrase.lower()
    inside = {i for h in phrase.hits for i in range(h.start + 1, h.end)}
    seen_noun = False
    for i, word in enumerate(lower):
        if i in inside:
            seen_noun = True
            continue
        if i and word in word_set("prepositions") and not _inside_noun(lower, i) and lower[i - 1] not in word_set("empty"):
            return i
        if seen_noun and word in word_set("clause"):
            return i
        seen_noun = seen_noun or word not in word_set("empty")
    return len(lower)


def _inside_noun(lower: list[str], at: int) -> bool:
    """Whether the preposition at `at` is part of a noun of the lexicon: 'chief *of* staff'."""
    for end in range(at + 2, min(len(lower), at + 5) + 1):
        found = role_ending_at(lower, end)
        if found and found[0] < at and not (lower[at] == "of" and found[0] == end):
            return True
    return False


def code_front(phrase: Phrase, *, borrowed: Coded) -> Coded:
    """The part of a phrase up to its head, possessors included; `borrowed` is what stands behind it."""
    mark = max((i for i, word in enumerate(phrase.words) if word in POSSESSIVE and 0 < i < len(phrase.words) - 1), default=-1)
    if mark > 0 and not any(h.start < mark < h.end for h in phrase.hits):
        owner = code_segment(phrase.part(0, mark))
        rest = code_front(phrase.part(mark + 1, len(phrase.words)), borrowed=owner if owner.sector else borrowed)
        country = owner.country if owner.country or owner.sector in SUPRANATIONAL else rest.country
        return replace(rest, country=country)
    return code_nouns(phrase, borrowed)


def code_nouns(phrase: Phrase, borrowed: Coded) -> Coded:
    """A head with the words before it: no possessor, no complement."""
    lower = phrase.lower()
    country = country_in(phrase)
    named = [(h, e) for h in phrase.hits for e in h.entries[:1] if e.kind not in PLACES and e.kind != "demonym"]
    found = last_role(phrase)
    if found is None or any(h.start <= found[0] and found[1] <= h.end for h in phrase.hits):
        return code_name(phrase, country, named)
    start, end, role = found
    sector, because = role.sector, f"noun '{role.noun}'"
    entry = named[-1][1] if named else None
    if role.borrows:
        sector, because = borrow_sector(phrase, start, role, borrowed, entry, because)
    if entry and country is None and entry.sector not in SUPRANATIONAL and entry.kind != "person":
        country = entry.country
    if sector in load_former()["sectors"] or role.noun in load_former()["officers"]:
        before = lower[:start]
        if any(word in load_former()["words"] for word in before) and "minister" not in lower[end:]:
            return Coded(country, "ELI", None, role, f"{because}, no longer held")
    if sector == "JRN" and role.category == "organisation" and any(word in word_set("of_the_state") for word in lower[:start]):
        return Coded(country, "GOV", entry, role, f"{because} of the state")
    if role.noun in load_former()["family"] and borrowed.sector in ("GOV", "ELI"):
        return Coded(country, "ELI", None, role, "family of somebody in office")
    return Coded(country, sector, entry, role, because)


def borrow_sector(
    phrase: Phrase, start: int, role: Role, borrowed: Coded, entry: NameEntry | None, because: str
) -> tuple[str | None, str]:
    """The sector of a noun that takes it from what it belongs to: a name, a word before it, what possesses or completes it."""
    of_union = role.id == "heads-of-state-and-government"  # the presidents of the Union's bodies govern
    if entry is not None and entry.sector and entry.kind not in ("person", "equipment", "capital"):
        return ("GOV", because) if of_union and entry.sector == "EUR" else (entry.sector, f"'{entry.name}'")
    told = sector_before(phrase.lower(), start, role)
    if told is not None:
        return told
    if role.noun in word_set("forces") and any(h.entries[0].kind in ("country", "demonym") for h in phrase.hits):
        return "MIL", f"'{role.noun}' of a state"
    kind = borrowed.entry.kind if borrowed.entry is not None else None
    if not borrowed.sector or kind == "capital" or (kind == "person" and role.category == "office"):
        return role.sector, because
    return ("GOV", because) if of_union and borrowed.sector == "EUR" else (borrowed.sector, borrowed.because)


def sector_before(lower: list[str], start: int, role: Role) -> tuple[str, str] | None:
    """The sector that the nearest word before a noun tells, a noun of two words before one of one; None where none does."""
    for stop in range(start, 0, -1):
        inner = role_ending_at(lower, stop)
        if inner and inner[1].sector and not inner[1].borrows:
            return inner[1].sector, f"'{inner[1].noun}' before '{role.noun}'"
        joined = "-".join((lower[stop - 3], lower[stop - 1])) if stop >= JOINED and lower[stop - 2] == "-" else lower[stop - 1]
        for word in (lower[stop - 1], joined):
            if sector := modifier_sector(word):
                return sector, f"'{word}' before '{role.noun}'"
    return None


def last_role(phrase: Phrase) -> tuple[int, int, Role] | None:
    """The last noun of the lexicon in some words, with the indices where it begins and ends."""
    lower = phrase.lower()
    for end in range(len(lower), 0, -1):
        found = role_ending_at(lower, end)
        if found and not (end < len(lower) and lower[end] in POSSESSIVE):
            return found[0], end, found[1]
    return None


def code_name(phrase: Phrase, country: str | None, named: list[tuple[Hit, NameEntry]]) -> Coded:
    """A phrase whose head is a name of the tables, or of which only the country is known."""
    if named:
        entry = named[-1][1]
        if entry.kind.startswith("equipment"):
            return Coded(country, "MIL", entry, None, entry.because)  # arms in the place of an actor stand for those who use them
        own = None if entry.sector in SUPRANATIONAL else entry.country
        sector = "GOV" if entry.kind == "capital" and country_only(phrase) else entry.sector
        return Coded(own or (country if entry.sector not in SUPRANATIONAL else None), sector, entry, None, entry.because)
    entry_of_place = next((h.entries[0] for h in phrase.hits if h.entries[0].kind in PLACES | {"demonym"}), None)
    if entry_of_place is None:
        return Coded(country)
    sector = entry_of_place.sector if country_only(phrase) else None
    return Coded(country, sector, entry_of_place if country_only(phrase) else None, None, entry_of_place.because)


def country_only(phrase: Phrase) -> bool:
    """Whether a phrase is nothing but one name, articles aside."""
    covered = {i for h in phrase.hits for i in range(h.start, h.end)}
    return all(i in covered or word.lower() in word_set("empty") for i, word in enumerate(phrase.words))


def country_in(phrase: Phrase) -> str | None:
    """The country of a phrase by the first nationality, country or place in it; 'X-backed' and 'pro-X' do not count."""
    lower = phrase.lower()
    for hit in phrase.hits:
        entry = hit.entries[0]
        if entry.kind not in PLACES | {"demonym", "capital"} or entry.country is None:
            continue
        if is_foreign_link(lower, hit.start, hit.end):
            continue
        return entry.country
    return None


def is_foreign_link(lower: list[str], start: int, end: int) -> bool:
    """Whether the words from `start` to `end` only name a friend or foe of the head: 'X-backed', 'pro-X'."""
    linked = end + 1 < len(lower) and lower[end] == "-" and lower[end + 1] in word_set("foreign_link")
    prefixed = start >= 2 and lower[start - 1] == "-" and lower[start - 2] in word_set("foreign_prefix")
    glued = start >= 1 and lower[start - 1] in ("pro-", "anti-")
    return linked or prefixed or glued
