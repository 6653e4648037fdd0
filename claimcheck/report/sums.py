"""Totals with their parts in, the arithmetic as a reader can follow it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from claimcheck import words
from claimcheck.records import Analysis, Claim, Range, Record, Sum
from claimcheck.report.rows import Row


class SumView(Record, frozen=True):
    """A total with its parts as every format shows it."""

    total: Row
    parts: tuple[Row, ...]
    verdict: str
    words: str
    arithmetic: str
    again: int = 0  # other totals that come out in the same way


def sums_of(analysis: Analysis, rows: Mapping[str, Row]) -> tuple[SumView, ...]:
    """Every total with its parts and what they come to, what does not add up first; what adds up alike once."""
    claims = {claim.id: claim for claim in analysis.claims}
    return _each_once(sorted((_sum(total, claims, rows) for total in analysis.sums), key=_order))


def _sum(total: Sum, claims: Mapping[str, Claim], rows: Mapping[str, Row]) -> SumView:
    parts = tuple(rows[part] for part in total.parts)
    return SumView(
        total=rows[total.total],
        parts=parts,
        verdict=total.verdict,
        words=words.VERDICTS[total.verdict],
        arithmetic=_arithmetic(claims[total.total], [claims[part] for part in total.parts], rows),
    )


def _order(found: SumView) -> tuple[int, str, int, tuple[str, ...]]:
    """What does not add up first; then by where the totals stand."""
    verdicts = ("contradict", "diverge", "consistent")
    parts = tuple(part.id for part in found.parts)
    return (verdicts.index(found.verdict), found.total.place.path, found.total.quote.start, parts)


def _each_once(found: Sequence[SumView]) -> tuple[SumView, ...]:
    """The sums in order; of those that come out in the same way, however they are worded, the first alone."""
    alike: dict[tuple[object, ...], list[SumView]] = {}
    for one in found:
        alike.setdefault((one.verdict, one.total.value, *sorted(part.value for part in one.parts)), []).append(one)
    return tuple(
        each
        for group in alike.values()
        for each in ((replace(group[0], again=len(group) - 1),) if group[0].verdict == "consistent" else group)
    )


def _arithmetic(total: Claim, parts: list[Claim], worded: Mapping[str, Row]) -> str:
    """The parts and what they come to: as bare numbers, to the letter and as read, low with low and high with high."""
    percent = [part for part in parts if part.quantity.dimension == "percent" != total.quantity.dimension]
    if percent:
        return _division(total, parts, percent[0], worded)
    quantities = [part.quantity for part in parts]
    bare = sum(quantity.value for quantity in quantities)
    steps = [f"{' + '.join(worded[part.id].worded for part in parts)} = {_with_unit(total, bare)}"]
    allowed, read = (
        Range.added([getattr(quantity, name) for quantity in quantities]) for name in ("literal", "typical")
    )
    if (allowed.low, allowed.high) != (bare, bare):
        steps.append(f"to the letter {words.span_of(words.whole(total.quantity, allowed))}")
    if (read.low, read.high) not in ((bare, bare), (allowed.low, allowed.high)):
        steps.append(f"as read {words.span_of(words.whole(total.quantity, read))}")
    return "; ".join((*steps, f"stated: {worded[total.id].worded}"))


def _division(whole: Claim, parts: list[Claim], percent: Claim, worded: Mapping[str, Row]) -> str:
    """A count of a whole, and the percentage that the text gives for it."""
    (part,) = (part for part in parts if part is not percent)
    share = f"{100 * part.quantity.value / whole.quantity.value:.3g}%"
    return f"{worded[part.id].worded} of {worded[whole.id].worded} = {share}; stated: {worded[percent.id].worded}"


def _with_unit(total: Claim, value: float) -> str:
    return words.number(value) + words.unit_suffix(total.quantity)
