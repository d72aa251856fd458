"""Who says what and how sure: a line for each source, the authors' own voices apart."""

from collections import defaultdict
from collections.abc import Sequence

from dragoman.briefing.dossier import Dossier, Entry
from dragoman.briefing.page_contexts import SourceLine
from dragoman.briefing.registers import link_to
from dragoman.briefing.svg import split_bar
from dragoman.briefing.wording import CERTAINTY_WORDS

MOST_LINKS = 40


def build_sources(dossier: Dossier) -> tuple[SourceLine, ...]:
    """The authors first, then the sources with most statements. Quotations count for the one who is quoted by them."""
    own: dict[str, list[Entry]] = defaultdict(list)
    named: dict[str, list[Entry]] = defaultdict(list)
    for entry in dossier.entries:
        attribution = entry.statement.attribution
        if attribution is None:
            own[entry.leaf.label].append(entry)
        else:
            named[attribution.source_entity or (attribution.source or "").casefold()].append(entry)
    lines = [build_line(author_of(entries[0]), entries, own_voice=True) for entries in own.values()]
    ordered = sorted(named.items(), key=lambda item: (-len(item[1]), item[0]))
    return (*lines, *(build_line(name_of(entries[0]), entries, own_voice=False) for _, entries in ordered[: dossier.limits.rows]))


def author_of(entry: Entry) -> str:
    """Whose own voice a document is in."""
    document = entry.leaf.document
    name = document.author or document.publisher
    return f"{name} ({entry.leaf.label})" if name else f"The author of {entry.leaf.label}"


def name_of(entry: Entry) -> str:
    """The source of a statement as the text names it."""
    attribution = entry.statement.attribution
    return attribution.source if attribution and attribution.source else "Nobody named (“reportedly” and the like)"


def build_line(name: str, entries: Sequence[Entry], *, own_voice: bool) -> SourceLine:
    """One source with the split of its statements by certainty."""
    split = [
        (certainty, words, sum(e.statement.factuality.certainty == certainty for e in entries))
        for certainty, words in CERTAINTY_WORDS.items()
    ]
    present = [part for part in split if part[2]]
    return SourceLine(
        name=name,
        own_voice=own_voice,
        total=len(entries),
        split=tuple(present),
        bar=split_bar([(certainty, number) for certainty, _, number in present]),
        negated=sum(e.statement.factuality.polarity == "negative" for e in entries),
        documents=", ".join(dict.fromkeys(e.leaf.label for e in entries)),
        links=tuple(link_to(e) for e in entries[:MOST_LINKS]),
        more=max(len(entries) - MOST_LINKS, 0),
    )
