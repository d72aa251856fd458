"""Who says what → quotations: speaker, cue and content of every attribution of speech or thought."""

from typing import Final

from dragoman.language.attributes import document_of, in_furniture
from dragoman.language.attribution import as_attribution, characters
from dragoman.language.attribution_sources import FIRST_PERSON
from dragoman.language.event_times import time_of
from dragoman.language.factuality import standing_of
from dragoman.language.mentions import mention_at
from dragoman.language.words import Word, Words
from dragoman.model.closed_lists import Role
from dragoman.model.span import AttributionSpan
from dragoman.model.statement import Content, Participant, Quotation
from dragoman.statements.participants import build_participants

BLOWS: Final = frozenset({"attack", "hit"})  # blows where a state is struck; to 'slam' or 'blast' a state is to speak
REASONS: Final = frozenset({"for", "as", "over"})


def read_quotations(doc: Words) -> list[Quotation]:
    """The quotations of a text, in the order of their cues.

    Hearsay ('reportedly', 'is expected to') is none: nobody is quoted. The `attribution` of a quotation is that of its
    content, so that it names the speaker and the cue with its offsets; what stands around a nested one is in its `chain`.
    """
    return [build_quotation(doc, n) for n, span in enumerate(doc._.attributions) if is_quotation(doc, span)]


def is_quotation(doc: Words, span: AttributionSpan) -> bool:
    """Whether an attribution gives somebody's words or thoughts.

    An announced or imagined wish, praise or question ('will ask why') is none yet. Inside the words of another, only what
    somebody else is reported to have said is one, not the speaker's own 'I think' or 'they want'.
    """
    if span.mode is None or not span.content or in_furniture(doc[span.cue[0]]):
        return False
    if span.source is None and span.mode not in ("direct", "mixed"):
        return False
    if is_blow_at_party(doc, doc[span.cue[0]]):
        return False
    happened = standing_of(doc, span.cue[0]).realis == "actual"
    if span.parent is None:
        return span.attributes or happened
    return span.attributes and happened and span.mode != "thought" and not is_first_person(doc, span)


def is_blow_at_party(doc: Words, cue: Word) -> bool:
    """Whether 'attacked' has a state, a place or an armed group as its object, and no reason that words would be about.

    'Iran *attacked* Iraq' says nothing; 'the minister *attacked* Iraq for its silence' does.
    """
    if cue.lemma_ not in BLOWS or any(c.dep_ == "prep" and c.lower_ in REASONS for c in cue.children):
        return False
    struck = [mention_at(doc, c) for c in cue.children if c.dep_ in ("dobj", "nsubjpass")]
    return any(m is not None and m.category in ("country", "place", "group") for m in struck)


def is_first_person(doc: Words, span: AttributionSpan) -> bool:
    """Whether the source is 'I' or 'we'."""
    return span.source is not None and doc[span.source[1] - 1].lower_ in FIRST_PERSON


def build_quotation(doc: Words, index: int) -> Quotation:
    """The quotation for the attribution at `index` in `doc._.attributions`."""
    span: AttributionSpan = doc._.attributions[index]
    document = document_of(doc)
    cue = doc[span.cue[0]]
    attribution = as_attribution(doc, index)
    start, end = extent_of(doc, span)
    standing = standing_of(doc, cue)
    expression = time_of(doc, cue)
    return Quotation(
        document=document,
        start=start,
        end=end,
        text=document.text[start:end],
        attribution=attribution,
        factuality=standing.factuality,
        realis=standing.realis,
        read_by=f"attribution:{span.cue_class}",
        time=expression.time if expression is not None else None,
        participants=(*participants(doc, "speaker", span.source), *participants(doc, "addressee", span.addressee)),
        mode=span.mode or "indirect",
        cue=attribution.cue,
        content=content_of(doc, span),
    )


def extent_of(doc: Words, span: AttributionSpan) -> tuple[int, int]:
    """From the first to the last character of source, cue and content."""
    stretches = [characters(doc, tokens) for tokens in (span.cue, *span.content, *([span.source] if span.source else []))]
    return min(s for s, _ in stretches), max(e for _, e in stretches)


def content_of(doc: Words, span: AttributionSpan) -> Content:
    """The words said. Where source and cue stand in their midst, the content runs over them, as it has one span only."""
    stretches = [characters(doc, tokens) for tokens in span.content]
    start, end = stretches[0][0], stretches[-1][1]
    return Content(start=start, end=end, text=document_of(doc).text[start:end])


def participants(doc: Words, role: Role, tokens: tuple[int, int] | None) -> list[Participant]:
    """Speaker or addressee, with what is known of them; the words as the text has them where nothing is."""
    if tokens is None:
        return []
    found = build_participants(role, [head_of(doc, tokens)])
    if found:
        return found
    start, end = characters(doc, tokens)
    text = document_of(doc).text[start:end]
    return [Participant(role=role, name=text, text=text, start=start, end=end)]


def head_of(doc: Words, tokens: tuple[int, int]) -> Word:
    """The head of a noun phrase."""
    return doc[tokens[0] : tokens[1]].root
