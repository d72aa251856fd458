"""Dragoman turns prose about relations between states and armed groups into sourced statements, and proofreads its facts.

    import dragoman
    result = dragoman.read("Iran opened a drone factory in Tajikistan on May 17, 2022.")
    result.statements, result.findings

Importing the package loads no language model; the first reading does.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.api import ReadingResult as ReadingResult
    from dragoman.api import read as read

__version__ = "0.1.0"
__all__ = ["ReadingResult", "__version__", "read"]


def __getattr__(name: str) -> Any:
    """Load the programming interface when it is first asked for, so that `dragoman --help` answers at once."""
    if name in ("read", "ReadingResult"):
        return getattr(import_module("dragoman.api"), name)
    message = f"module 'dragoman' has no attribute {name!r}"
    raise AttributeError(message)
