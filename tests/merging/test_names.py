import pytest

from dragoman.merging.names import designation_key, load_rules, may_be_one_person, skeleton

EXAMPLES = load_rules()["examples"]


@pytest.mark.parametrize(("one", "other"), EXAMPLES["same"])
def test_spellings_of_one_name_share_a_skeleton(one, other):
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), EXAMPLES["different"])
def test_different_names_do_not(one, other):
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammad Bagheri", "Mohammad Hossein Baqeri"),
        ("Bagheri", "Mohammad Baqeri"),
        ("M. Bagheri", "Mohammad Bagheri"),
        ("Bashar al-Assad", "Bashar Assad"),
    ],
)
def test_two_names_can_be_one_person(one, other):
    assert may_be_one_person(one, other)
    assert may_be_one_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ali Bagheri", "Mohammad Bagheri"),
        ("Bashar Assad", "Rifaat Assad"),
        ("Hassan Rouhani", "Hassan Nasrallah"),
        ("A. Khan", "Imran Khan"),
    ],
)
def test_two_names_cannot(one, other):
    assert not may_be_one_person(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Ababil-2", "Ababil-II"), ("Ababil 2s", "ABABIL-2"), ("TB-2", "TB2"), ("S-300 PMU2", "S-300PMU-2")]
)
def test_spellings_of_one_designation_share_a_key(one, other):
    assert designation_key(one) == designation_key(other)


def test_variants_of_a_designation_stay_apart():
    assert len({designation_key(name) for name in ("Su-30", "Su-30MKI", "Su-35S", "Ababil-2", "Ababil-3")}) == 5
