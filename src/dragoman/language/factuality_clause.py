"""What a clause shows about its own predicate: negation, modals, adverbs, its subject and object, mood."""

from dragoman.language.clauses import FINITE_TAGS, SUBJECTS, Parse
from dragoman.language.factuality_lexicon import Lexicon
from dragoman.language.factuality_standing import Standing

WOULD = frozenset({"would", "'d"})
PERFECT = frozenset({"have", "'ve", "of"})
QUESTION_WORDS = frozenset({"WP", "WP$", "WRB", "WDT"})


class ClauseReader:
    """Reads the marks that stand in a clause itself. One a text."""

    def __init__(self, parse: Parse, lexicon: Lexicon) -> None:
        """Keep the text and the lexicon."""
        self.parse = parse
        self.lexicon = lexicon

    def own_standing(self, token: int, slot: Standing) -> Standing:
        """The standing of the predicate `token` in a clause that itself stands as `slot`."""
        negator = self.negator(token)
        standing = self.after_modal(token, slot, negator)
        if standing is None:
            standing = slot.negated(negator) if negator is not None else slot
        standing = self.after_adverbs(token, standing)
        return self.after_mood(token, standing, slot)

    def after_modal(self, token: int, slot: Standing, negator: str | None) -> Standing | None:
        """The standing after the modal verb of the clause and its negation; None where there is no modal."""
        parse = self.parse
        modal = next((c for c in parse.auxiliaries(token) if parse.tags[c] == "MD"), None)
        readings = self.lexicon.modals.get(parse.lowers[modal]) if modal is not None else None
        if modal is None or readings is None:
            return None
        word = parse.lowers[modal]
        would = word in WOULD
        if would and parse.lemmas[token] in self.lexicon.attitudes and parse.child(token, "auxpass") is None:
            return None  # 'would like' is 'likes'
        if would and self.is_reported(token):
            standing = slot.after(readings.reported, word)
            return standing.negated(negator) if negator is not None else standing
        if negator is not None:
            return slot.after(readings.negated, f"{word} {negator}")
        perfect = any(parse.lowers[c] in PERFECT and c > modal for c in parse.auxiliaries(token))
        return slot.after(readings.perfect if perfect else readings.plain, word)

    def is_reported(self, token: int) -> bool:
        """Whether the clause is what somebody said or thought in the past ('said it would')."""
        parse = self.parse
        while parse.deps[token] == "conj":
            token = parse.heads[token]
        head = parse.heads[token]
        if parse.deps[token] == "advcl" and parse.mark(token) in ("if", "unless"):
            return False
        if any(parse.deps[c] == "advcl" and parse.mark(c) in ("if", "unless") for c in parse.children[token]):
            return False
        return parse.deps[token] in ("ccomp", "acl", "relcl") and (
            parse.tags[head] in ("VBD", "VBN", "VBG", "NN", "NNS") if parse.deps[token] != "relcl" else False
        )

    def negator(self, token: int) -> str | None:
        """The word that negates the clause: an adverb, its subject, its object, or a phrase that opens it."""
        parse, lexicon = self.parse, self.lexicon
        for c in parse.children[token]:
            dep, lower = parse.deps[c], parse.lowers[c]
            if dep in ("neg", "advmod", "preconj") and lower in lexicon.negators:
                if not self.has_other_focus(c, token):
                    return lower
            elif dep == "advmod" and lower == "longer" and c and parse.lowers[c - 1] == "no":
                return "no longer"
            elif dep in SUBJECTS or dep in ("dobj", "attr"):
                word = self.negative_phrase(c)
                if word is not None:
                    return word
            elif dep == "prep" and c < token and any(self.negative_phrase(o) for o in parse.children[c]):
                return "no"
        return None

    def has_other_focus(self, negator: int, verb: int) -> bool:
        """Whether a negation is of something else in the clause: 'not only', 'not until May'."""
        following = negator + 1
        if following >= len(self.parse):
            return False
        word = self.parse.lowers[following]
        return word in self.lexicon.focus or word == "until" or (negator > verb and word in ("because", "for", "in", "on"))

    def negative_phrase(self, noun: int) -> str | None:
        """The word that makes a noun phrase negative: 'no one', 'neither side', 'none of them'."""
        parse = self.parse
        if parse.lowers[noun] in self.lexicon.negative_subjects:
            return parse.lowers[noun]
        for c in parse.children[noun]:
            if c > noun:
                break
            if parse.lowers[c] in ("no", "neither") and parse.deps[c] in ("det", "neg", "preconj"):
                return parse.lowers[c]
            if parse.lowers[c] == "not" and parse.deps[c] == "neg" and parse.lowers[c + 1] not in self.lexicon.focus:
                return "not" if parse.deps[noun] in SUBJECTS else None
        return None

    def after_adverbs(self, token: int, standing: Standing) -> Standing:
        """The standing after adverbs such as 'reportedly', 'perhaps', 'nearly'."""
        parse, adverbs = self.parse, self.lexicon.adverbs
        for c in parse.children[token]:
            found = adverbs.get(parse.lowers[c]) if parse.deps[c] in ("advmod", "npadvmod") else None
            if found is None or parse.tags[c][:2] not in ("RB", "JJ"):
                continue
            name, effect = found
            missed = parse.tags[token] in FINITE_TAGS | {"VBN"} and parse.lemmas[token] not in self.lexicon.amounts
            if name == "near-miss" and not missed:
                continue
            standing = standing.after(effect, parse.lowers[c])
        return standing

    def after_mood(self, token: int, standing: Standing, slot: Standing) -> Standing:
        """The standing after a question, a command or a headline's 'to'."""
        if self.is_polar_question(token):
            return standing.opened("?")
        if self.is_command(token):
            return standing.opened("imperative") if not standing.negative else standing._replace(certainty=0, realis=3)
        parse = self.parse
        if parse.deps[token] == "ROOT" and parse.has_to(token):
            if any(parse.tags[c] in QUESTION_WORDS for c in parse.children[token]):
                return standing.opened("to")  # 'How to leave'
            if parse.subject(token) is not None and slot.realis == 0:
                return standing._replace(realis=2, cues=(*standing.cues, "to"))  # 'Oslo to close port'
        if standing.realis == 0 and self.is_arrangement(token):
            return standing._replace(realis=2, cues=(*standing.cues, parse.lowers[token]))
        return standing

    def is_arrangement(self, token: int) -> bool:
        """Whether a present progressive tells of a plan: 'they are leaving tomorrow', 'I am going to the opera'."""
        parse = self.parse
        if parse.tags[token] != "VBG" or parse.lemmas[token] not in self.lexicon.arrangements:
            return False
        if not any(parse.lowers[c] in ("am", "is", "are", "'m", "'re", "'s", "m") for c in parse.auxiliaries(token)):
            return False
        below = [t for c in parse.children[token] if c > token for t in (c, *parse.children[c])]
        if any(parse.lowers[t] in self.lexicon.times_to_come for t in below):
            return True
        subject = parse.subject(token)
        speaker = subject is not None and parse.lowers[subject] in ("i", "we", "you")
        return speaker and parse.lemmas[token] in ("go", "travel", "fly") and any(parse.lowers[t] == "to" for t in below)

    def is_polar_question(self, token: int) -> bool:
        """Whether the clause asks whether it is so: an auxiliary before the subject and a question mark, no question word."""
        parse = self.parse
        if parse.deps[token] not in ("ROOT", "ccomp", "conj", "parataxis"):
            return False
        end = parse.sentences[parse.sentence_of[token]][1]
        if "?" not in parse.lowers[token:end]:
            return False
        children = parse.children[token]
        if any(parse.tags[t] in QUESTION_WORDS and t < token for c in children for t in (c, *parse.children[c])):
            return False
        subject = parse.subject(token)
        if subject is None:
            return False
        return token < subject or any(c < subject for c in parse.auxiliaries(token))

    def is_command(self, token: int) -> bool:
        """Whether the clause is an imperative: a bare verb without a subject that opens its clause."""
        parse = self.parse
        if parse.tags[token] != "VB" or parse.deps[token] not in ("ROOT", "conj", "ccomp", "parataxis"):
            return False
        if parse.deps[token] == "conj":
            head = parse.heads[token]
            return not self.has_subject_or_auxiliary(token) and parse.tags[head] == "VB" and self.is_command(head)
        return not self.has_subject_or_auxiliary(token)

    def has_subject_or_auxiliary(self, token: int) -> bool:
        """Whether a verb has a subject, 'to' or a modal of its own; 'do' and 'please' do not count."""
        parse = self.parse
        if parse.subject(token) is not None:
            return True
        return any(parse.lemmas[c] != "do" for c in parse.auxiliaries(token))
