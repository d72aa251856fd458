"""Who is the source of a cue, and which words of the text name them."""

from typing import Final

from dragoman.language.clauses import FINITE_TAGS, NOUN_TAGS, SUBJECTS, VERB_TAGS, Parse

LOOSE: Final = frozenset({"relcl", "appos", "acl", "punct", "cc", "conj", "advcl", "parataxis", "dep"})
FIRST_PERSON: Final = frozenset({"i", "we", "me", "us"})


def source_of_verb(parse: Parse, verb: int, depth: int = 0) -> int | None:
    """The head of the phrase that is the source of an active verb: its subject, or the one it shares with another verb."""
    subject = nearest_subject(parse, verb)
    if subject is not None:
        return subject
    if depth > 6:
        return None
    head, dep = parse.heads[verb], parse.deps[verb]
    if parse.tags[verb] in FINITE_TAGS and dep in ("ROOT", "ccomp", "advcl", "parataxis", "relcl") and not parse.auxiliaries(verb):
        beside = noun_before(parse, verb)
        if beside is not None:
            return beside
    if head == verb:
        return None
    if dep == "pcomp":
        head = parse.heads[head]
        if parse.tags[head] in NOUN_TAGS:
            return possessor(parse, head)
    if dep == "acl" and parse.tags[head] in NOUN_TAGS:
        return head if parse.tags[verb] == "VBG" else possessor(parse, head)
    if dep == "relcl":
        return head
    if parse.tags[head] not in VERB_TAGS:
        if dep in ("xcomp", "advcl") and parse.deps[head] in ("acomp", "attr", "oprd"):
            return source_of_verb(parse, parse.heads[head], depth + 1)
        if dep == "conj":
            return source_of_verb(parse, head, depth + 1)
        return None
    if dep == "xcomp":
        object_ = parse.child(head, "dobj")
        if object_ is not None and object_ < verb and parse.lemmas[head] not in ("promise", "use", "make", "have", "take"):
            return object_
    if dep in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "dep", "prep"):
        return source_of_verb(parse, head, depth + 1)
    return None


def nearest_subject(parse: Parse, verb: int) -> int | None:
    """The subject nearest to a verb; a parser may give a verb two when a quotation stands before it."""
    subjects = [c for c in parse.children[verb] if parse.deps[c] in ("nsubj", "nsubjpass", "csubj")]
    return min(subjects, key=lambda c: abs(c - verb)) if subjects else None


def noun_before(parse: Parse, verb: int) -> int | None:
    """The noun right before a verb that the parser left without a subject ('In an interview Smith declared …')."""
    at = verb - 1
    while at >= 0 and parse.tags[at] == "RB":
        at -= 1
    return at if at >= 0 and parse.tags[at] in NOUN_TAGS else None


def possessor(parse: Parse, noun: int) -> int | None:
    """Whose a noun is: its possessor, or what follows 'by', 'from' or 'of'."""
    for c in parse.children[noun]:
        if parse.deps[c] == "poss":
            return c
        if parse.deps[c] in ("prep", "agent") and parse.lowers[c] in ("by", "from"):
            return parse.child(c, "pobj")
    return next((parse.child(c, "pobj") for c in parse.children[noun] if parse.deps[c] == "prep" and parse.lowers[c] == "of"), None)


def agent_of(parse: Parse, verb: int) -> int | None:
    """The agent of a passive: what follows 'by'."""
    by = parse.child(verb, "agent")
    return parse.child(by, "pobj") if by is not None else None


def source_span(parse: Parse, head: int) -> tuple[int, int]:
    """The noun phrase around a source: without relative clauses, appositions and what else only comments on it."""
    start = head
    for c in parse.children[head]:
        if c < head and parse.deps[c] not in ("punct", "cc", "preconj"):
            start = min(start, c, *parse.subtree(c))
    end = head + 1
    for c in parse.children[head]:
        if c < head:
            continue
        if parse.deps[c] in LOOSE and not (parse.deps[c] in ("conj", "cc") and parse.deps[head] not in ("poss",)):
            if parse.deps[c] == "punct" and parse.lowers[c] in (",", "(", ")"):
                break
            continue
        last = parse.subtree(c)
        if parse.deps[c] == "case" or c == end or parse.deps[c] in ("prep", "conj", "cc", "nummod", "compound", "nmod"):
            end = max(end, last[-1] + 1)
    if parse.deps[head] == "poss" and end > head + 1 and parse.tags[end - 1] == "POS":
        end -= 1
    return start, end


def is_subject_like(parse: Parse, token: int) -> bool:
    """Whether a token may name somebody who speaks. A subject may, whatever the tagger made of its name."""
    if parse.deps[token] == "nsubj":
        return parse.tags[token] != "EX"
    return parse.tags[token] in NOUN_TAGS or parse.tags[token] in ("PRP", "PRP$", "WP", "WDT", "CD", "DT", "JJ", "FW", "WP$")


__all__ = ["FIRST_PERSON", "SUBJECTS", "agent_of", "is_subject_like", "possessor", "source_of_verb", "source_span"]
