"""The share of numbers that nobody says and that are given a source: what counts, and what is taken for a speaker."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from benchmarks import invented

TEXT = 'It rained. Two mills burned. The mayor said 40 homes burned. "We had 12 boats," he said. By her, 31 fell.'
SENTENCES = [(0, 10), (11, 28), (29, 60), (61, 88), (89, 105)]


def marked_set(path: Path) -> Path:
    """A set of one article, none of whose numbers people gave to anybody."""
    numbers = [{"span": found.span(), "label": "none", "sent": 0} for found in re.finditer(r"Two|\d+", TEXT)]
    article = {"doc": "made", "text": TEXT, "sentences": SENTENCES, "attributions": [], "numbers": numbers}
    path.write_text(json.dumps(article) + "\n", encoding="utf-8")
    return path


def test_numbers_beside_no_plain_cue_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = marked_set(tmp_path / "set.jsonl")
    assert invented.main([str(path), "--show"]) == 0
    assert capsys.readouterr().out == f"{path}: 0 of 2 numbers that nobody says: 0.0%\n"


def test_a_quotation_is_looked_at_where_it_begins_and_ends() -> None:
    assert invented.quotations('He left. "It rained." “We left.\n“And went”') == [(9, 21), (22, 31), (32, 42)]


def test_the_speaker_of_a_number_is_told_by_its_offsets() -> None:
    at = TEXT.index("40")
    assert invented.speaker(TEXT, (at, at + 2)) == [29, 38]
    assert invented.speaker(TEXT, (11, 14)) is None
