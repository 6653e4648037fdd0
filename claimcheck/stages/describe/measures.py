"""Which word governs a quantity, and the measure that this word tells."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from claimcheck.stages.describe.before import verb_before
from claimcheck.stages.describe.behind import done_to_them, left_as, made_to, predicate, told_behind, told_of_put
from claimcheck.stages.describe.beside import carried_along, of_those, told_beside, told_of_row
from claimcheck.stages.describe.clauses import has_object, restated, tells_share
from claimcheck.stages.describe.containment import in_list_of_some
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.counting import named_behind, opening_whole, told_of_change
from claimcheck.stages.describe.fates import told_of_fate
from claimcheck.stages.describe.harm import fatally_behind, how_badly, in_the_end, killed_and_wounded
from claimcheck.stages.describe.inside import done_to, split_verb, told_inside
from claimcheck.stages.describe.last_resort import told_at_last
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.often import how_often, likelier, odds
from claimcheck.stages.describe.phrases import Parsed
from claimcheck.stages.describe.prices import worth_of
from claimcheck.stages.describe.since import beside_predicate, of_missing, still_missing, until_told
from claimcheck.stages.describe.subjecthood import may_be_subject
from claimcheck.stages.describe.triggers import COUNTING, Asked, Found, Triggers
from claimcheck.stages.describe.unit import of_bodies
from claimcheck.stages.describe.wholes import (
    hangs_on_another,
    hangs_on_verb,
    is_absolute,
    is_whole,
    publishes,
    tells_of_other,
    tells_of_part,
    tells_of_whole,
)

_ELLIPSIS = 20  # words over which a number without its noun goes on from the one before
_REMAINS = "body"
_TALLIED = "M193"  # "98 percent of the votes counted": no share of the votes
_LISTED = "registered"
_GOVERNED = COUNTING | {"length"}  # dimensions that a verb which no rule holds may tell the measure of
_VICTIMS = "M94"  # the noun alone: it says no more than that something befell them


def measures_of(
    parsed: Parsed, phrases: dict[int, Counted], dimensions: dict[int, str], kinds: frozenset[str], lexicon: Lexicon
) -> Context:
    """What tells the measures of the quantities of one sentence; phrases and dimensions are by token."""
    return Context(parsed, phrases, dimensions, Triggers(parsed, kinds, lexicon), _measure)


def _measure(c: Context, token: int) -> Found | None:
    found = _decide(c, token)
    found = _of_the_dead(c, token, found) or found
    found = in_the_end(c, token, found) if found else told_at_last(c, token)
    found = _alone(c, token, found) or found
    found = killed_and_wounded(c, token, still_missing(c, found)) if found else None
    return fatally_behind(c, token, found) if found else None


def _of_the_dead(c: Context, token: int, found: Found | None) -> Found | None:
    """ "Of the dead, 12 were serving in the police": what befell all of them, where no rule holds what else is told."""
    own = c.phrases[token].head > token
    if own or c.dimensions[token] != "count" or not (found and found.derived):
        return None
    told = of_those(c, Asked("", "count"))
    return told if told is not None and told.harm else None


def _alone(c: Context, token: int, found: Found | None) -> Found | None:
    """What the counted noun tells of itself, where no word that a rule holds tells more; "the 12 sporting bodies met"
    are none of the dead."""
    phrase = c.phrases[token]
    if phrase.head < 0 or (found and not found.derived):
        return None
    ask = Asked.of(phrase, c.dimensions[token], c.parsed)
    if of_bodies(c, phrase):
        return c.words.alone(phrase.head, replace(ask, noun_class=_REMAINS))
    acts = found is not None and found.start > phrase.head
    if found and acts and not c.parsed.passive(c.parsed.chunks[c.parsed.at[found.start]]):
        return None
    return c.words.alone(phrase.head, ask)


def _decide(c: Context, token: int) -> Found | None:
    phrase = c.phrases[token]
    ask = _of_antecedent(c, phrase, Asked.of(phrase, c.dimensions[token], c.parsed))
    if (likely := likelier(c, phrase) or odds(c, phrase)) is not None:
        return likely
    if phrase.noun_class == "time":
        return how_often(c, phrase, ask)
    if phrase.labelled and (listed := told_beside(c, phrase, token)) is not None:
        return listed
    asked: dict[str, Found | None] = {}
    for side, found in _candidates(c, phrase, token, ask):
        lent = side == "beside" and (_lent(c, token, asked["inside"], found) or _adds_change(c, phrase))
        lent = lent or _of_change(c, phrase, found)
        if found and found.strong and not lent:
            told = asked.get("inside") if found.value == _LISTED else None
            return told if told and told.harm else found  # "the commission registered 50 missing people"
        asked[side] = None if lent else found
    own, before = asked["inside"], asked["before"]
    if own and phrase.head >= 0 and own.rule == _VICTIMS and (done := done_to(c, phrase, before)):
        return done
    if (
        own
        and own.value == "missing"
        and before
        and before.value == "found"
        and c.parsed.tokens[before.start].tag in "VI"
    ):
        return own  # "to find 50 missing people"
    for found in (before, asked["after"], own, asked["behind"], asked["beside"], asked["around"]):
        if found and not found.derived and not (found is not own and _only_found(c, before, found, ask)):
            return found
    told = _seen(c, phrase, before) or before or asked["after"] or asked["row"] or _doing(c, phrase, asked["behind"])
    return told if c.dimensions[token] in _GOVERNED else None


def _doing(c: Context, phrase: Counted, behind: Found | None) -> Found | None:
    """ "one of 25 Syrians (helping) in the town": what those counted do, who are no subject."""
    doing = behind is not None and c.parsed.at[behind.start] == phrase.last + 1
    return behind if behind is not None and doing and c.parsed.tokens[behind.start].tag == "I" else None


def _seen(c: Context, phrase: Counted, before: Found | None) -> Found | None:
    """ "The deal saw 45 people (moved) to the coast": what a participle tells of whom somebody or something sees."""
    chunks, at = c.parsed.chunks, phrase.last + 1
    sees = before is not None and before.derived and c.parsed.tokens[before.start].lemma in c.lexicon.groups["seeing"]
    done = sees and at < len(chunks) and c.parsed.bare(chunks[at]) and not c.of_group(chunks[at], "saying")
    return c.words.governing(chunks[at], of_object=True) if done and not has_object(c.parsed, at) else None


def _only_found(c: Context, before: Found | None, behind: Found, ask: Asked) -> bool:
    """ "removed 45 videos found with lies": what became of them is told by the verb, which no rule holds; but bodies
    are found, whatever is said of them."""
    done = before is not None and before.derived and ask.noun_class != _REMAINS
    if before is None or not done or not (behind.weak and behind.object_told and behind.start > before.start):
        return False
    verb, then = (c.parsed.chunks[c.parsed.at[found.start]] for found in (before, behind))
    names = ("leaving", "recording", "saying")
    return c.parsed.bare(then) and not any(c.of_group(verb, name) for name in names)


def _of_antecedent(c: Context, phrase: Counted, ask: Asked) -> Asked:
    """ "500 rockets, 40 of which were fired in May": what a pronoun stands for; "of the bodies, 40 were claimed"; "half
    of the population" are people."""
    if ask.lemma in c.lexicon.groups["populace"] and ask.dimension in ("percent", "fraction"):
        return replace(ask, noun_class="person")
    if ask.noun_class == "" and phrase.head < 0 and (whole := opening_whole(c)) is not None:
        return replace(ask, noun_class=c.lexicon.class_of(c.parsed.tokens[whole.head].lemma))
    if not phrase.pronoun or phrase.noun_class:
        return ask
    nouns = [c.phrases[t].noun_class for t in sorted(c.phrases) if t < phrase.token and c.phrases[t].noun_class]
    if how_badly(c, phrase):
        nouns = [noun for noun in nouns if c.lexicon.is_a(noun, "person")] or nouns
    return replace(ask, noun_class=nouns[-1]) if nouns else ask


def _candidates(c: Context, phrase: Counted, token: int, ask: Asked) -> Iterable[tuple[str, Found | None]]:
    """What may tell the measure, the surest first: the first strong one decides."""
    yield "restated", _restated(c, phrase, token)
    yield "counted", named_behind(c, phrase, ask) or _tallied(c, phrase, ask) or told_of_change(c, phrase, ask)
    yield "fate", told_of_fate(c, phrase, ask)
    yield "inside", until_told(c, phrase, token, ask, told_inside(c, phrase, ask))
    yield "around", split_verb(c, phrase, ask)
    of_another = hangs_on_another(c, phrase.first)
    # "150 of the 1,275 that they captured remain missing": what stands right behind tells of the 1,275.
    of_part = tells_of_part(c, phrase, token)
    behind = None if of_part or tells_of_whole(c, phrase) else told_behind(c, phrase.last, ask)
    if behind is None and not (of_part or ask.noun_class) and ask.dimension == "count" and _opens_with(c, phrase):
        behind = told_behind(c, phrase.last, replace(ask, noun_class="person"))  # "with thousands held in Kenya"
    behind = None if of_another and tells_of_other(c, phrase, behind) else behind
    behind = left_as(c, phrase, ask) or made_to(c, phrase, ask) or behind
    if _opens_relative(c, phrase):
        yield "relative", predicate(c, phrase.first, phrase.last, ask)
    before = verb_before(c, phrase, ask)
    # "left 45 dead": the state behind; "freed 17 soldiers captured in March": the verb before.
    if behind and behind.state and behind.weak and _opens_with(c, phrase):
        behind = replace(behind, weak=False)  # "sinks with 45 aboard"
    if behind and (behind.state or _counted_up(c, phrase, before) or _with_them(c, phrase, behind)):
        yields = of_missing(phrase, behind, before) or (behind.state and _of_deed(c, phrase, before))
        yields = yields or (not behind.harm and told_of_put(c, phrase, ask) is not None)
        behind = replace(behind, weak=True) if yields else behind
        yield "behind", behind
    if before and before.counting and (own := _tells_otherwise(c, phrase, ask, before)):
        yield "itself", own
    yield "before", before
    yield "pronoun", done_to_them(c, phrase, ask)
    yield "behind", beside_predicate(c, phrase, behind, ask)
    hangs = of_another or hangs_on_verb(c, phrase.first)
    hangs = hangs or is_absolute(c, phrase)
    subject = not (hangs or is_whole(c, phrase, token)) and may_be_subject(c, phrase, token)
    yield "listed", in_list_of_some(c, phrase, ask)
    yield "after", _predicate(c, phrase, ask) if subject else None
    yield "beside", told_beside(c, phrase, token) or told_of_row(c, phrase, ask)
    yield "row", carried_along(c, phrase, token)
    # "three of the men killed were fathers"
    of_all = told_behind(c, phrase.last, ask) if phrase.whole < 0 and not of_part else None
    of_all = None if of_another and of_all and publishes(c, of_all) else of_all
    yield "worth", worth_of(c, phrase, ask)
    yield "of the whole", replace(of_all, partial=tells_of_whole(c, phrase)) if of_all else None


def _restated(c: Context, phrase: Counted, token: int) -> Found | None:
    """ "45,000 people, or 30 percent of the population, fled": the measure of the number that is told again."""
    earlier = max((t for t in c.phrases if t < token), default=None)
    mark = _told_again(c, phrase)
    if earlier is None or mark is None or c.dimensions[earlier] == c.dimensions[token]:
        return None
    here = all(chunk.kind not in ",;:.S-" for chunk in c.parsed.chunks[c.phrases[earlier].last + 1 : mark])
    found = c.measure(earlier) if here else None
    parts = c.dimensions[token] in ("percent", "fraction")
    shares = {c.dimensions[earlier], c.dimensions[token]} <= {"count", "percent", "fraction"}
    if found and parts and c.dimensions[earlier] == "money":
        return replace(found, weak=False)  # "a loss of $45 million, or 5 percent of sales"
    return found if shares else None


def _told_again(c: Context, phrase: Counted) -> int | None:
    """The chunk of the comma behind which a number is told again: ", or 5 percent", ", equivalent to 5 percent"."""
    if restated(c.parsed, phrase.first - 1):
        return phrase.first - 2
    if tells_share(c.parsed, phrase.first - 1):
        return phrase.first - 1
    tokens, at = c.parsed.tokens, c.parsed.chunks[phrase.first].start - 1
    at -= at > 0 and tokens[at].low == "to"
    parted = at > 0 and tokens[at - 1].low in (",", "–", "—", "-")
    again = parted and tokens[at].low in c.lexicon.groups["telling again"]
    return c.parsed.at[at - 1] if again else None


def _predicate(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    """The verb of a counted subject; a number without its noun counts what the one before does: "four rockets were
    fired, while two landed in fields"."""
    back = max(
        (t for t in c.phrases if phrase.token - _ELLIPSIS <= t < phrase.token and c.phrases[t].noun_class), default=-1
    )
    if not ask.noun_class and back >= 0 and not c.lexicon.is_a(c.phrases[back].noun_class, "person"):
        found = predicate(c, phrase.first, phrase.last, replace(ask, noun_class=c.phrases[back].noun_class))
        if found and found.strong:
            return found
    return predicate(c, phrase.first, phrase.last, ask)


def _of_deed(c: Context, phrase: Counted, before: Found | None) -> bool:
    """ "the deaths of two men in custody": of whom a deed is told, that knows best, wherever they were."""
    at = phrase.first - 1
    if before is None or not (before.strong and before.harm) or at < 1:
        return False
    of = c.parsed.tokens[c.parsed.chunks[at].start].low == "of"
    return of and c.parsed.at[before.start] == at - 1


def _counted_up(c: Context, phrase: Counted, before: Found | None) -> bool:
    """ "the casualties rose to five killed and 21 injured": the participle knows best of which they are."""
    counting = before is not None and before.counting
    return counting and phrase.head < 0 and c.own_participle(phrase.last) is not None


def _tells_otherwise(c: Context, phrase: Counted, ask: Asked, toll: Found) -> Found | None:
    """ "the final toll was 21 survivors": the counted noun knows better than that for a number."""
    own = told_inside(c, phrase, ask)
    knows = own is not None and own.value != toll.value and own.start == phrase.head and own.rule != _VICTIMS
    return replace(own, weak=False) if own is not None and knows and ask.noun_class != "casualty" else None


def _opens_relative(c: Context, phrase: Counted) -> bool:
    """ "including four of whom have been freed": a clause of its own, whatever stands before."""
    chunks, at = c.parsed.chunks, phrase.last + 1
    whom = phrase.pronoun and chunks[phrase.last].kind == "R"
    return whom and at < len(chunks) and chunks[at].kind == "VP" and not c.parsed.bare(chunks[at])


def _with_them(c: Context, phrase: Counted, behind: Found) -> bool:
    """ "was hit by floods, with 45 people killed": a clause of its own; "500 casualties, including 18 soldiers killed":
    what befell some of them."""
    some = behind.harm and phrase.first > 0 and _opens_part(c, phrase)
    return (some or _opens_with(c, phrase)) and c.own_participle(phrase.last) is not None


def _opens_part(c: Context, phrase: Counted) -> bool:
    return c.parsed.tokens[c.parsed.chunks[phrase.first - 1].start].low == "including"


def _opens_with(c: Context, phrase: Counted) -> bool:
    return phrase.first > 0 and c.parsed.tokens[c.parsed.chunks[phrase.first - 1].start].low == "with"


def _lent(c: Context, token: int, own: Found | None, found: Found | None) -> bool:
    """Whether the word of another quantity tells nothing of one that has its own: "the toll rose to 32 and 115 wounded
    people"."""
    if own is None or found is None:
        return False
    tolled = found.counting and own.harm and own.value != found.value
    return tolled or _own_of_another(c, token, found)


def _of_change(c: Context, phrase: Counted, found: Found | None) -> bool:
    """ "registered a 60 percent increase": what is recorded is a change, and nobody is on a list."""
    return found is not None and found.value == _LISTED and _changes(c, phrase)


def _adds_change(c: Context, phrase: Counted) -> bool:
    """ "the closing of 45 schools and a 9 percent drop in sales", which is closed nowhere; but "sold 45 cars, a 9
    percent drop" tells of cars sold."""
    return _changes(c, phrase) and phrase.first > 0 and c.parsed.chunks[phrase.first - 1].kind == "C"


def _changes(c: Context, phrase: Counted) -> bool:
    return phrase.head >= 0 and c.parsed.tokens[phrase.head].lemma in c.lexicon.groups["change"]


def _own_of_another(c: Context, token: int, found: Found | None) -> bool:
    """ "790 casualties, 1,900 wounded": whether the noun of another quantity tells the measure."""
    others = (phrase.words for other, phrase in c.phrases.items() if other != token)
    return found is not None and any(first <= found.start < last for first, last in others)


def _tallied(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    at = phrase.last + 1
    if ask.dimension == "count" or at >= len(c.parsed.chunks) or c.parsed.chunks[at].kind != "VP":
        return None
    found = c.words.acts_on(c.parsed.chunks[at], ask)
    return found if found and found.rule == _TALLIED else None
