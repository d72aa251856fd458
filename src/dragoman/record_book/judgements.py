"""What people decide about a book: by whom, when and why. Nothing is taken back by deleting; an undoing is a judgement too.

A judgement is about statements or entities by their ids. A later reading may give a statement another id, so that `about` keeps
its document, kind and words: by these it is found again.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from dragoman.model.errors import WrongCall
from dragoman.record_book.rows import as_columns
from dragoman.record_book.schema import BY_NAME
from dragoman.record_book.store import Store

Action = Literal["accept", "reject", "correct", "merge", "keep apart", "undo"]
ACTIONS: Final[tuple[Action, ...]] = get_args(Action)
ON_PAIRS: Final = frozenset({"merge", "keep apart"})
FIELDS_NOT_CORRECTED: Final = frozenset({"id", "kind", "document", "start", "end", "text", "read_by"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decision. `target` and `other` are ids of statements or keys of entities; `change` holds corrected fields."""

    number: int
    at: str
    who: str
    action: Action
    target: str
    other: str | None = None
    why: str | None = None
    change: Mapping[str, Any] | None = None
    about: tuple[Mapping[str, Any], ...] = ()
    undoes: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """The judgement as it leaves the book."""
        names = ("number", "at", "who", "action", "target", "other", "why", "change", "undoes")
        return {name: getattr(self, name) for name in names}


def load_judgements(store: Store) -> list[Judgement]:
    """All judgements, the oldest first."""
    names = tuple(BY_NAME["judgements"].columns)
    columns = ", ".join(f'"{name}"' for name in names)
    rows = store.database.rows(f"select {columns} from judgements order by number")
    return [from_row(dict(zip(names, row, strict=True))) for row in rows]


def from_row(row: dict[str, Any]) -> Judgement:
    """A judgement from its row."""
    about = tuple(json.loads(row.pop("about") or "[]"))
    change = row.pop("change")
    return Judgement(**row, about=about, change=json.loads(change) if change else None)


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that hold: not undone, and no undoings."""
    ordered = list(judgements)
    undone: set[int] = set()
    for judgement in reversed(ordered):  # an undoing that is undone itself undoes nothing
        if judgement.action == "undo" and judgement.number not in undone and judgement.undoes is not None:
            undone.add(judgement.undoes)
    return [judgement for judgement in ordered if judgement.action != "undo" and judgement.number not in undone]


@dataclass(frozen=True, slots=True)
class Judge:
    """Somebody who decides things about a book."""

    store: Store
    who: str

    def judge(
        self,
        action: Action,
        target: str,
        other: str | None = None,
        *,
        why: str | None = None,
        change: Mapping[str, Any] | None = None,
        undoes: int | None = None,
    ) -> Judgement:
        """Keep a decision.

        Raises:
            WrongCall: The action lacks something, or its target is not in the book.
        """
        if not self.who.strip():
            raise WrongCall("a judgement needs somebody who makes it; name them with --by")
        check_shape(action, target, other, change)
        about = [row for key in (target, other) if key and "/" not in key for row in self.about(key)]
        with self.store.database.transaction():
            ((highest,),) = self.store.database.rows("select coalesce(max(number), 0) from judgements")
            row = {
                "number": int(highest) + 1, "at": self.store.timestamp(), "who": self.who, "action": action, "target": target,
                "other": other, "why": why, "change": json.dumps(change, ensure_ascii=False) if change else None,
                "about": json.dumps(about, ensure_ascii=False), "undoes": undoes,
            }  # fmt: skip
            self.store.database.insert(BY_NAME["judgements"], as_columns("judgements", [row]))
        return from_row(row)

    def undo(self, number: int, *, why: str | None = None) -> Judgement:
        """Undo an earlier judgement, which stays on record.

        Raises:
            WrongCall: There is no such judgement.
        """
        found = [judgement for judgement in load_judgements(self.store) if judgement.number == number]
        if not found:
            raise WrongCall(f"there is no judgement {number}; 'dragoman book judgements' lists them")
        return self.judge("undo", found[0].target, found[0].other, why=why, undoes=number)

    def about(self, statement: str) -> Iterator[dict[str, Any]]:
        """What finds a statement again in a later reading.

        Raises:
            WrongCall: The book holds no such statement.
        """
        sql = (
            'select d.address, s.kind, s.start, s."end", s.text from statements s join readings r on r.number = s.reading '
            "join documents d on d.number = r.document where s.id = ? order by s.number desc limit 1"
        )
        rows = self.store.database.rows(sql, [statement])
        if not rows:
            raise WrongCall(f"the book holds no statement {statement!r}; 'dragoman book show --format jsonl' gives their ids")
        yield dict(zip(("address", "kind", "start", "end", "text"), rows[0], strict=True)) | {"id": statement}


def check_shape(action: Action, target: str, other: str | None, change: Mapping[str, Any] | None) -> None:
    """Refuse a judgement that makes no sense.

    Raises:
        WrongCall: It does not.
    """
    if action in ON_PAIRS:
        if not other or other == target:
            raise WrongCall(f"to {action} takes two different ids")
        if ("/" in target) != ("/" in other):
            raise WrongCall("an entity and a statement cannot be judged together; name two entities or two statements")
    if action in {"accept", "reject", "correct"} and "/" in target:
        raise WrongCall(f"to {action} takes the id of a statement, and {target!r} is the key of an entity")
    if action == "correct":
        if not change:
            raise WrongCall("to correct takes the fields that are wrong, as in --set item=Anka")
        if fixed := sorted(FIELDS_NOT_CORRECTED & change.keys()):
            raise WrongCall(f"{fixed[0]!r} cannot be corrected, as it says where a statement stands; reject the statement")


@dataclass(frozen=True, slots=True)
class Decisions:
    """The judgements that hold, by the ids that statements have now."""

    accepted: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    corrections: Mapping[str, Mapping[str, Any]] | None = None
    merged: frozenset[frozenset[str]] = frozenset()
    apart: frozenset[frozenset[str]] = frozenset()

    def apply(self, row: dict[str, Any]) -> dict[str, Any]:
        """A statement with what people have corrected in it, and whether they accepted or rejected it."""
        change = (self.corrections or {}).get(row["id"])
        if change:
            row = {**row, **change, "corrected": sorted(change)}
        if row["id"] in self.accepted:
            row["judged"] = "accepted"
        elif row["id"] in self.rejected:
            row["judged"] = "rejected"
        return row


def load_decisions(store: Store) -> Decisions:
    """The judgements that hold, the last word on each statement counting."""
    last: dict[str, str] = {}
    corrections: dict[str, dict[str, Any]] = {}
    merged: dict[frozenset[str], bool] = {}
    for judgement in standing(load_judgements(store)):
        now = ids_now(store, judgement)
        target = now.get(judgement.target, judgement.target)
        if judgement.action in ON_PAIRS and judgement.other:
            merged[frozenset({target, now.get(judgement.other, judgement.other)})] = judgement.action == "merge"
        elif judgement.action == "correct":
            corrections.setdefault(target, {}).update(judgement.change or {})
        else:
            last[target] = judgement.action
    return Decisions(
        accepted=frozenset(id_ for id_, action in last.items() if action == "accept"),
        rejected=frozenset(id_ for id_, action in last.items() if action == "reject"),
        corrections=corrections,
        merged=frozenset(pair for pair, yes in merged.items() if yes),
        apart=frozenset(pair for pair, yes in merged.items() if not yes),
    )


def ids_now(store: Store, judgement: Judgement) -> dict[str, str]:
    """From the ids that a judgement names to those that the same words have in the current reading, where they differ.

    A statement is found again by its document's address, its kind and its words; of several the nearest to where it stood.
    """
    found: dict[str, str] = {}
    for about in judgement.about:
        sql = (
            "select s.id from statements s join readings r on r.number = s.reading join documents d on d.number = r.document "
            "where d.address = ? and s.kind = ? and (s.id = ? or s.text = ?) "
            "order by r.number desc, case when s.id = ? then 0 else 1 end, abs(s.start - ?) limit 1"
        )
        id_, words = about["id"], about["text"]
        rows = store.database.rows(sql, [about["address"], about["kind"], id_, words, id_, about["start"]])
        if rows:
            found[id_] = rows[0][0]
    return found
