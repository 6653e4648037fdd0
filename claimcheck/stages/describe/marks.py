"""How certain a number is, and what it covers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise, takewhile

from claimcheck.records import HELD, Fact
from claimcheck.rules.descriptions import Mark
from claimcheck.stages.describe import clauses
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.denials import Denials
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.names import Hit, Seen
from claimcheck.stages.describe.phrases import THEIR, Chunk, Parsed
from claimcheck.stages.describe.tokens import Token
from claimcheck.stages.describe.triggers import Found

_BREAKS = frozenset(";:.-")
# Marks that a main verb carries too; others want an auxiliary or a verb behind them.
_WHOLE_VERBS = frozenset(("estimated", "feared", "confirmed", "forecast", "planned", "target", "negated"))
_WITH = frozenset(("with", "but"))  # "a capacity of 50 but 81 on board"
_IF = frozenset(("if", "unless", "whether"))
_RELATIVE = frozenset(("that", "which", "who"))
_TO_BE = frozenset(("is", "are"))  # "45 jobs are to go"
_TWO = 2  # tokens before an infinitive
_FORETOLD = 9  # chunks over which a verb has an infinitive: "expects the economy of Chad to grow by 5 percent"
_REACH = 160  # characters over which a mark of the clause belongs to the number
_STEP = 4  # words from a "from" to its number, and from there to "to"
_THOSE = frozenset(("the", "those", "these"))
_KNOWN = _THOSE | {"all"}
_TO_COME = frozenset(("hypothetical", "forecast", "planned"))
_NO_FORECAST = frozenset(("than", "as"))  # "as expected, it moved at 45 mph"
_LONG = 16  # words behind a number in which it may come to another
_FAR = 16  # words back from a "from" to the number that a count has come to
_SOON = 8  # characters from a number to the time that it is said to be of
_NEAR = 60  # characters in which a mark before or after the number still belongs to it


class Marks:
    """Finds status, scope and as-of of the quantities of one sentence."""

    def __init__(self, parsed: Parsed, seen: Seen, lexicon: Lexicon) -> None:
        self.parsed = parsed
        self.lexicon = lexicon
        self.seen = seen
        self.hits = seen.of("mark")
        self.denials = Denials(parsed, lexicon)
        self.starts = [token.start for token in parsed.tokens]

    def find(self, field: str, phrase: Counted, measure: Found | None = None) -> Fact | None:
        """The value of a field, by the words nearest to the number, whose measure may be told.

        What tells the measure by a rule is no mark of it: "donors pledged 45 million dollars" counts a promise.
        """
        undone = self.lexicon.groups["taking a mark away"]  # "other than", "a day after"
        found = [
            hit
            for hit in self.hits
            if hit.name.payload and hit.name.payload.field == field and hit.after not in undone
            if field != "status" or hit.before not in _NO_FORECAST  # "fell by more than expected, to 45"
            if not self._of_another_noun(hit, hit.name.payload)
            if not (
                field == "scope" and (self._struck_from(hit, phrase, measure) or self._only_then(hit, phrase, measure))
            )
            if not (field == "status" and self._supposed_of_noun(hit, measure))
            if not hit.name.payload.harm or (measure is not None and measure.harm)
        ]
        fits = [hit for hit in found if self._fits(hit, phrase, measure.start if measure else -1)]
        if field == "status" and (
            verb := self.denials.of(phrase) or self._verb(phrase, measure) or self._not_done(phrase, measure)
        ):
            told = measure is not None and (self._promised(verb, measure) or _of_denial(verb, measure))
            told = told or (measure is not None and self._refused(verb, measure)) or self._priced(verb, phrase, measure)
            told = told or self._were_there(verb, phrase, measure) or self._by_noun(verb, phrase, measure)
            told = told or self._perceived(verb) or self._managed(verb, phrase) or self._stands(verb, phrase)
            return None if told else (self._may_have(verb, phrase, measure) or verb)
        if not fits:
            return None
        at = self.parsed.tokens[phrase.token].start
        fits = [hit for hit in fits if not any(_holds(other, hit) for other in fits)]  # "earlier estimate of"
        hit = min(fits, key=lambda hit: (abs(hit.start - at), -(hit.end - hit.start)))
        return hit.fact()

    def _of_another_noun(self, hit: Hit, mark: Mark) -> bool:
        """ "In separate statements": whether the words go with a noun of which they tell nothing."""
        if not mark.not_of:
            return False
        last = max(0, bisect_left(self.starts, hit.end) - 1)
        chunk = self.parsed.chunks[self.parsed.at[last]]
        head = self.parsed.tokens[chunk.head]
        # "writes the daily Echo", "told the daily that": a paper, by its name or alone
        paper = self.parsed.tokens[chunk.start].tag == "D" and self.parsed.tokens[last].tag == "J"
        paper = paper and (head.tag == "M" or chunk.head == last)
        return paper or any(head.lemma in self.lexicon.groups[name] for name in mark.not_of)

    def _only_then(self, hit: Hit, phrase: Counted, measure: Found | None) -> bool:
        """ "The toll rose to 45 in a single day", "said the same day that 45 had died": when a count of all came to its
        number, or was told."""
        if hit.name.value != "daily":
            return False
        chunks, at = self.parsed.chunks, self.parsed.at[bisect_left(self.starts, hit.start)]
        verb = self.parsed.tokens[chunks[at - 1].head].lemma if at > 0 and chunks[at - 1].kind == "VP" else ""
        before = self.parsed.tokens[max(0, chunks[phrase.first].start - 1)].low
        counts = measure is not None and measure.counting and hit.start > self.starts[phrase.token]
        return verb in self.lexicon.groups["saying"] or (counts and before in ("from", "to"))

    def _struck_from(self, hit: Hit, phrase: Counted, measure: Found | None) -> bool:
        """ "Rockets fired from rebel areas killed 45": where it came from, not where they died."""
        from_there = hit.before == "from" and hit.name.value in HELD and measure is not None and measure.object_told
        return from_there and measure is not None and hit.end < self.starts[measure.start] < self.starts[phrase.token]

    def _supposed_of_noun(self, hit: Hit, measure: Found | None) -> bool:
        """ "A raid believed to be by the army killed 45": what is only believed of what killed them."""
        first = bisect_left(self.starts, hit.start)
        if measure is None or first >= len(self.starts):
            return False
        chunk = self.parsed.chunks[self.parsed.at[first]]
        alone = chunk.kind == "VP" and chunk.start == first and chunk.end - first > 2  # not "is believed to"
        _, to, be = (token.low for token in self.parsed.tokens[first : first + 3]) if alone else ("", "", "")
        return to == "to" and be in ("be", "have") and measure.start >= chunk.end

    def _may_have(self, verb: Fact, phrase: Counted, measure: Found | None) -> Fact | None:
        """ "Up to 400 may have drowned": what befell people, so far as anybody knows, where nothing is supposed."""
        if verb.span is None or measure is None or not measure.harm or self._supposes():
            return None
        tokens, at = self.parsed.tokens, bisect_left(self.starts, verb.span[0])
        mark, behind = self.lexicon.perfects.get(tokens[at].lemma), at + 1
        while behind < len(tokens) and tokens[behind].tag == "A":
            behind += 1
        if mark is None or behind >= len(tokens) or tokens[behind].low != "have":
            return None
        if mark.undergone and at < phrase.token:
            return None
        return Fact(value=mark.name, rule=mark.id, span=verb.span)

    def _perceived(self, verb: Fact) -> bool:
        """ "Four bodies could be seen in the street": what somebody could see or hear was there."""
        if verb.rule != "G02" or verb.span is None:
            return False
        at = bisect_left(self.starts, verb.span[0])
        could, be, seen = ([token.lemma for token in self.parsed.tokens[at : at + 3]] + ["", "", ""])[:3]
        return (could, be) == ("could", "be") and seen in self.lexicon.groups["sensing"]

    def _managed(self, verb: Fact, phrase: Counted) -> bool:
        """ "Divers could recover 12 bodies so far", "could find only two": what somebody was able to do was done."""
        if verb.rule != "G02" or verb.span is None or self._supposes():
            return False
        tokens, at = self.parsed.tokens, bisect_left(self.starts, verb.span[0])
        done = next((n for n in range(at + 1, phrase.token) if tokens[n].tag not in "AP"), at)
        if tokens[at].low != "could" or tokens[done].lemma not in self.lexicon.groups["managing"]:
            return False
        said = self._of_clause(at, phrase)
        # "so far", but not "3 million people so far untreated"
        ends = [n for n in range(len(said)) if n + 1 == len(said) or said[n + 1].tag not in "EJ"]
        lows = [token.low for token in said]
        words = [word.split() for word in self.lexicon.groups["so far"]]
        return any(lows[end - len(word) + 1 : end + 1] == word for end in ends for word in words)

    def _of_clause(self, first: int, phrase: Counted) -> Sequence[Token]:
        """The tokens from one on to the end of the clause of a number behind it."""
        tokens, end = self.parsed.tokens, phrase.token
        ends = (
            n for n in range(end, min(len(tokens), end + _LONG)) if tokens[n].tag in "CXV" or tokens[n].tag in _BREAKS
        )
        return tokens[first : next(ends, end + _LONG)]

    def _supposes(self) -> bool:
        """ "If it had burst", "had it burst": whether a condition stands in the sentence."""
        tokens = self.parsed.tokens
        subjects = zip((".", *(token.tag for token in tokens)), pairwise(tokens), strict=False)
        inverted = (had.low == "had" and then.tag in "NDM" and before not in "nMN" for before, (had, then) in subjects)
        return any(token.low in _IF for token in tokens) or any(inverted)

    def _promised(self, verb: Fact, measure: Found) -> bool:
        start = self.parsed.tokens[measure.start].start
        return not measure.derived and verb.span is not None and verb.span[0] == start

    def _refused(self, verb: Fact, measure: Found) -> bool:
        """ "The court rejected 12 appeals": the verb tells what became of them, and denies no number."""
        start = self.parsed.tokens[measure.start].start
        return verb.value == "denied" and measure.derived and verb.span is not None and verb.span[0] == start

    def _by_noun(self, verb: Fact, phrase: Counted, measure: Found | None) -> bool:
        """ "The 45 victims were not in danger", "all 45 bodies will be flown home": the counted noun tells the measure,
        the verb another thing; what is to come of a count is told of those who are known."""
        tokens = self.parsed.tokens
        known = {token.low for token in tokens[max(0, phrase.token - _TWO) : phrase.token]} & _KNOWN
        about = verb.rule == "G11" or (known and measure is not None and measure.harm and verb.value in _TO_COME)
        if measure is None or verb.span is None or not about:
            return False
        at = bisect_left(self.starts, verb.span[0])
        group = tokens[at : self.parsed.chunks[self.parsed.at[at]].end]
        inside = phrase.words[0] <= measure.start < phrase.words[1] and at > phrase.token
        return inside and not any(token.lemma in self.lexicon.doubting for token in group)

    def _were_there(self, verb: Fact, phrase: Counted, measure: Found | None) -> bool:
        """ "Struggled to treat the 45 people", "efforts to rescue 45 who were trapped": what is tried is no count."""
        tokens = self.parsed.tokens
        if verb.value != "hypothetical" or verb.span is None:
            return False
        if tokens[bisect_left(self.starts, verb.span[0])].tag == "X" or verb.span[0] > tokens[phrase.token].start:
            return False
        known = tokens[self.parsed.chunks[phrase.first].start].low in _THOSE
        return known or (measure is not None and measure.start > phrase.token)

    def _priced(self, verb: Fact, phrase: Counted, measure: Found | None) -> bool:
        """ "The $40 million bridge has not opened", "could collapse": what the verb tells is not told of its price."""
        behind = verb.span is not None and verb.span[0] > self.parsed.tokens[phrase.token].end
        priced = measure is not None and measure.value in self.lexicon.groups["of a thing"]
        return behind and priced and phrase.head > phrase.token

    def _fits(self, hit: Hit, phrase: Counted, told_at: int) -> bool:
        """Whether a mark stands where its rule wants it; `told_at`: the token that tells the measure, or -1."""
        number = self.parsed.tokens[phrase.token]
        where = hit.name.payload.where if hit.name.payload else "clause"
        if where == "sentence":
            return True
        if where == "nearest":
            return self._is_nearest(hit, number)
        if where == "whole":
            return self._before_whole(hit, phrase, told_at)
        if hit.name.value == "negated" and hit.end > number.start:
            return False  # "no more than 45"
        if where == "before":
            return self._close_before(hit, phrase)
        if where == "verb":
            return hit.end <= number.start and self._over_verb(hit, number) and self._joined(hit, phrase)
        if where == "step":
            return self._left_behind(hit, phrase)
        if where == "told":
            end = self.parsed.tokens[self.parsed.chunks[phrase.last].end - 1].end  # "five of them critically"
            return end < hit.start <= end + 1 or (told_at >= 0 and self._at_measure(hit, told_at))
        if where == "of":
            return hit.start == number.end + 1 and not self._holds_token(hit, told_at)
        if where == "after":
            end = self.parsed.tokens[max(phrase.words[1], phrase.token + 1) - 1].end
            return end <= hit.start <= end + 3
        return self._joined(hit, phrase)

    def _is_nearest(self, hit: Hit, number: Token) -> bool:
        """Whether no other number stands between a mark and the number."""
        first, behind = sorted((number.start, hit.start))
        between = self.parsed.tokens[bisect_right(self.starts, first) : bisect_left(self.starts, behind)]
        return not any(token.tag == "Q" for token in between)

    def _over_verb(self, hit: Hit, number: Token) -> bool:
        """Whether a verb, and no comma, stands between a mark and the number behind it."""
        between = self.parsed.tokens[bisect_left(self.starts, hit.end) : bisect_left(self.starts, number.start)]
        return any(token.tag in "VXE" for token in between) and all(token.tag != "," for token in between)

    def _before_whole(self, hit: Hit, phrase: Counted, told_at: int) -> bool:
        """Whether a mark stands right before the phrase, and what tells its measure behind it."""
        behind = told_at > max(phrase.words[1], phrase.token + 1) - 1
        return behind and hit.end + 1 == self.parsed.tokens[self.parsed.chunks[phrase.first].start].start

    def _close_before(self, hit: Hit, phrase: Counted) -> bool:
        """Whether a mark stands near enough before the number, with nothing between that parts them."""
        number = self.parsed.tokens[phrase.token]
        if hit.name.value == "earlier" and self._come_to(hit, phrase):
            return False
        if hit.name.value == "target" and self._told_apart(hit, number):
            return False
        first = self.parsed.tokens[self.parsed.chunks[phrase.first].start].start
        close = (hit.name.payload.near if hit.name.payload else 0) or _NEAR
        near = number.start - close <= hit.end <= number.end and hit.start >= first - max(close, _NEAR)
        return near and self._joined(hit, phrase)

    def _holds_token(self, hit: Hit, at: int) -> bool:
        """Whether a token is one of a mark's words; -1: there is none."""
        return at >= 0 and hit.start <= self.parsed.tokens[at].start < hit.end

    def _at_measure(self, hit: Hit, told_at: int) -> bool:
        """Whether a mark stands right before, on or right behind the words that tell a measure: "seriously hurt"."""
        told = self.parsed.tokens[told_at]
        return hit.start == told.start or hit.end + 1 == told.start or hit.start == told.end + 1

    def _left_behind(self, hit: Hit, phrase: Counted) -> bool:
        """Whether a count comes from the number: "rose to 60 from 45", "60, compared with 45 last year"."""
        tokens = self.parsed.tokens
        first = self.parsed.chunks[phrase.first].start
        lead = bisect_left(self.starts, hit.start)
        if not lead < first <= lead + _STEP or any(t.tag in _BREAKS for t in tokens[lead:first]):
            return False
        if hit.end > tokens[lead].end:  # more than a "from"
            return self._dated(phrase)
        counted = tokens[phrase.head].low if phrase.head >= 0 else ""
        before = tokens[max(0, lead - _FAR) : lead]
        return _stepped(before, counted) or _stepped(self._after(phrase), counted)

    def _after(self, phrase: Counted) -> list[Token]:
        """What follows a number in its clause, without brackets: "from 45 acres | (18 hectares) on Monday to 60"."""
        found, inside = list[Token](), False
        for token in self.parsed.tokens[phrase.token + 1 : phrase.token + 1 + _LONG]:
            if token.tag in "XVE" or (token.tag in _BREAKS and not inside):
                break
            inside = token.low == "(" or (inside and token.low != ")")
            if not inside and token.low != ")":
                found.append(token)
        return found

    def _come_to(self, hit: Hit, phrase: Counted) -> bool:
        """ "From an earlier count of 12 to | 45": whether the number is what another one has come to."""
        tokens, first = self.parsed.tokens, self.parsed.chunks[phrase.first].start
        behind = bisect_left(self.starts, hit.end)
        return tokens[first - 1].low == "to" and any(token.quantity >= 0 for token in tokens[behind:first])

    def _told_apart(self, hit: Hit, number: Token) -> bool:
        """ "Can seat 50, was carrying | 81": whether a verb stands between the number of a mark and this one."""
        between = self.parsed.tokens[bisect_left(self.starts, hit.end) : bisect_left(self.starts, number.start)]
        own = next((at for at, token in enumerate(between) if token.tag == "Q"), len(between))
        return any(token.tag in "VXEI" or token.low in _WITH for token in between[own:])

    def _dated(self, phrase: Counted) -> bool:
        """Whether the number is said to be of a time: "45 last year", "45 deaths in May"."""
        end = self.parsed.tokens[max(phrase.words[1], phrase.token + 1) - 1].end
        return any(end <= when.span[0] <= end + _SOON for when in self.seen.dates)

    def _joined(self, hit: Hit, phrase: Counted) -> bool:
        """Whether no break of the sentence stands between a mark and the number."""
        low, high = sorted((hit.start, self.parsed.tokens[phrase.token].start))
        if high - low > _REACH:
            return False
        between = self.parsed.tokens[bisect_right(self.starts, low) : bisect_left(self.starts, high)]
        past = self.lexicon.groups["behind which it is past"]
        # "aims to restore the town after three decades of war": what came before is no plan.
        if hit.start == low and any(token.low in past for token in between):
            return False
        if hit.start == low and _of_a_cause(between, self.lexicon):
            return False
        if hit.name.rule == "G01" and any(token.tag == "," for token in between):
            return False  # "if you are listening, find the 30,000"
        if hit.start == low:
            return not any(token.tag in _BREAKS for token in between)
        parts = [at for at, token in enumerate(between) if token.tag == "Q"]
        return not any(token.tag in _BREAKS for token in between) and all(_of_those(between, at) for at in parts)

    def _verb(self, phrase: Counted, measure: Found | None) -> Fact | None:
        """A verb or auxiliary in the verb groups beside the number: "could kill 50", "50 are feared dead"."""
        chunks = self.parsed.chunks
        before, behind = phrase.first - 1, phrase.last + 1
        if before >= 0 and chunks[before].kind == "A":
            before -= 1
        # "will fall to 15 percent"
        towards = self.lexicon.groups["towards a number"]
        if before >= 1 and chunks[before].kind == "P" and self.parsed.tokens[chunks[before].start].low in towards:
            before -= 1
        if behind < len(chunks) and chunks[behind].kind == "A":
            behind += 1
        if (fact := self._attempted(before) or self._coming(before)) is not None:
            return fact
        if (fact := self._coming(behind + 2)) is not None and not self._object(phrase):
            return fact
        told = before >= 0 and measure is not None and chunks[before].start <= measure.start < chunks[before].end
        done = told and chunks[before].kind == "VP"  # "the bomb that killed 12 did not hurt others"
        for at in (before,) if done else (before, behind):
            if not 0 <= at < len(chunks) or chunks[at].kind != "VP":
                continue
            fact = self._in_group(chunks[at], at == behind)
            if fact and not (at == behind and self._of_another_subject(phrase, chunks[at], fact)):
                return fact
        if before >= 0 and self.parsed.tokens[chunks[before].start].tag == "T" and (fact := self._foretold(before)):
            return fact
        return self._supposed(phrase)

    def _supposed(self, phrase: Counted) -> Fact | None:
        """The auxiliary of the verb further on whose subject is counted: "45 workers at two plants could walk out"."""
        at = clauses.verb_of(self.parsed, phrase.last, ())
        chunk = self.parsed.chunks[at] if at is not None and not self._object(phrase) else None
        if chunk is None or self.parsed.tokens[chunk.start].tag != "X":
            return None
        mark = self.lexicon.mark_verbs.get(self.parsed.tokens[chunk.start].lemma)
        if mark is None:
            return None
        first = self.parsed.tokens[chunk.start]
        return Fact(value=mark.name, rule=mark.id, span=(first.start, first.end))

    def _attempted(self, infinitive: int) -> Fact | None:
        """ "Efforts to rescue 45 miners": the noun for what is tried before its infinitive."""
        opening = self.parsed.chunks[infinitive].start
        noun = self.parsed.tokens[opening - 1] if infinitive > 0 else None
        if (
            noun is None
            or self.parsed.tokens[opening].tag != "T"
            or noun.lemma not in self.lexicon.groups["attempt noun"]
        ):
            return None
        return Fact(value="hypothetical", rule="G54", span=(noun.start, noun.end))

    def _coming(self, infinitive: int) -> Fact | None:
        """ "Is likely to cut 45 jobs", "45 jobs are due to go": "be" and how sure it is, before an infinitive."""
        chunk = self.parsed.chunks[infinitive] if 0 < infinitive < len(self.parsed.chunks) else None
        tokens = self.parsed.tokens
        if chunk is None or chunk.kind != "VP" or chunk.start < _TWO or tokens[chunk.start].tag != "T":
            return None
        be, sure, done = tokens[chunk.start - 2], tokens[chunk.start - 1], tokens[min(chunk.start + 1, chunk.end - 1)]
        if be.tag != "X" or sure.low not in self.lexicon.groups["sure to come"]:
            return None
        if done.low == "have" or (chunk.end - chunk.start == _TWO and done.low == "be"):
            return None  # "40 are likely to have died", "40 cases are likely to be flu"
        return Fact(value="forecast", rule="G03", span=(sure.start, sure.end))

    def _foretold(self, infinitive: int) -> Fact | None:
        """ "Expects the economy to grow by 5 percent": the verb before the subject of an infinitive.

        What is not done may still be what for: "need not send a letter to end the four-day strike".
        """
        chunks = self.parsed.chunks
        for at in range(infinitive - 1, max(-1, infinitive - _FORETOLD), -1):
            if chunks[at].kind == "VP":
                fact = self._in_group(chunks[at], False) if at < infinitive - 1 else None
                head = self.parsed.tokens[chunks[at].head]
                has_done = head.lemma in self.lexicon.groups["having others do"] or head.tag in "XG"  # "not enough to"
                return fact if fact is None or has_done or fact.value != "negated" else None
            if chunks[at].kind not in ("NP", "P", "'"):
                return None
        return None

    def _stands(self, verb: Fact, phrase: Counted) -> bool:
        """ "Has not revised its 45", "the number of 45 has not moved": a figure told before, which nothing undoes."""
        tokens, at = self.parsed.tokens, phrase.token
        if verb.value != "negated" or phrase.head >= 0 or at < 1:
            return False
        of = at > 1 and tokens[at - 1].low == "of" and tokens[at - 2].lemma in self.lexicon.groups["figure"]
        changed = tokens[at - 1].low in THEIR and tokens[at - 2].lemma in self.lexicon.groups["counting"]
        return of or changed

    def _not_done(self, phrase: Counted, measure: Found | None) -> Fact | None:
        """ "The 45 men in the boat were not hurt": what the verb further on tells did not befall them."""
        if measure is None or self._object(phrase):
            return None
        chunk, tokens = self.parsed.chunks[self.parsed.at[measure.start]], self.parsed.tokens
        if chunk.kind != "VP" or chunk.start <= phrase.token:
            return None
        found = next((t for t in range(chunk.start, measure.start) if tokens[t].tag == "G"), None)
        if found is None or tokens[found + 1].low in self.lexicon.groups["merely"]:
            return None
        return Fact(value="negated", rule="G11", span=(tokens[found].start, tokens[found].end))

    def _object(self, phrase: Counted) -> bool:
        """Whether the phrase hangs on what stands before it, and so is no subject."""
        return phrase.first > 0 and self.parsed.chunks[phrase.first - 1].kind in ("VP", "P", "NP")

    def _of_another_subject(self, phrase: Counted, verb: Chunk, fact: Fact) -> bool:
        """ "The blast that killed 20 | may have been", "the families of the 20 | were not told": whether the subject of
        the verb behind is a noun further ahead. An "of" may go with the number: "a total of 20 could lose their jobs".
        """
        tokens, chunks, at = self.parsed.tokens, self.parsed.chunks, phrase.first - 1
        at -= at > 0 and chunks[at].kind == "NP" and chunks[at - 1].kind == "P"  # "of | the record | $2 million prize"
        if at < 0 or chunks[at].kind not in ("VP", "P"):
            return False
        before, negated = tokens[max(0, chunks[at].start - 1)], fact.value == "negated"
        if chunks[at].kind == "P":
            known = tokens[chunks[at + 1].start].low == "the"
            return negated and (known or before.lemma not in self.lexicon.groups["transparent"])
        if tokens[chunks[at].head].lemma in self.lexicon.groups["saying"]:
            return False
        # "Found 20 boxes not fit for sale, not sent", "the deal to buy 20".
        bare = tokens[verb.start].tag == "G" and tokens[verb.head].tag in "GE"
        below = before.low == "to" or tokens[chunks[at].start].low == "to" or tokens[chunks[at].head].tag == "I"
        return before.low in _RELATIVE or (negated and (bare or below))

    def _in_group(self, chunk: Chunk, behind: bool) -> Fact | None:
        tokens = self.parsed.tokens
        if behind and tokens[chunk.head].tag == "I":
            return None  # "40 people seeking shelter" are no plan
        for t in range(chunk.start, chunk.end):
            if tokens[t].low in _TO_BE and t + 1 < chunk.end and tokens[t + 1].tag == "T":
                return Fact(value="planned", rule="G04", span=(tokens[t].start, tokens[t + 1].end))
            coming = tokens[t].low in self.lexicon.groups["sure to come"]  # "is set to lose $45 million"
            coming = coming and tokens[chunk.head].lemma not in self.lexicon.groups["as good as done"]
            if coming and t + 1 < chunk.end and tokens[t + 1].tag == "T":
                return Fact(value="forecast", rule="G03", span=(tokens[t].start, tokens[t].end))
            mark = self.lexicon.mark_verbs.get(tokens[t].lemma)
            if mark and mark.where == "denial":
                continue
            if mark and behind and mark.name == "planned" and t == chunk.end - 1:
                continue  # "three scholars agreed"
            tried = mark is not None and mark.name == "hypothetical" and tokens[t].tag != "X"
            if mark and tried and (not self._to_do(t) or (behind and mark.where == "before")):
                continue  # "fighting killed 45", "45 people rushed to leave"; but "fought to save 45"
            if mark and (tokens[t].tag == "X" or t < chunk.end - 1 or mark.name in _WHOLE_VERBS):
                if tokens[t].low == "would" and self._reported(chunk.start):
                    mark = self.lexicon.mark_verbs["will"]
                # "may have killed" supposes, "will have" foretells.
                return Fact(value=mark.name, rule=mark.id, span=(tokens[t].start, tokens[t].end))
            if tokens[t].tag == "G":
                return self._condition(chunk) or Fact(
                    value="negated", rule="G11", span=(tokens[t].start, tokens[t].end)
                )
        return None

    def _to_do(self, verb: int) -> bool:
        """Whether an infinitive follows a verb at once."""
        return verb + 1 < len(self.parsed.tokens) and self.parsed.tokens[verb + 1].tag == "T"

    def _condition(self, chunk: Chunk) -> Fact | None:
        """ "If he does not win 45 seats": what did not happen is only supposed."""
        for token in reversed(self.parsed.tokens[max(0, chunk.start - _STEP) : chunk.start]):
            if token.tag in _BREAKS or token.tag == ",":
                return None
            if token.low in _IF:
                return Fact(value="hypothetical", rule="G01", span=(token.start, token.end))
        return None

    def _reported(self, verb: int) -> bool:
        """ "Said it would cut 4,500 jobs": a future told in the past; with an "if" it stays a supposition."""
        tokens, chunks = self.parsed.tokens, self.parsed.chunks
        if any(token.low == "if" for token in tokens) or any(t.low == "have" for t in tokens[verb : verb + 3]):
            return False
        said = (chunk for chunk in chunks if chunk.kind == "VP" and tokens[chunk.head].tag in "EV")
        return any(tokens[chunk.head].lemma in self.lexicon.groups["saying"] for chunk in said)


def _of_those(tokens: Sequence[Token], number: int) -> bool:
    """Whether a number is of some of those before it: "45 people, including at least 12 children, in rebel areas"."""
    return any(token.low == "including" for token in tokens[max(0, number - _STEP) : number])


def _of_a_cause(between: Sequence[Token], lexicon: Lexicon) -> bool:
    """ "More may die because of the state of | 300 injured": whether a number tells why that may come."""
    causes = lexicon.groups["telling a cause"]
    at = next((at for at in range(len(between) - 1, -1, -1) if between[at].low in causes), -1)
    return at >= 0 and not any(token.tag in "VXT" for token in between[at + 2 :])


def _holds(long: Hit, short: Hit) -> bool:
    """Whether the words of a mark lie in those of a longer one."""
    return long.start <= short.start and short.end <= long.end and long.end - long.start > short.end - short.start


def _of_denial(verb: Fact, measure: Found) -> bool:
    """Whether it is the denial of a verb that tells the measure: "did not survive", "could not be found"."""
    return measure.denied and verb.value in ("negated", "hypothetical")


def _stepped(tokens: Sequence[Token], counted: str) -> bool:
    """Whether a number stands right behind a "to" and counts the same: not "to 3 camps from 45 towns"."""
    for at, token in enumerate(tokens):
        if token.low != "to":
            continue
        ahead = takewhile(lambda k: tokens[k].tag not in "nMVI", range(at + 1, min(len(tokens), at + _STEP)))
        if (number := next((k for k in ahead if tokens[k].tag == "Q"), None)) is not None:
            after = tokens[number + 1] if number + 1 < len(tokens) else None
            return not counted or after is None or after.tag != "n" or after.low == counted
    return False
