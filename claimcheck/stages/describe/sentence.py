"""One sentence with its quantities in, their descriptions out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from claimcheck.records import HELD, Description, Fact, Period, Quantity, Rejected, Span
from claimcheck.stages.describe import happenings, lands, scopes, spots, wards
from claimcheck.stages.describe.amounts import told_by_unit
from claimcheck.stages.describe.beside import in_other_unit
from claimcheck.stages.describe.changes import moved, named_by_move
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted, counted
from claimcheck.stages.describe.elliptic import with_noun_of_last
from claimcheck.stages.describe.exiles import abroad
from claimcheck.stages.describe.itemised import told_by_heading
from claimcheck.stages.describe.lastlike import of_last_like
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.marks import Marks
from claimcheck.stages.describe.measures import measures_of
from claimcheck.stages.describe.openly import says_little, told_openly
from claimcheck.stages.describe.parties import Parties
from claimcheck.stages.describe.phrases import parse
from claimcheck.stages.describe.placed import Placed, Setting
from claimcheck.stages.describe.places import WIDE
from claimcheck.stages.describe.recounted import of_sentence_before
from claimcheck.stages.describe.references import (
    answers,
    are_included,
    are_some,
    comes_from,
    compared_figure,
    gives_figure,
    in_brackets,
    is_figure,
    is_given,
    is_land,
    names_figure,
    of_a_place,
    of_them,
    puts_figure,
    refers_back,
    runs_on,
    speaks,
)
from claimcheck.stages.describe.refuse import refuse
from claimcheck.stages.describe.running import gives_another, is_count
from claimcheck.stages.describe.scene import Scene
from claimcheck.stages.describe.subjects import host, recorder
from claimcheck.stages.describe.tokenise import tokenise
from claimcheck.stages.describe.triggers import Asked, Found
from claimcheck.stages.describe.unit import unit_of, with_noun_before, words_of
from claimcheck.stages.describe.whose import foes_of, party_of

_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0, "decade": 3650.0}
_SLACK = 1.5  # a period as written may be a little shorter than what lasted
_ANOTHER = frozenset(("another", "a further", "an additional"))
_TWO = 2
_SHARES = frozenset(("percent", "fraction"))  # dimensions
_TIMES = "time"  # class of "seven times fewer"
_OWN_LOSSES = frozenset(("P04", "P06", "P12", "P601", "P602"))  # rules by which a side tells its own losses
_LIVING, _FLED = "population", "displaced"  # measure of who lives in a land; class of who has come to it
_BOTH = "both"  # party
_OPEN = HELD | {"cumulative"}  # … of what may yet be of several lands
_CARRIED = frozenset(("L90", "L91"))  # rules by which a place is that of a sentence before
_ON_TOLL = 16  # characters between a land and its toll: "'s official death "
_AS_MANY, _ALIKE = 30, 2  # times that one count of the same is as large as another of its paragraph, or article
_FIRST = 4  # tokens of an item before its number: "- some 5,000 blankets"
_FAR = 500  # characters over which "the figure" is the number told before


class SentenceReader:
    """Describes the quantities of one sentence; `window` is the part of it that is read."""

    def __init__(
        self, scene: Scene, sentence: int, window: Span, quantities: dict[int, Quantity], lexicon: Lexicon
    ) -> None:
        self.scene, self.sentence, self.quantities, self.lexicon = scene, sentence, quantities, lexicon
        found = list(quantities.items())
        self.parsed = parse(tokenise(scene.article.text, *window, found, lexicon), lexicon)
        self.at = {token.quantity: index for index, token in enumerate(self.parsed.tokens) if token.quantity >= 0}
        dimensions = {self.at[n]: q.dimension for n, q in quantities.items() if n in self.at}
        phrases = {index: counted(self.parsed, index, lexicon) for index in self.at.values()}
        self.phrases = with_noun_of_last(self.parsed, phrases, dimensions, lexicon)
        # "Flames fed by a storm have engulfed 45 acres": what misfortune an article is about, whatever else is near
        about = scene.events.kinds_opened_on & lexicon.kinds_that["misfortune"]
        kinds = scene.events.kinds_around(sentence) | about
        self.context = measures_of(self.parsed, self.phrases, dimensions, kinds, lexicon)
        seen = scene.reading.seen(sentence).within(window)
        self.parties = Parties(scene.article.text, self.parsed, seen, lexicon)
        self.marks = Marks(self.parsed, seen, lexicon)
        self.countries = seen.of("country")

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
        description = self._description(placed, setting, last)
        by = setting.place if setting.place is not None and setting.place.rule == "L95" else None
        return description, replace(placed, scope=description.scope, status=description.status, recorder=by)

    def _of_army(self, placed: Placed, party: Fact | None) -> str:
        """The class of those counted: the fighters whose loss a state tells are its soldiers."""
        own = placed.unit in self.lexicon.groups["fighter"] and party is not None and party.rule in _OWN_LOSSES
        return "soldier" if own and party is not None and self.parties.is_land(party.value) else placed.noun_class

    def _measure(
        self, token: int, quantity: Quantity, last: Placed | None, earlier: Sequence[Placed | None]
    ) -> Found | None:
        found = self.context.measure(token)
        if found is None and last is not None and last.measure and self._converts(token, quantity, last):
            return last.measure
        if (own := told_by_unit(self.context, token, quantity, found)) is not None:
            return own
        vague = found is None or ((found.weak or found.derived) and not found.harm)  # "gave the figure of 45"
        if vague and names_figure(self.context, token) and (told := _told(quantity, earlier)):
            return replace(told, rule="M90", start=token, end=token + 1)
        if vague and (told := self._of_sentence_before(token, last)) is not None:
            return replace(told, rule="M90", start=token, end=token + 1)
        last = _counted_last(quantity, last, earlier)
        last = self._held_against(token, quantity, earlier) or self._first_fate(token, last, earlier) or last
        if vague and last is not None and last.measure and self._goes_back(token, quantity, last):
            return replace(last.measure, rule="M90", start=token, end=token + 1, unit=last.unit)
        if found is None and (told := self._of_heading(token)) is not None:
            return told
        if vague and gives_another(self.context, token) and (told := self._counted_before(token, quantity, earlier)):
            return replace(told, rule="M90", start=token, end=token + 1)
        if found is None and (came := self._came_from(token, earlier)) is not None:
            return came
        counts = quantity.dimension == "count" and self.phrases[token].noun_class != "time"
        return moved(quantity.direction, token) if found is None and counts else found

    def _of_sentence_before(self, token: int, last: Placed | None) -> Found | None:
        """ "The number of dead is not known. Reports put it at 45": what a sentence tells that gives no number of its
        own of those whose number this one gives."""
        before = self.sentence - 1
        numbered = last is not None and last.quantity.sentence >= before
        if numbered or before < 0 or not self._of_before(token):
            return None
        if not self.scene.reading.same_paragraph(self.sentence, before):
            return None
        where = self.scene.reading.sentences[before]
        return of_sentence_before(self._context_of((where.start, min(where.end, where.start + _FAR))))

    def _counted_before(self, token: int, quantity: Quantity, earlier: Sequence[Placed | None]) -> Found | None:
        """What befell those whom the paragraph counted last, where their number is not of another size; "the evening
        count: 45" is of those whom the article did, where it is of the same."""
        same, counts = self.scene.reading.same_paragraph, is_count(self.context, token)
        for placed in reversed(earlier):
            if placed is None or placed.measure is None or not placed.of_people or not _is_count(placed):
                continue
            here = same(placed.quantity.sentence, self.sentence)
            low, high = sorted((placed.quantity.value, quantity.value))
            told = not placed.measure.derived and high <= (_AS_MANY if here else _ALIKE) * max(1.0, low)
            if told and (here or (counts and placed.measure.happens)):
                return replace(placed.measure, unit=placed.unit)
            if here or not counts:
                return None
        return None

    def _of_heading(self, token: int) -> Found | None:
        """What the line that introduces a list tells of a number that is an item of it, in a line of its own."""
        if token >= _FIRST and not self.phrases[token].labelled:
            return None
        at = self.scene.reading.heading(self.sentence)
        if at is None:
            return None
        where = self.scene.reading.sentences[at]
        heading = self._context_of((max(where.start, where.end - _FAR), where.end))
        colons = [k for k, chunk in enumerate(heading.parsed.chunks) if chunk.kind == ":"]
        ask = Asked.of(self.phrases[token], self.context.dimensions[token], self.parsed)
        found = told_by_heading(heading, colons[-1], ask) if colons else None
        return replace(found, start=token, end=token + 1) if found is not None else None

    def _context_of(self, window: Span) -> Context:
        """Another sentence, without its numbers, for what it tells."""
        parsed = parse(tokenise(self.scene.article.text, *window, [], self.lexicon), self.lexicon)
        return measures_of(parsed, {}, {}, self.context.words.kinds, self.lexicon)

    def _of_before(self, token: int) -> bool:
        """Whether a bare number is of those whom the sentence before speaks of."""
        return any(asked(self.context, token) for asked in (refers_back, answers, gives_figure, gives_another))

    def _converts(self, token: int, quantity: Quantity, last: Placed) -> bool:
        """ "$40 million (€35 million; | £30 million)": whether an amount tells the last one in another unit."""
        other = last.parsed is self.parsed and last.quantity.unit != quantity.unit
        return other and in_other_unit(self.context, token) is not None

    def _came_from(self, token: int, earlier: Sequence[Placed | None]) -> Found | None:
        """The measure of the number from which something came to this one, which counts the same."""
        first = comes_from(self.context, token)
        told = (p for p in reversed(earlier) if first is not None and p is not None and p.parsed is self.parsed)
        start = next((p for p in told if p.phrase.token == first), None)
        if start is None or start.measure is None:
            return None
        return replace(start.measure, rule="M90", start=token, end=token + 1)

    def _goes_back(self, token: int, quantity: Quantity, last: Placed) -> bool:
        """Whether a number is of what the last one counted; who only "speaks of" it does so in the next sentence."""
        tolled = last.measure is not None and (last.measure.harm or last.measure.counting)
        if refers_back(self.context, token) or (tolled and runs_on(self.context, token)):
            return quantity.start - last.quantity.end < _FAR
        if quantity.sentence - last.quantity.sentence > 1:
            return False
        again = answers(self.context, token) or gives_figure(self.context, token)
        again = again or (last.of_people and runs_on(self.context, token, is_it=True))
        again = again or in_brackets(self.context, token) or self._another(token, last)
        again = again or (last.of_people and of_a_place(self.context, token))
        again = again or (last.of_people and (are_some(self.context, token) or are_included(self.context, token)))
        fewer = quantity.dimension != "count" or quantity.value <= last.quantity.high
        return again or (last.of_people and fewer and of_them(self.context, token))

    def _held_against(self, token: int, quantity: Quantity, earlier: Sequence[Placed | None]) -> Placed | None:
        """Whose number a lower or higher one is given against: "192 homes and two hotels … a lower number, 156"."""
        way = compared_figure(self.context, token)
        near = (p for p in reversed(earlier) if p is not None and quantity.sentence - p.quantity.sentence <= 1)
        held = (p for p in near if _is_count(p) and p.measure is not None)
        return next((p for p in held if (p.quantity.value - quantity.value) * way > 0), None) if way else None

    def _first_fate(self, token: int, last: Placed | None, earlier: Sequence[Placed | None]) -> Placed | None:
        """What a land's bare count is of, where the sentence before counts two fates: "202 dead and two missing. Chad
        stopped at 80"."""
        at = self.phrases[token].first - 1
        at -= at > 0 and self.parsed.chunks[at].kind == "P"
        land = at > 0 and self.parsed.chunks[at].kind == "VP" and is_land(self.context, self.parsed.chunks[at - 1])
        if not land or last is None or last.parsed is self.parsed:
            return None
        there = (p for p in earlier if p is not None and p.parsed is last.parsed)
        return next((p for p in there if p.measure is not None and p.measure.harm and p.of_people), None)

    def _another(self, token: int, last: Placed) -> bool:
        """ "The previous estimate had been 60 homes": another number for the homes that were counted before."""
        phrase = self.phrases[token]
        return is_figure(self.context, token) and phrase.noun_class in ("", last.noun_class)

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
        foreign = placed.noun_class == _FLED or (noun >= 0 and self.parsed.tokens[noun].low in self.lexicon.people)
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

    def _description(self, placed: Placed, setting: Setting, last: Placed | None) -> Description:
        times, quantity, phrase, measure = self.scene.times, placed.quantity, placed.phrase, placed.measure
        words = words_of(self.context, phrase, quantity)
        place = self._on_toll(placed) or self._seat(placed, setting.place) or self._home(placed)
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

    def _on_toll(self, placed: Placed) -> Fact | None:
        """Of what went over several lands the one on a toll: "45 died in Chad; Niger's death toll is 20"."""
        party, measure = placed.party, placed.measure
        if party is None or party.span is None or measure is None or not measure.counting:
            return None
        if self.scene.places.of_lands(None) is None:
            return None
        gap = self.parsed.tokens[measure.start].start - party.span[1]
        stands = 0 <= gap <= _ON_TOLL and any((hit.start, hit.end) == party.span for hit in self.countries)
        return replace(party, rule="L93") if stands and self._goes_over_lands() else None

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
        if (both := lands.both_told(self.context)) is not None:
            return both
        own = place is not None and place.rule not in _CARRIED
        where = place.span if own and place is not None else None
        if own and where is None:
            return None
        row = lands.row_of(self.scene.places.rows(self.sentence), where, placed.quantity.start)
        if row is not None:
            return lands.of_row(row)
        if own or (told is not None and told.value in HELD):
            return None
        return self.scene.places.of_lands(place)

    def _goes_over_lands(self) -> bool:
        """Whether what is told of, or what the article opens with, goes over lands: a quake, and homes collapsed."""
        kinds = self.scene.events.kinds_around(self.sentence) | self.scene.events.kinds_opened_on
        return not kinds.isdisjoint(self.lexicon.kinds_that["over lands"])

    def _abroad(self, placed: Placed, setting: Setting) -> Fact | None:
        """Of those who fled, whether they left their land."""
        measure, told = placed.measure, setting.scope
        if measure is None or measure.value != _FLED or (told is not None and told.value != "cumulative"):
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
        found = scopes.of_some(self.context, measure, placed.noun_class) or scopes.of_share(
            self.context, phrase, measure
        )
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


def _of_people_there(placed: Placed) -> bool:
    """Whether a number that counts nothing that happened is of the people of a place: shares of voters, rates."""
    return placed.quantity.dimension == "percent" or placed.noun_class == "vote"


def _told(quantity: Quantity, earlier: Sequence[Placed | None]) -> Found | None:
    """The measure of the same number, told before: "the 340 figure"."""
    same = (p.measure for p in reversed(earlier) if p is not None and p.quantity.value == quantity.value)
    return next((found for found in same if found is not None and not found.derived), None)


def _counted_last(quantity: Quantity, last: Placed | None, earlier: Sequence[Placed | None]) -> Placed | None:
    """What was counted last: a share told since then is no figure that a count stands at: "2 million people, half of
    the land, fled. The last estimate stood at 1 million"; nor is a factor: "40, seven times less than the 280"."""
    if quantity.dimension != "count" or last is None or _is_count(last):
        return last
    return next((p for p in reversed(earlier) if p is not None and _is_count(p)), last)


def _is_count(placed: Placed) -> bool:
    return placed.quantity.dimension not in _SHARES and placed.noun_class != _TIMES


def _fitting(period: Period | None, quantity: Quantity) -> Period | None:
    """The period, where it has an end and can hold a duration: 30 years are not of the autumn that ended them."""
    if period is None or not (period.start or period.end):
        return None
    if quantity.dimension != "duration" or not (period.start and period.end):
        return period
    days = (date.fromisoformat(period.end) - date.fromisoformat(period.start)).days + 1
    return period if quantity.value * _DAYS.get(quantity.unit or "", 1.0) <= days * _SLACK else None
