"""Two speakers that an "and" joins, each named by itself: "Armenia and Azerbaijan", "both sides"."""

from __future__ import annotations

import itertools
from abc import ABC

from claimcheck.records import Source, Span
from claimcheck.rules.world import Country
from claimcheck.stages.attribute.atlas import match
from claimcheck.stages.attribute.heads import OF
from claimcheck.stages.attribute.knownnames import Named
from claimcheck.stages.attribute.line import Line
from claimcheck.stages.attribute.localoffices import LocalOffices
from claimcheck.stages.attribute.outlets import Outlets
from claimcheck.stages.attribute.wording import POSSESSIVES

_ROW = 3  # speakers of a row that commas part
_VOICE = 4  # tokens of a speaker without a name who is joined to another


class Coordination(LocalOffices, Outlets, ABC):
    """Tells the two speakers of one phrase apart, where an "and" is not part of a name or an office."""

    def _joint(self, words: Line, depth: int) -> Named | None:
        """ "Armenia and Azerbaijan", "human rights organisations and international media": each by itself."""
        row = self._row(words, depth) if depth > 1 else None
        if row is not None:
            return row
        at = next((k for k in range(1, len(words.lows) - 1) if self._joins_two(words, k)), 0)
        if at == 0 or depth < 2 or self._exact(words, len(words.lows)) is not None:
            return None
        if "," in words.lows[:at] and not self._listed(words, at):
            return None
        if self._some_of_theirs(words, at + 1):
            return self._named(words.span(0, at), depth - 1)
        begin = self._head_end(words, at)
        end = self._before_topic(words, at + 1, self._core_end(words, at + 1))
        left, right = self._half(words, begin, at, depth), self._half(words, at + 1, end, depth)
        if right is not None:
            left = left or self._same_office(words, begin, at, end)
        if (left is None) != (right is None) or (self._proper(words, begin, at) and self._proper(words, at + 1, end)):
            left = left or self._proper_source(words, begin, at, depth)
            right = right or self._proper_source(words, at + 1, end, depth)
        if (left is None) != (right is None) and words.lows[begin] == words.lows[at + 1] == "the":
            left = left or self._body_alone(words, begin, at, depth)
            right = right or self._body_alone(words, at + 1, end, depth)
        if left is not None and left.resolved is not None and right is None:
            right = self._named(words.span(at + 1, end), depth - 1)
            right = right if right.sources else None
        if left is None or right is None:
            left, right = self._voices(words, begin, at, depth) or self._two_people(words, at) or (None, None)
        if left is None or right is None:
            return None
        sources = tuple({source.name: source for source in (*left.sources, *right.sources)}.values())
        return Named(sources, None, (*left.rules, *right.rules))

    def _some_of_theirs(self, words: Line, first: int) -> bool:
        """Whether none are named but by whose they are: "the media and | some of their friends", "Peru and | its
        allies"."""
        some = words.lows[first] in self.story.grammar.part | self.story.grammar.several | {"some", "many", "most"}
        of = first + 2 * (some and words.lows[first + 1 : first + 2] == ["of"])
        small = all(word.islower() for word in words.words[of:])
        return small and words.lows[of : of + 1] in (["their"], ["its"])

    def _half(self, words: Line, first: int, last: int, depth: int) -> Named | None:
        """A half that needs no guess; of officials who stand alone in it those of the state that is meant, as "said" of
        them alone: "authorities | and witnesses"."""
        own = words.lows[first] in POSSESSIVES and words.lows[first + 1 : last] == ["office"]
        if own and (known := self._named(words.span(first, last), depth - 1)).resolved is not None:
            return known  # her office | and doctors
        strong = self._strong(words, first, last)
        serving = self.classes["state-voice"] | self.classes["state-voice-word"]
        small = strong is not None and all(word.islower() for word in words.words[max(first, 1) : last])
        if not small or not serving.issuperset(words.lows[first:last]):
            return strong
        named = self._named(words.span(first, last), depth - 1)
        return named if named.sources else strong

    def _row(self, words: Line, depth: int) -> Named | None:
        """Three speakers and more, "the rebels, residents and a monitor", "Chad, Mali and Peru", and two by one name
        each, "Roe and Berg": each by itself, where each can speak."""
        parts = self._parts(words)
        two = len(parts) == 2 and all(last - first == 1 for first, last in parts)
        if not two and len(parts) < _ROW:
            return None
        if two and not all(self._known_alone(words, first) for first, _ in parts):
            if not all(word[0].isupper() for word in (words.words[0], words.words[2])) or self._one_place(words, 1):
                return None
            if self.memory.firms.joined(words.words[0], words.words[2]):
                return Named((Source(name=self._plain(words, 0, 3), kind="agency"),))
        proper = [all(word[0].isupper() for word in words.words[first:last]) for first, last in parts]
        if any(proper) and not all(proper) and self._strong(words, *parts[0]) is None:
            return None  # Ana Roe, the mayor and a doctor
        found = [self._in_row(words, first, last, depth) for first, last in parts]
        named = [one for one in found if one is not None and one.sources]
        if len(named) < len(parts):
            return None
        sources = tuple({source.name: source for one in named for source in one.sources}.values())
        return Named(sources, None, tuple(dict.fromkeys(rule for one in named for rule in one.rules)))

    def _parts(self, words: Line) -> list[tuple[int, int]]:
        """What stands between the commas of a row and on both sides of the "and" at its end."""
        joint = len(words.lows) - 1 - words.lows[::-1].index("and") if "and" in words.lows else 0
        commas = [k for k in range(joint) if words.lows[k] == ","]
        if not joint or "," in words.lows[joint:] or words.lows.index("and") < joint or self._one_name(words, joint):
            return []
        bounds = [-1, *commas, *([joint] if words.lows[joint - 1] != "," else []), len(words.lows)]
        parts = [(first + 1, last) for first, last in itertools.pairwise(bounds)]
        parts[-1] = (joint + 1, len(words.lows))
        return parts if all(0 < last - first <= _VOICE for first, last in parts) else []

    def _known_alone(self, words: Line, at: int) -> bool:
        """Whether a word of a row of two is a name that the article or a pack has by itself."""
        word = words.words[at]
        known = self.memory.first_full(word) is not None or self.memory.firms.known([word])
        return word[0].isupper() and (known or self._strong(words, at, at + 1) is not None)

    def _in_row(self, words: Line, first: int, last: int, depth: int) -> Named | None:
        """Who a part of a row is: known, by a name, or by a word for people or bodies without one."""
        if any(low in self.story.grammar.preposition for low in words.lows[first:last]):
            return None
        nameless = self.classes["anonymous"] | self.classes["collective"] | self.classes["stand-in"]
        called = words.lows[last - 1] in nameless | self.classes["state-head"] | self.classes["local-office"]
        proper = all(word[0].isupper() for word in words.words[first:last])
        office = self.classes["person-title"] | self.classes["portfolio"] | self.classes["state-charge"]
        if proper and not called and words.lows[last - 1] in office:
            return None  # the Ministry of Health, Labour and Welfare
        return self._named(words.span(first, last), depth - 1) if called or proper else None

    def _joins_two(self, words: Line, at: int) -> bool:
        """Whether an "and" stands between two speakers, and not inside a name."""
        if words.lows[at] != "and":
            return False
        inside = self._one_place(words, at) or self._one_name(words, at) or self._one_charge(words, at)
        return not (inside or self._one_office(words, at) or self._one_body(words, at) or self._one_leader(words, at))

    def _one_leader(self, words: Line, joint: int) -> bool:
        """Whether an "and" joins two offices of one person: "Larkin Chairman | and Chief Executive Ana Berg"; not "the
        chairman and founder Tom Roe", who may be two."""
        leads, lows = self.classes["leads-firm"], words.lows
        name = next((k for k in range(joint + 1, len(lows)) if lows[k] not in leads), len(lows))
        named = joint + 1 < name < len(lows) and words.words[name][0].isupper()
        return named and lows[joint - 1] in leads and lows[0] not in self.story.grammar.determiner

    def _one_place(self, words: Line, joint: int) -> bool:
        """Whether an "and" belongs to a country's name: "Trinidad and Tobago"."""
        for at in range(max(0, joint - 4), joint):
            found = match(self.atlas.places, words.words, at)
            if found is not None and at + found[0] > joint:
                return True
        return False

    def _one_name(self, words: Line, joint: int) -> bool:
        """Whether an "and" belongs to a name of the packs: "U.S. Food and Drug Administration"."""
        found = ((at, self._actor(words, at, len(words.words))) for at in range(joint))
        return any(hit is not None and at + hit[0] > joint for at, hit in found)

    def _one_charge(self, words: Line, joint: int) -> bool:
        """Whether an "and" joins what one body of a state is charged with: "the Youth and Sports | Ministry"."""
        charges = self.classes["state-charge"] | self.classes["portfolio"] | self.classes["no-state-council"]
        before, behind = words.words[joint - 1], words.words[joint + 1]
        offices = self.classes["ruler"] | {"ministry"}
        led = any(low in offices for low in words.lows[joint + 2 : joint + 4])
        return led and before.lower() in charges and before[0].isupper() == behind[0].isupper()

    def _one_office(self, words: Line, joint: int) -> bool:
        """Whether an "and" joins what a state's body is for: "Ministry of Health | and Family Welfare"."""
        heads = self.classes["state-body"] | self.classes["council"] | self.classes["government-office"]
        lows, end = words.lows, self._core_end(words, joint + 1)
        bodies = self.classes["one-body"]  # Organization for Policy Research | and Development Studies
        at = next(
            (
                k
                for k in range(joint - 2, -1, -1)
                if (lows[k] in heads and lows[k + 1] in OF[:2]) or (lows[k] in bodies and lows[k + 1] == "for")
            ),
            joint,
        )
        named = all(words.words[k][0].isupper() or lows[k] in (*OF[:2], "the") for k in range(at, joint))
        titled = lows[joint + 1] in self.story.lexicon.titles
        if at == joint or not named or not words.words[joint + 1][0].isupper() or titled:
            return False
        bodies = (heads | self.atlas.heads | self.classes["organisation"]) - self.classes["state-charge"]
        return bodies.isdisjoint(lows[joint + 1 : end]) and self._strong(words, joint + 1, end) is None

    def _one_body(self, words: Line, joint: int) -> bool:
        """Whether an "and" joins what one body is named for: "Devon and Cornwall | Police", "the Planning and Budget |
        Organization"; not "the NFL and the union", "Roe and Varna Police"."""
        bodies, end = self.classes["one-body"], self._core_end(words, joint + 1)
        closing = next((k for k in range(end - 1, joint + 1, -1) if words.lows[k] in bodies), joint)
        first, definite = self._behind_owner(words, joint)
        capital = all(word[0].isupper() for word in (*words.words[first:joint], *words.words[joint + 1 : closing + 1]))
        if closing == joint or first == joint or not capital or self._voiced(words, first, joint):
            return False
        town = joint - first == 1 and words.lows[closing] in self.classes["town-force"]
        return (definite or town) and self._known(words, joint + 1, closing + 1) is None

    def _behind_owner(self, words: Line, joint: int) -> tuple[int, bool]:
        """Where the name of a body begins behind who leads it, "the" and its land, and whether any of it stands
        there."""
        first = 2 * (words.lows[0] in self.classes["leads"] and words.lows[1] == "of")
        first += words.lows[first] in self.story.grammar.determiner
        placed = match(self.atlas.places, words.words, first)
        if placed is not None and first + placed[0] < joint:
            first += placed[0]
            first += words.lows[first] == "'s"
        return first, first > 0

    def _voiced(self, words: Line, first: int, joint: int) -> bool:
        """Whether what stands before an "and" can speak by itself: letters, people, a body, a firm, a surname."""
        name, low = words.words[joint - 1], words.lows[joint - 1]
        kinds = ("organisation", "collective", "anonymous", "person-title", "state-head")
        named = low.endswith("s") and joint - first == 1 and first == 0
        surname = joint - first == 1 and self.memory.first_full(name) is not None
        known = surname or self.memory.firms.known(words.words[first:joint])
        told = name.isupper() or named or known or any(low in self.classes[kind] for kind in kinds)
        return told or self._strong(words, first, joint) is not None

    def _listed(self, words: Line, at: int) -> bool:
        return all(len(part) <= 4 for part in " ".join(words.lows[:at]).split(","))

    def _head_end(self, words: Line, at: int) -> int:
        """Behind "figures from", "reports from": where the first of two joint sources begins."""
        for k in range(at - 1, -1, -1):
            if words.lows[k] in OF and k > 0 and words.lows[k - 1] in self.story.grammar.document:
                return k + 1
        return 0

    def _same_office(self, words: Line, first: int, joint: int, end: int) -> Named | None:
        """ "The Peruvian | and Chilean authorities": the office of the second is the first's too."""
        first += words.lows[first] in self.story.grammar.determiner
        placed = match(self.atlas.places, words.words, first) if first < joint else None
        institution = self._institution_at(words, joint + 1, end)
        alone = placed is not None and first + placed[0] == joint and placed[1].role == "adjective"
        return self._of(placed[1].country, institution) if placed is not None and alone and institution else None

    def _proper(self, words: Line, first: int, last: int) -> bool:
        """Whether the words are a name of two words and more: "Together Against the Death Penalty"."""
        capitals = [word for word in words.words[first:last] if word[0].isupper()]
        small = [
            low for word, low in zip(words.words[first:last], words.lows[first:last], strict=True) if word[0].islower()
        ]
        return len(capitals) > 1 and all(low in ("the", "of", "for", "against", "in", "de") for low in small)

    def _proper_source(self, words: Line, first: int, last: int, depth: int) -> Named | None:
        if first >= last or not any(word[0].isupper() for word in words.words[first:last]):
            return None
        if any(
            word[0].islower() and low not in OF and low != "the"
            for word, low in zip(words.words[first:last], words.lows[first:last], strict=True)
        ):
            return None
        if any(word[0].islower() for word in words.words[first + 1 : last]) and self._known(words, first, last) is None:
            return Named((Source(name=self._plain(words, first, last), kind="ngo"),))
        found = self._named((words.starts[first], words.ends[last - 1]), depth - 1)
        return found if found.sources else None

    def _body_alone(self, words: Line, first: int, last: int, depth: int) -> Named | None:
        """A body that goes by no name, beside one that is told of by itself as well: "the fire agency | and the Varna
        police"."""
        called = words.lows[last - 1] in self.classes["organisation"] | self.classes["stand-in"]
        small = all(word[0].islower() for word in words.words[first:last])
        if not (called and small and last - first <= _VOICE) or self._tied(words, first, last):
            return None
        named = self._named(words.span(first, last), depth - 1)
        return named if named.sources else None

    def _voices(self, words: Line, first: int, joint: int, depth: int) -> tuple[Named, Named] | None:
        """ "A local official and residents", "rebels and the army": two who go by no name, each half ending in a word
        for such."""
        nameless = self.classes["anonymous"] | self.classes["collective"] | self.classes["stand-in"]
        nameless |= self.classes["state-head"] | self.classes["outlet-word"]
        halves = ((first, joint), (joint + 1, self._before_where(words, joint + 1)))
        most = _VOICE + 2 * all(words.lows[start] in ("a", "an") for start, _ in halves)
        plain = all(
            0 < last - start <= most and words.lows[last - 1] in nameless and not self._tied(words, start, last)
            for start, last in halves
        )
        heads = {words.lows[last - 1] for _, last in halves}
        airs = heads <= self.classes["outlet-word"] and words.lows[joint + 1] != "the"
        if not plain or airs or words.words[joint + 1][0].isupper():
            return None  # state radio and television
        left, right = (self._named(words.span(start, last), depth - 1) for start, last in halves)
        return (left, right) if left.sources and right.sources else None

    def _before_where(self, words: Line, first: int) -> int:
        """Where those end of whom it is told where they are: "medical workers | in the rebel-held area"."""
        last = self._head(words, len(words.lows), first) + 1
        return last if words.lows[last : last + 1] in (["in"], ["at"], ["on"]) else len(words.lows)

    def _two_people(self, words: Line, joint: int) -> tuple[Named, Named] | None:
        """ "Ward staff | Ana Berg and Tom Roe": two by first name and surname, behind what both are."""
        first = joint
        while first > 0 and words.words[first - 1][0].isupper():
            first -= 1
        names = words.words[first:joint], words.words[joint + 1 :]
        known = self.classes["female-name"] | self.classes["male-name"]
        plain = all(len(name) in (2, 3) and all(word[0].isupper() for word in name) for name in names)
        called = first > 0 and words.words[first - 1].islower() and words.lows[first - 1] not in OF
        if not plain or not called or all(name[0].lower() not in known for name in names):
            return None
        left, right = (Named((Source(name=" ".join(name), kind="person"),)) for name in names)
        return left, right

    def _tied(self, words: Line, first: int, last: int) -> bool:
        """Whether something hangs on the noun of a phrase, or is parted from it."""
        return any(low in self.story.grammar.preposition or low == "," for low in words.lows[first:last])

    def _both(self, words: Line, span: Span) -> Named | None:
        """ "Both sides", "officials from the two countries": the two states that the sentence before joins, and names
        no third; else those of whom alone the article tells."""
        lows = words.lows
        at = next((k for k in range(len(lows)) if lows[k] == "both" or lows[k : k + 2] == ["the", "two"]), len(lows))
        opens = at == 0 or (at < len(lows) and lows[at - 1] in OF)
        if not opens or len(lows) < at + 2 or lows[-1] not in self.classes["side"]:
            return None
        joined = self._joined_before(span)
        countries = joined[0] if joined is not None else self.memory.opponents
        sources = tuple(
            Source(name=f"{country.adjective} government", kind="government", side=country.name)
            for country in countries
        )
        rules = ("AI01", *(country.id for country in countries))
        return Named(sources, joined[1] if joined is not None else None, rules) if sources else None

    def _joined_before(self, span: Span) -> tuple[tuple[Country, ...], Span] | None:
        """The two states that a sentence, or the one before, joins by "and", and where."""
        number = max(0, self.story.sentence_at(span[0]) - 1)
        sentence = self.story.sentences[number]
        seen = self.memory.states_between(sentence.start, span[0])
        if len(seen) != 2 or seen[0].place.country.id == seen[1].place.country.id:
            return None
        tokens = self.story.line(number)
        first, last = (tokens.starts.index(one.start) if one.start in tokens.starts else 0 for one in seen)
        if tokens.lows[first + 1 : last] != ["and"]:
            return None
        return (seen[0].place.country, seen[1].place.country), tokens.span(first, last + 1)
