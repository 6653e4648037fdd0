"""What several commands are told, under one name each; and the settings file that stands in for what is not given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from claimcheck.cli import common
from claimcheck.errors import UsageError

F = TypeVar("F", bound=Callable[..., Any])

paths_argument = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATHS...")
# Of commands with a settings file, which may name the articles.
paths_or_settings_argument = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="PATHS...")
output_option = click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write there, not to stdout."
)
rules_option = click.option(
    "--rules",
    "rules_folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A folder of rules to add to the shipped ones; a rule with a known id replaces that rule.",
)
baseline_option = click.option(
    "--baseline", type=click.Path(path_type=Path), metavar="FILE", help="The findings that are known already."
)
decisions_option = click.option(
    "--decisions",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What people decided; default: claimcheck-decisions.toml beside the articles.",
)
today_option = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day against which end dates of decisions are held; the clock is never asked.",
)
cache_option = click.option("--cache/--no-cache", default=True, help="Keep what each article gives for the next run.")


def format_option(*formats: str) -> Callable[[F], F]:
    """`--format`, of which the first is what is written where none is given."""
    kind = click.Choice(formats)
    return click.option("--format", "format_", type=kind, default=formats[0], show_default=True, help="What to write.")


def _configured(ctx: click.Context, _: click.Parameter, given: Path | None) -> Path | None:
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
    callback=_configured,
    help="Settings; default: claimcheck.toml or [claimcheck] of setup.cfg in the current folder.",
)
