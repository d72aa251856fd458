"""Who says what: source, cue and content of every attribution in a text, and whose words a token stands in."""

from dataclasses import replace
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.language.attributes import document_of
from dragoman.language.attribution_cues import CueFinder, Found
from dragoman.language.attribution_lexicon import load_speech_lexicon
from dragoman.language.attribution_sources import FIRST_PERSON, source_span
from dragoman.language.attribution_speech import SpeechTier
from dragoman.language.clauses import Parse, index_of, parse_of
from dragoman.language.coreference import resolve
from dragoman.language.mentions import mention_at
from dragoman.language.words import Word, Words, words_of
from dragoman.model.closed_lists import QuotationMode
from dragoman.model.span import AttributionSpan, Mention
from dragoman.model.statement import Attribution, Source

RESUMPTIVE = frozenset(
    {"claim", "account", "charge", "allegation", "accusation", "assertion", "something", "version", "figure", "statement", "view"}
)  # nouns that take up what was said: 'a charge that Kigali denies'
APPENDED = frozenset({"appos", "npadvmod", "dobj", "conj", "dep", "attr"})
NOBODY = frozenset({"nobody", "none", "neither", "no-one", "nothing"})


@Language.component("dragoman_attribution")
def find_attributions(doc: Doc) -> Doc:
    """Set `doc._.attributions`, in the order of their cues."""
    words, lexicon = words_of(doc), load_speech_lexicon()
    parse = parse_of(words)
    tier = SpeechTier(words, parse, lexicon, CueFinder(parse, lexicon).find())
    found = sorted(tier.tie(), key=lambda f: (f.cue, f.name))
    built = [(f, span) for f in found if (span := build_span(words, parse, f, tier)).content]
    kept, spans = [f for f, _ in built], [span for _, span in built]
    for n, outer in enumerate(f.outer for f in kept):
        if outer is not None and outer in kept:
            spans[n] = replace(spans[n], parent=kept.index(outer))
    words._.attributions = with_parents(spans, len(parse))
    return doc


def attribution_of(doc: Words, token: int | Word) -> Attribution | None:
    """Who says what `token` speaks of: the innermost attribution whose content holds it; None in the author's own voice.

    Args:
        doc: A text that `dragoman_attribution` has read.
        token: A token or its index.
    """
    index = holders_of(doc)[index_of(token)]
    return None if index is None else as_attribution(doc, index)


def attribution_span_of(doc: Words, token: int | Word) -> AttributionSpan | None:
    """The same as the span in `doc._.attributions`."""
    index = holders_of(doc)[index_of(token)]
    return None if index is None else doc._.attributions[index]


def as_attribution(doc: Words, index: int) -> Attribution:
    """The attribution of the statement format for the one at `index` in `doc._.attributions`, with those around it."""
    spans: list[AttributionSpan] = doc._.attributions
    chain: list[Source] = []
    at: int | None = index
    while at is not None and len(chain) <= len(spans):
        chain.insert(0, as_source(doc, spans[at]))
        at = spans[at].parent
    own = chain[-1]
    return Attribution(
        source=own.source, source_entity=own.source_entity, cue=own.cue, start=own.start, end=own.end, chain=tuple(chain)
    )


def as_source(doc: Words, span: AttributionSpan) -> Source:
    """One link of a chain of sources."""
    start, end = characters(doc, span.cue)
    text = document_of(doc).text
    source = None
    if span.source is not None:
        first, last = characters(doc, span.source)
        source = text[first:last]
    return Source(source=source, source_entity=span.source_entity, cue=text[start:end], start=start, end=end)


def characters(doc: Words, tokens: tuple[int, int]) -> tuple[int, int]:
    """The characters of a stretch of tokens."""
    last = doc[tokens[1] - 1]
    return doc[tokens[0]].idx, last.idx + len(last)


def holders_of(doc: Words) -> list[int | None]:
    """For each token the index of the innermost attribution that holds it, of those that attribute statements."""
    return _holders(doc, id(doc._.attributions), len(doc._.attributions))


@lru_cache(maxsize=4)
def _holders(doc: Words, _list: int, _length: int) -> list[int | None]:
    return paint(doc._.attributions, len(doc))[0]


def paint(spans: list[AttributionSpan], length: int) -> tuple[list[int | None], dict[int, int | None]]:
    """Lay the contents over the text, the widest first: who holds each token, and who holds each attribution's cue."""
    holders: list[int | None] = [None] * length
    parents: dict[int, int | None] = {}
    relayed = {n for n, span in enumerate(spans) if span.parent is not None}  # of the same words: theirs are within the other's
    widest_first = sorted(range(len(spans)), key=lambda n: (-sum(e - s for s, e in spans[n].content), n in relayed, spans[n].cue))
    for n in widest_first:
        parents[n] = spans[n].parent if n in relayed else holders[spans[n].cue[0]]
        if not spans[n].attributes:
            continue
        for start, end in spans[n].content:
            holders[start:end] = [n] * (end - start)
    return holders, parents


def with_parents(spans: list[AttributionSpan], length: int) -> list[AttributionSpan]:
    """The spans with the one around each filled in."""
    parents = paint(spans, length)[1]
    return [changed(span, parents[n]) for n, span in enumerate(spans)]


def changed(span: AttributionSpan, parent: int | None) -> AttributionSpan:
    """A span with its parent."""
    return span if parent is None else replace(span, parent=parent)


def build_span(doc: Words, parse: Parse, found: Found, tier: SpeechTier) -> AttributionSpan:
    """The span of the model: source resolved, content cut to what is said."""
    source = source_span(parse, found.source) if found.source is not None else None
    if source is not None and source[0] == found.cue[0] and found.cue[1] < source[1]:
        source = (found.cue[1], source[1])  # '”― Name' is one word for the tokenizer, and hangs on the name
    apart = {*range(*found.cue), *(range(*source) if source is not None else ())}
    passive = found.name == "passive" or found.source is None
    said = without_asides(parse, found, tier)
    content = stretches(parse, [t for t in said if passive or t not in apart], tier)
    mention = mention_of(doc, found.source)
    first_person = found.source is not None and parse.lowers[found.source] in FIRST_PERSON
    own_voice = first_person and tier.is_inside(found.head) is None
    return AttributionSpan(
        source=source,
        cue=found.cue,
        content=content,
        mode=mode_of(found, content, tier),
        source_entity=mention.entity if mention else None,
        source_name=mention.name if mention else None,
        source_country=mention.country if mention else None,
        source_sector=mention.sector if mention else None,
        addressee=source_span(parse, found.addressee) if found.addressee is not None else None,
        cue_class=found.name,
        stance=found.stance,
        attributes=(found.attributes or tier.holds_quote(found)) and not own_voice and not is_nobody(parse, found.source),
    )


def without_asides(parse: Parse, found: Found, tier: SpeechTier) -> list[int]:
    """The content without a relative clause set off by a comma at its end: that is the author's remark ('…, which it denies').

    Source: Potts (2005) on such clauses, which what embeds them does not reach.
    """
    tokens = sorted(set(found.content))
    for t in reversed(tokens):
        noun = parse.heads[t]
        resumed = parse.lemmas[noun] in RESUMPTIVE and parse.deps[noun] in APPENDED  # '…, a charge that Kigali denies'
        clause = parse.deps[t] == "relcl" or (resumed and parse.deps[t] == "acl")
        if not clause or noun not in found.content or t in tier.quote_at or parse.has_to(t):
            continue
        below = parse.subtree(noun if resumed else t)
        last = all(parse.parts[o] == "PUNCT" for o in tokens if o > below[-1])
        if last and below[0] and parse.lowers[below[0] - 1] == ",":
            return [o for o in tokens if o < below[0]] or tokens
    return tokens


def is_nobody(parse: Parse, source: int | None) -> bool:
    """Whether a source is 'no one', 'none of them', 'neither side': then nobody says it."""
    if source is None:
        return False
    determiners = (parse.lowers[c] for c in parse.children[source] if c < source)
    return parse.lowers[source] in NOBODY or any(word in ("no", "neither") for word in determiners)


def mode_of(found: Found, content: tuple[tuple[int, int], ...], tier: SpeechTier) -> QuotationMode | None:
    """Direct where all but 'that' is in quotation marks, mixed where some is, else as the class of the cue has it."""
    if found.mode is None:
        return None
    tokens = [t for start, end in content for t in range(start, end)]
    inner = tier.quote_at.get(found.head)
    quoted = [(q := tier.quote_at.get(t)) is not None and q is not inner for t in tokens]
    if not any(quoted):
        return found.mode
    return "direct" if all(q or t in tier.blank for t, q in zip(tokens, quoted, strict=True)) else "mixed"


def stretches(parse: Parse, tokens: list[int], tier: SpeechTier) -> tuple[tuple[int, int], ...]:
    """Tokens as stretches without the punctuation around them; quotation marks stay with what they hold."""
    groups: list[list[int]] = []
    for token in sorted(set(tokens)):
        if groups and token == groups[-1][-1] + 1:
            groups[-1].append(token)
        else:
            groups.append([token])
    found = []
    for group in groups:
        start, end = group[0], group[-1] + 1
        while start < end and is_edge(parse, start, tier):
            start += 1
        while end > start and is_edge(parse, end - 1, tier):
            end -= 1
        if start < end:
            found.append((start, end))
    return tuple(found)


def is_edge(parse: Parse, token: int, tier: SpeechTier) -> bool:
    """Whether a token at the edge of a content is not part of it: a comma, a blank, a stray mark."""
    word = parse.lowers[token]
    if token in tier.quote_at:
        return not word.strip()
    return not any(ch.isalnum() for ch in word) and word not in ("$", "€", "£")


def mention_of(doc: Words, head: int | None) -> Mention | None:
    """The mention that a source is, through pronouns and 'the minister' where they can be resolved to one."""
    if head is None:
        return None
    named = mention_at(doc, doc[head])
    if named is not None and named.head == head:
        return named
    referents = resolve(doc, doc[head])
    return referents[0] if len(referents) == 1 else named
