"""The words for a speaker in, canonical sources out: whom a ministry, a spokesman or a surname speaks for."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz import fuzz, process

from claimcheck.records import Source, Span
from claimcheck.rules.attributions import Institution
from claimcheck.rules.world import Country
from claimcheck.stages.attribute.atlas import Atlas, Known, Place, match
from claimcheck.stages.attribute.line import Line, line
from claimcheck.stages.attribute.memory import Memory
from claimcheck.stages.attribute.reports import Report
from claimcheck.stages.attribute.story import Story

_RULERS = ("president", "minister", "premier", "chancellor", "king", "emir", "sultan")
_PARTICLES = (
    "de",
    "al",
    "el",
    "bin",
    "ibn",
    "abu",
    "van",
    "von",
    "der",
    "den",
    "la",
    "da",
    "dos",
    "del",
    "di",
    "du",
    "ten",
)
_PORTFOLIOS = (
    "foreign",
    "home",
    "interior",
    "defence",
    "defense",
    "health",
    "education",
    "finance",
    "state",
    "press",
    "labor",
)
_REALMS = ("state", "city", "town", "region", "province", "country", "nation", "county", "district")
_MOST_MENTIONS = 60  # of a surname, that are looked at
_VAGUE = ("document", "anonymous", "person", "collective")
_ALIKE = 90  # how like a name of the packs an unknown one must be, of 100
_NEAR, _FAR = 60, 600  # characters in which an outlet is looked for, behind a cue and before "the agency"
_DEPTH = 3  # a report by a spokesman for a ministry
_OF = ("of", "for", "from", "at", "with", "by", "in")


class Named(NamedTuple):
    """Sources with the mention a short form was resolved to, and the rules and notes behind them."""

    sources: tuple[Source, ...]
    resolved: Span | None = None
    rules: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Naming:
    """Names the speakers of one article."""

    def __init__(self, story: Story, memory: Memory, atlas: Atlas) -> None:
        self.story = story
        self.memory = memory
        self.atlas = atlas
        self.classes = story.lexicon.classes
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
        joint = self._joint(words, depth)
        if joint is not None:
            return joint
        return self._one(words, span, depth)

    # ── pronouns ──────────────────────────────────────────────────────────────────────────────

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
        from claimcheck.stages.attribute.phrases import Phrases

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

    def outlet_told(self, report: Report) -> tuple[Source, Span] | None:
        """To which outlet it was said: "in an interview with the BBC", "said to Interfax", "told the agency"."""
        if report.recipient is not None:
            words = line(self.story.text, *report.recipient)
            if words.lows[-1] in self.classes["outlet-word"] and words.lows[0] == "the" and len(words.lows) == 2:
                return self._outlet_before(report.recipient)
            proper = [word for word in words.words if word[0].isupper()]
            if proper and any(low in self.classes["outlet-word"] for low in words.lows):
                return Source(name=" ".join(proper), kind="media"), report.recipient
        number = self.story.sentence_at(report.cue[0])
        before = self._interviewer(self.story.sentences[number].start, report.cue[0])
        if before is not None:
            return before
        words = line(self.story.text, report.cue[1], min(report.cue[1] + _NEAR, len(self.story.text)))
        for at in range(1, len(words.words)):
            start = at + (words.lows[at : at + 1] == ["the"])
            led = words.lows[at - 1] in ("with", "to", "by", "on") and (
                "interview" in words.lows[:at] or "quoted" in words.lows[:at] or at == 1
            )
            found = self._actor(words, start, len(words.words)) if led and start < len(words.words) else None
            if found is not None and found[1].source.kind == "media":
                return found[1].source, words.span(start, start + found[0])
        return None

    def _interviewer(self, start: int, end: int) -> tuple[Source, Span] | None:
        """The outlet of "in an interview with the FT" before a cue."""
        if self.story.text.find("interview", start, end) < 0:
            return None
        words = line(self.story.text, start, end)
        for at in range(words.lows.index("interview") + 1 if "interview" in words.lows else 0, len(words.words)):
            found = self._actor(words, at, len(words.words))
            if found is not None and found[1].source.kind == "media":
                return found[1].source, words.span(at, at + found[0])
        return None

    def _outlet_before(self, recipient: Span) -> tuple[Source, Span] | None:
        """The outlet named last before "the agency"."""
        words = line(self.story.text, max(0, recipient[0] - _FAR), recipient[0])
        for at in range(len(words.words) - 1, -1, -1):
            found = self._actor(words, at, len(words.words))
            if found is not None and found[1].source.kind == "media":
                return found[1].source, recipient
        return None

    # ── several ───────────────────────────────────────────────────────────────────────────────

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

    def _strong(self, words: Line, first: int, last: int) -> Named | None:
        """A source that needs no guess: known by name, of a country, or a collective."""
        if first >= last:
            return None
        return (
            self._known(words, first, last)
            or self._institution(words, first, last)
            or self._country(words, first, last)
            or self._collective(words, first, last)
        )

    # ── one ───────────────────────────────────────────────────────────────────────────────────

    def _core_end(self, words: Line, first: int = 0) -> int:
        """Where the head of a phrase ends: before an apposition or a relative clause."""
        for at in range(first, len(words.lows)):
            low = words.lows[at]
            if (
                (low == "," and not self._inside_name(words, at))
                or low in self.story.grammar.relative
                or low in ("(", "--")
                or (at > first and low.endswith("ed") and words.lows[at + 1 : at + 2] == ["by"])
            ):
                return at
        return len(words.lows)

    def _inside_name(self, words: Line, at: int) -> bool:
        """Whether a comma belongs to a name: "State Commission for Captured, Missing and Hostage Citizens"."""
        lows = words.lows
        return (
            "and" in lows[at : at + 4]
            and at + 1 < len(lows)
            and words.words[at - 1][0].isupper()
            and any(low in ("for", "on") for low in lows[:at])
        )

    def _one(self, words: Line, span: Span, depth: int) -> Named:
        core = self._core_end(words) or len(words.words)
        while core > 1 and words.lows[core - 1] in ("there", "here"):
            core -= 1
        found = self._exact(words, core) or self._document(words, span, core, depth)
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
            or self._apposed(words, core)
            or self._described(words, core)
        )

    def _society(self, words: Line, first: int, last: int) -> Named | None:
        """A national Red Cross or Red Crescent."""
        placed = self._place(words, first, last)
        institution = self._institution_at(words, first, last) if placed is not None else None
        if placed is None or institution is None or institution.kind != "ngo":
            return None
        return self._of(placed[1].country, institution)

    def _administration(self, words: Line, core: int) -> Named | None:
        """ "The Obama administration", "the Labor Department": of the country that the name or the article tells."""
        head, before = words.lows[core - 1], words.words[core - 2] if core > 1 else ""
        if not before[:1].isupper() or before.lower() in self.memory.function:
            return None
        country = None
        if head in ("administration", "government", "cabinet"):
            country = self._beside(before)
        elif head == "department" and self.memory.subject is not None and self.memory.subject.id == "C-US":
            country = self.memory.subject
        if country is None:
            return None
        source = Source(name=f"{country.adjective} government", kind="government", side=country.name)
        return Named((source,), None, ("AI01", country.id))

    def _short_form(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """ "The commission": the last one that was named in full."""
        if core != 2 or words.lows[0] != "the" or words.words[1][0].isupper() or depth < 2:
            return None
        noun = words.lows[1].capitalize()
        if words.lows[1] not in self.classes["organisation"]:
            return None
        at = self.story.text.rfind(noun, 0, span[0])
        if at < 0:
            return None
        tokens = self.story.line(self.story.sentence_at(at))
        if at not in tokens.starts:
            return None
        last = tokens.starts.index(at)
        first = last
        while first > 0 and tokens.words[first - 1][0].isupper() and tokens.lows[first - 1] not in self.memory.function:
            first -= 1
        behind = last + 1
        while (
            behind + 1 < len(tokens.words)
            and tokens.lows[behind] in ("of", "for", "on")
            and tokens.words[behind + 1][0].isupper()
        ):
            behind += 2
            while behind < len(tokens.words) and tokens.words[behind][0].isupper():
                behind += 1
        full = tokens.span(first, behind)
        if behind - first < 2:
            return None
        return self._named(full, depth - 1)._replace(resolved=full)

    def _police(self, words: Line, core: int) -> Named | None:
        """Police, with the town that is named before them."""
        if "police" not in words.lows[:core]:
            return None
        at = words.lows.index("police")
        first = at
        while first > 0 and words.words[first - 1][0].isupper() and words.lows[first - 1] not in self.memory.function:
            first -= 1
        town = "".join(f"{word} " for word in words.words[first:at])
        return Named((Source(name=f"{town}police", kind="forces"),), None, ("AI04",))

    def _apposed(self, words: Line, core: int) -> Named | None:
        """A name in apposition to a role: "a village elder, Deng Majok"."""
        if core + 1 >= len(words.lows) or words.lows[core] != "," or not words.words[core - 1][0].islower():
            return None
        last = next((k for k in range(core + 1, len(words.lows)) if words.lows[k] == ","), len(words.lows))
        name = self._name(words, last, core + 1)
        return Named((Source(name=" ".join(name), kind="person"),)) if name and len(name) > 1 else None

    def _document(self, words: Line, span: Span, core: int, depth: int) -> Named | None:
        """A report stands for who made it; one that nobody made stands for itself."""
        documents = self.story.grammar.document
        head = next((k for k in range(core) if words.lows[k] in documents and not self._in_name(words, k, core)), None)
        if head is None or any(words.lows[k] in ("of", "for", "from", "at", "with", "who") for k in range(head)):
            return None
        made = self._made_by(words, head, depth)
        if made is not None:
            return made
        owned = self._strong(words, 0, head)
        if owned is not None:
            return owned
        if head > 0 and words.lows[0] in ("his", "her", "its", "their"):
            return self._possessed(words, span, depth)
        if "'s" in words.lows[:head]:
            return self._named((words.starts[0], words.ends[words.lows.index("'s") - 1]), depth - 1)
        name = self._plain(words, 0, head + 1)
        return Named((Source(name=name, kind="document"),), None, ("AW14",))

    def _made_by(self, words: Line, head: int, depth: int) -> Named | None:
        """Who made a document, named behind it: "a survey of 2,000 adults by YouGov"."""
        for joints, vague in ((("by",), _VAGUE[:2]), (("from",), _VAGUE[:3]), (("of",), _VAGUE)):
            for at in range(head + 1, len(words.lows) - 1):
                if words.lows[at] in joints:
                    inner = self._named((words.starts[at + 1], words.ends[-1]), depth - 1)
                    if inner.sources and inner.sources[0].kind not in vague:
                        return inner
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

    def _spokesman(self, words: Line, first: int, last: int) -> Named | None:
        """ "A spokesman for the ministry": whom he speaks for."""
        speaking = self.classes["speaking-for"]
        at = next((k for k in range(first, last - 1) if words.lows[k] in speaking), None)
        if at is None:
            return None
        for k in range(at + 1, min(last, at + 6)):
            if words.lows[k] in _OF:
                found = self._known(words, k + 1, last) or self._institution(words, k + 1, last)
                common = words.lows[k] == "for" and all(word[0].islower() for word in words.words[1:last])
                return found or (self._described(words, last, k + 1) if common else None)
        return None

    def _known(self, words: Line, first: int, last: int) -> Named | None:
        """A name of the packs, in the head of the phrase."""
        if any(low in ("former", "ex", "then", "retired") for low in words.lows[first:last]):
            return None
        for at in range(first, last):
            if at > first and words.lows[at] in (*_OF, "to", "on", "against"):
                break
            found = self._actor(words, at, last)
            if found is not None and not self._within_name(words, at, at + found[0]):
                return Named((found[1].source,), None, (found[1].rule,))
        return None

    def _actor(self, words: Line, at: int, last: int) -> tuple[int, Known] | None:
        """The source of the packs whose name begins at a token; of two that share it the one the article is about."""
        found = match(self.atlas.actors, words.words, at)
        if found is None or at + found[0] > last:
            return None
        name = tuple(words.words[at : at + found[0]])
        same = [known for words_of, known in self.atlas.actors[name[0]] if words_of == name]
        near = [known for known in same if any(word in self.story.text for word in known.near)]
        plain = [known for known in same if not known.near]
        return found[0], (near or plain or same)[0]

    def _exact(self, words: Line, core: int) -> Named | None:
        """A name of the packs that is the whole phrase: "Report news agency", "The Times of Israel"."""
        for at in range(min(core, 2)):
            found = self._actor(words, at, core)
            if found is not None and at + found[0] == core:
                return Named((found[1].source,), None, (found[1].rule,))
            if words.lows[at] not in self.story.grammar.determiner:
                break
        return None

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

    def _place(self, words: Line, first: int, last: int) -> tuple[int, Place] | None:
        for at in range(first, last):
            found = match(self.atlas.places, words.words, at)
            if found is not None:
                return at, found[1]
        return None

    def _institution_at(self, words: Line, first: int, last: int) -> Institution | None:
        """The institution whose words come last: the head of the phrase."""
        best, at = None, first
        while at < last:
            if words.lows[at] in ("of", "for", "in", "at", "on") and best is not None:
                break
            found = match(self.atlas.institutions, words.lows, at)
            fits = found is not None and at + found[0] <= last
            best = found[1] if found is not None and fits else best
            at += found[0] if found is not None and fits else 1
        return best

    def _institution(self, words: Line, first: int, last: int) -> Named | None:
        """A country's ministry, army, police, court: named after the country's adjective."""
        placed = self._place(words, first, last)
        if placed is None or placed[1].role == "city":
            return None
        institution = self._institution_at(words, first, last)
        head = self._head(words, last, first)
        own = words.words[head][0].isupper() and words.lows[head] in self.classes["organisation"] - self.atlas.heads
        if own or institution is None or any(low in self.classes["own-voice"] for low in words.lows[first:last]):
            return self._opposition(words, placed[1].country, first, last)
        return self._of(placed[1].country, institution)

    def _opposition(self, words: Line, country: Country, first: int, last: int) -> Named | None:
        if "opposition" in words.lows[first:last] and not any(
            word[0].isupper() and match(self.atlas.places, [word], 0) is None for word in words.words[first + 1 : last]
        ):
            return Named(
                (Source(name=f"{country.adjective} opposition", kind="party", side=country.name),), None, ("AI08",)
            )
        return None

    def _of(self, country: Country, institution: Institution) -> Named:
        source = Source(
            name=institution.source.format(country.adjective),
            kind=institution.kind,
            side=country.name,
        )
        return Named((source,), None, (institution.id, country.id))

    def _country(self, words: Line, first: int, last: int) -> Named | None:
        """The country itself, its capital or another word for its government."""
        placed = self._place(words, first, last)
        if placed is None:
            return None
        at, place = placed
        rest = [low for k, low in enumerate(words.lows[first:last], first) if low not in self.story.grammar.determiner]
        named = match(self.atlas.places, words.words, at)
        size = named[0] if named else 1
        if place.role == "people":
            return Named(
                (Source(name=words.words[at], kind="collective", side=place.country.name),), None, (place.country.id,)
            )
        if place.role in ("name", "capital", "metonym") and len(rest) - size <= (1 if "'s" in rest else 0):
            source = Source(name=f"{place.country.adjective} government", kind="government", side=place.country.name)
            return Named((source,), None, (place.country.id,))
        return None

    # ── people ────────────────────────────────────────────────────────────────────────────────

    def _office(self, words: Line, core: int) -> Named | None:
        """A person whose office is told in the same phrase: "X, the foreign policy adviser to President Y"."""
        lows = words.lows
        offices, own = self.classes["government-office"], self.classes["own-voice"]
        if core >= len(lows) and not any(low in offices for low in lows[:core]):
            return None
        known = self._represented(words, core)
        if known is not None:
            return known
        told = [low for low in lows if low in offices or low == "secretary-general"]
        if not told or any(low in own for low in lows):
            return None
        placed = self._place(words, 0, len(lows))
        if placed is not None and placed[1].role != "city":
            institution = self._institution_at(words, core, len(lows)) or self._institution_at(words, 0, core)
            if institution is not None:
                return self._of(placed[1].country, institution)
        if "secretary-general" in lows:
            return self._known(line("United Nations", 0, 14), 0, 2)
        if not self._holds(words) or not any(word[0].isupper() for word in words.words[1:]):
            return None
        holder = self._holder(words)
        if holder is None:
            return Named((Source(name="government", kind="government"),), None, ("AI01",))
        source = Source(name=f"{holder.adjective} government", kind="government", side=holder.name)
        return Named((source,), None, ("AI01", holder.id))

    def _holds(self, words: Line) -> bool:
        """Whether an office is one of the state though no country is named beside it."""
        lows = words.lows
        for at, low in enumerate(lows[:-1]):
            titled = words.words[at + 1][0].isupper() and lows[at + 1] not in self.memory.function
            if titled and low in _RULERS and (words.words[at][0].isupper() or lows[at - 1 : at] != []):
                return low != "president" or words.words[at][0].isupper()
            if titled and low == "secretary" and at > 0 and lows[at - 1] in _PORTFOLIOS:
                return True
        if "the president" in " ".join(lows):
            return True
        return any(low in ("ministry", "government") for low in lows) or ("state" in lows and "commission" in lows)

    def _represented(self, words: Line, core: int) -> Named | None:
        """ "X, a spokesman for Amnesty International", "X of the state commission"."""
        for at in range(len(words.lows) - 1):
            if words.lows[at] not in ("for", "of", "from", "at"):
                continue
            found = self._known(words, at + 1, min(len(words.lows), at + 9))
            if found is None:
                continue
            speaking = any(low in self.classes["speaking-for"] for low in words.lows[:at])
            official = found.sources[0].kind not in ("ngo", "media") and (
                at < core
                or any(
                    low in self.classes["government-office"] or low in self.classes["person-title"]
                    for low in words.lows[:at]
                )
            )
            if speaking or official:
                return found
        return None

    def _holder(self, words: Line) -> Country | None:
        """The country of an office: the one beside its holder elsewhere ("Azerbaijani President Ilham Aliyev"), else
        the one that has been spoken for."""
        for at, low in enumerate(words.lows[:-1]):
            if low in _RULERS and words.words[at + 1][0].isupper():
                surname = next(
                    (w for w in reversed(words.words[at + 1 : at + 4]) if w[0].isupper() and w.lower() != "'s"), None
                )
                if surname is not None:
                    return self._country_beside(surname, words.starts[0])
        return self._country_spoken_for(words.starts[0])

    def _country_spoken_for(self, offset: int) -> Country | None:
        return self.memory.speaking_country(offset) or self.memory.last_country(offset)

    def _country_beside(self, surname: str, offset: int) -> Country | None:
        return self._beside(surname) or self._country_spoken_for(offset)

    def _beside(self, surname: str) -> Country | None:
        """The country named right before a surname anywhere in the article: "Azerbaijani President Ilham Aliyev"."""
        text, at = self.story.text, -1
        for _ in range(_MOST_MENTIONS):
            at = text.find(surname, at + 1)
            if at < 0:
                break
            window = [s for s in self.memory.states_between(at - 50, at) if s.place.role in ("name", "adjective")]
            between = text[window[-1].start : at] if window else "."
            if window and "." not in between and "," not in between:
                return window[-1].place.country
        return None

    def _person(self, words: Line, span: Span, core: int, depth: int) -> Named | None:
        """A person by name; by surname alone the full mention before counts, with its office."""
        name = self._name(words, core)
        if name is None:
            return None
        if len(name) == 1 and depth > 1:
            full = self.memory.first_full(name[0])
            if full is not None and full != span:
                found = self._named(full, depth - 1)
                if found.sources:
                    return found._replace(resolved=full)
        return Named((Source(name=" ".join(name), kind="person"),))

    def _name(self, words: Line, core: int, begin: int = 0) -> list[str] | None:
        """The words of a person's name that ends the head of a phrase, its titles left out."""
        head = self._head(words, core, begin)
        if not self._name_word(words, head):
            return None
        titles = self.classes["person-title"] | self.classes["honorific"]
        first = head
        while first > begin and self._name_word(words, first - 1) and words.lows[first - 1] not in titles:
            first -= 1
        while first < head and words.words[first] in _PARTICLES:
            first += 1
        placed = match(self.atlas.places, words.words, first)
        if placed is not None and placed[1].role in ("adjective", "name") and first + placed[0] <= head:
            first += placed[0]
        name = words.words[first : head + 1]
        letters = len(name) == 1 and name[0].isupper() and len(name[0]) > 1
        if letters or name[-1].lower() in self.classes["organisation"] or self._no_name(words, name):
            return None
        return name

    def _name_word(self, words: Line, at: int) -> bool:
        word, low = words.words[at], words.lows[at]
        if low in _PARTICLES or low.startswith(("al-", "el-", "as-", "ash-", "an-", "ad-")):
            return True
        return word[0].isupper() and low not in self.memory.function

    def _head(self, words: Line, core: int, begin: int = 0) -> int:
        """The last token of a phrase before anything that hangs on it."""
        for at in range(begin + 1, core):
            if words.lows[at] in (*_OF, "to", "on", "who", "about", "against", "like") and words.words[at][0].islower():
                return at - 1
        return core - 1

    def _no_name(self, words: Line, name: list[str]) -> bool:
        """Whether capital words are a region's, or a common noun that opens the sentence."""
        joined = " ".join(name).lower()
        if joined in self.classes["region"]:
            return True
        common = ("collective", "anonymous", "organisation", "document", "kin", "person-title")
        if len(name) > 1 or name[0] != words.words[0] or self.memory.first_full(name[0]) is not None:
            return False
        known = any(joined in self.classes[kind] or joined.removesuffix("s") in self.classes[kind] for kind in common)
        return known or f" {joined}" in self.story.text

    # ── bodies without a country of their own ─────────────────────────────────────────────────

    def _unplaced(self, words: Line, last: int, span: Span) -> Named | None:
        """ "The ministry", "the country's army", "authorities": of the country the article speaks of."""
        lows = [low for low in words.lows[:last] if low not in ("the", "its", "their", "his", "her")]
        if not lows or any(word[0].isupper() for word in words.words[1:last]):
            return None
        possessed = lows[:2] in (["country", "'s"], ["nation", "'s"])
        lows = lows[2:] if possessed else lows
        owned = possessed or words.lows[last : last + 1] == ["there"]  # the health ministry there
        lows = lows[: lows.index("of")] if "of" in lows[1:] else lows
        institution = self._institution_at(line(" ".join(lows), 0, len(" ".join(lows))), 0, len(lows)) if lows else None
        if institution is None:
            return None
        definite = words.lows[0] in ("the", "its", "their") or lows == ["authorities"]
        if not owned and (not definite or len(lows) > 3 or institution.kind not in ("government", "forces")):
            return None
        if institution.id == "AI04" and not owned:
            return None
        country = None if owned else self.memory.country_of_office(lows[-1], span[0])
        if country is None and not owned and lows[-1] not in self.classes["state-head"]:
            return None
        country = country or (
            self.memory.last_country(span[0]) if owned else self.memory.speaking_country(span[0]) or self.memory.subject
        )
        return self._of(country, institution) if country is not None else None

    def _collective(self, words: Line, first: int, last: int) -> Named | None:
        if words.lows[last - 1] in self.classes["collective"]:
            return Named((Source(name=self._plain(words, first, last), kind="collective"),), None, ("AW26",))
        return None

    def _described(self, words: Line, core: int, first: int = 0) -> Named:
        """Whoever is left: by the words of the phrase itself."""
        lows = words.lows
        name = self._plain(words, first, core)
        alike = self._alike(name)
        if alike is not None:
            return alike
        placed = self._place(words, first, core)
        side = placed[1].country.name if placed is not None and placed[1].role != "city" else None
        if placed is not None and "'s" in lows[first:core] and words.words[core - 1][0].isupper():
            name = self._plain(words, lows.index("'s", first) + 1, core)
        kind = self._kind(words, core, first)
        return Named((Source(name=name or self.story.text[words.starts[0] : words.ends[-1]], kind=kind, side=side),))

    def _kind(self, words: Line, core: int, first: int) -> str:
        """What sort of source a phrase is by its head."""
        head = self._head(words, core, first)
        low, word = words.lows[head], words.words[head]
        common = word[0].islower() or head == 0
        if common and (
            low in self.classes["collective"] or (low.endswith("s") and low[:-1] in self.classes["anonymous"])
        ):
            return "collective"
        if low in self.classes["anonymous"] or low in self.classes["person-title"]:
            return "anonymous"
        if any(one in self.classes["organisation"] for one in words.lows[first:core]):
            return "agency"
        if word[0].islower():
            return "collective" if low.endswith("s") else "anonymous"
        return "person"

    def _alike(self, name: str) -> Named | None:
        """A name of the packs spelled otherwise: "Human Right Watch". What was taken for what is noted."""
        if name.count(" ") < 1 or not name[0].isupper():
            return None
        best = process.extractOne(name, self.atlas.long_names, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if best is None:
            return None
        known = self.atlas.long_names_of[best[2]]
        note = f"{name!r} is taken for {known.source.name!r} ({best[1]:.0f} of 100 alike)"
        return Named((known.source,), None, (known.rule,), (note,))

    def _plain(self, words: Line, first: int, last: int) -> str:
        """The words as written, without what opens them: "the", "a recent"."""
        while first < last - 1 and (
            words.lows[first] in self.story.grammar.determiner or words.lows[first] in self.story.grammar.adverb
        ):
            first += 1
        person = (
            words.lows[last - 1] in self.classes["person-title"] or words.lows[last - 1] in self.classes["anonymous"]
        )
        if person and words.lows[first] in _REALMS and words.lows[first + 1 : first + 2] == ["'s"]:
            first += 2
        text = " ".join(self.story.text[words.starts[first] : words.ends[last - 1]].split()) if first < last else ""
        opens = self.story.sentences[self.story.sentence_at(words.starts[0])].start == words.starts[0]
        return text if any(c.isupper() for c in text[1:]) or (first > 0 or not opens) else text.lower()
