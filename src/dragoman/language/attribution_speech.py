"""Ties words in quotation marks to the cues around them, and to the name that signs them."""

from typing import Final

from dragoman.language.attribution_cues import Found
from dragoman.language.attribution_labels import LabelReader, labelled
from dragoman.language.attribution_lexicon import SpeechLexicon
from dragoman.language.attribution_quotes import Quote, find_quotes, paragraph_numbers
from dragoman.language.clauses import NOUN_TAGS, VERB_TAGS, Parse
from dragoman.language.words import Words

MARKS: Final = frozenset('"“”«»„') | {"``", "''"}
DASHES: Final = frozenset({"―", "—", "–", "-", "--"})
LONGEST_NAME: Final = 7  # tokens before the colon of a headline


class SpeechTier:
    """Adds to the attributions of a text what stands in quotation marks. One a text."""

    def __init__(self, doc: Words, parse: Parse, lexicon: SpeechLexicon, found: list[Found]) -> None:
        """Keep the text, the lexicon and the attributions found by their cues."""
        self.doc = doc
        self.parse = parse
        self.lexicon = lexicon
        self.found = found
        self.paragraphs = paragraph_numbers(doc)
        self.quotes = find_quotes(parse, self.paragraphs)
        self.quote_at: dict[int, Quote] = {t: q for q in self.quotes for t in range(q.start, q.end)}
        self.blank = {t for t, word in enumerate(parse.lowers) if word == "that" or not any(ch.isalnum() for ch in word)}
        self.holder: dict[Quote, Found] = {}
        self.quoting: set[int] = set()

    def tie(self) -> list[Found]:
        """The attributions, with quotations in their content; those without any content are left out."""
        for attribution in self.found:
            self.take_overlapping(attribution)
        self.take_nearest([a for a in self.found if a.takes_quotes and not a.content])
        for attribution in self.found:
            if attribution.takes_quotes and not attribution.content:
                self.take_following(attribution)
        self.continue_quotes()
        self.found += self.signed_quotes()
        self.found += LabelReader(self.doc, self.parse, self.paragraphs, self.lexicon).read()
        self.quoting = {id(held) for held in self.holder.values()}
        return [f for f in self.found if f.content]

    def is_inside(self, token: int) -> Quote | None:
        """The quotation of somebody's speech that a token stands in."""
        quote = self.quote_at.get(token)
        return quote if quote is not None and quote.speech else None

    def take_overlapping(self, attribution: Found) -> None:
        """A quotation that the content reaches into belongs to it whole."""
        own = self.quote_at.get(attribution.head)
        if attribution.mode is None:
            return
        touched = {q for t in attribution.content if (q := self.quote_at.get(t)) is not None and q is not own}
        quotes = sorted(touched, key=lambda q: q.start)
        for quote in quotes:
            inside = list(range(quote.start, quote.end))
            if attribution.head in inside:
                continue
            attribution.content = sorted({*attribution.content, *inside})
            if quote.speech:
                self.claim(quote, attribution)

    def claim(self, quote: Quote, attribution: Found) -> None:
        """Note who holds a quotation; the innermost cue outside it does."""
        known = self.holder.get(quote)
        if known is None or abs(attribution.head - quote.start) < abs(known.head - quote.start):
            self.holder[quote] = attribution

    def take_nearest(self, attributions: list[Found]) -> None:
        """Cues without a clause take the free quotations next to them in their sentence, the nearest pairs first."""
        pairs = []
        for n, attribution in enumerate(attributions):
            if self.is_inside(attribution.head) is not None:
                continue
            start, end = self.parse.sentences[self.parse.sentence_of[attribution.head]]
            for quote in self.quotes:
                # A sentence may have been ended by the question mark in the quotation: '"Why?" he asked'.
                if quote.end < start or quote.start > end or (quote.start == end and self.parse.lowers[end - 1] != ":"):
                    continue
                distance = quote.start - attribution.head if quote.start > attribution.head else attribution.head - quote.end + 1
                if quote.speech or distance <= 3:
                    pairs.append((distance, n, quote.start, quote))
        for _, n, _, quote in sorted(pairs, key=lambda p: p[:3]):
            if quote not in self.holder and not attributions[n].content:
                attributions[n].content = list(range(quote.start, quote.end))
                self.holder[quote] = attributions[n]

    def take_following(self, attribution: Found) -> None:
        """'He added:' takes the quotation that opens what follows, in the next sentence or paragraph."""
        end = self.parse.sentences[self.parse.sentence_of[attribution.head]][1]
        last = end - 1
        while last > attribution.head and (self.parse.tags[last] in ("_SP", "") or not self.parse.lowers[last].strip()):
            last -= 1
        if self.parse.lowers[last] != ":" or self.is_inside(attribution.head) is not None:
            return
        for quote in self.quotes:
            if end - 1 <= quote.start <= end + 2 and quote not in self.holder:
                attribution.content = list(range(quote.start, quote.end))
                self.holder[quote] = attribution
                return

    def continue_quotes(self) -> None:
        """A quotation that makes up its sentence, right after an attributed one, goes on with the same source."""
        last: Quote | None = None
        for quote in self.quotes:
            if not quote.speech:
                continue
            if quote not in self.holder and last is not None and self.goes_on(last, quote):
                attribution = self.holder[last]
                attribution.content = sorted({*attribution.content, *range(quote.start, quote.end)})
                self.holder[quote] = attribution
            if quote in self.holder:
                last = quote

    def goes_on(self, last: Quote, quote: Quote) -> bool:
        """Whether a quotation continues the one before: alone in its sentence, in the same paragraph or the next."""
        parse = self.parse
        if self.paragraphs[quote.start] - self.paragraphs[last.start] > 1:
            return False
        start = parse.sentences[parse.sentence_of[quote.start]][0]
        if self.is_interrupted(last, quote):
            return True
        if any(parse.tags[t] in VERB_TAGS for t in range(start, quote.start)):
            return False
        end = parse.sentences[parse.sentence_of[quote.end - 1]][1]
        if any(parse.tags[t] in VERB_TAGS for t in range(quote.end, end)):
            return False
        if self.paragraphs[quote.start] == self.paragraphs[last.start]:
            return True
        # In the next paragraph only where it opens it, and the one before ended with the quotation or with its cue.
        return quote.start == 0 or self.paragraphs[quote.start - 1] != self.paragraphs[quote.start]

    def is_interrupted(self, last: Quote, quote: Quote) -> bool:
        """Whether a sentence in quotation marks is only broken by its cue: '"I doubt," he said, "that it will hold"'."""
        parse, head = self.parse, self.holder[last].head
        same = parse.sentence_of[last.start] == parse.sentence_of[quote.end - 1] or quote.start - last.end <= LONGEST_NAME
        between = range(last.end, quote.start)
        comma = parse.lowers[quote.start - 1] == "," and parse.lowers[last.end - 2] in {",", "…", "-"}
        return same and comma and head in between and sum(parse.tags[t] in VERB_TAGS for t in between) == 1

    def signed_quotes(self) -> list[Found]:
        """'"…" ― Name' below a picture or a tweet."""
        found = []
        for quote in self.quotes:
            if not quote.speech or quote in self.holder:
                continue
            glued = self.parse.lowers[quote.end - 1][1:] in DASHES  # '”― Name'
            dash = quote.end - 1 if glued else self.next_word(quote.end)
            if dash is None or (not glued and self.parse.lowers[dash] not in DASHES):
                continue
            name = self.next_word(dash + 1)
            if name is not None and self.parse.tags[name] in NOUN_TAGS:
                while self.parse.deps[name] == "compound" and self.parse.heads[name] > name:
                    name = self.parse.heads[name]
                found.append(labelled(dash, name, list(range(quote.start, quote.end)), "signature"))
        return found

    def holds_quote(self, attribution: Found) -> bool:
        """Whether an attribution gives somebody's speech in quotation marks: then the words are theirs, whatever the cue."""
        return id(attribution) in self.quoting

    def next_word(self, start: int) -> int | None:
        """The first token from `start` that is not blank, within three."""
        return next((t for t in range(start, min(start + 3, len(self.parse))) if self.parse.lowers[t].strip()), None)
