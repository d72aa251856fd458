"""The lexicon of cues that bear on factuality: loads and checks rules/factuality*.toml.

An effect is three words, polarity, certainty and realis, as `rules/factuality_verbs.toml` explains them.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple, get_args

from dragoman.model.closed_lists import Certainty, Polarity, Realis
from dragoman.model.errors import RuleFileError

CUE_FILES: Final = ("factuality_verbs.toml", "factuality_nouns.toml", "factuality_adjectives.toml")
WORD_FILE: Final = "factuality_words.toml"
NOUN_FILE: Final = "factuality_event_nouns.toml"
POLARITIES: Final = ("same", "turned", *get_args(Polarity))
CERTAINTIES: Final = ("same", *get_args(Certainty))
REALIS: Final = ("same", *get_args(Realis))
PARTS: Final = ("verb", "noun", "adjective")
COMPLEMENTS: Final = (
    "infinitive", "gerund", "bare", "that", "subjunctive", "question", "whether", "object", "subject", "adjective", "noun",
    "of", "for", "from", "on", "at", "in", "to", "with", "about", "against", "into",
)  # fmt: skip
CUE_KEYS: Final = {"id", "part", "words", "with", "yes", "no", "past", "presupposed", "voice", "fires", "leaves_alone", "misses"}
NOUN_KEYS: Final = {"suffixes", "things", "events", "light_verbs", "occurrence_verbs", "outcome_verbs"}


class Effect(NamedTuple):
    """What a cue makes of the standing of its complement; see the head of rules/factuality_verbs.toml."""

    polarity: str
    certainty: str
    realis: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A class of words with one effect on their complement. `presupposed`: whatever holds of the word itself."""

    id: str
    yes: Effect
    no: Effect
    past: Effect | None
    presupposed: bool
    passive: bool  # only where the word itself is in the passive


@dataclass(frozen=True, slots=True)
class Modal:
    """The readings of a modal verb."""

    plain: Effect
    perfect: Effect
    negated: Effect
    reported: Effect


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All cues, by part of speech, lemma and complement."""

    cues: Mapping[tuple[str, str, str], Cue]
    modals: Mapping[str, Modal]
    adverbs: Mapping[str, tuple[str, Effect]]
    conjunctions: Mapping[str, Effect]
    prepositions: Mapping[str, Effect]
    negators: frozenset[str]
    negative_subjects: frozenset[str]
    focus: frozenset[str]
    amounts: frozenset[str]
    attitudes: frozenset[str]
    arrangements: frozenset[str]
    times_to_come: frozenset[str]


@dataclass(frozen=True, slots=True)
class EventNouns:
    """Which nouns denote events, and which verbs only say that they take place."""

    suffixes: tuple[str, ...]
    things: frozenset[str]
    events: frozenset[str]
    light_verbs: frozenset[str]
    occurrence_verbs: frozenset[str]
    outcome_verbs: frozenset[str]

    def denotes_event(self, lemma: str) -> bool:
        """Whether a common noun denotes an event or a state."""
        return lemma in self.events or (lemma.endswith(self.suffixes) and lemma not in self.things and len(lemma) > 6)


def read_rules(name: str) -> dict[str, Any]:
    """The rule file `name` as TOML has it."""
    text = files("dragoman.language").joinpath("rules", name).read_text(encoding="utf-8")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleFileError(name, None, f"is not TOML: {error}") from error


def read_effect(text: object, file: str, entry: str) -> Effect:
    """An effect from its three words.

    Raises:
        RuleFileError: A word is not one of those allowed.
    """
    words = text.split() if isinstance(text, str) else []
    if len(words) != 3:
        raise RuleFileError(file, entry, f"{text!r} should be three words: polarity, certainty, realis")
    for word, allowed in zip(words, (POLARITIES, CERTAINTIES, REALIS), strict=True):
        if word not in allowed:
            raise RuleFileError(file, entry, f"{word!r} is not one of {', '.join(allowed)}")
    return Effect(*words)


def read_cue(row: Mapping[str, Any], file: str) -> Cue:
    """One entry of a cue file, checked.

    Raises:
        RuleFileError: A key, part of speech or complement that is not known.
    """
    entry = str(row.get("id", "without id"))
    if unknown := sorted(set(row) - CUE_KEYS):
        raise RuleFileError(file, entry, f"has the key {unknown[0]!r}; allowed are {', '.join(sorted(CUE_KEYS))}")
    if row.get("part") not in PARTS:
        raise RuleFileError(file, entry, f"part is {row.get('part')!r}; allowed are {', '.join(PARTS)}")
    if wrong := [w for w in row["with"] if w not in COMPLEMENTS]:
        raise RuleFileError(file, entry, f"with has {wrong[0]!r}; allowed are {', '.join(COMPLEMENTS)}")
    return Cue(
        id=entry,
        yes=read_effect(row["yes"], file, entry),
        no=read_effect(row["no"], file, entry),
        past=read_effect(row["past"], file, entry) if "past" in row else None,
        presupposed=bool(row.get("presupposed", False)),
        passive=row.get("voice") == "passive",
    )


@cache
def load_lexicon() -> Lexicon:
    """The cues of all files; where a word stands in two classes with one complement, the first in the file counts.

    Raises:
        RuleFileError: A file says something that is not allowed.
    """
    cues: dict[tuple[str, str, str], Cue] = {}
    for file in CUE_FILES:
        for row in read_rules(file)["cue"]:
            cue = read_cue(row, file)
            for word in row["words"]:
                for complement in row["with"]:
                    kind = f"passive {complement}" if cue.passive else complement
                    cues.setdefault((row["part"], word, kind), cue)
    words = read_rules(WORD_FILE)
    modals = {w: read_modal(row) for row in words["modal"] for w in row["words"]}
    adverbs = {w: (row["id"], standing) for row in words["adverb"] for w, standing in read_standings([row]).items()}
    return Lexicon(
        cues=cues,
        modals=modals,
        adverbs=adverbs,
        conjunctions=read_standings(words["conjunction"]),
        prepositions=read_standings(words["preposition"]),
        negators=frozenset(words["negators"]["adverbs"]),
        negative_subjects=frozenset(words["negators"]["subjects"]),
        focus=frozenset(words["negators"]["focus"]),
        amounts=frozenset(words["amounts"]["verbs"]),
        attitudes=frozenset(words["attitudes"]["verbs"]),
        arrangements=frozenset(words["arrangements"]["verbs"]),
        times_to_come=frozenset(words["arrangements"]["times"]),
    )


def read_modal(row: Mapping[str, Any]) -> Modal:
    """The readings of one modal entry."""
    entry = str(row["words"][0])
    return Modal(*(read_effect(row[k], WORD_FILE, entry) for k in ("plain", "perfect", "negated", "reported")))


def read_standings(rows: list[dict[str, Any]]) -> dict[str, Effect]:
    """Words to effects, for entries that have one effect."""
    return {w: read_effect(row["standing"], WORD_FILE, row["id"]) for row in rows for w in row["words"]}


@cache
def load_event_nouns() -> EventNouns:
    """The nouns of events.

    Raises:
        RuleFileError: A key is missing or not known.
    """
    rules = read_rules(NOUN_FILE)
    if set(rules) != NOUN_KEYS:
        raise RuleFileError(NOUN_FILE, None, f"should have the keys {', '.join(sorted(NOUN_KEYS))}")
    sets = {key: frozenset(rules[key]) for key in NOUN_KEYS - {"suffixes"}}
    return EventNouns(suffixes=tuple(rules["suffixes"]), **sets)
