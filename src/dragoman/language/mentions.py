"""Who and what a text speaks of: `dragoman_mentions` sets `doc._.mentions`.

Names of the reference tables go first, then what the language model finds, then phrases with a role noun ('an Iranian court').
Mentions stand in the order of the text; those inside others ('Iranian' in 'the Iranian army') have entries of their own.
"""

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.language.attributes import document_of
from dragoman.language.mention_context import choose_entry, is_metonym
from dragoman.language.mention_draft import DISCOURSE_KEY, KEY, Board, Draft, build_mention, head_of
from dragoman.language.mention_names import names_in
from dragoman.language.mention_people import add_persons_of_model, add_surnames, complete_known_person
from dragoman.language.mention_places import add_towns, key_of_city, place_of_city, place_of_entry
from dragoman.language.mention_roles import add_roles
from dragoman.language.mention_tables import combining_forms
from dragoman.language.mention_things import add_designations, add_facilities, add_model_names
from dragoman.language.mention_titles import join_titles
from dragoman.language.words import Word, Words, words_of
from dragoman.model.span import Mention
from dragoman.reference.cities import find_places
from dragoman.reference.spelling import slug_of


@Language.component("dragoman_mentions", assigns=["doc._.mentions"], requires=["token.dep", "token.tag", "doc.ents"])
def find_mentions(doc: Doc) -> Doc:
    """Set `doc._.mentions`."""
    words = words_of(doc)
    forget(words)
    words._.mentions = [build_mention(words, draft) for draft in ordered(draft_mentions(words))]
    from dragoman.language.coreference_roles import complete_roles  # noqa: PLC0415  coreference reads the mentions set above

    complete_roles(words)
    return doc


def forget(doc: Words) -> None:
    """Drop what was computed from mentions that are replaced."""
    for key in (KEY, DISCOURSE_KEY):
        doc.user_data.pop(key, None)


def draft_mentions(doc: Words) -> list[Draft]:
    """All mentions of a document as drafts."""
    words = [token.text for token in doc]
    board = Board(doc, words, names_in(words), owner=[-1] * len(doc))
    day = document_of(doc).published
    add_names(board)
    add_combining(board)
    for draft in board.drafts:
        if draft.kind == "person":
            complete_known_person(draft, day)
    add_persons_of_model(board, day)
    add_designations(board)
    countries = frozenset(
        d.country for d in board.drafts if d.country and (d.kind in ("country", "demonym", "capital") or d.category == "group")
    )
    add_surnames(board, day)
    add_towns(board, countries)
    add_facilities(board)
    add_model_names(board)
    add_roles(board)
    drop_doubles(board)
    join_titles(board, day)
    spread_titles(board)
    settle_capitals(board)
    return board.drafts


def add_names(board: Board) -> None:
    """Put the names of the reference tables on the board."""
    doc = board.doc
    for hit in board.hits:
        entry = choose_entry(board, hit)
        if entry is None:
            continue
        draft = Draft(hit.start, hit.end, head_of(doc, hit.start, hit.end), entry.kind, entry.category, entry.name)
        draft.entity, draft.country, draft.sector, draft.because = entry.entity, entry.country, entry.sector, entry.because
        draft.place = place_of_entry(entry, doc[hit.start : hit.end].text)
        if entry.kind == "city":
            draft.place = next(
                (place_of_city(c, c.name) for c in find_places(entry.name) if key_of_city(c) == entry.entity), None
            )
        board.add(draft)


def add_combining(board: Board) -> None:
    """First parts of compound nationalities: 'Sino-Russian', 'Russo-Turkish'."""
    forms = combining_forms()
    for i in range(len(board.words) - 2):
        if board.words[i + 1] == "-" and board.owner[i] < 0 and (entry := forms.get(board.words[i].lower())):
            draft = Draft(
                i, i + 1, i, entry.kind, entry.category, entry.name, entry.entity, entry.country, None, None, entry.because
            )
            board.add(draft)


def drop_doubles(board: Board) -> None:
    """Of a phrase with a role noun and the model's name for the same words, keep the phrase, with the key that the name gives."""
    roles = [d for d in board.drafts if d.kind == "role"]
    by_token: dict[int, Draft] = {i: role for role in roles for i in range(role.start, role.end)}
    dropped: set[int] = set()
    for index, draft in enumerate(board.drafts):
        if draft.kind != "model":
            continue
        role = by_token.get(draft.head)
        if role is None or not ((role.start <= draft.start and draft.end <= role.end) or role.head == draft.head):
            continue
        dropped.add(index)
        if role.head == draft.head and role.category == "organisation":
            role.start, role.end = min(role.start, draft.start), max(role.end, draft.end)
            role.entity = role.entity or draft.entity
    if dropped:
        keep = [i for i in range(len(board.drafts)) if i not in dropped]
        place = {old: new for new, old in enumerate(keep)}
        board.drafts = [board.drafts[i] for i in keep]
        board.owner = [place.get(o, -1) for o in board.owner]


def spread_titles(board: Board) -> None:
    """What a title told of a full name holds for the surname later on."""
    by_entity = {d.entity: d for d in board.drafts if d.category == "person" and d.entity and d.because.startswith("title")}
    for draft in board.drafts:
        full = by_entity.get(draft.entity or "") if draft.category == "person" else None
        if full is not None and full is not draft and draft.because.startswith("surname"):
            draft.country, draft.sector = full.country, full.sector


def settle_capitals(board: Board) -> None:
    """Tell the government in a capital from the town, by the part that its name plays in the sentence."""
    for draft in board.drafts:
        if draft.kind == "capital" and not is_metonym(board.doc, draft):
            draft.category, draft.sector = "place", None
            draft.entity = f"place/{slug_of(draft.name)}-{(draft.country or '').lower()}"


def ordered(drafts: list[Draft]) -> list[Draft]:
    """Drafts in the order of the text, the longer first, those of the same tokens once."""
    seen: set[tuple[int, int, int]] = set()
    result = []
    for draft in sorted(drafts, key=lambda d: (d.start, -d.end, d.kind == "role")):
        key = (draft.start, draft.end, draft.head)
        if key not in seen:
            seen.add(key)
            result.append(draft)
    return result


def mention_at(doc: Words, token: Word | int) -> Mention | None:
    """The mention whose head is the token, else the one that covers it; the longest where there are several, None where none."""
    table: dict[int, Mention] | None = doc.user_data.get(KEY)
    if table is None:
        table = doc.user_data[KEY] = mentions_by_token(doc)
    return table.get(token if isinstance(token, int) else token.i)


def mentions_by_token(doc: Words) -> dict[int, Mention]:
    """The mention for each token that has one: as head first, then the shortest name around it."""
    table: dict[int, Mention] = {}
    mentions: list[Mention] = doc._.mentions
    for mention in sorted(mentions, key=lambda m: m.token_end - m.token_start):
        for i in range(mention.token_start, mention.token_end):
            table.setdefault(i, mention)
    for mention in sorted(mentions, key=lambda m: m.token_end - m.token_start):
        table[mention.head] = mention
    return table
