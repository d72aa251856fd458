"""Count how often each rule of ours is used on texts that it was not written for, and list those that never are.

    python benchmarks/rule_hits.py [--evaluation ../shared/evaluation] [--check]

Writes docs/reference/rule-hits.tsv: a rule, its hits in the documents of the evaluation (polnear and muc4, where they are
there), its hits in texts of ours (examples/ and benchmarks/texts/*/dev), and why it is kept where it has none. Counts only.
Writes docs/reference/rule-hits.md with the sums of each family.
The reasons stand in benchmarks/rule_hits_kept.toml. With --check nothing is written; a rule without hits and without a reason
makes the exit status 1.

What is counted, by family: statements by the frame or rule that read them; findings by check and verdict; claims by kind; and
beneath them time patterns that gave a meaning, furniture patterns, classes of cues of factuality that were looked up,
attributions, and nouns and modifiers of actors. Word lists (units, names, numbers) are no rules and not counted.
"""

import argparse
import csv
import dataclasses
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, get_args

from dragoman.checks.registry import check_all, registered_checks
from dragoman.documents import furniture, furniture_rules
from dragoman.documents.loading import load_documents
from dragoman.language import actor_lexicon, factuality, factuality_lexicon, time_patterns, times
from dragoman.language.attribution_lexicon import NOUN_FILE, VERB_FILE
from dragoman.language.reader import annotate
from dragoman.model.closed_lists import Verdict
from dragoman.model.document import Document
from dragoman.pipeline import complete_document, load_reader
from dragoman.reference.rule_files import load_rule_file
from dragoman.statements.frames import FIELDS, load_lexicon
from dragoman.statements.promises import load_promises
from dragoman.statements.reader import read_annotated

PROJECT = Path(__file__).resolve().parent.parent
TABLE = PROJECT / "docs" / "reference" / "rule-hits.tsv"
KEPT = Path(__file__).with_name("rule_hits_kept.toml")
EVALUATION = PROJECT.parent / "shared" / "evaluation"
LANGUAGE_RULES = "dragoman.language.rules"
SETS = ("polnear", "muc4")
PAGE = TABLE.with_suffix(".md")
HEAD = """# Which rules are used

Made by `benchmarks/rule_hits.py`, which counts how often each rule fires in texts that it was not written for: documents of two
evaluation sets (political news of 2016, agency reports on Central America of the 1980s) and texts of ours (`examples/`, the
open parts of `benchmarks/texts/`). [The table](rule-hits.tsv) has a line for each rule.

A rule without a hit in either is looked at: it is widened, dropped, or kept with a reason in `benchmarks/rule_hits_kept.toml`.
'In its own example only' means that nothing but the example beside the rule shows that it works on a text:
most are predicates of wars and sanctions that these two sets of documents do not tell of.

"""
HEADER = ("rule", "hits_in_evaluation_documents", "hits_in_our_texts", "kept_because")
# Rules that are code: the names that they give themselves in `read_by`, `cue_class` and `Claim.kind`.
IN_CODE = (
    "facility:named", "figure:amount", "figure:count", "figure:percentage", "figure:rank", "membership:noun", "tenure:title",
    "tenure:term-in-brackets", "attribution:according-to", "attribution:hearsay", "attribution:passive",
    "claim:border", "claim:count", "claim:direction", "claim:distance", "claim:fellow member", "claim:growth",
    "claim:interval", "claim:sum",
)  # fmt: skip

Hits = Counter[str]


def all_rules() -> list[str]:
    """Every rule that can have a hit, by family, in the order of the files."""
    rules = [f"{kind}:{pattern.id}" for kind in FIELDS for pattern in load_lexicon(kind).patterns]
    outcomes = [outcome for table in ("promised", "refused") for outcome in load_promises()[table].values()]
    rules += [f"event:will-{outcome['event_type'].lower()}" for outcome in outcomes]
    rules += IN_CODE
    rules += [f"check:{name}:{verdict}" for name in registered_checks() for verdict in get_args(Verdict)]
    rules += [f"time:{p.id}" for patterns in time_patterns.load_time_grammar().levels.values() for p in patterns]
    rules += [f"furniture:{rule.id}" for rule in furniture_rules.load_furniture_rules()]
    rules += [
        f"factuality:{row['id']}" for file in factuality_lexicon.CUE_FILES for row in load_rule_file(LANGUAGE_RULES, file)["cue"]
    ]
    rules += [
        f"attribution:{row['id']}" for file in (VERB_FILE, NOUN_FILE) for row in load_rule_file(LANGUAGE_RULES, file)["cue"]
    ]
    rules += [f"actor noun:{row['id']}" for row in load_rule_file(LANGUAGE_RULES, actor_lexicon.ROLES_FILE)["role"]]
    rules += [f"actor modifier:{row['id']}" for row in load_rule_file(LANGUAGE_RULES, actor_lexicon.MODIFIERS_FILE)["modifier"]]
    return list(dict.fromkeys(rules))


class CountedCues(dict[tuple[str, str, str], factuality_lexicon.Cue]):
    """The cues of factuality, which count the classes that are looked up."""

    def __init__(self, cues: dict[tuple[str, str, str], factuality_lexicon.Cue], hits: Hits) -> None:
        """Keep where to count."""
        super().__init__(cues)
        self.hits = hits

    def get(self, key: Any, default: Any = None) -> Any:
        """The cue of a key, counted."""
        cue = super().get(key, default)
        if cue is not None:
            self.hits[f"factuality:{cue.id}"] += 1
        return cue


def listen(hits: Hits) -> None:
    """Count the rules that leave no trace in a reading, where the program calls them."""
    lexicon = factuality_lexicon.load_lexicon()
    counted = dataclasses.replace(lexicon, cues=CountedCues(dict(lexicon.cues), hits))
    factuality.load_lexicon = lambda: counted  # type: ignore[attr-defined]

    def counting(builder: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def build(found: Any) -> Any:
            meaning = builder(found)
            if meaning is not None:
                hits[f"time:{found.pattern.id}"] += 1
            return meaning

        return build

    times.BUILDERS = {name: counting(builder) for name, builder in times.BUILDERS.items()}  # type: ignore[misc]
    make_furniture = furniture.furniture_from

    def counted_furniture(rule: Any, *rest: Any) -> Any:
        hits[f"furniture:{rule.id}"] += 1
        return make_furniture(rule, *rest)

    furniture.furniture_from = counted_furniture


def actor_rules(because: str, modifiers: Mapping[str, str]) -> Iterator[str]:
    """The entries of the lexicon of actors that an explanation names: "'rebel' before 'leader'" has a modifier and a noun."""
    for noun in re.findall(r"noun '([^']+)'| before '([^']+)'", because):
        role = actor_lexicon.role_of("".join(noun))
        if role is not None:
            yield f"actor noun:{role.id}"
    for word in re.findall(r"'([^']+)' before '", because):
        yield from sorted({modifiers[form] for form in actor_lexicon.singulars(word) if form in modifiers})


def count_hits(documents: Iterable[Document], hits: Hits) -> None:
    """Read documents and count."""
    nlp = load_reader()
    hits.clear()  # the reader has read a text of its own to warm up
    entries = load_rule_file(LANGUAGE_RULES, actor_lexicon.MODIFIERS_FILE)["modifier"]
    modifiers = {word: f"actor modifier:{entry['id']}" for entry in entries for word in entry["words"]}
    for document in documents:
        doc = annotate(complete_document(document), nlp)
        reading = read_annotated(doc)
        hits.update(s.read_by for s in reading.statements if s.kind != "quotation")
        hits.update(f"attribution:{span.cue_class}" for span in doc._.attributions)
        hits.update(f"claim:{claim.kind}" for claim in reading.claims)
        hits.update(f"check:{finding.check}:{finding.verdict}" for finding in check_all([reading]))
        hits.update(rule for mention in reading.mentions for rule in actor_rules(mention.because, modifiers))


def texts_of_evaluation(folder: Path) -> Iterator[Document]:
    """The documents of the sets that are there."""
    for name in SETS:
        yield from rows_of(folder / name / "docs.jsonl")


def texts_of_ours() -> Iterator[Document]:
    """The examples, and the open parts of the sets that measure."""
    yield from (d for d in load_documents([str(PROJECT / "examples")]) if isinstance(d, Document))
    for path in sorted((PROJECT / "benchmarks" / "texts").glob("*/dev/docs.jsonl")):
        yield from rows_of(path)


def rows_of(path: Path) -> Iterator[Document]:
    """The documents of a JSON Lines file; none where there is no such file."""
    if path.is_file():
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield Document(id=row["id"], text=row["text"])


def reasons(rules: Iterable[str]) -> dict[str, str]:
    """Why rules without hits are kept, by the first pattern of rule_hits_kept.toml that fits them."""
    kept = tomllib.loads(KEPT.read_text(encoding="utf-8"))["kept"]
    found = {}
    for rule in rules:
        reason = next((entry["because"] for entry in kept if any(fnmatchcase(rule, name) for name in entry["rules"])), None)
        if reason is not None:
            found[rule] = reason
    return found


def listed_names() -> list[str]:
    """The rules that rule_hits_kept.toml names."""
    return [name for entry in tomllib.loads(KEPT.read_text(encoding="utf-8"))["kept"] for name in entry["rules"]]


def render_page(rows: Sequence[tuple[str, int, int, str]]) -> str:
    """The page of the docs: for each family how many rules have hits, and where."""
    lines = [
        "| family | rules | hit in evaluation documents | hit in our texts | in neither, kept | in neither, undecided |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for family in sorted({rule.split(":")[0] for rule, *_ in rows}):
        own = [row for row in rows if row[0].split(":")[0] == family]
        silent = [row for row in own if not row[1] and not row[2]]
        kept = sum(bool(row[3]) for row in silent)
        counts = (len(own), sum(bool(r[1]) for r in own), sum(bool(r[2]) for r in own), kept, len(silent) - kept)
        lines.append(f"| {family} | {' | '.join(map(str, counts))} |")
    return HEAD + "\n".join(lines) + "\n"


def main() -> int:
    """Count, write the table, and list what is never used."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--evaluation", type=Path, default=EVALUATION)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    hits: Hits = Counter()
    listen(hits)
    count_hits(texts_of_evaluation(options.evaluation), hits)
    elsewhere = hits.copy()
    count_hits(texts_of_ours(), hits)
    rules = all_rules()
    unlisted = sorted((set(elsewhere) | set(hits)) - set(rules))
    rules += [rule for rule in unlisted if rule not in rules]
    silent = [rule for rule in rules if not elsewhere[rule] and not hits[rule]]
    kept = reasons(silent)
    rows = [(rule, elsewhere[rule], hits[rule], kept.get(rule, "")) for rule in sorted(rules)]
    if not options.check:
        PAGE.write_text(render_page(rows), encoding="utf-8")
        with TABLE.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
            writer.writerow(HEADER)
            writer.writerows(rows)
    stale = sorted(set(listed_names()) - set(rules))
    undecided = [rule for rule in silent if rule not in kept]
    print(f"{len(rules)} rules; hits in evaluation documents: {sum(bool(elsewhere[r]) for r in rules)}; ", end="")
    print(f"in our texts: {sum(bool(hits[r]) for r in rules)}; in neither: {len(silent)}, of these kept {len(kept)}")
    for rule in undecided:
        print(f"  no hit, no reason: {rule}")
    for name in stale:
        print(f"  listed in {KEPT.name}, but no rule: {name}")
    return 1 if options.check and undecided else 0


if __name__ == "__main__":
    sys.exit(main())
