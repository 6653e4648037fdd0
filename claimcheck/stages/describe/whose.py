"""Whose people or things a quantity counts, by the surest of what may tell it."""

from __future__ import annotations

from claimcheck.records import Fact
from claimcheck.rules.descriptions import Event
from claimcheck.rules.world import listed
from claimcheck.stages.describe.admissions import claimed, own_losses
from claimcheck.stages.describe.affiliation import between_two, named, of_both, of_its_figure, of_side, on_noun
from claimcheck.stages.describe.ballots import holder
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.fights import foes_in, is_recalled, joined_in_fight
from claimcheck.stages.describe.foes import acted_on, enemy, of_foe, struck
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.losses import loses_alone, sufferer, suffers
from claimcheck.stages.describe.names import SIDES
from claimcheck.stages.describe.parties import Parties
from claimcheck.stages.describe.phrases import THEIR
from claimcheck.stages.describe.placed import Placed, Setting
from claimcheck.stages.describe.possession import fielded, made_up, owned
from claimcheck.stages.describe.reading import Reading
from claimcheck.stages.describe.sides import of_both_on_one
from claimcheck.stages.describe.subjects import subject

_COUNTS = frozenset(("count", "percent", "fraction"))
_BEFORE_TOLL = 2  # words: "overall death | toll"
_OWN = THEIR | {"his"}  # "its overall losses"
_FOUGHT, _SOLDIER = "P600", "soldier"
_OPEN = frozenset((_FOUGHT, "P2980"))
_PEOPLE = frozenset(("", "person", "casualty"))
_OF_LISTS = frozenset(("P05", "P08", "P601"))  # rules of whose losses what goes on in a list is
_MACHINES = ("vehicle", "weapon")
_TWO_LANDS = 2
GIVER = "P3991"  # the rule of a land, or its capital, that gives a number for its own
_BESIDE_FIGURES = (",", ":", "-", "C")  # chunks between "the first figures" and a number
_AGAIN = "M90"  # the rule of a number for what was counted before
_STANDING = "M194"  # what a poll puts somebody at


def party_of(placed: Placed, setting: Setting, last: Placed | None, parties: Parties, reading: Reading) -> Fact | None:
    """The party of a quantity; `last` is the one described before it."""
    measure, lexicon = placed.measure, reading.lexicon
    if placed.quantity.dimension not in _COUNTS:
        return None
    if _of_a_candidate(placed, lexicon):
        return holder(reading.text, placed.parsed, placed.phrase, lexicon)
    event = lexicon.events.get(setting.event.value) if setting.event else None
    party = _next_side(placed, last, parties) or _of_giver(placed, parties, reading)
    party = party or _told(placed, event, parties, reading) or _counted(placed, parties)
    if party or measure is None or not measure.harm:
        return party
    if suffers(parties, placed.phrase, measure.start):
        return _they_lost(placed, measure.start, last, parties, reading)
    overall = _of_all_sides(placed, parties)
    if overall:
        return overall if len({hit.name.country for hit in parties.hits}) > 1 else None
    party = own_losses(parties, placed.phrase, placed.noun_class, measure.start)
    if party:
        return party
    if not (measure.object_told and struck(parties, placed.phrase, measure.start)):
        party = claimed(parties, placed.phrase, placed.noun_class, setting.place)
    if not (measure.counted or _told_since(party, last)):
        carried = _carried(placed, last, reading, parties)
        party = party if carried is None or of_both_on_one(carried, setting.scope) else carried
    party = party or _of_list(placed, last, parties) or _of_its_fighters(placed, last, parties)
    party = party or between_two(parties, placed.noun_class)
    if party is None and measure.object_told and acted_on(parties, placed.phrase, measure.start):
        party = of_foe(parties, placed.noun_class, measure.start, event)
    people = placed.of_people or placed.noun_class == "family"
    if party is None and placed.of_people and _fought_over(placed, event, reading):
        party = _of_losses_before(placed, parties, reading)
    if party is None and event and event.victims and people:
        return Fact(value=event.victims, rule=event.id)
    return party


def foes_of(
    placed: Placed, party: Fact | None, event: Fact | None, parties: Parties, reading: Reading
) -> tuple[str, ...]:
    """The two that fight, where nothing but who tells it may show which of them the harmed are of."""
    measure, text, seen = placed.measure, parties.text, parties.seen
    if (
        measure is None
        or not measure.harm
        or not placed.of_people
        or is_recalled(text, seen, parties.lexicon, placed.quantity.start)
        or any(hit.name.value in parties.lexicon.kinds_that["misfortune"] for hit in seen.of("kind"))
    ):
        return ()
    if party is not None:
        pair = joined_in_fight(text, seen, parties.lexicon, fought=False) if party.rule == _FOUGHT else None
        return tuple(sorted(hit.name.country for hit in pair)) if pair else ()
    fighters = parties.lexicon.is_a(placed.noun_class, "combatant") and placed.noun_class != _SOLDIER
    if fighters or (measure.object_told and acted_on(parties, placed.phrase, measure.start)):
        return ()
    return tuple(sorted(foes_in(text, seen, parties.lexicon) or reading.foes or _between_whom(event, parties.lexicon)))


def _between_whom(event: Fact | None, lexicon: Lexicon) -> tuple[str, ...]:
    """The two lands that a known event was a fight between."""
    known = lexicon.events.get(event.value) if event else None
    fought = known is not None and known.kind in lexicon.kinds_that["fighting"]
    between = listed(known.parties) if known is not None and fought else ()
    return between if len(between) == _TWO_LANDS else ()


def _of_losses_before(placed: Placed, parties: Parties, reading: Reading) -> Fact | None:
    """ "Mali has said nothing of its losses. Reuters reported that 40 died": the one side that a sentence before names,
    or both, where it tells of losses and counts none; or the clause before, "though Reuters reported that"."""
    here = placed.quantity.sentence
    if own := _silent_on(here, placed.quantity.start, parties, reading, apart=True):
        return own
    at, words = here - 1, parties.lexicon.scene_words
    if parties.hits or at < 0 or not reading.same_paragraph(at, here):
        return None
    where, numbers = reading.sentences[at], reading.numbers.get(at, ())
    if both := words.losses.search(reading.text, where.start, where.end) and words.both.search(
        reading.text, where.start, where.end
    ):
        counts = any(not both.start() <= start < both.end() for start, _ in numbers)
        return None if counts else Fact(value="both", rule="P2980", span=both.span())
    return _silent_on(at, where.end, parties, reading)


def _silent_on(at: int, end: int, parties: Parties, reading: Reading, *, apart: bool = False) -> Fact | None:
    """The one side that a sentence names up to an offset, if it tells of "its losses" there, and counts nothing;
    `apart`: in a clause that ends before it."""
    start, words = reading.sentences[at].start, parties.lexicon.scene_words
    told = words.own_losses.search(reading.text, start, end)
    if apart and (told is None or words.apart_clause.search(reading.text, told.end(), end) is None):
        return None
    hits = [hit for hit in reading.seen(at).of(*SIDES, "capital") if hit.end <= end]
    counts = any(start <= first < end for first, _ in reading.numbers.get(at, ()))
    if told is None or counts or len({hit.name.country for hit in hits}) != 1:
        return None
    return Fact(value=hits[0].name.country, rule="P2980", span=(hits[0].start, hits[0].end))


def _fought_over(placed: Placed, event: Event | None, reading: Reading) -> bool:
    """Whether a number is of fighting that the article tells of, and its own sentence of no other happening."""
    fighting, at = reading.lexicon.kinds_that["fighting"], placed.quantity.sentence
    told = {hit.name.value for near in (max(0, at - 1), *reading.lead) for hit in reading.seen(near).of("kind")}
    at_war = bool(reading.foes) or not fighting.isdisjoint(told) or (event is not None and event.kind in fighting)
    return at_war and all(hit.name.value in fighting for hit in reading.seen(at).of("kind"))


def _of_a_candidate(placed: Placed, lexicon: Lexicon) -> bool:
    """Whether somebody who stands for election has the number, at a vote or in a poll."""
    measure = placed.measure
    if measure is None:
        return False
    polled = measure.value == "supported" and placed.noun_class != "person"
    ballots = measure.value == "voted" and placed.noun_class == "vote" and placed.quantity.dimension == "count"
    held = measure.value in lexicon.groups["held by a candidate"] and _of_a_vote(placed)
    return polled or ballots or measure.rule == _STANDING or held


def _of_a_vote(placed: Placed) -> bool:
    """Whether a number is of votes, seats or delegates, or a share of them."""
    return placed.quantity.dimension in ("percent", "fraction") or placed.noun_class in ("vote", "position")


def _of_giver(placed: Placed, parties: Parties, reading: Reading) -> Fact | None:
    """ "Mali mentioned 40, Chad stopped at 30", "the figures, 40 in Bamako", of the dead told before; "the 40 announced
    by Mali": the land that gives a bare number for its own."""
    measure, phrase = placed.measure, placed.phrase
    if measure is None or not measure.harm or phrase.head >= 0:
        return None
    if hit := parties.announcer(phrase):
        return Fact(value=hit.name.country, rule=GIVER, span=(hit.start, hit.end))
    if measure.rule != _AGAIN:
        return None
    end = placed.quantity.end
    seat = next((hit for hit in parties.cities if parties.text[end : hit.start].strip() == "in"), None)
    beside = phrase.first > 0 and placed.parsed.chunks[phrase.first - 1].kind in _BESIDE_FIGURES
    if beside and seat is not None and seat.name.kind == "capital" and seat.name.country in reading.foes:
        return Fact(value=seat.name.country, rule=GIVER, span=(seat.start, seat.end))
    chunks, at = placed.parsed.chunks, phrase.first - 1
    while at > 0 and chunks[at].kind in "PA":
        at -= 1
    bare = at > 0 and chunks[at].kind == "VP" and any(parties.is_bare(chunk) for chunk in chunks[max(0, at - 2) : at])
    hit = subject(parties, chunks[at].head) if bare and not placed.parsed.passive(chunks[at]) else None
    return Fact(value=hit.name.country, rule=GIVER, span=(hit.start, hit.end)) if hit else None


def _told(placed: Placed, event: Event | None, parties: Parties, reading: Reading) -> Fact | None:
    """Who is named in the phrase or by its syntax: "its soldiers", "lost 40", "enemy troops"; where "Y freed 400 of its
    men" they are X's, who says so."""
    phrase, measure = placed.phrase, placed.measure
    told = measure.start if measure is not None else -1
    done = parties.lexicon.groups["done by others"]
    by_others = measure is not None and measure.object_told and measure.value in done and told < phrase.token
    party = named(parties, phrase) or owned(parties, phrase, placed.noun_class, told if by_others else -1)
    party = party or enemy(parties, phrase, event, reading.foes, told)
    party = party or made_up(parties, phrase) or fielded(parties, phrase)
    return party or (sufferer(parties, phrase, told) if measure else None)


def _counted(placed: Placed, parties: Parties) -> Fact | None:
    """The country of a population, and the party on the noun that tells the measure."""
    measure = placed.measure
    if measure is None:
        return None
    if measure.value == "population":
        return parties.nearest(placed.quantity.start)
    if measure.counting and (side := of_side(parties, placed.phrase, measure.start)):
        return side
    if measure.harm and (side := of_its_figure(parties, placed.phrase)):
        return side
    if measure.start >= placed.phrase.token:
        return None
    # "put the number of Syrian soldiers killed at 45 (people)": the party of those who are counted.
    whose = on_noun(parties, measure.start - 1) if measure.counted and measure.start else None
    if placed.phrase.head >= 0:
        return whose if placed.phrase.noun_class in _PEOPLE else None
    if measure.counting and (both := of_both(parties, placed.phrase, measure.start)):
        return both
    return on_noun(parties, measure.start) or whose


def _of_all_sides(placed: Placed, parties: Parties) -> Fact | None:
    """ "Raising the overall toll to 81": of both, where two are told of."""
    measure, tokens = placed.measure, placed.parsed.tokens
    if measure is None or not measure.counting or measure.start >= placed.phrase.token:
        return None
    for at in range(max(1, measure.start - _BEFORE_TOLL), measure.start):
        if tokens[at].low in parties.lexicon.groups["all sides"]:
            one_side = tokens[at - 1].tag == "'" or tokens[at - 1].low in _OWN
            return None if one_side else Fact(value="both", rule="P02", span=(tokens[at].start, tokens[at].end))
    return None


def _told_since(party: Fact | None, last: Placed | None) -> bool:
    """Whether another side speaks behind the number before: "Mali reports 71 dead soldiers, Niger 105"."""
    return party is not None and party.span is not None and last is not None and party.span[0] > last.quantity.end


def _next_side(placed: Placed, last: Placed | None, parties: Parties) -> Fact | None:
    """ "Mali lost 40 men and Chad 30": the side that stands in for the subject of the verb before."""
    if last is None or last.party is None or last.parsed is not placed.parsed:
        return None
    start = placed.quantity.start
    lands = (hit for hit in (*parties.hits, *parties.cities) if hit.name.kind in ("country", "capital"))
    hit = next((hit for hit in lands if hit.end + 1 == start and hit.start > last.quantity.end), None)
    if hit is None or parties.side_of(hit) == last.party.value:
        return None
    opens = parties.lexicon.scene_words.other_side.search(parties.text, last.quantity.end, hit.start)
    return parties.fact([hit], "P25") if opens else None


def _carried(placed: Placed, last: Placed | None, reading: Reading, parties: Parties) -> Fact | None:
    """The party of the number that this one goes on from: "487 others", "and wounded 12", "150 of the 1,275"."""
    phrase, tokens = placed.phrase, placed.parsed.tokens
    first = tokens[phrase.words[0]].low if phrase.words[0] < phrase.words[1] else ""
    goes_on = phrase.head < 0 or first in reading.lexicon.groups["remainder"]
    here = last is not None and last.parsed is placed.parsed
    if last is None or last.party is None or not (goes_on or (here and phrase.noun_class == "casualty")):
        return None
    if _adds_up(placed, reading):
        return None
    if last.party.span is None:
        return None  # no words tell it, but an event that may not be this number's: "9 refugees, 20 dead in a fire"
    if not here:
        same = reading.same_paragraph(last.quantity.sentence, placed.quantity.sentence)
        same = same and (phrase.head < 0 or placed.noun_class == last.noun_class)  # no terrorists of "20 Copts buried"
        same = same and not _another_tells(last.party, phrase, parties)
        return _passed_on(last.party, "P11") if same else None
    between = tokens[last.phrase.words[1] : phrase.token]
    if not phrase.pronoun and [token.low for token in between[:1]] == [","] and _listed(last, reading):
        return None
    if not phrase.pronoun and _joined_by_others(last, placed, parties):
        return None
    if _in_another_land(placed, last.party, parties):
        return None
    joined = (
        phrase.pronoun or phrase.whole >= 0 or any(token.tag in "C,:;-" or token.low == "with" for token in between)
    )
    return _passed_on(last.party, "P08") if joined else None


def _in_another_land(placed: Placed, party: Fact, parties: Parties) -> bool:
    """ "20 died on the Malian side, and 13 in Chad": where no people of the side of the number before were."""
    chunks, tokens, at = placed.parsed.chunks, placed.parsed.tokens, placed.phrase.last + 1
    if at + 1 >= len(chunks) or tokens[chunks[at].start].low != "in" or not parties.is_land(party.value):
        return False
    there = parties.within(tokens[chunks[at + 1].start].start, tokens[chunks[at + 1].end - 1].end)
    return any(hit.name.kind == "country" and hit.name.country != party.value for hit in there)


def _adds_up(placed: Placed, reading: Reading) -> bool:
    """ "Mali lost 40, Chad 30. That makes 70 dead": whether a number is the sum of those told before."""
    chunks, at, tokens = placed.parsed.chunks, placed.phrase.first - 1, placed.parsed.tokens
    verb = tokens[chunks[at].head].lemma if at > 0 and chunks[at].kind == "VP" else ""
    made = verb in reading.lexicon.groups["making a sum"]
    return made and tokens[chunks[at - 1].end - 1].low in ("that", "this", "which", "it")


def _another_tells(party: Fact, phrase: Counted, parties: Parties) -> bool:
    """ "Mali lost 30 soldiers. Chad spoke of 67 dead": who tells the next number is not the side of the one before."""
    hit = parties.speaker(phrase)
    return hit is not None and hit.name.country != party.value != "both"


def _passed_on(party: Fact, rule: str) -> Fact:
    """The party of the number before; what is of both for want of a word stays so."""
    return party if party.rule in _OPEN else Fact(value=party.value, rule=rule, span=party.span)


def _they_lost(placed: Placed, told: int, last: Placed | None, parties: Parties, reading: Reading) -> Fact | None:
    """ "Mali lost 30 soldiers. It also lost two tanks": the side that the sentence before counts the losses of."""
    if (
        last is None
        or last.party is None
        or last.party.value == "both"
        or not loses_alone(parties, placed.phrase, told)
    ):
        return None
    same = last.parsed is placed.parsed or reading.same_paragraph(last.quantity.sentence, placed.quantity.sentence)
    return Fact(value=last.party.value, rule="P11", span=last.party.span) if same else None


def _of_list(placed: Placed, last: Placed | None, parties: Parties) -> Fact | None:
    """ "The army destroyed 370 soldiers of the enemy, 12 tanks and 15 guns", "admitted the loss of 20 men, a loss of 12
    tanks": what is listed behind one side's losses is that side's."""
    if last is None or last.party is None or last.parsed is not placed.parsed or last.party.rule not in _OF_LISTS:
        return None
    tokens, listing = placed.parsed.tokens, parties.lexicon.groups["hostile"] | parties.lexicon.groups["loss"]
    between = tokens[last.phrase.words[1] : placed.phrase.token]
    listed = all(token.tag in ",CPD" or {token.low, token.lemma} & listing for token in between)
    if not between or not listed or not parties.fights(placed.noun_class):
        return None
    return _passed_on(last.party, "P08")


def _of_its_fighters(placed: Placed, last: Placed | None, parties: Parties) -> Fact | None:
    """ "200 Malian troops were killed and 30 tanks destroyed": machines told beside a side's fighters are its own."""
    if last is None or last.party is None or last.party.value == "both" or last.parsed is not placed.parsed:
        return None
    machines = any(parties.lexicon.is_a(placed.noun_class, name) for name in _MACHINES)
    harmed = last.measure is not None and last.measure.harm and parties.fights(last.noun_class)
    between = placed.parsed.tokens[last.phrase.words[1] : placed.phrase.token]
    apart = not between or any(token.tag in ";S" for token in between)
    apart = apart or bool(parties.within(between[0].start, placed.quantity.start))
    return _passed_on(last.party, "P08") if machines and harmed and not apart else None


def _joined_by_others(last: Placed, placed: Placed, parties: Parties) -> bool:
    """Whether another people is counted with the number before: "killed three Poles and a Dane, hurting 30"."""
    tokens, chunks = placed.parsed.tokens, placed.parsed.chunks
    if last.party is None:
        return False
    joined = chunks[last.phrase.last + 1 : placed.phrase.first]
    ends = {tokens[chunk.end - 1].end for chunk in joined if chunk.kind == "NP"}
    hits = parties.within(last.quantity.end, placed.quantity.start)
    peoples = (hit for hit in hits if hit.name.kind == "demonym" and hit.end in ends)
    return any(parties.side_of(hit) != last.party.value for hit in peoples)


def _listed(placed: Placed, reading: Reading) -> bool:
    """Whether a number is one of a list that its comma ends: "killed 9, including two Germans, and injured 30"."""
    tokens, at = placed.parsed.tokens, placed.phrase.token
    return any(token.low in reading.lexicon.groups["including"] for token in tokens[max(0, at - 2) : at])
