"""`dragoman brief`: one HTML file to read and to pass on, and a summary in the terminal."""

import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from dragoman.cli.options import AllowPrivate, Inputs, Model, Output, Processes, Published, Quiet, Rules, parse_day
from dragoman.cli.output import STANDARD_OUTPUT, check_output, open_output
from dragoman.cli.reading import SOME_NOT_READ, Run

DEFAULT_OUTPUT = "briefing.html"


def brief(
    *inputs: Inputs,
    output: Output = DEFAULT_OUTPUT,
    title: Annotated[str | None, Parameter(name="--title", help="The title of the page.")] = None,
    published: Published = None,
    model: Model = None,
    processes: Processes = 1,
    rules: Rules = None,
    allow_private_addresses: AllowPrivate = False,
    quiet: Quiet = False,
) -> int:
    """Make a briefing of documents: one HTML file that needs no network, and a summary in the terminal.

    Without -o the file is briefing.html in this folder; its path is printed last.
    """
    check_output(output)
    run = Run(
        inputs=inputs,
        published=parse_day("--published", published),
        model=model,
        processes=processes,
        rules=rules,
        quiet=quiet,
        allow_private=allow_private_addresses,
    )
    readings = list(run.readings())
    if not readings:
        run.finish()
        return SOME_NOT_READ

    from rich.console import Console

    from dragoman.briefing.html_page import render_briefing
    from dragoman.briefing.terminal_summary import render_summary
    from dragoman.pipeline import check_readings

    findings = check_readings(readings)
    page = render_briefing(readings, findings, title=title)
    with open_output(output) as stream:
        stream.write(page)
    to_terminal = output == STANDARD_OUTPUT
    if not quiet:
        render_summary(readings, findings, Console(stderr=True) if to_terminal else Console(file=sys.stdout))
    if not to_terminal:
        print(Path(str(output)))
    return run.finish()
