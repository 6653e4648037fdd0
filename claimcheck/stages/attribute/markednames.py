"""A quotation in, the name out that it is instead of a speech: "“Dawn” reported that", "the “Interfax” agency"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from claimcheck.records import Span

_LONGEST = 40  # characters of such a name
_BESIDE = 32  # characters before it and behind it that are looked at
_MARKS = "\"“”„'‘’«»`"
_NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w’'.&-]*+(?: (?:of|the|and|for|[^\W\d_a-zß-öø-ÿ][\w’'.&-]*+)){0,4}")
_GOES_ON = ("that", "about", "citing", "with", "referring", "how", "at", "more", "some")


def name_between(text: str, quote: Span, classes: Mapping[str, frozenset[str]]) -> str | None:
    """The name between two marks; None: it is spoken, or a way of putting it."""
    inner = text[slice(*quote)].strip(_MARKS)
    if not 1 < len(inner) <= _LONGEST:
        return None
    before = text[max(0, quote[0] - _BESIDE) : quote[0]].lower().split()
    after = text[quote[1] : quote[1] + _BESIDE].split()
    bodies = classes["outlet-word"] | classes["organisation"]
    if _NAME.fullmatch(inner) is None:
        called = inner.islower() and inner.split()[-1] in bodies and before[-1:] == ["the"]
        return inner.capitalize() if called and _says(after, classes) else None
    apart = text[quote[1] : quote[1] + 1].isspace()  # no “Dawn”, | which
    beside = apart and after[0].rstrip(".,").lower() in bodies if after else False
    led = before[-1:] != [] and before[-1] in classes["outlet-word"] | classes["outlet-opens"]
    by = before[-2:] == ["according", "to"] or _told_by(before[-2:], classes)
    return inner if led or by or beside or _says(after, classes) else None


def _told_by(before: list[str], classes: Mapping[str, frozenset[str]]) -> bool:
    """Whether a participle of saying and "by" stand before: "reported by | “Dawn”"."""
    return len(before) > 1 and before[1] == "by" and before[0].strip(".,") in classes["named-says"]


def _says(after: list[str], classes: Mapping[str, frozenset[str]]) -> bool:
    """Whether a verb of saying follows with what is said: "reported | that", "said | 40 had died", "based on"."""
    if after[:2] == ["based", "on"]:
        return True
    verb = after[0].rstrip(".") if after else ""
    if verb not in classes["named-says"]:
        return False
    return after[0].endswith(".") or (len(after) > 1 and (after[1] in _GOES_ON or after[1][0].isdigit()))
