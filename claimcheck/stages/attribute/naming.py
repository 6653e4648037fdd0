"""The words for a speaker in, canonical sources out: whom a ministry, a spokesman or a surname speaks for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from claimcheck.records import Source, Span
from claimcheck.rules.world import Country
from claimcheck.stages.attribute.atlas import Atlas, match
from claimcheck.stages.attribute.coordination import Coordination
from claimcheck.stages.attribute.knownnames import Named
from claimcheck.stages.attribute.line import Line, in_name, line
from claimcheck.stages.attribute.memory import Memory
from claimcheck.stages.attribute.story import Story
from claimcheck.stages.attribute.toldas import Told, told_as

_SITE = re.compile(r"((?=[A-Z][a-z]+[A-Z])[\w-]+)\.(?:com|org|net)")
_OF_WHOM = re.compile(r"\s(?:of|for)\s(?:the\s)?[^\W\d_a-z][\w'’-]++(?:\s[^\W\d_a-z][\w'’-]++){0,5}")
_STAND_IN = 4  # words that "the Britain-based rights group" has at most
_BODIES = ("ngo", "agency", "party", "igo")  # what "the group" can stand for
_WATCHING = ("ngo", "agency", "igo")  # what "the monitor" can
_HELPING = ("ngo", "igo")  # what "the aid group" is of the bodies that are named and do not speak
_NAMED_BACK = 3  # sentences to it
_NAMED_WITHIN = 300  # tokens of each of them that are looked at
_LEAD = 4  # tokens of a speaker within which his body is named: "Peru 's Defence Ministry"
_BACK = 6  # sentences
_NOBODY = {"anonymous", "collective", "document"}
_GROUP_BACK = 12  # sentences to the one group that spoke
_EMPLOYER = 3  # words of a name before "analysts"
_NAME_WORDS = 4  # of a person, at most
_TITLE = 3  # tokens of "the Deputy Commissioner"
_CALLED = 3  # words of a speaker in a headline who is named only below
_LEAD_SENTENCES = 4  # with its headline and its date
_HEADLINES = 4  # sentences that can be an article's headline, or repeat it behind a date
_FORETOLD = 10  # sentences in which he is named
_MOST_ENDINGS = 20  # mentions of a name's end that are looked at
_HAS_PAGE = ("igo", "ngo", "agency", "government")  # kinds of bodies that have pages of their own
_SUMMED = re.compile(r"\b(?:summary|notes?|transcript) of what (?:was|is) said by ([^\n,;:–—]{3,60}?)(?=,|\sat\s)")
_DEPTH = 4  # "she" for the lawmaker for Berg for Ana Berg


class Naming(Coordination):
    """Names the speakers of one article."""

    def __init__(self, story: Story, memory: Memory, atlas: Atlas) -> None:
        super().__init__(story, memory, atlas)
        self._memo: dict[tuple[Span, int], Named] = {}

    def named(self, span: Span) -> Named:
        """The sources that the words at `span` stand for."""
        return self._named(span, _DEPTH)

    def _named(self, span: Span, depth: int) -> Named:
        if (known := self._memo.get((span, depth))) is None:
            known = self._memo[span, depth] = _undotted(self._read(span, depth))
        return known

    def _read(self, span: Span, depth: int) -> Named:
        words = line(self.story.text, *span)
        if not words.words or depth == 0:
            return Named(())
        pronoun = self._pronoun(words, span, depth)
        if pronoun is not None:
            return pronoun
        if (end := self._made_end(words)) < len(words.words):
            return self._named((span[0], words.ends[end - 1]), depth)
        joint = self._row_of_officials(words) or self._joint(words, depth) or self._both(words, span)
        if joint is not None:
            return joint
        return self._one(words, span, depth)

    def _one(self, words: Line, span: Span, depth: int) -> Named:
        """Whom one phrase means, without what stands around his name: the time, the kind of body, what he does."""
        core = self._core_end(words) or len(words.words)
        while core > 1 and words.lows[core - 1] in ("there", "here"):
            core -= 1
        if core == 1 and words.lows[0] in self.story.grammar.determiner:
            return Named(())  # some, another: nobody is named
        words = words.small() if self._only_title(words, core) else words
        opened = self._behind_time(words) or self._behind_told_of(words) or self._behind_kind(words, core)
        opened = opened or self._behind_called(words, core) or self._behind_where(words, core)
        if 0 < opened < core:
            return self._one(line(self.story.text, words.starts[opened], span[1]), span, depth)
        if (known := self._acquainted(words, core)) is not None and depth > 1:
            before = self._one(line(self.story.text, words.starts[0], words.ends[known - 1]), span, depth - 1)
            told_by_it = before.resolved is not None and words.lows[known] == "close"  # the source | close to the bank
            if {one.kind for one in before.sources} - _NOBODY and not told_by_it:
                return before
            called = self._described(words, core).sources[0]
            kind = self._kind(words, known, 0) if called.kind not in _NOBODY else called.kind
            return Named((Source(name=called.name, kind=kind),))
        if self._ours(words, core) and depth > 1 and (own := self._page_body(depth - 1)) is not None:
            return own
        if self._does_by_the_way(words, core):
            return self._one(line(self.story.text, words.starts[0], words.ends[core - 1]), span, depth)
        return self._known_body(words, core, span, depth) or self._somebody(words, core, span, depth)

    def _known_body(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """The country, body or outlet, known beforehand or explained by the article, that a phrase names or speaks for.

        The first finder that knows the phrase has it, here and in `_somebody`: who asks for more words comes first.
        """
        found = (
            self._spelled_name(words, core, depth)
            or self._exact(words, core)
            or self._guild(words, core)
            or self._so_titled(words, core, depth)
            or self._foretold(words, core, span, depth)
            or self._of_same_figure(words, core, span, depth)
            or self._official_figures(words, core)
            or self._document(words, span, core, depth)
            or self._outsider(words, core)
            or self._body_there(words, core)
            or self._of_town(words, core)
            or self._of_breakaway(words, core)
            or self._of_people_there(words, core)
            or self._of_held_land(words, core)
            or self._only_office(words, core)
            or self._office_of(words, core, depth)
            or self._for_its_body(words, core, depth)
        )
        found = found or self._of_region(words, core)
        for find in (self._society, self._spokesman, self._known, self._unserving, self._institution, self._country):
            found = found or find(words, 0, core)
        return found

    def _somebody(self, words: Line, core: int, span: Span, depth: int) -> Named:
        """Whom a phrase means that names nobody known: by his office, his name, or what the article told before; at
        last as it describes him."""
        return (
            (self._same_body(words, core, span, depth) if core > 2 else None)
            or self._so_charged(words, core)
            or self._bare_minister(words, core)
            or self._state_body(words, 0, core)
            or self._of_same_body(words, core, span, depth)
            or self._administration(words, core)
            or self._office(words, core)
            or self._official(words, core)
            or self._police_of_land(words, core)
            or self._police(words, core)
            or self._behind_body(words, core)
            or self._firm_called(words, core, depth)
            or self._their_spokesman(words, core, span, depth)
            or self._speaks_for(words, core)
            or self._leads_watcher(words, depth)
            or self._ranked(words, core, depth)
            or self._of_holder(words, core, depth)
            or self._person(words, span, core, depth)
            or self._same_body(words, core, span, depth)
            or self._called_again(words, core, span, depth)
            or self._council_again(words, core, span, depth)
            or self._unplaced(words, core, span)
            or self._charged(words, core)
            or self._department(words, core)
            or self._abbreviated(words, core, depth)
            or self._watcher(words, core)
            or self._so_told(words, core, depth)
            or self._short_form(words, core, span, depth)
            or self._end_of_name(words, core, span, depth)
            or self._stand_in(words, core, span, depth)
            or self._outlet_again(words, core, span, depth)
            or self._body_again(words, core, span, depth)
            or self._titled_again(words, core, span, depth)
            or self._in_letters(words, core, span, depth)
            or self._alone_of_kind(words, core)
            or self._employed(words, core, depth)
            or self._apposed(words, core)
            or self._in_brackets(words, core)
            or self._paper(words, core)
            or self._described(words, core)
        )

    def _ours(self, words: Line, core: int) -> bool:
        """Whether one of those is meant whose page it is: "our representative", "our teams on the ground"."""
        return words.lows[0] == "our" and not self.classes["our-people"].isdisjoint(words.lows[1:core])

    def _page_body(self, depth: int) -> Named | None:
        """The body whose page it is: its outlet, or whose words it is told to sum up: "what was said by UNICEF's
        spokesperson"."""
        outlet = line(self.story.article.outlet or "", 0, len(self.story.article.outlet or ""))
        found = self._actor(outlet, 0, len(outlet.words)) if outlet.words else None
        if found is not None and found[0] == len(outlet.words) and found[1].source.kind in _HAS_PAGE:
            return Named((found[1].source,))
        named = self._named(self._summed, depth) if self._summed is not None else Named(())
        return named if len(named.sources) == 1 else None

    @cached_property
    def _summed(self) -> Span | None:
        """Whose words the article is told to sum up."""
        summed = _SUMMED.search(self.story.text)
        return summed.span(1) if summed is not None else None

    def _only_title(self, words: Line, core: int) -> bool:
        """Whether somebody is called by nothing but his office, in capitals: "the Mayor", "the Deputy Commissioner"."""
        office = words.lows[core - 1] in self.classes["office-alone"] - self.classes["minister-letters"]  # no PM
        if not office or not 2 <= core <= _TITLE or words.lows[0] != "the":
            return False
        capital = all(word[0].isupper() for word in words.words[1:core])
        return capital and (core == 2 or words.lows[1] in self.classes["under-office"])

    def _behind_time(self, words: Line) -> int:
        """Behind the time at which a document came out, which is nobody's name: "Tuesday's | report", "last week's |
        Ipsos poll"; 0: none opens the phrase."""
        grammar, at = self.story.grammar, int(words.lows[0] in self.story.grammar.time_opener)
        timed = words.lows[at : at + 1] and words.lows[at + 1 : at + 2] == ["'s"]
        days = (grammar.weekday, grammar.time_noun, grammar.month if at else grammar.month - grammar.month_name)
        return at + 2 if timed and any(words.lows[at] in times for times in days) else 0

    def _behind_told_of(self, words: Line) -> int:
        """Behind of whom others tell, in a clause that has no "who": "the man | police say fled"; 0: nobody."""
        told = words.lows[0] in self.story.grammar.determiner and words.lows[1:2] != []
        told = told and words.lows[1] in self.classes["told-of"]
        speak = told and any(low in self.classes["collective"] for low in words.lows[2:4])
        return 2 if speak else 0

    def _behind_called(self, words: Line, core: int) -> int:
        """Behind what those are whose name follows, in a text that lost its commas: "rescue workers | the Larkin
        Corps", "a group of medics | the Larkin Union in Lima"; 0: no name follows."""
        several = self.classes["collective"] | self.classes["stand-in"] | self.story.lexicon.holders
        for at in range(1, core - 1) if self.story.unpointed else ():
            before = words.lows[at - 1]
            known = before in several and words.words[at - 1].islower()
            # Tags Homs | The Larkin Brigade
            opens = words.words[at] == "The" and before not in self.story.grammar.preposition
            if opens or (known and words.lows[at] == "the" and words.words[at + 1][0].isupper()):
                return at
        return 0

    def _behind_where(self, words: Line, core: int) -> int:
        """Behind what somebody is and where, before his name in a text that lost its commas: "a nurse at the Larkin
        clinic | Ana Roe"; 0: no name of a person follows."""
        head, first = self._head(words, core), core
        while first > 0 and in_name(words.words[first - 1]):
            first -= 1
        where = words.lows[head + 1 : head + 2] in (["at"], ["in"], ["from"])
        person = words.lows[0] in ("a", "an") and where and words.lows[head] in self.classes["anonymous"]
        if not self.story.unpointed or not person or core - first not in (2, 3) or first < head + 3:
            return 0
        before, name = words.words[first - 1], words.lows[first:core]
        noun = before.isalpha() and before.lower() not in self.memory.function
        adjective = before.endswith(tuple(self.classes["no-noun-ending"])) or before in self.classes["before-place"]
        no_person = self.classes["organisation"] | self.classes["outlet-word"] | self.classes["heading"]
        placed = self._place(words, first, core) is not None or not no_person.isdisjoint(name)
        return first if noun and not adjective and not placed else 0

    def _behind_kind(self, words: Line, core: int) -> int:
        """Behind where a body sits or what a firm is, which is no part of its name: "Lima-based | Larkin", "Phone
        maker | Berg Ltd"; 0: neither opens the phrase."""
        at = int(words.lows[0] in self.story.grammar.determiner)
        named = core > at + 1 and words.words[at + 1][0].isupper()
        run = words.lows[at].endswith("-run") and not words.words[at].islower()  # the Labour-run Larkin Council
        if named and not run and words.lows[at].endswith(tuple(self.classes["made-by-kind"])):
            stately = words.lows[core - 1] in self.classes["run-by-others"]  # the rebel-run Health Ministry
            return at + 1 if not stately else 0  # activist-operated | Larkin News network
        if named and words.lows[at].endswith("-based"):
            known = match(self.atlas.actors, words.words, at) is not None
            stately = not self.atlas.heads.isdisjoint(words.lows[at + 1 : core])
            many = words.lows[at + 1] in self.classes["of-many-lands"]  # the Paris-based | International Energy Agency
            many = many or match(self.atlas.places, words.words, at + 1) is not None  # Manama-based | US Navy officials
            return at + 1 if not known and (many or not stately) else 0
        last = next((k for k in range(1, core) if words.words[k][0].isupper()), core) - 1
        kind = 0 <= last < core - 1 and words.lows[last] in self.classes["firm"] | self.classes["outlet-opens"]
        plain = all(low.isalpha() and low not in self.memory.function for low in words.lows[:last])
        own = last == 0 and words.lows[0] in self.classes["firm-in-name"]  # Bank Melli
        small = all(word.islower() for word in words.words[: last + 1])  # of phone maker | Berg Ltd
        opens = self.story.behind_dateline(self.story.sentence_at(words.starts[0])) == words.starts[0]
        return last + 1 if kind and plain and (opens or small) and not own else 0

    def _acquainted(self, words: Line, core: int) -> int | None:
        """Behind somebody without a name, before what he is told to know: "a source | familiar with a US report",
        "two people | briefed on Chad's talks"; whose that is, is not whose he is."""
        nameless = self.classes["anonymous"] | self.classes["collective"] | self.classes["speaking-for"]
        for at in range(1, core - 1):
            if words.lows[at] in self.classes["acquainted"] and words.lows[at + 1] in ("with", "to", "on", "of", "in"):
                return at if words.lows[at - 1] in nameless else None
        return None

    def _does_by_the_way(self, words: Line, core: int) -> bool:
        """Whether a clause behind a name tells what somebody did or has, not what he is: "Roe, who met Peru's
        president", "the mayor, whose wife is Ana Berg"."""
        if words.lows[core : core + 2] == [",", "whose"]:
            return True
        if words.lows[core : core + 2] != [",", "who"]:
            return False
        grammar = self.story.grammar
        is_so = grammar.be | self.classes["leading"] | self.classes["holds-office"]
        does = next((low for low in words.lows[core + 2 :] if low not in grammar.adverb), None)
        return does is not None and does not in is_so

    def _outsider(self, words: Line, core: int) -> Named | None:
        """ "Opponents of the president", "the wife of the minister": for whom they do not speak."""
        head = self._head(words, core)
        outside = words.lows[head] in self.classes["outsider"] | self.classes["kin"]
        return self._described(words, core) if outside and head + 1 < core else None

    def _unserving(self, words: Line, first: int, core: int) -> Named | None:
        """ "Activists in the Larkin Revolution Commission": its, and no state's."""
        head = self._head(words, core, first)
        stately = head + 2 < core and self._institution_at(words, head + 2, core) is not None
        return self._described(words, core) if stately and words.lows[head] in self.classes["unserving"] else None

    def _office_of(self, words: Line, core: int, depth: int) -> Named | None:
        """ "Netanyahu's office", "the prime minister's spokesman", "the office of the president": the state that he
        leads; "Assad's army": that of this state."""
        last = words.lows[core - 1]
        if words.lows[0] in self.story.grammar.determiner and words.lows[1:3] == ["office", "of"] and depth > 1:
            owner: Span | None = words.span(3, core) if core > 3 else None
        else:
            at = next((k for k in range(1, core) if words.lows[k] == "'s"), 0)
            own = self.classes["own-office"] - {"campaign"}
            owner = (
                words.span(0, at) if at and depth > 1 and at + 2 == core and words.words[core - 1].islower() else None
            )
            if owner is not None and last not in own:
                return self._of_leader(words, at, core)
        return (self._ruling(owner, depth) or self._whose_office(owner, depth)) if owner is not None else None

    def _whose_office(self, owner: Span, depth: int) -> Named | None:
        """Whose office it is that speaks for him, by his name: "a statement from | Berg | 's office"."""
        capital = all(map(in_name, line(self.story.text, *owner).words))
        named = self._named(owner, depth - 1) if capital else Named(())
        return named._replace(resolved=owner) if [one.kind for one in named.sources] == ["person"] else None

    def _ruling(self, owner: Span, depth: int) -> Named | None:
        """Who leads a state, by his name or his title, as that state."""
        words = line(self.story.text, *owner)
        titled = words.lows[-1] in self.classes["ruler"] and not any(word[0].isupper() for word in words.words[1:])
        if not titled and not words.words[-1][0].isupper():
            return None
        named = self._named(owner, depth - 1)
        one = len(named.sources) == 1 and named.sources[0].kind == "government" and named.sources[0].side
        land = self._led_by_one_called(words) if not one else None
        if land is not None:
            return self._of(land, self._state)
        return named._replace(resolved=owner) if one else None

    def _led_by_one_called(self, words: Line) -> Country | None:
        """The land that the article names which somebody called so has led, and nobody else of his name is told of."""
        name = [word for word in words.words if word.lower() not in self.story.lexicon.titles]
        full = self.memory.first_full(name[-1]) if len(name) == 1 else None
        if full is not None:
            called = line(self.story.text, *full).words
            name = called[: called.index(name[-1]) + 1] if name[-1] in called else name
        return self._led_by([word for word in name if word.lower() not in self.story.lexicon.titles], heads=False)

    def _of_leader(self, words: Line, at: int, core: int) -> Named | None:
        """ "Assad's forces": the army of the state that he leads, which the article names."""
        institution = self._institution_at(words, at + 1, core)
        body = institution is not None and words.lows[core - 1] in self.classes["state-head"] - {"president", "premier"}
        land = self._led_by([words.words[at - 1]], heads=False) if body and words.words[at - 1][0].isupper() else None
        return self._of(land, institution) if land is not None and institution is not None else None

    def _foretold(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """ "Governor says", ": police" in a headline: whom the article then first lets speak under that word, with a
        name or a land beside it."""
        number, noun = self.story.sentence_at(span[0]), words.lows[core - 1]
        channel = self._state_channel(words, core)
        known = channel or noun in self.story.lexicon.holders or noun in self.story.grammar.document
        opens = core == 1 or words.lows[0] in self.classes["before-lost-label"]  # State media
        capital = any(word[0].isupper() for word in words.words[int(opens) : core - channel])
        small = core <= _CALLED and not capital
        headed = number < _HEADLINES and self.story.headline(number)
        if not headed and self._in_lead(words, core, number):
            return self._titled_below(noun, number, depth)
        if not (known and small and headed) or depth < 2:
            return None
        if (titled := self._titled_below(noun, number, depth)) is not None:
            return titled
        named = (
            self._named(who, depth - 1)._replace(resolved=who)
            for who in self._called_below(noun, number, channel=channel)
        )
        return next((one for one in named if len(one.sources) == 1 and one.sources[0].kind not in _NOBODY), None)

    def _in_lead(self, words: Line, core: int, number: int) -> bool:
        """Whether a lead tells of who holds the one such office of a place: "the mayor", "the city's mayor"."""
        told, office = words.lows[1 : core - 1], words.lows[core - 1] in self.classes["local-office"]
        opens = number < _LEAD_SENTENCES and words.lows[0] == "the" and core == len(words.lows)
        return opens and office and core > 1 and self.classes["of-the-town"].issuperset(told)

    def _titled_below(self, noun: str, number: int, depth: int) -> Named | None:
        """The one person whom the article names with a title below a sentence, and nobody else with it."""
        entitled = self._entitled(noun) if noun in self.classes["person-title"] and depth > 1 else []
        titled = [one for one in entitled if one[0] >= self.story.sentences[number].end]
        if len({self.story.text[slice(*one)].split()[-1] for one in titled}) != 1:
            return None
        return self._named(titled[0], depth - 1)._replace(resolved=titled[0])

    def _state_channel(self, words: Line, core: int) -> bool:
        """Whether a phrase tells of the channel of a state, which goes by other words below: "state TV"."""
        channel = not self.classes["channel"].isdisjoint(words.lows[:core])
        return channel and any(low == "state" or low.startswith("state-") for low in words.lows[:core])

    def _called_below(self, noun: str, number: int, *, channel: bool) -> Iterator[Span]:
        """Who speaks in the sentences below a headline under a noun, with a capital word beside it; under any word for
        the channel of a state where it is one."""
        for below in range(number + 1, min(number + _FORETOLD, len(self.story.sentences))):
            for report in () if self.story.headline(below) else self.story.reports(below):
                who = line(self.story.text, *report.speaker) if report.speaker is not None else None
                called = who is not None and (
                    noun in who.lows[:_LEAD] or (channel and self._state_channel(who, len(who.words)))
                )
                if who is not None and called and any(word[0].isupper() for word in who.words):
                    yield who.span(0, len(who.words))

    def _in_letters(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """ "The PM", "the FM": who "the minister" is."""
        lettered = core == 2 == len(words.lows) and words.lows[0] == "the" and words.words[1].isupper()
        if not lettered or words.lows[1] not in self.classes["minister-letters"] or self._ministers_of_two(span[0]):
            return None
        spelt = line(self.story.text, *words.span(0, core))
        spelt.words[1] = spelt.lows[1] = "minister"
        return self._unplaced(spelt, core, span) or self._titled_again(spelt, core, span, depth)

    def _ministers_of_two(self, offset: int) -> bool:
        """Whether the last sentence that tells of a minister tells of two, of two lands: "Chad's PM met Peru's"."""
        number = self.story.sentence_at(offset)
        for back in range(number, max(-1, number - _NAMED_BACK), -1):
            start, end = self.story.sentences[back].start, min(self.story.sentences[back].end, offset)
            lows = self.story.text[start:end].lower()
            if "minister" in lows:
                lands = {seen.place.country.id for seen in self.memory.countries if start <= seen.start < end}
                return len(lands) > 1 and (lows.count("minister") > 1 or "ministers" in lows)
        return False

    def _abbreviated(self, words: Line, core: int, depth: int) -> Named | None:
        """Letters that the article explains: "the Mine Rescue Agency (MRA) … MRA said"."""
        at = int(words.lows[0] == "the")
        word = words.words[at] if at < core else ""
        if core != at + 1 or not word.isupper() or len(word) < 2 or depth < 2:
            return None
        full = self._explained(word)
        return self._named(full, depth - 1)._replace(resolved=full) if full is not None else None

    def _spelled_name(self, words: Line, core: int, depth: int) -> Named | None:
        """ "The RAIB", "RAIB spokesman Tom Roe": the body that the article spells out, whatever the packs call so."""
        at = int(words.lows[0] in self.story.grammar.determiner)
        spoken = core == at + 1 or (core > at + 1 and words.lows[at + 1] in self.classes["speaking-for"])
        full = self._spelled(words.words[at]) if spoken and at < core and depth > 1 else None
        if full is not None and words.words[at] in self.atlas.actors:  # of the packs, but for what the brackets say
            behind = self.story.text[full[1] + 1 : full[1] + len(words.words[at]) + 3] if full is not None else ""
            full = full if behind == f"({words.words[at]})" else None
        return self._named(full, depth - 1)._replace(resolved=full) if full is not None else None

    def _short_form(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """ "The commission", "the Observatory": the last one that was named in full."""
        bare = core == 1 and words.words[0][0].isupper() and words.lows[0] not in self.classes["collective"]
        if not (bare or (core == 2 and words.lows[0] == "the")) or depth < 2:
            return None
        full = self._full_form(words.words[core - 1], span[0])
        return self._named(full, depth - 1)._replace(resolved=full) if full is not None else None

    def _end_of_name(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """ "The weather service", "the sheriff's office", in small letters: the body named before that ends so."""
        small = all(word[0].islower() or word == "'s" for word in words.words[1:core])
        ends = words.lows[core - 1] in self.classes["organisation"]
        if not small or not ends or not 2 < core <= _STAND_IN or words.lows[0] != "the" or depth < 2:
            return None
        name = self.story.text[words.starts[1] : words.ends[core - 1]]
        full = self._name_that_ends(" ".join(word.capitalize() for word in name.split()), span[0])
        named = self._named(full, depth - 1) if full is not None else Named(())
        return named._replace(resolved=full) if len(named.sources) == 1 else None

    def _name_that_ends(self, ending: str, before: int) -> Span | None:
        """The last name before an offset that ends in some capital words, and has more before them."""
        at = before
        for _ in range(_MOST_ENDINGS):
            at = self.story.text.rfind(ending, 0, at)
            full = self._name_around(at + ending.rfind(" ") + 1) if at >= 0 else None
            if at < 0 or (full is not None and full[0] < at):
                return full
        return None

    def _same_body(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """ "The ministry", "the Defence Ministry": the last body so called that spoke, told by more words."""
        head = words.lows[core - 1]
        if core < 2 or words.lows[0] != "the" or head not in self.classes["state-body"] or depth < 2:
            return None
        return self._body_spoken(words.lows[1:core], span, depth)

    def _of_same_body(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """ "Ministry spokesman Tom Roe", "a health ministry official": of the last body so called that spoke."""
        first = int(words.lows[0] in self.story.grammar.determiner)
        at = next((k for k in range(first, core) if words.lows[k] in self.classes["state-body"]), core)
        if at + 1 >= core or at - first > 1 or depth < 2 or words.words[at][0].isupper():
            return None
        speaks = words.lows[at + 1] in self.classes["speaking-for"] and all(
            self._name_word(words, k) for k in range(at + 2, core)
        )
        return self._body_spoken(words.lows[first : at + 1], span, depth) if speaks else None

    def _council_again(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """ "The council": the last one named in full, where it is no state's: "Larkin City Council", "the Muslim
        Council of Chile"."""
        if core != 2 or words.lows[0] != "the" or words.lows[1] not in self.classes["council"] or depth < 2:
            return None
        full = self._full_form(words.words[1], span[0])
        named = self._named(full, depth - 1) if full is not None else Named(())
        stately = any(source.kind in ("government", "forces", "person", "igo") for source in named.sources)
        return named._replace(resolved=full) if len(named.sources) == 1 and not stately else None

    def _body_spoken(self, called: list[str], span: Span, depth: int) -> Named | None:
        """The last body of a state that spoke not far before a mention and is called so, by more words than it is."""
        for speaker in self.story.speakers_before(span[0], _BACK):
            spoken = line(self.story.text, *speaker)
            if len(spoken.lows) > len(called) + 1 and self._by_these_words(spoken, called):
                named = self._named(speaker, depth - 1)
                if "person" not in {one.kind for one in named.sources}:  # fire department officer Tom Roe
                    return named._replace(resolved=speaker)
        return None

    def _by_these_words(self, spoken: Line, called: list[str]) -> bool:
        """Whether a speaker is called so: "the Defence Ministry" alone by its last word, or any by all its words."""
        if len(called) == 1:
            held = called[0] in spoken.lows and self._tells_held(spoken, len(spoken.lows))
            return held or (spoken.lows[-1] == called[0] and self._stately(spoken, 1, len(spoken.lows), small=True))
        size = len(called)
        return any(spoken.lows[at : at + size] == called for at in range(1, _LEAD))

    def _stand_in(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """ "The group", "the Britain-based rights group": the last body named that can be called so."""
        if not 2 <= core <= _STAND_IN or not self._ends_at(words, core) or words.lows[0] != "the" or depth < 2:
            return None
        proper = any(word[0].isupper() and "-based" not in word for word in words.words[1:core])
        if proper or words.lows[core - 1] not in self.classes["stand-in"]:
            return None
        kinds = _WATCHING if words.lows[core - 1] in self.classes["watching-body"] else _BODIES
        found = self.memory.stands_for("it", span[0])
        found = self._whole_name(found) if found is not None else None
        named = self._named(found, depth - 1) if found is not None and found != span else Named(())
        fits = [one for one in named.sources if one.kind in kinds and one.name[0].isupper()]
        if len(fits) == 1 == len(named.sources):
            return named._replace(resolved=found)
        if words.lows[core - 1] in self.classes["outlet-word"]:
            return self._spoken("media", span[0], depth) or self._named_before(("media",), span[0])
        if words.lows[core - 1] not in self.classes["firm"] and (spoken := self._rights_group(span[0], depth)):
            return spoken
        helps = not (self.classes["helping"] | self.classes["watching-body"]).isdisjoint(words.lows[1:core])
        if core == 2 and not helps and words.lows[1] not in self.classes["firm"]:
            return self._group_spoken(span[0], depth)
        return self._named_before(_HELPING, span[0]) if helps else None

    def _whole_name(self, span: Span) -> Span:
        """The words for a body with those for whom it is of: "the Union | of Chadian Relief Workers"."""
        last = self.story.text[slice(*span)].rpartition(" ")[2]
        behind = _OF_WHOM.match(self.story.text, span[1]) if last.lower() in self.classes["organisation"] else None
        return (span[0], behind.end()) if behind is not None and last[0].isupper() else span

    def _outlet_again(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """ "The TV channel", "the newspaper": the outlet that spoke last, or was named last."""
        called = words.lows[1:core]
        outlets = self.classes["outlet-word"]
        told = (outlets | self.classes["of-news"]).issuperset(called)
        bodies = self.classes["counting"] | self.classes["stand-in"]
        alone = len(called) == 1 and called[0] in bodies  # the agency may be another
        if words.lows[0] != "the" or not called or alone or not told or called[-1] not in outlets or depth < 2:
            return None
        spoken = self._spoken("media", span[0], depth) or self._named_before(("media",), span[0])
        found = self._speaker_called(called[-1], span) if spoken is None else None  # the Larkin Press | Agency
        return self._named(found, depth - 1)._replace(resolved=found) if found is not None else spoken

    def _rights_group(self, offset: int, depth: int) -> Named | None:
        """The organisation that spoke last before an offset, if no armed group or other is named behind it."""
        spoken, last = self._spoken("ngo", offset, depth), self._named_before(("ngo", "party"), offset)
        return spoken if spoken is not None and (last is None or last.sources == spoken.sources) else None

    def _group_spoken(self, offset: int, depth: int) -> Named | None:
        """The organisation or armed group that spoke before "the group", farther back, where no other is named."""
        if len(self._groups) != 1:
            return None
        for speaker in self.story.speakers_before(offset, _GROUP_BACK):
            named = self._named(speaker, depth - 1)
            if {one.name for one in named.sources} == self._groups:
                return named._replace(resolved=speaker)
        return None

    @cached_property
    def _groups(self) -> frozenset[str]:
        """The organisations and armed groups of the packs that the article names."""
        words = line(self.story.text, 0, len(self.story.text))
        found = (self._actor(words, at, len(words.words)) for at in range(len(words.words)))
        return frozenset(hit[1].source.name for hit in found if hit and hit[1].source.kind in ("ngo", "party"))

    def _ends_at(self, words: Line, core: int) -> bool:
        """Whether behind a noun comes nothing that tells it from others: "the group", "the group, which keeps count";
        in a text that lost its commas "the group which keeps count" too."""
        parted = words.lows[core : core + 1] == [","]
        behind = words.lows[core + parted : core + parted + 1]
        return not behind or (behind[0] in ("which", "whose", "based") and (parted or self.story.unpointed))

    def _spoken(self, kind: str, offset: int, depth: int) -> Named | None:
        """The body of a kind that spoke last before an offset, not far back: an outlet, a rights group."""
        for speaker in self.story.speakers_before(offset, _NAMED_BACK):
            named = self._named(speaker, depth - 1)
            if [one.kind for one in named.sources] == [kind]:
                return named._replace(resolved=speaker)
        return None

    def _named_before(self, kinds: tuple[str, ...], offset: int) -> Named | None:
        """The body of the packs of some kind that was named last before an offset, not far back."""
        number = self.story.sentence_at(offset)
        for back in range(number, max(-1, number - _NAMED_BACK), -1):
            tokens = self.story.line(back)
            last = bisect_left(tokens.starts, offset)
            for at in range(last - 1, max(-1, last - 1 - _NAMED_WITHIN), -1):
                found = self._actor(tokens, at, len(tokens.words))
                if found is not None and found[1].source.kind in kinds:
                    return Named((found[1].source,), tokens.span(at, at + found[0]), (found[1].rule,))
        return None

    def _employed(self, words: Line, core: int, depth: int) -> Named | None:
        """ "Analysts at Larkin Bank", "a researcher with the Varna Institute", "Larkin Bank analysts": the body for
        which they found it out."""
        head = self._head(words, core)
        if words.lows[head] not in self.classes["for-employer"] or depth < 2:
            return None
        first = int(words.lows[0] in self.story.grammar.determiner)
        before = head + 1 == core and first < head <= first + _EMPLOYER
        behind = head + 2 < core and words.lows[head + 1] in ("at", "with")
        at = first if before else head + 2 + (words.lows[min(head + 2, core - 1)] in self.story.grammar.determiner)
        last = head if before else core
        if not (before or behind) or at >= last:
            return None
        if not self._may_employ(words, at, last, whole=before):
            called = self._plain(words, at, core) if before and words.words[head][0].isupper() else None
            return Named((Source(name=called, kind="collective"),)) if called else None  # Top Researchers
        employer = self._named(words.span(at if before else head + 2, last), depth - 1)
        known = employer.sources and _NOBODY.union(("person",)).isdisjoint(one.kind for one in employer.sources)
        return employer if known else Named((Source(name=self._plain(words, at, last), kind="agency"),))

    def _for_its_body(self, words: Line, core: int, depth: int) -> Named | None:
        """ "Activists from the Larkin Committee": the body, where its name tells that it is one or a pack has it."""
        head = self._head(words, core)
        if words.lows[head] not in self.classes["for-body"] or depth < 2:
            return None
        first = next((k for k in range(head + 2, core) if words.words[k][0].isupper()), core)
        before = words.lows[head + 2 : first]
        if words.lows[head + 1 : head + 2] not in (["from"], ["with"], ["at"]) or first == core:
            return None
        known = self._known(words, first, core)
        if known is not None and known.sources[0].kind in _WATCHING:
            return known
        proper = all(
            word[0].isupper() for word in words.words[first:core]
        ) and self.story.grammar.preposition.isdisjoint(before)
        called = words.lows[core - 1] in self.classes["organisation"] | self.classes["outlet-word"]
        placed = self._place(words, first, first + 1)
        lands = placed is not None and placed[1].role != "city"
        if not proper or not called or core - first < 2 or lands:
            return None
        return self._named(words.span(first, core), depth - 1)

    def _may_employ(self, words: Line, first: int, last: int, *, whole: bool) -> bool:
        """Whether words can be the name of whom somebody works for: no land, and, before "analysts", no adjective but a
        name that is known, of two words and more, or written so inside a sentence: no "Leading | economists"."""
        if not words.words[first][0].isupper() or self._place(words, first, first + 1) is not None:
            return False
        plain = all(word[0].isupper() for word in words.words[first:last])
        kinds = self.classes["no-employer"] | self.classes["region"] | self.classes["speaker-modifier"]
        adjective = words.lows[first].endswith(tuple(self.classes["of-a-land-ending"]))
        if not whole or not plain or adjective or not kinds.isdisjoint(words.lows[first:last]):
            return not whole
        name = words.words[first:last]
        titled = self.story.title_case(self.story.sentence_at(words.starts[first]))
        named = self.story.proper.issuperset(name) or (len(name) > 1 and not titled)
        return named or self.memory.firms.known(name) or self._strong(words, first, last) is not None

    def _leads_watcher(self, words: Line, depth: int) -> Named | None:
        """ "The head of the monitor", "Tom Roe, who runs the Syrian Observatory", "the group's director": the body that
        counts what others do."""
        body = self._led_by_words(words) if depth > 1 else None
        named = self._named(body, depth - 1) if body is not None else Named(())
        watching = len(named.sources) == 1 and self._watches(named.sources[0])
        return named._replace(resolved=body) if watching else None

    def _led_by_words(self, words: Line) -> Span | None:
        """The words for the body that a phrase tells somebody to lead."""
        lows, last = words.lows, len(words.lows)
        for at in range(last - 2):
            named = 0 < at < _NAME_WORDS and all(map(in_name, words.words[: at + 1]))  # Ana Berg of Amnesty
            if ((named or lows[at] in self.classes["leads"]) and lows[at + 1] == "of") or (
                lows[at] == "who" and lows[at + 1] in self.classes["leading"]
            ):
                end = next((k for k in range(at + 2, last) if lows[k] == ","), last)
                return words.span(at + 2, end)
        mark = next((at for at in range(last - 2, 1, -1) if lows[at] == "'s"), 0)  # the group's Africa researcher
        serves = self.classes["leads"] if mark == last - 2 else frozenset[str]()
        return words.span(0, mark) if mark and lows[-1] in serves | self.classes["serves-watcher"] else None

    def _watcher(self, words: Line, core: int) -> Named | None:
        """ "A monitoring group", "Peru monitor", before its name or after: the one such body that speaks."""
        first = int(words.lows[0] in self.story.grammar.determiner)
        watching = self.classes["watching"]
        told = watching | self.classes["speaker-modifier"]
        head, before = words.lows[core - 1], words.lows[first : core - 1]
        land = first < core - 1 and match(self.atlas.places, words.words, first) is not None
        plain = all(low in told or low.endswith("-based") for low in before[int(land) :]) and self._ends_at(words, core)
        called = head in self.classes["stand-in"] and not watching.isdisjoint((head, *before))
        return self._one_watcher if (plain and called) or self._does_watch(words, first) else None

    def _so_told(self, words: Line, core: int, depth: int) -> Named | None:
        """ "A charity", "a war monitor": the one body of the article that is told to be such, beside its name."""
        first = int(words.lows[0] in self.story.grammar.determiner)
        told = self._kind_told(words.lows[first:core])
        plain = told is not None and self._ends_at(words, core) and all(word.islower() for word in words.words[1:core])
        if told is None or not plain or depth < 2:
            return None
        found = {
            one.name: one for one in self._bodies_told if told[0] == one.words[0] and told[1] <= set(one.words[1:])
        }
        if len(found) != 1:
            return None
        span = next(iter(found.values())).span
        named = self._named(span, depth - 1)
        if [one.kind for one in named.sources] == ["person"]:  # Larkin Relief, a local charity
            return Named((Source(name=named.sources[0].name, kind="agency"),), span)
        body = len(named.sources) == 1 and named.sources[0].kind not in (*_NOBODY, "government", "forces")
        return named._replace(resolved=span) if body else None

    @cached_property
    def _bodies_told(self) -> tuple[Told, ...]:
        """The bodies told of beside their names, by what they are: its noun first, then the rest."""
        kinds = ((one, self._kind_told(one.words)) for one in told_as(self.story))
        return tuple(one._replace(words=(kind[0], *sorted(kind[1]))) for one, kind in kinds if kind is not None)

    def _kind_told(self, lows: Sequence[str]) -> tuple[str, set[str]] | None:
        """What a body is told to be, its noun and the rest, where that is enough to know it again: "local charity";
        any that watches is a monitor. None: a person, or only "a group"."""
        watches = not self.classes["watching"].isdisjoint(lows)
        stands = bool(lows) and lows[-1] in self.classes["stand-in"] | self.classes["told-again"]
        vague = len(lows) == 1 and lows[0] in self.classes["vague-body"]
        if not stands or vague:
            return None
        rest = {low for low in lows[:-1] if not low.endswith("-based")} - self.classes["watching"]
        return ("monitor" if watches else lows[-1]), rest

    def _does_watch(self, words: Line, first: int) -> bool:
        """Whether a body without a name is told to watch: "a group monitoring the war", "a group that tracks raids"."""
        if first + 2 >= len(words.lows) or words.lows[first] not in self.classes["stand-in"]:
            return False
        hung = words.lows[first + 1] in self.story.grammar.relative or words.lows[first + 1] == "that"
        return words.lows[first + 1 + hung] in self.classes["watching-does"]

    @cached_property
    def _one_watcher(self) -> Named | None:
        """The body by its name that counts what others do, where only one such speaks in the article."""
        found: dict[str, Named] = {}
        for number in range(len(self.story.sentences)):
            for report in self.story.reports(number) if self.story.may_report(number) else ():
                span = report.speaker or report.cue
                words = line(self.story.text, *span)
                for at in range(len(words.words)):
                    known = self._actor(words, at, len(words.words))  # Ana Berg, who heads | Amnesty International
                    if known is not None and self._watches(known[1].source):
                        source = known[1].source
                        found.setdefault(source.name, Named((source,), span, (known[1].rule,)))
        return next(iter(found.values())) if len(found) == 1 else None

    def _person(self, words: Line, span: Span, core: int, depth: int) -> Named | None:
        """A person by name; by surname alone the full mention before counts, with its office."""
        name = self._name(words, core)
        if name is None or name[-1].lower() in self.classes["collective"]:
            return None  # Activists
        particled = self._with_particle(words, core)
        if depth > 1 and (longer := self.memory.longer(name)) is not None and longer != span:
            return self._named(longer, depth - 1)._replace(resolved=longer)  # Rami | Abdel Rahman
        if (len(name) == 1 or particled) and depth > 1:
            full = self.memory.first_full(particled or name[0]) or self._as_particled(particled)
            if full is not None and full != span:
                found = self._named(full, depth - 1)
                if found.sources:
                    return found._replace(resolved=full)
            honoured = depth > 1 and full is None and words.lows[0] in self.classes["honour"]
            full = self.memory.knighted(name[0]) if honoured else full
            if honoured and full is not None and full != span:
                return self._named(full, depth - 1)._replace(resolved=full)
            ruler = self._ruler(name[0]) if full is None else None
            if ruler is not None:
                return ruler
        elif depth > 1 and (office := self._in_office(name, span, depth)) is not None:
            return office
        return self._told_to_lead(name) or Named((Source(name=" ".join(name), kind="person"),))

    def _in_office(self, name: list[str], span: Span, depth: int) -> Named | None:
        """Whom somebody speaks for who is called by his full name again: "army spokesman Jon Berg, … Jon Berg"."""
        full = self.memory.first_full(name[-1])
        if full is None or full == span or " ".join(name) not in self.story.text[slice(*full)]:
            return None
        found = self._named(full, depth - 1)
        office = bool(found.sources) and all(source.kind != "person" for source in found.sources)
        return found._replace(resolved=full) if office else None

    def _with_particle(self, words: Line, core: int) -> str:
        """A surname with its small words, as a full name has them: "Van Dam" is "van Dam"; empty if it has none."""
        head = self._head(words, core)
        first = head
        while first > 0 and words.lows[first - 1] in self.classes["name-particle"]:
            first -= 1
        given = (
            first > 0 and words.words[first - 1][0].isupper() and words.lows[first - 1] not in self.story.lexicon.titles
        )
        return " ".join((*words.lows[first:head], words.words[head])) if first < head and not given else ""

    def _as_particled(self, called: str) -> Span | None:
        """The full mention of a surname with its small words, written in another case: "Ana Von der Halm"."""
        full = self.memory.first_full(called.rpartition(" ")[2]) if called else None
        return full if full is not None and called.lower() in self.story.text[slice(*full)].lower() else None


def _undotted(named: Named) -> Named:
    """Sites that go by a name of their own as well, by that: "FlightAware.com"; not so "Booking.com"."""
    if not any(_SITE.fullmatch(one.name) for one in named.sources):
        return named
    sources = (
        Source(name=_SITE.sub(r"\1", one.name), kind="agency", side=one.side) if _SITE.fullmatch(one.name) else one
        for one in named.sources
    )
    return named._replace(sources=tuple(sources))
