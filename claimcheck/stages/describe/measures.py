"""Which word governs a quantity, and the measure that this word tells."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from claimcheck.stages.describe.before import verb_before
from claimcheck.stages.describe.behind import (
    done_to_them,
    left_as,
    may_be_subject,
    predicate,
    said_of_subject,
    told_behind,
)
from claimcheck.stages.describe.beside import (
    carried_along,
    corrected,
    fatal,
    killed_at_last,
    of_those,
    or_wounded,
    to_death,
    told_beside,
    told_of_row,
)
from claimcheck.stages.describe.clauses import FAR, next_verb, restated, verb_follows
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.counting import named_behind, told_of_change
from claimcheck.stages.describe.fates import told_of_fate
from claimcheck.stages.describe.inside import done_to, split_verb, told_inside
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.phrases import Parsed
from claimcheck.stages.describe.triggers import COUNTING, Asked, Found, Triggers
from claimcheck.stages.describe.unit import of_bodies
from claimcheck.stages.describe.wholes import (
    hangs_on_another,
    hangs_on_people,
    hangs_on_verb,
    is_whole,
    tells_of_part,
    tells_of_whole,
)

_ELLIPSIS = 20  # words over which a number without its noun goes on from the one before
_PLACES = ("settlement", "region", "country")
_SITES = (*_PLACES, "building", "grave", "vehicle", "vessel", "target", "other")  # in which something is counted
_PLACE_NAMES = ("country", "place", "capital")
_PRESENT = ("present", "M642")
_ABOARD = ("aboard", "M663")
_PRICE = ("price", "M826")
_QUOTED = frozenset(("at", "to", "up", "down"))
_CHANGES = {"rising": ("increased", "M742"), "falling": ("decreased", "M825")}  # verbs → measure, rule
_INSIDE = frozenset(("in", "inside", "at", "on"))
_POPULATION = ("population", "M24")
_REMAINS = "body"
_TALLIED = "M193"  # "98 percent of the votes counted": no share of the votes
_HURT = ("injured", "shot", "attacked")
_CHANCE = ("chance", "M822")
_LIKELY = (("more", "less", "as"), ("likely", "apt", "prone"))
_TWO = 2
_LISTED = "registered"
_HUNDREDS = 3  # digits
_AGAINST = frozenset(("from", "with", "to", "than"))
_OUTCOMES = frozenset(("killed", "freed", "returned", "escaped", "rescued"))  # what becomes of those whom harm befell
_PLACED = frozenset(("in", "at", "across", "near", "inside", "throughout"))
_BESIDE = _PLACED | frozenset("on aboard through into for from to with over around outside along onto".split())
_GOVERNED = COUNTING | {"length"}  # dimensions that a verb which no rule holds may tell the measure of
_VICTIMS = "M94"  # the noun alone: it says no more than that something befell them


def measures_of(
    parsed: Parsed, phrases: dict[int, Counted], dimensions: dict[int, str], kinds: frozenset[str], lexicon: Lexicon
) -> Context:
    """What tells the measures of the quantities of one sentence; phrases and dimensions are by token."""
    return Context(parsed, phrases, dimensions, Triggers(parsed, kinds, lexicon), _measure)


def _measure(c: Context, token: int) -> Found | None:
    found = _decide(c, token)
    found = _in_the_end(c, found) if found else _changed(c, token)
    found = _alone(c, token, found) or found
    found = _both(c, token, found) if found else None
    return _fatally(c, token, found) if found else None


def _both(c: Context, token: int, found: Found) -> Found:
    """ "losses of 45 soldiers killed and wounded", by two participles of one number."""
    at, tokens = c.phrases[token].last + 1, c.parsed.tokens
    row = c.parsed.chunks[at : at + 3]
    if found.value != "killed" or [chunk.kind for chunk in row] != ["VP", "C", "VP"]:
        return found
    if not all(c.parsed.bare(chunk) and chunk.start == chunk.head for chunk in (row[0], row[2])):
        return found
    ask = Asked("person", "count")
    both = {trigger.rule.name for k in (0, 2) if (trigger := c.words.at(row[k].head, ("done",), ask)) is not None}
    behind = row[2].end < len(tokens) and tokens[row[2].end].tag == "Q"  # "45 killed and injured 400"
    return replace(found, value="casualties") if both == {"killed", "injured"} and not behind else found


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


def _fatally(c: Context, token: int, found: Found) -> Found:
    """ "40 people were stabbed, 12 of them fatally", "…, 12 fatally": the adverb behind a part is told of it alone."""
    phrase = c.phrases[token]
    end = c.parsed.chunks[phrase.last].end
    dead = end < len(c.parsed.tokens) and c.parsed.tokens[end].low in c.lexicon.groups["deadly"]
    part = phrase.pronoun or (phrase.head < 0 and not phrase.noun_class)
    return replace(found, value="killed") if dead and part and found.value in _HURT else found


def _in_the_end(c: Context, found: Found) -> Found:
    """What words beside the one that tells the measure make of it."""
    return fatal(c, to_death(c, killed_at_last(c, or_wounded(c, found))))


def _decide(c: Context, token: int) -> Found | None:
    phrase = c.phrases[token]
    ask = _of_antecedent(c, phrase, Asked.of(phrase, c.dimensions[token], c.parsed))
    if phrase.noun_class == "time":
        return _times(c, phrase, ask)
    if (likely := _likelier(c, phrase)) is not None:
        return likely
    asked: dict[str, Found | None] = {}
    for side, found in _candidates(c, phrase, token, ask):
        lent = side == "beside" and _lent(c, token, asked["inside"], found)
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
    told = before or asked["after"] or asked["row"] or _doing(c, phrase, asked["behind"])
    return told if c.dimensions[token] in _GOVERNED else None


def _doing(c: Context, phrase: Counted, behind: Found | None) -> Found | None:
    """ "one of 25 Syrians (helping) in the town": what those counted do, who are no subject."""
    doing = behind is not None and c.parsed.at[behind.start] == phrase.last + 1
    return behind if behind is not None and doing and c.parsed.tokens[behind.start].tag == "I" else None


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
    """ "500 rockets, 40 of which were fired in May": what a pronoun stands for."""
    if not phrase.pronoun or phrase.noun_class:
        return ask
    nouns = [c.phrases[t].noun_class for t in sorted(c.phrases) if t < phrase.token and c.phrases[t].noun_class]
    return replace(ask, noun_class=nouns[-1]) if nouns else ask


def _candidates(c: Context, phrase: Counted, token: int, ask: Asked) -> Iterable[tuple[str, Found | None]]:
    """What may tell the measure, the surest first: the first strong one decides."""
    yield "restated", _restated(c, phrase, token)
    yield "counted", named_behind(c, phrase, ask) or _tallied(c, phrase, ask) or told_of_change(c, phrase, ask)
    yield "fate", told_of_fate(c, phrase, ask)
    yield "inside", _until_told(c, phrase, token, ask, told_inside(c, phrase, ask))
    yield "around", split_verb(c, phrase, ask)
    of_another = hangs_on_another(c, phrase.first)
    # "150 of the 1,275 that they captured remain missing": what stands right behind tells of the 1,275.
    of_part = tells_of_part(c, phrase, token)
    behind = None if of_part or tells_of_whole(c, phrase) else told_behind(c, phrase.last, ask)
    behind = left_as(c, phrase, ask) or (None if of_another and _of_other_noun(c, phrase, behind) else behind)
    if _opens_relative(c, phrase):
        yield "relative", predicate(c, phrase.first, phrase.last, ask)
    before = verb_before(c, phrase, ask)
    # "left 45 dead": the state behind; "freed 17 soldiers captured in March": the verb before.
    if behind and behind.state and behind.weak and _opens_with(c, phrase):
        behind = replace(behind, weak=False)  # "sinks with 45 aboard"
    if behind and (behind.state or _counted_up(c, phrase, before) or _with_them(c, phrase)):
        behind = replace(behind, weak=True) if _of_missing(phrase, behind, before) else behind
        yield "behind", behind
    if before and before.counting and (own := _tells_otherwise(c, phrase, ask, before)):
        yield "itself", own
    yield "before", before
    yield "pronoun", done_to_them(c, phrase, ask)
    yield "behind", _beside_predicate(c, phrase, behind, ask)
    hangs = of_another or hangs_on_verb(c, phrase.first)
    hangs = hangs or _absolute(c, phrase)
    subject = not (hangs or is_whole(c, phrase, token)) and may_be_subject(c, phrase, token)
    yield "after", _predicate(c, phrase, ask) if subject else None
    yield "beside", told_beside(c, phrase, token) or told_of_row(c, phrase, ask)
    yield "row", carried_along(c, phrase, token)
    # "three of the men killed were fathers"
    of_all = told_behind(c, phrase.last, ask) if phrase.whole < 0 and not of_part else None
    of_all = None if of_another and of_all and _publishes(c, of_all) else of_all
    yield "worth", _worth_of(c, phrase, ask)
    yield "of the whole", replace(of_all, partial=tells_of_whole(c, phrase)) if of_all else None


def _restated(c: Context, phrase: Counted, token: int) -> Found | None:
    """ "45,000 people, or 30 percent of the population, fled": the measure of the number that is told again."""
    earlier = max((t for t in c.phrases if t < token), default=None)
    if earlier is None or not restated(c.parsed, phrase.first - 1) or c.dimensions[earlier] == c.dimensions[token]:
        return None
    here = all(chunk.kind not in ",;:.S-" for chunk in c.parsed.chunks[c.phrases[earlier].last + 1 : phrase.first - 2])
    found = c.measure(earlier) if here else None
    shares = {c.dimensions[earlier], c.dimensions[token]} <= {"count", "percent", "fraction"}
    return found if shares else None


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


def _counted_up(c: Context, phrase: Counted, before: Found | None) -> bool:
    """ "the casualties rose to five killed and 21 injured": the participle knows best of which they are."""
    counting = before is not None and before.counting
    return counting and phrase.head < 0 and c.own_participle(phrase.last) is not None


def _until_told(c: Context, phrase: Counted, token: int, ask: Asked, own: Found | None) -> Found | None:
    """ "The 45 dead have been identified": what became of the dead is told by the verb."""
    dead = own is not None and own.value == "killed" and ask.noun_class == "casualty"
    if own is None or not dead or not _who(c, phrase) or not may_be_subject(c, phrase, token):
        return own
    since = predicate(c, phrase.first, phrase.last, ask)
    became = since is not None and since.happens and not since.harm and since.object_told
    return replace(own, weak=True) if became else own


def _who(c: Context, phrase: Counted) -> bool:
    """Whether a word for the dead is one for people: the dead, the fallen, martyrs; no deaths."""
    lemma = c.parsed.tokens[phrase.head].lemma
    return (lemma,) in c.lexicon.states or lemma in c.lexicon.groups["dead people"]


def _tells_otherwise(c: Context, phrase: Counted, ask: Asked, toll: Found) -> Found | None:
    """ "the final toll was 21 survivors": the counted noun knows better than that for a number."""
    own = told_inside(c, phrase, ask)
    knows = own is not None and own.value != toll.value and own.start == phrase.head and own.rule != _VICTIMS
    return replace(own, weak=False) if own is not None and knows and ask.noun_class != "casualty" else None


def _of_missing(phrase: Counted, behind: Found, before: Found | None) -> bool:
    """ "identified 45 people missing since May": what became of the missing is told by the verb."""
    done = before is not None and before.strong and before.happens and (before.object_told or not before.harm)
    return done and behind.value == "missing" and phrase.head >= 0


def _opens_relative(c: Context, phrase: Counted) -> bool:
    """ "including four of whom have been freed": a clause of its own, whatever stands before."""
    chunks, at = c.parsed.chunks, phrase.last + 1
    whom = phrase.pronoun and chunks[phrase.last].kind == "R"
    return whom and at < len(chunks) and chunks[at].kind == "VP" and not c.parsed.bare(chunks[at])


def _with_them(c: Context, phrase: Counted) -> bool:
    """ "was hit by floods, with 45 people killed": a clause of its own."""
    return _opens_with(c, phrase) and c.own_participle(phrase.last) is not None


def _opens_with(c: Context, phrase: Counted) -> bool:
    return phrase.first > 0 and c.parsed.tokens[c.parsed.chunks[phrase.first - 1].start].low == "with"


def _absolute(c: Context, phrase: Counted) -> bool:
    """ "45 died, 23 of them women and children, and 249 were hurt": a part without a verb of its own."""
    behind = c.parsed.chunks[phrase.last + 1] if phrase.last + 1 < len(c.parsed.chunks) else None
    return phrase.pronoun and phrase.head >= 0 and not (behind is not None and behind.kind in ("VP", "A"))


def _lent(c: Context, token: int, own: Found | None, found: Found | None) -> bool:
    """Whether the word of another quantity tells nothing of one that has its own: "the toll rose to 32 and 115 wounded
    people"."""
    if own is None or found is None:
        return False
    tolled = found.counting and own.harm and own.value != found.value
    return tolled or _own_of_another(c, token, found)


def _own_of_another(c: Context, token: int, found: Found | None) -> bool:
    """ "790 casualties, 1,900 wounded": whether the noun of another quantity tells the measure."""
    others = (phrase.words for other, phrase in c.phrases.items() if other != token)
    return found is not None and any(first <= found.start < last for first, last in others)


def _worth_of(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    """ "with $3 million worth of gems": where no verb tells what is done to them."""
    at = phrase.token + 1
    worth = phrase.first < phrase.last and not phrase.labelled and c.parsed.tokens[at].low == "worth"
    return c.words.nouns(at, at + 1, ask.bare()) if worth else None


def _tallied(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    at = phrase.last + 1
    if ask.dimension == "count" or at >= len(c.parsed.chunks) or c.parsed.chunks[at].kind != "VP":
        return None
    found = c.words.acts_on(c.parsed.chunks[at], ask)
    return found if found and found.rule == _TALLIED else None


def _beside_predicate(c: Context, phrase: Counted, behind: Found | None, ask: Asked) -> Found | None:
    """ "150 pilgrims attending a feast were killed": what they were doing yields to what happened to them; so does
    what had befallen those to whom more happened since: "40 men who were injured have died"."""
    at = phrase.last + 1
    if behind is None or at >= len(c.parsed.chunks):
        return behind
    if (since := _became(c, phrase, behind, ask)) is not None:
        return since
    doing = c.parsed.tokens[c.parsed.chunks[at].start].tag == "I"
    if doing and not c.of_group(c.parsed.chunks[at], "saying") and verb_follows(c.parsed, at):
        return replace(behind, weak=True)
    if c.parsed.chunks[at].kind != "R" or behind.value == "killed":
        return behind
    since = predicate(c, phrase.first, phrase.last, ask)
    return replace(behind, weak=True) if since and since.strong and (since.harm or since.happens) else behind


def _became(c: Context, phrase: Counted, behind: Found, ask: Asked) -> Found | None:
    """ "40 people injured on Monday have died", "40 men kidnapped in May were freed": what became of them since."""
    at, chunks = phrase.last + 1, c.parsed.chunks
    befell = behind.harm and behind.value != "killed" and c.parsed.bare(chunks[at])
    befell = befell and not is_whole(c, phrase, phrase.token)  # "67 percent of the 2,512 people infected have died"
    verb = next_verb(c.parsed, at) if befell else None
    if verb is None or any(token.tag == "G" for token in c.parsed.tokens[chunks[verb].start : chunks[verb].end]):
        return None
    since = said_of_subject(c, verb, ask)
    return since if since is not None and since.value in _OUTCOMES else None


def _of_other_noun(c: Context, phrase: Counted, behind: Found | None) -> bool:
    """ "a poll of 400 voters released on Friday": what stands behind tells of the poll, unless it befalls people."""
    if behind is None or behind.state or hangs_on_people(c, phrase.first):
        return False
    return not behind.harm or _publishes(c, behind)


def _publishes(c: Context, behind: Found) -> bool:
    return c.parsed.tokens[behind.start].lemma in c.lexicon.groups["publishing"]


def _times(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    """ "violated the truce 100 times": the verb before; "five times more likely" is a chance."""
    if (likely := _likelier(c, phrase)) is not None:
        return likely
    for at in range(phrase.first - 1, max(-1, phrase.first - FAR), -1):
        chunk = c.parsed.chunks[at]
        if chunk.kind == "VP":
            return c.words.verb(chunk, ("done", "does"), ask) or _done_again(c, at, phrase) or c.words.governing(chunk)
    return None


def _done_again(c: Context, at: int, phrase: Counted) -> Found | None:
    """ "was hit by rockets 70 times", "shot him five times": what the verb tells of its subject or object."""
    chunks = c.parsed.chunks
    near = chunks[at - 1 : at] if c.parsed.passive(chunks[at]) else chunks[at + 1 : at + 2]
    if not near or near[0].kind != "NP":
        return None
    head = c.parsed.tokens[near[0].head]
    her = c.parsed.tokens[near[0].start].low == "her"  # "shot her five times", one phrase
    if phrase.token in range(near[0].start, near[0].end) and not her:
        return None
    known = "person" if head.tag == "N" or her else c.lexicon.class_of(head.lemma)
    classes = (known,) if known else ("settlement", "person")  # a name
    asked = (Asked(name, "count", head.lemma) for name in classes)
    found = next((one for ask in asked if (one := c.words.verb(chunks[at], ("done",), ask))), None)
    return replace(found, harm=False, victims=False, derived=True, unit="") if found else None


def _likelier(c: Context, phrase: Counted) -> Found | None:
    """ "70 percent more likely to die" are no deaths."""
    behind = [word.low for word in c.parsed.tokens[phrase.token + 1 : phrase.token + 3]]
    likely = len(behind) == len(_LIKELY) and all(low in words for low, words in zip(behind, _LIKELY, strict=True))
    times = c.dimensions[phrase.token] != "count" or phrase.noun_class == "time"
    return Found(*_CHANCE, phrase.token + 2, phrase.token + 3) if likely and times else None


def _last_resort(c: Context, token: int) -> Found | None:
    """A number without noun and verb goes on from the one before: "4,000 sandbags; another 2,000"; one that a list
    takes apart is told with the list: "80 mines - 30 of steel and 50 of wood were found"."""
    if (
        found := _worth_before(c, token)
        or _converted(c, token)
        or _taken_apart_behind(c, token)
        or _where_counted(c, token)
    ):
        return found
    if found := _of_theirs(c, token) or _inhabitants(c, token) or _there_are(c, token):
        return found
    phrase, dimension = c.phrases[token], c.dimensions[token]
    if phrase.noun_class and not _absolute(c, phrase):
        return _beside_verb(c, token)
    compared = _compared(c, phrase)
    if dimension == "money" and compared:
        return c.counted_before(token, compared=True)
    if dimension not in ("count", "percent"):
        return None
    return corrected(c, token) or of_those(c, Asked("", dimension)) or c.counted_before(token, compared=compared)


def _changed(c: Context, token: int) -> Found | None:
    """What is told where nothing else is: that it rose or fell, or was for sale."""
    return _last_resort(c, token) or _changed_to(c, token) or _priced(c, token)


def _converted(c: Context, token: int) -> Found | None:
    """ "moved 10 billion euros ($12 billion; £9 billion)": the same in other units."""
    chunks, first = c.parsed.chunks, c.phrases[token].first
    while first > _TWO and chunks[first - 1].kind in (";", ",") and _is_amount(c, first - 2, token):
        first -= 2
    if first < _TWO or chunks[first - 1].kind != "(" or c.dimensions[token] == "count":
        return None
    same = c.counted_in(chunks[first - 2])
    return c.measure(same) if same is not None and c.dimensions[same] == c.dimensions[token] else None


def _is_amount(c: Context, at: int, token: int) -> bool:
    """Whether a chunk is a number of the dimension of another, and nothing else."""
    chunk = c.parsed.chunks[at]
    inside = c.counted_in(chunk)
    return inside == chunk.start == chunk.end - 1 and c.dimensions[inside] == c.dimensions[token]


def _changed_to(c: Context, token: int) -> Found | None:
    """ "Fees rose from £25 to £39", "the EU grew from 15 to 25 states", "the market grew 13 percent to $2 million":
    what rose or fell, where nothing tells what it is."""
    chunks, at = c.parsed.chunks, c.phrases[token].first - 1
    ends = at > 0 and chunks[at].kind == "P" and c.parsed.tokens[chunks[at].start].low in ("to", "from")
    back = at - 1
    while ends and back > 0 and chunks[back].kind in ("NP", "P", "A", "t", ",", "(", ")"):
        back -= 1
    if not ends or chunks[back].kind != "VP" or c.dimensions[token] not in ("count", "money", "percent"):
        return None
    for group, told in _CHANGES.items():
        if c.of_group(chunks[back], group):
            return Found(*told, chunks[back].head, chunks[back].head + 1, weak=True)
    return None


def _priced(c: Context, token: int) -> Found | None:
    """ "priced at $1,200", "listed for $20": what something costs."""
    at = c.parsed.chunks[c.phrases[token].first].start - 1
    priced = at > 0 and c.parsed.tokens[at].low in ("at", "for", "from") and c.dimensions[token] == "money"
    if priced and c.parsed.tokens[at - 1].low in c.lexicon.groups["priced"]:
        return Found("cost", "M58", at - 1, at)
    return _traded(c, token) or _sold_for(c, token)


def _traded(c: Context, token: int) -> Found | None:
    """ "closed up $2.80 at $51.15", "a record low of $11": what shares and oil cost."""
    chunks, first = c.parsed.chunks, c.phrases[token].first
    if first < _TWO or c.dimensions[token] != "money":
        return None
    before, low = chunks[first - _TWO], c.parsed.tokens[chunks[first - 1].start].low
    if low == "of" and before.kind == "NP" and c.of_group(before, "extreme"):
        return Found(*_PRICE, before.head, before.head + 1)
    back = first - 1
    while back > 0 and chunks[back].kind in ("P", "A", "NP") and chunks[back].kind != "VP":
        back -= 1
    trades = chunks[back].kind == "VP" and c.of_group(chunks[back], "trading")
    return Found(*_PRICE, chunks[back].head, chunks[back].head + 1) if trades and low in _QUOTED else None


def _sold_for(c: Context, token: int) -> Found | None:
    """ "the sale of ten planes for $630 million": by the noun for what was done."""
    chunks, first = c.parsed.chunks, c.phrases[token].first
    if first < _TWO or c.dimensions[token] != "money" or c.parsed.tokens[chunks[first - 1].start].low != "for":
        return None
    for back in range(first - _TWO, max(-1, first - _ELLIPSIS), -1):
        if chunks[back].kind not in ("NP", "P", "'", "A"):
            return None
        if chunks[back].kind == "NP" and c.of_group(chunks[back], "dealing"):
            return c.words.nouns(chunks[back].head, chunks[back].end, Asked("", "count"))
    return None


def _worth_before(c: Context, token: int) -> Found | None:
    """ "a fund worth up to $40 million fell by half": the word right before, where no other one tells."""
    at = c.parsed.chunks[c.phrases[token].first].start - 1
    while at > 0 and c.parsed.tokens[at].tag == "A":
        at -= 1
    worth = at >= 0 and c.parsed.tokens[at].low == "worth" and c.dimensions[token] in ("money", "percent")
    return c.words.state(at, Asked("", "money")) if worth else None


def _compared(c: Context, phrase: Counted) -> bool:
    """ "(up) from $30 million", "(compared) with $30 million a year earlier"."""
    before = c.parsed.chunks[max(0, phrase.first - 2) : phrase.first]
    if len(before) < _TWO or c.parsed.tokens[before[1].start].low not in _AGAINST:
        return False
    changed = before[0].kind == "NP" and c.of_group(before[0], "change")  # "a decline from $45 million"
    adverb = before[0].kind in ("A", "P") or c.parsed.tokens[before[0].head].tag == "J"
    return adverb or changed or c.parsed.bare(before[0])


def _where_counted(c: Context, token: int) -> Found | None:
    """ "45 protesters in 12 towns were killed": a number of places is of what happened to those counted in them."""
    phrase, chunks = c.phrases[token], c.parsed.chunks
    sites = c.dimensions[token] == "count" and any(c.lexicon.is_a(phrase.noun_class, name) for name in _SITES)
    if phrase.first < _TWO or not sites:
        return None
    inside = c.counted_in(chunks[phrase.first - 2])
    if c.parsed.tokens[chunks[phrase.first - 1].start].low not in ("in", "across"):
        return None
    found = c.measure(inside) if inside is not None else _of_what_is_there(c, phrase)
    return replace(found, harm=False, victims=False) if found else None


def _inhabitants(c: Context, token: int) -> Found | None:
    """ "a town of 4,000 people", "a town of 4,000", "Yemen's 26 million people", "its 500 residents", "half of the 500
    residents of the town"."""
    phrase, chunks = c.phrases[token], c.parsed.chunks
    if c.dimensions[token] != "count" or not (_bare(c, phrase) or _lives_there(c, phrase)):
        return None
    first, last = chunks[phrase.first], phrase.last + 1
    of = phrase.first > 1 and c.parsed.tokens[chunks[phrase.first - 1].start].low == "of"
    of_place = of and _place_at(c, chunks[phrase.first - 2].head)
    owner = next((t for t in range(first.start, token) if c.parsed.tokens[t].tag == "'"), None)
    owned = owner is not None and owner > first.start and _place_at(c, owner - 1)
    owned = owned or c.parsed.tokens[first.start].low == "its"
    whole = any(other.whole == token for other in c.phrases.values())
    where = last + 1 < len(chunks) and chunks[last].kind == "P" and _place_at(c, chunks[last + 1].head)
    all_of_them = c.parsed.tokens[first.start].low == "the" and _many(c, phrase)
    if not (of_place or (phrase.head >= 0 and (owned or ((whole or all_of_them) and where)))):
        return None
    at = max(phrase.head, phrase.token)
    return Found(*_POPULATION, at, at + 1, weak=True, unit="person")


def _bare(c: Context, phrase: Counted) -> bool:
    """A number alone, of hundreds at least: "a town of 4,000"; of "a town of two halves" it is no population."""
    return phrase.head < 0 and not phrase.noun_class and not phrase.pronoun and _many(c, phrase)


def _many(c: Context, phrase: Counted) -> bool:
    low = c.parsed.tokens[phrase.token].low
    return sum(map(str.isdigit, low)) >= _HUNDREDS or low.endswith(("thousand", "million", "billion"))


def _lives_there(c: Context, phrase: Counted) -> bool:
    """Whether the counted noun is one for those who live somewhere."""
    if phrase.head < 0 or not c.lexicon.is_a(phrase.noun_class, "person"):
        return False
    return c.parsed.tokens[phrase.head].lemma in c.lexicon.groups["inhabitant"]


def _there_are(c: Context, token: int) -> Found | None:
    """ "There were 120 soldiers in the base": they were there, whatever became of them."""
    phrase, chunks, tokens = c.phrases[token], c.parsed.chunks, c.parsed.tokens
    first = phrase.first - (phrase.first > _TWO and chunks[phrase.first - 1].kind == "A")  # "There were only 14"
    if first < _TWO or phrase.last + 2 >= len(chunks) or not c.lexicon.is_a(phrase.noun_class, "person"):
        return None
    there = tokens[chunks[first - 2].start].low == "there" and tokens[chunks[first - 1].head].tag == "X"
    where = chunks[phrase.last + 1].kind == "P" and tokens[chunks[phrase.last + 1].start].low in _INSIDE
    if not there or not where or chunks[phrase.last + 2].kind != "NP":
        return None
    at = chunks[phrase.last + 2].head
    lives = _place_at(c, at) and phrase.head >= 0 and tokens[phrase.head].lemma in c.lexicon.groups["inhabitant"]
    built = c.lexicon.class_of(tokens[at].lemma)
    if not lives and not any(c.lexicon.is_a(built, name) for name in ("building", "target", "vehicle")):
        return None
    told = _POPULATION if lives else _ABOARD if c.lexicon.is_a(built, "vehicle") else _PRESENT
    return Found(*told, phrase.token, phrase.token + 1, weak=True, unit="person")


def _place_at(c: Context, token: int) -> bool:
    """Whether a token is a noun or a name for a place."""
    word = c.parsed.tokens[token]
    named = any(name.kind in _PLACE_NAMES for name in c.lexicon.single.get(word.low, ()))
    return named or any(c.lexicon.is_a(c.lexicon.class_of(word.lemma), name) for name in _PLACES)


def _beside_verb(c: Context, token: int) -> Found | None:
    """ "The men arrived on two boats", "ballots were cast in 12 towns", "assessed damage in six counties": where or
    with what it was done, by the verb."""
    phrase, chunks = c.phrases[token], c.parsed.chunks
    at = phrase.first - 1
    if at < 1 or phrase.head < 0 or c.dimensions[token] != "count" or chunks[at].kind != "P":
        return None
    low = c.parsed.tokens[chunks[at].start].low
    behind_object = at > 1 and chunks[at - 1].kind == "NP" and c.counted_in(chunks[at - 1]) is None and low in _PLACED
    verb = chunks[at - 1 - behind_object]
    if verb.kind != "VP" or low not in _BESIDE or c.of_group(verb, "saying"):
        return None
    people = c.lexicon.is_a(phrase.noun_class, "person")
    roles = ("done",) if behind_object or c.parsed.passive(verb) else ("does",)
    of = at - 1 if behind_object else at - 2
    told_of = roles == ("done",) and of >= 0 and chunks[of].kind == "NP"
    known = None if people else c.words.verb(verb, roles, _of_object(c, of) if told_of else Asked("", "count"))
    found = known or c.words.governing(verb, of_object=behind_object)
    return replace(found, harm=False, victims=False, derived=True) if found else None


def _of_object(c: Context, at: int) -> Asked:
    """ "fired shells at two villages": of the shells, so that nobody is laid off."""
    head = c.parsed.tokens[c.parsed.chunks[at].head].lemma
    return Asked(c.lexicon.class_of(head), "count", head)


def _of_what_is_there(c: Context, phrase: Counted) -> Found | None:
    """ "Schools in 12 districts were closed"."""
    chunks, at = c.parsed.chunks, phrase.last + 1
    passive = at < len(chunks) and chunks[at].kind == "VP" and c.parsed.passive(chunks[at])
    if chunks[phrase.first - 2].kind != "NP" or not passive:
        return None
    head = c.parsed.tokens[chunks[phrase.first - 2].head].lemma
    return predicate(c, phrase.first - 2, phrase.last, Asked(c.lexicon.class_of(head), "count", head))


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


def _taken_apart_behind(c: Context, token: int) -> Found | None:
    chunks, at = c.parsed.chunks, c.phrases[token].last + 1
    while at + 1 < len(chunks) and chunks[at].kind in ("C", "NP") and c.counted_in(chunks[at]) is None:
        at += 1  # "80 mines and shells - …"
    if at + 1 >= len(chunks) or chunks[at].kind not in ("-", ":"):
        return None
    part = c.counted_in(chunks[at + 1])
    found = c.measure(part) if part is not None and c.dimensions[part] == c.dimensions[token] else None
    return found if found is not None and not found.derived else None
