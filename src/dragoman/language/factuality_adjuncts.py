"""The standing of clauses that are no complement: conditions, purposes, participles, relative clauses, 'without leaving'."""

from collections.abc import Callable
from typing import Final

from dragoman.language.clauses import NOUN_TAGS
from dragoman.language.factuality_complements import governor_of, special_infinitive
from dragoman.language.factuality_scene import Scene
from dragoman.language.factuality_standing import FRESH, HYPOTHETICAL, PLANNED, POSSIBLE, PURPOSE, QUESTION, Standing

TIMES: Final = frozenset({"when", "after", "before", "until", "till", "once", "as", "while", "whenever"})
REASONS: Final = frozenset({"because", "since", "although", "though"})
TRANSPARENT: Final = frozenset({"two-way-implicative", "negative-implicative"})


def conditional(scene: Scene, token: int, _head: int) -> Standing | None:
    """'if they leave', 'unless they leave', 'as if they left'."""
    parse = scene.parse
    mark = parse.mark(token)
    if mark in scene.lexicon.conjunctions:
        return FRESH.after(scene.lexicon.conjunctions[mark], mark)
    if mark in ("as", "like") and any(parse.lowers[c] in ("if", "though") for c in parse.children[token]):
        return FRESH._replace(certainty=POSSIBLE, realis=HYPOTHETICAL, cues=("as if",))
    return None


def purpose(scene: Scene, token: int, head: int) -> Standing | None:
    """'to leave', 'in order to leave'; but 'fell to close at a low' tells how it came out."""
    parse = scene.parse
    if not parse.has_to(token):
        return None
    if parse.tags[head][:2] in ("JJ", "RB", "VB"):
        special = special_infinitive(scene, token, head)
        if special is not None:
            return special
    governor = governor_of(scene, token, head)
    cue = scene.cue_of(governor, "infinitive")
    if cue is not None and (governor != head or cue.id in TRANSPARENT):
        return scene.under(governor, cue)
    if parse.lemmas[token] in scene.nouns.outcome_verbs and parse.tags[head] in ("VBD", "VBN", "VBG"):
        return scene.own[head]
    return scene.own[head].affirmed().after(PURPOSE, "to")


def so_that(scene: Scene, token: int, _head: int) -> Standing | None:
    """'so that they can leave'."""
    if scene.parse.mark(token) == "so" and scene.has_modal(token):
        return FRESH.after(PURPOSE, "so that")
    return None


def participial(scene: Scene, token: int, head: int) -> Standing | None:
    """'…, leaving two dead' goes with its clause."""
    parse = scene.parse
    if parse.tags[token] in ("VBG", "VBN") and parse.mark(token) not in REASONS:
        return scene.own[head].affirmed()
    return None


def coming_time(scene: Scene, token: int, head: int) -> Standing | None:
    """'will begin when they leave': they have not left yet."""
    parse = scene.parse
    if parse.mark(token) in TIMES and scene.own[head].realis >= PLANNED and parse.tags[token] in ("VBZ", "VBP"):
        return FRESH._replace(realis=PLANNED, cues=(parse.mark(token),))
    return None


ADVERBIAL: Final[tuple[Callable[[Scene, int, int], Standing | None], ...]] = (
    conditional, purpose, so_that, participial, coming_time,
)  # fmt: skip


def slot_of_adverbial(scene: Scene, token: int, head: int) -> Standing:
    """The standing of an adverbial clause; asserted where no rule says otherwise ('because', 'although', 'after')."""
    return next((found for rule in ADVERBIAL if (found := rule(scene, token, head)) is not None), FRESH)


def slot_of_relative(scene: Scene, token: int, head: int) -> Standing:
    """A relative clause is asserted, except of a thing that does not exist yet: 'wants a radar that sees ships'."""
    parse, above = scene.parse, scene.own[head]
    if above.realis < PLANNED or scene.is_definite(head):
        return FRESH
    if parse.tags[token] == "VBD" or any(parse.tags[c] in ("VBD", "MD") for c in parse.auxiliaries(token)):
        return FRESH
    return above.affirmed()


def slot_after_preposition(scene: Scene, token: int, head: int) -> Standing:
    """The standing of a clause behind a preposition: 'without leaving', 'accused of leaving', 'by leaving'."""
    parse = scene.parse
    preposition, governor = parse.lowers[head], parse.heads[head]
    above = scene.own[governor]
    word = "instead" if parse.lowers[governor] == "instead" else preposition
    effect = scene.lexicon.prepositions.get(word)
    if effect is not None and not (word == "than" and parse.tags[token] != "VBG"):
        factive = effect.polarity == "positive" and effect.certainty == "certain"
        return above.affirmed().after(effect, word, presupposed=factive)
    cue_at = governor_behind(scene, token, governor, preposition)
    cue = scene.cue_of(*cue_at)
    if cue is not None:
        return scene.under(cue_at[0], cue)
    if parse.mark(token) == "whether":
        return above.affirmed().after(QUESTION, "whether")
    return FRESH if scene.asks(token) else above.affirmed()


def governor_behind(scene: Scene, token: int, governor: int, preposition: str) -> tuple[int, str]:
    """The word that a preposition belongs to, with the kind of complement that it makes."""
    parse = scene.parse
    if scene.cue_of(governor, preposition) is not None:
        return governor, preposition
    if parse.tags[token] == "VBG" and parse.tags[governor] in NOUN_TAGS:
        return governor, "gerund"
    if parse.tags[governor] == "IN":  # 'out of', 'because of': the preposition before it counts
        return parse.heads[governor], parse.lowers[governor]
    return governor, preposition
