"""Events: who acts, who is acted upon, what is promised, and what stands within what."""

from collections.abc import Callable

from dragoman.model.reading import Reading
from dragoman.model.statement import Event

Reader = Callable[..., Reading]


def events(read: Reader, text: str) -> list[Event]:
    """The events of a text, read as published at the end of June 2024."""
    return [s for s in read(text, "2024-06-30").statements if isinstance(s, Event)]


def countries(event: Event, role: str) -> set[str | None]:
    """The countries of the participants in a role."""
    return {p.country for p in event.participants if p.role == role}


def of_type(found: list[Event], event_type: str) -> Event:
    """The only event of a type."""
    (event,) = [e for e in found if e.event_type == event_type]
    return event


def test_passive_keeps_actor_and_recipient(read: Reader) -> None:
    """In a passive the actor stands after 'by'."""
    event = of_type(events(read, "Kuwait was invaded by Iraq in August 1990."), "ASSAULT")
    assert (countries(event, "actor"), countries(event, "recipient")) == ({"IRQ"}, {"KWT"})


def test_mutual_act_lists_both_as_actors(read: Reader) -> None:
    """Both sides of a clash are actors."""
    event = of_type(events(read, "Kyrgyzstan clashed with Tajikistan in September 2022."), "ASSAULT")
    assert countries(event, "actor") == {"KGZ", "TJK"}


def test_visitor_is_actor_and_host_recipient(read: Reader) -> None:
    """A visit is the visitor's act; the country of the place visited is its recipient."""
    event = of_type(events(read, "The Portuguese foreign minister visited Angola on Monday."), "CONSULT")
    assert (event.mode, countries(event, "actor"), countries(event, "recipient")) == ("visit", {"PRT"}, {"AGO"})


def test_what_somebody_says_they_will_give_is_a_promise(read: Reader) -> None:
    """'will give' is an AGREE with the AID within it."""
    found = events(read, "Finland will give Tanzania a grant, the ministry of finance said.")
    promise, gift = of_type(found, "AGREE"), of_type(found, "AID")
    assert gift.within == promise.id


def test_what_somebody_says_they_will_not_do_is_a_refusal(read: Reader) -> None:
    """'will not meet' is a REJECT."""
    assert of_type(events(read, "Serbia said it would not meet envoys from Kosovo."), "REJECT").mode == "meet"


def test_hostile_act_made_to_depend_on_yielding_is_a_threat(read: Reader) -> None:
    """'will withdraw … unless' is a THREATEN, though a withdrawal alone would be a promise."""
    found = events(read, "Nigeria announced that it will withdraw its troops from Chad unless the rebels are disarmed.")
    assert "THREATEN" in {e.event_type for e in found}


def test_content_of_a_request_stands_within_it(read: Reader) -> None:
    """What is asked for is an act of its own, within the request."""
    found = events(read, "Oslo asked Moscow to release two Norwegian sailors.")
    assert of_type(found, "RETREAT").within == of_type(found, "REQUEST").id


def test_said_is_no_event(read: Reader) -> None:
    """Reporting is not acting."""
    assert events(read, "Kenya's president said the rains were late.") == []


def test_noun_that_completes_its_verb_is_no_second_event(read: Reader) -> None:
    """'imposed sanctions' is one act."""
    assert len(events(read, "Canada imposed sanctions on Belarus.")) == 1


def test_accident_is_no_assault(read: Reader) -> None:
    """Nobody acts in an earthquake."""
    assert events(read, "The earthquake killed 300 people in Nepal.") == []


def test_dead_are_counted(read: Reader) -> None:
    """The number before the dead is the event's."""
    assert of_type(events(read, "Rebels killed 14 soldiers in Mali."), "ASSAULT").fatalities == 14


def test_own_things_are_no_recipient(read: Reader) -> None:
    """Closing one's own border acts upon the neighbour, not upon oneself."""
    event = of_type(events(read, "Chad closed its border with Sudan."), "COERCE")
    assert countries(event, "recipient") == {"SDN"}


def test_joined_nationalities_are_two_parties(read: Reader) -> None:
    """'French and Egyptian warships' are France's and Egypt's."""
    event = of_type(events(read, "French and Egyptian warships attacked the port of Tobruk."), "ASSAULT")
    assert countries(event, "actor") == {"FRA", "EGY"}


def test_ordinary_police_work_is_no_event(read: Reader) -> None:
    """An arrest without any country or political body is left to the crime pages."""
    assert events(read, "Police arrested two men with drugs.") == []


def test_bomb_is_the_instrument_and_its_owner_the_actor(read: Reader) -> None:
    """What somebody strikes with is no actor."""
    event = of_type(events(read, "Two bombs destroyed a bridge in Kenya."), "ASSAULT")
    assert [(p.role, p.text) for p in event.participants if p.role in ("actor", "instrument")] == [("instrument", "Two bombs")]


def test_idea_is_no_victim(read: Reader) -> None:
    """Violence is done to bodies and things; an attack on an idea is a figure of speech."""
    assert not [e for e in events(read, "Chad called the law an attack on liberty.") if e.event_type == "ASSAULT"]


def test_family_listed_after_a_name_are_victims_too(read: Reader) -> None:
    """A list that the parser takes for an apposition names several persons."""
    event = of_type(events(read, "Gunmen killed Pedro Gomez, his wife and two guards."), "ASSAULT")
    assert [p.text for p in event.participants if p.role == "recipient"] == ["Pedro Gomez", "his wife", "two guards"]


def test_who_is_there_after_an_attack_did_not_do_it(read: Reader) -> None:
    """A noun of action after 'after' has another actor than the clause."""
    found = events(read, "The Danish minister slept badly after the attack on Kabul.")
    assert all(not countries(e, "actor") for e in found if e.event_type == "ASSAULT")
