"""A sentence in; the names, set phrases and dates of the packs that stand in it out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from msgspec import Struct, structs

from claimcheck import dates
from claimcheck.dates.lexicon import MONTHS
from claimcheck.records import Fact, Span
from claimcheck.stages.describe.lexicon import WATCHED, Lexicon, Name

_WORD = re.compile(
    r"[A-Za-z]++(?= )"  # most words, and twice as fast
    r"|[^\W_]+(?:(?:[-.&]|['’](?!(?:s|re|ve|ll|d|m)\b))[^\W_]+)*"
    r"|[,;:()\"“”]"
)
_PART = re.compile(r"[^\W_]+")
_WITH_ARTICLE = re.compile(r"(?:a[lrsdntz]|ash|el|ed|es)-[A-Z]")
_BREAK = frozenset(',;:()"“”')
_PLACING = frozenset(("the", "at", "of", "s"))
_UNKNOWN, _CALLED = "in a place unknown", "along a place unknown"  # groups of prepositions
_TWO = 2  # lands that a hyphen joins
_OWNED_BY_NOBODY = ("P", "C", "R", "S", "X")  # tags of words that what somebody has does not begin with
_PEOPLES = frozenset(("country", "demonym"))
_DEFINED = re.compile(r"(?<![\w’'-])((?:[A-Z][\w’'-]*+ (?:of (?:the )?|and )?){2,6})\(([A-Z]{2,6})\)")
NO_NAMES: Mapping[str, Name] = {}
PLACE_NAMES = frozenset(("country", "capital", "place"))
SIDES = ("country", "demonym", "group")
MANY = 12  # sides that one sentence names of which more than their number is looked at
_NO_PLACES = frozenset(("event", "weapon", "person", "combatant", "casualty", "document"))  # classes of a last word
_LONGEST_PLACE = 3  # words of a place that no pack knows
_FREE = frozenset(("mark", "kind", "background"))  # not names: they need no capital and may overlap


class Hit(Struct, frozen=True, gc=False):
    """A name of the packs in the text."""

    name: Name
    start: int
    end: int
    before: str  # the word before it, in lower case, over "the" and "northern"
    earlier: str  # and the one before that
    after: str  # the word behind it

    def fact(self) -> Fact:
        """What the name stands for, with its span in the text."""
        return Fact(value=self.name.value, rule=self.name.rule, span=(self.start, self.end))


class Words:
    """The words and marks of a sentence, with their places in the text."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.end = text, end
        written = _WORD.findall(text, start, end)
        self.lows = [*map(str.lower, written)]
        self.starts, self.ends = list[int](), list[int]()
        for word in written:  # nothing that could start a word stands between two of them
            start = text.index(word, start)
            self.starts.append(start)
            start += len(word)
            self.ends.append(start)

    def capital(self, at: int) -> bool:
        """Whether a word starts with a capital."""
        return self.text[self.starts[at]].isupper()

    def named(self, at: int) -> bool:
        """Whether a word may belong to a name: a capital, if need be behind an article ("al-Bab")."""
        return self.capital(at) or _WITH_ARTICLE.match(self.text, self.starts[at]) is not None

    def shouted(self, at: int) -> bool:
        """Whether a word is written in capitals throughout, and is no short name."""
        return at < len(self.lows) and len(self.lows[at]) > 3 and self.text[self.starts[at] : self.ends[at]].isupper()

    @cached_property
    def titled(self) -> bool:
        """A Line Written Like This."""
        return sum(map(self.capital, range(len(self.starts)))) > 0.6 * len(self.starts)


class Seen:
    """The names and dates of one sentence, in order; dates and what hangs on them are read when first asked for."""

    def __init__(
        self, hits: Sequence[Hit], words: Words, unknown: Sequence[tuple[str, int, int]], anchor: str | None
    ) -> None:
        self.hits = tuple(hits)
        self._words, self._unknown, self._anchor = words, unknown, anchor
        self._kept: dict[tuple[str, ...], tuple[Hit, ...]] = {}

    @cached_property
    def dates(self) -> tuple[dates.When, ...]:
        """The dates and periods."""
        return dates.find_at(self._words.text, _date_starts(self._words), self._words.end, self._anchor)

    @cached_property
    def unknown(self) -> tuple[tuple[str, int, int], ...]:
        """Places that no pack knows, behind "in"."""
        return tuple(
            place for place in self._unknown if not any(dates.overlaps(when, place[1:]) for when in self.dates)
        )

    @cached_property
    def background(self) -> tuple[Span, ...]:
        """What is only recalled, from its cue to the end of the clause: "in a region devastated by …"."""
        words, spans = self._words, list[Span]()
        for hit in self.of("background"):
            if hit.name.words[0] == "when" and hit.before.isalpha():
                continue  # "40 died when a bus plunged", but "since 2014, when a bomb went off"
            breaks = (at for low, at in zip(words.lows, words.starts, strict=True) if at > hit.end and low in _BREAK)
            spans.append((hit.start, next(breaks, words.end)))
        return tuple(spans)

    def of(self, *kinds: str) -> tuple[Hit, ...]:
        """The hits of some kinds."""
        if not self.hits:
            return ()
        found = self._kept.get(kinds)
        if found is None:
            found = self._kept[kinds] = tuple(hit for hit in self.hits if hit.name.kind in kinds)
        return found

    def within(self, span: Span) -> Seen:
        """Only the names in a stretch of the sentence."""
        if not self.hits or (span[0] <= self.hits[0].start and self.hits[-1].end <= span[1]):
            return self
        inside = [hit for hit in self.hits if span[0] <= hit.start and hit.end <= span[1]]
        return Seen(inside, self._words, (), self._anchor)

    def recalled(self, at: int) -> bool:
        """Whether a place in the text lies in what is only recalled."""
        return any(start <= at < end for start, end in self.background)


def short_names(text: str, lexicon: Lexicon) -> dict[str, Name]:
    """What an article calls a country's forces and offices for short: "the Kenya Defence Forces (KDF)", Kenya's."""
    found = dict[str, Name]()
    for defined in _DEFINED.finditer(text) if "(" in text else ():
        words = defined[1].lower().split()
        lands = [name for word in words for name in lexicon.single.get(word, ()) if name.kind in _PEOPLES]
        initials = iter(re.findall(r"\b[A-Z]", defined[1]))
        of_land = not lexicon.groups["authority"].isdisjoint(words) and lexicon.groups["of rebels"].isdisjoint(words)
        if lands and of_land and all(letter in initials for letter in defined[2]):
            short = defined[2]
            found.setdefault(short, replace(lands[0], words=(short.lower(),), kind="demonym", exact=short))
    return found | _unrecognised(text, lexicon)


def _unrecognised(text: str, lexicon: Lexicon) -> dict[str, Name]:
    """What stands for the one land that nobody recognises which an article names: "the enclave", "the breakaway
    army"."""
    told = (alias for alias in lexicon.unrecognised if alias in text and re.search(rf"\b{alias}\b", text))
    named = {name.country: name for name in map(lexicon.unrecognised.__getitem__, told)}
    if len(named) != 1:
        return {}
    (name,) = named.values()
    words = lexicon.groups["land unrecognised"]
    return {word: replace(name, words=(word,), kind="demonym", exact=word) for word in sorted(words)}


def scan(
    text: str, start: int, end: int, anchor: str | None, lexicon: Lexicon, short: Mapping[str, Name] = NO_NAMES
) -> Seen:
    """The names and dates of text[start:end]; `anchor` is the article's day, `short` what it calls bodies for short."""
    words = Words(text, start, end)
    hits: list[Hit] = []
    unknown: list[tuple[str, int, int]] = []
    opens, reached, before = lexicon.opens, 0, ""
    # Words that a place may stand right behind.
    placing = lexicon.groups["direction"] | lexicon.groups[_UNKNOWN] | lexicon.groups[_CALLED] | _PLACING
    for i, low in enumerate(words.lows):
        if i >= reached:
            known = low if low in opens or low[-1] != "s" else _owner(words, i, lexicon)
            size = _names_at(words, i, known, lexicon, hits) if known in opens else 0
            if not size and short and (name := short.get(text[words.starts[i] : words.ends[i]])):
                hits.append(_hit(name, words, i, lexicon))
                size = 1
            if not size and ("-" in low or "–" in low):
                size = _two_lands(words, i, lexicon, hits)
            if not size and words.named(i) and not words.titled:
                find = _unknown_place if before in placing else _settlement
                size, first = find(words, i, lexicon), i
                if not size and _of_a_people(words, i, lexicon):
                    size, first = 1, i - 1
                if size:
                    first, last = words.starts[first], words.ends[i + size - 1]
                    unknown.append((text[first:last], first, last))
            reached = i + size
        before = low
    return Seen(_unwatched(hits, words, lexicon), words, unknown, anchor)


def _unwatched(hits: list[Hit], words: Words, lexicon: Lexicon) -> list[Hit]:
    """The names but those of what a speaker watches: "the office, which tracks the war in Mali, said"; a number ends
    what is watched: "the office, which has counted 40 dead in Mali"."""
    watching = [hit.end for hit in hits if hit.name.kind == WATCHED and hit.name.value == "watching"]
    if not watching:
        return hits
    stops = lexicon.groups["reporting"] | _BREAK
    ends = [at for low, at in zip(words.lows, words.starts, strict=True) if low in stops or low[0].isdecimal()]

    def watched(hit: Hit) -> bool:
        start = bisect_right(watching, hit.start) - 1
        return start >= 0 and bisect_right(ends, watching[start]) == bisect_right(ends, hit.start)

    return [hit for hit in hits if not watched(hit)]


def _date_starts(words: Words) -> Iterator[int]:
    """Where a date may start: at a word that opens one, or at such a part of one ("mid-May", "pre-1919")."""
    for low, start, end in zip(words.lows, words.starts, words.ends, strict=True):
        if low.isalpha():
            if low in dates.OPENERS:
                yield start
        elif low not in _BREAK:
            yield from (part.start() for part in _PART.finditer(words.text, start, end) if dates.opens(part[0].lower()))


def _owner(words: Words, i: int, lexicon: Lexicon) -> str:
    """ "Syrias Idlib province": texts that lost their apostrophes have a place's name with an s, and what is its
    behind; else the word."""
    low, behind = words.lows[i], words.lows[i + 1] if i + 1 < len(words.lows) else ""
    if not behind.isalpha() or lexicon.tags.get(behind, "") in _OWNED_BY_NOBODY:
        return low  # "in Goris, Sotk and Kut"
    owner = low[:-1]
    told = words.capital(i) and any(
        name.kind in PLACE_NAMES and name.words == (owner,) for name in lexicon.single.get(owner, ())
    )
    return owner if told else low


def _names_at(words: Words, i: int, low: str, lexicon: Lexicon, hits: list[Hit]) -> int:
    """Adds what starts at a word, read as `low`; how many words the name there has, 0 where there is none."""
    candidates = lexicon.single.get(low)
    if i + 1 < len(words.lows) and (longer := lexicon.pairs.get((low, words.lows[i + 1]))):
        candidates = (*longer, *candidates) if candidates else longer
    for name in candidates or ():
        if not _stands(name, words, i):
            continue
        hits.append(_hit(name, words, i, lexicon))
        if name.kind not in _FREE or (name.kind == "kind" and len(name.words) > 1):  # "opened fire" is no fire
            return len(name.words)
    return 0


def _hit(name: Name, words: Words, i: int, lexicon: Lexicon) -> Hit:
    last = i + len(name.words) - 1
    before, earlier = _before(words.lows, i, lexicon, of_parts=True)
    after = words.lows[last + 1] if last + 1 < len(words.lows) else ""
    return Hit(name, words.starts[i], words.ends[last], before, earlier, after)


def _two_lands(words: Words, i: int, lexicon: Lexicon, hits: list[Hit]) -> int:
    """Adds the lands or peoples that a hyphen joins, "the Kenya-Somalia border": 1; 0 where it joins no two."""
    parts = re.split("[-–]", words.lows[i])
    found = [next((name for name in lexicon.single.get(part, ()) if name.kind in _PEOPLES), None) for part in parts]
    if len(found) != _TWO or found[0] is None or found[1] is None or found[0].country == found[1].country:
        return 0
    one, other = (_hit(name, words, i, lexicon) for name in (found[0], found[1]))
    joint = one.start + len(parts[0])
    hits += [structs.replace(one, end=joint), structs.replace(other, start=joint + 1)]
    return 1


def _stands(name: Name, words: Words, at: int) -> bool:
    size = len(name.words)
    if size > 2 and tuple(words.lows[at + 2 : at + size]) != name.words[2:]:
        return False
    if name.kind == "kind":
        # "US Geological Survey" is no poll: a capital inside the sentence makes a name of it.
        if words.lows[at] in MONTHS and words.capital(at) and not words.titled:
            return False  # "the March 2011 quake" was no march
        named = at > 0 and words.capital(at) and words.capital(at - 1) and not words.titled
        return not (name.named and named)
    if name.kind == "mark":
        # "the Daily News"
        return not (at > 0 and words.capital(at) and words.text[words.starts[at - 1]].islower())
    if name.kind in _FREE or name.kind == WATCHED:
        return True
    # "us", "turkey", "nice": names have a capital ("al-Qaeda").
    if name.kind == "event" and (size > 1 or name.small):
        return True
    written = words.text[words.starts[at] : words.ends[at + size - 1]]
    if name.exact:  # in "TWO HURT IN CAR CRASH" capitals tell nothing
        return written == name.exact and not words.shouted(at + size)
    return written != written.lower() or not name.words[0][0].isalpha()


def _before(lows: Sequence[str], i: int, lexicon: Lexicon, *, of_parts: bool = False) -> tuple[str, str]:
    """The two words before a name; "state of" and "area of" are "in", and "heart of", where parts are asked for."""
    groups, back = lexicon.groups, i - 1
    while back > 0 and (lows[back] == "the" or lows[back] in groups["direction"]):
        back -= 1
    before = lows[back] if i else ""
    if before in groups["place noun"] and back > 0 and lows[back - 1] == "the":
        back -= 1  # "in the town Ava"
    earlier = lows[back - 1] if back > 0 else ""
    held = lexicon.singular(earlier) in groups["place noun"]  # "in 10 provinces of Chad"
    held = held or earlier in groups["about a place"]
    inside = before == "of" and (held or (of_parts and earlier in groups["part of a place"]))
    return ("in" if inside else before), earlier


def _unknown_place(words: Words, i: int, lexicon: Lexicon) -> int:
    """How many words a place has that no pack knows: capitals behind "in"; 0 where none stands."""
    text, starts, ends = words.text, words.starts, words.ends
    if not text[starts[i] + 1 : starts[i] + 2].islower() or words.lows[i] in lexicon.groups["no place"]:
        return 0
    before, earlier = _before(words.lows, i, lexicon)
    owning = before == "s" or before in lexicon.groups[_CALLED]
    if before not in lexicon.groups[_UNKNOWN] and before != "at" and not owning:
        return 0
    last = i
    while last + 1 < len(starts) and words.named(last + 1) and _goes_with(words, last, lexicon):
        last += 1
    if _names_thing(words, i, last, lexicon) or _names_one(words, i, last, lexicon):
        return 0
    if before == "in" and earlier in lexicon.groups["held in"]:
        return 0
    if owning and not _called_a_place(words, last, lexicon):
        return 0
    size, behind = last + 1 - i, text[ends[last] : ends[last] + 2]
    held = earlier in lexicon.harming or any(_holds_people(low, lexicon) for low in words.lows[i : last + 1])
    if before == "at" and not held:
        return 0  # "at Fort Hood", "killed at the Bataclan", but "at Morgan Stanley"
    return size if size <= _LONGEST_PLACE and not behind[1:].isdigit() else 0


def _of_a_people(words: Words, i: int, lexicon: Lexicon) -> bool:
    """Whether a word makes a place of the people before it: "in the Scottish | Highlands"."""
    if i == 0 or words.lows[i] not in lexicon.groups["land of a people"] or not _goes_with(words, i - 1, lexicon):
        return False
    before, _ = _before(words.lows, i - 1, lexicon)
    placed = before in lexicon.groups[_UNKNOWN] or before in lexicon.groups[_CALLED]
    return placed and any(name.kind == "demonym" for name in lexicon.single.get(words.lows[i - 1], ()))


def _settlement(words: Words, i: int, lexicon: Lexicon) -> int:
    """How many words a place has that only its noun tells: "shells hit al-Zahraa town", "Jackson County was flooded";
    0 where none stands."""
    text, starts, ends, last = words.text, words.starts, words.ends, i
    while last + 1 < len(starts) and words.named(last + 1) and _goes_with(words, last, lexicon):
        last += 1
    size = last + 1 - i
    if size > _LONGEST_PLACE or (i and words.named(i - 1)):
        return 0
    if size > 1 and words.lows[last] in lexicon.groups["named area"] and words.lows[i] not in lexicon.tags:
        return size if _goes_on(words, last, lexicon) else 0
    if last + 1 >= len(starts) or words.lows[last + 1] not in lexicon.groups["settlement"]:
        return 0
    if i == 0 or words.lows[i] in lexicon.tags or words.lows[i] in lexicon.people:
        return 0
    return size if text[ends[last] : starts[last + 1]] == " " and not _names_thing(words, i, last, lexicon) else 0


def _goes_with(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Whether nothing but a blank stands between a word and the next, or the stop of "St. Paul"."""
    gap = words.text[words.ends[at] : words.starts[at + 1]]
    return gap == " " or (gap == ". " and words.lows[at] in lexicon.groups["short for a part of a name"])


def _goes_on(words: Words, last: int, lexicon: Lexicon) -> bool:
    """Whether a name ends at a word: not "Jackson County | deputies"."""
    behind = words.lows[last + 1] if last + 1 < len(words.lows) else ""
    apart = not behind.isalpha() or words.text[words.ends[last] : words.starts[last + 1]] != " "
    return apart or behind in lexicon.tags or behind in lexicon.forms


def _called_a_place(words: Words, last: int, lexicon: Lexicon) -> bool:
    """ "in Malawi's Mulanje district", "came down on Yambali village"."""
    behind = words.lows[last + 1] if last + 1 < len(words.lows) else ""
    return _is_area(behind, lexicon) and words.text[words.ends[last] : words.starts[last + 1]] == " "


def _is_area(low: str, lexicon: Lexicon) -> bool:
    return low in lexicon.groups["place noun"] or low in lexicon.groups["area"]


def _holds_people(low: str, lexicon: Lexicon) -> bool:
    return low in lexicon.groups["site"] or lexicon.class_of(low) == "building"


def _names_one(words: Words, first: int, last: int, lexicon: Lexicon) -> bool:
    """ "in the Bundestag", "in Google's case", "in Putin's Russia", "in Walt Disney shares": somebody, and no place."""
    name = words.text[words.starts[first] : words.ends[last]].lower()
    behind = (*words.lows[last + 1 : last + 3], "", "")
    if behind[0] != "s":
        return name in lexicon.groups["no place alone"] or behind[0] in lexicon.groups["traded"]
    country = any(known.kind == "country" for known in lexicon.single.get(behind[1], ()))
    return country or behind[1] in lexicon.groups["told of one"]


def _names_thing(words: Words, first: int, last: int, lexicon: Lexicon) -> bool:
    """ "in Terrorist Rocket Attacks", "in Kurdish-controlled areas", "in the Gallup average": no place."""
    tail = words.text[words.starts[last] : words.ends[last]].rpartition("-")[2]
    if tail.islower() or lexicon.class_of(lexicon.singular(words.lows[last])) in _NO_PLACES:
        return True
    behind = words.lows[last + 1] if last + 1 < len(words.lows) else ""
    gap = words.text[words.ends[last] : words.starts[last + 1]] if behind else ""
    named = first > 0 and words.lows[first - 1] == "the" and gap == " " and behind.isalpha()
    return named and behind not in lexicon.tags and behind not in lexicon.forms and not _is_area(behind, lexicon)
