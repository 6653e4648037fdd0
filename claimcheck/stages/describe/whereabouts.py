"""What is counted in; when, where and in what event it happened out."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.records import Fact
from claimcheck.stages.describe import scopes, wards
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.parsed import ParsedSentence
from claimcheck.stages.describe.placed import Placed, Setting
from claimcheck.stages.describe.subjects import host, recorder
from claimcheck.stages.describe.triggers import Found

CARRIED = frozenset(("L90", "L91"))  # rules by which a place is that of a sentence before
_ANOTHER = frozenset(("another", "a further", "an additional"))
_TWO = 2
_LIVING = "population"  # measure of who lives in a land
FLED = "displaced"  # class, and measure, of who has left his home
_ON_TOLL = 16  # characters between a land and its toll: "'s official death "


class Whereabouts(ParsedSentence):
    """Finds the setting of what is counted."""

    def _setting(self, placed: Placed, last: Placed | None) -> Setting:
        """When, where and in what event the counted happened."""
        scene, measure, span = self.scene, placed.measure, (placed.quantity.start, placed.quantity.end)
        period = scene.times.period(self.sentence, span)
        name, happens = (measure.value, measure.happens) if measure else ("", False)
        timeless = name in self.lexicon.groups["of no event"]
        event = None if timeless else scene.events.at(self.sentence, span, period, name, happens)
        scope = self.marks.find("scope", placed.phrase, measure)
        scope = None if scope is not None and self._beside_another_harm(scope, measure, last) else scope
        if scope is None or scope.value == "cumulative":
            scope = wards.of_house(self.context, placed.phrase, measure) or scope
        place = self._host(placed) or scene.places.at(self.sentence, span)
        place = None if place is not None and self._raised_behind(placed, place) else place
        if place is None and measure is not None and measure.harm:
            place = self._where_recorded(placed.phrase, measure, last)
        if place is None and (happens or _of_people_there(placed)):
            place = scene.places.carried(self.sentence, scope.value if scope else "")
        return Setting(period, event, place, scope)

    def _host(self, placed: Placed) -> Fact | None:
        """Where those are who were taken in: "Fighting in Ava drove them to Chad, which is sheltering 45 families"."""
        measure, noun = placed.measure, placed.phrase.head
        if measure is None or measure.value not in self.lexicon.groups["taking people in"]:
            return None
        foreign = placed.noun_class == FLED or (noun >= 0 and self.parsed.tokens[noun].low in self.lexicon.people)
        if measure.value == _LIVING and not foreign:
            return None  # "Mali is home to 45 banks"
        land, told = host(self.parties, measure.start), placed.quantity.start
        if land is None or any(land.end <= other.start < told for other in self.countries):
            return None  # "Chad took in few; Mali, next to Niger, hosts 45 families"
        return Fact(value=land.name.country, rule="L2240", span=(land.start, land.end))

    def _raised_behind(self, placed: Placed, place: Fact) -> bool:
        """ "Two bodies were found in Ava, bringing the flood's toll to seven": whether a spot is but of the two."""
        start = scopes.toll_raised(self.context, placed.phrase)
        before = start is not None and place.span is not None and place.span[0] < start
        return before and not self.parties.is_land(place.value)

    def _beside_another_harm(self, scope: Fact, measure: Found | None, last: Placed | None) -> bool:
        """ "45 people died. Another 100 (a further 100) were wounded", "12 died and 30 more were hurt": others than the
        dead, but all of the wounded, whatever was told of other wounded before. "Three more died" goes on from another
        day."""
        if scope.span is None or measure is None or not measure.harm or last is None:
            return False
        word = self.scene.article.text[slice(*scope.span)].lower()
        here = last.parsed is self.parsed
        beside = word in _ANOTHER or (here and word in self.lexicon.groups["further"])
        dead = here and last.measure is not None and last.measure.harm and last.measure.value != measure.value
        return beside and (dead or (bool(last.harms) and measure.value not in last.harms))

    def _seat(self, placed: Placed, place: Fact | None) -> Fact | None:
        """The place; "in Bamako, Mali's army said 40 soldiers had died": the land of who tells its losses."""
        party, soldiers = placed.party, self.lexicon.is_a(placed.noun_class, "soldier")
        if place is None or party is None or party.rule != "P06" or not soldiers or len(self.parsed.tokens) < _TWO:
            return place
        first = self.parsed.tokens[1].start
        opens = place.span is not None and place.span[0] == first
        seats = (hit for hit in self.parties.cities if opens and hit.start == first and hit.name.kind == "capital")
        return replace(party, rule="L93") if any(hit.name.country == party.value for hit in seats) else place

    def _home(self, placed: Placed) -> Fact | None:
        """Their own land, where authorities tell their losses; soldiers fall abroad, too."""
        party = placed.party
        if party is None or self.lexicon.is_a(placed.noun_class, "soldier"):
            return None
        speaking = (hit.name.country for hit in self.parties.speakers)
        told = party.rule == "P06" or (party.rule == "P08" and party.value in speaking)
        told = told or (party.rule == "P04" and self._over_lands())
        return replace(party, rule="L93") if told else None

    def _on_toll(self, placed: Placed, place: Fact | None) -> Fact | None:
        """Of what went over several lands the one on a toll: "45 died in Chad; Niger's death toll is 20"."""
        party, measure = placed.party, placed.measure
        if party is None or party.span is None or measure is None or not measure.counting:
            return None
        if self._of_that_land(placed, place) and self._goes_over_lands():
            return replace(party, rule="L93")
        if self.scene.places.of_lands(None) is None:
            return None
        gap = self.parsed.tokens[measure.start].start - party.span[1]
        stands = 0 <= gap <= _ON_TOLL and any((hit.start, hit.end) == party.span for hit in self.countries)
        return replace(party, rule="L93") if stands and self._goes_over_lands() else None

    def _of_that_land(self, placed: Placed, place: Fact | None) -> bool:
        """ "For Niger the figure stands at 20": whether its sentence names the land, and no place of its own."""
        party = placed.party
        told = party is not None and any((hit.start, hit.end) == party.span for hit in self.countries)
        return told and placed.of_people and (place is None or place.rule in CARRIED)

    def _where_recorded(self, phrase: Counted, measure: Found, last: Placed | None) -> Fact | None:
        """Of what goes over lands each counts its own: "Haiti reported 239 dead", in a storm; so it does of what the
        sentence goes on with: "along with 500 injured"."""
        land = recorder(self.parties, phrase, measure.start) if self._over_lands() else None
        if land is None:
            return last.recorder if last is not None and last.parsed is self.parsed else None
        return Fact(value=land.name.country, rule="L95", span=(land.start, land.end))

    def _over_lands(self) -> bool:
        kinds = self.scene.events.kinds_around(self.sentence)
        return bool(kinds) and kinds <= self.lexicon.kinds_that["over lands"]

    def _goes_over_lands(self) -> bool:
        """Whether what is told of, or what the article opens with, goes over lands: a quake, and homes collapsed; what
        an article of a fight opens with beside it does not."""
        over, opened = self.lexicon.kinds_that["over lands"], self.scene.events.kinds_opened_on
        if opened.isdisjoint(self.lexicon.kinds_that["fighting"]) and not over.isdisjoint(opened):
            return True
        return not over.isdisjoint(self.scene.events.kinds_around(self.sentence))


def _of_people_there(placed: Placed) -> bool:
    """Whether a number that counts nothing that happened is of the people of a place: shares of voters, rates."""
    return placed.quantity.dimension == "percent" or placed.noun_class == "vote"
