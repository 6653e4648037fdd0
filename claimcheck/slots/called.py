"""A claim of a reading in, out which one it is of by name: of which fire or storm, or from which town it is so far.

An article's fires are followed sentence by sentence: one that is brought up without a name has the name that comes
next ("a wildfire … the so-called Osk Fire"), "the blaze" is the one told of last, "another fire" none of those before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from claimcheck.records import Claim, Reading, Sentence
from claimcheck.slots.book import Book
from claimcheck.slots.kept import once_a_reading
from claimcheck.slots.wordings import any_of, one_name

_NAME = r"(?:[A-Z][\w'’-]{1,30} ){1,3}?"
_BACK = 3  # sentences back to which "the blaze" may be what a sentence is told of that names none
_SOON = 4  # sentences within which what the article is about gets its name
_MANY = 40  # happenings of an article, behind which it is but a list of them
_AROUND = 40  # characters before and behind a name that tell that it is of long ago
_DUBBED = re.compile(r"[\s,(–—-]*")


class Called(NamedTuple):
    """What a happening is called, and the names of those that its article tells it apart from."""

    name: str | None = None
    apart: frozenset[str] = frozenset()


class _Happening:
    """A happening that an article tells of; it may get its name later."""

    def __init__(self, at: int, name: str) -> None:
        self.at, self.name = at, name  # `at`: the sentence that brings it up


class _Mention(NamedTuple):
    """Words of a sentence that stand for one of these happenings."""

    end: int
    of: _Happening | None  # None: several
    others: Sequence[_Happening] = ()  # those told of before that it is not


def called(claim: Claim, reading: Reading, book: Book) -> Called:
    """What a claim is of: "the Osk Fire has burned 5,000 acres", "That fire", "Hurricane Odo killed 40"."""
    if claim.quantity.dimension == "length" and (
        town := _forms(book).far.match(reading.article.text, claim.quantity.end)
    ):
        return Called(town[1].casefold())
    return _told_in(reading, book).of(claim)


class _Told:
    """The fires and storms that an article tells of, sentence by sentence."""

    def __init__(self, reading: Reading, book: Book) -> None:
        self.text, self.sentences, self._book = reading.article.text, reading.segments.sentences, book
        self._year = (reading.article.date or "")[:4]
        self._forms = _forms(book)
        self._all = list[_Happening]()
        self._main: _Happening | None = None  # what the article tells of first
        self._last: _Happening | None = None  # … and last; None: several
        self._mentions: dict[int, list[_Mention]] = {}
        low = self.text.casefold()
        if not any(word in low for word in self._forms.kinds) or self._forms.kind.search(self.text) is None:
            return
        body = [(at, sentence) for at, sentence in enumerate(self.sentences) if sentence.kind != "headline"]
        if any(self._forms.name.search(self.text, told.start, told.end) for _, told in body):
            for at, sentence in body:  # In A Headline Of Capitals nothing is a name
                self._mentions[at] = self._read(at, sentence)

    def of(self, claim: Claim) -> Called:
        """What a claim is of: what is named last before it, or else by its sentence, or by those before."""
        if not self._mentions:
            return Called()
        at, measure = claim.quantity.sentence, claim.description.measure
        if found := self._mentions.get(at):
            before = bisect_right([mention.end for mention in found], claim.quantity.start)
            return self._called(found[max(0, before - 1)])
        if claim.quantity.dimension != "count" or measure is None or measure.value not in self._book.done_by_events:
            return Called()
        if self.sentences[at].kind == "headline":
            return self._called(_Mention(0, self._main)) if self._main else Called()
        near = (self._mentions.get(back) for back in range(at - 1, max(-1, at - 1 - _BACK), -1))
        return next((self._called(found[-1]) for found in near if found), Called())

    def _called(self, mention: _Mention) -> Called:
        if mention.of is not None and mention.of.name:
            return Called(mention.of.name)
        return Called(None, frozenset(other.name for other in mention.others) - {""})

    def _read(self, at: int, sentence: Sentence) -> list[_Mention]:
        """The mentions of a sentence, in order; "the fire" behind one that names two is of neither."""
        found = list[_Mention]()
        told = list[_Happening]()
        for match in self._forms.all_of_it.finditer(self.text, sentence.start, sentence.end):
            if len(self._all) >= _MANY:
                break
            if (mention := self._mention(match, at, found)) is not None:
                found.append(mention)
                told += [self._last] if self._last is not None and mention.of is self._last else []
        if any(one is not told[0] for one in told):
            self._last = None
        return found

    def _mention(self, match: re.Match[str], at: int, found: Sequence[_Mention]) -> _Mention | None:
        form, end = match.lastgroup, match.end()
        if form == "bare":
            return self._bare(match)
        if form == "several":
            return _Mention(end, None, [one for one in self._all if one is not self._last])
        if form == "apart":
            self._bring_up(at)
        elif form not in ("first", "again", "it"):
            return self._named(match, at, found)
        elif form != "it" and self._main is None:
            self._main = self._bring_up(at)
        elif form == "first" or not self._all:
            return None
        return _Mention(end, self._last, self._before(self._last))

    def _before(self, happening: _Happening | None) -> Sequence[_Happening]:
        """Those that were brought up before one; of several, which are perhaps those, none."""
        return self._all[: self._all.index(happening)] if happening is not None else ()

    def _named(self, match: re.Match[str], at: int, found: Sequence[_Mention]) -> _Mention | None:
        """What a name stands for: one that has it, one that was brought up without it, or a new one."""
        written = match[match.lastgroup or 0]
        words = [word for word in written.casefold().split() if word != "the"]
        if not words or not _words(self._book, "none").isdisjoint(words) or self._is_place(match, written):
            return None
        name = " ".join(words)
        known = next((one for one in self._all if one.name and one_name(one.name, name)), None)
        if self._is_recalled(match):
            return _Mention(match.end(), known or self._new(at, name))
        self._last = known or self._unnamed(match, at, found) or self._bring_up(at)
        self._last.name = self._last.name or name
        self._main = self._main or self._last
        return _Mention(match.end(), self._last)

    def _bare(self, match: re.Match[str]) -> _Mention | None:
        """ "Odo", of which it was told before that it is a storm; not a place of that name."""
        known = next((one for one in self._all if one.name == match[0].casefold()), None)
        if known is None or self._forms.at.search(self.text, max(0, match.start() - _AROUND), match.start()):
            return None
        self._last = known
        return _Mention(match.end(), known)

    def _unnamed(self, match: re.Match[str], at: int, found: Sequence[_Mention]) -> _Happening | None:
        """What a name is given to: "one blaze, dubbed the Osk Fire", else what the article is about, else the last."""
        before = found[-1] if found else None
        dubbed = before is not None and _DUBBED.fullmatch(self.text, before.end, match.start())
        if before is not None and before.of is not None and dubbed and not before.of.name:
            return before.of
        brought_up = ((self._main, _SOON), (self._last, 1))
        return next((one for one, far in brought_up if one and not one.name and at - one.at <= far), None)

    def _is_place(self, match: re.Match[str], written: str) -> bool:
        """ "The Lara fire", where the text tells what happened in Lara too."""
        if match.lastgroup != "small":
            return False
        name = written.strip()
        return name in self._places or name.casefold() in self._book.places

    @cached_property
    def _places(self) -> frozenset[str]:
        return frozenset(self._forms.place.findall(self.text))

    def _is_recalled(self, match: re.Match[str]) -> bool:
        """ "Higher than those of Hurricane Odo", "Hurricane Odo in 2012"."""
        ago = self._forms.ago.match(self.text, match.end(), match.end() + _AROUND)
        before = self.text[max(0, match.start() - _AROUND) : match.start()]
        return (ago is not None and ago["year"] != self._year) or self._forms.against.search(before) is not None

    def _bring_up(self, at: int) -> _Happening:
        self._last = self._new(at, "")
        return self._last

    def _new(self, at: int, name: str) -> _Happening:
        self._all.append(_Happening(at, name))
        return self._all[-1]


def _words(book: Book, label: str) -> frozenset[str]:
    return book.words("event", f"named-{label}")


class _Forms(NamedTuple):
    """Patterns of what has a name, of how it is named, of all words that stand for it, and of what is around a name."""

    kinds: Sequence[str]  # words for what has a name; far quicker to look for than the pattern of them
    kind: re.Pattern[str]
    name: re.Pattern[str]
    all_of_it: re.Pattern[str]
    place: re.Pattern[str]  # a place that something is in
    at: re.Pattern[str]  # right before such a place
    far: re.Pattern[str]  # from where a distance is measured: "miles (68 km) northeast of Osk"
    against: re.Pattern[str]  # before what something is held against: "the largest since"
    ago: re.Pattern[str]  # right behind what is of long ago: "in 2012", "two years ago"


@lru_cache(maxsize=16)
def _forms(book: Book) -> _Forms:
    """The patterns that the words of the rules make."""
    said = {label: any_of(_words(book, label)) for label in ("at", "off", "against", "ago", "town", "from")}
    compass = rf"[a-z-]{{0,12}}(?:{any_of(book.headings)})[a-z-]{{0,12}}"
    return _Forms(
        sorted(map(str.casefold, _words(book, "behind") | _words(book, "ahead"))),
        *_names(book),
        place=re.compile(
            rf"\b(?:{said['at']}|of|from) (?:the (?:{said['town']}) of )?([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,2}})"
        ),
        at=re.compile(rf"\b(?:{said['at']})\W+$"),
        far=re.compile(
            r"[ -]?(?:miles?|km|kilomet(?:er|re)s?)?\)?(?: ?\([^()]{1,30}\))?,?(?: due)?"
            rf"(?: (?:{compass}|{said['off']})){{0,4}}"
            rf" (?:of|from) (?:the )?((?:(?:{said['from']}) )?(?:of )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)"
        ),
        against=re.compile(rf"\b(?:{said['against']}|(?:19|20)\d\d(?:[’']s)?)\W+(?:\w+\W+){{0,3}}$"),
        ago=re.compile(
            r"[\s,]+(?:(?:back )?in|of)\s(?P<year>(?:19|20)\d\d)\b"
            rf"|[\s,]+(?:\w+\s){{1,3}}years? (?:{said['ago']})\b"
        ),
    )


def _names(book: Book) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What has a name, how it is named, and all words for it; the last group that is found tells which form it is."""
    behind, ahead, apart, several = (_words(book, label) for label in ("behind", "ahead", "apart", "several"))
    fire, storm, kind = any_of(behind), any_of(ahead), any_of(behind | ahead)
    named = rf"(?:{any_of(map(str.capitalize, behind))})\b(?! [A-Z])"
    dubbed = rf"(?:{any_of(_words(book, 'dubbed'))})(?: the)?"
    goes_on = rf"(?=\W*$|[,.;:)]| (?:{any_of(_words(book, 'on'))}|\w+ed)\b)"
    names = (
        rf"\b(?P<capital>{_NAME}){named}"  # the Dog Head Fire
        rf"|\b{dubbed} (?P<dubbed>{_NAME})(?:{fire})\b"  # the so-called Dog Head fire
        rf"|\b(?:[Tt]he (?:[a-z-]+ ){{0,2}}?)?(?:{fire}) {dubbed} "  # the fire known as Dog Head
        r"(?P<known>[A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30}){0,2})"
        rf"|\b[Tt]he (?:[a-z-]+ ){{0,2}}?(?P<small>{_NAME})(?:{fire})\b{goes_on}"  # the raging Dog Head fire has
        rf"|\b(?i:{storm}) (?P<storm>[A-Z][a-z]+)\b(?! [A-Z])"  # Tropical Storm Odo
    )
    words = (
        rf"|\b(?P<apart>(?i:{any_of(apart)}) (?:[\w-]+ ){{0,2}}?(?:{kind}))\b"  # another fast-moving fire
        rf"|\b(?P<several>(?:(?i:{any_of(several)}) (?:[\w-]+ ){{0,2}}?)?(?:{kind})s)\b"  # two fires
        rf"|\b(?P<again>(?:[Tt]he|[Tt]hat|[Tt]his) (?:[a-z-]+ ){{0,3}}?(?:{kind}))\b"  # the expanding blaze
        rf"|\b(?P<first>[Aa]n? (?:[\w-]+,? ){{0,4}}?(?:{kind}))\b"  # a massive wildfire
        r"|\b(?P<it>It|(?:(?<=, )|(?<=But )|(?<=and ))it)(?= (?:has|had|was|is|\w+ed)\b)"
        r"|\b(?P<bare>[A-Z][a-z]+)\b(?! [A-Z])"  # Odo
    )
    return re.compile(rf"\b(?:{kind})\b", re.I), re.compile(names), re.compile(names + words)


_told_in = once_a_reading(_Told)
