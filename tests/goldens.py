"""The rendered reports that are kept in tests/golden. `python tests/goldens.py` writes them anew: look at the diff."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import handmade

from claimcheck.graph import claim_graph, graph_text
from claimcheck.report import render
from claimcheck.report.selection import select

FOLDER = Path(__file__).parent / "golden"

GOLDENS: dict[str, Callable[[], str]] = {
    "report-80.txt": lambda: render(handmade.analysis(), width=80),
    "report-40.txt": lambda: render(handmade.analysis(), width=40),
    "report-piped.txt": lambda: render(handmade.analysis()),
    "report-ascii.txt": lambda: render(handmade.analysis(), width=80, encoding="ascii"),
    "report-color.txt": lambda: render(handmade.analysis(), width=80, color=True),
    "report-disputes.txt": lambda: render(select(handmade.analysis(), only="disputes"), width=80),
    "report.json": lambda: render(handmade.analysis(), "json"),
    "report.jsonl": lambda: render(handmade.analysis(), "jsonl"),
    "report.csv": lambda: render(handmade.analysis(), "csv"),
    "report.md": lambda: render(handmade.analysis(), "md"),
    "report.html": lambda: render(handmade.analysis(), "html"),
    "hostile-80.txt": lambda: render(handmade.hostile(), width=80),
    "hostile.csv": lambda: render(handmade.hostile(), "csv"),
    "hostile.md": lambda: render(handmade.hostile(), "md"),
    "graph.graphml": lambda: graph_text(claim_graph(handmade.analysis()), "graphml"),
    "graph.dot": lambda: graph_text(claim_graph(handmade.analysis()), "dot"),
    "graph.json": lambda: graph_text(claim_graph(handmade.analysis()), "json"),
}

if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, make in GOLDENS.items():
        (FOLDER / name).write_bytes(make().encode())
    print(json.dumps(sorted(GOLDENS), indent=1))
