from dragoman.merging.entities import SameAs, find_entities


def mention(document, text, key, name=None, country=None, category="person", start=0):
    return {
        "document": document, "start": start, "end": start + len(text), "text": text, "category": category,
        "name": name or text, "entity": key, "country": country, "sector": None,
    }  # fmt: skip


BAGHERI = mention("a", "Mohammad Bagheri", "person/mohammad-bagheri", country="IRN")
BAQERI = mention("b", "Mohammad Hossein Baqeri", "person/mohammad-hossein-baqeri", country="IRN")


def keys(*mentions, decided=None):
    return [entity.key for entity in find_entities(mentions, decided or SameAs())]


def test_transliterations_of_one_person_are_one_entity_with_all_its_mentions():
    (entity,) = find_entities([BAGHERI, BAQERI])
    assert [m["document"] for m in entity.mentions] == ["a", "b"]
    assert entity.to_dict()["aliases"] == ["Mohammad Bagheri", "Mohammad Hossein Baqeri"]


def test_two_people_with_one_name_stay_two_where_their_countries_differ():
    iraqi = mention("b", "Mohammed Bakri", "person/mohammed-bakri", country="IRQ")
    assert len(keys(BAGHERI, iraqi)) == 2


def test_a_surname_that_fits_two_people_is_left_by_itself():
    ali = mention("b", "Ali Bagheri", "person/ali-bagheri", country="IRN")
    surname = mention("c", "Bagheri", "person/bagheri", country="IRN")
    assert len(keys(BAGHERI, ali, surname)) == 3
    assert len(keys(BAGHERI, surname)) == 1


def test_people_may_decide_otherwise():
    pair = frozenset({"person/mohammad-bagheri", "person/mohammad-hossein-baqeri"})
    assert len(keys(BAGHERI, BAQERI, decided=SameAs(apart=frozenset({pair})))) == 2
    other = mention("b", "the Lion", "person/the-lion", country="IRN")
    pair = frozenset({"person/mohammad-bagheri", "person/the-lion"})
    assert len(keys(BAGHERI, other, decided=SameAs(merged=frozenset({pair})))) == 1


def test_spellings_of_a_designation_are_one_item():
    one = mention("a", "Ababil-2", "item/ababil-2", category="equipment")
    other = mention("b", "Ababil-II", "item/ababil-ii", category="equipment")
    assert len(keys(one, other)) == 1


def test_mentions_of_nobody_in_particular_make_no_entity():
    assert keys(mention("a", "an official", None, category="group")) == []


def test_the_order_of_mentions_makes_no_difference():
    several = [BAGHERI, BAQERI, mention("c", "Baqheri", "person/baqheri", country="IRN")]
    assert [e.to_dict() for e in find_entities(several)] == [e.to_dict() for e in find_entities(several[::-1])]
