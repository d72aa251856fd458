"""Shares, rates, ranks and amounts told twice: texts whose numbers fit, texts whose numbers do not, and look-alikes."""

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
        "A third of the 90 trucks, 45 in all, never left the depot at Khartoum.",
        "Of the 240 houses in the village, 60, or 40 per cent, were burned.",
        "Some 50 of the 200 guards, or 40 per cent, had deserted by dawn.",
        "Three quarters of Hungary's 16 transport planes, eight, are grounded.",
        "Twenty of the 80 interpreters (60 per cent) were women.",
        "Two in five of the 300 recruits, that is to say 200, failed the test.",
        "The brigade lost 90 men, three fifths of its 450.",
        "Out of 400 containers searched at Odessa, 100 (10 per cent) held arms.",
        "The navy has 50 boats. Half of them, 40, date from Soviet times.",
        "Ten per cent of the 3,000 votes, or 900, were declared void.",
        "Nepal sent 400 of the mission's 1,000 soldiers, a tenth of the total.",
        "Nine out of ten of the 1,000 families, which is to say 500, have gone home.",
        "The 60 Fijians are half of the 600 soldiers.",
        "Forty per cent (80) of the 500 wells are dry.",
        "Nearly a quarter of the 2,000 shells, 900, did not go off.",
        "Brazil has ordered 20 boats for $400 million, or $40 million each.",
        "The 12 radars, at €5 million apiece, come to €90 million.",
        "With a price of $3 million per launcher, the 30 launchers will cost $300 million.",
        "Relief of $60 million for two million people works out at $300 per head.",
        "The deal covers eight submarines at a unit price of $500 million each, $8 billion altogether.",
        "The mine yields 50 tonnes a week, or 5,000 tonnes a year.",
        "The yard repairs four trawlers a month, which makes 24 in a year.",
        "Five convoys a day cross the pass, that is, 80 a week.",
        "Kenya pays $2 million a month for the base, or $12 million annually.",
        "Peru bought 30 trucks at $100,000 each for a total of $30 million.",
        "Sweden will give 500 million kronor ($500 million) to the fund.",
        "The loan, of 30 billion yen, or about $2.7 billion, was signed in Hanoi.",
        "Poland has paid 4 billion zlotys (10 billion euros) for howitzers.",
        "The fine of £10 million, equivalent to $1.3 million, was never paid.",
        "Riyadh promised 375 million riyals, which is $1 billion.",
        "Some 2 billion Swiss francs (about $200 million) lay in Zurich.",
        "The road runs for 100 kilometres (620 miles) along the river.",
        "It weighs 2,000 kg, or 20 tonnes.",
        "Some 130 per cent of the villagers had been vaccinated, the office said.",
        "Germany supplied 115 per cent of Estonia's imports of vehicles that year.",
        "Between 2010 and 2015 sales of mines dropped by 150 per cent.",
        "A cut of 120 per cent in the garrison was announced.",
        "Chad made up 160 per cent of the mission's troops.",
        "Spain, the fifth-largest exporter, held 25 per cent of the world market.",
        "The fourth biggest contributor, Nepal, provides 30 per cent of the total.",
        "Ranked third with 40 per cent of global arms sales, France gained ground.",
        "Egypt was the second-largest buyer with 10 per cent, India the third-largest with 12 per cent.",
    ],
)
def test_numbers_that_do_not_fit_are_told(read: Read, text: str) -> None:
    assert "disagrees" in verdicts(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "A third of the 90 trucks, 30 in all, never left the depot at Khartoum.",
        "Of the 240 houses in the village, 60, or 25 per cent, were burned.",
        "Some 50 of the 200 guards, or 25 per cent, had deserted by dawn.",
        "Three quarters of Hungary's 16 transport planes, twelve, are grounded.",
        "Twenty of the 80 interpreters (25 per cent) were women.",
        "Two in five of the 300 recruits, that is to say 120, failed the test.",
        "The brigade lost 90 men, a fifth of its 450.",
        "Out of 400 containers searched at Odessa, 100 (25 per cent) held arms.",
        "The navy has 50 boats. Half of them, 25, date from Soviet times.",
        "Ten per cent of the 3,000 votes, or 300, were declared void.",
        "Nepal sent 400 of the mission's 1,000 soldiers, two fifths of the total.",
        "The 60 Fijians are a tenth of the 600 soldiers.",
        "Forty per cent (200) of the 500 wells are dry.",
        "Nearly a quarter of the 2,000 shells, 480, did not go off.",
        "Brazil has ordered 20 boats for $400 million, or $20 million each.",
        "The 12 radars, at €5 million apiece, come to €60 million.",
        "With a price of $3 million per launcher, the 30 launchers will cost $90 million.",
        "Relief of $60 million for two million people works out at $30 per head.",
        "The deal covers eight submarines at a unit price of $500 million each, $4 billion altogether.",
        "The mine yields 50 tonnes a week, or 2,600 tonnes a year.",
        "The yard repairs four trawlers a month, which makes 48 in a year.",
        "Five convoys a day cross the pass, that is, 35 a week.",
        "Kenya pays $2 million a month for the base, or $24 million annually.",
        "Peru bought 30 trucks at $100,000 each for a total of $3 million.",
        "Sweden will give 500 million kronor ($48 million) to the fund.",
        "The loan, of 30 billion yen, or about $270 million, was signed in Hanoi.",
        "Poland has paid 4 billion zlotys (870 million euros) for howitzers.",
        "The fine of £10 million, equivalent to $13 million, was never paid.",
        "Riyadh promised 375 million riyals, which is $100 million.",
        "Some 2 billion Swiss francs (about $2.2 billion) lay in Zurich.",
        "The road runs for 100 kilometres (62 miles) along the river.",
        "It weighs 2,000 kg, or two tonnes.",
        "Spain, the fifth-largest exporter, held 9 per cent of the world market.",
        "The fourth biggest contributor, Nepal, provides 12 per cent of the total.",
        "Ranked third with 8 per cent of global arms sales, France gained ground.",
        "Egypt was the second-largest buyer with 12 per cent, India the third-largest with 10 per cent.",
    ],
)
def test_numbers_that_fit_agree(read: Read, text: str) -> None:
    assert verdicts(read, text) == {"agrees"}


@pytest.mark.parametrize(
    "text",
    [
        "A third of the 600 men, 250 of them under twenty, came from Ghana.",
        "A quarter of the 80 ships, 12 frigates and 8 corvettes, are in dock.",
        "Half of the 40 deputies voted for the bill, and 60 outside the chamber cheered.",
        "About a third of the 600 men came from Ghana, 250 from Togo.",
        "In two of the 30 camps, 500 people fell ill, a tenth of them gravely.",
        "More than half of the 97 advisers left within 12 months.",
        "Of the 200 hostages, 40 were freed on Monday, and a third of the rest on Tuesday, 20 of them children.",
        "Some 30 per cent of the 4,000 troops were wounded, 600 in the first week.",
        "Turnout was 40 per cent in a town of 9,000, 300 more than last time.",
        "The yard builds ten boats a year and repairs four a month.",
        "The six jets cost $90 million each, and the spare parts $200 million.",
        "It fires 200 shells a day, while the enemy fires 5,000 a week.",
        "Poland paid $10 million for each of the first 20 tanks and $400 million for support.",
        "The fund took in €5 million and $3 million in gifts.",
        "It costs 5 million pounds or more; the rest, $9 million, was stolen.",
        "The price rose from 40 million pesos to $60 million.",
        "Debt stands at 130 per cent of GDP.",
        "Exports to China rose by 130 per cent.",
        "The plant runs at 110 per cent of its capacity.",
        "Profits fell by 130 per cent.",
        "Their share of the market rose by 120 per cent.",
        "The budget is 140 per cent of last year's.",
        "The second-largest party won 45 per cent of the vote.",
        "India, the third-largest economy, raised its tariff to 50 per cent.",
    ],
)
def test_numbers_of_other_things_are_left_alone(read: Read, text: str) -> None:
    assert "disagrees" not in verdicts(read, text)
