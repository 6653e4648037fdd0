"""A body by few words in, the one out that the article named in full before: "the group", "MRA"."""

from __future__ import annotations

import re
from abc import ABC
from bisect import bisect_left
from functools import cached_property

from claimcheck.records import Span
from claimcheck.stages.attribute.coordination import Coordination
from claimcheck.stages.attribute.knownnames import WATCHING, Named
from claimcheck.stages.attribute.line import Line, line

_OF_WHOM = re.compile(r"\s(?:of|for)\s(?:the\s)?[^\W\d_a-z][\w'’-]++(?:\s[^\W\d_a-z][\w'’-]++){0,5}")
_STAND_IN = 4  # words that "the Britain-based rights group" has at most
_BODIES = ("ngo", "agency", "party", "igo")  # what "the group" can stand for
_HELPING = ("ngo", "igo")  # what "the aid group" is of the bodies that are named and do not speak
_NAMED_BACK = 3  # sentences to it
_NAMED_WITHIN = 300  # tokens of each of them that are looked at
_LEAD = 4  # tokens of a speaker within which his body is named: "Peru 's Defence Ministry"
_BACK = 6  # sentences
_GROUP_BACK = 12  # sentences to the one group that spoke
_MOST_ENDINGS = 20  # mentions of a name's end that are looked at


class CalledAgain(Coordination, ABC):
    """Names the bodies that an article calls by fewer words than before."""

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
        kinds = WATCHING if words.lows[core - 1] in self.classes["watching-body"] else _BODIES
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
