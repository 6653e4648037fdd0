"""Speakers told by a colon or a dash, and those whom another quotes."""

from __future__ import annotations

from itertools import pairwise

from claimcheck.rules.attributions import Cue
from claimcheck.stages.attribute.lexicon import CueForm
from claimcheck.stages.attribute.line import DASHES, QUOTE
from claimcheck.stages.attribute.scope import Report, Scope
from claimcheck.stages.attribute.wording import Piece

_FOLLOWS = ["as", "follows"]
_JOINS = frozenset((".", ",", "and", "of", "the"))  # small words inside names
_SIGNS = ("—", "―")  # before who signs a quotation
_SAYING = ("say", "tell", "object")  # frames of the verbs behind "citing X, Y"
_TELLING = ("say", "tell", "speak", "object")
_REASON = 5  # tokens within which a reason is named: "his lack of"
_LEADING = frozenset(("for", "from", "of", "over", "about", "with", "to", "among", "between", "by", ""))
_LONGEST = 8  # tokens of a name that is a label
_LATEST = 4  # tokens of "the latest from"
_LOST = 6  # tokens of one that lost its colon
_PLAIN = 3  # letters of a word that headlines in capitals write with one


class Labels(Scope):
    """Reads labels of headlines and quotations, and statements handed on."""

    def labelled(self, rule: Cue, at: int) -> Report | None:
        """The report of who stands as a label: "Police: 20 killed", "20 killed in blast: police", "X: “20 died”"."""
        lows, size = self.lows, self.size
        colon = lows[at] == ":"
        if colon and lows[at - 2 : at] == _FOLLOWS:
            return self._following(rule, at)
        if colon and at + 1 == size and self.phrases.tells(0, at):
            return self._led(rule, at)
        if colon and lows[at + 1 : at + 2] == [QUOTE]:
            name = self._name_before(at)
            if name is not None:
                behind = at + 2 if name[0] > 0 else size
                return self.report(rule, name, (at, at + 1), [(at + 1, behind)])
            if self.phrases.tells(0, at):
                return self._led(rule, at)
        if at == 0 and lows[at] in _SIGNS and size > 1 and all(map(self._of_name, range(1, size))):
            return self.report(rule, (1, size), (0, 1), [])  # “We lost it.” ― Ana Berg
        if self.headline and size - at <= 5 and self._role(at + 1, size):
            return self.report(rule, (at + 1, size), (at, at + 1), [(0, at)], before=True)
        topic = next((k for k in range(at - 1, -1, -1) if lows[k] == ":"), -1)  # Flood in Chad: | UNICEF: 40 hit
        first = topic + 1
        stamped = self._behind_stamp(at) if colon else 0
        first = stamped or first
        if first and not stamped and self.line.ends[topic] == self.line.starts[first]:
            return None  # 7:50
        if not colon or not 0 < at - first <= 6 or at + 1 >= size or self.phrases.clause(first, at):
            return None
        opens = first + (":" in lows[first] and lows[first][0].isdigit())  # 19:20 Latest from the coroner
        behind = next((k + 1 for k in range(opens, min(at - 1, opens + _LATEST)) if lows[k] == "from"), 0)
        news = behind and self.lexicon.classes["news-from"].issuperset(lows[opens : behind - 1])
        if news and self._brings_news((behind, at)) and self.fitness.number_soon(at + 1):
            return self.report(rule, (behind, at), (at, at + 1), [(at + 1, size)])  # From the ministry: 40 cases
        if (self.headline or stamped or self._tells_clause(first, at)) and self._role(first, at):
            return self.report(rule, (first, at), (at, at + 1), [(at + 1, size)])
        return None

    def _behind_stamp(self, at: int) -> int:
        """Where a label begins behind the time of an entry: "16 May, 12:10 – | PM: 40 dead"; 0: none is there."""
        dash = next((k for k in range(at - 1, 0, -1) if self.lows[k] in DASHES), 0)
        stamped = (
            dash and self.lows[dash - 1][0].isdigit() and any(low[0].isalpha() for low in self.lows[dash + 1 : at])
        )
        return dash + 1 if stamped else 0

    def _tells_clause(self, first: int, at: int) -> bool:
        """ "Chadian army: the rebels have lost 40 men", "Peru's health ministry: 40": who says a clause, or a count."""
        behind = at + 1
        named = self.lows[0] not in self.grammar.determiner and self.lows[at - 1] not in self.grammar.document
        opens = first == 0 and behind < self.size and self.line.words[0][0].isupper() and named  # no "The result:"
        counted = self.lows[behind][0].isdigit() or self.lows[behind] in self.grammar.quantifier if opens else True
        if opens and counted:  # The army's own losses may stand so, no ministry's
            return self.lows[at - 1] in self.lexicon.classes["label-alone"] and self.phrases.number(behind)
        return opens and self.phrases.clause(behind, self.size)

    def _brings_news(self, speaker: Piece) -> bool:
        return self.fitness.counts(speaker) or self.somebody(speaker)

    def lost_label(self, rule: Cue) -> Report | None:
        """ "Air raids kill 40 in Chad | Monitor": who closes a headline that lost its colon or dash."""
        first = next((k for k in range(max(2, self.size - _LOST), self.size) if self._lost_at(k)), None)
        if first is None or self._joined_on(first - 1):
            return None
        return self.report(rule, (first, self.size), (first, self.size), [(0, first)], before=True)

    def _lost_at(self, first: int) -> bool:
        """Whether words at the end of a headline are somebody who watches or reports, or anybody by a capital that only
        a label has there: "40 die in raid | State police"."""
        words, classes = self.line.words[first:], self.lexicon.classes
        if self.lows[-1] in self.grammar.document:
            return False  # whose report?
        if " ".join(words) in classes["body-name"]:
            return words[-1].isupper() or len(words) > 1
        if self.lows[-1] in classes["lost-label"]:
            return classes["before-lost-label"].issuperset(self.lows[first:-1])
        if len(words) > 1 and self.lows[-1] in classes["told-label"]:
            return classes["before-lost-label"].issuperset(self.lows[first:-1])
        plain = any(word.islower() and len(word) > _PLAIN for word in self.line.words[:first])
        beside = (self.line.words[first - 1], *words[1:])
        alone = words[0][0].isupper() and not any(word[0].isupper() for word in beside)
        return plain and alone and self._role(first, self.size)

    def _joined_on(self, at: int) -> bool:
        """Whether the word before a phrase leads to it: "raid near | state TV", "troops hit | a monitor"."""
        low, grammar = self.lows[at], self.grammar
        leads = (grammar.determiner, grammar.preposition, grammar.conjunction, grammar.auxiliary)
        counts = low[0].isdigit() or low in grammar.quantifier
        counted = counts and self.lows[-1].endswith("s")  # kill 40 | monitors, not kill 40 | monitor
        return any(low in words for words in leads) or counted or low == "'s" or self.phrases.verb(at)

    def _following(self, rule: Cue, at: int) -> Report | None:
        """ "The transcript reads as follows:": the document speaks, in the quotation behind."""
        first = at - 2
        while first > 0 and (self.phrases.verb(first - 1)):
            first -= 1
        speaker = self.phrases.run_left(first), first
        if speaker[0] >= first or not self.fitness.documents(speaker):
            return None
        return self.report(rule, speaker, (at - 2, at + 1), [])

    def _name_before(self, at: int) -> Piece | None:
        """Who is named before a colon: "Mayor Ana Berg: “We lost it.”", "Why it burned - Ana Berg: “We lost it.”"."""
        first = at
        while first > 0 and at - first < _LONGEST and self._of_name(first - 1):
            first -= 1
        if self.lows[at - 1] in self.lexicon.classes["no-speaker-label"]:
            return None  # Osk Wildfire: “Nasty fire” burns over 18K acres
        opens = first == 0 or self.lows[first - 1] in DASHES or self.lows[first - 1] == "from"
        first += first == 0 and at > 1 and self._told_by(first)  # Added Berg: "We lost it."
        return (first, at) if first < at and opens else None

    def _told_by(self, at: int) -> bool:
        """Whether a word is a past form of a verb of saying: what stands before its speaker."""
        forms = self.lexicon.cues.get(self.lows[at], ())
        return any(form.form == "past" and form.rule.frame in ("say", "ask") for form in forms)

    def _of_name(self, at: int) -> bool:
        low = self.lows[at]
        party = low[0] == "(" and len(low) > 1  # (D-Md.)
        return self.phrases.capital(at) or party or low in _JOINS or low in self.lexicon.classes["person-title"]

    def _led(self, rule: Cue, at: int) -> Report | None:
        """ "The mayor was blunt: “We lost 40 homes.”": who is the subject before a colon and a quotation.

        The quotation may be a paragraph of its own, behind "The mayor made this comment:".
        """
        quoted = [self.line.span(at + 1, at + 2)] if at + 1 < self.size else []
        if any(report.holds(*span) for report in self.found for span in quoted) or (self.found and not quoted):
            return None
        speaker = self.phrases.subject(at)
        if speaker is None or not self.somebody(speaker) or self.lows[speaker[0]] in self.grammar.relative:
            return None
        return self.report(rule, speaker, (at, at + 1), [(at + 1, at + 2)] if quoted else [])

    def _role(self, first: int, last: int) -> bool:
        """Whether the words are those of a speaker, not of a topic: "police", "health ministry", "UN report"."""
        while last > first and not self.lows[last - 1][-1].isalnum():
            last -= 1
        if last > first and self.lows[first] in self.grammar.preposition:
            return False  # With relatives: 47,000
        if last <= first or any(not word[0].isalpha() for word in self.lows[first:last] if word != "'s"):
            return False
        classes = self.lexicon.classes
        if self.lows[last - 1] in classes["no-speaker-label"]:
            return False
        if any(self.lows[k].lower() in self.grammar.be - {"'s"} for k in range(first + 1, last - 1)):
            return False  # 40 killed - LIST IS UPDATED
        of = next((k for k in range(first + 1, last) if self.lows[k] == "of"), last)
        head = self.lows[of - 1]  # Ministry of Defense
        if of - first > 1 and self.lows[of - 2] in classes["ruler"] and self.phrases.capital(of - 1):
            return True  # Armenia's PM Pashinyan
        roles = (
            classes["collective"],
            classes["anonymous"],
            classes["organisation"],
            classes["document"],
            classes["role"],
        )
        letters = self.line.words[last - 1]
        whole = self.line.text(first, last)
        if last - first > 1 and " ".join(self.line.words[first:last]) in classes["body-name"]:
            return True  # Save the Children
        return any(head in words or whole in words for words in roles) or (
            len(letters) > 2 and letters.isupper() and not self.shouts
        )

    def quoting(self, form: CueForm, at: int, end: int) -> Report | None:
        """The report of whom another quotes: "Y quoted X as saying", "Y reported, citing X": of X, through Y."""
        lows, phrases = self.lows, self.phrases
        passive = at > 0 and lows[at - 1] in self.grammar.be
        if passive:
            return self._quoted(form.rule, at, end)
        speaker = phrases.named_by(end)
        if speaker is None:
            return None
        if form.form == "ing":
            return self._citing(form.rule, speaker, at, end)
        left = phrases.left(at)
        handing_on = self.lexicon.classes["handing-on"]  # quoted the mayor stating that
        saying = next((k for k in range(end, min(self.size, end + 25)) if lows[k] in handing_on), None)
        if left is None or saying is None:
            return None
        quoted = end, saying - (lows[saying - 1] == "as")
        apart = left[0] > 0 and (lows[left[0] - 1] == "," or self._quoted_before(left[0]))
        if apart and not self._goes_on_telling(saying):  # 40 died, Y quoted X as saying
            return self.report(form.rule, quoted, (at, end), [(0, left[0])], through=left, before=True)
        return self.report(form.rule, quoted, (at, end), [(saying + 1, self.size)], through=left)

    def _citing(self, rule: Cue, speaker: Piece, at: int, end: int) -> Report | None:
        """ "Y reported, citing X", "Y, citing X, said", "Citing X, Y said": X speaks, through Y."""
        first, last = speaker
        last = next((k for k in range(first + 1, last) if self._ends_cited(k)), last)
        if at > 0:
            through = self.last_speaker() or self._before(at)
        else:
            last = next((k for k in range(first, last) if self.lows[k] == ","), last)
            through = self._who_says(last + 1)
        if through is None or not self._can_tell((first, last)):
            return None  # citing the rain
        content = [(0, at), (last, self.size)]
        return self.report(rule, (first, last), (at, end), content, through=through, before=True)

    def _ends_cited(self, k: int) -> bool:
        """Whether who is cited ends before a token: "citing X | that", "X | telling in an interview"."""
        forms = self.lexicon.cues.get(self.lows[k], ())
        telling = any(form.form == "ing" and form.rule.frame in _TELLING for form in forms)
        return self.lows[k] == "that" or self._as_saying(k) or telling

    def _as_saying(self, k: int) -> bool:
        """Whether "as saying" stands at a token: "40 died, Y reported, quoting X (as saying)"."""
        handing_on = self.lexicon.classes["handing-on"]
        return self.lows[k] == "as" and not handing_on.isdisjoint(self.lows[k + 1 : k + 2])

    def _can_tell(self, cited: Piece) -> bool:
        """Whether what is cited is somebody or a document: no cost, no weather, no "respect for their families"."""
        reasons, opening = self.lexicon.classes["reason"], self.lows[cited[0] : min(cited[1], cited[0] + _REASON)]
        if any(word in reasons for word, behind in pairwise((*opening, "")) if behind in _LEADING):
            return False
        familiar = any(self.lows[k] in self.lexicon.holders for k in range(*cited))  # people familiar with it
        return familiar or self.somebody(cited) or self.fitness.documents(cited)

    def _who_says(self, first: int) -> Piece | None:
        """The subject of the clause from a token, where its verb is one of saying."""
        verb = next((k for k in range(first + 1, self.size) if self.phrases.verb(k)), None)
        told = verb is not None and any(
            form.rule.frame in _SAYING for form in self.lexicon.cues.get(self.lows[verb], ())
        )
        subject = self.phrases.left(verb) if verb is not None and told else None
        return subject if subject is not None and subject[0] >= first else None

    def _quoted(self, rule: Cue, at: int, end: int) -> Report | None:
        """ "X was quoted as saying by Y that"."""
        speaker = self.phrases.left(at)
        if speaker is None or self.grammar.as_saying.isdisjoint(self.lows[end : end + 12]):
            return None
        by = next((k for k in range(end, min(self.size, end + 4)) if self.lows[k] == "by"), None)
        through = self.phrases.named_by(by + 1) if by is not None else None
        if through is not None:
            stop = next((k for k in range(through[0], through[1]) if self.lows[k] in ("as", "that")), through[1])
            through = (through[0], stop)
        begin = max(end, through[1] if through is not None else end)
        saying = next(
            (k for k in range(end, min(self.size, begin + 4)) if self.lows[k] in self.grammar.as_saying), None
        )
        apart = speaker[0] > 0 and (self.lows[speaker[0] - 1] == "," or self._quoted_before(speaker[0]))
        if saying is not None and apart and not self._goes_on_telling(max(saying, begin - 1)):
            return self.report(rule, speaker, (at, end), [(0, speaker[0])], through=through, before=True)
        return self.report(rule, speaker, (at, end), [(begin, self.size)], through=through)

    def _goes_on_telling(self, saying: int) -> bool:
        """Whether what was said comes after "as saying": nothing does in "40 died, X was quoted as saying"."""
        behind = self.between.adverbials(saying + 1)
        return behind < self.size and not self.phrases.bound(behind)

    def _before(self, at: int) -> Piece | None:
        """Who cites, where his verb comes later: "the Observatory, citing hospital sources, said"."""
        if at < 2 or self.lows[at - 1] != ",":
            return None
        start = self.phrases.run_left(at - 1)
        return (start, at - 1) if start < at - 1 else None
