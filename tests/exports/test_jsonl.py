"""Rows as JSON Lines."""

import io
import json

import pytest

from dragoman.exports.jsonl import json_line, write_json_lines


def test_one_row_is_one_line_whatever_it_holds():
    line = json_line({"text": "a\nb\u2028c", "title": "Erdoğan"})
    assert line.count("\n") == 1
    assert "Erdoğan" in line
    assert json.loads(line)["text"] == "a\nb\u2028c"


def test_rows_come_in_order():
    stream = io.StringIO()
    write_json_lines(({"n": n} for n in range(3)), stream)
    assert stream.getvalue() == '{"n": 0}\n{"n": 1}\n{"n": 2}\n'


def test_number_that_json_lacks_is_refused():
    with pytest.raises(ValueError, match="JSON"):
        json_line({"value": float("nan")})
