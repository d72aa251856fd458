"""Three short documents of our own with statements of all eight kinds made by hand: the briefing is tested without the reader.

What they say is invented. Titles, names and words hold what a hostile document would: markup, quotes, right-to-left letters.
"""

import datetime as dt
from typing import Any

from dragoman.model.document import Document
from dragoman.model.span import Time
from dragoman.model.statement import (
    Amount,
    Attribution,
    Event,
    Figure,
    Participant,
    Source,
    Transfer,
)

RADARS = Document(
    id="wire/radars.txt",
    title="Estonia takes delivery of radars",
    publisher="Sample Wire",
    author="A. Writer",
    published=dt.date(2023, 3, 14),
    url="https://samplewire.example.org/radars",
    text=(
        "TALLINN, 14 March (Sample Wire) – Finland delivered four radars to neighbouring Estonia on Monday, two weeks "
        "after the order of 6 March, the Estonian defence ministry said.\n\n"
        "Norway reportedly offered about 20 more. A spokesman denied that Estonia had asked Latvia for missiles. "
        "Finland plans to open a radar factory in Oulu in 2025, which will probably make the R-7.\n\n"
        "Trade between Finland and Estonia was 4.1 billion euros in 2020, 4.6 billion euros in 2021 and 5.2 billion euros "
        "in 2022; it is "
        'expected to reach 5.9 billion euros in 2024. "We have never been closer," Finland\'s foreign minister, '
        "Aino Laine, said. "
        "Relations have improved since 2019.\n\n"
        "© 2023 Sample Wire. All rights reserved."
    ),
)
HOSTILE = Document(
    id='mail/"><img src=x onerror=alert(1)>.eml',
    title='<script>alert("title")</script> Strike on الميناء',
    publisher='"><img onerror=alert(2) src=y>',
    published=dt.date(2023, 3, 15),
    url="javascript:alert(3)",
    text=(
        "Rebels of the <b>Front</b> attacked the port of Durra on 12 March 2023, killing at least seven soldiers, "
        "according to one official who cited the army.\n\n"
        "</p><script>alert('text')</script> The army may retake الميناء الشمالي within days. "
        "Suspected agents of Norway threatened the rebels "
        'with "consequences" & <i onclick=alert(4)>worse</i>.\n\n'
        "Durra joined the Coastal League in 1994 and Latvia is not a member of it. "
        "Finland accused Norway of arming the Front and "
        "imposed sanctions on it."
    ),
)
LETTER = Document(
    id="letter.md",
    title=None,
    text=(
        "Finland delivered 6 radars to Estonia in March 2023. Trade between Finland and Estonia was 5.4 billion "
        "euros in 2022. "
        "Finland and Estonia agreed to train together.\n\nFinland shares a border with Estonia, "
        "with which it has traded since the 1990s."
    ),
)

FIN = {"entity": "state/FIN", "country": "FIN", "sector": "GOV"}
EST = {"entity": "state/EST", "country": "EST", "sector": "GOV"}
NOR = {"entity": "state/NOR", "country": "NOR", "sector": "GOV"}
LVA = {"entity": "state/LVA", "country": "LVA"}
FRONT = {"entity": "group/front", "country": "DZA", "sector": "REB"}
ARMY = {"entity": "group/army-of-durra", "country": "DZA", "sector": "MIL"}
LEAGUE = {"entity": "organisation/coastal-league", "sector": "IGO"}


def span(document: Document, words: str) -> dict[str, Any]:
    """The document and the place of some words in it, as every statement and finding has them."""
    start = document.text.index(words)
    return {"document": document, "start": start, "end": start + len(words), "text": words}


def part(role: Any, document: Document, words: str, name: str | None = None, **codes: str) -> Participant:
    """A participant whose words stand in the document."""
    start = document.text.index(words)
    return Participant(role=role, name=name or words, text=words, start=start, end=start + len(words), **codes)


def day(start: str, end: str | None = None, granularity: Any = "day", basis: Any = "explicit", text: str = "") -> Time:
    """A time; one day where `end` is not given."""
    return Time(start=start, end=end or start, granularity=granularity, text=text or start, basis=basis)


def year(number: int) -> Time:
    """A whole year."""
    return day(f"{number}-01-01", f"{number}-12-31", "year", text=str(number))


def said(document: Document, source: str | None, cue: str, *chain: Source) -> Attribution:
    """An attribution whose cue stands in the document."""
    start = document.text.index(cue)
    return Attribution(source=source, source_entity=None, cue=cue, start=start, end=start + len(cue), chain=chain)


def trade(words: str, value: float, number: int, document: Document = RADARS, **more: Any) -> Figure:
    """A number of the trade between Finland and Estonia."""
    parties = (part("subject", document, "Finland", **FIN), part("counterpart", document, "Estonia", **EST))
    return Figure(
        **span(document, words),
        read_by="figures/trade",
        measure="bilateral trade",
        value=value,
        unit="EUR",
        time=year(number),
        participants=parties,
        **more,
    )


def transfer(
    document: Document, words: str, item: str, kind: Any, participants: tuple[Participant, ...], **more: Any
) -> Transfer:
    """A transfer of something."""
    category = more.pop("item_category", "sensors")
    return Transfer(
        **span(document, words),
        read_by="transfers/" + kind,
        item=item,
        item_category=category,
        transfer_type=kind,
        participants=participants,
        **more,
    )


def event(
    document: Document, words: str, event_type: Any, trigger: str, score: float | None, *participants: Participant, **more: Any
) -> Event:
    """An event of a type, with its trigger."""
    start = document.text.index(trigger)
    return Event(
        **span(document, words),
        read_by="events/" + event_type.lower(),
        event_type=event_type,
        trigger=trigger,
        trigger_start=start,
        trigger_end=start + len(trigger),
        goldstein=score,
        participants=participants,
        **more,
    )


def exactly(value: float, text: str) -> Amount:
    """A number without a qualifier."""
    return Amount(value=value, low=None, high=None, qualifier="exactly", text=text)
