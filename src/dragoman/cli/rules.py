"""`dragoman rules`: frames of a user's own, tried on the examples beside them."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from dragoman.cli.options import Model
from dragoman.cli.reading import DONE
from dragoman.model.errors import WrongCall

if TYPE_CHECKING:
    from dragoman.statements.rule_examples import Tried

SOME_FAIL = 1

rules = App(name="rules", help="Work with frames of your own. See docs/how-to/use-your-own-rules.md.", help_format="plaintext")


@rules.command(name="test", usage="Usage: dragoman rules test [OPTIONS] DIR...")
def try_rules(
    *folders: Annotated[str, Parameter(name="DIR", help="Folders with frames of your own: events/*.toml and so on.")],
    model: Model = None,
) -> int:
    """Try the frames in some folders on the examples beside them, and say which fail.

    What stands under 'fires' has to be read as marked, what stands under 'leaves_alone' must not.
    Known 'misses' and 'false_alarms' have to be as wrong as they say. Exit status 1 where one fails.
    """
    if not folders:
        raise WrongCall("no folder of rules; name one, as in dragoman rules test my-rules")
    tried = try_folders(folders, model)
    failed = [example for example in tried if example.fault is not None]
    for example in failed:
        print(f"{example.pattern.file}, {example.pattern.id!r}, {example.list} {example.number}: {example.fault}")
        print(f"  {example.example}")
    patterns = len({(example.pattern.kind, example.pattern.id) for example in tried})
    counts = Counter("fail" if example.fault else "pass" for example in tried)
    print(f"{patterns} {'frame' if patterns == 1 else 'frames'}, {counts['pass']} examples pass, {counts['fail']} fail")
    return SOME_FAIL if failed else DONE


def try_folders(folders: Sequence[str], model: str | None) -> "list[Tried]":
    """All examples of the frames in some folders, tried with the frames of the package beside them."""
    from dragoman.model.document import Document
    from dragoman.model.reading import Reading
    from dragoman.pipeline import load_reader, load_rules, read_document
    from dragoman.statements.frames import users_patterns
    from dragoman.statements.rule_examples import READ_AS_OF, try_examples

    own = load_rules(folders)
    nlp = load_reader() if model is None else load_reader(model)
    published = dt.date.fromisoformat(READ_AS_OF)

    def read(text: str) -> Reading:
        return read_document(Document(id="example", text=text, published=published), nlp, own)

    return [tried for pattern in users_patterns(own) for tried in try_examples(pattern, read)]
