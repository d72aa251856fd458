"""How numbers moved: texts whose numbers fit, texts whose numbers do not, and look-alikes."""

from collections.abc import Callable

import pytest

from dragoman.checks.registry import check_all
from dragoman.model.reading import Reading

Read = Callable[..., Reading]


def verdicts(read: Read, text: str) -> set[str]:
    return {f.verdict for f in check_all([read(text, "2023-03-01")]) if f.check == "arithmetic"}


@pytest.mark.parametrize(
    "text",
    [
        "Estonia's garrison doubled from 400 to 1,100 men.",
        "Sales of rifles trebled, to 900 from 200.",
        "The fleet was halved from 80 to 60 ships.",
        "Arms spending rose by a third, from €600 million to €1.2 billion.",
        "Output fell by a quarter to 90 shells a day from 200.",
        "A 50 per cent increase on the 300 trucks of 2015 brought the total to 600.",
        "At 2,400, the number of conscripts is up by half on the 1,200 of 2010.",
        "The yard built 90 boats, three times as many as the 50 it launched in 2012.",
        "Lithuania bought 120 vehicles in 2019, twice the 40 of the year before.",
        "The grant of $60 million is 20 per cent more than last year's $40 million.",
        "The mission counts 500 men, a quarter fewer than the 1,000 of 2011.",
        "The garrison, 300 strong in 2010, had trebled to 500 by 2015.",
        "Imports reached 90 tanks, up 50 per cent from 30 in 2013.",
        "There was a tenfold rise in the number of drones, from 20 to 60.",
        "The army grew by 150 men, from 600 to 900.",
        "Deliveries in 2015, at 40 guns, were down 60 per cent from the 80 of 2014.",
        "Its share fell by five percentage points, from 30 to 20 per cent.",
        "The number of patrols rose from 60 to 45.",
        "In 2010 the plant made 40 engines; in 2015 it made 60, twice as many.",
        "Trade doubled between 2010 and 2015, going from €3 billion to €9 billion.",
        "The number of boats went down by 40 per cent, to 90 from 100.",
        "Kosovo cut its force to a third, from 900 to 600 men.",
        "Exports have more than doubled, from 200 to 300 tonnes.",
        "Exports have nearly doubled, from 200 to 500 tonnes.",
        "The doubling of the force from 500 to 700 men was announced in May.",
        "Brazil shipped 600 rifles in 2014 against 400 in 2013, a rise of 80 per cent.",
        "Compared with 200 in 2010, the number of camps reached 300 in 2012, an increase of 90 per cent.",
    ],
)
def test_numbers_that_do_not_fit_are_told(read: Read, text: str) -> None:
    assert "disagrees" in verdicts(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "Estonia's garrison doubled from 400 to 800 men.",
        "Sales of rifles trebled, to 600 from 200.",
        "The fleet was halved from 80 to 40 ships.",
        "Arms spending rose by a third, from €600 million to €800 million.",
        "Output fell by a quarter to 150 shells a day from 200.",
        "A 50 per cent increase on the 300 trucks of 2015 brought the total to 450.",
        "At 2,400, the number of conscripts is up by a fifth on the 2,000 of 2010.",
        "The yard built 150 boats, three times as many as the 50 it launched in 2012.",
        "Lithuania bought 80 vehicles in 2019, twice the 40 of the year before.",
        "The grant of $60 million is 50 per cent more than last year's $40 million.",
        "The mission counts 750 men, a quarter fewer than the 1,000 of 2011.",
        "The garrison, 300 strong in 2010, had trebled to 900 by 2015.",
        "Imports reached 45 tanks, up 50 per cent from 30 in 2013.",
        "There was a tenfold rise in the number of drones, from 20 to 200.",
        "The army grew by 150 men, from 600 to 750.",
        "Deliveries in 2015, at 40 guns, were down 50 per cent from the 80 of 2014.",
        "Its share fell by five percentage points, from 30 to 25 per cent.",
        "The number of patrols rose from 45 to 60.",
        "In 2010 the plant made 40 engines; in 2015 it made 80, twice as many.",
        "Trade doubled between 2010 and 2015, going from €3 billion to €6 billion.",
        "The number of boats went down by 40 per cent, to 60 from 100.",
        "Exports have more than doubled, from 200 to 450 tonnes.",
        "Exports have nearly doubled, from 200 to 380 tonnes.",
        "The doubling of the force from 500 to 1,000 men was announced in May.",
        "Brazil shipped 600 rifles in 2014 against 400 in 2013, a rise of 50 per cent.",
        "Compared with 200 in 2010, the number of camps reached 300 in 2012, an increase of 50 per cent.",
    ],
)
def test_numbers_that_fit_agree(read: Read, text: str) -> None:
    assert verdicts(read, text) == {"agrees"}


@pytest.mark.parametrize(
    "text",
    [
        "The budget rose by 12 per cent, to $40 million from a year earlier.",
        "Exports to China rose 20 per cent from 2010 to 2012.",
        "The price rose from $30 a barrel to $60, while output fell by 10 per cent.",
        "The force doubled its patrols; 30 men from 12 villages went to 40 posts.",
        "Trade doubled to $400 million, while aid fell from $90 million to $60 million.",
        "The number of soldiers from 40 states rose to 300.",
        "Japan's exports doubled from 2010 to 2015, when they reached $40 million.",
        "The army moved 300 men from 12 posts to 9 others, a rise in pace of 10 per cent.",
        "Poland cut its order from 40 to 30 jets and its debt by half.",
        "Two more than the 40 boats promised were sunk, and 30 fled.",
        "The rebels doubled back from 200 to 300 metres.",
    ],
)
def test_numbers_of_other_things_are_left_alone(read: Read, text: str) -> None:
    assert "disagrees" not in verdicts(read, text)
