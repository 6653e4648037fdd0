"""Events in, wars out whose strikes are told together: those of one land and time. Leaves strikes to others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claimcheck.records import Claim, Reading
from claimcheck.rules import Rules
from claimcheck.rules.world import listed
from claimcheck.slots import Book, Days, World, compare_days, days, known_of, story_of
from claimcheck.stages.match.leads import kinds_of
from claimcheck.stages.match.names import LeadNames
from claimcheck.stages.match.told import Episode
from claimcheck.stages.match.wars import counts_all, counts_weeks

_SOME = 0.25  # of a story's claims, that are of violence in a land at war


class Theatres:
    """Which wars are told together, and which stories are of one of them."""

    def __init__(self, events: Mapping[str, str], readings: Sequence[Reading], rules: Rules, world: World) -> None:
        self._book, self._world = rules.once(Book), world
        self._countries, book = rules.once(LeadNames).countries, self._book
        self._wars = [name for name, event in sorted(book.events.items()) if event.kind == "war" and book.lasts(name)]
        self._told = {known_of(event) for event in events.values()}
        self.events = self._placed(events, readings)
        told = {known_of(event) for event in (*events.values(), *self.events.values()) if story_of(event)}
        self._united = self._unite(sorted(war for war in told if war and book.lasts(war)))

    def __bool__(self) -> bool:
        """Whether any war has stories."""
        return bool(self._united)

    def of(self, event: str) -> str:
        """The name of the theatre that a happening lies in; none for what is of no war, or of all of it."""
        return self._united.get(known_of(event), "") if story_of(event) else ""

    def named(self, happening: Episode) -> str:
        """The event that the rules name, of a happening of its day, kind and land; or nothing."""
        if happening.days is None:
            return ""
        theatre = self.of(happening.event)
        for name, event in sorted(self._book.events.items()):
            one_day = event.kind in happening.kinds and happening.days == (event.start, event.end)
            if one_day and any(self._reach(name) & self._reach(war) for war in self._wars_of(theatre)):
                return name
        return ""

    def _wars_of(self, theatre: str) -> Iterable[str]:
        return (war for war, united in self._united.items() if united == theatre)

    def _placed(self, events: Mapping[str, str], readings: Sequence[Reading]) -> dict[str, str]:
        """The claims of stories that name no war, but tell of violence in a land at war, with their new events."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        stories: dict[str, list[tuple[Claim, Reading]]] = defaultdict(list)
        for reading in readings:
            for claim in reading.claims:
                if not known_of(event := events[claim.id]):
                    stories[event].append((claim, reading))
                    votes[event][self._war_at(claim, reading)] += 1
        found: dict[str, str] = {}
        for story, count in votes.items():
            war = min(count, key=lambda war: (not war, -count[war], war))
            if war and count[war] >= _SOME * count.total():
                for claim, reading in stories[story]:
                    found[claim.id] = war if self._of_all(claim, reading, war) else war + story
        return found

    def _of_all(self, claim: Claim, reading: Reading, war: str) -> bool:
        """Whether a claim counts what all of a war has brought."""
        if counts_all(claim, reading, self._book):
            return True
        there = self._war_at(claim, reading) == war
        return there and counts_weeks(claim, reading, war, self._book, self._countries)

    def _war_at(self, claim: Claim, reading: Reading) -> str:
        """The war that was on in the land of a claim of violence when it was news; or nothing."""
        place = claim.description.place
        if place is None or kinds_of(claim).isdisjoint(self._book.words("episode", "violence")):
            return ""
        day = (reading.article.date or "")[:10]
        time = (day, day) if day else days(claim)
        at = set(self._world.around(place.value))
        there = (war for war in self._wars if at & self._spots(war))
        if time is None:
            of_run = [war for war in there if war in self._told]
            return of_run[0] if len(of_run) == 1 else ""
        return next((war for war in there if self._meet(time, self._time(war))), "")

    def _spots(self, war: str) -> set[str]:
        return {place.casefold() for place in listed(self._book.events[war].places)}

    def _time(self, war: str) -> Days:
        return self._book.events[war].start, self._book.events[war].end or "~"

    def _meet(self, a: Days, b: Days) -> bool:
        return compare_days(a, b) != "different"

    def _unite(self, wars: Sequence[str]) -> dict[str, str]:
        """For each war the first of those that it shares a land and a time with; wars in wars stay apart."""
        found = {war: war for war in wars}
        for n, war in enumerate(wars):
            for other in wars[:n]:
                if self._one_theatre(war, other):
                    first, second = sorted((found[war], found[other]))
                    found = {name: first if theatre == second else theatre for name, theatre in found.items()}
        return found

    def _one_theatre(self, a: str, b: str) -> bool:
        nested = a in self._book.around.get(b, ()) or b in self._book.around.get(a, ())
        return not nested and self._meet(self._time(a), self._time(b)) and bool(self._reach(a) & self._reach(b))

    def _reach(self, war: str) -> set[str]:
        return {name for place in self._spots(war) for name in self._lands(place)}

    def _lands(self, place: str) -> Iterable[str]:
        return self._world.around(place)
