"""The program `dragoman`: its commands, and what becomes of errors.

Nothing here or in what this imports loads spaCy, readers of files or tables of the world: `dragoman --help` and a wrong option
answer at once.
"""

import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

from cyclopts import App, CycloptsError

from dragoman.cli.actor import actor
from dragoman.cli.book import book
from dragoman.cli.brief import brief
from dragoman.cli.check import check
from dragoman.cli.read import read
from dragoman.cli.reading import tell
from dragoman.cli.rules import rules
from dragoman.model.errors import DragomanError

HIDDEN_DASH = "\0-"  # no argument of a process can hold a NUL
DONE, WRONG_CALL, INTERRUPTED = 0, 2, 130

app = App(
    name="dragoman",
    help="Turn prose about relations between states and armed groups into sourced statements, and proofread its facts.",
    help_epilogue="Exit status: 0 done; 1 some documents could not be read, the rest is written; 2 a wrong call; 3 as "
    "`check --fail-on` asks.",
    version=lambda: f"dragoman {version('dragoman')}",
    help_format="plaintext",
)
for command, what in ((read, "INPUT"), (check, "INPUT"), (brief, "INPUT"), (actor, "PHRASE")):
    app.command(command, usage=f"Usage: dragoman {command.__name__} [OPTIONS] {what}...")
app.command(book)
app.command(rules)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: Without the program's name; the process's own where None.

    Returns:
        The exit status.
    """
    try:
        status = call(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except CycloptsError as error:
        tell(f"dragoman: {' '.join(str(error).split())}\nTry 'dragoman --help'.")
        return WRONG_CALL
    except DragomanError as error:
        tell(f"dragoman: {error}")
        return WRONG_CALL
    except KeyboardInterrupt:
        tell("dragoman: interrupted")
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output, such as `head`, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        tell(f"dragoman: {error}")
        return WRONG_CALL
    return status if isinstance(status, int) else DONE


def call(arguments: Sequence[str]) -> object:
    """Parse the arguments and call the command.

    The parser takes a lone '-' for an option without a name, so that it is hidden from it.
    """
    hidden = [HIDDEN_DASH if argument == "-" else argument for argument in arguments]
    command, bound, _ = app.parse_args(hidden, exit_on_error=False, print_error=False)
    return command(*map(shown_dash, bound.args), **{name: shown_dash(value) for name, value in bound.kwargs.items()})


def shown_dash(value: Any) -> Any:
    """The value of an argument, with a lone '-' as it was given."""
    return "-" if value == HIDDEN_DASH else value


def main() -> None:
    """What the installed command calls."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run())
