"""Time `read` on a fixed text against the bare spaCy pipeline with the same components, and print the ratio.

    python benchmarks/read_speed.py [--rounds 7]

The two are timed by turns in one process, so that a busy machine slows both; the figure to follow is the ratio of the medians.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from dragoman.language.reader import load_bare_model
from dragoman.model.document import Document
from dragoman.pipeline import check_readings, load_reader, read_document

TEXTS = Path(__file__).parent / "texts" / "analyses" / "dev" / "docs.jsonl"
CEILING = 1.5


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes, in seconds of this process."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    rows = map(json.loads, TEXTS.read_text(encoding="utf-8").splitlines())
    documents = [Document(id=row["id"], text=row["text"]) for row in rows]
    bare, full = load_bare_model(), load_reader()

    def spacy_alone() -> None:
        for document in documents:
            bare(document.text)

    def dragoman_whole() -> None:
        for document in documents:
            check_readings([read_document(document, full)])

    spacy_alone()  # the first round loads tables and fills caches
    dragoman_whole()
    pairs = [(seconds(spacy_alone), seconds(dragoman_whole)) for _ in range(rounds)]
    alone, whole = (statistics.median(column) for column in zip(*pairs, strict=True))
    tokens = sum(len(bare.make_doc(d.text)) for d in documents)
    print(f"{tokens} tokens in {len(documents)} documents, median of {rounds} rounds")
    print(f"spaCy alone   {alone:.3f} s   {tokens / alone:8.0f} tokens/s")
    print(f"dragoman read {whole:.3f} s   {tokens / whole:8.0f} tokens/s")
    print(f"ratio {whole / alone:.2f} (ceiling {CEILING})")


if __name__ == "__main__":
    main()
