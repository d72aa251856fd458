"""How a standing changes under a cue: the arithmetic of polarity, certainty and realis."""

from typing import Final, NamedTuple

from dragoman.language.factuality_lexicon import Cue, Effect
from dragoman.model.closed_lists import Certainty, Realis
from dragoman.model.span import Factuality

CERTAINTY: Final[tuple[Certainty, ...]] = ("underspecified", "possible", "probable", "certain")  # the weaker of two wins
REALIS: Final[tuple[Realis, ...]] = ("actual", "generic", "planned", "hypothetical")  # the farther from the world wins
CERTAINTY_RANK: Final[dict[str, int]] = {word: n for n, word in enumerate(CERTAINTY)}
REALIS_RANK: Final[dict[str, int]] = {word: n for n, word in enumerate(REALIS)}


class Standing(NamedTuple):
    """A standing while it is being worked out; `certainty` and `realis` are ranks."""

    negative: bool = False
    certainty: int = 3
    realis: int = 0
    cues: tuple[str, ...] = ()

    def after(self, effect: Effect, cue: str, *, presupposed: bool = False) -> "Standing":
        """The standing of what stands in the scope of `cue`."""
        below = FRESH if presupposed else self
        polarity, certainty, realis = effect
        if polarity == "same":
            negative = self.negative
        elif polarity == "turned":
            negative = not self.negative
        else:
            negative = polarity == "negative"
        changed = effect != UNCHANGED
        return Standing(
            negative,
            below.certainty if certainty == "same" else min(below.certainty, CERTAINTY_RANK[certainty]),
            below.realis if realis == "same" else max(below.realis, REALIS_RANK[realis]),
            (*below.cues, cue) if changed and cue not in below.cues else below.cues,
        )

    def under(self, cue: Cue, word: str, *, past: bool = False) -> "Standing":
        """The standing of the complement of `word`, where this is the standing of the word itself."""
        # 'had to leave' and 'will have to leave' say that it was or will be done.
        done = past or (self.realis == PLANNED and self.certainty == CERTAIN)
        effect = cue.no if self.negative else cue.past if done and cue.past else cue.yes
        return self.after(effect, word, presupposed=cue.presupposed)

    def negated(self, cue: str) -> "Standing":
        """The same with the opposite polarity."""
        return self._replace(negative=not self.negative, cues=(*self.cues, cue))

    def affirmed(self) -> "Standing":
        """The same without its negation."""
        return self._replace(negative=False)

    def opened(self, cue: str, realis: Realis = "hypothetical") -> "Standing":
        """Neither said to be so nor not to be so, as in a question."""
        return Standing(certainty=UNDERSPECIFIED, realis=max(self.realis, REALIS_RANK[realis]), cues=(*self.cues, cue))

    def factuality(self) -> Factuality:
        """As the model has it."""
        return Factuality(
            polarity="negative" if self.negative else "positive", certainty=CERTAINTY[self.certainty], cues=self.cues
        )

    def realis_word(self) -> Realis:
        """The name of the realis."""
        return REALIS[self.realis]


FRESH: Final = Standing()
UNCHANGED: Final = Effect("same", "same", "same")
UNDERSPECIFIED: Final = 0
POSSIBLE: Final = 1
CERTAIN: Final = 3
PLANNED: Final = 2
HYPOTHETICAL: Final = 3
PURPOSE: Final = Effect("positive", "underspecified", "planned")
QUESTION: Final = Effect("positive", "underspecified", "hypothetical")
