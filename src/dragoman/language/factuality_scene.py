"""What the rules of factuality look at: the parse, the lexicons and the standings worked out so far."""

from dataclasses import dataclass
from typing import Final

from dragoman.language.clauses import NOUN_TAGS, VERB_TAGS, Parse
from dragoman.language.factuality_lexicon import Cue, EventNouns, Lexicon
from dragoman.language.factuality_standing import Standing

DEFINITE: Final = frozenset({"the", "this", "that", "these", "those", "both"})
QUESTION_TAGS: Final = frozenset({"WP", "WP$", "WRB", "WDT"})
PAST_AUXILIARIES: Final = frozenset({"had", "was", "were", "did"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A text while its standings are worked out, from the roots down.

    `slots` is what its place in the sentence gives a token, `own` what it stands as after its own negation and modals.
    """

    parse: Parse
    lexicon: Lexicon
    nouns: EventNouns
    own: list[Standing]
    slots: list[Standing]

    def cue_of(self, governor: int, kind: str) -> Cue | None:
        """The entry of the lexicon for a word and the kind of its complement."""
        parse, cues = self.parse, self.lexicon.cues
        tag, lemma = parse.tags[governor], parse.lemmas[governor]
        if tag[:2] in ("JJ", "RB"):
            return cues.get(("adjective", lemma, kind))
        if tag in NOUN_TAGS:
            return cues.get(("noun", lemma, kind))
        if tag not in VERB_TAGS:
            return None
        passive = cues.get(("verb", lemma, f"passive {kind}"))
        if passive is not None and self.is_passive(governor):
            return passive
        as_adjective = cues.get(("adjective", parse.lowers[governor], kind)) if tag == "VBN" else None
        return cues.get(("verb", lemma, kind)) or as_adjective

    def under(self, governor: int, cue: Cue) -> Standing:
        """The standing of what is a complement of `governor`, by the entry `cue`."""
        return self.own[governor].under(cue, self.parse.lowers[governor], past=self.is_past(governor))

    def is_passive(self, verb: int) -> bool:
        """Whether a verb is in the passive, as a participle behind a noun is too."""
        parse = self.parse
        if parse.child(verb, "auxpass") is not None:
            return True
        return parse.tags[verb] == "VBN" and parse.deps[verb] in ("acl", "advcl", "ROOT") and not parse.auxiliaries(verb)

    def is_past(self, governor: int) -> bool:
        """Whether a word stands in the past tense; an adjective has that of its copula."""
        parse = self.parse
        if parse.deps[governor] in ("acomp", "attr", "oprd"):
            governor = parse.heads[governor]
        if parse.tags[governor] == "VBD":
            return True
        return any(parse.lowers[c] in PAST_AUXILIARIES or parse.tags[c] == "VBD" for c in parse.auxiliaries(governor))

    def is_definite(self, noun: int) -> bool:
        """Whether a noun phrase takes its referent for given: 'the', 'this', a possessor, a name."""
        parse = self.parse
        if parse.tags[noun] in ("NNP", "NNPS", "PRP"):
            return True
        return any(parse.lowers[c] in DEFINITE or parse.deps[c] == "poss" for c in parse.children[noun] if c < noun)

    def asks(self, token: int) -> bool:
        """Whether a clause opens with a question word: 'how to leave', 'what he did'."""
        parse = self.parse
        return any(parse.tags[c] in QUESTION_TAGS and c < token for c in parse.children[token])

    def has_modal(self, token: int) -> bool:
        """Whether a verb has a modal."""
        return any(self.parse.tags[c] == "MD" for c in self.parse.auxiliaries(token))
