"""Times, numbers and standing in words."""

import pytest
from sample_pieces import exactly

from dragoman.briefing.calendar_scale import build_scale
from dragoman.briefing.wording import (
    day_of,
    shorten,
    write_amount,
    write_dead,
    write_measured,
    write_number,
    write_quantity,
    write_score,
    write_time,
    write_years,
)
from dragoman.model.span import Time

TIMES = [
    ("2022-12-06", "2022-12-06", "day", "6 December 2022"),
    ("2022-12-01", "2022-12-31", "month", "December 2022"),
    ("2022-01-01", "2022-12-31", "year", "2022"),
    ("2022-04-01", "2022-06-30", "quarter", "April–June 2022"),
    ("1990-01-01", "1999-12-31", "decade", "1990–1999"),
    ("2023-09-19", "2023-09-20", "range", "19–20 September 2023"),
    ("2023-12-30", "2024-01-02", "range", "30 December 2023 – 2 January 2024"),
    ("2012-01-01", None, "year", "since 2012"),
    ("2012-03-04", None, "day", "since 4 March 2012"),
    (None, "2012-12-31", "year", "until 2012"),
    (None, None, "range", "as written"),
    ("-0050-01-01", "-0050-12-31", "year", "as written"),
]


@pytest.mark.parametrize(("start", "end", "granularity", "words"), TIMES)
def test_time_is_written_as_a_reader_would(start: str | None, end: str | None, granularity: str, words: str) -> None:
    """No finer and no coarser than it is."""
    assert write_time(Time(start=start, end=end, granularity=granularity, text="as written", basis="explicit")) == words  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "words"), [(7.3e9, "7.3 billion"), (426e6, "426 million"), (1234, "1,234"), (0.25, "0.25"), (2e12, "2 trillion")]
)
def test_number_is_written_with_its_scale(value: float, words: str) -> None:
    """Large ones with a word."""
    assert write_number(value) == words


@pytest.mark.parametrize(
    ("value", "low", "high", "qualifier", "words"),
    [
        (20, None, None, "about", "about 20"), (None, 20, 30, "exactly", "20–30"), (None, 200, None, "exactly", "at least 200"),
        (None, None, None, "exactly", ""), (60, 60, None, "over", "over 60"),
    ],
)  # fmt: skip
def test_quantity_keeps_its_qualifier(
    value: float | None, low: float | None, high: float | None, qualifier: str, words: str
) -> None:
    """A number is never made more exact than it is."""
    assert write_quantity(value, low, high, qualifier) == words  # type: ignore[arg-type]


def test_units_stand_where_a_reader_expects_them() -> None:
    """Currencies before, per cent behind, ranks with a word."""
    assert [write_measured("5", unit) for unit in ("USD", "%", "rank", "count", "km")] == ["USD 5", "5%", "no. 5", "5", "5 km"]


def test_dead_are_at_least_as_many_as_the_text_says() -> None:
    """'At least seven' stays so."""
    assert [write_dead(7, 7, None), write_dead(7, None, None), write_dead(None, 5, 9), write_dead(None, None, None)] == [
        "at least 7",
        "7",
        "5–9",
        "",
    ]


def test_score_has_its_sign() -> None:
    """A real minus."""
    assert (write_score(7.4), write_score(-2)) == ("+7.4", "−2.0")


def test_years_of_a_register() -> None:
    """One year, or the first and the last."""
    assert write_years(Time(start="2021-05-01", end="2022-02-01", granularity="range", text="", basis="explicit")) == "2021–2022"
    assert write_years(Time(start="2021-05-01", end=None, granularity="range", text="", basis="explicit")) == "2021–"


def test_amount_without_a_number_is_its_words() -> None:
    """'Dozens' and the like."""
    assert write_amount(exactly(4, "four")) == "4"
    assert write_amount(None) == ""


def test_long_words_are_cut_at_a_space() -> None:
    """With an ellipsis."""
    assert shorten("one two three", 8) == "one two …"


def test_axis_folds_empty_years_and_keeps_the_order_of_time() -> None:
    """1994 and 2022 lie near each other; a day lies inside its year."""
    days = [day for day in map(day_of, ("1994-05-01", "2022-03-01", "2022-12-31", "2023-02-01")) if day]
    scale = build_scale(days, 0, 400)
    places = [scale.position(day) for day in days]
    assert places == sorted(places)
    assert [s.label for s in scale.stretches] == ["1994", "", "2022", "2023"]


def test_axis_of_one_day_has_a_place_for_it() -> None:
    """Nothing is divided by nothing."""
    day = day_of("2022-03-01")
    assert day
    assert build_scale([day], 10, 100).position(day) == 10


def test_axis_reaches_the_ends_of_the_calendar() -> None:
    """The years 1 and 9999 can be drawn."""
    days = [day for day in map(day_of, ("0001-01-01", "9999-12-31")) if day]
    assert build_scale(days, 0, 400).position(days[1]) > build_scale(days, 0, 400).position(days[0])
