"""`claimcheck check`."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimcheck.cli import common, options
from claimcheck.errors import ArticleError, NoArticles, UsageError
from claimcheck.safe import encodable

if TYPE_CHECKING:
    from claimcheck.check import Outcome
    from claimcheck.check.outcome import FailOn
    from claimcheck.records import Analysis

NEW = 1
FAIL_ON = ("contradict", "diverge", "sum", "any")
_FAILING = "What makes exit 1, once or more often; diverge includes contradict; default: any."


@dataclass(frozen=True, kw_only=True)
class Told:
    """What `check` is told, under the names of its parameters."""

    paths: tuple[Path, ...]
    baseline: Path | None
    update_baseline: bool
    no_prune: bool
    fail_on: tuple[FailOn, ...]
    max_new: int
    exit_zero: bool
    decisions: Path | None
    today: datetime.datetime | None
    since: str | None
    format_: str
    output: Path | None
    rules_folder: Path | None
    cache: bool

    @property
    def day(self) -> datetime.date | None:
        """The day against which end dates are held."""
        return self.today.date() if self.today else None


@click.command("check")
@options.paths_or_settings_argument
@options.baseline_option
@click.option("--update-baseline", is_flag=True, help="Write what is found into the baseline, without what is gone.")
@click.option("--no-prune", is_flag=True, help="With --update-baseline: keep what is found no more.")
@click.option("--fail-on", multiple=True, type=click.Choice(FAIL_ON), default=("any",), help=_FAILING)
@click.option("--max-new", type=click.IntRange(min=0), default=0, metavar="N", help="Exit 1 only above N.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 also when something is new.")
@options.decisions_option
@options.today_option
@click.option("--since", metavar="REV", help="Only what touches articles changed since a git revision.")
@options.format_option("text", "json", "sarif", "github", "gitlab", "junit")
@options.output_option
@options.rules_option
@options.cache_option
@options.config_option
@click.option("--print-config", is_flag=True, help="Print the settings in force as a claimcheck.toml, and end.")
@common.guarded
def command(print_config: bool, config_file: Path | None, **given: Any) -> None:
    """Tell which disputes are new: for a job that passes, with one line that counts, until a change brings one.

    PATHS are articles or folders of them. Exit: 0 nothing new, 1 something new, 2 bad usage, rules or articles, 3
    nothing to compare.
    """
    del config_file
    if print_config:
        common.write(_printed(given))
    else:
        sys.exit(_run(Told(**given)))


def _run(told: Told) -> int:
    from claimcheck.check import baseline as known
    from claimcheck.check import check
    from claimcheck.check.outcome import renewed
    from claimcheck.check.since import touched

    baseline, since = told.baseline, told.since
    if told.update_baseline and (baseline is None or since):
        raise UsageError("--update-baseline needs --baseline FILE, and all articles: no --since")
    entries = known.load(baseline) if baseline and (baseline.exists() or not told.update_baseline) else ()
    decided = common.load_decisions(told.decisions, told.paths)
    analysis, failed = analysed_with_cache(told.paths, told.rules_folder, told.cache)
    only = touched((reading.article for reading in analysis.readings), since) if since else None
    outcome = check(analysis, entries, decided, today=told.day, fail_on=told.fail_on, touched=only)
    _write(outcome, told.format_, told.output)
    if not outcome.claims:
        common.tell("nothing to compare: no numeric claim in these articles")
    elif told.update_baseline and baseline:
        entries = renewed(outcome, entries, prune=not told.no_prune)
        known.save(baseline, entries)
        outcome = check(analysis, entries, decided, today=told.day, fail_on=told.fail_on)
    return _exit_code(outcome, told, failed=failed)


def _exit_code(outcome: Outcome, told: Told, *, failed: bool) -> int:
    """What is new goes before what could not be read."""
    code = outcome.exit_code(told.max_new)
    code = 0 if told.exit_zero and code == NEW else code
    return common.BAD if failed and code != NEW else code


def _write(outcome: Outcome, format_: str, output: Path | None) -> None:
    """The outcome in its format, and for GitHub the summary of the step."""
    from claimcheck.check.formats import FORMATS, github

    text = FORMATS[format_](outcome)
    if format_ == "text" and output is None:
        common.show(encodable(text, common.stdout_encoding()))
    else:
        common.write(text, output)
    if format_ == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        try:
            with open(summary, "a", encoding="utf-8") as file:
                file.write(github.summary(outcome))
        except OSError as error:
            common.tell(f"{summary}: the summary of the step cannot be written ({error.strerror})")


def analysed_with_cache(paths: Sequence[Path], rules_folder: Path | None, cached: bool) -> tuple[Analysis, bool]:
    """The analysis of what can be read, and whether something cannot. A folder without articles is none that cannot."""
    from claimcheck.check import cache
    from claimcheck.stages.read import read

    if not paths:
        raise UsageError("which articles? Name files or folders, or set `paths` in claimcheck.toml")
    rules = common.load_rules(rules_folder)
    failed: list[ArticleError] = []
    articles = read(paths, failed=failed.append)
    for error in failed:
        common.tell(str(error))
    with common.Progress(len(articles)) as progress:
        analysis = cache.analyse(articles, rules, cache.default() if cached else None, progress=progress.step)
    common.warn(analysis.readings)
    return analysis, any(not isinstance(error, NoArticles) for error in failed)


def _printed(given: dict[str, Any]) -> str:
    from claimcheck.check import config

    values = {"rules": given["rules_folder"], "format": given["format_"], **given}
    known = {name: values[name] for name in config.Config.__struct_fields__}
    return config.dump(config.Config(**{name: _plain(value) for name, value in known.items()}))


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return str(value) if isinstance(value, Path) else value
