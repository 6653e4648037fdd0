"""Every form of attribution, on sentences invented apart from the rules: who says a number, or that nobody does."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from test_attribute import asked

FORMS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "forms.toml").read_text(encoding="utf-8"))["form"]
CASES = [case for form in FORMS for case in form["cases"]]
FIRST = 0.9  # share that was right when first tried


def read(case: dict[str, Any]) -> dict[str, Any]:
    """What is read of a case, of all that it tells."""
    text, (found, *_) = asked(case["text"])
    told: dict[str, Any] = {key: getattr(found, key, None) for key in case if key in ("carried", "manner")}
    if found is not None and found.speaker is not None:
        told["who"] = text[slice(*found.speaker)]
    if "names" in case:
        told["names"] = [source.name for source in found.sources] if found is not None else []
    if "conduit" in case:
        told["conduit"] = found.conduit.name if found is not None and found.conduit is not None else None
    if "hedge" in case:
        told["hedge"] = found is not None and found.hedge is not None
    if "resolved" in case:
        told["resolved"] = text[slice(*found.resolved)] if found is not None and found.resolved is not None else None
    return told


def told(case: dict[str, Any]) -> dict[str, Any]:
    """What a case tells."""
    return {key: value for key, value in case.items() if key not in ("text", "todo")}


@pytest.mark.parametrize("case", [case for case in CASES if not case.get("todo")], ids=lambda case: case["text"][:60])
def test_who_says_it(case: dict[str, Any]) -> None:
    assert read(case) == told(case)


@pytest.mark.parametrize("case", [case for case in CASES if case.get("todo")], ids=lambda case: case["text"][:60])
def test_what_is_not_read_yet(case: dict[str, Any]) -> None:
    assert read(case) != told(case)


def test_most_was_right_at_first_sight() -> None:
    assert len(CASES) >= 400
    tried = [form for form in FORMS if "of" in form]
    assert sum(form["right"] for form in tried) / sum(form["of"] for form in tried) >= FIRST
    assert [form["name"] for form in tried if form["of"] < len(form["cases"])] == []
