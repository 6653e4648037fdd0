"""The command line: the only part that prints, exits and knows click. One file a command, imported when called."""

from __future__ import annotations

import difflib
import importlib

import click

# Name, module, and the line that `claimcheck --help` shows without importing anything.
COMMANDS: dict[str, tuple[str, str]] = {
    "report": ("claimcheck.cli.report", "Show who says how many, disputed figures first."),
    "extract": ("claimcheck.cli.extract", "List the claims of articles, without comparing them."),
    "explain": ("claimcheck.cli.explain", "Tell how a number, or a pair of claims, was read."),
    "graph": ("claimcheck.cli.graph", "Write the claim graph as GraphML, DOT or JSON."),
    "check": ("claimcheck.cli.check", "Tell which disputes are new."),
    "review": ("claimcheck.cli.review", "Go through the open disputes."),
    "diff": ("claimcheck.cli.diff", "Tell which findings came, changed and went between two runs."),
    "rules": ("claimcheck.cli.rules", "Check, list or show the rules."),
}


class Lazy(click.Group):
    """A group whose commands are imported only when they are called or asked for help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of COMMANDS."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name][0]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is called; for a word that is none, the one that may be meant is told."""
        if args[0] not in COMMANDS and (near := difflib.get_close_matches(args[0], COMMANDS, n=1)):
            ctx.fail(f"No such command {args[0]!r}. Did you mean {near[0]!r}?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands and their lines, with nothing imported."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="claimcheck-desk", prog_name="claimcheck")
def main() -> None:
    """Show where news articles disagree on a number, and who says which.

    Exit: 0 fine, 1 `check` found something new, 2 bad usage, rules or articles, 3 nothing to compare.
    """
