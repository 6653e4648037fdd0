"""Who may import whom, read from the source: the design's layers hold."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from itertools import pairwise
from pathlib import Path

import pytest

from claimcheck.stages.attribute.naming import Naming
from claimcheck.stages.attribute.reports import Reader

pytestmark = pytest.mark.once
PACKAGE = Path(__file__).parent.parent / "claimcheck"
STAGES = PACKAGE / "stages"
MODULES = sorted(PACKAGE.rglob("*.py"))
# Shared by stages; they themselves stand on records and rules alone.
LEAVES = {"claimcheck.bylines", "claimcheck.dates", "claimcheck.memory", "claimcheck.slots", "claimcheck.spelling"}
LEAVES |= {"claimcheck.grids", "claimcheck.stems", "claimcheck.workers"}
STAGE_MAY = {"claimcheck.records", "claimcheck.rules", "claimcheck.errors"} | LEAVES


def dotted(path: Path) -> str:
    """The module's name."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


@cache
def imports(path: Path) -> frozenset[str]:
    """Every module that a file names in an import, inside functions too."""
    return frozenset(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (name if is_module(name) else str(node.module) for name in names)


def is_module(name: str) -> bool:
    place = PACKAGE.parent.joinpath(*name.split("."))
    return place.is_dir() or place.with_suffix(".py").is_file()


def stage_of(path: Path) -> str:
    """The stage that a file in the stages' folder belongs to."""
    return path.relative_to(STAGES).parts[0].removesuffix(".py")


def within(module: str, allowed: set[str]) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in allowed)


@pytest.mark.parametrize("path", sorted(STAGES.rglob("*.py")), ids=dotted)
def test_a_stage_knows_no_other_stage(path: Path) -> None:
    own = f"claimcheck.stages.{stage_of(path)}"
    ours = {module for module in imports(path) if module.startswith("claimcheck")}
    assert sorted(module for module in ours if not within(module, STAGE_MAY | {own})) == []


@pytest.mark.parametrize(
    "name", ["records", "errors", "bylines", "dates", "grids", "memory", "slots", "spelling", "stems", "workers"]
)
def test_leaves_know_no_stage(name: str) -> None:
    files = [path for path in MODULES if within(dotted(path), {f"claimcheck.{name}"})]
    ours = {module for path in files for module in imports(path) if module.startswith("claimcheck")}
    assert files
    assert sorted(module for module in ours if not within(module, STAGE_MAY)) == []


def test_no_module_stands_on_itself() -> None:
    # Without the library's own face, which imports everything, but only on first use.
    known = {dotted(path): imports(path) - {"claimcheck"} for path in MODULES if dotted(path) != "claimcheck"}
    assert len(list(TopologicalSorter(known).static_order())) > len(known)


@pytest.mark.parametrize("name", ["words", "quotes", "findings"])
def test_what_is_shown_is_found_without_a_format(name: str) -> None:
    allowed = {f"claimcheck.{leaf}" for leaf in ("records", "words", "quotes", "safe", "stems")}
    ours = {module for module in imports(PACKAGE / f"{name}.py") if module.startswith("claimcheck")}
    assert sorted(ours - allowed) == []


@pytest.mark.parametrize("path", sorted((PACKAGE / "rules").glob("*.py")), ids=dotted)
def test_rules_know_records_and_errors_alone(path: Path) -> None:
    ours = {module for module in imports(path) if module.startswith("claimcheck")}
    allowed = {"claimcheck.rules", "claimcheck.records", "claimcheck.errors"} | LEAVES
    assert sorted(module for module in ours if not within(module, allowed)) == []


def users(library: str) -> set[str]:
    """The first folder or module of claimcheck in which a library is imported."""
    found = [path for path in MODULES if any(within(module, {library}) for module in imports(path))]
    return {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in found}


@pytest.mark.parametrize(
    ("library", "expected"),
    [("click", {"cli"}), ("rich", {"report"}), ("trafilatura", {"stages"}), ("networkx", {"graph"})],
)
def test_each_library_has_one_home(library: str, expected: set[str]) -> None:
    assert users(library) == expected


def test_only_the_command_line_prints_and_exits() -> None:
    found = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if called in {"print", "sys.exit", "exit", "quit", "os._exit"} and "cli" not in path.parts:
                found.append(f"{dotted(path)}:{node.lineno}: {called}")
    assert found == []


def test_only_the_pipeline_knows_the_order_of_the_stages() -> None:
    ordered = []
    for path in MODULES:
        stages = {module.split(".")[2] for module in imports(path) if module.startswith("claimcheck.stages.")}
        if len(stages) > 1:
            ordered.append(dotted(path))
    assert ordered == ["claimcheck.pipeline"]


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import claimcheck", ["click", "rich", "msgspec", "networkx", "rapidfuzz", "trafilatura"]),
        ("import claimcheck.cli", ["rich", "networkx", "rapidfuzz", "trafilatura", "claimcheck.pipeline"]),
        ("import claimcheck.pipeline, claimcheck.stages.read", ["click", "rich", "networkx", "trafilatura", "pypdf"]),
    ],
)
def test_what_is_not_needed_is_not_imported(statement: str, absent: list[str]) -> None:
    code = f"import sys; {statement}; print([m for m in {absent!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("whole", [Naming, Reader])
def test_no_piece_of_an_object_overwrites_a_method_of_another_unawares(whole: type) -> None:
    told: dict[str, list[type]] = defaultdict(list)
    for piece in whole.__mro__:
        for name, method in vars(piece).items():
            if inspect.isfunction(method) and not name.startswith("__"):
                told[name].append(piece)
    for name, pieces in told.items():
        for piece, below in pairwise(pieces):
            abstract = getattr(vars(below)[name], "__isabstractmethod__", False)
            assert abstract or f"super().{name}(" in inspect.getsource(vars(piece)[name]), (name, piece, below)
