"""Which figures form a series, and which near twins do not."""

from dataclasses import replace

from sample_pieces import RADARS, day, trade, year

from dragoman.briefing.dossier import build_dossier
from dragoman.briefing.line_chart import draw_series
from dragoman.briefing.series import Series, find_series
from dragoman.model.reading import Reading
from dragoman.model.span import Factuality
from dragoman.model.statement import Figure

FIRST = replace(trade("4.1 billion euros in 2020", 4.1e9, 2020), id="first")
SECOND = replace(trade("4.6 billion euros in 2021", 4.6e9, 2021), id="second")


def series_of(*figures: Figure) -> list[Series]:
    """The series among some figures of the first sample document."""
    return find_series(build_dossier([Reading(document=RADARS, statements=figures)], []).entries)


def test_same_measure_unit_and_parties_over_two_years_form_a_series() -> None:
    """The plain case."""
    assert [len(s.points) for s in series_of(FIRST, SECOND)] == [2]


def test_another_unit_is_another_series() -> None:
    """Dollars do not continue euros."""
    assert series_of(FIRST, replace(SECOND, unit="USD")) == []


def test_another_subject_is_another_series() -> None:
    """Trade of one country does not continue that of another."""
    assert series_of(FIRST, replace(SECOND, participants=SECOND.participants[1:])) == []


def test_another_measure_is_another_series() -> None:
    """Exports do not continue trade."""
    assert series_of(FIRST, replace(SECOND, measure="exports")) == []


def test_a_month_does_not_continue_a_year() -> None:
    """A month's trade is not a year's."""
    assert series_of(FIRST, replace(SECOND, time=day("2021-05-01", "2021-05-31", "month"))) == []


def test_two_numbers_for_one_year_are_no_series() -> None:
    """They are a disagreement, not a development."""
    assert series_of(FIRST, replace(SECOND, time=year(2020))) == []


def test_a_denied_number_is_in_no_series() -> None:
    """What the text denies is not a point."""
    assert series_of(FIRST, replace(SECOND, factuality=Factuality(polarity="negative"))) == []


def test_a_planned_number_is_a_forecast() -> None:
    """It is drawn hollow, with a dashed line."""
    (series,) = series_of(FIRST, replace(SECOND, realis="planned"))
    assert [p.forecast for p in series.points] == [False, True]
    assert 'class="line forecast"' in str(draw_series(series))


def test_the_same_number_in_two_texts_is_one_point() -> None:
    """A reprint adds nothing to a chart."""
    (series,) = series_of(FIRST, SECOND, replace(SECOND, id="third"))
    assert [p.figure.id for p in series.points] == ["first", "second"]


def test_a_number_keeps_its_qualifier_in_the_chart() -> None:
    """'Over 4.6 billion' is not drawn as 4.6 billion."""
    (series,) = series_of(FIRST, replace(SECOND, qualifier="over"))
    assert "&gt; 4.6 bn" in str(draw_series(series))


def test_both_numbers_of_a_year_are_drawn_where_sources_differ() -> None:
    """Neither is dropped and no mean is invented."""
    (series,) = series_of(FIRST, SECOND, replace(SECOND, id="third", value=4.8e9))
    drawn = str(draw_series(series))
    assert drawn.count("<circle") == 3
    assert drawn.count('class="line"') == 2
