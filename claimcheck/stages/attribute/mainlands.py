"""The countries that an article names in; those out that it is about: where it is told from, which it names most."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import islice

from claimcheck.dates import dateline
from claimcheck.records import Span
from claimcheck.rules.world import Country
from claimcheck.stages.attribute.atlas import Place, match
from claimcheck.stages.attribute.line import line
from claimcheck.stages.attribute.ownside import own_side
from claimcheck.stages.attribute.seenlands import LONGEST_NAME, SOVEREIGN, Seen, SeenLands

_FAR_MORE = 3
_HEAD = 8  # sentences within which a dateline stands
_TWO_SIDES = 2


class Mainlands(SeenLands):
    """Finds the countries that one article is about."""

    @cached_property
    def home(self) -> Country | None:
        """The country that the article is told from: "KYIV, May 3 (Reuters) -"; two cities are of none, nor is one of a
        country of which the text goes on to tell nothing, where it tells of another: Iran's news is told from Dubai."""
        dated = self._dateline
        told = {place.country.id: place.country for place in self._places_in(dated)} if dated else {}
        found = next(iter(told.values())) if len(told) == 1 else None
        if found is None or dated is None:
            return None
        named = {seen.place.country.id for seen in self.countries if not dated[0] <= seen.start < dated[1]}
        return found if found.id in named or not named else None

    @cached_property
    def _dateline(self) -> Span | None:
        for sentence in islice(self.story.sentences, _HEAD):
            stop = self.story.text.find("\n", sentence.start)  # "KYIV." alone may be a sentence
            found = dateline(self.story.text, sentence.start, stop if stop > 0 else len(self.story.text))
            if found is not None:
                return found
        return self.story.undashed

    def _places_in(self, span: Span) -> list[Place]:
        """The places of a dateline, its city in capitals too."""
        words = [word.title() if word.isupper() else word for word in line(self.story.text, *span).words]
        found = (match(self.atlas.places, words, at) for at in range(len(words)))
        return [hit[1] for hit in found if hit is not None and hit[1].country.status in SOVEREIGN]

    @cached_property
    def subject(self) -> Country | None:
        """The country that the article names most, the earliest of equals."""
        counts = self._counts
        if not counts:
            return None
        most = max(counts.values())
        return next(s.place.country for s in self.states if counts[s.place.country.id] == most)

    @cached_property
    def at_issue(self) -> Country | None:
        """The country that an article is told from, where it names none twice as often; else the one it names most."""
        home, subject = self.home, self.subject
        if home is None or subject is None:
            return subject
        return home if self._counts[home.id] * _TWO_SIDES >= self._counts[subject.id] else subject

    @cached_property
    def foremost(self) -> Country | None:
        """The country of the first sentence that names one, where the article names none more often."""
        first = next((seen.place.country for seen in self._at_home), None)
        return first if first is not None and self.subject is not None and first.id == self.subject.id else None

    @cached_property
    def only(self) -> Country | None:
        """The country that the article names far more often than any other."""
        if self.states:
            (acting, first), (_, second) = [*self._acting.most_common(2), ("", 0), ("", 0)][:2]
            alone = first >= _FAR_MORE * second and first > 1
            return next(s.place.country for s in self.states if s.place.country.id == acting) if alone else None
        towns = {seen.place.country.id: seen.place.country for seen in self.countries if seen.place.role == "city"}
        return next(iter(towns.values())) if len(towns) == 1 else None

    @cached_property
    def ground(self) -> Country | None:
        """The one state in which all takes place: early named, with its towns, and far more often than any other.

        Of two states that are named nearly as often neither is meant.
        """
        dated = self._dateline or (0, 0)
        undated = (seen for seen in self.countries if not dated[0] <= seen.start < dated[1])
        told = [seen for seen in undated if not self._of_body(seen.start)]
        counts = Counter(seen.place.country.id for seen in told)
        if not counts:
            return self.home or self._of_states
        counts.update(self._state_counts)  # off Florida, on its way from the Bahamas
        (foremost, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
        found = next((seen for seen in told if seen.place.country.id == foremost), None)
        if found is None:
            return None
        clear = most >= _FAR_MORE * second or (self.home is not None and self.home.id == foremost and most > 2 * second)
        return found.place.country if clear and self.story.sentence_at(found.start) < _HEAD else None

    @cached_property
    def _of_states(self) -> Country | None:
        """The one union whose states the text names, again and again, where it names no country."""
        named = self._state_counts
        unions = {country.id: country for country in self.atlas.federated.values()}
        return unions[next(iter(named))] if len(named) == 1 and named.total() > 1 else None

    @cached_property
    def _state_counts(self) -> Counter[str]:
        """How often the text names states of unions, by the union; none whose name is a land's or somebody's too."""
        first = self.story.lexicon.classes["female-name"] | self.story.lexicon.classes["male-name"]
        return Counter(
            self.atlas.federated[name].id
            for name in map(" ".join, map(str.split, self.atlas.state_of_union.findall(self.story.text)))
            if name not in self.atlas.places and name.lower() not in first
        )

    @cached_property
    def own_side(self) -> Country | None:
        """The country whose side the article takes in a war, or whose own news agency reports of it: a bare "Ministry
        of Defence" is its."""
        text, words = self.story.text, self.story.lexicon.side
        named = [(seen.start, seen.place.country) for seen in self.states]
        states = {country.id: country for _, country in named}
        if len(states) < _TWO_SIDES:
            return None
        if (found := own_side(text, named, words)) is not None:
            return found
        if words.enemy.search(text) or words.ours.search(text):
            attacks = self.story.lexicon.classes["attack-of"]
            striking = {seen.place.country.id for seen in self.states if self._followed_by(seen, attacks, len(text))}
            own = [country for country in states.values() if country.id not in striking]
            if striking and len(own) == 1:
                return own[0]  # "the enemy", in an article of "Thai attacks" on Cambodia
        agencies = {self.atlas.national[hit[1] or hit[2]].id for hit in self.atlas.by_agency.finditer(text)}
        told = [country for country in states.values() if country.id in agencies]
        return told[0] if len(told) == 1 else None

    @cached_property
    def opponents(self) -> tuple[Country, ...]:
        """The two countries of which alone the article tells: named far more often than any third; else none."""
        first, second, third = (*self._acting.most_common(3), ("", 0), ("", 0), ("", 0))[:3]
        if second[1] < 2 or second[1] < _FAR_MORE * third[1]:
            return ()
        found = {seen.place.country.id: seen.place.country for seen in self.states}
        return found[first[0]], found[second[0]]

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(seen.place.country.id for seen in self._at_home)

    @cached_property
    def _at_home(self) -> tuple[Seen, ...]:
        """The states named but as where people come from: "American | tourists" are abroad; all, where none is left."""
        visitors = self.story.lexicon.classes["visitor"]
        text, places = self.story.text, self.atlas.places

        def comes(seen: Seen) -> bool:
            words = line(text, seen.start, min(len(text), seen.start + LONGEST_NAME))
            named = match(places, words.words, 0)
            behind = words.lows[named[0] : named[0] + 1] if named is not None else []
            return seen.place.role == "adjective" and not visitors.isdisjoint(behind)

        return tuple(seen for seen in self.states if not comes(seen)) or self.states

    @cached_property
    def _acting(self) -> Counter[str]:
        """How often each state is named, and not as a place: "in northern Iraq"."""
        text, there = self.story.text, self._there
        named = (
            seen for seen in self._at_home if not there.search(text, max(0, seen.start - LONGEST_NAME), seen.start)
        )
        return Counter(seen.place.country.id for seen in named)
