"""What the counted phrase itself tells: "45 deaths", "20 wounded soldiers", "shot 5 people dead"."""

from __future__ import annotations

from claimcheck.rules.descriptions import Measure
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.lexicon import Trigger
from claimcheck.stages.describe.triggers import Asked, Found, found_by

_ROW = 6  # members of a row of objects
_HARMED = "casualty"  # class of deaths, and of the wounded


def told_inside(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    """The counted noun or a word before it: "45 deaths", "45 dead", "20 wounded soldiers"."""
    start, end = phrase.words
    for t in range(end - 1, start - 1, -1):
        who = t == phrase.head and c.lexicon.is_a(phrase.noun_class, "prisoner")  # "freed 45 captives"
        trigger = _noun_at(c, phrase, t, ask) or (None if who else _suffered_at(c, t, end, ask))
        if trigger:
            # "won with 55 percent of the vote": a rule that names what is counted knows best.
            sure = ask.lemma in trigger.rule.words
            # "made a $5,000 donation": the noun knows best what money is for.
            yields = trigger.rule.weak and not (ask.dimension == "money" and t == phrase.head)
            gives_way = not sure and _yields(c, phrase, trigger.role, t + len(trigger.words) - 1)
            return found_by(trigger, min(t, end - len(trigger.words)), weak=yields or gives_way)
    return _of_instances(c, phrase, ask) or _before_number(c, phrase, ask)


def _of_instances(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    """ "40 incidents of ceasefire violations"."""
    chunks, at = c.parsed.chunks, phrase.last + 1
    counted = phrase.head >= 0 and c.parsed.tokens[phrase.head].lemma in c.lexicon.groups["instance"]
    if not counted or at + 1 >= len(chunks) or c.parsed.tokens[chunks[at].start].low != "of":
        return None
    return c.words.nouns(chunks[at + 1].start, chunks[at + 1].end, ask.bare()) if chunks[at + 1].kind == "NP" else None


def _before_number(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    """ "the missing 52 people"."""
    first = c.parsed.chunks[phrase.first].start
    for t in range(phrase.token - 1, first, -1):
        trigger = _suffered_at(c, t, phrase.token, ask)
        if trigger and trigger.rule.harm:
            return found_by(trigger, t, weak=True)
    return None


def _noun_at(c: Context, phrase: Counted, t: int, ask: Asked) -> Trigger | None:
    """The counted noun as the measure; no noun before it ("admission fee"), no event as a crowd ("45 rallies")."""
    trigger = c.words.at(t, ("noun",), ask.bare(), within=phrase.words[1])
    if trigger is None or (phrase.head >= 0 and t + len(trigger.words) - 1 < phrase.head):
        return None
    longer = _longer(c, phrase, t, ask)
    trigger = longer if longer and longer.rule.name != trigger.rule.name else trigger
    return trigger if phrase.noun_class != "event" or _befalls(trigger.rule, "event") else None


def _longer(c: Context, phrase: Counted, t: int, ask: Asked) -> Trigger | None:
    """The same by the words that end with it: "the $45 million budget | bill"."""
    for earlier in range(max(phrase.words[0], t - 2), t):
        longer = c.words.at(earlier, ("noun",), ask.bare(), within=phrase.words[1])
        if longer and earlier + len(longer.words) - 1 == t:
            return longer
    return None


def _suffered_at(c: Context, t: int, end: int, ask: Asked) -> Trigger | None:
    """ "wounded soldiers", but no "manufacturing jobs" and no "registered voters"."""
    suffered = ("state", "done") if c.parsed.tokens[t].tag == "E" else ("state",)
    trigger = c.words.at(t, suffered, ask, within=end)
    befell = trigger and (trigger.role != "done" or trigger.rule.harm or trigger.rule.happens)
    return trigger if befell else None


def _yields(c: Context, phrase: Counted, role: str, last: int) -> bool:
    """Whether a measure in the phrase gives way to a verb: "40 refugees were killed", "two of the injured died"."""
    if phrase.first != phrase.last or (phrase.head >= 0 and last != phrase.head):
        return True
    people = c.lexicon.is_a(phrase.noun_class, "person") and phrase.noun_class != _HARMED
    harm = phrase.head >= 0 and c.lexicon.class_of(c.parsed.tokens[phrase.head].lemma) == _HARMED
    return people and role == "noun" and not harm  # "identified 45 civilian deaths"


def split_verb(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    """Set phrases around their object: "shot 5 people dead", "brought 33 people and a nurse to safety"."""
    chunks = c.parsed.chunks
    at, last = _over_row(c, phrase, phrase.first - 1, -1), _over_row(c, phrase, phrase.last + 1, 1) - 1
    if at < 0 or chunks[at].kind != "VP":
        return None
    end = chunks[last].end if last > phrase.last else max(phrase.words[1], phrase.token + 1)
    return c.words.around(chunks[at].head, end, ask)


def _over_row(c: Context, phrase: Counted, at: int, step: int) -> int:
    """The chunk behind the other members of a row, or before them: "pulled | a child, two women and four men | out".
    People are told of with people only: "found 40 men and six dogs | dead"."""
    chunks, people = c.parsed.chunks, c.lexicon.is_a(phrase.noun_class, "person")
    for _ in range(_ROW):
        if not (0 <= at < len(chunks) and 0 <= at + step < len(chunks)):
            break
        head = c.parsed.tokens[chunks[at + step].head].lemma
        if chunks[at].kind not in (",", "C") or chunks[at + step].kind != "NP":
            break
        if c.lexicon.is_a(c.lexicon.class_of(head), "person") != people:
            break
        at += 2 * step
    return at


def done_to(c: Context, phrase: Counted, before: Found | None) -> Found | None:
    """What a verb does to or for victims of whatever: "ruled in favour of seven victims"."""
    chunks, at = c.parsed.chunks, phrase.first - 1
    if before and before.derived:
        return None if c.of_group(chunks[c.parsed.at[before.start]], "leaving") else before
    if at < 0 or chunks[at].kind != "P":
        return None
    while at >= 0 and chunks[at].kind in ("P", "NP"):
        at -= 1
    return c.words.governing(chunks[at]) if at >= 0 and chunks[at].kind == "VP" else None


def _befalls(rule: Measure, noun_class: str) -> bool:
    """Whether a noun for an event may tell the measure: "45 arrests", but no "45 rallies"."""
    return rule.harm or rule.happens or not rule.classes or noun_class in rule.classes
