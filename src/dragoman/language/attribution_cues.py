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
ANONYMOUS: Final = 7  # words of 'not to be identified by name'
DIRECTIONS: Final = frozenset({"home", "back", "off", "up", "away", "together"})
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
    outer: "Found | None" = None  # who passes on the words of this source
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
                found.append(self.read_noun(i) or self.read_view(i))
            elif tag in NOUN_TAGS and parse.deps[i] == "pobj":
                found.append(self.read_view(i))
            elif lower in lexicon.adverbs:
                found.append(self.read_adverb(i))
        return self.with_relayed([f for f in found if f is not None])

    def with_relayed(self, found: list[Found]) -> list[Found]:
        """'according to a clerk *quoted* by the agency', 'the agency, *citing* two clerks, said': one source through another."""
        relayed = []
        for attribution in found:
            if attribution.source is None or not attribution.attributes or not attribution.content:
                continue
            for verb in self.parse.children[attribution.source]:
                relayed += self.quoted_by(verb, attribution)
            for verb in self.parse.children[attribution.head]:
                relayed += self.citing(verb, attribution)
        heads = {f.head for f in relayed}
        return [f for f in found if f.head not in heads] + relayed

    def quoted_by(self, verb: int, attribution: Found) -> list[Found]:
        """Who quotes the source of an attribution."""
        agent = agent_of(self.parse, verb)
        if agent is None or self.parse.lemmas[verb] not in ("quote", "cite", "interview") or self.parse.tags[verb] != "VBN":
            return []
        outer = self.like(attribution, verb, agent)
        attribution.outer = outer
        return [outer]

    def citing(self, verb: int, attribution: Found) -> list[Found]:
        """Whom the source of an attribution cites."""
        parse = self.parse
        cited = parse.child(verb, "dobj")
        inside = parse.deps[verb] == "advcl" and parse.tags[verb] == "VBG" and parse.lemmas[verb] in ("cite", "quote")
        if cited is None or not inside or parse.lemmas[cited] not in self.lexicon.cited:
            return []
        inner = self.like(attribution, verb, cited)
        inner.outer = attribution
        return [inner]

    @staticmethod
    def like(attribution: Found, cue: int, source: int) -> Found:
        """Another attribution of the same words."""
        return Found(
            cue=(cue, cue + 1), head=cue, source=source, content=list(attribution.content), name="report", mode="indirect",
            attributes=True, stance="open",
        )  # fmt: skip

    def read_verb(self, verb: int) -> Found | None:
        """The attribution that a verb makes, None where it says nothing in this place."""
        parse = self.parse
        if any(parse.deps[c] == "auxpass" for c in parse.children[verb]) or self.is_reduced_passive(verb):
            return None if self.is_blow(verb) or self.calls_back(verb) else self.read_passive(verb)
        if self.puts_it(verb):
            cue = self.lexicon.verbs["say", "that"]
            return self.build(verb, source_of_verb(parse, verb), clause_around(parse, verb, idiom=True), cue)
        if self.is_blow(verb) or self.calls_back(verb):
            return None
        return self.read_active(verb)

    def read_active(self, verb: int) -> Found | None:
        """The attribution that a verb makes with what it governs, else with the clause or the quotation around it."""
        parse = self.parse
        kinds = contents_of(parse, verb)
        charge = self.lexicon.verbs.get((parse.lemmas[verb], "of"))
        if charge is not None and charge.id == "accusation":
            kinds |= charges_of(parse, verb)
        for kind in KINDS:
            cue = self.lexicon.verbs.get((parse.lemmas[verb], kind)) if kind in kinds else None
            if kind == "object" and parse.lemmas[verb] in self.lexicon.told:
                continue  # 'warned Egypt': the object is who hears it
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

    def puts_it(self, verb: int) -> bool:
        """Whether a verb is that of 'as one envoy put it'."""
        parse = self.parse
        return parse.lemmas[verb] == "put" and any(parse.lowers[c] == "it" and c == verb + 1 for c in parse.children[verb])

    def is_blow(self, verb: int) -> bool:
        """Whether 'attack' and the like are done with arms, by who strikes or what is struck."""
        parse, lexicon = self.parse, self.lexicon
        if parse.lemmas[verb] not in lexicon.blows:
            return False
        agent = agent_of(parse, verb)
        doer = agent if agent is not None else source_of_verb(parse, verb) if parse.child(verb, "nsubjpass") is None else None
        done_to = parse.child(verb, "dobj", "nsubjpass")
        strikes = doer is not None and parse.lemmas[doer] in lexicon.strikers
        return strikes or (done_to is not None and parse.lemmas[done_to] in lexicon.struck)

    def calls_back(self, verb: int) -> bool:
        """Whether 'call' has a word of direction: 'called home', 'called off'."""
        parse = self.parse
        after = next((c for c in parse.children[verb] if c == verb + 1 and parse.deps[c] != "prep"), None)
        return parse.lemmas[verb] == "call" and after is not None and parse.lowers[after] in DIRECTIONS

    def is_reduced_passive(self, verb: int) -> bool:
        """Whether a verb is a participle with passive sense: 'the man said to own it', 'suspected of theft'."""
        parse = self.parse
        if self.opens_as_asked(verb):
            return True
        return (
            parse.tags[verb] == "VBN"
            and parse.deps[verb] in ("acl", "advcl", "conj")
            and not parse.auxiliaries(verb)
            and (parse.subject(verb) is None and (parse.deps[verb] == "acl" or parse.child(verb, "agent") is not None))
        )

    def opens_as_asked(self, verb: int) -> bool:
        """Whether a participle before its clause tells what somebody was asked: 'Asked whether he would go, he replied'."""
        parse = self.parse
        before = parse.tags[verb] == "VBN" and verb < parse.heads[verb] and parse.deps[verb] in ("advcl", "ccomp")
        return before and parse.lemmas[verb] in self.lexicon.told and parse.subject(verb) is None and not parse.auxiliaries(verb)

    def build(self, verb: int, source: int | None, content: list[int], cue: SpeechCue) -> Found | None:
        """An attribution, None without somebody who could be its source."""
        parse = self.parse
        if source is None or not is_subject_like(parse, source) or parse.lowers[source] == "there":
            return None
        if self.asks_for_anonymity(content):
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

    def asks_for_anonymity(self, content: list[int]) -> bool:
        """Whether what is asked or wished is 'not to be named'."""
        words = {self.parse.lowers[t] for t in content}
        return len(words) <= ANONYMOUS and {"not", "be"} <= words and bool(words & {"named", "identified", "quoted", "cited"})

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
            if parse.lemmas[parse.heads[noun]] in self.lexicon.rejecting:
                return None
            return source_of_verb(parse, parse.heads[noun])
        return None

    def read_view(self, noun: int) -> Found | None:
        """'in Tehran's view', 'by its own account': the possessor's words are the clause around."""
        parse = self.parse
        preposition = parse.heads[noun]
        nouns = self.lexicon.views.get(parse.lowers[preposition])
        if nouns is None or parse.lemmas[noun] not in nouns or parse.deps[noun] != "pobj":
            return None
        owner = parse.child(noun, "poss")
        clause = parse.heads[preposition]
        if owner is None or clause == preposition or parse.tags[clause] not in VERB_TAGS:
            return None
        below = set(parse.subtree(preposition))
        content = [t for t in parse.subtree(clause) if t not in below]
        return Found(
            cue=(noun, noun + 1), head=noun, source=owner, content=content, name="according-to", mode="indirect",
            attributes=True, stance="open", takes_quotes=True,
        )  # fmt: skip

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
