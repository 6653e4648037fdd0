"""What is told of a quantity where no noun and no verb of its own tells it."""

from __future__ import annotations

from claimcheck.stages.describe.beside import converted, corrected, of_those, taken_apart
from claimcheck.stages.describe.changes import changed_to, is_compared
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.occupants import inhabitants, there_are
from claimcheck.stages.describe.prices import level_of_change, priced, worth_before
from claimcheck.stages.describe.recounted import of_whose
from claimcheck.stages.describe.sites import beside_verb, where_counted
from claimcheck.stages.describe.triggers import Asked, Found
from claimcheck.stages.describe.wholes import hangs_on_another, is_absolute


def told_at_last(c: Context, token: int) -> Found | None:
    """What is told where nothing else is: that it rose or fell, or was for sale."""
    found = level_of_change(c, token) or of_whose(c, token) or _goes_on(c, token)
    return found or changed_to(c, token) or priced(c, token)


def _goes_on(c: Context, token: int) -> Found | None:
    """A number without noun and verb goes on from the one before: "4,000 sandbags; another 2,000"; one that a list
    takes apart is told with the list: "80 mines - 30 of steel and 50 of wood were found"."""
    if found := worth_before(c, token) or converted(c, token) or taken_apart(c, token) or where_counted(c, token):
        return found
    if found := _of_theirs(c, token) or inhabitants(c, token) or there_are(c, token):
        return found
    phrase, dimension = c.phrases[token], c.dimensions[token]
    if phrase.noun_class and not is_absolute(c, phrase):
        return beside_verb(c, token)
    compared = is_compared(c, phrase) or _as_figure(c, phrase) or _as_expected(c, phrase)
    if dimension == "money" and compared:
        return c.counted_before(token, compared=True)
    if dimension not in ("count", "percent"):
        return None
    return corrected(c, token) or of_those(c, Asked("", dimension)) or c.counted_before(token, compared=compared)


def _as_figure(c: Context, phrase: Counted) -> bool:
    """ "sold for $40 million, while the figure stood at $30 million in May": a number of what the one before is of."""
    at = phrase.first - 1
    at -= at > 0 and c.parsed.chunks[at].kind == "P"
    told = at > 0 and c.parsed.chunks[at].kind == "VP" and c.parsed.chunks[at - 1].kind == "NP"
    return told and c.of_group(c.parsed.chunks[at - 1], "figure")


def _as_expected(c: Context, phrase: Counted) -> bool:
    """ "Posted revenue of $45 million, below the average estimate of $55 million": of what the one before is of."""
    chunks, at = c.parsed.chunks, phrase.first - 1
    of = at > 0 and c.parsed.tokens[chunks[at].start].low == "of" and chunks[at - 1].kind == "NP"
    return of and c.of_group(chunks[at - 1], "expectation")


def _of_theirs(c: Context, token: int) -> Found | None:
    """ "The data of 45 refugees were registered": what was done with something of theirs, by a verb of no rule."""
    phrase, at = c.phrases[token], c.phrases[token].last + 1
    if not hangs_on_another(c, phrase.first) or at >= len(c.parsed.chunks) or c.dimensions[token] != "count":
        return None
    people = phrase.noun_class == "" or c.lexicon.is_a(phrase.noun_class, "person")
    verb = c.parsed.chunks[at]
    if not people or verb.kind != "VP" or not c.parsed.passive(verb):
        return None
    harms = any(trigger.rule.harm for trigger in c.lexicon.triggers.get(c.parsed.tokens[verb.head].lemma, ()))
    return None if harms else c.words.governing(verb)  # "the homes of 45 pupils were destroyed"
