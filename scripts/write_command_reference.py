"""Write docs/reference/command-line.md from what `--help` says, so that the two never differ. A test compares them."""

import os
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "command-line.md"
COMMANDS = (
    "read",
    "check",
    "brief",
    "actor",
    "rules",
    "rules test",
    "book add",
    "book show",
    "book items",
    "book entities",
    "book findings",
    "book judge",
    "book undo",
    "book export",
    "book judgements",
    "book relation",
    "book sample",
    "book agreement",
)
WIDTH = "100"
HEAD = """# The command line

Made from `--help` by `scripts/write_command_reference.py`.

- Results go to standard output, talk and progress to standard error.
- Exit status: 0 done, also where `check` disagrees; 1 some documents could not be read and the rest is written; 2 a wrong call;
  3 where `check --fail-on` found its verdict.
- `-o FILE` appears whole or not at all; `-o -` is standard output.
- Without `--format`, a table for people; `csv` is one row a statement, several participants in a role joined by `; `.
- One document may have 20 MB, two million characters, 500 PDF pages.
- `--rules DIR` adds [frames of your own](../how-to/use-your-own-rules.md); a mistake in them is a wrong call.
- A `.jsonl` file may be of any size; the bounds hold for each of its lines.
"""


def help_of(*command: str) -> str:
    """What `--help` prints for a command, in a width that is the same everywhere."""
    program = [sys.executable, "-c", "from dragoman.cli.program import main; main()", *command, "--help"]
    environment = os.environ | {"COLUMNS": WIDTH, "NO_COLOR": "1", "TERM": "dumb", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(program, env=environment, check=True, capture_output=True, text=True, encoding="utf-8")  # noqa: S603
    return "\n".join(line.rstrip() for line in done.stdout.strip().splitlines())


def render() -> str:
    """The whole page."""
    sections = [("dragoman", help_of()), *((f"dragoman {command}", help_of(*command.split())) for command in COMMANDS)]
    return HEAD + "".join(f"\n## {title}\n```text\n{words}\n```\n" for title, words in sections)


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
    print(f"{PAGE.name} written")
