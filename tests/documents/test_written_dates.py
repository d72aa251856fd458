"""Dates as headings and datelines write them."""

import datetime as dt

import pytest

from dragoman.documents.written_dates import find_written_date


@pytest.mark.parametrize(
    "words",
    [
        "4 May 2022",
        "May 4, 2022",
        "2022-05-04",
        "04 MAY 2022",
        "Wed, 4 May 2022 at 18:05",
        "4th May, 2022",
        "2022-05-04T10:00:00Z",
        "4 May ’22",
    ],
)
def test_day_with_its_year_is_found(words):
    assert find_written_date(words) == dt.date(2022, 5, 4)


@pytest.mark.parametrize("words", ["", "May 2022", "30 February 2022", "yesterday", "2022-13-01", "40 May 2022"])
def test_what_is_no_day_is_none(words):
    assert find_written_date(words) is None


def test_two_digit_years_are_of_the_last_century_from_fifty():
    assert find_written_date("3 JAN 90") == dt.date(1990, 1, 3)
    assert find_written_date("3 JAN 22") == dt.date(2022, 1, 3)


def test_yearless_day_takes_the_nearest_year():
    assert find_written_date("Dec. 30", near=dt.date(2022, 1, 2)) == dt.date(2021, 12, 30)
    assert find_written_date("2 January", near=dt.date(2021, 12, 30)) == dt.date(2022, 1, 2)


def test_yearless_day_without_another_date_is_none():
    assert find_written_date("4 May") is None
