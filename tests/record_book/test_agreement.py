import pytest

from dragoman.record_book.agreement import alpha_of, share_of


# Krippendorff 2011, 'Computing Krippendorff's Alpha-Reliability', sections A and B.
@pytest.mark.parametrize(
    ("one", "other", "alpha"),
    [("0100000010", "1110010000", 0.095), ("aabbdcccedda", "babbbccceddd", 0.692)],
    ids=["two codes", "five codes"],
)
def test_alpha_is_as_published(one, other, alpha):
    assert alpha_of(zip(one, other, strict=True)) == pytest.approx(alpha, abs=0.0005)


# The same, section C: four coders, some of whom did not code everything.
def test_alpha_of_several_coders_with_gaps_is_as_published():
    rows = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]
    units = [[code for code in unit if code != "."] for unit in zip(*rows, strict=True)]
    assert alpha_of(units) == pytest.approx(0.743, abs=0.0005)


def test_alpha_says_nothing_where_nothing_was_coded_twice_or_one_code_was_used():
    assert alpha_of([]) is None
    assert alpha_of([("a",), ("b",)]) is None
    assert alpha_of([("a", "a"), ("a", "a")]) is None


def test_alpha_of_perfect_agreement_is_one():
    assert alpha_of([("a", "a"), ("b", "b")]) == 1


# Newcombe 1998, table I, method 3.
@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_intervals_are_as_published(hits, total, low, high):
    share = share_of(hits, total)
    assert (share.low, share.high) == (pytest.approx(low, abs=0.00006), pytest.approx(high, abs=0.00006))


def test_a_share_of_nothing_has_no_value():
    assert share_of(0, 0).value is None
