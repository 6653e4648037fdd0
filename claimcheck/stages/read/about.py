"""The head of a text in; outlet, date, URL and title out, and where the text proper starts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimcheck import dates

_KEYS = {
    "outlet": "outlet source publisher publication site sitename site_name newspaper agency website",
    "date": "date published publishdate publish_date published_at published_time pubdate pub_date datepublished day",
    "url": "url link permalink canonical canonical_url source_url",
    "title": "title headline",
}
_FIELD = {word: field for field, words in _KEYS.items() for word in words.split()}
_FRONT_MATTER = re.compile(r"\s{0,99}(---|\+\+\+)[ \t]*\r?\n")
_PAIR = re.compile(r"[ \t]*([A-Za-z][\w -]{0,30}?)[ \t]*[:=][ \t]*(.*?)\s*\Z")
_LINE = re.compile(r"[^\n]*\n?")
# " date 2023-11-17 Khankendi, a once vibrant city": the stamp that scrapers put before the first word.
_STAMP = re.compile(r"\s{0,99}(?:(?:date|published|posted)[ :]{1,3})?(\d{4}-\d\d-\d\d)(?:T[\d:.]{5,12}Z?)?\s+", re.I)
_DATED_LINE = re.compile(r"(?:last )?(?:published|updated|posted|date|modified)?[ :]*(?:on|at)?[ :]*", re.I)
_CLOCK = re.compile(r"[\s,|·•@-]*(?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,5})?", re.I)
_WEEKDAY = re.compile(r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)?", re.I)
# "BAKU, Nov. 17, 2023 (Reuters) - ": place in capitals, perhaps a day, and who reports.
_DATELINE = re.compile(r"\s{0,99}([A-Z]{2}[\w.,’' /-]{1,80})[ ]\(([A-Z][\w .&-]{1,40})\)[ ]{0,3}(?:--?|–|—)")
_HEAD_LINES = 6
_FRONT_MATTER_LINES = 100


class About(NamedTuple):
    """What is known of an article besides its text."""

    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    title: str | None = None
    no_date: str | None = None  # what is given as a date and names no day

    def filled(self, other: About) -> About:
        """The same, with what was unknown taken from the other."""
        return About(*(mine or its for mine, its in zip(self, other, strict=True)))


def head(text: str) -> tuple[About, int]:
    """What the first lines say of the article, and the offset at which the article starts behind them."""
    about, body = _front_matter(text) or _pairs(text) or (About(), 0)
    stamp = _STAMP.match(text, body)
    if stamp and (day := iso_day(stamp[1])):
        about, body = about.filled(About(date=day)), stamp.end()
    return about.filled(_dateline(text, body)).filled(_dated_line(text, body)), body


def iso_day(words: str) -> str | None:
    """The day that words such as "17 November 2023" name, as an ISO date; None where they name no one day."""
    found = dates.find(words[:80])
    return next((when.start for when in found if when.kind == "day" and not when.relative), None)


def fields(pairs: Iterable[tuple[str, str]]) -> About:
    """The known ones among keys with their values; the first of a kind holds."""
    found: dict[str, str] = {}
    for key, value in pairs:
        field = _FIELD.get(key.strip().casefold().replace(" ", "_"))
        text = iso_day(value) if field == "date" else value.strip().strip("\"'")
        if field == "outlet" and value.lstrip("\"'").startswith("http"):
            field = "url"
        if field == "date" and value.strip() and text is None:
            field, text = "no_date", value.strip()
        if field and text:
            found.setdefault(field, text)
    return About(**found)


def _front_matter(text: str) -> tuple[About, int] | None:
    """A block between two lines of --- or +++, as static sites keep."""
    opening = _FRONT_MATTER.match(text)
    if opening is None:
        return None
    pairs: list[tuple[str, str]] = []
    for number, line in enumerate(_LINE.finditer(text, opening.end())):
        if line[0].strip() in (opening[1], "..."):
            return fields(pairs), line.end()
        if number > _FRONT_MATTER_LINES or not line[0]:
            return None
        pair = _PAIR.match(line[0])
        if pair:
            pairs.append((pair[1], pair[2]))
    return None


def _pairs(text: str) -> tuple[About, int] | None:
    """Lines such as "Title: …" and "Date: …" above the article; one alone may be its first sentence."""
    pairs: list[tuple[str, str]] = []
    end = 0
    for line in _LINE.finditer(text):
        if not line[0].strip() and not pairs and line[0]:
            continue
        pair = _PAIR.match(line[0]) if len(line[0]) < 500 else None
        if pair is None or pair[1].strip().casefold().replace(" ", "_") not in _FIELD:
            break
        pairs.append((pair[1], pair[2]))
        end = line.end()
    about = fields(pairs)
    known = sum(value is not None for value in about)
    return (about, end) if known >= 2 or (known == 1 and (about.date or about.no_date) is not None) else None


def _dateline(text: str, body: int) -> About:
    for line in _first_lines(text, body):
        found = _DATELINE.match(line)
        if found:
            return About(outlet=found[2], date=iso_day(found[1]))
    return About()


def _dated_line(text: str, body: int) -> About:
    """A line with a day and nothing else among the first ones."""
    for line in _first_lines(text, body):
        if len(line) > 80:
            continue
        for when in dates.find(line):
            rest = (line[: when.span[0]] + " " + line[when.span[1] :]).strip(" ,.|·•-–—()")
            if when.kind == "day" and not when.relative and _only_stamps(rest):
                return About(date=when.start)
    return About()


def _only_stamps(rest: str) -> bool:
    left = _CLOCK.sub("", _DATED_LINE.sub("", rest, count=1)).strip(" ,.|·•-–—()")
    return _WEEKDAY.fullmatch(left) is not None


def _first_lines(text: str, body: int) -> Iterator[str]:
    found = 0
    for line in _LINE.finditer(text, body, min(len(text), body + 5000)):
        if line[0].strip():
            found += 1
            yield line[0].strip()
        if found == _HEAD_LINES:
            return
