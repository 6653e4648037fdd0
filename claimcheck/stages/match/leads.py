"""Articles in, the happenings they tell of out: which articles have one main event. Reads leads, not numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from claimcheck.records import Reading, Record
from claimcheck.slots import Book
from claimcheck.stages.match.clusters import agglomerate

LENGTH = 500  # of a lead, in characters: with 300 and with 1,200 fewer pairs of articles were told rightly
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_CROWD = 200  # articles that share one name before it takes a second one to compare them
_COMMON_WORDS = """
    a about after again all also am an and another any are as at be because been before being but by can could
    day days did do does down during each edt est few first for from gmt had has have he her here him his how
    htm html http https i if in including into is it its just last least less like made make many may mid more
    most mr mrs ms much net new news no not now of off on one only or org other our out over own part people
    percent pm published put said same say says she should since so some still such than that the their them
    then there these they this those three through time to told too two under until up updated us very was way
    we well were what when where which while who whose will with would www year years yet you your monday
    tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december official officials report reported reports com story article
"""
_COMMON = frozenset(_COMMON_WORDS.split())


class Lead(Record, frozen=True):
    """What the opening of an article gives to know its event by."""

    names: frozenset[str]
    words: frozenset[str]  # the names are among them
    numbers: frozenset[str]
    date: str | None


def lead_of(reading: Reading) -> Lead:
    """The names, content words and numbers of an article's headline and first sentences."""
    names, words, numbers = terms(_opening(reading))
    return Lead(names=names, words=words, numbers=numbers, date=reading.article.date)


def _opening(reading: Reading) -> str:
    article, parts, left = reading.article, [reading.article.title or ""], LENGTH
    for sentence in reading.segments.sentences:
        if left <= 0:
            break
        if sentence.kind in ("body", "headline") and sentence.start >= article.body:
            parts.append(article.text[sentence.start : min(sentence.end, sentence.start + left)])
            left -= sentence.end - sentence.start
    return "\n".join(parts)


def terms(text: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Names, words (names among them) and longer numbers of a text, as stems."""
    names: set[str] = set()
    words: set[str] = set()
    numbers: set[str] = set()
    for found in _WORD.finditer(text):
        word = found.group()
        if word[0].isdigit():
            numbers.update([word] if len(word) > 1 else [])
        elif (kept := stem(word)) is not None:
            (names if word[0].isupper() else words).add(kept)
    return frozenset(names - words), frozenset(names | words), frozenset(numbers)


def stem(word: str) -> str | None:
    """A word without its ending, at most seven letters; None for words that every article has."""
    low = word.lower().removesuffix("'s").removesuffix("’s")
    if low in _COMMON or len(low) < 3:
        return None
    for ending in ("ing", "ed", "es", "s"):
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            low = low[: -len(ending)]
            break
    return low[:7]


def stories(leads: Mapping[str, Lead], book: Book) -> dict[str, int]:
    """For each article the number of its story; articles with one main event have one number."""
    distinct = sorted(set(leads.values()), key=_order)
    index = {lead: n for n, lead in enumerate(distinct)}
    weigh = Likeness(book)
    pairs = {(i, j): weigh(distinct[i], distinct[j]) for i, j in _candidates(distinct)}
    groups = agglomerate(len(distinct), pairs, missing=weigh.bias)
    story = {n: number for number, group in enumerate(groups) for n in group}
    return {name: story[index[lead]] for name, lead in leads.items()}


class Likeness:
    """How much speaks for two leads being of one event; above zero: they are."""

    def __init__(self, book: Book) -> None:
        self.bias = book.weight("lead", "bias")
        self._names, self._share = book.weight("lead", "names"), book.weight("lead", "names-share")
        self._words, self._wshare = book.weight("lead", "words"), book.weight("lead", "words-share")
        self._numbers = book.weight("lead", "numbers")
        self._near, self._far = book.weight("lead", "same-days"), book.weight("lead", "weeks-apart")

    def __call__(self, a: Lead, b: Lead) -> float:
        names, words = len(a.names & b.names), len(a.words & b.words)
        return (
            self.bias
            + self._names * min(names, 8)
            + self._share * names / max(1, min(len(a.names), len(b.names)))
            + self._words * min(words, 15)
            + self._wshare * words / max(1, min(len(a.words), len(b.words)))
            + self._numbers * min(len(a.numbers & b.numbers), 3)
            + self._time(a.date, b.date)
        )

    def _time(self, a: str | None, b: str | None) -> float:
        if a is None or b is None:
            return 0.0
        apart = abs((_day(a) - _day(b)).days)
        return self._near if apart <= 2 else self._far * min(4.0, max(0.0, apart / 7 - 1))


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])


def _order(lead: Lead) -> tuple[object, ...]:
    return (lead.date or "", sorted(lead.names), sorted(lead.words), sorted(lead.numbers))


def _candidates(leads: Sequence[Lead]) -> Iterable[tuple[int, int]]:
    """Pairs of leads that share a name; a name that very many have counts only together with a second one."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for n, lead in enumerate(leads):
        for name in sorted(lead.names):
            by_name[name].append(n)
    crowded = {name for name, having in by_name.items() if len(having) > _CROWD}
    by_two: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, lead in enumerate(leads):
        for two in combinations(sorted(lead.names & crowded), 2):
            by_two[two].append(n)
    having = [group for name, group in by_name.items() if name not in crowded]
    having += [group for group in by_two.values() if len(group) <= _CROWD]
    return sorted({pair for group in having for pair in combinations(group, 2)})


def common_names(texts: Iterable[str], limit: int = 3) -> list[str]:
    """The names, as written, that most of the texts have: what a story is called by."""
    count: Counter[str] = Counter()
    for text in texts:
        count.update({w for w in _WORD.findall(text) if w[0].isupper() and len(w) > 3 and stem(w) is not None})
    return [name for name, _ in sorted(count.items(), key=lambda item: (-item[1], item[0]))[:limit]]
