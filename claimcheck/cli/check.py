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

from claimcheck.cli import common
from claimcheck.errors import ArticleError, NoArticles, UsageError
from claimcheck.safe import encodable

if TYPE_CHECKING:
    from claimcheck.check import Outcome
    from claimcheck.check.decisions import Decision
    from claimcheck.check.outcome import FailOn
    from claimcheck.records import Analysis

NEW = 1
FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit")
FAIL_ON = ("contradict", "diverge", "sum", "any")
_FAILING = "What makes exit 1, once or more often; diverge includes contradict; default: any."


@dataclass(frozen=True, kw_only=True)
class Options:
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


def configured(ctx: click.Context, _: click.Parameter, given: Path | None) -> Path | None:
    """Let the settings file stand in for options that are not given."""
    from claimcheck.check import config

    try:
        file = given or config.find(Path.cwd())
        settings = config.load(file) if file else config.Config()
    except UsageError as error:
        common.fail(str(error))
    named = {"rules_folder": settings.rules, "format_": settings.format}
    own = {name: getattr(settings, name) for name in settings.__struct_fields__ if name not in ("rules", "format")}
    ctx.default_map = {name: value for name, value in {**own, **named}.items() if value not in (None, ())}
    return file


config_option = click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    is_eager=True,
    callback=configured,
    help="Settings; default: claimcheck.toml or [claimcheck] of setup.cfg in the current folder.",
)
paths_argument = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="PATHS...")
decisions_option = click.option(
    "--decisions",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What people decided; default: claimcheck-decisions.toml beside the articles.",
)
baseline_option = click.option(
    "--baseline", type=click.Path(path_type=Path), metavar="FILE", help="The findings that are known already."
)
today_option = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day against which end dates of decisions are held; the clock is never asked.",
)
cache_option = click.option("--cache/--no-cache", default=True, help="Keep what each article gives for the next run.")


@click.command("check")
@paths_argument
@baseline_option
@click.option("--update-baseline", is_flag=True, help="Write what is found into the baseline, without what is gone.")
@click.option("--no-prune", is_flag=True, help="With --update-baseline: keep what is found no more.")
@click.option("--fail-on", multiple=True, type=click.Choice(FAIL_ON), default=("any",), help=_FAILING)
@click.option("--max-new", type=click.IntRange(min=0), default=0, metavar="N", help="Exit 1 only above N.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 also when something is new.")
@decisions_option
@today_option
@click.option("--since", metavar="REV", help="Only what touches articles changed since a git revision.")
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="What to write."
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write there, not to stdout.")
@common.rules_option
@cache_option
@config_option
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
        sys.exit(_run(Options(**given)))


def _run(options: Options) -> int:
    from claimcheck.check import baseline as known
    from claimcheck.check import check
    from claimcheck.check.outcome import renewed
    from claimcheck.check.since import touched

    baseline, since = options.baseline, options.since
    if options.update_baseline and (baseline is None or since):
        raise UsageError("--update-baseline needs --baseline FILE, and all articles: no --since")
    entries = known.load(baseline) if baseline and (baseline.exists() or not options.update_baseline) else ()
    decided = load_decisions(options.decisions, options.paths)
    analysis, failed = analysed(options.paths, options.rules_folder, options.cache)
    only = touched((reading.article for reading in analysis.readings), since) if since else None
    outcome = check(analysis, entries, decided, today=options.day, fail_on=options.fail_on, touched=only)
    write(outcome, options.format_, options.output)
    if not outcome.claims:
        common.tell("nothing to compare: no numeric claim in these articles")
    elif options.update_baseline and baseline:
        entries = renewed(outcome, entries, prune=not options.no_prune)
        known.save(baseline, entries)
        outcome = check(analysis, entries, decided, today=options.day, fail_on=options.fail_on)
    return _exit_code(outcome, options, failed=failed)


def _exit_code(outcome: Outcome, options: Options, *, failed: bool) -> int:
    """What is new goes before what could not be read."""
    code = outcome.exit_code(options.max_new)
    code = 0 if options.exit_zero and code == NEW else code
    return common.BAD if failed and code != NEW else code


def write(outcome: Outcome, format_: str, output: Path | None) -> None:
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


def load_decisions(file: Path | None, paths: Sequence[Path]) -> tuple[Decision, ...]:
    """The decisions of a given file, or of those beside the articles."""
    from claimcheck.check import decisions

    return decisions.load([file] if file else decisions.beside(map(str, paths)))


def analysed(paths: Sequence[Path], rules_folder: Path | None, cached: bool) -> tuple[Analysis, bool]:
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
