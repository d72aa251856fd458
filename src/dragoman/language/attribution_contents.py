"""What may be the content of a verb of saying or thinking: its complements, sorted by kind, and the clause around it."""

from typing import Final

from dragoman.language.attribution_sources import source_of_verb
from dragoman.language.clauses import FINITE_TAGS, VERB_TAGS, Parse

QUESTION_TAGS: Final = frozenset({"WP", "WP$", "WRB", "WDT"})


def contents_of(parse: Parse, verb: int) -> dict[str, list[int]]:
    """What may be the content of a verb, by kind."""
    kinds: dict[str, list[int]] = {}
    for c in parse.children[verb]:
        dep = parse.deps[c]
        if dep in ("ccomp", "xcomp") and not is_beside(parse, verb, c):
            add_clause(parse, verb, c, kinds)
        elif dep in ("dobj", "oprd", "attr"):
            kinds.setdefault("object", []).extend(parse.subtree(c))
        elif dep in ("prep", "prt") and c > verb and any(parse.deps[o] in ("pobj", "pcomp") for o in parse.children[c]):
            kinds.setdefault(parse.lowers[c], []).extend(t for t in parse.subtree(c) if t != c)
        elif dep == "parataxis" and c > verb:
            kinds.setdefault("that", []).extend(parse.subtree(c))
    if "that" not in kinds and "question" not in kinds:
        add_strayed_clause(parse, verb, kinds)
    if "object" in kinds and "infinitive" in kinds:
        kinds["object infinitive"] = kinds["infinitive"]
    add_predication(parse, verb, kinds)
    return kinds


def add_predication(parse: Parse, verb: int, kinds: dict[str, list[int]]) -> None:
    """'called the vote a farce', 'painted him as a fraud': the object belongs to what is said of it."""
    named = [c for c in parse.children[verb] if parse.deps[c] == "oprd"]
    if named:
        kinds["small clause"] = kinds.pop("object")
    elif "as" in kinds and "object" in kinds:
        kinds["as"] = [*kinds["object"], *kinds["as"]]


def is_beside(parse: Parse, verb: int, clause: int) -> bool:
    """Whether a clause before a verb is no content of it but a neighbour: 'A fell; B rejected the offer'."""
    if clause > verb:
        return False
    asked = parse.tags[clause] == "VBN" and parse.subject(clause) is None and not parse.auxiliaries(clause)
    return asked or ";" in parse.lowers[clause:verb]  # 'Asked whether he would go, he replied'


def add_strayed_clause(parse: Parse, verb: int, kinds: dict[str, list[int]]) -> None:
    """'stated at the opening that it had sold them': a clause with 'that' and all its parts, hung on the noun before it."""
    for c in (c for c in parse.children[verb] if c > verb and parse.deps[c] in ("prep", "dobj", "dative")):
        noun = parse.child(c, "pobj") if parse.deps[c] == "prep" else c
        for clause in parse.children[noun] if noun is not None else []:
            that = parse.child(clause, "mark")
            if parse.deps[clause] == "relcl" and that is not None and parse.lowers[that] == "that":
                strayed = parse.subtree(clause)
                kinds["that"] = strayed
                for tokens in kinds.values():
                    if tokens is not strayed:
                        tokens[:] = [t for t in tokens if t not in strayed]
                return


def add_clause(parse: Parse, verb: int, clause: int, kinds: dict[str, list[int]]) -> None:
    """Sort a complement clause under its kind."""
    tokens = parse.subtree(clause)
    tag = parse.tags[clause]
    has_subject = parse.subject(clause) is not None
    question = any(parse.tags[c] in QUESTION_TAGS and c < clause for c in parse.children[clause])
    if tag not in VERB_TAGS:
        if parse.deps[clause] == "ccomp" and tag not in ("JJ", "RB"):
            kinds.setdefault("small clause" if has_subject and clause > verb else "that", []).extend(tokens)
        elif has_subject or parse.deps[clause] == "xcomp":
            kinds.setdefault("small clause", []).extend(tokens)
        else:
            kinds.setdefault("that", []).extend(tokens)
    elif parse.has_to(clause):
        kinds.setdefault("object infinitive" if has_subject else "question" if question else "infinitive", []).extend(tokens)
    elif parse.mark(clause) in ("whether", "if") or question:
        kinds.setdefault("question", []).extend(tokens)
    elif tag == "VBG" and not has_subject and not parse.auxiliaries(clause):
        kinds.setdefault("gerund", []).extend(tokens)
    elif has_subject or parse.deps[clause] == "ccomp":
        kinds.setdefault("that", []).extend(tokens)


def clause_around(parse: Parse, verb: int, *, idiom: bool = False) -> list[int]:
    """The clause that a parenthesis stands in: 'The talks, officials said, failed', 'as officials said'.

    `idiom`: the verb's object is part of it ('as officials put it').
    """
    head = parse.heads[verb]
    if head == verb or (parse.child(verb, "dobj") is not None and not idiom):
        return []
    inserted = parse.deps[verb] == "parataxis" or (parse.deps[verb] == "advcl" and parse.mark(verb) == "as")
    if not inserted:
        return []
    below = set(parse.subtree(verb))
    subjects = [c for c in parse.children[verb] if parse.deps[c] in ("nsubj", "nsubjpass") and c < verb]
    if len(subjects) > 1 and parse.lowers[parse.subtree(subjects[0])[-1]] == ",":
        below -= set(parse.subtree(subjects[0]))  # '*Zambia*, the ministry said, will pay': hung on the nearer verb
    return [t for t in parse.subtree(head) if t not in below] + sorted(set(parse.subtree(verb)) - below)


def words_before(parse: Parse, verb: int) -> list[int]:
    """'The middle fifth paid less, the agency said': what stands before the comma, where the parser did not join it."""
    if parse.tags[verb] not in FINITE_TAGS or parse.child(verb, "dobj") is not None:
        return []
    before = (c for c in parse.children[verb] if c < verb and not parse.mark(c))
    joined = [c for c in before if parse.deps[c] in ("advcl", "npadvmod", "dep") and not is_beside(parse, verb, c)]
    source = source_of_verb(parse, verb)
    if not joined or source is None or source > verb:
        return []
    start = min(parse.subtree(source))
    if start and parse.lowers[start - 1] == "," and joined[-1] < start:
        return list(range(parse.sentences[parse.sentence_of[verb]][0], start - 1))
    return []


def charges_of(parse: Parse, verb: int) -> dict[str, list[int]]:
    """'accused the firm of theft', where the parser hangs the charge on the accused."""
    accused = parse.child(verb, "dobj")
    if accused is None:
        return {}
    of = next((c for c in parse.children[accused] if parse.lowers[c] == "of" and c > accused), None)
    return {"of": [t for t in parse.subtree(of) if t != of]} if of is not None else {}
