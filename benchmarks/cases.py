"""Cases in: articles with marked numbers and what a reader expects of them. Out: every expectation, kept or not.

    python benchmarks/cases.py FOLDER            the share of expectations kept, per field
    python benchmarks/cases.py FOLDER --detail   and each one that is not
    python benchmarks/cases.py FOLDER --mark     writes those into the cases as `todo`

How a case is written is told in tests/cases/README.md.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, Literal

import msgspec

from claimcheck.pipeline import analyse
from claimcheck.records import DISPUTES, Analysis, Article, Claim, Record, Span

RELATION = re.compile(r"(\S+) (\S+) (\S+)")
SUM = re.compile(r"(\S+) = (\S+(?: \+ \S+)+): (\S+)")
MARK = re.compile(r"\[([\w?-]+)\|([^\]\[|]*)\]")
# A reported number meets a marked one where they share a fifth of what both cover.
LIKENESS = 0.2


# ── what a case file holds ────────────────────────────────────────────────────────────────────


class ArticleText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str
    name: str = "a"
    outlet: str | None = None
    date: str | None = None


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a reader expects of one number. "x|y": either will do; a field left out is not looked at."""

    value: float | None = None  # None: the digits as marked
    low: float | None = None  # of what the words allow
    high: float | None = None
    qualifier: str = "exact"
    measure: str | None = None
    unit: str | None = None
    party: str | None = None  # "": nobody's
    place: str | None = None
    status: str | None = None  # "": stated as a plain fact
    as_of: str | None = None
    sources: tuple[str, ...] = ()  # empty: the outlet in its own voice
    speaker: str | None = None
    conduit: str | None = None  # None: there is none
    manner: str | None = None
    carried: bool = False
    need: Literal["must", "may"] = "must"


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    about: str
    article: tuple[ArticleText, ...]
    claims: dict[str, Expected] = {}
    relations: tuple[str, ...] = ()  # "a contradict b"; with "none" among the kinds it is not asked for
    sums: tuple[str, ...] = ()  # "total = a + b: consistent"
    origins: tuple[str, ...] = ()  # "a b | c": one figure; a and b are one statement, c is another
    todo: tuple[str, ...] = ()


class Mark(Record, frozen=True):
    """A number as marked in the text; label "-": no claim, "?": either way is fine."""

    label: str
    article: str
    span: Span
    text: str


class Check(Record, frozen=True):
    """One expectation: which field of the summary it counts for, what it is called, whether it is kept."""

    field: str
    name: str
    kept: bool
    got: str = ""


def load(path: Path) -> Case:
    """The case of a file."""
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Case)


def folder(path: Path) -> list[Path]:
    """The case files of a folder, sorted."""
    return sorted(path.glob("*.toml"))


def unmark(article: ArticleText) -> tuple[Article, list[Mark]]:
    """The article without its marks, and the marks with their place in it."""
    text, marks, at = "", [], 0
    for found in MARK.finditer(article.text):
        text += article.text[at : found.start()]
        marks.append(
            Mark(label=found[1], article=article.name, span=(len(text), len(text) + len(found[2])), text=found[2])
        )
        text, at = text + found[2], found.end()
    text += article.text[at:]
    return Article(name=article.name, text=text, outlet=article.outlet, date=article.date), marks


# ── what came of it ───────────────────────────────────────────────────────────────────────────


def checks(case: Case) -> list[Check]:
    """Every expectation of the case, in a fixed order."""
    articles, marks = [], []
    for text in case.article:
        article, its_marks = unmark(text)
        articles.append(article)
        marks += its_marks
    analysis = analyse(articles)
    named = {mark.label: mark for mark in marks if mark.label not in "-?"}
    if set(named) != set(case.claims):
        raise ValueError(f"marked {sorted(named)}, described {sorted(case.claims)}")
    met = meet(analysis.claims, marks)
    found = {mark.label: claim for mark, claim in met if mark.label not in "-?"}
    label = {claim.id: mark.label for mark, claim in met}
    label |= {claim.id: f"“{shown(analysis, claim)}”" for claim in analysis.claims if claim.id not in label}
    return [
        *_claims_given(analysis, met),
        *_claims_found(case, found),
        *_fields(case, named, found, analysis),
        *_refused(analysis, marks, met),
        *_groups(case, analysis, label),
        *_relations(case, analysis, label),
        *_sums(case, analysis, label),
        *_origins(case, analysis, label),
    ]


def failures(case: Case) -> dict[str, str]:
    """The names of the expectations that are not kept, with what came instead."""
    return {check.name: check.got for check in checks(case) if not check.kept}


def meet(claims: Sequence[Claim], marks: Sequence[Mark]) -> list[tuple[Mark, Claim]]:
    """Claims and marks that lie on one another, one to one, the best first."""
    scored = []
    for i, mark in enumerate(marks):
        for j, claim in enumerate(claims):
            if claim.article == mark.article:
                scored.append((-likeness(mark.span, (claim.quantity.start, claim.quantity.end)), i, j))
    pairs, used_marks, used_claims = [], set(), set()
    for score, i, j in sorted(scored):
        if -score >= LIKENESS and i not in used_marks and j not in used_claims:
            used_marks.add(i)
            used_claims.add(j)
            pairs.append((marks[i], claims[j]))
    return pairs


def likeness(a: Span, b: Span) -> float:
    """The share of what two spans cover that both cover."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) / (max(a[1], b[1]) - min(a[0], b[0]))


def shown(analysis: Analysis, claim: Claim) -> str:
    """The words of the number, as a report shows them."""
    text = next(r.article.text for r in analysis.readings if r.article.name == claim.article)
    return text[claim.quantity.start : claim.quantity.end]


def _claims_given(analysis: Analysis, met: Sequence[tuple[Mark, Claim]]) -> Iterator[Check]:
    by_id = {claim.id: mark for mark, claim in met}
    for claim in analysis.claims:
        mark = by_id.get(claim.id)
        if mark and mark.label == "?":
            continue
        name = f"{claim.article}: “{shown(analysis, claim)}” is no claim"
        yield Check(field="claims: precision", name=name, kept=mark is not None and mark.label != "-", got="claim")


def _claims_found(case: Case, found: dict[str, Claim]) -> Iterator[Check]:
    for label, expected in case.claims.items():
        if expected.need == "must":
            yield Check(field="claims: recall", name=f"{label}: a claim", kept=label in found, got="none")


def _fields(case: Case, marks: dict[str, Mark], found: dict[str, Claim], analysis: Analysis) -> Iterator[Check]:
    texts = {reading.article.name: reading.article.text for reading in analysis.readings}
    for label, expected in case.claims.items():
        if label in found:
            claim = found[label]
            for field, want, got in _compared(expected, marks[label], claim, texts[claim.article]):
                yield Check(field=field, name=f"{label}: {field} {want}", kept=matches(want, got), got=got)
            if not expected.sources:
                got = named(claim)
                yield Check(field="own voice kept", name=f"{label}: nobody says it", kept=got == "", got=got)


def _compared(expected: Expected, mark: Mark, claim: Claim, text: str) -> Iterator[tuple[str, str, str]]:
    value = expected.value if expected.value is not None else float(re.sub(r"[^\d.]", "", mark.text))
    description, by = claim.description, claim.attribution
    yield "text", mark.text, text[claim.quantity.start : claim.quantity.end]
    if expected.qualifier != "between":
        yield "value", f"{value:.10g}", f"{claim.quantity.value:.10g}"
    for field, end in (("low", expected.low), ("high", expected.high)):
        if end is not None:
            yield field, f"{end:.10g}", f"{getattr(claim.quantity.literal, field):.10g}"
    yield "qualifier", expected.qualifier, claim.quantity.qualifier
    facts = {
        "measure": description.measure,
        "party": description.party,
        "place": description.place,
        "status": description.status,
        "as_of": description.as_of,
    }
    for field, fact in facts.items():
        want = getattr(expected, field)
        if want is not None:
            yield field, want, fact.value if fact else ""
    if expected.unit is not None:
        yield "unit", expected.unit, claim.quantity.unit or description.unit
    yield "sources", " + ".join(sorted(expected.sources)), named(claim)
    yield "conduit", expected.conduit or "", by.conduit.name if by and by.conduit else ""
    if expected.speaker is not None:
        yield "speaker", expected.speaker, text[slice(*by.speaker)] if by and by.speaker else ""
    if expected.manner is not None:
        yield "manner", expected.manner, by.manner if by else ""
    if expected.sources and named(claim):
        yield "carried", str(expected.carried).lower(), str(bool(by and by.carried)).lower()


def named(claim: Claim) -> str:
    """The sources of a claim in one string; empty for the outlet's own voice."""
    names = {source.name for source in claim.attribution.sources} if claim.attribution else set()
    return " + ".join(sorted(names - {"outlet"}))


def matches(want: str, got: str) -> bool:
    """Whether what came is one of the answers that will do ("a|b", "a + b || c"), articles and case aside."""
    if " || " in want:
        return any(matches(one, got) for one in want.split(" || "))
    if " + " in want:
        parts, given = want.split(" + "), got.split(" + ")
        return len(parts) == len(given) and all(any(matches(part, name) for name in given) for part in parts)
    return plain(got) in {plain(one) for one in want.split("|")}


def plain(name: str) -> str:
    return re.sub(r"^(?:the|a|an|its|their) ", "", name.strip().replace("’", "'").casefold())


def _refused(analysis: Analysis, marks: Sequence[Mark], met: Sequence[tuple[Mark, Claim]]) -> Iterator[Check]:
    claimed = {(mark.article, mark.span) for mark, _ in met}
    fates = {
        reading.article.name: [
            *((c.quantity.start, c.quantity.end) for c in reading.claims),
            *((r.start, r.end) for r in reading.rejected),
        ]
        for reading in analysis.readings
    }
    for mark in marks:
        if mark.label == "-":
            kept = (mark.article, mark.span) not in claimed
            yield Check(field="no claim", name=f"{mark.article}: {mark.text}: no claim", kept=kept, got="claim")
        told = any(likeness(mark.span, span) > 0 for span in fates[mark.article])
        if mark.label != "?":
            yield Check(field="fate told", name=f"{mark.article}: {mark.text}: has a fate", kept=told, got="none")


def _groups(case: Case, analysis: Analysis, label: dict[str, str]) -> Iterator[Check]:
    given = {pair(label, a, b) for figure in analysis.figures for a, b in combinations(figure.claims, 2)}
    wanted, allowed = set(), set()
    for a, kinds, b in _listed(case):
        if kinds != ["part_of"]:
            allowed.add(tuple(sorted((a, b))))
        if "part_of" not in kinds and "none" not in kinds:
            wanted.add(tuple(sorted((a, b))))
    present = set(label.values())
    for a, b in sorted(wanted):
        if {a, b} <= present:
            yield Check(field="figures: recall", name=f"{a} {b}: one figure", kept=(a, b) in given, got="apart")
    for a, b in sorted(given):
        if not {a, b} & {"?", "-"}:
            yield Check(field="figures: precision", name=f"{a} {b}: two figures", kept=(a, b) in allowed, got="one")


def _relations(case: Case, analysis: Analysis, label: dict[str, str]) -> Iterator[Check]:
    given: dict[tuple[str, str], str] = {}
    for relation in analysis.relations:
        directed = relation.kind == "part_of"
        given[pair(label, relation.a, relation.b)] = relation.kind + (f" {label[relation.a]}" if directed else "")
    listed: dict[tuple[str, str], set[str]] = {}
    for a, kinds, b in _listed(case):
        key = min(a, b), max(a, b)
        listed[key] = {f"part_of {a}" if kind == "part_of" else kind for kind in kinds}
    present = set(label.values())
    for (a, b), want in listed.items():
        if "none" not in want and {a, b} <= present:
            got = given.get((a, b), "none")
            yield Check(field="relations: recall", name=f"{a} {b}: {'|'.join(sorted(want))}", kept=got in want, got=got)
            if want <= DISPUTES:
                yield Check(field="disputes: recall", name=f"{a} {b}: a dispute", kept=got in DISPUTES, got=got)
    for (a, b), got in sorted(given.items()):
        want = listed.get((a, b), {"none"})
        if {a, b} & {"?", "-"} or (got.startswith("part_of") and (a, b) not in listed):
            continue
        yield Check(field="relations: precision", name=f"{a} {b}: not {got}", kept=got in want, got=got)
        if got in DISPUTES:
            yield Check(field="disputes: precision", name=f"{a} {b}: no dispute", kept=bool(want & DISPUTES), got=got)


def _sums(case: Case, analysis: Analysis, label: dict[str, str]) -> Iterator[Check]:
    given = {(label[s.total], frozenset(label[p] for p in s.parts)): str(s.verdict) for s in analysis.sums}
    listed = {}
    for line in case.sums:
        total, parts, verdict = _parsed(SUM, line)
        listed[total, frozenset(parts.split(" + "))] = verdict.split("|")
    for (total, parts_set), verdicts in listed.items():
        got = given.get((total, parts_set), "none")
        name = f"{total} = {' + '.join(sorted(parts_set))}: {'|'.join(verdicts)}"
        if "none" not in verdicts:
            yield Check(field="sums: recall", name=name, kept=got in verdicts, got=got)
    for (total, parts_set), got in sorted(given.items(), key=str):
        kept = got in listed.get((total, parts_set), ())
        name = f"{total} = {' + '.join(sorted(parts_set))}: not {got}"
        yield Check(field="sums: precision", name=name, kept=kept, got=got)


def _origins(case: Case, analysis: Analysis, label: dict[str, str]) -> Iterator[Check]:
    given = [[{label[c] for c in origin} for origin in figure.origins] for figure in analysis.figures]
    for line in case.origins:
        want = [set(part.split()) for part in line.split("|")]
        everybody = set().union(*want)
        got = [[o & everybody for o in figure if o & everybody] for figure in given]
        kept = any(sorted(map(sorted, figure)) == sorted(map(sorted, want)) for figure in got)
        yield Check(field="origins", name=f"origins {line}", kept=kept, got=str([f for f in got if f]))


def pair(label: dict[str, str], a: str, b: str) -> tuple[str, str]:
    """The labels of two claims in a fixed order."""
    return min(label[a], label[b]), max(label[a], label[b])


def _listed(case: Case) -> Iterator[tuple[str, list[str], str]]:
    for line in case.relations:
        a, kinds, b = _parsed(RELATION, line)
        yield a, kinds.split("|"), b


def _parsed(pattern: re.Pattern[str], line: str) -> tuple[str, ...]:
    found = pattern.fullmatch(line)
    if not found:
        raise ValueError(f"cannot read {line!r}")
    return found.groups()


# ── the command ───────────────────────────────────────────────────────────────────────────────


def shares(cases: Sequence[Case]) -> dict[str, tuple[int, int]]:
    """For each field how many expectations are kept, of how many."""
    kept: Counter[str] = Counter()
    all_of: Counter[str] = Counter()
    for case in cases:
        for check in checks(case):
            all_of[check.field] += 1
            kept[check.field] += check.kept
    return {field: (kept[field], total) for field, total in all_of.items()}


def mark(path: Path) -> None:
    """Writes the expectations that are not kept today into the case, as `todo`."""
    lines = "".join(f"    {json.dumps(name, ensure_ascii=False)},\n" for name in sorted(failures(load(path))))
    text = re.sub(r"^todo = \[\n(?: .*\n)*\]\n", "", path.read_text(encoding="utf-8"), flags=re.M)
    head, rest = text.split("\n", 1)
    path.write_text(f"{head}\ntodo = [\n{lines}]\n{rest}" if lines else f"{head}\n{rest}", encoding="utf-8")


def main(arguments: Sequence[str]) -> Any:
    paths = [path for name in arguments if not name.startswith("--") for path in folder(Path(name))]
    if not paths:
        return __doc__
    if "--mark" in arguments:
        for path in paths:
            mark(path)
    if "--detail" in arguments:
        for path in paths:
            for name, got in failures(load(path)).items():
                print(f"{path.stem:32s} {name}  ({got})")
    for field, (kept, total) in shares([load(path) for path in paths]).items():
        print(f"{field:24s} {kept:4d} of {total:4d}  {kept / total:.3f}")
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
