"""The standing of complements: 'plans to leave', 'is likely to leave', 'a plan to leave', 'says that they left'."""

from collections.abc import Callable
from typing import Final

from dragoman.language.clauses import NOUN_TAGS, VERB_TAGS
from dragoman.language.factuality_scene import Scene
from dragoman.language.factuality_standing import CERTAIN, FRESH, HYPOTHETICAL, PLANNED, POSSIBLE, PURPOSE, QUESTION, Standing

COPULAS: Final = frozenset({"be", "remain", "become", "seem"})
ORDINALS: Final = frozenset({"first", "second", "third", "last", "only", "next", "latest", "few"})
ASSERTED: Final = frozenset({"that", "question", "subjunctive"})


def slot_of_complement(scene: Scene, token: int, head: int, dep: str) -> Standing:
    """The standing of the complement of a verb, adjective or noun: by special forms, by the lexicon, by its form."""
    kind = kind_of(scene, token, dep)
    governor = governor_of(scene, token, head)
    if kind == "infinitive":
        special = special_infinitive(scene, token, governor)
        if special is not None:
            return special
    cue = scene.cue_of(governor, kind)
    if cue is not None:
        return scene.under(governor, cue)
    return slot_by_form(scene, token, governor, kind)


def slot_by_form(scene: Scene, token: int, governor: int, kind: str) -> Standing:
    """The standing of a complement whose governor the lexicon does not know, by the form of the complement."""
    parse, above = scene.parse, scene.own[governor]
    if kind == "whether":
        return above.affirmed().after(QUESTION, parse.mark(token))
    if kind in ASSERTED:
        return reported(above, parse.lowers[governor])
    if kind == "infinitive" or (kind == "bare" and parse.lemmas[governor] == "be"):  # 'all that they can do is wait'
        return above.affirmed().after(PURPOSE, "to")
    if kind == "gerund" and parse.tags[governor] not in VERB_TAGS:
        return above.affirmed()
    return above


def reported(above: Standing, word: str) -> Standing:
    """What somebody says is certain for them; where the saying itself is not so, nothing follows."""
    if above.negative or (above.realis == HYPOTHETICAL and above.certainty < CERTAIN):
        return FRESH._replace(certainty=0, cues=(*above.cues, word))
    return FRESH


def kind_of(scene: Scene, token: int, dep: str) -> str:
    """The kind of complement, as the lexicon names it."""
    parse = scene.parse
    if parse.tags[token] not in VERB_TAGS:
        return "adjective" if dep == "xcomp" else "that"
    if parse.has_to(token):
        return "infinitive"
    mark = parse.mark(token)
    if mark in ("whether", "if"):
        return "whether"
    if dep == "ccomp" and scene.asks(token):
        return "question"
    if all(parse.tags[c] == "TO" for c in parse.auxiliaries(token)):
        return bare_kind(parse.tags[token], mark, dep)
    return "that"


def bare_kind(tag: str, mark: str, dep: str) -> str:
    """The kind of a complement without any auxiliary."""
    if tag == "VBG":
        return "gerund" if dep in ("xcomp", "ccomp", "pcomp") else "participle"
    if tag == "VB":
        return "subjunctive" if mark == "that" else "bare"
    return "that"


def governor_of(scene: Scene, token: int, head: int) -> int:
    """The word whose complement a clause is: behind 'to be', its adjective or the noun that is its subject."""
    parse = scene.parse
    if parse.lemmas[head] in COPULAS:
        kind = kind_of(scene, token, "ccomp")
        predicated = (c for c in parse.children[head] if c < token and parse.deps[c] in ("acomp", "attr", "oprd", "prep"))
        known = next((c for c in predicated if knows(scene, c, kind)), None)
        if known is not None:
            return known
        subject = parse.subject(head)
        return subject if subject is not None and subject < head and knows(scene, subject, kind) else head
    noun = parse.child(head, "dobj") if parse.tags[head] in VERB_TAGS and parse.has_to(token) else None
    if noun is None or noun > token or not knows(scene, noun, "infinitive"):
        return head
    # 'have plans to leave' is about the plans, 'asked the team to leave' about the asking.
    takes_infinitive = ("verb", parse.lemmas[head], "infinitive") in scene.lexicon.cues
    return noun if not takes_infinitive or parse.lemmas[head] == "have" else head


def knows(scene: Scene, word: int, kind: str) -> bool:
    """Whether the lexicon has an adjective or noun with a kind of complement."""
    tag = scene.parse.tags[word]
    part = "adjective" if tag[:2] == "JJ" else "noun" if tag in NOUN_TAGS else ""
    return (part, scene.parse.lemmas[word], kind) in scene.lexicon.cues


def words_of(scene: Scene, governor: int) -> set[str]:
    """The words that hang on a governor."""
    return {scene.parse.lowers[c] for c in scene.parse.children[governor]}


def how_to(scene: Scene, token: int, governor: int) -> Standing | None:
    """'knows how to leave'."""
    return scene.own[governor].affirmed().after(QUESTION, "to") if scene.asks(token) else None


def first_to(scene: Scene, _token: int, governor: int) -> Standing | None:
    """'the first to leave' left."""
    noun = scene.parse.tags[governor] in NOUN_TAGS
    return scene.own[governor] if noun and words_of(scene, governor) & ORDINALS else None


def headline_to(scene: Scene, _token: int, governor: int) -> Standing | None:
    """'Oslo to close port', where the parser hangs the infinitive on the name."""
    parse, above = scene.parse, scene.own[governor]
    if parse.deps[governor] == "ROOT" and parse.tags[governor] in ("NNP", "NNPS"):
        return above._replace(realis=max(above.realis, PLANNED), cues=(*above.cues, "to"))
    return None


def yet_to(scene: Scene, _token: int, governor: int) -> Standing | None:
    """'has yet to leave' has not left."""
    if scene.parse.lemmas[governor] in ("have", "be", "get") and "yet" in words_of(scene, governor):
        return scene.own[governor].negated("yet to")
    return None


def too_weak_to(scene: Scene, _token: int, governor: int) -> Standing | None:
    """'too weak to leave' did not leave."""
    if scene.parse.tags[governor][:2] in ("JJ", "RB") and "too" in words_of(scene, governor):
        return scene.own[governor].negated("too")
    return None


def enough_to(scene: Scene, _token: int, governor: int) -> Standing | None:
    """'is strong enough to leave' may leave; 'fell enough to trigger it' did."""
    parse, above = scene.parse, scene.own[governor]
    if parse.lowers[governor] != "enough" and "enough" not in words_of(scene, governor):
        return None
    if above.realis == 0 and (scene.is_past(governor) or scene.is_past(parse.heads[governor])):
        return above
    return above._replace(certainty=min(above.certainty, POSSIBLE), realis=HYPOTHETICAL, cues=(*above.cues, "enough"))


def going_to(scene: Scene, _token: int, governor: int) -> Standing | None:
    """'is going to leave', 'is to leave'."""
    parse, above = scene.parse, scene.own[governor]
    going = parse.lemmas[governor] == "go" and parse.tags[governor] == "VBG"
    if going or (parse.lemmas[governor] == "be" and scene.cue_of(governor, "infinitive") is None):
        return above._replace(realis=max(above.realis, PLANNED), cues=(*above.cues, "going to" if going else "to"))
    return None


SPECIAL: Final[tuple[Callable[[Scene, int, int], Standing | None], ...]] = (
    how_to, first_to, headline_to, yet_to, too_weak_to, enough_to, going_to,
)  # fmt: skip


def special_infinitive(scene: Scene, token: int, governor: int) -> Standing | None:
    """The standing of an infinitive in one of the forms that need more than a word to tell; None in any other."""
    return next((found for rule in SPECIAL if (found := rule(scene, token, governor)) is not None), None)
