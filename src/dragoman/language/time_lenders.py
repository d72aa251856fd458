"""The predicate whose time a predicate without one of its own shares: a joined verb, a participle, the verb of a noun."""

from collections.abc import Mapping

from dragoman.language.clauses import Parse
from dragoman.language.time_governors import is_event_noun, is_verb, word_list
from dragoman.model.span import TimeExpression

Owned = Mapping[int, list[TimeExpression]]


def lender_of(parse: Parse, token: int, owned: Owned) -> int | None:  # noqa: PLR0911  a case each
    """The predicate whose time a predicate without one shares; None where it shares none."""
    head, dep = parse.heads[token], parse.deps[token]
    done = caused(parse, token, owned)
    if done is not None:
        return done
    if head == token:
        return last_joined(parse, token, owned)
    if not is_verb(parse, token):
        return lender_of_noun(parse, token)
    if dep == "conj":
        return head if is_verb(parse, head) and opens_clause(head, owned) and same_tense(parse, token, head) else None
    if dep == "xcomp":
        return head if parse.lemmas[head] not in word_list("ahead") else None
    if dep in ("advcl", "relcl"):
        return head if (dep == "advcl" or opens_with_when(parse, token)) and shares_time(parse, token) else None
    if dep in ("aux", "auxpass"):
        return head
    if dep == "ccomp" and parse.lemmas[head] in word_list("causing"):
        return head
    return last_joined(parse, token, owned)


def caused(parse: Parse, token: int, owned: Owned) -> int | None:
    """What a verb has done, where the time stands with that: 'were *let* go on 2 May'."""
    past = parse.tags[token] in ("VBD", "VBN") and parse.lemmas[token] in word_list("outright")
    if not past and parse.lemmas[token] not in word_list("causing"):
        return None
    return next((c for c in parse.children[token] if parse.deps[c] in ("xcomp", "ccomp") and owned.get(c)), None)


def last_joined(parse: Parse, token: int, owned: Owned) -> int | None:
    """The last verb joined to this one, where the time stands at the end: 'visited Kabul and met Karzai on Monday'."""
    joined = next((c for c in parse.children[token] if parse.deps[c] == "conj" and is_verb(parse, c)), None)
    if joined is None or not is_verb(parse, token) or not same_tense(parse, token, joined):
        return None
    own_subject = any(parse.deps[c] in ("nsubj", "nsubjpass") for c in parse.children[joined])
    times = owned.get(joined)
    return joined if times and not own_subject and times[0].token_start > joined else None


def opens_clause(verb: int, owned: Owned) -> bool:
    """Whether the time of a verb stands before it, over all that is joined to it; unknown times pass."""
    times = owned.get(verb)
    return not times or times[0].token_start < verb


def same_tense(parse: Parse, first: int, second: int) -> bool:
    """Whether two joined verbs are of one tense: 'attacked and fled', not 'bought and has clashed'."""

    def helpers(verb: int) -> frozenset[str]:
        return frozenset(parse.lemmas[c] for c in parse.children[verb] if parse.deps[c] == "aux")

    own = helpers(first) or helpers(second)
    return parse.tags[first] == parse.tags[second] and (helpers(first) == helpers(second) or not (own and helpers(first)))


def opens_with_when(parse: Parse, verb: int) -> bool:
    """Whether a clause that the parser took for a relative one begins with 'when'."""
    return any(parse.lowers[c] == "when" and c < verb for c in parse.children[verb])


def shares_time(parse: Parse, verb: int) -> bool:
    """Whether an adverbial clause happens with its main clause: '…, killing ten', 'when Dushanbe cited', 'met to discuss'."""
    words = {parse.lowers[c] for c in parse.children[verb] if parse.deps[c] in ("mark", "advmod", "aux")}
    if words & {"if", "unless", "before", "after", "since", "until", "although", "though", "because", "will", "would", "could"}:
        return False
    if parse.tags[verb] == "VBG":
        return True
    return "to" in words or "when" in words


def lender_of_noun(parse: Parse, token: int) -> int | None:
    """The verb whose time the noun of an event shares: 'an explosion occurred', 'carried out an attack'."""
    head, dep = parse.heads[token], parse.deps[token]
    if dep in ("acomp", "attr", "oprd") and is_verb(parse, head):
        return head
    if dep == "pobj" and is_event_noun(parse, token):
        verb = parse.heads[head]
        followed = parse.lowers[head] == "by" and parse.lemmas[verb] in (
            "follow",
            "succeed",
        )  # 'followed two days later by a raid'
        gone = parse.lowers[head] == "to" and parse.lemmas[verb] == "go"  # 'went to war in May'
        return verb if (followed or gone) and is_verb(parse, verb) else None
    if dep == "conj" and not is_verb(parse, head):
        return head
    if dep in ("dobj", "nsubj", "nsubjpass") and is_verb(parse, head) and parse.lemmas[head] in word_list("occurrence"):
        return head
    return None
