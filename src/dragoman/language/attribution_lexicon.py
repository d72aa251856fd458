"""The lexicon of cues that attribute: loads and checks rules/attribution*.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, cast, get_args

from dragoman.language.factuality_lexicon import read_rules
from dragoman.model.closed_lists import QuotationMode, Stance
from dragoman.model.errors import RuleFileError

VERB_FILE: Final = "attribution_verbs.toml"
NOUN_FILE: Final = "attribution_nouns.toml"
CONTENTS: Final = (
    "that", "question", "quote", "infinitive", "object infinitive", "gerund", "small clause", "object",
    "as", "of", "about", "for", "on", "against", "to", "with",
)  # fmt: skip
CUE_KEYS: Final = {"id", "mode", "attributes", "stance", "words", "with", "fires", "leaves_alone", "misses", "false_alarms"}
LIST_KEYS: Final = {"id", "mode", "words", "fires", "leaves_alone", "misses"}


@dataclass(frozen=True, slots=True)
class SpeechCue:
    """A class of words with which somebody says or thinks something."""

    id: str
    mode: QuotationMode
    attributes: bool
    stance: Stance
    quotes: bool


@dataclass(frozen=True, slots=True)
class SpeechLexicon:
    """Cues by lemma and kind of content; phrases as tuples of words."""

    verbs: Mapping[tuple[str, str], SpeechCue]
    verb_lemmas: frozenset[str]
    nouns: Mapping[tuple[str, str], SpeechCue]
    noun_lemmas: frozenset[str]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]  # by their first word
    adverbs: frozenset[str]
    passives: frozenset[str]
    told: frozenset[str]  # verbs whose object is the addressee
    headline_sources: frozenset[str]  # nouns that may stand before the colon of a headline
    no_sources: frozenset[str]  # words before a colon that name nobody
    blows: frozenset[str]  # verbs of judging that are blows as well
    strikers: frozenset[str]
    struck: frozenset[str]
    views: Mapping[str, frozenset[str]]  # nouns of 'in X's view' by their preposition
    rejecting: frozenset[str]
    cited: frozenset[str]  # nouns for those whom somebody cites


def read_speech_cue(row: Mapping[str, Any], file: str) -> SpeechCue:
    """One class of verbs or nouns, checked.

    Raises:
        RuleFileError: A key or value that is not allowed.
    """
    entry = str(row.get("id", "without id"))
    if unknown := sorted(set(row) - CUE_KEYS):
        raise RuleFileError(file, entry, f"has the key {unknown[0]!r}; allowed are {', '.join(sorted(CUE_KEYS))}")
    for key, allowed in (("mode", get_args(QuotationMode)), ("stance", get_args(Stance))):
        if row.get(key) not in allowed:
            raise RuleFileError(file, entry, f"{key} is {row.get(key)!r}; allowed are {', '.join(allowed)}")
    if wrong := [w for w in row["with"] if w not in CONTENTS]:
        raise RuleFileError(file, entry, f"with has {wrong[0]!r}; allowed are {', '.join(CONTENTS)}")
    return SpeechCue(
        id=entry,
        mode=cast("QuotationMode", row["mode"]),
        attributes=bool(row["attributes"]),
        stance=cast("Stance", row["stance"]),
        quotes="quote" in row["with"],
    )


def by_word(rows: list[dict[str, Any]], file: str) -> dict[tuple[str, str], SpeechCue]:
    """Classes by lemma and kind of content; the first in the file counts."""
    found: dict[tuple[str, str], SpeechCue] = {}
    for row in rows:
        cue = read_speech_cue(row, file)
        for word in row["words"]:
            for content in row["with"]:
                found.setdefault((word, content), cue)
    return found


def listed(rows: list[dict[str, Any]]) -> list[str]:
    """The words of entries that are only listed.

    Raises:
        RuleFileError: A key that is not known.
    """
    for row in rows:
        if unknown := sorted(set(row) - LIST_KEYS):
            raise RuleFileError(NOUN_FILE, str(row.get("id")), f"has the key {unknown[0]!r}")
    return [word for row in rows for word in row["words"]]


@cache
def load_speech_lexicon() -> SpeechLexicon:
    """All cues of attribution.

    Raises:
        RuleFileError: A file says something that is not allowed.
    """
    verbs = by_word(read_rules(VERB_FILE)["cue"], VERB_FILE)
    others = read_rules(NOUN_FILE)
    nouns = by_word(others["cue"], NOUN_FILE)
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in listed(others["phrase"]):
        words = tuple(phrase.split())
        phrases.setdefault(words[0], []).append(words)
    return SpeechLexicon(
        verbs=verbs,
        verb_lemmas=frozenset(lemma for lemma, _ in verbs) | {"put"},  # 'as one envoy put it'
        nouns=nouns,
        noun_lemmas=frozenset(lemma for lemma, _ in nouns),
        phrases={first: tuple(found) for first, found in phrases.items()},
        adverbs=frozenset(listed(others["adverb"])),
        passives=frozenset(listed(others["passive"])),
        told=frozenset(others["addressees"]["verbs"]),
        headline_sources=frozenset(others["headline"]["sources"]),
        no_sources=frozenset(others["headline"]["no_sources"]),
        blows=frozenset(others["blows"]["verbs"]),
        strikers=frozenset(others["blows"]["strikers"]),
        struck=frozenset(others["blows"]["struck"]),
        views={preposition: frozenset(words) for preposition, words in sorted(others["views"].items())},
        cited=frozenset(others["headline"]["sources"]) | frozenset(others["cited"]["nouns"]),
        rejecting=frozenset(others["rejecting"]["verbs"]),
    )
