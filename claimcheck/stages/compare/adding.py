"""A total and its parts in, their sum out: added up, low with low and high with high, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, floor, inf

from claimcheck.records import Article, Range, Sum, Verdict
from claimcheck.slots import Amount, Subject, same_number
from claimcheck.stages.compare.wording import Words


def sum_of(total: Subject, parts: Sequence[Subject], articles: Mapping[str, Article], words: Words) -> Sum:
    """The sum with its verdict, and the arithmetic in words."""
    added = added_up(parts)
    filled = {
        "parts": " + ".join(worded(part, articles) for part in parts),
        "sum": _range(added, total.slots.dimension == "count"),
        "total": worded(total, articles),
    }
    return Sum(
        total=total.claim.id,
        parts=tuple(part.claim.id for part in parts),
        verdict=verdict_of(total, added, parts),
        reasons=(words.says("sum", filled),),
        rules=(words.id("sum"),),
    )


def added_up(parts: Sequence[Subject]) -> Amount:
    """The parts together, low with low and high with high."""
    literal = Range.added([part.amount.literal for part in parts])
    typical = Range.added([part.amount.typical for part in parts])
    return Amount(sum(part.amount.value for part in parts), literal, typical)


def verdict_of(total: Subject, added: Amount, parts: Sequence[Subject]) -> Verdict:
    """Whether what was worked out from the parts is what the text states; across days nothing contradicts."""
    if _to_the_unit(total, parts):
        return "consistent" if total.amount.literal.meets(added.literal) else "contradict"
    if total.amount.typical.meets(added.typical) or same_number(total.amount, added):
        return "consistent"
    if total.amount.literal.meets(added.literal):
        return "diverge"
    days = {subject.day for subject in (total, *parts)}
    one_text = all(part.claim.article == total.claim.article for part in parts)
    return "contradict" if one_text or (len(days) == 1 and None not in days) else "diverge"


def _to_the_unit(total: Subject, parts: Sequence[Subject]) -> bool:
    """Whether one sentence counts to the unit: "158 hurt: 80 men, 51 women, 20 children", where 80 is not rounded."""
    told = (total, *parts)
    one_sentence = len({(subject.claim.article, subject.claim.sentence) for subject in told}) == 1
    exact = all(s.slots.dimension == "count" and s.claim.quantity.qualifier == "exact" for s in told)
    return one_sentence and exact and not total.amount.rounded and len(parts) > 1


def worded(subject: Subject, articles: Mapping[str, Article]) -> str:
    """The words of a number, on one line."""
    quantity = subject.claim.quantity
    return " ".join(articles[subject.claim.article].text[quantity.start : quantity.end].split())


def _range(amount: Amount, counted: bool) -> str:
    low, high = amount.literal.low, amount.literal.high
    if counted:  # nobody counts half a soldier
        low, high = float(floor(low)), high if high == inf else float(ceil(high))
    shown = f"{low:,.10g}"
    if high == inf:
        return f"more than {shown}" if amount.literal.low_open else f"{shown} or more"
    return shown if low == high else f"{shown} to {high:,.10g}"


def vague(subject: Subject) -> bool:
    """Whether a number is none to reckon with: dozens."""
    return subject.claim.quantity.qualifier == "vague"


def closed(subject: Subject) -> bool:
    """Whether a number says how many, not below or above which number."""
    return subject.claim.quantity.qualifier in ("exact", "about", "at_least", "nearly")


def comes_out(total: Subject, parts: Sequence[Subject]) -> bool:
    """Whether the parts, as written, are the total to the unit."""
    return total.amount.value == sum(part.amount.value for part in parts)
