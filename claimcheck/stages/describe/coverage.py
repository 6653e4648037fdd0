"""What is counted, and where, in; of what it is all out: of some, of others, of a place, of several lands."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.records import HELD, Fact, Period
from claimcheck.stages.describe import happenings, lands, scopes
from claimcheck.stages.describe.exiles import abroad
from claimcheck.stages.describe.lastlike import of_last_like
from claimcheck.stages.describe.placed import Placed, Setting
from claimcheck.stages.describe.places import WIDE
from claimcheck.stages.describe.references import (
    puts_figure,
)
from claimcheck.stages.describe.whereabouts import CARRIED, FLED, Whereabouts

_BOTH = "both"  # party
_SIDE = "P23"  # the rule of whom a text counts on one side
_OPEN = HELD | {"cumulative"}  # … of what may yet be of several lands


class Coverage(Whereabouts):
    """Finds the scope of a number."""

    def _over_several(self, placed: Placed, setting: Setting, place: Fact | None) -> Fact | None:
        """Whether it is told of all the lands that a quake or a flood went over: those of a row in the sentence, else,
        where it tells no place, those that the article opens with."""
        told, measure, party = setting.scope, placed.measure, placed.party
        if measure is None or not measure.harm or (told is not None and told.value not in _OPEN):
            return None
        if not self._goes_over_lands():
            return None
        if party is not None:
            return lands.of_row(party.span) if party.value == _BOTH and party.span is not None else None
        if (both := lands.both_told(self.context, placed.phrase.token)) is not None:
            return both
        own = place is not None and place.rule not in CARRIED
        where = place.span if own and place is not None else None
        if own and where is None:
            return None
        row = lands.row_of(self.scene.places.rows(self.sentence), where, placed.quantity.start)
        if row is not None:
            return lands.of_row(row)
        if own or (told is not None and told.value in HELD):
            return None
        return self.scene.places.of_lands(place)

    def _abroad(self, placed: Placed, setting: Setting) -> Fact | None:
        """Of those who fled, whether they left their land."""
        measure, told = placed.measure, setting.scope
        if measure is None or measure.value != FLED or (told is not None and told.value != "cumulative"):
            return None
        verb = measure.fact(self.parsed).span
        after = max(placed.quantity.end, verb[1] if verb else 0)
        return abroad(self.scene.article.text, (placed.quantity.start, after), self.lexicon, self.countries)

    def _told_scope(self, placed: Placed, setting: Setting, last: Placed | None) -> Fact | None:
        """What a word tells of what the count covers; of six other people in the state the count covers the others."""
        told = setting.scope
        if (told is None or told.value == "cumulative") and last is not None and self._put_anew(placed, last):
            return replace(last.scope, rule="O2630") if last.scope else told
        if told is None or told.value not in WIDE:
            return told
        return scopes.of_others(self.context, placed.phrase, placed.measure, last) or told

    def _put_anew(self, placed: Placed, last: Placed) -> bool:
        """ "A second blast killed 30. The police put the toll at 20": whether a number is another one for the last."""
        near = placed.quantity.sentence - last.quantity.sentence <= 1
        one, other = placed.measure, last.measure
        same = one is not None and other is not None and one.value == other.value
        return near and same and puts_figure(self.context, placed.phrase.token)

    def _scope(self, placed: Placed, place: Fact | None, last: Placed | None) -> Fact | None:
        """What the count covers, where no word of its own tells: some of those, others, several lands, a place."""
        phrase, measure = placed.phrase, placed.measure
        elsewhere = scopes.were_there(self.context, phrase) or (placed.party is not None and placed.party.rule == _SIDE)
        found = None if elsewhere else scopes.of_some(self.context, phrase, measure, placed.noun_class)
        found = found or scopes.of_share(self.context, phrase, measure)
        if placed.party is None:
            found = found or scopes.of_its_people(self.context, phrase, measure)
        found = found or scopes.of_others(self.context, phrase, measure, last)
        found = found or scopes.of_new(self.context, phrase, measure, last)
        found = found or of_last_like(self.context, phrase, measure)
        found = found or happenings.of_another(self.context, phrase, measure)
        found = found or scopes.of_family(self.context, phrase, measure) or scopes.in_one(self.context, phrase, measure)
        text = self.scene.article.text
        found = found or scopes.of_lands(self.context, phrase, self.countries, text)
        found = found or scopes.of_lands_before(self.context, phrase, measure, self.countries, text)
        if found is None and place is not None and self.scene.places.throughout(self.sentence, place):
            return replace(place, value="throughout", rule="L92")
        if found is None and place is not None and self.scene.places.alone(place):
            return replace(place, value="one_place", rule="L96")
        return found

    def _of_many(self, placed: Placed, period: Period | None) -> Fact | None:
        """Whether many happenings did what is counted, where the sentence tells no day: "since Friday" is none, but for
        a toll that one day's strikes bring to so many since then."""
        running = placed.measure is not None and placed.measure.counting
        dated = period is not None and period.rule == "T01" and (running or period.end is not None)
        return None if dated else self._of_several(placed)

    def _of_several(self, placed: Placed) -> Fact | None:
        """Of many happenings, or of two, which may be all that the article tells of."""
        many = scopes.of_happenings(self.context, placed.phrase, placed.measure)
        return many or happenings.of_several(self.context, placed.phrase, placed.measure)
