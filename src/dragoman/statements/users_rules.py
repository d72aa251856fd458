"""Rule files of a user's own, read from folders: frames in the same form as the package's, beside which they are used.

A folder holds `events/`, `transfers/`, `facilities/`, `tenures/`, `memberships/` or `assessments/`, and these hold `.toml` files.
Their texts are read once and carried as they are: a reading depends on what was read, not on what stands on the disk later, and
all processes of a run use the same. Nothing in a rule file is executed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from dragoman.model.errors import RuleFileError

FOLDERS: Final = {
    "event": "events",
    "transfer": "transfers",
    "facility": "facilities",
    "tenure": "tenures",
    "membership": "memberships",
    "assessment": "assessments",
}
KINDS: Final = {folder: kind for kind, folder in FOLDERS.items()}
LAYOUT: Final = f"frames stand in {', '.join(f'{folder}/*.toml' for folder in KINDS)}"
LARGEST_FILE: Final = 4_000_000  # bytes; ten times all frames of the package


@dataclass(frozen=True, slots=True)
class RuleText:
    """The text of one rule file, and the kind of statement that its frames give."""

    kind: str
    file: str
    text: str


@dataclass(frozen=True, slots=True)
class UsersRules:
    """The rule files of a user, in the order in which they go before each other."""

    texts: tuple[RuleText, ...] = ()


NO_RULES: Final = UsersRules()


def load_users_rules(folders: Iterable[str | Path]) -> UsersRules:
    """The rule files in some folders.

    Raises:
        RuleFileError: A folder is missing, holds no frames, or holds some where nothing looks for them; a file cannot be read.
    """
    return UsersRules(tuple(text for folder in folders for text in texts_in(Path(folder))))


def texts_in(folder: Path) -> Iterator[RuleText]:
    """The rule files of one folder, sorted by path."""
    if not folder.is_dir():
        raise RuleFileError(str(folder), None, f"there is no such folder of rules; {LAYOUT}")
    files = []
    for path in sorted(folder.rglob("*.toml")):
        kind = KINDS.get(path.relative_to(folder).parts[0])
        if path.parent.parent != folder or kind is None:
            raise RuleFileError(str(path), None, f"stands where no frames are looked for; {LAYOUT}{meant(folder, path)}")
        files.append(RuleText(kind, str(path), text_of(path)))
    if not files:
        raise RuleFileError(str(folder), None, f"holds no rules; {LAYOUT}")
    yield from files


def meant(folder: Path, path: Path) -> str:
    """'Did you mean …?' where the name of a folder is close to one that is known."""
    close = get_close_matches(path.relative_to(folder).parts[0], KINDS, n=1)
    return f". Did you mean {close[0]}/?" if close and path.parent != folder else ""


def text_of(path: Path) -> str:
    """The text of a file.

    Raises:
        RuleFileError: It cannot be opened, is too large, or is not UTF-8.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise RuleFileError(str(path), None, f"is over {LARGEST_FILE:,} bytes; split it")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise RuleFileError(str(path), None, f"cannot be opened: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise RuleFileError(str(path), None, f"is not UTF-8: byte {error.start}") from error
