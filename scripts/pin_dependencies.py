"""Write the pins in pyproject.toml: the exact version of every package that the project installs, at any depth.

Lock files of uv hold the address of the registry in every entry; pins in `constraint-dependencies` hold none, and `uv run` obeys
them as well. Run it after a change of dependencies: `just pins`.
"""

import re
import subprocess
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
PINS = re.compile(r"^(?:# @PINS@|constraint-dependencies = \[.*?^\])$", re.MULTILINE | re.DOTALL)
EXPORT = [
    "uv",
    "export",
    "--quiet",
    "--no-header",
    "--no-annotate",
    "--no-emit-project",
    "--no-hashes",
    "--all-groups",
    "--all-extras",
]


def resolved_requirements() -> list[str]:
    """What uv resolves for all groups and extras, a requirement a line, sorted."""
    done = subprocess.run(EXPORT, cwd=PROJECT, check=True, capture_output=True, text=True)  # noqa: S603  a fixed command
    return sorted(line for line in done.stdout.splitlines() if line.strip())


def main() -> None:
    """Drop the old pins, resolve, and write the new ones."""
    path = PROJECT / "pyproject.toml"
    path.write_text(PINS.sub("# @PINS@", path.read_text()))
    requirements = resolved_requirements()
    lines = "".join(f'  "{r.replace(chr(34), chr(39))}",\n' for r in requirements)
    path.write_text(path.read_text().replace("# @PINS@", f"constraint-dependencies = [\n{lines}]", 1))
    print(f"{len(requirements)} packages pinned")


if __name__ == "__main__":
    main()
