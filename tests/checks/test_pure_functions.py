"""The pure functions of the checks: gaps between dates, tolerances, verdicts."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.checks.direction import degrees_apart
from dragoman.checks.growth import factor_range, parts_more, ratios
from dragoman.checks.interval import gap_in_days, is_fine, judge, said_length, widened
from dragoman.checks.number_ranges import Range, range_of
from dragoman.checks.number_ranges import judge as judge_range
from dragoman.checks.sums import added
from dragoman.checks.tenure import near
from dragoman.checks.tolerances import qualifier_class
from dragoman.model.said_number import SaidNumber
from dragoman.model.span import Time

DAYS = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2100, 1, 1))


def day(value: dt.date) -> Time:
    return Time(start=value.isoformat(), end=value.isoformat(), granularity="day", text=value.isoformat(), basis="explicit")


def span_of(start: str | None, end: str | None, granularity: str, text: str = "", basis: str = "explicit") -> Time:
    return Time(start=start, end=end, granularity=granularity, text=text, basis=basis)  # type: ignore[arg-type]


def test_the_gap_between_two_days_is_exact() -> None:
    assert gap_in_days(day(dt.date(2020, 3, 9)), day(dt.date(2020, 3, 2))) == (7, 7)


def test_the_gap_to_a_month_has_a_least_and_a_most() -> None:
    month = span_of("2020-04-01", "2020-04-30", "month")
    assert gap_in_days(day(dt.date(2020, 3, 30)), month) == (2, 31)


def test_an_open_time_gives_no_gap() -> None:
    assert gap_in_days(day(dt.date(2020, 3, 30)), span_of("2020-04-01", None, "range")) is None


def test_a_year_is_too_coarse_for_a_gap() -> None:
    assert gap_in_days(day(dt.date(2020, 3, 30)), span_of("2021-01-01", "2021-12-31", "year")) is None


def test_a_few_days_are_fine_enough_and_a_long_range_is_not() -> None:
    assert is_fine(span_of("2020-03-03", "2020-03-05", "range"))
    assert not is_fine(span_of("2020-03-03", "2021-03-05", "range"))


@given(
    DAYS, DAYS, st.integers(min_value=-20000, max_value=20000), st.integers(min_value=1, max_value=60), st.sampled_from("DWMY")
)
def test_shifting_both_dates_by_the_same_days_changes_no_verdict(
    first: dt.date, second: dt.date, shift: int, count: int, unit: str
) -> None:
    wanted = widened(count, count, unit, "plain")
    moved = [day(d + dt.timedelta(days=shift)) for d in (first, second)]
    before, after = gap_in_days(day(first), day(second)), gap_in_days(*moved)
    assert before is not None
    assert before == after
    assert judge(before, wanted, day(first), day(second)) == judge(before, wanted, *moved)


@given(DAYS, st.integers(min_value=1, max_value=200))
def test_an_interval_made_right_never_disagrees(first: dt.date, weeks: int) -> None:
    second = day(first + dt.timedelta(weeks=weeks))
    gap = gap_in_days(day(first), second)
    assert gap is not None
    assert judge(gap, widened(weeks, weeks, "W", "plain"), day(first), second) == "agrees"


def said(value: float, unit: str = "count", qualifier: str = "exactly", step: float = 0.0) -> SaidNumber:
    return SaidNumber(text=str(value), value=value, unit=unit, qualifier=qualifier, step=step)


@given(st.floats(min_value=1, max_value=1e12), st.floats(min_value=1, max_value=90), st.sampled_from([1, -1]))
def test_a_percentage_made_right_agrees(before: float, percent: float, sign: int) -> None:
    after = before * (1 + percent / 100 * sign)
    ratio = ratios(said(before), said(after))
    assert judge_range(parts_more(said(percent, "%"), ratio, up=sign > 0), ratio) == "agrees"


@given(st.floats(min_value=0.01, max_value=1), st.integers(min_value=1, max_value=10**9))
def test_a_part_made_right_lies_in_its_share_of_the_whole(share: float, whole: int) -> None:
    part = range_of(said(share * whole))
    assert part.meets(range_of(said(share, "share")).times(range_of(said(whole))))


@given(st.lists(st.integers(min_value=1, max_value=10**6), min_size=2, max_size=6))
def test_parts_make_their_sum(parts: list[int]) -> None:
    assert added([said(part) for part in parts]).meets(range_of(said(sum(parts))))


@pytest.mark.parametrize(
    ("ratio", "qualifier", "verdict"),
    [(2.0, "exactly", "agrees"), (1.6, "exactly", "disagrees"), (1.9, "over", "disagrees"), (2.2, "over", "agrees")],
)
def test_doubling_is_judged_by_its_qualifier(ratio: float, qualifier: str, verdict: str) -> None:
    assert judge_range(factor_range(2.0, qualifier), Range(ratio, ratio)) == verdict


def test_words_give_a_length() -> None:
    assert said_length("three weeks later", None) == (3.0, 3.0, "W")
    assert said_length("later", None) is None


def test_qualifiers_have_classes() -> None:
    assert qualifier_class("just over") == "over"
    assert qualifier_class(None) == "plain"


@given(st.floats(min_value=0, max_value=360), st.floats(min_value=0, max_value=360))
def test_bearings_are_never_more_than_half_a_circle_apart(first: float, second: float) -> None:
    assert 0 <= degrees_apart(first, second) <= 180


def test_a_year_that_the_reader_guessed_is_not_held_against_a_term() -> None:
    guessed = span_of("2016-01-20", "2016-01-20", "day", "Jan. 20", "published")
    assert near(dt.date(2017, 1, 20), "2016-01-20", guessed, first=False)


def test_a_year_that_the_text_gives_is_held_against_a_term() -> None:
    given_year = span_of("2016-01-20", "2016-01-20", "day", "Jan. 20, 2016")
    assert not near(dt.date(2017, 1, 20), "2016-01-20", given_year, first=False)
