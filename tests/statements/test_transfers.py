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


def test_respectively_pairs_numbers_and_receivers(read: Reader) -> None:
    """Lists told one by one are not crossed."""
    found = transfers(read("Bulgaria and Slovakia will receive eight and 14 F-16s respectively."))
    assert [(country(t, "recipient"), t.quantity.value if t.quantity else None) for t in found] == [("BGR", 8), ("SVK", 14)]


def test_a_second_buyer_without_a_verb_has_its_own_number(read: Reader) -> None:
    """'and Croatia 50' is a second purchase of the same thing."""
    found = transfers(read("Hungary bought 44 Leopard 2A7 tanks and Croatia 50."))
    assert {(country(t, "recipient"), t.quantity.value if t.quantity else None) for t in found} == {("HUN", 44), ("HRV", 50)}


def test_transport_planes_are_not_what_they_bring(read: Reader) -> None:
    """What lands with missiles brings missiles."""
    (found,) = transfers(read("Two Iranian Il-76 freighters landed at Khartoum with Mohajer-6 drones for the Sudanese army."))
    assert (found.item, country(found, "supplier"), country(found, "recipient")) == ("Mohajer-6", "IRN", "SDN")


def test_who_pays_is_neither_giver_nor_receiver(read: Reader) -> None:
    """'paid for by X' names the payer."""
    (found,) = transfers(read("Norway donated 22,000 artillery shells to Ukraine, paid for by the Netherlands."))
    assert (country(found, "supplier"), country(found, "payer")) == ("NOR", "NLD")


def test_airlines_and_museums_buy_no_arms(read: Reader) -> None:
    """Jets of an airline and a museum's fighter are no transfers."""
    assert not transfers(read("Ethiopian Airlines ordered 20 jets from Boeing. The museum bought a Spitfire from a collector."))


def test_what_nobody_confirmed_is_left_open(read: Reader) -> None:
    """'has never confirmed that it received' is not certain; a report denied is negative."""
    (open_,) = transfers(read("Rabat has never confirmed that it received Spyder batteries from Israel."))
    assert open_.factuality.certainty != "certain"
    (denied,) = transfers(read("Serbia denied reports that it was negotiating with China for J-10C fighters."))
    assert denied.factuality.polarity == "negative"


def test_who_is_given_something_receives_it(read: Reader) -> None:
    """The subject of 'has been loaned drones by X' is the receiver."""
    (found,) = transfers(read("Portugal has been loaned two Heron drones by Israel."))
    assert (country(found, "supplier"), country(found, "recipient")) == ("ISR", "PRT")


def test_what_is_bound_for_somebody_is_theirs(read: Reader) -> None:
    """'bound for X' names the receiver of what was not let out."""
    (found,) = transfers(read("Berlin has revoked an export licence for Eurofighters bound for Saudi Arabia."))
    assert (found.transfer_type, country(found, "recipient")) == ("cancelled", "SAU")
