"""The count of the rules' hits: every rule is counted, reasons are found by name, explanations lead to their entries."""

import importlib.util
from pathlib import Path

import pytest

from dragoman.statements.frames import FIELDS, load_lexicon

SCRIPT = Path(__file__).resolve().parents[1] / "benchmarks" / "rule_hits.py"


@pytest.fixture(scope="module")
def rule_hits():
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("rule_hits", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_frame_is_counted(rule_hits):
    rules = set(rule_hits.all_rules())
    assert {f"{kind}:{pattern.id}" for kind in FIELDS for pattern in load_lexicon(kind).patterns} <= rules


def test_reason_is_found_by_the_name_of_the_rule(rule_hits):
    assert "own example" in rule_hits.reasons(["event:invade"])["event:invade"]
    assert rule_hits.reasons(["event:no-such-rule"]) == {}


def test_explanation_leads_to_noun_and_modifier(rule_hits):
    found = list(rule_hits.actor_rules("'jihadist' before 'leader'", {"jihadist": "actor modifier:rebel-words"}))
    assert found == ["actor noun:heads-of-state-and-government", "actor modifier:rebel-words"]


def test_page_sums_each_family(rule_hits):
    page = rule_hits.render_page([("event:a", 2, 0, ""), ("event:b", 0, 0, "why"), ("time:c", 0, 0, "")])
    assert "| event | 2 | 1 | 0 | 1 | 0 |" in page
    assert "| time | 1 | 0 | 0 | 0 | 1 |" in page
