"""What 'it', 'its', 'they', 'he', 'who' and 'which' stand for.

Candidates before the pronoun in its own sentence and the two before it are weighed by their part in the sentence and by their
distance; a thing may win, and then the pronoun stands for nobody. In 'Since its invasion ..., Russia' the name follows.
"""

from typing import Final

from dragoman.language.coreference_candidates import SUBJECTS, Candidate, Discourse, discourse_of, word_set
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import find_subjects
from dragoman.language.words import Word, Words

SINGULAR: Final = frozenset({"it", "its", "itself"})
PLURAL: Final = frozenset({"they", "their", "them", "themselves", "theirs"})
PERSONAL: Final = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
RELATIVE: Final = frozenset({"who", "which", "that", "whom", "whose"})
REACH: Final = 2  # sentences back
SENTENCE_COST: Final = 1.6
OBJECTS: Final = frozenset({"dobj", "dative"})
CLAUSES: Final = frozenset({"ccomp", "advcl", "xcomp"})


def antecedent_of_pronoun(doc: Words, token: Word) -> list[int]:
    """Heads of what a pronoun stands for; [] where it stands for a thing, for nothing, or nobody can tell."""
    word = token.lower_
    if word in RELATIVE:
        head = relative_head(token)
        if word == "which" and token.dep_ == "dobj" and token.head.lemma_ in word_set("denials"):
            return []
        return [head.i] if head is not None else []
    if word in SINGULAR and is_impersonal(token):
        return []
    discourse = discourse_of(doc)
    ahead = name_ahead(doc, token, discourse)
    if ahead is not None:
        return list(ahead.heads)
    best = best_candidate(doc, token, discourse)
    return list(best.heads) if best is not None and best.actor else []


def relative_head(token: Word) -> Word | None:
    """The noun that a relative pronoun stands for: 'Vietnam, *which*', 'the army, *whose* chief'."""
    clause = token
    for _ in range(6):
        if clause.dep_ == "relcl":
            return clause.head
        if clause.head == clause:
            return None
        clause = clause.head
    return None


def is_impersonal(token: Word) -> bool:
    """Whether 'it' stands for nothing: 'it remains to be seen', 'it is unlikely that', 'it was X that'."""
    verb = token.head
    if token.lower_ != "it" or token.dep_ not in SUBJECTS:
        return False
    clauses = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp", "advcl", "csubj", "acl", "relcl")]
    if verb.lemma_ in word_set("impersonal_verbs"):
        return bool(clauses) or verb.lemma_ in ("rain", "snow")
    if verb.lemma_ != "be":
        return False
    complements = [c for c in verb.children if c.dep_ in ("acomp", "attr")]
    inner = [c for w in complements for c in w.children if c.dep_ in ("ccomp", "xcomp", "relcl", "acl", "advcl")]
    return bool(complements) and bool(inner or clauses)


def fits(candidate: Candidate, token: Word) -> bool:
    """Whether number and kind of a candidate go with a pronoun."""
    word = token.lower_
    if word in PERSONAL:
        return candidate.person
    if word in PLURAL:
        return candidate.plural
    return not candidate.plural and not candidate.person


def clause_verb(token: Word) -> Word:
    """The verb of the clause that a word stands in."""
    while token.head != token and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token


def is_excluded(doc: Words, candidate: Candidate, token: Word) -> bool:
    """Whether grammar keeps a pronoun from meaning a candidate: they share a verb ('Iran accused it'), or one holds the other."""
    head = doc[candidate.head]
    if token.dep_ == "poss":
        owned = token.head
        return owned.i == candidate.head or is_inside(head, owned) or is_inside_phrase(token, head)
    if token.lower_.endswith(("self", "selves")):
        return False
    if head.dep_ in SUBJECTS | OBJECTS and head.head == token.head and token.dep_ in SUBJECTS | OBJECTS:
        return True
    if token.dep_ not in OBJECTS | {"pobj"}:
        return False
    verb = clause_verb(token)
    if verb.pos_ != "VERB":
        return False
    # 'warned Belgrade against buying it': who was warned is the one who buys
    warned = [c.i for c in verb.head.head.children if c.dep_ == "dobj"] if verb.dep_ == "pcomp" else []
    return candidate.head in warned or any(t.i == candidate.head for t in find_subjects(verb))


def is_inside_phrase(token: Word, head: Word) -> bool:
    """Whether a pronoun stands in a noun phrase headed by a word: 'a spokeswoman for *its* ministry'."""
    for _ in range(6):
        if token == head:
            return True
        if token.pos_ in ("VERB", "AUX") or token.head == token or token.dep_ == "conj":
            return False
        token = token.head
    return False


def is_inside(token: Word, top: Word) -> bool:
    """Whether a token hangs on another."""
    for _ in range(8):
        if token == top:
            return True
        if token.head == token:
            return False
        token = token.head
    return False


def needs_actor(token: Word) -> bool:
    """Whether what the pronoun does or owns belongs to somebody: 'it warned', 'its airspace'."""
    if token.dep_ == "poss":
        return token.head.lemma_.lower() in word_set("owned_nouns")
    return token.dep_ in SUBJECTS and token.head.lemma_ in word_set("agent_verbs")


def best_candidate(doc: Words, token: Word, discourse: Discourse) -> Candidate | None:
    """The weightiest candidate before a pronoun; None where none fits or a second is as weighty."""
    here = discourse.sentence_of[token.i]
    only_actors = needs_actor(token) or token.lower_ in PERSONAL
    pronoun_in_subject = is_in_subject(token)
    acting = entities_of_subject(doc, token)
    scored: list[tuple[float, int, Candidate]] = []
    for candidate in discourse.candidates:
        if candidate.heads[-1] >= token.i:
            break
        distance = here - candidate.sentence
        if distance > REACH or not fits(candidate, token) or (only_actors and not candidate.actor):
            continue
        if is_excluded(doc, candidate, token) or (acting and acting & entities_at(doc, candidate)):
            continue
        score = candidate.weight - SENTENCE_COST * distance
        score += 0.7 if candidate.actor else 0.0
        score += 0.8 if pronoun_in_subject and candidate.in_subject else 0.0
        score += closeness_bonus(doc, candidate, token) if distance == 0 else 0.0
        scored.append((score, candidate.head, candidate))
    if not scored:
        return None
    scored.sort(key=lambda item: (item[0], item[1], len(item[2].heads)))
    return scored[-1][2]


def entities_of_subject(doc: Words, token: Word) -> set[str]:
    """For an object, whom the pronoun that is its verb's subject stands for: in 'It moved it' the two are not one."""
    if token.dep_ not in OBJECTS or token.head.pos_ != "VERB" or token.lower_.endswith(("self", "selves")):
        return set()
    from dragoman.language.coreference import resolve  # noqa: PLC0415  the two call each other

    subjects = [t for t in find_subjects(token.head) if t.i < token.i]
    return {m.entity for t in subjects for m in resolve(doc, t) if m.entity is not None}


def entities_at(doc: Words, candidate: Candidate) -> set[str]:
    """The keys of a candidate's names."""
    found = (mention_at(doc, i) for i in candidate.heads)
    return {m.entity for m in found if m is not None and m.entity is not None}


def closeness_bonus(doc: Words, candidate: Candidate, token: Word) -> float:
    """What grammar adds for a candidate in the same sentence: 'Turkey withdrew *its* troops' is about Turkey's."""
    head, verb = doc[candidate.head], clause_verb(token)
    if token.dep_ == "poss" and token.head.dep_ == "appos" and token.head.head.i == candidate.head:
        return -4.0  # 'Egypt, its old rival,'
    if token.dep_ in OBJECTS | SUBJECTS and is_inside_subject_of(head, verb, token):
        return -4.0  # 'Somalia's parliament approved it', 'officials in Ankara expect it to grow'
    if verb.dep_ == "relcl":
        return bonus_in_relative_clause(candidate, head, verb, token)
    return bonus_of_subject(candidate, head, verb, token)


def bonus_in_relative_clause(candidate: Candidate, head: Word, verb: Word, token: Word) -> float:
    """What a relative clause adds: 'Chile, which recalled its envoy'; 'thanked Mexico for the oil that it had sent'."""
    if verb.head.dep_ == "pobj" and head.dep_ == "dobj":
        return 3.0
    if verb.head.i == candidate.head:
        return 1.5 if token.dep_ == "poss" else 0.0
    return bonus_of_subject(candidate, head, verb, token)


def bonus_of_subject(candidate: Candidate, head: Word, verb: Word, token: Word) -> float:
    """What it adds to be who acts in the pronoun's clause, or in the one above."""
    if token.dep_ not in SUBJECTS and verb.pos_ == "VERB" and any(t.i in candidate.heads for t in find_subjects(verb)):
        if token.dep_ != "poss":
            return 0.0
        return -2.0 if verb.lemma_ in word_set("done_to_others") else 2.0
    above = token.dep_ in SUBJECTS and verb.dep_ in CLAUSES and head.head == verb.head
    return 1.0 if head.dep_ in SUBJECTS and (head.head == verb or above) else 0.0


def is_inside_subject_of(head: Word, verb: Word, token: Word) -> bool:
    """Whether a name is a mere part of the subject of the pronoun's verb, or of the verb above its infinitive."""
    if head.dep_ in SUBJECTS or (token.dep_ in SUBJECTS and verb.dep_ not in ("ccomp", "xcomp")):
        return False
    upper = verb.head if token.dep_ in SUBJECTS else verb
    for child in upper.lefts:
        if child.dep_ in SUBJECTS:
            return child != head and is_inside(head, child)
    return False


def is_in_subject(token: Word) -> bool:
    """Whether a pronoun is a subject or stands in one."""
    for _ in range(5):
        if token.dep_ in SUBJECTS:
            return True
        if token.head == token or token.pos_ in ("VERB", "AUX"):
            return False
        token = token.head
    return False


def name_ahead(doc: Words, token: Word, discourse: Discourse) -> Candidate | None:
    """The name after a pronoun that stands in a phrase or clause before the main subject: 'Since its defeat, Armenia turned'."""
    sentence = token.sent
    top = token
    for _ in range(10):
        if top.head == top or top.head.dep_ == "ROOT":
            break
        top = top.head
    root = top.head
    if top.dep_ not in ("prep", "advcl") or top.i > root.i or token.i - sentence.start > 12:
        return None
    if any(
        c.head < token.i and c.sentence == discourse.sentence_of[token.i] and c.actor and fits(c, token)
        for c in discourse.candidates
        if c.head >= sentence.start
    ):
        return None
    for candidate in discourse.candidates:
        if (
            candidate.head > token.i
            and candidate.sentence == discourse.sentence_of[token.i]
            and candidate.actor
            and fits(candidate, token)
        ):
            head = doc[candidate.head]
            owner = head.head if head.dep_ == "poss" else head
            if owner.dep_ in SUBJECTS and owner.head == root:
                mention = mention_at(doc, head)
                return candidate if mention is not None else None
    return None
