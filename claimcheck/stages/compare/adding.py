"""A total and its parts in, their sum out: added up, low with low and high with high, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, floor, inf

from claimcheck.records import Article, Range, Sum, Verdict
from claimcheck.slots import Amount, Subject, same_number
from claimcheck.stages.compare.wording import Words

LISTED = 12  # counts of one sentence, above which they are a table
_FEW = 1000  # people whom a list counts one by one, and whoever adds it up too


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
        alike = total.amount.literal.meets(added.literal)
    else:
        alike = total.amount.typical.meets(added.typical) or same_number(total.amount, added)
    if alike:
        return "consistent"
    if total.amount.literal.meets(added.literal):
        return "diverge"
    days = {subject.day for subject in (total, *parts)}
    one_text = all(part.claim.article == total.claim.article for part in parts)
    return "contradict" if one_text or (len(days) == 1 and None not in days) else "diverge"


def _to_the_unit(total: Subject, parts: Sequence[Subject]) -> bool:
    """Whether all is counted to the unit: "158 hurt: 80 men, 51 women, 20 children", where 80 is not rounded.

    So it is in one sentence, and where a sentence lists few that another text adds up: "22 men, 16 women and 10
    children", "killing 47".
    """
    told = (total, *parts)
    exact = all(s.slots.dimension == "count" and s.claim.quantity.qualifier == "exact" for s in told)
    if not exact or total.amount.rounded or len(parts) < 2:
        return False
    listed = {(part.claim.article, part.claim.sentence) for part in parts}
    one_sentence = listed == {(total.claim.article, total.claim.sentence)}
    return one_sentence or (len(listed) == 1 and total.amount.value < _FEW)


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
    """Whether a number can be a part of a sum: it says how many there are, not only below or above how many."""
    return subject.amount.value > 0 and subject.claim.quantity.qualifier in ("exact", "about", "at_least", "nearly")


def comes_out(total: Subject, parts: Sequence[Subject]) -> bool:
    """Whether the parts, as written, are the total to the unit."""
    return total.amount.value == sum(part.amount.value for part in parts)
