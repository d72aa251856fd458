"""The component dragoman_quantities: every number with its unit: money, shares, counts of things, ranks, measures.

`doc._.quantities` holds them in the order of the text. Numbers in dates, durations, times of day, ages and designations
('F-16', 'Boeing 737', 'Resolution 1701') are no quantities.
"""

import re
from bisect import bisect_right
from dataclasses import replace
from typing import Final, cast

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.language.attributes import document_of
from dragoman.language.clauses import Parse, parse_of
from dragoman.language.quantity_amounts import Amount, read_amount, read_share
from dragoman.language.quantity_lexicon import load_quantity_lexicon, phrase_at, phrase_before
from dragoman.language.quantity_money import money_of
from dragoman.language.quantity_numbers import number_words, read_number
from dragoman.language.time_grammar import designation
from dragoman.language.time_lexemes import find_lexemes
from dragoman.language.time_patterns import load_time_grammar
from dragoman.language.words import Words, words_of
from dragoman.model.closed_lists import QuantityQualifier
from dragoman.model.span import Quantity

BOUND_QUALIFIERS: Final = {"over": "low", "at least": "low", "under": "high", "at most": "high"}
COUNT_DEPS: Final = frozenset(
    ("nummod", "quantmod", "nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos", "compound", "ROOT", "npadvmod", "dep")
)
NOUN_TAGS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
DESIGNATIONS: Final = re.compile(r"\d[a-z]?s$")
MAX_NOUN: Final = 7  # tokens from a number to the noun that it counts


@Language.component("dragoman_quantities", requires=["doc._.times"], assigns=["doc._.quantities"])
def add_quantities(doc: Doc) -> Doc:
    """Find the quantities and hang them on the `Doc`."""
    words = words_of(doc)
    words._.quantities = find_quantities(words)
    return doc


def find_quantities(doc: Words) -> list[Quantity]:
    """Every quantity, in the order of the text."""
    return QuantityReader(doc).read() if len(doc) else []


class QuantityReader:
    """Reads one `Doc`: holds its lexemes, its parse, and the stretches that times have taken."""

    def __init__(self, doc: Words) -> None:
        """Take the text apart once."""
        self.doc = doc
        self.text = document_of(doc).text
        self.parse: Parse = parse_of(doc)
        self.lexemes = find_lexemes(doc.text)
        self.starts = [token.idx for token in doc]
        self.taken = sorted((time.start, time.end) for time in doc._.times)
        self.done = 0  # lexemes before it belong to quantities found
        self.lexicon = load_quantity_lexicon()
        self.time_units = frozenset({"second", "o"}) | frozenset(
            word for name in ("unit", "units", "clock", "daytime") for word in load_time_grammar().values[name]
        )

    def token_at(self, offset: int) -> int:
        """The token that holds a character."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def read(self) -> list[Quantity]:
        """All quantities, in the order of the text."""
        found: list[Quantity] = []
        seeds = number_words() | self.lexicon.open_numbers.keys() | self.lexicon.few.keys() | {"a", "an", "half", "minus", "top"}
        at = 0
        while at < len(self.lexemes):
            lexeme = self.lexemes[at]
            if lexeme.kind in ("number", "ordinal") or lexeme.lower in seeds:
                quantity, after = self.read_at(at)
                if quantity is not None:
                    found.append(quantity)
                    self.done = after
                at = max(after, at + 1)
            else:
                at += 1
        return found

    def in_time(self, at: int) -> bool:
        """Whether a lexeme stands in an expression of time."""
        start = self.lexemes[at].start
        index = bisect_right(self.taken, (start, len(self.text) + 1)) - 1
        return index >= 0 and self.taken[index][0] <= start < self.taken[index][1]

    def read_at(self, at: int) -> tuple[Quantity | None, int]:  # noqa: PLR0911  a case each
        """The quantity that begins at a lexeme, and where to go on."""
        share = read_share(self.lexemes, at)
        if self.in_time(at) and (share is None or not self.is_share_of_thing(share)):
            return None, at + 1
        negative = self.lexemes[at].lower == "minus"
        if share is not None:
            return self.quantity(share, "%"), share.last
        amount = read_amount(self.lexemes, at + negative)
        if amount is None:
            return self.read_rank(at)
        if negative:
            amount = replace(amount, first=at, value=None if amount.value is None else -amount.value)
        money = money_of(self.lexemes, amount, self.done)
        if money is not None:
            return self.quantity(money[0], money[1]), money[0].last
        if self.is_name(amount):
            return None, amount.last
        shared = self.shared_money(amount)
        if shared is not None:
            return shared, amount.last
        unit = phrase_at(self.lexemes, self.past_hyphen(amount.last), self.lexicon.units)
        if unit is not None and self.text[self.lexemes[unit[1] - 1].end : self.lexemes[unit[1] - 1].end + 1] == "-":
            unit = None  # 'four Mi-171 helicopters': part of a designation, no miles
        if unit is not None and unit[0] != "°":
            return self.quantity(replace(amount, last=unit[1]), unit[0]), unit[1]
        return self.read_count(amount)

    def is_share_of_thing(self, share: Amount) -> bool:
        """Whether 'a quarter of' is followed by an owner, so that it is no part of a year: 'a quarter of its exports'."""
        after = [lexeme.lower for lexeme in self.lexemes[share.last : share.last + 3]]
        return (
            after[:1] == ["of"]
            and after[1:2] != []
            and after[1] in ("its", "their", "his", "her", "our", "all", "what", "which", "them")
        )

    def shared_money(self, amount: Amount) -> Quantity | None:
        """The first of two sums with one currency: 'from 15 trillion to 25 trillion won'."""
        at = amount.last + 1
        joined = amount.first > 0 and self.lexemes[amount.first - 1].lower == "from" and at < len(self.lexemes)
        if not joined or self.lexemes[at - 1].lower != "to":
            return None
        second = read_amount(self.lexemes, at)
        money = money_of(self.lexemes, second, at) if second is not None else None
        return None if money is None else self.quantity(amount, money[1])

    def past_hyphen(self, at: int) -> int:
        """The lexeme after a hyphen: '300-km range'."""
        glued = at < len(self.lexemes) and self.lexemes[at].text == "-" and self.lexemes[at].glued
        return at + 1 if glued else at

    def is_name(self, amount: Amount) -> bool:  # noqa: PLR0911  a case each
        """Whether the number is part of a name, a time of day, an age, or something listed, and counts nothing."""
        first, last = amount.first, amount.last
        if self.lexemes[first].kind != "number":
            return False
        before = self.lexemes[first - 1] if first else None
        after = self.lexemes[last] if last < len(self.lexemes) else None
        if designation(self.lexemes, first):
            return True
        if before is not None and (before.lower in self.lexicon.named or (before.text in "#№§/:." and self.lexemes[first].glued)):
            return True
        if (
            after is not None
            and after.glued
            and after.text == "+"
            and last + 1 < len(self.lexemes)
            and self.lexemes[last + 1].glued
        ):
            return True  # the '16+1' format
        if before is not None and before.glued and before.text == "+" and self.lexemes[first].glued:
            return True
        if after is not None and after.glued and (after.text in "/:" or (after.kind == "word" and after.lower != "x")):
            return self.phrase_unit(last) is None
        return False

    def phrase_unit(self, at: int) -> str | None:
        """The unit written from a lexeme on."""
        found = phrase_at(self.lexemes, at, self.lexicon.units)
        return None if found is None else found[0]

    # ---------------------------------------------------------------------------------------------- counts and ranks
    def read_count(self, amount: Amount) -> tuple[Quantity | None, int]:
        """A number of things: by the parse, the noun that it modifies, or the noun after 'of'."""
        after = self.past_hyphen(amount.last)
        if after < len(self.lexemes) and self.lexemes[after].lower in self.time_units:
            return None, amount.last  # an age or a duration
        if [lexeme.lower for lexeme in self.lexemes[after : after + 3]] in (["a", ".", "m"], ["p", ".", "m"]):
            return None, amount.last  # a time of day
        token = self.token_at(self.lexemes[amount.last - 1].start)
        noun = self.counted_noun(token, amount)
        numeric = self.parse.tags[token] in ("CD", "NNS", "NN", "JJ", "DT", "PDT") and self.parse.deps[token] in COUNT_DEPS
        if noun is None and (not numeric or self.lone(amount, token)):
            return None, amount.last
        counted = self.name_of(noun) if noun is not None else None
        return self.quantity(amount, "count", counted), amount.last

    def counted_noun(self, token: int, amount: Amount) -> int | None:
        """The noun that a number counts; None where there is none.

        A number before the noun modifies it ('six attack drones'); after 'hundreds', 'dozen' or 'two' stands 'of'.
        """
        parse = self.parse
        head = parse.heads[token]
        if parse.deps[token] in ("nummod", "amod", "quantmod", "compound", "det", "nmod") and 0 < head - token <= MAX_NOUN:
            while parse.deps[token] in ("quantmod", "compound") and parse.tags[head] == "CD" and parse.heads[head] > head:
                token, head = head, parse.heads[head]
            while parse.deps[head] == "compound" and parse.heads[head] > head and parse.heads[head] - head <= MAX_NOUN:
                head = parse.heads[head]
            following = head + 1
            if following < len(parse.tags) and parse.tags[head] == "NNP" and DESIGNATIONS.search(parse.lowers[following]):
                return following
            return head if parse.tags[head] in NOUN_TAGS else None
        if head < token and parse.deps[token] == "nummod":
            return None  # 'Shahed 136'
        following = token + 1
        if following < len(parse.tags) and parse.lowers[following] == "of":
            child = next((c for c in parse.children[following] if parse.deps[c] == "pobj"), None)
            if child is not None and parse.tags[child] in NOUN_TAGS:
                return child
        if amount.magnitude is not None or parse.tags[token] == "CD":
            return self.next_noun(token)
        return None

    def next_noun(self, token: int) -> int | None:
        """The plural noun that follows at once, with adjectives and names between: for numbers that the parser misplaced."""
        for index in range(token + 1, min(token + 5, len(self.parse.tags))):
            tag = self.parse.tags[index]
            if tag in ("NNS", "NNPS"):
                return index
            if DESIGNATIONS.search(self.parse.lowers[index]):
                return index
            if tag not in ("JJ", "NN", "NNP", "VBN", "HYPH", "VBG"):
                return None
        return None

    def name_of(self, noun: int) -> str:
        """The lemma of a noun; the plural of a designation ('Su-35s') without its ending."""
        lemma = self.parse.lemmas[noun]
        return lemma[:-1] if DESIGNATIONS.search(lemma) else lemma

    def lone(self, amount: Amount, token: int) -> bool:
        """Whether a number without a noun is none that counts: after a name, at the start of a line, 'one' as a pronoun."""
        parse = self.parse
        word = self.lexemes[amount.first].lower
        if amount.value is None and amount.high is None:
            return True
        if word in ("one", "zero") or (
            self.lexemes[amount.first].kind == "number" and parse.deps[token] in ("ROOT", "dep", "npadvmod")
        ):
            return True
        if parse.heads[token] < token and parse.deps[token] in ("nummod", "appos", "compound"):
            return True
        previous = parse.tags[token - 1] if token else ""
        if previous == "DT" and self.lexemes[amount.first].kind == "number":
            return True  # 'The 411'
        return previous in ("NNP", "NNPS", "LS", "-LRB-", "NN") or (token == 0 and len(parse.tags) > 1 and parse.lowers[1] == ".")

    def read_rank(self, at: int) -> tuple[Quantity | None, int]:
        """'ranks seventh', 'the third-largest', 'in second place'."""
        lexeme = self.lexemes[at]
        if lexeme.kind == "ordinal":
            value, end = float(lexeme.text[:-2]), at + 1
        elif lexeme.lower in number_words() and (number := read_number(self.lexemes, at)) is not None and number.ordinal:
            value, end = number.value, number.end
        else:
            return None, at + 1
        token = self.token_at(lexeme.start)
        after = self.past_hyphen(end)
        if at and self.lexemes[at - 1].text == "-" and self.lexemes[at].glued:
            return None, end  # 'a 30-second spot'
        if after < len(self.lexemes):
            word, tag = self.lexemes[after].lower, self.parse.tags[self.token_at(self.lexemes[after].start)]
            if tag in ("JJS", "RBS") or word in self.lexicon.superlatives or word in self.lexicon.rank_places:
                return self.quantity(Amount(at, after + 1, value), "rank"), after + 1
        if self.ranked(token):
            return self.quantity(Amount(at, end, value), "rank"), end
        return None, end

    def ranked(self, token: int) -> bool:
        """Whether an ordinal hangs on a verb of ranking."""
        head = self.parse.heads[token]
        if self.parse.deps[head] == "prep":
            head = self.parse.heads[head]
        return self.parse.lemmas[head] in self.lexicon.rank_verbs

    # ---------------------------------------------------------------------------------------------- the result
    def quantity(self, amount: Amount, unit: str, counted: str | None = None) -> Quantity:
        """The quantity with the words that qualify it, before and after."""
        first, last, qualifier = self.qualified(amount)
        low, high = amount.low, amount.high
        if amount.value is not None and qualifier in BOUND_QUALIFIERS:
            low = amount.value if BOUND_QUALIFIERS[qualifier] == "low" else None
            high = amount.value if BOUND_QUALIFIERS[qualifier] == "high" else None
        start, end = self.lexemes[first].start, self.lexemes[last - 1].end
        return Quantity(
            token_start=self.token_at(start),
            token_end=self.token_at(end - 1) + 1,
            start=start,
            end=end,
            text=self.text[start:end],
            value=amount.value,
            unit=unit,
            qualifier=qualifier,
            low=low,
            high=high,
            counted=counted,
        )

    def qualified(self, amount: Amount) -> tuple[int, int, QuantityQualifier]:
        """The span widened by its qualifiers, and the one that counts: the one before goes first."""
        first, last = amount.first, amount.last
        if first and self.lexemes[first - 1].lower == "between" and amount.high is not None:
            first -= 1
        before = phrase_before(self.lexemes, first, self.lexicon.before)
        after = phrase_at(self.lexemes, last, self.lexicon.after)
        if after is not None:
            last = after[1]
        if before is not None:
            return before[1], last, before[0]
        return first, last, cast("QuantityQualifier", after[0]) if after is not None else "exactly"
