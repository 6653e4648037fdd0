"""How often a source is given where there is none, on articles in which people marked who says what.

    python -m benchmarks.invented SET.jsonl... [--show]

Each line of a set is an article: its text, its sentences as offsets, and its numbers, each with its span, and the label
"none" where it lies in no attribution. Of those numbers the ones count whose sentence holds no plain reporting cue (to
say, tell, report, show, find, "according to"), nor the sentences in which the quotation around them begins and ends.
`speaker` is what a scorer of such sets asks of claimcheck, number by number.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

import claimcheck

_SAY = (
    "say says said saying tell tells told telling write writes wrote written writing note notes noted noting add "
    "adds added adding state states stated stating announce announces announced announcing report reports "
    "reported reporting estimate estimates estimated estimating explain explains explained claim claims claimed "
    "claiming confirm confirms confirmed insist insists insisted argue argues argued suggest suggests suggested "
    "warn warns warned acknowledge acknowledges acknowledged tweeted continued continues replied recalled "
    "declared conclude concludes concluded predict predicts predicted projects projected stresses stressed admits "
    "admitted allege alleges alleged observed believe believes believed think thinks thought reveal reveals "
    "revealed boasted asserted deny denies denied"
)
_SHOW = (
    "show shows showed shown showing find finds found finding indicate indicates indicated put puts list lists listed"
)
_CUE = re.compile(rf"\b(?:{'|'.join(f'{_SAY} {_SHOW}'.split())}|according\sto|pointed\sout)\b", re.I)
_MARKS = (("“", "”"), ('"', '"'))


class Number(msgspec.Struct, frozen=True):
    """A number of an article, by people's marks."""

    span: tuple[int, int]
    label: str


class Marked(msgspec.Struct, frozen=True):
    """An article with its marks."""

    doc: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    numbers: tuple[Number, ...]


class Case(NamedTuple):
    """A number that nobody says, and the words that were taken for its speaker."""

    doc: str
    text: str
    span: tuple[int, int]
    speaker: str | None


def speaker(text: str, span: tuple[int, int]) -> list[int] | None:
    """The offsets of who says the number at `span`, or plans or wants what it counts; None: nobody."""
    found = claimcheck.attribute(text, span)
    return list(found.speaker) if found is not None and found.speaker is not None else None


def cases(articles: Iterable[Marked]) -> Iterator[Case]:
    """Every number in no attribution and beside no plain reporting cue, with who is taken to say it."""
    for article in articles:
        quotes = quotations(article.text)
        for number in article.numbers:
            if number.label == "none" and not _CUE.search(_around(article, quotes, number.span)):
                found = claimcheck.attribute(article.text, number.span)
                stated = found.speaker if found is not None and found.stated else None
                yield Case(article.doc, article.text, number.span, article.text[slice(*stated)] if stated else None)


def quotations(text: str) -> list[tuple[int, int]]:
    """What stands between double marks, paragraph by paragraph; one left open ends with its paragraph."""
    found: list[tuple[int, int]] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        for opens, closes in _MARKS:
            at = text.find(opens, *paragraph.span())
            while at >= 0:
                end = text.find(closes, at + 1, paragraph.end())
                found.append((at, end + 1 if end >= 0 else paragraph.end()))
                at = text.find(opens, end + 1, paragraph.end()) if end >= 0 else -1
    return sorted(found)


def _around(article: Marked, quotes: Sequence[tuple[int, int]], span: tuple[int, int]) -> str:
    """The sentence of a number, and those in which the quotation around it begins and ends."""
    asked = {span[0]}
    for start, end in quotes:
        if start <= span[0] < end:
            asked |= {start, end - 1}
    held = [sentence for sentence in article.sentences if any(sentence[0] <= at < sentence[1] for at in asked)]
    return " ".join(article.text[start:end] for start, end in held)


def main(arguments: Sequence[str]) -> int:
    """Prints a line a set; with --show every number that was given a source."""
    for path in (argument for argument in arguments if argument != "--show"):
        decoder = msgspec.json.Decoder(Marked)
        read = (decoder.decode(line) for line in Path(path).read_bytes().splitlines())
        found = list(cases(read))
        given = [case for case in found if case.speaker is not None]
        print(f"{path}: {len(given)} of {len(found)} numbers that nobody says: {len(given) / max(1, len(found)):.1%}")
        for case in given if "--show" in arguments else ():
            start, end = case.span
            context = " ".join(case.text[max(0, start - 200) : end + 120].split())
            print(f"  {case.doc}: {case.text[start:end]!r} by {case.speaker!r}\n    {context}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
