"""Mentions in the making: drafts over the tokens of one `Doc`, and the board that keeps them apart."""

from dataclasses import dataclass, field
from typing import Final

from dragoman.language.attributes import document_of
from dragoman.language.mention_names import Hit
from dragoman.language.words import Words
from dragoman.model.closed_lists import MentionCategory
from dragoman.model.span import Mention, Place

KEY: Final = "dragoman_mentions_by_token"
DISCOURSE_KEY: Final = "dragoman_discourse"


@dataclass(slots=True)
class Draft:
    """A mention that may still be completed by what stands around it. Tokens by index, end excluded; `kind` as in `NameEntry`."""

    start: int
    end: int
    head: int
    kind: str
    category: MentionCategory
    name: str
    entity: str | None = None
    country: str | None = None
    sector: str | None = None
    place: Place | None = None
    because: str = ""


@dataclass(slots=True)
class Board:
    """The drafts of a `Doc`. `owner` gives, for a token, the index of the outermost name that covers it, or -1."""

    doc: Words
    words: list[str]
    hits: list[Hit] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    owner: list[int] = field(default_factory=list)
    countries: frozenset[str] | None = None
    said: frozenset[str] | None = None

    def add(self, draft: Draft, *, covers: bool = True) -> Draft:
        """Put a draft on the board; with `covers` its tokens are taken."""
        if covers:
            for i in range(draft.start, draft.end):
                self.owner[i] = len(self.drafts)
        self.drafts.append(draft)
        return draft

    def is_free(self, start: int, end: int) -> bool:
        """Whether no name covers any of the tokens."""
        return all(self.owner[i] < 0 for i in range(start, end))

    def at(self, token: int) -> Draft | None:
        """The name that covers a token."""
        index = self.owner[token] if 0 <= token < len(self.owner) else -1
        return self.drafts[index] if index >= 0 else None

    def headed_by(self, token: int) -> Draft | None:
        """The longest draft whose head is this token."""
        found = [d for d in self.drafts if d.head == token]
        return max(found, key=lambda d: d.end - d.start, default=None)


def head_of(doc: Words, start: int, end: int) -> int:
    """The token of a span that the others hang on; the last one where several stand side by side."""
    if end - start == 1:
        return start
    tops = [i for i in range(start, end) if not start <= doc[i].head.i < end]
    nouns = [i for i in tops if not doc[i].is_punct and doc[i].dep_ != "case"]
    return (nouns or tops or [end - 1])[-1]


def build_mention(doc: Words, draft: Draft) -> Mention:
    """A draft as a mention, its words cut from the document's own text."""
    first, last = doc[draft.start], doc[draft.end - 1]
    start, end = first.idx, last.idx + len(last)
    return Mention(
        token_start=draft.start, token_end=draft.end, head=draft.head, start=start, end=end,
        text=document_of(doc).text[start:end], category=draft.category, name=draft.name, entity=draft.entity,
        country=draft.country, sector=draft.sector, place=draft.place, because=draft.because,
    )  # fmt: skip
