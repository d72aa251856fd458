"""Words that are parts of names, for restoring capitals in texts that have none of their own.

Both lists are made by scripts/make_names.py; SOURCES.md names what they are made from.
"""

from functools import cache

from dragoman.reference.tables import read_data


@cache
def name_words() -> frozenset[str]:
    """Words in lower case that are parts of names, and acronyms in capitals."""
    return frozenset(read_data("name_words.txt").split())


@cache
def name_phrases() -> frozenset[str]:
    """Names of several words in lower case, without accents and 'the', of which one or more words alone are no name.

    'united states', 'security council': `known_as_name` knows neither 'states' nor 'council'.
    """
    return frozenset(read_data("name_phrases.txt").splitlines())


def known_as_name(word: str) -> bool:
    """Whether a single word is part of a name.

    Args:
        word: In lower case ('tehran' is known, 'march' is not), or an acronym in capitals ('USA' is known, 'IRAN' is not).
            Acronyms are known in lower case too, unless they are words ('who', 'us').
    """
    return word in name_words()


def known_as_phrase(words: str) -> bool:
    """Whether words in lower case, single spaces between them, are a name that `known_as_name` cannot tell by its parts."""
    return words.removeprefix("the ") in name_phrases()
