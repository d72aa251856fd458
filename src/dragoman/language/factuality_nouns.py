"""The standing of nouns that denote events: 'denied an attack', 'a planned visit', 'the talks may begin'."""

from typing import Final

from dragoman.language.attribution_lexicon import load_speech_lexicon
from dragoman.language.clauses import SUBJECTS, VERB_TAGS, Parse
from dragoman.language.factuality_lexicon import Lexicon
from dragoman.language.factuality_scene import Scene
from dragoman.language.factuality_standing import FRESH, HYPOTHETICAL, Standing

BESIDE: Final = frozenset({"by", "with", "from", "as"})  # prepositions of what takes part: it is there anyway


def slot_of_noun(scene: Scene, token: int, head: int, dep: str) -> Standing:
    """The standing of a noun from the verb, preposition or noun that it depends on."""
    above = scene.own[head]
    if dep == "pobj":
        return slot_of_object_of_preposition(scene, token, head)
    if dep in ("dobj", "nsubjpass", "dative"):
        return slot_of_object(scene, token, head)
    if dep in SUBJECTS:
        return slot_of_subject(scene, token, head)
    if dep in ("poss", "appos"):
        return FRESH if dep == "poss" else above
    return above.affirmed() if dep in ("compound", "nmod") else above


def slot_of_subject(scene: Scene, token: int, head: int) -> Standing:
    """The standing of a subject: 'talks may begin', 'war is likely', 'a strike would hurt'."""
    parse, above = scene.parse, scene.own[head]
    quality = parse.child(head, "acomp")
    if quality is not None:
        cue = scene.lexicon.cues.get(("adjective", parse.lemmas[quality], "noun"))
        if cue is not None:
            return above.under(cue, parse.lowers[quality])
    predicated = quality is not None or parse.child(head, "attr") is not None
    if parse.lemmas[head] in scene.nouns.occurrence_verbs and not (parse.lemmas[head] == "be" and predicated):
        return above
    return above.affirmed() if above.realis == HYPOTHETICAL and not scene.is_definite(token) else FRESH


def slot_of_object(scene: Scene, token: int, head: int) -> Standing:
    """The standing of an object: by the lexicon, as the verb's own where the verb is light, else by definiteness."""
    parse, above = scene.parse, scene.own[head]
    cue = scene.cue_of(head, "object") if parse.tags[head] in VERB_TAGS else None
    if cue is not None and not (cue.id == "denial" and parse.lemmas[token] in load_speech_lexicon().noun_lemmas):
        return above.under(cue, parse.lowers[head])  # a claim that is denied has been made all the same
    if parse.lemmas[head] in scene.nouns.light_verbs or not scene.is_definite(token):
        return above
    return FRESH


def slot_of_object_of_preposition(scene: Scene, token: int, head: int) -> Standing:
    """The standing of a noun behind a preposition."""
    parse = scene.parse
    governor, preposition = parse.heads[head], parse.lowers[head]
    effect = scene.lexicon.prepositions.get(preposition)
    above = scene.own[governor]
    if effect is not None:
        return FRESH if effect.polarity == "positive" else above.affirmed().after(effect, preposition)
    cue = scene.cue_of(governor, preposition)
    if cue is not None:
        return scene.under(governor, cue)
    given = (scene.is_definite(token) and preposition != "for") or (preposition in BESIDE and parse.tags[governor] in VERB_TAGS)
    return FRESH if given else above.affirmed()


def own_of_noun(parse: Parse, lexicon: Lexicon, noun: int, slot: Standing) -> Standing:
    """The standing of a noun after its own adjectives and determiner: 'a planned visit', 'no attack'."""
    standing = slot
    for c in parse.children[noun]:
        if c > noun:
            break
        lower = parse.lowers[c]
        if lower == "no" and parse.deps[c] in ("det", "neg"):
            if slot.cues[-1:] != ("no",) or not slot.negative:  # 'made no progress': the verb has counted it already
                standing = standing.negated("no")
        elif parse.deps[c] in ("amod", "advmod"):
            cue = lexicon.cues.get(("adjective", lower, "noun"))
            standing = standing.under(cue, lower) if cue is not None else standing
    return standing
