"""`claimcheck explain`."""

from __future__ import annotations

from pathlib import Path

import click

from claimcheck.cli import common, options

_MANY, _LONG = 200, 2_000_000  # files and bytes beside a file that are read unasked


@click.command("explain")
@click.argument("what", nargs=-1, required=True, metavar="FILE:LINE | CLAIM [CLAIM]")
@click.option(
    "--in",
    "paths",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Articles to compare with; default: what is beside FILE; for a CLAIM the folder seeds here, else this folder.",
)
@options.format_option("text", "json")
@options.rules_option
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
    analysis, rules = common.analysed(paths or _around(what[0]), rules_folder, about=about)
    steps = explain(analysis, what, rules)
    if format_ == "json":
        common.write(render_steps(steps, format_))
    else:
        encoding = common.stdout_encoding()
        common.show(render_steps(steps, width=common.width(), color=common.color(), encoding=encoding))


def _around(what: str) -> tuple[Path, ...]:
    """What to read where nobody says it: the file that is asked about and those beside it, if they are soon read."""
    from claimcheck.explain import place_of
    from claimcheck.stages.read.formats import FORMATS

    place = place_of(what)
    if place is None:
        return (Path("seeds") if Path("seeds").is_dir() else Path(),)
    file = place[0]
    if not file.is_file():
        common.fail(f"{file}: no such file")
    beside = [path for path in sorted(file.parent.iterdir()) if path.suffix.lower() in FORMATS and path.is_file()]
    if len(beside) > _MANY or sum(path.stat().st_size for path in beside) > _LONG:
        common.tell(f"{file.parent}: {len(beside)} files, too many to compare with unasked; name some with --in")
        return (file,)
    return (file, *(path for path in beside if not path.name.startswith(".")))
