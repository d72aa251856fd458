"""The standing that its place in the sentence gives a token: the scope of the word that governs it."""

from typing import Final

from dragoman.language.clauses import FINITE_TAGS, NOUN_TAGS, VERB_TAGS
from dragoman.language.factuality_adjuncts import slot_after_preposition, slot_of_adverbial, slot_of_relative
from dragoman.language.factuality_complements import slot_of_complement
from dragoman.language.factuality_nouns import slot_of_noun
from dragoman.language.factuality_scene import Scene
from dragoman.language.factuality_standing import FRESH, HYPOTHETICAL, QUESTION, Standing

CLAUSES: Final = frozenset({"xcomp", "ccomp", "csubj", "csubjpass", "pcomp", "acl", "advcl", "relcl"})
ARGUMENTS: Final = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "attr"})
WITH_THE_HEAD: Final = frozenset({"dep", "amod", "compound", "nmod"})


def slot_of(scene: Scene, token: int) -> Standing:
    """The standing that the place of `token` in the sentence gives it."""
    parse = scene.parse
    dep, head = parse.deps[token], parse.heads[token]
    if dep in ("ROOT", "parataxis", "intj"):
        return FRESH
    if dep == "conj":
        return slot_of_conjunct(scene, token, head)
    if dep in CLAUSES or (parse.tags[token] in VERB_TAGS and dep not in WITH_THE_HEAD):
        return slot_of_clause(scene, token, head, dep)
    if parse.tags[token] in NOUN_TAGS or dep in ARGUMENTS:
        return slot_of_noun(scene, token, head, dep)
    return scene.own[head]


def slot_of_conjunct(scene: Scene, token: int, head: int) -> Standing:
    """A conjunct stands as the first one does, but takes its auxiliaries and negation only where it has none itself."""
    parse = scene.parse
    words = {parse.lowers[c] for c in parse.children[head] if parse.deps[c] in ("cc", "preconj")}
    shared = scene.own[head]
    if parse.tags[token] not in VERB_TAGS:
        return shared.affirmed() if "but" in words else shared
    finite = parse.tags[token] in FINITE_TAGS or any(parse.tags[c] in FINITE_TAGS for c in parse.auxiliaries(token))
    if "nor" in words and shared.negative:
        return shared  # 'neither confirmed nor denied'
    if finite or parse.subject(token) is not None:
        return scene.slots[head]
    negated_itself = shared.negative and not scene.slots[head].negative
    of_the_first_alone = negated_itself and not words & {"or", "nor"} and parse.tags[token] != "VB"
    return shared.affirmed() if of_the_first_alone or "but" in words else shared


def slot_of_clause(scene: Scene, token: int, head: int, dep: str) -> Standing:
    """The standing of a subordinate clause, by its relation to what it depends on."""
    parse = scene.parse
    if dep == "advcl":
        return slot_of_adverbial(scene, token, head)
    if dep in ("pcomp", "pobj"):
        return slot_after_preposition(scene, token, head)
    if dep in ("csubj", "csubjpass"):
        return slot_of_clausal_subject(scene, token, head)
    infinitive = parse.has_to(token) and not scene.has_modal(token)
    if (dep == "relcl" and not infinitive) or (dep == "acl" and parse.tags[token] in ("VBN", "VBG") and not infinitive):
        return slot_of_relative(scene, token, head)
    return slot_of_complement(scene, token, head, "acl" if dep == "relcl" else dep)  # 'a place to stay'


def slot_of_clausal_subject(scene: Scene, token: int, head: int) -> Standing:
    """'To leave would be wrong', 'Leaving would be wrong', 'That they left is wrong'."""
    above = scene.own[head]
    if scene.parse.has_to(token):
        return above.after(QUESTION, "to")
    return above.affirmed() if above.realis == HYPOTHETICAL else FRESH
