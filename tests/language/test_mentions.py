"""Mentions: who and what a text speaks of."""

import datetime as dt
from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.language.mention_names import NameEntry, build_index, find_names, name_key
from dragoman.language.mentions import mention_at
from dragoman.language.reader import annotate
from dragoman.model.document import Document
from dragoman.model.span import Mention

Parse = Callable[..., Doc]


@pytest.fixture(scope="module")
def parse(nlp: Language) -> Parse:
    """A text as a Doc of a document of June 2022, or of another day."""

    def parse_text(text: str, published: dt.date = dt.date(2022, 6, 10)) -> Doc:
        return annotate(Document(id="test", text=text, published=published), nlp)

    return parse_text


def at(doc: Doc, word: str, nth: int = 1) -> Mention | None:
    """The mention at the nth token with this text."""
    return mention_at(doc, [t for t in doc if t.text == word][nth - 1])


def required(doc: Doc, word: str, nth: int = 1) -> Mention:
    """As `at`, where there must be one."""
    mention = at(doc, word, nth)
    assert mention is not None
    return mention


def test_every_mention_quotes_its_document(parse: Parse) -> None:
    """The words of a mention stand at its offsets."""
    text = "Bolivian President Luis Arce met Peru's foreign minister in La Paz; TB2s flew over Incirlik air base."
    doc = parse(text)
    assert doc._.mentions
    assert all(text[m.start : m.end] == m.text for m in doc._.mentions)


def test_mentions_stand_in_order(parse: Parse) -> None:
    """Mentions come as in the text, the longer of two first."""
    doc = parse("The Bolivian government thanked the Peruvian army.")
    keys = [(m.start, -m.end) for m in doc._.mentions]
    assert keys == sorted(keys)


def test_capital_that_acts_is_the_government(parse: Parse) -> None:
    """'Lima condemned Quito' speaks of two governments."""
    doc = parse("Lima condemned Quito on Friday.")
    assert [(m.category, m.entity, m.sector) for m in doc._.mentions] == [
        ("country", "state/PER", "GOV"),
        ("country", "state/ECU", "GOV"),
    ]


def test_capital_with_relations_is_the_government(parse: Parse) -> None:
    """'ties with Kyiv' are ties with Ukraine's government."""
    doc = parse("Latvia strengthened its ties with Kyiv.")
    assert required(doc, "Kyiv").entity == "state/UKR"


@pytest.mark.parametrize(
    "text", ["Ministers met in Kyiv.", "The envoy flew to Kyiv.", "Shells hit Kyiv.", "The capital, Kyiv, is quiet."]
)
def test_capital_where_things_happen_is_a_town(parse: Parse, text: str) -> None:
    """After 'in', as the end of a journey and as a target the town is meant; it keeps its country and place."""
    mention = required(parse(text), "Kyiv")
    assert (mention.category, mention.country) == ("place", "UKR")
    assert mention.place is not None
    assert mention.place.precision == "town"


def test_title_gives_a_person_country_and_sector(parse: Parse) -> None:
    """'Botswanan President X' is of Botswana and GOV, whoever X is."""
    mention = required(parse("Botswanan President Kagiso Moremi spoke."), "Moremi")
    assert (mention.category, mention.country, mention.sector) == ("person", "BWA", "GOV")


def test_surname_alone_is_the_person_named_before(parse: Parse) -> None:
    """A surname later in the text takes the entity of the full name."""
    doc = parse("President Ebrahim Raisi visited Doha. Raisi met the emir.")
    assert required(doc, "Raisi", 2).entity == required(doc, "Raisi").entity == "person/ebrahim-raisi"


def test_apposition_gives_a_person_the_office(parse: Parse) -> None:
    """'Norway's foreign minister, X,' makes X Norwegian and GOV."""
    mention = required(parse("Norway's foreign minister, Ingrid Solberg, resigned."), "Solberg")
    assert (mention.country, mention.sector) == ("NOR", "GOV")


def test_ministry_of_a_country_is_an_organisation_with_a_stable_key(parse: Parse) -> None:
    """Two spellings of one ministry have one key."""
    first = required(parse("Uruguay's Ministry of Defense signed."), "Ministry")
    second = required(parse("The Uruguayan defence ministry signed."), "ministry")
    assert first.entity == second.entity == "organisation/uruguay-defence-ministry"


@pytest.mark.parametrize(
    ("text", "head", "country", "sector"),
    [
        ("Karen rebels attacked.", "rebels", "MMR", "REB"),
        ("The Ghanaian government agreed.", "government", "GHA", "GOV"),
        ("A Finnish court ruled.", "court", "FIN", "JUD"),
        ("The Omani Armed Forces drilled.", "Forces", "OMN", "MIL"),
        ("Police in Nairobi fired tear gas.", "Police", "KEN", "COP"),
        ("The National Bank of Slovakia cut rates.", "Bank", "SVK", "GOV"),
        ("Opposition groups in Benin protested.", "groups", "BEN", "OPP"),
    ],
)
def test_phrase_with_a_role_noun_has_country_and_sector(parse: Parse, text: str, head: str, country: str, sector: str) -> None:
    """Nationality, place or complement gives the country, the noun the sector."""
    mention = required(parse(text), head)
    assert (mention.country, mention.sector) == (country, sector)


def test_nationality_inside_a_phrase_has_its_own_mention(parse: Parse) -> None:
    """'Finnish' in 'the Finnish army' is a nationality."""
    mention = required(parse("The Finnish army trained."), "Finnish")
    assert (mention.category, mention.country) == ("nationality", "FIN")


def test_possessive_pronoun_gives_an_institution_its_country(parse: Parse) -> None:
    """'its parliament' after Peru is Peru's."""
    assert required(parse("Peru signed the pact, and its parliament approved it."), "parliament").country == "PER"


def test_us_in_capitals_is_the_country_and_in_lower_case_is_not(parse: Parse) -> None:
    """'US' against 'us'."""
    doc = parse("The US told us nothing.")
    assert required(doc, "US").country == "USA"
    assert at(doc, "us") is None


def test_surname_like_a_country_is_no_country(parse: Parse) -> None:
    """'Michael Jordan' is a person; 'Jordan' elsewhere is the country."""
    doc = parse("Michael Jordan met officials from Jordan.")
    assert required(doc, "Jordan").category == "person"
    assert required(doc, "Jordan", 2).country == "JOR"


def test_bird_is_no_country(parse: Parse) -> None:
    """'turkey' in lower case names nobody."""
    assert at(parse("They ate turkey in Chad."), "turkey") is None


def test_designation_is_equipment_with_its_canonical_name(parse: Parse) -> None:
    """'TB2s' is the Bayraktar TB2."""
    mention = required(parse("Mali received two TB2s from Turkey."), "TB2s")
    assert (mention.category, mention.entity) == ("equipment", "item/bayraktar-tb2")


def test_generic_equipment_is_no_mention(parse: Parse) -> None:
    """'drones' without designation are no mention."""
    assert at(parse("Mali received two drones from Turkey."), "drones") is None


def test_facility_with_a_name_is_on_the_map(parse: Parse) -> None:
    """A named base has category facility and the country of the town in its name."""
    mention = required(parse("Jets took off from Incirlik air base."), "base")
    assert (mention.category, mention.country) == ("facility", "TUR")


def test_spellings_of_a_name_have_one_key() -> None:
    """Hyphens, accents and articles do not matter, capitals of acronyms do."""
    assert name_key("Al-Qaïda") == name_key("al Qaida")
    assert name_key("the U.N.") == name_key("UN") != name_key("un")


def test_longest_name_wins() -> None:
    """'Guinea-Bissau' is not 'Guinea'."""
    entries = [(name, NameEntry(name, "country", "country", None, None, None, "")) for name in ("Guinea", "Guinea-Bissau")]
    hits = find_names(["in", "Guinea", "-", "Bissau", "and", "Guinea"], build_index(entries))
    assert [(h.start, h.end, h.entries[0].name) for h in hits] == [(1, 4, "Guinea-Bissau"), (5, 6, "Guinea")]
