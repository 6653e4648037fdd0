"""What the tool reaches on marked texts, and the floors under it: CI fails where a figure falls below its floor.

    python -m benchmarks.quality                                  compare; exit 1 where a floor is broken
    python -m benchmarks.quality --raise                          lift the floors to what is reached; none is lowered
    python -m benchmarks.quality --lower NAME VALUE --because TEXT    lower one, with the reason kept beside it
    python -m benchmarks.quality --anew --because TEXT            set all anew, where the marked data has changed

Measured are the five articles of seeds/ against benchmarks/marked/, and the cases of tests/cases/. The floors hold for
one state of the marked data: who changes the data looks at the figures and sets the floors again, with its new digest.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks import cases
from benchmarks.score import MARKED, marked, score
from claimcheck.pipeline import analyse
from claimcheck.report.contract import contract
from claimcheck.stages.read import read

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "benchmarks" / "floors.json"
# Counts of what should not be there: the floor is a ceiling.
FEWER_IS_BETTER = {"claims: reported non-claims", "sources invented", "sums: not in the marked data"}


def measured() -> dict[str, float]:
    """Every figure by name, rounded as it is stored."""
    figures = {f"seeds, {name}": value for name, value in _seeds().items()}
    for field, (kept, total) in sorted(cases.shares([cases.load(path) for path in _cases()]).items()):
        figures[f"cases, {field}"] = kept / total
    return {name: round(value, 4) for name, value in figures.items()}


def digest() -> str:
    """Of everything that was marked by hand."""
    seen = hashlib.sha256()
    for path in (*sorted(MARKED.glob("*.jsonl")), *_cases()):
        seen.update(path.name.encode() + b"\0" + _without_todo(path.read_text(encoding="utf-8")).encode() + b"\0")
    return seen.hexdigest()[:16]


def broken(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """A line for each figure that is worse than its floor, or is not measured any more."""
    lines = []
    for name, floor in floors.items():
        if name not in figures:
            lines.append(f"{name}: not measured any more, floor {floor:.4f}")
        elif _better(name, floor, figures[name]):
            lines.append(f"{name}: {figures[name]:.4f}, floor {floor:.4f}")
    return lines


def raised(figures: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, float]:
    """The floors at what is reached now, or where they were if that was better."""
    return {n: floors[n] if n in floors and _better(n, floors[n], value) else value for n, value in figures.items()}


def _better(name: str, one: float, other: float) -> bool:
    fewer = name.partition(", ")[2] in FEWER_IS_BETTER
    return one < other if fewer else one > other


def _seeds() -> dict[str, float]:
    run = contract(analyse(read(ROOT / "seeds")))
    return score(json.loads(json.dumps(run)), marked()).figures


def _cases() -> list[Path]:
    return sorted((ROOT / "tests" / "cases").rglob("*.toml"))


def _without_todo(text: str) -> str:
    """What fails today is no part of what was marked."""
    kept, inside = [], False
    for line in text.splitlines(keepends=True):
        inside = inside or line.startswith("todo = [")
        if not inside:
            kept.append(line)
        inside = inside and line.rstrip() != "]"
    return "".join(kept)


# ── the command ───────────────────────────────────────────────────────────────────────────────


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true")
    parser.add_argument("--lower", nargs=2, metavar=("NAME", "VALUE"))
    parser.add_argument("--anew", action="store_true")
    parser.add_argument("--because")
    options = parser.parse_args(arguments)
    if bool(options.lower or options.anew) != bool(options.because):
        parser.error("--lower or --anew wants --because, and --because one of them")
    stored = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    figures = measured()
    if options.lower:
        return _lower(stored, options.lower[0], float(options.lower[1]), options.because)
    if options.anew:
        return _anew(stored, figures, options.because)
    if options.lift:
        return _write({**stored, "digest": digest(), "floors": raised(figures, stored.get("floors", {}))})
    return _compare(figures, stored)


def _compare(figures: Mapping[str, float], stored: Mapping[str, Any]) -> int:
    floors: Mapping[str, float] = stored.get("floors", {})
    _table(figures, floors)
    wrong = broken(figures, floors)
    if stored.get("digest") != digest():
        wrong.append("the marked data has changed since the floors were set; look at the figures, then use --raise")
    for line in wrong:
        print(f"BROKEN  {line}", file=sys.stderr)
    return 1 if wrong else 0


def _lower(stored: dict[str, Any], name: str, value: float, because: str) -> int:
    if name not in stored.get("floors", {}):
        print(f"no floor has the name {name!r}", file=sys.stderr)
        return 2
    floors = {**stored["floors"], name: value}
    return _write({**stored, "floors": floors, "digest": digest(), "lowered": _told(stored, {name: value}, because)})


def _anew(stored: dict[str, Any], figures: Mapping[str, float], because: str) -> int:
    floors = stored.get("floors", {})
    lower = {name: figures.get(name) for name, floor in floors.items() if _fails(name, floor, figures.get(name))}
    return _write({**stored, "floors": figures, "digest": digest(), "lowered": _told(stored, lower, because)})


def _fails(name: str, floor: float, value: float | None) -> bool:
    return value is None or _better(name, floor, value)


def _told(stored: Mapping[str, Any], lower: Mapping[str, float | None], because: str) -> list[dict[str, Any]]:
    """What was lowered so far and now, each with its reason."""
    floors = stored.get("floors", {})
    now = [{"name": name, "from": floors[name], "to": value, "because": because} for name, value in lower.items()]
    return [*stored.get("lowered", []), *now]


def _write(stored: Mapping[str, Any]) -> int:
    FLOORS.write_text(json.dumps(stored, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    _table(stored["floors"], {})
    return 0


def _table(figures: Mapping[str, float], floors: Mapping[str, float]) -> None:
    for name, value in figures.items():
        print(f"{name:66s} {value:.3f}" + (f"   floor {floors[name]:.3f}" if name in floors else ""))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
