"""What the language stage finds in a text: mentions, times, quantities, attributions and the standing of predicates.

`start` and `end` count characters of the document's text, `token_start`, `token_end` and `head` tokens of the spaCy `Doc`;
ends are excluded. These objects hold no reference to the `Doc`, so they can be stored and compared.
"""

from dataclasses import dataclass

from dragoman.model.closed_lists import (
    Basis,
    Certainty,
    Granularity,
    MentionCategory,
    Polarity,
    Precision,
    QuantityQualifier,
    QuotationMode,
    Realis,
    Stance,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """Days on the calendar: ISO dates, both included; None is an open end. See `time` in the statement format."""

    start: str | None
    end: str | None
    granularity: Granularity
    text: str
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place on the map. `country` is ISO 3166-1 alpha-3; `precision` says what `lat` and `lon` (degrees) stand for."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    text: str
    precision: Precision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Factuality:
    """Whether the text says yes or no, and how sure it is (Saurí and Pustejovsky 2009). `cues` are the words that show it."""

    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that refer to somebody or something. `entity` is a stable key, `country` alpha-3, `sector` a PLOVER actor code.

    `because` says which entry or rule decided. `place` is given for places, capitals and countries that the map knows.
    """

    token_start: int
    token_end: int
    head: int
    start: int
    end: int
    text: str
    category: MentionCategory
    name: str
    entity: str | None = None
    country: str | None = None
    sector: str | None = None
    place: Place | None = None
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A date or a duration as written, and what it means.

    A date has `time` (None where it cannot be placed), a duration has `duration` (ISO 8601, as 'P2M'). 'two weeks after the
    factory opened' is a duration with `relation` 'after' and `anchor` the token of the event it counts from ('opened');
    `qualifier` holds words like 'about', 'nearly', 'several', 'less than', 'more than', lower case.
    """

    token_start: int
    token_end: int
    start: int
    end: int
    text: str
    time: Time | None = None
    duration: str | None = None
    relation: str | None = None
    anchor: int | None = None
    qualifier: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit, as written. `value` is None only for 'hundreds of' and the like, which give `low` alone.

    `unit` is an ISO 4217 code, '%', 'count', 'rank', or a unit's symbol ('km'); `counted` is, for a count, the lemma of the
    noun counted; `low` and `high` bound a range ('between 20 and 30') or an open number ('hundreds of': low 200).
    """

    token_start: int
    token_end: int
    start: int
    end: int
    text: str
    value: float | None
    unit: str
    qualifier: QuantityQualifier = "exactly"
    low: float | None = None
    high: float | None = None
    counted: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionSpan:
    """Who says something, the word that shows it, and what they say.

    Spans are pairs of token indices. `source` is None where the text names nobody ('reportedly'). `parent` is the index, in
    the document's list of attributions, of the one whose content this one stands in. `cue_class` is the entry of the lexicon
    that the cue belongs to, `stance` what the author shows of the content's truth; `attributes` is False where the author
    says themselves what the content is about, as after verbs of wishing and asking.
    """

    source: tuple[int, int] | None
    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    mode: QuotationMode | None
    source_entity: str | None = None
    source_name: str | None = None
    source_country: str | None = None
    source_sector: str | None = None
    addressee: tuple[int, int] | None = None
    parent: int | None = None
    factuality: Factuality = Factuality()
    cue_class: str = ""
    stance: Stance = "open"
    attributes: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A word that denotes an event or a state, and its standing.

    `factuality` is as the innermost source presents it, `author_factuality` the author's own stance where somebody else is
    the source (None otherwise).
    """

    token: int
    start: int
    end: int
    text: str
    factuality: Factuality
    realis: Realis
    author_factuality: Factuality | None = None
