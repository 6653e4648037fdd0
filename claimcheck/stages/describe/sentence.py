"""One sentence with its quantities in, their descriptions out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from claimcheck.records import Description, Fact, Period, Quantity, Rejected
from claimcheck.stages.describe import spots
from claimcheck.stages.describe.changes import named_by_move
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.coverage import Coverage
from claimcheck.stages.describe.measuring import Measuring
from claimcheck.stages.describe.openly import says_little, told_openly
from claimcheck.stages.describe.placed import Placed, Setting
from claimcheck.stages.describe.references import is_given, speaks
from claimcheck.stages.describe.refuse import refuse
from claimcheck.stages.describe.triggers import Found
from claimcheck.stages.describe.unit import unit_of, with_noun_before, words_of
from claimcheck.stages.describe.whose import GIVER, foes_of, party_of

_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0, "decade": 3650.0}
_SLACK = 1.5  # a period as written may be a little shorter than what lasted
_OWN_LOSSES = frozenset(("P04", "P06", "P12", "P601", "P602"))  # rules by which a side tells its own losses


class SentenceReader(Measuring, Coverage):
    """Describes the quantities of one sentence."""

    def describe(
        self, number: int, last: Placed | None, earlier: Sequence[Placed | None] = ()
    ) -> tuple[Description | Rejected, Placed | None]:
        """The description of a quantity, with what later ones need; `last` is the one described before it, `earlier`
        are all of the article."""
        quantity = self.quantities[number]
        token = self.at.get(number)
        if token is None:
            why = "inside another number"
            return Rejected(start=quantity.start, end=quantity.end, why=why, rule="K00"), None
        measure = self._measure(token, quantity, last, earlier)
        phrase = with_noun_before(self.context, self.phrases[token], quantity, measure)
        speaking = speaks(self.context, token)
        refused = refuse(quantity, phrase, self.parsed, measure, speaking, self.lexicon)
        if refused:
            return refused, None
        unit, noun_class = unit_of(self.context, phrase, quantity, measure)
        people = self.lexicon.is_a(noun_class, "person")
        harms = (last.harms if last else frozenset()) | ({measure.value} if measure and measure.harm else frozenset())
        placed = Placed(quantity, phrase, self.parsed, measure, unit, noun_class, people, harms=harms)
        setting = self._setting(placed, last)
        party = party_of(placed, setting, last, self.parties, self.scene.reading)
        placed = replace(placed, party=party, noun_class=self._of_army(placed, party))
        if party is not None and party.rule == GIVER and setting.place is not None and setting.place.span == party.span:
            setting = replace(setting, place=None)  # "the figures, 40 in Bamako": who gives them, not where they died
        description = self._description(placed, setting, last)
        by = setting.place if setting.place is not None and setting.place.rule == "L95" else None
        return description, replace(placed, scope=description.scope, status=description.status, recorder=by)

    def _of_army(self, placed: Placed, party: Fact | None) -> str:
        """The class of those counted: the fighters whose loss a state tells are its soldiers."""
        own = placed.unit in self.lexicon.groups["fighter"] and party is not None and party.rule in _OWN_LOSSES
        return "soldier" if own and party is not None and self.parties.is_land(party.value) else placed.noun_class

    def _description(self, placed: Placed, setting: Setting, last: Placed | None) -> Description:
        times, quantity, phrase, measure = self.scene.times, placed.quantity, placed.phrase, placed.measure
        words = words_of(self.context, phrase, quantity)
        place = self._on_toll(placed, setting.place) or self._seat(placed, setting.place) or self._home(placed)
        # "inflation rose to 64.8 percent in December" is of December; a toll that rose on Monday is not of Monday.
        running = quantity.dimension == "count" and times.runs(self.sentence)
        counting = measure is not None and measure.counting and (measure.happens or running)
        counts = quantity.dimension == "count"
        counting = counting or (counts and (self._stays(phrase, measure) or is_given(self.context, phrase.token)))
        if last is not None and self._converts(phrase.token, quantity, last):
            status = last.status
        else:
            status = self.marks.find("status", phrase, measure)
        period = times.told(self.sentence, setting.period, counting)
        if status is None and measure is not None and measure.harm and times.to_come(period):
            period = None  # "closed for Tuesday after 45 people died"
        over = self._over_several(placed, setting, place)
        party = None if over is not None else placed.party  # "on both sides of the border": of both lands
        little = says_little(self.context, phrase.token, measure)
        word = told_openly(self.context, phrase.token) if little else None
        named = word.fact(self.parsed) if word else named_by_move(self.context, quantity, measure)
        return Description(
            object=self.scene.article.text[slice(*words)] if words else "",
            object_span=words,
            unit=placed.unit,
            noun_class=placed.noun_class,
            measure=measure.fact(self.parsed) if measure else None,
            word=named,
            party=party,
            foes=() if over is not None else foes_of(placed, party, setting.event, self.parties, self.scene.reading),
            event=setting.event,
            event_terms=self.scene.events.terms(self.sentence),
            place=place,
            period=_fitting(period, quantity),
            as_of=times.as_of(self.sentence, quantity.number, self.marks.find("as_of", phrase), counting),
            scope=over
            or self._abroad(placed, setting)
            or self._told_scope(placed, setting, last)
            or self._scope(placed, place, last)
            or self._of_many(placed, setting.period),
            spot=spots.at_spot(self.context, phrase, measure),
            status=status,
        )

    def _stays(self, phrase: Counted, measure: Found | None) -> bool:
        """ "40 homes remained without power on Monday": a day on which a count of what was before stands."""
        if measure is None or not measure.happens:
            return False
        first, last = sorted((phrase.token, measure.start))
        return any(token.lemma in self.lexicon.groups["still so"] for token in self.parsed.tokens[first:last])


def _fitting(period: Period | None, quantity: Quantity) -> Period | None:
    """The period, where it has an end and can hold a duration: 30 years are not of the autumn that ended them."""
    if period is None or not (period.start or period.end):
        return None
    if quantity.dimension != "duration" or not (period.start and period.end):
        return period
    days = (date.fromisoformat(period.end) - date.fromisoformat(period.start)).days + 1
    return period if quantity.value * _DAYS.get(quantity.unit or "", 1.0) <= days * _SLACK else None
