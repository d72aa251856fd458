"""Claims of a total and its parts: '12 tanks and 30 lorries, 42 in all', 'of the seven four are …', a list after its whole."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from dragoman.model.reading import Claim
from dragoman.statements.claim_words import claim_over
from dragoman.statements.number_scenes import FINITE, Scene, has_finite, word_set
from dragoman.statements.rate_claims import each_of, time_of
from dragoman.statements.stated_numbers import Stated

LINK: Final = 14  # words from one part to the next
MOST_PARTS: Final = 8
DIVIDING_VERBS: Final = frozenset({"be", "have", "will", "comprise", "consist", "go"})
JOINTS: Final = frozenset({",", ";", "and", "while", "plus", "but", "–", "—", ":", "or"})
BEFORE_PART: Final = frozenset({"a", "another", "further", "some", "the", "other", "remaining", "just", "only", "then", "about"})


def find_sum_claims(scene: Scene) -> Iterator[Claim]:
    """The one sum that a sentence tells: by a word of total, by 'of the seven', by a list after the whole; none of two units."""
    numbers = [
        n for n in scene.numbers if (n.is_level or n.unit == "times") and each_of(scene, n) is None and not time_of(scene, n)
    ]
    for finder in (totals, partitions, divisions):
        found = finder(scene, numbers)
        if found is not None:
            total, parts, mode = found
            first, last = min(n.first for n in (total, *parts)), max(n.last for n in (total, *parts))
            yield claim_over(scene.doc, "sum", first, last, total=total, parts=tuple(parts), mode=mode)
            return


Sum = tuple[Stated, Sequence[Stated], str]


# ---------------------------------------------------------------------------------------------------- called a total
def totals(scene: Scene, numbers: Sequence[Stated]) -> Sum | None:
    """A number that is called a total, with the numbers of the list before it, or after it."""
    for total in numbers:
        if not is_called_total(scene, total) or has_running_words(scene, total):
            continue
        own = [n for n in numbers if n is not total and n.unit == total.unit and n.value > 0]
        before, after = [n for n in own if n.last < total.first], [n for n in own if n.first > total.last]
        together = makes_together(scene, total)
        for parts in (chain_before(scene, before, total, together=together), chain_after(scene, total, after)):
            if 2 <= len(parts) <= MOST_PARTS and not any(is_added_on(scene, n) for n in parts):
                return total, parts, "exact"
    return None


def is_called_total(scene: Scene, number: Stated) -> bool:
    """Whether the words around a number, or its verb with 'together', call it a total."""
    before = " ".join(scene.before(number, 4))
    end = scene.noun_end(number)
    after = " ".join(w.lower_ for w in scene.doc[end + 1 : min(end + 4, scene.end)])
    if any(before.endswith(words) for words in word_set("total_before")):
        return not before.endswith(("up to", "made")) or any(
            w in before.split() for w in ("add", "adds", "adding", "added", "which")
        )
    if any(after.startswith(words) for words in word_set("total_after")):
        return True
    return number.text.lower().startswith(("all ", "a total of")) or makes_together(scene, number)


def makes_together(scene: Scene, number: Stated) -> bool:
    """Whether a number is what the things before it make together: '*together* A (38 ships) and B (27 ships) muster 65'."""
    words = scene.doc.words[scene.start : number.first]
    if not any(w.lower_ in word_set("together") or "between them" in w.doc[w.i : w.i + 2].text.lower() for w in words):
        return False
    last = [w for w in words if w.tag_ in FINITE]
    return (
        bool(last)
        and not any(n.first > last[-1].i and n.last < number.first for n in scene.numbers)
        and number is scene.numbers[-1]
    )


def has_running_words(scene: Scene, total: Stated) -> bool:
    """Whether a total counts on from before: 'bringing the total to', '300 in all since May'."""
    words = [w.lower_ for w in scene.doc[max(scene.start, total.first - 6) : min(total.last + 10, scene.end)]]
    return any(w in word_set("running") for w in words)


def is_added_on(scene: Scene, number: Stated) -> bool:
    """Whether a number comes to others told before: 'two more', 'another six'."""
    return scene.after(number)[:1] == ["more"] or scene.before(number)[-1:] in (["another"], ["further"], ["additional"])


def chain_before(scene: Scene, numbers: Sequence[Stated], total: Stated, *, together: bool) -> list[Stated]:
    """The numbers of the one list that ends at a total; none where a clause of its own stands between."""
    if not numbers:
        return []
    link = scene.between(numbers[-1], total)
    lowers = [w.lower_ for w in link]
    near = len(link) <= LINK and ";" not in lowers and (not has_finite(link) or together or makes(scene, numbers[-1], total))
    if not near or not (
        together or set(lowers) & {",", "–", "—", "(", ":", "for", "so", "which"} or makes(scene, numbers[-1], total)
    ):
        return []
    chain = [numbers[-1]]
    for number in reversed(numbers[:-1]):
        if not is_joined(scene, number, chain[0]):
            break
        chain.insert(0, number)
    return chain


def makes(scene: Scene, part: Stated, total: Stated) -> bool:
    """Whether the verb between says that the parts are the total: 'which makes', 'were filled' with 'all 100 seats' before."""
    verbs = [w for w in scene.between(part, total) if w.tag_ in FINITE]
    return bool(verbs) and all(w.lemma_ in ("make", "come", "add", "total", "amount", "give", "sum", "be") for w in verbs)


def chain_after(scene: Scene, total: Stated, numbers: Sequence[Stated]) -> list[Stated]:
    """The numbers of the list after a total: '36 tanks in all, 12 in December and 24 in March'."""
    if not numbers:
        return []
    link = scene.between(total, numbers[0])
    if len(link) > LINK or has_finite(link) or not {w.lower_ for w in link} & {",", ":", "–", "—", "("}:
        return []
    chain = [numbers[0]]
    for number in numbers[1:]:
        if not is_joined(scene, chain[-1], number):
            break
        chain.append(number)
    whole = chain if len(chain) == len(numbers) else []
    return (
        whole
        if all(is_elliptic(scene, n) or scene.noun(n) in (None, scene.noun(total)) for n in whole)
        or is_general(scene, total, whole)
        else []
    )


def is_joined(scene: Scene, one: Stated, other: Stated) -> bool:
    """Whether two numbers are neighbours in a list."""
    between = scene.between(one, other)
    lowers = {w.lower_ for w in between}
    if any(one.last < n.first < other.first and n.unit == one.unit for n in scene.numbers):
        return False
    return len(between) <= LINK and bool(lowers & JOINTS) and not lowers & {"of", "than", "per"} & set(scene.before(other, 2))


# ---------------------------------------------------------------------------------------------------- of the seven
def partitions(scene: Scene, numbers: Sequence[Stated]) -> Sum | None:
    """'Of the 30 detained 11 were let go and one died; 18 are still held': a whole after 'of', and what became of its parts."""
    lowers = [w.lower_ for w in scene.words()]
    if any(w in word_set("overlapping") for w in lowers):
        return None
    for place, whole in enumerate(numbers):
        if scene.cue_before(whole) not in ("of", "among") or whole.value < 2:
            continue
        opening = [n for n in numbers[max(place - 1, 0) : place] if n.unit == whole.unit and is_part_of(scene, n, whole)]
        if not opening and not opens_clause(scene, whole):
            continue
        after = [
            n for n in numbers[place + 1 :] if n.unit == whole.unit and n.value < whole.value and is_clause_part(scene, n, whole)
        ]
        if any(n.unit == whole.unit and n not in after for n in numbers[place + 1 :]):
            continue  # a number that is no part: nobody knows what it counts
        parts = [*opening, *after]
        completed = any(completes(scene, n) for n in after)
        if len(parts) >= 2 and (completed or len(parts) >= 3):
            return whole, parts, "exact" if completed else "at most"
    return None


def is_part_of(scene: Scene, part: Stated, whole: Stated) -> bool:
    """Whether a number is taken 'of the' whole right after it: '*eleven of the 30*'."""
    between = scene.lowers(part, whole)
    return 1 <= len(between) <= 6 and "of" in between and "," not in between and part.value <= whole.value


def opens_clause(scene: Scene, whole: Stated) -> bool:
    """Whether 'of the seven' stands at the start of its sentence or clause."""
    at = whole.first - 1
    while at > scene.start and scene.doc[at].lower_ not in ("of", "among"):
        at -= 1
    return (
        at == scene.start
        or scene.doc[at - 1].text in (",", ";", ":", "–", "—")
        or scene.doc[at - 1].lower_ in ("out", "but", "and")
    )


def is_clause_part(scene: Scene, number: Stated, whole: Stated) -> bool:
    """Whether a number opens a clause or a place in a list and counts the same things: 'and *one* died'."""
    at = number.first - 1
    while at > whole.last and (scene.doc[at].lower_ in BEFORE_PART or scene.doc[at].lower_ in word_set("completing")):
        at -= 1
    if scene.doc[at].lower_ not in JOINTS and not (
        at <= scene.noun_end(whole) + 6 and not has_finite(scene.doc.words[whole.last : number.first])
    ):
        return False
    noun = scene.noun(number)
    return scene.noun_end(number) == number.last or noun == scene.noun(whole)


def completes(scene: Scene, number: Stated) -> bool:
    """Whether a part is told as the rest: 'leaving 18', 'the other 18', '18 are left', '18 remain'."""
    near = [*scene.before(number, 3), *scene.after(number, 4)]
    return any(w in word_set("completing") for w in near)


# ---------------------------------------------------------------------------------------------------- a whole and its list
def divisions(scene: Scene, numbers: Sequence[Stated]) -> Sum | None:
    """A whole and the list of its parts right after it: by a colon or a dash, by 'comprising', by 'giving … to', or elliptic."""
    for place, whole in enumerate(numbers):
        parts = [n for n in numbers[place + 1 :] if n.unit == whole.unit]
        if not 2 <= len(parts) <= MOST_PARTS or whole.value <= max(n.value for n in parts) or whole.value < 2:
            continue
        if any(n.unit == whole.unit for n in numbers[:place]) or not all(is_joined(scene, a, b) for a, b in pairwise(parts)):
            continue
        mode = division_mode(scene, whole, parts)
        if mode is not None:
            return whole, parts, mode
    return None


def division_mode(scene: Scene, whole: Stated, parts: Sequence[Stated]) -> str | None:
    """How a list stands to the whole before it: with all its parts, with some ('at most'), or not at all (None)."""
    between = scene.between(whole, parts[0])
    lowers = [w.lower_ for w in between]
    clauses = [w for a, b in pairwise(parts) for w in scene.between(a, b)]
    divided = any(w in word_set("dividing_all") | {"which", "whom"} for w in lowers)
    verbs = [w for w in (*between, *clauses) if w.tag_ in FINITE and not (divided and w.lemma_ in DIVIDING_VERBS)]
    if len(between) > LINK or "than" in lowers or verbs or any(w in word_set("overlapping") for w in lowers):
        return None
    elliptic = all(is_elliptic(scene, n) for n in parts)
    same = elliptic or all(scene.noun(n) in (None, scene.noun(whole)) for n in parts) or is_general(scene, whole, parts)
    if any(w in word_set("dividing_all") for w in lowers):
        return "exact" if same or whole.unit != "count" else None
    if lowers and set(lowers) & {":", "–", "—", "("} and same:
        return "exact"
    if any(w in word_set("dividing_some") for w in lowers) and (elliptic or whole.unit != "count"):
        return "exact" if counted_parts(scene, whole, parts) else "at most"
    heads = {scene.after(n)[0] for n in parts if scene.after(n)}
    return "exact" if elliptic and "," in lowers and len(heads) == 1 and whole.unit in ("count", "times") else None


def counted_parts(scene: Scene, whole: Stated, parts: Sequence[Stated]) -> bool:
    """Whether the sentence says how many parts there are, and gives as many: '$9m for the *three* services, giving …'."""
    return any(n.unit == "count" and n.value == len(parts) and whole.last < n.first < parts[0].first for n in scene.numbers)


def is_elliptic(scene: Scene, number: Stated) -> bool:
    """Whether a number stands without its noun before a preposition: '12 *in* December', '€3m *for* A'."""
    after = scene.after(number)
    tag = scene.doc[number.last + 1].tag_ if after else ""
    return scene.noun_end(number) == number.last and tag in ("IN", "TO") and after[0] not in ("of", "than")


def is_general(scene: Scene, whole: Stated, parts: Sequence[Stated]) -> bool:
    """Whether the noun of the whole is one under which the nouns of the parts come: 'vehicles' over tanks and lorries."""
    noun = scene.noun(whole)
    nouns = [scene.noun(n) or "" for n in parts]
    people = [
        n in word_set("people") | word_set("general_people") or n.endswith(("man", "er", "or", "ist", "ian")) for n in nouns
    ]
    if noun in word_set("general_people"):
        return all(people)
    return noun in word_set("general_things") and not any(people)
