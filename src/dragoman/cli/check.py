"""`dragoman check`: what the checks find in documents."""

from typing import Annotated

from cyclopts import Parameter

from dragoman.cli.options import (
    AllowPrivate,
    Format,
    Inputs,
    Model,
    Output,
    Processes,
    Published,
    Quiet,
    Rules,
    VerdictName,
    parse_day,
)
from dragoman.cli.output import check_output, open_output
from dragoman.cli.reading import Run
from dragoman.model.closed_lists import Verdict
from dragoman.model.finding import Finding

FAILED_ON = 3
RANKS: dict[Verdict, int] = {"agrees": 0, "cannot tell": 1, "disagrees": 2}
VERDICTS: dict[VerdictName, Verdict] = {"agrees": "agrees", "cannot-tell": "cannot tell", "disagrees": "disagrees"}


def check(
    *inputs: Inputs,
    format: Format = "table",  # noqa: A002  the option's name
    output: Output = None,
    min_verdict: Annotated[
        VerdictName, Parameter(name="--min-verdict", help="Leave out findings below it: agrees < cannot-tell < disagrees.")
    ] = "agrees",
    fail_on: Annotated[
        VerdictName | None, Parameter(name="--fail-on", help="Exit with status 3 where a finding has this verdict.")
    ] = None,
    published: Published = None,
    model: Model = None,
    processes: Processes = 1,
    rules: Rules = None,
    allow_private_addresses: AllowPrivate = False,
    quiet: Quiet = False,
) -> int:
    """Compare what documents state with themselves and with the world, and write what is found."""
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
    with open_output(output) as stream:
        findings = find(run)
        shown = [finding for finding in findings if RANKS[finding.verdict] >= RANKS[VERDICTS[min_verdict]]]
        if format == "table":
            from rich.console import Console

            from dragoman.exports.terminal_table import print_findings

            print_findings(shown, Console(file=stream))
        else:
            from dragoman.exports.csv_table import FINDING_COLUMNS, write_csv
            from dragoman.exports.jsonl import write_json_lines
            from dragoman.model.serialise import finding_to_dict

            rows = (finding_to_dict(finding) for finding in shown)
            if format == "csv":
                write_csv(rows, stream, FINDING_COLUMNS)
            else:
                write_json_lines(rows, stream)
    status = run.finish()
    failed = fail_on is not None and any(finding.verdict == VERDICTS[fail_on] for finding in findings)
    return FAILED_ON if failed else status


def find(run: Run) -> list[Finding]:
    """The findings of a run."""
    readings = list(run.readings())
    if not readings:
        return []
    from dragoman.pipeline import check_readings

    return check_readings(readings)
