r"""Bytes → the text that Dragoman shows.

What is shown has '\n' for every line end, no control characters, and none of the characters that take no room (soft hyphens,
zero-width spaces, marks of direction), which would part a word that a reader sees as one. Offsets count this text.
"""

import codecs
import re

from charset_normalizer import from_bytes

from dragoman.model.errors import DocumentNotText

# Longest first: the mark of UTF-32-LE begins with that of UTF-16-LE.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029]|\x0b|\x0c")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
ROOMLESS = re.compile(r"[\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
BINARY_SHARE = 0.02  # of control characters, from which bytes are not a text
SAMPLE = 65_536  # bytes that are looked at to tell an encoding
LEAST_FOR_DETECTION = 64  # bytes
WESTERN_SHARE = 0.1  # of bytes beyond ASCII, up to which a text that is not UTF-8 is taken for Western European


def decode(name: str, data: bytes, *, charset: str | None = None) -> str:
    """The text of `data`.

    Args:
        name: Names the document in an error.
        data: The bytes of a file.
        charset: What the file or the server declares; it goes after a byte-order mark and after UTF-8 that decodes, because
            declarations are wrong more often than UTF-8 is right by chance.

    Raises:
        DocumentNotText: The bytes are no text in any encoding.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return shown(data.decode(encoding, errors="replace"))
    if looks_binary(data):
        raise DocumentNotText(name, "binary, or a text in an encoding that cannot be told")
    try:
        return shown(data.decode("utf-8"))
    except UnicodeDecodeError:
        return shown(data.decode(guess_encoding(data, charset), errors="replace"))


def looks_binary(data: bytes) -> bool:
    """Whether too many bytes are control characters for a text."""
    sample = data[:SAMPLE]
    controls = sum(sample.count(byte) for byte in (*range(9), *range(14, 27), *range(28, 32), 127))
    return b"\x00" in sample or controls > BINARY_SHARE * len(sample)


def guess_encoding(data: bytes, charset: str | None) -> str:
    """An encoding that Python knows, for bytes that are not UTF-8."""
    if charset and is_known(charset):
        return charset
    sample = data[:SAMPLE]
    beyond_ascii = sum(byte > 127 for byte in sample)
    if beyond_ascii <= WESTERN_SHARE * len(sample) or len(sample) < LEAST_FOR_DETECTION:
        return "cp1252"  # English with a few typographic quotes: too few bytes for a detector, and this is what it is
    best = from_bytes(sample).best()
    return best.encoding if best is not None else "cp1252"


def is_known(charset: str) -> bool:
    """Whether Python can decode bytes to text with it."""
    try:
        b"".decode(charset)
    except (LookupError, ValueError, TypeError, AttributeError):  # codecs raise what they like on odd names
        return False
    return True


def shown(text: str) -> str:
    """The text as Dragoman shows it; see the module's docstring."""
    lines = LINE_ENDS.sub(lambda match: "\n\n" if match.group() == "\x0c" else "\n", text)
    return ROOMLESS.sub("", CONTROLS.sub(" ", lines))
