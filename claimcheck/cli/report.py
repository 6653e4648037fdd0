"""`claimcheck report`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli import common, options

if TYPE_CHECKING:
    from claimcheck.check.decisions import Decision
    from claimcheck.records import Analysis


@click.command("report")
@options.paths_argument
@options.format_option("text", "json", "jsonl", "csv", "md", "html")
@click.option("--only", type=click.Choice(["disputes"]), help="Only disputed figures, and sums that do not add up.")
@click.option(
    "--source", metavar="NAME", help="Figures of a source whose name has these words; an outlet's own voice is none."
)
@click.option("--measure", metavar="NAME", help="Figures of a measure: killed, missing, displaced, ...")
@click.option("--event", metavar="NAME", help="Figures of an event, by its id or words of it.")
@click.option(
    "--width",
    type=click.IntRange(min=20),
    help="Columns to fold text to; default: those of the terminal; a pipe gets whole lines.",
)
@options.output_option
@options.decisions_option
@options.today_option
@options.rules_option
@common.guarded
def command(
    paths: tuple[Path, ...],
    format_: str,
    only: str | None,
    source: str | None,
    measure: str | None,
    event: str | None,
    width: int | None,
    output: Path | None,
    decisions: Path | None,
    today: datetime.datetime | None,
    rules_folder: Path | None,
) -> None:
    """Show who says how many, disputed figures first.

    PATHS are articles (.txt .md .html .pdf .docx .jsonl) or folders of them.
    """
    from claimcheck.report import render, select

    decided = common.load_decisions(decisions, paths)
    analysis, _ = common.analysed(paths, rules_folder)
    if not analysis.claims:
        common.fail("nothing to compare: no numeric claim in these articles", common.NOTHING)
    if decided:
        analysis = _as_decided(analysis, decided, today)
    wanted = select(analysis, only=only, source=source, measure=measure, event=event)
    if format_ != "text":
        common.write(render(wanted, format_), output)
    elif output is not None:
        common.write(render(wanted, width=width), output)
    else:
        columns = width or common.width()
        common.show(render(wanted, width=columns, color=common.color(), encoding=common.stdout_encoding()))


def _as_decided(analysis: Analysis, decided: Sequence[Decision], today: datetime.datetime | None) -> Analysis:
    from claimcheck.check.decisions import apply

    return apply(analysis, decided, today.date() if today else None)
