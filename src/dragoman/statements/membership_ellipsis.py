"""Memberships that a sentence leaves half unsaid: 'in 1998 and 2004 respectively', 'Peru a year later', 'Mali has not'."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dragoman.language.mentions import mention_at
from dragoman.language.words import Word, Words
from dragoman.model.span import Mention, TimeExpression
from dragoman.model.statement import Membership, Participant
from dragoman.statements.gaps import gaps_of
from dragoman.statements.participants import from_mention

AUXILIARIES: Final = frozenset({"have", "do", "be", "will"})
LIGHT: Final = frozenset({"nsubj", "neg", "punct", "advmod", "prep", "cc", "aux", "ccomp", "conj", "mark"})


def respective(doc: Words, trigger: Word, read: Membership) -> list[Membership]:
    """A statement for each member with its own time: 'X and Y joined in 2015 and 1998 respectively'."""
    mark = next((w for w in trigger.sent if w.lower_ == "respectively" and w.i > trigger.i), None)
    members = list(read.in_role("member"))
    if mark is None:
        return [read]
    times = [t for t in doc._.times if trigger.i < t.token_start < mark.i and t.time is not None]
    if len(times) != len(members) or len(members) == 1:
        return [read]
    rest = tuple(p for p in read.participants if p.role != "member")
    return [
        widened_to(replace(read, participants=(member, *rest), time=time.time), mark.idx + len(mark))
        for member, time in zip(members, times, strict=True)
    ]


def widened_to(read: Membership, end: int) -> Membership:
    """The statement with its words up to a character."""
    end = max(read.end, end)
    return replace(read, end=end, text=read.document.text[read.start : end])


def elided(doc: Words, trigger: Word, read: Membership) -> Iterator[Membership]:
    """What a later clause of the sentence leaves out: another member with its time, or another that 'has not'."""
    countries = {p.country for p in read.participants}
    beside = gaps_of(doc, trigger, has_object=False)
    for mention in doc._.mentions:
        if (
            mention.category != "country"
            or not trigger.i < mention.token_start < trigger.sent.end
            or mention.country in countries
        ):
            continue
        compared = next((g for g in beside if g.mention is mention), None)
        if compared is not None:
            yield replace(other(doc, read, mention, end=compared.end), time=compared.time)
            continue
        time = gapped_time(doc, trigger, mention)
        if time is not None and read.time is not None:
            yield other(doc, read, mention, end=time.end, time=time)
        denied = denial_of(doc, mention)
        if denied is not None:
            yield other(doc, read, mention, end=denied.idx + len(denied), denied=True)


def gapped_time(doc: Words, trigger: Word, mention: Mention) -> TimeExpression | None:
    """The time right behind a name in a clause without a verb: 'X joined in 2004, *Y three years later*'."""
    if doc[mention.token_start - 1].lower_ not in (",", "and", ";", "but"):
        return None
    at = mention.token_end + (1 if doc[min(mention.token_end, len(doc) - 1)].lower_ in ("in", "on", "only") else 0)
    time = next((t for t in doc._.times if t.token_start == at and t.time is not None), None)
    if time is None or any(w.pos_ in ("VERB", "AUX") for w in doc[trigger.i + 1 : time.token_end]):
        return None
    after = doc[time.token_end] if time.token_end < len(doc) else None
    return time if after is None or after.is_punct or after.lower_ == "and" else None


def denial_of(doc: Words, mention: Mention) -> Word | None:
    """The bare auxiliary that denies it of another: 'X has left; *Y has not*'."""
    verb = doc[mention.head].head
    bare = doc[mention.head].dep_ == "nsubj" and verb.lemma_.lower() in AUXILIARIES and verb.i > mention.head
    if not bare or any(c.dep_ not in LIGHT or (c.dep_ == "prep" and c.i > verb.i) for c in verb.children):
        return None
    denial = next((c for c in verb.children if c.dep_ == "neg" and c.i > verb.i), None)
    return denial if denial is not None and mention_at(doc, denial) is None else None


def other(
    doc: Words, read: Membership, mention: Mention, *, end: int, time: TimeExpression | None = None, denied: bool = False
) -> Membership:
    """The same membership of another state, with its own words."""
    member: Participant = from_mention("member", mention, doc)
    rest = tuple(p for p in read.participants if p.role != "member")
    factuality = replace(read.factuality, polarity="negative") if denied else read.factuality
    return replace(
        read,
        start=mention.start,
        end=end,
        text=read.document.text[mention.start : end],
        participants=(member, *rest),
        time=time.time if time is not None else None,
        factuality=factuality,
    )
