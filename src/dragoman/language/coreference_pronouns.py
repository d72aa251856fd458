"""What 'it', 'its', 'they', 'he', 'who' and 'which' stand for.

Candidates before the pronoun in its own sentence and the two before it are weighed by their part in the sentence and by their
distance; a thing may win, and then the pronoun stands for nobody. In 'Since its invasion ..., Russia' the name follows.
"""

from typing import Final

from spacy.tokens import Doc, Token

from dragoman.language.coreference_candidates import SUBJECTS, Candidate, Discourse, discourse_of, word_set
from dragoman.language.mentions import mention_at
from dragoman.language.syntax import find_subjects

SINGULAR: Final = frozenset({"it", "its", "itself"})
PLURAL: Final = frozenset({"they", "their", "them", "themselves", "theirs"})
PERSONAL: Final = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
RELATIVE: Final = frozenset({"who", "which", "that", "whom", "whose"})
REACH: Final = 2  # sentences back
SENTENCE_COST: Final = 1.6


def antecedent_of_pronoun(doc: Doc, token: Token) -> list[int]:
    """Heads of what a pronoun stands for; [] where it stands for a thing, for nothing, or nobody can tell."""
    word = token.lower_
    if word in RELATIVE:
        head = relative_head(token)
        return [head.i] if head is not None else []
    if word in SINGULAR and is_impersonal(token):
        return []
    discourse = discourse_of(doc)
    ahead = name_ahead(doc, token, discourse)
    if ahead is not None:
        return list(ahead.heads)
    best = best_candidate(doc, token, discourse)
    return list(best.heads) if best is not None and best.actor else []


def relative_head(token: Token) -> Token | None:
    """The noun that a relative pronoun stands for: 'Vietnam, *which*', 'the army, *whose* chief'."""
    clause = token
    for _ in range(6):
        if clause.dep_ == "relcl":
            return clause.head
        if clause.head is clause:
            return None
        clause = clause.head
    return None


def is_impersonal(token: Token) -> bool:
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


def fits(candidate: Candidate, token: Token) -> bool:
    """Whether number and kind of a candidate go with a pronoun."""
    word = token.lower_
    if word in PERSONAL:
        return candidate.person
    if word in PLURAL:
        return candidate.plural
    return not candidate.plural and not candidate.person


def clause_verb(token: Token) -> Token:
    """The verb of the clause that a word stands in."""
    while token.head is not token and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token


def is_excluded(doc: Doc, candidate: Candidate, token: Token) -> bool:
    """Whether grammar keeps a pronoun from meaning a candidate: both are parts of one verb ('Iran accused it'), or one holds the other."""
    head = doc[candidate.head]
    if token.dep_ == "poss":
        owned = token.head
        return owned.i == candidate.head or is_inside(head, owned)
    if token.lower_.endswith(("self", "selves")):
        return False
    if head.dep_ in SUBJECTS | {"dobj", "dative"} and head.head is token.head and token.dep_ in SUBJECTS | {"dobj", "dative"}:
        return True
    if token.dep_ in ("dobj", "dative") and token.head.pos_ == "VERB" and any(t.i == candidate.head for t in find_subjects(token.head)):
        return True
    return token.dep_ == "pobj" and head.dep_ in SUBJECTS and head.head is token.head.head


def is_inside(token: Token, top: Token) -> bool:
    """Whether a token hangs on another."""
    for _ in range(8):
        if token is top or token.i == top.i:
            return True
        if token.head is token:
            return False
        token = token.head
    return False


def needs_actor(token: Token) -> bool:
    """Whether what the pronoun does or owns belongs to somebody: 'it warned', 'its airspace'."""
    if token.dep_ == "poss":
        return token.head.lemma_.lower() in word_set("owned_nouns")
    return token.dep_ in SUBJECTS and token.head.lemma_ in word_set("agent_verbs")


def best_candidate(doc: Doc, token: Token, discourse: Discourse) -> Candidate | None:
    """The weightiest candidate before a pronoun; None where none fits or a second is as weighty."""
    here = discourse.sentence_of[token.i]
    only_actors = needs_actor(token) or token.lower_ in PERSONAL
    pronoun_in_subject = is_in_subject(token)
    scored: list[tuple[float, int, Candidate]] = []
    for candidate in discourse.candidates:
        if candidate.heads[-1] >= token.i:
            break
        distance = here - candidate.sentence
        if distance > REACH or not fits(candidate, token) or only_actors and not candidate.actor:
            continue
        if is_excluded(doc, candidate, token):
            continue
        score = candidate.weight - SENTENCE_COST * distance
        score += 0.7 if candidate.actor else 0.0
        score += 0.8 if pronoun_in_subject and candidate.in_subject else 0.0
        score += possession_bonus(doc, candidate, token) if distance == 0 else 0.0
        scored.append((score, candidate.head, candidate))
    if not scored:
        return None
    scored.sort(key=lambda item: (item[0], item[1], len(item[2].heads)))
    return scored[-1][2]


def possession_bonus(doc: Doc, candidate: Candidate, token: Token) -> float:
    """What a possessive in the same clause as the candidate adds: 'Turkey withdrew *its* troops' is Turkey's."""
    head = doc[candidate.head]
    verb = clause_verb(token)
    subject = head.dep_ in SUBJECTS
    if subject and head.head is verb:
        return 1.5
    if token.dep_ in SUBJECTS and verb.dep_ in ("ccomp", "advcl", "xcomp") and subject and head.head is verb.head:
        return 1.0
    if verb.dep_ == "relcl" and verb.head.i == candidate.head:
        return 1.5 if token.dep_ == "poss" else 0.0
    # 'thanked Mexico for the oil that it had sent': who is not the subject of the verb above
    if verb.dep_ == "relcl" and verb.head.dep_ == "pobj" and head.dep_ == "dobj":
        return 3.0
    if token.dep_ == "poss" and token.head.dep_ == "appos" and token.head.head.i == candidate.head:
        return -4.0  # 'Egypt, its old rival,'
    return 0.0


def is_in_subject(token: Token) -> bool:
    """Whether a pronoun is a subject or stands in one."""
    for _ in range(5):
        if token.dep_ in SUBJECTS:
            return True
        if token.head is token or token.pos_ in ("VERB", "AUX"):
            return False
        token = token.head
    return False


def name_ahead(doc: Doc, token: Token, discourse: Discourse) -> Candidate | None:
    """The name after a pronoun that stands in a phrase or clause before the main subject: 'Since its defeat, Armenia turned'."""
    sentence = token.sent
    top = token
    for _ in range(10):
        if top.head is top or top.head.dep_ == "ROOT":
            break
        top = top.head
    root = top.head
    if top.dep_ not in ("prep", "advcl") or top.i > root.i or token.i - sentence.start > 12:
        return None
    if any(c.head < token.i and c.sentence == discourse.sentence_of[token.i] and c.actor and fits(c, token) for c in discourse.candidates if c.head >= sentence.start):
        return None
    for candidate in discourse.candidates:
        if candidate.head > token.i and candidate.sentence == discourse.sentence_of[token.i] and candidate.actor and fits(candidate, token):
            head = doc[candidate.head]
            owner = head.head if head.dep_ == "poss" else head
            if owner.dep_ in SUBJECTS and owner.head is root:
                mention = mention_at(doc, head)
                return candidate if mention is not None else None
    return None
