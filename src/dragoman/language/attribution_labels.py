"""Who says it where a name stands before a colon: headlines 'X: …', the turns of a transcript."""

from typing import Final

from dragoman.language.attribution_cues import Found
from dragoman.language.attribution_lexicon import SpeechLexicon
from dragoman.language.attribution_quotes import mark_of
from dragoman.language.clauses import FINITE_TAGS, NOUN_TAGS, VERB_TAGS, Parse
from dragoman.language.mentions import mention_at
from dragoman.language.words import Words
from dragoman.model.closed_lists import QuotationMode

FEWEST_TURNS: Final = 2  # paragraphs that begin with a name in capitals, from which a text is a transcript
LONGEST_INITIAL: Final = 2  # letters of 'Q:' and 'AP:', which name no speaker
SHORTEST_NAME: Final = 4  # tokens after it
LONGEST_NAME: Final = 7  # tokens before the colon of a headline


class LabelReader:
    """Reads the names before colons in one text."""

    def __init__(self, doc: Words, parse: Parse, paragraphs: list[int], lexicon: SpeechLexicon) -> None:
        """Take the text with the number of each token's paragraph."""
        self.doc, self.parse, self.paragraphs, self.lexicon = doc, parse, paragraphs, lexicon

    def read(self) -> list[Found]:
        """The attributions of a headline and of a transcript."""
        return [*self.headlines(), *self.turns()]

    def headlines(self) -> list[Found]:
        """'Minister: talks have failed' and 'Talks have failed: minister' as the first line."""
        parse = self.parse
        end = next((t for t in range(len(parse)) if self.paragraphs[t] != self.paragraphs[0]), len(parse))
        while end and not parse.lowers[end - 1].strip():
            end -= 1
        colons = [t for t in range(1, end - 1) if parse.lowers[t] == ":"]
        if not colons:
            return []
        first, last = colons[0], colons[-1]
        if first <= LONGEST_NAME and self.names_source(first):
            content = self.said_after(first, end)
            if content and (self.says_something(content) or parse.lemmas[first - 1] in self.lexicon.headline_sources):
                return [labelled(first, first - 1, content, "headline")]
        if end - last <= SHORTEST_NAME + 1 and last >= SHORTEST_NAME - 1 and self.ends_with_source(last, end):
            return [labelled(last, end - 1, [t for t in range(last) if parse.lowers[t].strip()], "headline")]
        return []

    def turns(self) -> list[Found]:
        """'WALLACE: …' at the head of each paragraph of a transcript: what follows are the speaker's words."""
        colons = [colon for start in self.paragraph_starts() if (colon := self.turn_at(start)) is not None]
        if len(colons) < FEWEST_TURNS:
            return []
        found = []
        for colon in colons:
            end = next(
                (t for t in range(colon, len(self.parse)) if self.paragraphs[t] != self.paragraphs[colon]), len(self.parse)
            )
            content = [t for t in range(colon + 1, end) if self.parse.lowers[t].strip()]
            if content:
                found.append(labelled(colon, colon - 1, content, "turn"))
        return found

    def paragraph_starts(self) -> list[int]:
        """The first word of each paragraph, behind a quotation mark where one opens it."""
        starts = [t for t in range(len(self.parse)) if t == 0 or self.paragraphs[t] != self.paragraphs[t - 1]]
        return [t + 1 if mark_of(self.parse.lowers[t]) and t + 1 < len(self.parse) else t for t in starts]

    def turn_at(self, start: int) -> int | None:
        """The colon behind a name in capitals at a token; None where there is none."""
        end = next(
            (t for t in range(start, min(start + SHORTEST_NAME + 2, len(self.parse))) if self.parse.lowers[t] == ":"), None
        )
        if end is None or end == start:
            return None
        name = [self.doc[t].text for t in range(start, end)]
        capitals = all(word.replace(".", "").replace("-", "").isupper() for word in name)
        return end if capitals and len(name[-1]) > LONGEST_INITIAL else None

    def said_after(self, colon: int, end: int) -> list[int]:
        """The words after the colon of a headline, up to the end of their sentence."""
        parse = self.parse
        stop = min(end, parse.sentences[parse.sentence_of[colon + 1]][1])
        return [t for t in range(colon + 1, stop) if parse.lowers[t].strip()]

    def says_something(self, content: list[int]) -> bool:
        """Whether words are a sentence, and no question: 'Yemen: a war without end' has a topic, not a source."""
        parse = self.parse
        finite = any(parse.tags[t] in FINITE_TAGS and parse.deps[t] not in ("relcl", "acl") for t in content)
        return finite and parse.tags[content[0]] not in ("WP", "WRB", "WDT") and parse.lowers[content[-1]] != "?"

    def ends_with_source(self, colon: int, end: int) -> bool:
        """Whether a headline ends with who says it: '…: foreign minister', '…: Kremlin'. A list after a colon is none."""
        parse = self.parse
        after = range(colon + 1, end)
        plain = all(parse.tags[t] in NOUN_TAGS or parse.tags[t] in ("JJ", "POS") for t in after)
        head = end - 1
        person = parse.lemmas[head] in self.lexicon.headline_sources
        named = parse.tags[head] in ("NNP", "NNPS") and self.says_something(list(range(colon)))
        return plain and (person or named)

    def names_source(self, colon: int) -> bool:
        """Whether what stands before the colon of a headline is somebody known, or a noun like 'minister'."""
        parse, lexicon = self.parse, self.lexicon
        if parse.lemmas[colon - 1] in lexicon.headline_sources:
            return colon == 1 or not any(parse.lowers[t] in lexicon.no_sources for t in range(colon - 1))
        if any(parse.tags[t] in VERB_TAGS or parse.lowers[t] in lexicon.no_sources for t in range(colon)):
            return False
        mention = mention_at(self.doc, self.doc[colon - 1])
        if mention is None and colon == 1:  # 'Ortiz: …' over a text that names 'Ana Ortiz'
            last = self.doc[0].text
            return any(m.category == "person" and m.text.endswith(f" {last}") for m in self.doc._.mentions)
        return parse.tags[colon - 1] in ("NNP", "NNPS") and mention is not None and mention.category != "equipment"


def labelled(cue: int, source: int, content: list[int], name: str) -> Found:
    """An attribution without a verb."""
    mode: QuotationMode = "indirect" if name == "headline" else "direct"
    return Found(
        cue=(cue, cue + 1), head=cue, source=source, content=content, name=name, mode=mode, attributes=True, stance="open",
    )  # fmt: skip
