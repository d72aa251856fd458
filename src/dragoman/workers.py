"""Documents read by several processes side by side, each document's outcome in its place.

One document at a time goes to a process through a pipe of its own, so that it is known what a process was reading when it
dies. A document whose process dies (killed, out of memory) is read once more, with nothing beside it; when that process
dies too, the document is given up and named, and the others go on.
"""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from dragoman.model.document import Document
from dragoman.model.errors import DocumentFault, DragomanError, WorkersLost
from dragoman.model.reading import Reading

type Outcome = Reading | DocumentFault
type Reader = Callable[[Document], Outcome]
type Prepare = Callable[[], Reader]

HELD_A_WORKER = 8  # documents and outcomes held at a time for each process: enough that one long document stops nobody
SECONDS_TO_END = 5.0
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")  # several in each process would fight for the same cores


class Ready:
    """What a worker says once it can read."""


def read_side_by_side(documents: Iterable[Document], prepare: Prepare, *, processes: int) -> Iterator[Outcome]:
    """One outcome a document, in the order of the documents.

    Args:
        documents: Read lazily; a bounded number is held at a time.
        prepare: Makes the reader in each process; called once there. Must be importable by name.
        processes: How many read at a time.

    Raises:
        DragomanError: What `prepare` raises, such as a missing model.
        WorkersLost: No process lives long enough to read.
    """
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")
    crew = Crew(prepare, iter(documents), limit=processes * HELD_A_WORKER)
    try:
        for _ in range(processes):
            crew.hire()
        yield from crew.outcomes()
    finally:
        crew.dismiss()


def work(prepare: Prepare, connection: Connection) -> None:
    """What a worker does: make the reader, say so, then read documents until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is answered by the process that was called
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        try:
            read = prepare()
        except DragomanError as error:
            connection.send(error)
            return
        connection.send(Ready())
        while True:
            document = connection.recv()
            try:
                connection.send(read(document))
            except OSError:
                raise
            except Exception as error:  # noqa: BLE001  an outcome that cannot be passed on is a fault like others
                connection.send(DocumentFault.of(document.id, error))


@dataclass(slots=True, eq=False)
class Worker:
    """A process that reads, our end of the pipe to it, and the number of the document that it has."""

    process: BaseProcess
    connection: Connection
    ready: bool = False
    has: int | None = None


@dataclass(slots=True)
class Crew:
    """The workers of one run, the documents under way, and the outcomes that wait for their turn."""

    prepare: Prepare
    documents: Iterator[Document]
    limit: int
    workers: list[Worker] = field(default_factory=list)
    under_way: dict[int, Document] = field(default_factory=dict)
    suspects: deque[int] = field(default_factory=deque)
    killers: set[int] = field(default_factory=set)
    done: dict[int, Outcome] = field(default_factory=dict)
    taken: int = 0
    given: int = 0

    def hire(self) -> None:
        """Start a process. It inherits nothing: a copy of a process with threads may hang."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=work, args=(self.prepare, theirs), daemon=True)
        process.start()
        theirs.close()  # so that the pipe ends when the worker does
        self.workers.append(Worker(process, ours))

    def dismiss(self) -> None:
        """End all processes."""
        for worker in self.workers:
            worker.process.terminate()
        for worker in self.workers:
            worker.process.join()
            worker.connection.close()

    def outcomes(self) -> Iterator[Outcome]:
        """The outcomes, in order, until no documents are left."""
        self.deal()
        while self.under_way or self.suspects or self.done:
            while self.given in self.done:
                yield self.done.pop(self.given)
                self.given += 1
                self.deal()
            if self.under_way:
                self.listen()
                self.deal()

    def deal(self) -> None:
        """Give each idle worker a document."""
        for worker in list(self.workers):
            if worker.ready and worker.has is None:
                number = self.next_number()
                if number is None:
                    return
                worker.has = number
                try:
                    worker.connection.send(self.under_way[number])
                except OSError:
                    self.bury(worker)
        if not self.under_way:  # nobody is ready; a document under way shows that there is something to wait for
            self.take()

    def next_number(self) -> int | None:
        """The next document to read; None where there is none, or where a suspect is read or waits to be read alone."""
        busy = [worker.has for worker in self.workers if worker.has is not None]
        if self.suspects:
            return None if busy else self.suspects.popleft()
        if any(number in self.killers for number in busy):
            return None
        waiting = sorted(set(self.under_way) - set(busy))
        return waiting[0] if waiting else self.take()

    def take(self) -> int | None:
        """Take the next document from the stream, unless too many are held."""
        if self.taken - self.given >= self.limit:
            return None
        document = next(self.documents, None)
        if document is None:
            return None
        number, self.taken = self.taken, self.taken + 1
        self.under_way[number] = document
        return number

    def listen(self) -> None:
        """Wait until a worker says something or dies."""
        speaking = set(wait([worker.connection for worker in self.workers]))
        for worker in [worker for worker in self.workers if worker.connection in speaking]:
            try:
                said = worker.connection.recv()
            except (EOFError, OSError):
                self.bury(worker)
                continue
            if isinstance(said, Ready):
                worker.ready = True
            elif isinstance(said, DragomanError) and not worker.ready:
                raise said
            elif worker.has is not None:
                self.done[worker.has] = said
                del self.under_way[worker.has]
                worker.has = None

    def bury(self, worker: Worker) -> None:
        """Take leave of a worker that died: its document is read once more or given up, and another worker is hired."""
        worker.process.join(SECONDS_TO_END)
        worker.process.kill()  # where it has let go of the pipe and lives on
        worker.process.join()
        worker.connection.close()
        self.workers.remove(worker)
        number = worker.has
        if number is not None and number in self.killers:
            document = self.under_way.pop(number)
            how = "twice, the second time with nothing beside it; perhaps it needs more memory than there is"
            self.done[number] = DocumentFault(document.id, f"the process that read it died ({ending(worker.process)}), {how}")
        elif number is not None:
            self.killers.add(number)
            self.suspects.append(number)
        if worker.ready:
            self.hire()
        elif not self.workers:
            message = f"no process that reads could be started ({ending(worker.process)}); try --processes 1"
            raise WorkersLost(message)


def ending(process: BaseProcess) -> str:
    """How a process ended, in words."""
    code = process.exitcode
    return f"signal {-code}" if code is not None and code < 0 else f"exit status {code}"
