"""The standing of a clause or noun from where it stands: the scope of the word that governs it."""

from dragoman.language.clauses import FINITE_TAGS, NOUN_TAGS, SUBJECTS, VERB_TAGS, Parse
from dragoman.language.factuality_lexicon import Cue, EventNouns, Lexicon
from dragoman.language.factuality_standing import CERTAIN, FRESH, HYPOTHETICAL, PLANNED, PURPOSE, QUESTION, Standing

CONDITIONS = frozenset({"if", "unless", "provided", "providing", "assuming", "lest", "whether", "supposing"})
TIMES = frozenset({"when", "after", "before", "until", "till", "once", "as", "while", "whenever"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
QUESTION_TAGS = frozenset({"WP", "WP$", "WRB", "WDT"})
UNREPORTED = frozenset({"negative", "open"})


class ScopeReader:
    """Finds the slot of a token: the standing that its governor gives it. One a text."""

    def __init__(self, parse: Parse, lexicon: Lexicon, nouns: EventNouns, own: list[Standing]) -> None:
        """Keep the text, the lexicons and the standings worked out so far (heads come before what hangs on them)."""
        self.parse = parse
        self.lexicon = lexicon
        self.nouns = nouns
        self.own = own
        self.slots: list[Standing] = [FRESH] * len(parse)

    def slot_of(self, token: int) -> Standing:
        """The standing that the place of `token` in the sentence gives it."""
        parse = self.parse
        dep, head = parse.deps[token], parse.heads[token]
        if dep == "ROOT":
            return FRESH
        if dep == "conj":
            return self.slot_of_conjunct(token, head)
        if dep in ("xcomp", "ccomp", "csubj", "csubjpass", "pcomp", "acl", "advcl", "relcl") or parse.tags[token] in VERB_TAGS:
            return self.slot_of_clause(token, head, dep)
        if parse.tags[token] in NOUN_TAGS or dep in ("dobj", "pobj", "nsubj", "nsubjpass", "attr"):
            return self.slot_of_noun(token, head, dep)
        return self.own[head]

    def slot_of_conjunct(self, token: int, head: int) -> Standing:
        """A conjunct stands as the first one does, but takes its auxiliaries and negation only where it has none itself."""
        parse = self.parse
        words = [parse.lowers[c] for c in parse.children[head] if parse.deps[c] in ("cc", "preconj")]
        if parse.tags[token] not in VERB_TAGS:
            shared = self.own[head]
            if shared.negative and "but" in words:
                return shared.affirmed()
            return shared
        if parse.subject(token) is not None or parse.tags[token] in FINITE_TAGS:
            return self.slots[head]
        if any(parse.tags[c] in FINITE_TAGS for c in parse.auxiliaries(token)):
            return self.slots[head]
        shared = self.own[head]
        if shared.negative and not self.slots[head].negative and not {"or", "nor"} & set(words) and parse.tags[token] != "VB":
            return shared.affirmed()
        if shared.negative and "but" in words:
            return shared.affirmed()
        return shared

    def slot_of_clause(self, token: int, head: int, dep: str) -> Standing:
        """The standing of a subordinate clause."""
        parse = self.parse
        if dep == "advcl":
            return self.slot_of_adverbial(token, head)
        if dep == "relcl" and parse.has_to(token) and not any(parse.tags[c] == "MD" for c in parse.auxiliaries(token)):
            return self.slot_of_complement(token, head, "acl")  # 'a place to stay'
        if dep == "relcl":
            return self.slot_of_relative(token, head)
        if dep in ("parataxis", "dep", "intj", "amod", "compound", "nmod"):
            return FRESH if dep in ("parataxis", "intj") else self.own[head]
        if dep == "pcomp":
            return self.slot_after_preposition(token, head)
        if dep in ("csubj", "csubjpass"):
            if parse.has_to(token):
                return self.own[head].after(QUESTION, "to")
            return self.own[head].affirmed() if self.own[head].realis == HYPOTHETICAL else FRESH
        return self.slot_of_complement(token, head, dep)

    def slot_of_complement(self, token: int, head: int, dep: str) -> Standing:
        """The standing of the complement of a verb, adjective or noun."""
        parse = self.parse
        kind = self.kind_of(token, dep)
        governor = self.governor_of(token, head)
        cue = self.cue_of(governor, kind)
        above = self.own[governor]
        word = parse.lowers[governor]
        if kind == "infinitive":
            special = self.special_infinitive(token, governor)
            if special is not None:
                return special
        if cue is not None:
            return above.under(cue, word, past=self.is_past(governor))
        if kind == "whether":
            return above.affirmed().after(QUESTION, parse.mark(token))
        if kind in ("that", "question", "subjunctive"):
            return self.reported(above, word, dep)
        if kind == "infinitive" or (kind == "bare" and parse.lemmas[governor] == "be"):  # 'all that they can do is wait'
            return above.affirmed().after(PURPOSE, "to")
        if dep == "acl" and parse.tags[token] in ("VBN", "VBG"):
            return self.slot_of_relative(token, head)
        if kind == "gerund" and parse.tags[governor] not in VERB_TAGS:
            return above.affirmed()
        return above

    def reported(self, above: Standing, word: str, dep: str) -> Standing:
        """What somebody says is certain for them; where the saying itself is not so, nothing follows."""
        if above.negative or (above.realis == HYPOTHETICAL and above.certainty < CERTAIN):
            return FRESH._replace(certainty=0, cues=above.cues + (word,))
        return FRESH

    def special_infinitive(self, token: int, governor: int) -> Standing | None:
        """'is to leave', 'has yet to leave', 'too weak to leave', 'strong enough to leave', 'going to leave'."""
        parse, above = self.parse, self.own[governor]
        words = {parse.lowers[c] for c in parse.children[governor]}
        if any(parse.tags[c] in QUESTION_TAGS and c < token for c in parse.children[token]):
            return above.affirmed().after(QUESTION, "to")  # 'how to leave'
        if parse.tags[governor] in NOUN_TAGS:
            if words & {"first", "second", "third", "last", "only", "next", "latest"} or "few" in words:
                return above  # 'the first to leave' left
            if parse.deps[governor] == "ROOT" and parse.tags[governor] in ("NNP", "NNPS") and parse.subject(token) is None:
                return above._replace(realis=max(above.realis, PLANNED), cues=(*above.cues, "to"))  # 'Oslo to close port'
        if "yet" in words and parse.lemmas[governor] in ("have", "be", "get"):
            return above.negated("yet to")
        if "too" in words and parse.tags[governor][:2] in ("JJ", "RB"):
            return above.negated("too")
        if "enough" in words or parse.lowers[governor] == "enough":
            if above.realis == 0 and (self.is_past(governor) or self.is_past(parse.heads[governor])):
                return above  # 'fell enough to trigger it': it did
            return above._replace(certainty=min(above.certainty, 1), realis=HYPOTHETICAL, cues=(*above.cues, "enough"))
        if parse.lemmas[governor] == "go" and parse.tags[governor] == "VBG":
            return above._replace(realis=max(above.realis, PLANNED), cues=(*above.cues, "going to"))
        if parse.lemmas[governor] == "be" and self.cue_of(governor, "infinitive") is None:
            return above._replace(realis=max(above.realis, PLANNED), cues=(*above.cues, "to"))
        return None

    def kind_of(self, token: int, dep: str) -> str:
        """The kind of complement, as the lexicon names it."""
        parse = self.parse
        if parse.tags[token] not in VERB_TAGS:
            return "adjective" if dep == "xcomp" else "that"
        if parse.has_to(token):
            return "infinitive"
        mark = parse.mark(token)
        if mark in ("whether", "if"):
            return "whether"
        if any(parse.tags[c] in QUESTION_TAGS and c < token for c in parse.children[token]) and dep == "ccomp":
            return "question"
        plain = not any(parse.tags[c] != "TO" for c in parse.auxiliaries(token))
        if parse.tags[token] == "VBG" and plain:
            return "gerund" if dep in ("xcomp", "ccomp", "pcomp") else "participle"
        if parse.tags[token] == "VB" and plain:
            return "subjunctive" if mark == "that" else "bare"
        return "that"

    def governor_of(self, token: int, head: int) -> int:
        """The word whose complement the clause is: behind 'to be', its adjective or the noun that is its subject."""
        parse = self.parse
        if parse.lemmas[head] not in ("be", "remain", "become", "seem"):
            if parse.tags[head] in VERB_TAGS and parse.has_to(token):
                noun = parse.child(head, "dobj")  # 'have plans to', 'made an effort to'
                if noun is not None and self.lexicon.cues.get(("noun", parse.lemmas[noun], "infinitive")) and noun < token:
                    if ("verb", parse.lemmas[head], "infinitive") not in self.lexicon.cues or parse.lemmas[head] == "have":
                        return noun
            return head
        for c in parse.children[head]:
            if c >= token:
                break
            if parse.deps[c] in ("acomp", "attr", "oprd", "prep"):
                if parse.tags[c][:2] == "JJ" and ("adjective", parse.lemmas[c], self.kind_of(token, "ccomp")) in self.lexicon.cues:
                    return c
                if parse.tags[c] in NOUN_TAGS and ("noun", parse.lemmas[c], self.kind_of(token, "ccomp")) in self.lexicon.cues:
                    return c
        subject = parse.subject(head)
        if subject is not None and subject < head and ("noun", parse.lemmas[subject], self.kind_of(token, "ccomp")) in self.lexicon.cues:
            return subject
        return head

    def cue_of(self, governor: int, kind: str) -> Cue | None:
        """The entry of the lexicon for a word and the kind of its complement."""
        parse, cues = self.parse, self.lexicon.cues
        tag, lemma = parse.tags[governor], parse.lemmas[governor]
        if tag in VERB_TAGS:
            if (passive := cues.get(("verb", lemma, f"passive {kind}"))) is not None and self.is_passive(governor):
                return passive
            return cues.get(("verb", lemma, kind)) or (cues.get(("adjective", parse.lowers[governor], kind)) if tag == "VBN" else None)
        if tag[:2] == "JJ":
            return cues.get(("adjective", lemma, kind))
        if tag in NOUN_TAGS:
            return cues.get(("noun", lemma, kind))
        return None

    def is_passive(self, verb: int) -> bool:
        """Whether a verb is in the passive, as a participle behind a noun is too."""
        parse = self.parse
        return any(parse.deps[c] == "auxpass" for c in parse.children[verb]) or (
            parse.tags[verb] == "VBN" and parse.deps[verb] in ("acl", "advcl", "ROOT") and not parse.auxiliaries(verb)
        )

    def is_past(self, governor: int) -> bool:
        """Whether a word stands in the past tense; an adjective has that of its copula."""
        parse = self.parse
        if parse.deps[governor] in ("acomp", "attr", "oprd"):
            governor = parse.heads[governor]
        if parse.tags[governor] == "VBD":
            return True
        return any(parse.lowers[c] in ("had", "was", "were", "did") or parse.tags[c] == "VBD" for c in parse.auxiliaries(governor))

    def slot_of_adverbial(self, token: int, head: int) -> Standing:
        """The standing of an adverbial clause, from what introduces it."""
        parse, above = self.parse, self.own[head]
        mark = parse.mark(token)
        if mark in CONDITIONS:
            return FRESH.after(QUESTION, mark)
        if mark in ("as", "like") and any(parse.lowers[c] in ("if", "though") for c in parse.children[token]):
            return FRESH._replace(certainty=1, realis=HYPOTHETICAL, cues=("as if",))
        if mark == "without":
            return above.affirmed().negated("without")
        if parse.has_to(token):
            if parse.tags[head][:2] in ("JJ", "RB", "VB"):
                special = self.special_infinitive(token, head)
                if special is not None:
                    return special
            cue = self.cue_of(self.governor_of(token, head), "infinitive")
            governor = self.governor_of(token, head)
            if cue is not None and (governor != head or cue.id in ("two-way-implicative", "negative-implicative")):
                return self.own[governor].under(cue, parse.lowers[governor], past=self.is_past(governor))
            if parse.lemmas[token] in self.nouns.outcome_verbs and parse.tags[head] in ("VBD", "VBN", "VBG"):
                return above
            return above.affirmed().after(PURPOSE, "to")
        if mark == "so" and any(parse.tags[c] == "MD" for c in parse.auxiliaries(token)):
            return FRESH.after(PURPOSE, "so that")
        if parse.tags[token] in ("VBG", "VBN") and mark not in ("because", "since", "although", "though"):
            return above.affirmed()
        if mark in TIMES and above.realis >= PLANNED and parse.tags[token] in ("VBZ", "VBP"):
            return FRESH._replace(realis=PLANNED, cues=(mark,))
        return FRESH

    def slot_of_relative(self, token: int, head: int) -> Standing:
        """A relative clause is asserted, except of a thing that does not exist yet: 'wants a radar that sees ships'."""
        parse, above = self.parse, self.own[head]
        definite = any(parse.lowers[c] in DEFINITE or parse.deps[c] == "poss" for c in parse.children[head])
        if above.realis < PLANNED or definite or parse.tags[head] in ("NNP", "NNPS"):
            return FRESH
        if parse.tags[token] == "VBD" or any(parse.tags[c] in ("VBD", "MD") for c in parse.auxiliaries(token)):
            return FRESH
        return above.affirmed()

    def slot_after_preposition(self, token: int, head: int) -> Standing:
        """The standing of a gerund or noun behind a preposition."""
        parse = self.parse
        preposition = parse.lowers[head]
        governor = parse.heads[head]
        above = self.own[governor]
        effect = self.lexicon.prepositions.get(preposition)
        if preposition == "of" and head and parse.lowers[governor] == "instead":
            effect = self.lexicon.prepositions["instead"]
        if effect is not None and not (preposition == "than" and parse.tags[token] != "VBG"):
            return above.affirmed().after(effect, preposition, presupposed=effect.polarity == "positive" and effect.certainty == "certain")
        cue = self.cue_of(governor, preposition)
        if cue is None and parse.tags[token] == "VBG" and parse.tags[governor] in NOUN_TAGS:
            cue = self.cue_of(governor, "gerund")
        if cue is None and parse.tags[governor] == "IN":
            cue = self.cue_of(parse.heads[governor], parse.lowers[governor])
        if cue is not None:
            return above.under(cue, parse.lowers[governor], past=self.is_past(governor))
        if any(parse.tags[c] in QUESTION_TAGS for c in parse.children[token]) or parse.mark(token) == "whether":
            return above.affirmed().after(QUESTION, parse.mark(token)) if parse.mark(token) == "whether" else FRESH
        if parse.lowers[governor] == "rather" and preposition == "than":
            return above.negated("rather than")
        return above.affirmed()

    def slot_of_noun(self, token: int, head: int, dep: str) -> Standing:
        """The standing of a noun from the verb, preposition or noun that it depends on."""
        parse = self.parse
        if dep == "pobj":
            return self.slot_of_object_of_preposition(token, head)
        above = self.own[head]
        if dep in ("dobj", "nsubjpass", "dative"):
            return self.slot_of_object(token, head, above)
        if dep in ("nsubj", "expl"):
            quality = parse.child(head, "acomp")
            cue = self.lexicon.cues.get(("adjective", parse.lemmas[quality], "noun")) if quality is not None else None
            if cue is not None:  # 'war is likely'
                return above.under(cue, parse.lowers[quality or 0])
            if parse.lemmas[head] in self.nouns.occurrence_verbs:
                return above
            return above.affirmed() if above.realis == HYPOTHETICAL and not self.is_definite(token) else FRESH
        if dep == "attr":
            return above
        if dep in ("poss",):
            return FRESH
        return above.affirmed() if dep in ("compound", "nmod") else above

    def slot_of_object(self, token: int, head: int, above: Standing) -> Standing:
        """The standing of an object: by the lexicon, as the verb's own where the verb is light, else by definiteness."""
        parse = self.parse
        cue = self.cue_of(head, "object") if parse.tags[head] in VERB_TAGS else None
        if cue is not None:
            return above.under(cue, parse.lowers[head])
        if parse.lemmas[head] in self.nouns.light_verbs:
            return above
        if self.is_definite(token):
            return FRESH
        return above

    def slot_of_object_of_preposition(self, token: int, head: int) -> Standing:
        """The standing of a noun behind a preposition."""
        parse = self.parse
        governor = parse.heads[head]
        preposition = parse.lowers[head]
        effect = self.lexicon.prepositions.get(preposition)
        above = self.own[governor]
        if effect is not None:
            return FRESH if effect.polarity == "positive" else above.affirmed().after(effect, preposition)
        cue = self.cue_of(governor, preposition)
        if cue is not None:
            return above.under(cue, parse.lowers[governor], past=self.is_past(governor))
        if self.is_definite(token) and preposition != "for":
            return FRESH
        if preposition in ("by", "with", "from", "as") and parse.tags[governor] in VERB_TAGS:
            return FRESH
        return above.affirmed()

    def is_definite(self, noun: int) -> bool:
        """Whether a noun phrase takes its referent for given: 'the', 'this', a possessor, a name."""
        parse = self.parse
        if parse.tags[noun] in ("NNP", "NNPS", "PRP"):
            return True
        return any(parse.lowers[c] in DEFINITE or parse.deps[c] == "poss" for c in parse.children[noun] if c < noun)


def own_of_noun(parse: Parse, lexicon: Lexicon, noun: int, slot: Standing) -> Standing:
    """The standing of a noun after its own adjectives and determiner: 'a planned visit', 'no attack'."""
    standing = slot
    for c in parse.children[noun]:
        if c > noun:
            break
        lower = parse.lowers[c]
        if lower == "no" and parse.deps[c] in ("det", "neg"):
            if not (slot.negative and slot.cues and slot.cues[-1] == "no"):
                standing = standing.negated("no")
        elif parse.deps[c] in ("amod", "advmod"):
            cue = lexicon.cues.get(("adjective", lower, "noun"))
            if cue is not None:
                standing = standing.under(cue, lower)
    return standing


__all__ = ["SUBJECTS", "ScopeReader", "own_of_noun"]
