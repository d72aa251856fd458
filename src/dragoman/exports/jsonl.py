"""Rows → JSON Lines: one object a line, keys in the order of the statement format, UTF-8 as it is."""

import json
from collections.abc import Iterable
from typing import Any, TextIO


def json_line(row: dict[str, Any]) -> str:
    """One row as a line, with its line end."""
    return json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n"


def write_json_lines(rows: Iterable[dict[str, Any]], stream: TextIO) -> None:
    """Write rows as they come."""
    stream.writelines(map(json_line, rows))
