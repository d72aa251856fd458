"""What the sentence and the text around an expression say of it: is it a time, past or future, bounded, and by what.

Works on the parse as plain lists (see `clauses`), because it is asked for every expression.
"""

from collections.abc import Sequence
from functools import cache
from typing import Final

from dragoman.language.clauses import Parse
from dragoman.language.time_lexemes import Lexeme
from dragoman.reference.rule_files import load_word_lists

MAX_CLIMB: Final = 8
MAX_DEPTH: Final = 20  # heads above a word
BOUNDS: Final = ("since", "by", "until", "till", "before", "after", "through", "following", "from", "during")
COUNTING: Final = frozenset({"before", "after", "since", "following", "into", "from", "prior", "ahead", "until"})
NAMED_RELATIONS: Final = {  # 'on the eve of the summit', 'on the tenth day of the siege'
    "eve": "before", "anniversary": "after", "day": "into", "week": "into", "month": "into", "year": "into",
}  # fmt: skip
ROUND: Final = 50
NUMERIC: Final = ("number", "ordinal")
SHORT: Final = 3  # letters of a short form such as 'Sat'


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of words from `rules/times_discourse.toml`."""
    return load_word_lists("dragoman.language.rules", "times_discourse.toml")[name]


# -------------------------------------------------------------------------------------------------- is it a time at all
def may_be_time_word(parse: Parse, token: int, lexemes: Sequence[Lexeme], at: int, tags: frozenset[str]) -> bool:
    """Whether an ambiguous word ('may', 'march', 'sat') may be one of time here.

    A number beside it decides, or a word like 'last' or 'in'; else its tag must not be among those that rule it out.
    """
    word = lexemes[at]
    after = lexemes[at + 1] if at + 1 < len(lexemes) else None
    before = lexemes[at - 1] if at else None
    tag = parse.tags[token]
    capital = word.text[0].isupper()
    if word.lower == "fall" and falls_of_something(lexemes, at):
        return False
    point = after is not None and after.text == "." and at + 2 < len(lexemes) and lexemes[at + 2].kind == "number"
    short = len(word.lower) == SHORT and word.lower not in ("may", "min", "sec")
    if after is not None and (after.kind in NUMERIC or point) and (not short or capital):
        usable = capital or after.kind != "number" or tag != "MD"
    elif before is not None and before.lower in word_list("shifts_before"):
        usable = tag != "MD" or before.lower in ("last", "next")
    elif before is not None and before.kind in NUMERIC and capital:
        usable = True
    elif short and (not capital or after is None or after.text not in ".,"):
        usable = False
    elif before is not None and before.lower in ("in", "since", "until", "by") and word.lower in ("may", "march"):
        usable = capital or tag not in tags
    else:
        usable = tag not in tags
    return usable


def falls_of_something(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Whether a 'fall' is of a town or a ruler, not of a year: 'after the *fall* of the capital'."""
    after = lexemes[at + 1 : at + 3]
    if len(after) < 2 or after[0].lower != "of":
        return False
    return after[1].kind not in NUMERIC and after[1].lower not in ("last", "this", "that", "next", "each")


def is_year(parse: Parse, token: int, lexemes: Sequence[Lexeme], at: int, entity: str) -> bool:  # noqa: PLR0911  a clue each
    """Whether a number of four digits that stands alone is a year."""
    value = int(lexemes[at].text)
    before = lexemes[at - 1].lower if at else ""
    after = lexemes[at + 1] if at + 1 < len(lexemes) else None
    if (
        before == "at"
        or before in word_list("named_numbers")
        or (before == "." and at > 1 and lexemes[at - 2].lower in ("no", "nos", "sec", "art"))
    ):
        return False
    if after is not None and after.glued and after.kind in ("word", "number"):
        return False
    counts = parse.deps[token] in ("nummod", "quantmod") and parse.tags[parse.heads[token]] in ("NNS", "NNPS")
    if counts and parse.heads[token] > token and (value % ROUND == 0 or entity in ("CARDINAL", "QUANTITY")):
        return before == "the" and entity == "DATE"
    if after is not None and after.lower in word_list("units_after"):
        return False
    if entity == "DATE":
        return True
    plausible = 1800 <= value <= 2100
    if before in word_list("year_after"):
        return plausible or before in ("in", "since", "(")
    return plausible and entity not in ("CARDINAL", "QUANTITY", "MONEY", "PERCENT", "PRODUCT")


def is_day_of_month(parse: Parse, token_end: int) -> bool:
    """Whether 'the 4th', which ends before a token, is a day: nothing that it could count follows."""
    last = token_end - 1
    head = parse.heads[last]
    if opens_clause(parse, last) and names_subject(parse, token_end):
        return True
    counts = parse.deps[last] in ("amod", "compound", "nummod")
    if counts and head > last and parse.tags[head].startswith(("NN", "CD", "JJ", "VB")):
        return False
    following = parse.tags[token_end] if token_end < len(parse.tags) else ""
    word = parse.lowers[token_end] if token_end < len(parse.lowers) else ""
    return not following.startswith(("NN", "JJ", "CD")) and word not in ("of", "to", "and")


def opens_clause(parse: Parse, day: int) -> bool:
    """Whether 'on the 19th', whose number stands at a token, opens a clause."""
    first = day - 2
    return first >= 0 and parse.lowers[first] == "on" and (first == 0 or parse.tags[first - 1] in (".", ":", ",", "CC"))


def names_subject(parse: Parse, token: int) -> bool:
    """Whether a name that is no name by number begins at a token: 'on the 19th *Iran's* navy', not 'the 5th *Fleet*'."""
    if token >= len(parse.tags) or parse.tags[token] not in ("NNP", "PRP", "DT", "PRP$"):
        return False
    words = []
    for at in range(token, len(parse.tags)):
        if parse.tags[at] not in ("NNP", "NNPS"):
            break
        words.append(parse.lowers[at])
    return not words or words[-1] not in word_list("numbered_names")


def is_season(parse: Parse, token_start: int, token_end: int) -> bool:
    """Whether 'fall' or 'spring' is a time of year."""
    last = token_end - 1
    word = parse.lowers[last]
    before = parse.lowers[token_start - 1] if token_start else ""
    if word in ("fall", "spring"):
        after = parse.lowers[token_end] if token_end < len(parse.lowers) else ""
        in_phrase = before in word_list("season_after")
        return (in_phrase or word == "spring") and after not in word_list("season_before_not")
    return not (parse.deps[last] == "compound" and parse.tags[parse.heads[last]] == "NNP")


# -------------------------------------------------------------------------------------------------- past or future
def direction_of(parse: Parse, token: int, auxiliaries: Sequence[Sequence[int]]) -> int:
    """-1 where the clause around a token speaks of the past, 1 of the future, 0 where it does not tell.

    Args:
        parse: The parsed text.
        token: The token from which to climb to the verb.
        auxiliaries: For each token, the indices of its auxiliaries.
    """
    for _ in range(MAX_CLIMB):
        if parse.lemmas[token] in word_list("ahead") and parse.tags[token] != "VBD":
            return 1
        tag = parse.tags[token]
        if tag.startswith("VB") or tag == "MD":
            told = direction_of_verb(parse, token, [parse.lowers[a] for a in auxiliaries[token]])
            if told is not None:
                return told
        if parse.heads[token] == token:
            return 0
        token = parse.heads[token]
    return 0


def direction_of_verb(parse: Parse, verb: int, helpers: list[str]) -> int | None:  # noqa: PLR0911  a clue each
    """As `direction_of` for one verb; None where the verb above it decides ('hoping to meet', 'saying')."""
    if any(word in word_list("future_auxiliaries") for word in helpers):
        perfect = "have" in helpers and parse.tags[verb] == "VBN" and "to" not in helpers and "will" not in helpers
        return -1 if perfect else 1
    if any(word in word_list("past_auxiliaries") for word in helpers) or parse.tags[verb] == "VBD":
        return -1
    match parse.tags[verb]:
        case "VBN":
            return -1
        case "VBZ" | "VBP":
            return 0
        case "VB" if parse.heads[verb] != verb:
            return None
        case "VBG" if not helpers and parse.heads[verb] != verb:
            return None
        case _:
            return 0


def speaks_of_now(parse: Parse, token: int) -> bool:
    """Whether the clause around a token is of the time of writing: 'they want to meet before the end of the year'."""
    for _ in range(MAX_CLIMB):
        if parse.tags[token].startswith("VB") or parse.tags[token] == "MD":
            for word in (*(c for c in parse.children[token] if parse.deps[c] in ("aux", "auxpass")), token):
                if parse.tags[word] in ("VBZ", "VBP") or parse.lowers[word] in ("will", "'ll", "wo", "shall"):
                    return True
                if parse.tags[word] == "VBD" or parse.lowers[word] in ("would", "could", "might"):
                    return False
        if parse.heads[token] == token:
            return False
        token = parse.heads[token]
    return False


def find_auxiliaries(parse: Parse) -> list[list[int]]:
    """For each token the indices of its auxiliary verbs and of the 'to' before it."""
    found: list[list[int]] = [[] for _ in parse.heads]
    for index, dep in enumerate(parse.deps):
        if dep in ("aux", "auxpass"):
            found[parse.heads[index]].append(index)
    return found


def asides_of(parse: Parse, token: int) -> frozenset[int]:
    """The verbs of the relative clauses and participles behind nouns that a token stands in."""
    found = []
    for _ in range(MAX_DEPTH):
        if parse.deps[token] in ("relcl", "acl"):
            found.append(token)
        if parse.heads[token] == token:
            break
        token = parse.heads[token]
    return frozenset(found)


# -------------------------------------------------------------------------------------------------- bounds and counting
def bound_before(lexemes: Sequence[Lexeme], first: int) -> tuple[str | None, str | None]:
    """The preposition that makes a date a bound ('since', 'by', 'until'), and the hedge between the two ('at least')."""
    at = first - 1
    hedges: list[str] = []
    while at >= 0 and len(hedges) < 3 and lexemes[at].lower in word_list("hedges"):
        hedges.insert(0, lexemes[at].lower)
        at -= 1
    if at < 0:
        return None, None
    word = lexemes[at].lower
    before = lexemes[at - 1].lower if at else ""
    if word == "to" and before in ("prior", "up"):
        word = "before" if before == "prior" else "until"
    hedge = " ".join(word for word in hedges if word != "the") or None
    return (word if word in BOUNDS else None), hedge


def counted_from(parse: Parse, token_end: int) -> tuple[str | None, int | None]:
    """The relation and the token that a duration counts from: 'two weeks [after] the factory [opened]'."""
    if token_end < len(parse.lowers) and parse.lowers[token_end] == "of" and parse.lowers[token_end - 1] in NAMED_RELATIONS:
        event = next((c for c in parse.children[token_end] if parse.deps[c] == "pobj"), None)
        return (NAMED_RELATIONS[parse.lowers[token_end - 1]], event) if event is not None else (None, None)
    if token_end >= len(parse.lowers) or parse.lowers[token_end] not in COUNTING:
        return None, None
    word = parse.lowers[token_end]
    marker = token_end
    if word in ("prior", "ahead"):
        marker += 1
        if marker >= len(parse.lowers) or parse.lowers[marker] not in ("to", "of"):
            return None, None
    relation = {"prior": "before", "ahead": "before", "following": "after"}.get(word, word)
    if parse.deps[marker] in ("mark", "advmod") and parse.heads[marker] > marker:
        return relation, parse.heads[marker]
    child = next((i for i in parse.children[marker] if i > marker and parse.deps[i] != "punct"), None)
    return (relation, child) if child is not None else (None, None)
