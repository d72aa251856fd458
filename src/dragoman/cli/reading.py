"""One run over documents: loads them, reads them, shows progress, and remembers what could not be read."""

import datetime as dt
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from dragoman.documents.loading import load_documents
from dragoman.model.document import Document
from dragoman.model.errors import DocumentError, WrongCall
from dragoman.model.reading import Reading

if TYPE_CHECKING:
    from rich.console import Console

    from dragoman.statements.users_rules import UsersRules

DONE, SOME_NOT_READ = 0, 1


@dataclass(slots=True, kw_only=True)
class Run:
    """The options of a run, and what became of its documents."""

    inputs: Sequence[str]
    published: dt.date | None = None
    model: str | None = None
    processes: int = 1
    rules: Sequence[str] | None = None
    quiet: bool = False
    allow_private: bool = False
    users_rules: "UsersRules | None" = None
    wanted: Callable[[Document], bool] = lambda _: True  # which documents have to be read at all
    failures: list[str] = field(default_factory=list)
    documents: int = 0

    def __post_init__(self) -> None:
        """Refuse a run over nothing, and rules with mistakes before anything is read with them.

        Raises:
            WrongCall: No inputs, or no processes.
            RuleFileError: A folder of rules or a file in it says something that the loader refuses.
        """
        if not self.inputs:
            raise WrongCall("nothing to read; name files, folders, addresses, or - for standard input")
        if self.processes < 1:
            raise WrongCall(f"--processes is {self.processes}; at least 1 process has to read")
        if self.rules:
            from dragoman.pipeline import load_rules

            self.users_rules = load_rules(self.rules)

    def readings(self) -> Iterator[Reading]:
        """The readings, in the order of the documents. A fault of ours in one document is remembered, and stops no run."""
        with self.progress() as advance:
            stream = self.readable(advance)
            first = next(stream, None)
            if first is None:  # no model is loaded where there is nothing to read
                return
            from dragoman.pipeline import read_documents

            options: dict[str, Any] = {} if self.model is None else {"model": self.model}
            if self.users_rules is not None:
                options["rules"] = self.users_rules
            for outcome in read_documents(chain([first], stream), processes=self.processes, **options):
                if isinstance(outcome, DocumentError):
                    self.failures.append(str(outcome))
                else:
                    yield outcome

    def readable(self, advance: Callable[[str], None]) -> Iterator[Document]:
        """The documents that can be read; the others are remembered."""
        fetch = None
        if self.allow_private:
            from dragoman.documents import fetching

            fetch = partial(fetching.fetch, allow_private=True)
        for loaded in load_documents(self.inputs, published=self.published, fetch=fetch):
            self.documents += 1
            if isinstance(loaded, DocumentError):
                self.failures.append(str(loaded))
                continue
            advance(loaded.id)
            if self.wanted(loaded):
                yield loaded

    @contextmanager
    def progress(self) -> Iterator[Callable[[str], None]]:
        """A line on standard error that tells which document is read, where somebody watches."""
        if self.quiet or not sys.stderr.isatty():
            yield lambda _: None
            return
        from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, console=error_console(), transient=True) as progress:
            task = progress.add_task("loading the language model", total=None)
            yield lambda name: progress.update(task, description=name, advance=1)

    def finish(self) -> int:
        """Name what could not be read, and give the exit status."""
        if not self.failures:
            return DONE
        console = error_console()
        documents = "document" if self.documents == 1 else "documents"
        console.print(f"{len(self.failures)} of {self.documents} {documents} could not be read:", markup=False, highlight=False)
        for failure in self.failures:
            console.print(f"  {failure}", markup=False, highlight=False, soft_wrap=True)
        return SOME_NOT_READ


def error_console() -> "Console":
    """Where talk goes."""
    from rich.console import Console

    return Console(stderr=True)


def tell(words: str) -> None:
    """Say something on standard error, also where it is closed."""
    with suppress(OSError, ValueError):
        print(words, file=sys.stderr)
