"""One sentence with its quantities in, their descriptions out."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from claimcheck.records import HELD, Description, Fact, Period, Quantity, Rejected, Span
from claimcheck.rules.descriptions import Event
from claimcheck.stages.describe import scopes
from claimcheck.stages.describe.ballots import holder
from claimcheck.stages.describe.counted import Counted, counted, noun
from claimcheck.stages.describe.counting import number_of, those_before
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.marks import Marks
from claimcheck.stages.describe.measures import measures_of
from claimcheck.stages.describe.parties import Parties
from claimcheck.stages.describe.phrases import Parsed, parse
from claimcheck.stages.describe.references import answers, refers_back, speaks
from claimcheck.stages.describe.refuse import refuse
from claimcheck.stages.describe.scene import Scene
from claimcheck.stages.describe.tokens import tokenise
from claimcheck.stages.describe.triggers import Found

_BY_OTHERS = frozenset(("freed", "captured", "killed", "injured"))  # "Y freed 400 of its men": X's, who says so
_TIMELESS = frozenset(("population", "supported", "opposed", "answered", "voted"))  # of no event
_COUNTS = frozenset(("count", "percent", "fraction"))
_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0, "decade": 3650.0}
_SLACK = 1.5  # a period as written may be a little shorter than what lasted
_PARTS = frozenset(("among", "including"))
_TOLD_BY_UNIT = {"duration": "M71", "temperature": "M195"}  # dimensions whose unit tells the measure → rule
_THINGS = ("building", "settlement", "vehicle", "weapon")
_ELLIPSIS = 14  # words over which a number without its noun still counts the noun before
_STANDING = "M194"  # what a poll puts somebody at
_FAR = 500  # characters over which "the figure" is the number told before


class Placed(Struct, frozen=True, gc=False):
    """A described quantity with its sentence, for what later ones refer to."""

    quantity: Quantity
    phrase: Counted
    parsed: Parsed
    measure: Found | None
    unit: str
    noun_class: str
    party: Fact | None
    of_people: bool = False


class SentenceReader:
    """Describes the quantities of one sentence; `window` is the part of it that is read."""

    def __init__(
        self, scene: Scene, sentence: int, window: Span, quantities: dict[int, Quantity], lexicon: Lexicon
    ) -> None:
        self.scene, self.sentence, self.quantities, self.lexicon = scene, sentence, quantities, lexicon
        found = list(quantities.items())
        self.parsed = parse(tokenise(scene.article.text, *window, found, lexicon), lexicon)
        self.at = {token.quantity: index for index, token in enumerate(self.parsed.tokens) if token.quantity >= 0}
        self.phrases = {index: counted(self.parsed, index, lexicon) for index in self.at.values()}
        dimensions = {self.at[n]: q.dimension for n, q in quantities.items() if n in self.at}
        self.measures = measures_of(self.parsed, self.phrases, dimensions, scene.events.kinds_around(sentence), lexicon)
        seen = scene.reading.seen(sentence).within(window)
        self.parties = Parties(scene.article.text, self.parsed, seen, lexicon)
        self.marks = Marks(self.parsed, seen, lexicon)
        self.countries = seen.of("country")

    def describe(self, number: int, last: Placed | None) -> tuple[Description | Rejected, Placed | None]:
        """The description of a quantity, with what later ones need; `last` is the one described before it."""
        quantity = self.quantities[number]
        token = self.at.get(number)
        if token is None:
            why = "inside another number"
            return Rejected(start=quantity.start, end=quantity.end, why=why, rule="K00"), None
        measure = self._measure(token, quantity, last)
        phrase = self._with_number_of(self.phrases[token], quantity, measure)
        speaking = speaks(self.measures, token)
        refused = refuse(quantity, phrase, self.parsed, measure, speaking, self.lexicon)
        if refused:
            return refused, None
        description = self._description(quantity, phrase, measure, last)
        unit, noun_class = description.unit, description.noun_class
        people = self.lexicon.is_a(noun_class, "person")
        return description, Placed(quantity, phrase, self.parsed, measure, unit, noun_class, description.party, people)

    def _measure(self, token: int, quantity: Quantity, last: Placed | None) -> Found | None:
        found = self.measures.measure(token)
        if quantity.dimension in _TOLD_BY_UNIT and (found is None or found.derived):
            return Found(quantity.dimension, _TOLD_BY_UNIT[quantity.dimension], token, token + 1, happens=True)
        if quantity.dimension == "money" and found is None and self.phrases[token].noun_class:
            return Found("cost", "M58", token, token + 1)
        if found is None and last is not None and last.measure and self._goes_back(token, quantity, last):
            return replace(last.measure, rule="M90", start=token, end=token + 1, unit=last.unit)
        return found

    def _goes_back(self, token: int, quantity: Quantity, last: Placed) -> bool:
        """Whether a number is of what the last one counted; who only "speaks of" it does so in the next sentence."""
        if refers_back(self.measures, token):
            return quantity.start - last.quantity.end < _FAR
        return quantity.sentence - last.quantity.sentence <= 1 and answers(self.measures, token)

    def _description(
        self, quantity: Quantity, phrase: Counted, measure: Found | None, last: Placed | None
    ) -> Description:
        scene, sentence, span = self.scene, self.sentence, (quantity.start, quantity.end)
        words = self._words(quantity, phrase)
        unit, noun_class = self._unit(quantity, phrase, measure)
        name = measure.value if measure else ""
        period = scene.times.period(sentence, span)
        happens = measure is not None and measure.happens
        # "inflation rose to 64.8 percent in December" is of December; a toll that rose on Monday is not of Monday.
        running = quantity.dimension == "count" and scene.times.runs(sentence)
        counting = measure is not None and measure.counting and (measure.happens or running)
        event = scene.events.at(sentence, span, period, name, happens) if name not in _TIMELESS else None
        scope = self.marks.find("scope", phrase, measure)
        place = scene.places.at(sentence, span)
        if place is None and (happens or _of_people_there(quantity, noun_class)):
            place = scene.places.carried(sentence, scope.value if scope else "")
        party = self._party(quantity, phrase, measure, noun_class, event, place, last)
        if place is None and party is not None and self._at_home(party, noun_class):
            place = replace(party, rule="L93")
        return Description(
            object=scene.article.text[slice(*words)] if words else "",
            object_span=words,
            unit=unit,
            noun_class=noun_class,
            measure=measure.fact(self.parsed) if measure else None,
            party=party,
            event=event,
            event_terms=scene.events.terms(sentence),
            place=place,
            period=_fitting(scene.times.told(sentence, period, counting), quantity),
            as_of=scene.times.as_of(sentence, self.marks.find("as_of", phrase), counting),
            scope=scope or self._scope(phrase, measure, place, last) or self._of_many(phrase, measure, period),
            status=self.marks.find("status", phrase, measure),
        )

    def _at_home(self, party: Fact, noun_class: str) -> bool:
        """Whether authorities tell losses of their own land; soldiers fall abroad, too."""
        told = party.rule == "P06" or (
            party.rule == "P08" and any(hit.name.country == party.value for hit in self.parties.speakers)
        )
        return told and not self.lexicon.is_a(noun_class, "soldier")

    def _scope(self, phrase: Counted, measure: Found | None, place: Fact | None, last: Placed | None) -> Fact | None:
        """What the count covers, where no word of its own tells: some of those, others, several lands, a place."""
        found = scopes.of_some(self.measures, measure)
        here = last is not None and last.parsed is self.parsed
        found = found or scopes.of_others(self.measures, phrase, measure, last.measure if last else None, here)
        found = found or scopes.of_lands(self.measures, phrase, self.countries, self.scene.article.text)
        if found is None and place is not None and self.scene.places.throughout(self.sentence, place):
            return replace(place, value="throughout", rule="L92")
        return found

    def _of_many(self, phrase: Counted, measure: Found | None, period: Period | None) -> Fact | None:
        """Whether many happenings did what is counted, where the sentence tells no day."""
        dated = period is not None and period.rule == "T01"
        return None if dated else scopes.of_happenings(self.measures, phrase, measure)

    # ── what is counted ───────────────────────────────────────────────────────────────────────

    def _with_number_of(self, phrase: Counted, quantity: Quantity, measure: Found | None) -> Counted:
        """ "The number of passengers rose to 45": the phrase of a bare count, with the noun that stands far before."""
        if quantity.dimension != "count":
            return phrase
        of_people = measure is not None and measure.unit == "person"
        chunk = number_of(self.measures, phrase) or those_before(self.measures, phrase, of_people)
        if chunk is None or self._said_to_be(phrase)[0]:  # "of the migrants, 40 were children"
            return phrase
        unit, noun_class, rule = noun(self.parsed.tokens, chunk.start, chunk.head, self.lexicon)
        if noun_class == "other" and measure is not None and measure.start == chunk.head:
            unit, noun_class = "", ""  # "the number of unemployed": the noun tells the measure
        return replace(phrase, words=(chunk.start, chunk.end), unit=unit, noun_class=noun_class, rule=rule)

    def _words(self, quantity: Quantity, phrase: Counted) -> Span | None:
        """The counted phrase; of a duration without one, the verb that lasts: "controlled … for three decades"."""
        tokens = self.parsed.tokens
        start, end = phrase.words
        if start < end:
            return tokens[start].start, tokens[self._with_whose(phrase, end) - 1].end
        if quantity.dimension != "duration" or not phrase.first:
            return None
        chunks = self.parsed.chunks
        if tokens[chunks[phrase.first - 1].start].low != "for":
            return None
        ahead = range(phrase.first - 2, max(-1, phrase.first - 9), -1)
        verb = next((at for at in (*ahead, *range(phrase.last + 1, len(chunks))) if chunks[at].kind == "VP"), None)
        if verb is None:
            return None
        last = phrase.first - 2 if verb < phrase.first else verb
        return tokens[chunks[verb].head].start, tokens[chunks[last].end - 1].end

    def _with_whose(self, phrase: Counted, end: int) -> int:
        """Where the counted phrase ends with what it is "of": "170 members of the security forces"."""
        chunks, tokens = self.parsed.chunks, self.parsed.tokens
        at = phrase.last + 1
        if phrase.head < 0 or at + 1 >= len(chunks) or chunks[phrase.last].end != end:
            return end
        behind = chunks[at + 1]
        named = tokens[behind.head].tag in "nM" and all(
            tokens[t].tag not in "Qt" for t in range(behind.start, behind.end)
        )
        of_noun = tokens[chunks[at].start].low == "of" and behind.kind == "NP" and named
        return behind.end if of_noun else end

    def _unit(self, quantity: Quantity, phrase: Counted, measure: Found | None) -> tuple[str, str]:
        if quantity.dimension != "count" and quantity.unit:
            return quantity.unit, phrase.noun_class or "other"
        unit, noun_class = phrase.unit, phrase.noun_class
        if measure and measure.counted and not unit:
            return measure.counted, self._class_of(measure.counted)
        if self._remains(phrase):
            return "body", "body"
        if not unit:
            unit, noun_class = self._said_to_be(phrase)
        bare = not unit or (noun_class == "casualty" and (unit,) in self.lexicon.states)  # "78 wounded"
        if bare and (before := self._joined_to(phrase, measure)):
            return before.unit, before.noun_class
        # "six of those killed"; "injured seven Governor …", a name that began the next sentence
        nominal = noun_class == "casualty" or (
            noun_class == "other" and (unit in self.lexicon.harming or self._single(quantity, phrase, measure))
        )
        if measure and measure.unit and (not unit or nominal):
            return measure.unit, self._class_of(measure.unit)
        if phrase.whole in self.phrases and not unit:
            unit, noun_class = self.phrases[phrase.whole].unit, self.phrases[phrase.whole].noun_class
        return unit or "thing", noun_class or "other"

    def _single(self, quantity: Quantity, phrase: Counted, measure: Found | None) -> bool:
        """Whether a number of the harmed stands before one thing that is no person: "kills 20 Moscow"."""
        if measure is None or not measure.harm or quantity.value < 2 or phrase.head < 0:
            return False
        head = self.parsed.tokens[phrase.head]
        return head.low == head.lemma and head.low.isalpha()

    def _remains(self, phrase: Counted) -> bool:
        """ "The bodies of 41 people"."""
        chunks, tokens = self.parsed.chunks, self.parsed.tokens
        if phrase.first < 2 or tokens[chunks[phrase.first - 1].start].low != "of":
            return False
        return self._class_of(tokens[chunks[phrase.first - 2].head].lemma) == "body"

    def _class_of(self, unit: str) -> str:
        return self.lexicon.nouns.get(tuple(unit.split()), ("", "other", ""))[1]

    def _said_to_be(self, phrase: Counted) -> tuple[str, str]:
        """ "487 were children": unit and class of the noun behind the copula."""
        chunks, tokens = self.parsed.chunks, self.parsed.tokens
        at = phrase.last + 1
        if at + 1 >= len(chunks) or chunks[at].kind != "VP" or tokens[chunks[at].head].low not in ("were", "are"):
            return "", ""
        behind = chunks[at + 1]
        if behind.kind != "NP" or tokens[behind.head].tag != "n":
            return "", ""
        unit, noun_class, _ = noun(tokens, behind.start, behind.head, self.lexicon)
        return (unit, noun_class) if noun_class not in ("other", "casualty") else ("", "")

    def _joined_to(self, phrase: Counted, measure: Found | None) -> Counted | None:
        """The phrase before, whose noun an ellipsis counts on: "1,140 soldiers were wounded and 880 killed"."""
        near = range(max(0, self._chained(phrase.token) - _ELLIPSIS), phrase.token)
        # "killed 137 people, among them three children, and wounded 182": the 182 are people.
        told = [t for t in near if t in self.phrases and not self._listed(t)]
        token = max((t for t in told if self.phrases[t].noun_class), default=max(told, default=None))
        if token is None:
            return None
        last = self.phrases[token]
        between = self.parsed.tokens[last.words[1] : phrase.token]
        if last.noun_class in ("", "casualty") or not any(mark.tag in "C,:;-S" for mark in between):
            return None
        if phrase.pronoun:
            return last  # "seven bridges, two of which collapsed"
        # "destroyed 300 homes and injured 50" counts no homes the second time.
        before = self.measures.measure(token)
        same = measure is not None and before is not None and before.value == measure.value
        same = same or self._same_verb(last, phrase) or self._of_such_things(last, measure)
        return last if same or self.lexicon.is_a(last.noun_class, "person") else None

    def _of_such_things(self, last: Counted, measure: Found | None) -> bool:
        """ "160 homes were hit while 117 were destroyed": whether a harm is one that befalls what was counted."""
        if measure is None or not measure.harm or measure.victims:
            return False
        return any(self.lexicon.is_a(last.noun_class, name) for name in measure.classes or _THINGS)

    def _chained(self, token: int) -> int:
        """The first of the numbers without a noun that lead to this one: "165 in the north, 107 in the south, 65 …"."""
        bare = [t for t in range(token) if t in self.phrases and not self.phrases[t].noun_class]
        for earlier in reversed(bare):
            if token - earlier > _ELLIPSIS:
                break
            token = earlier
        return token

    def _same_verb(self, one: Counted, other: Counted) -> bool:
        """ "Smith has 163 delegates and Jones has 63"."""
        chunks, tokens = self.parsed.chunks, self.parsed.tokens
        if not (one.first and other.first):
            return False
        verbs = [chunk for chunk in (chunks[one.first - 1], chunks[other.first - 1]) if chunk.kind == "VP"]
        return len(verbs) == 2 and tokens[verbs[0].head].lemma == tokens[verbs[1].head].lemma

    def _listed(self, token: int) -> bool:
        """Whether a quantity stands in a list of parts: "among them three children"."""
        return any(word.low in _PARTS for word in self.parsed.tokens[max(0, token - 2) : token])

    # ── whose ─────────────────────────────────────────────────────────────────────────────────

    def _party(
        self,
        quantity: Quantity,
        phrase: Counted,
        measure: Found | None,
        noun_class: str,
        event: Fact | None,
        place: Fact | None,
        last: Placed | None,
    ) -> Fact | None:
        if quantity.dimension not in _COUNTS:
            return None
        if measure is not None and _of_a_candidate(measure, quantity, noun_class):
            return holder(self.scene.article.text, self.parsed, phrase, self.lexicon)
        known = self.lexicon.events.get(event.value) if event else None
        party = self._told_party(phrase, measure, noun_class, known) or self._counted_party(quantity, phrase, measure)
        if party or measure is None or not measure.harm or self.parties.suffers(phrase, measure.start):
            return party
        party = None if measure.counted else self._carried(phrase, last)
        party = party or self.parties.claimed(phrase, place)
        people = self.lexicon.is_a(noun_class, "person") or noun_class == "family"
        if party is None and known and known.victims and people:
            return Fact(value=known.victims, rule=known.id)
        return party

    def _told_party(self, phrase: Counted, measure: Found | None, noun_class: str, event: Event | None) -> Fact | None:
        """Who is named in the phrase or by its syntax: "its soldiers", "lost 40", "enemy troops"."""
        by_others = measure is not None and measure.object_told and measure.value in _BY_OTHERS
        by_others = by_others and measure is not None and measure.start < phrase.token
        harmed_by = measure.start if measure is not None and by_others else -1
        party = self.parties.named(phrase) or self.parties.own(phrase, noun_class, harmed_by)
        told = measure.start if measure is not None else -1
        party = party or self.parties.enemy(phrase, event, told) or self.parties.holder(phrase)
        return party or (self.parties.sufferer(phrase, measure.start) if measure else None)

    def _counted_party(self, quantity: Quantity, phrase: Counted, measure: Found | None) -> Fact | None:
        """The country of a population, and the party on the noun that tells the measure."""
        if measure is None:
            return None
        if measure.value == "population":
            return self.parties.nearest(quantity.start)
        if phrase.head >= 0 or measure.start >= phrase.token:
            return None
        # "put the number of Syrian soldiers killed at 45": the party of those who are counted.
        whose = self.parties.beside(measure.start - 1) if measure.counted and measure.start else None
        return self.parties.beside(measure.start) or whose

    def _carried(self, phrase: Counted, last: Placed | None) -> Fact | None:
        """The party of the number that this one goes on from: "487 others", "and wounded 12", "150 of the 1,275"."""
        first = self.parsed.tokens[phrase.words[0]].low if phrase.words[0] < phrase.words[1] else ""
        goes_on = phrase.head < 0 or first in ("others", "other", "more")
        here = last is not None and last.parsed is self.parsed
        if last is None or last.party is None or not (goes_on or (here and phrase.noun_class == "casualty")):
            return None
        if not here:
            same = self.scene.reading.same_paragraph(last.quantity.sentence, self.sentence)
            return Fact(value=last.party.value, rule="P11", span=last.party.span) if same else None
        between = self.parsed.tokens[last.phrase.words[1] : phrase.token]
        joined = phrase.pronoun or phrase.whole >= 0 or any(token.tag in "C,:;-" for token in between)
        return Fact(value=last.party.value, rule="P08", span=last.party.span) if joined else None


def _of_a_candidate(measure: Found, quantity: Quantity, noun_class: str) -> bool:
    """Whether somebody who stands for election has the number, at a vote or in a poll."""
    polled = measure.value == "supported" and noun_class != "person"
    return polled or measure.rule == _STANDING or (measure.value in HELD and _of_a_vote(quantity, noun_class))


def _of_a_vote(quantity: Quantity, noun_class: str) -> bool:
    """Whether a number is of votes, seats or delegates, or a share of them."""
    return quantity.dimension in ("percent", "fraction") or noun_class in ("vote", "position")


def _of_people_there(quantity: Quantity, noun_class: str) -> bool:
    """Whether a number that counts nothing that happened is of the people of a place: shares of voters, rates."""
    return quantity.dimension == "percent" or noun_class == "vote"


def _fitting(period: Period | None, quantity: Quantity) -> Period | None:
    """The period, where it has an end and can hold a duration: 30 years are not of the autumn that ended them."""
    if period is None or not (period.start or period.end):
        return None
    if quantity.dimension != "duration" or not (period.start and period.end):
        return period
    days = (date.fromisoformat(period.end) - date.fromisoformat(period.start)).days + 1
    return period if quantity.value * _DAYS.get(quantity.unit or "", 1.0) <= days * _SLACK else None
