"""The words for a speaker in, canonical sources out: whom a ministry, a spokesman or a surname speaks for."""

from __future__ import annotations

from claimcheck.records import Source, Span
from claimcheck.stages.attribute.atlas import Atlas, match
from claimcheck.stages.attribute.bodies import Named
from claimcheck.stages.attribute.issuers import Issuers
from claimcheck.stages.attribute.line import Line, line
from claimcheck.stages.attribute.memory import Memory
from claimcheck.stages.attribute.outlets import Outlets
from claimcheck.stages.attribute.persons import Persons
from claimcheck.stages.attribute.phrases import Phrases
from claimcheck.stages.attribute.story import Story

_VAGUE = ("document", "anonymous", "person", "collective")
_STAND_IN = 4  # words that "the Britain-based rights group" has at most
_BODIES = ("ngo", "agency", "party", "igo")  # what "the group" can stand for
_WATCHING = ("ngo", "agency", "igo")  # what "the monitor" can
_DEPTH = 3  # a report by a spokesman for a ministry
_OF = ("of", "for", "from", "at", "with", "by", "in")


class Naming(Persons, Outlets):
    """Names the speakers of one article."""

    def __init__(self, story: Story, memory: Memory, atlas: Atlas) -> None:
        super().__init__(story, memory, atlas)
        self.issuers = Issuers(story)
        self._memo: dict[Span, Named] = {}

    def named(self, span: Span) -> Named:
        """The sources that the words at `span` stand for."""
        if span not in self._memo:
            self._memo[span] = self._named(span, _DEPTH)
        return self._memo[span]

    def _named(self, span: Span, depth: int) -> Named:
        words = line(self.story.text, *span)
        if not words.words or depth == 0:
            return Named(())
        pronoun = self._pronoun(words, span, depth)
        if pronoun is not None:
            return pronoun
        joint = self._joint(words, depth) or self._both(words, span)
        if joint is not None:
            return joint
        return self._one(words, span, depth)

    def _pronoun(self, words: Line, span: Span, depth: int) -> Named | None:
        low = words.lows[0]
        grammar = self.story.grammar
        if len(words.lows) > 1 or not (low in grammar.pronoun or low in grammar.relative or low == "that"):
            if low in ("his", "her", "their", "its") and len(words.lows) > 1:
                return self._possessed(words, span, depth)
            return None
        if low in grammar.relative or low == "that":
            found = self._antecedent(span)
        else:
            found = self.memory.stands_for(low, span[0])
        if found is None or found == span:
            return Named(())
        return self._named(found, depth - 1)._replace(resolved=found)

    def _antecedent(self, span: Span) -> Span | None:
        """The noun before "who"."""
        tokens = self.story.line(self.story.sentence_at(span[0]))
        if span[0] not in tokens.starts:
            return None

        at = tokens.starts.index(span[0])
        end = at - 1 if at and tokens.lows[at - 1] == "," else at
        if end <= 0:
            return None
        start = Phrases(tokens, self.story.grammar).run_left(end)
        return tokens.span(start, end) if start < end else None

    def _possessed(self, words: Line, span: Span, depth: int) -> Named | None:
        """ "Her son": the one person of the family name who is no woman; "its figures": whose they are."""
        low = words.lows[0]
        if words.lows[1] in self.classes["kin"]:
            found = self._kin(low, words.lows[1], span)
            return self._named(found, depth - 1)._replace(resolved=found) if found else None
        if any(word in self.story.grammar.document for word in words.lows[1:]):
            owner = self.memory.stands_for({"its": "it", "their": "they", "his": "he", "her": "she"}[low], span[0])
            if owner is not None:
                return self._named(owner, depth - 1)._replace(resolved=owner)
        return None

    def _kin(self, whose: str, kin: str, span: Span) -> Span | None:
        """A member of a family: somebody of nearly the same surname whose gender fits."""
        pronoun = {"his": "he", "her": "she", "their": "they"}[whose]
        owner = self._owner(pronoun, span)
        if owner is None:
            return None
        surname = line(self.story.text, *owner).words[-1]
        stem = surname.rstrip("a")
        female = kin in self.classes["female"]
        found = self.memory.first_full(stem) or self.memory.first_full(surname)
        if found is None or found == owner:
            return None
        lows = line(self.story.text, *found).lows
        if female != any(low in self.classes["female"] for low in lows) and female:
            return None
        return found

    def _owner(self, pronoun: str, span: Span) -> Span | None:
        """Whose kin is meant: somebody named in the same sentence, else before."""
        number = self.story.sentence_at(span[0])
        for report in self.story.reports(number):
            if report.speaker is not None and report.speaker != span:
                lows = line(self.story.text, *report.speaker).lows
                if lows[0] in self.classes["honorific"]:
                    return report.speaker
        return self.memory.stands_for(pronoun, span[0])

    def _joint(self, words: Line, depth: int) -> Named | None:
        """ "Armenia and Azerbaijan", "human rights organisations and international media": each by itself."""
        lows = words.lows
        if "and" not in lows or depth < 2:
            return None
        at = lows.index("and")
        if at == 0 or at + 1 >= len(lows) or ("," in lows[:at] and not self._listed(words, at)):
            return None
        if self._exact(words, len(lows)) is not None or self._one_place(words, at):
            return None
        begin = self._head_end(words, at)
        end = self._core_end(words, at + 1)
        left, right = self._strong(words, begin, at), self._strong(words, at + 1, end)
        if (left is None) != (right is None) or (self._proper(words, begin, at) and self._proper(words, at + 1, end)):
            left = left or self._proper_source(words, begin, at, depth)
            right = right or self._proper_source(words, at + 1, end, depth)
        if left is None or right is None:
            return None
        sources = tuple({source.name: source for source in (*left.sources, *right.sources)}.values())
        return Named(sources, None, (*left.rules, *right.rules))

    def _one_place(self, words: Line, joint: int) -> bool:
        """Whether an "and" belongs to a country's name: "Trinidad and Tobago"."""
        for at in range(max(0, joint - 4), joint):
            found = match(self.atlas.places, words.words, at)
            if found is not None and at + found[0] > joint:
                return True
        return False

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
            word[0].islower() and low not in _OF and low != "the"
            for word, low in zip(words.words[first:last], words.lows[first:last], strict=True)
        ):
            return None
        if any(word[0].islower() for word in words.words[first + 1 : last]) and self._known(words, first, last) is None:
            return Named((Source(name=self._plain(words, first, last), kind="ngo"),))
        found = self._named((words.starts[first], words.ends[last - 1]), depth - 1)
        return found if found.sources else None

    def _listed(self, words: Line, at: int) -> bool:
        return all(len(part) <= 4 for part in " ".join(words.lows[:at]).split(","))

    def _head_end(self, words: Line, at: int) -> int:
        """Behind "figures from", "reports from": where the first of two joint sources begins."""
        for k in range(at - 1, -1, -1):
            if words.lows[k] in _OF and k > 0 and words.lows[k - 1] in self.story.grammar.document:
                return k + 1
        return 0

    def _one(self, words: Line, span: Span, depth: int) -> Named:
        core = self._core_end(words) or len(words.words)
        while core > 1 and words.lows[core - 1] in ("there", "here"):
            core -= 1
        if core == 1 and words.lows[0] in self.story.grammar.determiner:
            return Named(())  # some, another: nobody is named
        found = self._exact(words, core) or self._document(words, span, core, depth) or self._outsider(words, core)
        for find in (self._society, self._spokesman, self._known, self._institution, self._country):
            found = found or find(words, 0, core)
        return (
            found
            or self._office(words, core)
            or self._police(words, core)
            or self._person(words, span, core, depth)
            or self._unplaced(words, core, span)
            or self._administration(words, core)
            or self._short_form(words, core, span, depth)
            or self._stand_in(words, core, span, depth)
            or self._apposed(words, core)
            or self._described(words, core)
        )

    def _outsider(self, words: Line, core: int) -> Named | None:
        """ "Opponents of the president", "the wife of the minister": for whom they do not speak."""
        head = self._head(words, core)
        outside = words.lows[head] in self.classes["outsider"] | self.classes["kin"]
        return self._described(words, core) if outside and head + 1 < core else None

    def _short_form(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """ "The commission", "the Observatory": the last one that was named in full."""
        bare = core == 1 and words.words[0][0].isupper() and words.lows[0] not in self.classes["collective"]
        if not (bare or (core == 2 and words.lows[0] == "the")) or depth < 2:
            return None
        full = self._full_form(words.words[core - 1], span[0])
        return self._named(full, depth - 1)._replace(resolved=full) if full is not None else None

    def _stand_in(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """ "The group", "the Britain-based rights group": the last body named that can be called so."""
        if not 2 <= core <= _STAND_IN or core != len(words.lows) or words.lows[0] != "the" or depth < 2:
            return None
        proper = any(word[0].isupper() and "-based" not in word for word in words.words[1:])
        if proper or words.lows[core - 1] not in self.classes["stand-in"]:
            return None
        found = self.memory.stands_for("it", span[0])
        if found is None or found == span:
            return None
        named = self._named(found, depth - 1)
        kinds = _WATCHING if words.lows[core - 1] in self.classes["watching-body"] else _BODIES
        fits = [one for one in named.sources if one.kind in kinds and one.name[0].isupper()]
        return named._replace(resolved=found) if len(fits) == 1 == len(named.sources) else None

    def _both(self, words: Line, span: Span) -> Named | None:
        """ "Both sides", "the two countries": the two states that the sentence before joins, and names no third."""
        lows = words.lows
        if len(lows) < 2 or (lows[0] != "both" and lows[:2] != ["the", "two"]) or lows[-1] not in self.classes["side"]:
            return None
        number = max(0, self.story.sentence_at(span[0]) - 1)
        sentence = self.story.sentences[number]
        seen = self.memory.states_between(sentence.start, span[0])
        if len(seen) != 2 or seen[0].place.country.id == seen[1].place.country.id:
            return None
        tokens = self.story.line(number)
        first, last = (tokens.starts.index(one.start) if one.start in tokens.starts else 0 for one in seen)
        if tokens.lows[first + 1 : last] != ["and"]:
            return None
        countries = [one.place.country for one in seen]
        sources = tuple(
            Source(name=f"{country.adjective} government", kind="government", side=country.name)
            for country in countries
        )
        return Named(sources, tokens.span(first, last + 1), ("AI01", *(country.id for country in countries)))

    def _document(self, words: Line, span: Span, core: int, depth: int) -> Named | None:
        """A report stands for who made it; one that nobody made stands for itself."""
        documents = self.story.grammar.document
        reckoned = self._reckoned(words, span, core, depth)
        if reckoned is not None:
            return reckoned
        head = next((k for k in range(core) if words.lows[k] in documents and not self._in_name(words, k, core)), None)
        if head is None or any(words.lows[k] in ("of", "for", "from", "at", "with", "who") for k in range(head)):
            return None
        made = self._made_by(words, head, core, depth)
        if made is not None:
            return made
        owned = self._strong(words, 0, head)
        if owned is not None:
            return owned
        if head > 0 and words.lows[0] in ("his", "her", "its", "their"):
            return self._possessed(words, span, depth)
        if "'s" in words.lows[:head]:
            return self._named((words.starts[0], words.ends[words.lows.index("'s") - 1]), depth - 1)
        issued = self._issued(words, span, head, depth) if head + 1 == core else None
        name = self._plain(words, 0, head + 1)
        return issued or Named((Source(name=name, kind="document"),), None, ("AW14",))

    def _issued(self, words: Line, span: Span, head: int, depth: int) -> Named | None:
        """ "The statement" of somebody who said something in a statement before."""
        if words.lows[0] not in ("the", "this") or any(word[0].isupper() for word in words.words[1 : head + 1]):
            return None
        found = self.issuers.issuer(words.lows[head], span[0])
        named = self._named(found, depth - 1) if found is not None else None
        if named is None or not named.sources or named.sources[0].kind in _VAGUE:
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
            return self._named((words.starts[maker], words.ends[-1]), depth - 1)
        polled = words.lows[head] in self.story.grammar.survey  # a poll of Republicans is not theirs
        for joints, vague in ((("by",), _VAGUE[:2]), (("from",), _VAGUE[:3]), ((() if polled else ("of",)), _VAGUE)):
            for at in range(head + 1, min(core + 1, len(words.lows) - 1)):
                if words.lows[at] in joints and not self._seen(words, at):
                    inner = self._named((words.starts[at + 1], words.ends[-1]), depth - 1)
                    if inner.sources and inner.sources[0].kind not in vague:
                        return inner
        return None

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

    def _in_name(self, words: Line, at: int, core: int) -> bool:
        """Whether a word for a document is another's part: "Bill McInturff", "the statistics office"."""
        if at + 1 >= core:
            return False
        after, grammar = words.lows[at + 1], self.story.grammar
        if words.words[at][0].isupper() and words.words[at + 1][0].isupper():
            return True
        noun = after.isalpha() and words.words[at + 1][0].islower() and after not in grammar.document
        return noun and not (
            after in grammar.preposition
            or after in grammar.adverb
            or after in grammar.verb
            or after in grammar.subordinator
            or after in grammar.determiner
            or after.endswith(("ed", "ing"))
            or after in ("out", "taken", "seen", "shown")
        )

    def _person(self, words: Line, span: Span, core: int, depth: int) -> Named | None:
        """A person by name; by surname alone the full mention before counts, with its office."""
        name = self._name(words, core)
        if name is None or name[-1].lower() in self.classes["collective"]:
            return None  # Activists
        if len(name) == 1 and depth > 1:
            full = self.memory.first_full(name[0])
            if full is not None and full != span:
                found = self._named(full, depth - 1)
                if found.sources:
                    return found._replace(resolved=full)
        return Named((Source(name=" ".join(name), kind="person"),))
