"""Which country's pounds, rupees or francs an amount is in, where the text tells the country but not the currency's full name."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from dragoman.language.attributes import document_of
from dragoman.language.words import Words
from dragoman.model.span import Quantity
from dragoman.reference.rule_files import load_rule_file

NATIONAL: Final = frozenset({"country", "nationality", "organisation", "group", "office", "place", "person"})
LONGEST: Final = 2  # words of a currency's noun in the file


@cache
def load_shared_currencies() -> tuple[Mapping[str, Mapping[str, tuple[str, ...]]], Mapping[str, int]]:
    """For each currency noun the codes of each country that has one of that name, and the last year of each that is gone."""
    data = load_rule_file("dragoman.statements.rules", "figure_currencies.toml")
    nouns: dict[str, dict[str, tuple[str, ...]]] = {}
    for noun, codes in data.items():
        if noun == "until":
            continue
        for code, countries in codes.items():
            for country in countries:
                table = nouns.setdefault(noun, {})
                table[country] = (*table.get(country, ()), code)
    return nouns, data["until"]


def national_unit(doc: Words, quantity: Quantity, parties: Sequence[str | None], year: int | None) -> str:
    """The unit of an amount, told apart by country: of its parties, or of the country named nearest before it, then after it.

    Args:
        doc: The annotated text.
        quantity: The amount.
        parties: The countries of the figure, the subject first.
        year: The year that is measured, for currencies that are gone.
    """
    noun = shared_noun(quantity)
    if noun is None:
        return quantity.unit
    nouns, until = load_shared_currencies()
    users = nouns[noun]
    country = next((c for c in (*parties, *countries_near(doc, quantity)) if c in users), None)
    if country is None:
        return quantity.unit
    codes = users[country]
    gone = [code for code in codes if code in until and year is not None and year <= until[code]]
    return next((code for code in codes if code in gone or code not in until), quantity.unit)


def shared_noun(quantity: Quantity) -> str | None:
    """The currency's noun of an amount that stands without a nationality ('45 billion rupees'); None for any other unit."""
    if len(quantity.unit) != 3 or not quantity.unit.isupper():
        return None
    words = [word for word in quantity.text.lower().split() if word.isalpha()]
    nouns, _ = load_shared_currencies()
    for length in range(LONGEST, 0, -1):
        noun = " ".join(words[-length:])
        for form in (noun, noun.removesuffix("s")):
            if len(words) >= length and form in nouns:
                return form if plain(words[: len(words) - length], quantity) else None
    return None


def plain(before: Sequence[str], quantity: Quantity) -> bool:
    """Whether the words before a currency's noun name no nation: all are numbers or in lower case."""
    return all(word in quantity.text.split() for word in before)


def countries_near(doc: Words, quantity: Quantity) -> Iterator[str]:
    """The countries named before an amount, nearest first, then those after it; never across a blank line."""
    text = document_of(doc).text
    start = text.rfind("\n\n", 0, quantity.start) + 1
    named = [m for m in doc._.mentions if m.category in NATIONAL]
    for mention in [m for m in reversed(named) if start <= m.start < quantity.start] + [
        m for m in named if m.start > quantity.end
    ]:
        country = mention.country or (mention.place.country if mention.place else None)
        if country:
            yield country
