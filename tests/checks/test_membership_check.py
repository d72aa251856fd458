"""Absence from a table counts against a claim only where the table lists all members."""

import datetime as dt

import pytest

from dragoman.checks import membership
from dragoman.checks.membership import finding_for
from dragoman.model.document import Document
from dragoman.model.reading import Reading
from dragoman.reference.organisations import MembershipTerm, Organisation

DAY = dt.date(2020, 6, 1)


def verdict_in(table: Organisation, monkeypatch: pytest.MonkeyPatch, country: str) -> list[str]:
    monkeypatch.setattr(membership, "find_organisation", lambda _: table)
    reading = Reading(document=Document(id="test", text="X is a member."))
    return [f.verdict for f in finding_for(reading, 0, 1, country, table.name, "member", DAY, ())]


def body(*, complete: bool) -> Organisation:
    term = MembershipTerm(country="FRA", status="member", start=dt.date(2000, 1, 1))
    later = MembershipTerm(country="ESP", status="member", start=dt.date(2022, 1, 1), start_text="2022-01-01")
    return Organisation(key="organisation/x", name="X", members=(term, later), complete=complete)


def test_a_listed_member_agrees(monkeypatch: pytest.MonkeyPatch) -> None:
    assert verdict_in(body(complete=False), monkeypatch, "FRA") == ["agrees"]


def test_absence_from_a_complete_table_disagrees(monkeypatch: pytest.MonkeyPatch) -> None:
    assert verdict_in(body(complete=True), monkeypatch, "ITA") == ["disagrees"]


def test_absence_from_an_incomplete_table_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    assert verdict_in(body(complete=False), monkeypatch, "ITA") == []


def test_a_term_known_to_begin_later_disagrees_even_in_an_incomplete_table(monkeypatch: pytest.MonkeyPatch) -> None:
    assert verdict_in(body(complete=False), monkeypatch, "ESP") == ["disagrees"]
