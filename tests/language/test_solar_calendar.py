import datetime as dt

import pytest

from dragoman.language.solar_calendar import first_day, solar_day, solar_month, solar_year


@pytest.mark.parametrize(
    ("year", "day"),
    [(1358, "1979-03-21"), (1376, "1997-03-21"), (1396, "2017-03-21"), (1399, "2020-03-20"), (1404, "2025-03-21")],
)
def test_new_year_is_the_day_of_the_equinox(year, day):
    """Days of the new year as the calendar of Iran had them."""
    assert first_day(year).isoformat() == day


def test_leap_year_has_a_day_more():
    """1395 was a leap year."""
    assert (solar_year(1395).days, solar_year(1396).days) == (366, 365)


def test_months_fill_the_year():
    """The second month ends the day before the third begins."""
    assert solar_month(1395, 2).end == dt.date(2016, 5, 20)
    assert solar_month(1395, 12).end == solar_year(1395).end


def test_day_that_a_month_does_not_have_is_refused():
    """The seventh month has thirty days."""
    with pytest.raises(ValueError, match="no day 31"):
        solar_day(1398, 7, 31)
