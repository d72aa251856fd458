"""Who is the source of a cue, and which words of the text name them."""

from typing import Final

from dragoman.language.clauses import FINITE_TAGS, NOUN_TAGS, VERB_TAGS, Parse

KEPT: Final = frozenset({"prep", "conj", "cc", "nummod", "compound", "nmod", "case", "neg", "amod"})
CLAUSES: Final = frozenset({"ROOT", "ccomp", "advcl", "parataxis", "relcl"})
SHARING: Final = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "dep", "prep"})
SUBJECT_CONTROL: Final = frozenset({"promise", "use", "make", "have", "take"})
CLOSING: Final = frozenset({'"', "''", "”", "’", ",", "'"})  # what ends a quotation
DEEPEST: Final = 6  # verbs up the tree that a source is sought
FIRST_PERSON: Final = frozenset({"i", "we", "me", "us"})


def source_of_verb(parse: Parse, verb: int, depth: int = 0) -> int | None:
    """The head of the phrase that is the source of an active verb: its subject, or the one it shares with another verb."""
    subject = nearest_subject(parse, verb)
    if subject is None and parse.tags[verb] in FINITE_TAGS and parse.deps[verb] in CLAUSES and not parse.auxiliaries(verb):
        subject = noun_before(parse, verb)
    if subject is None:
        subject = noun_after(parse, verb)
    if subject is not None or parse.heads[verb] == verb or depth > DEEPEST:
        return subject
    head, dep = parse.heads[verb], parse.deps[verb]
    if dep == "pcomp":
        head, via = parse.heads[head], head
        quoted = parse.child(head, "dobj") if parse.lowers[via] == "as" and parse.lemmas[head] in ("quote", "cite") else None
        if quoted is not None:
            return quoted  # 'quoted the envoy as saying'
    if parse.tags[head] in NOUN_TAGS:
        return source_at_noun(parse, verb, head)
    if parse.tags[head] not in VERB_TAGS:  # 'is happy to say'
        predicated = parse.deps[head] in ("acomp", "attr", "oprd")
        above = parse.heads[head] if predicated else head
        return source_of_verb(parse, above, depth + 1) if predicated or dep == "conj" else None
    asked = parse.child(head, "dobj") if dep == "xcomp" and parse.lemmas[head] not in SUBJECT_CONTROL else None
    if asked is not None and asked < verb:
        return asked  # 'asked them to say'
    return source_of_verb(parse, head, depth + 1) if dep in SHARING else None


def source_at_noun(parse: Parse, verb: int, noun: int) -> int | None:
    """The source of a verb that hangs on a noun: 'the man saying', 'their plan to say', 'a letter that says'."""
    dep = parse.deps[verb]
    if dep == "relcl" or (dep == "acl" and parse.tags[verb] == "VBG"):
        return noun
    return possessor(parse, noun) if dep in ("acl", "pcomp") else None


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


def noun_after(parse: Parse, verb: int) -> int | None:
    """The noun between a verb behind a quotation and a comma, hung on a later verb: '"…," said the *envoy*, "that it holds"'."""
    if verb == 0 or parse.lowers[verb - 1] not in CLOSING or parse.tags[verb] not in FINITE_TAGS:
        return None
    at = verb + 1
    while at < len(parse) and parse.deps[at] in ("det", "amod", "compound", "poss", "case", "nummod"):
        at += 1
    ended = at + 1 < len(parse) and parse.lowers[at + 1] == ","
    return at if ended and parse.deps[at] == "nsubj" and parse.heads[at] > at + 1 else None


def possessor(parse: Parse, noun: int) -> int | None:
    """Whose a noun is: its possessor, or what follows 'by', 'from' or 'of'."""
    for c in parse.children[noun]:
        if parse.deps[c] == "poss":
            return c
        if parse.deps[c] in ("prep", "agent") and parse.lowers[c] in ("by", "from"):
            return parse.child(c, "pobj")
    of = next((c for c in parse.children[noun] if parse.deps[c] == "prep" and parse.lowers[c] == "of"), None)
    return parse.child(of, "pobj") if of is not None else None


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
    for c in (c for c in parse.children[head] if c > head):
        if parse.deps[c] == "punct" and parse.lowers[c] in (",", "(", ")"):
            break
        if parse.deps[c] in KEPT:
            end = max(end, parse.subtree(c)[-1] + 1)
    if parse.tags[end - 1] == "POS":
        end -= 1
    return start, end


def is_subject_like(parse: Parse, token: int) -> bool:
    """Whether a token may name somebody who speaks. A subject may, whatever the tagger made of its name."""
    if parse.deps[token] == "nsubj":
        return parse.tags[token] != "EX"
    return parse.tags[token] in NOUN_TAGS or parse.tags[token] in ("PRP", "PRP$", "WP", "WDT", "CD", "DT", "JJ", "FW", "WP$")
