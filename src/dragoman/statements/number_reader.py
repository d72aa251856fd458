"""Every number of a text as one who adds them up sees it: quantities, bare numbers ('49'), parts ('a third'), times ('twice').

The layer of quantities leaves out bare numbers that count nothing by the parse; reckoning needs them all the same.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from dragoman.language.quantity_amounts import read_single
from dragoman.language.quantity_lexicon import load_quantity_lexicon, phrase_before
from dragoman.language.quantity_numbers import load_number_words, number_words
from dragoman.language.time_grammar import designation
from dragoman.language.time_lexemes import Lexeme, find_lexemes
from dragoman.language.time_patterns import load_time_grammar
from dragoman.language.words import Words
from dragoman.statements.stated_numbers import Stated, closer, fineness, from_quantity

YEARS: Final = range(1500, 2101)
TIMES_WORDS: Final = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
FOLD: Final = "fold"
NAMED: Final = frozenset({"equipment", "facility", "organisation", "group", "person"})


def stated_numbers(doc: Words) -> list[Stated]:
    """All numbers with a value, in the order of the text."""
    reader = NumberReader(doc)
    found = list(reader.parts())
    taken = [(n.start, n.end) for n in found]
    found += [
        from_quantity(doc, q)
        for q in doc._.quantities
        if q.value is not None and not any(start < q.end and q.start < end for start, end in taken)
    ]
    taken = [*((n.start, n.end) for n in found), *((q.start, q.end) for q in doc._.quantities if q.value is None)]
    found += [n for n in reader.bare() if not any(start < n.end and n.start < end for start, end in taken)]
    return sorted(found, key=lambda n: n.first)


class NumberReader:
    """Reads what the quantities of one text leave out."""

    def __init__(self, doc: Words) -> None:
        """Take the text apart once."""
        self.doc = doc
        self.lexemes = find_lexemes(doc.text)
        self.starts = [word.idx for word in doc]
        self.busy = sorted((t.start, t.end) for t in doc._.times)
        self.names = sorted((m.start, m.end) for m in doc._.mentions if m.category in NAMED)

    def token_at(self, offset: int) -> int:
        """The word that holds a character."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def covered(self, lexeme: Lexeme, spans: Sequence[tuple[int, int]]) -> bool:
        """Whether a lexeme stands in one of the sorted spans."""
        index = bisect_right(spans, (lexeme.start, len(self.doc.text) + 1)) - 1
        return index >= 0 and spans[index][0] <= lexeme.start < spans[index][1]

    def stated(self, first: int, last: int, value: float, unit: str, step: float = 0.0) -> Stated:
        """A number over the lexemes `first` to before `last`, with the qualifier before it."""
        found = phrase_before(self.lexemes, first, load_quantity_lexicon().before)
        qualifier, begin = (found[0], found[1]) if found is not None else ("exactly", first)
        start, end = self.lexemes[begin].start, self.lexemes[last - 1].end
        text = self.doc.text[start:end]
        return Stated(
            first=self.token_at(start), last=self.token_at(end - 1), start=start, end=end, text=text, value=value, unit=unit,
            qualifier=closer(qualifier, text.lower()), step=step,
        )  # fmt: skip

    # ---------------------------------------------------------------------------------------------- parts and multiples
    def parts(self) -> Iterator[Stated]:
        """'one in five', 'two out of three', 'a third' where no quantity is, 'twice', 'tenfold'."""
        at = 0
        while at < len(self.lexemes):
            in_time = self.covered(self.lexemes[at], self.busy)
            found = (self.fraction(at) if self.is_quarter_of_thing(at) else None) if in_time else self.part_at(at)
            if found is not None:
                yield found[0]
                at = found[1]
            else:
                at += 1

    def is_quarter_of_thing(self, at: int) -> bool:
        """Whether 'three quarters', which might be a stretch of time, is of things: 'three quarters of Chad's planes'."""
        words = [lexeme.lower for lexeme in self.lexemes[at : at + 4]]
        place = next((i for i, word in enumerate(words[1:3], 1) if word in ("quarter", "quarters")), None)
        end = at + place + 1 if place is not None else len(self.lexemes)
        if end + 1 >= len(self.lexemes):
            return False
        compared = self.lexemes[end].lower in ("fewer", "more", "less", "higher", "lower", "larger", "smaller")
        by = at > 0 and self.lexemes[at - 1].lower == "by"
        return compared or by or (self.lexemes[end].lower == "of" and not self.covered(self.lexemes[end + 1], self.busy))

    def part_at(self, at: int) -> tuple[Stated, int] | None:
        """The part or multiple that begins at a lexeme, and the lexeme after it."""
        word = self.lexemes[at].lower
        if word in TIMES_WORDS:
            return (self.stated(at, at + 1, TIMES_WORDS[word], "times"), at + 1) if self.counts_times(at) else None
        return self.fold(at) or self.one_in(at) or self.fraction(at)

    def counts_times(self, at: int) -> bool:
        """Whether 'once' counts: no 'once the war is over', 'at once', 'once a member'."""
        before = self.lexemes[at - 1].lower if at else ""
        after = self.lexemes[at + 1].lower if at + 1 < len(self.lexemes) else "."
        return self.lexemes[at].lower != "once" or (
            before != "at" and after in ("in", "on", "at", "and", ",", ".", "during", "near")
        )

    def fold(self, at: int) -> tuple[Stated, int] | None:
        """'tenfold', 'five-fold', '12-fold'."""
        word = self.lexemes[at].lower
        words = load_number_words()
        simple = {**words["ones"], **words["teens"], **words["tens"], "hundred": 100.0}
        if word.endswith(FOLD) and word.removesuffix(FOLD) in simple:
            return self.stated(at, at + 1, simple[word.removesuffix(FOLD)], FOLD), at + 1
        if len(self.lexemes) > at + 2 and self.lexemes[at + 1].text == "-" and self.lexemes[at + 2].lower == FOLD:
            value = simple.get(word) or (float(word) if word.isdigit() else None)
            return (self.stated(at, at + 3, value, FOLD), at + 3) if value else None
        return None

    def one_in(self, at: int) -> tuple[Stated, int] | None:
        """'one in five', 'two out of three', 'one of every ten'."""
        first = read_single(self.lexemes, at) if self.seed(at) else None
        if first is None or first.value is None or not 1 <= first.value < 100:
            return None
        after = first.last
        words = [lexeme.lower for lexeme in self.lexemes[after : after + 3]]
        skip = next(
            (
                len(link)
                for link in (["out", "of", "every"], ["in", "every"], ["of", "every"], ["out", "of"], ["in"])
                if words[: len(link)] == link
            ),
            0,
        )
        second = read_single(self.lexemes, after + skip) if skip and self.seed(after + skip) else None
        if second is None or second.value is None or not first.value < second.value <= 1000:
            return None
        if skip == 1 and (first.value > 10 or second.value > 100 or second.value.is_integer() is False):
            return None
        if skip == 1 and not self.is_ratio(second.last):
            return None
        if words[:skip] == ["out", "of"] and not self.is_ratio(second.last):
            return None
        return self.stated(at, second.last, first.value / second.value, "share"), second.last

    def is_ratio(self, at: int) -> bool:
        """Whether 'of', a plural or a verb follows, so that 'one in five' is a share and not a thing in five pieces."""
        if at >= len(self.lexemes):
            return True
        word = self.doc[self.token_at(self.lexemes[at].start)]
        return word.lower_ == "of" or word.is_punct or word.tag_[0] == "V" or word.tag_ == "MD"

    def fraction(self, at: int) -> tuple[Stated, int] | None:
        """'one half', 'two fifths', 'by a third', 'half the fleet'; no 'a third charge', no 'half an hour'."""
        words, lexicon = load_number_words(), load_quantity_lexicon()
        word = self.lexemes[at].lower
        before = self.lexemes[at - 1].lower if at else ""
        if word == "half":
            after = self.lexemes[at + 1].lower if at + 1 < len(self.lexemes) else "."
            noun = after in ("the", "its", "their", "his", "of", "that", "as") or not after[0].isalpha()
            return (
                (self.stated(at, at + 1, 0.5, "share"), at + 1)
                if noun and before not in ("-", "and", "first", "second")
                else None
            )
        count = 1.0 if word == "a" else words["ones"].get(word) or words["teens"].get(word)
        if count is None:
            return None
        end = at + 1
        if end < len(self.lexemes) and self.lexemes[end].text == "-":
            end += 1
        parts = lexicon.shares.get(self.lexemes[end].lower) if end < len(self.lexemes) else None
        if parts is None or count >= parts or (self.covered(self.lexemes[end], self.busy) and not self.is_quarter_of_thing(at)):
            return None
        plural = self.lexemes[end].lower.endswith("s")
        following = self.doc[self.token_at(self.lexemes[end + 1].start)] if end + 1 < len(self.lexemes) else None
        if plural != (count > 1) or (following is not None and not plural and is_nominal(following.tag_)):
            return None
        return self.stated(at, end + 1, count / parts, "share"), end + 1

    # ---------------------------------------------------------------------------------------------- bare numbers
    def seed(self, at: int) -> bool:
        """Whether a number may begin at a lexeme."""
        if at >= len(self.lexemes):
            return False
        lexeme = self.lexemes[at]
        words = load_number_words()
        return (
            lexeme.kind == "number"
            or (
                lexeme.lower in number_words()
                and lexeme.lower not in words["ordinals"]
                and lexeme.lower not in words["multipliers"]
            )
            or (lexeme.lower in ("a", "an") and at + 1 < len(self.lexemes) and self.lexemes[at + 1].lower in words["multipliers"])
        )

    def bare(self) -> Iterator[Stated]:
        """Numbers in digits or words that nothing else covers; no years, no parts of names."""
        at = 0
        while at < len(self.lexemes):
            amount = read_single(self.lexemes, at) if self.seed(at) else None
            if amount is None or amount.value is None:
                at += 1
                continue
            if not self.is_other(at, amount.last, amount.value):
                yield self.stated(at, amount.last, amount.value, "count", fineness(amount.value))
            at = amount.last

    def is_other(self, first: int, last: int, value: float) -> bool:  # noqa: PLR0911  a case each
        """Whether a bare number is a year, a time, an age, or a part of a name or a designation."""
        lexeme = self.lexemes[first]
        if self.covered(lexeme, self.busy) or self.covered(lexeme, self.names) or designation(self.lexemes, first):
            return True
        if lexeme.kind == "number" and "," not in lexeme.text and value in YEARS:
            return True
        before = self.lexemes[first - 1] if first else None
        after = self.lexemes[last] if last < len(self.lexemes) else None
        if before is not None and ((lexeme.glued and before.text in "-/:.#№") or before.lower in load_quantity_lexicon().named):
            return True
        if after is not None and after.glued and after.text in "-/:":
            return True
        if (
            lexeme.kind == "number"
            and value <= 31
            and any(word is not None and word.lower in months() for word in (before, after))
        ):
            return True
        if value == 1 and (before is not None and before.lower in ("no", "any", "the", "this", "that", "every", "each", "which")):
            return True
        word = self.doc[self.token_at(lexeme.start)]
        return lexeme.kind != "number" and word.tag_ not in ("CD", "NN", "NNS", "LS", "JJ", "PRP", "DT", "RB", "NNP")


@cache
def months() -> frozenset[str]:
    """The names of months, whole and cut short; 'may' only as a name would be written is left to the times."""
    return frozenset(word for word in load_time_grammar().values["month"] if word not in ("may", "march", "mar"))


def is_nominal(tag: str) -> bool:
    """Whether a tag is that of a noun or an adjective."""
    return tag.startswith("NN") or tag in ("JJ", "JJS")
