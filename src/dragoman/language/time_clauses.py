"""Times that an event has from a clause or phrase around it: 'the war, which began in 1992', 'speaking on Monday, he said'."""

from collections.abc import Iterable
from dataclasses import replace

from dragoman.language.clauses import Parse
from dragoman.language.time_bounds import add_bounds
from dragoman.language.time_governors import is_event_noun, is_verb, word_list
from dragoman.model.span import TimeExpression

Owned = dict[int, list[TimeExpression]]


def add_clause_times(parse: Parse, owned: Owned) -> None:
    """Give times to predicates that stand in, around or beside a dated one."""
    add_times_of_nouns(parse, owned)
    add_stretches(parse, owned)
    add_periods(parse, owned)
    add_openings(parse, owned)
    add_bounds(parse, owned)


def add_times_of_nouns(parse: Parse, owned: Owned) -> None:
    """'the blockade, which began in May', 'the summit held in May', 'the attack on 3 May came after': the event has the date."""
    for verb, times in sorted(owned.items()):
        if not times or not is_verb(parse, verb):
            continue
        noun = event_of_clause(parse, verb)
        if noun is not None and noun not in owned:
            if parse.lemmas[verb] in word_list("beginnings"):
                owned[noun] = [begun(time) for time in times]
            elif parse.lemmas[verb] in word_list("endings"):
                owned[noun] = [over(time) for time in times]
            elif parse.lemmas[verb] in word_list("holding"):
                owned[noun] = times
    for noun, times in sorted(owned.items()):
        verb = parse.heads[noun]
        if times and parse.deps[noun] == "nsubj" and is_event_noun(parse, noun) and parse.lemmas[verb] in word_list("coming"):
            owned.setdefault(verb, times)


def begun(time: TimeExpression) -> TimeExpression:
    """The time of what began at a time: from then on."""
    if time.time is None or time.time.start is None:
        return time
    return replace(time, time=replace(time.time, end=None, granularity="range"))


def over(time: TimeExpression) -> TimeExpression:
    """The time of what ended at a time: up to then."""
    if time.time is None or time.time.end is None:
        return time
    return replace(time, time=replace(time.time, start=None, granularity="range"))


def event_of_clause(parse: Parse, verb: int) -> int | None:
    """The noun of an event that a relative clause or participle behind it tells of; 'the siege of the town, which began'."""
    if parse.deps[verb] not in ("relcl", "acl"):
        return None
    if any(
        parse.lowers[c] in ("which", "where", "when")
        for p in parse.children[verb]
        for c in (p, *parse.children[p])
        if parse.deps[c] in ("pobj", "pcomp", "advmod")
    ):  # 'the war in which he took part'
        return None
    noun = parse.heads[verb]
    for _ in range(3):
        if parse.lemmas[noun] in word_list("events") or parse.lemmas[noun] in word_list("utterances"):
            return noun
        above = parse.heads[noun]
        if parse.deps[noun] != "pobj" or parse.lowers[above] not in ("of", "on", "against", "in", "between", "with"):
            return None
        noun = parse.heads[above]
    return None


def add_periods(parse: Parse, owned: Owned) -> None:
    """'During the war (1992-97) they met', 'in a speech on Monday he said': a verb has the time of what it happened in."""
    for noun, times in sorted(owned.items()):
        if not times or is_verb(parse, noun) or parse.deps[noun] != "pobj":
            continue
        preposition = parse.heads[noun]
        verb, word = parse.heads[preposition], parse.lowers[preposition]
        if verb in owned or not is_verb(parse, verb):
            continue
        if (word in word_list("inside") and names_occasion(parse, noun, word)) or (
            word in ("in", "at") and parse.lemmas[noun] in word_list("utterances") and noun < verb
        ):
            owned[verb] = times
        if word == "under" and in_brackets(parse, times[0]) and preposition < verb:
            owned[verb] = times


def add_stretches(parse: Parse, owned: Owned) -> None:
    """'Between the truce of 1994 and the war of 2020, they built forts': from the one event to the other."""
    for first, times in sorted(owned.items()):
        preposition = parse.heads[first]
        if not times or parse.deps[first] != "pobj" or parse.lowers[preposition] not in ("between", "from"):
            continue
        verb = parse.heads[preposition]
        ends = [c for c in parse.children[first] if parse.deps[c] == "conj"]
        if parse.lowers[preposition] == "from":  # 'from the fall of the Shah until the revolution'
            until = [
                p for p in (*parse.children[verb], *parse.children[preposition]) if parse.lowers[p] in ("until", "till", "to")
            ]
            ends = [c for p in until if p > first for c in parse.children[p] if parse.deps[c] == "pobj"]
        second = next((c for c in ends if owned.get(c)), None)
        if second is None or not is_verb(parse, verb):
            continue
        begin, end = times[0].time, owned[second][0].time
        if begin is not None and end is not None and (begin.start or "") <= (end.end or ""):
            stretch = replace(begin, end=end.end, granularity="range")
            owned.setdefault(verb, [replace(times[0], time=stretch)])


def names_occasion(parse: Parse, noun: int, preposition: str) -> bool:
    """Whether a noun after a preposition is something in whose time a verb may be told."""
    return is_event_noun(parse, noun) or preposition in ("during", "throughout", "amid")


def in_brackets(parse: Parse, time: TimeExpression) -> bool:
    """Whether a time is a term of years in brackets: 'under President Arin (2005-13)'."""
    return time.token_start > 0 and parse.lowers[time.token_start - 1] == "("


def add_same_units(parse: Parse, owned: Owned, placed: Iterable[TimeExpression]) -> None:
    """'in July 1995, the month in which it joined ASEAN': what the clause tells of happened then."""
    for time in placed:
        if time.token_end >= len(parse) or parse.lowers[time.token_end] != ",":
            continue
        noun = next((t for t in range(time.token_end, min(time.token_end + 4, len(parse))) if is_unit(parse, t)), None)
        clause = next((c for c in parse.children[noun] if parse.deps[c] == "relcl"), None) if noun is not None else None
        if clause is not None:
            owned.setdefault(clause, [time])


def is_unit(parse: Parse, token: int) -> bool:
    """Whether a noun is a unit of the calendar: 'the month'."""
    return parse.lemmas[token] in ("day", "week", "month", "year", "weekend") and parse.lowers[token - 1] in (
        "the",
        "same",
        "very",
    )


def add_openings(parse: Parse, owned: Owned) -> None:
    """'Speaking on Monday, the minister said': the participle that opens a sentence is of the same time as its verb."""
    for token, times in sorted(owned.items()):
        verb = parse.heads[token]
        opens = parse.deps[token] == "advcl" and parse.tags[token] == "VBG" and token < verb
        own = {parse.deps[c] for c in parse.children[token]} & {"nsubj", "nsubjpass", "mark", "aux"}
        if times and opens and not own and is_verb(parse, verb):
            owned.setdefault(verb, times)
