"""What makes an amount money: a symbol, a code or a noun beside it; dollars and cents joined to one value."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dragoman.language.quantity_amounts import Amount, read_single
from dragoman.language.quantity_lexicon import QuantityLexicon, load_quantity_lexicon
from dragoman.language.quantity_numbers import load_number_words
from dragoman.language.time_lexemes import Lexeme

MILLION: Final = 1_000_000.0
HUNDREDTHS: Final = frozenset({"USX", "GBX"})


def money_of(lexemes: Sequence[Lexeme], amount: Amount, read: int = 0) -> tuple[Amount, str] | None:
    """The amount widened by its currency, with the code; None where no currency stands beside it.

    Lexemes before `read` belong to the quantity before: 'rmb' to the ten of '10 rmb 20 usd'.
    """
    lexicon = load_quantity_lexicon()
    before = currency_before(lexemes, amount.first, lexicon) if amount.first > read else None
    if before is not None:
        code, first, factor = before
        widened = scaled(replace(amount, first=first), factor)
        after = currency_after(lexemes, widened.last, lexicon)
        if after is not None and (after[0] == code or code == "USD") and lexemes[widened.last].text not in lexicon.symbols:
            code = after[0] if after[0] not in HUNDREDTHS else code  # 'US$ 10 billion dollars', '$ 5 million canadian dollars'
            widened = replace(widened, last=after[1])
        return widened, code
    of = amount.value is None and amount.high is None and amount.last < len(lexemes) and lexemes[amount.last].lower == "of"
    after = currency_after(lexemes, amount.last + of, lexicon)  # 'millions of dollars'
    if after is None:
        return None
    code, last, factor = after
    return with_hundredths(lexemes, scaled(replace(amount, last=last), factor), code, lexicon), code


def scaled(amount: Amount, factor: float) -> Amount:
    """The amount times a magnitude that stood with the currency ('30 MUSD', '75 USD million')."""
    if factor == 1:
        return amount
    value, low, high = (None if n is None else n * factor for n in (amount.value, amount.low, amount.high))
    return replace(amount, value=value, low=low, high=high)


def currency_before(  # noqa: PLR0911  a case each
    lexemes: Sequence[Lexeme], at: int, lexicon: QuantityLexicon
) -> tuple[str, int, float] | None:
    """The currency written before a number: code, first lexeme, factor."""
    if at < 1:
        return None
    mark = lexemes[at - 1]
    if mark.text in lexicon.symbols:
        code = lexicon.symbols[mark.text]
        return (*dollar_prefix(lexemes, at - 1, lexicon), 1.0) if mark.text == "$" else (code, at - 1, 1.0)
    if mark.text == "." and at >= 2 and lexemes[at - 2].lower == "rs":
        return "INR", at - 2, 1.0
    if mark.lower in ("dollar", "euro") and lexemes[at].kind == "number":
        return lexicon.currency[mark.lower], at - 1, 1.0
    if mark.kind != "word":
        return None
    if mark.text in lexicon.codes:
        return lexicon.codes[mark.text], at - 1, 1.0
    if len(mark.text) == 4 and mark.text[0] == "M" and mark.text[1:] in lexicon.codes:
        return mark.text[1:], at - 1, MILLION
    return None


def dollar_prefix(lexemes: Sequence[Lexeme], at: int, lexicon: QuantityLexicon) -> tuple[str, int]:
    """The dollar that letters before the sign name, and where they begin: 'HK$', 'u.s. $', 'c $'."""
    before = at - 1
    if before >= 0 and lexemes[before].text == "." and before >= 1:
        before -= 1
    if before < 0 or lexemes[before].kind != "word":
        return "USD", at
    word = lexemes[before].lower
    if word == "s" and before >= 2 and lexemes[before - 1].text == "." and lexemes[before - 2].lower == "u":
        return "USD", before - 2
    known = lexicon.dollar_prefixes.get(word)
    apart = not lexemes[at].glued
    if known is None or (apart and word in ("a", "s", "r", "u", "j", "z", "can", "us") and lexemes[before].text.islower()):
        return "USD", at
    return known, before


def currency_after(lexemes: Sequence[Lexeme], at: int, lexicon: QuantityLexicon) -> tuple[str, int, float] | None:
    """The currency written after a number: code, the lexeme after it, factor."""
    if at < len(lexemes) and lexemes[at].text == "-" and lexemes[at].glued:
        at += 1  # 'a 12-cent dividend'
    if at >= len(lexemes):
        return None
    lexeme = lexemes[at]
    if lexeme.text in lexicon.symbols:
        follows = at + 1 < len(lexemes) and lexemes[at + 1].kind == "number" and lexemes[at + 1].glued
        return None if follows and not lexeme.glued else (lexicon.symbols[lexeme.text], at + 1, 1.0)
    if lexeme.text in lexicon.codes:
        factor = load_number_words()["multipliers"].get(lexemes[at + 1].lower, 1.0) if at + 1 < len(lexemes) else 1.0
        if at + 1 < len(lexemes) and lexemes[at + 1].lower in ("dollar", "dollars") and factor == 1:
            return lexicon.codes[lexeme.text], at + 2, 1.0
        return lexicon.codes[lexeme.text], at + 1 + (factor != 1), factor
    if len(lexeme.text) == 4 and lexeme.text[0] == "M" and lexeme.text[1:] in lexicon.codes:
        return lexeme.text[1:], at + 1, MILLION
    return currency_noun(lexemes, at, lexicon)


def currency_noun(lexemes: Sequence[Lexeme], at: int, lexicon: QuantityLexicon) -> tuple[str, int, float] | None:
    """A currency by its noun, with the country before it if it is told: 'australian dollars', 'U.S. dollars'."""
    words = [lexeme.lower for lexeme in lexemes[at : at + 6]]
    if words and words[0] in lexicon.currency and is_money_noun(lexemes, at, words):
        return lexicon.currency[words[0]], at + 1 + (words[1:2] == ["sterling"]), 1.0
    if words[:4] == ["u", ".", "s", "."] and len(words) > 4 and words[4] in ("dollar", "dollars"):
        return "USD", at + 5, 1.0
    for length in (1, 2):
        if len(words) > length and (table := lexicon.national.get(words[length])) is not None:
            code = table.get(" ".join(words[:length]))
            if code is not None:
                return code, at + length + 1, 1.0
    return None


def is_money_noun(lexemes: Sequence[Lexeme], at: int, words: list[str]) -> bool:
    """Whether a noun that means other things too is money here: 'pounds of TNT', 'won the vote', 'a real threat'."""
    if words[0] in ("pound", "pounds") and words[1:2] == ["of"]:
        return False
    if words[0] in ("mark", "real", "som", "sol", "won", "crowns", "lev", "rand"):
        before = lexemes[at - 1].lower if at else ""
        return before in load_number_words()["multipliers"] or lexemes[at - 1].kind == "number"
    return True


def with_hundredths(lexemes: Sequence[Lexeme], amount: Amount, code: str, lexicon: QuantityLexicon) -> Amount:
    """Dollars and cents as one value: 'thirteen dollars and forty-five cents', '15 dollars 50'."""
    if amount.value is None or amount.value != int(amount.value) or code in HUNDREDTHS:
        return amount
    at = amount.last
    joined = at < len(lexemes) and lexemes[at].lower == "and"
    part = read_single(lexemes, at + joined)
    if part is None or part.value is None or not 0 < part.value < 100 or part.value != int(part.value):
        return amount
    after = lexemes[part.last] if part.last < len(lexemes) else None
    cents = after is not None and after.lower in lexicon.parts
    ends = after is None or after.text in {".", ",", ";", "?", "!"} or (after.lower == "more" and not joined)
    if not cents and (not ends or amount.magnitude):
        return amount
    return replace(amount, value=amount.value + part.value / 100, last=part.last + cents)
