"""The words for a speaker in, the name of the packs or the land that stands among them out."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz import fuzz, process

from claimcheck.records import Source, Span
from claimcheck.stages.attribute.atlas import Known, Place, match
from claimcheck.stages.attribute.heads import OF, Heads
from claimcheck.stages.attribute.line import Line

_ALIKE = 90  # how like a name of the packs an unknown one must be, of 100
_LONGEST = 12  # words of a name of the packs
_NEAR = 80  # how like each of its words must be
_FEWEST_LETTERS = 3
NAMELESS = frozenset(("anonymous", "collective", "document"))  # kinds of sources that nobody is called by
WATCHING = ("ngo", "agency", "igo")  # … of what "the monitor" can be


class Named(NamedTuple):
    """Sources with the mention a short form was resolved to, and the rules and notes behind them."""

    sources: tuple[Source, ...]
    resolved: Span | None = None
    rules: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class KnownNames(Heads):
    """Finds what the packs name."""

    def _known(self, words: Line, first: int, last: int) -> Named | None:
        """A name of the packs, in the head of the phrase."""
        if not self.classes["no-longer-of"].isdisjoint(words.lows[first:last]):
            return None
        for at in range(first, last):
            if at > first and words.lows[at] in (*OF, "to", "on", "against"):
                break
            found = self._actor(words, at, last)
            many = found is not None and found[1].source.kind == "igo"
            owned = many and (self._owned(words, first, at) or self._of_one_land(words, at + (found or (0,))[0], last))
            town = found is not None and self._of_a_town(words, at, at + found[0])
            if found is not None and not owned and not town and not self._within_name(words, at, at + found[0]):
                if found[1].source.kind == "party" and not self.classes["own-voice"].isdisjoint(words.lows[at:last]):
                    return None  # a party's lawmaker, or candidate, is not the party
                own = self._by_own_letters(words, at, at + found[0], last)
                meant = (self._body_of_many(words, at + found[0], last) if many else None) or found[1]
                return own or Named((meant.source,), None, (meant.rule,))
        return None

    def _by_own_letters(self, words: Line, first: int, behind: int, last: int) -> Named | None:
        """Whose name begins as another body's, by its own letters in brackets: "the UN | Larkin Fund (UNLF)"."""
        letters = words.words[last][1:-1] if last < len(words.words) and words.words[last][0] == "(" else ""
        if behind >= last or len(letters) < _FEWEST_LETTERS or not letters.isupper():
            return None
        known = self.atlas.actors.get(letters, ())
        own = next((one for name, one in known if len(name) == 1 and one.source.kind == "igo"), None)
        if own is not None:
            return Named((own.source,), None, (own.rule,))
        spelled = (_initials(words.words[at:last]) for at in (first, behind))  # with the UN before it, or without
        return Named((Source(name=self._plain(words, first, last), kind="agency"),)) if letters in spelled else None

    def _body_of_many(self, words: Line, first: int, last: int) -> Known | None:
        """Which body of many lands is told of, by its name at the end: "the UN | World Food Programme", "the UN |
        children's organisation UNICEF", "the UN | children's fund, UNICEF"."""
        nouns = self.classes["organisation"] | self.classes["stand-in"]
        begins = [k for k in range(first + 1, last) if words.lows[k - 1] in nouns and words.words[k - 1].islower()]
        begins = [first, *begins, *([last + 1] if words.lows[last : last + 1] == [","] else [])] if first < last else []
        for at in begins:
            end = last if at < last else len(words.words)
            found = self._actor(words, at, end) if at < end and words.words[at][0].isupper() else None
            if found is not None and at + found[0] == end:
                return found[1]
        return None

    def _exact(self, words: Line, core: int) -> Named | None:
        """A name of the packs that is the whole phrase: "Report news agency", "The Times of Israel"."""
        for at in range(min(core, 2)):
            found = self._actor(words, at, core)
            if found is not None and at + found[0] == core:
                return Named((found[1].source,), None, (found[1].rule,))
            if words.lows[at] not in self.story.grammar.determiner:
                break
        return None

    def _of_one_land(self, words: Line, behind: int, last: int) -> bool:
        """Whether a land follows whose body of the same name it is: "the Security Council | of Chad"."""
        first = behind + 1 + (words.lows[behind + 1 : behind + 2] == ["the"])
        placed = (
            self._place(words, first, first + 1) if words.lows[behind : behind + 1] == ["of"] and first < last else None
        )
        return placed is not None and placed[1].role == "name"

    def _owned(self, words: Line, first: int, at: int) -> bool:
        """Whether a body of states is one state's here, or part of another: "the National | Security Council"."""
        if at == first:
            return False
        longer = words.words[at - 1][0].isupper() and words.lows[at - 1] in self.classes["of-a-nation"]
        return longer or self._place(words, at - 1, at) is not None

    def _actor(self, words: Line, at: int, last: int) -> tuple[int, Known] | None:
        """The source of the packs whose name begins at a token; of two that share it the one the article is about."""
        owned = self._unowned(words.words[at])
        written = [owned] if owned else self._as_written(words, at)
        found = match(self.atlas.actors, written, 0)
        if found is None or at + found[0] > last or self._opens_with(words, at, at + found[0], last):
            return None
        name = tuple(written[: found[0]])
        if self._of_another_land(words, at, found[1].source, name):
            return None
        same = [known for words_of, known in self.atlas.actors[name[0]] if words_of == name]
        near = [known for known in same if any(word in self.story.text for word in known.near)]
        plain = [known for known in same if not known.near]
        named = [known for known in same if known.source.name == " ".join(name) and len(name) > 3]
        meant = near or plain or named
        return (found[0], meant[0]) if meant else None

    def _as_written(self, words: Line, at: int) -> list[str]:
        """The words from a token on, a long name of the packs that has other capitals there as the packs have it."""
        capital = words.words[at][0].isupper()
        recased = (
            match(self.atlas.recased, words.lows, at) if capital and words.lows[at] in self.atlas.recased else None
        )
        longest = words.words[at : at + _LONGEST]
        return [*recased[1], *longest[recased[0] :]] if recased is not None else longest

    def _of_another_land(self, words: Line, at: int, source: Source, name: tuple[str, ...]) -> bool:
        """Whether the short name of a body of many lands ends a longer one: "the Katanga Region | Security Council"."""
        longer = at > 0 and words.words[at - 1][0].isupper() and words.lows[at - 1] not in self.story.lexicon.titles
        short = len(name) > 1 and source.name.endswith(" ".join(name)) and source.name != " ".join(name)
        return source.kind == "igo" and longer and short and words.lows[at - 1] not in self.memory.function

    def _unowned(self, word: str) -> str:
        """The letters of a name of the packs that have stops, "the W.H.O.", or whose apostrophe is lost with the
        commas: "SANAs | correspondent"."""
        bare = word.replace(".", "") if word.count(".") > 1 and word not in self.atlas.actors else ""
        if bare in self.atlas.actors:
            return bare
        lost = word.endswith("s") and word[:-1].isupper() and self.story.unpointed and word not in self.atlas.actors
        return word[:-1] if lost and word[:-1] in self.atlas.actors else ""

    def _opens_with(self, words: Line, at: int, behind: int, last: int) -> bool:
        """Whether a lone word that might be a name only opens a sentence: "Independent | experts said"."""
        common = words.lows[at] in self.classes["speaker-modifier"] and behind < last and behind - at == 1
        return common and words.words[behind].islower() and words.lows[behind] in self.story.lexicon.holders

    def _of_a_town(self, words: Line, first: int, last: int) -> bool:
        """Whether a force's name is part of another's: "Las Vegas | Metropolitan Police | Department"."""
        behind = last < len(words.words) and words.words[last][0].isupper()
        longer = behind and words.lows[last] in self.classes["organisation"]
        before = first > 0 and words.words[first - 1][0].isupper() and words.lows[first - 1] not in self.memory.function
        return words.lows[last - 1] in self.classes["state-voice"] and (
            longer or (before and self._place(words, first - 1, first) is None)
        )

    def _within_name(self, words: Line, first: int, last: int) -> bool:
        """Whether a lone word of the packs is part of a longer name: "Vicente Fox", "Florida Atlantic University"."""
        word = words.words[first]
        if last - first > 1 or (word.isupper() and len(word) > 1):
            return False
        before = words.words[first - 1] if first else ""
        after = words.words[last] if last < len(words.words) else ""
        if after[:1].isupper() and after.lower() not in self.classes["organisation"]:
            return True
        titled = before.lower() in self.classes["person-title"] or before.lower() in self.memory.function
        return bool(before) and before[0].isupper() and not titled

    def _alike(self, name: str) -> Named | None:
        """A body of the packs spelled otherwise: "Human Right Watch". What was taken for what is noted.

        Only bodies are looked for, by a name with the word of a body in it: people and papers keep their names.
        """
        if name.count(" ") < 1 or not name[0].isupper():
            return None
        best = process.extractOne(name, self.atlas.long_names, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if best is None or not self._misspelt(name, best[0]):
            return None
        known = self.atlas.long_names_of[best[2]]
        note = f"{name!r} is taken for {known.source.name!r} ({best[1]:.0f} of 100 alike)"
        return Named((known.source,), None, (known.rule,), (note,))

    def _misspelt(self, name: str, known: str) -> bool:
        """Whether each word of a name is the other's, or nearly: the Reserve Bank of Indiana is not that of India."""
        small = self.classes["small-in-name"] | {"to"}
        one, other = ([word for word in some.split() if word not in small] for some in (name, known))
        unlike = [(first, last) for first, last in zip(one, other, strict=False) if first != last]
        return len(one) == len(other) and not any(
            fuzz.ratio(first, last) < _NEAR or first.lower() in self.classes["region"] or first in self.atlas.places
            for first, last in unlike
        )

    def _place(self, words: Line, first: int, last: int) -> tuple[int, Place] | None:
        based = [self.memory.owner(word.removesuffix("-based")) for word in words.words]
        for at in range(first, last):
            found = match(self.atlas.places, based, at)
            if found is None or self.memory.surname(words.starts[at]) or self._given_name(words, at, last):
                continue
            if not (at and self._part_of_continent(words, at - 1)) and not self._club(words, at):
                return at, found[1]
        return None

    def _given_name(self, words: Line, at: int, last: int) -> bool:
        """Whether a land's word is somebody's first name: "the leader | Jordan Roe"; not "Jordan Foreign Ministry"."""
        if words.lows[at] not in self.classes["land-and-given-name"] or at + 1 >= last:
            return False
        word, low = words.words[at + 1], words.lows[at + 1]
        other = self.atlas.heads | self.classes["organisation"] | self.story.lexicon.titles | self.classes["portfolio"]
        named = word[0].isupper() and word[1:].islower() and low not in other and not words.lows[at].endswith("s")
        return named and match(self.atlas.institutions, words.lows, at + 1) is None

    def _club(self, words: Line, at: int) -> bool:
        """ "Real Madrid", "Paris Saint-Germain": whether a town's name is that of a club, by the word beside it."""
        beside = [*range(max(0, at - 1), at), *range(at + 1, min(at + 2, len(words.words)))]
        return any(words.words[k][0].isupper() and words.lows[k] in self.classes["club-word"] for k in beside)

    def _part_of_continent(self, words: Line, before: int) -> bool:
        """ "Central | America" is no country."""
        return words.words[before][0].isupper() and words.lows[before] in self.classes["part-of-continent"]


def _initials(name: list[str]) -> str:
    """The letters that stand for a name: of "UN Larkin Fund for Peace" UNLFP."""
    return "".join(word if word.isupper() else word[0] for word in name if word[0].isupper())
