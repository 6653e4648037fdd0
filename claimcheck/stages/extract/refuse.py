"""What is no claim: an amount in, the rule that refuses it and the stretch of text that it refuses out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.dates import When
from claimcheck.records import Quantity, Rejected, Span
from claimcheck.rules.quantities import NonClaim
from claimcheck.stages.extract.digits import read_digits
from claimcheck.stages.extract.grammar import Grammar, applies
from claimcheck.stages.extract.tokens import DETERMINERS, Tokens, words
from claimcheck.stages.extract.units import Amount, prefix


class Refusal(NamedTuple):
    """The rule, and what it refuses."""

    rule: NonClaim
    span: Span


_LAST_DIGITS = re.compile(r"\b\d{2,}$")
_WINDOW = 64  # characters before a number that a pattern may look at
_WEB = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+|(?<!\w)[@#]\w*[A-Za-z]\w*"
)


def web_spans(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Addresses, handles and hashtags; the signs are looked for first, since most sentences have none."""
    if all(text.find(sign, start, end) < 0 for sign in ("@", "#", "://", "www.")):
        return ()
    return tuple(match.span() for match in _WEB.finditer(text, start, end))


def counts(t: Tokens, i: int, g: Grammar) -> bool:
    """Whether the token is a number by itself, so that even page junk must give it a fate."""
    known = g.words.get(t.words[i])
    return t.words[i][-1].isdecimal() or (known is not None and known.kind in _COUNTING)


_COUNTING = words("unit ten hundred scale dozen vague ordinal adverb fold")


def dated(t: Tokens, i: int, when: When, g: Grammar) -> Refusal | None:
    """A number within a date or period."""
    if when.relative and when.kind == "period":
        # "for the past 30 years it was so": how long it lasted, not when it was.
        if t.words[i - 1] == "for" and t.words[i + 2] in ("after", "before", "since"):
            return None  # "jailed for nine years after a trial"
        if t.words[i + 2] in ("before", "after", "until") and _lasts(t, i, g):
            return None  # "served 15 years before his release"
        taken = t.words[i - 3] == "for" or t.words[i - 3] in g.groups["taking time"]  # "spent the past 15 years there"
        if t.words[i - 1] in ("past", "last") and t.words[i - 2] == "the" and taken:
            return None
        return Refusal(g.nonclaims.readers["relative"], when.span)
    if when.kind == "period" and t.words[i - 1] in ("(", ",") and t.words[i - 2] in g.no_lives and _round_range(t, i):
        return None  # "estimates for Ghana (1400-1500)": no land or group has years of a life
    return Refusal(g.nonclaims.readers["date"], when.span)


def _round_range(t: Tokens, i: int) -> bool:
    """Whether both ends of a range are rounder than years of our time are: 1400-1500, not 1867-1918 or 1950-2000."""
    low, high = t.words[i], t.words[i + 2]
    ends = low.isdecimal() and high.isdecimal() and t.words[i + 1] in ("-", "–", "—")
    return ends and int(low) < _OUR_TIME and int(low) % 50 == 0 == int(high) % 50 and t.glued(i + 1)


_OUR_TIME = 1900


def _lasts(t: Tokens, i: int, g: Grammar) -> bool:
    """Whether a verb before the number takes a time: lasted, waited at least."""
    while t.words[i - 1] in g.bounded_time:
        i -= 1  # waited (at least) 40 days
    return t.words[i - 1] in g.groups["taking time"]


def coded(t: Tokens, i: int, g: Grammar) -> Refusal | None:
    """Digits that letters, a hyphenated name or more digits make a code: Su-25, G7, 1.2.3, 87990cbe."""
    first, last = i, i + 1
    name = False
    while first > 0 and t.glued(first) and (t.words[first - 1][-1].isalnum() or t.words[first - 1] == "_"):
        first, name = first - 1, name or t.words[first - 1][-1].isalpha()
    if first > 1 and t.words[first - 1] in "-–." and t.glued(first) and t.glued(first - 1):
        before = t.words[first - 2]
        numeral = before in g.words and not _letter(t, first - 2)
        plain = numeral or before in g.groups["before a hyphen"]
        if before[-1].isalpha() and not plain and not _starts_sentence(t, i):
            first, name = first - 2, True
    if name or read_digits(t.words[i]) is None or (t.words[i].isdecimal() and len(t.words[i]) > _LONGEST):
        while (
            t.glued(last)
            and (t.words[last][0].isalnum() or (t.words[last] in "-_./" and t.glued(last + 1)))
            and last < t.size
        ):
            last += 1
        if first == i - 1 and (prefix(t, i, g)[1] is not None or (last == i + 1 and _lost_blank(t, i, g))):
            return None  # AUD1.5m, $US5
        return Refusal(g.nonclaims.readers["code"], (t.starts[first], t.ends[last - 1]))
    return _mixed(t, i, g)


def _lost_blank(t: Tokens, i: int, g: Grammar) -> bool:
    """ "170 shops, and949,858 houses", "About45 people": a word in front of the number it leads to."""
    several = read_digits(t.words[i]) is not None and len(t.words[i]) > 1
    return several and t.words[i - 1] in g.groups["glued on"] and t.raw(i - 1)[1:].islower()


def _starts_sentence(t: Tokens, i: int) -> bool:
    """ "the ministry said.12 people were killed": a page that lost its line breaks. A note's mark ("in the war.12 The
    army") stands before a capital."""
    before, behind = t.raw(i - 2), t.raw(i + 1)
    lost = t.words[i - 1] == "." and len(before) > _ABBREVIATED and before[1:].islower()
    goes_on = not t.glued(i + 1) and len(behind) > 1 and behind.isalpha() and (behind.islower() or behind.isupper())
    return lost and goes_on and _YEAR.fullmatch(t.words[i]) is None


_YEAR = re.compile(r"(?:19|20)\d\d")
_ABBREVIATED = 3  # letters that "Nov.12" and "vol.3" have


def _letter(t: Tokens, k: int) -> bool:
    """The capital of "a B-52", which is no scale as in "$5B-7B"."""
    return len(t.words[k]) == 1 and t.raw(k).isupper() and not (t.glued(k) and t.words[k - 1][-1:].isdecimal())


_LONGEST = 12  # digits in a row: beyond that it is the number of a thing, a post, an account


def _mixed(t: Tokens, i: int, g: Grammar) -> Refusal | None:
    """Digits, letters, digits: 79b4a0, 4x4; but 32m2 and 5km."""
    last = i + 1
    while last < t.size and t.glued(last) and t.words[last][0].isalnum():
        last += 1
    if last - i < 3 or any(t.raw(i + 1) == phrase[0] for phrase, _ in g.signs.get(t.raw(i + 1), ())):
        return None
    return Refusal(g.nonclaims.readers["code"], (t.starts[i], t.ends[last - 1]))


_ENDINGS = frozenset({"st", "nd", "rd", "th"})


def no_number(t: Tokens, i: int, g: Grammar) -> Refusal | None:
    """Ordinals and adverbs."""
    word = t.words[i]
    readers = g.nonclaims.readers
    known = g.words.get(word)
    if known is None:
        return None
    if known.kind == "ordinal" or (known.kind == "part" and not word.startswith("quarter") and not word.endswith("s")):
        return Refusal(readers["ordinal"], (t.starts[i], t.ends[i]))
    if known.kind == "adverb":
        return Refusal(readers["adverb"], (t.starts[i], t.ends[i]))
    return None


def counts_order(t: Tokens, i: int, g: Grammar) -> Refusal | None:
    """27th, twenty-sixth: numbers that go on as ordinals."""
    known = g.words.get(t.words[i + 2])
    low = known is not None and known.kind in ("ordinal", "part") and not t.words[i + 2].endswith("s")
    tens = g.words.get(t.words[i])
    if low and t.words[i + 1] == "-" and tens is not None and tens.kind == "ten":
        return Refusal(g.nonclaims.readers["ordinal"], (t.starts[i], t.ends[i + 2]))
    if t.words[i + 1] in _ENDINGS and t.glued(i + 1) and t.words[i][-1].isdecimal():
        return Refusal(g.nonclaims.readers["ordinal"], (t.starts[i], t.ends[i + 1]))
    return None


def refuse(t: Tokens, amount: Amount, qualified: bool, titled: bool, g: Grammar) -> Refusal | None:
    """The first rule that says the amount claims nothing, those that leave no doubt before the others."""
    span = (t.starts[amount.first], t.ends[amount.last - 1])
    dimension = amount.unit.dimension if amount.unit else ""
    doubtful: Refusal | None = None
    for rule, end in _candidates(t, amount, dimension, qualified, g):
        if (found := _holds(rule, t, amount, (span[0], end), g)) is not None:
            if not rule.unless_victims:
                return Refusal(rule, found)
            doubtful = doubtful or Refusal(rule, found)
    if doubtful:
        return doubtful
    plain = (not dimension and not qualified) or _capitalised_through(t, amount, g)
    if plain and (named := _named(t, amount, titled, g)):
        return Refusal(named, (span[0], _compound_end(t, amount.last)))
    return _tally(t, amount, g) or _lettered(t, amount, g)


def _capitalised_through(t: Tokens, amount: Amount, g: Grammar) -> bool:
    """A name of a number word and its unit, "a Sheraton Four Points", or of a vague word: "Mega Millions"."""
    first, last = amount.number.first, amount.last
    raw, before = t.raw(first), t.raw(first - 1)
    leads = first > 1 and t.words[first - 2] in DETERMINERS and before[:1].isupper() and before[1:].islower()
    if not leads or not (raw[0].isupper() and raw[1:].islower()):
        return False
    if amount.unit is not None:
        return last == amount.number_last + 1 and t.raw(last - 1)[:1].isupper()
    follows = t.words[last].isalpha() and t.raw(last).islower() and t.words[last] != "of"
    return g.words[t.words[first]].kind == "vague" and last == first + 1 and follows


def _compound_end(t: Tokens, last: int) -> int:
    """Where a name ends that goes on behind a hyphen: Five-0."""
    joined = t.words[last] == "-" and t.glued(last) and t.glued(last + 1)
    return t.ends[last + 1] if joined else t.ends[last - 1]


def _tally(t: Tokens, amount: Amount, g: Grammar) -> Refusal | None:
    """3-1, 52-48: the second number is no larger, so it ends no range."""
    k = amount.last
    if amount.unit is not None or t.words[k] not in "-–" or not (t.glued(k) and t.glued(k + 1)):
        return None
    if not (t.words[k - 1].isdecimal() and t.words[k + 1].isdecimal()) or len(t.words[k - 1]) > 3:
        return None
    return Refusal(g.nonclaims.readers["tally"], (t.starts[amount.first], t.ends[k + 1]))


def _lettered(t: Tokens, amount: Amount, g: Grammar) -> Refusal | None:
    """Digits with letters that are no unit: 5G, 3D, 49ers."""
    last = amount.last
    if last == amount.number_last and t.glued(last) and t.words[last].isalpha() and t.words[last - 1].isdecimal():
        return Refusal(g.nonclaims.readers["code"], (t.starts[amount.first], t.ends[last]))
    return None


def _candidates(
    t: Tokens, amount: Amount, dimension: str, qualified: bool, g: Grammar
) -> Iterator[tuple[NonClaim, int]]:
    """The rules that may hold here, each with the end of what it would refuse."""
    end = t.ends[amount.last - 1]
    trial = g.nonclaims.trial(dimension, qualified)
    at = trial.at.match(t.text, t.starts[amount.number.first], t.ends[t.size - 1])
    yield from ((rule, end) for rule in (trial.rules if at else trial.rest))
    for phrase, rule in g.nonclaims.before.get(t.words[amount.first - 1], ()):
        start = amount.first - len(phrase)
        if start >= 0 and t.after(start, phrase) and applies(rule, dimension, qualified):
            yield rule, end
    for phrase, rule in g.nonclaims.after.get(t.words[amount.last], ()):
        if t.after(amount.last, phrase) and applies(rule, dimension, qualified):
            yield rule, t.ends[amount.last + len(phrase) - 1]


def _holds(rule: NonClaim, t: Tokens, amount: Amount, span: Span, g: Grammar) -> Span | None:
    """The stretch that the rule refuses, if its patterns hold."""
    first = amount.number.first
    if rule.words and " ".join(t.words[first : amount.number_last]) not in rule.words:
        return None
    patterns = g.nonclaims.compiled
    if rule.ahead and not patterns[rule.ahead].match(t.text, span[1], t.ends[t.size - 1]):
        return None
    if rule.at:
        at = patterns[rule.at].match(t.text, t.starts[first], t.ends[t.size - 1])
        if at is None or at.end() < t.ends[first]:
            return None
        span = span[0], max(span[1], at.end())
    if rule.behind:
        start = t.starts[amount.first]
        if not patterns[rule.behind].search(t.text[max(t.starts[0], start - _WINDOW) : start]):
            return None
    return span


_PLACING = words("in at on near from across outside inside around for since")
_CLOSED = words(
    "is was will has had and or in on at to from with by for would could can after before as that which who but when "
    "were are of"
)


def _counts_anew(t: Tokens, amount: Amount, g: Grammar) -> bool:
    """ "Bomber Kills Five Police", "in Aleppo Four civilians were hurt": a lost line break or a headline, no name."""
    before, following = t.words[amount.number.first - 1], t.words[amount.last]
    if before in g.groups["headline verb"] or before[-1].isdecimal():
        return True
    if before in g.groups["numbered"] or before in _CLOSED or before in DETERMINERS:
        return False
    plural = following.endswith("s") and following not in _CLOSED and t.raw(amount.last).islower()
    return following in g.groups["struck"] or plural


def _enumerated(t: Tokens, first: int) -> bool:
    """ "Zenda reported 678, Ava 306, Berg 299": whether a name leads on from a number that none leads to."""
    while first > 2:
        k = first - 1
        while k > 0 and t.raw(k)[:1].isupper() and t.raw(k).isalpha():
            k -= 1
        joined = t.words[k] == "and"
        k -= joined
        if first - k > _LONGEST_NAME or (t.words[k] != "," and not joined):
            return False
        first = k - (t.words[k] == ",")
        while first > k - _LONGEST_NOUN and t.raw(first).isalpha() and t.raw(first).islower():
            first -= 1
        if not t.words[first].replace(",", "").isdecimal():
            return False
        if not t.raw(first - 1)[:1].isupper():
            return True
    return False


_LONGEST_NAME, _LONGEST_NOUN = 6, 4  # words


def _named(t: Tokens, amount: Amount, titled: bool, g: Grammar) -> NonClaim | None:
    """The rule of a number that is a part of a name: One Direction, the Apollo 13 mission, Windows 10."""
    first = amount.number.first
    if titled or amount.ranged or first == 0:
        return None
    if t.raw(first)[0].isalpha():
        return g.nonclaims.readers["name_word"] if _in_name_of_words(t, amount, g) else None
    return g.nonclaims.readers["name_number"] if _in_name_with_digits(t, amount, g) else None


def _in_name_of_words(t: Tokens, amount: Amount, g: Grammar) -> bool:
    """One Direction, Group of Seven, all-in-one."""
    first = amount.number.first
    raw, before = t.raw(first), t.words[first - 1]
    joined = before == "-" and t.glued(first) and t.glued(first - 1)
    if joined and t.words[first - 2] not in g.words:
        return True
    opens = not before[-1].isalnum() and before not in (",", "&") and not joined
    shouted = t.raw(first - 1).isupper() and len(before) > 1  # "SHOOTING Three people"
    named = raw[0].isupper() and raw[-1].islower() and not opens and not shouted
    return named and not _counts_anew(t, amount, g)


def _in_name_with_digits(t: Tokens, amount: Amount, g: Grammar) -> bool:
    """The Apollo 13 mission, Windows 10: behind a capital word that opens no sentence and tells no place."""
    first = amount.number.first
    raw, before = t.raw(first), t.raw(first - 1)
    if (
        before.lower() in g.groups["headline verb"]
        or before.lower() in _CLOSED
        or _enumerated(t, first)
        or not before[:1].isupper()
        or not _spelled(before, g)
        or "," in raw
        or amount.number.scale > 1
        or len(raw) > 4
    ):
        return False
    k = first - 1
    while k > 0 and t.raw(k - 1)[:1].isupper() and t.words[k - 1] not in _PLACING and _spelled(t.raw(k - 1), g):
        k -= 1
    k += t.words[k] in DETERMINERS and k < first - 1  # "The Vega 2 was late"
    lead, following = t.words[k - 1], t.words[first + 1]
    if following in g.groups["verb of one"] and raw != "1" and lead not in _WITHIN:
        return True  # "plans for Vega 2 was shelved": no two was
    counted = following.isalpha() and following not in _CLOSED
    return lead in DETERMINERS or (not counted and k > 0 and (lead not in _PLACING or not following.isalpha()))


def _spelled(word: str, g: Grammar) -> bool:
    """Whether a word is of letters, an apostrophe among them or none ("Chang'e"), no genitive and no "I'm"."""
    plain = word.replace("’", "'")
    return plain.replace("'", "").isalpha() and not plain.endswith(g.shortened)


_WITHIN = words("in at near across outside inside")  # "In Osk 40 has died": where, not what


def named_again(text: str, found: Sequence[Quantity], refused: Sequence[Rejected], g: Grammar) -> list[Rejected]:
    """Numbers that an article has as part of a name elsewhere: "a Boeing 757 … the 757", "the Vega 2 … Vega 2 flew"."""
    rule = g.nonclaims.readers["named_again"]
    again = [no for no in refused if no.why == rule.why]
    parts = (_LAST_DIGITS.search(text, no.start, no.end) for no in again)
    names = {part[0] for part in parts if part}
    worded = (no for no in refused if no.rule == g.nonclaims.readers["name_word"].id)
    whole = {name for no in (*again, *worded) if (name := _behind_name(text, no.start, no.end))}
    stands = g.nonclaims.compiled[rule.ahead].match  # and counts nothing: no "757 seats"
    return [
        Rejected(start=q.start, end=q.end, why=rule.why, rule=rule.id)
        for q in found
        if (names and text[q.start : q.end] in names and stands(text, q.end))
        or (whole and _behind_name(text, q.start, q.end) in whole)
    ]


def _behind_name(text: str, start: int, end: int) -> str:
    """A number with the capitalised word right before it: "Vega 2"; "" where none stands there."""
    name = _NAME_BEFORE.search(text, max(0, start - _WINDOW), start)
    return f"{name[0]}{text[start:end]}" if name else ""


_NAME_BEFORE = re.compile(r"\b[A-Z][\w’'-]*\s$")
