"""Which language a text is in, and whether we can read it.

Short texts, lists of names and texts in capitals are given the benefit of the doubt: a wrong 'this is not English' loses a
document, a missed one shows at once in the output.
"""

import re
import unicodedata
from functools import cache
from typing import Any

from dragoman.model.errors import LanguageNotRead

SAMPLE = 6_000  # characters that are looked at
LEAST_LETTERS = 120  # below, the letters alone decide nothing
LEAST_FOREIGN_LETTERS = 20  # of another script, enough to tell that a text is not English
SURE = 0.95  # probability from which another language is believed
READ = "en"
NAMES = {
    "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "cs": "Czech", "da": "Danish",
    "de": "German", "el": "Greek", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "ky": "Kyrgyz", "lt": "Lithuanian", "lv": "Latvian",
    "mk": "Macedonian", "ms": "Malay", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovene", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese",
    "zh": "Chinese",
}  # fmt: skip
# English words that no English text of some length lacks, and that other languages have hardly any of.
FUNCTION_WORDS = frozenset(
    {
        "the",
        "of",
        "and",
        "to",
        "in",
        "that",
        "is",
        "was",
        "for",
        "with",
        "by",
        "on",
        "at",
        "from",
        "which",
        "has",
        "have",
        "been",
        "its",
    }
)
LEAST_FUNCTION_WORDS = 0.12  # of all words, from which a text is English whatever the names in it look like


def check_language(name: str, text: str) -> str | None:
    """The code of the text's language ('en'), None where the text is too short to tell.

    Raises:
        LanguageNotRead: The text is in a language that cannot be read yet.
    """
    sample = re.sub(r"\s+", " ", text[:SAMPLE]).lower()
    letters = [c for c in sample if c.isalpha()]
    foreign = [c for c in letters if c > "\u024f" and "LATIN" not in unicodedata.name(c, "")]
    if len(foreign) >= LEAST_FOREIGN_LETTERS and len(foreign) > len(letters) / 2:
        refuse(name, classify(sample)[0])
    if len(letters) < LEAST_LETTERS:
        return None
    words = re.findall(r"[^\W\d_]+", sample)
    if sum(word in FUNCTION_WORDS for word in words) >= LEAST_FUNCTION_WORDS * len(words):
        return READ
    code, probability = classify(sample)
    if code == READ:
        return READ
    if probability >= SURE:
        refuse(name, code)
    return None


def refuse(name: str, code: str) -> None:
    """Say which language it is.

    Raises:
        LanguageNotRead: Always.
    """
    known = NAMES.get(code)
    language = f"in {known}" if known else "in a language other than English" if code == READ else f"in another language ({code})"
    raise LanguageNotRead(name, f"the text is {language}; only English can be read so far")


def classify(sample: str) -> tuple[str, float]:
    """The likeliest language and its probability."""
    code, probability = language_identifier().classify(sample)
    return str(code), float(probability)


@cache
def language_identifier() -> Any:
    """The model of py3langid, loaded once, with probabilities that add up to 1."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  a second of loading that most runs of `actor` do not need

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
