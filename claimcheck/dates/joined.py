"""Two dates that bound one stretch of days: "between 27 September and 4 October", "on Friday and Saturday"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from claimcheck.dates.days import day_of, moved
from claimcheck.dates.lexicon import DAYS
from claimcheck.dates.when import When

Again = Callable[[int, date], When | None]  # reads the date at an offset anew, as of another day

_BOUNDS = frozenset(("day", "month", "year", "season"))
_LEAD = re.compile(r"\b(?P<word>between|from)\s+(?:the\s+|late\s+|early\s+)?$", re.I)
_LONGEST_LEAD = 16
_AND = re.compile(r",?\s+and\s+(?:the\s+)?")
_AND_IN = re.compile(r"\s+and\s+(?P<again>(?:on|in)\s+)?")
_OPENS = re.compile(r"(?:^|[.,;:!?—–\"“”(]\s*|\n)(?:[Oo]n|[Ii]n)\s+$")  # "On Friday and Saturday 45 people died"
_ENDS = re.compile(  # of a clause: "on Friday and on Saturday, police said", "in 2014 and in 2015 in Kano"
    r"\s*(?:[.,;:!?)”\"—–]|$)|\s+(?:about|across|after|against|amid|around|as|at|because|before|but|by|during|following|"
    r"for|from|in|into|near|of|off|on|outside|over|through|to|under|when|where|while|with|within|without)\b"
)
_NUMBER = (
    r"(?:dozens|hundreds|thousands|scores|several|a (?:dozen|hundred)|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|(?:twen|thir|four|for|fif|six|seven|eigh|nine)(?:ty|teen)|(?!\d[\d:.]*\s?[ap]\.?m\b)\d[\d,.]*)"
)
_QUANTITY = re.compile(  # "on Friday and Saturday 30 fell ill"; behind a comma one that adds to another
    rf"\s+(?:(?:about|almost|around|at least|more than|nearly|only|over|some|up to)\s+){{0,2}}{_NUMBER}(?!\w)"
    rf"|,?\s+(?:another|a further|{_NUMBER}\s(?:\w+\s)?(?:more|others?))\b"
)
_TO = re.compile(r",?\s+(?:up\s+)?(?:to|until|till|through)\s+(?:the\s+)?|\s?[-–—−]\s?")


def joined(text: str, found: Sequence[When], again: Again) -> tuple[When, ...]:
    """The dates and periods of a text, with those that bound one stretch as one period."""
    out: list[When] = []
    for when in found:
        stretch = _stretch(text, out[-1], when, again) if out else None
        if stretch is None:
            out.append(when)
        else:
            out[-1] = stretch
    return tuple(out)


def _stretch(text: str, first: When, last: When, again: Again) -> When | None:
    """The days from the first date to the last; None where the words between do not say so."""
    if not {first.kind, last.kind} <= _BOUNDS:
        return None
    if _both(text, first, last):
        return _days_of_both(text, first, last, again)
    if not _bound(text, first, last):
        return None
    span = (first.span[0], last.span[1])
    whole = When(span=span, text=text[slice(*span)], kind="period", relative=first.relative and last.relative)
    if first.start is None and last.end is None:
        return whole
    start, end = _in_order(first, last, again)
    if start is None or end is None:
        return whole
    return When(span=span, text=whole.text, kind="period", start=start, end=end, relative=whole.relative)


def _both(text: str, first: When, last: When) -> bool:
    """ "On Friday and Saturday", "in March and April"; not "on Friday and Saturday's match"."""
    gap = _AND_IN.fullmatch(text[first.span[1] : last.span[0]])
    lead = _LEAD.search(text, max(0, first.span[0] - _LONGEST_LEAD), first.span[0])
    owning = text[last.span[1] : last.span[1] + 2] in ("'s", "’s")
    if gap is None or lead is not None or first.kind != last.kind or owning:
        return False
    return not _opens_clause(text, first, last, again=gap["again"] is not None)


def _opens_clause(text: str, first: When, last: When, *, again: bool) -> bool:
    """Whether the second date is of a clause of its own: "killed 45 on Friday and on Saturday 30 others died"; `again`:
    a preposition stands before it."""
    if _OPENS.search(text[max(0, first.span[0] - _LONGEST_LEAD) : first.span[0]]):
        return False
    if again and _ENDS.match(text, last.span[1]) is None:
        return True
    return _QUANTITY.match(text, last.span[1]) is not None


def _days_of_both(text: str, first: When, last: When, again: Again) -> When | None:
    """The days of two dates of which the second follows the first; None of any others: those are two times."""
    opens, closes = day_of(first.end), day_of(last.start)
    if opens and closes and first.kind == "day" and first.relative and last.relative and opens > closes:
        # Told on a Saturday "Saturday and Sunday" are today and tomorrow.
        start, end = first.start, moved(opens, (closes - opens).days % 7)
        follows = end == moved(opens, 1)
        until = end.isoformat() if end else None
    else:
        start, until = _in_order(first, last, again)
        before = again(first.span[0], end) if (end := day_of(until)) is not None else None
        follows = before is not None and day_of(before.end) == moved(closes, -1) is not None
    if not follows:
        return None
    span = (first.span[0], last.span[1])
    relative = first.relative and last.relative
    return When(span=span, text=text[slice(*span)], kind="period", start=start, end=until, relative=relative)


def _bound(text: str, first: When, last: When) -> bool:
    """Whether the words around two dates make bounds of them; without "from" both must be of one kind, and no
    weekdays: "moved to Monday - Tuesday's vote"."""
    gap = text[first.span[1] : last.span[0]]
    lead = _LEAD.search(text, max(0, first.span[0] - _LONGEST_LEAD), first.span[0])
    if lead is not None:
        return (_AND if lead["word"].lower() == "between" else _TO).fullmatch(gap) is not None
    alike = first.kind == last.kind and first.kind != "year" and first.text.lower() not in DAYS
    return alike and _TO.fullmatch(gap) is not None


def _in_order(first: When, last: When, again: Again) -> tuple[str | None, str | None]:
    """Both ends, a date without a year being of the year that the other has: the first is the latest before the last,
    the last the next behind the first."""
    opens, closes = first.start, last.end
    if (first.relative or opens is None) and (end := day_of(closes)) is not None:
        earlier = again(first.span[0], end)
        opens = earlier.start if earlier else None
    elif (last.relative or closes is None) and (year_on := moved(day_of(opens), 364)) is not None:
        later = again(last.span[0], year_on)
        closes = later.end if later else None
    return (opens, closes) if opens and closes and opens <= closes else (None, None)
