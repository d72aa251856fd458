"""Finds cues with their source and content: verbs, nouns, phrases such as 'according to', adverbs of hearsay."""

from dataclasses import dataclass, field
from typing import Final

from dragoman.language.attribution_contents import charges_of, clause_around, contents_of, words_before
from dragoman.language.attribution_lexicon import SpeechCue, SpeechLexicon
from dragoman.language.attribution_sources import agent_of, is_subject_like, possessor, source_of_verb
from dragoman.language.clauses import NOUN_TAGS, VERB_TAGS, Parse
from dragoman.model.closed_lists import QuotationMode, Stance

# The kinds of content, the surest first: a verb with two of them has the first.
KINDS: Final = (
    "that", "question", "object infinitive", "infinitive", "small clause", "gerund", "as",
    "of", "about", "for", "with", "on", "against", "to", "object",
)  # fmt: skip
PASSIVE: Final = SpeechCue(id="passive", mode="indirect", attributes=True, stance="open", quotes=False)


@dataclass(slots=True)
class Found:
    """An attribution while it is being put together; token indices throughout."""

    cue: tuple[int, int]
    head: int  # of the cue
    source: int | None  # head of the phrase that names the source
    content: list[int]
    name: str
    mode: QuotationMode | None
    attributes: bool
    stance: Stance
    addressee: int | None = None
    takes_quotes: bool = False
    apart: set[int] = field(default_factory=set)  # what stands inside the content's stretch but is not said: source and cue


class CueFinder:
    """Finds the attributions of one text, quotations in quotation marks aside."""

    def __init__(self, parse: Parse, lexicon: SpeechLexicon) -> None:
        """Keep the text and the lexicon."""
        self.parse = parse
        self.lexicon = lexicon

    def find(self) -> list[Found]:
        """All attributions with a word of the lexicon as cue, in the order of their cues."""
        parse, lexicon = self.parse, self.lexicon
        found: list[Found | None] = []
        for i, tag in enumerate(parse.tags):
            lower = parse.lowers[i]
            if lower in lexicon.phrases:
                found.append(self.read_phrase(i))
            if tag in VERB_TAGS and parse.lemmas[i] in lexicon.verb_lemmas and parse.deps[i] not in ("aux", "auxpass", "amod"):
                found.append(self.read_verb(i))
            elif tag in NOUN_TAGS and parse.lemmas[i] in lexicon.noun_lemmas:
                found.append(self.read_noun(i))
            elif lower in lexicon.adverbs:
                found.append(self.read_adverb(i))
        return [f for f in found if f is not None]

    def read_verb(self, verb: int) -> Found | None:
        """The attribution that a verb makes, None where it says nothing in this place."""
        parse = self.parse
        if any(parse.deps[c] == "auxpass" for c in parse.children[verb]) or self.is_reduced_passive(verb):
            return self.read_passive(verb)
        kinds = contents_of(parse, verb)
        charge = self.lexicon.verbs.get((parse.lemmas[verb], "of"))
        if charge is not None and charge.id == "accusation":
            kinds |= charges_of(parse, verb)
        for kind in KINDS:
            cue = self.lexicon.verbs.get((parse.lemmas[verb], kind)) if kind in kinds else None
            if cue is not None:
                return self.build(verb, source_of_verb(parse, verb), kinds[kind], cue)
        around = clause_around(parse, verb) or words_before(parse, verb)
        cue = self.lexicon.verbs.get((parse.lemmas[verb], "that"))
        if around and cue is not None:
            return self.build(verb, source_of_verb(parse, verb), around, cue)
        cue = self.lexicon.verbs.get((parse.lemmas[verb], "quote"))
        if cue is not None:
            return self.build(verb, source_of_verb(parse, verb), [], cue)
        return None

    def is_reduced_passive(self, verb: int) -> bool:
        """Whether a verb is a participle with passive sense: 'the man said to own it', 'suspected of theft'."""
        parse = self.parse
        return (
            parse.tags[verb] == "VBN"
            and parse.deps[verb] in ("acl", "advcl", "conj")
            and not parse.auxiliaries(verb)
            and (parse.subject(verb) is None and (parse.deps[verb] == "acl" or parse.child(verb, "agent") is not None))
        )

    def build(self, verb: int, source: int | None, content: list[int], cue: SpeechCue) -> Found | None:
        """An attribution, None without somebody who could be its source."""
        parse = self.parse
        if source is None or not is_subject_like(parse, source) or parse.lowers[source] == "there":
            return None
        return Found(
            cue=(verb, verb + 1),
            head=verb,
            source=source,
            content=content,
            name=cue.id,
            mode=cue.mode,
            attributes=cue.attributes,
            stance=cue.stance,
            addressee=self.addressee_of(verb),
            takes_quotes=cue.quotes,
        )

    def addressee_of(self, verb: int) -> int | None:
        """To whom it is said: 'told reporters', 'said to them'."""
        parse = self.parse
        for c in parse.children[verb]:
            if parse.deps[c] == "dative" and parse.tags[c] != "IN":
                return c
            if parse.deps[c] in ("dative", "prep") and parse.lowers[c] == "to":
                return parse.child(c, "pobj")
            if parse.deps[c] == "dobj" and parse.lemmas[verb] in self.lexicon.told:
                return c
        return None

    def read_passive(self, verb: int) -> Found | None:
        """'is said to own', 'was accused of', 'it is believed that': the source is the agent or nobody."""
        parse = self.parse
        lemma = parse.lemmas[verb]
        agent = agent_of(parse, verb)
        subject = next((c for c in parse.children[verb] if parse.deps[c] in ("nsubjpass", "nsubj")), None)
        kinds = contents_of(parse, verb)
        told = parse.lemmas[verb] in self.lexicon.told
        for kind in ("that", "question", "infinitive", "object infinitive", "small clause", "as", "of", "with", "for", "about"):
            cue = self.lexicon.verbs.get((lemma, kind)) if kind in kinds else None
            if cue is None and not (kind in kinds and kind == "infinitive" and lemma in self.lexicon.passives):
                continue
            if agent is None and lemma not in self.lexicon.passives:
                continue
            content = kinds[kind]
            if subject is not None and kind in ("infinitive", "small clause", "as") and not told:
                content = [*parse.subtree(subject), *content]
            return self.passive(verb, agent, content, cue or PASSIVE, subject if told else None)
        object_cue = self.lexicon.verbs.get((lemma, "object"))
        if agent is not None and object_cue is not None and subject is not None:
            return self.passive(verb, agent, parse.subtree(subject), object_cue, None)
        return None

    def passive(self, verb: int, agent: int | None, content: list[int], cue: SpeechCue, addressee: int | None) -> Found:
        """An attribution by a passive verb."""
        return Found(
            cue=(verb, verb + 1), head=verb, source=agent, content=content, name="passive" if agent is None else cue.id,
            mode=cue.mode, attributes=cue.attributes, stance=cue.stance, addressee=addressee,
        )  # fmt: skip

    def read_noun(self, noun: int) -> Found | None:
        """'the claim that', 'his view that', 'a statement by': a noun with somebody's words as its complement."""
        parse = self.parse
        for c in parse.children[noun]:
            if c < noun or parse.deps[c] not in ("acl", "ccomp") or parse.mark(c) != "that":
                continue
            cue = self.lexicon.nouns.get((parse.lemmas[noun], "that"))
            if cue is not None:
                return Found(
                    cue=(noun, noun + 1), head=noun, source=self.source_of_noun(noun), content=parse.subtree(c), name=cue.id,
                    mode=cue.mode, attributes=cue.attributes, stance=cue.stance,
                )  # fmt: skip
        return None

    def source_of_noun(self, noun: int) -> int | None:
        """Whose words: the possessor, or the subject of a verb that only carries the noun ('made the claim')."""
        parse = self.parse
        owner = possessor(parse, noun)
        if owner is not None:
            return owner
        if parse.deps[noun] == "dobj":
            return source_of_verb(parse, parse.heads[noun])
        return None

    def read_phrase(self, token: int) -> Found | None:
        """'according to X' and its like: the source follows, the content is the clause around."""
        parse = self.parse
        phrases = self.lexicon.phrases[parse.lowers[token]]
        phrase = next((p for p in phrases if tuple(parse.lowers[token : token + len(p)]) == p), None)
        if phrase is None:
            return None
        last = token + len(phrase) - 1
        source = parse.child(last, "pobj", "pcomp") if len(phrase) > 1 else parse.child(token, "pobj")
        if source is None or (len(phrase) == 1 and parse.tags[source] not in ("NNP", "NNPS")):
            return None
        top = token
        while parse.heads[top] != top and token <= parse.heads[top] <= last:
            top = parse.heads[top]
        clause = parse.heads[top]
        while parse.heads[clause] != clause and parse.tags[clause] not in VERB_TAGS and parse.deps[clause] != "ROOT":
            clause = parse.heads[clause]
        below = set(parse.subtree(top))
        content = [t for t in parse.subtree(clause) if t not in below] if clause != top else []
        return Found(
            cue=(token, last + 1), head=token, source=source, content=content, name="according-to", mode="indirect",
            attributes=True, stance="open", takes_quotes=True,
        )  # fmt: skip

    def read_adverb(self, adverb: int) -> Found | None:
        """'reportedly', 'allegedly': attributes its clause to nobody."""
        parse = self.parse
        head = parse.heads[adverb]
        content = [t for t in parse.subtree(head) if t != adverb]
        if head == adverb or not content:
            return None
        return Found(
            cue=(adverb, adverb + 1), head=adverb, source=None, content=content, name="hearsay", mode=None,
            attributes=True, stance="open",
        )  # fmt: skip
