"""Where it was: a place of the sentence, of its paragraph, or of the lead."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

import msgspec

from claimcheck.records import Fact, Span
from claimcheck.stages.describe import lands
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.names import Hit
from claimcheck.stages.describe.reading import Reading

_OWNED = 3  # characters between a country and what is its own: "'s "
_FAR = 200  # characters from a number to the place of what it is held against
_BRACKETS = 120  # characters before a name in which a bracket that holds it may open
# Groups of prepositions: a march through Paris is there; gas through Ukraine is not.
_HERE = ("at a place",)
_IN_TOWN = (*_HERE, "through a town")
_LOCATIVE = (*_IN_TOWN, "to or from a place")
_OPENING = 3  # sentences of the text in which the place is told that all of it is about
_EVERYWHERE = "worldwide"
_STATE = "statewide"
WIDE = frozenset(("nationwide", _STATE))
_OF_AREA = 3  # words: "countryside town of"
_GAP = 40  # characters between a place and the one that it lies in
_LINK = re.compile(
    r"(?P<owns>['’]s)(?: [a-z-]+){0,2}(?: [a-z]+ of(?: the)?)? |(?P<comma>,)? (?:in|of)(?: the)?(?: [a-z-]+){0,2} "
)
_APPOSED = re.compile(r"['’]s(?: [a-z-]+){1,3}, ")
_ACROSS = 60  # characters before a place in which "across" may stand
_ALL_OVER = re.compile(
    r"\b(?:across|throughout|all over)(?: the)?(?: [A-Z]\w+['’]s(?: [a-z-]+)?| [a-z]+)?(?: [a-z]+ of)? $"
)
_ALONE = re.compile(r"(?: [a-z]+)? alone\b")
_WHERE = re.compile(r",? where\b")
_TOLD_AT = 60  # characters before a place in which a verb of saying may stand
_BESIDE = re.compile(r"(?:, | \(?(?=\d|about|some))[^,;:]{0,45}")  # "Ava | , 40 miles | north of"
_Located = tuple[int, Fact, Span]  # rank (a town outranks its land, that a continent), the place, where it stands


class Places:
    """The places that the sentences of one article are set in."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.lexicon = reading, reading.lexicon
        self._found: dict[int, list[_Located]] = {}
        self._rows: dict[int, list[Span]] = {}

    def at(self, sentence: int, span: Span) -> Fact | None:
        """Where it was, by the sentence itself: the place in it that is told with the number, else the nearest."""
        own = self._outside_brackets(self._of_happenings(sentence), span)
        own = [place for place in own if not self._held_against(place[2], span)]
        if not own:
            return None
        nearest = own[self.reading.told_with(sentence, [place[2] for place in own], span)]
        return self._innermost(self._narrowed(nearest, own, span), own, span)[1]

    def carried(self, sentence: int, scope: str) -> Fact | None:
        """Where what happened was, by the paragraph (L90), else by the lead (L91); a count that covers more than one
        place is of the country, or of no place that is told; one of a state is of that state."""
        found = self._last_before(sentence) or self.default_place
        if found is None or scope == _EVERYWHERE:
            return None
        if scope not in WIDE and not self._of_all(sentence):
            return found
        if scope == _STATE and found.value.casefold() in self.lexicon.in_union:
            return found
        return msgspec.structs.replace(found, value=land) if (land := self._country(found)) else None

    def of_lands(self, carried: Fact | None) -> Fact | None:
        """That what is told at no place of its own is of the lands in a row that the article opens with, or that the
        place stands in which is carried from the paragraph."""
        row = self._row
        if carried is not None and carried.rule == "L90" and carried.span is not None:
            start = carried.span[0]
            at = bisect_right(self.reading.sentences, start, key=lambda sentence: sentence.start) - 1
            row = lands.row_of(self.rows(at), carried.span, start)
        return msgspec.structs.replace(lands.of_row(row), rule="L2810") if row is not None else None

    def rows(self, sentence: int) -> list[Span]:
        """The rows of lands of a sentence."""
        if sentence not in self._rows:
            self._rows[sentence] = lands.rows_in(self.reading, sentence)
        return self._rows[sentence]

    @cached_property
    def _row(self) -> Span | None:
        return lands.row_opened_on(self.reading, self._opening)

    def _last_before(self, sentence: int) -> Fact | None:
        for back in self.reading.before(sentence):
            earlier = [place for place in self._of_happenings(back) if not self._of_gathering(place)]
            if earlier:
                return msgspec.structs.replace(earlier[-1][1], rule="L90")
        return None

    def _of_all(self, sentence: int) -> bool:
        """Whether a sentence counts the dead of a whole war or epidemic: "the war has killed 150,000"."""
        seen = self.reading.seen(sentence)
        kinds = {self.lexicon.events[hit.name.value].kind for hit in seen.of("event") if not seen.recalled(hit.start)}
        kinds |= {hit.name.value for hit in seen.of("kind") if not seen.recalled(hit.start)}
        return not kinds.isdisjoint(self.lexicon.kinds_that["all of a land"])

    def _held_against(self, place: Span, span: Span) -> bool:
        """ "45 were hurt in the fire, which surpassed the one in Ava": where that was which a number is held up to."""
        compared = self.lexicon.scene_words.compared
        return compared.search(self.reading.text, span[1], min(place[0], span[1] + _FAR)) is not None

    def _outside_brackets(self, places: list[_Located], span: Span) -> list[_Located]:
        """Without those in brackets that do not hold the number: "40 militants (banned in Russia) in Daraa"."""
        return [place for place in places if not self._bracketed(place[2]) or self._bracketed(span)]

    def _of_speaker(self, place: _Located) -> bool:
        """ "The ministry in Paris said": where the speaker is, and not what is told, if another place is named."""
        return self.lexicon.scene_words.spoke.match(self.reading.text, place[2][1]) is not None

    def _of_seat(self, place: _Located) -> _Located:
        """ "The health ministry in Lilongwe said": what it tells of is anywhere in its land."""
        words, before = self.lexicon.scene_words, self.reading.text_before(place[2][0], _TOLD_AT)
        land = self._country(place[1]) if words.seat.search(before) else ""
        if not land and words.office.search(before):
            land = self._country(place[1], "capital")  # "officials in Washington said"
        return (1, msgspec.structs.replace(place[1], value=land, rule="L93"), place[2]) if land else place

    def _of_more(self, place: _Located) -> _Located:
        """ "It began in Ava and spread to 100 towns", "mostly in Ava": the land of the place that was but the first of
        many, or the worst hit."""
        words = self.lexicon.scene_words
        more = place[0] > 1 and (
            words.spread.match(self.reading.text, place[2][1])
            or words.foremost.search(self.reading.text_before(place[2][0], _TOLD_AT))
        )
        land = self._country(place[1]) if more else ""
        return (1, msgspec.structs.replace(place[1], value=land, rule="L98"), place[2]) if land else place

    def _of_gathering(self, place: _Located) -> bool:
        """ "They met at a summit in Geneva": where nothing of what is told in other sentences was."""
        return self.lexicon.scene_words.met_in.search(self.reading.text_before(place[2][0], _TOLD_AT)) is not None

    def _bracketed(self, span: Span) -> bool:
        before = self.reading.text_before(span[0], _BRACKETS)
        return before.rfind("(") > before.rfind(")")

    def _narrowed(self, nearest: _Located, places: list[_Located], span: Span) -> _Located:
        """A town of the same country, or one that no table knows, behind the number, where the nearest is but the
        country before it."""
        if nearest[0] > 1 or nearest[2][0] > span[0]:
            return nearest
        behind = [place for place in places if place[0] > 1 and place[2][0] > span[1]]
        inside = [place for place in behind if self._country(place[1]) in ("", nearest[1].value)]
        return inside[0] if inside else nearest

    def _innermost(self, nearest: _Located, places: list[_Located], span: Span) -> _Located:
        """The place that the text puts into the nearest one: "Rafah in southern Gaza", "Malawi's Mulanje district"."""
        at = places.index(nearest)
        while at and (link := self._link(places[at - 1], places[at])) and (link != "," or span[0] < places[at][2][0]):
            at -= 1
        while at + 1 < len(places) and self._link(places[at], places[at + 1]) == "s":
            at += 1
        return places[at]

    def _link(self, one: _Located, other: _Located) -> str:
        """How two places hang together: "in" or "," (the first lies in the second), "s" (the second in the first)."""
        gap = self.reading.text[one[2][1] : other[2][0]]
        if self._apposed(gap):
            return "s"
        if self._lies_in(gap):
            return "s"
        called, _, rest = gap.lstrip().partition(" ")  # the Karrada | district | of Baghdad
        if gap.startswith(" ") and rest == "of " and (one[0] == 1 or called in self.lexicon.groups["town"]):
            return "s"  # the Arkansas | town of | Mayflower
        groups = self.lexicon.groups
        gap = f" {rest}" if called in groups["place noun"] or called in groups["about a place"] else gap
        found = _LINK.fullmatch(gap) if len(gap) < _GAP else None
        return (found["owns"] or found["comma"] or "in").strip("'’") if found else ""

    def _lies_in(self, gap: str) -> bool:
        """Whether what stands between two places puts the second into the first: "the Idlib | province town of"."""
        words = gap.split()
        area = len(words) == _OF_AREA and gap.startswith(" ") and words[2] == "of"
        groups = self.lexicon.groups
        return area and words[1] in groups["town"] and (words[0] in groups["place noun"] or words[0] in groups["area"])

    def throughout(self, sentence: int, place: Fact) -> bool:
        """Whether a sentence speaks of all of a place: "across the Gaza Strip", not of a spot in it."""
        start = place.span[0] if place.span else 0
        own = self.reading.sentences[sentence].start <= start
        return own and _ALL_OVER.search(self.reading.text_before(start, _ACROSS)) is not None

    def alone(self, place: Fact) -> bool:
        """Whether a place is but one of those that a count is of: "in Kogi alone"."""
        return place.span is not None and _ALONE.match(self.reading.text, place.span[1]) is not None

    def _country(self, place: Fact, kind: str = "") -> str:
        if place.span is None:
            return ""
        low = tuple(re.findall(r"[^\W_]+", self.reading.text[slice(*place.span)].lower()))
        known = self.lexicon
        names = known.single.get(low[0], ()) if len(low) == 1 else known.pairs.get((low[0], low[1]), ())
        return next((name.country for name in names if name.words == low and kind in ("", name.kind)), "")

    @cached_property
    def default_place(self) -> Fact | None:
        """The place of the first sentence of the lead that has one, the narrower the better; what holds many lands only
        for want of another."""
        widest: Fact | None = None
        for sentence in self._opening:
            found = [place for place in self._of_happenings(sentence) if not self._of_gathering(place)]
            found = [place for place in found if not self.alone(place[1])]  # where but a part of it was
            if not found:
                continue
            rank, place, _ = max(found, key=lambda place: place[0])
            if rank > 0:
                return msgspec.structs.replace(place, rule="L91")
            widest = widest or place
        return msgspec.structs.replace(widest, rule="L91") if widest is not None else None

    @cached_property
    def _opening(self) -> list[int]:
        """The headlines and the sentences of the lead that tell what the article is about."""
        body = [at for at in self.reading.lead if self.reading.sentences[at].kind == "body"]
        return [at for at in self.reading.lead if at not in body[_OPENING:]]

    def _of_happenings(self, sentence: int) -> list[_Located]:
        """The places of a sentence; where the speaker is only if no other is named."""
        places = self._places(sentence)
        happening = [place for place in places if not self._of_speaker(place)] or list(map(self._of_seat, places))
        told = [place for place in happening if not self.reading.tells_of_speaking(sentence, place[2])]
        return [self._of_more(place) for place in told]

    def _places(self, sentence: int) -> list[_Located]:
        """Places that something happens in: (rank, fact, span); a place below a country outranks it."""
        if sentence not in self._found:
            seen = self.reading.seen(sentence)
            hits = seen.of("country", "capital", "place")
            found = [_placed(hit) for hit in hits if self._is_scene(hit, hits) and not self._modifies(hit)]
            found += [
                (2, Fact(value=name, rule="L00", span=(start, end)), (start, end)) for name, start, end in seen.unknown
            ]
            scenes = sorted((p for p in found if not self._where_told(p[2][0])), key=lambda place: place[2])
            bearings = {there for here, there in pairwise(scenes) if self._bearing(here[2], there[2])}
            self._found[sentence] = [place for place in scenes if place not in bearings]
        return self._found[sentence]

    def _bearing(self, here: Span, there: Span) -> bool:
        """ "In Ava, 40 miles north of Accra, 45 drowned": whether a place but tells where the one before it lies."""
        near = there[0] - here[1] < _TOLD_AT
        found = self.lexicon.scene_words.bearing.search(self.reading.text[here[1] : there[0]]) if near else None
        gap = self.reading.text[here[1] : here[1] + found.start()] if found else "."
        return found is not None and _BESIDE.fullmatch(gap) is not None

    def _where_told(self, start: int) -> bool:
        """ "told reporters in Geneva", "said on Monday in Ankara that": where it was said, not where it was."""
        return self.lexicon.scene_words.told_in.search(self.reading.text_before(start, _TOLD_AT)) is not None

    def _is_scene(self, hit: Hit, hits: Sequence[Hit]) -> bool:
        """Whether something is said to be at a place, or at the one that it is in: "in Syria's Aleppo".

        "Haiti, where 140 people died, and Cuba": of each what is told behind "where".
        """
        if hit.name.kind == "country" and self.lexicon.scene_words.assails.match(self.reading.text, hit.end):
            return False
        if hit.name.kind == "country" and self._of_foe(hit, hits):
            return False
        if locates(hit, self.lexicon) or _WHERE.match(self.reading.text, hit.end):
            return True
        owner = next((other for other in hits if self._owns(other, hit)), None)
        owned = owner is not None and owner.name.country == hit.name.country
        return owned and owner is not None and locates(owner, self.lexicon)

    def _owns(self, owner: Hit, hit: Hit) -> bool:
        """ "Syria's Aleppo", "Syria's largest city, Aleppo"."""
        gap = self.reading.text[owner.end : hit.start] if 0 < hit.start - owner.end < _GAP else ""
        return bool(gap) and (len(gap) <= _OWNED if hit.before == "s" else self._apposed(gap))

    def _apposed(self, gap: str) -> bool:
        """Whether what stands between two places calls the second a town of the first."""
        return _APPOSED.fullmatch(gap) is not None and gap[:-2].rpartition(" ")[2] in self.lexicon.groups["town"]

    def _of_foe(self, hit: Hit, hits: Sequence[Hit]) -> bool:
        """ "Chad says 21 dead in Mali missile attack": who struck, where another land tells of its dead."""
        words = self.lexicon.scene_words
        if hit.before != "in" or not words.by_foe.match(self.reading.text, hit.end):
            return False
        others = (other for other in hits if other.end < hit.start and other.name.country != hit.name.country)
        return any(words.spoke.match(self.reading.text, other.end) for other in others)

    def _modifies(self, hit: Hit) -> bool:
        """ "killed in US air strikes": initials before a noun say whose, not where."""
        written = self.reading.text[hit.start : hit.end]
        if not written.replace(".", "").isupper() or not hit.after.isalpha():
            return False
        return hit.after not in self.lexicon.tags and hit.after not in self.lexicon.forms


def _placed(hit: Hit) -> _Located:
    rank = 1 if hit.name.kind == "country" else 2 if hit.name.country else 0  # "in this region of the Caucasus"
    return rank, hit.fact(), (hit.start, hit.end)


def locates(hit: Hit, lexicon: Lexicon) -> bool:
    """Whether the words before a place say that something is there; a bare country is an actor more often."""
    if hit.earlier in lexicon.groups["seated"]:
        return False  # "an observatory based in Britain"
    if (hit.before == "from" and _is_who(hit.earlier, lexicon)) or (
        hit.before == "of" and hit.earlier in lexicon.groups["at home in"]
    ):
        return False  # "nine people from Osk", "nine natives of Osk"
    if hit.name.kind == "place" and (not hit.before or _behind(hit, _LOCATIVE, lexicon)):
        return True
    if hit.before in ("on", "against") and hit.earlier in lexicon.groups["striking"]:
        return True  # "air raids on Damascus"
    if hit.before == "of" and hit.earlier in lexicon.groups["striking what"]:
        return True  # "the suicide bombings of Brussels airport"
    called = hit.name.kind != "country" and hit.before in lexicon.groups["place noun"]
    if called and _is_of(hit.earlier, _HERE, lexicon):
        return True  # "in the capital Bamako"
    if hit.name.kind == "country":
        return _behind(hit, _HERE, lexicon)
    return _is_of(hit.before, _IN_TOWN, lexicon)


def _is_who(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is for people: "fighters"."""
    return lexicon.is_a(lexicon.class_of(lexicon.singular(word)), "person")


def _behind(hit: Hit, groups: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether one of the two words before a name is of some groups."""
    return _is_of(hit.before, groups, lexicon) or _is_of(hit.earlier, groups, lexicon)


def _is_of(word: str, groups: Iterable[str], lexicon: Lexicon) -> bool:
    return any(word in lexicon.groups[name] for name in groups)
