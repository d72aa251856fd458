"""Arguments of predicates along the parse: through passives, relatives, participles, coordination, control and light verbs.

A *path* names where an argument stands: a grammatical function (`subject`, `object`, `dative`, `possessor`, `modifier`,
`complement`) or a preposition (`with`, `against`). Functions are logical ones: the `subject` of 'was bombed by Y' is Y. All
functions here return the heads of noun phrases or clauses, in the order of the text.
"""

from collections.abc import Callable
from functools import cache
from typing import Final

from dragoman.language.words import Stretch, Word
from dragoman.reference.rule_files import load_word_lists

# What hangs on a noun without belonging to its name: clauses, appositions, what is joined to it.
OUTSIDE_PHRASE: Final = frozenset({"relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "preconj"})
NOUN_LIKE: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
SUBJECTS: Final = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS: Final = frozenset({"nsubjpass", "csubjpass"})
OBJECTS: Final = frozenset({"dobj", "attr", "oprd"})
PREPOSITIONAL: Final = frozenset({"prep", "agent", "dative"})
ADVERBIAL: Final = frozenset(
    {"after", "before", "since", "while", "without", "despite", "upon", "besides"}
)  # a gerund after them is no content
MODIFIERS: Final = frozenset({"amod", "compound", "nmod", "npadvmod"})
RELATIVE_PRONOUNS: Final = frozenset({"who", "which", "that", "whom"})
MAX_STEPS: Final = 6  # up the tree in search of a controller; deeper chains are misparses


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of lemmas from `rules/syntax.toml`, such as the support verbs."""
    return load_word_lists("dragoman.language.rules", "syntax.toml")[name]


def find_arguments(token: Word, path: str) -> list[Word]:
    """Heads of the phrases that stand at `path` from a predicate.

    Args:
        token: The predicate: a verb, a noun of action, an adjective.
        path: A grammatical function or a preposition; see the module's docstring.
    """
    finder = FUNCTIONS.get(path)
    return finder(token) if finder else find_prepositional(token, path)


def is_verbal(token: Word) -> bool:
    """Whether the token is a verb form, participles in front of nouns excluded."""
    return token.tag_[0] == "V" and token.dep_ not in ("amod", "compound")


def is_passive(token: Word) -> bool:
    """Whether a verb form is passive: with its auxiliary, reduced after a noun ('the factory bombed by Y'), or joined to one."""
    if token.tag_ != "VBN":
        return any(c.dep_ == "auxpass" for c in token.children)
    deps = {c.dep_ for c in token.children}
    if deps & {"auxpass", "nsubjpass", "agent"}:
        return True
    if "aux" in deps or "nsubj" in deps:
        return False
    if token.dep_ in ("acl", "amod", "acomp"):
        return True
    if token.dep_ == "advcl":
        return "dobj" not in deps
    return token.dep_ == "conj" and token.head.tag_ == "VBN" and is_passive(token.head)


def find_subjects(token: Word) -> list[Word]:
    """Who acts: the grammatical subject, the 'by' phrase of a passive, or the controller of a form without its own subject."""
    if not is_verbal(token):
        own = [c for c in token.children if c.dep_ == "nsubj"] if token.dep_ == "ccomp" else []  # 'held *Oslo* responsible'
        return own or find_subjects_of_noun(token)
    if is_passive(token):
        return [p for c in token.children if c.dep_ == "agent" for p in objects_of_preposition(c)]
    own = [c for c in token.children if c.dep_ in SUBJECTS]
    if not own:  # 'Rome *has* more than once rebuked Paris': the parser hangs the subject on the auxiliary
        own = [s for c in token.children if c.dep_ == "aux" for s in c.children if s.dep_ == "nsubj"]
    if own:
        return [antecedent_of_relative(c, token) for c in own]
    return controllers(token)


def find_objects(token: Word) -> list[Word]:
    """Who or what is acted upon: the direct object, or the grammatical subject of a passive."""
    if not is_verbal(token):
        return []
    if is_passive(token):
        own = [c for c in token.children if c.dep_ in PASSIVE_SUBJECTS]
        if own:
            return [antecedent_of_relative(c, token) for c in own]
        return passive_controllers(token)
    objects = [c for c in token.children if c.dep_ in OBJECTS and c.pos_ != "ADP"]
    if objects:
        return [antecedent_of_relative(c, token) for c in objects]
    return shared_objects(token)


def shared_objects(token: Word) -> list[Word]:
    """The object that stands only after the last of several joined verbs ('established and expanded relations')."""
    if any(c.dep_ in ("prep", "ccomp", "xcomp", "dative") for c in token.children):
        return relative_gap(token)
    for joined in token.children:
        if joined.dep_ == "conj" and is_verbal(joined) and not any(c.dep_ in SUBJECTS for c in joined.children):
            return [c for c in joined.children if c.dep_ == "dobj"] or shared_objects(joined)
    return relative_gap(token)


def relative_gap(token: Word) -> list[Word]:
    """The noun that a relative clause without pronoun leaves out as its object ('the weapons Iran sent')."""
    if token.dep_ != "relcl" or token.head.pos_ not in NOUN_LIKE:
        return []
    marked = {c.lower_ for c in token.children if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS}
    if marked & RELATIVE_PRONOUNS or any(c.dep_ == "dobj" for c in token.children) or not marked:
        return []
    return [token.head]


def controllers(token: Word) -> list[Word]:
    """Who acts in a form without a subject of its own: 'agreed to *send*', '*citing* reasons', 'suspected of *sabotaging*'."""
    head, relation = token.head, token.dep_
    if head.i == token.i:
        return []
    if relation == "conj" and is_verbal(head):
        # 'was bombed by X and *will rebuild*' is the doing of who was bombed, '…, *killing* ten' that of X
        return find_subjects(head) if not is_passive(head) or token.tag_ == "VBG" else find_objects(head)
    if relation == "advcl" and is_verbal(head):
        return grammatical_subjects(head)
    if relation == "relcl" and head.pos_ in NOUN_LIKE:
        return [] if any(c.lower_ in RELATIVE_PRONOUNS for c in token.children) else [head]
    finder = CONTROLLERS.get(relation)
    return finder(token) if finder else []


def grammatical_subjects(verb: Word) -> list[Word]:
    """The words that stand as subject, active or passive; those of the governing verb where there are none."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS]
    if own:
        return [antecedent_of_relative(c, verb) for c in own]
    return passive_controllers(verb) if is_passive(verb) else controllers(verb)


def controllers_of_complement(token: Word) -> list[Word]:
    """Subject of an infinitive or participle that completes a verb: the object of 'force', the subject of 'agree'."""
    head = token.head
    if not is_verbal(head):
        # 'ready to send', 'willing to sell': the adjective's own subject
        return grammatical_subjects(head.head) if head.dep_ in ("acomp", "oprd", "attr") else []
    if is_passive(head):
        return grammatical_subjects(head)
    objects = [c for c in head.children if c.dep_ in ("dobj", "dative") and c.i < token.i and c.pos_ in NOUN_LIKE]
    if objects and head.lemma_ not in word_list("subject_control_despite_object"):
        named = any(o.pos_ in ("PROPN", "PRON") or o.ent_type_ for o in objects)
        if named or head.lemma_ in word_list("object_control"):
            return objects  # 'forced *the crew* to leave', but '*X* cited a rule to suspend Y'
    return grammatical_subjects(head)


def controllers_of_noun_clause(token: Word) -> list[Word]:
    """Subject of a clause that hangs on a noun: 'rebels *fighting* the army', 'Israeli efforts *to sabotage*'."""
    head = token.head
    if token.tag_ == "VBG":
        if head.lemma_.lower() in word_list("nouns_of_expression") and head.dep_ == "dobj" and is_verbal(head.head):
            return grammatical_subjects(head.head)  # '*Oslo* issued a statement *demanding* …'
        return [head]
    possessors = find_possessors(head) + find_modifiers(head)
    if possessors:
        return possessors
    if head.lemma_ in word_list("nouns_of_intent") and head.dep_ == "dobj" and is_verbal(head.head):
        return grammatical_subjects(head.head)
    if head.dep_ in ("nsubj", "nsubjpass") and head.lemma_ in word_list("nouns_of_intent"):
        return []
    return [head] if head.ent_type_ or head.pos_ == "PROPN" else []


def controllers_after_preposition(token: Word) -> list[Word]:
    """Subject of a gerund after a preposition: 'accused X *of arming* Y' is X's, 'replied *by expelling*' the subject's."""
    governor = token.head.head
    if governor.dep_ == "npadvmod" and is_verbal(governor.head):  # 'left the pact *a year* after signing it'
        governor = governor.head
    if not is_verbal(governor):
        return find_possessors(governor) or find_modifiers(governor)
    if is_passive(governor):
        return grammatical_subjects(governor)
    objects = [c for c in governor.children if c.dep_ == "dobj" and c.i < token.i]
    if objects and token.head.lower_ in ("of", "for", "from", "into"):
        return objects
    return grammatical_subjects(governor)


def passive_controllers(token: Word) -> list[Word]:
    """What a passive form without subject is about: the noun it modifies, or the subject it shares."""
    head, relation = token.head, token.dep_
    if head.i == token.i:
        return []
    if relation in ("acl", "amod", "relcl"):
        return [head] if head.pos_ in NOUN_LIKE else []
    if relation in ("acomp", "advcl"):
        return grammatical_subjects(head)  # '*Oslo* is opposed to'
    if relation == "conj" and is_verbal(head):
        return find_objects(head) if is_passive(head) else find_subjects(head)
    finder = CONTROLLERS.get(relation) if relation in ("xcomp", "pcomp") else None
    return finder(token) if finder else []


def antecedent_of_relative(pronoun: Word, verb: Word) -> Word:
    """The noun that a relative pronoun stands for; the word itself where it is no relative pronoun."""
    if pronoun.lower_ not in RELATIVE_PRONOUNS:
        return pronoun
    for _ in range(MAX_STEPS):
        if verb.dep_ == "relcl" and verb.head.pos_ in NOUN_LIKE:
            return verb.head
        if verb.dep_ not in ("conj", "ccomp", "xcomp") or verb.head.i == verb.i:
            return pronoun
        verb = verb.head
    return pronoun


def find_subjects_of_noun(token: Word) -> list[Word]:
    """Who does what a noun of action names: 'X carried out an *attack*', 'X has a *plan* to'. Often nobody."""
    head, steps = token, 0
    while head.dep_ == "conj" and steps < MAX_STEPS:
        head, steps = head.head, steps + 1
    if head.dep_ in ("dobj", "nsubjpass"):
        verb = head.head
    elif head.dep_ == "pobj" and head.head.dep_ in ("prep", "prt"):
        verb = head.head.head
        if (verb.lemma_, head.head.lower_) not in {tuple(x.split()) for x in word_list("support_verbs_with_preposition")}:
            return []
        return find_subjects(verb)
    elif head.dep_ in ("acomp", "oprd") and is_verbal(head.head):
        return grammatical_subjects(head.head)  # '*Oslo* is ready to help'
    else:
        return []
    if not is_verbal(verb) or verb.lemma_ not in word_list("support_verbs"):
        return []
    return find_subjects(verb)


def find_possessors(token: Word) -> list[Word]:
    """Whose: '*Russia's* invasion', '*its* exports'."""
    return [c for c in token.children if c.dep_ == "poss"]


def find_modifiers(token: Word) -> list[Word]:
    """Words in front of a noun that name somebody: '*Israeli* strike', '*U.S.* sanctions', '*Saudi*-led coalition'."""
    found = [c for c in token.children if c.dep_ in MODIFIERS and c.i < token.i and c.pos_ in ("ADJ", "PROPN", "NOUN")]
    joined = [c for m in found for c in m.children if c.dep_ in MODIFIERS and c.i < m.i]  # '*Tajik*-Kyrgyz border'
    return [m for m in sorted({*joined, *found}, key=lambda t: t.i) if m.text[:1].isupper() or m.ent_type_]


def find_predicatives(token: Word) -> list[Word]:
    """What somebody is made by a verb of naming: 'was elected *president*'."""
    return [c for c in token.children if c.dep_ in ("oprd", "attr", "xcomp") and c.pos_ in ("NOUN", "PROPN")] + [
        c for c in token.children if c.dep_ == "dobj" and is_passive(token)
    ]


def find_adjectives(token: Word) -> list[Word]:
    """Adjectives said of the subject or put before a noun: 'relations are *good*', '*close* ties'."""
    near = [c for c in token.children if c.dep_ in ("acomp", "oprd", "attr", "amod", "advcl")]
    return [c for c in near if c.pos_ in ("ADJ", "VERB", "ADV")]


def find_premodifiers(token: Word) -> list[Word]:
    """Nouns in front of a noun, whatever they name: '*arms* deliveries', '*drone* factory'."""
    return [c for c in token.children if c.dep_ in ("compound", "nmod") and c.i < token.i]


def find_attributes(token: Word) -> list[Word]:
    """All words in front of a noun that say of which kind it is: '*aerial* attack', '*car* bomb'."""
    return [c for c in token.children if c.dep_ in MODIFIERS and c.i < token.i]


def find_governor(token: Word) -> list[Word]:
    """The word that a noun is subject or object of, through a preposition too; the verb of an auxiliary ('must *leave*')."""
    head, steps = token, 0
    while head.dep_ == "conj" and head.head.pos_ in NOUN_LIKE and steps < MAX_STEPS:
        head, steps = head.head, steps + 1
    if head.dep_ == "pobj":
        head = head.head
    return [head.head] if head.head.i != head.i else []


def find_adverbs(token: Word) -> list[Word]:
    """Adverbs of a predicate: 'worked *together*'."""
    return [c for c in token.children if c.dep_ == "advmod"]


def find_object_complements(token: Word) -> list[Word]:
    """What a verb says of its object: 'took them *hostage*', 'found him *guilty*'."""
    near = [c for c in token.children if c.dep_ in ("oprd", "acomp", "xcomp", "ccomp", "attr", "advmod", "dobj")]
    return near + [c for n in near for c in n.children if c.dep_ in ("amod", "acl", "acomp", "oprd", "advmod", "nmod", "conj")]


def find_adverbial_clauses(token: Word) -> list[Word]:
    """Verbs of the clauses that tell when, why or how: 'shunned work *to protest* at'."""
    return [c for c in token.children if c.dep_ == "advcl"]


def find_clauses(token: Word) -> list[Word]:
    """Verbs of all clauses that hang on a predicate or its object, whatever their part: 'sent a team *to inspect*'."""
    near = [token, *(c for c in token.children if c.dep_ == "dobj")]
    return [c for n in near for c in n.children if c.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl")]


def find_speaker(token: Word) -> list[Word]:
    """Who says the clause that a word stands in: '*Oslo* said that Moscow must leave'."""
    head = token
    for _ in range(MAX_STEPS):
        if head.head.i == head.i:
            return []
        relation, head = head.dep_, head.head
        if relation in ("ccomp", "parataxis") and is_verbal(head):
            return find_subjects(head)
    return []


def find_prepositional(token: Word, preposition: str) -> list[Word]:
    """Heads after a preposition that belongs to the predicate, or to its object where the parser hung it there.

    'opened the factory *in Tajikistan*' is parsed with 'in' on the factory as often as on the verb.
    """
    words = preposition.split()
    governors = [token]
    if is_verbal(token):
        inside = [c for c in token.children if c.dep_ in ("dobj", "attr", "acomp", "prt", "nsubjpass")]
        governors += [joined for c in inside for joined in coordinated(c)]
    elif (token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_ in word_list("support_verbs")) or (
        token.dep_ in ("acomp", "attr") and token.pos_ == "ADJ"
    ):
        governors.append(token.head)
    found: list[Word] = []
    for governor in governors:
        for child in governor.children:
            if child.dep_ in PREPOSITIONAL and child.lower_ == words[0]:
                found += complex_preposition(child, words[1:])
    if not found and token.pos_ == "NOUN":  # 'exchanges and visits *between* X and Y'
        found = [t for joined in token.children if joined.dep_ == "conj" for t in find_prepositional(joined, preposition)]
    if not found and token.pos_ == "NOUN" and preposition != "of":  # 'the arrest of X *by* Y'
        found = [t for inner in find_prepositional(token, "of") for t in find_prepositional(inner, preposition)]
    if not found and is_verbal(token):
        found = [t for joined in token.children if joined.dep_ == "conj" and shares_tail(token, joined)
                 for t in find_prepositional(joined, preposition)]  # fmt: skip
    return found


def shares_tail(verb: Word, joined: Word) -> bool:
    """Whether what follows the second of two joined verbs belongs to both ('trained and sent troops to')."""
    return is_verbal(joined) and not any(c.i > verb.i and c.dep_ in ("dobj", "prep") for c in verb.children)


def complex_preposition(preposition: Word, rest: list[str]) -> list[Word]:
    """Heads after a preposition of several words ('together with', 'out of'), word by word down the parse."""
    if not rest:
        return objects_of_preposition(preposition)
    return [t for c in preposition.children if c.lower_ == rest[0] for t in complex_preposition(c, rest[1:])]


def objects_of_preposition(preposition: Word) -> list[Word]:
    """What stands after a preposition: nouns, or the clause after it."""
    if preposition.dep_ == "dative" and preposition.pos_ in NOUN_LIKE and preposition.pos_ != "ADP":
        return [preposition]
    return [c for c in preposition.children if c.dep_ in ("pobj", "pcomp")]


def find_datives(token: Word) -> list[Word]:
    """To whom: 'gave *Kyiv* tanks', 'sold tanks *to Kyiv*'."""
    bare = [c for c in token.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    return bare or find_prepositional(token, "to")


def find_complements(token: Word) -> list[Word]:
    """The clause that completes a verb or noun: 'agreed *to send*', 'plans *to buy*', 'accused X of *arming*'."""
    clauses = [c for c in token.children if c.dep_ in ("xcomp", "ccomp", "acl") and c.i > token.i]
    prepositions = [c for c in token.children if c.dep_ == "prep" and c.lower_ not in ADVERBIAL]
    gerunds = [p for c in prepositions for p in c.children if p.dep_ == "pcomp"]
    return clauses + [g for g in gerunds if is_verbal(g)]


def coordinated(token: Word) -> list[Word]:
    """The word and all that is joined to it: 'Iran, Russia *and* China'."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and not is_verbal(child):
            found += coordinated(child)
    return found


def phrase_of(head: Word) -> Stretch:
    """The noun phrase of a head, without clauses, appositions and what is joined to it."""
    left, right = head.i, head.i
    for child in head.children:
        if child.dep_ in OUTSIDE_PHRASE:
            continue
        left, right = min(left, child.left_edge.i), max(right, clipped_right_edge(child))
    return head.doc[left : right + 1]


def clipped_right_edge(token: Word) -> int:
    """The last token under `token`, without clauses that hang on it."""
    last = token.i
    for child in token.children:
        if child.dep_ not in ("relcl", "acl", "advcl", "punct", "appos"):
            last = max(last, clipped_right_edge(child))
    return last


def governing_predicates(token: Word) -> list[Word]:
    """The predicates above a word, nearest first, up to the sentence's root."""
    found: list[Word] = []
    while token.head.i != token.i and len(found) < MAX_STEPS:
        token = token.head
        if is_verbal(token) or token.pos_ == "NOUN":
            found.append(token)
    return found


CONTROLLERS: Final[dict[str, Callable[[Word], list[Word]]]] = {
    "xcomp": controllers_of_complement,
    "ccomp": controllers_of_complement,
    "acl": controllers_of_noun_clause,
    "pcomp": controllers_after_preposition,
}
FUNCTIONS: Final[dict[str, Callable[[Word], list[Word]]]] = {
    "subject": find_subjects,
    "object": find_objects,
    "dative": find_datives,
    "possessor": find_possessors,
    "modifier": find_modifiers,
    "complement": find_complements,
    "premodifier": find_premodifiers,
    "predicative": find_predicatives,
    "adjective": find_adjectives,
    "self": lambda token: [token],
    "attribute": find_attributes,
    "governor": find_governor,
    "speaker": find_speaker,
    "adverb": find_adverbs,
    "object-complement": find_object_complements,
    "any-clause": find_clauses,
    "advcl": find_adverbial_clauses,
}
