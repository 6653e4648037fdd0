"""What somebody is called beside his name or after it in, who it is out: "the site Kalameh", "the experts said"."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from claimcheck.records import Source, Span
from claimcheck.stages.attribute.atlas import match
from claimcheck.stages.attribute.heads import OF
from claimcheck.stages.attribute.knownnames import Named
from claimcheck.stages.attribute.line import Line, line
from claimcheck.stages.attribute.officeholders import OfficeHolders
from claimcheck.stages.attribute.wording import POSSESSIVES

_NAMED_TWICE = 2  # depth at which one name may stand for another
_BACK = 6  # sentences
_LONGEST = 16  # tokens of a speaker; one of more was misread
_NAME = 4  # tokens of a body's name before its last
_TITLED = 3  # tokens of "the deputy commissioner"
_SHORT = 3  # letters of a title before its stop: Gov., Sen.
_NEAR = 3  # sentences back to the body whose spokesman goes by his name
_SPOKEN_FOR = ("government", "forces", "agency", "ngo", "igo", "court", "party")
_START = r"(?<![\w'’-])(?!The\s)"  # of a name: not within a word, or time would grow with its length squared
_FORCE = re.compile(rf"{_START}(?:[^\W\d_a-z][\w'’-]*+\s){{1,3}}Police\b(?!\s[A-Z])")
_OFFICES = (("state-office-again", ("government", "forces", "agency")), ("society-again", ("ngo", "igo", "agency")))
_SERVING = ("igo", "ngo", "agency")  # whom "the service", "the centre" may be, beside a state's
_CLEAR = ("media", "igo", "ngo", "agency")  # what a name in brackets can be taken for


class Callings(OfficeHolders, ABC):
    """Names whom the article calls by what they are."""

    def _so_titled(self, words: Line, core: int, depth: int) -> Named | None:
        """ "The pro-opposition site Kalameh", "militant group Larkin Front": the name, without what it is."""
        kinds = self.classes["outlet-word"] | self.classes["stand-in"]
        at = self._name_at(words, core)
        hung = not any(low in OF for low in words.lows[:core])
        if at >= core and hung and words.lows[core : core + 1] == [","]:  # an opposition site, Kalameh
            at = core + 1 + (words.lows[core + 1 : core + 2] == ["the"])
            core = next((k for k in range(at, len(words.lows)) if words.lows[k] == ","), len(words.lows))
        before = at - 1 - (words.lows[at - 1] == "the")
        before -= words.lows[before] == ","
        if at >= core or words.words[before] not in kinds or depth < 2 or self._of_state(words, before):
            return None
        if not all(self._name_word(words, k) or words.lows[k] in ("of", "the", "for") for k in range(at, core)):
            return None
        span = words.span(at, core)
        named = self._named(span, depth - 1)
        if named.sources and named.sources[0].kind not in ("person", "document"):
            return named
        kind = "media" if words.lows[before] in self.classes["outlet-word"] else "agency"
        return Named((Source(name=self._plain(words, at, core), kind=kind),))

    def _name_at(self, words: Line, core: int) -> int:
        """Where the name begins behind what it is called, lands left out: "the Iraqi daily | Azzaman"."""
        at = int(words.lows[0] in self.story.grammar.determiner)
        while at < core:
            placed = match(self.atlas.places, words.words, at)
            land = placed is not None and placed[1].role in ("adjective", "name")
            based = words.lows[at].endswith("-based")
            if not (land or based) and at > 0 and self._name_word(words, at):
                return at
            at += placed[0] if placed is not None and land else 1
        return core

    def _paper(self, words: Line, core: int) -> Named | None:
        """ "The Star newspaper", "the Chadian state-run Larkin news channel": the name alone; with "The", if it is all
        there is."""
        last, outlets = core - 1, self.classes["outlet-word"] - self.classes["counting"]
        if words.lows[0] != "the" or words.words[last][0].isupper() or words.lows[last] not in outlets:
            return None
        last -= words.lows[last - 1] in ("news", "tv") and words.words[last - 1].islower()
        first = last
        while first > 0 and self._name_word(words, first - 1) and not self._land_at(words, first - 1):
            first -= 1
        first = max(first, int(first == 0))
        if first >= last or any(low in OF for low in words.lows[:first]):
            return None
        article = "The " if first == 1 and last - first == 1 and words.lows[0] == "the" else ""
        name = " ".join(self.story.text[words.starts[first] : words.ends[last - 1]].split())
        return Named((Source(name=f"{article}{name}", kind="media"),))

    def _land_at(self, words: Line, at: int) -> bool:
        """Whether the word for a land's people stands at a token: "the | Chadian newspaper Larkin"."""
        placed = match(self.atlas.places, words.words, at)
        return placed is not None and placed[1].role == "adjective"

    def _of_state(self, words: Line, at: int) -> bool:
        """Whether an agency is a state's, and none of news: "Chile's disaster | agency, ONEMI"."""
        return words.lows[at] == "agency" and words.lows[at - 1] not in self.classes["of-news"]

    def _in_brackets(self, words: Line, core: int) -> Named | None:
        """ "A Peruvian source (Andina)": the name in brackets behind somebody who has none."""
        inside = words.words[core] if core < len(words.words) else ""
        if not inside.startswith("(") or len(inside) < 3:
            return None
        name = line(inside, 1, len(inside) - 1)
        found = self._actor(name, 0, len(name.words))
        whole = found is not None and found[0] == len(name.words) and found[1].source.kind in _CLEAR
        return Named((found[1].source,), None, (found[1].rule,)) if found is not None and whole else None

    def _firm_called(self, words: Line, core: int, depth: int) -> Named | None:
        """ "The airline", "a company spokesman": the firm that is meant; of a firm all its name: "General Berg Co"."""
        first = int(words.lows[0] in self.story.grammar.determiner)
        begin = max((k + 1 for k in range(core) if words.lows[k] in POSSESSIVES), default=first)
        capital = begin < core and words.words[begin][0].isupper()
        if capital and self.memory.firms.known(words.words[begin:core]):
            last = self._before_form(words, begin, core)
            name = " ".join(self.story.text[words.starts[begin] : words.ends[last - 1]].split())
            return Named((Source(name=name, kind="agency"),))
        at = next((k for k in range(first, core) if words.lows[k] in self.classes["firm"]), core)
        named = 0 < at < core and words.words[at][0].isupper()
        if at == core or named or depth < 2 or self._institution_at(words, first, at + 1):
            return None  # the central bank
        spoken = words.lows[at + 1 : at + 2] if at == first else []
        voiced = bool(spoken) and spoken[0] in self.classes["firm-voice"]
        again = words.lows[0] == "the" and at + 1 == core and self._tells_where(words, first, at)
        found = self.memory.firms.called(words.lows[at], words.starts[0]) if voiced or again else None
        return self._named(found, depth - 1)._replace(resolved=found) if found is not None else None

    def _before_form(self, words: Line, begin: int, core: int) -> int:
        """Where a firm's name ends as the article has it elsewhere: "Larkin | Inc", where "Larkin" stands alone too."""
        last = core
        while last > begin + 1 and words.lows[last - 1].rstrip(".") in self.classes["firm-form"]:
            last -= 1
        short = self.story.text[words.starts[begin] : words.ends[last - 1]]
        return last if last < core and self._alone(short) else core

    def _alone(self, short: str) -> bool:
        """Whether the article calls a firm by its short name too, as no part of a longer one."""
        if short not in self._short:
            name = re.escape(short)
            alone = rf"(?<![A-Za-z] )\b{name}(?:['’]s)?(?: [a-z]|[,.])|[a-z,] {name}(?:['’]s)? [a-z]"
            self._short[short] = re.search(alone, self.story.text) is not None
        return self._short[short]

    @cached_property
    def _short(self) -> dict[str, bool]:
        return {}

    def _tells_where(self, words: Line, first: int, last: int) -> bool:
        """Whether capital words before a noun are places' only: "the South Korean | giant", "the Lima-based | bank"."""
        at = first
        while at < last:
            placed = match(self.atlas.places, words.words, at)
            if words.words[at][0].isupper() and placed is None and not words.lows[at].endswith(("-based", "no")):
                return False
            at += placed[0] if placed is not None else 1
        return True

    def _called_again(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """ "The spokesman", "the experts": whoever of that calling spoke last; else the person who spoke last, where
        the article has told of nobody of that calling."""
        noun = self._calling(words, core, depth)
        aged = noun.endswith("-year-old")  # the 42-year-old
        one = self.classes["anonymous"] | self.classes["called-again"]
        if noun not in one and noun not in self.classes["collective"] and not aged:
            return None
        found = self._speaker_called(noun, span) if not aged else None
        if aged or (found is None and noun in one and not self._told_of(noun, span[0])):
            found = self.memory.stands_for("he", span[0]) or self.memory.stands_for("she", span[0])
        named = self._named(found, depth - 1) if found is not None else Named(())
        return named._replace(resolved=found) if named.sources and not self._of_here(noun, named, span[0]) else None

    def _of_here(self, noun: str, named: Named, offset: int) -> bool:
        """Whether who tells what befell a place is of the land where it lies, and not whoever spoke before: "In Mali 40
        died, | the authorities said"."""
        here = self.memory.here(offset) if noun in self.classes["on-the-spot"] else None
        return here is not None and any(one.side not in (None, here.name) for one in named.sources)

    def _body_again(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """ "The office", "the university": the body so called that spoke last."""
        noun = self._calling(words, core, depth)
        found = self._speaker_called(noun, span) if noun in self.classes["organisation"] else None
        if found is None and noun in self.classes["police-again"]:
            return self._police_again(span, depth)
        if found is None and noun in self.classes["outlet-word"] & self.classes["counting"]:
            named_one = self._named_before(("media", "agency", "igo"), span[0])  # the agency
            return named_one or self._office_again(words, core, span, depth)
        named = self._named(found, depth - 1) if found is not None else Named(())
        fits = len(named.sources) == 1 and named.sources[0].kind not in ("person", "document", "anonymous")
        return named._replace(resolved=found) if fits else self._office_again(words, core, span, depth)

    def _office_again(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """ "The department", "the press centre", "the organisation": the body that spoke last, whatever its name, where
        the word can be for such a body."""
        plain = 1 < core < 4 and len(words.lows) == core and words.lows[0] == "the"
        told = self.classes["before-office-again"]
        if not plain or depth < 2 or not all(low in told for low in words.lows[1 : core - 1]):
            return None
        kinds = [kind for word, kind in _OFFICES if words.words[core - 1] in self.classes[word]]
        for speaker in self.story.speakers_before(span[0], _BACK) if kinds else ():
            named = self._named(speaker, depth - 1)
            one = named.sources[0] if len(named.sources) == 1 else None
            if one is not None and one.kind in _SPOKEN_FOR and one.name[0].isupper():
                fits = any(one.kind in kind for kind in kinds) and not self._other_body(words, one, speaker[1])
                return named._replace(resolved=speaker) if fits else None
        return None

    def _other_body(self, words: Line, spoken: Source, behind: int) -> bool:
        """Whether another body was named since one spoke, which may be meant: "the Red Crescent", "Larkin Service"."""
        named = self._named_before(_SERVING, words.starts[0])
        since = named is not None and named.resolved is not None and named.resolved[0] >= behind
        called = words.words[-1].capitalize() in self.story.text[behind : words.starts[0]].split()
        return called or (since and named is not None and named.sources[0].name != spoken.name)

    def _police_again(self, span: Span, depth: int) -> Named | None:
        """The police that spoke last before "the force", or the one force that the article names before it."""
        words = self.classes["town-force"]
        for speaker in self.story.speakers_before(span[0], _BACK):
            if not words.isdisjoint(line(self.story.text, *speaker).lows):
                return self._named(speaker, depth - 1)._replace(resolved=speaker)
        one = self._force
        return self._named(one, depth - 1)._replace(resolved=one) if one is not None and one[1] <= span[0] else None

    @abstractmethod
    def _named_before(self, kinds: tuple[str, ...], offset: int) -> Named | None:
        """The body of the packs of some kind that was named last before an offset, not far back."""

    def _ruler_again(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """ "The prime minister", "PM": whom alone the article names with that office, be it behind."""
        told = words.text(0, core).removeprefix("the ")
        heads = self.classes["first-minister"]
        titles = heads if told in heads else {told} & self.classes["head-of-state"]
        if core < len(words.lows) or not titles or depth < _NAMED_TWICE:
            return None
        office = "|".join(sorted(rf"(?i:{re.escape(title)})" for title in titles))
        named = rf"\b(?:{office})\s([^\W\d_a-z][\w'’-]++(?:\s[^\W\d_a-z][\w'’-]++)?)"
        found = [hit.span() for hit in re.finditer(named, self.story.text)]
        called = {self.story.text[slice(*one)].split()[-1] for one in found}
        if len(called) != 1 or found[0] == span:
            return None
        holder = self._named(found[0], depth - 1)
        return holder._replace(resolved=found[0]) if holder.sources and holder.sources[0].side else None

    def _titled_again(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """ "The governor": whom the article named last with that title before his name, "Gov. Ana Berg"."""
        noun = self._calling(words, core, depth)
        no_longer = words.lows[1] if depth > 1 and core > 2 and words.lows[0] == "the" else ""
        if no_longer in self.classes["no-longer"] and core == len(words.lows):
            named = self._once_entitled(words.lows[1:core])
            if not named or named[0] > span:
                return self._told_just_before(words, core, span, depth)
        elif noun in self.classes["person-title"]:
            named = self._entitled(noun) or self._sole_holder(noun)
        else:
            return None
        at = bisect_left(named, span) - 1
        return self._named(named[at], depth - 1)._replace(resolved=named[at]) if at >= 0 else None

    def _told_just_before(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """ "The former minister", of whom only his name was told: whom the sentence before is about, or his own."""
        if words.lows[core - 1] not in self.classes["person-title"] | self.classes["ruler"]:
            return None
        found = self.memory.stands_for("he", span[0]) or self.memory.stands_for("she", span[0])
        joined = found is not None and self.story.text.endswith(" and ", 0, found[0])  # Roe and | Berg came
        far = found is None or joined or self.story.sentence_at(span[0]) - self.story.sentence_at(found[0]) > 1
        named = self._named(found, depth - 1) if found is not None and not far else Named(())
        fits = len(named.sources) == 1 and named.sources[0].kind == "person" and " " in named.sources[0].name
        return named._replace(resolved=found) if fits else None

    def _entitled(self, noun: str) -> list[Span]:
        """The names of all who are told with a title."""
        if noun not in self._with_title:
            title = rf"(?:{re.escape(noun.capitalize())}|{re.escape(noun[:_SHORT].capitalize())}\.)"
            over = noun in self.classes["local-office"] | self.classes["over-a-place"]
            place = r"(?:of\s[^\W\d_a-z][\w'’-]++\s)?" if over else ""  # Mayor of Larkin | Ana Berg
            rest = r"(?:\s(?:[ae]\w-)?[^\W\d_a-z][\w'’-]++){1,2}"  # Mayor Sami | al-Ghaith
            named = re.compile(rf"\b{title}\s{place}([^\W\d_a-z][\w'’.-]*+{rest})")
            self._with_title[noun] = [hit.span(1) for hit in named.finditer(self.story.text)]
        return self._with_title[noun]

    def _once_entitled(self, lows: list[str]) -> list[Span]:
        """The names of all who are told with a title that they had: "the former president", "Former President Roe"."""
        told = " ".join(lows)
        if told not in self._with_title:
            former, office = re.escape(lows[0]), re.escape(" ".join(lows[1:]))
            title = rf"(?i:{former})\s(?:[^\W\d_a-z][\w.]*+\s)?(?i:{office})"
            named = rf"\b{title}\s([^\W\d_a-z][\w'’.-]*+(?:\s[^\W\d_a-z][\w'’-]++){{0,2}})"
            self._with_title[told] = [hit.span(1) for hit in re.finditer(named, self.story.text)]
        return self._with_title[told]

    @cached_property
    def _with_title(self) -> dict[str, list[Span]]:
        return {}

    def _alone_of_kind(self, words: Line, core: int) -> Named | None:
        """ "A hospital spokesman": of the one hospital that the article names."""
        first = int(words.lows[0] in self.story.grammar.determiner)
        noun = next((low for low in words.lows[first:core] if low in self.classes["alone-of-kind"]), None)
        told = self.classes["anonymous"] | self.classes["collective"] | self.classes["alone-of-kind"]
        if noun is None or not all(low in told for low in words.lows[first:core]):
            return None
        if noun not in self._only_ones:
            name = rf"{_START}[^\W\d_a-z][\w'’-]*+(?:\s[^\W\d_a-z][\w'’-]*+){{0,4}}?\s{noun.capitalize()}\b"
            named = {" ".join(hit.group().split()) for hit in re.finditer(name, self.story.text)}
            self._only_ones[noun] = named.pop() if len(named) == 1 else None
        only = self._only_ones[noun]
        return Named((Source(name=only, kind="agency"),)) if only is not None else None

    @cached_property
    def _only_ones(self) -> dict[str, str | None]:
        return {}

    def _ranked(self, words: Line, core: int, depth: int) -> Named | None:
        """ "Chief Constable Tom Roe": of the one police force that the article names, if he has a rank of police."""
        rank = next((k for k in range(core - 1) if words.lows[k] in self.classes["police-rank"]), None)
        if rank is None or depth < 2 or self._force is None or self._name(words, core, rank + 1) is None:
            return None
        return self._named(self._force, depth - 1)._replace(resolved=self._force)

    @cached_property
    def _force(self) -> Span | None:
        """The one police force that the article names, where it is first named."""
        found = list(_FORCE.finditer(self.story.text))
        return found[0].span() if len({hit.group() for hit in found}) == 1 else None

    def _calling(self, words: Line, core: int, depth: int) -> str:
        """The noun of "the experts", "the deputy governor", where nothing else is told of them."""
        under = int(core == _TITLED and words.lows[1] in self.classes["under-office"])
        core -= under
        last = 1 + under
        behind = words.lows[last + 1 :]
        apart = behind[:2] in ([",", "who"], [",", "which"])  # the agency, which the rebels control
        apart = apart or (core == 2 and bool(behind) and self._doing(words, last + 1))  # the source | noting
        again = self.classes["called-again"] | self.classes["person-title"]
        letters = core == 2 and words.lows[last] in again  # the MP, the Colonel
        common = core == 2 and (letters or not words.words[last][0].isupper())
        alone = common and (not behind or apart) and words.lows[0] == "the"
        return words.lows[last] if alone and depth > 1 else ""

    def _their_spokesman(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """ "Spokeswoman Ana Berg": of the body that spoke last; "army spokesman Tom Roe": of the state meant."""
        speaking = self.classes["speaking-for"]
        at = next((k for k in range(core) if words.lows[k] in speaking), core)
        here = words.lows[2:] in ([], ["here"], ["there"])
        if words.lows[0] == "a" and core == 2 and here and words.lows[1] in self.classes["spokesman"]:
            return self._voice_of_it(span, depth)
        if at + 1 >= core or depth < 2 or not all(self._name_word(words, k) for k in range(at + 1, core)):
            return None
        if at == 0 and (begin := self._noun_before(span[0])) is not None:
            return self._named((begin, span[1]), depth - 1)  # group | spokeswoman Ana Berg
        if at > 0 and (body := self._body_called(words.lows[at - 1], span[0])) is not None:
            return body
        if at > 0:
            institution = self._institution_at(words, 0, at)
            plain = all(word.islower() for word in words.words[1:at]) and institution is not None
            country = self._meant(words.lows[at - 1], span[0]) if plain else None
            return self._of(country, institution) if country is not None and institution is not None else None
        if (spoken_for := self._spoken_for_by(words.words[core - 1], span, depth)) is not None:
            return spoken_for
        last = next(self.story.speakers_before(span[0], _NEAR), None)
        named = self._named(last, depth - 1) if last is not None else Named(())
        spoken = len(named.sources) == 1 and named.sources[0].kind in _SPOKEN_FOR
        return named._replace(resolved=last) if spoken else None

    def _noun_before(self, offset: int) -> int | None:
        """Where the small noun begins that tells what a spokesman is of, right before an offset."""
        tokens = self.story.line(self.story.sentence_at(offset))
        at = bisect_left(tokens.starts, offset) - 1
        nouns = self.classes["stand-in"] | self.classes["firm"] | self.classes["organisation"] | self.atlas.heads
        return tokens.starts[at] if at >= 0 and tokens.words[at].islower() and tokens.lows[at] in nouns else None

    def _spoken_for_by(self, surname: str, span: Span, depth: int) -> Named | None:
        """The body that somebody was said to speak for when he was named first: "army spokesman Tom Roe"."""
        full = self.memory.first_full(surname)
        named = self._named(full, depth - 1) if full is not None and full[1] <= span[0] else Named(())
        spoken = len(named.sources) == 1 and named.sources[0].kind in _SPOKEN_FOR
        return named._replace(resolved=full) if spoken else None

    def _voice_of_it(self, span: Span, depth: int) -> Named | None:
        """ "A spokesman": of the body that was told of just before, for which "it" would stand."""
        found = self._spoke_last(span[0], depth) or (self.memory.stands_for("it", span[0]) if depth > 1 else None)
        named = self._named(found, depth - 1) if found is not None and found != span else Named(())
        spoken = len(named.sources) == 1 and named.sources[0].kind in _SPOKEN_FOR
        return named._replace(resolved=found) if spoken else None

    def _spoke_last(self, offset: int, depth: int) -> Span | None:
        """The body that spoke last, in the sentence before an offset; not one that it told of."""
        number = self.story.sentence_at(offset) - 1
        for report in reversed(self.story.reports(number)) if number >= 0 and depth > 1 else ():
            if report.speaker is not None:
                kinds = [one.kind for one in self._named(report.speaker, depth - 1).sources]
                return report.speaker if kinds and kinds[0] in _SPOKEN_FOR else None
        return None

    def _body_called(self, noun: str, before: int) -> Named | None:
        """The body of the packs that was named last before an offset with a noun at its end: "the US-led coalition"."""
        if noun not in self.classes["organisation"]:
            return None
        if noun not in self._ending_in:
            lines = map(self.story.line, range(len(self.story.sentences)))
            self._ending_in[noun] = [found for tokens in lines for found in self._ends_in(noun, tokens)]
        named = self._ending_in[noun]
        at = bisect_left(named, before, key=lambda found: found[0]) - 1
        return named[at][1] if at >= 0 else None

    def _ends_in(self, noun: str, tokens: Line) -> Iterable[tuple[int, Named]]:
        """The bodies of the packs in a sentence whose names end in a noun, and where it stands."""
        for at, low in enumerate(tokens.lows if noun in tokens.lows else ()):
            for first in range(max(0, at - _NAME), at if low == noun else 0):
                found = self._actor(tokens, first, at + 1)
                if found is not None and first + found[0] == at + 1:
                    yield tokens.starts[at], Named((found[1].source,), tokens.span(first, at + 1), (found[1].rule,))
                    break

    @cached_property
    def _ending_in(self) -> dict[str, list[tuple[int, Named]]]:
        return {}

    def _speaker_called(self, noun: str, span: Span) -> Span | None:
        """The last speaker before a mention who is told with a noun and more: "a group of Larkin | experts"."""
        for speaker in self.story.speakers_before(span[0], _BACK):
            lows = line(self.story.text, *speaker).lows
            more = len(lows) > 2 or lows[0] not in self.story.grammar.determiner  # SANA | reporter
            if more and 1 < len(lows) < _LONGEST and noun in lows and not self._hangs_on(lows[: lows.index(noun)]):
                return speaker
        return None

    def _hangs_on(self, before: list[str]) -> bool:
        """Whether a noun hangs on another, by what stands before it: "in the | group"; not "a group of | experts"."""
        return any(low in self.story.grammar.preposition and low != "of" for low in before)

    def _told_of(self, noun: str, offset: int) -> bool:
        """Whether a noun, for one or for several, stands before an offset as more than the same "the official"."""
        if noun not in self._first_told:
            told = re.search(rf"(?<!\bthe )\b{re.escape(noun)}s?\b", self.story.text, re.I)
            self._first_told[noun] = told.end() if told else len(self.story.text) + 1
        return self._first_told[noun] <= offset

    @cached_property
    def _first_told(self) -> dict[str, int]:
        return {}
