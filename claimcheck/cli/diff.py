"""`claimcheck diff`."""

from __future__ import annotations

from pathlib import Path

import click

from claimcheck.cli import common
from claimcheck.safe import encodable


@click.command("diff")
@click.argument("old", type=click.Path(path_type=Path), metavar="OLD.json")
@click.argument("new", type=click.Path(path_type=Path), metavar="NEW.json")
@common.guarded
def command(old: Path, new: Path) -> None:
    """Tell which findings came, changed and went between two runs.

    Both are files of `report` or `check` with --format json.
    """
    from claimcheck.check.diff import diff

    common.show(encodable(diff(old, new), common.stdout_encoding()))
