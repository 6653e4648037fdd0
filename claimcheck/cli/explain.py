"""`claimcheck explain`."""

from __future__ import annotations

from pathlib import Path

import click

from claimcheck.cli import common


@click.command("explain")
@click.argument("what", nargs=-1, required=True, metavar="FILE:LINE | CLAIM [CLAIM]")
@click.option(
    "--in",
    "paths",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Articles to compare with; default: the folder of FILE; for a CLAIM the folder seeds here, else this folder.",
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@common.rules_option
@common.guarded
def command(what: tuple[str, ...], paths: tuple[Path, ...], format_: str, rules_folder: Path | None) -> None:
    """Tell how a number, or a pair of claims, was read.

    FILE:LINE tells of each number on that line: a claim by which rules, or refused by which and why; the figure that it
    belongs to, what it was compared with, and why not with the rest. CLAIM is an id that `report` shows in brackets.
    """
    from claimcheck.explain import explain, place_of
    from claimcheck.report.derivation import render_steps

    place = place_of(what[0])
    # Whoever asks about one file or claim need not hear of the others that lie beside it.
    about = None if paths else str(place[0]) if place else ""
    analysis, rules = common.analysed(paths or (_around(what[0]),), rules_folder, about=about)
    steps = explain(analysis, what, rules)
    if format_ == "json":
        common.write(render_steps(steps, format_))
    else:
        encoding = common.stdout_encoding()
        common.show(render_steps(steps, width=common.width(), color=common.color(), encoding=encoding))


def _around(what: str) -> Path:
    """Where to read articles when nobody says it: beside the file that is asked about."""
    from claimcheck.explain import place_of

    place = place_of(what)
    if place and not place[0].is_file():
        common.fail(f"{place[0]}: no such file")
    if place:
        return place[0].parent
    return Path("seeds") if Path("seeds").is_dir() else Path()
