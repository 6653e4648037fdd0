"""A run and the marked articles in, a figure for each quality out: claims, sources, groups, relations, disputes, sums.

    python -m benchmarks.score RUN.json [--detail]      (RUN.json: `claimcheck report seeds --format json`)

A reported claim meets a marked one where their spans share a fifth of what both cover, one to one, the best first.
`must` claims are asked for, `may` claims count only where they were reported. Relations are scored between claims that
met, each pair once; a part_of that is not listed counts neither way, any other relation that is not listed is wrong.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any, NamedTuple

Row = Mapping[str, Any]
Pair = frozenset[str]
Kind = str | tuple[str, str, str]  # part_of has a direction

MARKED = Path(__file__).parent / "marked"
DISPUTES = {"contradict", "diverge"}
LIKENESS = 0.2


class Marked(NamedTuple):
    """What a reader found."""

    claims: list[Row]
    relations: list[Row]
    sums: list[Row]
    nonclaims: list[Row]
    neutral: list[Row]


class Score(NamedTuple):
    """Figures by name, and the cases behind them."""

    figures: dict[str, float]
    detail: dict[str, list[str]]


def marked(folder: Path = MARKED) -> Marked:
    """The marked data of a folder."""
    return Marked(*(_rows(folder / f"{name}.jsonl") for name in Marked._fields))


def score(run: Row, gold: Marked) -> Score:
    """How well a run finds what a reader found."""
    return _Scoring(run, gold).score()


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


class _Scoring:
    """One run against one set of marked data."""

    def __init__(self, run: Row, gold: Marked) -> None:
        self.run, self.gold = run, gold
        docs = {claim["doc"] for claim in gold.claims}
        named = ({**claim, "doc": PurePath(claim["doc"]).name} for claim in run.get("claims", []))
        claims = [claim for claim in named if claim["doc"] in docs]
        self.pairs = _pair_up(claims, gold.claims)
        self.to_gold: dict[str, str] = {got["id"]: want["id"] for got, want in self.pairs}
        self.claims = [c for c in claims if c["id"] in self.to_gold or not _meets_any(c, gold.neutral)]
        self.found = set(self.to_gold.values())
        self.must = [claim for claim in gold.claims if claim.get("need", "must") == "must"]
        self.asked = {claim["id"] for claim in self.must} | self.found
        self.names = {g["id"]: f"{g['doc'][:12]} {g['text']} | {g.get('object')}" for g in gold.claims}
        self.figures: dict[str, float] = {}
        self.detail: dict[str, list[str]] = {}

    def score(self) -> Score:
        self._claims()
        self._fields()
        self._groups()
        self._relations()
        self._sums()
        return Score(self.figures, self.detail)

    def _claims(self) -> None:
        precision = _share(len(self.pairs), len(self.claims))
        recall = _share(sum(claim["id"] in self.found for claim in self.must), len(self.must))
        unmatched = [claim for claim in self.claims if claim["id"] not in self.to_gold]
        junk = [claim for claim in unmatched if _meets_any(claim, self.gold.nonclaims)]
        self.figures["claims: precision"], self.figures["claims: recall"] = precision, recall
        self.figures["claims: F1"] = _f1(precision, recall)
        self.figures["claims: reported non-claims"] = len(junk)
        self.detail["missed"] = [self.names[c["id"]] for c in self.must if c["id"] not in self.found]
        self.detail["junk"] = [_shown(claim) for claim in junk]
        self.detail["unlisted"] = [_shown(claim) for claim in unmatched if claim not in junk]

    def _fields(self) -> None:
        for name, right in CHECKS.items():
            self.figures[f"{name} right"] = _share(sum(right(*pair) for pair in self.pairs), len(self.asked))
        named = [g for g in self.gold.claims if _sources(g) != {"outlet"} and g["id"] in self.asked]
        told = sum(_right_source(p, g) for p, g in self.pairs if _sources(g) != {"outlet"})
        invented = sum(_sources(g) == {"outlet"} and not _right_source(p, g) for p, g in self.pairs)
        whole = sum(all(right(p, g) for right in CHECKS.values()) for p, g in self.pairs)
        self.figures["source right, attributed only"] = _share(told, len(named))
        self.figures["sources invented"] = invented
        self.figures["claims right in value, qualifier, measure and source"] = _share(whole, len(self.asked))
        self.detail["wrong"] = [
            f"{self.names[g['id']]}: {name} {p.get(_FIELDS[name])!r}, marked {g.get(_FIELDS[name])!r}"
            for p, g in self.pairs
            for name, right in CHECKS.items()
            if not right(p, g)
        ]

    def _groups(self) -> None:
        want = {pair for pair in _grouped(self.gold.claims) if pair <= self.asked}
        met = [{**claim, "id": self.to_gold[claim["id"]]} for claim in self.claims if claim["id"] in self.to_gold]
        got = _grouped(met)
        precision, recall = _share(len(want & got), len(got)), _share(len(want & got), len(want))
        self.figures["grouping: pair precision"], self.figures["grouping: pair recall"] = precision, recall
        self.figures["grouping: pair F1"] = _f1(precision, recall)
        self.detail["grouped wrongly"] = self._listed(got - want)
        self.detail["not grouped"] = self._listed(want - got)

    def _relations(self) -> None:
        accepted, needed = self._accepted()
        got: dict[Pair, Kind] = {}
        for row in self.run.get("relations", []):
            a, b = self.to_gold.get(row["a"]), self.to_gold.get(row["b"])
            if a and b and a != b:
                got[frozenset((a, b))] = _kind(row["relation"], a, b)
        judged = {pair: kind for pair, kind in got.items() if pair in accepted or not isinstance(kind, tuple)}
        right = {pair for pair, kind in judged.items() if kind in accepted.get(pair, set())}
        self.figures["relations right"] = _share(len(right & needed), len(needed))
        self.figures["relations: precision"] = _share(len(right), len(judged))
        wrong = sorted((needed | set(judged)) - right, key=sorted)
        self.detail["relations"] = [
            f"{self._listed([pair])[0]}: {got.get(pair)}, marked {sorted(map(str, accepted.get(pair, {'none'})))}"
            for pair in wrong
        ]
        self._disputes(accepted, needed)

    def _accepted(self) -> tuple[dict[Pair, set[Kind]], set[Pair]]:
        """Which relations are right for a pair, and which pairs are asked for."""
        accepted: dict[Pair, set[Kind]] = {}
        needed: set[Pair] = set()
        for row in self.gold.relations:
            pair = frozenset((row["a"], row["b"]))
            accepted[pair] = {_kind(kind, row["a"], row["b"]) for kind in (row["relation"], *row.get("also", []))}
            if "none" not in accepted[pair] and row.get("need", "must") == "must" and pair <= self.asked:
                needed.add(pair)
        return accepted, needed

    def _disputes(self, accepted: Mapping[Pair, set[Kind]], needed: set[Pair]) -> None:
        want = {pair for pair in needed if accepted[pair] & DISPUTES}
        ours = {claim["id"] for claim in self.claims}
        got = {
            frozenset(self.to_gold.get(row[end], f"?{row[end]}") for end in "ab")
            for row in self.run.get("relations", [])
            if row["relation"] in DISPUTES and (row["a"] in ours or row["b"] in ours)
        }
        hits = {pair for pair in got if accepted.get(pair, set()) & DISPUTES}
        precision, recall = _share(len(hits), len(got)), _share(len(hits & want), len(want))
        self.figures["disputes: precision"], self.figures["disputes: recall"] = precision, recall
        self.figures["disputes: F1"] = _f1(precision, recall)
        self.detail["false disputes"] = self._listed(got - hits)

    def _sums(self) -> None:
        want = {_sum(row): {row["verdict"], *row.get("also", [])} for row in self.gold.sums}
        must = {_sum(row) for row in self.gold.sums if row.get("need", "must") == "must"}
        got = {_sum(row, lambda i: self.to_gold.get(i, f"?{i}")): row["verdict"] for row in self.run.get("sums", [])}
        good = {key for key, verdict in got.items() if verdict in want.get(key, set())}
        self.figures["sums right"] = _share(len(good & must), len(must))
        self.figures["sums: not in the marked data"] = len(got) - len(good)

    def _listed(self, pairs: Iterable[Pair]) -> list[str]:
        return [" + ".join(self.names.get(i, i) for i in sorted(pair)) for pair in sorted(pairs, key=sorted)]


# ── claims ────────────────────────────────────────────────────────────────────────────────────


def _pair_up(got: Sequence[Row], want: Sequence[Row]) -> list[tuple[Row, Row]]:
    scored = sorted(
        ((-_likeness(g, w), i, j) for i, g in enumerate(got) for j, w in enumerate(want) if _likeness(g, w) >= LIKENESS)
    )
    used_got: set[int] = set()
    used_want: set[int] = set()
    pairs = []
    for _, i, j in scored:
        if i not in used_got and j not in used_want:
            used_got.add(i)
            used_want.add(j)
            pairs.append((got[i], want[j]))
    return pairs


def _overlap(a: Row, b: Row) -> int:
    return int(min(a["end"], b["end"]) - max(a["start"], b["start"])) if a["doc"] == b["doc"] else 0


def _likeness(a: Row, b: Row) -> float:
    shared = _overlap(a, b)
    return shared / (max(a["end"], b["end"]) - min(a["start"], b["start"])) if shared > 0 else 0.0


def _meets_any(claim: Row, rows: Iterable[Row]) -> bool:
    return any(_overlap(claim, row) > 0 for row in rows)


def _sources(claim: Row) -> set[str]:
    return {str(name).casefold() for name in claim.get("sources") or []} - {"outlet"} or {"outlet"}


def _right_source(got: Row, want: Row) -> bool:
    names, also = _sources(got), {name.casefold() for name in want.get("also_sources", [])}
    return names == _sources(want) or (bool(also) and names <= also)


def _right_value(got: Row, want: Row) -> bool:
    a, b = got.get("value"), want["value"]
    return isinstance(a, int | float) and abs(a - b) <= 1e-6 * max(1.0, abs(b))


def _right_word(field: str) -> Callable[[Row, Row], bool]:
    return lambda got, want: got.get(field) in {want.get(field), *want.get(f"also_{field}s", [])}


CHECKS: Mapping[str, Callable[[Row, Row], bool]] = {
    "value": _right_value,
    "qualifier": _right_word("qualifier"),
    "measure": _right_word("measure"),
    "source": _right_source,
}
_FIELDS = {"value": "value", "qualifier": "qualifier", "measure": "measure", "source": "sources"}


# ── pairs ─────────────────────────────────────────────────────────────────────────────────────


def _grouped(claims: Iterable[Row]) -> set[Pair]:
    groups: dict[str, list[str]] = {}
    for claim in claims:
        if claim.get("group") is not None:
            groups.setdefault(claim["group"], []).append(claim["id"])
    return {frozenset((a, b)) for ids in groups.values() for a in ids for b in ids if a < b}


def _kind(relation: str, a: str, b: str) -> Kind:
    return ("part_of", a, b) if relation == "part_of" else relation


def _sum(row: Row, named: Callable[[str], str] = str) -> tuple[str, Pair]:
    return named(row["total"]), frozenset(map(named, row["parts"]))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _shown(claim: Row) -> str:
    return f"{claim['doc'][:12]} {claim.get('text')} | {claim.get('object')}"


def main(arguments: Sequence[str]) -> int:
    paths = [name for name in arguments if not name.startswith("--")]
    if len(paths) != 1:
        print(__doc__)
        return 2
    found = score(json.loads(Path(paths[0]).read_text(encoding="utf-8")), marked())
    for name, value in found.figures.items():
        print(f"{name:55s} {value:.3f}")
    for name, items in found.detail.items() if "--detail" in arguments else ():
        print(f"\n{name}:", *items, sep="\n  ")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
