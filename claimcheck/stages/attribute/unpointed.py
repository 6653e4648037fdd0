"""Speakers in a text that lost its commas: "An air strike killed 15 civilians in the town a monitor said"."""

from __future__ import annotations

import re

from claimcheck.rules.attributions import Cue
from claimcheck.stages.attribute.agents import Agents
from claimcheck.stages.attribute.lexicon import Lexicon
from claimcheck.stages.attribute.line import QUOTE
from claimcheck.stages.attribute.scope import Report
from claimcheck.stages.attribute.wording import Piece

_MOST = 14  # tokens a speaker has at most
_OPENING = 5  # tokens a count opens with
_FRAMES = ("say", "tell")
_NAMES = re.compile(r"\b(?:spokes\w+\s|[^\W\d_a-zß-öø-ÿ][\w'’-]*+\s){1,4}[^\W\d_a-zß-öø-ÿ][\w'’-]*+")
_TITLED = ("collective", "government-office", "name-particle")  # what may stand before somebody's name
_FEWEST_WORDS = 60  # of a text by which it is judged


class Unpointed(Agents):
    """Reads a last "X said" that no comma parts from what X said."""

    unpointed: bool = False  # whether the text lost its commas
    called: frozenset[str] = frozenset()  # the surnames of those whom the text names in full

    def trailing(self, rule: Cue, at: int, end: int) -> Report | None:
        """Who stands right before a verb that ends its sentence, behind a clause of its own."""
        if rule.frame not in _FRAMES:
            return None
        recipient, tail = self.between.recipient(end) if rule.frame == "tell" else (None, end)
        stop = self.phrases.group_start(at)
        tail = self.between.adverbials(tail)
        if stop == 0 or not self._closes_here(tail):
            return None
        first = self._subject_start(stop)
        told = first is not None and (self.phrases.tells(0, first) or self._counts_lost(first))
        if first is None or not (told or self.headline or QUOTE in self.lows[:first]):
            return None
        first = self._called_behind(first, stop)
        goes_on = tail < self.size and self.lows[tail] in self.lexicon.classes["going-on"]
        joined = tail + 1 < self.size and self.lows[tail] == "and" and self.phrases.verb(tail + 1)
        goes_on = goes_on or joined  # it said | and included 40 men
        content = [(0, first), *([(tail, self.size)] if goes_on else [])]
        return self.report(rule, (first, stop), (at, end), content, before=True, recipient=recipient)

    def trailed(self, rule: Cue, at: int, end: int) -> Report | None:
        """ "17 people died overnight said the monitor": the speaker behind a verb, where he ends the sentence."""
        speaker = self.phrases.right(end) if rule.frame == "say" and at > 2 else None
        if speaker is not None:
            speaker = self.until_adding(*speaker)
        if speaker is None or not self._closes_behind(speaker):
            return None
        called = speaker[0], speaker[1] - (self.lows[speaker[1] - 1][0] == "(")  # the Larkin Union | (LU)
        if not (self.somebody(called) or self.fitness.documents(speaker)):
            return None
        start = self._subject_start(at)
        counted = start is not None and start > 0 and self.phrases.number(start - 1)  # wounded 60 | people
        speaks = start is not None and self.somebody((start, at))  # no shrine in the suburbs
        started = (speaks and not counted) or self.lows[at - 1] in self.grammar.auxiliary
        if started or not (self.phrases.tells(0, at) or QUOTE in self.lows[:at]):
            return None
        return self.report(rule, speaker, (at, end), [(0, at)], before=True)

    def unfronted(self, speaker: Piece) -> Piece:
        """A speaker without what stands before him and lost its comma: "Falling short of its aims | the army said",
        "five were hurt in the attack | the group said", "it is a low figure | Roe said"."""
        first, last = speaker
        opens = self.lows[first].endswith("ing") and (first == 0 or self.lows[first - 1] == ":")
        if opens and self.lows[first : first + 2] == ["speaking", "to"]:
            behind = self.between.adverbials(self._behind_outlet(first + 2))
            return (behind, last) if first + 2 < behind < last else speaker
        starts = (k for k in range(last - 1, max(first, 1), -1) if self.lows[k] in self.grammar.speaker_start)
        says = opens or not self.grammar.plainly_said.isdisjoint(self.lows[last : last + 3])
        begin = next((k for k in starts if opens or self.somebody((k, last))), first) if says else first
        if begin > first and self._apart_from(begin) and (opens or self._apart_for(first, begin)):
            return begin, last
        return (self._called_behind(first, last), last)

    def _behind_outlet(self, at: int) -> int:
        """Behind an outlet that is known: "Speaking to | AFP | Observatory director Ana Roe said"."""
        names, words = self.lexicon.classes["outlet-name"], self.line.words
        return next((k for k in range(at + 3, at, -1) if " ".join(words[at:k]) in names), at)

    def _apart_for(self, first: int, begin: int) -> bool:
        """Whether words before a speaker are no part of him: no clause, no list, no name of which he tells what it is
        ("the Larkin Union | a group of medics")."""
        between = self.lows[first:begin]
        hung = any(low in self.grammar.relative or low == "that" or low.endswith("ing") for low in between)
        named = (self.phrases.capital(begin - 1) and not self.phrases.time(begin - 1)) or between[-1].endswith(")")
        does = any(self.phrases.verb(k) for k in range(first + 1, begin))
        return not (hung or named or does) and between[-1] not in ("and", "or")

    def _called_behind(self, first: int, last: int) -> int:
        """Where a surname begins behind a noun that is no title of his: "a low figure | Roe"."""
        at = last - 1
        if self.line.words[at] not in self.called or at - 1 <= first or self.phrases.capital(at - 1):
            return first
        before = self.lows[at - 1]
        title = any(before in kind for kind in (self.lexicon.titles, *(self.lexicon.classes[k] for k in _TITLED)))
        return at if self.lows[first] in self.grammar.determiner and not title and self._apart_from(at) else first

    def until_adding(self, first: int, last: int) -> Piece:
        """A speaker before what he adds: "said Tom Roe | adding that six men fell"."""
        for at in range(first + 1, last):
            ends = at + 1 == last or self.lows[at + 1] == "that"
            if ends and self.phrases.present_participle(at):
                return first, at
        return first, last

    def _closes_behind(self, speaker: Piece) -> bool:
        """Whether nothing follows a speaker but what he is, without its comma: "said the Observatory | a group which
        tracks the war"."""
        last = self.between.adverbials(speaker[1])
        if self._closes_here(last) or last + 1 >= self.size:
            return True
        stop = next((k for k in range(last, min(self.size, last + _MOST)) if self.phrases.closes(k)), self.size)
        last += self.lows[last][0] == "("  # the Larkin Observatory (LO) | a group
        told = self.lows[last] in ("a", "an") and (self.phrases.capital(last - 1) or self.lows[last - 1][0] == "(")
        related = next((k for k in range(last, stop) if self.lows[k] in self.grammar.relative), stop)
        return (told or related == last) and not any(self.phrases.verb(k) for k in range(last + 1, related))

    def _closes_here(self, at: int) -> bool:
        if at >= self.size or self.phrases.bound(at) or self.lows[at] in self.grammar.subordinator:
            return True
        if self.lows[at] in ("and", "but"):
            return True
        at += self.lows[at] == "without" and at + 1 < self.size  # without giving details
        return self.lows[at].endswith("ing")  # the monitor said adding that

    def _subject_start(self, stop: int) -> int | None:
        """Where the words for a speaker begin that end before a token; None: nobody that is plainly one."""
        stop = self.phrases.related_object(stop - 1) or self._spotless(stop)
        if self.lows[stop - 1] in self.grammar.pronoun:
            return stop - 1 if self._apart_from(stop - 1) else None
        at = stop
        while at > max(1, stop - _MOST):
            at -= 1
            if self.phrases.verb(at) or self.phrases.closes(at) or self.phrases.time(at):
                break
            watched = at > 2 and self.lows[at - 1].endswith("ing") and self.lows[at - 2] in self.lexicon.holders
            if self.lows[at] in self.grammar.speaker_start and self._apart_from(at) and not watched:
                tied = any(low in self.grammar.preposition for low in self.lows[at:stop])
                mute = tied and not self.somebody((at, stop))  # a checkpoint near Homs | activists said
                nearer = self._bare(stop) if mute else None
                return nearer if nearer is not None else self._joined(at)  # a group monitoring | the war
            hung = self.lows[at] in self.grammar.apposed and self.lows[at + 1] in ("of", "for", "at")
            first = self._capitals_before(at) if hung and self.phrases.capital(at) else at
            if hung and self.phrases.capital(stop - 1) and self._apart_from(first):
                return first  # in Syria | member of the Larkin Council Tom Roe said
        return self._bare(stop)

    def _spotless(self, stop: int) -> int:
        """Before a place without a name at which a speaker is: "activists | in the town said"."""
        placed = stop > 4 and self.lows[stop - 1] in self.lexicon.classes["spot"]
        placed = placed and self.lows[stop - 2] in self.grammar.determiner
        placed = placed and self.lows[stop - 3] in self.lexicon.classes["at-a-spot"]
        return stop - 3 if placed and self.lows[stop - 4] in self.lexicon.holders else stop

    def _bare(self, stop: int) -> int | None:
        """A speaker without an article: "activists", "Syrian state media", "SANA", "observatory head Rami Nasser"."""
        last = stop - 1
        letters = self.line.words[last].isupper() and len(self.line.words[last]) > 1
        named = self.phrases.capital(last) and not self.phrases.time(last)
        low = self.lows[last]
        if not (letters or named or low in self.lexicon.holders or low in self.lexicon.classes["outlet-word"]):
            return None
        at = last
        while at > 1 and named and not letters and self._goes_before(at - 1):
            at -= 1
        at = self._titled(at, last) if named and not letters else at
        while at > 1 and self._modifies(at - 1) and not self._counted(at - 1):
            at -= 1  # in the town | Syrian state television said
        titled = not self.lexicon.titles.isdisjoint(self.lows[at:last])
        known = self.line.words[last] in self.lexicon.classes["outlet-name"] | self.lexicon.classes["body-name"]
        short = last - at in (1, 2) or (titled and at < last) or (at == last and known)
        alone = not short and not (at == last and self.line.words[last] in self.called)
        if named and not letters and at > 0 and self.phrases.capital(at) and alone:
            return None  # a lone capital word may be a town
        if at < last and low in self.lexicon.classes["for-body"] and not self._apart_from(at):
            at = last  # members of medical staff | activists said
        return self._joined(at) if self._apart_from(at) else None

    def _counted(self, at: int) -> bool:
        """Whether a noun ends what is told of it: "the | town", "eight | volunteers"."""
        before = self.lows[at - 1]
        number = before in self.grammar.quantifier or before[0].isdigit()
        several = number and self.lows[at] in self.lexicon.classes["collective"]
        return several or before in self.grammar.determiner

    def _goes_before(self, at: int) -> bool:
        """Whether a word may be part of a name before its last: "Tom", "de | Mistura"."""
        particle = self.lows[at] in self.lexicon.classes["name-particle"] and at > 0 and self.phrases.capital(at - 1)
        return (self.phrases.capital(at) or particle) and not self.phrases.time(at)

    def _titled(self, first: int, last: int) -> int:
        """Where whom a title is told of begins, behind a place: "near Homs | Foreign Minister Ana Berg"."""
        places = self.lexicon.classes["land-name"] | self.lexicon.classes["town-name"]
        outlet = last - first == 1 and self.line.words[last] in self.lexicon.classes["outlet-name"]  # in Homs | Reuters
        if (
            (outlet or last - first > 1)
            and self.lows[first] in places
            and self.lows[first - 1] in self.grammar.preposition
        ):
            return self._office_for(first) or first + 1  # near Homs | Ana de Berg
        title = next((k for k in range(first + 1, last) if self.lows[k] in self.lexicon.titles), first)
        lands = (k for k in range(first + 1, title) if self._land_adjective(k))
        return next(lands, first) if title > first else first

    def _office_for(self, land: int) -> int:
        """Where the office begins that is held for a land: "UN | Envoy for Chad Ana de Berg"; 0: none is."""
        at = self._capitals_before(land - 1) if self.lows[land - 1] == "for" else land - 1
        return at if at < land - 1 else 0

    def _capitals_before(self, at: int) -> int:
        """Where the capital words begin that end before a token: no day, no month."""
        while at > 0 and self.phrases.capital(at - 1) and not self.phrases.time(at - 1):
            at -= 1
        return at

    def _land_adjective(self, at: int) -> bool:
        return self.phrases.capital(at) and self.lows[at].endswith(("an", "ish", "ese", "i"))

    def _modifies(self, at: int) -> bool:
        """Whether a word may stand before a speaker's head: "local", "state news agency", "Syrian"."""
        low = self.lows[at]
        adjective = self._land_adjective(at) and not self.phrases.time(at)
        land = self.phrases.capital(at) and low.endswith("s") and low[:-1] in self.lexicon.classes["land-name"]
        return adjective or land or low in self.lexicon.classes["speaker-modifier"] or low in self.lexicon.holders

    def _joined(self, first: int) -> int:
        """With who is named before "and": "residents and a monitoring group"."""
        if first > 1 and self.lows[first - 1] == "and" and self._speaks_at(first - 2):
            at = first - 2
            while at > 1 and self._modifies(at - 1) and self._told_beside(at - 1):
                at -= 1  # Syrias state-run news | agency and Kurdish media
            return at - (at > 0 and self.lows[at - 1] in self.grammar.speaker_start and self._apart_from(at - 1))
        return first

    def _told_beside(self, at: int) -> bool:
        """Whether a word that may modify is no speaker by itself: "activists | former residents and a monitor"."""
        several = self.lows[at] in self.lexicon.classes["collective"]
        return not several and self.lows[at - 1] not in self.grammar.determiner

    def _speaks_at(self, at: int) -> bool:
        """Whether a word is the head of a speaker without a name: "residents", "media"."""
        return self.lows[at] in self.lexicon.holders or self.lows[at] in self.lexicon.classes["outlet-word"]

    def _apart_from(self, first: int) -> bool:
        """Whether what stands before a phrase can end a clause: no preposition, no verb, no "than"."""
        if first == 0:
            return False
        before, grammar = self.lows[first - 1], self.grammar
        joins = before == "and" and first > 1 and self._speaks_at(first - 2)
        return (joins or self._befell(first - 1)) or not (
            before in grammar.preposition
            or before in grammar.conjunction
            or before in grammar.subordinator
            or before in grammar.relative
            or before in grammar.determiner
            or before == "that"
            or self.phrases.verb(first - 1)
        )

    def _counts_lost(self, last: int) -> bool:
        """Whether the words open with how many it befell: "A further five died in the attack"."""
        for at in range(1, min(last - 1, _OPENING)):
            counted = self.lows[at - 1] in self.grammar.quantifier or self.lows[at - 1].isdigit()
            if counted and self.lows[at].endswith("ed"):
                return self.lows[at + 1] in self.grammar.preposition or self.phrases.time(at + 1)
        return False

    def _befell(self, at: int) -> bool:
        """Whether a participle ends what befell some: "five were hurt | the monitor said", "leaving five men dead"."""
        if at < 2 or not (self.lows[at].endswith("ed") or self.lows[at] in self.grammar.participle):
            return False
        while at > 2 and self.lows[at - 1] in self.grammar.adverb:
            at -= 1  # scores were also injured | it said
        before = self.lows[at - 1]
        if before in ("those", "the", "others") or before[0].isdigit():
            return True  # evacuating those injured | he said, and another 40 wounded | it said
        counted = before.isalpha() and any(
            low[0].isdigit() or low in self.grammar.quantifier for low in self.lows[at - 4 : at]
        )
        return before in self.grammar.be or (counted and not self.phrases.verb(at - 1))


def surnames(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Whom a text names in full, behind a title or a first name: "Roe" of "General Tom Roe"."""
    given = lexicon.titles | lexicon.classes["male-name"] | lexicon.classes["female-name"]
    found = _NAMES.finditer(text)
    names = [hit.group().split() for hit in found]
    ends = frozenset(name[-1] for name in names if any(word.lower() in given for word in name[:-1]))
    first = lexicon.classes["male-name"] | lexicon.classes["female-name"]
    behind = (name[k + 1] for name in names for k in range(len(name) - 1) if name[k].lower() in first)
    return ends.union(behind)  # Tom Roe UN envoy for Chad


def unpointed(text: str) -> bool:
    """Whether a text lost its commas: fewer than one in eighty words, where writers set one in fifteen."""
    words = text.count(" ")
    return words > _FEWEST_WORDS and text.count(",") * 80 < words
