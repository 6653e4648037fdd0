"""What somebody is called beside his name or after it in, who it is out: "the site Kalameh", "the experts said"."""

from __future__ import annotations

from abc import ABC

from claimcheck.records import Source, Span
from claimcheck.stages.attribute.bodies import Named
from claimcheck.stages.attribute.documents import Documents
from claimcheck.stages.attribute.line import Line, line

_BACK = 6  # sentences
_LONGEST = 16  # tokens of a speaker; one of more was misread
_CLEAR = ("media", "igo", "ngo", "agency")  # what a name in brackets can be taken for


class Callings(Documents, ABC):
    """Names whom the article calls by what they are."""

    def _so_titled(self, words: Line, core: int, depth: int) -> Named | None:
        """ "The pro-opposition site Kalameh", "militant group Larkin Front": the name, without what it is."""
        kinds = self.classes["outlet-word"] | self.classes["stand-in"]
        at = next((k for k in range(1, core) if self._name_word(words, k)), core)
        if at >= core or words.words[at - 1] not in kinds or depth < 2:
            return None
        if not all(self._name_word(words, k) or words.lows[k] in ("of", "the", "for") for k in range(at, core)):
            return None
        span = words.span(at, core)
        named = self._named(span, depth - 1)
        if named.sources and named.sources[0].kind not in ("person", "document"):
            return named
        kind = "media" if words.lows[at - 1] in self.classes["outlet-word"] else "agency"
        return Named((Source(name=self._plain(words, at, core), kind=kind),))

    def _in_brackets(self, words: Line, core: int) -> Named | None:
        """ "A Peruvian source (Andina)": the name in brackets behind somebody who has none."""
        inside = words.words[core] if core < len(words.words) else ""
        if not inside.startswith("(") or len(inside) < 3:
            return None
        name = line(inside, 1, len(inside) - 1)
        found = self._actor(name, 0, len(name.words))
        whole = found is not None and found[0] == len(name.words) and found[1].source.kind in _CLEAR
        return Named((found[1].source,), None, (found[1].rule,)) if found is not None and whole else None

    def _called_again(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """ "The spokesman", "the experts": whoever of that calling spoke last; else the person who spoke last, where
        the article has told of nobody of that calling."""
        if core != 2 or len(words.lows) != 2 or words.lows[0] != "the" or depth < 2 or words.words[1][0].isupper():
            return None
        noun = words.lows[1]
        if noun not in self.classes["anonymous"] and noun not in self.classes["collective"]:
            return None
        found = self._speaker_called(noun, span)
        if found is None and noun in self.classes["anonymous"] and not self._told_of(noun, span[0]):
            found = self.memory.stands_for("he", span[0]) or self.memory.stands_for("she", span[0])
        named = self._named(found, depth - 1) if found is not None else Named(())
        return named._replace(resolved=found) if named.sources else None

    def _speaker_called(self, noun: str, span: Span) -> Span | None:
        """The last speaker before a mention who is told with a noun and more: "a group of Larkin | experts"."""
        number = self.story.sentence_at(span[0])
        for back in range(number, max(-1, number - _BACK), -1):
            for report in reversed(self.story.reports(back)):
                if report.speaker is None or report.speaker[1] > span[0]:
                    continue
                lows = line(self.story.text, *report.speaker).lows
                if noun in lows and 2 < len(lows) < _LONGEST:
                    return report.speaker
        return None

    def _told_of(self, noun: str, offset: int) -> bool:
        """Whether a noun, for one or for several, stands anywhere before an offset."""
        return noun in self.story.text[:offset].lower()
