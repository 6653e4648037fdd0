"""Whether what is told is told of a part, of its whole, or of another noun that the phrase hangs on."""

from __future__ import annotations

from claimcheck.stages.describe import clauses
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.triggers import Found

_WITH = frozenset(("under", "for", "with"))  # beside those that lead towards any number


def is_whole(c: Context, phrase: Counted, token: int) -> bool:
    """ "15 of the 80 survived", "of the 80, 15 survived": what is told is told of the 15."""
    before = c.parsed.tokens[c.parsed.chunks[phrase.first - 1].start] if phrase.first == 1 else None
    opens = before is not None and before.low in ("of", "among")
    return opens or _some_of(c, phrase) or any(other.whole == token for other in c.phrases.values())


def _some_of(c: Context, phrase: Counted) -> bool:
    """ "Half of the 600": a part that is no number."""
    tokens, first = c.parsed.tokens, c.parsed.chunks[phrase.first].start
    return first > 1 and tokens[first - 1].low == "of" and tokens[first - 2].low in c.lexicon.groups["some"]


def tells_of_part(c: Context, phrase: Counted, token: int) -> bool:
    """ "15 of the 80 survived": the verb right behind a whole is that of its part, where no other is."""
    part = next((other for other in c.phrases.values() if other.whole == token), None)
    chunks, at = c.parsed.chunks, phrase.last + 1
    if part is None or at >= len(chunks) or chunks[at].kind != "VP":
        return False
    is_object = part.first > 0 and chunks[part.first - 1].kind == "VP"
    return c.parsed.bare(chunks[at]) and not is_object and not clauses.verb_follows(c.parsed, at)


def tells_of_whole(c: Context, phrase: Counted) -> bool:
    """ "15 of the men captured in May were freed": what stands right behind tells of all of them."""
    if phrase.whole >= 0:
        return True
    chunks, at = c.parsed.chunks, phrase.last + 1
    if phrase.first == phrase.last or c.parsed.tokens[chunks[phrase.last].start].tag != "D":
        return False
    reduced = at < len(chunks) and chunks[at].kind == "VP" and c.parsed.bare(chunks[at])
    return reduced and (clauses.verb_follows(c.parsed, at) or clauses.verb_behind_clause(c.parsed, at))


def hangs_on_another(c: Context, first: int) -> bool:
    """Whether the phrase hangs on a noun of its own by "of"."""
    chunks = c.parsed.chunks
    if first < 2 or c.parsed.tokens[chunks[first - 1].start].low != "of" or chunks[first - 2].kind != "NP":
        return False
    head = chunks[first - 2]
    return not c.of_group(head, "transparent") and c.counted_in(head) is None


def hangs_on_verb(c: Context, first: int) -> bool:
    """ "The fire grew to 40,000 acres as wind drove it": what a verb and a preposition hold is no subject."""
    chunks = c.parsed.chunks
    if first < 2 or chunks[first - 1].kind != "P" or chunks[first - 2].kind != "VP":
        return False
    before = chunks[first - 1]
    return c.opens_with(before, "towards a number") or c.parsed.tokens[before.start].low in _WITH


def _hangs_on_people(c: Context, first: int) -> bool:
    """ "relatives of the 49 people killed": what stands behind tells of the people."""
    tokens, head = c.parsed.tokens, c.parsed.chunks[first - 2].head
    noun_class = c.lexicon.class_of(tokens[head].lemma)
    return noun_class == "family" or c.lexicon.is_a(noun_class, "person")


def is_absolute(c: Context, phrase: Counted) -> bool:
    """ "45 died, 23 of them women and children, and 249 were hurt": a part without a verb of its own."""
    behind = c.parsed.chunks[phrase.last + 1] if phrase.last + 1 < len(c.parsed.chunks) else None
    return phrase.pronoun and phrase.head >= 0 and not (behind is not None and behind.kind in ("VP", "A"))


def tells_of_other(c: Context, phrase: Counted, behind: Found | None) -> bool:
    """ "a poll of 400 voters released on Friday": what stands behind tells of the poll, unless it befalls people."""
    if behind is None or behind.state or _hangs_on_people(c, phrase.first):
        return False
    return not behind.harm or publishes(c, behind)


def publishes(c: Context, behind: Found) -> bool:
    """Whether what tells is a verb of publishing: "a poll of 400 voters released on Friday"."""
    return c.parsed.tokens[behind.start].lemma in c.lexicon.groups["publishing"]
