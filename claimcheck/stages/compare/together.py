"""The claims of one figure in, what they tell of one another out: how long a number was given, and of whom."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

from claimcheck.records import Article
from claimcheck.slots import Amount, Subject, same_number
from claimcheck.stages.compare.wording import Words

_SITE = re.compile(r"\.(?:com|org|net)$")
_FAR = 3  # times by which a number of some is smaller than that of all of them


class Together(NamedTuple):
    """What the claims of one figure tell of each other."""

    days: Mapping[float, tuple[str, str]]  # by number: the first and last ISO day on which it was given
    classes: Mapping[float, frozenset[str]]  # by number: the classes of people that it was said to count
    wholes: Mapping[str, Amount]  # by claim: of what number the text makes it a part
    bodies: frozenset[tuple[str, float]]  # article and number of what stands in no headline
    camps: Mapping[tuple[str, float], frozenset[str]]  # by article and number: for whom those speak who give it there
    contested: bool  # two camps give numbers that do not meet
    given: Mapping[str, tuple[Subject, ...]]  # by article, what nobody denies and nothing replaced

    def taken_up(self, subject: Subject) -> bool:
        """Whether a headline's number stands in the text below it too, which tells by itself how it goes on."""
        return subject.kind == "headline" and (subject.claim.article, subject.amount.value) in self.bodies

    def rivals(self, a: Subject, b: Subject) -> bool:
        """Whether two camps give them, who may count in two ways; a headline's number is that of its text."""
        one, other = self._told_by(a), self._told_by(b)
        return bool(one) and bool(other) and one.isdisjoint(other)

    def one_camp(self, a: Subject, b: Subject) -> bool:
        """Whether somebody of one camp gives both: the army chief in August, an adviser of the president now."""
        return not self._told_by(a).isdisjoint(self._told_by(b))

    def of_two_wholes(self, a: Subject, b: Subject) -> bool:
        """Whether two numbers are parts of numbers that do not meet: nine children of 72 dead, six of 19."""
        x, y = self.wholes.get(a.claim.id), self.wholes.get(b.claim.id)
        return x is not None and y is not None and not (same_number(x, y) or x.typical.meets(y.typical))

    def beside_all(self, a: Subject, b: Subject) -> bool:
        """Whether the article of the far smaller of two numbers gives the other one as well, and sets no two camps
        against each other by it: "31 people died. The world lost two amazing people today", and 31 elsewhere."""
        some, others = (a, b) if a.amount.value < b.amount.value else (b, a)
        if some.amount.value * _FAR > others.amount.value:
            return False
        known = (s for s in self.given.get(some.claim.article, ()) if s.amount.typical.meets(others.amount.typical))
        own = self._told_by(some)
        return any(not (own and (theirs := self._told_by(s))) or not own.isdisjoint(theirs) for s in known)

    def _told_by(self, subject: Subject) -> frozenset[str]:
        """For whom those speak who give a number in its article, there or elsewhere."""
        return self.camps.get((subject.claim.article, subject.amount.value), frozenset())

    def still_given(self, a: Subject, day_a: str | None, b: Subject, day_b: str | None) -> bool:
        """Whether somebody gives the earlier number after the later one, or the later before the earlier.

        52 on Friday, 67 on Saturday, and 52 on Sunday: two counts, not one that ran on. So are those that an article
        of either gives side by side: "75 militants were killed. A monitor put their dead at 29".
        """
        if a.amount.value == b.amount.value:
            return False
        last_of_a = self.days.get(a.amount.value, ("", ""))[1]
        first_of_b = self.days.get(b.amount.value, ("~", "~"))[0]
        after = day_b is not None and last_of_a > max(day_a or "", day_b)
        before = day_a is not None and first_of_b < min(day_a, day_b or "~")
        return after or before or self._beside(a, b) or self._beside(b, a)

    def _beside(self, one: Subject, other: Subject) -> bool:
        """Whether the article of one number has another voice give the other one as well."""
        given = self.given.get(other.claim.article, ())
        return any(s.amount.value == one.amount.value and s.voice != other.voice for s in given)

    def one_crowd(self, a: Subject, b: Subject) -> bool:
        """Whether one of two numbers is told of the other's class as well: 52 workers here, 52 people there."""
        classes = {a.slots.noun_class, b.slots.noun_class}
        if len(classes) == 1:
            return False
        return any(classes <= self.classes.get(subject.amount.value, frozenset()) for subject in (a, b))


def together(
    subjects: Iterable[Subject], articles: Mapping[str, Article], wholes: Mapping[str, Amount], words: Words
) -> Together:
    """What the claims of one figure tell together; `wholes`: of what each claim is said to be a part."""
    bodies = set[tuple[str, float]]()
    days: dict[float, list[str]] = defaultdict(list)
    classes: dict[float, set[str]] = defaultdict(set)
    camps: dict[tuple[str, float], set[str]] = defaultdict(set)
    given: dict[str, list[Subject]] = defaultdict(list)
    told = list(subjects)
    for subject in told:
        if not subject.denied:
            camps[subject.claim.article, subject.amount.value].update(_camps(subject))
        if subject.kind != "headline":
            bodies.add((subject.claim.article, subject.amount.value))
        if subject.denied or subject.earlier:
            continue
        given[subject.claim.article].append(subject)
        classes[subject.amount.value].add(subject.slots.noun_class)
        loose = subject.claim.quantity.qualifier == "vague"  # "thousands fled" is told again when 50,000 have
        if not loose and (day := day_of(subject, articles)) is not None:
            days[subject.amount.value].append(day)
    return Together(
        days={value: (min(told_on), max(told_on)) for value, told_on in days.items()},
        classes={value: frozenset(names) for value, names in classes.items()},
        wholes=wholes,
        bodies=frozenset(bodies),
        camps={number: frozenset(names) for number, names in camps.items()},
        contested=_contested(told, words),
        given={article: tuple(claims) for article, claims in given.items()},
    )


def _contested(told: Iterable[Subject], words: Words) -> bool:
    """Whether one article gives numbers of two camps that do not meet as they are read; what was said before others
    spoke, what another entry of a live page tells, and what the officials of a town do, are set against nobody."""
    given: dict[tuple[str, int], set[tuple[frozenset[str], Amount]]] = defaultdict(set)
    for subject in told:
        camps = frozenset(one for one in _camps(subject) if not words.bars("still-rising", one.rpartition(" ")[2]))
        if camps and not (subject.denied or subject.earlier or subject.said_before):
            given[subject.claim.article, subject.entry].add((camps, subject.amount))
    pairs = (pair for of_article in given.values() for pair in combinations(of_article, 2))
    return any(v.isdisjoint(w) and not x.typical.meets(y.typical) for (v, x), (w, y) in pairs)


def _camps(subject: Subject) -> frozenset[str]:
    """For whom the sources of a claim speak: a state, with its police and ministries; else each for itself, and a site
    for whose it is: "Tallyroom.com"."""
    who = subject.claim.attribution
    return (
        frozenset(source.side or _SITE.sub("", source.name).casefold() for source in who.sources)
        if who
        else frozenset()
    )


def day_of(subject: Subject, articles: Mapping[str, Article]) -> str | None:
    """The day that a count stands for: its own as-of day, or else its article's."""
    as_of = subject.claim.description.as_of
    if as_of is not None:
        return as_of.value[:10]
    day = articles[subject.claim.article].date
    return day[:10] if day else None
