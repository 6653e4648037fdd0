"""A verb of saying and its speaker in, what he tells out: before the verb, behind it, or beside a number."""

from __future__ import annotations

from claimcheck.records import Span
from claimcheck.rules.attributions import Cue
from claimcheck.stages.attribute.agents import GIVING
from claimcheck.stages.attribute.granted import BRIEF, Granted
from claimcheck.stages.attribute.inverted import JOINTS
from claimcheck.stages.attribute.line import DASHES, QUOTE, STOPS
from claimcheck.stages.attribute.scope import Report
from claimcheck.stages.attribute.wording import POSSESSIVES, Piece

_IN_WAKE = ["in", "the", "wake"]
_SCENE = frozenset(("when", "where"))
_COUNTED = 6  # tokens from a number to the clause that tells of those it counts


class Content(Granted):
    """Finds what the speakers of one line tell, who stand before their verb."""

    def from_left(self, rule: Cue, speaker: Piece, at: int, end: int) -> Report | None:
        """What a speaker tells who stands before his verb; None: nothing."""
        if rule.frame in ("call", "bare"):
            return (self._called if rule.frame == "call" else self._had)(rule, speaker, at, end)
        recipient, begin = self.between.recipient(end) if rule.frame == "tell" else (None, end)
        nobody = recipient is None and self.lows[end : end + 1] != ["that"]  # has told | that 40 fell
        if rule.frame == "tell" and (nobody or self.lows[begin - 1] in self.grammar.anecdote):
            return None
        tail = self.between.aside(self.between.adverbials(begin))
        if begin < tail < self.size and self._dated_thing(speaker, tail):
            return None
        closed = tail >= self.size or self.lows[tail] in (".", ";", ")", "?", "!") or self.lows[tail] in DASHES
        in_front = self._told_in_front(rule, speaker, (at, end), tail, closed=closed, recipient=recipient)
        if in_front is not None:
            return in_front
        if rule.frame == "ask" and (QUOTE not in self.lows[end : end + 4] or self.lows[end] in POSSESSIVES):
            return None  # continue its path into "deep space"
        if closed or self._only_when(speaker[0], tail):
            return self.report(rule, speaker, (at, end), self._counted_by(rule, speaker), recipient=recipient)
        done = rule.manner == "claims" and self.fitness.infinitive(begin)  # claims to hold 40 villages
        if rule.frame == "say" and self.lows[begin] == "to" and not (done or self._to_have(begin)):
            content = list[Piece]() if speaker[0] == 0 else None  # "We lost it!" Roe said to the station
        else:
            content = self._undone(rule, begin, self._told_behind(rule, speaker[0], begin, tail))
        if content and recipient is not None and self.fitness.infinitive(begin):
            content = self._ordered(begin, content)
        if content and self.fitness.number_near(begin) and self._named(speaker):
            content = self._in_turn(rule, (at, end), content)
        if content and rule.frame == "say" and rule.manner != "estimates":
            content = [*self._told_of_them(speaker), *content]
        if content and rule.frame == "say":
            content = [*self._told_of_those(speaker), *content]
        return self.report(rule, speaker, (at, end), content, recipient=recipient) if content is not None else None

    def _had(self, rule: Cue, speaker: Piece, at: int, end: int) -> Report:
        """The one number of a count without its noun: "police had 40 this morning, | strikers 90"."""
        number = next((k for k in range(end, self.size) if self.phrases.number(k)), end)
        stop = next((k for k in range(number, self.size) if self.phrases.closes(k)), self.size)
        return self.report(rule, speaker, (at, end), [(end, stop)])

    def _ordered(self, begin: int, content: list[Piece]) -> list[Piece]:
        """Who is told to do something is not told what had happened: "told them to leave, | days after 40 men died"."""
        last = content[-1][1]
        upon = self.grammar.upon_which
        lead = (at for at in range(begin + 2, last) if self.lows[at] in upon or self.lows[at : at + 3] == _IN_WAKE)
        end = next(lead, last)
        if "that" in self.lows[begin:end] or QUOTE in self.lows[begin:end]:
            return content
        return [(first, min(stop, end)) for first, stop in content if first < end]

    def _undone(self, rule: Cue, begin: int, content: list[Piece] | None) -> list[Piece] | None:
        """Who denies a deed does not deny what is told of its day: "denied shelling it on Monday, | when 40 died"."""
        if not content or rule.frame != "deny" or not self.lows[begin].endswith("ing"):
            return content
        last, opens = content[-1][1], self.grammar.relative | _SCENE
        commas = (at for at in range(begin + 1, last - 1) if self.lows[at] == ",")
        end = next((at for at in commas if self.lows[at + 1] in opens), last)
        return [(first, min(stop, end)) for first, stop in content if first < end]

    def _called(self, rule: Cue, speaker: Piece, at: int, end: int) -> Report | None:
        """ "He called it "a rise of 40 per cent"": the words quoted; no book called "40 Years"."""
        mark = next((k for k in range(end, min(self.size, end + 4)) if self.lows[k] == QUOTE), None)
        if mark is None or not self.somebody(speaker):
            return None
        return self.report(rule, speaker, (at, end), [(mark, mark + 1)])

    def _counted_by(self, rule: Cue, speaker: Piece) -> list[Piece]:
        """What a relative clause says that somebody reported: "below the | 51 deaths that the army reported"."""
        first = speaker[0]
        if rule.frame in GIVING and self.lows[first : first + 1] == ["the"] and (at := self._number_at(first - 1)):
            return [(at, first)]
        if rule.frame == "say" and rule.manner == "estimates" and (at := self.phrases.amount(first)):
            return [(at, first)]  # below the | $28 billion analysts expected
        if rule.frame != "say" or first < 3 or self.lows[first - 1] not in ("that", "which"):
            return []
        opens = next((k + 1 for k in range(first - 2, -1, -1) if self.phrases.closes(k) or self.phrases.verb(k)), 0)
        number = next((k for k in range(max(opens, first - _COUNTED), first) if self.fitness.number_soon(k)), None)
        return [(number, first - 1)] if number is not None and self.fitness.counts(speaker) else []

    def _number_at(self, last: int) -> int | None:
        """The number that ends at a token, be there a noun behind it: "six times the | nine the army acknowledged"."""
        plural = last > 1 and self.lows[last].isalpha() and self.lows[last].endswith("s")
        number = last - plural
        counts = number > 0 and (self.lows[number][0].isdigit() or self.lows[number] in self.grammar.quantifier)
        return number if counts else None

    def _told_of_them(self, speaker: Piece) -> list[Piece]:
        """Those of whom a clause without a comma tells: "the bodies of | 100 men that it said fell"."""
        first, last = speaker
        pronoun = last - first == 1 and self.lows[first] in self.grammar.pronoun
        if not pronoun or first < 2 or self.lows[first - 1] not in ("that", "which", "who", "whom"):
            return []
        if self.lows[first - 2] in self.grammar.conjunction:
            return []
        opens = next((k + 1 for k in range(first - 2, -1, -1) if self.phrases.closes(k) or self.phrases.verb(k)), 0)
        number = next((k for k in range(max(opens, first - _COUNTED), first) if self.fitness.number_soon(k)), None)
        return [(number, first - 1)] if number is not None else []

    def _told_of_those(self, speaker: Piece) -> list[Piece]:
        """A number that alone stands for those of whom a clause tells: "five | of whom police say are armed", "39 | who
        the army says fell"."""
        first = speaker[0]
        if first < 2 or self.lows[first - 1] not in ("who", "whom", "which"):
            return []
        at = first - 2 - (self.lows[first - 2] == "of")
        number = at >= 0 and (self.lows[at][0].isdigit() or self.lows[at] in self.grammar.quantifier)
        return [(at, first - 1)] if number else []

    def _named(self, speaker: Piece) -> bool:
        """Whether who speaks goes by a bare name, as those do who follow with a number each: no ministry, no agency."""
        return self.phrases.capital(self.fitness.head(*speaker)) and not self.fitness.counts(speaker)

    def _in_turn(self, rule: Cue, cue: Piece, content: list[Piece]) -> list[Piece]:
        """ "Kenya confirmed 40 deaths, | Uganda 12 and Chad nine": each number is that of the name before it."""
        last = content[-1][1]
        found = (self._name_and_number(at, last) for at in range(content[0][0], last - 1))
        names = sorted({piece for piece in found if piece})
        if not names:
            return content
        stops = [*(name[0] - 1 for name in names[1:]), last]
        for (start, end), stop in zip(names, stops, strict=True):
            self.found.append(self.report(rule, (start, end), cue, [(end, stop)]))
        first = names[0][0] - 1
        return [(start, min(stop, first)) for start, stop in content if start < first]

    def _name_and_number(self, at: int, last: int) -> Piece | None:
        """The name behind a comma or an "and" that a number follows at once."""
        if self.lows[at] not in (",", "and"):
            return None
        first = at + 1
        while first < last and self.lows[first] in ("and", "but", "while", "whereas", "the"):
            first += 1
        end = first
        while end < last and self.phrases.capital(end):
            end += 1
        said = end + (end < last and end > first and self._says(end))  # Armenia | declares 105
        while first < end and said < last and self.lows[said] in self.grammar.before_number:
            said += 1  # China | only about 40
        number = said < last and (self.lows[said][0].isdigit() or self.lows[said] in self.grammar.quantifier)
        return (first, end) if number and end > first and not self.phrases.time(first) else None

    def _says(self, at: int) -> bool:
        """Whether a token is a finite form of a verb of saying."""
        return any(
            form.rule.frame == "say" and form.form in ("third", "past")
            for form in self.lexicon.cues.get(self.lows[at], ())
        )

    def _dated_thing(self, speaker: Piece, tail: int) -> bool:
        """Whether the verb told when a thing was announced, and another tells what it does: "a merger announced Monday
        would", "the cuts announced on Tuesday include 40 posts"."""
        low = self.lows[tail]
        does = (self.phrases.verb(tail) or low in self.grammar.plan_does) and low not in self.grammar.noun_too
        return low in self.grammar.auxiliary or (does and not self.somebody(speaker))

    def _told_in_front(
        self, rule: Cue, speaker: Piece, cue: Piece, tail: int, *, closed: bool, recipient: Span | None
    ) -> Report | None:
        """ "40 homes burned, X said", "as X said, 40 homes burned"; None: what is told does not stand in front."""
        first = speaker[0]
        if rule.frame in ("say", "tell", "show", "ask", "count"):
            joined = self.lows[self.phrases.group_start(cue[0]) - 1] in JOINTS
            content = self._told_before(speaker, tail, closed=closed, ask=rule.frame == "ask", joined=joined)
            if content is not None:
                return self.report(rule, speaker, cue, content, before=True, recipient=recipient)
        if rule.frame == "deny" and self.lows[first - 1] == "which" and first > 1:
            return self.report(rule, speaker, cue, [(0, first - 2)], before=True) if closed else None
        compared = "as" in self.lows[max(0, first - 5) : max(0, first - 2)]  # not as bad as many believe
        said_so = (
            (rule.frame != "ask" or self.lows[tail : tail + 1] == [":"])
            and first > 0
            and self.lows[first - 1] == "as"
            and not compared
            and (not rule.clausal or self.somebody(speaker) or self.fitness.documents(speaker))  # as talks continued
        )
        if said_so and not closed and self.lows[tail] == ":" and self.lows[tail + 1 : tail + 2] == [QUOTE]:
            return self.report(rule, speaker, cue, [(tail + 1, self.size)])  # as Roe put it: "We lost it"
        return self._as_said(rule, speaker, *cue) if said_so and (closed or self.lows[tail] == ",") else None

    def _told_behind(self, rule: Cue, first: int, begin: int, tail: int) -> list[Piece] | None:
        """What is told behind the verb of a speaker who begins at `first`; None: nothing is."""
        setting = self.between.setting(max(begin, tail))
        told_from = begin if setting == tail and self.lows[tail] != "that" else setting
        follows = self._clause_follows(told_from) or self._gap(first, told_from) or self._headlined(told_from)
        if rule.clausal and not follows:
            # "We lost it!" She declared, a line that she likes
            lone = first == 0 and (self.lows[begin] == "," or self.lows[begin] in self.grammar.preposition)
            return [] if lone else None
        told = self.reach.behind(setting, first, brief=rule.frame in BRIEF)
        if first > 0 and self.lows[first - 1] == "what" and self.lows[begin] in self.grammar.be:
            told = self._until_comma(told)  # for what some say is a failure to end the war, | which has cost 40
        return self.until_granted(rule, told, setting, told_from)

    def _headlined(self, at: int) -> bool:
        """Whether a headline in capitals goes on with a clause: "UN Warns | 40 Children Are Trapped"."""
        if not self.headline or not self.fitness.number_soon(at):
            return False
        joints = self.grammar.subordinator | self.grammar.preposition | self.grammar.conjunction
        stop = next((k for k in range(at, self.size) if self.phrases.closes(k) or self.lows[k] in joints), self.size)
        return not self.grammar.auxiliary.isdisjoint(self.lows[at:stop])

    def _until_comma(self, told: list[Piece]) -> list[Piece]:
        """What is told, up to its first comma."""
        end = next((k for start, stop in told for k in range(start, stop) if self.lows[k] == ","), self.size)
        return [(start, min(stop, end)) for start, stop in told if start < end]

    def _gap(self, first: int, at: int) -> bool:
        """Whether a verb follows whose subject stands before the speaker: "40 homes, which X claims | were empty"."""
        relative = first > 0 and (
            self.lows[first - 1] in self.grammar.relative or self.phrases.relative_that(first - 1)
        )
        return relative and at < self.size and (self.phrases.verb(at) or self.lows[at] in self.grammar.auxiliary)

    def _only_when(self, first: int, tail: int) -> bool:
        """Whether a sentence tells only who spoke, and when: "The mayor said as he left the hall."."""
        if first > 0 or self.lows[tail] not in ("as", "when", "while") or "that" in self.lows[tail:]:
            return False
        return self.lows[tail + 1 : tail + 2] != [] and self.lows[tail + 1] in self.grammar.pronoun

    def _as_said(self, rule: Cue, speaker: Piece, at: int, end: int) -> Report:
        opening = speaker[0] - 1
        first = self._contrast(opening)
        content = [(first, opening)] if opening > first else []
        comma = next((k for k in range(end, self.size) if self.lows[k] == ","), None)
        if comma is not None and not self._turns(comma + 1):
            content.append((comma + 1, self.size))
        return self.report(rule, speaker, (at, end), content, before=True)

    def _contrast(self, end: int) -> int:
        """Behind what the narrator sets against it: "212, | not 148 as X claimed"; 0: nothing is."""
        for at in range(end - 1, 0, -1):
            if self.lows[at] in STOPS:
                break
            led = self.lows[at - 1] in (",", "and", "but") or self.lows[at - 1] in DASHES
            if (self.lows[at] == "not" and led) or self.lows[at : at + 2] in (["rather", "than"], ["instead", "of"]):
                return at
        return 0
