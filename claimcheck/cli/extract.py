"""`claimcheck extract`."""

from __future__ import annotations

from pathlib import Path

import click

from claimcheck.cli import common, options


@click.command("extract")
@options.paths_argument
@options.format_option("text", "json", "jsonl", "csv")
@options.output_option
@options.rules_option
@common.guarded
def command(paths: tuple[Path, ...], format_: str, output: Path | None, rules_folder: Path | None) -> None:
    """List the claims of articles, without comparing them."""
    from claimcheck.pipeline import read_all
    from claimcheck.report import render_claims

    rules = common.load_rules(rules_folder)
    articles = common.read_articles(paths)
    with common.Progress(len(articles)) as progress:
        readings = read_all(articles, rules, progress=progress.step)
    common.warn(readings)
    if not any(reading.claims for reading in readings):
        common.fail("no numeric claim in these articles", common.NOTHING)
    if format_ != "text" or output is not None:
        common.write(render_claims(readings, format_), output)
    else:
        common.show(render_claims(readings, format_, encoding=common.stdout_encoding()))
