"""Lines of a head in, the day that they are stamped with out; also where a text has spaces around its punctuation."""

from __future__ import annotations

import re

from claimcheck import dates

_LONGEST = 120
_BEFORE_POINT = re.compile(r"\s+(?=[,.:;)|])")
_NO_SPACE = re.compile(r"(?<=\d),(?=(?:19|20)\d\d\b)")
_IN_NUMBER = re.compile(r"(?<=\d)\s*([/:])\s*(?=\d)")
_ISO = re.compile(r"(?<!\d)(\d{4}) ?- ?(\d\d) ?- ?(\d\d)(?!\d)")
_CAPITALS = re.compile(r"\b[A-Z]{3,9}\b|(?<=\d)(?:ST|ND|RD|TH)\b")
_CLOCK = re.compile(
    r"\b\d{1,2}[:.] ?\d\d(?:[:.] ?\d\d)?(?: ?[ap]\.? ?m\b\.?)?|\b\d{4}(?= (?:gmt|utc|hkt|hrs|est|edt)\b)", re.I
)
_OPENS = re.compile(r"\A(?P<day>[^—–]{8,30}?)\s+(?:[—–]|--?)\s+(?=\S+\s+\S+\s)")  # 17 Nov 2023 | — Forty people died
# "Kano, 17 November 2023. Society / Army"
_PLACED = re.compile(r"\A(?:[A-Z][\w’'-]*\s?){1,3}, (?=\S)(?P<day>[^.]*?)(?:\.(?:\s|\Z)|\Z)")
_DESK = re.compile(r"\A[A-Z]{2,12}, ?(?=\S)")  # "AFP, Tuesday 2 Jul 2013"
_PARTS = re.compile(r"\s*[|·•»›]\s*|\s+[-–—/>]\s+")  # "Lima | 5 March 2024", "Home > News > 5 March 2024"
# Around the day of a byline: who, where and for whom, "By Ann Lee, Lima, 5 March 2024", "Staff writer, 5 March 2024".
_WHO = frozenset("and by correspondent desk editor for from in news of our reporter reporters staff the writer".split())
_MOST_WHO = 8  # words of these
_GLUED_CLOCK = re.compile(r"(?<=\b20\d\d)(?=\d{1,2}:\d\d)")  # "March 5, 202410:12 AM"
_GLUED = re.compile(r"(\b[A-Za-z]{3,9} \d\d|\b\d\d\.\d\d\.\d{4})((?:19|20)\d\d\b|(?=[A-Z(]))")
# ".../2011/11/10/...", ".../2007-11-12/...", ".../2013/aug/04/...", ".../20111110/..."
_IN_ADDRESS = re.compile(
    r"[/-](?P<y>(?:19|20)\d\d)(?:(?P<s>[/-])(?P<m>\d\d?|[a-z]{3})(?P=s)(?P<d>\d\d?)|(?P<m2>\d\d)(?P<d2>\d\d))(?=[/-]|\Z)",
    re.I,
)


def iso_day(words: str) -> str | None:
    """The day that words such as "Tue Jul 02 2013, 14:58 hrs" name, as an ISO date; None where they name no one day."""
    found = dates.find(tidy(words[:_LONGEST]))
    return next((when.start for when in found if when.kind == "day" and not when.relative), None)


def stamped(line: str) -> bool:
    """Whether a line tells a day, perhaps with a clock and "Published on", and nothing else."""
    if len(line) > _LONGEST:
        return False
    left = tidy(_DESK.sub("", _BEFORE_POINT.sub("", line)))
    found = [when for when in dates.find(left) if when.kind == "day" and not when.relative]
    for when in reversed(found):
        left = left[: when.span[0]] + " " + left[when.span[1] :]
    return bool(found) and set(re.findall(r"\w+", _CLOCK.sub(" ", left).casefold())) <= dates.STAMPING


def day_beside(line: str) -> str | None:
    """The day that stands in a line beside who wrote it, where, or in which part of the page, all short of a sentence:
    "By Ann Lee | Lima | 5 March 2024, 10:12", "14 April 2023, Quito", "5 August 2020 · This live blog is closed"."""
    if len(line) > _LONGEST or line.endswith((".", "!", "?", ":", ";")):
        return None
    line = _GLUED_CLOCK.sub(" ", line)
    parts = _PARTS.split(line)
    part = next(filter(stamped, parts), None) if len(parts) > 1 else None
    if part is not None:
        return iso_day(part)
    return next(filter(None, map(_signed, parts)), None)


def _signed(part: str) -> str | None:
    """The day of a part that else holds nothing but who and where."""
    text = tidy(part)
    days = [when for when in dates.find(text) if when.kind == "day" and not when.relative]
    if len(days) != 1:
        return None
    start, end = days[0].span
    before, after = (re.findall(r"[^\W\d_][\w.’'-]*", _CLOCK.sub(" ", beside)) for beside in (text[:start], text[end:]))
    if before[:1] != ["By"] and not {*text[:start].rstrip()[-1:], *text[end:].lstrip()[:1]} & {",", "("}:
        return None
    around = [word for word in (*before, *after) if word.casefold() not in dates.STAMPING]
    told = all(word[0].isupper() or word in _WHO for word in around) and len(around) <= _MOST_WHO
    return days[0].start if told and around and before[:1] not in (["On"], ["In"], ["At"], ["Of"]) else None


def day_opening(line: str) -> str | None:
    """The day that opens a line before a dash or behind a place, with words of the page or the text behind it: "Kano,
    17 November 2023. Politics / Army", "17 November 2023 — Forty people died"."""
    found = _OPENS.match(line[:_LONGEST]) or _PLACED.match(line[:_LONGEST])
    return iso_day(found["day"]) if found is not None and stamped(found["day"]) else None


def opening_day(line: str) -> str | None:
    """The day of a stamp that ran into the line of the text: "Posted on April 4 2017 by", "AFP Sunday 30 Mar 2014"."""
    text = tidy(_GLUED.sub(r"\1 \2", line[:_LONGEST]))
    when = next((when for when in dates.find(text) if when.kind == "day" and not when.relative and when.start), None)
    return when.start if when is not None and dates.stamps(text, 0, when) else None


def day_in_address(address: str) -> str | None:
    """The day in the path of a page's address, as many papers keep them."""
    found = _IN_ADDRESS.search(address)
    if found is None:
        return None
    month, day = found["m"] or found["m2"], found["d"] or found["d2"]
    return iso_day(
        f"{day} {month.capitalize()} {found['y']}" if month.isalpha() else f"{found['y']}-{month:0>2}-{day:0>2}"
    )


def tidy(words: str) -> str:
    """The words as print has them: "JULY 2 , 2013 | 9 : 30" of a tokenised text is "July 2, 2013| 9:30"."""
    closed = _NO_SPACE.sub(", ", _IN_NUMBER.sub(r"\1", _BEFORE_POINT.sub("", words)))
    return _CAPITALS.sub(
        lambda found: found[0].capitalize() if len(found[0]) > 2 else found[0].lower(), _ISO.sub(r"\1-\2-\3", closed)
    )
