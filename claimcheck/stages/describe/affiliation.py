"""The party that the counted are named after: "Azeri civilians", "citizens of Ghana", "killed from Mali's side"."""

from __future__ import annotations

import re

from claimcheck.records import Fact
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.fights import joined_in_fight
from claimcheck.stages.describe.members import among_whom
from claimcheck.stages.describe.names import MANY, Hit
from claimcheck.stages.describe.phrases import Parsed
from claimcheck.stages.describe.sides import ANYBODY, Sides

_PARTED = re.compile(r"[.;]|, (?:while|but|and|as|though|although)\b")
_OWNS = re.compile(r"['’]s?\s")
_SIDE = re.compile(r"\sside\b")
_UPON_SIDE = re.compile(r"\b(?:from|on|of)\sthe\s$")
_FROM_SIDE = re.compile(r"\b([a-z]+)\s(?:(?:coming|opened|launched|carried out)\s)?from\s(?:the\s)?$")
_LISTS_SIDE = re.compile(r"(?:^|[,;:“\"])\s*(?:the\s)?$", re.IGNORECASE)
_REACH = 90  # characters
_ALL_PEOPLE = frozenset(("", "person", "casualty"))
_BOTH = 60  # characters from a number to "both sides"
_ON_THE = 3  # tokens from a number to a side: "20 on the | Malian side"
_TWO = 2  # peoples that one noun names


def named(sides: Sides, phrase: Counted) -> Fact | None:
    """The party that the counted phrase names: "Azeri civilians", "Ukraine's 40 tanks", "citizens of Ghana"."""
    tokens, chunks = sides.parsed.tokens, sides.parsed.chunks
    start = tokens[chunks[phrase.first].start].start
    end = tokens[max(phrase_end(sides.parsed, phrase), phrase.token + 1) - 1].end
    inside = sides.within(start, end)
    if len(inside) == 1 and inside[0].name.kind == "demonym":
        return sides.fact(inside, "P01")
    both = sides.lexicon.scene_words.both.search(sides.text, end, min(tokens[-1].end, end + _BOTH))
    if both and not _PARTED.search(sides.text, end, both.start()):
        return Fact(value="both", rule="P02", span=both.span())
    if inside and not _of_two_peoples(sides, phrase, inside):
        return sides.fact(inside, "P01")
    return _behind(sides, phrase) or _on_side(sides, phrase, end)


def _of_two_peoples(sides: Sides, phrase: Counted, inside: list[Hit]) -> bool:
    """ "Dutch and Belgian tourists": who neither fight nor live where others do are no two sides."""
    if len(inside) < _TWO or any(hit.name.kind != "demonym" for hit in inside):
        return False
    return phrase.noun_class != "civilian" and not sides.lexicon.is_a(phrase.noun_class, "combatant")


def _behind(sides: Sides, phrase: Counted) -> Fact | None:
    """ "soldiers from Ghana", "citizens of Ghana", "500 of its soldiers"."""
    chunks, tokens = sides.parsed.chunks, sides.parsed.tokens
    at = phrase.last + 1
    if at + 1 >= len(chunks) or tokens[chunks[at].start].low not in ("of", "from"):
        return None
    behind = chunks[at + 1]
    if tokens[behind.end - 1].lemma in sides.lexicon.groups["confinement"]:
        return None  # "men freed from Russian captivity"
    found = sides.within(tokens[behind.start].start, tokens[behind.end - 1].end)
    if not found and at + 3 < len(chunks) and tokens[chunks[at + 2].start].low == "of":  # of the army of Mali
        behind = chunks[at + 3]
        found = sides.within(tokens[behind.start].start, tokens[behind.end - 1].end)
    other = sides.joined_to(found[-1]) if found and sides.fights(phrase.noun_class) else None
    done = any(chunk.kind == "VP" for chunk in chunks[: phrase.first])
    if other is not None and other.start > found[-1].start and not (done and _does(sides, other)):
        found = [found[-1], other]  # soldiers of Mali and Chad
    origin = bool(found) and tokens[chunks[at].start].low == "from" and _of_no_army(sides, phrase, found)
    people = sides.lexicon.is_a(phrase.noun_class, "person")
    return sides.fact(found, "P03") if found and people and not origin else None


def _does(sides: Sides, hit: Hit) -> bool:
    """Whether a name has a verb behind it: "killed 12 soldiers of Mali and | Chad sent medics"."""
    at = sides.chunk_of(hit)
    return at is not None and at + 1 < len(sides.parsed.chunks) and sides.parsed.chunks[at + 1].kind == "VP"


def _of_no_army(sides: Sides, phrase: Counted, found: list[Hit]) -> bool:
    """ "Mercenaries from Chad and Mali", "militants from Chad": lands that they come from, and do not fight for."""
    irregular = sides.lexicon.is_a(phrase.noun_class, "combatant") and phrase.noun_class != "soldier"
    bare = sides.text[found[-1].end : found[-1].end + 2] not in ("'s", "’s")
    return irregular and bare and all(hit.name.kind == "country" for hit in found)


def _on_side(sides: Sides, phrase: Counted, end: int) -> Fact | None:
    """ "18 soldiers were killed from the Armenian side": whose losses they are."""
    if not (phrase.noun_class in ANYBODY or sides.lexicon.is_a(phrase.noun_class, "combatant")):
        return None
    start = sides.parsed.tokens[phrase.token].start
    opening = [hit for hit in sides.hits[:MANY] if hit.end <= start and _opens_side(sides, hit, start)]
    if opening:
        return sides.fact(opening[-1:], "P23")
    for hit in sides.hits:
        if any(token.tag == "Q" for token in sides.parsed.tokens if end <= token.start and token.end <= hit.start):
            return None  # "100 were killed in Mali, 85 on the Chadian side"
        side = end < hit.start < end + _REACH and _SIDE.match(sides.text, hit.end)
        if side and _fired_from(sides, end, hit.start):
            return None
        if side and _UPON_SIDE.search(sides.text, end, hit.start):
            listed = ":" in sides.text[end : hit.start]  # "33 died: 20 on the Malian side"
            return None if listed or _PARTED.search(sides.text, end, hit.start) else sides.fact([hit], "P23")
    return None


def _opens_side(sides: Sides, hit: Hit, end: int) -> bool:
    """ "On the Armenian side, 18 soldiers were killed": of whom a clause tells that opens with a side."""
    first = sides.parsed.tokens[0].start
    before = sides.text[first : hit.start]
    between = [token for token in sides.parsed.tokens if hit.end < token.start < end]
    listed = all(one.tag not in "VEX" for one in between) and _LISTS_SIDE.search(before)  # "Malian side: 40 dead"
    opens = _SIDE.match(sides.text, hit.end) and (listed or sides.lexicon.scene_words.on_side.search(before))
    if _fired_from(sides, first, hit.start) or _counts_before(sides, hit):
        return False
    return bool(opens) and not _PARTED.search(sides.text, hit.end, end) and all(one.tag != "Q" for one in between)


def _counts_before(sides: Sides, hit: Hit) -> bool:
    """ "20 on the Malian side, and 71 in Chad": of whom another number tells."""
    before = [token for token in sides.parsed.tokens if token.end <= hit.start][-_ON_THE:]
    return any(token.tag == "Q" for token in before)


def _fired_from(sides: Sides, start: int, end: int) -> bool:
    """ "Hit by fire from the Malian side": who did it, and not whose losses they are."""
    found = _FROM_SIDE.search(sides.text, max(start, end - _REACH), end)
    return found is not None and found[1].lower() in sides.lexicon.groups["striking"]


def on_noun(sides: Sides, token: int) -> Fact | None:
    """The party on the noun that tells the measure: "put the Russian dead at 45"."""
    chunk = sides.parsed.chunks[sides.parsed.at[token]]
    start = sides.parsed.tokens[chunk.start].start
    found = sides.within(start, sides.parsed.tokens[chunk.end - 1].end)
    in_row = any(hit.end < start and sides.text[hit.end : start].strip() in (",", "&", "and") for hit in sides.hits)
    # "the Mali, Niger flood toll", "the Mali-Niger quake toll" are of neither alone
    return sides.fact(found, "P01") if len(found) == 1 and chunk.kind == "NP" and not in_row else None


def of_both(sides: Sides, phrase: Counted, told: int) -> Fact | None:
    """ "Bringing the death toll on both sides to 40": both, where words before the number tell what is counted."""
    start, end = sides.parsed.tokens[told].start, sides.parsed.tokens[phrase.token].start
    both = sides.lexicon.scene_words.both.search(sides.text, start, end) if start < end else None
    return Fact(value="both", rule="P02", span=both.span()) if both else None


def of_side(sides: Sides, phrase: Counted, told: int) -> Fact | None:
    """ "The number of dead on the Malian side rose to 46": the side that words before the number tell."""
    start, end = sides.parsed.tokens[told].start, sides.parsed.tokens[phrase.token].start
    found = [hit for hit in sides.hits if start <= hit.start < end and _SIDE.match(sides.text, hit.end)]
    return sides.fact(found[-1:], "P23") if found and not _counts_before(sides, found[-1]) else None


def between_two(sides: Sides, noun_class: str) -> Fact | None:
    """ "30 soldiers were killed in fighting between Malian and Chadian forces": nobody tells whose they are; all people
    whom such fighting killed are of both, too."""
    fighters = sides.lexicon.is_a(noun_class, "combatant")
    if not fighters and noun_class not in _ALL_PEOPLE:
        return None
    pair = joined_in_fight(sides.text, sides.seen, sides.lexicon, fought=not fighters)
    return Fact(value="both", rule="P600", span=(pair[0].start, pair[1].end)) if pair else None


def of_its_figure(sides: Sides, phrase: Counted) -> Fact | None:
    """ "Mali's last official number was 41 dead", "Bamako's count stands at 41": whose the figure is."""
    chunks, tokens, at = sides.parsed.chunks, sides.parsed.tokens, phrase.first - 1
    at -= at > 0 and chunks[at].kind == "P"
    if at < 1 or chunks[at].kind != "VP" or chunks[at - 1].kind not in ("NP", "t"):
        return None
    figure = chunks[at - 1]
    own = figure.kind == "NP" and tokens[figure.head].lemma in sides.lexicon.groups["figure"]
    lands = (hit for hit in (*sides.hits, *sides.cities) if own and hit.name.kind in ("country", "capital"))
    start, end = tokens[chunks[max(0, at - _TWO)].start].start, tokens[figure.head].start
    whose = [hit for hit in lands if start <= hit.start < end and _OWNS.match(sides.text, hit.end)]
    return sides.fact(whose[-1:], "P4900") if whose else None


def phrase_end(parsed: Parsed, phrase: Counted) -> int:
    """Where the counted phrase ends with those among whom deaths are counted: "71 deaths among its troops"."""
    whom = among_whom(parsed, phrase.last, phrase.noun_class)
    return phrase.words[1] if whom is None else whom.end
