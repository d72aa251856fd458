"""The section on parties: a matrix of who acts towards whom, and the pairs with their acts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dragoman.briefing.contexts import Link
from dragoman.briefing.dossier import Dossier, Entry
from dragoman.briefing.headlines import write_act
from dragoman.briefing.page_contexts import Cell, Pair, PartiesSection
from dragoman.briefing.pairs import Act, PairOfParties, Score, find_acts, find_pairs, is_done, score_acts
from dragoman.briefing.party_names import is_known
from dragoman.briefing.registers import Field, build_table
from dragoman.briefing.svg import element
from dragoman.briefing.wording import count_words, write_score, write_time
from dragoman.model.statement import Event

MOST_IN_MATRIX = 14
FEWEST_IN_MATRIX = 3
UNFOLDED_PAIRS = 8
STEPS = ((6.0, "3"), (3.0, "2"), (0.0, "1"))  # of the Goldstein scale, -10 to +10
EMPTY = Cell(text="", href="", level="none", hint="")


def build_parties(dossier: Dossier, names: dict[str, str]) -> PartiesSection:
    """The section.

    Args:
        dossier: The statements.
        names: What the page calls each party, by key.
    """
    pairs = find_pairs(dossier.entries)
    anchors = {pair.parties: f"pair-{number}" for number, pair in enumerate(pairs, start=1)}
    events = [e for e in dossier.entries if isinstance(e.statement, Event)]
    alone = [e for e in events if not find_acts(e)]
    limit = dossier.limits.rows
    matrix = build_matrix(pairs, names, anchors)
    left = len({key for pair in pairs if pair.acts for key in pair.parties}) - len({*matrix.actors, *matrix.recipients})
    return PartiesSection(
        count=len(events),
        columns=tuple(names[key] for key in matrix.recipients),
        matrix=tuple((names[key], cells) for key, cells in zip(matrix.actors, matrix.cells, strict=True)),
        matrix_note=f"{count_words(left, 'further party', 'further parties')} in the list below." if left > 0 else "",
        pairs=tuple(build_pair(pair, anchors[pair.parties], names, limit) for pair in pairs[:limit]),
        folded=len(pairs) > UNFOLDED_PAIRS,
        alone=build_table("alone", "Acts without a second party", fields_of_acts(), alone, limit),
    )


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who acts (rows) towards whom (columns), by their keys; empty where fewer than three parties are known."""

    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    cells: tuple[tuple[Cell, ...], ...] = ()


def build_matrix(pairs: Sequence[PairOfParties], names: dict[str, str], anchors: dict[tuple[str, str], str]) -> Matrix:
    """The matrix of the parties with most acts between them. An act of both together stands in both cells."""
    shown = choose_parties(pairs)
    cells: dict[tuple[str, str], list[Act]] = defaultdict(list)
    anchor_of: dict[tuple[str, str], str] = {}
    for pair in pairs:
        for act in pair.acts if shown.issuperset(pair.parties) else ():
            for key in ((act.actor, act.recipient), (act.recipient, act.actor))[: 1 + act.together]:
                cells[key].append(act)
                anchor_of[key] = anchors[pair.parties]
    if len({key for dyad in cells for key in dyad}) < FEWEST_IN_MATRIX:
        return Matrix()
    actors = order_parties(actor for (actor, _), acts in cells.items() for _ in acts)
    recipients = order_parties(recipient for (_, recipient), acts in cells.items() for _ in acts)
    return Matrix(
        actors,
        recipients,
        tuple(
            tuple(
                build_cell(cells[row, column], f"{names[row]} → {names[column]}", anchor_of[row, column])
                if (row, column) in anchor_of
                else EMPTY
                for column in recipients
            )
            for row in actors
        ),
    )


def choose_parties(pairs: Sequence[PairOfParties]) -> set[str]:
    """The parties of the matrix: of those that are known by a key, the ones with most acts between them."""
    known = [pair for pair in pairs if all(is_known(key) for key in pair.parties)]
    return set(order_parties(key for pair in known for _ in pair.acts for key in pair.parties)[:MOST_IN_MATRIX])


def order_parties(keys: Iterable[str]) -> tuple[str, ...]:
    """Keys without repetition, the most frequent first."""
    counts = Counter(keys)
    return tuple(sorted(counts, key=lambda key: (-counts[key], key)))


def build_cell(acts: Sequence[Act], title: str, anchor: str) -> Cell:
    """A cell with acts in it."""
    score = score_acts(acts)
    return Cell(text=str(len(acts)), href=f"#{anchor}", level=level_of(score.mean), hint=f"{title}: {describe(acts, score)}")


def level_of(mean: float | None) -> str:
    """The class of a mean score: 'plus3' to 'plus1', 'zero', 'minus1' to 'minus3', 'none'."""
    if mean is None:
        return "none"
    step = next((name for bound, name in STEPS if abs(mean) > bound), "")
    return ("plus" if mean > 0 else "minus") + step if step else "zero"


def describe(acts: Sequence[Act], score: Score) -> str:
    """'5 acts: 3 cooperative, 1 conflictual, 1 denied or planned; mean score +2.4'."""
    counts = (
        (score.cooperative, "cooperative"),
        (score.conflictual, "conflictual"),
        (score.neutral, "neutral"),
        (score.not_done, "negated, planned or hypothetical"),
    )
    parts = [f"{number} {name}" for number, name in counts if number]
    mean = f"; mean score {write_score(score.mean)}" if score.mean is not None else ""
    return f"{count_words(len(acts), 'act')}: {', '.join(parts)}{mean}"


def build_pair(pair: PairOfParties, anchor: str, names: dict[str, str], limit: int) -> Pair:
    """Two parties with the table of their acts."""
    one, other = (names[key] for key in pair.parties)
    score = score_acts(pair.acts)
    directions = {act.entry.anchor: write_direction(act, names) for act in pair.acts}
    direction = Field("From, to", lambda entry: directions[entry.anchor])
    entries = list({act.entry.anchor: act.entry for act in pair.acts}.values())
    said = [describe(pair.acts, score)] if pair.acts else []
    if pair.transfers:
        said.append(count_words(len(pair.transfers), "transfer"))
    return Pair(
        anchor=anchor,
        title=f"{one} and {other}",
        summary="; ".join(said),
        bar=draw_balance(score),
        table=build_table(anchor, f"Acts between {one} and {other}", [direction, *fields_of_acts()], entries, limit),
        transfers=tuple(
            Link(label=e.label, href=f"#r-transfers-{e.anchor}", hint=e.statement.text) for e in pair.transfers[:limit]
        ),
    )


def write_direction(act: Act, names: dict[str, str]) -> str:
    """'Iran → Russia', or 'together'."""
    return "together" if act.together else f"{names[act.actor]} → {names[act.recipient]}"


def fields_of_acts() -> list[Field]:
    """The columns of a table of events."""
    return [
        Field("Act", act_of, "wide"),
        Field("When", lambda e: write_time(e.statement.time), "when"),
        Field("Score", score_of, "number"),
    ]


def act_of(entry: Entry) -> str:
    """Type, mode and trigger."""
    return write_act(entry.statement) if isinstance(entry.statement, Event) else ""


def score_of(entry: Entry) -> str:
    """The Goldstein score, with its sign; in brackets where the text does not state the act as done."""
    event = entry.statement
    if not isinstance(event, Event) or event.goldstein is None:
        return ""
    score = write_score(event.goldstein)
    return score if is_done(event) else f"({score})"


def draw_balance(score: Score) -> Markup:
    """Conflictual acts to the left of a middle line, cooperative ones to the right."""
    half, height = 46.0, 10.0
    unit = min(10.0, half / max(score.cooperative, score.conflictual, 1))
    left, right = unit * score.conflictual, unit * score.cooperative
    return element(
        "svg",
        element("rect", class_="bar minus", x=half - left, y=0, width=left, height=height),
        element("rect", class_="bar plus", x=half, y=0, width=right, height=height),
        element("line", class_="axis", x1=half, x2=half, y1=0, y2=height),
        viewBox=f"0 0 {2 * half:g} {height:g}",
        width=2 * half,
        height=height,
        class_="balance",
        aria_hidden="true",
    )
