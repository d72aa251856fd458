"""Transfers that the text itself does not stand by: 'denied reports that', 'has never confirmed that'.

Source: own reading of news; a report that is denied is not asserted, and what nobody has confirmed is left open.
"""

from dataclasses import replace
from typing import Any, Final

from dragoman.language.syntax import is_verbal
from dragoman.language.words import Word

MAX_STEPS: Final = 4
DENYING: Final = frozenset({"deny", "dismiss", "refute", "rebut", "reject", "contradict", "disprove", "repudiate"})
CONFIRMING: Final = frozenset({"confirm", "verify", "acknowledge", "substantiate", "corroborate", "prove", "establish"})
CLAIMING: Final = frozenset(
    {"report", "claim", "rumour", "rumor", "allegation", "accusation", "suggestion", "charge", "story", "speculation"}
)


def with_doubt(common: dict[str, Any], word: Word) -> dict[str, Any]:
    """The shared fields of a statement with polarity and certainty as the clause above its word leaves them."""
    factuality = common["factuality"]
    if factuality.polarity == "negative":
        return common
    for _ in range(MAX_STEPS):
        head = word.head
        if head.i == word.i or word.dep_ not in ("acl", "ccomp", "xcomp", "dobj", "pcomp", "relcl"):
            break
        if word.dep_ == "dobj" and word.lemma_.lower() in CLAIMING and head.lemma_ in DENYING:
            return {**common, "factuality": replace(factuality, polarity="negative")}
        if is_verbal(head) and head.lemma_ in CONFIRMING and any(c.dep_ == "neg" for c in head.children):
            return {**common, "factuality": replace(factuality, certainty="underspecified")}
        if not is_verbal(head) and head.lemma_.lower() not in CLAIMING:
            break
        word = head
    return common
