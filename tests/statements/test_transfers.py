"""What is read of arms that pass from one party to another."""

from collections.abc import Callable

from dragoman.model.reading import Reading
from dragoman.model.statement import Participant, Transfer

Reader = Callable[..., Reading]


def transfers(reading: Reading) -> list[Transfer]:
    """The transfers of a reading."""
    return [s for s in reading.statements if isinstance(s, Transfer)]


def country(statement: Transfer, role: str) -> str | None:
    """The country that fills a role."""
    found: list[Participant] = [p for p in statement.participants if p.role == role]
    return found[0].country if found else None


def test_each_item_of_a_list_has_its_own_supplier(read: Reader) -> None:
    """'tanks from X and howitzers from Y' are two suppliers, not four transfers."""
    found = transfers(
        read("Romania ordered 54 Abrams tanks from the United States and 18 K9 howitzers from South Korea in 2023.")
    )
    assert {(t.item, country(t, "supplier")) for t in found} == {("M1 Abrams", "USA"), ("K9 Thunder", "KOR")}


def test_the_receiver_left_out_is_the_other_state_spoken_of(read: Reader) -> None:
    """A delivery without a receiver goes to the other of the two states of the sentence before."""
    (found,) = transfers(read("Turkey signed a defence pact with Chad in 2019. Two years later Turkey delivered six howitzers."))
    assert (country(found, "supplier"), country(found, "recipient")) == ("TUR", "TCD")


def test_what_arrives_comes_to_the_place_named(read: Reader) -> None:
    """A shipment that is unloaded in a town has come to its country."""
    (found,) = transfers(read("Two armoured vehicles were unloaded at Bangui in 2021."))
    assert country(found, "recipient") == "CAF"


def test_an_agreement_on_arms_is_planned(read: Reader) -> None:
    """A framework agreement orders nothing yet."""
    found = transfers(read("Peru signed a framework agreement with South Korea for 30 K808 armoured vehicles."))
    assert {t.realis for t in found} == {"planned"}


def test_taking_delivery_is_one_transfer(read: Reader) -> None:
    """The verb tells it; its noun is not read a second time."""
    assert len(transfers(read("Serbia took delivery of four Mi-35 helicopters from Russia."))) == 1
