"""The standing of every predicate: whether the text says yes or no, how sure it is, and whether it happened.

Each sentence is walked from its root down. A token's *slot* is the standing that its governor gives it
(`factuality_scope`), its *own* standing is what the clause itself adds (`factuality_clause`), and that is what the tokens
below it start from. Source: the factuality profiler of Saurí and Pustejovsky (2012), on dependencies.
"""

from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.language.attributes import document_of
from dragoman.language.attribution import holders_of
from dragoman.language.clauses import NOUN_TAGS, VERB_TAGS, Parse, index_of, parse_of
from dragoman.language.factuality_clause import ClauseReader
from dragoman.language.factuality_lexicon import EventNouns, load_event_nouns, load_lexicon
from dragoman.language.factuality_nouns import own_of_noun
from dragoman.language.factuality_scene import Scene
from dragoman.language.factuality_scope import slot_of
from dragoman.language.factuality_standing import FRESH, Standing
from dragoman.language.words import Word, Words, words_of
from dragoman.model.span import AttributionSpan, Factuality, Predicate

PREDICATED = frozenset({"acomp", "oprd", "xcomp"})
FALSELY = frozenset({"falsely", "wrongly", "mistakenly", "untruthfully", "incorrectly", "erroneously"})


@Language.component("dragoman_factuality")
def find_predicates(doc: Doc) -> Doc:
    """Set `doc._.predicates`: the standing of every verb, noun of an event and predicative adjective."""
    words = words_of(doc)
    parse = parse_of(words)
    standings = read_standings(words)
    nouns = load_event_nouns()
    text, holders = document_of(words).text, holders_of(words)
    words._.predicates = {
        i: predicate_at(words, i, standings[i], text, holders[i]) for i in range(len(parse)) if denotes_event(parse, nouns, i)
    }
    return doc


def standing_of(doc: Words, token: int | Word) -> Predicate:
    """The standing of the predicate headed by `token`, also where the word by itself denotes no event.

    Args:
        doc: A parsed text.
        token: A token or its index.
    """
    i = index_of(token)
    known: Predicate | None = doc._.predicates.get(i)
    return known if known is not None else predicate_at(doc, i, read_standings(doc)[i], document_of(doc).text, holders_of(doc)[i])


@lru_cache(maxsize=4)
def read_standings(doc: Words) -> list[Standing]:
    """The standing of every token, predicate or not. Kept for the last texts, as their parse is: many readers ask for it."""
    parse = parse_of(doc)
    lexicon, nouns = load_lexicon(), load_event_nouns()
    own, slots = [FRESH] * len(parse), [FRESH] * len(parse)
    scene = Scene(parse, lexicon, nouns, own, slots)
    clause = ClauseReader(parse, lexicon)
    for token in from_the_roots_down(parse):
        slot = slots[token] = slot_of(scene, token)
        if parse.tags[token] in VERB_TAGS:
            own[token] = clause.own_standing(token, slot)
        elif parse.tags[token] in NOUN_TAGS:
            own[token] = own_of_noun(parse, lexicon, token, slot)
        else:
            own[token] = slot
    return own


def from_the_roots_down(parse: Parse) -> list[int]:
    """All tokens, each after its head."""
    order = [i for i, head in enumerate(parse.heads) if head == i]
    for token in order:
        order.extend(parse.children[token])
    return order


def denotes_event(parse: Parse, nouns: EventNouns, token: int) -> bool:
    """Whether a word denotes an event or a state: a full verb, a noun of action, an adjective that is predicated."""
    tag, dep = parse.tags[token], parse.deps[token]
    if tag in VERB_TAGS:
        return dep not in ("aux", "auxpass")
    if tag in ("NN", "NNS"):
        return nouns.denotes_event(parse.lemmas[token])
    if tag[:2] != "JJ":
        return False
    return dep in PREDICATED or dep in ("ROOT", "ccomp") or (dep == "conj" and is_predicative(parse, token))


def is_predicative(parse: Parse, token: int) -> bool:
    """Whether an adjective is joined to a predicative one."""
    while parse.deps[token] == "conj":
        token = parse.heads[token]
    return parse.deps[token] in PREDICATED


def predicate_at(doc: Words, token: int, standing: Standing, text: str, holder: int | None) -> Predicate:
    """The predicate of the model from a standing; `text` is the document's, `holder` the attribution around it."""
    word = doc[token]
    start, end = word.idx, word.idx + len(word)
    return Predicate(
        token=token,
        start=start,
        end=end,
        text=text[start:end],
        factuality=standing.factuality(),
        realis=standing.realis_word(),
        author_factuality=author_factuality(doc, doc._.attributions[holder], standing) if holder is not None else None,
    )


def author_factuality(doc: Words, span: AttributionSpan, standing: Standing) -> Factuality:
    """The author's own stance on what somebody else says.

    Underspecified where the author only reports, as the source has it behind a factive cue ('admitted that'), and the
    opposite behind a counterfactive one ('lied that') or a distancing adverb ('falsely claimed').
    """
    cue = doc[span.cue[0]]
    if span.stance == "factive":
        return standing.factuality()
    falsely = next((c.text for c in cue.children if c.lower_ in FALSELY), None)
    if span.stance == "counterfactive" or falsely is not None:
        return Factuality(polarity="negative", certainty="certain", cues=(falsely or cue.text,))
    return Factuality(polarity="positive", certainty="underspecified", cues=(cue.text,))
