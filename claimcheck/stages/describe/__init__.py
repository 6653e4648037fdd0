"""Quantities in; what they count, what happened, where and when out. Leaves who says so to others."""

from __future__ import annotations

from itertools import groupby

import msgspec

from claimcheck.records import Article, Description, Fact, Quantity, Rejected, Segments
from claimcheck.rules import Rules
from claimcheck.stages.describe.lexicon import Lexicon, build
from claimcheck.stages.describe.links import Placed, part_of
from claimcheck.stages.describe.marks import Marks
from claimcheck.stages.describe.measures import Found, Measurer
from claimcheck.stages.describe.parties import EVENTFUL, HARMS, Parties
from claimcheck.stages.describe.phrases import Counted, Parsed, counted, parse
from claimcheck.stages.describe.refuse import refuse
from claimcheck.stages.describe.scene import Scene
from claimcheck.stages.describe.tokens import tokenise

_LOSSES = frozenset(("M03", "M17"))  # "Ukraine lost 300 troops": they are Ukraine's
_ELLIPSIS = 14  # words over which a number without its noun still counts the noun before
_TIMELESS = frozenset(("population", "supported", "voted"))


def describe(
    article: Article, segments: Segments, quantities: tuple[Quantity, ...], rules: Rules
) -> tuple[Description | Rejected, ...]:
    """For each quantity its description, or why it is no claim after all ("the two sides")."""
    lexicon = rules.once(build)
    scene = Scene(article, segments, lexicon)
    out: list[Description | Rejected] = []
    placed: list[Placed | None] = []
    for sentence, group in groupby(enumerate(quantities), key=lambda pair: pair[1].sentence):
        described = _Sentence(scene, sentence, dict(group), lexicon)
        for number in described.quantities:
            result, where = described.describe(number)
            out.append(result)
            placed.append(where)
    return tuple(_linked(result, at, placed) for at, result in enumerate(out))


def _linked(result: Description | Rejected, at: int, placed: list[Placed | None]) -> Description | Rejected:
    links = part_of(at, placed)
    return msgspec.structs.replace(result, part_of=links) if links and isinstance(result, Description) else result


class _Sentence:
    """One sentence with its quantities by their index."""

    def __init__(self, scene: Scene, sentence: int, quantities: dict[int, Quantity], lexicon: Lexicon) -> None:
        where = scene.sentences[sentence]
        self.scene, self.sentence, self.quantities, self.lexicon = scene, sentence, quantities, lexicon
        self.parsed = parse(
            tokenise(scene.article.text, where.start, where.end, list(quantities.items()), lexicon), lexicon.phrasal
        )
        self.at = {token.quantity: index for index, token in enumerate(self.parsed.tokens) if token.quantity >= 0}
        self.phrases = {index: counted(self.parsed, index, lexicon) for index in self.at.values()}
        dimensions = {self.at[n]: q.dimension for n, q in quantities.items() if n in self.at}
        self.measurer = Measurer(self.parsed, self.phrases, dimensions, lexicon)
        seen = scene.seen(sentence)
        self.parties = Parties(scene.article.text, self.parsed, seen, lexicon)
        self.marks = Marks(self.parsed, seen, lexicon)
        self.last_party: Fact | None = None

    def describe(self, number: int) -> tuple[Description | Rejected, Placed | None]:
        """The description of a quantity, with what its links need."""
        quantity = self.quantities[number]
        token = self.at.get(number)
        if token is None:
            refused = Rejected(start=quantity.start, end=quantity.end, why="inside another number", rule="K00")
            return refused, None
        phrase = self.phrases[token]
        measure = self._measure(token, quantity)
        refused_by = refuse(quantity, phrase, self.parsed, measure, self.measurer.speaks(token), self.lexicon)
        if refused_by:
            return refused_by, None
        description = self._description(quantity, phrase, measure)
        name = measure.value if measure else None
        return description, Placed(quantity, phrase, self.parsed, name, description.noun_class)

    def _measure(self, token: int, quantity: Quantity) -> Found | None:
        found = self.measurer.measure(token)
        if quantity.dimension == "duration" and (found is None or found.derived):
            return Found("duration", "M71", token, token + 1)
        if quantity.dimension == "money" and found is None:
            return Found("cost", "M58", token, token + 1)
        return found

    def _description(self, quantity: Quantity, phrase: Counted, measure: Found | None) -> Description:
        scene, sentence = self.scene, self.sentence
        span = (quantity.start, quantity.end)
        start, end = phrase.words
        words = (self.parsed.tokens[start].start, self.parsed.tokens[end - 1].end) if start < end else None
        unit, noun_class = self._unit(quantity, phrase, measure)
        name = measure.value if measure else ""
        period = scene.period(sentence, span)
        harm = name in EVENTFUL or quantity.dimension == "duration"
        event = scene.event(sentence, span, period, harm) if name not in _TIMELESS else None
        place = scene.place(sentence, span)
        party = self._party(quantity, phrase, measure, noun_class, event, place)
        others = list(self.phrases.values())
        now = self.marks.find("as_of", phrase, others)
        return Description(
            object=scene.article.text[slice(*words)] if words else "",
            object_span=words,
            unit=unit,
            noun_class=noun_class,
            measure=measure.fact(self.parsed) if measure else None,
            party=party,
            event=event,
            event_terms=scene.terms(sentence),
            place=place,
            period=period,
            as_of=scene.as_of(sentence, span, now),
            scope=self.marks.find("scope", phrase, others),
            status=self.marks.find("status", phrase, others),
        )

    def _unit(self, quantity: Quantity, phrase: Counted, measure: Found | None) -> tuple[str, str]:
        if quantity.dimension != "count" and quantity.unit:
            return quantity.unit, phrase.noun_class or "other"
        unit, noun_class = phrase.unit, phrase.noun_class
        if measure and measure.counted and not unit:
            return measure.counted, self.lexicon.nouns.get((measure.counted,), ("", "person", ""))[1]
        if not unit and (before := self._joined_to(phrase)):
            return before.unit, before.noun_class
        if measure and measure.unit and (not unit or noun_class == "casualty"):
            known = self.lexicon.nouns.get((measure.unit,), (measure.unit, measure.unit, ""))
            return measure.unit, known[1]
        if phrase.whole >= 0 and not unit:
            whole = self.phrases.get(phrase.whole)
            unit, noun_class = (whole.unit, whole.noun_class) if whole else ("", "")
        return unit or "thing", noun_class or "other"

    def _joined_to(self, phrase: Counted) -> Counted | None:
        """The phrase before, whose noun an ellipsis counts on: "1,140 soldiers were wounded and 880 killed"."""
        earlier = [other for token, other in self.phrases.items() if token < phrase.token]
        last = max(earlier, key=lambda other: other.token) if earlier else None
        if last is None or not self.lexicon.is_a(last.noun_class, "person") or last.noun_class == "casualty":
            return None
        between = self.parsed.tokens[last.words[1] : phrase.token]
        return last if any(token.tag in "C,:" for token in between) and len(between) < _ELLIPSIS else None

    def _party(
        self,
        quantity: Quantity,
        phrase: Counted,
        found: Found | None,
        noun_class: str,
        event: Fact | None,
        place: Fact | None,
    ) -> Fact | None:
        measure, measure_rule = (found.value, found.rule) if found else ("", "")
        known = self.lexicon.events.get(event.value) if event else None
        party = self.parties.named(phrase) or self.parties.own(phrase) or self.parties.enemy(phrase, known)
        if party is None and self.last_party is not None and measure in HARMS and self._goes_on(phrase):
            party = Fact(value=self.last_party.value, rule="P08", span=self.last_party.span)
        if party is None:
            party = self.parties.claimed(phrase, measure, place)
        if party is None and measure_rule in _LOSSES:
            party = self.parties.nearest((quantity.start, quantity.end))
        if party is None and measure == "population":
            party = self.parties.nearest((quantity.start, quantity.end))
        human = self.lexicon.is_a(noun_class, "person") or noun_class == "family"
        if party is None and known and known.victims and measure in HARMS and human:
            party = Fact(value=known.victims, rule=known.id)
        self.last_party = party or self.last_party
        return party

    def _goes_on(self, phrase: Counted) -> bool:
        """Whether the phrase counts on from the one before: "487 others", "and wounded 12", "150 of the 1,275"."""
        first = self.parsed.tokens[phrase.words[0]].low if phrase.words[0] < phrase.words[1] else ""
        return phrase.head < 0 or first in ("others", "other", "more") or phrase.pronoun
