"""What README and docs promise: their Python runs, their commands exist, their links lead somewhere."""

import importlib.util
import re
import shlex
from pathlib import Path

import pytest
from cyclopts import CycloptsError

from dragoman.cli.program import app

PROJECT = Path(__file__).resolve().parent.parent
PAGES = [
    PROJECT / "README.md",
    PROJECT / "CONTRIBUTING.md",
    PROJECT / "ARCHITECTURE.md",
    *sorted((PROJECT / "docs").rglob("*.md")),
]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def blocks(language):
    return [
        pytest.param(code, id=f"{page.relative_to(PROJECT).as_posix()}-{number}")
        for page in PAGES
        for number, (kind, code) in enumerate(BLOCK.findall(page.read_text(encoding="utf-8")), 1)
        if kind == language
    ]


def commands():
    """Every call of the program in a shell block, without 'uv run' and what follows a pipe or a comment."""
    found = {}
    for block in blocks("sh"):
        for line in block.values[0].splitlines():
            call = re.search(r"(?:^|&& )(?:uv run )?dragoman ([^|>]*)", line)
            if call:
                found[call[1].split("#")[0].strip()] = None
    return list(found)


@pytest.mark.model
@pytest.mark.parametrize("code", blocks("python"))
def test_python_example_runs(code, monkeypatch):
    monkeypatch.chdir(PROJECT)
    exec(compile(code, "example", "exec"), {})  # noqa: S102  our own examples


@pytest.mark.parametrize("command", commands())
def test_command_in_the_docs_is_one_that_the_program_takes(command):
    arguments = ["standard-input" if word == "-" else word for word in shlex.split(command)]
    try:
        app.parse_args(arguments, exit_on_error=False, print_error=False)
    except CycloptsError as error:
        pytest.fail(f"dragoman {command}: {error}")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(PROJECT).as_posix())
def test_links_lead_somewhere(page):
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_reference_of_the_command_line_is_what_help_says():
    path = PROJECT / "scripts" / "write_command_reference.py"
    spec = importlib.util.spec_from_file_location("write_command_reference", path)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.PAGE.read_text(encoding="utf-8") == script.render(), "run scripts/write_command_reference.py"


def test_example_documents_are_read():
    from dragoman.documents.loading import load_documents  # noqa: PLC0415
    from dragoman.model.document import Document  # noqa: PLC0415

    loaded = list(load_documents([str(PROJECT / "examples")]))
    assert len(loaded) >= 6
    assert all(isinstance(document, Document) for document in loaded)


def test_no_file_names_a_registry():
    """Lock files and pins hold no address, so that a clone works behind any mirror."""
    text = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    assert "://" not in text
