"""A text as the reader of times sees it: its lexemes, its parse, where its sentences and paragraphs begin."""

import datetime as dt
from bisect import bisect_right

from dragoman.language.attributes import document_of
from dragoman.language.clauses import Parse, parse_of
from dragoman.language.time_discourse import direction_of, find_auxiliaries
from dragoman.language.time_lexemes import find_lexemes
from dragoman.language.words import Words


class TimedText:
    """Takes a text apart once."""

    def __init__(self, doc: Words) -> None:
        """Find its lexemes and where things begin."""
        document = document_of(doc)
        self.doc = doc
        self.text = document.text
        self.parse: Parse = parse_of(doc)
        self.lexemes = find_lexemes(doc.text)
        self.starts = [token.idx for token in doc]
        self.gaps = [lexeme.start for lexeme in self.lexemes if lexeme.kind == "gap"]
        self.sentences = [sentence.start for sentence in doc.sents]
        self.auxiliaries: list[list[int]] | None = None
        self.published: dt.date | None = document.published or next(
            (f.date for f in document.furniture if f.date is not None), None
        )

    def token_at(self, offset: int) -> int:
        """The token that holds a character."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def paragraph_of(self, offset: int) -> int:
        """The number of the paragraph of a character."""
        return bisect_right(self.gaps, offset)

    def sentence_of(self, token: int) -> int:
        """The number of the sentence of a token."""
        return bisect_right(self.sentences, token)

    def direction_at(self, tokens: tuple[int, int]) -> int:
        """-1 where the clause around an expression speaks of the past, 1 of the future, 0 where it does not tell."""
        if self.auxiliaries is None:
            self.auxiliaries = find_auxiliaries(self.parse)
        direction = direction_of(self.parse, tokens[0], self.auxiliaries)
        if direction == 0 and tokens[1] - tokens[0] > 1:
            direction = direction_of(self.parse, tokens[1] - 1, self.auxiliaries)
        return direction
