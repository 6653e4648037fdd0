"""Numbers that name no number: several hundred, dozens of, hundreds if not thousands."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.stages.extract.grammar import Grammar, Word
from claimcheck.stages.extract.number import MULTIPLIERS, Number, of_kind, times
from claimcheck.stages.extract.tokens import DETERMINERS, Tokens


def several(t: Tokens, first: int, k: int, g: Grammar) -> Number | None:
    """Several hundred, a few dozen, a couple of hundred; a couple of people."""
    known = g.words[t.words[k - 1]]
    number = Number(first=first, last=k, value=known.value, grain=1.0, rules=(known.rule.id,))
    of = k + 1 if t.words[k] == "of" else k
    scale = of_kind(t, of, MULTIPLIERS, g)
    if scale is None:
        # "several people" and "a few people" name no number, "a couple of people" does.
        return replace(number, last=of, about=True) if known.value == 2 and of > k and first < k - 1 else None
    number = times(number, scale, of + 1)
    more = of_kind(t, of + 1, MULTIPLIERS, g) if scale.kind == "hundred" else None
    number = times(number, more, of + 2) if more else number  # several hundred thousand
    return replace(number, grain=number.value, most=known.rule.most / known.value)


def dozens(t: Tokens, i: int, known: Word, g: Grammar) -> Number | None:
    """Hundreds, dozens of, tens of thousands; hundreds if not thousands."""
    number = _one_vague(t, i, known, g)
    while number is not None and (more := _or_more(t, number, g)) is not None:
        number = more
    return number


def of_thousands(t: Tokens, i: int, g: Grammar) -> Number | None:
    """The vague number of a plural that lost its s: "hundred of thousands", "ten of millions"."""
    many = g.words.get(t.words[i] + "s")
    lost = t.words[i + 1] == "of" and many is not None and many.kind == "vague" and t.words[i] in ("ten", "hundred")
    number = _one_vague(t, i, many, g) if lost and many is not None else None
    return number if number is not None and number.last > i + 1 else None


def _one_vague(t: Tokens, i: int, known: Word, g: Grammar) -> Number | None:
    number = Number(
        first=i, last=i + 1, value=known.value, grain=known.value, most=known.rule.most, rules=(known.rule.id,)
    )
    scale = g.words.get(t.words[i + 2]) if t.words[i + 1] in ("of", "-") else None
    if scale is not None and scale.kind == "vague" and scale.value >= 2e3:
        value = known.value * scale.value / 2
        return replace(number, last=i + 3, value=value, grain=value)
    # "he scores", "test scores", "the tens": these two count nothing by themselves, unless something befell them.
    return None if t.words[i] in ("scores", "tens") and not _befallen(t, i, g) else number


def _befallen(t: Tokens, i: int, g: Grammar) -> bool:
    """Scores of people; killing 14 and injuring scores; in May, when scores were killed; a raid kills scores."""
    before, behind = t.words[i - 1], t.words[i + 1 : i + 3]
    if behind[0] == "of" or before in g.groups["befalling"] or _harmed(t, i + 1, g):
        return True
    befallen = g.groups["befallen"]
    # "exams, when scores were low": an auxiliary alone tells of nothing that befell them
    clause = before in g.groups["opening a fate"] and (behind[0] not in _AUXILIARIES or behind[-1] in befallen)
    return behind[0] in befallen and (clause or before.endswith(("ing", "ed")) or before in ("", "and", ","))


def _harmed(t: Tokens, at: int, g: Grammar) -> bool:
    """Scores dead; scores have also been injured; not test scores that have killed the plan."""
    while t.words[at] in _BEFORE_A_FATE:
        at += 1
    return t.words[at] in g.groups["harmed"] and t.words[at + 1] not in DETERMINERS


_AUXILIARIES = frozenset(("were", "are"))
_BEFORE_A_FATE = _AUXILIARIES | {"have", "had", "been", "being", "also", "more", "others"}

# What joins a vague number to a larger one that may be the true one, and to itself.
_OR_EVEN = (("if", "not"), ("or", "even"), ("or", "perhaps"), ("or", "maybe"), ("and", "even"), ("or",), ("to",))
_AND = (("upon",), ("and",), ("on",), ("after",))
_VAGUE = frozenset({"vague"})


def _or_more(t: Tokens, number: Number, g: Grammar) -> Number | None:
    """Hundreds if not thousands, dozens upon dozens: at least the first, up to what the second allows."""
    k = number.last + (t.words[number.last] == ",")
    for phrase in (*_OR_EVEN, *_AND):
        at = k + len(phrase)
        known = of_kind(t, at, _VAGUE, g) if t.after(k, phrase) else None
        more = _one_vague(t, at, known, g) if known else None
        if more is not None and (more.value == number.value if phrase in _AND else more.value > number.value):
            most = max(number.most, more.value * more.most / number.value)
            return replace(number, last=more.last, most=most, rules=tuple(dict.fromkeys((*number.rules, *more.rules))))
    return None
