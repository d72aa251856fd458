"""What the templates receive: the page, and the sections that have a template of their own. See contexts.py for their pieces."""

from dataclasses import dataclass
from typing import Annotated

from markupsafe import Markup

from dragoman.briefing.contexts import Link, Section, Standing, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A sentence of 'what stands out'."""

    sort: Annotated[str, "What it is about: 'disagreement', 'transfer' or 'incident'."]
    text: Annotated[str, "The sentence."]
    links: Annotated[tuple[Link, ...], "The statements or findings that it rests on."]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingCard:
    """A finding as the page shows it."""

    anchor: Annotated[str, "The anchor of the finding."]
    label: Annotated[str, "Its number: 'F1'."]
    check: Annotated[str, "Which check found it."]
    verdict: Annotated[str, "'agrees', 'disagrees' or 'cannot tell'."]
    level: Annotated[str, "The verdict as a class."]
    explanation: Annotated[str, "One sentence that stands alone."]
    claimed: Annotated[str, "What the text claims."]
    computed: Annotated[str, "What was computed."]
    quote: Annotated[str, "The words that make the claim."]
    words: Annotated[Link, "The way to them."]
    document: Annotated[str, "The title of the document."]
    used: Annotated[tuple[Link, ...], "The statements used."]
    reference: Annotated[str, "The entry of the reference data that decided; empty where the text alone decided."]
    leaf: Annotated[str, "The letter of its document, for the filter."]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsSection:
    """What the checks found."""

    disagreements: Annotated[tuple[FindingCard, ...], "Where the text and the computation differ."]
    undecided: Annotated[tuple[FindingCard, ...], "Where a check cannot tell."]
    agreements: Annotated[tuple[FindingCard, ...], "Where they agree; folded."]
    left_out: Annotated[int, "How many findings a bound on the size of the page leaves out."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of the matrix of parties: the acts of the row's party towards the column's party."""

    text: Annotated[str, "How many acts; empty for none."]
    href: Annotated[str, "The way to the pair; empty for none."]
    level: Annotated[str, "The class that colours it by the mean score; 'none' where nothing scored."]
    hint: Annotated[str, "The cell in words."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two parties and what passed between them."""

    anchor: Annotated[str, "The anchor of the pair."]
    title: Annotated[str, "'Iran and Russia'."]
    summary: Annotated[str, "How many acts, cooperative and conflictual, with their mean score."]
    bar: Annotated[Markup, "A small drawing: conflictual to the left, cooperative to the right."]
    table: Annotated[Table, "The acts between them."]
    transfers: Annotated[tuple[Link, ...], "Rows of the register of transfers between them."]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartiesSection:
    """The parties and what passed between them."""

    count: Annotated[int, "How many acts."]
    columns: Annotated[tuple[str, ...], "The parties acted upon, in the order of the columns."]
    matrix: Annotated[tuple[tuple[str, tuple[Cell, ...]], ...], "The acting parties with their cells; empty for few parties."]
    matrix_note: Annotated[str, "How many parties the matrix leaves out; empty for none."]
    pairs: Annotated[tuple[Pair, ...], "The pairs, those with most between them first."]
    folded: Annotated[bool, "Whether the pairs start folded."]
    alone: Annotated[Table, "Acts without a second party."]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One source and what rests on it."""

    name: Annotated[str, "The source as named, or the author of a document."]
    own_voice: Annotated[bool, "Whether it is the author's own voice."]
    total: Annotated[int, "How many statements rest on it."]
    split: Annotated[tuple[tuple[str, str, int], ...], "Class, words and number for each certainty that occurs."]
    bar: Annotated[Markup, "The split as a small drawing."]
    negated: Annotated[int, "How many of them say that something is not so."]
    documents: Annotated[str, "The letters of the documents it stands in."]
    links: Annotated[tuple[Link, ...], "Its statements, as far as there is room."]
    more: Annotated[int, "How many statements there was no room for."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A statement in full, beside its words."""

    anchor: Annotated[str, "The anchor of the statement; the card is at 'c-' and the words at 'w-' with it."]
    label: Annotated[str, "Its number: 'A12'."]
    kind: Annotated[str, "Its kind."]
    headline: Annotated[str, "The statement in one line."]
    standing: Annotated[Standing, "How sure the text is."]
    facts: Annotated[tuple[tuple[str, str], ...], "Names and values of its fields, in words."]
    rows: Annotated[tuple[Link, ...], "The rows of the page that show it."]
    parties: Annotated[str, "The keys of its parties, for the filter."]
    certainty: Annotated[str, "Its certainty, for the filter."]
    leaf: Annotated[str, "The letter of its document, for the filter."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph with the cards of the statements that begin in it."""

    body: Annotated[Markup, "The paragraph with its marks, escaped."]
    cards: Annotated[tuple[Card, ...], "The statements that begin in it."]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage:
    """A document with its statements marked."""

    anchor: Annotated[str, "The anchor of the text."]
    label: Annotated[str, "The letter of the document."]
    title: Annotated[str, "Its title."]
    byline: Annotated[str, "Publisher, author and date."]
    paragraphs: Annotated[tuple[Paragraph, ...], "The text."]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """A document in the list of what was read."""

    anchor: Annotated[str, "The anchor of the line."]
    label: Annotated[str, "The letter of the document."]
    title: Annotated[str, "Its title, else its id."]
    href: Annotated[str, "The way to its text; empty where the text is left out."]
    publisher: Annotated[str, "Who published it."]
    author: Annotated[str, "Who wrote it."]
    date: Annotated[str, "When it was published."]
    url: Annotated[str, "Its address, where it is one of the web; else empty."]
    identity: Annotated[str, "Its id, as the program writes it."]
    statements: Annotated[int, "How many statements were read in it."]
    findings: Annotated[str, "How many findings, and how many of them disagreements."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many statements of a kind."""

    kind: Annotated[str, "The kind."]
    label: Annotated[str, "The kind in the plural."]
    number: Annotated[int, "How many."]
    href: Annotated[str, "The way to its section."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An entry of a filter's list."""

    value: Annotated[str, "What rows are compared with."]
    label: Annotated[str, "What the list says."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The whole briefing."""

    title: Annotated[str, "The title of the page."]
    policy: Annotated[str, "The content security policy: nothing remote, no code but our own."]
    styles: Annotated[Markup, "Our style sheets, inlined."]
    script: Annotated[Markup, "Our script, inlined."]
    lede: Annotated[str, "What was read and what came of it, in a sentence."]
    tallies: Annotated[tuple[Tally, ...], "How many statements of each kind."]
    points: Annotated[tuple[Point, ...], "What stands out."]
    documents: Annotated[tuple[DocumentLine, ...], "What was read."]
    findings: Annotated[FindingsSection, "What the checks found."]
    before: Annotated[tuple[Section, ...], "The timeline, which stands before the parties."]
    parties: Annotated[PartiesSection, "The parties and what passed between them."]
    after: Annotated[
        tuple[Section, ...], "The registers: transfers, facilities, figures, relations, offices, memberships, quotations."
    ]
    sources: Annotated[tuple[SourceLine, ...], "Who says what and how sure."]
    texts: Annotated[tuple[TextPage, ...], "The texts with their statements marked."]
    texts_note: Annotated[str, "Which texts are left out and why; empty for none."]
    contents: Annotated[tuple[tuple[Link, int], ...], "The list of contents with a number for each section."]
    kinds: Annotated[tuple[Choice, ...], "The kinds that the filter offers."]
    choices: Annotated[tuple[Choice, ...], "The parties that the filter offers."]
    certainties: Annotated[tuple[Choice, ...], "The certainties that the filter offers."]
    folded: Annotated[bool, "Whether sections start folded, because there are many documents."]
