"""What setup.cfg says agrees with what is there, and the README's commands are the ones that CI runs."""

from __future__ import annotations

import configparser
import re
from pathlib import Path

import pytest

import claimcheck
from claimcheck.rules import load

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def setup() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


def listed(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


def test_every_package_is_installed(setup: configparser.ConfigParser) -> None:
    folders = (path.parent.relative_to(ROOT) for path in (ROOT / "claimcheck").rglob("__init__.py"))
    expected = sorted([".".join(folder.parts) for folder in folders] + ["claimcheck.data"])
    assert sorted(listed(setup["options"]["packages"])) == expected


def test_every_file_beside_the_code_is_installed(setup: configparser.ConfigParser) -> None:
    patterns = setup["options.package_data"]
    for path in (ROOT / "claimcheck").rglob("*.*"):
        if path.is_file() and path.suffix not in {".py", ".pyc"} and not {"__pycache__", ".mypy_cache"} & {*path.parts}:
            package = ".".join(path.parent.relative_to(ROOT).parts)
            assert any(path.match(pattern) for pattern in listed(patterns.get(package, ""))), path


def test_the_name_is_not_the_one_that_is_taken(setup: configparser.ConfigParser) -> None:
    assert setup["metadata"]["name"] == "claimcheck-desk"


def test_the_version_is_in_the_list_of_changes() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(claimcheck.__version__)}\b", changes, re.M)


def test_ci_runs_the_tests_as_the_readme_does() -> None:
    (command,) = re.findall(r"^python3 -m venv .*pytest.*$", README, re.M)
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_example_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, re.S)
    monkeypatch.chdir(ROOT)
    exec(example, {})
    lines = capsys.readouterr().out.splitlines()
    assert (len(lines), lines[-1]) == (7, "[('at least 40', 40.0, inf), ('52', 52.0, 52.0)]")


def test_the_rules_of_the_readme_load(tmp_path: Path) -> None:
    names = re.findall(r"`myrules/(\w+\.toml)`", README)
    tables = re.findall(r"```toml\n(\[\[rule\]\].*?)```", README, re.S)
    found: set[str] = set()
    for name, table in zip(names, tables, strict=True):
        (tmp_path / name).write_text(table, encoding="utf-8")
        found |= load(tmp_path).by_id().keys()
    assert {"OWN001", "OWN002", "OWN003"} <= found


def test_the_design_names_every_part_and_every_pack() -> None:
    design = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    stages = [f"stages/{path.parent.name}/" for path in (ROOT / "claimcheck" / "stages").glob("*/__init__.py")]
    parts = [path.name for path in (ROOT / "claimcheck").glob("*.py")]
    packs = [f"`{path.stem}`" for path in (ROOT / "rules").glob("*.toml")]
    assert [name for name in sorted(stages + parts + packs) if name not in design] == []


def test_links_of_the_readme_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)\)|src=\"([^\"]+)\"", README)
    assert [link for pair in links for link in pair if link and "://" not in link and not (ROOT / link).exists()] == []
