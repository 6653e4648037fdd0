"""Descriptions in; those of a fight of two lands out, with whose the harmed are where only their whole sentence tells.

"Mali: 874 soldiers and 37 civilians dead", "the war killed 7,000", "it has put civilian deaths at 42": a label, all of
a fight, who spoke before. And nobody's who is no side of it: "the French president said that 5,000 had been killed".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

from msgspec.structs import replace

from claimcheck.records import Description, Fact, Quantity, Rejected, Span
from claimcheck.rules.world import listed
from claimcheck.stages.describe.names import Hit
from claimcheck.stages.describe.reading import Reading

BOTH = "both"
_LABEL, _OF_ALL, _MOST, _AGAIN, _AT_HOME, _FOE, _SEAT = (f"P470{n}" for n in range(7))
_SPEAKING = frozenset(("P06", "P603"))  # rules of a side that tells its own losses by speaking of some
_OWNING_UP = frozenset(("P601", "P06", "P12", "P3991"))
_LOSING = "M91"  # the rule of what a side lost
_COLON = re.compile(r"(?:['’]s(?:\s[\w'’]+){1,4})?:\s")
_DOES = re.compile(r"\s(?:(?:has|have|had)\s)?(?:[a-z]+ly\s)?(?P<verb>[a-z]+)\b")
_IN_WHICH = re.compile(r"[^.;:]{0,60}?\b(?:in which|where)\b")
_STANDS = re.compile(r"['’]s\s(?:own\s)?(?:is|was|stands|stood|rose|has|had|remains|reached)\b[^,;:.]*\Z")
_OWN_LAND = re.compile(r"\b(?:his|her|its|their) (?:country|land|nation|homeland|state)['’]s\b")
_COUNT_OF = re.compile(r"\b(?:number|list|count|toll|tally)\s+of\b", re.I)
_OF_LAND = re.compile(r"\bof\s(?:the\s)?(?:Republic\sof\s)?\Z")
_NEAR = 60  # characters from "the number of" to the land of those counted
_MORE = re.compile(r"(?:another|a further)\b", re.I)
_CIVIL = re.compile(
    r"\bcivil(?:ian|ians)?\b(?:\sonly,|[^.;:,]{0,40}:)|\bamong (?:the )?(?:civilians|non-combatants)\b", re.I
)
_PRONOUN = re.compile(r"\W*(?:it|they|that|this|its|their|of these|of those)\b", re.I)
_OWNS = re.compile(r"\b(?:its|their|own)\b", re.I)
_DATELINE = re.compile(r"\W{0,3}(?:,|\(|\s[—–-]|\s\()")
_HEAD = 6  # sentences among which the dateline is
_TWO, _NEARLY = 2, 1.1
_ANYBODY = frozenset(("person", "casualty", "soldier", "man", "other", "combatant"))
_AT_PEACE = frozenset(("civilian", "person", "child", "woman"))
_LANDS = ("country", "demonym", "capital")

Result = Description | Rejected
Sides = tuple[str, ...]


def of_two_sides(reading: Reading, quantities: Sequence[Quantity], results: Sequence[Result]) -> tuple[Result, ...]:
    """The descriptions, those of a fight of two lands with the side that their sentence tells."""
    out = list(results)
    last: tuple[Quantity, Fact | None] | None = None
    for n, result in enumerate(results):
        if isinstance(result, Description) and (sides := _sides_of(reading, quantities[n], result)):
            told = _told(reading, quantities[n], result, sides, last)
            out[n], last = told, (quantities[n], told.party)
    return tuple(_of_all_sides(reading, quantities, out))


def _sides_of(reading: Reading, quantity: Quantity, told: Description) -> Sides:
    """The two lands between which the fight was that harmed those counted."""
    known = reading.lexicon.events.get(told.event.value) if told.event else None
    harmed = told.measure is not None and told.measure.value in reading.lexicon.groups["befalls a side"]
    if known is None or not harmed or quantity.dimension != "count":
        return ()
    parties = listed(known.parties)
    return parties if len(parties) == _TWO and known.kind in reading.lexicon.kinds_that["fighting"] else ()


def _told(
    reading: Reading, quantity: Quantity, told: Description, sides: Sides, last: tuple[Quantity, Fact | None] | None
) -> Description:
    told = _of_whom(reading, quantity, told)
    if told.party is not None and told.party.rule == "P01" and _of_place(reading, told):
        told = replace(told, party=None)
    if told.party is not None and told.party.rule in _SPEAKING and not _is_side(reading, told.party.value, sides):
        told = replace(told, party=None)
    if told.measure is not None and told.measure.value in reading.lexicon.groups["done by the other side"]:
        return _of_captor(told, sides)
    if told.party is not None:
        return told
    party = _labelled(reading, quantity, sides) or _owned(reading, quantity, sides)
    party = party or _of_all(reading, quantity, told, sides)
    party = party or _hit_by(reading, quantity, sides)
    party = party or _of_foe(reading, quantity, sides) or _on_ground(told, sides)
    party = party or _again(reading, quantity, sides) or _seated(reading, quantity, sides)
    party = party or _beside(reading, quantity, told, sides, last)
    party = party or _at_home(reading, quantity, sides)
    return replace(told, party=party) if party is not None else told


def _of_whom(reading: Reading, quantity: Quantity, told: Description) -> Description:
    """ "Civilian casualties: four dead, one missing": who they are that a label tells of, or that a side lost."""
    start = reading.sentences[quantity.sentence].start
    if told.unit in reading.lexicon.groups["who does not fight"]:
        return replace(told, noun_class="civilian")
    civil = told.noun_class in ("person", "country") and _CIVIL.search(reading.text, start, quantity.start)
    if told.noun_class == "man" and told.measure is not None and told.measure.rule == _LOSING:
        return replace(told, noun_class="soldier")  # "the enemy lost 5,000 men"
    if told.noun_class == "country":  # "the number of his country's dead"
        return replace(told, unit="person", noun_class="person")
    return replace(told, unit="civilian", noun_class="civilian") if civil else told


def _of_place(reading: Reading, told: Description) -> bool:
    """ "The Kargil toll": where a fight is, and not whose the dead are."""
    known = reading.lexicon.events.get(told.event.value) if told.event else None
    party, measure = told.party, told.measure
    if known is None or party is None or party.span is None or measure is None or measure.span is None:
        return False
    before = reading.text[party.span[1] : measure.span[0]].strip() == "" and not told.object
    return before and party.value in listed(known.places) and party.value not in listed(known.parties)


def _is_side(reading: Reading, land: str, sides: Sides) -> bool:
    """Whether a land is one of the two, a territory of one, or has broken away from one; "both" are, too."""
    lexicon = reading.lexicon
    held = any((land, side) in lexicon.territories for side in sides)
    return held or land in (BOTH, *sides) or lexicon.broken_from.get(land) in sides


def _hits(reading: Reading, sentence: int, sides: Sides) -> list[Hit]:
    """The names of the two, or of who broke away from them, in a sentence."""
    hits = reading.seen(sentence).of(*_LANDS)
    return [hit for hit in hits if _is_side(reading, hit.name.country or hit.name.value, sides)]


def _fact(hit: Hit, rule: str) -> Fact:
    return Fact(value=hit.name.country or hit.name.value, rule=rule, span=(hit.start, hit.end))


def _labelled(reading: Reading, quantity: Quantity, sides: Sides) -> Fact | None:
    """ "Mali: 40 soldiers dead", "Mali's defence ministry: 40": the side that labels what follows."""
    start = reading.sentences[quantity.sentence].start
    hit = next(iter(_hits(reading, quantity.sentence, sides)), None)
    if hit is None or reading.text[start : hit.start].strip():
        return None
    colon = _COLON.match(reading.text, hit.end, quantity.start)
    return _fact(hit, _LABEL) if colon is not None else None


def _owned(reading: Reading, quantity: Quantity, sides: Sides) -> Fact | None:
    """ "Mali's stands at 50", "the number of his country's dead", "the number of men of the army of Mali who": the side
    whose count it is."""
    start = reading.sentences[quantity.sentence].start
    before = [hit for hit in _hits(reading, quantity.sentence, sides) if hit.end <= quantity.start]
    for hit in reversed(before):
        if _STANDS.match(reading.text, hit.end, quantity.start):
            return _fact(hit, _LABEL)
    opens = before[:1] and not reading.text[start : before[0].start].strip()
    if opens and _reports(reading, quantity, before[0]):
        return _fact(before[0], _LABEL)
    own = _OWN_LAND.search(reading.text, start, quantity.start)
    named = [hit for hit in before if own is not None and hit.end <= own.start()]
    if named:
        return _fact(named[-1], _AGAIN)
    count = _COUNT_OF.search(reading.text, start, quantity.start)
    counted = [hit for hit in before if count is not None and count.end() <= hit.start <= count.end() + _NEAR]
    of = counted[:1] and _OF_LAND.search(reading.text_before(counted[0].start, _NEAR))
    return _fact(counted[0], _LABEL) if of else None


def _reports(reading: Reading, quantity: Quantity, hit: Hit) -> bool:
    """ "Mali reports 40 dead": a land with nothing but a verb of telling before a number."""
    words = reading.text[hit.end : quantity.start].split()
    forms = reading.lexicon.forms.get(words[0].lower(), ()) if len(words) == 1 else ()
    return any(form.lemma in reading.lexicon.groups["number saying"] for form in forms)


def _of_all(reading: Reading, quantity: Quantity, told: Description, sides: Sides) -> Fact | None:
    """ "The war killed 7,000", "the warring sides admit 900", "the two lists together come to 100": of both."""
    if told.noun_class not in _ANYBODY:
        return None
    where, number = reading.sentences[quantity.sentence], quantity.start
    sums = reading.lexicon.scene_words.of_both_sides.search(reading.text, where.start, where.end)
    if sums is not None:
        return Fact(value=BOTH, rule=_OF_ALL, span=sums.span())
    for hit in reading.seen(quantity.sentence).of("kind", "event"):
        if hit.end >= number or not _is_fight(reading, hit):
            continue
        done = _DOES.match(reading.text, hit.end, number)
        harms = done is not None and done["verb"] in reading.lexicon.groups["what a war does"]
        if harms or _IN_WHICH.match(reading.text, hit.end, number):
            return Fact(value=BOTH, rule=_OF_ALL, span=(hit.start, hit.end))
    named = {hit.name.country or hit.name.value for hit in _hits(reading, quantity.sentence, sides)}
    scope = told.scope is not None and told.scope.value == "cumulative"
    if named.issuperset(sides) and scope and told.noun_class in ("person", "casualty"):
        return Fact(value=BOTH, rule=_OF_ALL, span=(where.start, where.end))
    return None


def _is_fight(reading: Reading, hit: Hit) -> bool:
    """Whether a name or a word tells of what two do: a war, clashes; a strike and a massacre are one side's."""
    known = reading.lexicon.events.get(hit.name.value) if hit.name.kind == "event" else None
    kinds = reading.lexicon.kinds_that
    fights = (kinds["fighting"] & kinds["lasting"]) - kinds["one a place"]
    return (known.kind if known is not None else hit.name.value) in fights


def _of_foe(reading: Reading, quantity: Quantity, sides: Sides) -> Fact | None:
    """ "The Malian staff disputes that. In its reckoning the attacker lost 40": the other one than who speaks."""
    where = reading.sentences[quantity.sentence]
    foe = reading.lexicon.scene_words.foe.search(reading.text, where.start, quantity.start)
    if foe is None:
        return None
    before = [hit for hit in _hits(reading, quantity.sentence, sides) if hit.end <= foe.start()]
    before = before[-1:] or _speakers_before(reading, quantity.sentence, sides)
    own = next(((hit.name.country or hit.name.value) for hit in before), "")
    own = own if own in sides else reading.lexicon.broken_from.get(own, "")
    others = [side for side in sides if own and side != own]
    return Fact(value=others[0], rule=_FOE, span=foe.span()) if len(others) == 1 else None


def _speakers_before(reading: Reading, sentence: int, sides: Sides) -> list[Hit]:
    """The side that the sentence before, of the same paragraph, begins with."""
    for back in reading.before(sentence):
        if found := _hits(reading, back, sides):
            return found[:1]
        if not _PRONOUN.match(reading.text, reading.sentences[back].start):
            return []
    return []


def _on_ground(told: Description, sides: Sides) -> Fact | None:
    """ "100 civilians were killed in Mali": who does not fight dies at home."""
    place = told.place
    if place is None or told.noun_class not in _AT_PEACE or place.value not in sides or not place.rule.startswith("C-"):
        return None
    return Fact(value=place.value, rule=_AT_HOME, span=place.span) if told.noun_class != "person" else None


def _of_captor(told: Description, sides: Sides) -> Description:
    """ "Mali admits to holding 45": who owns up to captives has them of the other side."""
    if told.party is None or told.party.rule not in _OWNING_UP or told.party.value not in sides:
        return told
    other = next(side for side in sides if side != told.party.value)
    return replace(told, party=Fact(value=other, rule=_FOE, span=told.party.span))


def _hit_by(reading: Reading, quantity: Quantity, sides: Sides) -> Fact | None:
    """ "By shelling by the armed forces of Mali 94 were killed": those whom one side's arms hit are of the other."""
    hits = _hits(reading, quantity.sentence, sides)
    lands = {hit.name.country or hit.name.value for hit in hits}
    if len(lands) != 1 or not lands.issubset(sides):
        return None
    hit = hits[0]
    words = reading.text_before(hit.start, _NEAR).lower().split()
    armed = hit.before == "of" and not reading.lexicon.groups["armed body"].isdisjoint(words[-4:])
    fire = reading.lexicon.scene_words.assails.match(reading.text, hit.end) is not None
    if not (fire or (armed and "by" in words)):
        return None
    other = next(side for side in sides if side not in lands)
    return Fact(value=other, rule=_FOE, span=(hit.start, hit.end))


def _again(reading: Reading, quantity: Quantity, sides: Sides) -> Fact | None:
    """ "Mali hides its losses. It has put deaths on its territory at 42": whom "it" and "its own" stand for."""
    where = reading.sentences[quantity.sentence]
    owns = _OWNS.search(reading.text, where.start, where.end)
    opens = _PRONOUN.match(reading.text, where.start)
    if owns is None or opens is None or _hits(reading, quantity.sentence, sides):
        return None
    hit = next(iter(_speakers_before(reading, quantity.sentence, sides)), None)
    return _fact(hit, _AGAIN) if hit is not None else None


def _beside(
    reading: Reading, quantity: Quantity, told: Description, sides: Sides, last: tuple[Quantity, Fact | None] | None
) -> Fact | None:
    """ "Mali lost 40 men. Another ten have not been found": of the side whose dead the sentence before counts."""
    if last is None or last[1] is None or last[1].value == BOTH or told.measure is None:
        return None
    next_to = quantity.sentence - last[0].sentence == 1 and told.measure.value in ("missing", "went_missing", "injured")
    more = _MORE.match(reading.text, quantity.start) is not None
    if not next_to or not (more or reading.same_paragraph(last[0].sentence, quantity.sentence)):
        return None
    return None if _hits(reading, quantity.sentence, sides) else replace(last[1], rule=_AGAIN)


def _seated(reading: Reading, quantity: Quantity, sides: Sides) -> Fact | None:
    """ "The health ministry in Bamako has 60 wounded in its wards": an office of one side that is told by its seat."""
    hits = _hits(reading, quantity.sentence, sides)
    hit = next((hit for hit in hits if hit.name.kind == "capital"), None)
    lands = {hit.name.country or hit.name.value for hit in hits}
    if hit is None or hit.end > quantity.start or hit.before != "in" or len(lands) > 1:
        return None
    return _fact(hit, _SEAT) if hit.earlier in reading.lexicon.groups["authority"] else None


def _at_home(reading: Reading, quantity: Quantity, sides: Sides) -> Fact | None:
    """ "BAMAKO, May 3. / The prime minister put the dead at 42": an office without its land is of where it is told; and
    all in "MALI: situation report" is of Mali."""
    home = _home(reading, sides)
    if home is None:
        return None
    if home.rule == _LABEL:
        return home
    near = (quantity.sentence, *reading.before(quantity.sentence))
    named = (hit for at in near for hit in reading.seen(at).of(*_LANDS, "group"))
    if any((hit.name.country or hit.name.value) != home.value for hit in named):
        return None
    speaks = any(not reading.lexicon.groups["domestic office"].isdisjoint(reading.words_of(at)) for at in near)
    return home if speaks else None


def _home(reading: Reading, sides: Sides) -> Fact | None:
    """The side whose capital the article is written from, going by its dateline."""
    first = reading.seen(0).of("country") if reading.sentences else ()
    for hit in first[:1]:
        if (
            hit.start == reading.sentences[0].start
            and hit.name.country in sides
            and reading.text.startswith(":", hit.end)
        ):
            return _fact(hit, _LABEL)
    for at in range(min(_HEAD, len(reading.sentences))):
        start = reading.sentences[at].start
        for hit in reading.seen(at).of("capital"):
            if hit.start == start and hit.name.country in sides and _DATELINE.match(reading.text, hit.end):
                return _fact(hit, _AT_HOME)
    return None


def _of_all_sides(reading: Reading, quantities: Sequence[Quantity], results: Sequence[Result]) -> Iterable[Result]:
    """A count of people told of no side that is as large as those of both together is of both: "nearly 300 were dead",
    where one lost 80 and the other 202."""
    most: dict[tuple[str, str], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    keys = [_counted(reading, q, r) for q, r in zip(quantities, results, strict=True)]
    for quantity, result, key in zip(quantities, results, keys, strict=True):
        if key is not None and isinstance(result, Description) and result.party is not None:
            most[key][result.party.value].append(quantity.value)
    for quantity, result, key in zip(quantities, results, keys, strict=True):
        sided = {party: value for party, value in most.get(key, {}).items() if party != BOTH} if key else {}
        whole = isinstance(result, Description) and result.party is None and _of_anybody(result)
        if whole and isinstance(result, Description) and _is_sum(quantity.value, [*sided.values()]):
            yield replace(result, party=Fact(value=BOTH, rule=_MOST, span=_span(reading, quantity)))
        else:
            yield result


def _is_sum(value: float, sided: Sequence[Sequence[float]]) -> bool:
    """Whether a number is no smaller than the largest of each side together, or nearly one of each."""
    if len(sided) < _TWO:
        return False
    return value >= sum(map(max, sided)) or any(sum(pair) <= value <= _NEARLY * sum(pair) for pair in product(*sided))


def _of_anybody(told: Description) -> bool:
    """Whether no word tells that those counted are soldiers of one side, or civilians."""
    return told.noun_class in _ANYBODY and (told.noun_class != "soldier" or not told.object)


def _counted(reading: Reading, quantity: Quantity, result: Result) -> tuple[str, str] | None:
    if not isinstance(result, Description) or result.measure is None or not _sides_of(reading, quantity, result):
        return None
    return result.measure.value, result.event.value if result.event else ""


def _span(reading: Reading, quantity: Quantity) -> Span:
    where = reading.sentences[quantity.sentence]
    return where.start, where.end
