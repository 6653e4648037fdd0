"""The words for a document in, who made it out: "a survey by YouGov", "an Observatory toll", "the statement"."""

from __future__ import annotations

from abc import ABC, abstractmethod

from claimcheck.records import Source, Span
from claimcheck.rules.world import Country
from claimcheck.stages.attribute.atlas import Atlas, match
from claimcheck.stages.attribute.issuers import Issuers
from claimcheck.stages.attribute.knownnames import NAMELESS, Named
from claimcheck.stages.attribute.line import Line, line
from claimcheck.stages.attribute.memory import Memory
from claimcheck.stages.attribute.story import Story
from claimcheck.stages.attribute.surveys import Surveys

_SAME = 4  # sentences back to "the same survey"
_SERVING = ("government", "forces")
_VAGUE = ("document", "anonymous", "person", "collective")


class Documents(Surveys, ABC):
    """Names documents, which stand for who made them."""

    def __init__(self, story: Story, memory: Memory, atlas: Atlas) -> None:
        super().__init__(story, memory, atlas)
        self.issuers = Issuers(story)

    def _document(self, words: Line, span: Span, core: int, depth: int) -> Named | None:
        """A report stands for who made it; one that nobody made stands for itself."""
        shown = next((k for k in range(core) if words.lows[k] in self.classes["footage"]), None)
        if shown is not None and depth > 1 and self._maker(words, shown) is not None:
            return self._made_by(words, shown, core, depth)  # a video published by the army
        reckoned = self._reckoned(words, span, core, depth)
        if reckoned is not None:
            return reckoned
        head = self._document_at(words, core)
        if head is None or any(words.lows[k] in ("of", "for", "from", "at", "with", "who") for k in range(head)):
            return None
        before = self._same_before(words.lows[head], span) if "same" in words.lows[max(0, head - 1) : head] else None
        if before is not None and depth > 1:
            return self._named(before, depth - 1)._replace(resolved=before)
        made = self._made_by(words, head, core, depth)
        if made is not None:
            return made
        joined = self._pollsters(words, head)
        if joined is not None:
            return joined
        owned = None if self._studied(words, head) else self._strong(words, 0, head) or self._charged(words, head)
        owned = owned or self._of_head(words, head) or self._reckoned_by_state(words, head)
        owned = owned or self._of_state_body(words, head)
        if owned is not None:
            return owned
        polled = self._pollster(words, head)
        if polled is not None:
            return polled
        if self._by_body(words, head):
            return self._own_name(words, int(words.lows[0] in self.story.grammar.determiner), head)
        if head > 0 and words.lows[0] in ("his", "her", "its", "their"):
            return self._possessed(words, span, depth)
        owner = next((k for k in range(1, head) if words.lows[k] in ("'s", "'")), None)  # survivors' accounts
        if owner is not None:
            return self._named((words.starts[0], words.ends[owner - 1]), depth - 1)
        issued = self._issued(words, span, head, depth) if head + 1 == core else None
        issued = issued or self._published_here(words, span, depth) or self._pollster_beside(words, span, head)
        part = words.words[head][0].isupper() and words.lows[head + 1 : core] and words.lows[head + 1].isdigit()
        name = self._plain(words, 0, core if part else head + 1)  # Article 28 of the treaty
        return issued or Named((Source(name=name, kind="document"),), None, ("AW14",))

    def _document_at(self, words: Line, core: int) -> int | None:
        """The word for a document, the last of a row of such: "the information | note"; None: there is none."""
        documents = self.story.grammar.document | self.story.grammar.reckoned
        known = [low in documents for low in words.lows[:core]]
        head = next((k for k in range(core) if known[k] and not self._in_name(words, k, core)), None)
        while head is not None and head + 1 < core and known[head + 1] and words.words[head].islower():
            head += 1
        return head

    def _same_before(self, noun: str, span: Span) -> Span | None:
        """The last document before "the same survey" that something is told of by: "in the latest Larkin | poll"."""
        like = self.story.grammar.survey if noun in self.story.grammar.survey else {noun}
        for speaker in self.story.speakers_before(span[0], _SAME):
            lows = line(self.story.text, *speaker).lows
            if "same" not in lows and not like.isdisjoint(lows):
                return speaker
        return None

    def _studied(self, words: Line, head: int) -> bool:
        """Whether a land tells only where something was studied: "a UK | study" is not its government's."""
        first = int(words.lows[0] in self.story.grammar.determiner)
        while first < head - 1 and words.words[first][0].islower():
            first += 1  # a recent | Chadian study
        placed = match(self.atlas.places, words.words, first) if first < head else None
        return words.lows[head] in self.classes["research"] and placed is not None and first + placed[0] == head

    def _of_head(self, words: Line, head: int) -> Named | None:
        """ "An army statement", "a government report": of the state that is meant."""
        institution = self._institution_at(words, head - 1, head) if head > 0 else None
        lone = head == 1 + (words.lows[0] in self.story.grammar.determiner)
        if institution is None or not lone or words.lows[head - 1] not in self.classes["state-head"]:
            return None
        country = self._meant(words.lows[head - 1], words.starts[0])
        return self._of(country, institution) if country is not None else None

    def _of_state_body(self, words: Line, head: int) -> Named | None:
        """ "An updated Interior Ministry toll", "a health ministry statement": what a state's body made out,
        however new it is."""
        first = int(words.lows[0] in self.story.grammar.determiner)
        while first < head and words.lows[first] in self.classes["of-a-count"]:
            first += 1
        last = head - (words.lows[head - 1] in self.classes["of-a-count"])  # the health ministry | death toll
        if last - first < 2 or not self._stately(words, first, last, small=True):
            return None
        institution, offset = self._institution_at(words, first, last), words.starts[0]
        if institution is None or institution.kind not in _SERVING:
            return None
        country = self._meant(words.lows[last - 1], offset) or self._ground(offset) or self.memory.happened_in(offset)
        return self._of(country, institution) if country is not None else self._described(words, last, first)

    @abstractmethod
    def _ground(self, offset: int) -> Country | None:
        """The state in which all takes place, where the text up to an offset tells of no other."""

    def _reckoned_by_state(self, words: Line, head: int) -> Named | None:
        """ "Chadian estimates": what the state reckons."""
        first = int(words.lows[0] in self.story.grammar.determiner)
        if words.lows[head] not in self.classes["state-reckoning"] or first + 1 != head:
            return None
        return self._country(words, first, head)

    def _by_body(self, words: Line, head: int) -> bool:
        """Whether a body's name, with the word for one at its end, stands before a document: "a Larkin Bank report"."""
        first = int(words.lows[0] in self.story.grammar.determiner)
        named = head - first > 1 and words.lows[head - 1] in self.classes["organisation"]
        return named and all(word[0].isupper() for word in words.words[first:head])

    def _issued(self, words: Line, span: Span, head: int, depth: int) -> Named | None:
        """ "The statement" of somebody who said something in a statement before."""
        if words.lows[0] not in ("the", "this") or any(word[0].isupper() for word in words.words[1 : head + 1]):
            return None
        found, told = self.issuers.issuer(words.lows[head], span[0]) or (None, False)
        named = self._named(found, depth - 1) if found is not None else None
        vague = NAMELESS if told else _VAGUE
        if named is None or not named.sources or named.sources[0].kind in vague:
            return None
        return named._replace(resolved=found)

    def _reckoned(self, words: Line, span: Span, core: int, depth: int) -> Named | None:
        """ "An Observatory toll": whose toll it is, by a full name before."""
        head = core - 1
        if head < 1 or words.lows[head] not in self.story.grammar.toll or not words.words[head - 1][0].isupper():
            return None
        full = self._full_form(words.words[head - 1], span[0])
        return self._named(full, depth - 1)._replace(resolved=full) if full is not None else None

    def _made_by(self, words: Line, head: int, core: int, depth: int) -> Named | None:
        """Who made a document: "a survey of 2,000 adults by YouGov", "figures released by the bank"."""
        maker = self._maker(words, head)
        if maker is not None:
            return self._named((words.starts[maker], words.ends[self._maker_end(words, maker)]), depth - 1)
        publisher = self._publisher(words, head)
        if publisher is not None:
            return self._named(publisher, depth - 1)
        polled = words.lows[head] in self.story.grammar.survey  # a poll of Republicans is not theirs
        reckoned = words.lows[head] in self.classes["reckoned-from"] and self._from_somebody(words)
        from_ = _VAGUE[:2] if reckoned else _VAGUE[:3]  # figures from Larkin, not from March
        for joints, vague in ((("by",), _VAGUE[:2]), (("from",), from_), ((() if polled else ("of",)), _VAGUE)):
            for at in range(head + 1, min(core + 1, len(words.lows) - 1)):
                if words.lows[at] in joints and not self._seen(words, at):
                    end = self._maker_end(words, at + 1)
                    inner = self._named((words.starts[at + 1], words.ends[end]), depth - 1)
                    office = words.lows[end] == "office"  # a statement from Berg's office is his
                    if inner.sources and (inner.sources[0].kind not in vague or office):
                        return inner
        return None

    def _from_somebody(self, words: Line) -> bool:
        """Whether "from" may lead to a name: "from | Larkin", not "from | across Chad", "from | May"."""
        at = words.lows.index("from") + 1 if "from" in words.lows else len(words.lows)
        grammar, low = self.story.grammar, words.lows[at] if at < len(words.lows) else "1"
        dated = low[0].isdigit() or low in grammar.month or low in grammar.weekday
        return not dated and low not in grammar.preposition and "&" not in words.lows

    def _made_end(self, words: Line) -> int:
        """Behind a document and who made it, before what it is about: "a report by Chad | on Mali and Peru"."""
        document = self.story.grammar.document
        head = next((k for k, low in enumerate(words.lows) if low in document), len(words.lows))
        by = next((k for k in range(head + 1, len(words.lows) - 1) if words.lows[k] == "by"), None)
        return self._maker_end(words, by + 1) + 1 if by is not None else len(words.words)

    def _maker_end(self, words: Line, first: int) -> int:
        """The last token of who made a document, before what it is about or when: "by Mr Roe | on Chad and Mali"; not
        so of "by the Committee on Human Rights"."""
        for at in range(first + 1, len(words.words) - 1):
            about = words.lows[at] in self.classes["about-document"] and words.words[at].islower()
            body = words.words[at - 1][0].isupper() and words.lows[at - 1] in self.classes["organisation"]
            named = words.words[min(at + 1 + (words.lows[at + 1] == "the"), len(words.words) - 1)][0].isupper()
            if about and not (body and named):
                return at - 1
        return len(words.words) - 1

    def _seen(self, words: Line, at: int) -> bool:
        """Whether a document was only seen or got by whom a word "by" names: "papers obtained by Reuters"."""
        before = words.lows[at - 1]
        participle = before.endswith("ed") or before in self.story.grammar.participle
        return words.lows[at] == "by" and participle and before not in self.classes["made"]

    def _maker(self, words: Line, head: int) -> int | None:
        """Where the maker is named behind a participle of making; who saw or got a document did not make it."""
        for at in range(head + 1, len(words.lows) - 2):
            if words.lows[at] in (",", "--", "("):
                return None
            if words.lows[at] in self.classes["made"]:
                return next((k + 1 for k in range(at, len(words.lows) - 1) if words.lows[k] == "by"), None)
        return None

    def _publisher(self, words: Line, head: int) -> Span | None:
        """Who made a document by the clause that hangs on it: "a toll that | Oxfam | published"."""
        first = head + 1 + (words.lows[head + 1 : head + 2] in (["that"], ["which"]))
        verb = next((k for k in range(first + 1, len(words.lows)) if words.lows[k] in self.classes["made"]), first)
        grammar = self.story.grammar
        last = verb
        while last > first and (words.lows[last - 1] in grammar.auxiliary or words.lows[last - 1] in grammar.adverb):
            last -= 1
        if last <= first or not (words.lows[first] in grammar.determiner or words.words[first][0].isupper()):
            return None
        clear = all(low.isalnum() or low in ("'s", "u.s.", "u.n.") for low in words.lows[first:last])
        return words.span(first, last) if clear else None

    def _in_name(self, words: Line, at: int, core: int) -> bool:
        """Whether a word for a document is another's part: "Bill McInturff", "the statistics office"."""
        if at + 1 >= core:
            return False
        after, grammar = words.lows[at + 1], self.story.grammar
        if words.words[at][0].isupper() and (
            words.words[at + 1][0].isupper() or (at > 0 and after in grammar.document)  # a Larkin Post | poll
        ):
            return True
        noun = after.isalpha() and words.words[at + 1][0].islower() and after not in grammar.document
        return noun and not (
            after in grammar.preposition
            or after in grammar.adverb
            or after in grammar.verb
            or after in grammar.subordinator
            or after in grammar.determiner
            or after.endswith(("ed", "ing"))
            or after in self.classes["told-of-document"]
        )
