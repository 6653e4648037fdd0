"""What the numbers beside this one tell of it: "3,209 soldiers and 774 civilians", "killed or wounded 45"."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.stages.describe import clauses
from claimcheck.stages.describe.before import told_before
from claimcheck.stages.describe.behind import said_of_subject, told_behind
from claimcheck.stages.describe.clauses import FAR
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted, noun
from claimcheck.stages.describe.counting import opening_whole
from claimcheck.stages.describe.itemised import introduced
from claimcheck.stages.describe.references import says_before
from claimcheck.stages.describe.triggers import Asked, Found, found_by

_THERE = "there or to there"
_OBLIQUE = frozenset(("NP", "P", "A", "t", "'"))
_LOST = "lost"
_ROLES = ("done", "does", "state", "noun")
_CLAUSE = frozenset(("VP", "NP", "P", "A", "t", "'", ",", "C"))


def told_beside(c: Context, phrase: Counted, token: int) -> Found | None:
    """ "3,209 soldiers and 774 civilians": the measure of the quantity that this one is joined to."""
    if phrase.whole in c.phrases and (whole := c.measure(phrase.whole)):
        return whole
    ask = Asked.of(phrase, c.dimensions[token], c.parsed)
    if (listed := introduced(c, phrase.first, ask)) is not None:
        return listed
    if phrase.labelled:
        return _of_list(c, phrase.first, ask)
    earlier = _gapped(c, phrase, token)
    earlier = _elsewhere(c, phrase, token) if earlier is None else earlier
    if earlier is not None:
        return _with(c, earlier, ask)
    joint = clauses.before_joint(c.parsed, phrase.first)
    if joint is None or says_before(c, phrase):
        return None
    joint = _over_states(c, phrase, joint)
    return _closes_list(c, phrase, joint, ask) or _joined_to(c, token, joint, ask)


def _joined_to(c: Context, token: int, joint: int, ask: Asked) -> Found | None:
    """What is told of the nearest number of the list, or of the verb behind it, that ends with a chunk."""
    for back in range(joint, max(-1, joint - FAR), -1):
        chunk = c.parsed.chunks[back]
        if chunk.kind == "NP":
            inside = c.counted_in(chunk)
            if inside is not None:
                found = _with(c, inside, ask) if inside < token else None
                if found or not _next_in_list(c, back):
                    return found
                continue
            first = back == joint or c.parsed.chunks[back + 1].kind in "P,C"
            found = told_before(c, back, ask, 1) if first else None
            found = (_does_with(c, back, ask) if _adds(c, joint + 1) else None) or found
            if found and not (found.derived and _carried_by_counted(c, back - 1)):
                return found
        elif chunk.kind == "VP" and _adds(c, joint + 1):
            return _of_clause(c, back, ask)
        elif not (chunk.kind in ("P", "A", "t", "'") or _within_member(c, back)):
            return None
    return None


def _closes_list(c: Context, phrase: Counted, joint: int, ask: Asked) -> Found | None:
    """ "45 tanks were destroyed by the army, eight guns, three planes and a bridge": what a counted subject suffered is
    told of the rest of a list that its verb parts, and that nothing but counts end."""
    chunks = c.parsed.chunks
    verb = next((at for at in range(joint, max(-1, joint - FAR), -1) if chunks[at].kind not in _OBLIQUE), -1)
    if verb < 1 or not c.parsed.passive(chunks[verb]) or chunks[phrase.first - 1].kind != ",":
        return None
    subject = verb - 1 - 2 * (verb > 2 and chunks[verb - 2].kind == "C")  # "45 tanks or armoured vehicles"
    counted = c.counted_in(chunks[subject]) if chunks[subject].kind == "NP" else None
    if counted is None:
        return None
    people = {c.lexicon.is_a(of.noun_class, "person") for of in (c.phrases[counted], phrase)}
    rest = chunks[phrase.last + 1 :]
    closes = all(chunk.kind in ",C." or (chunk.kind == "NP" and c.counted_in(chunk) is not None) for chunk in rest)
    return said_of_subject(c, verb, ask) if closes and len(people) == 1 else None


def _within_member(c: Context, at: int) -> bool:
    joins = clauses.joins_nouns(c.parsed, at) or _joins_places(c, at)
    return joins or _carried_by_counted(c, at) or _around_name(c, at)


def _joins_places(c: Context, at: int) -> bool:
    """ "in (and) around the town"."""
    around = c.parsed.chunks[at - 1 : at + 2] if at else ()
    return [chunk.kind for chunk in around] == ["P", "C", "P"]


def _around_name(c: Context, at: int) -> bool:
    """ "one "Grad" launcher and 45 men": a mark of two around a name, or another single phrase."""
    chunks = c.parsed.chunks
    around = ([chunk.kind for chunk in chunks[k : k + 3]] for k in (max(0, at - 2), at))
    return chunks[at].kind == '"' and ['"', "NP", '"'] in around


def _carried_by_counted(c: Context, at: int) -> bool:
    """ "five trucks (carrying) shells and two cars": what the counted before have with them."""
    chunks = c.parsed.chunks
    if at < 1 or chunks[at].kind != "VP" or c.parsed.tokens[chunks[at].start].tag != "I":
        return False
    return chunks[at - 1].kind == "NP" and c.counted_in(chunks[at - 1]) is not None


def _does_with(c: Context, at: int, ask: Asked) -> Found | None:
    """ "500 men battle the blaze along with 15 vans": what the subject does to an object that ends at a chunk."""
    chunks = c.parsed.chunks
    if at < 2 or chunks[at - 1].kind != "VP" or chunks[at - 2].kind != "NP" or c.counted_in(chunks[at - 2]) is None:
        return None
    found = None if c.parsed.passive(chunks[at - 1]) else c.words.verb(chunks[at - 1], ("does",), ask)
    return found if found and found.strong else None


def _of_clause(c: Context, verb: int, ask: Asked) -> Found | None:
    """ "40 fighters were killed in the raid as well as 12 civilians", "arrested a man in the town along with 12"."""
    if clauses.has_object(c.parsed, verb):
        return c.words.acts_on(c.parsed.chunks[verb], ask)
    return said_of_subject(c, verb, ask)


def carried_along(c: Context, phrase: Counted, token: int) -> Found | None:
    """ "carried 80 passengers and 55 motorcycles", "planted 80 mines in Gao and 55 mines in Mopti": by a verb that no
    rule holds for the second."""
    chunks, joint = c.parsed.chunks, clauses.before_joint(c.parsed, phrase.first)
    while joint is not None and joint > 1 and c.counted_in(chunks[joint]) is None and _where(c, joint):
        joint -= 2
    inside = c.counted_in(c.parsed.chunks[joint]) if joint is not None else None
    if inside is None or inside > token or not {c.dimensions[inside], c.dimensions[token]} <= {"count"}:
        return None
    ask = Asked.of(phrase, c.dimensions[token], c.parsed)
    found = told_before(c, c.phrases[inside].first, ask, 1) if phrase.noun_class else None
    return found if found and found.derived else None


def _where(c: Context, at: int) -> bool:
    """ "80 mines (in Gao)": a phrase of where, behind a number."""
    chunks = c.parsed.chunks
    there = chunks[at].kind == "NP" and chunks[at - 1].kind == "P" and chunks[at - 2].kind == "NP"
    return there and c.opens_with(chunks[at - 1], _THERE)


def told_of_row(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    """ "109 men, 24 women and 38 children dead": the state behind the last of a row is told of all of them."""
    chunks, at = c.parsed.chunks, phrase.last + 1
    people = c.lexicon.is_a(phrase.noun_class, "person")
    if not (people or c.lexicon.is_a(phrase.noun_class, "vehicle")):
        return None
    opens = all(chunk.kind in ("NP", ",", "C") for chunk in chunks[: phrase.first])  # a headline
    while at + 1 < len(chunks) and chunks[at].kind in (",", "C"):
        at += 1 + (chunks[at].kind == "," and chunks[at + 1].kind == "C")
        inside = c.counted_in(chunks[at]) if at < len(chunks) and chunks[at].kind == "NP" else None
        if inside is None:
            return None
        people = people and c.lexicon.is_a(c.phrases[inside].noun_class, "person")
        closes, at = chunks[at - 1].kind == "C", c.phrases[inside].last + 1
        closes = closes or (opens and at < len(chunks) and chunks[at].kind not in (",", "C"))
        if closes:
            own = at < len(chunks) and c.own_participle(at - 1) is not None  # "and one man killed on Monday"
            who = people and at < len(chunks) and c.parsed.tokens[chunks[at].start].low == "who"  # "who were hurt"
            of_itself = own or who or (at < len(chunks) and chunks[at].kind not in ("VP", "R"))  # "dead", "on board"
            found = told_behind(c, at - 1, ask) if of_itself else None
            told = found and ((found.state and found.weak) or (people and (found.harm or found.state or found.weak)))
            return found if told else None  # "256 passengers and 14 vehicles onboard"
    return None


def _of_list(c: Context, first: int, ask: Asked) -> Found | None:
    """ "The losses amounted to: tanks – 3,667, guns – 2,837": what stands before the list's colon."""
    colon = next((at for at in range(first - 1, -1, -1) if c.parsed.chunks[at].kind == ":"), None)
    return told_before(c, colon + 1, ask, 1) if colon is not None else None


def _over_states(c: Context, phrase: Counted, joint: int) -> int:
    """ "lost 280 men killed and injured, three tanks": over the participles right behind a number."""
    if c.lexicon.is_a(phrase.noun_class, "person") or c.parsed.chunks[phrase.first - 1].kind != ",":
        return joint
    at = joint
    while at > 0 and c.parsed.chunks[at].kind in ("VP", "C"):
        if c.parsed.chunks[at].kind == "VP" and not c.parsed.bare(c.parsed.chunks[at]):
            return joint
        at -= 1
    chunk = c.parsed.chunks[at]
    return at if chunk.kind == "NP" and c.counted_in(chunk) is not None else joint


def _gapped(c: Context, phrase: Counted, token: int) -> int | None:
    """ "Smith won 53 percent of the vote, Jones 41 percent": the number whose verb this one leaves out.

    So does "Smith (53 percent), Jones (41 percent)".
    """
    chunks, at = c.parsed.chunks, phrase.first - 1
    bracketed = at > 0 and chunks[at].kind == "("
    at -= bracketed
    if at < 2 or chunks[at].kind != "NP" or c.parsed.tokens[chunks[at].head].tag not in "MN":
        return None
    if chunks[at - 1].kind not in (",", "C", ";") or c.counted_in(chunks[at]) is not None:
        return None
    earlier = max((t for t in c.phrases if t < token), default=None)
    if earlier is None or c.dimensions[earlier] != c.dimensions[token]:
        return None
    between = chunks[c.phrases[earlier].last + 1 : at]
    return earlier if all(chunk.kind in ("NP", "P", ",", "C", ";", *"()" * bracketed) for chunk in between) else None


def _elsewhere(c: Context, phrase: Counted, token: int) -> int | None:
    """ "17 people lost their lives in Gao and 12 in Mopti": the number whose verb this one leaves out."""
    chunks, behind = c.parsed.chunks, phrase.last + 1
    others = c.parsed.tokens[phrase.words[0]].low == "others" if phrase.words[0] < phrase.words[1] else False
    if (
        phrase.first < 2
        or (phrase.noun_class and not others)
        or behind >= len(chunks)
        or chunks[phrase.first - 1].kind not in ",C"
    ):
        return None
    there = chunks[behind].kind == "P" and c.opens_with(chunks[behind], _THERE)
    earlier = max((t for t in c.phrases if t < token), default=None)
    if not there or earlier is None or c.dimensions[earlier] != c.dimensions[token]:
        return None
    between = chunks[c.phrases[earlier].last + 1 : phrase.first]
    one_clause = sum(chunk.kind == "VP" for chunk in between) == 1 and all(chunk.kind in _CLAUSE for chunk in between)
    return earlier if one_clause else None


def _next_in_list(c: Context, back: int) -> bool:
    """Whether a count without a measure is itself one of a list: "lost 40 tanks, 12 balloons, and 3 guns"."""
    chunks = c.parsed.chunks
    return back > 1 and chunks[back - 1].kind == "," and chunks[back - 2].kind == "NP"


def _adds(c: Context, at: int) -> bool:
    """Whether a conjunction of several words stands here or behind a comma: "as well as"."""
    return any(c.kind == "C" and c.end - c.start > 1 for c in c.parsed.chunks[at : at + 2])


def _with(c: Context, earlier: int, ask: Asked) -> Found | None:
    """ "lost 1,140 soldiers and 12 tanks": the verb may tell another thing of other nouns."""
    if ask.dimension != c.dimensions[earlier] and "duration" in (ask.dimension, c.dimensions[earlier]):
        return None  # "gave 51 talks in May and the first three months of June"
    found = told_before(c, c.phrases[earlier].first, ask, 1) if ask.noun_class else None
    sums = ask.dimension == "count" and c.dimensions[earlier] == "money"
    told = None if sums else _in_its_word(c, earlier, ask) or c.told_of(earlier, ask)  # "of $5 million and 200 staff"
    first, last = c.phrases[earlier].words
    if told is not None and first <= told.start < last and ask.dimension != c.dimensions[earlier]:
        told = None  # "40 km of roads, 423 houses": the noun tells of its own amount
    people = all(c.lexicon.is_a(name, "person") for name in (c.phrases[earlier].noun_class, ask.noun_class))
    if found and told and found.start == told.start and people:
        return told  # "holds 60 soldiers and 40 civilians": not held the ones and arrested the others
    return found if found and (found.strong or sums) else told


def _in_its_word(c: Context, earlier: int, ask: Asked) -> Found | None:
    """ "1,900 wounded, as well as 137 tanks", "250 losses, 137 tanks": what a word tells of just such nouns."""
    found = c.measure(earlier)
    trigger = c.words.at(found.start, _ROLES, ask) if found is not None and ask.noun_class else None
    if found is None or trigger is None or not (found.victims or found.value == _LOST):
        return None
    return found_by(trigger, found.start) if trigger.rule.classes else None


def corrected(c: Context, token: int) -> Found | None:
    """The measure of the number that takes the place of one: "not 40 but 60 people died"."""
    chunks, at = c.parsed.chunks, c.phrases[token].last + 1
    if at + 1 >= len(chunks) or c.parsed.tokens[chunks[at].start].low != "but" or chunks[at + 1].kind != "NP":
        return None
    other = c.counted_in(chunks[at + 1])
    return c.measure(other) if other is not None else None


def of_those(c: Context, ask: Asked) -> Found | None:
    """What befell those whom a sentence opens with: "Of those killed, 61 percent were men"."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    if tokens[0].low not in ("of", "among", "out"):
        return None
    if (whole := opening_whole(c)) is not None:  # "Of the jobs to be cut, 3,000 are abroad"
        ask = Asked(noun(tokens, whole.start, whole.head, c.lexicon)[1], ask.dimension, tokens[whole.head].lemma)
    for chunk in chunks[1:8]:
        if chunk.kind == ",":
            return None
        found = c.words.nouns(chunk.start, chunk.end, ask, roles=("noun", "state", "done", "does"))
        if found:
            return replace(found, partial=ask.dimension == "count")  # "of the dead, 14 were under five"
    return None


def taken_apart(c: Context, token: int) -> Found | None:
    """ "80 mines - 30 of steel and 50 of wood - were found": what a list behind tells of its first part."""
    chunks, at = c.parsed.chunks, c.phrases[token].last + 1
    while at + 1 < len(chunks) and chunks[at].kind in ("C", "NP") and c.counted_in(chunks[at]) is None:
        at += 1  # "80 mines and shells - …"
    if at + 1 >= len(chunks) or chunks[at].kind not in ("-", ":"):
        return None
    part = c.counted_in(chunks[at + 1])
    found = c.measure(part) if part is not None and c.dimensions[part] == c.dimensions[token] else None
    return found if found is not None and not found.derived else None


def converted(c: Context, token: int) -> Found | None:
    """What is told of the amount that one at a token tells in another unit."""
    same = in_other_unit(c, token)
    return c.measure(same) if same is not None else None


def in_other_unit(c: Context, token: int) -> int | None:
    """The token of the amount that one tells again in its unit: "10 billion euros ($12 billion; £9 billion)"."""
    chunks, first = c.parsed.chunks, c.phrases[token].first
    while first > 2 and chunks[first - 1].kind in (";", ",") and _is_amount(c, first - 2, token):
        first -= 2
    if first < 2 or chunks[first - 1].kind not in "(-" or c.dimensions[token] == "count":
        return None
    if chunks[first - 1].kind == "-" and [chunk.kind for chunk in chunks[first + 1 : first + 2]] != ["-"]:
        return None
    same = c.counted_in(chunks[first - 2])
    return same if same is not None and c.dimensions[same] == c.dimensions[token] else None


def _is_amount(c: Context, at: int, token: int) -> bool:
    """Whether a chunk is a number of the dimension of another, and nothing else."""
    chunk = c.parsed.chunks[at]
    inside = c.counted_in(chunk)
    return inside == chunk.start == chunk.end - 1 and c.dimensions[inside] == c.dimensions[token]
