"""Speakers beside a noun or behind a passive: "the UN's estimate", "the UN-reported toll", "revised to 40 by X"."""

from __future__ import annotations

from claimcheck.rules.attributions import Cue
from claimcheck.stages.attribute.labels import Labels
from claimcheck.stages.attribute.lexicon import CueForm
from claimcheck.stages.attribute.line import QUOTE
from claimcheck.stages.attribute.scope import Report
from claimcheck.stages.attribute.wording import POSSESSIVES, Piece

_MOST = 14  # tokens between a passive and its "by"
_COUNTED = 2  # tokens of a number and what it counts
_OWN = ("own", "official")
GIVING = ("say", "act", "count")  # frames of what gives a number: "the 57 claimed by X", "the nine X acknowledged"
SAYING = ("say", "tell")  # frames of what is said of "this"
_ASIDE = 8  # tokens of what a tally is of
_OPENING = 4  # tokens before the participle of "this has also been | announced"
_ABOUT = (["about", "this"], ["about", "it"])
_DONE = (["to", "have"], ["of", "having"])  # what somebody claims to have done


class Agents(Labels):
    """Reads possessors, compounds and passives."""

    def possessed(self, rule: Cue, at: int, end: int) -> Report | None:
        """The report of whom a noun of saying belongs to: "their claim that 40 died", "the UN's estimate of 40"."""
        if end >= self.size:
            return None
        if self.lows[end] in ("by", "from"):
            return self._standing(rule, at, end) or self._authored(rule, at, end)
        reckons = self.lows[at] in self.grammar.reckoned  # a count of voters
        own = self._standing(rule, at, end) if self.lows[at] in self.grammar.reckoning else None
        if self.lows[end] == "of" and own is not None:
            return own  # the first count of the navy was 40
        owned = self._authored(rule, at, end) if self.lows[end] == "of" and not reckons else None
        if owned is not None:
            return owned
        told = self._told_of(at, end)
        if told is None:
            return None
        mark = at - 1
        while mark >= 0 and at - mark < 8 and not self._possesses(mark):
            if self.phrases.bound(mark) or self.lows[mark] == "," or self.lows[mark] in self.grammar.preposition:
                return self._named_report(rule, at, told)
            mark -= 1
        if mark < 0 or at - mark >= 8:
            return self._named_report(rule, at, told)
        marked = self.lows[mark] not in POSSESSIVES or self.lows[mark] == "'s"
        speaker = (self._possessor(mark), mark) if marked else (mark, mark + 1)
        # "The quake's toll of 40", "Turkey's count": only who counts has a count of his own.
        counted = self.lows[at] in self.grammar.reckoned and told == end + 1 and self.lows[end] != "that"
        if speaker[0] >= speaker[1] or (counted and marked and not self._has_counted(at, speaker)):
            return None
        behind = (told, self.size)
        content = self.reach.until_main(behind) if self.reach.subordinate(speaker[0]) else behind
        if speaker[0] > 0 and self.phrases.verb(speaker[0] - 1):
            content = self.reach.until_joined(content)
        return self.report(rule, speaker, (at, end), [content])

    def _possesses(self, at: int) -> bool:
        """Whether a token shows whose what follows is: "his", "the mayor 's", "the authorities '"."""
        bare = self.lows[at] in ("'", "’") and at > 0 and self.lows[at - 1].endswith("s")
        return self.lows[at] in POSSESSIVES or bare

    def _named_report(self, rule: Cue, at: int, told: int) -> Report | None:
        """ "A Varna Times report that 40 died", "the UN estimate of 40": the name before what it tells in."""
        first = at
        while first > 0 and self.phrases.capital(first - 1) and not self.phrases.time(first - 1):
            first -= 1
        if first + 1 == at and self._of_state(first, at):
            return self.report(rule, (first, at), (at, at + 1), [(told, self.size)])
        reckons = self.lows[at] in self.grammar.toll and self.lows[at + 1] == "of" and first < at
        if reckons and self.fitness.counts((first, at)):
            return self.report(rule, (first, at), (at, at + 1), [(told, self.size)])
        named = 0 < first < at and self.lows[first - 1] in ("a", "an", "the", "one")
        if not named or self.lows[at] not in self.grammar.document or self.lows[at + 1] != "that":
            return None
        return self.report(rule, (first - 1, at), (at, at + 1), [(told, self.size)])

    def _of_state(self, first: int, at: int) -> bool:
        """Whether a noun is what a state claims or reckons: "Chadian | claims of 40 dead"."""
        ends = tuple(self.lexicon.classes["of-a-land-ending"])
        return self.lows[at] in self.lexicon.classes["state-reckoning"] and self.lows[first].endswith(ends)

    def _told_of(self, at: int, end: int) -> int | None:
        """Where what a noun tells begins: "that 40 died", "is that 40 died", "of 40", "to have lost 40"; None: it tells
        nothing."""
        end = self._behind_when(end)
        low = self.lows[end]
        if low == "that":
            return end + 1
        if self.lows[end : end + 2] in _DONE and self.fitness.number_near(end + 2):
            return end
        stands = low in self.grammar.stands
        if stands and self.lows[end + 1 : end + 2] == ["that"]:
            return end + 2
        if low == "of" and (aside := self._figure_aside(at, end)) is not None:
            return aside
        counted = self.fitness.number_near(end + 1) and (low in ("of", ":") or stands)
        behind = end + 1 + (self.lows[end + 1 : end + 2] in (["a"], ["an"]))
        claimed = low in ("of", "about") and self.fitness.number_soon(behind)
        placed = low in ("of", "for") and self.lows[at] in self.grammar.forecast and self.fitness.at_number(end)
        counted = counted or placed  # the bank's forecast for exports at 40
        figure = self.lows[at] in self.grammar.toll or (stands and self._claims(at))
        return end + 1 if claimed or (counted and figure) else None

    def _claims(self, at: int) -> bool:
        """Whether a noun is somebody's claim: "Varna's last | claim is 40 dead"; not "the firm's insurance claims"."""
        if self.lows[at] not in self.lexicon.classes["claim"]:
            return False
        first = at
        while first > 0 and (
            self.lows[first - 1] in self.lexicon.classes["of-a-count"] or self.lows[first - 1] in _OWN
        ):
            first -= 1
        return first > 0 and self._possesses(first - 1)

    def _figure_aside(self, at: int, of: int) -> int | None:
        """Where the figure begins that a comma parts from what it counts: "his tally of civilians then, | 40, grew"."""
        if self.lows[at] not in self.grammar.reckoning:
            return None
        for k in range(of + 1, min(self.size - 1, of + _ASIDE)):
            if self.lows[k] == ",":
                return k + 1 if self.phrases.number(k + 1) else None
            if self.phrases.verb(k) or self.phrases.bound(k) or self.phrases.number(k) or self.phrases.time(k):
                return None
        return None

    def _behind_when(self, at: int) -> int:
        """Behind the day of a count, before its colon: "the union's count | for Tuesday: 40", "his tally | now is"."""
        if self.lows[at] in ("now", "today", "currently") and self.lows[at + 1 : at + 2] != []:
            return at + (self.lows[at + 1] in self.grammar.stands or self.lows[at + 1] == ":")
        opens = self.lows[at] in self.grammar.time_opener | {"for"} and self.lows[at + 1 : at + 2] != []
        noun = at + 1 + (opens and self.lows[at + 1] in self.grammar.determiner)  # for | the week
        spell = opens and self.lows[noun : noun + 1] != [] and self.lows[noun] in self.grammar.time_noun
        behind = self.lows[noun + 1] if spell and noun + 2 < self.size else ""
        if behind == ":" or (behind in self.grammar.stands and behind):
            return noun + 1  # the union's figure | this morning was 40
        colon = at + 2
        dated = colon < self.size and self.lows[at] in self.grammar.time_preposition | {"for", "of"}
        return colon if dated and self.phrases.time(at + 1) and self.lows[colon] == ":" else at

    def _has_counted(self, at: int, speaker: Piece) -> bool:
        """Whether a count is the speaker's own: an office's toll, anybody's figures ("Larkin Steel's figures: 12")."""
        listing = self.lows[self._behind_when(at + 1)] == ":" and self.lows[at] in self.grammar.reckoning
        called = self.lows[at] in ("figure", "figures") or listing
        rival = self.lows[self.fitness.head(*speaker)] in self.grammar.rival_counting
        own = listing and (rival or self.somebody(speaker))
        return (called and self.phrases.capital(speaker[1] - 1)) or own or self.fitness.counts(speaker)

    def _authored(self, rule: Cue, at: int, end: int) -> Report | None:
        """ "Claims by the rebels that 40 died", "the report of the navy that 40 fell", "the statement of the mayor, Ana
        Berg, about “40 dead”": who stands behind "by"."""
        speaker = self.phrases.named_by(end + 1)
        if speaker is None:
            return None
        if (about := self._about(end + 1)) is not None and self.somebody((end + 1, about)):
            return self.report(rule, (end + 1, about), (at, end), [(about + 1, about + 2)])
        that = next((k for k in range(*speaker) if self.lows[k] == "that"), speaker[1])
        done = next((k for k in range(*speaker) if self.lows[k : k + 2] in _DONE), speaker[1])
        if (
            self.lows[done : done + 2] in _DONE
            and self.fitness.number_near(done + 2)
            and self.somebody((end + 1, done))
        ):
            return self.report(rule, (end + 1, done), (at, end), [(done, self.size)])
        doing = next((k for k in range(end + 2, speaker[1] + 1) if self._gives(k)), None)
        if doing is not None and self.somebody((end + 1, doing)):
            return self.report(rule, (end + 1, doing), (at, end), [(doing + 1, self.size)])
        if self.lows[that : that + 1] != ["that"] or not self.somebody((end + 1, that)):
            return None
        if self.lows[end] == "of" and (that + 1 >= self.size or self.phrases.verb(that + 1)):
            return None  # reports of a mayor that took 40 bribes
        return self.report(rule, (end + 1, that), (at, end), [(that + 1, self.size)])

    def _about(self, first: int) -> int | None:
        """Where it is told behind a name what a statement is about: "the mayor, Ana Berg, | about “40 dead”"."""
        for at in range(first + 1, min(self.size - 1, first + _MOST)):
            if self.lows[at] == "about":
                return at if self.lows[at + 1] == QUOTE and self.lows[at - 1] == "," else None
            if self.phrases.verb(at) or (self.phrases.closes(at) and self.lows[at] != ","):
                return None
        return None

    def _gives(self, at: int) -> bool:
        """Whether a participle of saying gives a number: "an announcement by the navy | reporting 40 dead"."""
        forms = self.lexicon.cues.get(self.lows[at], ()) if at + 1 < self.size else ()
        return any(form.form == "ing" for form in forms) and self.fitness.number_soon(at + 1)

    def _standing(self, rule: Cue, at: int, by: int) -> Report | None:
        """ "The figure from the army stands at 40", "the toll by the ministry is 40": whose it is."""
        speaker = self.phrases.named_by(by + 1) if self.lows[at] in self.grammar.toll else None
        if speaker is None or not (self.fitness.counts(speaker) or (self.lows[by] == "by" and self.somebody(speaker))):
            return None  # the toll from Hurricane Ida
        if self.lows[by] == "of" and not (self.lows[by + 1] in self.grammar.determiner or self.phrases.capital(by + 1)):
            return None  # the count of hospitals was 40
        verb = speaker[1]
        if self.lows[verb : verb + 1] == [":"] and self.fitness.number_soon(verb + 1):
            return self.report(rule, speaker, (at, at + 1), [(verb + 1, self.size)])  # a figure from X: 40
        while verb < self.size and self.phrases.helps(verb) and self.lows[verb] not in self.grammar.stands:
            verb += 1  # had | been, now | stands
        stands = verb < self.size and self.lows[verb] in self.grammar.stands
        number = self.between.adverbials(verb + 1) if stands else verb
        number += self.lows[number : number + 1] == ["at"]
        told = stands and number < self.size and self.fitness.number_soon(number)
        return self.report(rule, speaker, (at, at + 1), [(verb, self.size)]) if told else None

    def _possessor(self, mark: int) -> int:
        """Where the phrase begins that a possessive s ends, be it behind a preposition: "despite X's claim"."""
        start = mark
        while start > 0 and not self.phrases.bound(start - 1) and self.lows[start - 1] != ",":
            low = self.lows[start - 1]
            if low in self.grammar.preposition or low in self.grammar.conjunction or low in self.grammar.subordinator:
                break
            if self.phrases.verb(start - 1):
                break
            start -= 1
            if low in self.grammar.determiner:
                break
        return start

    def compounded(self, at: int) -> list[Report]:
        """The reports of who stands before a hyphen, none or one for each cue: "the UN-reported toll of 340"."""
        head, _, tail = self.lows[at].rpartition("-")
        rule = self.lexicon.compounds.get(tail)
        word = self.line.words[at][: len(head)]
        named = word.isupper() or (at > 0 and word[:1].isupper())
        begin = at
        while named and begin > 0 and self.phrases.capital(begin - 1) and begin - 1 not in (0, at):
            begin -= 1
        if rule is None or not (named or (head in self.grammar.counting and head != "un")):
            return []
        last = at + 1
        while last < self.size and not self.phrases.closes(last) and not self.phrases.verb(last):
            last += 1
        start, end = self.line.span(at, at + 1)
        middle = start + len(head)
        speaker = self.line.starts[begin], middle
        return [Report(rule, speaker, (middle + 1, end), (self.line.span(at, last),))]

    def by_whom(self, form: CueForm, at: int, end: int) -> Report | None:
        """The report of who is named behind "by": "the cost was put at 40 by X", "the 57 claimed by X"."""
        if (pointed := self.of_this(form, at, end)) is not None:
            return pointed
        given = self._number_before(at) if form.rule.frame in GIVING and self._agent(end) else None
        if given is not None:
            speaker = self.phrases.named_by(end + 1)
            gives = speaker is not None and (self.fitness.counts(speaker) or self.somebody(speaker))
            return self.report(form.rule, speaker, (at, end), [(given, at)], before=True) if speaker and gives else None
        set_by = form.rule.manner == "estimates" and self._set_by(end)
        if not set_by and (form.rule.frame not in ("toll", "object") or self.lows[at - 1] not in self.grammar.be):
            return None
        told = (
            set_by
            or form.rule.frame == "object"
            or any(low in self.grammar.toll for low in self.lows[max(0, at - 8) : at])
        )
        by = next((k for k in range(end, min(self.size, end + _MOST)) if self._agent(k)), None)
        if by is None or not told:
            return None
        speaker = self.phrases.named_by(by + 1)
        if speaker is not None and set_by:
            speaker = speaker[0], next((k for k in range(*speaker) if self.lows[k] in ("at", "to")), speaker[1])
        if speaker is None or not (self.fitness.counts(speaker) or (set_by and self.somebody(speaker))):
            return None
        content: list[Piece] = [(0, by), (speaker[1], self.size)]
        return self.report(form.rule, speaker, (at, end), content, before=True)

    def of_this(self, form: CueForm, at: int, end: int) -> Report | None:
        """ "This was announced by X", "it is stated in a report of X", "about this AFP was told in the ministry of X":
        who tells the sentence before."""
        of_it = self.lows[0] == "it" and self.lows[1] in self.grammar.be and "that" not in self.lows[at:]
        of_it = of_it and self.lows[at] in self.grammar.made_known  # the club … | it was warned by the court
        about = self.lows[:2] in _ABOUT  # About this AFP reported in the press service of X
        opens = (of_it or about or self.lows[0] in ("this", "that")) and at <= _OPENING and form.rule.frame in SAYING
        cue = at, end
        end = self._over_medium(end) if opens else end
        within = self.lows[end] if opens and end + 1 < self.size else ""
        if within not in ("in", "on", "at", "by") or self.phrases.time(end + 1):
            return None
        speaker = self.phrases.named_by(end + 1)
        if speaker is None:
            return None
        if within == "by":
            return self.report(form.rule, self._before_occasion(speaker), cue, [(0, at)], before=True)
        last = next((k for k in range(end + 1, self.size) if self.lows[k] == "," or self.phrases.closes(k)), self.size)
        voices = self.grammar.document | self.lexicon.classes["state-body"]
        issued = not voices.isdisjoint(self.lows[end + 1 : last])
        if not issued or not any(self.phrases.capital(k) for k in range(end + 1, last)):
            return None
        return self.report(form.rule, (end + 1, last), cue, [(0, at)], before=True)

    def _over_medium(self, end: int) -> int:
        """Behind where or when something is said, up to who says it: "announced | on Telegram on Monday | by X"."""
        at = self.between.adverbials(end)
        if self.lows[at : at + 1] == ["to"]:  # told | to reporters | by X
            at = self.between.recipient(at + 1)[1]
        by = next((k for k in range(end, min(self.size, at + 1)) if self._agent(k)), None)
        return by if by is not None else end

    def _before_occasion(self, speaker: Piece) -> Piece:
        """Who is named, without where he spoke: "by Mayor Ana Berg | at a meeting"."""
        first, last = speaker
        on = (k for k in range(first + 1, last) if self.lows[k] in ("at", "during", "on", "as"))
        return first, next(on, last)

    def _number_before(self, at: int) -> int | None:
        """The number, be there a noun for harm behind it, right before a participle: "than the | 57 deaths claimed"."""
        for number in range(at - 1, max(-1, at - 1 - _COUNTED), -1):
            low = self.lows[number]
            if low[0].isdigit() or low in self.grammar.quantifier:
                return number
            if low not in self.grammar.mute:
                return None  # "the 57 homes claimed by the bank"
        return None

    def informed_by(self, form: CueForm, at: int, end: int) -> Report | None:
        """The report of who informed somebody: "Larkin News was told by (at) the ministry that 40 fell"."""
        been = at - 1 - (self.lows[at - 1] in self.grammar.adverb)
        passive = been > 0 and self.lows[been] in self.grammar.be and not self.finite.denied(at)
        if not passive or self.lows[at] not in self.lexicon.classes["informed"]:
            return None
        if self.lows[end : end + 1] not in (["by"], ["at"], ["in"], ["from"]):
            return None
        speaker = self.phrases.named_by(end + 1)
        if speaker is None or not (self.somebody(speaker) or self.fitness.counts(speaker)):
            return None
        behind, told = speaker[1], self.phrases.run_left(been)
        opens = told > 0 and self.lows[told - 1] == "as" and self.lows[behind : behind + 1] == [","]
        if self.lows[behind : behind + 1] != ["that"] and not opens:
            return None
        recipient = self.line.span(told, been) if told < been else None
        return self.report(form.rule, speaker, (at, end), [(behind + 1, self.size)], recipient=recipient)

    def _set_by(self, end: int) -> bool:
        """Whether something is put at a number by somebody: "put | at 40 by X", "estimated | by X at 40"."""
        if self.lows[end : end + 1] not in (["at"], ["to"], ["by"]):
            return False
        stop = next((k for k in range(end, min(self.size, end + _MOST)) if self.phrases.closes(k)), self.size)
        by = next((k for k in range(end, min(stop, end + _MOST)) if self._agent(k)), None)
        figure = end if by != end else next((k for k in range(end, stop) if self.lows[k] in ("at", "to")), None)
        if by is None or figure is None or self.lows[figure + 1 : figure + 2] in (["least"], ["most"]):
            return False
        ahead = self.lows[figure + 1] if figure + 1 < self.size else "."
        infinitive = (
            ahead.isalpha() and ahead not in self.grammar.before_number and ahead not in self.grammar.quantifier
        )
        return not (self.lows[figure] == "to" and infinitive) and self.fitness.number_near(figure + 1)

    def _agent(self, at: int) -> bool:
        """Whether a word "by" leads to somebody, not to a measure or a time: "raised by 40"."""
        if self.lows[at : at + 1] != ["by"] or at + 1 >= self.size or self.phrases.time(at + 1):
            return False
        after = self.lows[at + 1]
        return not (after[0].isdigit() or after in self.grammar.quantifier or after.endswith("ing"))

    def quoted_by(self, at: int) -> Piece | None:
        """Who hands on what another said: "according to X, quoted by Reuters"."""
        first = at + (self.lows[at : at + 1] == [","])
        first += self.lows[first : first + 1] == ["as"]
        if self.lows[first : first + 1] not in (["quoted"], ["cited"]) or self.lows[first + 1 : first + 2] != ["by"]:
            return None
        return self.phrases.named_by(first + 2)
