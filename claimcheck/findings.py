"""An analysis in, its findings out: what disagrees, told by meaning, so that a finding keeps its identity.

A finding is a dispute between two claims, or a sum that does not add up. Pairs of claims with one meaning (the same
figure, claimants and ranges) are one finding with several cases. Leaves what is new in it to others.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, Literal

import msgspec

from claimcheck import words
from claimcheck.quotes import Texts, quote
from claimcheck.records import DISPUTES, Analysis, Claim, Description, Quantity, Record, Relation, Sum
from claimcheck.safe import one_line

Kind = Literal["contradict", "diverge", "sum"]
Verdict = Literal["contradict", "diverge"]

# Whoever speaks without a name. Not the outlet's name: that is known by the name of the file, and files move.
OWN_VOICE = "the article itself"
UNNAMED = "an unnamed source"


class Side(Record, frozen=True):
    """A claim by its meaning alone: nothing here tells where it stands or how it is worded."""

    who: str
    says: str  # its range: 2855, at least 286, 20..30, nearly 120000, 42 day
    of: str  # what is counted: "soldier killed, Azerbaijan, second-karabakh-war"


class Spot(Record, frozen=True):
    """A claim as it stands in its article; lines and columns from 1, the end not included."""

    claim: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    drawn: bool  # the text was drawn out of the file: line and column are where the whole article begins
    date: str  # of the article; "" if unknown
    who: str  # with the outlet's name, where it speaks itself
    number: str  # as worded: "more than 6,500"
    quote: str
    about: str = ""  # the title of its figure; "" in what an older claimcheck wrote


class Finding(Record, frozen=True, dict=True, gc=True):
    """Something that disagrees."""

    kind: Kind
    verdict: Verdict
    sides: tuple[Side, ...]  # sorted; in a sum the total comes first
    cases: tuple[tuple[Spot, ...], ...]  # each in the order of the sides; the gravest first, of these the newest
    reasons: tuple[str, ...]

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The fingerprint under every scheme, the newest first."""
        return tuple(fingerprint(self, scheme) for scheme in sorted(SCHEMES, reverse=True))

    @property
    def id(self) -> str:
        """The fingerprint under the newest scheme."""
        return self.ids[0]

    @cached_property
    def place(self) -> Spot:
        """Where to show it: the newest of its claims, as the one that brought it up."""
        return max(self.cases[0], key=_age)

    @property
    def others(self) -> tuple[Spot, ...]:
        """The claims that it disagrees with, then the same again in other articles."""
        spots = dict.fromkeys(spot for case in self.cases for spot in case)
        return tuple(spot for spot in spots if spot != self.place)

    @property
    def numbers(self) -> str:
        """2,855 against 2,906."""
        first, *rest = (spot.number for spot in self.cases[0])
        return f"{first} against {' + '.join(rest)}"

    @property
    def sentence(self) -> str:
        """What is found, in one line that takes no side."""
        first, *rest = (f"{spot.who}: {spot.number}" for spot in self.cases[0])
        text = words.VERDICTS[self.verdict] if self.kind == "sum" else words.RELATIONS[self.kind]
        told = zip(self.cases[0][: 1 if self.kind == "sum" else None], self.sides, strict=False)
        about = dict.fromkeys(spot.about or side.of for spot, side in told)
        return one_line(f"{' / '.join(about)}: {first}; {' + '.join(rest)}; {text}")


# ── fingerprints ──────────────────────────────────────────────────────────────────────────────


def _first_scheme(finding: Finding) -> tuple[str, str]:
    family = "sum" if finding.kind == "sum" else "pair"
    subject = _hash([family, *([side.of, side.who] for side in finding.sides)])
    evidence = _hash([family, *([side.of, side.who, side.says] for side in finding.sides)])
    return subject[:12], evidence[:8]


# How a finding becomes its two keys. An old scheme stays, so that old baselines and decisions still match.
SCHEMES: dict[int, Callable[[Finding], tuple[str, str]]] = {1: _first_scheme}


def fingerprint(finding: Finding, scheme: int) -> str:
    """`1-subject-evidence`: the subject is the figure and its claimants, the evidence their ranges.

    Not how grave it is: two numbers that contradict each other in one article diverge in two of unknown date.
    """
    subject, evidence = SCHEMES[scheme](finding)
    return f"{scheme}-{subject}-{evidence}"


def subject(id_: str) -> str:
    """A fingerprint without its evidence: equal for the same figure and claimants with other numbers."""
    return id_.rpartition("-")[0]


def _hash(meaning: list[object]) -> str:
    return hashlib.sha256(json.dumps(meaning, ensure_ascii=True).encode()).hexdigest()


# ── from an analysis ──────────────────────────────────────────────────────────────────────────


def findings(analysis: Analysis) -> tuple[Finding, ...]:
    """Everything that disagrees in an analysis, contradictions first, each meaning once."""
    claims = _Claims(analysis)
    found = [_dispute(relation, claims) for relation in analysis.relations if relation.kind in DISPUTES]
    found += [_sum(total, claims) for total in analysis.sums if total.verdict != "consistent"]
    same: dict[tuple[bool, tuple[Side, ...]], list[Finding]] = {}
    for finding in found:
        same.setdefault((finding.kind == "sum", finding.sides), []).append(finding)
    return tuple(sorted(map(_joined, same.values()), key=order))


def order(finding: Finding) -> tuple[object, ...]:
    """Contradictions, divergences, sums; then by what they are about."""
    return (("contradict", "diverge", "sum").index(finding.kind), tuple(map(_side_order, finding.sides)))


def stated(claims: Iterable[Claim]) -> frozenset[tuple[str, str]]:
    """Who gives a number of what: tells whether the two sides of an old finding still stand in the articles."""
    return frozenset((side.who, side.of) for side in map(_side, claims))


def plain(finding: Finding) -> dict[str, Any]:
    """A finding as `check` and `report` write it, and as `diff` reads it."""
    return {"finding": finding.id, "sentence": finding.sentence, **msgspec.to_builtins(finding)}


class _Claims:
    """The claims of an analysis as sides and spots, each made once: a claim may be in many disputes."""

    def __init__(self, analysis: Analysis) -> None:
        self._texts = Texts(analysis.readings)
        self._claims = {claim.id: claim for claim in analysis.claims}
        self._titles = {id_: figure.title for figure in (*analysis.figures, *analysis.aside) for id_ in figure.claims}
        self._made: dict[str, tuple[Side, Spot]] = {}

    def __getitem__(self, id_: str) -> tuple[Side, Spot]:
        if id_ not in self._made:
            claim = self._claims[id_]
            self._made[id_] = (_side(claim), _spot(claim, self._titles.get(id_, ""), self._texts))
        return self._made[id_]

    def sorted(self, ids: Iterable[str]) -> list[str]:
        """By meaning; claims of one meaning by where they stand."""
        return sorted(ids, key=lambda id_: (_side_order(self[id_][0]), _place_order(self[id_][1])))


def _dispute(relation: Relation, claims: _Claims) -> Finding:
    verdict: Verdict = "contradict" if relation.kind == "contradict" else "diverge"
    return _finding(
        verdict, verdict, claims.sorted((relation.a, relation.b)), relation.reasons + relation.doubts, claims
    )


def _sum(total: Sum, claims: _Claims) -> Finding:
    verdict: Verdict = "contradict" if total.verdict == "contradict" else "diverge"
    return _finding("sum", verdict, [total.total, *claims.sorted(total.parts)], total.reasons, claims)


def _finding(kind: Kind, verdict: Verdict, ids: list[str], reasons: tuple[str, ...], claims: _Claims) -> Finding:
    sides, spots = zip(*(claims[id_] for id_ in ids), strict=True)
    return Finding(kind=kind, verdict=verdict, sides=sides, cases=(spots,), reasons=reasons)


def _side(claim: Claim) -> Side:
    return Side(who=_who(claim), says=_says(claim.quantity), of=_of(claim.description))


def _spot(claim: Claim, title: str, texts: Texts) -> Spot:
    article = texts.articles[claim.article]
    number = (claim.quantity.start, claim.quantity.end)
    start, end = (texts.place(claim.article, offset) for offset in number)
    return Spot(
        claim=claim.id,
        path=start.path,
        line=start.line or 1,
        column=start.column or 1,
        end_line=end.line or 1,
        end_column=end.column or 1,
        drawn=start.column is None,
        date=article.date or "",
        who=f"{article.outlet} (own voice)" if article.outlet and not claim.attribution else _who(claim),
        number=article.text[slice(*number)],
        quote=quote(article.text, claim.sentence, number).text,
        about=one_line(title),
    )


def _joined(same: list[Finding]) -> Finding:
    """One finding of several with the same meaning, as grave as its gravest case; of these the newest comes first."""
    newest_first = sorted(same, key=lambda finding: _age(finding.place), reverse=True)
    gravest_first = sorted(newest_first, key=lambda finding: finding.verdict)  # contradict, diverge
    cases = tuple(case for finding in gravest_first for case in finding.cases)
    return msgspec.structs.replace(gravest_first[0], cases=cases)


def _age(spot: Spot) -> tuple[str, str, int, int]:
    return (spot.date, *_place_order(spot))


def _place_order(spot: Spot) -> tuple[str, int, int]:
    return (spot.path, spot.line, spot.column)


def _side_order(side: Side) -> tuple[str, str, str]:
    return (side.of, side.who, side.says)


# ── the meaning of a claim ────────────────────────────────────────────────────────────────────


def _who(claim: Claim) -> str:
    if claim.attribution is None:
        return OWN_VOICE
    names = sorted({one_line(source.name) for source in claim.attribution.sources})
    return words.listed(names) or UNNAMED


def _says(quantity: Quantity) -> str:
    """The range, by what makes it: the number and its qualifier, so that a width tuned in the rules changes nothing."""
    if quantity.qualifier == "between":
        said = f"{_number(quantity.literal.low)}..{_number(quantity.literal.high)}"
    elif quantity.qualifier == "exact":
        said = _number(quantity.value)
    else:
        said = f"{quantity.qualifier.replace('_', ' ')} {_number(quantity.value)}"
    return one_line(" ".join(part for part in (said, quantity.unit, quantity.direction) if part))


def _number(value: float) -> str:
    return f"{value:.12g}" if value != int(value) else f"{int(value)}"


def _of(description: Description) -> str:
    measure = description.measure.value if description.measure else "counted"
    party = description.party.value if description.party else ""
    slots = (f"{description.noun_class or description.unit} {measure}", party, _event(description))
    return one_line(", ".join(slot for slot in slots if slot))


def _event(description: Description) -> str:
    """The event's id, or what tells an event without one: its kind, its names, its place."""
    if description.event:
        return description.event.value
    terms = {term.value for term in description.event_terms}
    if description.place:
        terms.add(description.place.value)
    return " ".join(sorted(terms))
