"""How much one document may be. Documents are hostile: each bound keeps one of them from taking the whole machine."""

from dataclasses import dataclass

from dragoman.model.errors import DocumentTooLarge

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds for one document.

    `file_bytes` holds for a file, an answer from the web and one line of JSON Lines (a file of them is read line by line and may
    be of any size); `characters` for the text; `unpacked_bytes` for what a Word file holds once unpacked; `redirects`
    and `seconds` for fetching an address.
    """

    file_bytes: int = 20 * MEGABYTE
    characters: int = 2_000_000
    pages: int = 500
    unpacked_bytes: int = 100 * MEGABYTE
    redirects: int = 5
    seconds: float = 30.0


def check_size(name: str, size: int, bound: int, unit: str) -> None:
    """Refuse what is larger than its bound.

    Raises:
        DocumentTooLarge: `size` is over `bound`; the message gives both in `unit`.
    """
    if size > bound:
        raise DocumentTooLarge(name, f"{size:,} {unit}, more than the {bound:,} that one document may have")
