"""The head of a text in; outlet, date, URL and title out, and where the text proper starts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from claimcheck.records import Article
from claimcheck.stages.read.stamps import day_beside, day_in_address, day_opening, iso_day, opening_day, stamped

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
# "BAKU, Nov. 17, 2023 (Reuters) - ": place in capitals, perhaps a day, and who reports.
_DATELINE = re.compile(r"\s{0,99}([A-Z]{2}[\w.,’' /-]{1,80})[ ]\(([A-Z][\w .&-]{1,40})\)[ ]{0,3}(?:--?|–|—)")
# "https://daily.example/flood" alone on the first line, or with spaces between its parts: "http : / / daily . example".
_ADDRESS = re.compile(r"\s{0,99}https?(?:://[^\s/]\S{0,999}|\s?:\s?/ ?/ [^\n]{3,999})[ \t]{0,9}\r?\n", re.I)
_HEAD_LINES = 6
_TITLE_WITHIN = 2  # lines under the address, or from the top, that a headline is looked for in
_STAMPED_WITHIN = 3  # lines from the top that a stamp may have run into
_LONGEST_TITLE = 200
_FRONT_MATTER_LINES = 100
_QUOTED = " \t\r\n\"'"  # what stands around a value, and is no part of it
_HEAD_ROOM = 200  # characters under the head in which a title may stand again


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
    address = _ADDRESS.match(text, body)
    body = address.end() if address else body
    below = _below(list(_first_lines(text, body)), addressed=address is not None)
    return about.filled(below).filled(_addressed(address[0]) if address else About()), body


def settled(article: Article) -> Article:
    """The article with what its text's own head tells, where nobody gave it; a date that names no day is told."""
    given = About(article.outlet, _given_day(article.date), article.url, article.title)
    about, body = head(article.text) if article.body == 0 else (About(), article.body)
    about = given.filled(about)
    dropped = bool(article.date) and given.date is None
    return msgspec.structs.replace(
        article,
        outlet=about.outlet,
        date=about.date,
        url=about.url,
        title=about.title,
        body=body,
        headline=headline(article.text, body),
        warnings=(*article.warnings, *([no_day(str(article.date))] if dropped else [])),
    )


def headline(text: str, body: int) -> tuple[int, int] | None:
    """Where the head before the body has the title; None too where the text below begins with it."""
    for line in _LINE.finditer(text, 0, body):
        pair = _PAIR.match(line[0])
        title = pair and _FIELD.get(_as_key(pair[1])) == "title" and pair[2].strip(_QUOTED)
        if pair and title:
            start = line.start() + line[0].index(title, pair.start(2))
            below = text[body : body + len(title) + _HEAD_ROOM]
            return None if title.casefold() in below.casefold() else (start, start + len(title))
    return None


def no_day(words: str) -> str:
    """What is told of a date that cannot be read."""
    return f"the date {words[:80]!r} names no day; expected one such as 2023-11-17"


def _given_day(given: object) -> str | None:
    """The day of a date as a caller gives it: in words, with a time, or as an object that prints as one."""
    return iso_day(str(given)) if given else None


def fields(pairs: Iterable[tuple[str, str]]) -> About:
    """The known ones among keys with their values; the first of a kind holds."""
    found: dict[str, str] = {}
    for key, value in pairs:
        field = _FIELD.get(_as_key(key))
        text = iso_day(value) if field == "date" else value.strip(_QUOTED)
        if field == "outlet" and value.lstrip("\"'").startswith("http"):
            field = "url"
        if field == "date" and value.strip() and text is None:
            field, text = "no_date", value.strip()
        if field and text:
            found.setdefault(field, text)
    return About(**found)


def _as_key(key: str) -> str:
    return key.strip().casefold().replace(" ", "_")


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
        if pair is None or _as_key(pair[1]) not in _FIELD:
            break
        pairs.append((pair[1], pair[2]))
        end = line.end()
    about = fields(pairs)
    known = sum(value is not None for value in about)
    return (about, end) if known >= 2 or (known == 1 and (about.date or about.no_date) is not None) else None


def _addressed(line: str) -> About:
    """What the page's own address tells: who publishes it, and perhaps when."""
    url = re.sub(r"\s+", "", line)
    host = url.split("/")[2].removeprefix("www.").casefold()
    return About(outlet=host, date=day_in_address(url), url=url)


def _below(lines: Sequence[str], *, addressed: bool) -> About:
    """What the lines under an address, or above and below a stamp, tell: headline, day, and agency."""
    told = [_dateline(line) for line in lines]
    at = next((n for n, line in enumerate(lines) if stamped(line)), None)
    about = next((found for found in told if found is not None), About())
    if at is not None:
        about = about.filled(About(date=iso_day(lines[at])))
    elif about.date is None:
        run_in = map(opening_day, lines[:_STAMPED_WITHIN])
        about = about.filled(
            About(date=next(filter(None, (*run_in, *map(day_beside, lines), *map(day_opening, lines[1:]))), None))
        )
    if not addressed and at is None:
        return about
    above = [line for line in lines[:_TITLE_WITHIN] if not stamped(line)]
    return about.filled(About(title=above[0])) if above and _like_title(above[0]) else about


def _dateline(line: str) -> About | None:
    found = _DATELINE.match(line)
    return About(outlet=found[2], date=iso_day(found[1])) if found else None


def _like_title(line: str) -> bool:
    return len(line) <= _LONGEST_TITLE and not line.endswith((".", ".”", '."', ",", ":", ";"))


def _first_lines(text: str, body: int) -> Iterator[str]:
    found = 0
    for line in _LINE.finditer(text, body, min(len(text), body + 5000)):
        if line[0].strip():
            found += 1
            yield line[0].strip()
        if found == _HEAD_LINES:
            return
