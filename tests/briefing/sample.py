"""The readings and findings of three documents of our own, made by hand: the briefing is tested without the reader."""

from dataclasses import replace

from sample_pieces import (
    ARMY,
    EST,
    FIN,
    FRONT,
    HOSTILE,
    LEAGUE,
    LETTER,
    LVA,
    NOR,
    RADARS,
    day,
    event,
    exactly,
    part,
    said,
    span,
    trade,
    transfer,
    year,
)

from dragoman.model.document import Furniture
from dragoman.model.finding import Finding
from dragoman.model.reading import Reading
from dragoman.model.serialise import stable_id
from dragoman.model.span import Factuality, Place, Time
from dragoman.model.statement import (
    Amount,
    Assessment,
    Attribution,
    Change,
    Content,
    Facility,
    Figure,
    Membership,
    Quotation,
    Source,
    Statement,
    Tenure,
)


def radars() -> list[Statement]:
    """The statements of the first document."""
    d = RADARS
    finland, estonia = part("supplier", d, "Finland", **FIN), part("recipient", d, "Estonia", **EST)
    ministry = said(d, "Estonian defence ministry", "said")
    delivered = "Finland delivered four radars to neighbouring Estonia on Monday"
    denied = Factuality(polarity="negative", certainty="certain", cues=("denied",))
    likely, unsure = (
        Factuality(certainty="probable", cues=("expected",)),
        Factuality(certainty="underspecified", cues=("reportedly",)),
    )
    return [
        transfer(
            d,
            delivered,
            "radar",
            "delivery",
            (finland, estonia),
            attribution=ministry,
            quantity=exactly(4, "four"),
            time=day("2023-03-13", text="Monday", basis="published"),
            order_time=day("2023-03-06", text="6 March", basis="published"),
            author_factuality=Factuality(certainty="underspecified"),
        ),
        event(
            d,
            delivered,
            "AID",
            "delivered",
            7.4,
            replace(finland, role="actor"),
            replace(estonia, role="recipient"),
            mode="military",
            attribution=ministry,
            time=day("2023-03-13", text="Monday", basis="published"),
            contexts=("military",),
            cameo="072",
        ),
        transfer(
            d,
            "Norway reportedly offered about 20 more",
            "radar",
            "offer",
            (part("supplier", d, "Norway", **NOR),),
            factuality=unsure,
            attribution=said(d, None, "reportedly"),
            quantity=Amount(value=20, low=None, high=None, qualifier="about", text="about 20"),
        ),
        event(
            d,
            "Estonia had asked Latvia for missiles",
            "REQUEST",
            "asked",
            1.6,
            part("actor", d, "Estonia", **EST),
            part("recipient", d, "Latvia", **LVA),
            factuality=denied,
            attribution=said(d, "A spokesman", "denied"),
        ),
        transfer(
            d,
            "Estonia had asked Latvia for missiles",
            "missile",
            "request",
            (part("supplier", d, "Latvia", **LVA), estonia),
            item_category="missiles",
            factuality=denied,
            attribution=said(d, "A spokesman", "denied"),
        ),
        Facility(
            **span(d, "Finland plans to open a radar factory in Oulu in 2025"),
            read_by="facilities/open",
            name=None,
            facility_type="factory",
            product=("radar",),
            status="planned",
            realis="planned",
            factuality=Factuality(certainty="underspecified", cues=("plans",)),
            time=year(2025),
            place=Place(name="Oulu", country="FIN", lat=65.0, lon=25.5, text="Oulu", precision="town"),
            participants=(part("operator", d, "Finland", **FIN),),
        ),
        trade("4.1 billion euros in 2020", 4.1e9, 2020),
        trade("4.6 billion euros in 2021", 4.6e9, 2021, change=Change(direction="up", value=12, unit="%")),
        trade("5.2 billion euros in 2022", 5.2e9, 2022),
        trade("expected to reach 5.9 billion euros in 2024", 5.9e9, 2024, realis="planned", factuality=likely, qualifier="about"),
        Quotation(
            **span(d, '"We have never been closer," Finland\'s foreign minister, Aino Laine, said'),
            read_by="quotations",
            mode="direct",
            cue="said",
            content=Content(start=d.text.index("We have"), end=d.text.index("closer") + 7, text="We have never been closer,"),
            participants=(part("speaker", d, "Aino Laine", entity="person/aino-laine", country="FIN", sector="GOV"),),
        ),
        Tenure(
            **span(d, "Finland's foreign minister, Aino Laine"),
            read_by="tenures/apposition",
            office="foreign minister",
            participants=(
                part("person", d, "Aino Laine", entity="person/aino-laine", country="FIN", sector="GOV"),
                part("polity", d, "Finland", **FIN),
            ),
        ),
        Assessment(
            **span(d, "Relations have improved since 2019"),
            read_by="assessments/improve",
            direction="improving",
            dimension="general",
            time=Time(start="2019-01-01", end=None, granularity="range", text="since 2019", basis="explicit"),
            participants=(part("party", d, "Finland", **FIN), part("party", d, "Estonia", **EST)),
        ),
    ]


def strike() -> list[Statement]:
    """The statements of the second document, which is hostile."""
    d = HOSTILE
    army = Source(source="the army", source_entity=None, cue="cited", start=d.text.index("cited"), end=d.text.index("cited") + 5)
    official = said(d, "one official", "according to")
    chain = Attribution(
        source=army.source, source_entity=None, cue=army.cue, start=army.start, end=army.end, chain=(official, army)
    )
    front = part("actor", d, "Rebels of the <b>Front</b>", "<b>Front</b>", **FRONT)
    soldiers = part("recipient", d, "The army", 'Army of "Durra"', **ARMY)
    possible = Factuality(certainty="possible", cues=("Suspected", '"><img onerror=alert(5)>'))
    return [
        event(
            d,
            "Rebels of the <b>Front</b> attacked the port of Durra on 12 March 2023, killing at least seven soldiers",
            "ASSAULT",
            "attacked",
            -10.0,
            front,
            soldiers,
            fatalities_low=7,
            attribution=chain,
            time=day("2023-03-12", text="12 March 2023"),
            place=Place(name="Durra", country=None, lat=None, lon=None, text="Durra", precision=None),
        ),
        Facility(
            **span(d, "the port of Durra"),
            read_by="facilities/attacked",
            name="Port of Durra (الميناء)",
            facility_type="port",
            status="attacked",
            time=day("2023-03-12", text="12 March 2023"),
        ),
        Figure(
            **span(d, "killing at least seven soldiers"),
            read_by="figures/casualties",
            measure="casualties",
            value=7,
            unit="count",
            qualifier="at least",
            participants=(part("subject", d, "soldiers"),),
            time=day("2023-03-12", text="12 March 2023"),
            attribution=chain,
        ),
        event(
            d,
            "</p><script>alert('text')</script> The army may retake الميناء الشمالي within days",
            "COERCE",
            "retake",
            -9.0,
            replace(soldiers, role="actor"),
            realis="hypothetical",
            factuality=Factuality(certainty="possible", cues=("may",)),
            count=1,
        ),
        event(
            d,
            'Suspected agents of Norway threatened the rebels with "consequences" & <i onclick=alert(4)>worse</i>',
            "THREATEN",
            "threatened",
            -6.0,
            part("actor", d, "agents of Norway", "Norway", **NOR),
            part("recipient", d, "the rebels", "<b>Front</b>", **FRONT),
            factuality=possible,
        ),
        Membership(
            **span(d, "Durra joined the Coastal League in 1994"),
            read_by="memberships/join",
            status="joined",
            time=year(1994),
            participants=(part("member", d, "Durra"), part("organisation", d, "Coastal League", **LEAGUE)),
        ),
        Membership(
            **span(d, "Latvia is not a member of it"),
            read_by="memberships/member",
            status="member",
            factuality=Factuality(polarity="negative", cues=("not",)),
            participants=(part("member", d, "Latvia", **LVA), part("organisation", d, "it", "Coastal League", **LEAGUE)),
        ),
        event(
            d,
            "Finland accused Norway of arming the Front",
            "ACCUSE",
            "accused",
            -2.0,
            part("actor", d, "Finland", **FIN),
            part("recipient", d, "Norway", **NOR),
        ),
        event(
            d,
            "Finland accused Norway of arming the Front and imposed sanctions on it",
            "SANCTION",
            "imposed",
            -8.0,
            part("actor", d, "Finland", **FIN),
            part("recipient", d, "Norway", **NOR),
            mode="discontinue",
        ),
    ]


def letter() -> list[Statement]:
    """The statements of the third document, which has neither title nor date and differs from the first."""
    d = LETTER
    finland, estonia = part("supplier", d, "Finland", **FIN), part("recipient", d, "Estonia", **EST)
    return [
        transfer(
            d,
            "Finland delivered 6 radars to Estonia in March 2023",
            "radar",
            "delivery",
            (finland, estonia),
            quantity=exactly(6, "6"),
            time=day("2023-03-01", "2023-03-31", "month", text="March 2023"),
        ),
        trade("5.4 billion euros in 2022", 5.4e9, 2022, LETTER),
        event(
            d,
            "Finland and Estonia agreed to train together",
            "AGREE",
            "agreed",
            4.5,
            replace(finland, role="actor"),
            replace(estonia, role="actor"),
        ),
        event(
            d,
            "train together",
            "COOPERATE",
            "train",
            7.4,
            replace(finland, role="actor"),
            replace(estonia, role="actor"),
            realis="planned",
            factuality=Factuality(certainty="underspecified", cues=("agreed",)),
        ),
        Assessment(
            **span(d, "with which it has traded since the 1990s"),
            read_by="assessments/trade",
            direction="good",
            dimension="economic",
            time=Time(start="1990-01-01", end=None, granularity="decade", text="since the 1990s", basis="explicit"),
            participants=(part("party", d, "Finland", **FIN), part("party", d, "Estonia", **EST)),
        ),
    ]


def identify(statements: list[Statement]) -> tuple[Statement, ...]:
    """The statements with ids as the reader would give them."""
    return tuple(replace(s, id=stable_id(s.document.id, s.kind, s.start, s.end, repr(s))) for s in statements)


def readings() -> list[Reading]:
    """The three readings."""
    dateline, notice = RADARS.text.index("TALLINN"), RADARS.text.index("©")
    furniture = (
        Furniture(start=dateline, end=RADARS.text.index("Finland"), kind="dateline"),
        Furniture(start=notice, end=len(RADARS.text), kind="credit"),
    )
    return [
        Reading(document=replace(RADARS, furniture=furniture), statements=identify(radars())),
        Reading(document=HOSTILE, statements=identify(strike())),
        Reading(document=LETTER, statements=identify(letter())),
    ]


def findings() -> list[Finding]:
    """A finding of each verdict, and two disagreements."""
    by_words = {s.text: s.id for reading in readings() for s in reading.statements}
    delivered = "Finland delivered four radars to neighbouring Estonia on Monday"
    return [
        Finding(
            id="x1",
            check="interval",
            verdict="disagrees",
            claimed="two weeks",
            computed="7 days (6 to 13 March 2023)",
            **span(RADARS, "two weeks after the order of 6 March"),
            statements=(by_words[delivered],),
            explanation="The text puts two weeks between the order of 6 March and the delivery of 13 March 2023; it is 7 days.",
        ),
        Finding(
            id="x2",
            check="border",
            verdict="agrees",
            claimed="Estonia is a neighbour of Latvia",
            computed="they share a border",
            **span(HOSTILE, "Latvia is not a member"),
            explanation="Estonia and Latvia share a border.",
            reference="countries: EST <borders>",
        ),
        Finding(
            id="x3",
            check="border",
            verdict="disagrees",
            claimed="Finland shares a border with Estonia",
            computed="no common border",
            **span(LETTER, "Finland shares a border with Estonia"),
            explanation="Finland and Estonia share no land border; the Gulf of Finland lies between them.",
            reference="countries: FIN, EST",
        ),
        Finding(
            id="x4",
            check="count",
            verdict="cannot tell",
            claimed="at least seven soldiers",
            computed="no other number <given>",
            **span(HOSTILE, "at least seven soldiers"),
            explanation="No other text gives a number of dead, so the <count> cannot be compared.",
        ),
    ]
