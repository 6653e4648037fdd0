"""`claimcheck graph`."""

from __future__ import annotations

from pathlib import Path

import click

from claimcheck.cli import common, options


@click.command("graph")
@options.paths_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    required=True,
    help="Where to write; its ending says what: .graphml, .dot or .json.",
)
@options.rules_option
@common.guarded
def command(paths: tuple[Path, ...], output: Path, rules_folder: Path | None) -> None:
    """Write the claim graph as GraphML, DOT or JSON.

    Its nodes are articles, sources, claims and figures; its edges tell who states, says and passes on a claim, what it
    is about, and how claims stand to each other.
    """
    from claimcheck.graph import claim_graph, graph_format, graph_text

    kind = graph_format(output)
    analysis, _ = common.analysed(paths, rules_folder)
    if not analysis.claims:
        common.fail("nothing to compare: no numeric claim in these articles", common.NOTHING)
    common.write(graph_text(claim_graph(analysis), kind), output)
