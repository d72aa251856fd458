"""What templates receive is declared: each field carries a sentence, and each is used."""

import re
from dataclasses import fields, is_dataclass
from importlib.resources import files
from typing import Annotated, get_args, get_origin, get_type_hints

import pytest
from jinja2 import meta

from dragoman.briefing import contexts, page_contexts
from dragoman.briefing.html_page import environment

TEMPLATES = sorted(f.name for f in (files("dragoman.briefing") / "templates").iterdir() if f.name.endswith(".j2"))
# Each template's context: the one name it may use, which its includer binds.
CONTEXT_OF = {
    "page.html.j2": {"page"}, "filter.html.j2": {"page"}, "front.html.j2": {"page"}, "texts.html.j2": {"page"},
    "findings.html.j2": {"findings"}, "parties.html.j2": {"parties", "page"}, "sources.html.j2": {"sources", "page"},
    "macros.html.j2": set(),
    "section.html.j2": {"section", "page"},
}  # fmt: skip
# front.html.j2 and texts.html.j2 get their macros from page.html.j2 where they do not import them.
MACROS = {"heading", "links"}
DECLARED = sorted(
    {c for module in (contexts, page_contexts) for c in vars(module).values() if is_dataclass(c) and isinstance(c, type)},
    key=lambda c: c.__name__,
)


def source_of(name: str) -> str:
    """The text of a template."""
    return (files("dragoman.briefing") / "templates" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("context", DECLARED, ids=lambda c: c.__name__)
def test_every_field_carries_a_sentence(context: type) -> None:
    """A sentence begins with a capital or a quotation mark and ends with a stop."""
    hints = get_type_hints(context, include_extras=True)
    for field in fields(context):
        assert get_origin(hints[field.name]) is Annotated, field.name
        sentence = get_args(hints[field.name])[1]
        assert re.match(r"^['A-Z].*\.$|^.* empty for none\.$", sentence), sentence


@pytest.mark.parametrize("context", DECLARED, ids=lambda c: c.__name__)
def test_every_field_is_used_by_a_template(context: type) -> None:
    """A field that no template uses is dead."""
    used = set(re.findall(r"\.(\w+)", "".join(map(source_of, TEMPLATES))))
    assert {f.name for f in fields(context)} - used == set()


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_uses_its_own_context_alone(name: str) -> None:
    """No name comes from nowhere."""
    free = meta.find_undeclared_variables(environment().parse(source_of(name)))
    assert free - MACROS <= CONTEXT_OF[name]
