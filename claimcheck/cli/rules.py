"""`claimcheck rules check|list|show`."""

from __future__ import annotations

from pathlib import Path

import click

from claimcheck.cli import common, options
from claimcheck.errors import RulesError


@click.group("rules")
def command() -> None:
    """Check, list or show the rules."""


@command.command("check", short_help="Run the examples of all rules, and tell every mistake.")
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[DIR]")
@common.guarded
def check(folder: Path | None) -> None:
    """Load the shipped rules, and those of DIR, run every example, and tell every mistake with its file and line.

    Keys, values, patterns and ids are checked first. Then each example under yes, no and todo is run with all rules
    loaded, those of the shipped rules too: a rule of one's own may take their words from them.
    """
    from claimcheck.examples import broken

    rules = common.load_rules(folder)
    mistakes = tuple(broken(rules))
    if mistakes:
        raise RulesError(mistakes)
    common.show(f"{len(rules.by_id())} rules in {len(rules.names())} packs: no mistakes, and every example is kept\n")


@command.command("list", short_help="List the rules, or those of one PACK.")
@click.argument("pack", required=False)
@options.rules_option
@common.guarded
def list_(pack: str | None, rules_folder: Path | None) -> None:
    """List the rules, or those of one PACK: id, pack, name and what each says."""
    from claimcheck.report.rulebook import listed

    common.show(listed(common.load_rules(rules_folder), pack, encoding=common.stdout_encoding()))


@command.command("show")
@click.argument("rule_id", metavar="ID")
@options.rules_option
@common.guarded
def show(rule_id: str, rules_folder: Path | None) -> None:
    """Show one rule whole, with its examples."""
    from claimcheck.report.rulebook import shown

    common.show(shown(common.load_rules(rules_folder), rule_id, encoding=common.stdout_encoding()))
