"""A parsed text as plain Python objects: what spaCy's `Doc`, `Token` and `Span` say, at a fraction of the cost.

Rules ask a word for its relation, its head and its children hundreds of times. In spaCy each such question makes new objects and
looks strings up; here it is one attribute. A `Word` also has an identity, so `word.head is word` is true of a root. Names are
those of spaCy, so that a rule reads the same to whoever knows it.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final, overload

from spacy.tokens import Doc

ATTRIBUTES: Final = ["ORTH", "LOWER", "LEMMA", "TAG", "POS", "DEP", "HEAD", "ENT_TYPE", "ENT_IOB", "SPACY", "IDX", "SENT_START"]
ENTITY_MARKS: Final = ("", "I", "O", "B")


class Word:
    """A token. `head` of a root is the word itself; `children` are in the order of the text; `idx` counts characters."""

    __slots__ = (
        "children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "is_sent_start", "lemma_", "lower_", "pos_",
        "tag_", "text", "whitespace_",
    )  # fmt: skip
    doc: "Words"
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    tag_: str
    pos_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    whitespace_: str
    is_sent_start: bool
    head: "Word"
    children: list["Word"]

    def __len__(self) -> int:
        """The number of characters."""
        return len(self.text)

    def __repr__(self) -> str:
        """The word as it stands in the text."""
        return self.text

    @property
    def is_punct(self) -> bool:
        """Whether it is a punctuation mark."""
        return bool(self.doc.spacy[self.i].is_punct)

    @property
    def is_space(self) -> bool:
        """Whether it is white space that spaCy made a token of, such as a line break."""
        return self.text.isspace()

    @property
    def is_alpha(self) -> bool:
        """Whether it is made of letters alone."""
        return self.text.isalpha()

    @property
    def sent(self) -> "Stretch":
        """The sentence that it stands in; one object for all its words."""
        return self.doc.sentence_at(self.i)

    @property
    def lefts(self) -> list["Word"]:
        """The children before it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list["Word"]:
        """The children after it."""
        return [child for child in self.children if child.i > self.i]

    @property
    def left_edge(self) -> "Word":
        """The first word below it, or itself."""
        return self.doc[self.doc.edges()[0][self.i]]

    @property
    def right_edge(self) -> "Word":
        """The last word below it, or itself."""
        return self.doc[self.doc.edges()[1][self.i]]

    @property
    def subtree(self) -> list["Word"]:
        """All words below it and itself, in the order of the text."""
        found = [self]
        for word in found:
            found.extend(word.children)
        return sorted(found, key=index)

    @property
    def ancestors(self) -> Iterator["Word"]:
        """The words above it, nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word


def index(word: Word) -> int:
    """Where a word stands in its text."""
    return word.i


class Stretch:
    """A run of words, from `start` to before `end`."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: "Words", start: int, end: int) -> None:
        """The words `start` to before `end` of `doc`."""
        self.doc, self.start, self.end = doc, start, max(start, end)

    def __eq__(self, other: object) -> bool:
        """Whether the other holds the same words."""
        return isinstance(other, Stretch) and (self.start, self.end) == (other.start, other.end) and self.doc is other.doc

    def __hash__(self) -> int:
        """Equal for the same words."""
        return hash((self.start, self.end))

    def __len__(self) -> int:
        """The number of words."""
        return self.end - self.start

    def __iter__(self) -> Iterator[Word]:
        """Its words."""
        return iter(self.doc.words[self.start : self.end])

    @overload
    def __getitem__(self, key: int) -> Word: ...
    @overload
    def __getitem__(self, key: slice) -> "Stretch": ...
    def __getitem__(self, key: int | slice) -> "Word | Stretch":
        """A word of it, or a shorter run."""
        if isinstance(key, slice):
            first, last, _ = key.indices(len(self))
            return Stretch(self.doc, self.start + first, self.start + last)
        return self.doc.words[self.start : self.end][key]

    @property
    def start_char(self) -> int:
        """The first character."""
        return self.doc.words[self.start].idx

    @property
    def end_char(self) -> int:
        """After the last character, without space behind it."""
        last = self.doc.words[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The words as they stand in the text."""
        return self.doc.text[self.start_char : self.end_char] if self.end > self.start else ""

    @property
    def root(self) -> Word:
        """The word nearest to the sentence's root; the first of several."""
        tops = [word for word in self if word.head is word or not self.start <= word.head.i < self.end]
        return min(tops, key=depth)


def depth(word: Word) -> int:
    """How many words stand above a word; a mark or a blank that nothing hangs on counts as deep as can be, as in spaCy."""
    if word.head is word:
        return 0
    if not word.children and (word.is_space or word.is_punct):
        return len(word.doc)
    return sum(1 for _ in word.ancestors)


class Layers:
    """What Dragoman's components have set on a `Doc`: as `doc._`, but a list or table that holds something is asked for once."""

    def __init__(self, doc: Doc) -> None:
        """The layers of one spaCy `Doc`."""
        self.__dict__["_spacy"] = doc._

    def __setattr__(self, name: str, value: Any) -> None:
        """Set a layer, on the `Doc` too."""
        setattr(self.__dict__["_spacy"], name, value)
        self.__dict__[name] = value

    def __getattr__(self, name: str) -> Any:
        """A layer that has not been asked for yet, or was empty."""
        value = getattr(self.__dict__["_spacy"], name)
        if value:  # an empty one may still be filled by its component
            self.__dict__[name] = value
        return value


class Words:
    """A parsed text: a sequence of words, with the layers of the `Doc` that it was made from in `_`."""

    def __init__(self, doc: Doc) -> None:
        """Copy what rules ask for. The `Doc` must have been tagged, parsed and lemmatised."""
        self.spacy = doc
        self.text: str = doc.text
        self.user_data: dict[Any, Any] = doc.user_data
        self._ = Layers(doc)
        self.words = words_from(doc, self)
        starts = [word.i for word in self.words if word.is_sent_start or word.i == 0]
        ends = [*starts[1:], len(self.words)]
        self.sents = [Stretch(self, start, end) for start, end in zip(starts, ends, strict=True)] if self.words else []
        self._sentence_of = [sentence for sentence in self.sents for _ in range(len(sentence))]
        self._edges: tuple[list[int], list[int]] | None = None

    def __len__(self) -> int:
        """The number of words."""
        return len(self.words)

    def __iter__(self) -> Iterator[Word]:
        """All words."""
        return iter(self.words)

    @overload
    def __getitem__(self, key: int) -> Word: ...
    @overload
    def __getitem__(self, key: slice) -> Stretch: ...
    def __getitem__(self, key: int | slice) -> Word | Stretch:
        """A word, or a run of words."""
        if isinstance(key, slice):
            start, end, _ = key.indices(len(self.words))
            return Stretch(self, start, end)
        return self.words[key]

    @property
    def ents(self) -> Any:
        """SpaCy's named entities, as it gives them."""
        return self.spacy.ents

    def sentence_at(self, token: int) -> Stretch:
        """The sentence that a word stands in."""
        return self._sentence_of[token]

    def word_at(self, offset: int) -> Word | None:
        """The word that holds a character; None for the space between words."""
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.words[middle].idx <= offset:
                low = middle + 1
            else:
                high = middle
        word = self.words[low - 1] if low else None
        return word if word is not None and offset < word.idx + len(word.text) else None

    def edges(self) -> tuple[list[int], list[int]]:
        """For each word the first and the last word below it."""
        if self._edges is None:
            first, last = list(range(len(self))), list(range(len(self)))
            for word in self.words:
                for above in word.ancestors:
                    first[above.i] = min(first[above.i], word.i)
                    last[above.i] = max(last[above.i], word.i)
            self._edges = first, last
        return self._edges


def words_from(doc: Doc, owner: Words) -> list[Word]:
    """One `Word` a token, tied to each other."""
    strings, text = doc.vocab.strings, doc.text
    columns = doc.to_array([*ATTRIBUTES]).T.tolist() if len(doc) else [[] for _ in ATTRIBUTES]
    named = [names_of(column, strings) for column in (*columns[:6], columns[7])]
    words: list[Word] = []
    for i, (orth, lower, lemma, tag, part, relation, entity, mark, space, offset, start) in enumerate(
        zip(*named, *columns[8:], strict=True)
    ):
        word = Word()
        word.doc, word.i, word.idx, word.text, word.lower_, word.lemma_ = owner, i, offset, orth, lower, lemma
        word.tag_, word.pos_, word.dep_, word.ent_type_, word.ent_iob_ = tag, part, relation, entity, ENTITY_MARKS[mark]
        word.whitespace_, word.is_sent_start, word.children = " " if space else "", start == 1, []
        words.append(word)
    for word, distance in zip(words, columns[6], strict=True):
        word.head = words[word.i + (distance - (1 << 64) if distance >= 1 << 63 else distance)]
        if word.head is not word:
            word.head.children.append(word)
    if words and text:
        words[0].is_sent_start = True
    return words


def names_of(keys: list[int], strings: Any) -> list[str]:
    """The strings of spaCy's keys; each is looked up once."""
    known = {key: strings[key] if key else "" for key in set(keys)}
    return [known[key] for key in keys]


@lru_cache(maxsize=4)
def _words_of(doc: Doc) -> Words:
    """The words of a `Doc`, kept for the last few."""
    return Words(doc)


def words_of(doc: Doc | Words) -> Words:
    """The text of a `Doc` as words: the same object each time, as long as the `Doc` is at work."""
    return doc if isinstance(doc, Words) else _words_of(doc)
