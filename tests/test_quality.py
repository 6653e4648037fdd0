"""The floors under the measured figures: what breaks one, what raises one, and what nothing lowers unsaid."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import quality
from benchmarks.score import marked, score
from claimcheck.stages.read import read

FEWER = "seeds, sources invented"


def test_a_figure_below_its_floor_breaks_it() -> None:
    figures = {"seeds, recall": 0.9, FEWER: 1.0, "seeds, new": 0.1}
    floors = {"seeds, recall": 0.91, FEWER: 0.0, "seeds, gone": 1.0}
    assert quality.broken(figures, floors) == [
        "seeds, recall: 0.9000, floor 0.9100",
        f"{FEWER}: 1.0000, floor 0.0000",
        "seeds, gone: not measured any more, floor 1.0000",
    ]


def test_floors_only_rise() -> None:
    floors = {"seeds, recall": 0.9, "seeds, precision": 0.9, FEWER: 2.0}
    figures = {"seeds, recall": 0.95, "seeds, precision": 0.8, FEWER: 1.0, "seeds, new": 0.5}
    expected = {"seeds, recall": 0.95, "seeds, precision": 0.9, FEWER: 1.0, "seeds, new": 0.5}
    assert quality.raised(figures, floors) == expected


def test_a_floor_is_lowered_with_a_reason_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "floors.json"
    path.write_text(json.dumps({"digest": "old", "floors": {"seeds, recall": 0.9}}), encoding="utf-8")
    monkeypatch.setattr(quality, "FLOORS", path)
    monkeypatch.setattr(quality, "measured", lambda: {"seeds, recall": 0.8})
    with pytest.raises(SystemExit):
        quality.main(["--lower", "seeds, recall", "0.8"])
    assert quality.main(["--lower", "seeds, none", "0.8", "--because", "a reason"]) == 2
    assert quality.main(["--lower", "seeds, recall", "0.8", "--because", "a reason"]) == 0
    assert json.loads(path.read_text(encoding="utf-8")) == {
        "digest": quality.digest(),
        "floors": {"seeds, recall": 0.8},
        "lowered": [{"name": "seeds, recall", "from": 0.9, "to": 0.8, "because": "a reason"}],
    }
    assert quality.main([]) == 0


def test_offsets_of_the_marked_data_are_true() -> None:
    texts = {article.name: article.text for article in read(Path(__file__).parent.parent / "seeds")}
    gold = marked()
    for row in [*gold.claims, *gold.nonclaims, *gold.neutral]:
        assert texts[row["doc"]][row["start"] : row["end"]] == row["text"]


def test_the_marked_data_scores_full_against_itself() -> None:
    gold = marked()
    run = {
        "claims": gold.claims,
        "relations": [row for row in gold.relations if row["relation"] != "none"],
        "sums": [{"total": row["total"], "parts": row["parts"], "verdict": row["verdict"]} for row in gold.sums],
    }
    figures = score(run, gold).figures
    fewer = {name for name in figures if name in quality.FEWER_IS_BETTER}
    assert {name: value for name, value in figures.items() if value != (0.0 if name in fewer else 1.0)} == {}
