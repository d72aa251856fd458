# Run `just` to see what there is.

default:
    @just --list

# All tests, or some: `just test tests/documents -k pdf`
test *arguments:
    uv run --group dev pytest {{arguments}}

# Tests that need no language model: seconds instead of minutes
quick:
    uv run --group dev pytest -m "not model and not browser"

# Mistakes and style
lint:
    uv run --group dev ruff check
    uv run --group dev ruff format --check

# Mend what can be mended by itself
format:
    uv run --group dev ruff check --fix
    uv run --group dev ruff format

# Types
types:
    uv run --group dev mypy --strict src

# Imports go one way
layers:
    uv run --group dev lint-imports

# The reference of the command line, made from --help
docs:
    uv run --group dev python scripts/write_command_reference.py

# The golden documents
golden *arguments:
    uv run --group dev pytest tests -k golden {{arguments}}

# The briefing of the examples
brief:
    uv run dragoman brief examples/

# The time of `read` against the bare spaCy pipeline
speed:
    uv run --group dev python benchmarks/read_speed.py

# Exact versions of all dependencies into pyproject.toml
pins:
    uv run python scripts/pin_dependencies.py

# Everything that the continuous integration runs
gate: test lint types layers
