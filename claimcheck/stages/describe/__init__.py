"""Quantities in; what they count, what happened, where and when out. Leaves who says so to others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import msgspec

from claimcheck.records import Article, Description, Fact, Quantity, Rejected, Segments, Sentence, Span
from claimcheck.rules import Rules
from claimcheck.stages.describe.lexicon import Lexicon, build
from claimcheck.stages.describe.links import Placed, part_of
from claimcheck.stages.describe.marks import Marks
from claimcheck.stages.describe.measures import Found, Measurer
from claimcheck.stages.describe.parties import EVENTFUL, HARMS, Parties
from claimcheck.stages.describe.phrases import Counted, counted, noun, parse
from claimcheck.stages.describe.refuse import refuse
from claimcheck.stages.describe.scene import Scene
from claimcheck.stages.describe.tokens import tokenise

_LOSSES = frozenset(("M03", "M17"))  # "Ukraine lost 300 troops": they are Ukraine's
_BATCH = 40  # quantities of a sentence that are read together
_AROUND = 300  # characters around them
_COUNTS = frozenset(("count", "percent", "fraction"))
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
        for window, found in _windows(segments.sentences[sentence], list(group)):
            described = _Sentence(scene, sentence, window, found, lexicon)
            for number in described.quantities:
                result, where = described.describe(number)
                out.append(result)
                placed.append(where)
    linked = [_linked(result, at, placed) for at, result in enumerate(out)]
    if not any(isinstance(result, Description) and result.part_of for result in linked):
        return tuple(linked)
    by_start = {q.start: d for q, d in zip(quantities, linked, strict=True) if isinstance(d, Description)}
    return tuple(_with_party(result, by_start) for result in linked)


def _windows(
    sentence: Sentence, found: list[tuple[int, Quantity]]
) -> Iterator[tuple[Span, dict[int, Quantity]]]:
    """A sentence whole; one with very many numbers (a table, a hostile text) in pieces, so that the work stays linear."""
    if len(found) <= _BATCH:
        yield (sentence.start, sentence.end), dict(found)
        return
    for at in range(0, len(found), _BATCH):
        piece = found[at : at + _BATCH]
        start = max(sentence.start, piece[0][1].start - _AROUND)
        end = min(sentence.end, piece[-1][1].end + _AROUND)
        yield (start, end), dict(piece)


def _linked(result: Description | Rejected, at: int, placed: list[Placed | None]) -> Description | Rejected:
    links = part_of(at, placed)
    return msgspec.structs.replace(result, part_of=links) if links and isinstance(result, Description) else result


def _with_party(result: Description | Rejected, by_start: dict[int, Description]) -> Description | Rejected:
    """Parts of a whole are of the whole's party, where the text names no other."""
    if not isinstance(result, Description) or result.party is not None or not result.part_of:
        return result
    whole = by_start.get(result.part_of[0].whole)
    if whole is None or whole.party is None:
        return result
    return msgspec.structs.replace(result, party=Fact(value=whole.party.value, rule="P10", span=whole.party.span))


class _Sentence:
    """One sentence with its quantities by their index."""

    def __init__(
        self, scene: Scene, sentence: int, window: Span, quantities: dict[int, Quantity], lexicon: Lexicon
    ) -> None:
        self.scene, self.sentence, self.quantities, self.lexicon = scene, sentence, quantities, lexicon
        self.parsed = parse(
            tokenise(scene.article.text, *window, list(quantities.items()), lexicon), lexicon.phrasal
        )
        self.at = {token.quantity: index for index, token in enumerate(self.parsed.tokens) if token.quantity >= 0}
        self.phrases = {index: counted(self.parsed, index, lexicon) for index in self.at.values()}
        dimensions = {self.at[n]: q.dimension for n, q in quantities.items() if n in self.at}
        self.measurer = Measurer(self.parsed, self.phrases, dimensions, lexicon)
        seen = scene.seen(sentence).within(window)
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
        event = scene.event(sentence, span, period, name, harm) if name not in _TIMELESS else None
        place = scene.place(sentence, span)
        party = self._party(quantity, phrase, measure, noun_class, event, place) if quantity.dimension in _COUNTS else None
        now = self.marks.find("as_of", phrase)
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
            period=period if period and (period.start or period.end) else None,
            as_of=scene.as_of(sentence, now),
            scope=self.marks.find("scope", phrase),
            status=self.marks.find("status", phrase),
        )

    def _unit(self, quantity: Quantity, phrase: Counted, measure: Found | None) -> tuple[str, str]:
        if quantity.dimension != "count" and quantity.unit:
            return quantity.unit, phrase.noun_class or "other"
        unit, noun_class = phrase.unit, phrase.noun_class
        if measure and measure.counted and not unit:
            return measure.counted, self.lexicon.nouns.get((measure.counted,), ("", "person", ""))[1]
        if not unit:
            unit, noun_class = self._said_to_be(phrase)
        if not unit and (before := self._joined_to(phrase, measure)):
            return before.unit, before.noun_class
        if measure and measure.unit and (not unit or noun_class == "casualty"):
            known = self.lexicon.nouns.get((measure.unit,), (measure.unit, measure.unit, ""))
            return measure.unit, known[1]
        if phrase.whole >= 0 and not unit:
            whole = self.phrases.get(phrase.whole)
            unit, noun_class = (whole.unit, whole.noun_class) if whole else ("", "")
        return unit or "thing", noun_class or "other"

    def _joined_to(self, phrase: Counted, measure: Found | None) -> Counted | None:
        """The phrase before, whose noun an ellipsis counts on: "1,140 soldiers were wounded and 880 killed"."""
        token = max((t for t in range(max(0, phrase.token - _ELLIPSIS), phrase.token) if t in self.phrases), default=None)
        if token is None:
            return None
        last = self.phrases[token]
        between = self.parsed.tokens[last.words[1] : phrase.token]
        if last.noun_class in ("", "casualty") or not any(mark.tag in "C,:;-" for mark in between):
            return None
        # "destroyed 300 homes and injured 50" counts no homes the second time.
        before = self.measurer.measure(token)
        same = measure is not None and before is not None and before.value == measure.value
        return last if same or self.lexicon.is_a(last.noun_class, "person") else None

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
        if party is None:
            party = self.parties.holder(phrase)
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
