"""The command line: the only module that prints, exits and knows click."""

from __future__ import annotations

import click


@click.group()
def main() -> None:
    """Show where sources disagree on a number."""
