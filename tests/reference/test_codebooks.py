"""PLOVER, CAMEO and Goldstein."""

import pytest

from dragoman.model.closed_lists import EVENT_TYPES
from dragoman.model.errors import ReferenceFileError
from dragoman.reference.codebooks import (
    build_cameo,
    build_nearest,
    build_scores,
    cameo_codes,
    cameo_goldstein,
    cameo_to_plover,
    goldstein_scores,
    nearest_cameo,
    nearest_codes,
    plover_contexts,
    plover_modes,
    plover_score,
    plover_scores,
)


def test_every_type_has_a_score_of_its_own():
    assert {event_type for event_type, mode in plover_scores() if mode is None} == set(EVENT_TYPES)


def test_every_type_and_mode_has_a_nearest_code():
    assert set(nearest_codes()) == set(plover_scores())


def test_every_nearest_code_has_a_goldstein_score_and_is_converted():
    for code in nearest_codes().values():
        assert code in goldstein_scores()
        assert code in cameo_codes()


def test_every_converted_code_has_a_goldstein_score_or_takes_that_of_its_family():
    assert all(cameo_goldstein(code) is not None for code in cameo_codes())


@pytest.mark.parametrize(
    ("event_type", "mode", "code"),
    [
        ("ASSAULT", "aerial", "195"),
        ("CONSULT", "visit", "042"),
        ("SANCTION", "discontinue", "163"),
        ("AID", None, "070"),
        ("REQUEST", None, "020"),
    ],
)
def test_nearest_codes(event_type, mode, code):
    assert nearest_cameo(event_type, mode) == code


def test_an_unknown_mode_takes_the_code_and_score_of_its_type():
    assert nearest_cameo("ASSAULT", "tickle") == nearest_cameo("ASSAULT")
    assert plover_score("ASSAULT", "tickle") == plover_score("ASSAULT") == -9


@pytest.mark.parametrize(
    ("event_type", "mode", "score"), [("ACCUSE", None, -3), ("AID", None, 10), ("RETREAT", "ceasefire", 7.5)]
)
def test_scores(event_type, mode, score):
    assert plover_score(event_type, mode) == score


def test_an_unknown_type_has_no_score():
    assert plover_score("PARTY") is None


@pytest.mark.parametrize(("code", "score"), [("163", -8.0), ("190", -10.0), ("07", 7.0), ("0729", 8.3), ("99", None)])
def test_goldstein_scores(code, score):
    assert cameo_goldstein(code) == score


@pytest.mark.parametrize(
    ("code", "event_type", "mode"),
    [
        ("163", "SANCTION", "discontinue"),
        ("116", "SANCTION", "convict"),
        ("1712", "ASSAULT", "destroy"),
        ("186", "ASSAULT", "targeted"),
    ],
)
def test_the_manual_goes_before_the_conversion_of_2021(code, event_type, mode):
    assert cameo_to_plover(code) == (event_type, mode)


def test_statements_have_no_type():
    assert cameo_to_plover("010") is None


def test_contexts_and_modes_are_lists_of_words():
    assert len(plover_contexts()) == 37
    assert plover_modes("CONSULT") == ("visit", "third-party", "multilateral", "phone")
    assert plover_modes("AID") == ()


CODE = {"code": "190", "event_type": "ASSAULT", "mode": "", "contexts": "", "meaning": "", "reason": "", "score": "1"}


@pytest.mark.parametrize(
    ("build", "change", "message"),
    [
        (build_cameo, {"event_type": "ASSAULTS"}, "event_type is 'ASSAULTS'"),
        (build_cameo, {"mode": "visit"}, "mode is 'visit'"),
        (build_cameo, {"contexts": "weather"}, "contexts is 'weather'"),
        (build_nearest, {"code": "999"}, "code is '999'"),
        (build_nearest, {"mode": "visit"}, "mode is 'visit'"),
        (build_scores, {"score": "ten"}, "score is 'ten'"),
        (build_scores, {"score": "11"}, "score is '11'"),
    ],
)
def test_a_bad_entry_is_refused(build, change, message):
    with pytest.raises(ReferenceFileError, match=message):
        build([CODE | change])
