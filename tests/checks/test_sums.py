"""Totals and their parts: texts whose numbers fit, texts whose numbers do not, and look-alikes."""

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
        "Of the 24 ships that sailed, nine were sunk, eleven came home and seven were taken.",
        "Six of the 20 hostages were freed, the other 12 are still in the hills.",
        "The army lost 15 of its 60 tanks, leaving 55.",
        "Hungary sent 40 doctors and 25 nurses, 75 people in all.",
        "With ten boats from Oman, twelve from Qatar and eight from Kuwait, a total of 40 took part.",
        "The loan of $900 million is split three ways: $300 million for roads, $400 million for schools and $300 million for police.",
        "Together, Ghana (120 men) and Benin (80 men) provide 250 soldiers.",
        "Turkey delivered 50 drones, 20 in May, 15 in June and 25 in July.",
        "The escort consisted of 18 vehicles: ten lorries, six jeeps and four ambulances.",
        "The post was shelled five times, twice in June and once in July.",
        "Of 120 seats, 50 went to the ruling party, 45 to its rival and 35 to the rest.",
        "The 300 dead comprise 180 soldiers and 170 civilians.",
        "The fighting killed 18 policemen and 22 rebels, 50 people altogether.",
        "Some 40 per cent of the guns came from Serbia, 35 per cent from Turkey and 45 per cent from China.",
        "Imports: Russia (60 per cent), China (30 per cent), Italy (25 per cent).",
        "Kazakhstan gave 30 tonnes of flour and Uzbekistan 20 tonnes, which makes 70 tonnes.",
        "Norway and Denmark pledged €30 million and €50 million, €100 million together.",
        "The grant of €12 million, of which €7 million is for Mali and €8 million for Niger, was approved.",
    ],
)
def test_numbers_that_do_not_fit_are_told(read: Read, text: str) -> None:
    assert "disagrees" in verdicts(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "Of the 24 ships that sailed, nine were sunk, eight came home and seven were taken.",
        "Six of the 20 hostages were freed, the other 14 are still in the hills.",
        "The army lost 15 of its 60 tanks, leaving 45.",
        "Hungary sent 40 doctors and 25 nurses, 65 people in all.",
        "With ten boats from Oman, twelve from Qatar and eight from Kuwait, a total of 30 took part.",
        "The loan of $900 million is split three ways: $300 million for roads, $400 million for schools and $200 million for police.",
        "Together, Ghana (120 men) and Benin (80 men) provide 200 soldiers.",
        "Turkey delivered 50 drones, 20 in May, 15 in June and 15 in July.",
        "The escort consisted of 18 vehicles: eight lorries, six jeeps and four ambulances.",
        "The post was shelled five times, twice in June and three times in July.",
        "Of 120 seats, 50 went to the ruling party, 45 to its rival and 25 to the rest.",
        "The 300 dead comprise 180 soldiers and 120 civilians.",
        "The fighting killed 18 policemen and 22 rebels, 40 people altogether.",
        "Some 40 per cent of the guns came from Serbia, 35 per cent from Turkey and 25 per cent from China.",
        "Kazakhstan gave 30 tonnes of flour and Uzbekistan 20 tonnes, which makes 50 tonnes.",
        "Norway and Denmark pledged €30 million and €50 million, €80 million together.",
    ],
)
def test_numbers_that_fit_agree(read: Read, text: str) -> None:
    assert verdicts(read, text) == {"agrees"}


@pytest.mark.parametrize(
    "text",
    [
        "The 12 judges voted seven to six.",
        "The grant of €12 million, of which €7 million is for Mali, was approved with a loan of €30 million.",
        "Five soldiers and nine civilians died on Monday, bringing the total to 50.",
        "Of the 300 refugees, 200 are women and 150 come from Darfur.",
        "The attack killed 20 people: 12 soldiers died at once and 30 were hurt.",
        "The delegation of 20, with five ministers and three generals, left on Monday.",
        "The town of 3,000 people has 400 houses and 20 shops.",
        "Poland bought 30 tanks, 12 howitzers and 40 lorries.",
        "Inflation was 40 per cent in Turkey, 30 per cent in Iran and 50 per cent in Sudan.",
        "Exports rose 40 per cent in 2020, 30 per cent in 2021 and 50 per cent in 2022.",
        "Some 60 per cent of men, 50 per cent of women and 40 per cent of children had fled.",
        "Of the 60 planes, 30 are old, 20 cannot fly and 40 pilots have left.",
        "The court sentenced 30 men, 12 of them to death and ten to life.",
        "They seized 30 rifles, 12 pistols and 40 grenades in two raids.",
        "The two ships carried 30 men each, and a third 20.",
        "The mission lost 12 men in May and 8 in June; in all 300 have died since 2013.",
        "The fleet has 40 ships, 10 more than Japan and 5 fewer than India.",
        "He spent 30 days in two prisons, 12 in Baku and 10 in Ganja.",
    ],
)
def test_numbers_of_other_things_are_left_alone(read: Read, text: str) -> None:
    assert "disagrees" not in verdicts(read, text)
