"""What is done with a transfer as a whole decides its type, whatever word names the transfer."""

from collections.abc import Callable

import pytest

from dragoman.model.reading import Reading
from dragoman.model.statement import Transfer
from dragoman.statements.transfer_operators import Operator, load_operators

Reader = Callable[..., Reading]


def examples(name: str) -> list[object]:
    """The texts of one list, each with its operator."""
    return [
        pytest.param(operator, text, id=f"{operator.id}-{number}")
        for operator in load_operators()[0]
        for number, text in enumerate(getattr(operator, name), start=1)
    ]


def fits(operator: Operator, reading: Reading) -> list[Transfer]:
    """The transfers of a reading that are what the operator makes of them."""
    found = [s for s in reading.statements if isinstance(s, Transfer)]
    return [s for s in found if (s.transfer_type == operator.transfer_type if operator.transfer_type else s.realis == "planned")]


@pytest.mark.parametrize(("operator", "text"), examples("fires"))
def test_operator_decides_the_type(operator: Operator, text: str, read: Reader) -> None:
    """A text in `fires` gives a transfer of the operator's type with a supplier or a recipient."""
    assert fits(operator, read(text))


@pytest.mark.parametrize(("operator", "text"), examples("leaves_alone"))
def test_operator_leaves_its_counter_example_alone(operator: Operator, text: str, read: Reader) -> None:
    """A text in `leaves_alone` gives no transfer of the operator's type."""
    assert not fits(operator, read(text))
