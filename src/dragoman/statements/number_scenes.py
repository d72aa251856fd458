"""A sentence as one who adds it up sees it: its numbers, and the words before, between and after them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.language.attributes import in_furniture
from dragoman.language.words import Word, Words
from dragoman.reference.rule_files import load_word_lists
from dragoman.statements.number_reader import stated_numbers
from dragoman.statements.stated_numbers import Stated

ENDS: Final = frozenset({".", "!", "?", "”", '"', "’", "''"})
FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
LIGHT: Final = frozenset(
    {"the", "a", "an", "its", "their", "his", "her", "our", "those", "these", "all", "some", "about", "'s", "’s", "last", "year"}
)


def word_set(name: str) -> frozenset[str]:
    """A list of `rules/number_words.toml`."""
    return load_word_lists("dragoman.statements.rules", "number_words.toml")[name]


@dataclass(frozen=True, slots=True)
class Scene:
    """The words from `start` to before `end`, one sentence, with its numbers."""

    doc: Words
    start: int
    end: int
    numbers: tuple[Stated, ...]

    def before(self, number: Stated, count: int = 1) -> list[str]:
        """The words before a number in its sentence, in lower case, the nearest last."""
        return [w.lower_ for w in self.doc[max(number.first - count, self.start) : number.first]]

    def after(self, number: Stated, count: int = 1) -> list[str]:
        """The words after a number in its sentence, in lower case."""
        return [w.lower_ for w in self.doc[number.last + 1 : min(number.last + 1 + count, self.end)]]

    def between(self, one: Stated, other: Stated) -> list[Word]:
        """The words from one number to a later one."""
        return self.doc.words[one.last + 1 : other.first]

    def lowers(self, one: Stated, other: Stated) -> list[str]:
        """The words from one number to a later one, in lower case."""
        return [w.lower_ for w in self.between(one, other)]

    def words(self) -> list[Word]:
        """All words of the sentence."""
        return self.doc.words[self.start : self.end]

    def cue_before(self, number: Stated, skipped: Collection[str] = LIGHT) -> str:
        """The last word before a number that is no article, owner or the like; '' at the start of the sentence."""
        at = number.first - 1
        while at >= self.start and (self.doc[at].lower_ in skipped or self.is_owner(at)):
            at -= 1
        return str(self.doc[at].lower_) if at >= self.start else ""

    def is_owner(self, at: int) -> bool:
        """Whether a word is the name before 's: 'of *Chad* 's 80 helicopters'."""
        return self.doc[at].tag_.startswith("NN") and self.doc[at + 1].tag_ == "POS"

    def noun_end(self, number: Stated) -> int:
        """The last word of the noun phrase that a number opens ('80 *armed helicopters*'), else of the number."""
        at = number.last
        while at + 1 < self.end and self.doc[at + 1].tag_[:2] in ("NN", "JJ") and self.doc[at + 1].tag_ != "NNP":
            at += 1
        while at > number.last and self.doc[at].tag_[:2] == "JJ":
            at -= 1
        return at

    def noun(self, number: Stated) -> str | None:
        """The lemma of what a number counts, by the words right after it or by its quantity."""
        last = self.noun_end(number)
        if last > number.last:
            return str(self.doc[last].lemma_.lower())
        after = self.after(number)
        counted = number.counted if after[:1] != ["of"] else None
        return counted or (after[0] if after and after[0] in word_set("people_as_adjectives") else None)


def has_finite(words: Sequence[Word]) -> bool:
    """Whether a verb with a tense stands among words."""
    return any(word.tag_ in FINITE for word in words)


def find_scenes(doc: Words) -> Iterator[Scene]:
    """Each sentence that has a number, outside furniture. A colon or a semicolon ends no sentence here."""
    numbers = stated_numbers(doc)
    if not numbers:
        return
    at = 0
    for start, end in sentences(doc):
        own = []
        while at < len(numbers) and numbers[at].first < end:
            if numbers[at].first >= start:
                own.append(numbers[at])
            at += 1
        if own and not in_furniture(doc[own[0].first]):
            yield Scene(doc, start, end, tuple(own))


def sentences(doc: Words) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends; those that the parser cut at a colon are joined again."""
    start = 0
    for sentence in doc.sents:
        last = doc[sentence.end - 1]
        closed = last.text in ENDS or "\n" in last.text or "\n" in doc.text[last.idx : last.idx + len(last.text) + 2]
        if closed or sentence.end == len(doc):
            yield start, sentence.end
            start = sentence.end
